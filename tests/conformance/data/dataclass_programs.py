"""Dataclasses as programs use them: an expression tree, an inventory, events in a heap, mixed numbers."""

import heapq
from dataclasses import dataclass, field
from functools import total_ordering
from typing import ClassVar, Iterator, Union


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Bin:
    op: str
    left: "Expr"
    right: "Expr"


Expr = Union[Num, Var, Bin]


def simplify(e: Expr) -> Expr:
    match e:
        case Bin("+", Num(0), right):
            return simplify(right)
        case Bin("*", Num(1), right):
            return simplify(right)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
            return Num(0)
        case Bin(op, left, right):
            return Bin(op, simplify(left), simplify(right))
    return e


def evaluate(e: Expr, env: dict[str, float]) -> float:
    if isinstance(e, Num):
        return e.value
    if isinstance(e, Var):
        return env[e.name]
    a, b = evaluate(e.left, env), evaluate(e.right, env)
    return {"+": a + b, "*": a * b, "-": a - b}[e.op]


@dataclass(order=True)
class Event:
    time: float
    priority: int = field(default=0)
    name: str = field(default="", compare=False)
    serial: int = field(init=False, compare=False)
    made: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Event.made += 1
        self.serial = Event.made


@total_ordering
@dataclass(eq=False)
class Money:
    cents: int
    currency: str = "EUR"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and (self.cents, self.currency) == (other.cents, other.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.cents < other.cents

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents, self.currency)

    def __str__(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"


@dataclass
class Item:
    name: str
    price: Money
    stock: int = 0

    @property
    def total(self) -> Money:
        return Money(self.price.cents * self.stock, self.price.currency)


@dataclass
class Inventory:
    items: dict[str, Item] = field(default_factory=dict)
    log: list[tuple[str, int]] = field(default_factory=list, repr=False)

    def add(self, item: Item) -> "Inventory":
        self.items[item.name] = item
        self.log.append((item.name, item.stock))
        return self

    def __iter__(self) -> Iterator[Item]:
        yield from sorted(self.items.values(), key=lambda i: (i.price, i.name))

    def __len__(self) -> int:
        return len(self.items)


@dataclass
class Vector:
    x: float
    y: float = 0

    def __iadd__(self, other: "Vector") -> "Vector":
        self.x += other.x
        self.y += other.y
        return self

    def scaled(self, k: float) -> "Vector":
        return Vector(self.x * k, self.y * k)


tree = Bin("+", Num(0), Bin("*", Num(1), Bin("-", Var("x"), Bin("*", Num(0), Var("y")))))
print(simplify(tree))
print(evaluate(tree, {"x": 2.5, "y": 4}), tree == Bin("+", Num(0), tree.right), len({tree, simplify(tree), tree}))
queue: list[Event] = []
for spec in ((2.5, 1, "b"), (1, 0, "a"), (2.5, 0, "c"), (1, 0, "d")):
    heapq.heappush(queue, Event(spec[0], spec[1], spec[2]))
while queue:
    event = heapq.heappop(queue)
    print(event, event.serial)
shop = Inventory().add(Item("pen", Money(150), 3)).add(Item("ink", Money(99), 2)).add(Item("cap", Money(150)))
print(shop)
for item in shop:
    print(f"{item.name:>5} {item.price} x{item.stock} = {item.total}")
print(len(shop), shop.log, max(i.price for i in shop), Money(5) <= Money(5), Money(5) > Money(4), Money(1) != Money(1, "USD"))
print(sum((i.total for i in shop), Money(0)), shop == Inventory(dict(shop.items), list(shop.log)))
v = Vector(1)
w = v
v += Vector(0.5, 2)
print(v, w is v, v.scaled(2), Vector(1) == Vector(1.0), Vector(3), Vector(True), [Vector(i, i / 2) for i in range(3)])
points = {(v.x, v.y): v for v in (Vector(1, 2), Vector(3, 4))}
print(points[1, 2], [p.x for p in points.values()], sorted([Event(3, name="z"), Event(1, name="y")])[0].name)
