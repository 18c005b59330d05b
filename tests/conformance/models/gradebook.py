"""Grades with weights, drops and curves; validated records; statistics per student; letters by half-open bands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest
from statistics import median

BANDS = [(0, "F"), (60, "D"), (67, "C"), (77, "B"), (87, "A"), (97, "A+")]


def letter(percent: Fraction | float) -> str:
    return BANDS[max(0, bisect_right([low for low, _ in BANDS], percent) - 1)][1]


class GradeError(ValueError):
    """A grade that cannot be."""


@dataclass(frozen=True)
class Work:
    category: str
    points: Fraction
    out_of: int
    late_days: int = 0

    def __post_init__(self) -> None:
        if self.out_of <= 0 or self.points < 0:
            raise GradeError(f"{self.points}/{self.out_of} in {self.category}")

    @classmethod
    def parse(cls, text: str) -> Work:
        match text.replace("/", " ").split():
            case [category, points, out_of]:
                return cls(category, Fraction(points), int(out_of))
            case [category, points, out_of, late] if late.startswith("L"):
                return cls(category, Fraction(points), int(out_of), int(late[1:]))
            case [category, "-", *_]:
                return cls(category, Fraction(0), 1)
            case _:
                raise GradeError(f"cannot read {text!r}")

    @property
    def ratio(self) -> Fraction:
        return max(Fraction(0), self.points / self.out_of - Fraction(self.late_days, 10))


Curve = Callable[[Fraction], Fraction]


def shift(points: int) -> Curve:
    return lambda ratio: ratio + Fraction(points, 100)


def root(ratio: Fraction) -> Fraction:
    """The classic square-root curve, to thousandths."""
    return Fraction(round(float(ratio) ** 0.5 * 1000), 1000)


@dataclass
class Category:
    weight: int
    drop: int = 0
    curve: Curve = field(default=lambda ratio: ratio, repr=False)

    def score(self, works: Iterable[Work]) -> Fraction | None:
        ratios = sorted(work.ratio for work in works)
        kept = ratios[self.drop :] or ratios[-1:]
        if not kept:
            return None
        return self.curve(sum(kept, Fraction(0)) / len(kept))


@dataclass
class Student:
    name: str
    works: list[Work] = field(default_factory=list)

    def of(self, category: str) -> Iterator[Work]:
        return (work for work in self.works if work.category == category)

    def total(self, scheme: Mapping[str, Category]) -> Fraction | None:
        """A percentage over the categories there are grades of."""
        scores = {name: category.score(self.of(name)) for name, category in scheme.items()}
        known = {name: score for name, score in scores.items() if score is not None}
        if not known:
            return None
        weight = sum(scheme[name].weight for name in known)
        return sum((score * scheme[name].weight for name, score in known.items()), Fraction(0)) * 100 / weight


class Gradebook:
    def __init__(self, **scheme: Category) -> None:
        self.scheme = scheme
        self.students: dict[str, Student] = {}

    def load(self, text: str) -> list[str]:
        problems = []
        for number, line in enumerate(text.strip().splitlines(), 1):
            name, _, rest = line.partition(":")
            student = self.students.setdefault(name.strip(), Student(name.strip()))
            for item in filter(None, map(str.strip, rest.split(","))):
                try:
                    work = Work.parse(item)
                    if work.category not in self.scheme:
                        raise GradeError(f"no category {work.category}")
                except (GradeError, ZeroDivisionError) as error:
                    problems.append(f"line {number}: {error}")
                except ValueError as error:
                    problems.append(f"line {number}: {type(error).__name__} {error}")
                else:
                    student.works.append(work)
        return problems

    def report(self) -> Iterator[str]:
        header = f"{'student':<10}" + "".join(f"{name:>9}" for name in self.scheme) + f"{'total':>9}"
        yield header
        yield "-" * len(header)
        ranked = sorted(self.students.values(), key=lambda s: (-(s.total(self.scheme) or -1), s.name))
        for student in ranked:
            cells = [category.score(student.of(name)) for name, category in self.scheme.items()]
            texts = [f"{float(cell):>9.1%}" if cell is not None else f"{'-':>9}" for cell in cells]
            total = student.total(self.scheme)
            end = f"{float(total):>8.2f} {letter(total)}" if total is not None else f"{'-':>8} incomplete"
            yield f"{student.name:<10}" + "".join(texts) + " " + end


book = Gradebook(
    exam=Category(60), homework=Category(30, drop=1, curve=shift(2)), quiz=Category(10, curve=root)
)
for problem in book.load("""
Ada: exam 97/100, homework 10/10, homework 9/10, homework 2/10, quiz 4/5
Björn: exam 70.5/100, homework 8/10 L1, homework 10/10 L3, quiz 5/5
Cy: homework 3/10
Dee:
Eve: exam 0/100, quiz -, homework -1/10, homework 5/0, essay 3/4, homework x/3, quiz 3, quiz 1/3/4/5
Ada: exam 89/100
"""):
    print("problem:", problem)
print("\n".join(book.report()))
totals = [t for s in book.students.values() if (t := s.total(book.scheme)) is not None]
print(
    f"median {float(median(totals)):.3f}, exact {max(totals)}, {[letter(x) for x in (-5, 59.99, 60, 86, Fraction(87), 150)]}"
)
print(book.scheme["homework"], Work.parse("quiz 7/2"), root(Fraction(1, 4)), shift(-3)(Fraction(1)))
print(
    [a if b is None else f"{a}{b}" for a, b in zip_longest("abc", [1])],
    Category(1, drop=5).score([Work.parse("x 1/2")]),
)
Work("exam", Fraction(-1), 10)
