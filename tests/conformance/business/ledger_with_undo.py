"""An accounting ledger: descriptors, fractions as money, undo by commands, reports by dates, validation."""

from __future__ import annotations

import copy
import datetime as dt
import operator
from abc import abstractmethod
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import InitVar, asdict, astuple, dataclass, field, fields
from fractions import Fraction
from functools import cached_property, reduce, total_ordering
from itertools import groupby
from typing import Any, ClassVar, Final, Generic, Literal, NewType, Self, TypeVar, overload

T = TypeVar("T")
AccountId = NewType("AccountId", str)
Side = Literal["debit", "credit"]


class Checked(Generic[T]):
    """A descriptor that validates what is assigned, and tells its owner."""

    def __init__(self, check: Callable[[T], bool], message: str) -> None:
        self.check, self.message = check, message

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.slot = f"_{name}"

    @overload
    def __get__(self, obj: None, owner: type) -> Self: ...
    @overload
    def __get__(self, obj: object, owner: type) -> T: ...
    def __get__(self, obj: object | None, owner: type) -> Any:
        if obj is None:
            return self
        return self.values.get(id(obj))

    def __set__(self, obj: object, value: T) -> None:
        if not self.check(value):
            raise ValueError(f"{type(obj).__name__}.{self.name}: {self.message} (got {value!r})")
        self.values[id(obj)] = value

    @cached_property
    def values(self) -> dict[int, T]:
        return {}


