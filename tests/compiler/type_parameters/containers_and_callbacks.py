"""More PEP 695: variance, defaults of forward references, class-scoped generics, type alias objects at run time."""
from collections.abc import Callable, Generator
from typing import NamedTuple, TypedDict, overload, override


class Event[T](NamedTuple):
    name: str
    payload: T


class Row[T](TypedDict):
    id: int
    data: T


class Node[T]:
    __slots__ = ("value", "next")

    def __init__(self, value: T, next: "Node[T] | None" = None) -> None:
        self.value = value
        self.next = next


class LinkedList[T]:
    def __init__(self) -> None:
        self.head: Node[T] | None = None
        self.size = 0

    def prepend(self, value: T) -> None:
        self.head = Node(value, self.head)
        self.size += 1

    def __iter__(self) -> Generator[T, None, None]:
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def fold[A](self, start: A, step: Callable[[A, T], A]) -> A:
        for value in self:
            start = step(start, value)
        return start


class Result[T, E: Exception]:
    def __init__(self, value: T | None = None, error: E | None = None) -> None:
        self._value, self._error = value, error

    def unwrap(self) -> T:
        if self._error is not None:
            raise self._error
        assert self._value is not None
        return self._value

    def map[U](self, f: Callable[[T], U]) -> "Result[U, E]":
        return Result(f(self.unwrap())) if self._error is None else Result(error=self._error)


class Base[T]:
    def describe(self, value: T) -> str:
        return f"base {value}"


class Loud(Base[str]):
    @override
    def describe(self, value: str) -> str:
        return super().describe(value.upper()) + "!"


type Callback[T] = Callable[[T], None]
type Alias = dict[str, list[int]]


def register[T](handlers: dict[str, list[Callback[T]]], name: str, handler: Callback[T]) -> None:
    handlers.setdefault(name, []).append(handler)


def compose[A, B, C](f: Callable[[A], B], g: Callable[[B], C]) -> Callable[[A], C]:
    return lambda x: g(f(x))


@overload
def pick[T](items: list[T], at: int) -> T: ...
@overload
def pick[T](items: list[T], at: slice) -> list[T]: ...
def pick[T](items: list[T], at: int | slice) -> T | list[T]:
    return items[at]


def group_by[K, V](items: list[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


class Cache[K, V](dict[K, V]):
    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self.make(key)
        return value


def tuple_of[*Ts](*args: *Ts) -> tuple[*Ts]:
    return args


numbers = LinkedList[int]()
for i in range(5):
    numbers.prepend(i)
print(list(numbers), numbers.fold("", lambda a, b: a + str(b)), numbers.fold(0.5, lambda a, b: a + b))
print(Event("x", 3), Event("y", [1]).payload, Row(id=1, data="d"))
print(Result[int, ValueError](4).map(lambda x: x * 1.5).unwrap())
try:
    Result[int, KeyError](error=KeyError("k")).map(str).unwrap()
except KeyError as e:
    print("key", e)
print(Loud().describe("hey"), compose(len, str)("four"), pick([1, 2, 3], 1), pick([1, 2, 3], slice(1, None)))
handlers: dict[str, list[Callback[int]]] = {}
register(handlers, "a", lambda x: print("got", x))
for h in handlers["a"]:
    h(4)
print(group_by(["a", "bb", "c"], len), Cache[int, str](lambda n: "x" * n)[3], tuple_of(1, "a", 2.5))
table: Alias = {"a": [1]}
print(table)
