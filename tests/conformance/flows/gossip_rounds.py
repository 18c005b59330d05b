"""Rumours spreading between nodes that talk to their neighbours, with versions that decide."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

ROUNDS: Final = 6


class Lot:
    """A small generator of numbers, the same everywhere."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, limit: int) -> int:
        self._state = (self._state * 1103515245 + 12345) % (1 << 31)
        return (self._state >> 16) % limit


@dataclass(frozen=True, slots=True)
class Fact:
    value: str
    version: int
    source: str

    def beats(self, other: Fact | None) -> bool:
        if other is None:
            return True
        return (self.version, self.source) > (other.version, other.source)


class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.facts: dict[str, Fact] = {}
        self.inbox: asyncio.Queue[Mapping[str, Fact]] = asyncio.Queue()
        self.learned = 0

    def say(self, key: str, value: str) -> None:
        old = self.facts.get(key)
        version = old.version + 1 if old else 1
        self.facts[key] = Fact(value, version, self.name)

    def merge(self, news: Mapping[str, Fact]) -> list[str]:
        changed = [key for key, fact in news.items() if fact.beats(self.facts.get(key))]
        self.facts.update({key: news[key] for key in changed})
        self.learned += len(changed)
        return changed

    async def listen(self) -> None:
        while True:
            news = await self.inbox.get()
            self.merge(news)
            self.inbox.task_done()

    def __repr__(self) -> str:
        known = ", ".join(f"{key}={fact.value}@{fact.version}" for key, fact in sorted(self.facts.items()))
        return f"<{self.name} {known or 'knows nothing'}>"


def agreed(nodes: Iterable[Node]) -> bool:
    views = [node.facts for node in nodes]
    return all(view == views[0] for view in views)


async def main() -> None:
    nodes = [Node(name) for name in "ABCDEF"]
    by_name = {node.name: node for node in nodes}
    listeners = [asyncio.create_task(node.listen(), name=f"ear-{node.name}") for node in nodes]
    by_name["A"].say("leader", "A")
    by_name["D"].say("leader", "D")
    by_name["C"].say("colour", "red")
    lot = Lot(7)
    for number in range(1, ROUNDS + 1):
        if number == 2:
            by_name["C"].say("colour", "blue")
        for node in nodes:
            for _ in range(2):
                peer = nodes[lot.below(len(nodes))]
                if peer is not node and node.facts:
                    peer.inbox.put_nowait(dict(node.facts))
        await asyncio.gather(*(node.inbox.join() for node in nodes))
        complete = sum(len(node.facts) == 2 for node in nodes)
        print(f"round {number}: {complete} know all, agreed: {agreed(nodes)}")
    for listener in listeners:
        listener.cancel()
    ended = await asyncio.gather(*listeners, return_exceptions=True)
    print({type(one).__name__ for one in ended}, [listener.get_name() for listener in listeners][:2])
    for node in nodes:
        print(node, node.learned > 0)


asyncio.run(main())
