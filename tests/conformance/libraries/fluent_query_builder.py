"""Queries over objects built step by step: expressions by operators, joins, groups, lazily run, and shown as text."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Union

Row = Mapping[str, Any]
Plain = Union[int, float, str, None]
SYMBOLS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "=": operator.eq, "<>": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "AND": lambda a, b: a and b, "OR": lambda a, b: a or b,
}


class Expr:
    def value(self, row: Row) -> Any:
        raise NotImplementedError

    def _with(self, symbol: str, other: Expr | Plain) -> Expr:
        return Binary(symbol, self, other if isinstance(other, Expr) else Literal(other))

    def __add__(self, other: Expr | Plain) -> Expr:
        return self._with("+", other)

    def __radd__(self, other: Plain) -> Expr:
        return Literal(other)._with("+", self)

    def __sub__(self, other: Expr | Plain) -> Expr:
        return self._with("-", other)

    def __mul__(self, other: Expr | Plain) -> Expr:
        return self._with("*", other)

    def __eq__(self, other: object) -> Expr:  # type: ignore[override]
        assert isinstance(other, (Expr, int, float, str)) or other is None
        return self._with("=", other)

    def __ne__(self, other: object) -> Expr:  # type: ignore[override]
        assert isinstance(other, (Expr, int, float, str)) or other is None
        return self._with("<>", other)

    def __lt__(self, other: Expr | Plain) -> Expr:
        return self._with("<", other)

    def __gt__(self, other: Expr | Plain) -> Expr:
        return self._with(">", other)

    def __ge__(self, other: Expr | Plain) -> Expr:
        return self._with(">=", other)

    def __and__(self, other: Expr) -> Expr:
        return self._with("AND", other)

    def __or__(self, other: Expr) -> Expr:
        return self._with("OR", other)

    def __invert__(self) -> Expr:
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError("an expression has no truth value: use & | ~")

    def within(self, *values: Plain) -> Expr:
        return Within(self, values)


class Column(Expr):
    def __init__(self, name: str) -> None:
        self.name = name

    def value(self, row: Row) -> Any:
        return row[self.name]

    def __str__(self) -> str:
        return self.name


class Literal(Expr):
    def __init__(self, constant: Plain) -> None:
        self.constant = constant

    def value(self, row: Row) -> Any:
        return self.constant

    def __str__(self) -> str:
        return "NULL" if self.constant is None else repr(self.constant)


class Binary(Expr):
    def __init__(self, symbol: str, left: Expr, right: Expr) -> None:
        self.symbol, self.left, self.right = symbol, left, right

    def value(self, row: Row) -> Any:
        return SYMBOLS[self.symbol](self.left.value(row), self.right.value(row))

    def __str__(self) -> str:
        return f"({self.left} {self.symbol} {self.right})"


class Not(Expr):
    def __init__(self, inner: Expr) -> None:
        self.inner = inner

    def value(self, row: Row) -> Any:
        return not self.inner.value(row)

    def __str__(self) -> str:
        return f"NOT {self.inner}"


class Within(Expr):
    def __init__(self, inner: Expr, values: tuple[Plain, ...]) -> None:
        self.inner, self.values = inner, values

    def value(self, row: Row) -> Any:
        return self.inner.value(row) in self.values

    def __str__(self) -> str:
        return f"{self.inner} IN ({', '.join(map(repr, self.values))})"


class Names:
    def __getattr__(self, name: str) -> Column:
        return Column(name)


@dataclass(frozen=True, eq=False)
class Query:
    source: Iterable[Row]
    table: str
    condition: Expr | None = None
    columns: tuple[tuple[str, Expr], ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    first: int | None = None
    joined: tuple[tuple[str, list[Row], str, str], ...] = ()

    def where(self, condition: Expr) -> Query:
        return replace(self, condition=condition if self.condition is None else self.condition & condition)

    def select(self, *names: str, **computed: Expr) -> Query:
        return replace(self, columns=self.columns + tuple((n, Column(n)) for n in names) + tuple(computed.items()))

    def order_by(self, *names: str) -> Query:
        return replace(self, order=tuple((n.removeprefix("-"), n.startswith("-")) for n in names))

    def limit(self, count: int) -> Query:
        if count < 0:
            raise ValueError(f"limit of {count}")
        return replace(self, first=count)

    def join(self, table: str, rows: list[Row], left: str, right: str) -> Query:
        return replace(self, joined=(*self.joined, (table, rows, left, right)))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        rows: list[dict[str, Any]] = [dict(row) for row in self.source]
        for _, others, left, right in self.joined:
            index: defaultdict[Any, list[Row]] = defaultdict(list)
            for other in others:
                index[other[right]].append(other)
            rows = [{**other, **row} for row in rows for other in index[row[left]]]
        if self.condition is not None:
            rows = [row for row in rows if self.condition.value(row)]
        for name, backwards in reversed(self.order):
            rows.sort(key=operator.itemgetter(name), reverse=backwards)
        for row in rows[: self.first]:
            yield {name: e.value(row) for name, e in self.columns} if self.columns else row

    def group(self, by: str, **sums: Callable[[list[Any]], Any]) -> dict[Any, dict[str, Any]]:
        groups: dict[Any, list[dict[str, Any]]] = {}
        for row in self:
            groups.setdefault(row[by], []).append(row)
        return {key: {name: total([r[name] for r in rows]) for name, total in sums.items()} for key, rows in groups.items()}

    def __str__(self) -> str:
        parts = ["SELECT " + (", ".join(n if str(e) == n else f"{e} AS {n}" for n, e in self.columns) or "*"), f"FROM {self.table}"]
        parts += [f"JOIN {table} ON {left} = {right}" for table, _, left, right in self.joined]
        if self.condition is not None:
            parts.append(f"WHERE {self.condition}")
        if self.order:
            parts.append("ORDER BY " + ", ".join(n + (" DESC" if d else "") for n, d in self.order))
        return " ".join(parts if self.first is None else [*parts, f"LIMIT {self.first}"])


c = Names()
people: list[Row] = [
    {"name": "ann", "age": 31, "city": 1}, {"name": "bob", "age": 25, "city": 2}, {"name": "cid", "age": 31, "city": 2},
    {"name": "dee", "age": 40, "city": 3}, {"name": "eve", "age": 25, "city": 9},
]
cities: list[Row] = [{"id": 1, "town": "Oslo"}, {"id": 2, "town": "Rome"}, {"id": 3, "town": "Oslo"}]
base = Query(people, "people")
queries = [
    base.where(c.age > 30).select("name", "age").order_by("-name"),
    base.where((c.age >= 25) & ~(c.name == "bob")).select("name", later=c.age + 10, twice=2 + c.age * 2).order_by("age", "-name").limit(3),
    base.join("cities", cities, "city", "id").where((c.town == "Oslo") | (c.age < 26)).select("name", "town"),
    base.where(c.city.within(1, 3)).where(c.name != None).select("name"),  # noqa: E711
    base.limit(0),
]
for query in queries:
    print(query)
    for row in query:
        print("   ", row)
print(base.join("cities", cities, "city", "id").group("town", age=sum, name=sorted), base.group("age", city=max))
for attempt in (lambda: bool(c.x > 1), lambda: base.limit(-1), lambda: list(base.select("height")), lambda: list(base.where(c.name < 3)), lambda: 1 < c.age < 5):
    try:
        print(attempt())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
