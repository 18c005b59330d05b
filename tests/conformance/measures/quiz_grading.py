"""Grading quizzes with questions of several kinds, partial marks and item statistics."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose, sqrt
from statistics import mean, median, pstdev

Answer = str | float | Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    name: str
    points: float = 1.0

    @abstractmethod
    def share(self, answer: Answer) -> float:
        """The part of the points earned, from 0 to 1."""

    def marks(self, answer: Answer | None) -> float:
        return 0.0 if answer is None else round(self.points * min(max(self.share(answer), 0.0), 1.0), 2)


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    right: str
    options: str = "abcd"

    def share(self, answer: Answer) -> float:
        if not isinstance(answer, str) or answer not in self.options:
            raise ValueError(f"{answer!r} is not one of {', '.join(self.options)}")
        return float(answer == self.right)


@dataclass(frozen=True, kw_only=True)
class Several(Question):
    right: frozenset[str]

    def share(self, answer: Answer) -> float:
        if isinstance(answer, (str, float, int)):
            raise TypeError(f"a list is wanted, not {type(answer).__name__}")
        given = set(answer)
        return (len(given & self.right) - len(given - self.right)) / len(self.right)


@dataclass(frozen=True, kw_only=True)
class Numeric(Question):
    right: float
    tolerance: float = 0.01

    def share(self, answer: Answer) -> float:
        match answer:
            case float() | int():
                number = float(answer)
            case str():
                number = float(answer.replace(",", "."))
            case _:
                raise TypeError("one number is wanted")
        if isclose(number, self.right, rel_tol=self.tolerance):
            return 1.0
        return 0.5 if isclose(number, -self.right, rel_tol=self.tolerance) else 0.0


def letter(percent: float, bounds: Mapping[str, float] = {"A": 90, "B": 75, "C": 60, "D": 50}) -> str:
    return next((grade for grade, bound in bounds.items() if percent >= bound), "F")


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    mx, my = mean(xs), mean(ys)
    spread = sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / spread if spread else None


quiz: list[Question] = [
    Choice(name="capital", right="b"),
    Choice(name="truth", right="t", options="tf", points=0.5),
    Several(name="primes", right=frozenset({"2", "3", "7"}), points=3),
    Numeric(name="pi", right=3.14159, points=2),
]
papers: dict[str, dict[str, Answer]] = {
    "ann": {"capital": "b", "truth": "t", "primes": ["2", "3", "7"], "pi": "3,1416"},
    "bob": {"capital": "c", "truth": "f", "primes": ("2", "9"), "pi": 3.5},
    "cat": {"capital": "b", "primes": ["3", "7"], "pi": -3.14},
    "dov": {"capital": "z", "truth": "t", "primes": "237", "pi": "three"},
}
table: dict[str, list[float]] = {}
for student, answers in papers.items():
    row = table.setdefault(student, [])
    for question in quiz:
        try:
            row.append(question.marks(answers.get(question.name)))
        except (ValueError, TypeError) as error:
            print(f"{student}/{question.name}: {type(error).__name__}: {error}")
            row.append(0.0)
full = sum(q.points for q in quiz)
totals = {student: sum(row) for student, row in table.items()}
for place, (student, total) in enumerate(sorted(totals.items(), key=lambda item: -item[1]), 1):
    percent = 100 * total / full
    print(f"{place}. {student} {total:.2f}/{full:g} {percent:5.1f}% {letter(percent)} {table[student]}")
print(
    f"mean {mean(totals.values()):.3f} median {median(totals.values()):.3f} sd {pstdev(totals.values()):.3f}"
)
for question, column in zip(quiz, zip(*table.values(), strict=True), strict=True):
    related = correlation(column, list(totals.values()))
    said = "none" if related is None else f"{related:+.3f}"
    print(f"{question.name:<8} easy {mean(column) / question.points:.2f} correlation {said}")
print(
    quiz[0], quiz[3] == Numeric(name="pi", right=3.14159, points=2), letter(60), letter(89.99, {"pass": 90})
)
