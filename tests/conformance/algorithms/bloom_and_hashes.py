"""Bloom filters, consistent hashing, checksums and a hash table with open addressing, on hash functions by hand."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from typing import Iterator


def fnv(data: bytes, seed: int = 0xCBF29CE484222325) -> int:
    for byte in data:
        seed = (seed ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return seed


def adler(data: bytes) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def crc(data: bytes) -> int:
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF


class Bloom:
    def __init__(self, bits: int, hashes: int) -> None:
        self.bits, self.hashes, self.field = bits, hashes, 0

    def _places(self, word: str) -> Iterator[int]:
        one, two = fnv(word.encode()), fnv(word.encode(), 12345) | 1
        for i in range(self.hashes):
            yield (one + i * two) % self.bits

    def add(self, word: str) -> None:
        for place in self._places(word):
            self.field |= 1 << place

    def __contains__(self, word: str) -> bool:
        return all(self.field >> place & 1 for place in self._places(word))

    def __or__(self, other: Bloom) -> Bloom:
        if (self.bits, self.hashes) != (other.bits, other.hashes):
            raise ValueError("different shapes")
        both = Bloom(self.bits, self.hashes)
        both.field = self.field | other.field
        return both


class HashRing:
    def __init__(self, nodes: list[str], copies: int = 20) -> None:
        self.points = sorted((fnv(f"{node}#{i}".encode()), node) for node in nodes for i in range(copies))

    def __getitem__(self, key: str) -> str:
        at = bisect(self.points, (fnv(key.encode()), "~"))
        return self.points[at % len(self.points)][1]


class Table:
    GONE = object()

    def __init__(self) -> None:
        self.slots: list[object] = [None] * 8
        self.used = self.probes = 0

    def _find(self, key: str) -> int:
        i = fnv(key.encode()) % len(self.slots)
        free = -1
        while (slot := self.slots[i]) is not None:
            self.probes += 1
            if slot is Table.GONE:
                free = i if free < 0 else free
            elif isinstance(slot, tuple) and slot[0] == key:
                return i
            i = (i + 1) % len(self.slots)
        return free if free >= 0 else i

    def __setitem__(self, key: str, value: int) -> None:
        i = self._find(key)
        if not isinstance(self.slots[i], tuple):
            self.used += 1
        self.slots[i] = (key, value)
        if self.used * 3 > len(self.slots) * 2:
            old, self.slots, self.used = self.slots, [None] * (2 * len(self.slots)), 0
            for slot in old:
                if isinstance(slot, tuple):
                    self[slot[0]] = slot[1]

    def __getitem__(self, key: str) -> int:
        slot = self.slots[self._find(key)]
        if isinstance(slot, tuple):
            return int(slot[1])
        raise KeyError(key)

    def __delitem__(self, key: str) -> None:
        i = self._find(key)
        if not isinstance(self.slots[i], tuple):
            raise KeyError(key)
        self.slots[i] = Table.GONE
        self.used -= 1


print(f"{fnv(b''):x} {fnv(b'a'):x} {adler(b'Wikipedia'):08x} {crc(b'123456789'):08x} {fnv('ü'.encode()):x}")
words = [f"word{i}" for i in range(60)]
bloom, other = Bloom(512, 4), Bloom(512, 4)
for word in words[:30]:
    bloom.add(word)
for word in words[30:]:
    other.add(word)
print(all(w in bloom for w in words[:30]), sum(w in bloom for w in words[30:]), bloom.field.bit_count(), (bloom | other).field.bit_count(), f"{bloom.field:x}"[:20])
before, after = HashRing(["a", "b", "c"]), HashRing(["a", "b", "c", "d"])
moved = [w for w in words if before[w] != after[w]]
print(Counter(before[w] for w in words).most_common(), len(moved), {after[w] for w in moved})
table = Table()
for i, word in enumerate(words):
    table[word] = i
table["word3"] = 333
for word in words[10:50]:
    del table[word]
print(len(table.slots), table.used, table["word3"], table["word59"], table.probes > 0, sum(isinstance(s, tuple) for s in table.slots))
try:
    bloom | Bloom(8, 1)
except ValueError as error:
    print(error)
print(table["word20"])
