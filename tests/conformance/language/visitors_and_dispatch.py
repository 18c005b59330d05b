"""Four ways to walk a tree: visitor methods, singledispatch, match, and a table of functions by type; all agree."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch, singledispatchmethod
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Visitor(ABC, Generic[R]):
    @abstractmethod
    def num(self, node: Num) -> R: ...

    @abstractmethod
    def add(self, node: Add) -> R: ...

    @abstractmethod
    def mul(self, node: Mul) -> R: ...

    def let(self, node: Let) -> R:
        raise NotImplementedError(f"{type(self).__name__} cannot do {node}")


class Node(ABC):
    @abstractmethod
    def accept(self, visitor: Visitor[R]) -> R: ...


@dataclass(frozen=True)
class Num(Node):
    value: int

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.num(self)


@dataclass(frozen=True)
class Add(Node):
    left: Node
    right: Node

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.add(self)


@dataclass(frozen=True)
class Mul(Add):
    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.mul(self)


@dataclass(frozen=True)
class Let(Node):
    name: str
    value: Node

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.let(self)


class Evaluate(Visitor[int]):
    def num(self, node: Num) -> int:
        return node.value

    def add(self, node: Add) -> int:
        return node.left.accept(self) + node.right.accept(self)

    def mul(self, node: Mul) -> int:
        return node.left.accept(self) * node.right.accept(self)


class Show(Visitor[str]):
    def num(self, node: Num) -> str:
        return str(node.value)

    def add(self, node: Add) -> str:
        return f"({node.left.accept(self)} + {node.right.accept(self)})"

    def mul(self, node: Mul) -> str:
        return f"{node.left.accept(self)} * {node.right.accept(self)}"

    def let(self, node: Let) -> str:
        return f"{node.name} = {node.value.accept(self)}"


@singledispatch
def evaluate(node: object) -> int:
    raise TypeError(f"cannot evaluate {type(node).__name__}")


@evaluate.register
def _(node: Num) -> int:
    return node.value


@evaluate.register
def _(node: Add) -> int:
    return evaluate(node.left) + evaluate(node.right)


@evaluate.register(Mul)
def _(node: Mul) -> int:
    return evaluate(node.left) * evaluate(node.right)


def matched(node: Node) -> int:
    match node:
        case Num(value):
            return value
        case Mul(Num(0), _) | Mul(_, Num(0)):
            return 0
        case Mul(a, b):
            return matched(a) * matched(b)
        case Add(a, b):
            return matched(a) + matched(b)
        case Let(name=name):
            raise LookupError(f"{name} is not an expression")
    raise AssertionError


TABLE: dict[type, Callable[[Any], int]] = {
    Num: lambda n: int(n.value),
    Mul: lambda n: tabled(n.left) * tabled(n.right),
    Add: lambda n: tabled(n.left) + tabled(n.right),
}


def tabled(node: Node) -> int:
    for cls in type(node).__mro__:
        if cls in TABLE:
            return TABLE[cls](node)
    raise KeyError(type(node).__name__)


class Counter:
    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    @singledispatchmethod
    def visit(self, node: Any) -> None:
        self.counts["other"] = self.counts.get("other", 0) + 1

    @visit.register
    def _(self, node: Num) -> None:
        self.counts["num"] = self.counts.get("num", 0) + 1

    @visit.register
    def _(self, node: Add) -> None:
        self.counts[type(node).__name__] = self.counts.get(type(node).__name__, 0) + 1
        self.visit(node.left)
        self.visit(node.right)


def simplify(node: Node) -> Node:
    match node:
        case Mul(a, b):
            match simplify(a), simplify(b):
                case (Num(0), _) | (_, Num(0)):
                    return Num(0)
                case (Num(1), x) | (x, Num(1)):
                    return x
                case x, y:
                    return Mul(x, y)
        case Add(a, b):
            match simplify(a), simplify(b):
                case Num(m), Num(n):
                    return Num(m + n)
                case x, y:
                    return Add(x, y)
    return node


tree = Add(Mul(Num(2), Add(Num(3), Num(4))), Mul(Num(1), Mul(Num(0), Num(9))))
print(tree.accept(Show()), tree.accept(Evaluate()), evaluate(tree), matched(tree), tabled(tree))
print(simplify(tree).accept(Show()), simplify(tree) == simplify(simplify(tree)), Let("x", tree).accept(Show()))
counter = Counter()
for thing in (tree, Num(1), "text", None):
    counter.visit(thing)
print(counter.counts, hash(Num(1)) == hash(Num(1)), Mul(Num(1), Num(2)) == Add(Num(1), Num(2)))
for attempt in (lambda: evaluate("x"), lambda: matched(Let("y", Num(1))), lambda: tabled(Let("z", Num(1)))):
    try:
        print(attempt())
    except (TypeError, LookupError) as error:
        print(type(error).__name__, error)
Let("w", Num(1)).accept(Evaluate())
