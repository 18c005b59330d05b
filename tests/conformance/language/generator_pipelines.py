"""Generators chained into pipelines: send, return values, delegation, early close, tee, windows, merges, infinite."""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
log: list[str] = []


def numbers(limit: int | None = None) -> Iterator[int]:
    n = 0
    try:
        while limit is None or n < limit:
            yield n
            n += 1
    finally:
        log.append(f"numbers closed at {n}")


def stage(f: Callable[[T], U], source: Iterable[T]) -> Iterator[U]:
    for item in source:
        yield f(item)


def take(n: int, source: Iterable[T]) -> list[T]:
    return [item for _, item in zip(range(n), source)]


def windows(source: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    window: deque[T] = deque(maxlen=size)
    for item in source:
        window.append(item)
        if len(window) == size:
            yield tuple(window)


def averager() -> Generator[float, float | None, tuple[int, float]]:
    total, count, average = 0.0, 0, 0.0
    while True:
        value = yield average
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count


def report(results: dict[str, tuple[int, float]], name: str) -> Generator[float, float | None, None]:
    results[name] = yield from averager()
    yield -1.0


def primes() -> Iterator[int]:
    found: dict[int, list[int]] = {}
    for n in itertools.count(2):
        if n not in found:
            yield n
            found[n * n] = [n]
        else:
            for p in found.pop(n):
                found.setdefault(n + p, []).append(p)


def hamming() -> Iterator[int]:
    heap, last = [1], 0
    while True:
        n = heapq.heappop(heap)
        if n != last:
            yield n
            last = n
            for k in (2, 3, 5):
                heapq.heappush(heap, n * k)


def permutations(items: list[T]) -> Iterator[list[T]]:
    if not items:
        yield []
    for i, head in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [head, *rest]


def chunks(text: str) -> Generator[str, int, str]:
    at, size = 0, 1
    while at < len(text):
        wanted = yield text[at : at + size]
        at += size
        size = wanted or size
    return f"done at {at}"


def collect(source: Generator[str, int, str], sizes: Iterable[int]) -> list[str]:
    out = [next(source)]
    for size in sizes:
        try:
            out.append(source.send(size))
        except StopIteration as stop:
            out.append(stop.value)
            break
    return out


source = numbers()
print(take(5, stage(lambda n: n * n, source)), next(source), take(0, source), next(source))
source.close()  # type: ignore[attr-defined]
print(log, list(source), sum(stage(float, numbers(4))), log)
print(list(windows("abcde", 3)), list(windows([1], 2)), take(3, (b - a for a, b in windows(primes(), 2) if a > 80)))
print(list(itertools.takewhile(lambda p: p < 50, primes())), take(15, hamming()))
results: dict[str, tuple[int, float]] = {}
for name, values in {"a": [1.0, 2.0, 6.0], "b": [], "c": [0.5]}.items():
    r = report(results, name)
    next(r)
    print([r.send(v) for v in values], r.send(None))
print(results)
print([*map("".join, permutations(list("abc")))], sum(1 for _ in permutations([1, 2, 3, 4, 5])))
print(collect(chunks("abcdefghij"), [2, 3, 0, 9, 1]), collect(chunks("ab"), [5, 5]))
first, second = itertools.tee(stage(lambda p: p % 10, primes()))
print(take(6, first), take(3, second), next(first), next(second))
merged = heapq.merge((n * 3 for n in numbers(5)), (n * n for n in numbers(4)), [2, 2, 11])
print(list(merged), list(itertools.accumulate(numbers(6), lambda a, b: a * 2 + b)))
for key, group in itertools.groupby(sorted(["apple", "bob", "cat", "alice", "bee"], key=lambda w: w[0]), key=lambda w: w[0]):
    print(key, list(group), end="; ")
print()
squares = (n * n for n in numbers(10) if n % 3)
print(next(squares), 16 in squares, list(squares), dict(zip("abc", itertools.cycle([0, 1]))))


def broken() -> Iterator[int]:
    yield 1
    raise StopIteration("inside")


try:
    print(list(broken()))
except RuntimeError as error:
    print(error, repr(error.__cause__))
g = averager()
try:
    g.send(1.0)
except TypeError as error:
    print(error)
next(g)
try:
    g.throw(ValueError("thrown"))
except ValueError as error:
    print(error, list(g))
print(log[-2:])
print(next(chunks("")))
