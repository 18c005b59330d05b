"""A pretty printer after Wadler: documents that fit a width, nesting, groups, and a printer of expressions and data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Union


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Line:
    flat: str = " "


@dataclass(frozen=True)
class Nest:
    by: int
    inner: Doc


@dataclass(frozen=True)
class Concat:
    parts: tuple[Doc, ...]


@dataclass(frozen=True)
class Group:
    inner: Doc


Doc = Union[Text, Line, Nest, Concat, Group]
SOFT, HARD = Line(""), Line("\n")


def cat(*parts: Doc | str) -> Doc:
    return Concat(tuple(Text(p) if isinstance(p, str) else p for p in parts))


def join(separator: Doc | str, parts: Iterable[Doc]) -> Doc:
    parts = list(parts)
    if not parts:
        return Text("")
    return reduce(lambda a, b: cat(a, separator, b), parts)


def bracket(left: str, inner: Doc, right: str, by: int = 2) -> Doc:
    return Group(cat(left, Nest(by, cat(SOFT, inner)), SOFT, right))


def fits(width: int, work: list[tuple[int, bool, Doc]]) -> bool:
    work = work[:]
    while work and width >= 0:
        indent, flat, doc = work.pop()
        match doc:
            case Text(text):
                width -= len(text)
            case Line("\n"):
                return not flat
            case Line(text) if flat:
                width -= len(text)
            case Line():
                return True
            case Nest(by, inner):
                work.append((indent + by, flat, inner))
            case Concat(parts):
                work.extend((indent, flat, p) for p in reversed(parts))
            case Group(inner):
                work.append((indent, flat, inner))
    return width >= 0


def layout(doc: Doc, width: int) -> str:
    out: list[str] = []
    column = 0
    work: list[tuple[int, bool, Doc]] = [(0, False, doc)]
    while work:
        indent, flat, doc = work.pop()
        match doc:
            case Text(text):
                out.append(text)
                column += len(text)
            case Line(text) if flat and text != "\n":
                out.append(text)
                column += len(text)
            case Line():
                out.append("\n" + " " * indent)
                column = indent
            case Nest(by, inner):
                work.append((indent + by, flat, inner))
            case Concat(parts):
                work.extend((indent, flat, p) for p in reversed(parts))
            case Group(inner):
                work.append((indent, flat or fits(width - column, [(indent, True, inner)]), inner))
    return "\n".join(line.rstrip() for line in "".join(out).split("\n"))


Data = Union[int, str, bool, None, list["Data"], dict[str, "Data"], tuple["Data", ...]]


def of_data(value: Data) -> Doc:
    comma = cat(",", Line())
    match value:
        case dict():
            return bracket("{", join(comma, (cat(f"{key!r}: ", of_data(v)) for key, v in value.items())), "}")
        case list():
            return bracket("[", join(comma, map(of_data, value)), "]")
        case (only,):
            return bracket("(", cat(of_data(only), ","), ")")
        case tuple():
            return bracket("(", join(comma, map(of_data, value)), ")")
        case _:
            return Text(repr(value))


def of_expression(text: str) -> Doc:
    tokens = re.findall(r"\w+|[-+*/(),]", text)
    position = 0

    def peek() -> str:
        return tokens[position] if position < len(tokens) else ""

    def take() -> str:
        nonlocal position
        position += 1
        return tokens[position - 1]

    def chain(signs: str, below: int) -> Doc:
        parts = [level(below)]
        while peek() and peek() in signs:
            sign = take()
            parts.append(cat(sign + " ", level(below)))
        return (
            parts[0]
            if len(parts) == 1
            else Group(cat(parts[0], Nest(4, cat(*(cat(Line(), p) for p in parts[1:])))))
        )

    def level(n: int) -> Doc:
        if n == 0:
            return chain("+-", 1)
        if n == 1:
            return chain("*/", 2)
        if peek() == "(":
            take()
            inner = level(0)
            take()
            return bracket("(", inner, ")")
        name = take()
        if peek() != "(":
            return Text(name)
        take()
        arguments: list[Doc] = []
        while peek() != ")":
            arguments.append(level(0))
            if peek() == ",":
                take()
        take()
        return cat(name, bracket("(", join(cat(",", Line()), arguments), ")"))

    return level(0)


DATA: Data = {
    "name": "Zoë",
    "tags": ["a", "bb", "ccc" * 5],
    "nested": {"deep": [1, [2, [3, []]], {}]},
    "pair": (True, None),
    "one": (7,),
}
for width in (200, 50, 24, 1):
    text = layout(of_data(DATA), width)
    print(f"-- {width}: {text.count(chr(10)) + 1} lines, widest {max(map(len, text.split(chr(10))))}")
    print(text)
EXPRESSION = "alpha + beta * (gamma - delta) + function(one, two + three, other(four, five)) / total"
for width in (100, 60, 30, 12):
    print(f"-- {width}")
    print(layout(of_expression(EXPRESSION), width))
paragraph = join(Group(Line()), map(Text, "the quick brown fox jumps over the lazy dog".split()))
print(
    layout(Nest(2, paragraph), 20),
    layout(cat("a", HARD, "b"), 99),
    layout(Group(cat("x", HARD, Nest(3, cat("y", HARD, "z")))), 99),
    sep="\n--\n",
)
print(Line() == Line(" "), len({SOFT, HARD, Line(), Line("")}), cat("x", SOFT), join(", ", []), sep="\n")
layout(of_expression("f(a, b"), 10)
