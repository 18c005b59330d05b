"""A small SELECT: tokens, a parser to closures, and tables of dictionaries underneath."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Value = int | str | None
Record = dict[str, Value]
Test = Callable[[Record], bool]
TOKEN = re.compile(r"\s*(?:(?P<number>\d+)|'(?P<text>[^']*)'|(?P<word>\w+)|(?P<mark><=|>=|<>|[=<>(),*]))")


class SqlError(Exception):
    pass


class Token(NamedTuple):
    kind: str
    text: str


def tokens(source: str) -> Iterator[Token]:
    at = 0
    source = source.rstrip()
    while at < len(source):
        found = TOKEN.match(source, at)
        if found is None or found.lastgroup is None:
            raise SqlError(f"unexpected {source[at:].strip()[:5]!r} at {at}")
        yield Token(found.lastgroup, found[found.lastgroup])
        at = found.end()
    yield Token("end", "")


@dataclass
class Query:
    columns: list[str]
    table: str
    where: Test = field(default=lambda record: True)
    order: list[tuple[str, bool]] = field(default_factory=list)
    limit: int | None = None


class Parser:
    compare: dict[str, Callable[[Value, Value], bool]] = {"=": operator.eq, "<>": operator.ne}

    def __init__(self, source: str) -> None:
        self.tokens = list(tokens(source))
        self.at = 0

    def take(self, *wanted: str) -> str | None:
        token = self.tokens[self.at]
        if token.kind in ("word", "mark") and token.text.upper() in wanted:
            self.at += 1
            return token.text.upper()
        return None

    def need(self, *wanted: str) -> None:
        for each in wanted:
            if self.take(each) is None:
                raise SqlError(f"{each} wanted, {self.tokens[self.at].text or 'the end'!r} found")

    def name(self) -> str:
        token = self.tokens[self.at]
        if token.kind != "word":
            raise SqlError(f"a name wanted, {token.text or 'the end'!r} found")
        self.at += 1
        return token.text

    def query(self) -> Query:
        self.need("SELECT")
        columns = ["*"] if self.take("*") else [self.name()]
        while self.take(","):
            columns.append(self.name())
        self.need("FROM")
        query = Query(columns, self.name())
        if self.take("WHERE"):
            query.where = self.either()
        if self.take("ORDER"):
            self.need("BY")
            while True:
                column = self.name()
                query.order.append((column, self.take("DESC", "ASC") == "DESC"))
                if not self.take(","):
                    break
        if self.take("LIMIT"):
            query.limit = int(self.tokens[self.at].text)
            self.at += 1
        if self.tokens[self.at].kind != "end":
            raise SqlError(f"left over: {self.tokens[self.at].text!r}")
        return query

    def either(self) -> Test:
        left = self.both()
        while self.take("OR"):
            one, other = left, self.both()
            left = lambda record, one=one, other=other: one(record) or other(record)  # type: ignore[misc]
        return left

    def both(self) -> Test:
        tests = [self.single()]
        while self.take("AND"):
            tests.append(self.single())
        return lambda record: all(test(record) for test in tests)

    def single(self) -> Test:
        if self.take("NOT"):
            inner = self.single()
            return lambda record: not inner(record)
        if self.take("("):
            inner = self.either()
            self.need(")")
            return inner
        column, mark = self.name(), self.take("=", "<>", "<", ">", "<=", ">=", "IS")
        if mark == "IS":
            self.need("NULL")
            return lambda record: record[column] is None
        token = self.tokens[self.at]
        self.at += 1
        value: Value = int(token.text) if token.kind == "number" else token.text
        if mark in self.compare:
            plain = self.compare[mark]
            return lambda record: plain(record[column], value)

        def ordered(record: Record) -> bool:
            held = record[column]
            if isinstance(held, int) and isinstance(value, int):
                sign = (held > value) - (held < value)
            elif isinstance(held, str) and isinstance(value, str):
                sign = (held > value) - (held < value)
            else:
                return False
            return {"<": sign < 0, ">": sign > 0, "<=": sign <= 0, ">=": sign >= 0}[mark or "<"]

        return ordered


def run(source: str, tables: dict[str, list[Record]]) -> list[tuple[Value, ...]]:
    query = Parser(source).query()
    if query.table not in tables:
        raise SqlError(f"no table {query.table}")
    rows = [record for record in tables[query.table] if query.where(record)]
    for column, down in reversed(query.order):
        rows.sort(key=lambda record: (record[column] is not None, str(record[column]).zfill(6)), reverse=down)
    wanted = list(tables[query.table][0]) if query.columns == ["*"] else query.columns
    return [tuple(record[column] for column in wanted) for record in rows[: query.limit]]


headings = ("name", "team", "points")
people: list[tuple[Value, ...]] = [
    ("ann", "red", 12),
    ("bob", "blue", 7),
    ("cyd", "red", None),
    ("dot", None, 30),
    ("eli", "blue", 12),
]
database = {"people": [dict(zip(headings, row, strict=True)) for row in people]}
for statement in (
    "SELECT * FROM people",
    "select name, points from people where points >= 12 order by points desc, name",
    "SELECT name FROM people WHERE team = 'red' OR points < 10 AND NOT name = 'eli'",
    "SELECT name FROM people WHERE (team = 'red' OR team IS NULL) AND points <> 12 ORDER BY name DESC",
    "SELECT team FROM people ORDER BY team, name LIMIT 3",
    "SELECT name FROM people WHERE name > 'bz' LIMIT 1",
    "SELECT name people",
    "SELECT name FROM nobody",
    "SELECT name FROM people WHERE (points = 1",
    "SELECT age FROM people",
    "SELECT name FROM people ; x",
    "SELECT name FROM people LIMIT 2 2",
):
    try:
        print(run(statement, database))
    except SqlError as error:
        print("error:", error)
    except KeyError as error:
        print("no column", error)
