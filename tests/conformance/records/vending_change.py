"""Shop tills: change with limited coins, receipts in columns and a day's closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter, itemgetter


class TillError(Exception):
    """Anything that stops a sale."""


class NoChange(TillError):
    def __init__(self, cents: int, /) -> None:
        super().__init__(cents)

    def __str__(self) -> str:
        return f"cannot give back {self.args[0] / 100:.2f}"


@dataclass(frozen=True)
class Line:
    name: str
    each: int
    number: int = 1
    rate: int = 21

    @cached_property
    def total(self) -> int:
        return self.each * self.number

    @property
    def tax(self) -> int:
        return (2 * self.total * self.rate + 100 + self.rate) // (2 * (100 + self.rate))


@dataclass
class Till:
    coins: Counter[int] = field(default_factory=Counter)
    sales: list[tuple[Line, ...]] = field(default_factory=list)

    def change(self, cents: int) -> Counter[int]:
        """The fewest coins that the till holds: a search, for greed may fail."""
        kinds = sorted((c for c, n in self.coins.items() if n > 0), reverse=True)

        def search(left: int, index: int, most: int) -> list[int] | None:
            if left == 0:
                return []
            if index == len(kinds) or most == 0:
                return None
            best: list[int] | None = None
            coin = kinds[index]
            for number in range(min(left // coin, self.coins[coin], most), -1, -1):
                limit = most if best is None else len(best) - 1
                if number <= limit:
                    rest = search(left - number * coin, index + 1, limit - number)
                    if rest is not None:
                        best = [coin] * number + rest
            return best

        found = search(cents, 0, sum(self.coins.values()))
        if found is None:
            raise NoChange(cents)
        return Counter(found)

    def sell(self, lines: Iterable[Line], paid: Mapping[int, int]) -> Counter[int]:
        basket = tuple(lines)
        due = sum(map(attrgetter("total"), basket))
        given = sum(coin * number for coin, number in paid.items())
        if given < due:
            raise TillError(f"{(due - given) / 100:.2f} short")
        self.coins.update(paid)
        try:
            back = self.change(given - due)
        except NoChange:
            self.coins.subtract(paid)
            raise
        self.coins -= back
        self.sales.append(basket)
        return back

    def __len__(self) -> int:
        return sum(coin * number for coin, number in self.coins.items())


def receipt(lines: Iterable[Line], width: int = 28) -> str:
    rows = [(f"{x.number} x {x.name}" if x.number > 1 else x.name, x.total) for x in lines]
    rows.append(("TOTAL", sum(map(itemgetter(1), rows))))
    texts = [f"{name[: width - 9]:.<{width - 8}}{cents / 100:>8,.2f}" for name, cents in rows]
    return "\n".join([*texts[:-1], "-" * width, texts[-1]])


till = Till(Counter({50: 1, 20: 4, 100: 1}))
tea, bread = Line("tea", 140), Line("a large loaf of brown bread", 260, 2, 9)
sales: list[tuple[list[Line], dict[int, int]]] = [
    ([tea], {200: 1}),
    ([tea, bread], {500: 1, 200: 1}),
    ([Line("gum", 35)], {50: 1}),
    ([bread], {200: 2}),
    ([], {}),
    ([Line("cup", 90), tea], {100: 3}),
]
for lines, paid in sales:
    before = len(till)
    try:
        back = till.sell(lines, paid)
    except TillError as error:
        print(f"{type(error).__name__}: {error}; unchanged {before == len(till)}")
        continue
    print(
        f"back {sum(back.elements())} as {sorted(back.elements(), reverse=True)}, in the till {len(till) / 100:.2f}"
    )
print(receipt([tea, bread, Line("hamper", 123456)]))
tax: Counter[int] = Counter()
for basket in till.sales:
    for line in basket:
        tax[line.rate] += line.tax
print(sorted(tax.items()), tax.total(), sorted((+till.coins).items()), bool(Till()), len(till.sales))
print(tea == Line("tea", 140), tea.total, repr(bread), hash(tea) == hash(Line("tea", 140, 1)))
