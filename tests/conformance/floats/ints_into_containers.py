"""Ints that go into containers of floats stay ints, by whatever way they get there."""

from __future__ import annotations

import asyncio
import heapq
from bisect import insort
from collections import Counter, UserList, defaultdict, deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


@dataclass
class Account:
    owner: str
    balance: float = 0.0
    history: list[float] = field(default_factory=list)

    def deposit(self, amount: float) -> None:
        self.balance += amount
        self.history.append(amount)

    def largest(self) -> float:
        return max(self.history, default=0)


numbers: list[float] = []
numbers.append(5)
numbers.insert(0, 4)
numbers.append(2.5)
print(numbers, numbers.index(4), numbers.count(5), 5 in numbers, sum(numbers), max(numbers), sorted(numbers))
account = Account("ann")
for amount in (100, 2.5, 7):
    account.deposit(amount)
print(account, account.largest(), Account("bob").largest())
prices: dict[str, float] = {}
prices["tea"] = 3
prices.setdefault("milk", 2)
print(prices, prices.get("none", 0), prices.pop("none", 1), prices.get("tea"), prices.pop("milk"))
recent: deque[float] = deque(maxlen=2)
recent.append(1)
recent.appendleft(0)
seen: set[float] = set()
seen.add(3)
seen.add(3.0)
print(recent, seen, 3 in seen)
totals: defaultdict[str, float] = defaultdict(float)
totals["a"] += 2
totals["b"] = 4
print(dict(totals))
heap: list[float] = []
for n in (3, 1.5, 2):
    heapq.heappush(heap, n)
insort(numbers, 1)
print(heap, numbers, heapq.heappushpop(heap, 9))
stack: Stack[float] = Stack()
stack.push(8)
more: UserList[float] = UserList()
more.append(6)
print(stack.items, more, Counter(numbers)[1])


async def queued() -> list[float]:
    queue: asyncio.Queue[float] = asyncio.Queue()
    queue.put_nowait(1)
    await queue.put(2)
    return [queue.get_nowait(), await queue.get() / 2]


print(asyncio.run(queued()))
grid: list[list[float]] = [[0.0] * 2 for _ in range(2)]
grid[0][1] = 7
grid[1].append(3)
print(grid)
