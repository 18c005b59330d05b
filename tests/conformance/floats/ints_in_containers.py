"""Ints put into containers of floats stay ints: a ledger, a shortest path, and whatever else keeps numbers."""

import asyncio
import heapq
import json
import math
from bisect import insort
from collections import ChainMap, Counter, OrderedDict, UserList, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


@dataclass
class Ledger:
    balances: dict[str, float] = field(default_factory=dict)
    history: list[float] = field(default_factory=list)

    def deposit(self, name: str, amount: float) -> None:
        self.balances[name] = self.balances.get(name, 0) + amount
        self.history.append(amount)

    def total(self) -> float:
        return sum(self.balances.values())

    def largest(self) -> float:
        return max(self.history, default=0)


class Grid:
    def __init__(self, size: int) -> None:
        self.best = [[math.inf for _ in range(size)] for _ in range(size)]
        for index in range(size):
            self.best[index][index] = 0

    def connect(self, a: int, b: int, length: Any) -> None:
        self.best[a][b] = length

    def close(self) -> None:
        size = range(len(self.best))
        for k in size:
            for i in size:
                for j in size:
                    self.best[i][j] = min(self.best[i][j], self.best[i][k] + self.best[k][j])


def longest_rod(prices: list[int]) -> float:
    memo = [float("-inf") for _ in range(len(prices) + 1)]
    memo[0] = 0
    for length in range(1, len(prices) + 1):
        for cut in range(1, length + 1):
            memo[length] = max(memo[length], prices[cut - 1] + memo[length - cut])
    return memo[-1]


def running(values: list[int]) -> list[float]:
    result: list[float] = []
    for index, value in enumerate(values):
        result.insert(0, value)
        if index % 2:
            result[0] /= 2
    result.extend(values)
    result += [7]
    result[1:2] = values[:2]
    return result


async def queued() -> list[float]:
    queue: asyncio.Queue[float] = asyncio.Queue()
    queue.put_nowait(1)
    await queue.put(2)
    return [queue.get_nowait(), await queue.get() / 2]


def main() -> None:
    ledger = Ledger()
    for name, amount in json.loads('[["ann", 5], ["bob", 2.5], ["ann", 3]]'):
        ledger.deposit(name, amount)
    ledger.balances["cy"] = 4
    ledger.balances.setdefault("dan", 1)
    ledger.balances.update({"eve": 2}, fay=6)
    print(ledger, ledger.total(), ledger.largest(), Ledger().largest())
    print(ledger.balances.get("none", 0), ledger.balances.pop("none", 1), ledger.balances.pop("dan"))

    grid = Grid(3)
    grid.connect(0, 1, 4)
    grid.connect(1, 2, 2.5)
    grid.connect(0, 2, 9)
    grid.close()
    print(grid.best)
    print(longest_rod([1, 5, 8, 9]), running([3, 4, 5]))

    queue: deque[float] = deque([1.5], maxlen=4)
    queue.append(2)
    queue.appendleft(3)
    queue.extend([4, 5.0])
    print(queue, queue[0])
    heap: list[float] = [2.5]
    for number in (3, 1, 2):
        heapq.heappush(heap, number)
    insort(heap, 2)
    print(heap, heapq.heappop(heap), heapq.heapreplace(heap, 9), heapq.nlargest(2, heap))
    print(heapq.heappushpop(heap, 9), 9 in heap, heap.index(9), sorted(heap))
    seen: set[float] = {0.5}
    seen.add(1)
    seen.add(1.0)
    seen |= {2}
    print(sorted(seen), 1.0 in seen, 2.0 in seen, 2 in seen)
    rates: dict[str, float] = defaultdict(float)
    rates["a"] += 3
    rates["b"] = 2
    print(dict(rates), rates["c"], rates.pop("b"), rates.pop("z", 0))
    ordered: OrderedDict[str, float] = OrderedDict()
    ordered["x"] = 1
    chained: ChainMap[str, float] = ChainMap({}, {"x": 2.0})
    chained["x"] = 1
    print(ordered, chained["x"], chained.maps[1]["x"])
    numbers = dict.fromkeys("ab", 0.5)
    numbers["a"] = 10**20
    print(numbers, numbers["a"] + 1, max(numbers.values()))
    weights: list[float] = [0] * 3
    weights[1] = 0.25
    weights[2] += 1
    print(weights, [w * 2 for w in weights], sum(weights), weights.index(1), weights.count(0.0))
    stack: Stack[float] = Stack()
    stack.push(8)
    more: UserList[float] = UserList()
    more.append(6)
    rows: list[list[float]] = [[0.0] * 2 for _ in range(2)]
    rows[0][1] = 7
    rows[1].append(3)
    print(stack.items, more, rows, asyncio.run(queued()))
    pairs: list[tuple[str, float]] = []
    pairs.append(("n", 3))
    pairs.sort(key=lambda pair: pair[1])
    print(pairs, Counter([1, 1.0, True]), f"{pairs[0][1]} {weights[1]:.1f} {weights[2]!r}")


main()
