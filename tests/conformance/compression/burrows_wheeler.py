"""Burrows-Wheeler transform, move-to-front, run lengths and a canonical prefix code, as one pipeline."""

from __future__ import annotations

import heapq
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass
from functools import reduce
from itertools import count, groupby


class Stage(ABC):
    """A reversible step between lists of small ints."""

    @abstractmethod
    def forward(self, data: list[int]) -> list[int]: ...

    @abstractmethod
    def backward(self, data: list[int]) -> list[int]: ...

    @property
    def name(self) -> str:
        return type(self).__name__


class Transform(Stage):
    """Sorted rotations; the end is marked by 256."""

    def forward(self, data: list[int]) -> list[int]:
        whole = data + [256]
        size = len(whole)
        order = sorted(range(size), key=lambda i: whole[i:] + whole[:i])
        return [whole[i - 1] for i in order]

    def backward(self, data: list[int]) -> list[int]:
        seen: Counter[int] = Counter()
        ranks = []
        for symbol in data:
            ranks.append(seen[symbol])
            seen[symbol] += 1
        first: dict[int, int] = {}
        total = 0
        for symbol in sorted(seen):
            first[symbol] = total
            total += seen[symbol]
        result: list[int] = []
        row = data.index(256)
        for _ in range(len(data) - 1):
            row = first[data[row]] + ranks[row]
            result.append(data[row])
        return result[::-1][-len(data) + 1 :] if data != [256] else []


class MoveToFront(Stage):
    def forward(self, data: list[int]) -> list[int]:
        order = list(range(257))
        result = []
        for symbol in data:
            place = order.index(symbol)
            result.append(place)
            order.insert(0, order.pop(place))
        return result

    def backward(self, data: list[int]) -> list[int]:
        order = list(range(257))
        result = []
        for place in data:
            symbol = order.pop(place)
            result.append(symbol)
            order.insert(0, symbol)
        return result


@dataclass
class RunLength(Stage):
    """Zeros, the commonest, become pairs of zero and a length."""

    longest: int = 255

    def forward(self, data: list[int]) -> list[int]:
        result: list[int] = []
        for symbol, group in groupby(data):
            length = sum(1 for _ in group)
            if symbol:
                result += [symbol] * length
            while symbol == 0 and length:
                part = min(length, self.longest)
                result += [0, part]
                length -= part
        return result

    def backward(self, data: list[int]) -> list[int]:
        result: list[int] = []
        symbols = iter(data)
        for symbol in symbols:
            result += [symbol] if symbol else [0] * next(symbols)
        return result


class Canonical:
    """A prefix code told by the lengths of its words."""

    def __init__(self, lengths: dict[int, int]) -> None:
        self.lengths = lengths
        self.codes: dict[int, str] = {}
        code = previous = 0
        for symbol, length in sorted(lengths.items(), key=lambda item: (item[1], item[0])):
            code <<= length - previous
            self.codes[symbol] = f"{code:0{length}b}"
            code, previous = code + 1, length

    @classmethod
    def of(cls, data: list[int]) -> Canonical:
        counts = Counter(data)
        if len(counts) == 1:
            return cls({symbol: 1 for symbol in counts})
        ticket = count()
        heap = [(n, next(ticket), {symbol: 0}) for symbol, n in sorted(counts.items())]
        heapq.heapify(heap)
        while len(heap) > 1:
            a, _, left = heapq.heappop(heap)
            b, _, right = heapq.heappop(heap)
            merged = {symbol: depth + 1 for symbol, depth in (left | right).items()}
            heapq.heappush(heap, (a + b, next(ticket), merged))
        return cls(heap[0][2] if heap else {})

    def encode(self, data: list[int]) -> str:
        return "".join(self.codes[symbol] for symbol in data)

    def decode(self, bits: str) -> list[int]:
        words = {code: symbol for symbol, code in self.codes.items()}
        result, word = [], ""
        for bit in bits:
            word += bit
            if word in words:
                result.append(words[word])
                word = ""
        if word:
            raise ValueError(f"{len(word)} bits left over")
        return result


STAGES: list[Stage] = [Transform(), MoveToFront(), RunLength()]
SAMPLES = [
    "",
    "a",
    "banana",
    "mississippi river",
    "ab" * 40,
    "\0\0\0\0",
    "she sells sea shells by the sea shore " * 3,
]
for text in SAMPLES:
    data = list(text.encode())
    steps = [data]
    for stage in STAGES:
        steps.append(stage.forward(steps[-1]))
        assert stage.backward(steps[-1]) == steps[-2], (stage.name, text)
    code = Canonical.of(steps[-1])
    bits = code.encode(steps[-1])
    back = reduce(lambda values, stage: stage.backward(values), reversed(STAGES), code.decode(bits))
    assert bytes(back).decode() == text
    print(f"{text[:18]!r}: {[len(s) for s in steps]} symbols, {len(bits)} bits, code of {len(code.codes)}")
    if 0 < len(text) < 12:
        print("   ", steps[1:], code.codes)
print(" ".join(f"{stage.name}{stage.forward([0, 0, 0, 5])}" for stage in STAGES), STAGES[2])
print(RunLength(2).forward([0] * 5), RunLength(2) == RunLength(2), RunLength() != RunLength(3))
lengths = Canonical({1: 2, 2: 1, 3: 3, 4: 3})
print(lengths.codes, lengths.decode("0101101110"))
print(sum(2.0**-n for n in Canonical.of(list(b"abracadabra")).lengths.values()))
lengths.decode("01")
