"""`|` of ordered and defaulting dictionaries gives one, whichever side it stands on."""

from collections import OrderedDict, defaultdict
from typing import Any

first: OrderedDict[str, int] = OrderedDict(a=1, b=2)
second: OrderedDict[str, int] = OrderedDict([("c", 3), ("a", 4)])
plain = {"z": 0, "b": 5}
print(first | second, second | first)
print(first | plain, plain | first, type(plain | plain).__name__)
words: dict[int, str] = {1: "one"}
print(first | words, words | first)
anything: Any = first
other: Any = plain
print(anything | other, anything | second)
merged = first | second
merged.move_to_end("a")
print(list(merged), merged.popitem(last=False), list(first))
first |= plain
print(first, type(first).__name__)

groups: defaultdict[str, list[int]] = defaultdict(list, a=[1])
both = groups | {"b": [2]}
both["c"].append(3)
swapped = {"b": [2]} | groups
swapped["d"].append(4)
print(both, swapped, groups)