@total_ordering
class Money:
    __slots__ = ("amount",)
    PLACES: Final = 2

    def __init__(self, amount: int | str | Fraction = 0) -> None:
        self.amount = Fraction(amount)

    def __add__(self, other: Money | int) -> Money:
        if isinstance(other, int) and other == 0:
            return self
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.amount)

    __radd__ = __add__

    def __neg__(self) -> Money:
        return Money(-self.amount)

    def __sub__(self, other: Money) -> Money:
        return self + -other

    def __mul__(self, factor: int | Fraction) -> Money:
        return Money(self.amount * factor)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and self.amount == other.amount

    def __lt__(self, other: Money) -> bool:
        return self.amount < other.amount

    def __hash__(self) -> int:
        return hash(self.amount)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __format__(self, spec: str) -> str:
        cents = round(self.amount * 10**self.PLACES)
        sign = "-" if cents < 0 else ""
        whole, rest = divmod(abs(cents), 10**self.PLACES)
        return format(f"{sign}{whole:,}.{rest:0{self.PLACES}}", spec)

    def __str__(self) -> str:
        return f"{self}"

    def __repr__(self) -> str:
        return f"Money({str(self.amount)!r})"

    def split(self, *weights: int) -> list[Money]:
        """Shares in whole cents that add up."""
        cents, total = round(self.amount * 100), sum(weights)
        shares = [cents * w // total for w in weights]
        for index in range(cents - sum(shares)):
            shares[index] += 1
        return [Money(Fraction(share, 100)) for share in shares]


@dataclass(order=True, slots=True)
class Posting:
    date: dt.date
    account: AccountId
    amount: Money = field(compare=False)
    note: str = field(default="", compare=False)
    tags: frozenset[str] = field(default_factory=frozenset, compare=False, repr=False)
    number: InitVar[int] = 0
    label: str = field(init=False, compare=False, default="")

    def __post_init__(self, number: int) -> None:
        self.label = f"{self.date:%y%m%d}-{number:03}"


class Account:
    name = Checked[str](lambda text: bool(text) and text == text.strip(), "must be a name")
    limit = Checked[Money](lambda money: money <= Money(0), "must not be positive")
    opened: ClassVar[int] = 0

    def __init__(self, name: str, limit: Money = Money(0)) -> None:
        self.name = name
        self.limit = limit
        type(self).opened += 1
        self.postings: list[Posting] = []

    @property
    def balance(self) -> Money:
        return sum((p.amount for p in self.postings), Money())

    def __repr__(self) -> str:
        return f"<{self.name}: {self.balance}>"


class Overdrawn(Exception):
    def __init__(self, account: Account, by: Money) -> None:
        super().__init__(account.name, by)
        self.account, self.by = account, by

    def __str__(self) -> str:
        return f"{self.account.name} is overdrawn by {self.by}"


class Command:
    @abstractmethod
    def do(self, ledger: Ledger) -> None: ...
    @abstractmethod
    def undo(self, ledger: Ledger) -> None: ...


@dataclass
class Transfer(Command):
    source: AccountId
    target: AccountId
    amount: Money
    date: dt.date
    note: str = ""
    made: list[Posting] = field(default_factory=list, init=False, repr=False)

    def do(self, ledger: Ledger) -> None:
        account = ledger[self.source]
        after = account.balance - self.amount
        if after < account.limit:
            raise Overdrawn(account, account.limit - after)
        for name, amount in ((self.source, -self.amount), (self.target, self.amount)):
            posting = Posting(self.date, name, amount, self.note, number=ledger.next_number())
            insort(ledger[name].postings, posting)
            self.made.append(posting)

    def undo(self, ledger: Ledger) -> None:
        while self.made:
            posting = self.made.pop()
            kept = ledger[posting.account].postings
            kept[:] = [other for other in kept if other is not posting]


@dataclass
class Batch(Command):
    parts: tuple[Command, ...]

    def do(self, ledger: Ledger) -> None:
        done: list[Command] = []
        try:
            for part in self.parts:
                part.do(ledger)
                done.append(part)
        except Overdrawn as error:
            for part in reversed(done):
                part.undo(ledger)
            raise ValueError(f"batch of {len(self.parts)} failed at {len(done) + 1}") from error

    def undo(self, ledger: Ledger) -> None:
        for part in reversed(self.parts):
            part.undo(ledger)


class Ledger(MutableMapping[AccountId, Account]):
    def __init__(self, **accounts: Account) -> None:
        self._accounts = {AccountId(name): account for name, account in accounts.items()}
        self._done: list[Command] = []
        self._numbers = iter(range(1, 1000))

    def __getitem__(self, key: AccountId) -> Account:
        try:
            return self._accounts[key]
        except KeyError:
            raise KeyError(f"no account {key}") from None

    def __setitem__(self, key: AccountId, value: Account) -> None:
        self._accounts[key] = value

    def __delitem__(self, key: AccountId) -> None:
        if self[key].balance:
            raise ValueError(f"{key} is not empty")
        del self._accounts[key]

    def __iter__(self) -> Iterator[AccountId]:
        return iter(sorted(self._accounts))

    def __len__(self) -> int:
        return len(self._accounts)

    def next_number(self) -> int:
        return next(self._numbers)

    def __call__(self, *commands: Command) -> Self:
        for command in commands:
            command.do(self)
            self._done.append(command)
        return self

    def undo(self, count: int = 1) -> None:
        for _ in range(count):
            self._done.pop().undo(self)

    def months(self) -> Iterator[tuple[str, Mapping[AccountId, Money]]]:
        everything = sorted(p for account in self.values() for p in account.postings)
        for month, postings in groupby(everything, key=lambda p: f"{p.date:%Y-%m}"):
            sums: defaultdict[AccountId, Money] = defaultdict(Money)
            for posting in postings:
                sums[posting.account] += posting.amount
            yield month, dict(sums)


CASH, BANK, RENT = map(AccountId, ("cash", "bank", "rent"))
ledger = Ledger(cash=Account("Cash"), bank=Account("Bank", Money(-500)), rent=Account("Rent"))
start = dt.date(2024, 1, 30)
ledger(
    Transfer(BANK, CASH, Money("120.50"), start, "atm"),
    Transfer(BANK, RENT, Money(300), start + dt.timedelta(days=3)),
)
print(dict(ledger), Account.opened)
for attempt in (
    lambda: ledger(Transfer(BANK, CASH, Money(100), start)),
    lambda: ledger(Batch((Transfer(CASH, BANK, Money(20), start), Transfer(CASH, RENT, Money(200), start)))),
    lambda: ledger[AccountId("gold")],
    lambda: ledger.pop(CASH),
    lambda: Account(" x"),
    lambda: Account("y", Money(5)),
    lambda: Money(1) + 1,
):
    try:
        print(attempt())
    except (Overdrawn, ValueError, LookupError, TypeError) as error:
        print(type(error).__name__, error, "|", repr(error.__cause__))
ledger(
    Batch(
        (
            Transfer(CASH, BANK, Money(20), dt.date(2024, 2, 29), "back"),
            Transfer(CASH, RENT, Money("0.5"), start),
        )
    )
)
for month, sums in ledger.months():
    print(month, {name: str(money) for name, money in sums.items()})
print([astuple(p)[:2] + (str(p.amount), p.label) for p in ledger[CASH].postings])
ledger.undo(2)
print(list(ledger.items()), len(ledger), CASH in ledger, ledger.get(AccountId("zinc")))
print(
    Money(100).split(1, 1, 1),
    f"{Money('-1234567.891'):>16}|{Money(5):<8}|",
    sum([Money(1), Money(2)]),
    reduce(operator.add, [Money(3)]),
)
posting = ledger[BANK].postings[0]
clone = copy.deepcopy(posting)
print(
    posting == clone,
    posting is clone,
    posting < Posting(dt.date.max, CASH, Money()),
    [f.name for f in fields(posting)],
)
print(
    posting,
    hash(Money("1/3")) == hash(Fraction(1, 3)),
    sorted([Money(3), Money(-1)]),
    max(Money(1), Money(2)),
    bool(Money(0)),
)
print(asdict(posting)["amount"], type(Account.name).__name__, Account.limit.message)
