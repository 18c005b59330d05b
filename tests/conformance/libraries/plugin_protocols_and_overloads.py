"""Protocols, overloads and generics together: adapters, serialisers by type, comparators, a typed registry, builders."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypeVar, overload, runtime_checkable

T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K")
T_contra = TypeVar("T_contra", contravariant=True)
N = TypeVar("N", int, float, str)


@runtime_checkable
class Sized(Protocol):
    def __len__(self) -> int: ...


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Closeable(Protocol):
    closed: bool

    def close(self) -> None: ...


class Encoder(Protocol[T_contra]):
    def __call__(self, value: T_contra, /) -> str: ...


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


C = TypeVar("C", bound=Comparable)


class Encoders:
    def __init__(self) -> None:
        self._known: dict[type[Any], Encoder[Any]] = {}

    def add(self, kind: type[T], encoder: Encoder[T]) -> Self:
        self._known[kind] = encoder
        return self

    def for_type(self, kind: type[T]) -> Callable[[Encoder[T]], Encoder[T]]:
        def register(encoder: Encoder[T]) -> Encoder[T]:
            self.add(kind, encoder)
            return encoder

        return register

    def encode(self, value: object) -> str:
        for kind in reversed(list(self._known)):
            if isinstance(value, kind):
                return self._known[kind](value)
        raise TypeError(f"no encoder for {type(value).__name__}")


encoders = Encoders().add(int, lambda n: f"i{n}").add(str, lambda s: f"s{len(s)}:{s}").add(type(None), lambda _: "n")


@encoders.for_type(bool)
def encode_bool(value: bool) -> str:
    return "tf"[not value]


@encoders.for_type(list)
def encode_list(value: list[Any]) -> str:
    return "[" + "".join(map(encoders.encode, value)) + "]"


@encoders.for_type(dict)
def encode_dict(value: dict[str, Any]) -> str:
    return "{" + "".join(encoders.encode(part) for pair in sorted(value.items()) for part in pair) + "}"


@encoders.for_type(date)
class DateEncoder:
    def __new__(cls, value: date) -> str:  # type: ignore[misc]
        return f"d{value.toordinal()}"


NOTHING = object()


class Column(Generic[T]):
    def __init__(self, name: str, read: Callable[[str], T], show: Callable[[T], str] = str) -> None:
        self.name, self.read, self.show = name, read, show

    @overload
    def parse(self, text: str) -> T: ...

    @overload
    def parse(self, text: str, default: U) -> T | U: ...

    def parse(self, text: str, default: Any = NOTHING) -> Any:
        try:
            return self.read(text)
        except ValueError:
            if default is NOTHING:
                raise
            return default


class Comparator(Generic[T]):
    """How to order things: by keys, reversed, one after another."""

    def __init__(self, compare: Callable[[T, T], int]) -> None:
        self.compare = compare

    @classmethod
    def by(cls, key: Callable[[T], Comparable]) -> Comparator[T]:
        def compare(a: T, b: T) -> int:
            x, y = key(a), key(b)
            return -1 if x < y else 1 if y < x else 0

        return cls(compare)

    def reversed(self) -> Comparator[T]:
        return Comparator(lambda a, b: self.compare(b, a))

    def then(self, key: Callable[[T], Comparable] | Comparator[T]) -> Comparator[T]:
        other = key if isinstance(key, Comparator) else Comparator.by(key)
        return Comparator(lambda a, b: self.compare(a, b) or other.compare(a, b))

    def sorted(self, items: Iterable[T]) -> list[T]:
        return sorted(items, key=functools.cmp_to_key(self.compare))

    def least(self, items: Iterable[T]) -> T:
        return functools.reduce(lambda a, b: b if self.compare(b, a) < 0 else a, items)


class Person(NamedTuple):
    name: str
    age: int
    city: str = "Oslo"


@dataclass
class Handle:
    name: str
    closed: bool = False
    opened: ClassVar[int] = 0

    def close(self) -> None:
        self.closed = True

    def __len__(self) -> int:
        return len(self.name)


@overload
def convert(value: str, to: Literal["int"]) -> int: ...


@overload
def convert(value: str, to: Literal["words"]) -> list[str]: ...


@overload
def convert(value: int, to: Literal["days"] = ...) -> timedelta: ...


def convert(value: str | int, to: str = "days") -> int | list[str] | timedelta:
    match value, to:
        case str(), "int":
            return int(value)
        case str(), "words":
            return value.split()
        case int(), _:
            return timedelta(days=value)
    raise TypeError(f"cannot convert {value!r} to {to}")


def double(value: N) -> N:
    return value + value


def largest(first: C, *rest: C) -> C:
    best = first
    for item in rest:
        if best < item:
            best = item
    return best


def grouped(items: Iterable[T], key: Callable[[T], K]) -> Mapping[K, Sequence[T]]:
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def close_all(things: Iterable[object]) -> Iterator[str]:
    for thing in things:
        label = thing.name if isinstance(thing, Named) else type(thing).__name__
        size = f" of {len(thing)}" if isinstance(thing, Sized) else ""
        if isinstance(thing, Closeable) and not thing.closed:
            thing.close()
            yield f"{label}{size} closed"
        else:
            yield f"{label}{size} left"


for value in (5, True, "héé", None, [1, [False, "x"], None], {"b": 1, "a": [2]}, date(2024, 2, 29)):
    print(encoders.encode(value), end=" ")
print()
for bad in (1.5, [object], (1,)):
    try:
        encoders.encode(bad)
    except TypeError as error:
        print(error)
number, day = Column("n", int), Column("day", date.fromisoformat, lambda d: d.strftime("%d.%m.%Y"))
print(number.parse(" 42 "), number.parse("x", None), number.parse("", "?"), day.show(day.parse("2024-03-01")), day.parse("bad", 0))
try:
    number.parse("4x")
except ValueError as error:
    print(error)
people = [Person("ann", 31), Person("bob", 25, "Rome"), Person("cid", 31, "Rome"), Person("dee", 25)]
by_age: Comparator[Person] = Comparator.by(lambda p: p.age)
print([p.name for p in by_age.reversed().then(lambda p: p.city).sorted(people)], by_age.then(Comparator[Person].by(lambda p: p.name).reversed()).least(people).name)
print({city: [p.name for p in group] for city, group in grouped(people, lambda p: p.city).items()}, largest(*people).name, largest("b", "abc"), largest(2.5, 2), largest(date.min, date.max) == date.max)
print(list(close_all([Handle("h1"), Handle("h2", True), [1, 2], "text", people[0], 5])))
print(convert("12", "int") + 1, convert("a b", "words"), convert(3), convert(2, "days").total_seconds())
try:
    convert("x", "days")  # type: ignore[call-overload]
except TypeError as error:
    print(error)
print(double(2), double(1.5), double("ab"), isinstance(5, Sized), isinstance({}, Sized), issubclass(Handle, Sized), isinstance(Person("x", 1), Named))
