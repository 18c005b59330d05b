"""A fluent builder of queries that compiles to text with parameters and also runs over rows."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from copy import copy
from typing import Any, Literal

Scalar = int | str
Row = dict[str, Scalar]
Sign = Literal["=", "!=", "<", ">", "in"]
Order = Literal["asc", "desc"]
TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "in": lambda value, choices: value in choices,
}


class Condition:
    def __init__(self, column: str, sign: str, value: Any) -> None:
        self.column, self.sign, self.value = column, sign, value

    def __and__(self, other: Condition) -> Condition:
        return Both("AND", self, other)

    def __or__(self, other: Condition) -> Condition:
        return Both("OR", self, other)

    def __invert__(self) -> Condition:
        return Not(self)

    def text(self, values: list[Scalar]) -> str:
        if self.sign == "in":
            values.extend(self.value)
            return f"{self.column} IN ({', '.join('?' * len(self.value))})"
        values.append(self.value)
        return f"{self.column} {self.sign} ?"

    def holds(self, row: Row) -> bool:
        return TESTS[self.sign](row[self.column], self.value)


class Both(Condition):
    def __init__(self, word: str, left: Condition, right: Condition) -> None:
        super().__init__("", word, None)
        self.sides = left, right

    def text(self, values: list[Scalar]) -> str:
        return f"({f' {self.sign} '.join(side.text(values) for side in self.sides)})"

    def holds(self, row: Row) -> bool:
        return (all if self.sign == "AND" else any)(side.holds(row) for side in self.sides)


class Not(Condition):
    def __init__(self, inner: Condition) -> None:
        super().__init__("", "NOT", None)
        self.inner = inner

    def __invert__(self) -> Condition:
        return self.inner

    def text(self, values: list[Scalar]) -> str:
        return f"NOT {self.inner.text(values)}"

    def holds(self, row: Row) -> bool:
        return not self.inner.holds(row)


def where(column: str, sign: Sign, value: Any) -> Condition:
    return Condition(column, sign, value)


class Select:
    def __init__(self, table: str, *columns: str) -> None:
        self.table, self.columns = table, columns
        self._where: Condition | None = None
        self._orders: tuple[tuple[str, Order], ...] = ()
        self._limit: int | None = None

    def where(self, condition: Condition) -> Select:
        made = copy(self)
        made._where = condition if self._where is None else self._where & condition
        return made

    def order(self, column: str, way: Order = "asc") -> Select:
        made = copy(self)
        made._orders += ((column, way),)
        return made

    def limit(self, count: int) -> Select:
        made = copy(self)
        made._limit = count
        return made

    def compiled(self) -> tuple[str, list[Scalar]]:
        values: list[Scalar] = []
        pieces = [f"SELECT {', '.join(self.columns) or '*'} FROM {self.table}"]
        if self._where:
            pieces.append(f"WHERE {self._where.text(values)}")
        if self._orders:
            pieces.append("ORDER BY " + ", ".join(f"{column} {way.upper()}" for column, way in self._orders))
        if self._limit is not None:
            pieces.append("LIMIT ?")
            values.append(self._limit)
        return " ".join(pieces), values

    def over(self, rows: Iterable[Row]) -> list[Row]:
        kept = [row for row in rows if self._where is None or self._where.holds(row)]
        for column, way in reversed(self._orders):
            kept.sort(key=lambda row: str(row[column]).rjust(8), reverse=way == "desc")
        chosen = [{name: row[name] for name in self.columns} if self.columns else row for row in kept]
        return chosen[: self._limit]


people: list[Row] = [
    {"name": "Ann", "age": 31, "town": "Ulm"},
    {"name": "Ben", "age": 25, "town": "Graz"},
    {"name": "Cat", "age": 31, "town": "Graz"},
    {"name": "Dov", "age": 62, "town": "Bern"},
]
base = Select("people", "name", "age")
young = base.where(where("age", "<", 40))
queries = [
    base,
    young.where(~where("town", "=", "Ulm")).order("age", "desc").limit(1),
    base.where(where("town", "in", ["Ulm", "Bern"]) | where("age", "<", 30) & where("name", "!=", "Cat")),
    young.order("age").order("name", "desc"),
    Select("people").where(~~where("age", ">", 60)).limit(0),
]
for query in queries:
    text, values = query.compiled()
    print(text, values)
    print("  ", query.over(people))
try:
    Select("people", "salary").over(people)
except KeyError as error:
    print("no column", error)
