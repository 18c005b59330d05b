"""Generic classes and functions."""

from typing import Callable, Generic, Iterable, TypeVar

T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        if not self._items:
            raise IndexError("the stack is empty")
        return self._items.pop()

    def map(self, f: Callable[[T], U]) -> "Stack[U]":
        result: Stack[U] = Stack()
        for item in self._items:
            result.push(f(item))
        return result

    def __len__(self) -> int:
        return len(self._items)


class Cell(Generic[K, T]):
    def __init__(self, key: K, value: T) -> None:
        self.key, self.value = key, value

    def swapped(self) -> "Cell[T, K]":
        return Cell(self.value, self.key)


def first(items: Iterable[T], default: T) -> T:
    for item in items:
        return item
    return default


def group(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


numbers: Stack[int] = Stack()
for n in range(4):
    numbers.push(n * n)
texts = numbers.map(lambda n: f"<{n}>")
print(texts.pop(), numbers.pop() + 1, len(texts), len(numbers))
floats = Stack[float]()
floats.push(1.5)
print(floats.pop())
try:
    floats.pop()
except IndexError as error:
    print(error)
cell = Cell("a", 1).swapped()
print(cell.key + 1, cell.value.upper(), first([], "none"), first([5, 6], 0), first("xyz", ""))
print(group(range(7), lambda n: n % 3), group(["a", "bb", "cc"], len))
