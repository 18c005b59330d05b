"""A subset of SQL over lists of rows: a tokenizer, a parser to closures, grouping, ordering, joins, errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Union

Value = Union[int, float, str, None]
Row = dict[str, Value]
Expression = Callable[[Row], Value]
Aggregate = Callable[[list[Row]], Value]
TOKEN = re.compile(r"\s*(?:(\d+\.\d+|\d+)|'((?:[^']|'')*)'|([A-Za-z_][\w.]*)|(<=|>=|<>|[-+*/=<>(),]))")
KEYWORDS = {
    "select",
    "from",
    "where",
    "group",
    "by",
    "order",
    "limit",
    "and",
    "or",
    "not",
    "as",
    "desc",
    "join",
    "on",
    "is",
    "null",
    "like",
    "having",
}


class QueryError(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} (at {at})")


@dataclass
class Item:
    name: str
    single: Expression | None = None
    grouped: Aggregate | None = None


@dataclass
class Select:
    items: list[Item]
    table: str
    join: tuple[str, Expression] | None = None
    where: Expression | None = None
    group: list[str] = field(default_factory=list)
    having: Aggregate | None = None
    order: list[tuple[str, bool]] = field(default_factory=list)
    limit: int | None = None


AGGREGATES: dict[str, Callable[[list[Value]], Value]] = {
    "count": len,
    "sum": lambda values: sum(v for v in values if isinstance(v, (int, float))),
    "min": lambda values: min((v for v in values if isinstance(v, (int, float))), default=None),
    "max": lambda values: max((v for v in values if isinstance(v, (int, float))), default=None),
    "avg": lambda values: (
        round(sum(n := [v for v in values if isinstance(v, (int, float))]) / len(n), 3) if values else None
    ),
}


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str, int]] = []
        at = 0
        while at < len(text.rstrip()):
            found = TOKEN.match(text, at)
            if found is None:
                raise QueryError(f"unexpected {text[at]!r}", at)
            number, string, word, sign = found.groups()
            if word is not None:
                kind = "key" if word.lower() in KEYWORDS else "name"
                self.tokens.append((kind, word.lower(), found.start(3)))
            elif string is not None:
                self.tokens.append(("string", string.replace("''", "'"), found.start(2)))
            else:
                self.tokens.append(
                    ("number", number, found.start(1)) if number else ("sign", sign, found.start(4))
                )
            at = found.end()
        self.tokens.append(("end", "end", len(text)))
        self.at = 0

    def accept(self, *texts: str) -> str | None:
        kind, text, _ = self.tokens[self.at]
        if kind in ("key", "sign") and text in texts:
            self.at += 1
            return text
        return None

    def expect(self, *texts: str) -> str:
        found = self.accept(*texts)
        if found is None:
            _, text, at = self.tokens[self.at]
            raise QueryError(f"expected {' or '.join(texts)}, found {text}", at)
        return found

    def name(self) -> str:
        kind, text, at = self.tokens[self.at]
        if kind != "name":
            raise QueryError(f"expected a name, found {text}", at)
        self.at += 1
        return text

    def select(self) -> Select:
        self.expect("select")
        items = [self.item()]
        while self.accept(","):
            items.append(self.item())
        self.expect("from")
        query = Select(items, self.name())
        if self.accept("join"):
            table = self.name()
            self.expect("on")
            query.join = table, self.condition()
        if self.accept("where"):
            query.where = self.condition()
        if self.accept("group"):
            self.expect("by")
            query.group.append(self.name())
            while self.accept(","):
                query.group.append(self.name())
        if self.accept("having"):
            name, sign, limit = self.item(), self.expect("<", ">", "="), self.atom()
            if name.grouped is None:
                raise QueryError("having needs an aggregate", self.tokens[self.at][2])
            inner = name.grouped
            query.having = lambda rows: compare(sign, inner(rows), limit({}))
        if self.accept("order"):
            self.expect("by")
            while True:
                query.order.append((self.name(), self.accept("desc") is not None))
                if not self.accept(","):
                    break
        if self.accept("limit"):
            query.limit = int(str(self.atom()({})))
        if self.tokens[self.at][0] != "end":
            raise QueryError(f"left over {self.tokens[self.at][1]}", self.tokens[self.at][2])
        return query

    def item(self) -> Item:
        kind, text, _ = self.tokens[self.at]
        if kind == "name" and text in AGGREGATES and self.tokens[self.at + 1][1] == "(":
            self.at += 2
            inner: Expression = (lambda row: 1) if self.accept("*") else self.sum()
            self.expect(")")
            fold = AGGREGATES[text]
            item = Item(text, grouped=lambda rows: fold([v for v in map(inner, rows) if v is not None]))
        else:
            item = Item(text, single=self.sum())
        if self.accept("as"):
            item.name = self.name()
        return item

    def condition(self) -> Expression:
        left = self.conjunction()
        while self.accept("or"):
            a, b = left, self.conjunction()
            left = lambda row, a=a, b=b: bool(a(row)) or bool(b(row))  # type: ignore[misc]
        return left

    def conjunction(self) -> Expression:
        left = self.negation()
        while self.accept("and"):
            a, b = left, self.negation()
            left = lambda row, a=a, b=b: bool(a(row)) and bool(b(row))  # type: ignore[misc]
        return left

    def negation(self) -> Expression:
        if self.accept("not"):
            inner = self.negation()
            return lambda row: not inner(row)
        left = self.sum()
        if self.accept("is"):
            wanted = self.accept("not") is None
            self.expect("null")
            return lambda row: (left(row) is None) == wanted
        if self.accept("like"):
            pattern = re.escape(str(self.atom()({}))).replace("%", ".*").replace("_", ".")
            return lambda row: re.fullmatch(pattern, str(left(row))) is not None
        if sign := self.accept("=", "<>", "<", ">", "<=", ">="):
            right = self.sum()
            return lambda row: compare(sign, left(row), right(row))
        return left

    def sum(self) -> Expression:
        left = self.atom()
        while sign := self.accept("+", "-", "*", "/"):
            a, b = left, self.atom()
            left = lambda row, a=a, b=b, sign=sign: arithmetic(sign, a(row), b(row))  # type: ignore[misc]
        return left

    def atom(self) -> Expression:
        kind, text, at = self.tokens[self.at]
        self.at += 1
        match kind:
            case "number":
                value: Value = float(text) if "." in text else int(text)
                return lambda row: value
            case "string":
                return lambda row: text
            case "name":
                return lambda row: row[text]
            case "sign" if text == "(":
                inner = self.condition()
                self.expect(")")
                return inner
        raise QueryError(f"expected a value, found {text}", at)


def arithmetic(sign: str, a: Value, b: Value) -> Value:
    if a is None or b is None:
        return None
    if isinstance(a, str) or isinstance(b, str):
        return f"{a}{b}" if sign == "+" else None
    return a + b if sign == "+" else a - b if sign == "-" else a * b if sign == "*" else a / b


def compare(sign: str, a: Value, b: Value) -> bool:
    if a is None or b is None:
        return False
    if isinstance(a, str) or isinstance(b, str):
        a, b = str(a), str(b)
        order = (a > b) - (a < b)
    else:
        order = (a > b) - (a < b)
    return {
        "=": order == 0,
        "<>": order != 0,
        "<": order < 0,
        ">": order > 0,
        "<=": order <= 0,
        ">=": order >= 0,
    }[sign]


def sort_key(value: Value) -> tuple[int, float, str]:
    match value:
        case None:
            return (0, 0.0, "")
        case str():
            return (2, 0.0, value)
        case _:
            return (1, float(value), "")


def run(text: str, tables: dict[str, list[Row]]) -> list[Row]:
    query = Parser(text).select()
    rows = tables[query.table]
    if query.join is not None:
        table, condition = query.join
        pairs = ({**a, **{f"{table}.{k}": v for k, v in b.items()}} for a in rows for b in tables[table])
        rows = [row for row in pairs if condition(row)]
    if query.where is not None:
        test = query.where
        rows = [row for row in rows if test(row)]
    groups: Iterable[list[Row]] = ([row] for row in rows)
    if query.group or any(item.grouped for item in query.items):

        def key(row: Row) -> list[tuple[int, float, str]]:
            return [sort_key(row[name]) for name in query.group]

        groups = [list(g) for _, g in groupby(sorted(rows, key=key), key)] or (
            [[]] if not query.group else []
        )
    if query.having is not None:
        having = query.having
        groups = [g for g in groups if having(g)]
    result: list[Row] = []
    for group in groups:
        out: Row = {}
        for item in query.items:
            if item.grouped is not None:
                out[item.name] = item.grouped(group)
            elif item.single is not None:
                out[item.name] = item.single(group[0])
        result.append(out)
    for name, down in reversed(query.order):
        result.sort(key=lambda row: sort_key(row[name]), reverse=down)
    return result[: query.limit]


TABLES: dict[str, list[Row]] = {
    "staff": [
        {"id": 1, "name": "Ada", "team": "core", "pay": 5200, "boss": None},
        {"id": 2, "name": "Björn", "team": "web", "pay": 4100.5, "boss": 1},
        {"id": 3, "name": "Cy", "team": "web", "pay": 3900, "boss": 2},
        {"id": 4, "name": "Dee", "team": "core", "pay": None, "boss": 1},
        {"id": 5, "name": "O'Neil", "team": "ops", "pay": 4100, "boss": 1},
    ],
    "teams": [{"team": "core", "floor": 3}, {"team": "web", "floor": 1}],
    "none": [],
}
for text in [
    "SELECT name, pay FROM staff WHERE pay > 4000 ORDER BY pay DESC, name",
    "select team, count(*) as n, avg(pay) as mean, sum(pay) from staff group by team order by n desc, team",
    "select name, teams.floor as floor from staff join teams on team = teams.team where not name like '%a'",
    "select name + ' of ' + team as who from staff where boss is null or name = 'O''Neil'",
    "select max(pay) as top, min(pay) as low, count(pay) as n from staff",
    "select count(*), sum(x) from none",
    "select team from staff group by team having count(*) > 1",
    "select name, pay * 2 + 1 as double from staff order by double limit 3",
    "select (pay / 0) from staff",
    "select name from staff where",
    "select name staff",
    "select name from staff limit 1 2",
    "select count(* from staff",
    "select nmae from staff",
    "select name from stuff",
    "select # from staff",
]:
    try:
        print(text, *run(text, TABLES), sep="\n    ")
    except QueryError as error:
        print("    query error:", error)
    except KeyError as error:
        print("    unknown", error)
    except ZeroDivisionError as error:
        print("    arithmetic:", error)
