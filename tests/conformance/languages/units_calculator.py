"""A calculator of quantities with units: dimensions as exponents, prefixes, conversions, and complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

BASE = ("m", "kg", "s", "K")
Dimension = tuple[int, ...]
ZERO: Dimension = (0,) * len(BASE)


class UnitError(Exception):
    pass


class Mismatch(UnitError):
    def __init__(self, doing: str, left: Dimension, right: Dimension) -> None:
        super().__init__(f"cannot {doing} {describe(left)} and {describe(right)}")
        self.dimensions = left, right


def describe(dimension: Dimension) -> str:
    parts = [f"{u}^{e}" if e != 1 else u for u, e in zip(BASE, dimension) if e]
    return "*".join(parts) or "a number"


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Fraction
    dimension: Dimension = ZERO

    def __add__(self, other: Quantity) -> Quantity:
        if self.dimension != other.dimension:
            raise Mismatch("add", self.dimension, other.dimension)
        return Quantity(self.value + other.value, self.dimension)

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, self.dimension)

    def __sub__(self, other: Quantity) -> Quantity:
        return self + -other

    def __mul__(self, other: Quantity) -> Quantity:
        total = tuple(a + b for a, b in zip(self.dimension, other.dimension))
        return Quantity(self.value * other.value, total)

    def __truediv__(self, other: Quantity) -> Quantity:
        return self * other**-1

    def __pow__(self, power: int) -> Quantity:
        return Quantity(self.value**power, tuple(e * power for e in self.dimension))

    def __str__(self) -> str:
        value = self.value
        text = str(value) if value.denominator in (1, 2, 3, 4, 5, 8) else f"{float(value):.6g}"
        return text if self.dimension == ZERO else f"{text} {describe(self.dimension)}"


class Units:
    PREFIXES: ClassVar[dict[str, Fraction]] = {
        "k": Fraction(1000), "M": Fraction(10**6), "G": Fraction(10**9), "c": Fraction(1, 100),
        "m": Fraction(1, 1000), "u": Fraction(1, 10**6),
    }  # fmt: skip

    def __init__(self) -> None:
        self.known: dict[str, Quantity] = {}
        for index, name in enumerate(BASE):
            self.known[name] = Quantity(Fraction(1), tuple(int(i == index) for i in range(len(BASE))))

    def define(self, name: str, text: str) -> None:
        self.known[name] = self.evaluate(text)

    def find(self, name: str) -> Quantity:
        if name in self.known:
            return self.known[name]
        if name[0] in self.PREFIXES and name[1:] in self.known:
            return Quantity(self.PREFIXES[name[0]]) * self.known[name[1:]]
        near = sorted(k for k in self.known if k[:1] == name[:1])
        raise UnitError(f"unknown unit {name!r}" + (f", near {near}" if near else ""))

    def evaluate(self, text: str) -> Quantity:
        tokens = re.findall(r"\d+(?:\.\d+)?(?:e-?\d+)?|[A-Za-z]+|\S", text)
        position = 0

        def peek() -> str:
            return tokens[position] if position < len(tokens) else ""

        def take() -> str:
            nonlocal position
            token = peek()
            position += 1
            return token

        def total() -> Quantity:
            result = product()
            while peek() in ("+", "-"):
                result = result + product() if take() == "+" else result - product()
            return result

        def product() -> Quantity:
            result = power()
            while True:
                token = peek()
                if token in ("*", "/"):
                    take()
                    result = result * power() if token == "*" else result / power()
                elif token == "(" or token.isalpha() or token[:1].isdigit():
                    result = result * power()
                else:
                    return result

        def power() -> Quantity:
            base = atom()
            if peek() == "^":
                take()
                sign = -1 if peek() == "-" else 1
                if sign < 0:
                    take()
                base = base ** (sign * int(take()))
            return base

        def atom() -> Quantity:
            token = take()
            if token == "-":
                return -atom()
            if token == "(":
                inner = total()
                if take() != ")":
                    raise UnitError("missing )")
                return inner
            if token[:1].isdigit():
                return Quantity(Fraction(token))
            if token.isalpha():
                return self.find(token)
            raise UnitError(f"unexpected {token or 'end'!r} in {text!r}")

        result = total()
        if peek():
            raise UnitError(f"left over {peek()!r} in {text!r}")
        return result

    def convert(self, text: str) -> str:
        source, _, target = text.partition(" to ")
        quantity = self.evaluate(source)
        if not target:
            return str(quantity)
        unit = self.evaluate(target)
        if unit.dimension != quantity.dimension:
            raise Mismatch("convert between", quantity.dimension, unit.dimension)
        ratio = quantity.value / unit.value
        return f"{ratio if ratio.denominator < 10 else f'{float(ratio):.8g}'} {target}"


units = Units()
for line in """
g = kg / 1000
min = 60 s
h = 60 min
day = 24 h
km = 1000 m
inch = 2.54 cm
ft = 12 inch
mile = 5280 ft
N = kg m / s^2
J = N m
W = J / s
l = (m / 10)^3
c = 299792458 m / s
""".strip().splitlines():
    name, _, definition = line.partition(" = ")
    units.define(name, definition)
for text in [
    "1 mile to km", "60 mile / h to m / s", "3 h + 15 min to min", "2 kW 3 h to J", "1 kg * c^2 to GJ",
    "(3 m)^2 + 4 m^2", "10 l to cm^3", "5 ft + 11 inch to m", "1/3 + 1/6", "-2 m + 50 cm", "1 day to us",
    "3 m ^ -2", "2e3 mm to m", "0 K to m", "3 m + 2 s", "7 parsec", "2 mil", "(3 m", "4 +", "5 5 ^ 2 m", "1 / (3 m - 300 cm)",
]:  # fmt: skip
    try:
        print(f"{text} = {units.convert(text)}")
    except Mismatch as error:
        print(f"{text}: {error} {error.dimensions}")
    except UnitError as error:
        print(f"{text}: {error}")
    except ZeroDivisionError as error:
        print(f"{text}: {type(error).__name__} {error}")
