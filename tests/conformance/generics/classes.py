"""Generic classes: bounds, restrictions, several parameters, concrete bases, recursion, `Self`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from typing_extensions import Self

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
N = TypeVar("N", int, float)


class Comparable(Protocol):
    def __lt__(self, other: "Comparable", /) -> bool: ...


class Sized(Protocol):
    def size(self) -> int: ...


S = TypeVar("S", bound=Sized)


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = list(items)

    def push(self, item: T) -> Self:
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    def peek(self, default: T | None = None) -> T | None:
        return self._items[-1] if self._items else default

    def map(self, f: Callable[[T], V]) -> Stack[V]:
        return Stack(f(item) for item in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"


class IntStack(Stack[int]):
    def total(self) -> int:
        return sum(self._items)


class NamedStack(Stack[T], Generic[T, K]):
    def __init__(self, name: K, items: Iterable[T] = ()) -> None:
        super().__init__(items)
        self.name = name

    def label(self) -> tuple[K, int]:
        return self.name, len(self)


@dataclass
class Node(Generic[T]):
    value: T
    left: Node[T] | None = None
    right: Node[T] | None = None

    def __iter__(self) -> Iterator[T]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right

    def depth(self) -> int:
        return 1 + max(child.depth() if child else 0 for child in (self.left, self.right))


class Tree(Generic[K, V]):
    def __init__(self, key: Callable[[V], K]) -> None:
        self.key = key
        self.pairs: dict[K, V] = {}

    def add(self, *values: V) -> Self:
        for value in values:
            self.pairs[self.key(value)] = value
        return self

    def invert(self) -> dict[V, K]:
        return {v: k for k, v in self.pairs.items()}

    def items(self) -> list[tuple[K, V]]:
        return list(self.pairs.items())


class Source(Generic[T_co]):
    def __init__(self, value: T_co) -> None:
        self._value = value

    def get(self) -> T_co:
        return self._value


class Sink(Generic[T_contra]):
    def __init__(self) -> None:
        self.seen: list[str] = []

    def put(self, value: T_contra) -> None:
        self.seen.append(repr(value))


class Vector(Generic[N]):
    def __init__(self, *parts: N) -> None:
        self.parts: tuple[N, ...] = parts

    def dot(self, other: Vector[N]) -> N:
        total = self.parts[0] * other.parts[0]
        for a, b in zip(self.parts[1:], other.parts[1:]):
            total = total + a * b
        return total

    def scaled(self, by: N) -> Vector[N]:
        parts: list[N] = [p * by for p in self.parts]
        return Vector(*parts)

    def __repr__(self) -> str:
        return f"Vector{self.parts}"


class Box:
    def __init__(self, n: int) -> None:
        self.n = n

    def size(self) -> int:
        return self.n

    def __repr__(self) -> str:
        return f"Box({self.n})"


class Bag(Generic[S]):
    def __init__(self, *items: S) -> None:
        self.items = list(items)

    def largest(self) -> S:
        return max(self.items, key=lambda item: item.size())

    def total(self) -> int:
        return sum(item.size() for item in self.items)


class Maybe(Generic[T]):
    def __init__(self, value: T | None) -> None:
        self.value = value

    def then(self, f: Callable[[T], Maybe[V]]) -> Maybe[V]:
        return Maybe(None) if self.value is None else f(self.value)

    def or_else(self, default: T) -> T:
        return default if self.value is None else self.value


class Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, part: str) -> Self:
        self.parts.append(part)
        return self

    @classmethod
    def start(cls, part: str) -> Self:
        return cls().add(part)


class Fancy(Builder):
    def star(self) -> Self:
        return self.add("*")


def negative(x: float) -> float:
    return -x


def half(n: int) -> Maybe[int]:
    return Maybe(n // 2 if n % 2 == 0 else None)


def show(source: Source[object]) -> str:
    return str(source.get())


def feed(sink: Sink[int]) -> None:
    sink.put(3)
    sink.put(4)


def main() -> None:
    stack = Stack([1, 2]).push(3).push(4)
    print(
        stack, len(stack), stack.pop(), stack.peek(), list(stack), stack.map(str), stack.map(lambda x: x / 2)
    )
    texts: Stack[str] = Stack()
    print(
        texts.push("a").push("b"), texts.map(len).map(float), Stack[float]().peek(), Stack[float]().peek(1.5)
    )
    ints = IntStack([5, 6]).push(7)
    print(ints, ints.total(), type(ints).__name__, ints.map(lambda x: x > 5))
    named = NamedStack("n", [1.5, 2.5]).push(3.5)
    print(named, named.label(), NamedStack(7, "xyz").label())
    root = Node(5, Node(2, Node(1)), Node(9))
    print(list(root), root.depth(), root == Node(5, Node(2, Node(1)), Node(9)), Node("b", Node("a")))
    tree = Tree(len).add("a", "bb", "ccc").add("zz")
    print(tree.items(), tree.invert(), Tree(negative).add(1.5, 2.5).items())
    sink: Sink[object] = Sink()
    feed(sink)
    print(show(Source(5)), show(Source("s")), sink.seen)
    print(
        Vector(1, 2, 3).dot(Vector(4, 5, 6)), Vector(1.5, 2.0).dot(Vector(2.0, 0.5)), Vector(1, 2).scaled(3)
    )
    bag = Bag(Box(3), Box(9), Box(4))
    print(bag.largest(), bag.total())
    print(
        Maybe(8).then(half).then(half).or_else(-1),
        Maybe(6).then(half).then(half).or_else(-1),
        Maybe("x").or_else("y"),
    )
    kinds: dict[type, str] = {Maybe: "maybe", Fancy: "fancy"}
    one, other = Maybe(1.5), Maybe("s")
    kind: type = Maybe
    print(type(one) is Maybe, type(one) == type(other), type(other) is kind, isinstance(one, kind), one.or_else(2.5))
    print(kinds[type(one)], kinds[type(Maybe(2))], type(one).__name__)
    print(Fancy.start("a").star().add("b").star().parts, type(Fancy.start("q")).__name__)


main()
