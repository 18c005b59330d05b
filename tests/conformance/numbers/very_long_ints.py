"""Products, quotients and texts of ints long enough for the algorithms that cut them in halves."""

from __future__ import annotations

import sys


def grown(state: int, bits: int) -> int:
    value = 0
    while value.bit_length() < bits:
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        kind = state >> 60
        if kind < 3:
            value = (value << 120) | ((1 << 120) - 1)
        elif kind < 5:
            value <<= 61
        else:
            value = (value << 64) | state
    return value


def main() -> None:
    sys.set_int_max_str_digits(0)
    total = 0
    sizes = [1700, 1919, 1920, 1921, 3840, 3901, 7700, 20000]
    for i, x in enumerate(sizes):
        for j, y in enumerate(sizes + [59, 60, 61, 120, 600]):
            a = grown(i * 7 + 1, x)
            b = grown(j * 13 + 5, y)
            p = a * b
            q, r = divmod(p + b // 3, b)
            assert q == a and r == b // 3
            assert (a + b) * (a - b) == a * a - b * b
            assert p % ((1 << 89) - 1) == a % ((1 << 89) - 1) * (b % ((1 << 89) - 1)) % ((1 << 89) - 1)
            big, small = (a, b) if a > b else (b, a)
            q, r = divmod(big * big - 1, small)
            assert q * small + r == big * big - 1 and 0 <= r < small
            total = (total * 31 + p + q - r) % ((1 << 521) - 1)
        s = str(a)
        assert int(s) == a
        total += len(s) + sum(map(ord, s[::97]))
    print(total)
    a = grown(3, 90000)
    b = grown(4, 45000)
    print((a * a // b) % (10**40), a // b % 10**40, a % b % 10**40)
    s = str(a)
    print(len(s), s[:40], s[-40:], int(s) == a)
    print(0x123456789ABCDEF0123456789ABCDEF0123456789 % 1000003, -(2**600) // 7**100, 2**62, -(2**62), 2**62 - 1, -(2**62) - 1, 1152921504606846976 * 3 + 2**120)


main()
