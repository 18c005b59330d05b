"""Quantities with units: dimensions that multiply, conversions, comparison, parsing and formats, errors with both sides."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add, mul


class DimensionError(TypeError):
    def __init__(self, action: str, left: Unit, right: Unit) -> None:
        super().__init__(f"cannot {action} {left or '1'} and {right or '1'}")
        self.left, self.right = left, right


@dataclass(frozen=True, order=True)
class Unit:
    """Powers of base units, sorted by name."""

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, powers: Mapping[str, int]) -> Unit:
        return cls(tuple(sorted((name, power) for name, power in powers.items() if power)))

    @classmethod
    def parse(cls, text: str) -> Unit:
        over, _, under = text.partition("/")
        result = cls()
        for part, sign in ((over, 1), (under, -1)):
            for name, power in re.findall(r"([a-zA-Z]+)(?:\^(-?\d+))?", part):
                result = result * cls.of({name: sign * int(power or 1)})
        return result

    def __mul__(self, other: Unit) -> Unit:
        powers = dict(self.powers)
        for name, power in other.powers:
            powers[name] = powers.get(name, 0) + power
        return Unit.of(powers)

    def __pow__(self, n: int) -> Unit:
        return Unit.of({name: power * n for name, power in self.powers})

    def __truediv__(self, other: Unit) -> Unit:
        return self * other**-1

    def __bool__(self) -> bool:
        return bool(self.powers)

    def __str__(self) -> str:
        def side(items: Iterable[tuple[str, int]]) -> str:
            return "*".join(n if p == 1 else f"{n}^{p}" for n, p in items)

        over = side((n, p) for n, p in self.powers if p > 0)
        under = side((n, -p) for n, p in self.powers if p < 0)
        return f"{over or '1'}/{under}" if under else over


DIMENSIONLESS = Unit()


@dataclass(frozen=True, eq=False)
class Quantity:
    value: float
    unit: Unit = field(default=DIMENSIONLESS)

    def __add__(self, other: Quantity | float) -> Quantity:
        if isinstance(other, (int, float)):
            other = Quantity(float(other))
        if not isinstance(other, Quantity):
            return NotImplemented
        if self.unit != other.unit:
            raise DimensionError("add", self.unit, other.unit)
        return Quantity(self.value + other.value, self.unit)

    __radd__ = __add__

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, self.unit)

    def __sub__(self, other: Quantity | float) -> Quantity:
        return self + -other

    def __rsub__(self, other: float) -> Quantity:
        return -self + other

    def __mul__(self, other: Quantity | Unit | float) -> Quantity:
        match other:
            case Quantity(value, unit):
                return Quantity(self.value * value, self.unit * unit)
            case Unit():
                return Quantity(self.value, self.unit * other)
            case int() | float():
                return Quantity(self.value * other, self.unit)
        return NotImplemented

    def __rmul__(self, other: float) -> Quantity:
        return self * other

    def __truediv__(self, other: Quantity | float) -> Quantity:
        if isinstance(other, Quantity):
            return Quantity(self.value / other.value, self.unit / other.unit)
        return Quantity(self.value / other, self.unit)

    def __rtruediv__(self, other: float) -> Quantity:
        return Quantity(other / self.value, self.unit**-1)

    def __pow__(self, n: int) -> Quantity:
        return Quantity(self.value**n, self.unit**n)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self.unit == other.unit and math.isclose(self.value, other.value)

    def __hash__(self) -> int:
        return hash(self.unit)

    def __lt__(self, other: Quantity) -> bool:
        if self.unit != other.unit:
            raise DimensionError("compare", self.unit, other.unit)
        return self.value < other.value

    def __float__(self) -> float:
        if self.unit:
            raise TypeError(f"{self} has a unit")
        return self.value

    def __format__(self, spec: str) -> str:
        return f"{format(self.value, spec or 'g')} {self.unit}".rstrip()

    def __str__(self) -> str:
        return f"{self}"


class Scale:
    """Named units that stand for so much of base units."""

    def __init__(self) -> None:
        self.known: dict[str, Quantity] = {}

    def define(self, name: str, value: float, unit: str) -> Quantity:
        self.known[name] = quantity = Quantity(value, Unit.parse(unit))
        return quantity

    def read(self, text: str) -> Quantity:
        found = re.match(r"\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*", text)
        if found is None:
            raise ValueError(f"no number in {text!r}")
        result = Quantity(float(found[1]))
        for name, power in Unit.parse(text[found.end() :]).powers:
            result = result * self.known.get(name, Quantity(1.0, Unit.of({name: 1}))) ** power
        return result

    def show(self, quantity: Quantity, name: str) -> str:
        one = self.known[name]
        if one.unit != quantity.unit:
            raise DimensionError("convert", quantity.unit, one.unit)
        return f"{quantity.value / one.value:.6g} {name}"


def main() -> None:
    scale = Scale()
    for name, value, unit in (
        ("km", 1000.0, "m"), ("h", 3600.0, "s"), ("N", 1.0, "kg*m/s^2"), ("J", 1.0, "kg*m^2/s^2"),
        ("g", 0.001, "kg"), ("mi", 1609.344, "m"), ("W", 1.0, "kg*m^2/s^3"), ("l", 0.001, "m^3"),
    ):  # fmt: skip
        print(f"1 {name} = {scale.define(name, value, unit)}", end="; ")
    print()
    speed = scale.read("90 km/h")
    print(
        speed,
        repr(speed),
        f"{speed:.3f}",
        speed * scale.read("2 h"),
        scale.show(speed * Quantity(3600.0, Unit.parse("s")), "mi"),
    )
    force = Quantity(70.0, Unit.parse("kg")) * scale.read("9.81 m/s^2")
    print(
        force,
        force * Quantity(2.0, Unit.parse("m")) == scale.read("1373.4 J"),
        scale.show(force, "N"),
        1 / force,
    )
    print(
        scale.read("5 l") / scale.read("2 m^2"),
        float(scale.read("3 km") / scale.read("150 m")),
        2 * speed - speed,
    )
    legs = [scale.read(t) for t in ("1.5 km", "300 m", "2 mi", "-7.5e2 m")]
    total = reduce(add, legs)
    print(
        total,
        scale.show(total, "km"),
        sum(legs[1:], start=legs[0]) == total,
        sorted(map(str, legs)),
        max(legs),
    )
    print(
        reduce(mul, [Unit.parse("m/s")] * 3),
        Unit.parse("m*m/m^2") == DIMENSIONLESS,
        bool(Unit.parse("1/s")),
        Unit.parse("1/s"),
    )
    print(
        {scale.read("1 km"): "a"}.get(scale.read("1000 m")),
        scale.read("1 m") == 1.0,
        scale.read("1 m") != scale.read("1 s"),
    )
    print(
        3 - Quantity(0.5),
        Quantity(2.0) + 1,
        Quantity(8.0) ** -1,
        sorted({Unit.parse("s"), Unit.parse("m"), Unit.parse("m/s")}),
    )
    for attempt in (
        lambda: speed + force,
        lambda: speed < force,
        lambda: float(speed),
        lambda: scale.show(speed, "J"),
        lambda: scale.read("fast"),
        lambda: 1 + speed,
        lambda: speed / Quantity(0.0),
        lambda: scale.show(speed, "furlong"),
    ):
        try:
            print(attempt())
        except DimensionError as error:
            print("dimension:", error, "|", error.left, "|", error.right)
        except (TypeError, ValueError, KeyError, ArithmeticError) as error:
            print(type(error).__name__, error)


main()
