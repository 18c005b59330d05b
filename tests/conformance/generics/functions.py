"""Generic functions: inferred, explicit through containers, protocols, callables, recursion."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
N = TypeVar("N", int, float)
T_co = TypeVar("T_co", covariant=True)


class Shape(Protocol):
    name: str

    def area(self) -> float: ...


S = TypeVar("S", bound=Shape)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> str: ...


class Producer(Protocol[T_co]):
    def produce(self) -> T_co: ...


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


O = TypeVar("O", bound=Ordered)


class Square:
    def __init__(self, side: float) -> None:
        self.name = "square"
        self.side = side

    def area(self) -> float:
        return self.side * self.side


class Circle:
    name = "circle"

    def __init__(self, radius: float) -> None:
        self.radius = radius

    def area(self) -> float:
        return 3.0 * self.radius * self.radius

    def close(self) -> str:
        return "closed circle"


class Dice:
    def __init__(self, faces: int) -> None:
        self.faces = faces

    def produce(self) -> int:
        return self.faces


class Namer:
    def produce(self) -> str:
        return "name"


def first(items: Sequence[T], default: T) -> T:
    return items[0] if items else default


def pair(a: T, b: U) -> tuple[T, U]:
    return a, b


def swap(p: tuple[T, U]) -> tuple[U, T]:
    return p[1], p[0]


def group(items: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    result: dict[K, list[V]] = {}
    for item in items:
        result.setdefault(key(item), []).append(item)
    return result


def largest(items: Iterable[O]) -> O:
    iterator = iter(items)
    best = next(iterator)
    for item in iterator:
        if best < item:
            best = item
    return best


def biggest(shapes: Sequence[S]) -> S:
    best = shapes[0]
    for shape in shapes:
        if shape.area() > best.area():
            best = shape
    return best


def add(a: N, b: N) -> N:
    return a + b


def take(n: int, items: Iterable[T]) -> Iterator[T]:
    for index, item in enumerate(items):
        if index == n:
            return
        yield item


def flatten(items: Iterable[Iterable[T]]) -> list[T]:
    return [x for inner in items for x in inner]


def merge_sort(items: list[O]) -> list[O]:
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged: list[O] = []
    while left and right:
        merged.append(right.pop(0) if right[0] < left[0] else left.pop(0))
    return merged + left + right


def apply_n(f: Callable[[T], T], n: int, x: T) -> T:
    return x if n == 0 else apply_n(f, n - 1, f(x))


def invert(mapping: Mapping[K, V]) -> list[tuple[V, K]]:
    return [(v, k) for k, v in mapping.items()]


def produce_all(*producers: Producer[T]) -> list[T]:
    return [p.produce() for p in producers]


def optional(value: T | None, default: T) -> T:
    return default if value is None else value


def identity(x: T) -> T:
    return x


def close_if(thing: object) -> str:
    return thing.close() if isinstance(thing, Closable) else "not closable"


def tally(*groups: dict[str, N]) -> dict[str, N]:
    result: dict[str, N] = {}
    for one in groups:
        for key, value in one.items():
            result[key] = result[key] + value if key in result else value
    return result


def main() -> None:
    print(first([1, 2], 0), first([], "none"), first((2.5,), 0.0), first("xyz", "?"))
    print(pair(1, "a"), swap(pair(1.5, None)), swap((True, [1])))
    print(
        group([1, 2, 3, 4, 5], lambda x: x % 2 == 0),
        group(["a", "bb", "cc"], len),
        group([1.5, 2.5, 1.0], int),
    )
    print(largest([3, 9, 4]), largest(["b", "z", "a"]), largest((1.5, 0.5)), largest([(1, 2), (1, 3)]))
    print(biggest([Square(2.0), Square(3.0)]).side, biggest([Circle(1.0)]).radius)
    shapes: list[Shape] = [Square(2.0), Circle(2.0), Square(1.0)]
    print(biggest(shapes).name, [f"{s.name} {s.area()}" for s in shapes])
    print(add(1, 2), add(1.5, 2.0), list(take(3, "abcdef")), list(take(2, iter([1.5, 2.5, 3.5]))))
    print(flatten([[1, 2], (3,), range(2)]), flatten(["ab", "c"]))
    print(merge_sort([5, 2, 9, 1]), merge_sort(["q", "a", "m"]), merge_sort([2.5, 0.5, 1.5]))
    print(
        apply_n(lambda x: x * 2, 10, 1), apply_n(lambda s: s + "!", 3, "hi"), apply_n(lambda x: x / 2, 2, 1.0)
    )
    print(invert({"a": 1, "b": 2}), invert({1: 1.5}), produce_all(Dice(6), Dice(20)), produce_all(Namer()))
    print(optional(None, 3), optional("x", "y"), optional(0, 5), optional(0.0, 1.0))
    table: dict[str, Callable[[Any], Any]] = {"id": identity, "str": str}
    print(table["id"](5), table["str"](5), identity(identity)(3), list(map(identity, "ab")))
    print(close_if(Circle(1.0)), close_if(Square(1.0)), close_if(5))
    print(tally({"a": 1}, {"a": 2, "b": 3}), tally({"x": 1.5}))


main()
