from __future__ import annotations
from functools import cached_property
from typing import Any, Callable


class lazy:
    """A lazily computed attribute."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function
        self.name = function.__name__
        self.__doc__ = function.__doc__

    def __get__(self, obj: Any, owner: Any = None) -> Any:
        if obj is None:
            return self
        value = self.function(obj)
        setattr(obj, self.name, value)
        return value


class Report:
    def __init__(self, rows: list[int]) -> None:
        self.rows = rows

    @lazy
    def total(self) -> int:
        """The sum of all rows."""
        print("adding")
        return sum(self.rows)

    @lazy
    def biggest(self) -> int:
        print("searching")
        return max(self.rows)


class Slotted:
    __slots__ = ("rows", "_cache")

    def __init__(self, rows: list[int]) -> None:
        self.rows = rows


class Counted:
    count = 0

    def __set_name__(self, owner: type, name: str) -> None:
        self.public, self.private = name, f"_{owner.__name__.lower()}_{name}"

    def __get__(self, obj: Any, owner: Any = None) -> Any:
        if obj is None:
            return self
        Counted.count += 1
        return obj.__dict__[self.private]

    def __set__(self, obj: Any, value: Any) -> None:
        obj.__dict__[self.private] = value


class Base:
    size = Counted()

    def __init__(self, size: int) -> None:
        self.size = size


class Derived(Base):
    colour = Counted()

    def __init__(self, size: int, colour: str) -> None:
        super().__init__(size)
        self.colour = colour


def main() -> None:
    report = Report([3, 1, 2])
    print(report.total, report.total, Report.total.__doc__, lazy.__doc__)
    print(report.biggest + report.biggest, sorted(vars(report).items()))
    report.rows = [9]
    print(report.total)
    item = Derived(3, "red")
    print(item.size, item.colour, sorted(vars(item)), Counted.count)
    item.size += 2
    print(item.size, sorted(vars(item)), Base(1).size)
    print(vars(Base)["size"].private, vars(Derived)["colour"].public)
    try:
        print(Base.__new__(Base).size)
    except KeyError as error:
        print("KeyError", error)


class CP:
    __slots__ = ()

    @cached_property
    def pi(self) -> float:
        return 4 * sum((-1.0) ** n / (2.0 * n + 1.0) for n in reversed(range(100)))


main()
try:
    print(CP().pi)
except Exception as error:
    print(type(error).__name__, error)
