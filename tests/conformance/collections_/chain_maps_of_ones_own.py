"""ChainMap as settings are layered with it: children, parents, defaults, copies, subclasses, merging."""

from __future__ import annotations

import copy
from collections import ChainMap, OrderedDict, defaultdict
from typing import Any


class Settings(ChainMap[str, int]):
    """Unknown settings are -1."""

    def __missing__(self, key: str) -> int:
        return -1

    def total(self) -> int:
        return sum(self.values())


defaults = {"width": 80, "height": 24}
user = {"width": 120}
settings = Settings(user, defaults)
print(settings["width"], settings["height"], settings["depth"], settings.get("depth"), settings.get("depth", 5), settings.get("width", 5))
inner = settings.new_child({"height": 50}, depth=3)
print(type(inner).__name__, inner, inner.total(), inner.parents, type(inner.parents).__name__, len(inner), list(inner))
inner["colour"] = 1
print(inner.maps[0], user, settings.new_child().maps, settings.new_child(depth=1).maps)
other = inner.copy()
again = copy.copy(inner)
print(type(other).__name__, other == inner, other.maps[0] is inner.maps[0], other.maps[1] is inner.maps[1], again.maps[0] is inner.maps[0])
print(settings | {"depth": 7}, type(settings | {"depth": 7}).__name__, {"depth": 7, "width": 1} | settings)
settings |= {"height": 30}
settings |= [("depth", 2)]
print(settings, user, bool(Settings()), bool(Settings({}, {})), repr(ChainMap()))
counts: ChainMap[str, int] = ChainMap(defaultdict(int), {"a": 1})
print(counts["a"], counts["b"], counts.get("a"), "a" in counts, counts)
for wrong in ("nothing", 5):
    try:
        del settings[str(wrong)]
    except KeyError as error:
        print(error)
held: Any = settings
print(type(held.copy()).__name__, held.new_child({"x": 1}, y=2), type(held | {"z": 1}).__name__)
try:
    print(held | 5)
except TypeError as error:
    print(error)
loop: ChainMap[str, Any] = ChainMap({"a": 1})
loop["self"] = loop
print(loop)
nested: OrderedDict[str, Any] = OrderedDict(a=1)
nested["self"] = nested
print(nested)
