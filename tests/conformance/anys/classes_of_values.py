"""Classes found by type(x) at run time: called, mapped, and called wrongly."""

from __future__ import annotations
from typing import Any, Callable, Iterable
from collections import deque, Counter, defaultdict, OrderedDict
from dataclasses import dataclass
from enum import Enum
import datetime as dt
from fractions import Fraction


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class P:
    x: float
    y: float = 2.0


def mapped(f: Callable[[Any], Any], data: Any) -> Any:
    """Apply f to every leaf and keep the kinds of the containers."""
    if isinstance(data, dict):
        return type(data)({k: mapped(f, v) for k, v in data.items()})
    if isinstance(data, (list, tuple, set, frozenset, deque)):
        return type(data)(mapped(f, v) for v in data)
    return f(data)


def zero(value: Any) -> Any:
    return type(value)()


def convert(like: list[Any], texts: list[str]) -> list[object]:
    return [type(a)(b) for a, b in zip(like, texts)]


print(mapped(lambda v: v * 2, {"a": [1, 2.5, ("x", "y")], "b": {3, 4}, "c": deque([1])}))
fs: list[float] = [1.5, 2.5]
print(mapped(str, fs), zero(fs), zero(fs) + ["a"])
bs = [True, False]
print(mapped(int, bs), type(bs)([True]))
print(zero(1), zero(1.5), repr(zero("a")), zero(b"x"), zero([1]), zero({}), zero(True), zero(1j))
print(convert([1, 1.5, "a", True, Fraction(1, 2), Color.RED and 1], ["5", "2.5", "z", "", "3/4", "8"]))
bads: list[Any] = [1, 1.5, "a", [1], (1,), {}, Color.BLUE, ValueError("v")]
for bad in bads:
    for args in ((), ("a", "b", "c", "d"), ("q",), (2,)):
        try:
            r = type(bad)(*args)
            print(type(bad).__name__, args, "->", repr(r))
        except Exception as e:
            print(type(bad).__name__, args, type(e).__name__, e)


def make(kinds: list[object]) -> dict[str, object]:
    return {type(k).__name__: type(k) for k in kinds}


made = make([1, "a", [1], {}])
print(made["int"]("12"), made["list"]("ab"))  # type: ignore[operator]

values = list(map(type(fs[0]), ["1", "2.5"]))
print(values)
group: Any = type({1: 2})
print(group(a=1, b=2), group([("x", 1)], y=2))
print(sorted([3, 1], key=type(1.5)))
d: Any = defaultdict(list, {"a": [1]})
d2 = type(d)(int, {"b": 3})
d2["z"] += 1
print(d2, type(OrderedDict(a=1))(b=2), type(Counter("aab"))("bbc"))
