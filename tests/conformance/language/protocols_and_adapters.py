"""Protocols: structural arguments, runtime checks, generic protocols, callables as protocols, properties in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Iterable, Iterator, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


@runtime_checkable
class Shape(Protocol):
    name: str

    @property
    def area(self) -> float: ...

    def scaled(self, k: float) -> Shape: ...


class Source(Protocol[T_co]):
    def pull(self) -> T_co | None: ...


class Sink(Protocol[T_contra]):
    def push(self, item: T_contra) -> None: ...


class Transform(Protocol):
    def __call__(self, text: str, /, *, times: int = 1) -> str: ...


@runtime_checkable
class Sized(Protocol):
    def __len__(self) -> int: ...


@dataclass
class Square:
    side: float
    name: str = "square"

    @property
    def area(self) -> float:
        return self.side**2

    def scaled(self, k: float) -> Square:
        return Square(self.side * k)


class Circle:
    def __init__(self, r: float) -> None:
        self.r = r
        self.name = "circle"
        self.area = 3 * r * r

    def scaled(self, k: float) -> Circle:
        return Circle(self.r * k)


class Blob:
    name = "blob"

    def scaled(self, k: float) -> Blob:
        return self


def largest(shapes: Iterable[Shape]) -> Shape:
    return max(shapes, key=lambda s: s.area)


class Counting:
    def __init__(self, limit: int) -> None:
        self.n, self.limit = 0, limit

    def pull(self) -> int | None:
        self.n += 1
        return self.n if self.n <= self.limit else None


class Lines:
    def __init__(self, text: str) -> None:
        self.lines = iter(text.splitlines())

    def pull(self) -> str | None:
        return next(self.lines, None)


class Total:
    def __init__(self) -> None:
        self.total = 0.0

    def push(self, item: float) -> None:
        self.total += item


class Log:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def push(self, item: object) -> None:
        self.seen.append(repr(item))


def drain(source: Source[T], *sinks: Sink[T]) -> int:
    count = 0
    while (item := source.pull()) is not None:
        for sink in sinks:
            sink.push(item)
        count += 1
    return count


def shout(text: str, /, *, times: int = 1) -> str:
    return text.upper() + "!" * times


class Repeater:
    def __call__(self, text: str, /, *, times: int = 1) -> str:
        return text * times


def apply(f: Transform, words: list[str]) -> list[str]:
    return [f(w, times=i) for i, w in enumerate(words)] + [f("end")]


shapes: list[Shape] = [Square(2), Circle(1.5), Square(1).scaled(2.5)]
print([f"{s.name} {s.area:g}" for s in shapes], largest(shapes).name, largest(shapes).scaled(2).area)
things: list[Any] = [Square(1), Circle(2), Blob(), 5, "text", [1], {}, None]
print([isinstance(x, Shape) for x in things], [isinstance(x, Sized) for x in things])
total, log = Total(), Log()
print(drain(Counting(4), total, log), total.total, log.seen)
print(drain(Lines("a\n\nb"), log), log.seen, drain(Counting(0), log))
print(apply(shout, ["a", "b", "c"]), apply(Repeater(), ["x", "y", "z"]), apply(lambda t, /, *, times=1: f"{t}{times}", ["q"]))


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Ord = TypeVar("Ord", bound=Comparable)


def ranked(items: Iterable[Ord], key: Callable[[Ord], Comparable] | None = None) -> Iterator[tuple[int, Ord]]:
    order = sorted(items) if key is None else sorted(items, key=key)
    yield from enumerate(order, start=1)


@dataclass(frozen=True)
class Version:
    major: int
    minor: int

    def __lt__(self, other: Version) -> bool:
        return (self.major, self.minor) < (other.major, other.minor)


print(list(ranked([Version(1, 2), Version(0, 9), Version(1, 0)])))
print(list(ranked(["bb", "a", "ccc"], key=lambda w: -len(w))), list(ranked([2.5, -1.0])))


def describe(x: object) -> str:
    match x:
        case Shape(name=name, area=area):
            return f"shape {name} of {area:g}"
        case Sized() as sized:
            return f"sized {len(sized)}"
        case _:
            return f"other {type(x).__name__}"


print([describe(x) for x in things])
print(largest([]))
