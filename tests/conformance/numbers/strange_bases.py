"""Numeral systems: negative bases, balanced ternary, factorial and Fibonacci bases, Roman, mixed radix, words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from itertools import count, pairwise, zip_longest
from typing import ClassVar, Final

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


class Numeral(ABC):
    """A way to write ints; every subclass with a name is registered."""

    known: ClassVar[dict[str, Numeral]] = {}
    name: ClassVar[str] = ""

    def __init_subclass__(cls, name: str = "", **rest: object) -> None:
        super().__init_subclass__(**rest)
        cls.name = name

    @abstractmethod
    def write(self, n: int) -> str: ...

    @abstractmethod
    def read(self, text: str) -> int: ...

    def check(self, n: int) -> str:
        text = self.write(n)
        back = self.read(text)
        return f"{self.name}({n}) = {text}" + ("" if back == n else f" but reads as {back}!")


class Positional(Numeral, name="base"):
    def __init__(self, base: int) -> None:
        if not 2 <= abs(base) <= 36:
            raise ValueError(f"base must be between 2 and 36 in size, not {base}")
        self.base = base

    def write(self, n: int) -> str:
        if n == 0:
            return "0"
        sign = ""
        if n < 0 and self.base > 0:
            sign, n = "-", -n
        digits: list[str] = []
        while n:
            n, digit = divmod(n, self.base)
            if digit < 0:
                n, digit = n + 1, digit - self.base
            digits.append(DIGITS[digit])
        return sign + "".join(reversed(digits))

    def read(self, text: str) -> int:
        negative = text.startswith("-")
        value = 0
        for letter in text.removeprefix("-").lower():
            digit = DIGITS.find(letter)
            if not 0 <= digit < abs(self.base):
                raise ValueError(f"invalid digit {letter!r} for base {self.base}")
            value = value * self.base + digit
        return -value if negative else value


class BalancedTernary(Numeral, name="ternary"):
    letters: Final = "T01"

    def write(self, n: int) -> str:
        out = ""
        while n:
            n, digit = divmod(n + 1, 3)
            out = self.letters[digit] + out
        return out or "0"

    def read(self, text: str) -> int:
        value = 0
        for letter in text:
            value = 3 * value + self.letters.index(letter) - 1
        return value


class Factorial(Numeral, name="factorial"):
    def write(self, n: int) -> str:
        digits: list[int] = []
        for radix in count(1):
            n, digit = divmod(n, radix)
            digits.append(digit)
            if not n:
                break
        return ":".join(map(str, reversed(digits)))

    def read(self, text: str) -> int:
        value, weight = 0, 1
        for position, digit in enumerate(reversed(text.split(":"))):
            if position:
                weight *= position
            value += int(digit) * weight
        return value


class Fibonacci(Numeral, name="zeckendorf"):
    def write(self, n: int) -> str:
        places = [1, 2]
        while places[-1] <= n:
            places.append(places[-1] + places[-2])
        out: list[str] = []
        for place in reversed(places):
            if place <= n:
                n -= place
                out.append("1")
            elif out:
                out.append("0")
        return "".join(out) or "0"

    def read(self, text: str) -> int:
        if any(pair == ("1", "1") for pair in pairwise(text)):
            raise ValueError("two ones in a row")
        a, b, value = 1, 2, 0
        for digit in reversed(text):
            value += a * int(digit)
            a, b = b, a + b
        return value


class Roman(Numeral, name="roman"):
    table: Final = {
        "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90,
        "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
    }  # fmt: skip

    def write(self, n: int) -> str:
        if not 0 < n < 4000:
            raise ValueError(f"no Roman numeral for {n}")
        out = ""
        for letters, value in self.table.items():
            times, n = divmod(n, value)
            out += letters * times
        return out

    def read(self, text: str) -> int:
        values = [self.table[letter] for letter in text]
        return sum(-a if b > a else a for a, b in zip_longest(values, values[1:], fillvalue=0))


def words(n: int) -> str:
    small = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
             "seventeen eighteen nineteen").split()  # fmt: skip
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return small[n]
    if n < 100:
        ten, one = divmod(n, 10)
        return tens[ten - 2] + (f"-{small[one]}" if one else "")
    for size, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if n >= size:
            much, rest = divmod(n, size)
            joint = "" if not rest else " and " if rest < 100 else " "
            return f"{words(much)} {name}{joint}{words(rest) if rest else ''}"
    raise AssertionError


def mixed(n: int, *radices: int) -> tuple[int, ...]:
    out: list[int] = []
    for radix in reversed(radices):
        n, digit = divmod(n, radix)
        out.append(digit)
    return n, *reversed(out)


def main() -> None:
    systems: list[Numeral] = [
        Positional(-2),
        Positional(-10),
        Positional(7),
        Positional(36),
        BalancedTernary(),
    ]
    for system in systems:
        print(*(system.check(n) for n in (-2025, -10, -1, 0, 1, 2, 3, 9, 10, 255, 10**20)), sep="; ")
    for system in (Factorial(), Fibonacci()):
        print(*(system.check(n) for n in (0, 1, 2, 5, 23, 24, 463, 10**15)), sep="; ")
    roman = Roman()
    print(*(roman.check(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2025, 3999)), sep="; ")
    print(
        all(roman.read(roman.write(n)) == n for n in range(1, 4000)),
        max(range(1, 4000), key=lambda n: len(roman.write(n))),
    )
    for n in (0, 13, 21, 100, 105, 999, 1000, 1001, 12_345, -1_000_000, 7_000_000_012, 10**15 + 10**6):
        print(n, words(n))
    print(mixed(1_000_000, 24, 60, 60), mixed(59, 60), mixed(-1, 24, 60), mixed(5))
    attempts: list[Callable[[], object]] = [
        lambda: Positional(1),
        lambda: Positional(-37),
        lambda: Positional(8).read("128"),
        lambda: Fibonacci().read("1011"),
        lambda: roman.write(4000),
        lambda: roman.read("MIX!"),
        lambda: BalancedTernary().read("1X"),
        lambda: int("12", 2),
        lambda: int("z", 37),
        lambda: [int("0b101", 0), int("-0X_ff", 16), int("zz", 36), int(" 0o17 ", 0)],
        lambda: int("010", 0),
    ]
    for attempt in attempts:
        try:
            print(attempt())
        except (ValueError, KeyError, TypeError) as error:
            print(type(error).__name__, error)


main()
