"""Class patterns: dataclasses, `__match_args__`, keywords, built-ins, generics, properties, inheritance."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


@dataclass
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Circle:
    center: Point
    radius: float


@dataclass
class Square(Point):
    side: float = 1.0
    tags: list[str] = field(default_factory=list)


class Box:
    __match_args__ = ("width", "height")

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height

    @property
    def area(self) -> int:
        print("area asked")
        return self.width * self.height


class Lazy:
    """`value` is set later, `broken` fails, `absent` is no attribute."""

    value: int

    @property
    def absent(self) -> int:
        raise AttributeError("absent")

    @property
    def broken(self) -> int:
        raise ValueError("broken")


class Kind(Enum):
    A = "a"
    B = "b"


def describe(x: object) -> str:
    match x:
        case Point(0, 0):
            return "origin"
        case Square(a, b, s, tags=["big", *_]):
            return f"big square {a} {b} {s}"
        case Square(side=1.0):
            return "unit square"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Circle(Point(cx, cy), r) if r > 10:
            return f"large circle {cx} {cy}"
        case Circle(center=Point() as p):
            return f"circle around {p}"
        case Point():
            return f"point {x.x} {x.y}"
        case Box(w, h) if w == h:
            return f"cube {w}"
        case Box(1, area=a):
            return f"strip {a}"
        case Box(height=h, width=w, area=a):
            return f"box {w}x{h}={a}"
        case Lazy(value=v):
            return f"lazy {v}"
        case Lazy(absent=_):
            return "never"
        case Lazy():
            return "lazy without a value"
        case bool(b):
            return f"bool {b}"
        case int(0 | 1 as n):
            return f"bit {n}"
        case int(n) if n > 100:
            return f"big int {n}"
        case int():
            return f"int {x}"
        case float(f):
            return f"float {f}"
        case str("magic"):
            return "magic word"
        case str(s):
            return f"text of {len(s)}"
        case bytes(raw):
            return f"bytes {raw!r}"
        case list([1, *rest]):
            return f"list from 1, then {rest}"
        case list(items):
            return f"list {items}"
        case tuple(items):
            return f"tuple {items}"
        case dict({"k": v}):
            return f"dict k {v}"
        case dict(d):
            return f"dict {sorted(d)}"
        case set(s) | frozenset(s):
            return f"set {sorted(s)}"
        case Kind(value="a"):
            return "kind a"
        case Kind(name=name):
            return f"kind {name}"
        case object(imag=i):
            return f"imag {i}"
        case _:
            return f"other {type(x).__name__}"


lazy = Lazy()
set_lazy = Lazy()
set_lazy.value = 5
for thing in [
    Point(0, 0), Square(1, 2, 3.0, ["big", "red"]), Square(1, 2), Square(3, 0, 2.0), Point(0, 7), Point(7, 0),
    Circle(Point(1, 2), 11.0), Circle(Point(1, 2), 1.0), Point(3, 4), Box(2, 2), Box(1, 5), Box(2, 3),
    lazy, set_lazy, True, 1, 0, 1000, 50, 2.5, "magic", "words", b"raw", [1, 2], [2], (1, 2), {"k": 1},
    {"a": 1, "b": 2}, {3, 1}, frozenset({2}), Kind.A, Kind.B, None,
]:  # fmt: skip
    print(describe(thing))

try:
    match lazy:
        case Lazy(broken=b):
            print("never", b)
except ValueError as error:
    print("ValueError:", error)


class Tree(Generic[T]):
    pass


@dataclass
class Node(Tree[T]):
    value: T
    left: Tree[T]
    right: Tree[T]


class Leaf(Tree[T]):
    pass


def depth(tree: Tree[T]) -> int:
    match tree:
        case Node(_, left, right):
            return 1 + max(depth(left), depth(right))
        case _:
            return 0


def total(tree: Tree[int]) -> int:
    match tree:
        case Node(value=v, left=l, right=r):
            return v + total(l) + total(r)
        case Leaf():
            return 0
        case _:
            raise TypeError(tree)


def rotate(tree: Tree[int]) -> Tree[int]:
    match tree:
        case Node(b, Node(a, x, y), z):
            return Node(a, x, Node(b, y, z))
        case other:
            return other


leaf: Tree[int] = Leaf()
sample: Tree[int] = Node(4, Node(2, Node(1, leaf, leaf), leaf), Node(5, leaf, leaf))
print(depth(sample), total(sample), depth(rotate(sample)), total(rotate(sample)))
words: Tree[str] = Node("b", Node("a", Leaf(), Leaf()), Leaf())
match words:
    case Node(w, Node(v, _, _), _):
        print(w + v)


@runtime_checkable
class Named(Protocol):
    name: str


class Dog:
    def __init__(self, name: str) -> None:
        self.name = name


class Cat:
    __match_args__ = ("lives",)
    lives = 9


def pet(x: Dog | Cat | None) -> str:
    match x:
        case None:
            return "no pet"
        case Dog(name="Rex" | "Max" as n):
            return f"good {n}"
        case Named(name=n):
            return f"dog {n}"
        case Cat(lives):
            return f"cat {lives}"
    return "?"


print(pet(None), pet(Dog("Rex")), pet(Dog("Ida")), pet(Cat()))


class Failure(Exception):
    __match_args__ = ("code", "text")

    def __init__(self, code: int, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


def attempt(code: int) -> str:
    try:
        if code == 0:
            raise KeyError("zero")
        raise Failure(code, f"code {code}")
    except Exception as error:
        match error:
            case Failure(404, text):
                return f"not found: {text}"
            case Failure(c) if 500 <= c < 600:
                return f"server: {c}"
            case Failure(text=text):
                return text
            case KeyError(args=(key,)):
                return f"key {key}"
            case _:
                raise


print(attempt(404), attempt(503), attempt(200), attempt(0))
