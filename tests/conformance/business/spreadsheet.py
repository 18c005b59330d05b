"""A spreadsheet: cells with formulas, ranges, dependencies recalculated in order, cycles and errors as values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from statistics import fmean
from typing import Any

CELL = re.compile(r"([A-Z]+)([1-9]\d*)")
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Z]+[1-9]\d*:[A-Z]+[1-9]\d*)|([A-Z]+[1-9]\d*)|([A-Z]+)(?=\()|(\"[^\"]*\")|(<=|>=|<>|[-+*/^(),<>=&]))")


class SheetError(Exception):
    def __str__(self) -> str:
        return f"#{self.args[0]}!"


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_name(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def expand(area: str) -> Iterator[str]:
    (c1, r1), (c2, r2) = (m.groups() for m in CELL.finditer(area))
    for row in range(int(r1), int(r2) + 1):
        for column in range(column_number(c1), column_number(c2) + 1):
            yield f"{column_name(column)}{row}"


def numbers(values: list[Any]) -> list[float]:
    flat: list[float] = []
    for value in values:
        if isinstance(value, list):
            flat += numbers(value)
        elif isinstance(value, (int, float)):
            flat.append(value)
        elif isinstance(value, str) and value:
            raise SheetError("VALUE")
    return flat


FUNCTIONS: dict[str, Callable[[list[Any]], Any]] = {
    "SUM": lambda values: sum(numbers(values)),
    "AVG": lambda values: fmean(numbers(values)),
    "MAX": lambda values: max(numbers(values)),
    "COUNT": lambda values: len(numbers(values)),
    "IF": lambda values: values[1] if values[0] else values[2],
    "LEN": lambda values: len(str(values[0])),
}


class Formula:
    """A recursive-descent parser that evaluates as it goes."""

    def __init__(self, text: str, fetch: Callable[[str], Any]) -> None:
        self.tokens = [m for m in TOKEN.finditer(text)]
        if "".join(m[0] for m in self.tokens) != text.rstrip():
            raise SheetError("PARSE")
        self.at = 0
        self.fetch = fetch

    def peek(self) -> str:
        return self.tokens[self.at][0].strip() if self.at < len(self.tokens) else ""

    def accept(self, *texts: str) -> str:
        if self.peek() in texts:
            self.at += 1
            return self.tokens[self.at - 1][0].strip()
        return ""

    def comparison(self) -> Any:
        left = self.sum()
        while sign := self.accept("<", ">", "=", "<=", ">=", "<>"):
            right = self.sum()
            left = {"<": left < right, ">": left > right, "=": left == right, "<=": left <= right, ">=": left >= right, "<>": left != right}[sign]
        return left

    def sum(self) -> Any:
        left = self.product()
        while sign := self.accept("+", "-", "&"):
            right = self.product()
            left = f"{left}{right}" if sign == "&" else left + right if sign == "+" else left - right
        return left

    def product(self) -> Any:
        left = self.unary()
        while sign := self.accept("*", "/"):
            right = self.unary()
            if sign == "/" and right == 0:
                raise SheetError("DIV/0")
            left = left * right if sign == "*" else left / right
        return left

    def unary(self) -> Any:
        if self.accept("-"):
            return -self.unary()
        base = self.atom()
        return base ** self.unary() if self.accept("^") else base

    def atom(self) -> Any:
        if self.accept("("):
            inner = self.comparison()
            if not self.accept(")"):
                raise SheetError("PARSE")
            return inner
        if self.at >= len(self.tokens):
            raise SheetError("PARSE")
        number, area, cell, function, text, sign = self.tokens[self.at].groups()
        self.at += 1
        if number:
            return float(number) if "." in number else int(number)
        if area:
            return [self.fetch(name) for name in expand(area)]
        if cell:
            return self.fetch(cell)
        if text:
            return text[1:-1]
        if function and self.accept("("):
            arguments: list[Any] = []
            while not self.accept(")"):
                arguments.append(self.comparison())
                self.accept(",")
            if function not in FUNCTIONS:
                raise SheetError("NAME")
            return FUNCTIONS[function](arguments)
        raise SheetError("PARSE")


class Sheet:
    def __init__(self, **cells: str) -> None:
        self.cells = cells
        self.cache: dict[str, Any] = {}
        self.running: list[str] = []
        self.calculated = 0

    def __setitem__(self, name: str, text: str) -> None:
        self.cells[name] = text
        self.cache.clear()

    def __getitem__(self, name: str) -> Any:
        if name in self.cache:
            return self.cache[name]
        if name in self.running:
            raise SheetError("CYCLE")
        self.running.append(name)
        try:
            text = self.cells.get(name, "")
            if text.startswith("="):
                self.calculated += 1
                formula = Formula(text[1:], self.__getitem__)
                value = formula.comparison()
                if formula.peek():
                    raise SheetError("PARSE")
            else:
                value = next((kind(text) for kind in (partial(int, base=10), float) if re.fullmatch(r"-?\d+" if isinstance(kind, partial) else r"-?\d+\.\d*", text)), text)
        finally:
            self.running.pop()
        self.cache[name] = value
        return value

    def show(self, name: str) -> str:
        try:
            value = self[name]
        except SheetError as error:
            return str(error)
        except TypeError:
            return "#VALUE!"
        return f"{value:.2f}" if isinstance(value, float) else str(value).upper() if isinstance(value, bool) else str(value)


sheet = Sheet(A1="10", A2="2.5", A3="=A1*A2", B1="=SUM(A1:A3)", B2="=AVG(A1:A3, 100)", B3='=IF(B1>30,"big","small")&"!"', C1="=C2+1", C2="=C3", C3="=C1",
              D1="=1/0", D2="=D1+1", D3="=2^3^2-(-4)", E1="=1+", E2="=FOO(1)", E3="=A1+B3", F1='=COUNT(A1:B2)', F2="=B1>=37.5", F3='=LEN("four")*-2', AA10="=MAX(A1:F1)", G1="=Z99+1", G2="=A1 A2")
for row in range(1, 4):
    print(" | ".join(f"{sheet.show(f'{c}{row}'):>8}" for c in "ABCDEFG"))
print(sheet.show("AA10"), sheet.calculated)
sheet["A1"] = "-4"
sheet["C3"] = "7"
print([sheet.show(n) for n in ("A3", "B1", "B3", "C1", "F2")], sheet.calculated, len(sheet.cache))
print([column_name(n) for n in (1, 26, 27, 52, 703)], column_number("XFD"), list(expand("Y1:AB2")))
print(sheet["D2"])
