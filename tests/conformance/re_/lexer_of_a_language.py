"""A lexer made of one big pattern with named groups: indentation tokens, strings, numbers in bases, errors with places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    NUMBER = auto()
    STRING = auto()
    NAME = auto()
    KEYWORD = auto()
    OPERATOR = auto()
    NEWLINE = auto()
    INDENT = auto()
    DEDENT = auto()


class Token(NamedTuple):
    kind: Kind
    text: str
    line: int
    column: int


MASTER = re.compile(
    r"""
      (?P<comment>\#[^\n]*)
    | (?P<STRING>[rb]?(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"))
    | (?P<NUMBER>0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)
    | (?P<NAME>[^\W\d]\w*)
    | (?P<OPERATOR>\*\*=?|//=?|->|:=|<<|>>|[-+*/%&|^<>=!]=?|[()\[\]{},:.;@~])
    | (?P<NEWLINE>\n)
    | (?P<space>[ \t]+)
    | (?P<error>.)
    """,
    re.VERBOSE,
)
KEYWORDS = frozenset("if else while def return and or not in".split())


class LexError(SyntaxError):
    pass


def tokens(source: str) -> Iterator[Token]:
    levels = [0]
    line, start, depth = 1, 0, 0
    fresh = True
    for match in MASTER.finditer(source):
        kind, text, column = match.lastgroup, match[0], match.start() - start
        if fresh and kind not in ("space", "comment", "NEWLINE"):
            fresh = False
            if column > levels[-1]:
                levels.append(column)
                yield Token(Kind.INDENT, "", line, column)
            while column < levels[-1]:
                levels.pop()
                yield Token(Kind.DEDENT, "", line, column)
            if column != levels[-1]:
                raise LexError(f"line {line}: indentation of {column} matches no level of {levels}")
        match kind:
            case "space" | "comment":
                pass
            case "NEWLINE":
                if not fresh and not depth:
                    yield Token(Kind.NEWLINE, "", line, column)
                    fresh = True
                line += 1
                start = match.end()
            case "error":
                raise LexError(f"line {line}, column {column}: unexpected {text!r}")
            case "NAME" if text in KEYWORDS:
                yield Token(Kind.KEYWORD, text, line, column)
            case str():
                depth += (text in "([{") - (text in ")]}")
                yield Token(Kind[kind], text, line, column)
    yield from (Token(Kind.DEDENT, "", line, 0) for _ in levels[1:])


SOURCE = '''\
def fact(n):  # a comment
    if n <= 1: return 1

    return n * fact(
        n - 1
    )
été = fact(0x1F) + .5e-3 + 1_000.25 // 0b1_01
while not x:
    s = 'it\\'s' + "q\\\\" + r"raw\\d"
      # odd comment
    if s:
        y **= 2 ; z := a->b
print(s)
'''
found = list(tokens(SOURCE))
for token in found:
    if token.kind in (Kind.INDENT, Kind.DEDENT, Kind.STRING, Kind.NUMBER):
        print(f"{token.line}:{token.column:<3}{token.kind.name:<8}{token.text}")
print(Counter(token.kind.name for token in found).most_common())
print(" ".join(t.text or t.kind.name for t in found if t.line == 1), "|", " ".join(t.text or t.kind.name for t in found if t.line >= 12))
print([int(t.text, 0) if re.fullmatch(r"0[xXbB].*", t.text) else float(t.text) for t in found if t.kind is Kind.NUMBER])
for bad in ("a = $\n", "if x:\n    y\n  z\n", "'open\n", "ok ?"):
    try:
        print(len(list(tokens(bad))))
    except LexError as error:
        print(type(error).__name__, error)
print(MASTER.groups, sorted(MASTER.groupindex.items(), key=lambda pair: pair[1])[:3], MASTER.flags & re.VERBOSE == re.VERBOSE)
list(tokens("def f():\n\t\tx\n\ty\n z"))
