"""A small SQL engine: tokens, a recursive-descent parser, expressions as closures, joins, groups, ordering."""

from __future__ import annotations

import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cmp_to_key
from typing import Any, NamedTuple, TypeAlias

Row: TypeAlias = dict[str, Any]
Evaluator: TypeAlias = Callable[[Row], Any]


class Token(NamedTuple):
    kind: str
    text: str
    position: int


class SqlError(ValueError):
    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} at {position}")
        self.position = position


PATTERN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<string>'(?:[^']|'')*')
  | (?P<name>[A-Za-z_][A-Za-z_0-9]*(?:\.[A-Za-z_][A-Za-z_0-9]*)?)
  | (?P<op><=|>=|<>|!=|[-+*/%=<>(),])
    """,
    re.VERBOSE,
)
KEYWORDS = set(
    "select from where group by order having limit join on and or not as asc desc is null in like".split()
)
AGGREGATES: dict[str, Callable[[list[Any]], Any]] = {
    "count": len,
    "sum": sum,
    "min": min,
    "max": max,
    "avg": lambda values: sum(values) / len(values),
}
BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
}


def tokenize(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text):
        match = PATTERN.match(text, position)
        if match is None:
            raise SqlError(f"unexpected {text[position]!r}", position)
        kind = match.lastgroup or ""
        value = match.group()
        if kind == "name" and value.lower() in KEYWORDS:
            kind, value = "keyword", value.lower()
        if kind != "space":
            yield Token(kind, value, position)
        position = match.end()
    yield Token("end", "", position)


@dataclass
class Query:
    columns: list[tuple[str, Evaluator]] = field(default_factory=list)
    table: str = ""
    joins: list[tuple[str, Evaluator]] = field(default_factory=list)
    where: Evaluator | None = None
    groups: list[Evaluator] = field(default_factory=list)
    having: Evaluator | None = None
    order: list[tuple[Evaluator, bool]] = field(default_factory=list)
    limit: int | None = None
    aggregated: bool = False


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(tokenize(text))
        self.index = 0
        self.aggregates = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.index]

    def accept(self, *texts: str) -> bool:
        if self.current.text in texts and self.current.kind in ("keyword", "op"):
            self.index += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise SqlError(f"expected {text!r}, found {self.current.text!r}", self.current.position)

    def take(self, kind: str) -> str:
        token = self.current
        if token.kind != kind:
            raise SqlError(f"expected a {kind}, found {token.text!r}", token.position)
        self.index += 1
        return token.text

    def query(self) -> Query:
        query = Query()
        self.expect("select")
        while True:
            start = self.current.position
            value = self.either()
            end = self.current.position
            name = (
                self.take("name")
                if self.accept("as")
                else "".join(t.text for t in self.tokens if start <= t.position < end)
            )
            query.columns.append((name, value))
            if not self.accept(","):
                break
        self.expect("from")
        query.table = self.take("name")
        while self.accept("join"):
            table = self.take("name")
            self.expect("on")
            query.joins.append((table, self.either()))
        if self.accept("where"):
            query.where = self.either()
        before = self.aggregates
        if self.accept("group"):
            self.expect("by")
            query.groups = list(self.several())
        if self.accept("having"):
            query.having = self.either()
        if self.accept("order"):
            self.expect("by")
            while True:
                key = self.either()
                query.order.append((key, self.accept("desc") or (self.accept("asc") and False)))
                if not self.accept(","):
                    break
        if self.accept("limit"):
            query.limit = int(self.take("number"))
        if self.current.kind != "end":
            raise SqlError(f"unexpected {self.current.text!r}", self.current.position)
        query.aggregated = bool(query.groups) or before > 0
        return query

    def several(self) -> Iterator[Evaluator]:
        yield self.either()
        while self.accept(","):
            yield self.either()

    def either(self) -> Evaluator:
        left = self.both()
        while self.accept("or"):
            left = (lambda a, b: lambda row: a(row) or b(row))(left, self.both())
        return left

    def both(self) -> Evaluator:
        left = self.negated()
        while self.accept("and"):
            right = self.negated()
            left = (lambda a, b: lambda row: a(row) and b(row))(left, right)
        return left

    def negated(self) -> Evaluator:
        if self.accept("not"):
            inner = self.negated()
            return lambda row: not inner(row)
        return self.comparison()

    def comparison(self) -> Evaluator:
        left = self.sum()
        if self.accept("is"):
            wanted = not self.accept("not")
            self.expect("null")
            return lambda row: (left(row) is None) == wanted
        if self.accept("in"):
            self.expect("(")
            choices = list(self.several())
            self.expect(")")
            return lambda row: left(row) in [choice(row) for choice in choices]
        if self.accept("like"):
            pattern = self.take("string")[1:-1]
            regex = re.compile(
                "".join(".*" if c == "%" else "." if c == "_" else re.escape(c) for c in pattern), re.I
            )
            return lambda row: regex.fullmatch(str(left(row))) is not None
        sign = self.current.text
        if self.accept("=", "<>", "!=", "<", "<=", ">", ">="):
            right = self.sum()
            return self.binary(sign, left, right)
        return left

    def binary(self, sign: str, left: Evaluator, right: Evaluator) -> Evaluator:
        function = BINARY[sign]

        def evaluate(row: Row) -> Any:
            a, b = left(row), right(row)
            return None if a is None or b is None else function(a, b)

        return evaluate

    def sum(self) -> Evaluator:
        left = self.product()
        while (sign := self.current.text) and self.accept("+", "-"):
            left = self.binary(sign, left, self.product())
        return left

    def product(self) -> Evaluator:
        left = self.atom()
        while (sign := self.current.text) and self.accept("*", "/", "%"):
            left = self.binary(sign, left, self.atom())
        return left

    def atom(self) -> Evaluator:
        token = self.current
        if self.accept("("):
            inner = self.either()
            self.expect(")")
            return inner
        if self.accept("-"):
            negative = self.atom()
            return lambda row: -negative(row)
        self.index += 1
        match token:
            case Token("number", text):
                number = float(text) if "." in text else int(text)
                return lambda row: number
            case Token("string", text):
                string = text[1:-1].replace("''", "'")
                return lambda row: string
            case Token("keyword", "null"):
                return lambda row: None
            case Token("name", text) if self.accept("("):
                return self.aggregate(text.lower(), token.position)
            case Token("name", text):
                return lambda row: lookup(row, text)
            case Token("op", "*"):
                return lambda row: row
        raise SqlError(f"unexpected {token.text!r}", token.position)

    def aggregate(self, name: str, position: int) -> Evaluator:
        if name not in AGGREGATES:
            raise SqlError(f"no function {name}", position)
        self.aggregates += 1
        inner = self.either()
        self.expect(")")
        function = AGGREGATES[name]

        def evaluate(row: Row) -> Any:
            values = [v for v in map(inner, row["*"]) if v is not None]
            return function(values) if values or name == "count" else None

        return evaluate


def lookup(row: Row, name: str) -> Any:
    if name in row:
        return row[name]
    found = [key for key in row if key.endswith("." + name)]
    if len(found) != 1:
        raise KeyError(f"{'ambiguous' if found else 'unknown'} column {name}")
    return row[found[0]]


def compare(a: Any, b: Any) -> int:
    if a is None or b is None:
        return (a is not None) - (b is not None)
    return (a > b) - (a < b)


class Database:
    def __init__(self, **tables: list[Row]) -> None:
        self.tables = tables

    def rows(self, name: str) -> Iterator[Row]:
        for row in self.tables[name]:
            yield {f"{name}.{key}": value for key, value in row.items()}

    def run(self, text: str) -> list[tuple[Any, ...]]:
        query = Parser(text).query()
        source: Iterable[Row] = self.rows(query.table)
        for table, condition in query.joins:
            source = [
                left | right for left in source for right in self.rows(table) if condition(left | right)
            ]
        rows = [row for row in source if query.where is None or query.where(row)]
        if query.aggregated:
            buckets: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
            for row in rows:
                buckets[tuple(g(row) for g in query.groups)].append(row)
            rows = [{**bucket[0], "*": bucket} for bucket in buckets.values()]
            if query.having is not None:
                rows = [row for row in rows if query.having(row)]

        def order(a: Row, b: Row) -> int:
            for key, descending in query.order:
                found = compare(key(a), key(b))
                if found:
                    return -found if descending else found
            return 0

        rows.sort(key=cmp_to_key(order))
        return [tuple(value(row) for _, value in query.columns) for row in rows[: query.limit]]


db = Database(
    people=[
        {"id": 1, "name": "Ann", "age": 31, "team": 1},
        {"id": 2, "name": "Bob", "age": None, "team": 2},
        {"id": 3, "name": "Cy", "age": 45, "team": 1},
        {"id": 4, "name": "D'Arcy", "age": 28.5, "team": None},
    ],
    teams=[{"id": 1, "title": "core"}, {"id": 2, "title": "docs"}],
)
QUERIES = [
    "select name, age from people where age > 30 order by age desc",
    "select name, title from people join teams on team = teams.id order by title desc, name",
    "select title, count(name) as n, avg(age) as mean from people join teams on team = teams.id group by title order by n desc",
    "select name from people where name like '%a%' or name = 'D''Arcy'",
    "select name, age + 1, -age * 2 from people where age is not null and people.id in (1, 4) order by name limit 2",
    "select team, sum(age) from people group by team having count(team) >= 1 order by team",
    "select name from people where not (age < 40) order by age",
    "select count(name), max(age), min(age) from people",
    "select people.id % 2 as odd, count(name) from people group by people.id % 2 order by odd",
    "select nope from people",
    "select id from people join teams on team = teams.id",
    "select name from",
    "select med(age) from people",
    "select name from people where name ~ 'x'",
    "select 1 / (people.id - 1) from people",
]
for text in QUERIES:
    try:
        for result in db.run(text):
            print(result)
    except (SqlError, KeyError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
    print("--")
