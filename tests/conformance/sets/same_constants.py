"""The order of sets: displays of equal constants share one, a set joined with itself is a copy of it."""

from __future__ import annotations


def first() -> set[int]:
    return {2, 10, -2}


def second() -> set[int]:
    return {10, 2, 2, -2, -2}


def third(x: int) -> set[int]:
    return {x, 2, -2}


def other_types() -> set[float]:
    return {2.0, 10.0, -2.0}


def later() -> list[int]:
    found = []
    for n in {-7, -1, 1, 5}:
        found.append(n)
    return found


def walked() -> list[list[int]]:
    """Loops go over the constant itself, and not over a set made of it."""
    found = []
    for n in {2, -2, 1, 10, -7}:
        found.append(n)
    held = {2, -2, 1, 10, -7}
    by_name = {n: n for n in {16, 8, -8, 32, 1, 40}}
    return [found, list(held), [n for n in {2, -2, 1, 10, -7}], list(n for n in {-7, 9, 10, 33, 65, 1}), list(by_name)]


def joined(numbers: list[int]) -> None:
    a = set(numbers)
    for n in numbers[::3]:
        a.discard(n)
    b = a
    print(list(a | a) == list(a.copy()), list(a.union(b)) == list(a.copy()))
    print(list(a | set(a)), list(a | b))
    a |= b
    a.update(b, a)
    print(list(a))
    frozen = frozenset(a)
    print(list(frozen | frozen), list(frozen.union(frozen, a)))
    print(len(a - a), len(a & a) == len(a), len(a ^ a))


class Holder:
    allowed = {-1, -7, 5, 1}
    few = {1, -7}

    def show(self, extra: set[int] = {5, 1, -1, -7}) -> None:
        print(self.allowed, extra, self.few, {-7, 1})


def main() -> None:
    print(first(), second(), third(10), other_types())
    print(later(), walked())
    Holder().show()
    print({(1, 2), (3, 4), (1, 2)} == {(3, 4), (1, 2)}, {True, 5, 10}, {1, 5, 10}, {5, 10, 1})
    joined([40, 8, 16, 24, 32, 7, 15, 23, -1, -9, 1000, 2**70, 0])
    joined(list(range(30, 0, -4)))
    joined([])


main()
