"""Set operations between sets whose items are of one type, of several, equal across types, frozen or not."""

from __future__ import annotations

from typing import Any


class Item:
    def __init__(self, name: str) -> None:
        self.name = name

    def __hash__(self) -> int:
        return len(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and other.name == self.name

    def __repr__(self) -> str:
        return f"<{self.name}>"


def unknown(items: Any) -> Any:
    return items


listed: list[str] = unknown(["a", "b"])  # what is read as str may be anything from here on
print(sorted(listed), {name: len(name) for name in listed} == {"a": 1, "b": 1})


def every(a: set[Any], b: set[Any]) -> None:
    print(len(a & b), len(a | b), len(a - b), len(a ^ b), a <= b, a < b, a >= b, a > b, a == b, a.isdisjoint(b))
    assert (a & b) == a.intersection(b) == a - (a - b) and (a | b) == a.union(b) and (a ^ b) == (a | b) - (a & b)
    assert (a & b) <= a and (a - b).isdisjoint(b) and a.issuperset(a - b)
    assert frozenset(a) & frozenset(b) == a & b and frozenset(a) - b == a - b and frozenset(a) == a
    c = set(a)
    c &= b
    d = set(a)
    d -= b
    e = a.copy()
    e.difference_update(b, [1])
    assert c == a & b and d == a - b and e == d - {1}


numbers = {i * 7 % 101 for i in range(60)}
evens = {i * 2 for i in range(60)}
print(sorted(numbers & evens)[:8], sorted(numbers - evens)[:8], list(numbers & evens)[:5], list(evens - numbers)[:5])
every(numbers, evens)
every(numbers, numbers)
every(set(), evens)
every(evens, set())
every({1, 2, 3}, {3, 2, 1})
every({1, 2, 3}, {1.0, 2.0, 3.0})
every({1.5, 2.0}, {2, 3})
every({True, "a", None, (1, 2), 2.5}, {1, "b", None, (1, 2), "a"})
every({Item("a"), Item("bb"), Item("cc")}, {Item("cc"), Item("d")})
every({"a", "b"}, {"b", "c", "d"})
every({frozenset({1, 2}), frozenset()}, {frozenset({2, 1})})
print({"a", "b"} == {1, 2}, {1} == {True}, {1, 2} >= {2.0}, {"x"} <= {"x": 1}.keys(), {1, 2} & {2: "a"}.keys())
words = set("the quick brown fox jumps over the lazy dog".split())
stop = {"the", "over", "a"}
print(sorted(words - stop), sorted(words & stop), words.isdisjoint({"zebra"}), stop <= words)
table = {i: set(range(i)) for i in range(12)}
print(sum(a < b for a in table.values() for b in table.values()), sum(a == b for a in table.values() for b in table.values()))
floats = {i / 4 for i in range(40)}
halves = {i / 2 for i in range(40)}
print(len(floats & halves), len(floats - halves), len(floats | halves), floats >= halves, {0.5, 1.0} <= floats)
nan: Any = float("nan")
print({nan, "x"} == {"x", nan}, nan in {nan, "y"}, {nan, 1} & {nan, 2} == {nan})
