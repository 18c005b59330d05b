"""Quantities with dimensions: products and powers carry units, sums must agree, descriptors convert."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any, overload


class Dimension:
    """Exponents of metre, kilogram and second."""

    NAMES = ("m", "kg", "s")

    def __init__(self, **powers: int) -> None:
        self.powers = {name: powers[name] for name in self.NAMES if powers.get(name)}

    def combined(self, other: Dimension, sign: int) -> Dimension:
        total = Counter(self.powers)
        for name, power in other.powers.items():
            total[name] += sign * power
        return Dimension(**total)

    def times(self, power: int) -> Dimension:
        return Dimension(**{name: value * power for name, value in self.powers.items()})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dimension) and self.powers == other.powers

    def __hash__(self) -> int:
        return hash(tuple(self.powers.items()))

    def __str__(self) -> str:
        return (
            " ".join(name if power == 1 else f"{name}^{power}" for name, power in self.powers.items()) or "1"
        )


class DimensionError(ArithmeticError):
    pass


class Quantity:
    def __init__(self, size: float, dimension: Dimension) -> None:
        self.size = size
        self.dimension = dimension

    def _agreeing(self, other: Quantity) -> float:
        if self.dimension != other.dimension:
            raise DimensionError(f"[{self.dimension}] against [{other.dimension}]")
        return other.size

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.size + self._agreeing(other), self.dimension)

    def __sub__(self, other: Quantity) -> Quantity:
        return Quantity(self.size - self._agreeing(other), self.dimension)

    def __mul__(self, other: Quantity | float) -> Quantity:
        if isinstance(other, Quantity):
            return Quantity(self.size * other.size, self.dimension.combined(other.dimension, 1))
        return Quantity(self.size * other, self.dimension)

    __rmul__ = __mul__

    def __truediv__(self, other: Quantity | float) -> Quantity:
        if isinstance(other, Quantity):
            return Quantity(self.size / other.size, self.dimension.combined(other.dimension, -1))
        return Quantity(self.size / other, self.dimension)

    def __rtruediv__(self, other: float) -> Quantity:
        return Quantity(other / self.size, self.dimension.times(-1))

    def __pow__(self, power: int) -> Quantity:
        return Quantity(self.size**power, self.dimension.times(power))

    def __lt__(self, other: Quantity) -> bool:
        return self.size < self._agreeing(other)

    def __float__(self) -> float:
        if self.dimension.powers:
            raise DimensionError(f"[{self.dimension}] is not a number")
        return self.size

    def __format__(self, spec: str) -> str:
        return f"{self.size:{spec or 'g'}} {self.dimension}".removesuffix(" 1")

    def __str__(self) -> str:
        return format(self, "")

    __repr__ = __str__


class In:
    """An attribute that is read and set in one unit and kept in another."""

    def __init__(self, unit: Quantity) -> None:
        self._unit = unit

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name.rpartition("_")[2]

    @overload
    def __get__(self, owner: None, kind: type[Any]) -> In: ...
    @overload
    def __get__(self, owner: Road, kind: type[Any]) -> float: ...
    def __get__(self, owner: Road | None, kind: type[Any]) -> In | float:
        return self if owner is None else float(owner.length / self._unit)

    def __set__(self, owner: Road, value: float) -> None:
        owner.length = value * self._unit

    def __repr__(self) -> str:
        return f"In({self._name}, {self._unit})"


m, kg, s = (Quantity(1.0, Dimension(**{name: 1})) for name in Dimension.NAMES)
km, hour, newton = 1000 * m, 3600 * s, kg * m / s**2


class Road:
    in_km = In(km)
    in_mile = In(1609.344 * m)

    def __init__(self, km_: float) -> None:
        self.length = km_ * km


speed = 90 * km / hour
print(speed, f"{speed:.2f}", 1 / speed, speed * (2 * hour) / km, newton, newton * (3 * m) / kg)
energy = 0.5 * (1200 * kg) * speed**2
print(f"{energy:,.0f}", energy.dimension == (newton * m).dimension, float(energy / (newton * m)))
fall = Quantity(math.sqrt(float(2 * (45 * m) / (9.81 * m / s**2) / s**2)), Dimension(s=1))
print(f"{fall:.3f}", fall < 4 * s, 2 * s - fall < 0 * s, sorted([3 * km, 20 * m, 0.5 * km]))
road = Road(42.195)
print(f"{road.in_mile:.3f}", road.length, Road.in_km)
road.in_mile = 10
print(f"{road.in_km:.4f}", len({m.dimension, km.dimension, s.dimension, (m * s / s).dimension}))
for attempt in (
    lambda: 1 * m + 1 * s,
    lambda: float(speed),
    lambda: speed < km,
    lambda: road.in_km + float(m),
):
    try:
        print(attempt())
    except DimensionError as error:
        print(error)
