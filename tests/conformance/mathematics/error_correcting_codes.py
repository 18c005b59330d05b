"""Codes that correct errors: repetition, Hamming(7,4) and SECDED, Reed-Solomon over GF(256) with erasures, burst interleaving."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from typing import ClassVar


class Uncorrectable(ValueError):
    def __init__(self, reason: str, data: Sequence[int] = ()) -> None:
        super().__init__(reason)
        self.data = tuple(data)


class Code(ABC):
    k: ClassVar[int]
    n: ClassVar[int]

    @abstractmethod
    def encode(self, bits: Sequence[int]) -> list[int]: ...

    @abstractmethod
    def decode(self, bits: Sequence[int]) -> list[int]: ...

    def distance(self) -> int:
        words = [self.encode(bits) for bits in product((0, 1), repeat=self.k)]
        return min(sum(a != b for a, b in zip(u, v)) for i, u in enumerate(words) for v in words[:i])


class Repetition(Code):
    k, n = 1, 5

    def encode(self, bits: Sequence[int]) -> list[int]:
        return [bits[0]] * self.n

    def decode(self, bits: Sequence[int]) -> list[int]:
        return [int(sum(bits) * 2 > self.n)]


class Hamming(Code):
    k, n = 4, 7

    def encode(self, bits: Sequence[int]) -> list[int]:
        return self.word(bits)[1:]

    def word(self, bits: Sequence[int]) -> list[int]:
        out = [0] * 8
        for place, bit in zip((3, 5, 6, 7), bits, strict=True):
            out[place] = bit
        for p in (1, 2, 4):
            out[p] = sum(out[i] for i in range(1, 8) if i & p and i != p) % 2
        return out

    def syndrome(self, bits: Sequence[int]) -> int:
        at = 0
        for i, bit in enumerate(bits, 1):
            at ^= i * bit
        return at

    def decode(self, bits: Sequence[int]) -> list[int]:
        fixed = list(bits)
        if at := self.syndrome(bits):
            fixed[at - 1] ^= 1
        return [fixed[i - 1] for i in (3, 5, 6, 7)]


class Secded(Hamming):
    """One more parity bit: corrects one error, detects two."""

    n = 8

    def encode(self, bits: Sequence[int]) -> list[int]:
        word = super().encode(bits)
        return [*word, sum(word) % 2]

    def decode(self, bits: Sequence[int]) -> list[int]:
        *word, _ = bits
        if self.syndrome(word) and sum(bits) % 2 == 0:
            raise Uncorrectable("two errors", bits)
        return super().decode(word)


class Field:
    def __init__(self, polynomial: int = 0x11D) -> None:
        self.exp = [0] * 512
        self.log = [0] * 256
        x = 1
        for i in range(255):
            self.exp[i] = self.exp[i + 255] = x
            self.log[x] = i
            x <<= 1
            if x & 0x100:
                x ^= polynomial

    def mul(self, a: int, b: int) -> int:
        return self.exp[self.log[a] + self.log[b]] if a and b else 0

    def div(self, a: int, b: int) -> int:
        if not b:
            raise ZeroDivisionError("division by zero in GF(256)")
        return self.exp[self.log[a] + 255 - self.log[b]] if a else 0

    def poly_mul(self, p: Sequence[int], q: Sequence[int]) -> list[int]:
        out = [0] * (len(p) + len(q) - 1)
        for i, a in enumerate(p):
            for j, b in enumerate(q):
                out[i + j] ^= self.mul(a, b)
        return out

    def evaluate(self, p: Sequence[int], x: int) -> int:
        y = 0
        for c in p:
            y = self.mul(y, x) ^ c
        return y


class ReedSolomon:
    def __init__(self, parity: int) -> None:
        self.field, self.parity = Field(), parity
        self.generator = [1]
        for i in range(parity):
            self.generator = self.field.poly_mul(self.generator, [1, self.field.exp[i]])

    def encode(self, message: bytes) -> bytes:
        work = [*message, *[0] * self.parity]
        for i in range(len(message)):
            if factor := work[i]:
                for j, g in enumerate(self.generator):
                    work[i + j] ^= self.field.mul(g, factor)
        return message + bytes(work[len(message) :])

    def syndromes(self, word: Sequence[int]) -> list[int]:
        return [self.field.evaluate(word, self.field.exp[i]) for i in range(self.parity)]

    def solve(self, rows: list[list[int]]) -> list[int] | None:
        """Gauss over the field; None when singular."""
        n = len(rows)
        for col in range(n):
            pivot = next((r for r in range(col, n) if rows[r][col]), None)
            if pivot is None:
                return None
            rows[col], rows[pivot] = rows[pivot], rows[col]
            rows[col] = [self.field.div(v, rows[col][col]) for v in rows[col]]
            for r in range(n):
                if r != col and (factor := rows[r][col]):
                    rows[r] = [v ^ self.field.mul(factor, w) for v, w in zip(rows[r], rows[col])]
        return [row[-1] for row in rows]

    def locate(self, s: list[int], length: int) -> list[int]:
        for count in range(self.parity // 2, 0, -1):
            found = self.solve([[s[i + j] for j in range(count)] + [s[i + count]] for i in range(count)])
            if found is None:
                continue
            locator = [*found, 1]
            places = [
                p
                for p in range(length)
                if not self.field.evaluate([1, *reversed(locator[:-1])], self.field.exp[length - 1 - p])
            ]
            if len(places) == count:
                return places
            break
        raise Uncorrectable("cannot locate the errors", s)

    def decode(self, word: bytes, lost: Sequence[int] = ()) -> tuple[bytes, int]:
        s = self.syndromes(word)
        fixed = list(word)
        places: list[int] = []
        if any(s):
            places = list(lost) or self.locate(s, len(word))
            powers = [self.field.exp[(len(word) - 1 - p) % 255] for p in places]
            rows = [
                [self.field.exp[self.field.log[x] * i % 255] for x in powers] + [s[i]]
                for i in range(len(places))
            ]
            for p, value in zip(places, self.solve(rows) or []):
                fixed[p] ^= value
            if any(self.syndromes(fixed)):
                raise Uncorrectable("still wrong", fixed)
        return bytes(fixed[: -self.parity]), len(places)


def interleave(words: Sequence[bytes]) -> bytes:
    return bytes(b for column in zip(*words, strict=True) for b in column)


def main() -> None:
    source = random.Random(31)
    for code in (Repetition(), Hamming(), Secded()):
        outcomes: Counter[str] = Counter()
        for bits in product((0, 1), repeat=code.k):
            word = code.encode(bits)
            for flips in [
                (),
                *[(i,) for i in range(code.n)],
                *[(i, j) for i in range(code.n) for j in range(i)],
            ]:
                broken = [b ^ (i in flips) for i, b in enumerate(word)]
                try:
                    outcomes[f"{len(flips)} {'right' if code.decode(broken) == list(bits) else 'wrong'}"] += 1
                except Uncorrectable as error:
                    outcomes[f"{len(flips)} {error}"] += 1
        print(
            type(code).__name__,
            code.distance(),
            sorted(outcomes.items()),
            isinstance(code, Hamming),
        )
    rs = ReedSolomon(8)
    message = "Größe: 12 bytes?".encode()
    coded = rs.encode(message)
    print(coded.hex(), rs.generator, any(rs.syndromes(coded)))
    for errors in range(7):
        broken_word = bytearray(coded)
        for place in source.sample(range(len(coded)), errors):
            broken_word[place] ^= source.randrange(1, 256)
        try:
            found, count = rs.decode(bytes(broken_word))
            print(errors, found == message, count)
        except Uncorrectable as error:
            print(errors, error, len(error.data))
    gaps = [0, 3, 5, 11, 12, 17, 20, 22]
    holes = bytes(0 if i in gaps else b for i, b in enumerate(coded))
    print(rs.decode(holes, gaps) == (message, 8), rs.decode(coded))
    words = [rs.encode(bytes([65 + i]) * 10) for i in range(5)]
    stream = bytearray(interleave(words))
    stream[20:38] = b"#" * 18
    back = [bytes(stream[i::5]) for i in range(5)]
    print([rs.decode(w) for w in back], sum(a != b for a, b in zip(stream, interleave(words))))
    attempts: list[Callable[[], object]] = [
        lambda: rs.field.div(3, 0),
        lambda: interleave([b"ab", b"c"]),
        lambda: Hamming().encode([1, 0]),
    ]
    for bad in attempts:
        try:
            print(bad())
        except (ArithmeticError, ValueError) as error:
            print(type(error).__name__, error)


main()
