"""A bank with savings, overdrafts, an audit decorator, atomic transfers, statements and compound interest in cents."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Any, ClassVar, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


class Kind(Enum):
    DEPOSIT = "+"
    WITHDRAWAL = "-"
    INTEREST = "%"
    FEE = "!"


class BankError(Exception):
    pass


class Insufficient(BankError):
    def __init__(self, owner: str, missing: int) -> None:
        super().__init__(f"{owner} lacks {missing / 100:.2f}")
        self.missing = missing


@dataclass(frozen=True)
class Entry:
    day: date
    kind: Kind
    cents: int

    def __str__(self) -> str:
        return f"{self.day:%b %d} {self.kind.value}{abs(self.cents) / 100:>9,.2f}"


def audited(method: F) -> F:
    @functools.wraps(method)
    def wrapper(self: Account, *args: Any, **kwargs: Any) -> Any:
        before = self.balance
        try:
            return method(self, *args, **kwargs)
        except BankError as error:
            Account.audit.append(f"{method.__name__}{args} refused: {error}")
            raise
        finally:
            if self.balance != before:
                Account.audit.append(f"{self.owner} {before} -> {self.balance}")

    return cast(F, wrapper)


@dataclass
class Account(ABC):
    owner: str
    opened: date
    entries: list[Entry] = field(default_factory=list)
    audit: ClassVar[list[str]] = []

    @property
    def balance(self) -> int:
        return sum(e.cents for e in self.entries)

    @property
    @abstractmethod
    def limit(self) -> int: ...

    @audited
    def deposit(self, cents: int, day: date) -> None:
        if cents <= 0:
            raise BankError(f"cannot deposit {cents}")
        self.entries.append(Entry(day, Kind.DEPOSIT, cents))

    @audited
    def withdraw(self, cents: int, day: date) -> None:
        if self.balance - cents < self.limit:
            raise Insufficient(self.owner, cents - self.balance + self.limit)
        self.entries.append(Entry(day, Kind.WITHDRAWAL, -cents))

    def month_end(self, day: date) -> None:
        """Nothing by default."""


class Checking(Account):
    fee = 250

    @property
    def limit(self) -> int:
        return -20000

    def month_end(self, day: date) -> None:
        if self.balance < 0:
            self.entries.append(Entry(day, Kind.FEE, -self.fee))


class Savings(Account):
    rate: ClassVar[tuple[int, int]] = (3, 1200)

    @property
    def limit(self) -> int:
        return 0

    def month_end(self, day: date) -> None:
        numerator, denominator = self.rate
        interest, rest = divmod(self.balance * numerator, denominator)
        if interest + (2 * rest >= denominator):
            self.entries.append(Entry(day, Kind.INTEREST, interest + (2 * rest >= denominator)))
        super().month_end(day)


@contextmanager
def atomic(*accounts: Account) -> Iterator[None]:
    saved = [account.entries[:] for account in accounts]
    try:
        yield
    except BankError:
        for account, entries in zip(accounts, saved):
            account.entries[:] = entries
        raise


def transfer(source: Account, target: Account, cents: int, day: date) -> None:
    with atomic(source, target):
        target.deposit(cents, day)
        source.withdraw(cents, day)


def months(start: date, count: int) -> Iterator[date]:
    day = start
    for _ in range(count):
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield day - timedelta(days=1)


start = date(2023, 11, 15)
ann, bob = Checking("Ann", start), Savings("Bob", start)
ann.deposit(100_000, start)
bob.deposit(250_050, start)
for day in months(start, 4):
    try:
        transfer(ann, bob, 45_000, day)
    except Insufficient as error:
        print(day, error, error.missing)
    for account in (ann, bob):
        account.month_end(day)
for account in (ann, bob):
    print(type(account).__name__, account.owner, account.balance, account.limit)
    print(*account.entries, sep="\n")
print(*Account.audit, sep="\n")
print(ann.deposit.__name__, Account.withdraw.__name__, [d.isoformat() for d in months(date(2024, 1, 31), 2)])
try:
    bob.deposit(-5, start)
except BankError as error:
    print(error, error.__context__)
transfer(bob, ann, 10**9, start)
