"""Accounts as streams of events: commands decide, events apply, snapshots, projections, old versions upgraded."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import reduce, singledispatch
from typing import Union


@dataclass(frozen=True)
class Opened:
    owner: str
    currency: str = "EUR"


@dataclass(frozen=True)
class Deposited:
    cents: int


@dataclass(frozen=True)
class Withdrawn:
    cents: int
    fee: int = 0


@dataclass(frozen=True)
class Frozen:
    reason: str


@dataclass(frozen=True)
class Thawed:
    pass


Event = Union[Opened, Deposited, Withdrawn, Frozen, Thawed]


@dataclass(frozen=True)
class Account:
    owner: str = ""
    balance: int = 0
    frozen: bool = False
    version: int = 0

    def apply(self, event: Event) -> Account:
        match event:
            case Opened(owner=owner):
                new = replace(self, owner=owner)
            case Deposited(cents):
                new = replace(self, balance=self.balance + cents)
            case Withdrawn(cents, fee):
                new = replace(self, balance=self.balance - cents - fee)
            case Frozen():
                new = replace(self, frozen=True)
            case Thawed():
                new = replace(self, frozen=False)
        return replace(new, version=self.version + 1)


class CommandError(Exception):
    pass


class Conflict(CommandError):
    def __init__(self, expected: int, found: int) -> None:
        super().__init__(f"expected version {expected}, found {found}")


def withdraw(account: Account, cents: int) -> Iterator[Event]:
    if account.frozen:
        raise CommandError("account is frozen")
    fee = cents // 100 if cents > 50_000 else 0
    if cents + fee > account.balance:
        yield Frozen(f"tried {cents} with {account.balance}")
    else:
        yield Withdrawn(cents, fee)


def deposit(account: Account, cents: int) -> Iterator[Event]:
    if cents <= 0:
        raise CommandError(f"cannot deposit {cents}")
    yield Deposited(cents)
    if account.frozen and account.balance + cents > 0:
        yield Thawed()


@singledispatch
def describe(event: object) -> str:
    return type(event).__name__.lower()


@describe.register
def _(event: Deposited) -> str:
    return f"+{event.cents / 100:.2f}"


@describe.register
def _(event: Withdrawn) -> str:
    return f"-{event.cents / 100:.2f}" + (f" (fee {event.fee / 100:.2f})" if event.fee else "")


@describe.register
def _(event: Frozen) -> str:
    return f"frozen: {event.reason}"


@dataclass
class Store:
    streams: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    snapshots: dict[str, Account] = field(default_factory=dict)
    read: int = 0

    def append(self, stream: str, expected: int, events: Iterable[Event]) -> int:
        found = len(self.streams[stream])
        if found != expected:
            raise Conflict(expected, found)
        for event in events:
            body = {"type": type(event).__name__, "v": 2, "data": asdict(event)}
            self.streams[stream].append(json.dumps(body, sort_keys=True))
        return len(self.streams[stream])

    def events(self, stream: str, start: int = 0) -> Iterator[Event]:
        for text in self.streams[stream][start:]:
            self.read += 1
            yield decode(text)

    def load(self, stream: str) -> Account:
        account = self.snapshots.get(stream, Account())
        account = reduce(Account.apply, self.events(stream, account.version), account)
        if account.version - self.snapshots.get(stream, Account()).version >= 4:
            self.snapshots[stream] = account
        return account


def decode(text: str) -> Event:
    body = json.loads(text)
    data = body["data"]
    if body["v"] == 1 and "amount" in data:
        data = {"cents": round(data["amount"] * 100)}
    match body["type"]:
        case "Opened":
            return Opened(**data)
        case "Deposited":
            return Deposited(data["cents"])
        case "Withdrawn":
            return Withdrawn(data["cents"], data.get("fee", 0))
        case "Frozen":
            return Frozen(data["reason"])
        case "Thawed":
            return Thawed()
        case other:
            raise ValueError(f"unknown event {other!r}")


store = Store()
store.append("ann", 0, [Opened("Ann"), Deposited(100_000)])
store.append("bob", 0, [Opened("Bob", currency="USD")])
store.streams["bob"].append('{"type": "Deposited", "v": 1, "data": {"amount": 12.34}}')
for who, command, cents in [
    ("ann", withdraw, 60_000), ("ann", withdraw, 1_000), ("ann", withdraw, 90_000), ("ann", withdraw, 1),
    ("ann", deposit, 5), ("ann", withdraw, 40_000), ("bob", withdraw, 1_234), ("bob", deposit, 0),
]:  # fmt: skip
    account = store.load(who)
    try:
        version = store.append(who, account.version, command(account, cents))
        print(f"{who} {command.__name__} {cents}: version {version}, balance {store.load(who).balance}")
    except CommandError as error:
        print(f"{who} {command.__name__} {cents}: {error}")
try:
    store.append("ann", 3, [])
except Conflict as error:
    print(error)
for stream in store.streams:
    print(stream, "|", "; ".join(map(describe, store.events(stream))))
print(store.streams["ann"][2], store.snapshots["ann"].version, store.read, sep="\n")
totals: dict[str, int] = defaultdict(int)
for stream in ("ann", "bob"):
    for event in store.events(stream):
        totals[type(event).__name__] += 1
print(dict(totals), Account() == Account().apply(Thawed()), hash(Deposited(1)) == hash(Deposited(1)))
decode('{"type": "Closed", "v": 2, "data": {}}')
