"""Hundreds of digits of constants by ints alone: Machin, spigots, Newton's roots, logarithms; limits of conversion."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice


class Fixed:
    """A number scaled by a power of ten."""

    def __init__(self, digits: int, guard: int = 10) -> None:
        self.digits, self.guard = digits, guard
        self.one: int = 10 ** (digits + guard)

    def show(self, value: int) -> str:
        cut = value // 10**self.guard
        sign = "-" if cut < 0 else ""
        text = str(abs(cut)).rjust(self.digits + 1, "0")
        return f"{sign}{text[: -self.digits]}.{text[-self.digits :]}"

    def arctan_inverse(self, n: int) -> int:
        power = self.one // n
        total, k, sign = power, 1, -1
        while power:
            power //= n * n
            k += 2
            total += sign * (power // k)
            sign = -sign
        return total

    def pi(self) -> int:
        return 4 * (4 * self.arctan_inverse(5) - self.arctan_inverse(239))

    def pi_again(self) -> int:
        parts = ((12, 18), (8, 57), (-5, 239))
        return 4 * sum(weight * self.arctan_inverse(n) for weight, n in parts)

    def e(self) -> int:
        term, total, k = self.one, self.one, 1
        while term:
            term //= k
            total += term
            k += 1
        return total

    def sqrt(self, n: int) -> int:
        return math.isqrt(n * self.one * self.one)

    def ln2(self) -> int:
        total, k, power = 0, 1, self.one * 2 // 3
        while power:
            total += power // k
            power //= 9
            k += 2
        return total

    def golden(self) -> int:
        return (self.one + self.sqrt(5)) // 2

    def catalan_like(self) -> int:
        """The alternating sum of 1/(2k+1)! (the sine of 1)."""
        term, total, k = self.one, 0, 1
        while term:
            total += term
            term = -term // ((k + 1) * (k + 2))
            if term == -1:
                break
            k += 2
        return total


def spigot() -> Iterator[int]:
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < m * t:
            yield m
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (
                q * k,
                (2 * q + r) * x,
                t * x,
                k + 1,
                (q * (7 * k + 2) + r * x) // (t * x),
                x + 2,
            )


def e_spigot(count: int) -> str:
    cells = [1] * (count + 20)
    digits = ["2."]
    for _ in range(count):
        carry = 0
        for i in range(len(cells) - 1, -1, -1):
            cells[i] = cells[i] * 10 + carry
            carry, cells[i] = divmod(cells[i], i + 2)
        digits.append(str(carry))
    return "".join(digits)


def repetend(n: int, d: int) -> tuple[str, str]:
    """The digits of n/d after the point: those before the period, and the period."""
    seen: dict[int, int] = {}
    digits: list[str] = []
    rest = n % d
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digit, rest = divmod(rest * 10, d)
        digits.append(str(digit))
    start = seen[rest] if rest else len(digits)
    return "".join(digits[:start]), "".join(digits[start:])


def main() -> None:
    fixed = Fixed(120)
    constants: dict[str, Callable[[], int]] = {
        "pi": fixed.pi,
        "pi again": fixed.pi_again,
        "e": fixed.e,
        "ln 2": fixed.ln2,
        "golden": fixed.golden,
        "sin 1": fixed.catalan_like,
    }
    shown = {name: fixed.show(compute()) for name, compute in constants.items()}
    for name, text in shown.items():
        print(f"{name:>9} {text}")
    print(
        shown["pi"] == shown["pi again"],
        "".join(map(str, islice(spigot(), 100))) == shown["pi"].replace(".", "")[:100],
    )
    print(e_spigot(60), shown["e"].startswith(e_spigot(50)))
    print(Counter(shown["pi"]).most_common(4))
    for n in (2, 10, 12345):
        print(n, fixed.show(fixed.sqrt(n)))
    print(fixed.show(-fixed.ln2()), Fixed(5).show(12), Fixed(3, 0).show(-5))
    for top, bottom in ((1, 3), (1, 6), (1, 7), (22, 7), (1, 28), (5, 8), (1, 97), (3, 3)):
        before, period = repetend(top, bottom)
        print(f"{top}/{bottom} = {top // bottom}.{before}({period}) {len(period)}")
    print(max(range(1, 200), key=lambda d: len(repetend(1, d)[1])))
    # conversions between text and very long ints are limited
    long = 10**4299
    print(len(str(long)), str(long + 7)[-5:], sys.get_int_max_str_digits())
    tasks: list[Callable[[], str]] = [
        lambda: str(long * 10),
        lambda: f"{-long * 10:,}",
        lambda: str(int("9" * 4301)),
    ]
    for task in tasks:
        try:
            print(len(task()))
        except ValueError as error:
            print(type(error).__name__, error)
    print(len(f"{long * 1000:x}"), int("f" * 5000, 16).bit_length(), len(oct(1 << 20000)))
    sys.set_int_max_str_digits(10000)
    print(str(3**9000)[:20], len(str(3**9000)), int("1" + "0" * 5000) == 10**5000)
    sys.set_int_max_str_digits(4300)


main()
