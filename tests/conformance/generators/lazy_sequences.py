"""Lazy sequences that remember what they made: chaining, slicing, infinite ones, merging, primes, Hamming numbers."""

from __future__ import annotations

import heapq
import itertools
import operator
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
U = TypeVar("U")
N = TypeVar("N", int, float)


class Lazy(Generic[T]):
    """A sequence whose items are made when they are asked for, each once."""

    def __init__(self, source: Iterable[T] = ()) -> None:
        self._made: list[T] = []
        self._source: Iterator[T] | None = iter(source)

    def _more(self, count: int) -> bool:
        while self._source is not None and len(self._made) < count:
            try:
                self._made.append(next(self._source))
            except StopIteration:
                self._source = None
        return len(self._made) >= count

    @property
    def known(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[T]:
        place = 0
        while self._more(place + 1):
            yield self._made[place]
            place += 1

    @overload
    def __getitem__(self, key: int) -> T: ...

    @overload
    def __getitem__(self, key: slice) -> Lazy[T]: ...

    def __getitem__(self, key: int | slice) -> T | Lazy[T]:
        if isinstance(key, slice):
            start, step = key.start or 0, key.step or 1
            if start < 0 or step < 0 or (key.stop is not None and key.stop < 0):
                raise ValueError("lazy sequences have no end to count from")
            return Lazy(itertools.islice(self, start, key.stop, step))
        if key < 0:
            raise IndexError("negative index of a lazy sequence")
        if not self._more(key + 1):
            raise IndexError(f"index {key} of {len(self._made)} items")
        return self._made[key]

    def __add__(self, other: Iterable[T]) -> Lazy[T]:
        return Lazy(itertools.chain(self, other))

    def __rshift__(self, function: Callable[[T], U]) -> Lazy[U]:
        return Lazy(map(function, self))

    def __or__(self, wanted: Callable[[T], bool]) -> Lazy[T]:
        return Lazy(filter(wanted, self))

    def __bool__(self) -> bool:
        return self._more(1)

    def __contains__(self, item: object) -> bool:
        return any(item == made for made in self)

    def flat(self, function: Callable[[T], Iterable[U]]) -> Lazy[U]:
        return Lazy(result for item in self for result in function(item))

    def until(self, wanted: Callable[[T], bool]) -> Lazy[T]:
        return Lazy(itertools.takewhile(lambda item: not wanted(item), self))

    def scan(self, function: Callable[[U, T], U], start: U) -> Lazy[U]:
        def steps() -> Iterator[U]:
            total = start
            yield total
            for item in self:
                total = function(total, item)
                yield total

        return Lazy(steps())

    def zipped(self, other: Iterable[U]) -> Lazy[tuple[T, U]]:
        return Lazy(zip(self, other))

    def __repr__(self) -> str:
        shown = ", ".join(map(repr, self._made[:5]))
        rest = "" if self._source is None and len(self._made) <= 5 else ("..." if not shown else ", ...")
        return f"Lazy[{shown}{rest}]"


def naturals(start: int = 0) -> Lazy[int]:
    return Lazy(itertools.count(start))


def primes() -> Iterator[int]:
    """A sieve that grows: composites wait with their next factor."""
    composites: dict[int, list[int]] = {}
    for n in itertools.count(2):
        factors = composites.pop(n, None)
        if factors is None:
            yield n
            composites[n * n] = [n]
        else:
            for factor in factors:
                composites.setdefault(n + factor, []).append(factor)


def distinct(items: Iterable[int]) -> Iterator[int]:
    return (key for key, _ in itertools.groupby(items))


def hamming() -> Lazy[int]:
    """Numbers without other prime factors than 2, 3 and 5, defined by themselves."""
    numbers: Lazy[int]

    def generate() -> Iterator[int]:
        yield 1
        yield from distinct(heapq.merge(*[(numbers >> (lambda n, f=f: n * f)) for f in (2, 3, 5)]))  # type: ignore[misc]

    numbers = Lazy(generate())
    return numbers


def fibonacci() -> Lazy[int]:
    result: Lazy[int] = Lazy()
    result = Lazy(itertools.chain((0, 1), map(operator.add, Later(lambda: result), Later(lambda: result[1:]))))
    return result


class Later(Generic[T]):
    """An iterable that is made when it is first iterated over."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self.make = make

    def __iter__(self) -> Iterator[T]:
        yield from self.make()


def running_average() -> Generator[float, float, None]:
    total, count, average = 0.0, 0, 0.0
    while True:
        total += yield average
        count += 1
        average = total / count


squares = naturals(1) >> (lambda n: n * n)
print(squares, squares[4], squares.known, squares, squares[2:6], list(squares[1:9:3]), bool(squares), bool(Lazy[int]()))
even = squares | (lambda n: n % 2 == 0)
print(list(even[:4]), squares.known, 36 in even, even[3])
made: list[int] = []


def noisy(n: int) -> int:
    made.append(n)
    return n * 10


shared = Lazy(map(noisy, range(4)))
print(list(shared), list(shared), made, shared[3], repr(Lazy[str]()), shared)
for attempt in (lambda: shared[9], lambda: shared[-1], lambda: shared[-2:], lambda: shared[:-1]):
    try:
        print(attempt())
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
prime = Lazy(primes())
print(list(prime.until(lambda p: p > 40)), prime[100], list((prime | (lambda p: str(p) == str(p)[::-1]))[5:9]))
twins = prime.zipped(prime[1:]) | (lambda pair: pair[1] - pair[0] == 2)
print(list(twins[:5]), list(hamming()[:15]), hamming()[200])
fib = fibonacci()
print(list(fib[:12]), fib[90], fib.known)
print(list(naturals().flat(lambda n: [n] * n)[:8]), list(Lazy("abc") + "de"), list(Lazy([3, 1, 2]).scan(operator.add, 0)), list(Lazy("ab").scan(lambda t, c: c + t, "")))
averages = running_average()
next(averages)
print([round(averages.send(x), 3) for x in (1, 2, 6, -1)])
words: Sequence[str] = "to be or not to be".split()
print(Lazy(words).zipped(naturals()) >> (lambda pair: pair[0] * pair[1]), list(Lazy(words).zipped(naturals()) >> (lambda pair: f"{pair[1]}{pair[0]}")))
