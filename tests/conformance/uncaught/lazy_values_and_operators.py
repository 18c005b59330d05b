"""An error deep inside: an operator called by sum, over a generator, in a property, in a comprehension of a lambda."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce


class UnitMismatch(TypeError):
    """Two lengths of different units."""


@dataclass(frozen=True)
class Length:
    value: float
    unit: str

    def __add__(self, other: Length) -> Length:
        if self.unit != other.unit:
            raise UnitMismatch(
                f"{self.unit} + {other.unit}",
            )
        return Length(self.value + other.value, self.unit)


class Route:
    def __init__(self, *legs: Length) -> None:
        self.legs = legs

    def __iter__(self) -> Iterator[Length]:
        for leg in self.legs:
            yield leg

    @cached_property
    def length(self) -> Length:
        return reduce(lambda a, b: a + b, self)

    def __getitem__(self, index: int) -> Length:
        return self.legs[index]


def report(routes: dict[str, Route], key: Callable[[Route], float]) -> list[str]:
    return [
        f"{name}: {key(route):.1f} {route.length.unit}"
        for name, route in sorted(routes.items(), key=lambda item: (-key(item[1]), item[0]))
    ]


routes = {"short": Route(Length(1, "km"), Length(2.5, "km")), "long": Route(Length(10, "km"))}
print(report(routes, lambda route: route.length.value))
try:
    routes["short"][2]
except IndexError as error:
    print("caught", error, error.__traceback__ is not None)
routes["mixed"] = Route(Length(1, "km"), Length(3, "mi"), Length(1, "km"))
print(report(routes, lambda route: max(leg.value for leg in route)
             + route.length.value))  # fmt: skip
