"""`total_ordering` of comparisons that are declared to give anything, with and without NotImplemented."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from functools import total_ordering
from typing import Any


def make_all() -> list[Any]:
    @functools.total_ordering
    class Less:
        def __init__(self, value: Any) -> None:
            self.value = value

        def __lt__(self, other: Any) -> Any:
            return self.value < other.value

        def __eq__(self, other: Any) -> Any:
            return self.value == other.value

    @total_ordering
    class AtLeast:
        def __init__(self, value: Any) -> None:
            self.value = value

        def __ge__(self, other: Any) -> Any:
            if not isinstance(other, AtLeast):
                return NotImplemented
            return self.value >= other.value

        def __eq__(self, other: Any) -> Any:
            if not isinstance(other, AtLeast):
                return NotImplemented
            return self.value == other.value

    return [Less(1), Less(2), Less(2), AtLeast("a"), AtLeast("b")]


@total_ordering
@dataclass
class Version:
    major: int
    minor: int

    def __gt__(self, other: Any) -> Any:
        return (self.major, self.minor) > (other.major, other.minor)


def compared(a: Any, b: Any) -> list[bool]:
    return [a < b, a <= b, a > b, a >= b, a == b, a != b]


one, two, again, first, second = make_all()
print(compared(one, two), compared(two, again), compared(two, one))
print(compared(first, second), compared(second, first), one < two, two >= again)
for method in ("<", ">="):
    try:
        print(first < 3 if method == "<" else first >= "a")
    except TypeError as error:
        print(error)
versions = [Version(2, 1), Version(1, 9), Version(2, 0)]
print([f"{v.major}.{v.minor}" for v in sorted(versions)], max(versions), Version(1, 1) <= Version(1, 1))
print(compared(versions[0], versions[1]))
