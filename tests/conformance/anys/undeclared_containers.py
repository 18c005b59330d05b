"""Containers that nobody declares hold anything: what a script writes at its top."""

import sys
from typing import Generic, TypeVar
from collections import deque, defaultdict, Counter

CACHE = {}
SEEN = set()
ITEMS = []
QUEUE = deque()
GROUPS = defaultdict(list)
COUNTS = Counter()
CURRENT = None
T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, size: int = 1) -> None:
        self.size = size
        self.items: list[T] = []

    def add(self, x: T) -> None:
        self.items.append(x)


BOX = Box(3)


def fib(n: int) -> int:
    if n in CACHE:
        return CACHE[n]
    SEEN.add(n)
    result = n if n < 2 else fib(n - 1) + fib(n - 2)
    CACHE[n] = result
    ITEMS.append((n, result))
    QUEUE.append(n * 0.5)
    GROUPS[n % 2].append(str(n))
    COUNTS[n % 3] += 1
    return result


def use(name: str) -> None:
    global CURRENT
    CURRENT = name
    BOX.items.append(name)


class Registry:
    handlers = {}

    def __init__(self) -> None:
        self.log = []

    def on(self, name: str) -> None:
        self.handlers[name] = self.log
        self.log.append(name)


print(fib(10), len(CACHE), sorted(SEEN)[:3], ITEMS[:2], QUEUE[0], dict(GROUPS), COUNTS.most_common(2))
use("x")
print(CURRENT, BOX.items, CURRENT.upper() if CURRENT else None)
r = Registry()
r.on("a")
