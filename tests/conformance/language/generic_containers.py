"""Generic classes: bounded and constrained variables, stacks, options, results, typed event maps, self types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, Self, TypeVar, overload

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E", bound=Exception)
Text = TypeVar("Text", str, bytes)
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items = list(items)

    def push(self, item: T) -> Self:
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError(f"{type(self).__name__} is empty")
        return self._items.pop()

    def map(self, f: Callable[[T], U]) -> Stack[U]:
        return Stack(map(f, self._items))

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)

    def __len__(self) -> int:
        return len(self._items)


class Logged(Stack[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        super().__init__(items)
        self.log: list[str] = []

    def push(self, item: T) -> Self:
        self.log.append(f"push {item!r}")
        return super().push(item)


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def then(self, f: Callable[[T], Ok[U] | Err]) -> Ok[U] | Err:
        return f(self.value)

    def unwrap(self) -> T:
        return self.value


@dataclass(frozen=True)
class Err:
    error: Exception

    def then(self, f: Callable[[Any], Any]) -> Err:
        return self

    def unwrap(self) -> NoReturn:
        raise self.error


def attempt(f: Callable[[], T], *kinds: type[E]) -> Ok[T] | Err:
    try:
        return Ok(f())
    except kinds as error:
        return Err(error)


def join(parts: Iterable[Text], between: Text) -> Text:
    out = None
    for part in parts:
        out = part if out is None else out + between + part
    return between[:0] if out is None else out


class Registry(Generic[K, T]):
    def __init__(self, default: Callable[[K], T]) -> None:
        self._default = default
        self._items: dict[K, T] = {}

    @overload
    def __getitem__(self, key: K) -> T: ...
    @overload
    def __getitem__(self, key: list[K]) -> list[T]: ...
    def __getitem__(self, key: K | list[K]) -> T | list[T]:
        if isinstance(key, list):
            return [self._one(k) for k in key]
        return self._one(key)

    def _one(self, key: K) -> T:
        if key not in self._items:
            self._items[key] = self._default(key)
        return self._items[key]

    def __len__(self) -> int:
        return len(self._items)


class Pair(Generic[T, U]):
    def __init__(self, first: T, second: U) -> None:
        self.first, self.second = first, second

    def swapped(self) -> Pair[U, T]:
        return Pair(self.second, self.first)

    def __repr__(self) -> str:
        return f"<{self.first!r}, {self.second!r}>"

    @classmethod
    def zip(cls, a: Iterable[T], b: Iterable[U]) -> list[Pair[T, U]]:
        return [cls(x, y) for x, y in zip(a, b)]


def fold(items: Iterable[T], start: U, f: Callable[[U, T], U]) -> U:
    for item in items:
        start = f(start, item)
    return start


def half(n: int) -> Ok[int] | Err:
    return Ok(n // 2) if n % 2 == 0 else Err(ValueError(f"{n} is odd"))


stack = Logged([1, 2]).push(3).push(4)
print(list(stack), stack.log, list(stack.map(lambda n: n * 1.5)), list(stack.map(str).push("x")), len(stack), stack.pop())
words: Stack[tuple[str, int]] = Stack()
print(list(words.push(("a", 1)).push(("b", 2))), words.pop()[1] + words.pop()[1])
print(Ok(48).then(half).then(half).then(lambda n: Ok(f"<{n}>")), Ok(6).then(half).then(half), Ok("v").unwrap())
print(attempt(lambda: 10 // 2, ZeroDivisionError), attempt(lambda: {2: 3}[1], KeyError), attempt(lambda: int("x"), KeyError, ValueError))  # type: ignore[misc]
print(join(["a", "b"], "-"), join([b"x", b"y"], b"\0"), repr(join([], "")), join(iter(["only"]), "?"))
squares: Registry[int, list[int]] = Registry(lambda n: list(range(n)))
squares[3].append(99)
print(squares[3], squares[[1, 3, 2]], len(squares))
print(Pair(1, "x").swapped(), Pair.zip("ab", [1.5, 2.5]), Pair(Pair(1, 2), None).swapped().second.swapped())
print(fold([1, 2, 3], "", lambda s, n: s + str(n)), fold("abc", 0, lambda n, c: n * 2 + ord(c)), fold([], 5, lambda a, b: a))
try:
    words.pop()
except IndexError as error:
    print(error)
Ok(3).then(half).unwrap()
