"""Every option of @dataclass and field(): frozen, order, hashes, slots, keyword-only, init-only variables."""

import dataclasses
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field, replace
from typing import Any, ClassVar, Optional


def default_limit() -> int:
    print("limit evaluated")
    return 10


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    tag: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.x < 0:
            object.__setattr__(self, "x", -self.x)

    @property
    def norm(self) -> int:
        return self.x + self.y


@dataclass(order=True)
class Card:
    rank: int
    suit: str = field(compare=False)
    note: str = field(default="-", repr=False, compare=False)


@dataclass(eq=False)
class Plain:
    a: int = 1


@dataclass(unsafe_hash=True)
class Loose:
    a: int
    b: list[int] = field(default_factory=list, hash=False)


@dataclass(slots=True, kw_only=True)
class Options:
    name: str
    limit: int = default_limit()
    verbose: bool = False


@dataclass
class Request:
    path: str
    _: KW_ONLY
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    timeout: float = field(default=1.5, kw_only=True)


@dataclass
class Sized:
    width: int
    height: int
    scale: InitVar[int] = 1
    area: int = field(init=False)
    history: list[str] = field(init=False, default_factory=list, repr=False)
    count: ClassVar[int] = 0

    def __post_init__(self, scale: int) -> None:
        self.area = self.width * self.height * scale
        self.history.append(f"made with {scale}")
        Sized.count += 1


@dataclass(init=False)
class Custom:
    a: int
    b: str = "b"

    def __init__(self, both: str) -> None:
        self.a = len(both)
        self.b = both * 2


@dataclass(repr=False)
class Silent:
    a: int

    def __repr__(self) -> str:
        return f"~{self.a}~"


@dataclass
class Own:
    a: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


@dataclass
class Node:
    value: int
    next: Optional["Node"] = None
    friends: list["Node"] = field(default_factory=list)


p = Point(-3)
print(p, p.norm, p == Point(3), p == Point(3, 0, "other"), hash(p) == hash(Point(3)), {p: 1}[Point(3)], p != (3, 0))
for attempt in range(3):
    try:
        if attempt == 0:
            p.x = 5  # type: ignore[misc]
        elif attempt == 1:
            setattr(p, "y", 5)
        else:
            del p.x  # type: ignore[misc]
    except FrozenInstanceError as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))
print(replace(p, y=9), dataclasses.replace(p), replace(replace(p, tag="t"), x=-1))
cards = [Card(3, "h"), Card(1, "s", "n"), Card(2, "d")]
print(sorted(cards), max(cards), Card(1, "a") == Card(1, "b"), Card(1, "a") < Card(2, "a"), Card(1, "x") >= Card(1, "y"))
try:
    print(cards[0] < 3)  # type: ignore[operator]
except TypeError as error:
    print(error)
try:
    print(hash(cards[0]))
except TypeError as error:
    print(error)
one, two = Plain(), Plain()
print(one == two, one == one, one, len({one, two}), hash(Loose(1, [2])) == hash(Loose(1, [3])), Loose(1) == Loose(1))
print(Options(name="n"), Options(limit=3, name="m", verbose=True), Options(name="n") == Options(name="n", limit=10))
r = Request("/", method="POST")
print(r, Request("/a", timeout=3, headers={"k": "v"}), Request("/").headers is Request("/").headers)
s = Sized(2, 3, 4)
print(s, s.history, Sized(1, 1), Sized(height=2, width=5, scale=0).area, Sized.count, replace(s, width=10, scale=2))
print(Custom("xy"), Silent(4), [Silent(5)], Own(1) == Own(2), len({Own(1), Own(2)}), Plain.a, Point.y, Options.__name__)
n = Node(1, Node(2))
n.friends.append(n)
assert n.next is not None
n.next.next = n
print(n)
print(Node(1) == Node(1), Node(1, Node(2)) == Node(1, Node(3)), repr(Node(5, friends=[Node(6)])))


def show(value: Any) -> str:
    match value:
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=3):
            return "three"
        case Card(rank, suit):
            return f"{rank} of {suit}"
        case Request(path, method="POST"):
            return f"post {path}"
        case Sized(width=w, area=a):
            return f"{w}/{a}"
        case _:
            return "?"


for sample in (Point(0), Point(2, 2), p, cards[0], r, s, Plain()):
    print(show(sample))
print(Point.__match_args__, Card.__match_args__, Request.__match_args__)
