"""Equality between mappings of all kinds, asked from either side: dicts, proxies, views, subclasses of the abstract ones."""

from __future__ import annotations

from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict
from collections.abc import Iterator, Mapping, MutableMapping
from types import MappingProxyType


class Squares(Mapping[int, int]):
    """0..n-1 to their squares."""

    def __init__(self, n: int) -> None:
        self.n = n

    def __getitem__(self, key: int) -> int:
        if 0 <= key < self.n:
            return key * key
        raise KeyError(key)

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.n))

    def __len__(self) -> int:
        return self.n


class Strict(MutableMapping[int, int]):
    """Equal to its own kind only; others are asked."""

    def __init__(self, items: Mapping[int, int]) -> None:
        self.items_ = dict(items)

    def __getitem__(self, key: int) -> int:
        return self.items_[key]

    def __setitem__(self, key: int, value: int) -> None:
        self.items_[key] = value

    def __delitem__(self, key: int) -> None:
        del self.items_[key]

    def __iter__(self) -> Iterator[int]:
        return iter(self.items_)

    def __len__(self) -> int:
        return len(self.items_)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Strict):
            return self.items_ == other.items_
        return NotImplemented


class Yes:
    """Equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True


class Named(dict[int, int]):
    pass


def table(kinds: list[tuple[str, object]]) -> None:
    for name, left in kinds:
        print(f"{name:8}", "".join(".X"[left == right] for _, right in kinds), "".join(".X"[left != right] for _, right in kinds))


plain = {0: 0, 1: 1, 2: 4}
kinds: list[tuple[str, object]] = [
    ("dict", plain), ("named", Named(plain)), ("ordered", OrderedDict(plain)), ("default", defaultdict(int, plain)),
    ("user", UserDict(plain)), ("chain", ChainMap({0: 0, 1: 1}, {2: 4})), ("proxy", MappingProxyType(plain)),
    ("proxied", MappingProxyType(Squares(3))), ("squares", Squares(3)), ("strict", Strict(plain)), ("other", Squares(2)),
    ("counter", Counter({0: 0, 1: 1, 2: 4})), ("list", list(plain.items())),
]
table(kinds)

squares, strict, proxy = Squares(3), Strict(plain), MappingProxyType(plain)
as_mapping: Mapping[int, int] = squares
dict_as_mapping: Mapping[int, int] = plain
proxy_as_mapping: Mapping[int, int] = proxy
print(plain == squares, squares == plain, plain != squares, as_mapping == plain, plain == as_mapping, dict_as_mapping == as_mapping, as_mapping == dict_as_mapping)
print(proxy == plain, plain == proxy, proxy_as_mapping == plain, plain == proxy_as_mapping, proxy == squares, squares == proxy, proxy != Squares(2))
print(plain == strict, strict == plain, strict == Strict(squares), strict != plain, dict_as_mapping == strict)
yes: object = Yes()
print(plain == yes, yes == plain, as_mapping == yes, dict_as_mapping == yes, dict_as_mapping != yes, proxy == yes)
print(OrderedDict(plain) == squares, Counter(plain) == squares, defaultdict(int) == Squares(0), {} == Squares(0), Squares(0) == MappingProxyType({}))
print([squares, plain].index(plain), squares in [plain], plain in (proxy,), [plain] == [squares], {"k": plain} == {"k": squares})
print(proxy | {3: 9}, {3: 9} | proxy, proxy | MappingProxyType({0: 5}), list(reversed(proxy)), proxy.copy() is plain)
try:
    hash(squares)
except TypeError as error:
    print(error)
try:
    hash(proxy)
except TypeError as error:
    print(error)
