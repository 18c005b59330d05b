"""__setattr__ and __delattr__ of one's own: validation, tracking, read-only objects, forwarding, inheritance."""

from dataclasses import dataclass
from typing import Any


class Tracked:
    def __init__(self, name: str) -> None:
        object.__setattr__(self, "changes", [])
        self.name = name
        self.count = 0
        self.ratio = 0.5

    changes: list[str]

    def __setattr__(self, name: str, value: Any) -> None:
        self.changes.append(f"{name}={value!r}")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        self.changes.append(f"del {name}")
        super().__delattr__(name)


class Bounded(Tracked):
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(name)
        self.limit = limit

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "count" and value > getattr(self, "limit", 10):
            raise ValueError(f"{name} is limited")
        super().__setattr__(name, value)


class ReadOnly:
    x: int

    def __init__(self, x: int) -> None:
        object.__setattr__(self, "x", x)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} is read-only")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{name} cannot be deleted")


class Celsius:
    def __init__(self) -> None:
        self._degrees = 0.0
        self.log = ""

    @property
    def degrees(self) -> float:
        return self._degrees

    @degrees.setter
    def degrees(self, value: float) -> None:
        self._degrees = round(value, 1)

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(value, str):
            value = value.strip()
        object.__setattr__(self, name, value)


class Plain:
    def __init__(self) -> None:
        self.value = 1


class Guarded(Plain):
    def __setattr__(self, name: str, value: Any) -> None:
        print("  guard", name, value)
        super().__setattr__(name, value)


@dataclass
class Point:
    x: int
    y: int = 2

    def __setattr__(self, name: str, value: Any) -> None:
        if not isinstance(value, int):
            raise TypeError(f"{name} must be an int")
        super().__setattr__(name, value)


def change(p: Plain, value: int) -> None:
    p.value = value
    p.value += 1


def main() -> None:
    t = Tracked("a")
    t.name = "b"
    t.count += 5
    setattr(t, "ratio", 0.25)
    print(t.name, t.count, t.ratio, t.changes)
    del t.name
    try:
        print(t.name)
    except AttributeError as error:
        print(error)
    t.name = "again"
    print(t.name, t.changes[-2:])
    b = Bounded("c", 3)
    b.count = 3
    try:
        b.count += 1
    except ValueError as error:
        print(error, b.count)
    print(b.changes)
    r = ReadOnly(7)
    for work in (lambda: setattr(r, "x", 8), lambda: delattr(r, "x")):
        try:
            work()
        except AttributeError as error:
            print(error, r.x)
    try:
        r.x = 9
    except AttributeError as error:
        print(error, r.x)
    c = Celsius()
    c.degrees = 21.26
    c.log = "  warm "
    print(c.degrees, repr(c.log))
    for p in (Plain(), Guarded()):
        change(p, 10)
        print(type(p).__name__, p.value)
    point = Point(1)
    point.x = 5
    print(point)
    for bad in (lambda: setattr(point, "x", None), lambda: setattr(point, "y", 1.5)):  # type: ignore[arg-type]
        try:
            print(bad())
        except TypeError as error:
            print(error)


main()
