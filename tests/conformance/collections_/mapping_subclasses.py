"""MutableMapping, Sequence and Set of one's own: bidirectional, case-free, multi-valued, layered, sorted, ranges."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import UserDict, defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, MutableMapping, Sequence, Set
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class Bidirectional(MutableMapping[K, V]):
    def __init__(self, items: Iterable[tuple[K, V]] = ()) -> None:
        self._forward: dict[K, V] = {}
        self._backward: dict[V, K] = {}
        self.update(items)

    def __getitem__(self, key: K) -> V:
        return self._forward[key]

    def __setitem__(self, key: K, value: V) -> None:
        if value in self._backward and self._backward[value] != key:
            raise ValueError(f"{value!r} belongs to {self._backward[value]!r}")
        if key in self._forward:
            del self._backward[self._forward[key]]
        self._forward[key] = value
        self._backward[value] = key

    def __delitem__(self, key: K) -> None:
        del self._backward[self._forward.pop(key)]

    def __iter__(self) -> Iterator[K]:
        return iter(self._forward)

    def __len__(self) -> int:
        return len(self._forward)

    @property
    def inverse(self) -> Mapping[V, K]:
        return self._backward

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._forward})"


class CaseFree(UserDict[str, V], Generic[V]):
    """Keys without case; the first spelling is shown."""

    def __init__(self, *args: Any, **named: V) -> None:
        self.spelling: dict[str, str] = {}
        super().__init__(*args, **named)

    def __setitem__(self, key: str, value: V) -> None:
        self.spelling.setdefault(key.lower(), key)
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key: str) -> V:
        return super().__getitem__(key.lower())

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key.lower())
        del self.spelling[key.lower()]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and super().__contains__(key.lower())

    def shown(self) -> list[str]:
        return [f"{self.spelling[k]}={v}" for k, v in self.data.items()]


class MultiDict(Mapping[K, V]):
    """The last value is the one; all are kept in order."""

    def __init__(self, pairs: Iterable[tuple[K, V]]) -> None:
        self._lists: defaultdict[K, list[V]] = defaultdict(list)
        for key, value in pairs:
            self._lists[key].append(value)

    def __getitem__(self, key: K) -> V:
        if key not in self._lists:
            raise KeyError(key)
        return self._lists[key][-1]

    def all(self, key: K) -> tuple[V, ...]:
        return tuple(self._lists.get(key, ()))

    def __iter__(self) -> Iterator[K]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def pairs(self) -> Iterator[tuple[K, V]]:
        return ((k, v) for k, values in self._lists.items() for v in values)


class SortedKeys(MutableMapping[str, int]):
    def __init__(self) -> None:
        self._keys: list[str] = []
        self._values: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        return self._values[key]

    def __setitem__(self, key: str, value: int) -> None:
        if key not in self._values:
            insort(self._keys, key)
        self._values[key] = value

    def __delitem__(self, key: str) -> None:
        del self._values[key]
        del self._keys[bisect_left(self._keys, key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __reversed__(self) -> Iterator[str]:
        return reversed(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def between(self, low: str, high: str) -> list[str]:
        return self._keys[bisect_left(self._keys, low) : bisect_left(self._keys, high)]


class Runs(Sequence[T]):
    """A sequence kept as runs of equal items."""

    def __init__(self, items: Iterable[T]) -> None:
        self._runs: list[tuple[T, int]] = []
        for item in items:
            if self._runs and self._runs[-1][0] == item:
                self._runs[-1] = (item, self._runs[-1][1] + 1)
            else:
                self._runs.append((item, 1))

    def __len__(self) -> int:
        return sum(count for _, count in self._runs)

    @overload
    def __getitem__(self, key: int) -> T: ...

    @overload
    def __getitem__(self, key: slice) -> Runs[T]: ...

    def __getitem__(self, key: int | slice) -> T | Runs[T]:
        if isinstance(key, slice):
            return Runs([self[i] for i in range(*key.indices(len(self)))])
        place = key + len(self) if key < 0 else key
        if place >= 0:
            for item, count in self._runs:
                if place < count:
                    return item
                place -= count
        raise IndexError(f"run index {key} out of range")

    def __repr__(self) -> str:
        return "+".join(f"{count}x{item!r}" for item, count in self._runs) or "empty"


class Multiples(Set[int]):
    """The multiples of a number below a limit; operators give plain sets."""

    def __init__(self, of: int, below: int) -> None:
        self.of, self.below = of, below

    def __contains__(self, n: object) -> bool:
        return isinstance(n, int) and 0 <= n < self.below and n % self.of == 0

    def __iter__(self) -> Iterator[int]:
        return iter(range(0, self.below, self.of))

    def __len__(self) -> int:
        return len(range(0, self.below, self.of))

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Set[Any]:
        return frozenset(it)


codes = Bidirectional([("no", 47), ("se", 46)])
codes["dk"] = 45
codes.setdefault("fi", 358)
try:
    codes["xx"] = 46
except ValueError as error:
    print(error)
codes["se"] = 460
print(codes, codes.inverse[460], 46 in codes.inverse, codes.pop("no"), codes.pop("no", None), len(codes), codes.popitem(), codes == {"dk": 45, "fi": 358})
codes.clear()
print(codes, bool(codes), list(codes.items()), isinstance(codes, Mapping), {**Bidirectional([("q", 1)])})

headers: CaseFree[str] = CaseFree({"Content-Type": "text"}, Accept="all")
headers["ACCEPT"] = "some"
headers.update({"X-One": "1"})
print(headers.shown(), headers["content-TYPE"], "x-one" in headers, headers.get("none", "?"), len(headers))
del headers["x-ONE"]
print(headers, headers.setdefault("accept", "zzz"), headers.copy() == headers, sorted(headers | {"b": "2"}), headers.pop("Accept"), list(headers))

query = MultiDict([("a", 1), ("b", 2), ("a", 3)])
print(dict(query), query.all("a"), query.all("z"), list(query.pairs()), query.get("z", 0), query == {"a": 3, "b": 2}, "a" in query, list(query.values()))
try:
    query["z"]
except KeyError as error:
    print("missing", error, query._lists.keys())
table = SortedKeys()
for n, word in enumerate("the quick brown fox jumps over the lazy dog".split()):
    table[word] = n
print(list(table), table["the"], table.between("f", "m"), list(reversed(table))[:2], table.pop("fox"), list(table.items())[-2:])
keys: KeysView[str] = table.keys()
print(keys & {"dog", "cat"}, sorted(keys - {"dog", "the"}), keys.isdisjoint(["cat"]), len(keys), keys <= set(table), sorted({"z"} | keys)[-1])
runs = Runs("aaabccdddd")
print(runs, len(runs), runs[3], runs[-1], runs[2:6], runs[::-1], runs.index("c"), runs.count("d"), "b" in runs, "z" in runs, list(reversed(runs))[:3], Runs[int]([]))
for action in (lambda: runs[10], lambda: runs[-11], lambda: runs.index("z")):
    try:
        print(action())
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
sixes, fours = Multiples(6, 40), Multiples(4, 40)
print(sorted(sixes & fours), sorted(sixes | {1}), sorted(sixes - fours), sorted(sixes ^ fours), {0, 6} < sixes, sixes <= fours, sixes.isdisjoint({5}), set(range(0, 40, 6)) == set(sixes), sorted({1, 6} - sixes))
