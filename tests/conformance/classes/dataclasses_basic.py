"""Dataclasses: init, repr, eq, defaults, order, frozen."""

from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: int = 10
    tags: list[str] = field(default_factory=list)

    def total(self, count: int) -> int:
        return self.price * count


@dataclass(order=True)
class Ranked:
    rank: int
    name: str = field(compare=False)


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx: int) -> "Point":
        return Point(self.x + dx, self.y)


a, b = Item("pen"), Item("ink", price=25, tags=["wet"])
a.tags.append("dry")
print(a, b, a == Item("pen", 10, ["dry"]), a == b, b.total(3), Item("x").tags)
print(sorted([Ranked(3, "c"), Ranked(1, "a"), Ranked(2, "b")]), Ranked(1, "x") == Ranked(1, "y"), Ranked(1, "a") < Ranked(2, "a"))
p = Point(1, 2)
print(p, p.moved(5), {p: "here"}[Point(1, 2)], hash(p) == hash(Point(1, 2)), p == Point(1, 2), p != Point(2, 2))
try:
    p.x = 5  # type: ignore[misc]
except AttributeError as error:
    print(type(error).__name__, error)
