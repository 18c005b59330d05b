"""Bits: population counts, reversal, Gray codes, Morton order, next permutation, wrapping words, rotations, bit sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import and_, or_, xor


@dataclass(frozen=True)
class Word:
    """A machine word of `width` bits that wraps."""

    value: int
    width: int = 32

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", self.value & self.mask)

    @property
    def mask(self) -> int:
        return (1 << self.width) - 1

    @property
    def signed(self) -> int:
        return self.value - (1 << self.width) if self.value >> (self.width - 1) else self.value

    def __add__(self, other: Word | int) -> Word:
        return Word(self.value + int(other), self.width)

    def __mul__(self, other: Word | int) -> Word:
        return Word(self.value * int(other), self.width)

    def __sub__(self, other: Word | int) -> Word:
        return Word(self.value - int(other), self.width)

    def __xor__(self, other: Word | int) -> Word:
        return Word(self.value ^ int(other), self.width)

    def __lshift__(self, count: int) -> Word:
        return Word(self.value << count, self.width)

    def __rshift__(self, count: int) -> Word:
        return Word(self.value >> count, self.width)

    def __invert__(self) -> Word:
        return Word(~self.value, self.width)

    def __int__(self) -> int:
        return self.value

    __index__ = __int__

    def rotate(self, count: int) -> Word:
        count %= self.width
        return Word(self.value << count | self.value >> (self.width - count), self.width)

    def reverse(self) -> Word:
        return Word(int(f"{self.value:0{self.width}b}"[::-1], 2), self.width)

    def swap_bytes(self) -> Word:
        return Word(int.from_bytes(self.value.to_bytes(self.width // 8, "little"), "big"), self.width)

    def __str__(self) -> str:
        return f"{self.value:#0{self.width // 4 + 2}x}"


def count_swar(x: int) -> int:
    x = x - ((x >> 1) & 0x5555555555555555)
    x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333)
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F
    return (x * 0x0101010101010101 & 0xFFFFFFFFFFFFFFFF) >> 56


def count_kernighan(x: int) -> int:
    n = 0
    while x:
        x &= x - 1
        n += 1
    return n


def gray(n: int) -> int:
    return n ^ n >> 1


def ungray(n: int) -> int:
    value = 0
    while n:
        value ^= n
        n >>= 1
    return value


def spread(x: int) -> int:
    return reduce(or_, ((x >> i & 1) << 2 * i for i in range(x.bit_length())), 0)


def gather(x: int) -> int:
    return reduce(or_, ((x >> 2 * i & 1) << i for i in range(x.bit_length() // 2 + 1)), 0)


def morton(x: int, y: int) -> int:
    return spread(x) | spread(y) << 1


def same_count(x: int) -> Iterator[int]:
    """The numbers with as many bits, ascending, from x."""
    while True:
        yield x
        low = x & -x
        ripple = x + low
        x = ripple | (x ^ ripple) // low >> 2


def subsets(mask: int) -> Iterator[int]:
    part = mask
    while True:
        yield part
        if not part:
            return
        part = (part - 1) & mask


def fnv1a(data: bytes) -> Word:
    h = Word(0xCBF29CE484222325, 64)
    for byte in data:
        h = (h ^ byte) * 0x100000001B3
    return h


def xorshift(seed: int) -> Iterator[int]:
    x = Word(seed, 64)
    while True:
        x ^= x << 13
        x ^= x >> 7
        x ^= x << 17
        yield int(x)


def bits_of(x: int) -> list[int]:
    return [i for i in range(x.bit_length()) if x >> i & 1]


def parity(values: Iterable[int]) -> int:
    return reduce(xor, values, 0).bit_count() & 1


def main() -> None:
    samples = [0, 1, 0xFF, 0x8000000000000000, 0xDEADBEEFCAFEBABE, 2**62, 2**63 - 1, 2**64 - 1]
    counters: list[Callable[[int], int]] = [
        count_swar,
        count_kernighan,
        int.bit_count,
        lambda x: bin(x).count("1"),
    ]
    for x in samples:
        print(f"{x:#018x} {[count(x) for count in counters]} {x.bit_length()} {-x & x:#x} {bits_of(x)[:3]}")
    print([gray(n) for n in range(10)], all(ungray(gray(n)) == n for n in (*range(300), 10**25)))
    print([f"{gray(n):03b}" for n in range(8)], [(gray(n) ^ gray(n + 1)).bit_count() for n in range(9)])
    print(
        [[morton(x, y) for x in range(4)] for y in range(4)],
        gather(morton(12345, 678)),
        gather(morton(5, 678) >> 1),
    )
    print([f"{x:05b}" for x in islice(same_count(0b00111), 10)], next(islice(same_count(2**70 - 1), 1, None)))
    print([f"{s:04b}" for s in subsets(0b1011)])
    w = Word(0x12345678)
    print(w, w.rotate(8), w.rotate(-4), w.reverse(), w.swap_bytes(), ~w, w << 8, w >> 28, w - 0x12345679)
    print(
        (w - 0x12345679).signed,
        Word(0x80, 8).signed,
        Word(300, 8),
        Word(-1, 16),
        hex(w),
        [10, 20, 30][Word(2)],
    )
    print(Word(0xFFFFFFFF) * 0xFFFFFFFF, Word(2**31) + w, w == Word(0x12345678), w == Word(0x12345678, 64), w)
    print(fnv1a(b""), fnv1a(b"hello"), [f"{x:016x}" for x in islice(xorshift(88172645463325252), 3)])
    print(
        parity([1, 2, 4]),
        parity([]),
        reduce(and_, [0b1110, 0b0111, 0b1111]),
        -1 & 2**70,
        -(2**65) | 1,
        ~(2**64),
    )
    print(
        -5 >> 1,
        -5 // 2,
        -1 >> 100,
        1 << 100 >> 98,
        (-(2**100)) >> 37,
        -(2**100) ^ 2**99,
        -7 & 0xFF,
        (-7).bit_length(),
    )
    for bad in (
        lambda: 1 << -1,
        lambda: 1 >> -1,
        lambda: (-1).to_bytes(2, "big"),
        lambda: (256).to_bytes(1, "little"),
    ):
        try:
            print(bad())
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)
    print(
        (-2).to_bytes(3, "big", signed=True),
        int.from_bytes(b"\xff\xfe", "little", signed=True),
        (5).to_bytes(),
    )


main()
