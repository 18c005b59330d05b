"""Quaternions and rotations: operators with reflected forms, powers, interpolation, matrices, and tolerances."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from functools import reduce
from operator import mul
from typing import ClassVar

Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Quaternion:
    w: float = 0.0
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    digits: ClassVar[int] = 6

    @classmethod
    def rotation(cls, degrees: float, axis: Vector) -> Quaternion:
        length = math.hypot(*axis)
        if length == 0:
            raise ValueError("no axis")
        half = math.radians(degrees) / 2
        scale = math.sin(half) / length
        return cls(math.cos(half), *(scale * part for part in axis))

    def __iter__(self) -> Iterator[float]:
        return iter((self.w, self.x, self.y, self.z))

    def __abs__(self) -> float:
        return math.hypot(*self)

    def __neg__(self) -> Quaternion:
        return self * -1

    def __invert__(self) -> Quaternion:
        return Quaternion(self.w, -self.x, -self.y, -self.z)

    def __add__(self, other: Quaternion | float) -> Quaternion:
        if isinstance(other, Quaternion):
            return Quaternion(*(a + b for a, b in zip(self, other)))
        if isinstance(other, (int, float)):
            return Quaternion(self.w + other, self.x, self.y, self.z)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other: Quaternion | float) -> Quaternion:
        return self + (-other)

    def __rsub__(self, other: float) -> Quaternion:
        return -self + other

    def __mul__(self, other: Quaternion | float) -> Quaternion:
        if isinstance(other, (int, float)):
            return Quaternion(*(part * other for part in self))
        if not isinstance(other, Quaternion):
            return NotImplemented
        a, b, c, d = self
        e, f, g, h = other
        return Quaternion(
            a * e - b * f - c * g - d * h,
            a * f + b * e + c * h - d * g,
            a * g - b * h + c * e + d * f,
            a * h + b * g - c * f + d * e,
        )

    def __rmul__(self, other: float) -> Quaternion:
        return self * other

    def __truediv__(self, other: Quaternion | float) -> Quaternion:
        if isinstance(other, Quaternion):
            size = sum(part * part for part in other)
            return self * ~other * (1 / size)
        return self * (1 / other)

    def __pow__(self, power: int) -> Quaternion:
        if not isinstance(power, int):
            return NotImplemented
        base = self if power >= 0 else Quaternion(1.0) / self
        result = Quaternion(1.0)
        power = abs(power)
        while power:
            if power & 1:
                result = result * base
            base = base * base
            power >>= 1
        return result

    def __matmul__(self, vector: Vector) -> Vector:
        turned = self * Quaternion(0.0, *vector) * ~self
        return turned.x, turned.y, turned.z

    def __eq__(self, other: object) -> bool:
        match other:
            case Quaternion():
                return all(math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12) for a, b in zip(self, other))
            case int() | float():
                return self == Quaternion(float(other))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(round(part, 9) for part in self))

    def __bool__(self) -> bool:
        return any(self)

    def __format__(self, spec: str) -> str:
        parts = [f"{part:{spec or 'g'}}{unit}" for part, unit in zip(self, ("", "i", "j", "k")) if part]
        return " + ".join(parts).replace("+ -", "- ") or "0"

    def __str__(self) -> str:
        return format(Quaternion(*(round(part, self.digits) + 0.0 for part in self)))

    def matrix(self) -> list[list[float]]:
        columns = [self @ axis for axis in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))]
        return [[round(part, 6) + 0.0 for part in row] for row in zip(*columns)]


def slerp(a: Quaternion, b: Quaternion, t: float) -> Quaternion:
    dot = sum(x * y for x, y in zip(a, b))
    if dot < 0:
        b, dot = -b, -dot
    if dot > 0.9995:
        mixed = a + (b - a) * t
        return mixed / abs(mixed)
    angle = math.acos(dot)
    return (a * math.sin((1 - t) * angle) + b * math.sin(t * angle)) / math.sin(angle)


I, J, K = Quaternion(0.0, 1.0), Quaternion(0.0, 0.0, 1.0), Quaternion(0.0, 0.0, 0.0, 1.0)
print(I * I, J * J, K * K, I * J * K, I * J, J * I, K / J, 1 - I, 2 + J * 3, (I + 1) * (I - 1))
q = Quaternion(1.0, 2.0, -3.0, 0.5)
print(
    q,
    ~q,
    -q,
    abs(q),
    q * ~q,
    q / q == 1,
    q**0,
    q**3,
    q**-2 * q**2 == 1.0,
    f"{q:.2f}",
    f"{Quaternion():+}",
    bool(Quaternion()),
)
z90 = Quaternion.rotation(90, (0, 0, 2))
x90 = Quaternion.rotation(90, (1, 0, 0))


def show(vector: Vector) -> str:
    return "(" + ", ".join(f"{part + 0.0:.3f}".replace("-0.000", "0.000") for part in vector) + ")"


print(
    z90, show(z90 @ (1.0, 0.0, 0.0)), show((z90 * x90) @ (0.0, 1.0, 0.0)), show((x90 * z90) @ (0.0, 1.0, 0.0))
)
print(z90**4 == -1, z90**8 == 1, reduce(mul, [z90] * 4), (z90 * x90).matrix())
for t in (0.0, 0.25, 0.5, 1.0):
    print(t, slerp(Quaternion(1.0), z90, t), show(slerp(z90, x90, t) @ (0.0, 1.0, 0.0)))
print(
    slerp(z90, z90, 0.3),
    len({z90, Quaternion.rotation(90, (0, 0, 1)), z90 * 2 / 2}),
    astuple(I),
    I == "i",
    I != J,
    Quaternion(3.0) == 3,
)
acts: list[Callable[[], object]] = [
    lambda: Quaternion.rotation(1, (0, 0, 0)),
    lambda: q / 0,
    lambda: q / Quaternion(),
]
for act in acts:
    try:
        print(act())
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
print(
    sum([I, J, K, I]),
    max([I, 2 * J, K], key=abs),
    sorted([q, I, z90], key=abs)[0],
    math.prod([I, J], start=K),
)
