"""A set of small numbers held in one integer, with the whole interface of a MutableSet and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet
from typing import AbstractSet


class BitSet(MutableSet[int]):
    __slots__ = ("_bits",)

    def __init__(self, members: Iterable[int] = ()) -> None:
        self._bits = 0
        for member in members:
            self.add(member)

    @classmethod
    def of_bits(cls, bits: int) -> BitSet:
        made = cls()
        made._bits = bits
        return made

    def __contains__(self, member: object) -> bool:
        return isinstance(member, int) and member >= 0 and bool(self._bits >> member & 1)

    def __iter__(self) -> Iterator[int]:
        bits = self._bits
        while bits:
            lowest = bits & -bits
            yield lowest.bit_length() - 1
            bits ^= lowest

    def __reversed__(self) -> Iterator[int]:
        bits = self._bits
        while bits:
            top = bits.bit_length() - 1
            yield top
            bits &= ~(1 << top)

    def __len__(self) -> int:
        return self._bits.bit_count()

    def add(self, value: int) -> None:
        if value < 0:
            raise ValueError(f"{value} is negative")
        self._bits |= 1 << value

    def discard(self, value: int) -> None:
        self._bits &= ~(1 << value)

    def __lshift__(self, by: int) -> BitSet:
        return BitSet.of_bits(self._bits << by)

    def __rshift__(self, by: int) -> BitSet:
        return BitSet.of_bits(self._bits >> by)

    def subsets(self) -> Iterator[BitSet]:
        part = self._bits
        while True:
            yield BitSet.of_bits(part)
            if not part:
                return
            part = (part - 1) & self._bits

    def runs(self) -> str:
        texts: list[str] = []
        start: int | None = None
        for place in range(self._bits.bit_length() + 1):
            if place in self:
                start = place if start is None else start
            elif start is not None:
                texts.append(f"{start}" if start == place - 1 else f"{start}-{place - 1}")
                start = None
        return ",".join(texts)

    def __repr__(self) -> str:
        return f"BitSet({{{', '.join(map(str, self))}}})"


def primes(limit: int) -> BitSet:
    sieve = BitSet(range(2, limit))
    for number in range(2, int(limit**0.5) + 1):
        if number in sieve:
            for multiple in range(number * number, limit, number):
                sieve.discard(multiple)
    return sieve


def largest(sets: Iterable[AbstractSet[int]]) -> AbstractSet[int]:
    return max(sets, key=len)


small, odd = primes(60), BitSet(range(1, 60, 2))
print(small, len(small))
print(small & odd == small - BitSet([2]), small <= odd, small - {2} <= odd, (small ^ odd).__class__.__name__)
print(BitSet(odd - small).runs(), (odd | small) >= odd)
twins = small & (small << 2)
print("twins", [(n - 2, n) for n in twins], "gaps of six", len(small & (small >> 6)))
print(list(reversed(BitSet({3, 1, 70}))), [sorted(part) for part in BitSet({1, 4, 6}).subsets()])
work = BitSet([5, 6, 7, 9, 12, 13])
print(work.runs(), work.isdisjoint(twins), 7.0 in work, -1 in work, largest([work, twins, {1}]))
work |= {1, 2, 3}
work -= {6}
work &= set(range(8))
work ^= {0, 1}
print(work.runs(), work.pop(), work, bool(work))
work.remove(5)
for number in (5, -4):
    try:
        work.remove(number) if number > 0 else work.add(number)
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
work.clear()
print(work, bool(work), work == BitSet(), BitSet([1, 2]) == BitSet((2, 1)))
try:
    work.pop()
except KeyError as error:
    print("empty", repr(error))
