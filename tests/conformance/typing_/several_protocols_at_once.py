"""Values that two tests find to be of two protocols: each class answers for itself."""

from collections.abc import Callable, Container, Iterable, Iterator, Sized
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Closing(Protocol):
    def close(self) -> str: ...


class Vector:
    def __init__(self, items: Iterable[float]) -> None:
        self.items = list(items)

    def __iter__(self) -> Iterator[float]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __matmul__(self, other: object) -> float:
        if isinstance(other, Sized) and isinstance(other, Iterable):
            if len(self) != len(other):
                raise ValueError(f"lengths {len(self)} and {len(other)}")
            return sum(a * b for a, b in zip(self, other))
        return NotImplemented

    __rmatmul__ = __matmul__


class Door:
    name = "front"

    def close(self) -> str:
        return f"{self.name} closed"


class File:
    def __init__(self, name: str) -> None:
        self.name = name

    def close(self) -> str:
        return f"file {self.name} closed"


def described(value: object) -> str:
    if isinstance(value, Sized) and isinstance(value, Container):
        return f"{len(value)} items, 1 among them: {1 in value}"
    if isinstance(value, Named) and isinstance(value, Closing):
        return f"{value.name}: {value.close()}"
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return f"iterates: {list(value)}"
    return "nothing known"


def counted(value):
    if isinstance(value, Sized) and isinstance(value, Iterable):
        return len(value), sorted(value)
    return None


for one in ([1, 2], {1: "a"}, (3,), range(4), frozenset({1}), Door(), File("notes"), iter([5]), Vector([1, 2]), 7, len):
    print(described(one))
vector = Vector([1, 2])
print(vector @ [3, 4], (3, 4) @ vector, vector @ Vector([0.5, 2]), vector @ {1: "a", 2: "b"}.keys())
tries: list[Callable[[], Any]] = [lambda: vector @ [1], lambda: vector @ 3, lambda: 3 @ vector]
for attempt in tries:
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(counted([2, 1]), counted("ba"), counted({3, 1}), counted({"k": 1}.items()), counted(iter("x")), counted(None))
