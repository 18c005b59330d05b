"""Parser combinators with types: sequences, choices, repetition, operators with precedence, positions, errors that merge."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Generic, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")


@dataclass(frozen=True)
class Good(Generic[T]):
    value: T
    at: int


@dataclass(frozen=True)
class Bad:
    at: int
    wanted: frozenset[str]

    def __or__(self, other: Bad) -> Bad:
        if self.at != other.at:
            return self if self.at > other.at else other
        return Bad(self.at, self.wanted | other.wanted)


Outcome = Union[Good[T], Bad]


class ParseError(ValueError):
    def __init__(self, text: str, bad: Bad) -> None:
        line = text.count("\n", 0, bad.at) + 1
        column = bad.at - text.rfind("\n", 0, bad.at)
        found = repr(text[bad.at]) if bad.at < len(text) else "the end"
        super().__init__(f"{line}:{column}: {' or '.join(sorted(bad.wanted))} expected, {found} found")


class Parser(Generic[T]):
    def __init__(self, run: Callable[[str, int], Outcome[T]]) -> None:
        self.run = run

    def parse(self, text: str) -> T:
        outcome = (self << end).run(text, 0)
        if isinstance(outcome, Bad):
            raise ParseError(text, outcome)
        return outcome.value

    def map(self, function: Callable[[T], U]) -> Parser[U]:
        def run(text: str, at: int) -> Outcome[U]:
            outcome = self.run(text, at)
            return outcome if isinstance(outcome, Bad) else Good(function(outcome.value), outcome.at)

        return Parser(run)

    def then(self, other: Callable[[T], Parser[U]]) -> Parser[U]:
        def run(text: str, at: int) -> Outcome[U]:
            outcome = self.run(text, at)
            return outcome if isinstance(outcome, Bad) else other(outcome.value).run(text, outcome.at)

        return Parser(run)

    def __and__(self, other: Parser[U]) -> Parser[tuple[T, U]]:
        return self.then(lambda a: other.map(lambda b: (a, b)))

    def __lshift__(self, other: Parser[Any]) -> Parser[T]:
        return (self & other).map(lambda pair: pair[0])

    def __rshift__(self, other: Parser[U]) -> Parser[U]:
        return (self & other).map(lambda pair: pair[1])

    def __or__(self, other: Parser[U]) -> Parser[T | U]:
        def run(text: str, at: int) -> Outcome[T | U]:
            first = self.run(text, at)
            if isinstance(first, Good):
                return Good(first.value, first.at)
            second = other.run(text, at)
            return first | second if isinstance(second, Bad) else Good(second.value, second.at)

        return Parser(run)

    def many(self, least: int = 0) -> Parser[list[T]]:
        def run(text: str, at: int) -> Outcome[list[T]]:
            values: list[T] = []
            while True:
                outcome = self.run(text, at)
                if isinstance(outcome, Bad):
                    return outcome if len(values) < least or outcome.at > at else Good(values, at)
                if outcome.at == at:
                    raise RecursionError("many of nothing")
                values.append(outcome.value)
                at = outcome.at

        return Parser(run)

    def separated(self, by: Parser[Any]) -> Parser[list[T]]:
        return (self & (by >> self).many()).map(lambda pair: [pair[0], *pair[1]]) | pure(list[T]())

    def optional(self, default: U) -> Parser[T | U]:
        return self | pure(default)

    def named(self, name: str) -> Parser[T]:
        def run(text: str, at: int) -> Outcome[T]:
            outcome = self.run(text, at)
            return Bad(at, frozenset({name})) if isinstance(outcome, Bad) and outcome.at == at else outcome

        return Parser(run)


def pure(value: T) -> Parser[T]:
    return Parser(lambda text, at: Good(value, at))


def pattern(expression: str, name: str) -> Parser[str]:
    compiled = re.compile(expression)

    def run(text: str, at: int) -> Outcome[str]:
        found = compiled.match(text, at)
        return Bad(at, frozenset({name})) if found is None else Good(found[0], found.end())

    return Parser(run)


def later(make: Callable[[], Parser[T]]) -> Parser[T]:
    return Parser(lambda text, at: make().run(text, at))


def token(text: str) -> Parser[str]:
    return pattern(re.escape(text), repr(text)) << space


def chained(item: Parser[T], operators: Parser[Callable[[T, T], T]]) -> Parser[T]:
    return (item & (operators & item).many()).map(lambda pair: reduce(lambda left, step: step[0](left, step[1]), pair[1], pair[0]))


def choice(first: Parser[T], *rest: Parser[T]) -> Parser[T]:
    return reduce(lambda a, b: a | b, rest, first)


end: Parser[str] = pattern(r"\Z", "the end")
space = pattern(r"\s*", "space")
number: Parser[Any] = (pattern(r"-?\d+(\.\d+)?", "number") << space).map(lambda s: float(s) if "." in s else int(s))
name = pattern(r"[a-z]\w*", "name") << space

Number = Union[int, float]
Binary = Callable[[Any, Any], Any]


def operator(symbol: str, function: Binary) -> Parser[Binary]:
    return token(symbol).map(lambda _: function)


variables: dict[str, Number] = {"x": 7, "half": 0.5}


def variable(word: str) -> Parser[Any]:
    if word not in variables:
        return Parser(lambda text, at: Bad(at - len(word), frozenset({"a known name"})))
    return pure(variables[word])


sums: Parser[Any] = later(lambda: chained(products, operator("+", lambda a, b: a + b) | operator("-", lambda a, b: a - b)))
atom: Parser[Any] = choice(number, token("(") >> sums << token(")"), name.then(variable))
power: Parser[Any] = (atom & (token("^") >> later(lambda: power)).optional(None)).map(lambda p: p[0] if p[1] is None else p[0] ** p[1])
products: Parser[Any] = chained(power, operator("*", lambda a, b: a * b) | operator("//", lambda a, b: a // b) | operator("/", lambda a, b: a / b))
calculator = space >> sums

def literal(word: str, meant: Any) -> Parser[Any]:
    return token(word).map(lambda _: meant)


text: Parser[Any] = pattern(r'"[^"\n]*"', "text").map(lambda s: s[1:-1]) << space
value: Parser[Any] = later(lambda: choice(text, number, literal("true", True), literal("null", None), array, record))
array: Parser[Any] = token("[") >> value.separated(token(",")) << token("]")
record: Parser[Any] = (token("{") >> ((text | name) << token(":") & value).separated(token(",")) << token("}")).map(dict)
document = space >> value.named("a value")


def attempt(parser: Parser[T], source: str) -> str:
    try:
        return repr(parser.parse(source))
    except (ParseError, ZeroDivisionError) as error:
        return f"{type(error).__name__} {error}"


for source in ("1 + 2 * 3", " 2^3^2 ", "(1+2)*3 - x", "10 // 4 / 5", "half*x", "1 +", "(1 + 2", "2 * * 3", "y + 1", "1 2", "", "7 / (3 - 3)", "1.5 + -2"):
    print(f"{source!r:16} {attempt(calculator, source)}")
for source in ('{"a": [1, 2.5, {b: null}], c: true}', "[]", "[1,\n 2,\n x]", '{"a" 1}', "{a: 1,}", "[[[]], {}]", "[1 2]", " "):
    print(f"{source!r:40} {attempt(document, source)}")
pairs: Sequence[tuple[str, int]] = ((name << token("=")) & pattern(r"\d+", "digits").map(int) << token(";")).many(1).parse("a=1;b= 2;c=33;".replace("= ", "="))
print(pairs, attempt(name.many(2), "one"), attempt(name.separated(token(",")), "a, b ,c"), attempt(pure(5), "x"))
try:
    space.many().parse("a")
except RecursionError as error:
    print(error)
