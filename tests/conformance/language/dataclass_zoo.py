"""Dataclasses in many manners: inheritance, defaults, order, frozen, slots, kw_only, InitVar, factories, replace."""

from __future__ import annotations

from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import Any, ClassVar, Generic, TypeVar

T = TypeVar("T")


@dataclass
class Base:
    ident: int
    tags: list[str] = field(default_factory=list)
    made: ClassVar[int] = 0

    def __post_init__(self) -> None:
        type(self).made += 1
        Base.log.append(f"{type(self).__name__}{self.ident}")

    log: ClassVar[list[str]] = []


@dataclass(order=True)
class Scored(Base):
    score: float = field(default=0.0)
    note: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.score = round(self.score, 2)


@dataclass(frozen=True, slots=True)
class Point(Generic[T]):
    x: T
    y: T
    _: KW_ONLY
    label: str = "p"

    def moved(self, **changes: Any) -> Point[T]:
        return replace(self, **changes)


@dataclass
class Circle:
    centre: Point[float]
    radius: float
    scale: InitVar[float] = 1.0
    area: float = field(init=False)
    parts: dict[str, Point[float]] = field(default_factory=dict, kw_only=True)

    def __post_init__(self, scale: float) -> None:
        self.radius *= scale
        self.area = 3.0 * self.radius**2


@dataclass(eq=False)
class Identity:
    value: int


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: str = field(hash=False, default="b")


@dataclass(repr=False)
class Quiet:
    secret: str

    def __repr__(self) -> str:
        return f"Quiet({'*' * len(self.secret)})"


a, b = Base(1), Base(1, ["x"])
a.tags.append("y")
print(a, b, a == b, Base.made, Base.log, Base(1) == Base(1))
low, high = Scored(1, [], 2.345, "n"), Scored(1, [], 2.5)
print(low < high, max(low, high), sorted([high, low])[0].note, low, low == Scored(1, [], 2.345, "other"), Scored.made, Base.made)
try:
    print(low < a)  # type: ignore[operator]
except TypeError as error:
    print(error)
p = Point(1, 2)
q = p.moved(y=5, label="q")
print(p, q, hash(p) == hash(Point(1, 2)), {p: 1, q: 2}[Point(1, 5, label="q")], p == Point(1, 2, label="z"), Point("a", "b"))
try:
    p.x = 3  # type: ignore[misc]
except FrozenInstanceError as error:
    print(type(error).__name__, error, isinstance(error, AttributeError))
try:
    print(p.moved(z=1))
except TypeError as error:
    print(error)
c = Circle(Point(0.0, 1.0), 2, 1.5, parts={"top": Point(0.0, 4.0)})
print(c, c.area)
print(asdict(c))
print(astuple(c))
print([f.name for f in fields(c)], [f.name for f in fields(Circle) if f.init], is_dataclass(c), is_dataclass(Circle), is_dataclass(3))
copy = replace(c, radius=1, scale=2)
print(copy.radius, copy.area, copy.parts is c.parts, asdict(c)["parts"]["top"])
print(Identity(1) == Identity(1), Hashed(1, "x") == Hashed(1, "y"), hash(Hashed(1, "x")) == hash(Hashed(1, "y")), Quiet("abc"))
try:
    {Base(1)}
except TypeError as error:
    print(error)
match c:
    case Circle(centre=Point(x, y), radius=r) if r > 2:
        print("large at", x, y, r)
match low:
    case Scored(ident, [], score):
        print("scored", ident, score)


@dataclass
class Tree:
    value: int
    children: list[Tree] = field(default_factory=list)

    def total(self) -> int:
        return self.value + sum(child.total() for child in self.children)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(tree.total(), tree, asdict(tree))
tree.children[1].children.append(tree)
print(repr(tree)[:200])
tree.children[1].children[1].children[5].total()
