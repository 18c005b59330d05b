"""Recipes scaled with sensible fractions and units, shopping lists merged, substitutions, nutrition, menu planning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from operator import add

VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
GLYPHS = {Fraction(text): glyph for glyph, text in VULGAR.items()}
UNITS: dict[str, tuple[str, Fraction]] = {
    "g": ("mass", Fraction(1)), "kg": ("mass", Fraction(1000)), "ml": ("volume", Fraction(1)), "l": ("volume", Fraction(1000)),
    "tsp": ("volume", Fraction(5)), "tbsp": ("volume", Fraction(15)), "cup": ("volume", Fraction(240)), "": ("count", Fraction(1)),
    "clove": ("clove", Fraction(1)),
}  # fmt: skip


class RecipeError(Exception):
    pass


@dataclass(frozen=True)
class Quantity:
    amount: Fraction
    unit: str = ""

    @property
    def kind(self) -> str:
        return UNITS[self.unit][0]

    def to(self, unit: str) -> Quantity:
        kind, size = UNITS[unit]
        if kind != self.kind:
            raise RecipeError(f"{self.kind} is no {kind}")
        return Quantity(self.amount * UNITS[self.unit][1] / size, unit)

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.amount + other.to(self.unit).amount, self.unit)

    def __mul__(self, factor: Fraction | int) -> Quantity:
        return Quantity(self.amount * factor, self.unit)

    def tidy(self) -> Quantity:
        """In the unit that gives the nicest number."""
        options = [self.to(u) for u, (kind, _) in UNITS.items() if kind == self.kind]
        return min(
            options,
            key=lambda q: (
                not 1 <= q.amount < 1000,
                q.amount.denominator > 8,
                q.amount.denominator,
                q.amount,
            ),
        )

    def __str__(self) -> str:
        whole, rest = divmod(self.amount, 1)
        if rest in GLYPHS:
            text = f"{whole or ''}{GLYPHS[rest]}"
        elif rest == 0:
            text = str(whole)
        else:
            text = f"{float(self.amount):.3g}"
        return f"{text} {self.unit}".rstrip()


@dataclass(frozen=True)
class Ingredient:
    quantity: Quantity
    name: str
    optional: bool = False

    @classmethod
    def parse(cls, line: str) -> Ingredient:
        text = re.sub("(\\d?)([½¼¾⅓⅔⅛])", lambda m: f"{m[1]} {VULGAR[m[2]]}", line)
        found = re.fullmatch(
            r"\s*((?:\d+\s+)?\d+/\d+|\d+(?:\.\d+)?)?\s*(?:(kg|g|ml|l|tsp|tbsp|cup|clove)s?\s+)?(.+?)(\s*\(optional\))?",
            text,
        )
        if found is None or not found[3].strip():
            raise RecipeError(f"cannot read {line!r}")
        amount = sum(map(Fraction, (found[1] or "1").split()), Fraction(0))
        return cls(Quantity(amount, found[2] or ""), found[3].strip(), found[4] is not None)


@dataclass
class Recipe:
    name: str
    serves: int
    ingredients: list[Ingredient] = field(default_factory=list)

    @classmethod
    def parse(cls, text: str) -> Recipe:
        first, *lines = text.strip().splitlines()
        found = re.fullmatch(r"(.+) for (\d+)", first.strip())
        if found is None:
            raise RecipeError(f"no title in {first!r}")
        return cls(found[1], int(found[2]), [Ingredient.parse(line) for line in lines])

    def scaled(self, serves: int) -> Recipe:
        if serves < 1:
            raise RecipeError(f"{self.name} for {serves}")
        factor = Fraction(serves, self.serves)
        return Recipe(
            self.name, serves, [Ingredient(i.quantity * factor, i.name, i.optional) for i in self.ingredients]
        )

    def __iter__(self) -> Iterator[Ingredient]:
        return iter(self.ingredients)

    def __str__(self) -> str:
        return f"{self.name} for {self.serves}: " + ", ".join(f"{i.quantity.tidy()} {i.name}" for i in self)


def shopping(recipes: Iterable[Recipe], pantry: dict[str, Quantity]) -> dict[str, str]:
    wanted: dict[str, dict[str, list[Quantity]]] = {}
    for recipe in recipes:
        for item in recipe:
            if not item.optional:
                wanted.setdefault(item.name, {}).setdefault(item.quantity.kind, []).append(item.quantity)
    result: dict[str, str] = {}
    for name, kinds in sorted(wanted.items()):
        parts = []
        for kind, quantities in kinds.items():
            total = reduce(add, quantities)
            have = pantry.get(name)
            if have is not None and have.kind == kind:
                total = total + have * -1
            if total.amount > 0:
                parts.append(str(total.tidy()))
        if parts:
            result[name] = " and ".join(parts)
    return result


PANCAKES = Recipe.parse(
    "Pancakes for 4\n250 g flour\n½ l milk\n3 eggs\n1 1/2 tbsp sugar\n¼ tsp salt\n2 tsp vanilla (optional)"
)
SOUP = Recipe.parse(
    "Garlic soup for 3\n9 cloves garlic\n1.2 l water\n1⅓ cup milk\n1 tsp salt\n100 g flour\npepper"
)
for recipe, people in [(PANCAKES, 4), (PANCAKES, 1), (PANCAKES, 7), (SOUP, 3), (SOUP, 10), (SOUP, 400)]:
    print(recipe.scaled(people))
pantry = {
    "flour": Ingredient.parse("0.3 kg flour").quantity,
    "salt": Quantity(Fraction(10), "kg"),
    "water": Quantity(Fraction(99), "l"),
}
print(shopping([PANCAKES, SOUP.scaled(6), PANCAKES.scaled(2)], pantry))
print(shopping([SOUP, Recipe.parse("Odd for 1\n2 garlic\n5 g milk")], {}), shopping([], pantry))
for amount, unit in [
    ("7/2", "tsp"),
    ("1/3", "cup"),
    ("1000", "g"),
    ("0.04", "l"),
    ("5/7", ""),
    ("2500", "ml"),
]:
    quantity = Quantity(Fraction(amount), unit)
    print(f"{quantity} = {quantity.tidy()}", end="; ")
print(Ingredient.parse("2 large eggs"), Ingredient.parse("¾ cups oil"))
for bad in ["", "  ", "3 "]:
    try:
        print(Ingredient.parse(bad))
    except RecipeError as error:
        print("error:", error)
for act in (Recipe.parse, PANCAKES.scaled):
    try:
        print(act("Nothing") if act == Recipe.parse else PANCAKES.scaled(0))
    except RecipeError as error:
        print("error:", error)
Quantity(Fraction(1), "g") + Quantity(Fraction(1), "l")
