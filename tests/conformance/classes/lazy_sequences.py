"""Sequences computed when asked: slices of slices, reversal, membership, equality with tuples, concatenation, repetition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")


class Lazy(Sequence[T]):
    """A window (a range of indices) upon something that gives items by index."""

    def __init__(self, get: Callable[[int], T], window: range) -> None:
        self._get = get
        self._window = window

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Lazy[T]: ...
    def __getitem__(self, index: int | slice) -> T | Lazy[T]:
        if isinstance(index, slice):
            return Lazy(self._get, self._window[index])
        try:
            return self._get(self._window[index])
        except IndexError:
            raise IndexError(f"{index} is outside of {len(self)} items") from None

    def __len__(self) -> int:
        return len(self._window)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Lazy, tuple, list)):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        shown = ", ".join(map(repr, self[:4]))
        return f"<{shown}{', ...' if len(self) > 4 else ''}>"

    def __add__(self, other: Sequence[T]) -> Lazy[T]:
        mine = len(self)
        return Lazy(lambda i: self[i] if i < mine else other[i - mine], range(mine + len(other)))

    def __mul__(self, times: int) -> Lazy[T]:
        return Lazy(lambda i: self[i % len(self)], range(len(self) * max(times, 0)))

    __rmul__ = __mul__

    def map(self, function: Callable[[T], R]) -> Lazy[R]:
        return Lazy(lambda i: function(self._get(i)), self._window)


class Counted(Generic[T]):
    def __init__(self, function: Callable[[int], T]) -> None:
        self.function, self.calls = function, 0

    def __call__(self, index: int) -> T:
        self.calls += 1
        return self.function(index)


class Chunks(Sequence[Sequence[T]]):
    """Parts of equal size; only `__getitem__` and `__len__`, the rest is Sequence's."""

    def __init__(self, items: Sequence[T], size: int) -> None:
        self.items, self.size = items, size

    @overload
    def __getitem__(self, index: int) -> Sequence[T]: ...
    @overload
    def __getitem__(self, index: slice) -> list[Sequence[T]]: ...
    def __getitem__(self, index: int | slice) -> Sequence[T] | list[Sequence[T]]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("chunk out of range")
        return self.items[index * self.size : (index + 1) * self.size]

    def __len__(self) -> int:
        return -(-len(self.items) // self.size)


class Countdown:
    """Iterable only by the old protocol: items until IndexError."""

    def __init__(self, start: int) -> None:
        self.start = start

    def __getitem__(self, index: int) -> int:
        if index > self.start:
            raise IndexError(index)
        return self.start - index


class Ring:
    """Its own iteration, reversal and membership."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __iter__(self) -> Iterator[str]:
        while True:
            yield from self.text

    def __reversed__(self) -> Iterator[str]:
        return iter(self.text[::-1])

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and part in self.text * 2

    def __getitem__(self, key: tuple[int, int] | int) -> str:
        match key:
            case int():
                return self.text[key % len(self.text)]
            case (start, count):
                return "".join(self[start + i] for i in range(count))


def describe(part: slice, length: int) -> str:
    start, stop, step = part.indices(length)
    return f"{part.start}:{part.stop}:{part.step} of {length} -> {list(range(start, stop, step))}"


def main() -> None:
    square = Counted(lambda i: i * i)
    squares = Lazy(square, range(10**12))
    print(squares, len(squares), squares[-1], squares[10:20:3], squares[::-1][:3], square.calls)
    window = squares[100:10:-7][1:-1]
    print(window, list(window), len(window), window[-2], window[2:2], list(reversed(window))[:2])
    print(
        window.index(86 * 86), window.count(1), 1369 in window, 1370 in window, squares[5:8] == (25, 36, 49)
    )
    print(
        squares[1:3] == [1, 4, 9],
        squares[1:3] != (1, 4),
        squares[0:2] == "01",
        hash(squares[1:4]) == hash((1, 4, 9)),
    )
    joined = squares[:3] + (-100, 10**20)
    print(joined, list(joined * 2), list(2 * squares[2:4]), list(squares[:2] * -1), joined[::2])
    text = Lazy(lambda i: chr(97 + i % 26), range(26)).map(str.upper)
    print("".join(text[::5]), "".join(text[-3:]), max(text), "Q" in text, text.map(ord)[2], square.calls)
    chunks = Chunks("abcdefgh", 3)
    print(
        list(chunks),
        chunks[-1],
        chunks[::2],
        len(chunks),
        "def" in chunks,
        list(reversed(chunks)),
        chunks.index("gh"),
    )
    print(
        list(iter(Countdown(4))),
        3 in iter(Countdown(4)),
        [*enumerate(iter(Countdown(1)), 1)],
        dict(zip("abc", iter(Countdown(5)))),
        max(iter(Countdown(7))),
    )
    first, *middle, last = iter(Countdown(3))
    print(first, middle, last, sorted(iter(Countdown(2))))
    ring = Ring("abc")
    print(
        "".join(islice(ring, 8)),
        "".join(reversed(ring)),
        "ca" in ring,
        "ac" in ring,
        3 in ring,
        ring[-1],
        ring[2, 5],
    )
    for part in (
        slice(None),
        slice(-3, None),
        slice(5, -20, -2),
        slice(None, None, -1),
        slice(3, 1),
        slice(-100, 100, 4),
    ):
        print(describe(part, 7), [*range(7)][part], "abcdefg"[part])
    actions: list[Callable[[], object]] = [
        lambda: squares[10**12],
        lambda: chunks[3],
        lambda: squares[::0],
        lambda: window.index(5),
        lambda: slice(1, 2, 0).indices(5),
        lambda: Countdown(2)[9],
    ]
    for action in actions:
        try:
            print(action())
        except (IndexError, ValueError, TypeError) as error:
            print(type(error).__name__, error)


main()
