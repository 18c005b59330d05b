"""`type(x)` of containers of floats is the class they all have: compared, looked up and called."""

from __future__ import annotations

import copy
import re
from collections import Counter, defaultdict, deque
from typing import Any, TypeVar


class Pair(list[float]):
    pass


def kind(x: object) -> str:
    if type(x) is list:
        return "list"
    if type(x) is dict:
        return "dict"
    if type(x) in (set, frozenset, tuple):
        return "set or tuple"
    return type(x).__name__


handlers = {list: "L", dict: "D", set: "S", float: "F", tuple: "T"}
values: list[Any] = [
    [1.5],
    [1],
    ["a"],
    {"a": 1.5},
    {1.5: "a"},
    {1.5},
    (1.5, 2.5),
    1.5,
    Pair([1.5]),
    frozenset([1.5]),
]
for v in values:
    print(kind(v), type(v).__name__, handlers.get(type(v)), type(v) == list, isinstance(v, list), type(v))
print(type([1.5]) is list, type({1.5}) is set, type({"a": 1.5}) == dict, type(Pair()) is Pair)
xs = [1.5, 2.5]
print(type(xs)(), type(xs) is type([1]), type(xs) is type(["a"]), issubclass(type(xs), list))
made = type(xs)([3.5, 4.5])
made.append(1.25)
print(made, sum(made))

held: list[Any] = [
    re.compile("a"),
    re.compile(b"a"),
    re.match("a", "a"),
    deque([1.5]),
    defaultdict(float, {1: 1.5}),
    Counter([1.5]),
]
cls: Any
for cls in (re.Pattern, re.Match, deque, defaultdict, Counter, dict, list):
    print([isinstance(x, cls) for x in held], [type(x) is cls for x in held])
ys: list[Any] = [[1.5], {1.5}, {1.5: 2.5}, (1.5,), frozenset({2.5})]
for cls in (list, set, dict, tuple, frozenset):
    print([isinstance(y, cls) for y in ys])


T = TypeVar("T", bound="list[float]")


def make(cls: type[list[float]], items: list[float]) -> list[float]:
    return cls(items)


def again(xs: T) -> T:
    return type(xs)(x * 2 for x in xs)


def merged(a: dict[str, float], b: dict[str, float]) -> dict[str, float]:
    out = type(a)(a)
    out.update(b)
    return out


kinds: list[type[list[float]]] = [list]
a = make(list, [1.5])
a.append(2.5)
print(a, sum(a), max(a))
b = again([1.5, 2.5])
b[0] += 1
print(b, b[0] + 0.25)
print(merged({"x": 1.5}, {"y": 2.5})["y"] + 1.0)
c = kinds[0]([3.5])
c.extend(a)
print(c, c[0] * 2, copy.copy(c), copy.deepcopy(c)[0] + 1.0)
d = a.__class__([9.5])
print(d[0] / 2, type(d) is list)
s = type({1.5})({2.5})
s.add(3.5)
print(sorted(s), sum(s))


def once_more(x: Any) -> Any:
    return type(x)(x)


waiting = deque([1.5])
waiting.append(2.5)
print(once_more(waiting), once_more({1.5}), once_more({1.5: True}), once_more((1.5, 2.5)))
