"""The lambda calculus with de Bruijn indices: parsing, normal and applicative order, Church numerals."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass


class Term(ABC):
    __slots__ = ()

    @abstractmethod
    def shift(self, by: int, cutoff: int = 0) -> Term: ...

    @abstractmethod
    def put(self, index: int, value: Term) -> Term: ...

    @abstractmethod
    def show(self, names: tuple[str, ...]) -> str: ...

    def __call__(self, *arguments: Term) -> Term:
        term: Term = self
        for argument in arguments:
            term = App(term, argument)
        return term

    def __str__(self) -> str:
        return self.show(())


@dataclass(frozen=True)
class Var(Term):
    index: int

    def shift(self, by: int, cutoff: int = 0) -> Term:
        return Var(self.index + by) if self.index >= cutoff else self

    def put(self, index: int, value: Term) -> Term:
        return value if self.index == index else self

    def show(self, names: tuple[str, ...]) -> str:
        return names[self.index] if self.index < len(names) else f"#{self.index - len(names)}"


@dataclass(frozen=True)
class Lam(Term):
    name: str
    body: Term

    def shift(self, by: int, cutoff: int = 0) -> Term:
        return Lam(self.name, self.body.shift(by, cutoff + 1))

    def put(self, index: int, value: Term) -> Term:
        return Lam(self.name, self.body.put(index + 1, value.shift(1)))

    def show(self, names: tuple[str, ...]) -> str:
        name = self.name
        while name in names:
            name += "'"
        return f"λ{name}.{self.body.show((name, *names))}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lam) and self.body == other.body

    def __hash__(self) -> int:
        return hash(("lam", self.body))


@dataclass(frozen=True)
class App(Term):
    function: Term
    argument: Term

    def shift(self, by: int, cutoff: int = 0) -> Term:
        return App(self.function.shift(by, cutoff), self.argument.shift(by, cutoff))

    def put(self, index: int, value: Term) -> Term:
        return App(self.function.put(index, value), self.argument.put(index, value))

    def show(self, names: tuple[str, ...]) -> str:
        left, right = self.function.show(names), self.argument.show(names)
        if isinstance(self.function, Lam):
            left = f"({left})"
        if not isinstance(self.argument, Var):
            right = f"({right})"
        return f"{left} {right}"


class LambdaSyntaxError(Exception):
    pass


def parse(text: str) -> Term:
    tokens = list(text.replace("\\", "λ").replace(" ", "\0"))
    at = 0

    def peek() -> str:
        nonlocal at
        while at < len(tokens) and tokens[at] == "\0":
            at += 1
        return tokens[at] if at < len(tokens) else ""

    def term(names: tuple[str, ...]) -> Term:
        nonlocal at
        result: Term | None = None
        while (char := peek()) and char != ")":
            at += 1
            if char == "λ":
                name = peek()
                at += 1
                if peek() != ".":
                    raise LambdaSyntaxError(f"no dot after λ{name}")
                at += 1
                part: Term = Lam(name, term((name, *names)))
            elif char == "(":
                part = term(names)
                if peek() != ")":
                    raise LambdaSyntaxError("unbalanced (")
                at += 1
            elif char in names:
                part = Var(names.index(char))
            else:
                raise LambdaSyntaxError(f"free variable {char}")
            result = part if result is None else App(result, part)
        if result is None:
            raise LambdaSyntaxError("empty term")
        return result

    result = term(())
    if peek():
        raise LambdaSyntaxError(f"left over at {at}")
    return result


def beta(body: Term, argument: Term) -> Term:
    return body.put(0, argument.shift(1)).shift(-1)


def normal(term: Term) -> Term | None:
    match term:
        case App(Lam(_, body), argument):
            return beta(body, argument)
        case App(function, argument):
            if (step := normal(function)) is not None:
                return App(step, argument)
            if (step := normal(argument)) is not None:
                return App(function, step)
        case Lam(name, body):
            if (step := normal(body)) is not None:
                return Lam(name, step)
    return None


def applicative(term: Term) -> Term | None:
    match term:
        case App(function, argument):
            if (step := applicative(function)) is not None:
                return App(step, argument)
            if (step := applicative(argument)) is not None:
                return App(function, step)
            if isinstance(function, Lam):
                return beta(function.body, argument)
        case Lam(name, body):
            if (step := applicative(body)) is not None:
                return Lam(name, step)
    return None


def reduce(term: Term, step: Callable[[Term], Term | None] = normal, limit: int = 400) -> tuple[Term, int]:
    for count in range(limit):
        following = step(term)
        if following is None:
            return term, count
        term = following
    raise TimeoutError(f"no normal form within {limit} steps")


def church(number: int) -> Term:
    body: Term = Var(0)
    for _ in range(number):
        body = App(Var(1), body)
    return Lam("f", Lam("x", body))


def number(term: Term) -> int:
    match reduce(term)[0]:
        case Lam(_, Lam(_, body)):
            count = 0
            while isinstance(body, App):
                assert body.function == Var(1), body
                body, count = body.argument, count + 1
            assert body == Var(0), body
            return count
    raise ValueError(f"{term} is no numeral")


SUCC = parse(r"\n.\f.\x.f (n f x)")
PLUS = parse(r"\m.\n.\f.\x.m f (n f x)")
TIMES = parse(r"\m.\n.\f.m (n f)")
POWER = parse(r"\b.\e.e b")
PRED = parse(r"\n.\f.\x.n (\g.\h.h (g f)) (\u.x) (\u.u)")
TRUE, FALSE = parse(r"\x.\y.x"), parse(r"\x.\y.y")
IS_ZERO = parse(r"\n.n (\x.\x.\y.y) (\x.\y.x)")
FIX = parse(r"\f.(\x.f (x x)) (\x.f (x x))")
print(SUCC, PLUS, POWER, FIX, sep="\n")
print(number(SUCC(church(4))), number(PLUS(church(2), church(3))), number(TIMES(church(4), church(5))))
print(number(POWER(church(2), church(5))), number(PRED(church(7))), number(PRED(church(0))))
FACTORIAL = FIX(Lam("g", Lam("n", IS_ZERO(Var(0))(church(1))(TIMES(Var(0))(Var(1)(PRED(Var(0))))))))
for n in range(3):
    term, steps = reduce(FACTORIAL(church(n)), limit=3000)
    print(n, number(term), steps)
print(reduce(parse(r"(\x.\y.x) (\z.z) (\a.a a)")), *reduce(IS_ZERO(church(0))))
print(parse(r"\x.x") == parse(r"\y.y"), len({parse(r"\x.x"), parse(r"\y.y"), TRUE, FALSE, church(0)}))
print(reduce(parse(r"(\x.\y.x y) (\z.\y.z)"))[0], TRUE(FALSE)(TRUE))
omega = parse(r"(\x.x x) (\x.x x)")
lazy = App(TRUE(parse(r"\i.i")), omega)
print(reduce(lazy))
for strategy in (normal, applicative):
    try:
        print(strategy.__name__, *reduce(lazy, strategy))
    except TimeoutError as error:
        print(strategy.__name__, error)
for bad in [r"\x x", r"(\x.x", r"\x.y", "", r"\x.x) y"]:
    try:
        print(parse(bad))
    except LambdaSyntaxError as error:
        print(repr(bad), error)
number(TRUE(FALSE(TRUE)))
