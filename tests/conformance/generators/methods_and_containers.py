"""Generators as methods, in classes and containers, with state that outlives them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass
class Node(Generic[T]):
    value: T
    left: Node[T] | None = None
    right: Node[T] | None = None

    def __iter__(self) -> Iterator[T]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right

    def levels(self) -> Iterator[list[T]]:
        row: list[Node[T]] = [self]
        while row:
            yield [n.value for n in row]
            row = [c for n in row for c in (n.left, n.right) if c is not None]


@dataclass
class Scheduler:
    tasks: list[Generator[str, int, str]] = field(default_factory=list)
    results: dict[int, str] = field(default_factory=dict)

    def add(self, task: Generator[str, int, str]) -> int:
        self.tasks.append(task)
        return len(self.tasks) - 1

    def run(self) -> Iterator[str]:
        waiting = {i: iter([0]) for i in range(len(self.tasks))}
        started: set[int] = set()
        tick = 0
        while waiting:
            for i in list(waiting):
                tick += 1
                try:
                    said = next(self.tasks[i]) if i not in started else self.tasks[i].send(tick)
                    started.add(i)
                    yield f"{i}: {said}"
                except StopIteration as stop:
                    self.results[i] = stop.value
                    del waiting[i]


def job(name: str, steps: int) -> Generator[str, int, str]:
    total = 0
    for step in range(steps):
        total += yield f"{name} step {step}"
    return f"{name} total {total}"


def mapped(f: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
    for item in items:
        yield f(item)


def chunks(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    chunk: list[T] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def primes() -> Iterator[int]:
    found: list[int] = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


def take(items: Iterable[T], n: int) -> list[T]:
    return [item for item, _ in zip(items, range(n))]


class Countdown:
    def __init__(self, start: int) -> None:
        self.start = start

    def __iter__(self) -> Generator[int, None, None]:
        n = self.start
        while n > 0:
            yield n
            n -= 1

    @property
    def squares(self) -> Iterator[int]:
        return (n * n for n in self)

    @staticmethod
    def of(*starts: int) -> Iterator[Countdown]:
        yield from map(Countdown, starts)

    @classmethod
    def joined(cls, *starts: int) -> Iterator[int]:
        for c in cls.of(*starts):
            yield from c


def closures() -> list[Callable[[], int]]:
    made = 0

    def counter(start: int) -> Iterator[int]:
        nonlocal made
        made += 1
        while True:
            yield start
            start += made

    sources = [counter(i) for i in (10, 20)]
    return [lambda s=s: next(s) for s in sources]  # type: ignore[misc]


def main() -> None:
    root = Node(4, Node(2, Node(1), Node(3)), Node(6, Node(5)))
    print(list(root), sum(root), sorted(root, reverse=True)[:2], [*root.levels()])
    words = Node("m", Node("c"), Node("x"))
    print("".join(words), list(enumerate(words)), dict(zip(words, root)))
    s = Scheduler()
    s.add(job("a", 2))
    s.add(job("b", 3))
    for line in s.run():
        print(line)
    print(s.results)
    print(list(chunks(mapped(lambda x: x * 1.5, range(5)), 2)), take(primes(), 8))
    print(list(Countdown(3)), list(Countdown(3).squares), list(Countdown.joined(2, 3)))
    first, second = closures()
    print(first(), first(), second(), first(), second())
    gens = {"evens": (x for x in range(10) if x % 2 == 0), "odds": (x for x in range(10) if x % 2)}
    print([next(g) for _ in range(3) for g in gens.values()])
    matrix = ((i * j for j in range(3)) for i in range(3))
    print([list(row) for row in matrix])
    a, b, *rest = primes_below(20)
    print(a, b, rest, max(primes_below(30)), 17 in primes_below(20), tuple(primes_below(8)))


def primes_below(limit: int) -> Iterator[int]:
    for p in primes():
        if p >= limit:
            return
        yield p


main()
