# expect-refusal: dynamic-class
"""A named tuple made by a call whose value is no class of the program."""

from collections import namedtuple


def make(name: str, fields: list[str]) -> type[tuple[object, ...]]:
    return namedtuple(name, fields)


print(make("Point", ["x", "y"])._fields)  # type: ignore[attr-defined]
