"""A query language by operators: comparisons that build trees, parameters, three-valued logic, evaluation over rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import Any, Union

Value = Union[int, float, str, bool, None]
Row = dict[str, Value]

OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge, "+": add, "-": sub, "*": mul,
}  # fmt: skip


class Expression:
    """What rows are asked for; operators make larger ones."""

    precedence = 9

    def __eq__(self, other: object) -> Expression:  # type: ignore[override]
        return Binary("=", self, wrap(other))

    def __ne__(self, other: object) -> Expression:  # type: ignore[override]
        return Binary("<>", self, wrap(other))

    def __lt__(self, other: Expression | Value) -> Expression:
        return Binary("<", self, wrap(other))

    def __le__(self, other: Expression | Value) -> Expression:
        return Binary("<=", self, wrap(other))

    def __gt__(self, other: Expression | Value) -> Expression:
        return Binary(">", self, wrap(other))

    def __ge__(self, other: Expression | Value) -> Expression:
        return Binary(">=", self, wrap(other))

    def __add__(self, other: Expression | Value) -> Expression:
        return Binary("+", self, wrap(other))

    def __radd__(self, other: Value) -> Expression:
        return Binary("+", wrap(other), self)

    def __sub__(self, other: Expression | Value) -> Expression:
        return Binary("-", self, wrap(other))

    def __rsub__(self, other: Value) -> Expression:
        return Binary("-", wrap(other), self)

    def __mul__(self, other: Expression | Value) -> Expression:
        return Binary("*", self, wrap(other))

    def __and__(self, other: Expression) -> Expression:
        return Binary("AND", self, other)

    def __or__(self, other: Expression) -> Expression:
        return Binary("OR", self, other)

    def __invert__(self) -> Expression:
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError("an expression has no truth value: use & | ~")

    __hash__ = None  # type: ignore[assignment]

    def within(self, *values: Value) -> Expression:
        return In(self, values)

    def text(self, parameters: list[Value]) -> str:
        raise NotImplementedError

    def value(self, row: Row) -> Value:
        raise NotImplementedError

    def inner(self, other: Expression, parameters: list[Value]) -> str:
        text = other.text(parameters)
        return f"({text})" if other.precedence < self.precedence else text


class Column(Expression):
    def __init__(self, name: str) -> None:
        self.name = name

    def text(self, parameters: list[Value]) -> str:
        return self.name

    def value(self, row: Row) -> Value:
        try:
            return row[self.name]
        except KeyError:
            raise LookupError(f"no column {self.name!r} among {sorted(row)}") from None


class Constant(Expression):
    def __init__(self, constant: Value) -> None:
        self.constant = constant

    def text(self, parameters: list[Value]) -> str:
        if self.constant is None:
            return "NULL"
        parameters.append(self.constant)
        return f"${len(parameters)}"

    def value(self, row: Row) -> Value:
        return self.constant


class Binary(Expression):
    LEVELS = {"OR": 1, "AND": 2, "+": 5, "-": 5, "*": 6}

    def __init__(self, operator: str, left: Expression, right: Expression) -> None:
        self.operator, self.left, self.right = operator, left, right
        self.precedence = self.LEVELS.get(operator, 4)

    def text(self, parameters: list[Value]) -> str:
        if isinstance(self.right, Constant) and self.right.constant is None and self.operator in ("=", "<>"):
            return f"{self.inner(self.left, parameters)} IS {'NOT ' if self.operator == '<>' else ''}NULL"
        return f"{self.inner(self.left, parameters)} {self.operator} {self.inner(self.right, parameters)}"

    def value(self, row: Row) -> Value:
        left = self.left.value(row)
        if self.operator in ("AND", "OR"):
            deciding = self.operator == "OR"
            if left is deciding:
                return deciding
            right = self.right.value(row)
            return deciding if right is deciding else None if None in (left, right) else not deciding
        right = self.right.value(row)
        if isinstance(self.right, Constant) and self.right.constant is None:
            return (left is None) == (self.operator == "=")
        if left is None or right is None:
            return None
        result: Value = OPERATIONS[self.operator](left, right)
        return result


class Not(Expression):
    precedence = 3

    def __init__(self, operand: Expression) -> None:
        self.operand = operand

    def text(self, parameters: list[Value]) -> str:
        return f"NOT {self.inner(self.operand, parameters)}"

    def value(self, row: Row) -> Value:
        value = self.operand.value(row)
        return None if value is None else not value


class In(Expression):
    precedence = 4

    def __init__(self, operand: Expression, values: Sequence[Value]) -> None:
        self.operand, self.values = operand, values

    def text(self, parameters: list[Value]) -> str:
        items = ", ".join(Constant(v).text(parameters) for v in self.values)
        return f"{self.inner(self.operand, parameters)} IN ({items})"

    def value(self, row: Row) -> Value:
        value = self.operand.value(row)
        return None if value is None else value in self.values


def wrap(value: object) -> Expression:
    if isinstance(value, Expression):
        return value
    if value is None or isinstance(value, (int, float, str)):
        return Constant(value)
    raise TypeError(f"cannot use {type(value).__name__} in a query")


@dataclass(frozen=True, eq=False)
class Query:
    table: str
    columns: tuple[str, ...] = ()
    condition: Expression | None = None
    key: Expression | None = None
    first: int | None = None

    def where(self, condition: Expression) -> Query:
        return replace(self, condition=condition if self.condition is None else self.condition & condition)

    def order(self, key: Expression) -> Query:
        return replace(self, key=key)

    def __getitem__(self, part: slice | int) -> Query:
        return replace(self, first=part.stop if isinstance(part, slice) else part + 1)

    def sql(self) -> tuple[str, list[Value]]:
        parameters: list[Value] = []
        parts = [f"SELECT {', '.join(self.columns) or '*'} FROM {self.table}"]
        if self.condition is not None:
            parts.append(f"WHERE {self.condition.text(parameters)}")
        if self.key is not None:
            parts.append(f"ORDER BY {self.key.text(parameters)}")
        if self.first is not None:
            parts.append(f"LIMIT {self.first}")
        return " ".join(parts), parameters

    def run(self, rows: Iterable[Row]) -> Iterator[Row]:
        chosen = [r for r in rows if self.condition is None or self.condition.value(r) is True]
        if (key := self.key) is not None:
            chosen.sort(key=lambda r: (key.value(r) is not None, key.value(r) or 0))
        for row in chosen[: self.first]:
            yield {c: row[c] for c in self.columns} if self.columns else row


def main() -> None:
    name, age, city, pay = (Column(n) for n in ("name", "age", "city", "pay"))
    rows: list[Row] = [
        {"name": "Ann", "age": 41, "city": "Bern", "pay": 5200.5},
        {"name": "Bob", "age": 17, "city": None, "pay": None},
        {"name": "Cid", "age": 64, "city": "Oslo", "pay": 100},
        {"name": "Dee", "age": 30, "city": "Bern", "pay": 0},
        {"name": "Eve", "age": None, "city": "Rome", "pay": 7000},
    ]
    people = Query("people", ("name", "age"))
    queries = [
        people,
        people.where(age >= 18).where(city == "Bern"),
        people.where((age < 18) | ~(city == "Bern")).order(age),
        people.where(city == None)[:1],  # noqa: E711
        people.where((city != None) & ~city.within("Rome", "Paris")).order(pay)[1],  # noqa: E711
        people.where(10_000 - pay * 2 > (age + 1) * 10),
        people.where(~((age > 20) & (pay > 50)) | (1 + age == 18)).order(name),
        replace(people, columns=()).where((name <= "C") & (pay != 0)),
    ]
    for query in queries:
        text, parameters = query.sql()
        print(text, parameters)
        print("   ", list(query.run(rows)))
    attempts: list[Callable[[], object]] = [
        lambda: 18 < age < 60,
        lambda: wrap([1]),
        lambda: list(people.where(Column("size") > 1).run(rows)),
        lambda: list(people.where(name > 3).run(rows)),
        lambda: not age,
        lambda: {age: 1},
        lambda: Expression().text([]),
    ]
    for attempt in attempts:
        try:
            print(attempt())
        except (TypeError, LookupError, NotImplementedError) as error:
            print(type(error).__name__, error)


main()
