"""Classes of classes: EnumMeta, EnumType and ABCMeta, asked of classes known now and at run time."""

from abc import ABC, ABCMeta, abstractmethod
from enum import Enum, EnumMeta, EnumType, IntEnum, Flag
class Color(Enum):
    RED = 1
class P(Flag):
    R = 1
class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...
class Square(Shape):
    def area(self) -> float: return 1.0
class Plain: ...
print(type(Color), type(Color) is EnumMeta, isinstance(Color, EnumType), EnumType is EnumMeta, type(Color) is EnumType, type(P).__name__)
print(type(Shape), type(Square) is ABCMeta, type(Plain), isinstance(Shape, ABCMeta), isinstance(Plain, ABCMeta), isinstance(Plain, type))
things: list[object] = [Color, P, Shape, Square, Plain, 3, Color.RED, int]
print([isinstance(x, EnumMeta) for x in things])
print([isinstance(x, ABCMeta) for x in things[:7]])
for x in things:
    if isinstance(x, EnumMeta):
        print(x.__name__, len(x), len(list(x)), type(x))
print([c.__name__ for c in things if isinstance(c, type)], type(type(Color)), issubclass(EnumMeta, type))
print(type(Color.RED), type(Color.RED).__name__)
