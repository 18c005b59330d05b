"""Random generators written out: the Mersenne twister against the library's, LCGs, PCG, shuffles, sampling, chi-squared."""

from __future__ import annotations

import math
import random
from abc import ABC, abstractmethod
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, MutableSequence, Sequence
from itertools import accumulate, islice
from typing import ClassVar, TypeVar

T = TypeVar("T")
MASK32 = 0xFFFFFFFF


class Generator(ABC):
    """Words of 32 bits; everything else is derived from them."""

    names: ClassVar[list[str]] = []

    def __init_subclass__(cls) -> None:
        cls.names.append(cls.__name__)

    @abstractmethod
    def word(self) -> int: ...

    def __iter__(self) -> Iterator[int]:
        while True:
            yield self.word()

    def bits(self, k: int) -> int:
        out = 0
        for shift in range(0, k, 32):
            take = min(32, k - shift)
            out |= (self.word() >> 32 - take) << shift
        return out

    def unit(self) -> float:
        return ((self.word() >> 5) * 67108864.0 + (self.word() >> 6)) / 9007199254740992.0

    def below(self, n: int) -> int:
        k = n.bit_length()
        r = self.bits(k)
        while r >= n:
            r = self.bits(k)
        return r

    def shuffle(self, items: MutableSequence[T]) -> None:
        for i in reversed(range(1, len(items))):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]

    def reservoir(self, items: Iterator[T], k: int) -> list[T]:
        kept = list(islice(items, k))
        for i, item in enumerate(items, k + 1):
            j = self.below(i)
            if j < k:
                kept[j] = item
        return kept

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        sums = list(accumulate(weights))
        return items[bisect(sums, self.unit() * sums[-1], 0, len(items) - 1)]


class Twister(Generator):
    N, M = 624, 397

    def __init__(self, seed: int) -> None:
        key: list[int] = []
        seed = abs(seed)
        while True:
            key.append(seed & MASK32)
            seed >>= 32
            if not seed:
                break
        state = [19650218]
        for i in range(1, self.N):
            state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + i) & MASK32)
        i, j = 1, 0
        for _ in range(max(self.N, len(key))):
            state[i] = ((state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1664525) + key[j] + j) & MASK32
            i, j = i + 1, (j + 1) % len(key)
            if i >= self.N:
                state[0], i = state[-1], 1
        for _ in range(self.N - 1):
            state[i] = ((state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1566083941) - i) & MASK32
            i += 1
            if i >= self.N:
                state[0], i = state[-1], 1
        state[0] = 0x80000000
        self.state, self.index = state, self.N

    def _twist(self) -> None:
        s = self.state
        for k in range(self.N):
            y = s[k] & 0x80000000 | s[(k + 1) % self.N] & 0x7FFFFFFF
            s[k] = s[(k + self.M) % self.N] ^ y >> 1 ^ (0x9908B0DF if y & 1 else 0)
        self.index = 0

    def word(self) -> int:
        if self.index >= self.N:
            self._twist()
        y = self.state[self.index]
        self.index += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C5680
        y ^= y << 15 & 0xEFC60000
        return y ^ y >> 18


class Lehmer(Generator):
    def __init__(self, seed: int) -> None:
        self.x = seed % 2147483647 or 1

    def step(self) -> int:
        self.x = self.x * 48271 % 2147483647
        return self.x

    def word(self) -> int:
        return (self.step() << 16 ^ self.step()) & MASK32


class Pcg(Generator):
    def __init__(self, seed: int, stream: int = 54) -> None:
        self.increment = stream << 1 | 1
        self.x = 0
        self.word()
        self.x = self.x + seed & 0xFFFFFFFFFFFFFFFF
        self.word()

    def word(self) -> int:
        old = self.x
        self.x = old * 6364136223846793005 + self.increment & 0xFFFFFFFFFFFFFFFF
        shifted = (old >> 18 ^ old) >> 27 & MASK32
        turn = old >> 59
        return (shifted >> turn | shifted << (-turn & 31)) & MASK32


def chi_squared(counts: Sequence[int]) -> float:
    expected = sum(counts) / len(counts)
    return math.fsum((c - expected) ** 2 / expected for c in counts)


def main() -> None:
    for seed in (0, 1, 5489, -7, 2**32, 3**100):
        ours, theirs = Twister(seed), random.Random(seed)
        assert [ours.word() for _ in range(700)] == [theirs.getrandbits(32) for _ in range(700)]
        a, b = list(range(30)), list(range(30))
        ours.shuffle(a)
        theirs.shuffle(b)
        same = [
            ours.unit() == theirs.random(),
            ours.bits(100) == theirs.getrandbits(100),
            ours.below(10**20) == theirs.randrange(10**20),
            a == b,
        ]
        print(seed, same, a[:6], ours.weighted("abc", [1, 2, 3]) == theirs.choices("abc", [1, 2, 3])[0])
    lehmer = Lehmer(1)
    for _ in range(10_000):
        lehmer.step()
    print(lehmer.x, list(islice(Lehmer(99), 3)))
    print([hex(w) for w in islice(Pcg(42), 6)])
    for generator in (Twister(1), Lehmer(1), Pcg(1)):
        rolls = Counter(generator.below(6) for _ in range(6000))
        hist = [rolls[k] for k in range(6)]
        inside = sum(generator.unit() ** 2 + generator.unit() ** 2 < 1 for _ in range(5000))
        print(
            type(generator).__name__,
            hist,
            f"{chi_squared(hist):.4f} {4 * inside / 5000:.4f}",
            generator.reservoir(iter(range(1000)), 5),
        )
    source = random.Random("a seed of text")
    print(
        source.random(),
        source.gauss(0, 1),
        source.sample(range(10**9), 3),
        source.choice("xyz"),
        source.triangular(1, 5, 2),
    )
    state = source.getstate()
    first = [
        source.uniform(-1, 1),
        source.expovariate(2.5),
        source.betavariate(2, 3),
        source.normalvariate(5, 2),
        source.randbytes(5),
    ]
    source.setstate(state)
    again = [
        source.uniform(-1, 1),
        source.expovariate(2.5),
        source.betavariate(2, 3),
        source.normalvariate(5, 2),
        source.randbytes(5),
    ]
    print(first == again, first, Generator.names)


main()
