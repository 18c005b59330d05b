"""Enumerations with mixins, and members in places declared otherwise."""

from enum import Enum, IntFlag


class Data:
    def __init__(self, a: int, b: str) -> None:
        self.a = a
        self.b = b


class Row(Data, Enum):
    X = 1, "x"
    Y = 2, "y"


class Mode(IntFlag):
    A = 1
    B = 2


class Greets:
    def hello(self) -> str:
        return f"hello {self}"


class Letter(Greets, Enum):
    A = 1
    B = 2


def same(x: object) -> object:
    return x


print(repr(Row.X), Row.X.value, Row.X.a, Row.X, Row.Y.b, [r.b for r in Row])
v: int = Mode.A
print(v | 2, repr(v | Mode.B), repr(Mode.A | v), Letter.A.hello(), repr(same(Mode.A)), [x.hello() for x in Letter])
w: int | str = Mode.B
print(repr(w), w, isinstance(w, Mode), same(Letter.B) is Letter.B)
