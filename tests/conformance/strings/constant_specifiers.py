"""Format specifiers known while compiling, for ints, strings and floats of every size."""

from __future__ import annotations

import random
from enum import StrEnum

NUMBERS = [0, 7, -7, 10, -10, 99, 100, -12345, 2**61, 2**62 - 1, -(2**62), 2**62, 2**63, -(2**70), 10**25]
FLOATS = [0.0, -0.0, 1.5, -2.25, 0.125, 1e16, 123456.789, 2.5, -0.04, 1e-9, 1e300, float("inf"), -float("inf")]
WORDS = ["", "a", "word", "longer than the field", "é", "日本", "naïve", "\N{GRINNING FACE}"]


def ints(n: int) -> list[str]:
    return [
        f"{n:d}", f"{n:5}", f"{n:05}", f"{n:05d}", f"{n:<8}|", f"{n:>8}|", f"{n:^8}|", f"{n:=8}|",
        f"{n:*<8d}|", f"{n:*>8d}|", f"{n:*^9d}|", f"{n:*=8d}|", f"{n:0>6}", f"{n:0<6}", f"{n:0=6}",
        f"{n:>05}", f"{n:<05}", f"{n:^05}", f"{n:=05}", f"{n:<<9}", f"{n:>>9}", f"{n:=^9}", f"{n: ^30}",
        f"{n:}", f"{n:1}", f"{n:,}", f"{n:+}", f"{n:x}", f"{n:>+8}", f"{n:_}", f"{n:08.1f}",
    ]  # fmt: skip


def words(text: str) -> list[str]:
    return [
        f"{text:s}|", f"{text:6}|", f"{text:<6}|", f"{text:>6}|", f"{text:^6}|", f"{text:^7s}|", f"{text:*^9}|",
        f"{text:06}|", f"{text:0>6}|", f"{text:>06}|", f"{text:.3}|", f"{text:8.2s}|", f"{text:é^8}|", f"{text!r:>9}|",
    ]  # fmt: skip


def floats(x: float) -> list[str]:
    return [
        f"{x:.0f}", f"{x:.1f}", f"{x:.3f}", f"{x:10.2f}|", f"{x:<10.2f}|", f"{x:^10.2f}|", f"{x:010.2f}|",
        f"{x:*=12.3f}|", f"{x:>09.1f}|", f"{x:.2e}", f"{x:+.2f}", f"{x:,.2f}", f"{x:.2%}", f"{x:8}|", f"{x:.12f}",
    ]  # fmt: skip


def booleans(flag: bool, number: int) -> list[str]:
    return [f"{flag:3}|", f"{flag:d}", f"{number:3}|", f"{number:03d}|", f"{number:<3}|", f"{flag!s:>7}|"]


class Kind(StrEnum):
    SMALL = "small"


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def wrong() -> None:
    n, text = 5, "text"
    for _ in range(1):
        try:
            print(f"{n:.2d}")
        except ValueError as error:
            print(error)
        try:
            print(f"{text:=5}")
        except ValueError as error:
            print(error)
        try:
            print(f"{text:d}")
        except ValueError as error:
            print(error)


def main() -> None:
    for n in NUMBERS:
        print(ints(n))
    for text in WORDS:
        print(words(text))
    for x in FLOATS:
        print(floats(x))
    print(booleans(True, True), booleans(False, 0))
    print(f"{Kind.SMALL:>8}|", f"{Kind.SMALL:10}|")
    print([clock(s) for s in (0, 59, 61, 3600, 86399)])
    wrong()
    random.seed(5)
    total = 0
    for _ in range(2000):
        n = random.randrange(-(10 ** random.randrange(1, 25)), 10 ** random.randrange(1, 25))
        shown = f"{n:25d}{n:^25}{n:025d}"
        total = (total * 31 + sum(map(ord, shown))) % 1000007
        x = random.uniform(-1, 1) * 10.0 ** random.randrange(-6, 18)
        total = (total * 31 + sum(map(ord, f"{x:.2f}{x:.6f}{x:20.0f}{x:.15f}"))) % 1000007
    print(total)


if __name__ == "__main__":
    main()
