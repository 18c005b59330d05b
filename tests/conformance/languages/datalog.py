"""Datalog bottom-up: facts and rules, stratified negation, semi-naive iteration, comparisons, and queries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Constant = int | str
Fact = tuple[Constant, ...]
Binding = dict[str, Constant]


class DatalogError(Exception):
    pass


@dataclass(frozen=True)
class Variable:
    name: str

    def __str__(self) -> str:
        return self.name


Term = Variable | int | str


@dataclass(frozen=True)
class Atom:
    name: str
    terms: tuple[Term, ...]
    negated: bool = False

    def __str__(self) -> str:
        inner = f"{self.name}({', '.join(map(str, self.terms))})"
        return f"not {inner}" if self.negated else inner

    @property
    def variables(self) -> set[str]:
        return {t.name for t in self.terms if isinstance(t, Variable) and t.name != "_"}

    @property
    def built_in(self) -> bool:
        return self.name in ("<", "<=", "=", "!=")


@dataclass(frozen=True)
class Rule:
    head: Atom
    body: tuple[Atom, ...]

    def check(self) -> None:
        safe: set[str] = set()
        for atom in self.body:
            if not atom.negated and not atom.built_in:
                safe |= atom.variables
        wanted = self.head.variables.union(*(a.variables for a in self.body))
        if wanted - safe:
            raise DatalogError(f"unsafe {', '.join(sorted(wanted - safe))} in {self.head}")


def term(text: str) -> Term:
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return Variable(text) if text[0].isupper() or text == "_" else text.strip('"')


def atom(text: str) -> Atom:
    text = text.strip()
    negated = text.startswith("not ")
    text = text.removeprefix("not ").strip()
    if (found := re.fullmatch(r"(\w+)\s*\((.*)\)", text)) is not None:
        return Atom(found[1], tuple(term(t.strip()) for t in found[2].split(",")), negated)
    if (found := re.fullmatch(r"(\S+)\s*(<=|!=|<|=)\s*(\S+)", text)) is not None:
        return Atom(found[2], (term(found[1]), term(found[3])), negated)
    raise DatalogError(f"cannot read {text!r}")


def split(text: str) -> list[str]:
    return [part for part in re.split(r",(?![^(]*\))", text) if part.strip()]


class Program:
    def __init__(self, source: str) -> None:
        self.facts: defaultdict[str, set[Fact]] = defaultdict(set)
        self.rules: list[Rule] = []
        for clause in re.sub(r"%.*", "", source).split("."):
            if not clause.strip():
                continue
            head, _, body = clause.partition(":-")
            rule = Rule(atom(head), tuple(map(atom, split(body))))
            rule.check()
            if rule.body:
                self.rules.append(rule)
            else:
                self.facts[rule.head.name].add(
                    tuple(t for t in rule.head.terms if not isinstance(t, Variable))
                )
        self.rounds: list[int] = []
        for stratum in self.strata():
            self.rounds.append(self.fixpoint(stratum))

    def strata(self) -> Iterator[list[Rule]]:
        level: defaultdict[str, int] = defaultdict(int)
        heads = {rule.head.name for rule in self.rules}
        for _ in range(len(heads) + 1):
            changed = False
            for rule in self.rules:
                needed = max((level[a.name] + a.negated for a in rule.body if a.name in heads), default=0)
                if needed > level[rule.head.name]:
                    level[rule.head.name], changed = needed, True
            if not changed:
                break
        else:
            raise DatalogError("negation through recursion")
        for number in sorted(set(level.values()) | {0}):
            yield [rule for rule in self.rules if level[rule.head.name] == number]

    def fixpoint(self, rules: list[Rule]) -> int:
        fresh: dict[str, set[Fact]] = {name: set(facts) for name, facts in self.facts.items()}
        rounds = 0
        while fresh:
            rounds += 1
            found: defaultdict[str, set[Fact]] = defaultdict(set)
            for rule in rules:
                for index, part in enumerate(rule.body):
                    if part.negated or part.built_in or part.name not in fresh:
                        continue
                    for binding in self.solve(rule.body, index, fresh[part.name]):
                        fact = tuple(
                            binding[t.name] if isinstance(t, Variable) else t for t in rule.head.terms
                        )
                        if fact not in self.facts[rule.head.name]:
                            found[rule.head.name].add(fact)
            for name, facts in found.items():
                self.facts[name] |= facts
            fresh = dict(found)
        return rounds

    def solve(self, body: tuple[Atom, ...], special: int, fresh: Iterable[Fact]) -> Iterator[Binding]:
        order = sorted(range(len(body)), key=lambda i: (body[i].negated or body[i].built_in, i != special, i))

        def extend(place: int, binding: Binding) -> Iterator[Binding]:
            if place == len(order):
                yield binding
                return
            part = body[order[place]]
            if part.built_in:
                a, b = (binding[t.name] if isinstance(t, Variable) else t for t in part.terms)
                if compare(part.name, a, b) != part.negated:
                    yield from extend(place + 1, binding)
                return
            pool = list(fresh) if order[place] == special else list(self.facts[part.name])
            matches = [m for fact in pool if (m := match_fact(part, fact, binding)) is not None]
            if part.negated:
                if not matches:
                    yield from extend(place + 1, binding)
                return
            for following in matches:
                yield from extend(place + 1, following)

        return extend(0, {})

    def query(self, text: str) -> list[str]:
        body = tuple(map(atom, split(text)))
        names = sorted(set[str]().union(*(a.variables for a in body)))
        answers = {tuple(b[n] for n in names) for b in self.solve(body, -1, ())}
        return [
            ", ".join(f"{n}={v}" for n, v in zip(names, row)) or "yes"
            for row in sorted(answers, key=lambda r: tuple(map(str, r)))
        ]


def compare(sign: str, a: Constant, b: Constant) -> bool:
    if sign in ("=", "!="):
        return (a == b) == (sign == "=")
    if isinstance(a, int) and isinstance(b, int):
        return a < b or (sign == "<=" and a == b)
    return str(a) < str(b) or (sign == "<=" and a == b)


def match_fact(part: Atom, fact: Fact, binding: Binding) -> Binding | None:
    if len(fact) != len(part.terms):
        raise DatalogError(f"{part} against {len(fact)} columns")
    result = dict(binding)
    for t, value in zip(part.terms, fact):
        if isinstance(t, Variable):
            if t.name != "_" and result.setdefault(t.name, value) != value:
                return None
        elif t != value:
            return None
    return result


program = Program("""
edge(a, b). edge(b, c). edge(c, d). edge(d, b). edge(e, e). edge(f, a).
node(X) :- edge(X, _).  node(Y) :- edge(_, Y).
path(X, Y) :- edge(X, Y).
path(X, Z) :- path(X, Y), edge(Y, Z).       % grows to the right
cyclic(X) :- path(X, X).
unreachable(X, Y) :- node(X), node(Y), not path(X, Y).
source(X) :- node(X), not entered(X).
entered(Y) :- edge(_, Y).
age(ann, 31). age(bob, 17). age(cy, 64). age(dee, 31).
older(X, Y) :- age(X, A), age(Y, B), B < A.
oldest(X) :- age(X, _), not beaten(X).
beaten(X) :- older(_, X).
twins(X, Y) :- age(X, A), age(Y, A), X < Y.
""")
print({name: len(facts) for name, facts in sorted(program.facts.items())}, program.rounds)
for text in ["path(f, X)", "cyclic(X)", "source(X)", "oldest(X)", "twins(X, Y)", "older(X, bob), age(X, 31)", "unreachable(a, X)",
             "path(a, f)", "path(a, d)", "age(X, A), 18 <= A, not cyclic(X)", 'age("bob", A)', "edge(X, X)", "nothing(X)"]:  # fmt: skip
    print(f"{text:<34} {program.query(text) or 'no'}")
for bad in [
    "p(X).",
    "p(X) :- q(Y).",
    "p(X) :- q(X), not r(Z).",
    "win(X) :- move(X, Y), not win(Y). move(a, b).",
    "p(",
    "e(a). f(X) :- e(X, Y).",
]:
    try:
        Program(bad)
        print(f"{bad!r} accepted")
    except DatalogError as error:
        print(f"{bad!r}: {error}")
program.query("edge(X)")
