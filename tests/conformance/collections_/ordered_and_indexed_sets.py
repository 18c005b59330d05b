"""Sets of one's own on the abstract classes: in order of insertion, by identity, bit sets, multisets, sorted with ranks."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, MutableSet, Sequence, Set
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T", bound=Hashable)


class OrderedSet(MutableSet[T], Sequence[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: dict[T, None] = dict.fromkeys(items)

    @overload
    def __getitem__(self, key: int) -> T: ...

    @overload
    def __getitem__(self, key: slice) -> OrderedSet[T]: ...

    def __getitem__(self, key: int | slice) -> T | OrderedSet[T]:
        keys = list(self._items)
        return OrderedSet(keys[key]) if isinstance(key, slice) else keys[key]

    def __contains__(self, item: object) -> bool:
        return item in self._items

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __reversed__(self) -> Iterator[T]:
        return reversed(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def add(self, value: T) -> None:
        self._items[value] = None

    def discard(self, value: T) -> None:
        self._items.pop(value, None)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, OrderedSet):
            return list(self) == list(other)
        return set(self) == other

    def __repr__(self) -> str:
        return f"OrderedSet({list(self)})"


class Bits(MutableSet[int]):
    """Small natural numbers as the bits of one int."""

    def __init__(self, items: Iterable[int] = ()) -> None:
        self.word = 0
        for item in items:
            self.add(item)

    @classmethod
    def _of(cls, word: int) -> Bits:
        made = cls()
        made.word = word
        return made

    def __contains__(self, item: object) -> bool:
        return isinstance(item, int) and item >= 0 and bool(self.word >> item & 1)

    def __iter__(self) -> Iterator[int]:
        word = self.word
        while word:
            low = word & -word
            yield low.bit_length() - 1
            word ^= low

    def __len__(self) -> int:
        return self.word.bit_count()

    def add(self, value: int) -> None:
        if value < 0:
            raise ValueError(f"{value} is negative")
        self.word |= 1 << value

    def discard(self, value: int) -> None:
        if value >= 0:
            self.word &= ~(1 << value)

    def __and__(self, other: Set[Any]) -> Bits:
        return self._of(self.word & other.word) if isinstance(other, Bits) else Bits(n for n in self if n in other)

    def __le__(self, other: Set[Any]) -> bool:
        return self.word & ~other.word == 0 if isinstance(other, Bits) else super().__le__(other)

    def __repr__(self) -> str:
        return f"Bits({self.word:#b})"


class SortedSet(MutableSet[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[Any] = []
        for item in items:
            self.add(item)

    def _place(self, item: Any) -> int:
        return bisect_left(self._items, item)

    def __contains__(self, item: object) -> bool:
        at = self._place(item)
        return at < len(self._items) and bool(self._items[at] == item)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def add(self, value: T) -> None:
        if value not in self:
            insort(self._items, value)

    def discard(self, value: T) -> None:
        if value in self:
            del self._items[self._place(value)]

    def rank(self, value: T) -> int:
        return self._place(value)

    def __repr__(self) -> str:
        return "{" + " < ".join(map(str, self._items)) + "}"


class Bag(MutableSet[T]):
    """A multiset; iteration repeats."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.counts: Counter[T] = Counter(items)

    def __contains__(self, item: object) -> bool:
        return item in self.counts

    def __iter__(self) -> Iterator[T]:
        return self.counts.elements()

    def __len__(self) -> int:
        return self.counts.total()

    def add(self, value: T) -> None:
        self.counts[value] += 1

    def discard(self, value: T) -> None:
        if self.counts[value] > 1:
            self.counts[value] -= 1
        else:
            del self.counts[value]


class Tagged(Generic[T]):
    def __init__(self, tag: T) -> None:
        self.tag = tag

    def __hash__(self) -> int:
        return hash(self.tag)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tagged) and bool(self.tag == other.tag)

    def __repr__(self) -> str:
        return f"<{self.tag}>"


letters = OrderedSet("mississippi")
print(letters, letters[0], letters[-1], letters[1:3], letters.index("p"), letters.count("s"), list(reversed(letters)), len(letters))
print(letters | set("iz"), letters & OrderedSet("sim"), letters - {"m"}, OrderedSet("ps") ^ OrderedSet("sa"), letters == set("misp"), letters == OrderedSet("spim"), letters != OrderedSet("misp"))
letters |= OrderedSet("za")
letters -= {"i"}
letters ^= {"q", "z"}
letters &= set("qmsa")
print(sorted(letters), letters.pop() in "msaq", len(letters), letters.isdisjoint("xyz"), OrderedSet("ab") < OrderedSet("abc"), OrderedSet("ab") >= {"a"})
try:
    letters.remove("nothing")
except KeyError as error:
    print("no", error)
few, many = Bits([1, 3, 5]), Bits(range(0, 12, 1))
print(few, list(few), len(many), few <= many, few < few, many >= few, few & many, few & {1, 2}, few | {8}, many - few, few ^ Bits([1, 2]), 3 in few, -1 in few)
few.add(70)
few.discard(1)
few.discard(-5)
few.remove(3)
print(few.word == (1 << 70) | 32, few.pop(), list(few), {70} == set(few), few.isdisjoint(many), bool(Bits()))
for bad in (lambda: few.add(-1), lambda: few.remove(2), lambda: Bits().pop()):
    try:
        bad()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
words = SortedSet("the quick brown fox jumps over the lazy dog".split())
print(words, words.rank("m"), "fox" in words, "cat" in words, words & {"dog", "cat", "fox"}, words - set("abc"), words.isdisjoint(["fox"]))
words.discard("fox")
words |= SortedSet(["ant"])
print(words.pop(), len(words), list(words)[:2], words <= set(words), {1, 2, 3} == set(SortedSet([3, 1, 2])))
bag = Bag("abracadabra")
bag.add("z")
bag.discard("a")
bag.discard("b")
bag.discard("z")
bag.remove("c")
print(sorted(bag), len(bag), bag.counts.most_common(2), "z" in bag, "c" in bag, Bag("aab") == Bag("aba"))
things = {Tagged(1), Tagged("x"), Tagged(1), Tagged((1, 2))}
print(len(things), Tagged(1) in things, Tagged(2) in things, sorted(map(repr, things)), OrderedSet([Tagged(2), Tagged(1), Tagged(2)]))
