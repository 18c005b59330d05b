"""Dicts in depth: order under changes, merges, views as sets, get/pop/setdefault, comprehension tricks, hash keys, errors."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any


class Key:
    """Equal by name without case; counts how often it is compared."""

    compared = 0

    def __init__(self, name: str) -> None:
        self.name = name

    def __hash__(self) -> int:
        return hash(self.name.lower()[:1])

    def __eq__(self, other: object) -> bool:
        Key.compared += 1
        return isinstance(other, Key) and self.name.lower() == other.name.lower()

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Default(dict[str, list[int]]):
    def __missing__(self, key: str) -> list[int]:
        if key.startswith("_"):
            raise KeyError(key)
        self[key] = []
        return self[key]


def deep_merge(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(a)
    for key, value in b.items():
        if key in merged and isinstance(merged[key], Mapping) and isinstance(value, Mapping):
            merged[key] = deep_merge(merged[key], value)
        else:
            merged[key] = value
    return merged


def invert(table: Mapping[str, Hashable]) -> dict[Hashable, list[str]]:
    inverted: dict[Hashable, list[str]] = {}
    for key, value in table.items():
        inverted.setdefault(value, []).append(key)
    return inverted


d = {"one": 1, "two": 2, "three": 3}
d["two"] = 22
del d["one"]
d["one"] = 11
print(d, list(reversed(d)), d.popitem(), d | {"x": 0, "two": 2}, {**d, "y": 1}, dict(a=1, **{"b": 2}), dict([("k", 1), ("k", 2)]), dict(zip("ab", (1, 2))), {}.fromkeys("ab", 0))
d |= {"four": 4}
d.update([("five", 5)], six=6)
d |= [("seven", 7)]
print(d, d.pop("none", None), d.pop("six"), d.get("zz"), d.get("zz", -1), d.setdefault("five", 50), d.setdefault("new", 1), "five" in d, len(d), max(d), max(d, key=d.__getitem__))
print(deep_merge({"a": {"x": 1, "y": {"z": 2}}, "b": 1}, {"a": {"y": {"w": 3}}, "b": {"c": 1}}), invert({"a": 1, "b": 2, "c": 1, "d": (1, 2)}))
keys, values, items = d.keys(), d.values(), d.items()
d["late"] = 99
print("late" in keys, 99 in values, ("late", 99) in items, len(items), keys & {"late", "q"}, sorted(keys - {"late"}), keys | {"q"} == set(d) | {"q"}, sorted(keys ^ ["late", "q"]), keys.isdisjoint(["q"]), items & {("late", 99)}, {"late"} <= keys, keys == set(d))
print(keys, values, dict(sorted(items, key=lambda pair: -pair[1])[:2]), [*d], {v: k for k, v in items}[99], {k: v for k, v in d.items() if v % 2}, sum(d.values()), list(map(str.upper, d))[:2])
table = {Key("Alpha"): 1, Key("beta"): 2, Key("ALPHA"): 3, Key("avocado"): 4}
print(table, table[Key("aLpHa")], Key("beta") in table, Key.compared > 0, {1: "int", True: "bool", 1.0: "float"}, {(1, 2): "t", "12": "s"}[1, 2], {None: 0, frozenset({1}): 1}[frozenset([1])], {0.1 + 0.2: 1}.get(0.3, "no"), {float("nan"): 1}.get(float("nan")))
missing = Default()
missing["a"].append(1)
missing["a"].append(2)
print(missing, missing.get("b"), "b" in missing, missing["b"], missing, len(missing), dict(missing) == {"a": [1, 2], "b": []}, missing == Default(a=[1, 2], b=[]))
grid = {(x, y): x * y for x in range(3) for y in range(x)}
print(grid, {} == dict(), {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 1.0}, {1: {2: {3: "deep"}}}[1][2][3], d.copy() is d, dict(d) == d, bool({}), {"": 0}.keys() == {""})
tries: list[Callable[[], object]] = [
    lambda: d["nope"], lambda: missing["_private"], lambda: {}.popitem(), lambda: d.pop("zz"), lambda: {[1]: 2}, lambda: d.__delitem__("zz"), lambda: hash(d), lambda: dict(["ab".split(), ["x", "y", "z"]]),
]  # fmt: skip
for attempt in tries:
    try:
        print(attempt())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    for key in d:
        d[key + "!"] = 0
except RuntimeError as error:
    print(error)
for key in list(d):
    if key.endswith("!"):
        del d[key]
big = {n: n * n for n in range(1000)}
for n in range(0, 1000, 3):
    del big[n]
print(len(big), list(big)[:4], next(reversed(big)), sum(big), big.pop(998), 998 in big, len(d))
big.clear()
big[0]
