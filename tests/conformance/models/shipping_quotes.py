"""Shipping quotes: parcels measured, carriers as strategies with zones, surcharges as decorators, best offers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import wraps
from typing import TypeVar

Money = Fraction
C = TypeVar("C", bound="type[Carrier]")


def money(value: Fraction) -> Money:
    """Rounded half up to cents."""
    return Money(int(value * 100 + Fraction(1, 2)), 100)


class Unshippable(ValueError):
    def __init__(self, carrier: str, why: str) -> None:
        self.carrier, self.why = carrier, why
        super().__init__(f"{carrier} does not take it: {why}")


@dataclass(frozen=True)
class Parcel:
    grams: int
    size: tuple[int, int, int]
    zone: str
    value: Fraction = Fraction(0)
    fragile: bool = False

    def __post_init__(self) -> None:
        if self.grams <= 0 or min(self.size) <= 0:
            raise ValueError(f"impossible parcel of {self.grams} g, {self.size} cm")

    @property
    def girth(self) -> int:
        longest, *others = sorted(self.size, reverse=True)
        return longest + 2 * sum(others)

    @property
    def charged(self) -> int:
        """Grams, or the volume at 5000 cm3 a kilogram."""
        a, b, c = self.size
        return max(self.grams, -(-a * b * c // 5))


S = TypeVar("S", bound="Carrier")


def surcharge(
    name: str, applies: Callable[[Parcel], bool], percent: str = "0", flat: str = "0"
) -> Callable[[Callable[[S, Parcel], Money]], Callable[[S, Parcel], Money]]:
    def decorate(quote: Callable[[S, Parcel], Money]) -> Callable[[S, Parcel], Money]:
        @wraps(quote)
        def inner(self: S, parcel: Parcel) -> Money:
            price = quote(self, parcel)
            if not applies(parcel):
                return price
            extra = money(price * Fraction(percent) / 100 + Fraction(flat))
            self.notes.append(f"{name} {float(extra):+.2f}")
            return price + extra

        return inner

    return decorate


class Carrier(ABC):
    name = "?"

    def __init__(self) -> None:
        self.notes: list[str] = []

    @abstractmethod
    def quote(self, parcel: Parcel) -> Money:
        """The price, or Unshippable."""

    def refuse(self, why: str) -> Unshippable:
        return Unshippable(self.name, why)


CARRIERS: list[type[Carrier]] = []


def carrier(name: str) -> Callable[[C], C]:
    def register(cls: C) -> C:
        cls.name = name
        CARRIERS.append(cls)
        return cls

    return register


@carrier("Post")
class Post(Carrier):
    ZONES = {"home": Fraction("3.99"), "near": Fraction("8.50"), "far": Fraction("15.75")}

    @surcharge("fragile", lambda p: p.fragile, flat="2.50")
    @surcharge("insurance", lambda p: p.value > 100, percent="1.5")
    def quote(self, parcel: Parcel) -> Money:
        if parcel.girth > 300:
            raise self.refuse(f"girth {parcel.girth} cm over 300")
        if parcel.grams > 31_500:
            raise self.refuse("too heavy")
        steps = max(0, -(-(parcel.grams - 2000) // 1000))
        try:
            return money(self.ZONES[parcel.zone] + steps * Fraction("0.65"))
        except KeyError as error:
            raise self.refuse(f"no zone {parcel.zone}") from error


@carrier("Swift")
class Swift(Carrier):
    @surcharge("fuel", lambda p: True, percent="12.25")
    @surcharge("oversize", lambda p: max(p.size) > 120, flat="19")
    def quote(self, parcel: Parcel) -> Money:
        if parcel.fragile:
            raise self.refuse("fragile goods")
        factor = {"home": Fraction(1), "near": Fraction("1.8")}.get(parcel.zone, Fraction("3.1"))
        return money(Fraction(parcel.charged) / 1000 * factor + 4)


@carrier("Pigeon")
class Pigeon(Carrier):
    def quote(self, parcel: Parcel) -> Money:
        if parcel.grams > 75:
            raise self.refuse(f"a pigeon carries 75 g, not {parcel.grams:,}")
        return Fraction("1.00")


def offers(parcel: Parcel, kinds: Iterable[type[Carrier]]) -> list[tuple[Money, str, list[str]]]:
    found, refusals = [], []
    for kind in kinds:
        carrier = kind()
        try:
            found.append((carrier.quote(parcel), carrier.name, carrier.notes))
        except Unshippable as error:
            refusals.append(error)
    if not found:
        raise ExceptionGroup("nobody takes it", refusals)
    return sorted(found)


for parcel in [
    Parcel(500, (20, 10, 5), "home"),
    Parcel(50, (5, 5, 1), "far", Fraction(5)),
    Parcel(4200, (60, 40, 30), "near", Fraction("250.10"), fragile=True),
    Parcel(9000, (150, 20, 20), "moon"),
    Parcel(40_000, (100, 90, 80), "home", fragile=True),
]:
    print(parcel, parcel.girth, parcel.charged)
    try:
        for price, name, notes in offers(parcel, CARRIERS):
            print(f"   {name:<8}{float(price):>8.2f}  {', '.join(notes)}".rstrip())
    except* Unshippable as group:
        print("  ", group.message, [e.carrier for e in group.exceptions if isinstance(e, Unshippable)])
        print("  ", *(str(e) for e in group.exceptions), sep="\n      ")
print([c.name for c in CARRIERS], Post.quote.__name__, Swift.quote.__doc__, Pigeon().quote.__name__)
try:
    Parcel(0, (1, 1, 1), "home")
except ValueError as error:
    print("error:", error)
try:
    Post().quote(Parcel(1, (1, 1, 1), "mars"))
except Unshippable as error:
    print(error, "<-", repr(error.__cause__))
offers(Parcel(99_000, (200, 90, 80), "home", fragile=True), [Post, Pigeon])
