"""Subclasses of the library's dicts: their copies, unions and `fromkeys` are of the subclass."""

from __future__ import annotations

import copy
from collections import Counter, OrderedDict, defaultdict, deque
from typing import Any


class Ordered(OrderedDict[str, int]):
    def first(self) -> str:
        return next(iter(self))


class Grouped(defaultdict[str, list[int]]):
    def total(self) -> int:
        return sum(map(sum, self.values()))


class Votes(Counter[str]):
    def winner(self) -> str:
        return self.most_common(1)[0][0]


class Recent(deque[int]):
    pass


class Table(dict[str, int]):
    pass


def kinds(*values: Any) -> None:
    print([type(value).__name__ for value in values])


o = Ordered([("b", 1), ("a", 2)])
kinds(o.copy(), copy.copy(o), copy.deepcopy(o), o | {"c": 3}, {"c": 3} | o, o | o, Ordered.fromkeys("xy", 0), Ordered.fromkeys("xy", value=0))
print(o.copy(), o | {"c": 3}, {"c": 3} | o, Ordered.fromkeys("xy", value=0), Ordered.fromkeys("x", 5), o.copy().first())
o |= {"z": 9}
print(o, type(o).__name__)
g = Grouped(list, {"a": [1]})
kinds(g.copy(), copy.copy(g), copy.deepcopy(g), g | {"b": [2]}, {"b": [2]} | g)
print(g.copy(), g | {"b": [2]}, {"b": [2]} | g, g.copy().total(), (g | {"b": [2]}).default_factory)
v = Votes("aab")
kinds(v.copy(), copy.copy(v), copy.deepcopy(v), v + v, v - v, v | v, v & v, +v)
print(v.copy(), v.copy().winner(), v + v)
r = Recent([1, 2, 3], maxlen=5)
kinds(r.copy(), copy.copy(r), copy.deepcopy(r), r + r, r * 2)
print(r.copy(), (r + r).maxlen)
t = Table(a=1)
kinds(t.copy(), copy.copy(t), copy.deepcopy(t), t | {"b": 2}, {"b": 2} | t, Table.fromkeys(["ab"], 2), Table.fromkeys("ab", 1))
anything: Any = o
kinds(anything.copy(), anything | {"c": 3}, {"c": 3} | anything, type(anything).fromkeys("q", value=1))


class Latest(deque[int]):
    """Copies are made with arguments that it does not take."""

    def __init__(self) -> None:
        super().__init__(maxlen=3)


class ByLetter(defaultdict[str, list[int]]):
    def __init__(self) -> None:
        super().__init__(list)


recent = Latest()
recent.extend(range(5))
letters = ByLetter()
letters["a"].append(1)
print(recent, letters, letters["b"])
try:
    print(recent.copy())
except TypeError as e:
    print(e)
try:
    print(letters.copy())
except TypeError as e:
    print(e)
