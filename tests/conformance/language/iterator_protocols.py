"""Iterators by class: __iter__, __next__, __getitem__ sequences, __reversed__, __length_hint__, two-argument iter, peeking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> Iterator[int]:
        return CountdownIterator(self.n)

    def __reversed__(self) -> Iterator[int]:
        return iter(range(1, self.n + 1))

    def __len__(self) -> int:
        return self.n

    def __contains__(self, x: object) -> bool:
        return isinstance(x, int) and 1 <= x <= self.n


class CountdownIterator:
    live = 0

    def __init__(self, n: int) -> None:
        self.n = n
        CountdownIterator.live += 1

    def __iter__(self) -> CountdownIterator:
        return self

    def __next__(self) -> int:
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class OldStyle:
    def __init__(self, *items: str) -> None:
        self.items = items
        self.asked: list[int] = []

    def __getitem__(self, i: int) -> str:
        self.asked.append(i)
        return self.items[i]


class Peekable(Generic[T]):
    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._ahead: list[T] = []

    def __iter__(self) -> Peekable[T]:
        return self

    def __next__(self) -> T:
        return self._ahead.pop(0) if self._ahead else next(self._source)

    def peek(self, default: T | None = None) -> T | None:
        if not self._ahead:
            try:
                self._ahead.append(next(self._source))
            except StopIteration:
                return default
        return self._ahead[0]

    def __bool__(self) -> bool:
        try:
            self._ahead = self._ahead or [next(self._source)]
        except StopIteration:
            return False
        return True


class Linked(Generic[T]):
    def __init__(self, value: T, following: Linked[T] | None = None) -> None:
        self.value, self.following = value, following

    def __iter__(self) -> Iterator[T]:
        node: Linked[T] | None = self
        while node:
            yield node.value
            node = node.following

    def __bool__(self) -> bool:
        return True


class Fib:
    def __iter__(self) -> Iterator[int]:
        a, b = 0, 1
        while True:
            yield a
            a, b = b, a + b

    def __getitem__(self, where: slice) -> list[int]:
        start, stop, step = where.start or 0, where.stop, where.step or 1
        return [n for i, n in zip(range(stop), self) if i >= start and (i - start) % step == 0]


def runs(items: Iterable[T]) -> Iterator[tuple[T, int]]:
    stream = Peekable(items)
    for item in stream:
        count = 1
        while stream and stream.peek() == item:
            next(stream)
            count += 1
        yield item, count


def reader(chunks: list[str]) -> Callable[[], str]:
    left = iter(chunks)
    return lambda: next(left, "")


c = Countdown(4)
print(list(c), list(reversed(c)), len(c), 3 in c, 9 in c, [*zip(c, c)], sorted(c), max(c), sum(c), CountdownIterator.live)
it = iter(c)
print(next(it), next(it), list(it), next(it, "done"), next(it, "still"))
old = OldStyle("x", "y", "z")
print(old[1], old.asked)
p = Peekable([1, 2, 3])
print(p.peek(), next(p), p.peek(), bool(p), list(p), p.peek(-1), bool(p))
print(list(runs("aaabccdddd")), list(runs([1, 1, 1])), list(runs("")))
print(list(Linked(1, Linked(2, Linked(3)))), sum(Linked(1.5, Linked(2.0))), "b" in Linked("a", Linked("b")), [*map(str.upper, Linked("x"))])
print(Fib()[5:10], Fib()[:12:3], [n for n in zip(Fib(), "abc")])
print(list(iter(reader(["ab", "c", "", "never"]), "")))
a, b, *rest = Countdown(5)
print(a, b, rest, dict(zip("pq", Countdown(2))), tuple(Countdown(0)), set(Countdown(3)), list(map(max, Countdown(3), [5, 1, 1])))
first, second = iter("ab")
print(first, second, all(Countdown(2)), any(Countdown(0)), list(filter(lambda n: n % 2, Countdown(5))), min(Countdown(0), default="none"))
numbers = [1, 2, 3, 4]
for n in numbers:
    if n % 2:
        numbers.remove(n)
print(numbers)
d = {"a": 1}
try:
    for key in d:
        d[key + "x"] = 2
except RuntimeError as error:
    print(error)
try:
    next(iter([]))
except StopIteration as stop:
    print(repr(stop), stop.value)
x, y = Countdown(3)
