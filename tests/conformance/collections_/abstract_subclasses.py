"""Classes on collections.abc: a sparse vector, a bit set, a ring buffer, a sorted mapping; the mixin methods they gain."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set
from typing import Any, TypeVar, overload

T = TypeVar("T")


class BitSet(MutableSet[int]):
    """Small non-negative ints in one int."""

    def __init__(self, items: Iterable[int] = ()) -> None:
        self.bits = 0
        for item in items:
            self.add(item)

    def __contains__(self, item: object) -> bool:
        return isinstance(item, int) and item >= 0 and bool(self.bits >> item & 1)

    def __iter__(self) -> Iterator[int]:
        bits, place = self.bits, 0
        while bits:
            if bits & 1:
                yield place
            bits >>= 1
            place += 1

    def __len__(self) -> int:
        return self.bits.bit_count()

    def add(self, value: int) -> None:
        if value < 0:
            raise ValueError(f"negative: {value}")
        self.bits |= 1 << value

    def discard(self, value: int) -> None:
        self.bits &= ~(1 << value)

    def __repr__(self) -> str:
        return f"BitSet({list(self)})"


class Ring(MutableSequence[T]):
    """A list whose indices go round."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = list(items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Ring[T]: ...
    def __getitem__(self, index: int | slice) -> T | Ring[T]:
        if isinstance(index, slice):
            return Ring(self.items[index])
        if not self.items:
            raise IndexError("empty ring")
        return self.items[index % len(self.items)]

    def __setitem__(self, index: Any, value: Any) -> None:
        self.items[index % len(self.items)] = value

    def __delitem__(self, index: Any) -> None:
        del self.items[index % len(self.items)]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def insert(self, index: int, value: T) -> None:
        self.items.insert(index % (len(self.items) + 1), value)


class SortedMap(MutableMapping[str, int]):
    def __init__(self, *pairs: tuple[str, int]) -> None:
        self.keys_: list[str] = []
        self.values_: dict[str, int] = {}
        for key, value in pairs:
            self[key] = value

    def __getitem__(self, key: str) -> int:
        return self.values_[key]

    def __setitem__(self, key: str, value: int) -> None:
        if key not in self.values_:
            insort(self.keys_, key)
        self.values_[key] = value

    def __delitem__(self, key: str) -> None:
        del self.values_[key]
        del self.keys_[bisect_left(self.keys_, key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys_)

    def __len__(self) -> int:
        return len(self.keys_)


class Squares(Sequence[int]):
    def __init__(self, size: int) -> None:
        self.size = size

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [i * i for i in range(*index.indices(self.size))]
        if not -self.size <= index < self.size:
            raise IndexError(f"square {index} of {self.size}")
        return (index % self.size) ** 2


a, b = BitSet([1, 3, 5, 200]), BitSet([3, 4, 5])
print(a, len(a), 3 in a, 2 in a, a & b, a | b, a - b, a ^ b, a <= b, BitSet([3]) < b, a.isdisjoint(BitSet([2])), a == BitSet([200, 5, 3, 1]))
a |= BitSet([7])
a -= BitSet([200])
a ^= BitSet([1, 2])
a.remove(7)
print(a, a.pop(), a, {3, 9} & set(a), isinstance(a, Set), isinstance(a, MutableSet), isinstance(a, Sequence))
for action in (lambda: a.remove(99), lambda: a.add(-1), lambda: BitSet().pop()):
    try:
        print(action())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
a.clear()
print(a, bool(a))

ring = Ring("abc")
ring.append("d")
ring.extend("ef")
ring.insert(-1, "z")
print(ring[7], ring[-9], ring[1:3].items, list(ring), list(reversed(ring)), "z" in ring, ring.count("a"))
ring[10] = "!"
del ring[0]
ring.reverse()
ring += ["q"]
ring.remove("q")
print("".join(ring), ring.pop(), ring.pop(0), len(ring))

table = SortedMap(("m", 1), ("a", 2), ("z", 3))
table.update({"k": 9}, b=4)
print(list(table), dict(table), table.get("q"), table.setdefault("c", 5), table.pop("m"), table.pop("m", -1), "z" in table, table == {"a": 2, "b": 4, "c": 5, "k": 9, "z": 3})
print(table.keys() & {"a", "zz"}, sorted(table.values()), ("a", 2) in table.items(), list(table.items())[:2], table.popitem(), isinstance(table, Mapping), len(table.keys() | {"new"}))
squares = Squares(6)
print(list(squares), squares[-1], squares[1:5:2], 16 in squares, squares.index(9), squares.count(4), list(reversed(squares)), [*zip(squares, "ab")], sum(squares))
try:
    squares.index(7)
except ValueError as error:
    print("ValueError", error)
print(squares[6])
