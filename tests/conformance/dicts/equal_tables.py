"""Dicts and lists compared: by layout, order of entries, nan, keys that lie, and changes while comparing."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from typing import Any


class Key:
    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self.number = number

    def __hash__(self) -> int:
        return self.number % 3

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self) -> str:
        return f"Key({self.name})"


class Word(str):
    """Equal without regard to case."""

    def __hash__(self) -> int:
        return hash("-".join(list(self)).lower())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and list(self.lower()) == list(other.lower())


class Moody:
    """Changes a list or a dict when it is compared."""

    def __init__(self, target: list[Any]) -> None:
        self.target = target

    def __eq__(self, other: object) -> bool:
        if self.target:
            self.target.pop()
        return True

    def __hash__(self) -> int:
        return 1


one: dict[Any, Any] = {"a": 1, "b": [1.5, None], "c": {"x": (1, 2)}}
two: dict[Any, Any] = {"c": {"x": (1, 2)}, "b": [1.5, None], "a": True}
print(one == two, one != two, two == one)
two["b"] = [1.5, 0]
print(one == two, one == {}, {} == one, {} == {})
floats = {"a": 1.0, "b": 2.0}
ints = {"b": 2, "a": 1}
mixed: dict[str, Any] = {"a": 1, "b": 2.0}
print(floats == ints, ints == mixed, mixed == floats, floats == {"a": 1.0, "b": 2.5})
nan = float("nan")
print({"n": nan} == {"n": nan}, [nan] == [nan], {"n": nan} == {"n": float("nan")})
print(OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, Counter("aab") == {"a": 2, "b": 1}, defaultdict(int, x=1) == {"x": 1})

table: dict[Any, Any] = {}
for i in range(40):
    table[Key(f"k{i % 13}", i % 13)] = i
    table[f"text{i % 7}"] = i
    table[i % 5] = i
    table[(i % 3, "t")] = i
    if i % 4 == 0:
        del table[Key(f"k{i % 13}", i % 13)]
print(len(table), list(table.items()))
again = dict(reversed(list(table.items())))
print(again == table, list(again)[:3])
again.popitem()
print(again == table, len(again))
again[Key("k3", 3)] = "new"
print(again == table)

words: dict[Any, Any] = {Word("Straight"): 1, "plain": 2}
print(words[Word("STRAIGHT")], words.get("straight"), words.get(Word("PLAIN")), Word("A") in {Word("a"): 0})
words["straight"] = 3
print(len(words), sorted(map(str, words)))

left: list[Any] = [1, 2, 3, 4]
right: list[Any] = [1, 2, 3, 4]
left[1] = Moody(left)
right[1] = Moody([])
print(left == right, len(left), len(right))
print([1, 2.0, True] == [1.0, 2, 1], [1, 2] == [1, 2, 3], [[1], [2]] == [[1], [2]], ["a"] == ["b"])
print({1: "a"} == {1.0: "a"}, {True: "a"} == {1: "a"}, {"1": "a"} == {1: "a"}, {None: 0} == {None: 0})

total = 0
for n in range(300):
    table[n * 7 % 101] = n
    total += len(table)
    if n % 3 == 0:
        table.pop(n * 5 % 101, None)
print(total, len(table), sum(value for value in table.values() if isinstance(value, int)))
