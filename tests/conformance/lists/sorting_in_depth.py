"""Sorting: stability, keys, several keys in different directions, cmp_to_key, partial orders, nan, errors midway."""

from __future__ import annotations

import random
from functools import cmp_to_key, total_ordering
from operator import attrgetter, itemgetter, methodcaller
from typing import NamedTuple


class Person(NamedTuple):
    name: str
    age: int
    city: str


@total_ordering
class Version:
    compared = 0

    def __init__(self, text: str) -> None:
        self.parts = [int(p) if p.isdigit() else p for p in text.split(".")]
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other: Version) -> bool:
        Version.compared += 1
        for a, b in zip(self.parts, other.parts):
            if a != b:
                if isinstance(a, int) and isinstance(b, int):
                    return a < b
                return isinstance(b, int) if isinstance(a, str) != isinstance(b, str) else str(a) < str(b)
        return len(self.parts) < len(other.parts)

    def __repr__(self) -> str:
        return self.text


class Fragile:
    def __init__(self, value: int) -> None:
        self.value = value

    def __lt__(self, other: Fragile) -> bool:
        if 13 in (self.value, other.value):
            raise ValueError(f"cannot compare {self.value} with {other.value}")
        return self.value < other.value


def natural(text: str) -> list[tuple[int, int | str]]:
    parts: list[tuple[int, int | str]] = []
    number = word = ""
    for char in text + "\0":
        if char.isdigit():
            if word:
                parts.append((1, word))
                word = ""
            number += char
        else:
            if number:
                parts.append((0, int(number)))
                number = ""
            word += char
    return parts + [(1, word.rstrip("\0"))]


def reverse_length(a: str, b: str) -> int:
    return len(b) - len(a) or (a > b) - (a < b)


people = [Person("Ada", 36, "London"), Person("Bob", 25, "Paris"), Person("cy", 36, "Paris"), Person("Dan", 25, "London"), Person("Eve", 41, "Oslo")]
print([p.name for p in sorted(people, key=itemgetter(1))], [p.name for p in sorted(people, key=attrgetter("city", "age"))], [p.name for p in sorted(people, key=lambda p: (-p.age, p.name.lower()))])
by_age = sorted(people, key=attrgetter("age"), reverse=True)
by_age.sort(key=attrgetter("city"))
print([(p.city[0], p.name) for p in by_age], sorted(people)[0].name, max(people, key=attrgetter("age")).name, min(people, key=lambda p: len(p.city)).name)
print(sorted(["b10", "a2", "a10", "b9", "a", "10", "9"], key=natural), sorted("pear fig apple kiwi banana".split(), key=cmp_to_key(reverse_length)), sorted(["B", "a", "C"], key=methodcaller("lower"), reverse=True))
versions = [Version(t) for t in ("1.10", "1.2", "1.2.1", "1.rc", "0.9", "1.2.0", "1.10.beta")]
print(sorted(versions), Version.compared > 5, max(versions), Version("1.0") >= Version("1"), Version("2") != Version("2"), sorted(versions, reverse=True)[0])
numbers = [3, 1.5, -2, True, 2.5, False, 10**20, -0.0, 0]
print(sorted(numbers), sorted(numbers, key=abs), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [], [1]]), sorted({"b": 1, "a": 2}), sorted("hello", reverse=True), sorted([b"b", b"a"]), sorted([{1, 2}, {1}], key=len))
generator = random.Random(7)
values = [generator.randrange(1000) for _ in range(3000)]
ordered = sorted(values)
pairs = sorted(((v % 10, i) for i, v in enumerate(values)), key=itemgetter(0))
assert all(a <= b for a, b in zip(ordered, ordered[1:])) and all(a[0] < b[0] or a[1] < b[1] for a, b in zip(pairs, pairs[1:]))
runs = list(range(500)) + list(range(500, 0, -1)) + [7] * 100
print(sum(i * v for i, v in enumerate(ordered)), sum(i * v for i, v in enumerate(sorted(runs))), sorted(runs, reverse=True)[:3], sorted(values, key=lambda v: -v) == ordered[::-1])
fragile = [Fragile(v) for v in (5, 3, 9, 13, 1)]
try:
    fragile.sort()
except ValueError as error:
    print(error, sorted(f.value for f in fragile))
mixed: list[object] = [3, "a", 1]
for items in (mixed, [None, 1], [(1, "a"), (1, 2)]):
    try:
        print(sorted(items))  # type: ignore[type-var]
    except TypeError as error:
        print(error)
plain = [3, 1, 2]
plain.sort()
print(plain, list(reversed(plain)))
sorted([3, 1], key=lambda v: 1 // (v - 1))
