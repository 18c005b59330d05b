"""Ints of every size: all operations on values near the edges of digits and words, and on random ones."""

from __future__ import annotations

import math


class Numbers:
    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 17) % limit

    def value(self) -> int:
        kind = self.below(6)
        if kind == 0:
            found = self.below(7)
        elif kind == 1:
            bits = [29, 30, 31, 59, 60, 61, 62, 63, 64, 90, 119, 120, 121, 128, 180, 240, 300][self.below(17)]
            found = (1 << bits) + self.below(5) - 2
        elif kind == 2:
            found = 10 ** self.below(80) + self.below(3) - 1
        elif kind == 3:  # long runs of equal bits: quotients are guessed wrong there
            found = 0
            for _ in range(1 + self.below(6)):
                width = 1 + self.below(130)
                found = (found << width) | ((1 << width) - 1) * self.below(2)
        else:
            found = 0
            for _ in range(1 + self.below(12)):
                found = (found << 47) | self.below(1 << 47)
        return -found if self.below(3) == 0 else found


def checksum(*values: int) -> int:
    total = 0
    for value in values:
        total = (total * 1000003 + value) % ((1 << 127) - 1)
    return total


def text_of(value: int) -> str:
    return f"{value} {value:x} {value:o} {value:b} {value:,} {value:+d} {value:#x}"


def one(a: int, b: int, c: int) -> int:
    total = checksum(a + b, a - b, b - a, a * b, a & b, a | b, a ^ b, ~a, -b, abs(a))
    if b != 0:
        q, r = divmod(a, b)
        assert q * b + r == a and (0 <= r < b or b < r <= 0)
        total += checksum(q, r, a // b, a % b)
        assert (a * b) // b == a
    shift = abs(c) % 200
    total += checksum(a << shift, a >> shift, (a << shift) >> shift)
    assert (a << shift) >> shift == a
    total += checksum(hash(a), hash(-a), a.bit_length(), a.bit_count(), hash(a) == hash(float(a)) if abs(a) < 2**53 else 0)
    total += checksum(a < b, a <= b, a == b, a > b, a != b, a == a + 0)
    size = a.bit_length() // 8 + 1
    data = a.to_bytes(size, "little", signed=True)
    assert int.from_bytes(data, "little", signed=True) == a
    assert int.from_bytes(data[::-1], "big", signed=True) == a
    plain = abs(b).to_bytes(b.bit_length() // 8 + 2, "big")
    assert int.from_bytes(plain, "big") == abs(b)
    total += checksum(int.from_bytes(data, "little"), int.from_bytes(plain, "little"))
    text = text_of(a)
    decimal, hexadecimal, octal, binary = text.split(" ")[:4]
    assert int(decimal) == a == int(hexadecimal, 16) == int(octal, 8) == int(binary, 2)
    total += sum(map(ord, text))
    if abs(a) < 10**300 and abs(b) < 10**300:
        total += checksum(*float(a).as_integer_ratio())
        if b != 0:
            total += checksum(*(a / b).as_integer_ratio())
        assert (a < b) == (float(a) < b) or float(a) == float(b) or abs(a) > 2**53
    if c > 1:
        total += checksum(pow(a, abs(b) % 1000, c), pow(a, abs(b), c) if abs(b) < 2**200 else 0)
    total += checksum(math.isqrt(abs(a)), math.gcd(a, b))
    if abs(a) < 2**130:
        total += checksum(a ** (abs(c) % 9))
    return total


def main(seed: int, count: int) -> None:
    numbers = Numbers(seed)
    total = 0
    for i in range(count):
        total = checksum(total, one(numbers.value(), numbers.value(), numbers.value()))
        if i % 100 == 0:
            print(i, total)
    print(total)


if __name__ == "__main__":
    main(20261127, 1500)
