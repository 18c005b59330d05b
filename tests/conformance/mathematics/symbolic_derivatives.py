"""Symbolic algebra: expressions with operators, derivatives, simplification, evaluation, printing with few brackets."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import ClassVar, Union

Number = Union[int, float]


class Expr(ABC):
    rank: ClassVar[int] = 9

    @abstractmethod
    def derive(self, name: str) -> Expr: ...

    @abstractmethod
    def at(self, values: Mapping[str, Number]) -> Number: ...

    def simple(self) -> Expr:
        return self

    def __add__(self, other: Expr | Number) -> Expr:
        return Add(self, lift(other))

    def __radd__(self, other: Number) -> Expr:
        return Add(lift(other), self)

    def __sub__(self, other: Expr | Number) -> Expr:
        return Add(self, Mul(Const(-1), lift(other)))

    def __mul__(self, other: Expr | Number) -> Expr:
        return Mul(self, lift(other))

    def __rmul__(self, other: Number) -> Expr:
        return Mul(lift(other), self)

    def __truediv__(self, other: Expr | Number) -> Expr:
        return Mul(self, Pow(lift(other), -1))

    def __pow__(self, exponent: int) -> Expr:
        return Pow(self, exponent)

    def __neg__(self) -> Expr:
        return Mul(Const(-1), self)

    def inside(self, rank: int) -> str:
        return f"({self})" if self.rank < rank else str(self)


def lift(value: Expr | Number) -> Expr:
    return value if isinstance(value, Expr) else Const(value)


@dataclass(frozen=True)
class Const(Expr):
    value: Number

    def derive(self, name: str) -> Expr:
        return Const(0)

    def at(self, values: Mapping[str, Number]) -> Number:
        return self.value

    def __str__(self) -> str:
        return f"{self.value:g}" if self.value >= 0 else f"({self.value:g})"


@dataclass(frozen=True)
class Var(Expr):
    name: str

    def derive(self, name: str) -> Expr:
        return Const(int(name == self.name))

    def at(self, values: Mapping[str, Number]) -> Number:
        try:
            return values[self.name]
        except KeyError as error:
            raise NameError(f"no value for {self.name}") from error

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Add(Expr):
    left: Expr
    right: Expr
    rank: ClassVar[int] = 1

    def derive(self, name: str) -> Expr:
        return self.left.derive(name) + self.right.derive(name)

    def at(self, values: Mapping[str, Number]) -> Number:
        return self.left.at(values) + self.right.at(values)

    def simple(self) -> Expr:
        match self.left.simple(), self.right.simple():
            case Const(0), other:
                return other
            case other, Const(0):
                return other
            case Const(a), Const(b):
                return Const(a + b)
            case Mul(Const(a), x), Mul(Const(b), y) if x == y:
                return Mul(Const(a + b), x).simple()
            case a2, b2 if a2 == b2:
                return Mul(Const(2), a2)
            case a2, b2:
                return Add(a2, b2)
        raise AssertionError

    def __str__(self) -> str:
        return f"{self.left.inside(1)} + {self.right.inside(1)}"


@dataclass(frozen=True)
class Mul(Expr):
    left: Expr
    right: Expr
    rank: ClassVar[int] = 2

    def derive(self, name: str) -> Expr:
        return self.left.derive(name) * self.right + self.left * self.right.derive(name)

    def at(self, values: Mapping[str, Number]) -> Number:
        return self.left.at(values) * self.right.at(values)

    def simple(self) -> Expr:
        match self.left.simple(), self.right.simple():
            case (Const(0), _) | (_, Const(0)):
                return Const(0)
            case (Const(1), other) | (other, Const(1)):
                return other
            case Const(a), Const(b):
                return Const(a * b)
            case x, Const() as c:
                return Mul(c, x).simple()
            case Const(a), Mul(Const(b), x):
                return Mul(Const(a * b), x)
            case Pow(x, n), Pow(y, m) if x == y:
                return Pow(x, n + m).simple()
            case a2, b2 if a2 == b2:
                return Pow(a2, 2)
            case a2, b2:
                return Mul(a2, b2)
        raise AssertionError

    def __str__(self) -> str:
        return f"{self.left.inside(2)}*{self.right.inside(2)}"


@dataclass(frozen=True)
class Pow(Expr):
    base: Expr
    exponent: int
    rank: ClassVar[int] = 3

    def derive(self, name: str) -> Expr:
        return self.exponent * Pow(self.base, self.exponent - 1) * self.base.derive(name)

    def at(self, values: Mapping[str, Number]) -> Number:
        base = self.base.at(values)
        return base**self.exponent if self.exponent >= 0 else 1 / base**-self.exponent

    def simple(self) -> Expr:
        match self.base.simple(), self.exponent:
            case _, 0:
                return Const(1)
            case base, 1:
                return base
            case Const(value), n if n > 0:
                return Const(value**n)
            case base, n:
                return Pow(base, n)
        raise AssertionError

    def __str__(self) -> str:
        return f"{self.base.inside(4)}^{self.exponent}"


@dataclass(frozen=True)
class Sin(Expr):
    inner: Expr
    shift: int = 0

    def derive(self, name: str) -> Expr:
        return Sin(self.inner, (self.shift + 1) % 4) * self.inner.derive(name)

    def at(self, values: Mapping[str, Number]) -> Number:
        return math.sin(self.inner.at(values) + self.shift * math.pi / 2)

    def simple(self) -> Expr:
        return Sin(self.inner.simple(), self.shift)

    def __str__(self) -> str:
        return f"{('sin', 'cos', '-sin', '-cos')[self.shift]}({self.inner})"


x, y = Var("x"), Var("y")
cases: list[Expr] = [3 * x**2 + 2 * x + 1, (x + 1) * (x - 1), Sin(2 * x) * y, x / (y + 1), (x * x) ** 3, -(x + y) * 0 + 5, Sin(Sin(x)), (x + x) * 3]
for expression in cases:
    by_x = expression.derive("x").simple()
    values = {"x": 2, "y": 3}
    step = (expression.at({"x": 2 + 1e-6, "y": 3}) - expression.at({"x": 2 - 1e-6, "y": 3})) / 2e-6
    print(f"{expression}  |  {expression.simple()}  |  {by_x}  |  {by_x.derive('y').simple()}")
    print(f"   {expression.at(values)!r} {by_x.at(values):.6f} {math.isclose(by_x.at(values), step, rel_tol=1e-5, abs_tol=1e-6)}")
print(x + 1 == x + 1, hash(x * 2) == hash(x * 2), {x: 1, Var("x"): 2}, repr(x**2))
try:
    (x + y).at({"x": 1})
except NameError as error:
    print(type(error).__name__, error, repr(error.__cause__))
(x / (y - 3)).at({"x": 1, "y": 3})
