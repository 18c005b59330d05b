"""Boolean formulas: parsing, normal form by Tseitin, DPLL with unit propagation, models, and truth tables to check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Union


@dataclass(frozen=True)
class Name:
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Not:
    inner: Formula

    def __str__(self) -> str:
        return f"~{self.inner}"


@dataclass(frozen=True)
class Both:
    sign: str
    left: Formula
    right: Formula

    def __str__(self) -> str:
        return f"({self.left} {self.sign} {self.right})"


Formula = Union[Name, Not, Both]
LEVELS = ["<->", "->", "|", "&"]


def parse(text: str) -> Formula:
    tokens = re.findall(r"<->|->|[a-z]\w*|\S", text)
    tokens.reverse()

    def level(n: int) -> Formula:
        if n == len(LEVELS):
            return unary()
        left = level(n + 1)
        while tokens and tokens[-1] == LEVELS[n]:
            sign = tokens.pop()
            left = Both(sign, left, level(n) if sign == "->" else level(n + 1))
        return left

    def unary() -> Formula:
        if not tokens:
            raise SyntaxError("formula ends early")
        token = tokens.pop()
        if token == "~":
            return Not(unary())
        if token == "(":
            inner = level(0)
            if not tokens or tokens.pop() != ")":
                raise SyntaxError("missing )")
            return inner
        if not token[0].isalpha():
            raise SyntaxError(f"unexpected {token!r}")
        return Name(token)

    result = level(0)
    if tokens:
        raise SyntaxError(f"left over {tokens[-1]!r}")
    return result


def value(formula: Formula, model: dict[str, bool]) -> bool:
    match formula:
        case Name(name):
            return model[name]
        case Not(inner):
            return not value(inner, model)
        case Both("&", a, b):
            return value(a, model) and value(b, model)
        case Both("|", a, b):
            return value(a, model) or value(b, model)
        case Both("->", a, b):
            return not value(a, model) or value(b, model)
        case Both("<->", a, b):
            return value(a, model) is value(b, model)
    raise AssertionError(formula)


def names(formula: Formula) -> set[str]:
    match formula:
        case Name(name):
            return {name}
        case Not(inner):
            return names(inner)
        case Both(_, a, b):
            return names(a) | names(b)


Clause = frozenset[int]


class Cnf:
    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.numbers: dict[Formula, int] = {}

    def add(self, *literals: int) -> None:
        self.clauses.append(frozenset(literals))

    def literal(self, formula: Formula) -> int:
        if isinstance(formula, Not):
            return -self.literal(formula.inner)
        if formula in self.numbers:
            return self.numbers[formula]
        if isinstance(formula, Name):
            me = self.numbers[formula] = len(self.numbers) + 1
            return me
        a, b = self.literal(formula.left), self.literal(formula.right)
        me = self.numbers[formula] = len(self.numbers) + 1
        if formula.sign == "->":
            a = -a
        clauses: list[tuple[int, ...]]
        match formula.sign:
            case "&":
                clauses = [(-me, a), (-me, b), (me, -a, -b)]
            case "|" | "->":
                clauses = [(me, -a), (me, -b), (-me, a, b)]
            case _:
                clauses = [(-me, -a, b), (-me, a, -b), (me, a, b), (me, -a, -b)]
        for clause in clauses:
            self.add(*clause)
        return me

    @classmethod
    def of(cls, formula: Formula) -> Cnf:
        cnf = cls()
        cnf.add(cnf.literal(formula))
        return cnf


@dataclass
class Statistics:
    decisions: int = 0
    units: int = 0


def assign(clauses: list[Clause], literal: int) -> list[Clause] | None:
    result = []
    for clause in clauses:
        if literal in clause:
            continue
        if -literal in clause:
            clause = clause - {-literal}
            if not clause:
                return None
        result.append(clause)
    return result


def solve(clauses: list[Clause], chosen: tuple[int, ...], counts: Statistics) -> Iterator[tuple[int, ...]]:
    while (unit := next((c for c in clauses if len(c) == 1), None)) is not None:
        (literal,) = unit
        counts.units += 1
        following = assign(clauses, literal)
        if following is None:
            return
        clauses, chosen = following, (*chosen, literal)
    if not clauses:
        yield chosen
        return
    literal = max(sorted({x for c in clauses for x in c}), key=lambda x: sum(x in c for c in clauses))
    for side in (literal, -literal):
        counts.decisions += 1
        following = assign(clauses, side)
        if following is not None:
            yield from solve(following, (*chosen, side), counts)


def model_of(formula: Formula) -> tuple[dict[str, bool] | None, Statistics]:
    cnf, counts = Cnf.of(formula), Statistics()
    for literals in solve(cnf.clauses, (), counts):
        truth = set(literals)
        return {str(f): n in truth for f, n in cnf.numbers.items() if isinstance(f, Name)}, counts
    return None, counts


def pigeons(holes: int) -> list[Clause]:
    number = {(p, h): p * holes + h + 1 for p in range(holes + 1) for h in range(holes)}
    clauses = [frozenset(number[p, h] for h in range(holes)) for p in range(holes + 1)]
    clauses += [
        frozenset({-number[p, h], -number[q, h]})
        for h in range(holes)
        for p in range(holes + 1)
        for q in range(p)
    ]
    return clauses


for text in [
    "a & ~a", "a | ~a", "(a -> b) & (b -> c) & a & ~c", "a -> b -> c", "(a <-> b) <-> c", "~(a & b) <-> ~a | ~b",
    "(p | q) & (~p | r) & (~q | r) & ~r", "(x1 | x2) & (~x1 | ~x2) & (x2 | x3) & (~x2 | ~x3) & (x1 <-> x3)", "~~~a",
]:  # fmt: skip
    formula = parse(text)
    found, counts = model_of(formula)
    variables = sorted(names(formula))
    table = [
        value(formula, dict(zip(variables, row))) for row in product((False, True), repeat=len(variables))
    ]
    verdict = "valid" if all(table) else "satisfiable" if any(table) else "contradiction"
    assert (found is not None) == any(table) and (found is None or value(formula, found))
    assert (model_of(Not(formula))[0] is None) == all(table)
    print(
        f"{formula}: {verdict}, {sum(table)}/{len(table)}, {counts}, clauses {len(Cnf.of(formula).clauses)}"
    )
for holes in (1, 2, 3):
    counts = Statistics()
    print(holes, next(solve(pigeons(holes), (), counts), "no way"), counts)
print(sum(1 for _ in solve([frozenset({1, 2, 3})], (), Statistics())), Statistics() == Statistics(0, 0))
for bad in ["a &", "(a", "a b", "& a", "", "a)"]:
    try:
        print(parse(bad))
    except SyntaxError as error:
        print(f"{bad!r}: {error}")
value(parse("a & b"), {"a": True})
