"""Transfers between accounts at the same time: locks in one order, optimistic versions, idempotency keys, holds and an audit."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

R = TypeVar("R")


class BankError(Exception):
    pass


class Insufficient(BankError):
    def __init__(self, account: str, missing: int) -> None:
        super().__init__(f"{account} lacks {missing}")
        self.missing = missing


class Conflict(BankError):
    pass


@dataclass
class Account:
    name: str
    balance: int = 0
    version: int = 0
    held: dict[str, int] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False, compare=False)

    @property
    def available(self) -> int:
        return self.balance - sum(self.held.values())

    def change(self, amount: int) -> None:
        if self.available + amount < 0:
            raise Insufficient(self.name, -(self.available + amount))
        self.balance += amount
        self.version += 1


@dataclass(frozen=True)
class Line:
    source: str
    target: str
    amount: int
    kind: str


class Bank:
    def __init__(self, **balances: int) -> None:
        self.accounts = {name: Account(name, balance) for name, balance in balances.items()}
        self.ledger: list[Line] = []
        self.answers: dict[str, asyncio.Future[int]] = {}
        self.counts: Counter[str] = Counter()
        self.total = sum(balances.values())

    def __getitem__(self, name: str) -> Account:
        try:
            return self.accounts[name]
        except KeyError:
            raise BankError(f"no account {name}") from None

    @asynccontextmanager
    async def locked(self, *names: str) -> AsyncIterator[list[Account]]:
        """All of the accounts, always taken in the order of their names."""
        async with AsyncExitStack() as stack:
            for name in sorted(set(names)):
                await stack.enter_async_context(self[name].lock)
            yield [self[name] for name in names]

    async def transfer(self, source: str, target: str, amount: int) -> int:
        if amount <= 0 or source == target:
            raise BankError(f"cannot move {amount} from {source} to {target}")
        async with self.locked(source, target) as (a, b):
            a.change(-amount)
            await asyncio.sleep(0)
            b.change(amount)
            self.ledger.append(Line(source, target, amount, "transfer"))
            return a.balance

    async def optimistic(self, source: str, target: str, amount: int) -> int:
        """Read, think, and write only when nothing has changed."""
        a, b = self[source], self[target]
        seen = a.version, b.version
        fee = max(1, amount // 10)
        await asyncio.sleep(0)
        if (a.version, b.version) != seen:
            self.counts["conflicts"] += 1
            raise Conflict(f"{source} or {target} has changed")
        a.change(-amount - fee)
        b.change(amount)
        self["fees"].change(fee)
        self.ledger.append(Line(source, target, amount, "optimistic"))
        return fee

    async def once(self, key: str, work: Callable[[], Awaitable[int]]) -> int:
        """The same key gives the first answer, also while it is being found and when it is an error."""
        if key not in self.answers:
            self.answers[key] = asyncio.ensure_future(work())
        else:
            self.counts["repeated"] += 1
        return await asyncio.shield(self.answers[key])

    @asynccontextmanager
    async def hold(self, name: str, key: str, amount: int) -> AsyncIterator[Account]:
        async with self.locked(name) as (account,):
            if account.available < amount:
                raise Insufficient(name, amount - account.available)
            account.held[key] = amount
        try:
            yield account
        finally:
            async with self.locked(name):
                del account.held[key]

    def audit(self) -> str:
        moved = sum(line.amount for line in self.ledger)
        total = sum(a.balance for a in self.accounts.values())
        return f"{'balanced' if total == self.total else 'WRONG'} {len(self.ledger)} lines {moved} moved {dict(sorted(self.counts.items()))}"


async def retried(times: int, work: Callable[[], Awaitable[R]]) -> R:
    for attempt in range(times):
        try:
            return await work()
        except Conflict:
            if attempt == times - 1:
                raise
            for _ in range(attempt + 1):
                await asyncio.sleep(0)
    raise AssertionError


async def outcome(work: Awaitable[object]) -> str:
    try:
        return str(await work)
    except BankError as error:
        return f"{type(error).__name__}: {error}"


async def main() -> None:
    bank = Bank(ann=100, bob=50, cid=0, fees=0)
    print([await outcome(bank.transfer(*t)) for t in (("ann", "bob", 30), ("cid", "ann", 1), ("ann", "ann", 5), ("ann", "zoe", 5), ("bob", "cid", -2))])
    source = random.Random(5)
    names = ["ann", "bob", "cid"]
    moves = []
    for _ in range(40):
        a, b = source.sample(names, 2)
        moves.append(outcome(bank.transfer(a, b, source.randint(1, 30))))
    results = await asyncio.gather(*moves)
    print(sum(r.startswith("Insufficient") for r in results), bank.audit(), {n: a.balance >= 0 for n, a in bank.accounts.items()})
    print(not any(a.lock.locked() for a in bank.accounts.values()))

    rich = Bank(a=1000, b=1000, fees=0)
    tries = [outcome(retried(4, lambda: rich.optimistic("a", "b", 20))) for _ in range(5)] + [outcome(rich.optimistic("b", "a", 50)) for _ in range(2)]
    print(sorted(Counter(await asyncio.gather(*tries)).items()), rich.audit(), rich["fees"].balance, rich["a"].version)

    keyed = [outcome(rich.once(key, lambda: rich.transfer("a", "b", 100))) for key in ("k1", "k1", "k2", "k1")]
    print(await asyncio.gather(*keyed), rich.audit())
    print([await outcome(rich.once("bad", lambda: rich.transfer("b", "a", 10**6))) for _ in range(2)], rich.counts["repeated"])

    async def shop(key: str, price: int, fails: bool = False) -> str:
        async with rich.hold("a", key, price) as account:
            available = account.available
            await asyncio.sleep(0)
            if fails:
                raise BankError(f"{key} sold out")
        await rich.transfer("a", "b", price)
        return f"{key} {available}"

    before = rich["a"].balance
    print(await asyncio.gather(*(outcome(shop(f"h{n}", 200, n == 1)) for n in range(5))), before - rich["a"].balance, rich["a"].held)
    print(repr(Account("x", 1)), Account("x", 1) == Account("x", 1), rich.audit())


asyncio.run(main())
