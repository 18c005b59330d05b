"""Sums, differences, quotients and remainders of ints whose digits are all zeros, all ones or nearly so."""

from __future__ import annotations


def borders() -> list[int]:
    """Around powers of two where 30-bit and 60-bit digits end, and patterns of such digits."""
    found = {0, 1, 2, 3, 7}
    for bits in (29, 30, 31, 59, 60, 61, 62, 63, 64, 89, 90, 91, 119, 120, 121, 150, 180, 240, 300):
        for near in (-2, -1, 0, 1, 2):
            found.add(2**bits + near)
    full, half = 2**30 - 1, 2**29
    for digits in (
        [full, 0, full], [0, full, 0, full], [half, half, half], [0, 0, half], [1, 0, 0, 1], [full] * 5,
        [full, full, half - 1], [0, full, half], [full, 0, half], [0, 0, 0, 0, 0, 1], [half - 1] * 4, [half + 1] * 4,
        [full - 1, full, full], [0, full - 1, full, 0, full],
    ):  # fmt: skip
        value = 0
        for digit in reversed(digits):
            value = value << 30 | digit
        found.add(value)
    return sorted(found)


class Digest:
    """One number of all that it is given."""

    def __init__(self) -> None:
        self.value = 1
        self.count = 0

    def add(self, value: int) -> None:
        self.value = (self.value * 1000003 + value) % (2**61 - 1)
        self.count += 1


def sums(values: list[int]) -> None:
    digest = Digest()
    for a in values:
        for b in values:
            for x, y in ((a, b), (-a, b), (a, -b)):
                digest.add(x + y)
                digest.add(x - y)
                assert (x + y) - y == x and (x - y) + y == x and x - y == -(y - x), (x, y)
            digest.add(a * b)
    print("sums", digest.count, digest.value)


def quotients(values: list[int]) -> None:
    digest = Digest()
    for a in values:
        for b in values:
            if b == 0:
                continue
            for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
                q, r = divmod(x, y)
                assert q * y + r == x and q == x // y and r == x % y, (x, y)
                assert 0 <= r < y or y < r <= 0, (x, y)
                digest.add(q)
                digest.add(r)
            for q in (1, 2**30 - 1, 2**30, 2**60 - 1, 2**60):  # exact, and one more or less
                for near in (-1, 0, 1):
                    product = b * q + near
                    digest.add(product // b)
                    digest.add(product % b)
                    digest.add(-product // b)
    print("quotients", digest.count, digest.value)


def many_digits() -> None:
    """Quotients of one, two and many digits of long numbers; the guesses for a digit are too high in some."""
    digest = Digest()
    state = 12345
    for size in range(1, 40):
        for kind in range(6):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            a = b = 0
            for i in range(size):
                state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                noise = state >> 34
                a = a << 30 | (noise if kind & 1 else (2**30 - 1) * (noise & 1))
                b = b << 30 | (noise >> 3 if kind & 2 else 2**30 - 1 - (noise & 1) if kind & 4 else noise & 1)
            b += 1
            for shift in (0, 1, 29, 30, 31, 60, 61, 200, 900):
                x = (a << shift) + (state >> 5)
                q, r = divmod(x, b)
                assert q * b + r == x and 0 <= r < b
                digest.add(q)
                digest.add(r)
                q, r = divmod(-x, b)
                assert q * b + r == -x and 0 <= r < b
                digest.add(q)
                digest.add(pow(x, 3, b))
    print("many digits", digest.count, digest.value)


def spigot(count: int) -> str:
    """Digits of e by a spigot: ever longer numerators and denominators, quotients of one digit."""
    text = ""
    p, q, k = 1, 1, 1
    for _ in range(count * 2):
        p, q, k = p * k + 1, q * k, k + 1
    for _ in range(count):
        digit, rest = divmod(p, q)
        text += str(digit)
        p = rest * 10
    return text


def main() -> None:
    values = borders()
    print(len(values))
    sums(values)
    quotients(values)
    many_digits()
    print(spigot(120))
    a = 10**50
    a -= a
    print(a, 10**50 - (10**50 - 1), 2**90 - 2**90, 2**90 - 1 - 2**89, 1 - 2**120, 2**62 - 2**63, -(2**61) - 2**61)


main()
