"""`singledispatch`, `singledispatchmethod`, `total_ordering`, and `typing.overload` in a program of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatch, singledispatchmethod, total_ordering
from typing import Any, Literal, overload


@singledispatch
def describe(value: object) -> str:
    """Say what it is."""
    return f"something {value!r}"


@describe.register
def _(value: int) -> str:
    return f"int {value}"


@describe.register
def _(value: str, *, quote: str = "'") -> str:
    return f"text {quote}{value}{quote}"


@describe.register(list)
def describe_list(value: list[Any]) -> str:
    return "list of " + ", ".join(describe(item) for item in value)


@describe.register(dict)
@describe.register(Mapping)
def describe_mapping(value: Mapping[Any, Any]) -> str:
    return f"mapping of {len(value)}"


class Animal:
    name = "animal"


class Dog(Animal):
    name = "dog"


class Puppy(Dog):
    name = "puppy"


@describe.register
def _(value: Animal) -> str:
    return f"animal {value.name}"


@describe.register
def _(value: Dog) -> str:
    return f"a real {value.name}"


describe.register(float, lambda value: f"float {value:.2f}")
describe.register(type(None), lambda value: "nothing")


class Formatter:
    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    @singledispatchmethod
    def format(self, value: object) -> str:
        return f"{self.prefix}?{value!r}"

    @format.register
    def _(self, value: int) -> str:
        return f"{self.prefix}#{value}"

    @format.register
    def _(self, value: str) -> str:
        return f"{self.prefix}${value}"

    @format.register(list)
    def _(self, value: list[Any]) -> str:
        return self.prefix + "[" + " ".join(self.format(v) for v in value) + "]"


@total_ordering
class Version:
    def __init__(self, major: int, minor: int) -> None:
        self.major, self.minor = major, minor

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other: Version) -> bool:
        return (self.major, self.minor) < (other.major, other.minor)

    def __repr__(self) -> str:
        return f"v{self.major}.{self.minor}"


@overload
def double(value: int) -> int: ...
@overload
def double(value: str) -> str: ...
@overload
def double(value: list[int], *, flat: Literal[True] = ...) -> list[int]: ...
def double(value: int | str | list[int], *, flat: bool = True) -> int | str | list[int]:
    if isinstance(value, int):
        return value * 2
    if isinstance(value, str):
        return value + value
    return value + value if flat else [len(value)]


class Store:
    def __init__(self) -> None:
        self.items: dict[str, int] = {"a": 1}

    @overload
    def get(self, key: str) -> int | None: ...
    @overload
    def get(self, key: str, default: int) -> int: ...
    def get(self, key: str, default: int | None = None) -> int | None:
        return self.items.get(key, default)

    @overload
    def __getitem__(self, key: int) -> str: ...
    @overload
    def __getitem__(self, key: slice) -> list[str]: ...
    def __getitem__(self, key: int | slice) -> str | list[str]:
        names = list(self.items)
        return names[key]


def main() -> None:
    values: list[object] = [
        1,
        "two",
        3.0,
        None,
        [1, "x", [2]],
        {"k": 1},
        Animal(),
        Dog(),
        Puppy(),
        True,
        (1,),
        b"z",
    ]
    for value in values:
        print(describe(value))
    print(describe("q"), describe.__doc__)
    print(describe.dispatch(int)(5), describe.dispatch(Puppy)(Puppy()), describe_list([0]))
    formatter = Formatter(">")
    print(formatter.format(1), formatter.format("s"), formatter.format([1, "a", 2.5]), formatter.format(None))
    versions = [Version(1, 2), Version(1, 0), Version(0, 9)]
    a, b = versions[0], versions[1]
    print(sorted(versions), max(versions), a > b, a >= b, a <= b, a == Version(1, 2), a != b, b <= a)
    print(double(4) + 1, double("ab").upper(), double([1, 2]), [double(x) for x in (1, 2)])
    store = Store()
    print(store.get("a"), store.get("z"), store.get("z", 5) + 1, store[0].upper(), store[0:1])


main()
