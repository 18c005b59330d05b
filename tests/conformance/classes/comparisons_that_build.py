"""Comparisons that give something else than a bool, directly, in chains, and where containers ask for a bool."""

from __future__ import annotations

from collections import Counter, deque
from typing import Any


class Column:
    """A column of a query: `age == 3` is a condition."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> str:  # type: ignore[override]
        return f"{self.name} = {other!r}"

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return self.name


class Age:
    """What is equal is a list that says how often."""

    def __init__(self, years: int) -> None:
        self.years = years

    def __eq__(self, other: object) -> Any:
        if not isinstance(other, Age):
            return NotImplemented
        return [self.years] if self.years == other.years else []

    def __lt__(self, other: Age) -> Any:
        return {"younger": other.years - self.years} if self.years < other.years else None

    def __hash__(self) -> int:
        return 1


class Untyped:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return "same" if self.n == other.n else ""

    def __ne__(self, other):
        return "other" if self.n != other.n else 0

    def __gt__(self, other):
        return ("gt", self.n, other.n)

    def __lt__(self, other):
        return [self.n] if self.n < other.n else None


def main() -> None:
    column = Column("age")
    print(column == 3, "|", column != 3, "|", Column("z") in [])
    found = [column, Column("name")]
    print(column in [Column("b")], found == [column, column], (column,) == (Column("q"),))
    print(found.index(Column("m")), found.count(Column("n")), {column: 1}[column])
    print(column in deque([Column("b")]), Column("age") in {column})
    found.remove(Column("anything"))
    print(found, Counter([column, column]))

    old, young = Age(70), Age(7)
    print(old == young, old == Age(70), old != young, old == 70, old in [young, Age(70)])
    print(young < old, old < young, young < old < Age(90), sorted([old, young, Age(30)])[0].years, min(old, young).years)
    if not (old == young) and young < old:
        print("different")
    answer = old == Age(70) or "never"
    print(answer, [age.years for age in (old, young) if age == young])
    ages = {old: "old", young: "young"}
    print(ages[Age(7)], [old, young].index(Age(7)), bool(old == young))

    one, two = Untyped(1), Untyped(2)
    print(one == two, one == Untyped(1), one != two, one != Untyped(1), one > two, one < two, two < one)
    print(one < two < Untyped(3), two < one < two, one in [two], [one].count(Untyped(1)), max(one, two).n)
    held = one == two, one != two
    print(held, [n.n for n in sorted([Untyped(3), two, one])])


main()
