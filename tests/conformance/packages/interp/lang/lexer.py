import re
from collections.abc import Iterator
from typing import NamedTuple

from .errors import SyntaxFault

PATTERN = re.compile(r'(?P<number>\d+)|(?P<name>[A-Za-z_]\w*)|(?P<string>"[^"\n]*")|(?P<op>==|<=|[-+*/<(){},;=])|(?P<space>\s+)')


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


def lex(source: str) -> Iterator[Token]:
    at, line, start = 0, 1, 0
    while at < len(source):
        found = PATTERN.match(source, at)
        if found is None:
            raise SyntaxFault(f"what is {source[at]!r}", Token("bad", source[at], line, at - start + 1))
        kind = found.lastgroup or ""
        if kind != "space":
            yield Token(kind, found[0], line, at - start + 1)
        newlines = found[0].count("\n")
        if newlines:
            line, start = line + newlines, at + found[0].rindex("\n") + 1
        at = found.end()
    yield Token("end", "", line, at - start + 1)
