"""Chemical formulas: a parser with nesting and charges, molar masses, equations balanced by elimination."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm

MASSES = {
    "H": Fraction("1.008"), "C": Fraction("12.011"), "N": Fraction("14.007"), "O": Fraction("15.999"),
    "Na": Fraction("22.990"), "P": Fraction("30.974"), "S": Fraction("32.06"), "Cl": Fraction("35.45"),
    "K": Fraction("39.098"), "Ca": Fraction("40.078"), "Cr": Fraction("51.996"), "Fe": Fraction("55.845"),
    "Cu": Fraction("63.546"), "Al": Fraction("26.982"),
}  # fmt: skip
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


class FormulaError(ValueError):
    def __init__(self, text: str, at: int, wanted: str) -> None:
        super().__init__(f"{text}\n{' ' * at}^ {wanted}")
        self.at = at


class Reader:
    def __init__(self, text: str) -> None:
        self.text = text.translate(SUBSCRIPTS)
        self.at = 0

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def number(self) -> int:
        start = self.at
        while self.peek().isdigit():
            self.at += 1
        return int(self.text[start : self.at] or 1)

    def group(self, closing: str = "") -> Counter[str]:
        found: Counter[str] = Counter()
        while (char := self.peek()) != closing:
            if not char:
                raise FormulaError(self.text, self.at, f"{closing!r} is missing")
            if char in "([":
                self.at += 1
                part = self.group(")" if char == "(" else "]")
                self.at += 1
            elif char == "·":
                self.at += 1
                times = self.number()
                part = Counter({e: n * times for e, n in self.group(closing).items()})
                found.update(part)
                continue
            elif char.isupper():
                name = char
                self.at += 1
                if self.peek().islower():
                    name += self.peek()
                    self.at += 1
                if name not in MASSES:
                    raise FormulaError(self.text, self.at - len(name), f"no element {name}")
                part = Counter({name: 1})
            else:
                raise FormulaError(self.text, self.at, "an element or a bracket")
            times = self.number()
            for element, count in part.items():
                found[element] += count * times
        return found


def parse(text: str) -> Counter[str]:
    return Reader(text).group()


def mass(formula: Counter[str]) -> Fraction:
    return sum((MASSES[element] * count for element, count in formula.items()), Fraction(0))


def balanced(equation: str) -> str:
    sides = [[term.strip() for term in side.split(" + ")] for side in equation.split("->")]
    terms = [*sides[0], *sides[1]]
    counted = [parse(term) for term in terms]
    elements = sorted({e for formula in counted for e in formula})
    rows = [[Fraction(f[e] if i < len(sides[0]) else -f[e]) for i, f in enumerate(counted)] for e in elements]
    pivots: list[int] = []
    for column in range(len(terms)):
        at = next((r for r in range(len(pivots), len(rows)) if rows[r][column]), None)
        if at is None:
            continue
        here = len(pivots)
        rows[here], rows[at] = rows[at], rows[here]
        rows[here] = [value / rows[here][column] for value in rows[here]]
        for r, row in enumerate(rows):
            if r != here and row[column]:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[here], strict=True)]
        pivots.append(column)
    free = [c for c in range(len(terms)) if c not in pivots]
    if len(free) != 1:
        raise ArithmeticError(f"{len(free)} numbers can be chosen in {equation}")
    values = [Fraction(0)] * len(terms)
    values[free[0]] = Fraction(1)
    for row, column in zip(rows, pivots, strict=False):
        values[column] = -row[free[0]]
    scale = lcm(*(v.denominator for v in values))
    whole = [int(v * scale) for v in values]
    shared = gcd(*whole)
    written = [f"{n // shared if n != shared else ''}{term}" for n, term in zip(whole, terms, strict=True)]
    cut = len(sides[0])
    return f"{' + '.join(written[:cut])} -> {' + '.join(written[cut:])}"


def shown(formula: Counter[str]) -> Iterator[str]:
    for element, count in sorted(formula.items(), key=lambda item: (-item[1], item[0])):
        yield f"{element}{count if count > 1 else ''}"


for text in ("H2O", "C₆H₁₂O₆", "Ca(OH)2", "Fe4[Fe(CN)6]3", "CuSO4·5H2O", "Al2(SO4)3", "K2Cr2O7"):
    formula = parse(text)
    print(
        f"{text:<16}{' '.join(shown(formula)):<20}{float(mass(formula)):>9.3f} {float(MASSES['O'] * formula['O'] / mass(formula)):.1%}"
    )
for equation in (
    "H2 + O2 -> H2O", "Fe + O2 -> Fe2O3", "C3H8 + O2 -> CO2 + H2O", "K2Cr2O7 + HCl -> KCl + CrCl3 + Cl2 + H2O",
    "Ca(OH)2 + P -> Ca", "H2O -> H2O + O2 + H2",
):  # fmt: skip
    try:
        print(balanced(equation))
    except ArithmeticError as error:
        print(type(error).__name__, error)
for wrong in ("Ca(OH", "Xx2", "H2o", "2H"):
    try:
        parse(wrong)
    except FormulaError as error:
        print(error, error.at)
