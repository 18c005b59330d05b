"""Mixins with state, abstract classes, cooperative keyword arguments and generic bases together."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Observable:
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seen: list[str] = []

    def notify(self, what: str) -> None:
        self.seen.append(f"{type(self).__name__}:{what}")


class Named:
    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.name = name


class Sized(ABC):
    def __init__(self, size: int = 1, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size

    @abstractmethod
    def volume(self) -> int: ...

    @property
    @abstractmethod
    def label(self) -> str: ...

    def describe(self) -> str:
        return f"{self.label} of {self.volume()}"


class Cube(Observable, Named, Sized):
    def volume(self) -> int:
        self.notify("volume")
        return self.size**3

    @property
    def label(self) -> str:
        return f"cube {self.name}"


class Tower(Cube):
    def __init__(self, floors: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.floors = floors

    def volume(self) -> int:
        return super().volume() * self.floors


for sized in (Cube(name="a", size=3), Tower(floors=2, name="b", size=2), Tower(floors=1, name="c")):
    print(sized.describe(), sized.seen, sized.name, sized.size)
try:
    Cube(name="x", colour="red")
except TypeError as error:
    print("TypeError:", error)


class JsonMixin:
    def to_json(self) -> str:
        return json.dumps(self.payload(), sort_keys=True)

    def payload(self) -> dict[str, Any]:
        raise NotImplementedError


class EqByPayload(JsonMixin):
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EqByPayload):
            return NotImplemented
        return self.payload() == other.payload()

    def __hash__(self) -> int:
        return hash(self.to_json())


@dataclass(eq=False)
class User(EqByPayload):
    name: str
    tags: list[str] = field(default_factory=list)

    def payload(self) -> dict[str, Any]:
        return {"name": self.name, "tags": self.tags}


@dataclass(eq=False)
class Admin(User):
    level: int = 1

    def payload(self) -> dict[str, Any]:
        return {**super().payload(), "level": self.level}


u, v, w = User("ann", ["x"]), User("ann", ["x"]), Admin("ann", ["x"], 3)
print(u == v, u == w, u != w, u == 3, len({u, v, w}), w.to_json(), u)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


class Bounded(Stack[T]):
    limit = 2

    def push(self, item: T) -> None:
        if len(self.items) >= self.limit:
            raise OverflowError(f"more than {self.limit}")
        super().push(item)


class Counting(Stack[T]):
    def __init__(self) -> None:
        super().__init__()
        self.pushes = 0

    def push(self, item: T) -> None:
        self.pushes += 1
        super().push(item)


class Both(Counting[int], Bounded[int]):
    limit = 3


b = Both()
for i in range(5):
    try:
        b.push(i)
    except OverflowError as error:
        print(error)
print(b.items, b.pushes, b.pop(), b.items)
