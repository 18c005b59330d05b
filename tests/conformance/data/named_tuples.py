"""typing.NamedTuple classes: fields, defaults, methods, inheritance, what tuples can do."""

from typing import Any, ClassVar, NamedTuple, Optional


class Point(NamedTuple):
    """A place in the plane."""

    x: int
    y: int = 0

    def shifted(self, dx: int = 0, dy: int = 0) -> "Point":
        return Point(self.x + dx, self.y + dy)

    @property
    def norm(self) -> int:
        return abs(self.x) + abs(self.y)

    @classmethod
    def parse(cls, text: str) -> "Point":
        x, y = text.split(",")
        return cls(int(x), int(y))

    @staticmethod
    def origin() -> "Point":
        return Point(0)

    def __add__(self, other: "Point") -> "Point":  # type: ignore[override]
        return Point(self.x + other.x, self.y + other.y)


class Employee(NamedTuple):
    name: str
    salary: float
    boss: Optional["Employee"] = None
    skills: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} ({self.salary:.2f})"

    def chain(self) -> list[str]:
        found = [self.name]
        boss = self.boss
        while boss is not None:
            found.append(boss.name)
            boss = boss.boss
        return found


class Labelled(Point):
    """A named tuple with another repr and more methods."""

    kind: ClassVar[str] = "labelled"

    def label(self) -> str:
        return f"{self.kind}<{self.x};{self.y}>"

    def __repr__(self) -> str:
        return f"L{tuple(self)!r}"


class Quiet(Point):
    pass


p = Point(3)
print(p, p.x, p[1], p[-1], p.norm, len(p), p.shifted(dy=5), Point.parse("4,-5"), Point.origin())
print(p + Point(1, 1), p == (3, 0), (3, 0) == p, p != (3, 1), p < (3, 1), p >= Point(2, 9), hash(p) == hash((3, 0)))
print(Point(y=2, x=1), Point(*(7, 8)), Point(*(5,)), p._replace(y=9), p._replace(), p._asdict())
print(Point._fields, Point._field_defaults, Point._make([1, 2]), Point._make(range(2)), p._fields)
x, y = p
a, *rest = Point(5, 6)
print(x, y, a, rest, list(p), tuple(p), sum(p), max(p), sorted(p), 3 in p, p.index(0), p.count(3))
print(p[:1], p * 2, (1,) + tuple(p), type(p[:1]).__name__, type(tuple(p)).__name__, isinstance(p, tuple))
for value in p:
    print("item", value)
for i, (u, v) in enumerate([Point(1, 2), Point(3, 4)]):
    print(i, u, v)
print(sorted([Point(2, 1), Point(1, 5), Point(1, 4)]), {Point(1, 1): "a"}[Point(1, 1)], {Point(1), Point(1, 0), Point(2)})
print({(1, 1): "plain"}[Point(1, 1)], Point(1, 1) in [(1, 1)], repr((p, [p])), f"{p} {p!r} {p.x:>4}")

ann = Employee("Ann", 10.5)
bob = Employee("Bob", 7, ann, ("go", "py"))
print(ann, repr(ann), bob.chain(), bob.skills[1], bob.boss is ann, bob.salary, repr(bob))
print(bob._replace(name="Rob", boss=None), bob._asdict()["skills"], [e.name for e in (ann, bob)])
try:
    Point._make([1, 2, 3])
except TypeError as error:
    print("TypeError:", error)
try:
    print(p[2])  # type: ignore[misc]
except IndexError as error:
    print("IndexError:", error)

one = Labelled(1, 2)
print(one, one.label(), one.norm, Labelled(1, 2) == Point(1, 2), one._replace(x=5), type(one._replace(x=5)).__name__)
print(Quiet(1), [Quiet(1, 2), Labelled(3)], type(Quiet._make((1, 2))).__name__, Quiet.parse("1,2"), one.shifted(1))
things: list[Point] = [Point(1, 2), Labelled(1, 2), Quiet(1, 2)]
for thing in things:
    print(thing, repr(thing), thing._replace(y=7), type(thing).__name__, thing == (1, 2))
anything: list[Any] = [Point(1, 2), (1, 2), Labelled(5), ann]
for other in anything:
    print(other, isinstance(other, Point), isinstance(other, tuple), len(other), other[0])


def describe(value: object) -> str:
    match value:
        case Labelled(x, y):
            return f"labelled {x} {y}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, 0):
            return f"on axis {x}"
        case Point() as point:
            return f"point {point.norm}"
        case (a, b):
            return f"pair {a} {b}"
        case Employee(name=name, boss=None):
            return f"boss {name}"
        case _:
            return "other"


for sample in (Point(0), Point(4), Point(1, 2), (1, 2), Labelled(1), ann, bob, 7):
    print(describe(sample))


def total(pair: tuple[int, int]) -> int:
    return pair[0] + pair[1]


print(total(p), total(Labelled(4, 5)), [total(t) for t in things])
pairs: list[tuple[int, int]] = [(1, 2), Point(3, 4), Labelled(5, 6)]
print(pairs, str(pairs[1]), repr(pairs[2]), dict(pairs))
print(list(map(Point, [1, 2], [3, 4])), [*map(Point._make, [(1, 2), (3, 4)])], list(zip(p, "ab")))
