"""Dicts of several classes, held as Any: made by their classes, shown, merged."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
import copy
from typing import Any

def check(cls: Any) -> None:
    od = cls.fromkeys("abc", value=0)
    print(od, type(od).__name__)
    od = cls.fromkeys("abc")
    print(od)
    od["x"] = od
    print(od)

def check2(dup: Any, od: Any) -> None:
    print(type(dup).__name__, type(od).__name__, type(dup) is type(od))

check(OrderedDict)
od = OrderedDict([("c", 1), ("b", 2)])
check2(od.copy(), od)
check2(copy.copy(od), od)
check2(copy.deepcopy(od), od)
d2: Any = OrderedDict.fromkeys("ab")
d2["x"] = d2
print(d2)
def merge(a: Any, b: Any) -> None:
    c = a | b
    print(type(c).__name__, c)
merge(OrderedDict(a=1), OrderedDict(b=1))
merge({"a": 1}, OrderedDict(b=1))
merge(OrderedDict(a=1), {"b": 1})
merge({"a": 1}, {"b": 1})
dd: Any = defaultdict(list, {"z": [1]})
merge(dd, {"b": 1})
merge({"b": 1}, dd)
e = defaultdict(int, {"p": 1})
f = e | {"q": 2}
print(type(f).__name__, f, {"q": 3} | e)
others: list[Any] = [[], 5, None]
for other in others:
    try:
        print(dict(e) | other)
    except TypeError as error:
        print(error)
    x: Any = {"a": 1}
    y: Any = other
    try:
        print(x | y)
    except TypeError as error:
        print(error)
class Keyed(dict[str, int]):
    pass
merge({"a": 1}, Keyed(b=2))
merge(Keyed(b=2), {"a": 1})
