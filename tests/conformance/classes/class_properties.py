"""Descriptors that give a method the class: class properties on plain classes, mixins and enumerations."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, Flag, auto
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class classproperty(Generic[T]):
    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function

    def __get__(self, obj: object, owner: type | None = None) -> T:
        return self.function(owner)


class Base:
    prefix = "base"
    count = 0

    @classproperty
    def label(cls: Any) -> str:
        return str(cls.prefix + ":" + cls.__name__)

    @classproperty
    def made(cls: Any) -> int:
        cls.count += 1
        return int(cls.count)


class Child(Base):
    prefix = "child"


class Ends:
    @classproperty
    def MAX(cls: Any) -> Any:
        found = None
        for member in cls:
            if found is None or member.value > found:
                found = member.value
        return found

    @classproperty
    def NAMES(cls: Any) -> list[str]:
        return [member.name for member in cls]


class Colour(Ends, Enum):
    RED = auto()
    GREEN = auto()
    BLUE = auto()


class Rights(Ends, Flag):
    READ = auto()
    WRITE = auto()


print(Base.label, Child.label, Base().label, Child().label)
print(Base.made, Base.made, Base().made, Child.made, Base.count, Child.count)
print(Colour.MAX, Rights.MAX, Colour.NAMES, Colour.RED.MAX, Rights.WRITE.NAMES)
print(Colour.BLUE, Colour(2), list(Rights))
