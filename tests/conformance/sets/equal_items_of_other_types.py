"""Sets of equal items of different types: an intersection has the items of the set that CPython walks."""
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from enum import IntEnum
from fractions import Fraction
from typing import Any


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Word(str):
    """A text that tells where it comes from."""

    def __repr__(self) -> str:
        return f"Word({str(self)!r})"


def flags(a: set[int], b: set[bool]) -> set[int]:
    return a & b


def common(a: AbstractSet[object], b: AbstractSet[object]) -> AbstractSet[object]:
    return a & b


def kinds(values: AbstractSet[object]) -> list[str]:
    return sorted(type(v).__name__ for v in values)


def numbers() -> None:
    print(flags({0, 1, 2}, {True}), flags({1}, {True, False}), {1, 2, 3}.intersection([True]))
    mixed: set[int | float] = {1, 2, 3}
    print(mixed & {2.0}, {2.0} & mixed, mixed.intersection([3.0]), kinds(mixed & {1.0, 2, 3.0}))
    halves: set[Fraction | float] = {Fraction(1, 2), 0.25}
    print(halves & {0.5}, halves & {Fraction(1, 4)})
    whole: set[float] = {1.0, 2.0}
    print(whole & {1}, kinds(whole & {1, 2, 3}))
    anything: set[Any] = {1, 2}
    print(anything & {2.0}, anything.intersection((1.0,)))
    anything &= {1.0}
    print(anything)
    anything = {1, "a"}
    anything.intersection_update([True, "a", "b"])
    print(kinds(anything))
    try:
        print({1, 2} & {Level.LOW}, {Level.HIGH, Level.LOW} & {1, 2, 3})
    except TypeError as error:
        print(error)


def texts() -> None:
    names = {"ann", "bob", "cid"}
    print(names & {Word("bob")}, names.intersection([Word("cid")]), sorted(map(repr, names & {Word("ann"), Word("x")})))
    print(frozenset(names) & {Word("bob")}, frozenset({1, 2}) & {True})


def views() -> None:
    prices: dict[float, str] = {1.0: "a", 2.0: "b"}
    mixed: set[float | int] = {1, 2}
    print(mixed & prices.keys(), prices.keys() & mixed)
    for left, right in (
        (prices.keys(), frozenset({1, 2})),
        ({1, 5}, prices.keys()),
        (frozenset({1, 2}), {1.0}),
    ):
        a: AbstractSet[object] = left
        b: AbstractSet[object] = right
        print(type(a & b).__name__, type(a | b).__name__, type(a - b).__name__, type(a ^ b).__name__, common(a, b))


class Sorted(AbstractSet[int]):
    """A set of one's own: it makes another of its kind of whatever it meets."""

    def __init__(self, items: Iterable[int]) -> None:
        self.items = sorted(set(items))

    def __contains__(self, item: object) -> bool:
        return item in self.items

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class Upper(Mapping[str, int]):
    def __init__(self, held: dict[str, int]) -> None:
        self.held = held

    def __getitem__(self, key: str) -> int:
        return self.held[key.lower()]

    def __iter__(self) -> Iterator[str]:
        return (key.upper() for key in self.held)

    def __len__(self) -> int:
        return len(self.held)


def others() -> None:
    mine = Sorted([3, 1, 2])
    for made in (mine & {1, 2, 9}, mine | {7}, mine - {1}, mine ^ {1, 9}):
        print(type(made).__name__, list(made))
    view = Upper({"a": 1, "b": 2}).keys()
    print(sorted({"A", "z"} & view), sorted({"A", "z"} | view), {"A", "z"} - view, sorted({"A", "z"} ^ view))
    print(type(view & {"A"}).__name__, type(frozenset({"A"}) & view).__name__, sorted(view | {"q"}))
    seen = {"A", "z"}
    alias = seen
    seen &= view  # another set: a view answers
    print(seen, sorted(alias), seen is alias)
    seen = {"A"}
    alias = seen
    seen |= {"k": 1}.keys()
    print(sorted(seen), alias)
    seen |= {"m"}
    alias = seen
    seen -= {"m"}
    print(sorted(seen), alias is seen)


numbers()
texts()
others()
views()
