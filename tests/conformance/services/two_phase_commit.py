"""Actors exchanging messages over queues: two-phase commit with a crashing participant, votes and recovery."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import Union


class Vote(Enum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Prepare:
    txn: int
    change: int
    reply: asyncio.Queue[tuple[str, Vote]]


@dataclass(frozen=True)
class Decide:
    txn: int
    commit: bool


@dataclass(frozen=True)
class Stop:
    pass


Message = Union[Prepare, Decide, Stop]


class Crash(Exception):
    pass


class Participant:
    def __init__(self, name: str, balance: int, crash_on: int | None = None) -> None:
        self.name, self.balance, self.crash_on = name, balance, crash_on
        self.inbox: asyncio.Queue[Message] = asyncio.Queue()
        self.pending: dict[int, int] = {}
        self.journal: list[str] = []

    async def run(self) -> str:
        while True:
            message = await self.inbox.get()
            match message:
                case Prepare(txn, _, _) if txn == self.crash_on:
                    self.crash_on = None
                    raise Crash(self.name)
                case Prepare(txn, change, reply):
                    free = self.balance + sum(v for v in self.pending.values() if v < 0)
                    vote = Vote.YES if free + change >= 0 else Vote.NO
                    if vote is Vote.YES:
                        self.pending[txn] = change
                    self.journal.append(f"{txn}:{vote.value}")
                    await reply.put((self.name, vote))
                case Decide(txn, commit):
                    change = self.pending.pop(txn, 0)
                    self.balance += change if commit else 0
                    self.journal.append(f"{txn}:{'commit' if commit else 'abort'}")
                case Stop():
                    return f"{self.name} stops with {self.balance}"


class Coordinator:
    def __init__(self, *participants: Participant) -> None:
        self.participants = {p.name: p for p in participants}
        self.txn = 0
        self.restarts = 0
        self.tasks: dict[str, asyncio.Task[str]] = {}

    async def supervise(self, name: str) -> str:
        while True:
            try:
                return await self.participants[name].run()
            except Crash as crash:
                self.restarts += 1
                self.participants[name].journal.append(f"restart after {crash}")

    async def __aenter__(self) -> Coordinator:
        for name in self.participants:
            self.tasks[name] = asyncio.create_task(self.supervise(name), name=name)
        return self

    async def __aexit__(self, *exc: object) -> None:
        for p in self.participants.values():
            await p.inbox.put(Stop())
        print(*sorted(await asyncio.gather(*self.tasks.values())), sep="\n")

    async def transfer(self, source: str, target: str, amount: int) -> bool:
        self.txn += 1
        replies: asyncio.Queue[tuple[str, Vote]] = asyncio.Queue()
        changes = {source: -amount, target: amount}
        for name, change in changes.items():
            await self.participants[name].inbox.put(Prepare(self.txn, change, replies))
        votes: dict[str, Vote] = {}
        try:
            async with asyncio.timeout(0.02):
                while len(votes) < len(changes):
                    name, vote = await replies.get()
                    votes[name] = vote
        except TimeoutError:
            pass
        commit = len(votes) == 2 and set(votes.values()) == {Vote.YES}
        for name in changes:
            await self.participants[name].inbox.put(Decide(self.txn, commit))
        await asyncio.sleep(0)
        return commit


async def main() -> None:
    people = [Participant("ann", 100), Participant("bob", 20, crash_on=3), Participant("cy", 0)]
    async with Coordinator(*people) as bank:
        results = [
            await bank.transfer("ann", "bob", 30),
            await bank.transfer("bob", "cy", 60),
            await bank.transfer("ann", "bob", 10),
            await bank.transfer("bob", "cy", 50),
        ]
        print(results, bank.restarts)
        print(await asyncio.gather(*(bank.transfer("ann", "cy", 40) for _ in range(3))))
    for p in people:
        print(p.name, p.balance, p.pending, p.journal)
    assert sum(p.balance for p in people) == 120
    async with Coordinator(Participant("solo", 1)) as bank:
        await bank.transfer("solo", "nobody", 1)


asyncio.run(main())
