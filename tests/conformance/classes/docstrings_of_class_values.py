"""Docstrings read through classes that are values."""


class Rule:
    @classmethod
    def describe(cls) -> str:
        first, *_ = (cls.__doc__ or "undocumented").splitlines()
        return f"{cls.__name__}: {first}"

    def mine(self) -> str | None:
        return type(self).__doc__


class Bulk(Rule):
    """Bulk.

    More."""


class Other(Bulk):
    pass


class Abs(Rule):
    "abs"


print(Rule.describe(), Bulk.describe(), Other.describe(), Abs.describe())
rules: list[type[Rule]] = [Rule, Bulk, Other, Abs]
for r in rules:
    print(r.__name__, r.__doc__, r().mine(), r().__doc__, r().__class__.__doc__)
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar


class Shape(ABC):
    """A shape."""

    @abstractmethod
    def area(self) -> float: ...


class Square(Shape):
    """A square."""

    def area(self) -> float:
        return 1.0


class Circle(Shape):
    def area(self) -> float:
        """Round."""
        return 3.0


C = TypeVar("C", bound=type)
known: dict[str, type] = {}


def register(cls: C) -> C:
    known[f"{cls.__name__}: {cls.__doc__}"] = cls
    return cls


@register
class Command:
    """Commands."""

    commands: list[type["Command"]] = []

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Command.commands.append(cls)


@register
class Quiet(Command):
    pass


@register
class Loud(Command):
    """Speak up.

    Twice.
    """


def help_text(cls: type) -> str:
    doc = cls.__doc__
    return doc.strip().partition("\n")[0] if doc else f"({cls.__name__} is not documented)"


def describe(thing: Any) -> str:
    return f"{thing.__doc__}"


print(known)
print([help_text(c) for c in Command.commands], help_text(Command), help_text(Shape))
for s in (Square(), Circle()):
    print(type(s).__doc__, s.__doc__, describe(s), describe(type(s)), s.area.__doc__)
