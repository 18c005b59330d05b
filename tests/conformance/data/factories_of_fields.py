"""Factories of fields: whatever the expression gives when the class statement runs is called, not evaluated again."""

import functools
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

T = TypeVar("T")


class Source:
    def __init__(self, start: int) -> None:
        self.at = start

    def __call__(self) -> int:
        self.at += 1
        return self.at

    def take(self) -> list[int]:
        return [self.at]


source = Source(5)
pick: Callable[[], str] = lambda: "first"


@dataclass
class Base:
    number: int = field(default_factory=source)
    serial: int = field(default_factory=itertools.count(1).__next__)
    items: list[int] = field(default_factory=source.take)
    word: str = field(default_factory=pick)
    text: str = field(default_factory=functools.partial("x".__mul__, 3))


pick = lambda: "second"
source = Source(100)


@dataclass
class Derived(Base):
    more: dict[str, int] = field(default_factory=functools.partial(dict, a=1))
    other: str = field(default_factory=pick)


@dataclass
class Box(Generic[T]):
    items: list[T] = field(default_factory=list[T])
    made: int = field(default_factory=iter([10, 20, 30]).__next__)


def local(step: int) -> list[object]:
    counter = itertools.count(step, step)

    @dataclass
    class Inner:
        n: int = field(default_factory=counter.__next__)

    return [Inner(), Inner()]


print(Base(), Base(), Base(serial=0))
print(Derived(), Derived(word="w"))
print(replace(Base(), number=1))
b: Box[str] = Box()
print(b, Box[int](), local(3), local(10))
try:
    print(Box[int](), Box[int]())
except StopIteration as error:
    print("no more", error)
