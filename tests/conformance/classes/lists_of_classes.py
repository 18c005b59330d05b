"""Classes in lists, whose common type is a metaclass for the type checker."""

from abc import ABC, abstractmethod
from collections import OrderedDict, deque
from collections.abc import Mapping, MutableSequence, Sequence
from enum import Enum, IntEnum
from typing import Any


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...


class Square(Shape):
    def area(self) -> float:
        return 4.0


class Dot(Shape):
    def area(self) -> float:
        return 0.0


class Colour(Enum):
    RED = 1


class Size(IntEnum):
    SMALL = 1


for sample in [tuple, list, bytes, str, deque]:
    print(sample.__name__, sample(), isinstance(sample(), Sequence), issubclass(sample, MutableSequence))
kinds = [dict, OrderedDict]
for kind in kinds:
    made: Any = kind()
    print(made, isinstance(made, Mapping), kind is dict)
shapes = [Square, Dot]
print([shape().area() for shape in shapes], [issubclass(shape, Shape) for shape in shapes])
named = {kind.__name__: kind for kind in [Colour, Size, Square]}
print(sorted(named), named["Size"] is Size, [isinstance(kind, type) for kind in named.values()])
last = max([list, tuple, set], key=lambda kind: len(kind.__name__))
print(last.__name__, last in (tuple, set), {list, tuple} == {tuple, list})
