"""Pricing by composable rules: predicates combined with operators, discounts as objects, a cart explained line by line."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Product:
    sku: str
    cents: int
    tags: frozenset[str] = frozenset()


@dataclass
class Line:
    product: Product
    count: int

    @property
    def total(self) -> int:
        return self.product.cents * self.count


class When:
    def __init__(self, test: Callable[[Line], bool], name: str) -> None:
        self.test, self.name = test, name

    def __call__(self, line: Line) -> bool:
        return self.test(line)

    def __and__(self, other: When) -> When:
        return When(lambda line: self(line) and other(line), f"({self.name} and {other.name})")

    def __or__(self, other: When) -> When:
        return When(lambda line: self(line) or other(line), f"({self.name} or {other.name})")

    def __invert__(self) -> When:
        return When(lambda line: not self(line), f"not {self.name}")

    def __rshift__(self, discount: Discount) -> Rule:
        return Rule(self, discount)

    def __str__(self) -> str:
        return self.name


def tagged(tag: str) -> When:
    return When(lambda line: tag in line.product.tags, f"#{tag}")


def at_least(n: int) -> When:
    return When(lambda line: line.count >= n, f"≥{n}")


class Discount(ABC):
    @abstractmethod
    def off(self, line: Line) -> Fraction: ...

    def __add__(self, other: Discount) -> Both:
        return Both(self, other)


@dataclass(frozen=True)
class Percent(Discount):
    percent: int

    def off(self, line: Line) -> Fraction:
        return Fraction(line.total * self.percent, 100)

    def __str__(self) -> str:
        return f"{self.percent}%"


@dataclass(frozen=True)
class NthFree(Discount):
    n: int

    def off(self, line: Line) -> Fraction:
        return Fraction(line.count // self.n * line.product.cents)

    def __str__(self) -> str:
        return f"each {self.n}. free"


class Both(Discount):
    def __init__(self, *parts: Discount) -> None:
        self.parts = parts

    def off(self, line: Line) -> Fraction:
        return min(sum((p.off(line) for p in self.parts), Fraction(0)), Fraction(line.total))

    def __str__(self) -> str:
        return " + ".join(map(str, self.parts))


@dataclass
class Rule:
    when: When
    discount: Discount

    def __str__(self) -> str:
        return f"{self.when} → {self.discount}"


@dataclass
class Cart:
    lines: dict[str, Line] = field(default_factory=dict)

    def __iadd__(self, item: Product | tuple[Product, int]) -> Cart:
        product, count = item if isinstance(item, tuple) else (item, 1)
        if count < 1:
            raise ValueError(f"{count} × {product.sku}")
        line = self.lines.setdefault(product.sku, Line(product, 0))
        line.count += count
        return self

    def __isub__(self, product: Product) -> Cart:
        line = self.lines[product.sku]
        line.count -= 1
        if not line.count:
            del self.lines[product.sku]
        return self

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines.values())

    def price(self, rules: Iterable[Rule]) -> tuple[int, list[str]]:
        rules = list(rules)
        total, why = Fraction(0), []
        for line in self:
            best = max((r for r in rules if r.when(line)), key=lambda r: r.discount.off(line), default=None)
            off = best.discount.off(line) if best else Fraction(0)
            total += line.total - off
            why.append(f"{line.count}×{line.product.sku} {line.total} -{off} {best or 'no rule'}")
        return round(total), why


tea = Product("tea", 350, frozenset({"drink", "dry"}))
milk = Product("milk", 119, frozenset({"drink"}))
soap = Product("soap", 275)
drink, dry, many = tagged("drink"), tagged("dry"), at_least(3)
rules = [
    (drink & many) >> Percent(15),
    (dry | ~drink) >> NthFree(3),
    (dry & at_least(5)) >> Percent(10) + NthFree(2),
]
cart = Cart()
cart += tea
cart += (milk, 4)
cart += (soap, 7)
for step in range(3):
    total, why = cart.price(rules)
    print(total, *why, sep="\n  ")
    cart += (tea, 2 * step + 1)
cart -= soap
print(cart.price([])[0], len(cart.lines), sorted(cart.lines), str(rules[2]), rules[0].when(Line(milk, 3)))
print(Percent(5) == Percent(5), Both(Percent(90), Percent(90)).off(Line(tea, 1)), tea in {tea}, hash(tea) == hash(Product("tea", 350, frozenset({"dry", "drink"}))))
for wrong in (lambda: cart.__iadd__((tea, 0)), lambda: cart.__isub__(Product("x", 1))):
    try:
        wrong()
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
cart -= Product("rope", 5)
