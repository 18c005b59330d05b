"""A parser of anything beside parsers of text: one call takes both."""

from __future__ import annotations
import json
from typing import Any, TypeVar, Generic, Callable

T = TypeVar("T")


class Parser(Generic[T]):
    def __init__(self, f: Callable[[str], T]) -> None:
        self.f = f


def alt(a: Parser[T], b: Parser[T]) -> Parser[T]:
    def run(text: str) -> T:
        try:
            return a.f(text)
        except ValueError:
            return b.f(text)

    return Parser(run)


def alts(*a: Parser[T]) -> Parser[T]:
    p = a[0]
    for q in a[1:]:
        p = alt(p, q)
    return p


def number(text: str) -> str:
    return str(int(text))


anything: Parser[Any] = Parser(json.loads)
texts: Parser[str] = Parser(number)
for text in ["1", "[1, 2]", '"x"', "1.5"]:
    print(alt(texts, anything).f(text), alts(texts, anything).f(text), alt(anything, texts).f(text))
