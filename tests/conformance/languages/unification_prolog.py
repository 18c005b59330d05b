"""A small Prolog: terms, unification, backtracking by generators, lists, negation, arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Union


@dataclass(frozen=True)
class Var:
    name: str
    scope: int = 0


@dataclass(frozen=True)
class Struct:
    name: str
    args: tuple[Term, ...] = ()


Term = Union[Var, Struct, int]
Bindings = dict[Var, Term]
TOKEN = re.compile(r"\s*(:-|\\\+|=<|[A-Z_]\w*|[a-z]\w*|-?\d+|[()\[\]|,.=<+*-])")


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = TOKEN.findall(text)
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self, wanted: str = "") -> str:
        token = self.peek()
        if not token or (wanted and token != wanted):
            raise SyntaxError(f"expected {wanted or 'a term'}, found {token or 'the end'!r}")
        self.at += 1
        return token

    def goal(self) -> Term:
        if self.peek() == "\\+":
            self.next()
            return Struct("\\+", (self.goal(),))
        left = self.term()
        if self.peek() in ("=", "<", "=<", "is"):
            return Struct(self.next(), (left, self.term()))
        return left

    def term(self) -> Term:
        left = self.primary()
        while self.peek() in ("+", "-", "*"):
            left = Struct(self.next(), (left, self.primary()))
        return left

    def primary(self) -> Term:
        token = self.next()
        if token == "[":
            items: list[Term] = []
            tail: Term = Struct("[]")
            while self.peek() != "]":
                items.append(self.term())
                if self.peek() == "|":
                    self.next()
                    tail = self.term()
                    break
                if self.peek() == ",":
                    self.next()
            self.next("]")
            for item in reversed(items):
                tail = Struct(".", (item, tail))
            return tail
        if token.lstrip("-").isdigit():
            return int(token)
        if token[0].isupper() or token[0] == "_":
            return Var(token)
        if self.peek() != "(":
            return Struct(token)
        self.next("(")
        arguments = [self.term()]
        while self.peek() == ",":
            self.next()
            arguments.append(self.term())
        self.next(")")
        return Struct(token, tuple(arguments))

    def goals(self) -> tuple[Term, ...]:
        result = [self.goal()]
        while self.peek() == ",":
            self.next()
            result.append(self.goal())
        self.next(".")
        return tuple(result)

    def clauses(self) -> Iterator[tuple[Term, tuple[Term, ...]]]:
        while self.peek():
            head = self.term()
            if self.peek() == ":-":
                self.next()
                yield head, self.goals()
            else:
                self.next(".")
                yield head, ()


def walk(term: Term, bindings: Bindings) -> Term:
    while isinstance(term, Var) and term in bindings:
        term = bindings[term]
    return term


def unify(a: Term, b: Term, bindings: Bindings) -> Bindings | None:
    match walk(a, bindings), walk(b, bindings):
        case (Var() as x, y) if x == y:
            return bindings
        case (Var() as x, y):
            return {**bindings, x: y}
        case (x, Var() as y):
            return {**bindings, y: x}
        case (int(x), int(y)):
            return bindings if x == y else None
        case (Struct(f, xs), Struct(g, ys)) if f == g and len(xs) == len(ys):
            result: Bindings | None = bindings
            for left, right in zip(xs, ys):
                if result is None:
                    break
                result = unify(left, right, result)
            return result
    return None


def rename(term: Term, scope: int) -> Term:
    match term:
        case Var(name):
            return Var(name, scope)
        case Struct(name, args):
            return Struct(name, tuple(rename(arg, scope) for arg in args))
        case _:
            return term


def show(term: Term, bindings: Bindings) -> str:
    match walk(term, bindings):
        case Struct(".", (head, tail)):
            text = show(head, bindings)
            rest = walk(tail, bindings)
            while isinstance(rest, Struct) and rest.name == ".":
                text += ", " + show(rest.args[0], bindings)
                rest = walk(rest.args[1], bindings)
            return f"[{text}]" if rest == Struct("[]") else f"[{text}|{show(rest, bindings)}]"
        case Struct(name, ()):
            return name
        case Struct(name, args):
            return f"{name}({', '.join(show(a, bindings) for a in args)})"
        case Var(name, scope):
            return f"_{name}{scope or ''}"
        case number:
            return str(number)


class Engine:
    def __init__(self, source: str) -> None:
        self.clauses = list(Parser(source).clauses())
        self.scopes = count(1)

    def value(self, term: Term, bindings: Bindings) -> int:
        match walk(term, bindings):
            case int(number):
                return number
            case Struct("+", (a, b)):
                return self.value(a, bindings) + self.value(b, bindings)
            case Struct("-", (a, b)):
                return self.value(a, bindings) - self.value(b, bindings)
            case Struct("*", (a, b)):
                return self.value(a, bindings) * self.value(b, bindings)
            case other:
                raise ArithmeticError(f"{show(other, bindings)} is no number")

    def solve(self, goals: tuple[Term, ...], bindings: Bindings) -> Iterator[Bindings]:
        if not goals:
            yield bindings
            return
        goal, rest = walk(goals[0], bindings), goals[1:]
        match goal:
            case Struct("=", (a, b)):
                found = unify(a, b, bindings)
                if found is not None:
                    yield from self.solve(rest, found)
            case Struct("is", (a, b)):
                found = unify(a, self.value(b, bindings), bindings)
                if found is not None:
                    yield from self.solve(rest, found)
            case Struct("<" | "=<" as op, (a, b)):
                x, y = self.value(a, bindings), self.value(b, bindings)
                if x < y or (op == "=<" and x == y):
                    yield from self.solve(rest, bindings)
            case Struct("\\+", (inner,)):
                if next(self.solve((inner,), bindings), None) is None:
                    yield from self.solve(rest, bindings)
            case _:
                for head, body in self.clauses:
                    scope = next(self.scopes)
                    found = unify(goal, rename(head, scope), bindings)
                    if found is not None:
                        renamed = tuple(rename(g, scope) for g in body)
                        yield from self.solve(renamed + rest, found)

    def query(self, text: str, limit: int = 5) -> None:
        goals = Parser(text).goals()
        names = sorted(set(re.findall(r"\b[A-Z]\w*", text)))
        answers = list(islice(self.solve(goals, {}), limit))
        print("?-", text)
        for answer in answers:
            print("   ", ", ".join(f"{n} = {show(Var(n), answer)}" for n in names) or "yes")
        if not answers:
            print("    no")


engine = Engine("""
parent(tom, bob). parent(tom, liz). parent(bob, ann). parent(bob, pat). parent(pat, jim).
ancestor(X, Y) :- parent(X, Y).
ancestor(X, Y) :- parent(X, Z), ancestor(Z, Y).
childless(X) :- parent(P, X), \\+ parent(X, C).
append([], L, L).
append([H|T], L, [H|R]) :- append(T, L, R).
member(X, [X|T]).
member(X, [H|T]) :- member(X, T).
length([], 0).
length([H|T], N) :- length(T, M), N is M + 1.
fact(0, 1).
fact(N, F) :- 0 < N, M is N - 1, fact(M, G), F is N * G.
perm([], []).
perm(L, [H|P]) :- append(A, [H|B], L), append(A, B, R), perm(R, P).
nat(0).
nat(N) :- nat(M), N is M + 1.
""")
for text in [
    "ancestor(tom, X).", "ancestor(X, jim).", "childless(X).", "append(X, Y, [a, b]).", "parent(ann, X).",
    "append([1, 2], T, L).", "member(X, [1, f(Y), z]), \\+ X = 1.", "length([a, b, c], N).", "fact(20, F).",
    "perm([1, 2, 3], P).", "nat(N), 3 =< N.", "X = f(Y, 2), Y = g(Z).", "parent(tom, liz).", "X is 2 * -3 + 1.",
]:  # fmt: skip
    engine.query(text)
for bad in ["foo(X", "X is y + 1.", "."]:
    try:
        engine.query(bad)
    except (SyntaxError, ArithmeticError) as error:
        print(type(error).__name__, error)
