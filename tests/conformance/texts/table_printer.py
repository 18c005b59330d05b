"""Tables as text: aligned columns with wide characters, boxes, Markdown, CSV and HTML from one description."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


def width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, size: int, align: str) -> str:
    missing = size - width(text)
    left = {"<": 0, ">": missing, "^": missing // 2}[align]
    return " " * left + text + " " * (missing - left)


@dataclass
class Column:
    title: str
    align: str = "<"
    show: Callable[[Any], str] = str
    total: Callable[[Iterable[Any]], Any] | None = None


@dataclass
class Table:
    columns: Sequence[Column]
    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def add(self, *values: Any) -> Table:
        if len(values) != len(self.columns):
            raise ValueError(f"{len(values)} values for {len(self.columns)} columns")
        self.rows.append(values)
        return self

    def cells(self) -> list[list[str]]:
        return [[column.show(value) if value is not None else "" for column, value in zip(self.columns, row)] for row in self.rows]

    def totals(self) -> list[str] | None:
        if not any(column.total for column in self.columns):
            return None
        return [
            column.show(column.total(v for v in values if v is not None)) if column.total else ""
            for column, values in zip(self.columns, zip(*self.rows))
        ]


class Writer(ABC):
    def render(self, table: Table) -> str:
        body = table.cells()
        totals = table.totals()
        titles = [column.title for column in table.columns]
        every = [titles, *body, *([totals] if totals else [])]
        sizes = [max(map(width, column)) for column in zip(*every)]
        return "\n".join(self.lines(table.columns, titles, body, totals, sizes))

    @abstractmethod
    def lines(self, columns: Sequence[Column], titles: list[str], body: list[list[str]], totals: list[str] | None, sizes: list[int]) -> Iterable[str]: ...


class Box(Writer):
    def __init__(self, corners: str = "┌┬┐├┼┤└┴┘─│") -> None:
        self.corners = corners

    def rule(self, at: int, sizes: list[int]) -> str:
        left, middle, right = list(self.corners[at : at + 3])
        return left + middle.join(self.corners[9] * (size + 2) for size in sizes) + right

    def lines(self, columns: Sequence[Column], titles: list[str], body: list[list[str]], totals: list[str] | None, sizes: list[int]) -> Iterable[str]:
        bar = self.corners[10]

        def line(cells: list[str], aligns: Iterable[str]) -> str:
            return bar + bar.join(f" {pad(cell, size, align)} " for cell, size, align in zip(cells, sizes, aligns)) + bar

        aligns = [column.align for column in columns]
        yield self.rule(0, sizes)
        yield line(titles, ["^"] * len(sizes))
        yield self.rule(3, sizes)
        yield from (line(row, aligns) for row in body)
        if totals:
            yield self.rule(3, sizes)
            yield line(totals, aligns)
        yield self.rule(6, sizes)


class Markdown(Writer):
    def lines(self, columns: Sequence[Column], titles: list[str], body: list[list[str]], totals: list[str] | None, sizes: list[int]) -> Iterable[str]:
        marks = {"<": ":--", ">": "--:", "^": ":-:"}
        yield "| " + " | ".join(titles) + " |"
        yield "|" + "|".join(marks[column.align] for column in columns) + "|"
        for row in [*body, *([[f"**{cell}**" if cell else "" for cell in totals]] if totals else [])]:
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


class Html(Writer):
    def lines(self, columns: Sequence[Column], titles: list[str], body: list[list[str]], totals: list[str] | None, sizes: list[int]) -> Iterable[str]:
        def row(cells: list[str], tag: str) -> str:
            return "  <tr>" + "".join(f"<{tag}>{cell.replace('&', '&amp;').replace('<', '&lt;')}</{tag}>" for cell in cells) + "</tr>"

        yield "<table>"
        yield row(titles, "th")
        for cells in body:
            yield row(cells, "td")
        if totals:
            yield row(totals, "td")
        yield "</table>"


table = Table([Column("名前"), Column("Qty", ">", total=sum), Column("Price", ">", "{:,.2f}".format, max), Column("Ok", "^", lambda v: "✓" if v else "✗")])
table.add("りんご", 3, 1234.5, True).add("pâté|x", -12, 0.125, False).add("e\u0301clair <b>", None, 99, True).add("", 0, -1e6, False)
for writer in (Box(), Box("+++++++++-|"), Markdown(), Html()):
    print(writer.render(table))
print(width("日本"), width("e\u0301"), repr(pad("日", 5, "^")), table.totals(), Table([Column("a")]).add(1).totals())
try:
    table.add(1, 2)
except ValueError as error:
    print(error)
table.add("bad", "text", 1.0, True)
print(Box().render(table))
