"""isinstance with the old names of typing; who has `__missing__`."""

import collections
import typing
from typing import Any, Dict, List


class D(dict[str, int]):
    def __missing__(self, key: str) -> int:
        return 7


class E(dict[str, int]):
    pass


def show(x: object) -> None:
    print(isinstance(x, typing.List | typing.Tuple), isinstance(x, (List, Dict)), isinstance(x, typing.Set), isinstance(x, typing.FrozenSet))


for thing in ([1], (1,), {1: 2}, {1}, frozenset([1]), int, 5):
    show(thing)
print(issubclass(list, typing.List | typing.Tuple), issubclass(int, typing.List | typing.Tuple))
plain: dict[str, int] = {}
own = D()
held: list[Any] = [plain, own, E(), collections.defaultdict(int), collections.Counter("a"), collections.OrderedDict(a=1)]
print(hasattr(plain, "__missing__"), hasattr(own, "__missing__"), hasattr(dict, "__missing__"), hasattr(D, "__missing__"), hasattr(E(), "__missing__"))
for d in held:
    print(type(d).__name__, hasattr(d, "__missing__"))
print(own["x"])
try:
    held[2]["a"]
except KeyError as error:
    print("KeyError", error)
