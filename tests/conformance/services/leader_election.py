"""Nodes that elect a leader and copy a log to each other over queues; logical ticks, a cut network, votes, commits."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum


class Role(Enum):
    FOLLOWER = "f"
    CANDIDATE = "c"
    LEADER = "L"


@dataclass(frozen=True)
class Entry:
    term: int
    command: str


@dataclass(frozen=True)
class Message:
    sender: int
    term: int


@dataclass(frozen=True)
class VoteRequest(Message):
    length: int
    last_term: int


@dataclass(frozen=True)
class Vote(Message):
    granted: bool


@dataclass(frozen=True)
class Append(Message):
    at: int
    before: int
    entries: tuple[Entry, ...]
    committed: int


@dataclass(frozen=True)
class Appended(Message):
    upto: int
    ok: bool


class Network:
    def __init__(self, count: int) -> None:
        self.inboxes: list[asyncio.Queue[Message]] = [asyncio.Queue() for _ in range(count)]
        self.cut: set[int] = set()
        self.sent: Counter[str] = Counter()

    def send(self, to: int, message: Message) -> None:
        if to in self.cut or message.sender in self.cut:
            self.sent["lost"] += 1
            return
        self.sent[type(message).__name__] += 1
        self.inboxes[to].put_nowait(message)


@dataclass
class Node:
    number: int
    network: Network
    random: random.Random
    role: Role = Role.FOLLOWER
    term: int = 0
    voted: int | None = None
    log: list[Entry] = field(default_factory=list)
    committed: int = 0
    patience: int = 0
    votes: set[int] = field(default_factory=set)
    known: dict[int, int] = field(default_factory=dict)

    @property
    def others(self) -> list[int]:
        return [n for n in range(len(self.network.inboxes)) if n != self.number]

    @property
    def majority(self) -> int:
        return len(self.network.inboxes) // 2 + 1

    def rest(self) -> None:
        self.patience = self.random.randint(4, 9)

    def step_down(self, term: int) -> None:
        self.role, self.term, self.voted = Role.FOLLOWER, term, None
        self.rest()

    def tick(self) -> None:
        if self.role is Role.LEADER:
            for other in self.others:
                self.replicate(other)
            return
        self.patience -= 1
        if self.patience <= 0:
            self.role, self.term, self.voted = Role.CANDIDATE, self.term + 1, self.number
            self.votes = {self.number}
            self.rest()
            for other in self.others:
                self.network.send(other, VoteRequest(self.number, self.term, len(self.log), self.log[-1].term if self.log else 0))

    def replicate(self, other: int) -> None:
        at = self.known.get(other, len(self.log))
        before = self.log[at - 1].term if at else 0
        self.network.send(other, Append(self.number, self.term, at, before, tuple(self.log[at : at + 2]), self.committed))

    def receive(self, message: Message) -> None:
        if message.term > self.term:
            self.step_down(message.term)
        match message:
            case VoteRequest(sender=sender, length=length, last_term=last):
                mine = (self.log[-1].term if self.log else 0, len(self.log))
                granted = message.term == self.term and self.voted in (None, sender) and (last, length) >= mine
                if granted:
                    self.voted = sender
                    self.rest()
                self.network.send(sender, Vote(self.number, self.term, granted))
            case Vote(sender=sender, granted=True) if self.role is Role.CANDIDATE and message.term == self.term:
                self.votes.add(sender)
                if len(self.votes) >= self.majority:
                    self.role = Role.LEADER
                    self.known = {other: len(self.log) for other in self.others}
            case Append(sender=sender, at=at, before=before, entries=entries, committed=committed):
                if message.term < self.term:
                    self.network.send(sender, Appended(self.number, self.term, 0, False))
                    return
                self.role = Role.FOLLOWER
                self.rest()
                if at > len(self.log) or (at and self.log[at - 1].term != before):
                    self.network.send(sender, Appended(self.number, self.term, min(at - 1, len(self.log)), False))
                    return
                if entries:
                    self.log[at:] = entries
                self.committed = max(self.committed, min(committed, len(self.log)))
                self.network.send(sender, Appended(self.number, self.term, at + len(entries), True))
            case Appended(sender=sender, upto=upto, ok=ok) if self.role is Role.LEADER and message.term == self.term:
                self.known[sender] = upto
                if ok:
                    places = sorted([len(self.log), *self.known.values()], reverse=True)
                    agreed = places[self.majority - 1]
                    if agreed > self.committed and self.log[agreed - 1].term == self.term:
                        self.committed = agreed

    async def run(self) -> None:
        inbox = self.network.inboxes[self.number]
        while True:
            self.receive(await inbox.get())
            inbox.task_done()


class Cluster:
    def __init__(self, count: int, seed: int) -> None:
        self.network = Network(count)
        self.nodes = [Node(n, self.network, random.Random(seed * 100 + n)) for n in range(count)]
        for node in self.nodes:
            node.rest()
        self.ticks = 0

    async def tick(self, times: int) -> None:
        for _ in range(times):
            self.ticks += 1
            for node in self.nodes:
                node.tick()
            await asyncio.gather(*(inbox.join() for inbox in self.network.inboxes))

    def leaders(self) -> list[int]:
        top = max(n.term for n in self.nodes if n.number not in self.network.cut)
        return [n.number for n in self.nodes if n.role is Role.LEADER and n.term == top]

    def submit(self, *commands: str) -> bool:
        leaders = self.leaders()
        if not leaders:
            return False
        leader = self.nodes[leaders[0]]
        leader.log += [Entry(leader.term, command) for command in commands]
        return True

    def show(self, title: str) -> None:
        roles = "".join(n.role.value if n.number not in self.network.cut else n.role.value.lower() + "!" for n in self.nodes)
        logs = ["".join(e.command for e in n.log[: n.committed]) + "|" + "".join(e.command for e in n.log[n.committed :]) for n in self.nodes]
        print(f"{title:8} {roles:10} {logs}")


async def main() -> None:
    for seed in range(4):
        cluster = Cluster(5, seed)
        tasks = [asyncio.create_task(node.run()) for node in cluster.nodes]
        await cluster.tick(40)
        one = cluster.leaders()
        print(seed, len(one), cluster.submit("a", "b", "c"))
        await cluster.tick(6)
        cluster.show("agreed")
        cluster.network.cut = {one[0], (one[0] + 1) % 5}
        old = cluster.nodes[one[0]]
        old.log.append(Entry(old.term, "x"))
        await cluster.tick(60)
        cluster.submit("d")
        await cluster.tick(6)
        cluster.show("cut")
        cluster.network.cut = set()
        await cluster.tick(40)
        cluster.submit("e")
        await cluster.tick(8)
        cluster.show("healed")
        print(len({tuple(n.log) for n in cluster.nodes}), len(cluster.leaders()), sorted(cluster.network.sent) == ["Append", "Appended", "Vote", "VoteRequest", "lost"])
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
