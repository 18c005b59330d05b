"""What a dict or a list asks of methods that a subclass overrides, and what it does without."""

from __future__ import annotations
from collections import OrderedDict, Counter, defaultdict
from collections.abc import Iterator
from typing import Any


class Upper(dict[str, int]):
    def __setitem__(self, k: str, v: int) -> None:
        print("set", k)
        super().__setitem__(k.upper(), v)

    def __getitem__(self, k: str) -> int:
        return super().__getitem__(k.upper()) * 100

    def get(self, k: str, d: Any = None) -> Any:
        return self[k] if k.upper() in self else d


u = Upper({"a": 1}, b=2)
u["c"] = 3
u.update({"d": 4})
u.update([("e", 5)], f=6)
u |= {"g": 7}
print(u.setdefault("h", 8))
print(
    dict(u),
    {**u},
    u["c"],
    dict(u.items()),
    list(u.values()),
    u.copy(),
    type(u.copy()),
    u | {"z": 1},
    type(u | {}),
)
d: dict[str, int] = {}
d.update(u)
print(d, d == u, u.pop("C"), u.get("d"), u.get("q", 0))


def kw(**k: int) -> None:
    print(k)


kw(**u)


class OD(OrderedDict[str, int]):
    def __setitem__(self, k: str, v: int) -> None:
        print("oset", k)
        super().__setitem__(k, v)


o = OD([("a", 1)])
o.update({"b": 2})
o |= {"c": 3}
o["d"] = 4
print(o)


class CC(Counter[str]):
    def __setitem__(self, k: str, v: int) -> None:
        print("cset", k, v)
        super().__setitem__(k, v)


c = CC("aab")
c.update({"a": 1})
c.update("b")
print(c)


class DD(defaultdict[str, int]):
    def __setitem__(self, k: str, v: int) -> None:
        print("dset", k)
        super().__setitem__(k, v)


e = DD(int, {"a": 1})
e["b"] += 1
e.update(c=2)
print(e)


class Lower(dict[str, Any]):
    def __missing__(self, k: str) -> Any:
        return k

    def __contains__(self, k: object) -> bool:
        return True

    def __iter__(self) -> Any:
        return iter(sorted(super().__iter__()))

    def keys(self) -> Any:
        return sorted(super().keys())


l = Lower(b=1, a=2)
print(list(l), l["z"], "q" in l, len(l), dict(l.items()), l.get("zz"))


class Li(list[int]):
    def __iter__(self) -> Iterator[int]:
        print("iter", end=" ")
        return super().__iter__()

    def __getitem__(self, i: Any) -> Any:
        print("get", end=" ")
        return super().__getitem__(i)

    def __contains__(self, i: object) -> bool:
        print("contains", end=" ")
        return super().__contains__(i)


li = Li([5, 4, 3])
print(1, list(li))
print(2, sorted(li))
print(3, max(li))
print(4, sum(li))
print(5, tuple(li))
print(6, [*li])
print(7, (*li,))
print(8, {*li})
a, *b = li
print(9, a, b)
x, y, z = li
print(10, x, y, z)
print(11, [q for q in li], 3 in li, bool(li), len(li), li[0], li[1:], li[-1])
print(
    12,
    set(li),
    dict.fromkeys(li),
    list(enumerate(li)),
    list(zip(li, li)),
    list(map(str, li)),
    any(li),
    all(li),
)


def f(*args: int) -> tuple[int, ...]:
    return args


print(
    13,
    f(*li),
    "".join(map(str, li)),
    min(li),
    list(reversed(li)),
    [1] + li,
    li + [1],
    li * 2,
    li == [5, 4, 3],
)
print(14, iter(li).__next__(), next(iter(li)))
m = [1]
m.extend(li)
m += li
m[0:0] = li
print(15, m)
