"""Constraint solving: colouring maps, scheduling exams and cryptarithms with one small solver."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

V = TypeVar("V", bound=Hashable)
D = TypeVar("D")
D_contra = TypeVar("D_contra", contravariant=True)


class Constraint(Protocol[V, D_contra]):
    @property
    def over(self) -> Sequence[V]: ...

    def holds(self, values: Mapping[V, D_contra]) -> bool: ...


class Different(Generic[V, D]):
    def __init__(self, *over: V) -> None:
        self.over: Sequence[V] = over

    def holds(self, values: Mapping[V, D]) -> bool:
        seen = [values[v] for v in self.over if v in values]
        return all(a != b for i, a in enumerate(seen) for b in seen[:i])


class Condition(Generic[V, D]):
    def __init__(self, test: Callable[[Mapping[V, D]], bool], *over: V) -> None:
        self.test, self.over = test, over

    def holds(self, values: Mapping[V, D]) -> bool:
        return not all(v in values for v in self.over) or self.test(values)


class Solver(Generic[V, D]):
    def __init__(self, domains: Mapping[V, Iterable[D]]) -> None:
        self.domains = {v: list(d) for v, d in domains.items()}
        self.about: dict[V, list[Constraint[V, D]]] = {v: [] for v in self.domains}
        self.tried = 0

    def require(self, *constraints: Constraint[V, D]) -> None:
        for constraint in constraints:
            for variable in constraint.over:
                self.about[variable].append(constraint)

    def allowed(self, variable: V, values: dict[V, D]) -> list[D]:
        found = []
        for value in self.domains[variable]:
            values[variable] = value
            self.tried += 1
            if all(constraint.holds(values) for constraint in self.about[variable]):
                found.append(value)
        values.pop(variable, None)
        return found

    def solutions(self, values: dict[V, D] | None = None) -> Iterator[dict[V, D]]:
        values = {} if values is None else values
        if len(values) == len(self.domains):
            yield dict(values)
            return
        choices = {v: self.allowed(v, values) for v in self.domains if v not in values}
        variable = min(choices, key=lambda v: (len(choices[v]), -len(self.about[v])))
        for value in choices[variable]:
            values[variable] = value
            yield from self.solutions(values)
            del values[variable]


BORDERS = "WA-NT WA-SA NT-SA NT-Q SA-Q SA-NSW SA-V Q-NSW NSW-V"


def coloured(colours: Sequence[str]) -> Solver[str, str]:
    pairs = [tuple(border.split("-")) for border in BORDERS.split()]
    regions = sorted({region for pair in pairs for region in pair} | {"T"})
    solver: Solver[str, str] = Solver({region: colours for region in regions})
    solver.require(*(Different[str, str](a, b) for a, b in pairs))
    return solver


australia = coloured(["red", "green", "blue"])
first = next(australia.solutions())
print(first, australia.tried)
print(sum(1 for _ in coloured("rgb").solutions()), sum(1 for _ in coloured("rg").solutions()))


def number(word: str, digits: Mapping[str, int]) -> int:
    total = 0
    for letter in word:
        total = total * 10 + digits[letter]
    return total


def adds_up(terms: Sequence[str], total: str, digits: Mapping[str, int]) -> bool:
    return sum(number(term, digits) for term in terms) == number(total, digits)


for text in ("TO + GO = OUT", "I + BB = ILL", "A + A = A"):
    left, _, total = text.partition(" = ")
    terms = left.split(" + ")
    letters = sorted(set("".join(terms) + total))
    leading = {term[0] for term in (*terms, total)}
    puzzle: Solver[str, int] = Solver({c: range(c in leading, 10) for c in letters})
    puzzle.require(Different(*letters), Condition(partial(adds_up, terms, total), *letters))
    answers = list(puzzle.solutions())
    print(
        text,
        [" ".join(f"{c}={d}" for c, d in answer.items()) for answer in answers] or "cannot be",
        puzzle.tried,
    )

EXAMS = {"maths": "abc", "art": "cd", "music": "de", "law": "ae", "latin": "b"}
exams: Solver[str, int] = Solver(dict.fromkeys(EXAMS, range(1, 4)))
for one in EXAMS:
    for other in EXAMS:
        if one < other and set(EXAMS[one]) & set(EXAMS[other]):
            exams.require(Different(one, other))
exams.require(Condition(lambda v: v["maths"] < v["law"], "maths", "law"))
plans = sorted(exams.solutions(), key=lambda plan: (max(plan.values()), sorted(plan.items())))
print(len(plans), plans[0], plans[-1])
