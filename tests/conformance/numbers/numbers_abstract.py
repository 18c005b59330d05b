"""Quantities of every kind: `isinstance` with the abstract classes of `numbers`, and a class that derives from one."""

from __future__ import annotations

import numbers
from fractions import Fraction
from functools import singledispatch
from numbers import Integral, Number, Real
from typing import Any

ABSTRACT: dict[str, type] = {
    "Number": Number, "Complex": numbers.Complex, "Real": Real, "Rational": numbers.Rational, "Integral": Integral,
}  # fmt: skip


def kind(x: object) -> str:
    found = []
    if isinstance(x, numbers.Number):
        found.append("Number")
    if isinstance(x, numbers.Complex):
        found.append("Complex")
    if isinstance(x, numbers.Real):
        found.append("Real")
    if isinstance(x, numbers.Rational):
        found.append("Rational")
    if isinstance(x, numbers.Integral):
        found.append("Integral")
    assert found == [name for name, cls in ABSTRACT.items() if isinstance(x, cls)]
    return ",".join(found)


class MyInt(int):
    pass


class Vec(numbers.Number):
    def __hash__(self) -> int:
        return 3


class Money(numbers.Real):
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __float__(self) -> float:
        return self.cents / 100

    def __trunc__(self) -> int:
        return self.cents // 100

    def __floor__(self) -> int:
        return self.cents // 100

    def __ceil__(self) -> int:
        return -(-self.cents // 100)

    def __round__(self, ndigits: Any = None) -> Any:
        return round(self.cents / 100, ndigits)

    def __floordiv__(self, other: Any) -> Any:
        return Money(self.cents // other)

    def __rfloordiv__(self, other: Any) -> Any:
        return NotImplemented

    def __mod__(self, other: Any) -> Any:
        return Money(self.cents % other)

    def __rmod__(self, other: Any) -> Any:
        return NotImplemented

    def __lt__(self, other: Any) -> bool:
        return self.cents < other.cents

    def __le__(self, other: Any) -> bool:
        return self.cents <= other.cents

    def __add__(self, other: Any) -> Any:
        return Money(self.cents + other.cents)

    def __radd__(self, other: Any) -> Any:
        return self if other == 0 else NotImplemented

    def __neg__(self) -> Any:
        return Money(-self.cents)

    def __pos__(self) -> Any:
        return self

    def __mul__(self, other: Any) -> Any:
        return Money(self.cents * other)

    def __rmul__(self, other: Any) -> Any:
        return self * other

    def __truediv__(self, other: Any) -> Any:
        return self.cents / other.cents

    def __rtruediv__(self, other: Any) -> Any:
        return NotImplemented

    def __pow__(self, exponent: Any) -> Any:
        return NotImplemented

    def __rpow__(self, base: Any) -> Any:
        return NotImplemented

    def __abs__(self) -> Any:
        return Money(abs(self.cents))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and self.cents == other.cents

    def __hash__(self) -> int:
        return hash(self.cents)

    def __repr__(self) -> str:
        return f"Money({self.cents})"


values: list[object] = [
    1,
    True,
    2.5,
    3j,
    Fraction(1, 2),
    MyInt(4),
    "x",
    None,
    1 << 100,
    Vec(),
    Money(250),
    [1],
    float("nan"),
]
for v in values:
    print(repr(v)[:20] if not isinstance(v, Vec) else "vec", kind(v))


def scale(x: int | float | str) -> str:
    if isinstance(x, Number):
        return f"number {x * 2}"
    return f"text {x!r}"


print(scale(2), scale(1.5), scale("a"))


def as_int(x: Any) -> int:
    if isinstance(x, Integral):
        return int(x) + 1
    if isinstance(x, (str, Real)):
        return int(float(x)) + 100
    raise TypeError(type(x).__name__)


print(as_int(3), as_int("4.5"), as_int(2.9), as_int(Fraction(7, 2)))
try:
    as_int(3j)
except TypeError as e:
    print(e)
print(
    issubclass(int, Number),
    issubclass(bool, Integral),
    issubclass(float, Real),
    issubclass(float, numbers.Rational),
    issubclass(complex, Real),
    issubclass(Fraction, numbers.Rational),
    issubclass(str, Number),
    issubclass(Money, Number),
)
for name, abstract in ABSTRACT.items():
    print(
        name,
        [
            cls.__name__
            for cls in (int, bool, float, complex, Fraction, MyInt, Money, str)
            if issubclass(cls, abstract)
        ],
    )
m = Money(250)
print(
    m - Money(100),
    Money(3) < m,
    float(m),
    bool(m),
    bool(Money(0)),
    divmod(m, 100),
    m.real,
    m.imag,
    m.conjugate(),
    complex(m),
)


def check(x: Real) -> str:
    return f"{float(x):.2f}"


print(check(m))
match values[2]:
    case int():
        print("int")
    case numbers.Real():
        print("real")
try:
    numbers.Real()  # type: ignore[abstract]
except TypeError as e:
    print(str(e)[:50])


@singledispatch
def shown(x: object) -> str:
    return f"{x} of another kind"


@shown.register(numbers.Integral)
def _(x: Any) -> str:
    return f"{x} whole"


@shown.register(numbers.Real)
def _(x: Any) -> str:
    return f"{x} real"


print([shown(x) for x in (1, True, 2.5, "s", 1j, Fraction(1, 3), m)])
print([issubclass(low, high) for low in ABSTRACT.values() for high in ABSTRACT.values()])
