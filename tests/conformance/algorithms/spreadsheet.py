"""A spreadsheet: formulas parsed on demand, references across cells, recalculation order, cycles reported."""

from __future__ import annotations

import re
from typing import Callable, Iterator

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Z]\d+(?::[A-Z]\d+)?)|([A-Z]{2,})|(.))")
Value = float | str


class SheetError(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Sheet:
    FUNCTIONS: dict[str, Callable[[list[float]], float]] = {"SUM": sum, "MAX": max, "AVG": lambda xs: sum(xs) / len(xs), "COUNT": len}

    def __init__(self) -> None:
        self.raw: dict[str, str] = {}
        self.cache: dict[str, Value] = {}
        self.active: list[str] = []
        self.evaluated = 0

    def __setitem__(self, cell: str, text: str | float) -> None:
        self.raw[cell] = str(text)
        self.cache.clear()

    def __getitem__(self, cell: str) -> Value:
        if cell in self.cache:
            return self.cache[cell]
        if cell in self.active:
            raise SheetError("#CYCLE " + ">".join([*self.active[self.active.index(cell) :], cell]))
        text = self.raw.get(cell, "")
        self.active.append(cell)
        try:
            if text.startswith("="):
                self.evaluated += 1
                value: Value = Formula(text[1:], self).parse()
            else:
                try:
                    value = float(text)
                except ValueError:
                    value = text
        finally:
            self.active.pop()
        self.cache[cell] = value
        return value

    def number(self, cell: str) -> float:
        match self[cell]:
            case float(n):
                return n
            case "":
                return 0.0
            case other:
                raise SheetError(f"#VALUE {cell} is {other!r}")

    def shown(self, cell: str) -> str:
        try:
            value = self[cell]
        except SheetError as error:
            return error.code
        return value if isinstance(value, str) else f"{value:g}"


def span(text: str) -> Iterator[str]:
    first, _, last = text.partition(":")
    for column in range(ord(first[0]), ord((last or first)[0]) + 1):
        for row in range(int(first[1:]), int((last or first)[1:]) + 1):
            yield f"{chr(column)}{row}"


class Formula:
    def __init__(self, text: str, sheet: Sheet) -> None:
        self.tokens = [m.groups() for m in TOKEN.finditer(text)]
        self.at = 0
        self.sheet = sheet

    def peek(self) -> str:
        return self.tokens[self.at][3] or "" if self.at < len(self.tokens) else ""

    def parse(self) -> float:
        value = self.sum()
        if self.at != len(self.tokens):
            raise SheetError("#SYNTAX")
        return value

    def sum(self) -> float:
        value = self.product()
        while (op := self.peek()) in ("+", "-") and op:
            self.at += 1
            right = self.product()
            value = value + right if op == "+" else value - right
        return value

    def product(self) -> float:
        value = self.atom()
        while (op := self.peek()) in ("*", "/") and op:
            self.at += 1
            right = self.atom()
            if op == "/" and right == 0:
                raise SheetError("#DIV/0")
            value = value * right if op == "*" else value / right
        return value

    def atom(self) -> float:
        if self.at >= len(self.tokens):
            raise SheetError("#SYNTAX")
        number, cells, name, other = self.tokens[self.at]
        self.at += 1
        if number:
            return float(number)
        if cells:
            return self.sheet.number(cells)
        if name and name in Sheet.FUNCTIONS:
            self.at += 1
            values: list[float] = []
            while self.peek() != ")":
                cells = self.tokens[self.at][1]
                if cells:
                    self.at += 1
                    values += [self.sheet.number(c) for c in span(cells)]
                else:
                    values.append(self.sum())
                if self.peek() == ",":
                    self.at += 1
            self.at += 1
            return float(Sheet.FUNCTIONS[name](values))
        if other == "-":
            return -self.atom()
        if other == "(":
            value = self.sum()
            self.at += 1
            return value
        raise SheetError(f"#NAME {name or other}")


sheet = Sheet()
for row, (what, count, price) in enumerate([("tea", 3, 2.5), ("rope", 1, 12), ("soap", 10, 0.75)], 1):
    sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"] = what, count, price
    sheet[f"D{row}"] = f"=B{row}*C{row}"
sheet["D4"] = "=SUM(D1:D3)"
sheet["D5"] = "=D4*(1+19/100)-MAX(B1:B3, 2*6)"
sheet["E1"], sheet["E2"], sheet["E3"] = "=E2+1", "=E3", "=E1*2"
sheet["F1"], sheet["F2"], sheet["F3"], sheet["F4"] = "=A1+1", "=1/(B2-1)", "=FOO(1)", "=(1+"
sheet["G1"] = "=AVG(B1:C3)+COUNT(B1:D5)"
for column in "ABCDEFG":
    print(column, [sheet.shown(f"{column}{r}") for r in range(1, 6)])
print(sheet.evaluated, len(sheet.cache))
sheet["B2"] = 5
print(sheet.shown("D5"), sheet.shown("F2"), sheet.evaluated, sorted(sheet.cache), sheet.active)
print(sheet["E2"])
