"""Every operator on a small vector type: reflected, in-place, unary, comparison, containers, conversion, errors."""

from __future__ import annotations

import math
import operator
from typing import Any, Iterator, SupportsIndex


class Vec:
    __slots__ = ("items",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *items: float) -> None:
        self.items = list(items)

    def __repr__(self) -> str:
        return f"Vec({', '.join(f'{i:g}' for i in self.items)})"

    def __add__(self, other: Vec | float) -> Vec:
        if isinstance(other, Vec):
            if len(other) != len(self):
                raise ValueError(f"sizes {len(self)} and {len(other)}")
            return Vec(*map(operator.add, self.items, other.items))
        if isinstance(other, (int, float)):
            return Vec(*(i + other for i in self.items))
        return NotImplemented

    __radd__ = __add__

    def __iadd__(self, other: Vec | float) -> Vec:
        self.items[:] = (self + other).items
        return self

    def __neg__(self) -> Vec:
        return Vec(*(-i for i in self.items))

    def __pos__(self) -> Vec:
        return Vec(*self.items)

    def __abs__(self) -> float:
        return math.sqrt(sum(i * i for i in self.items))

    def __invert__(self) -> Vec:
        return Vec(*reversed(self.items))

    def __sub__(self, other: Vec | float) -> Vec:
        return self + -other

    def __rsub__(self, other: float) -> Vec:
        return -self + other

    def __mul__(self, k: float) -> Vec:
        return Vec(*(i * k for i in self.items))

    def __rmul__(self, k: float) -> Vec:
        return self * k

    def __matmul__(self, other: Vec) -> float:
        return sum(map(operator.mul, self.items, other.items))

    def __truediv__(self, k: float) -> Vec:
        return Vec(*(i / k for i in self.items))

    def __rtruediv__(self, k: float) -> Vec:
        return Vec(*(k / i for i in self.items))

    def __floordiv__(self, k: float) -> Vec:
        return Vec(*(i // k for i in self.items))

    def __mod__(self, k: float) -> Vec:
        return Vec(*(i % k for i in self.items))

    def __divmod__(self, k: float) -> tuple[Vec, Vec]:
        return self // k, self % k

    def __pow__(self, k: float, modulus: int | None = None) -> Vec:
        return Vec(*(i**k if modulus is None else pow(int(i), int(k), modulus) for i in self.items))

    def __lshift__(self, n: int) -> Vec:
        return Vec(*self.items[n:], *self.items[:n])

    def __rshift__(self, n: int) -> Vec:
        return self << -n

    def __and__(self, other: Vec) -> Vec:
        return Vec(*(i for i in self.items if i in other))

    def __or__(self, other: Vec) -> Vec:
        return Vec(*self.items, *(i for i in other.items if i not in self))

    def __xor__(self, other: Vec) -> Vec:
        return (self | other) - 0 if not self & other else Vec(*(i for i in (self | other).items if i not in self & other))

    def __eq__(self, other: object) -> bool:
        return self.items == other.items if isinstance(other, Vec) else NotImplemented

    def __lt__(self, other: Vec) -> bool:
        return abs(self) < abs(other)

    def __le__(self, other: Vec) -> bool:
        return abs(self) <= abs(other)

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return any(self.items)

    def __iter__(self) -> Iterator[float]:
        return iter(self.items)

    def __contains__(self, item: object) -> bool:
        return item in self.items

    def __getitem__(self, i: SupportsIndex | slice) -> Any:
        return Vec(*self.items[i]) if isinstance(i, slice) else self.items[i]

    def __setitem__(self, i: int, value: float) -> None:
        self.items[i] = value

    def __delitem__(self, i: int) -> None:
        del self.items[i]

    def __float__(self) -> float:
        return float(abs(self))

    def __int__(self) -> int:
        return int(abs(self))

    def __round__(self, digits: int = 0) -> Vec:
        return Vec(*(round(i, digits) for i in self.items))

    def __index__(self) -> int:
        return len(self.items)

    def __format__(self, spec: str) -> str:
        return "<" + " ".join(format(i, spec) for i in self.items) + ">"

    def __call__(self, k: float) -> float:
        return sum(c * k**n for n, c in enumerate(self.items))


a, b = Vec(3, 4), Vec(1, -2)
print(a + b, a + 1, 1 + a, a - b, 10 - a, a * 2, 2 * a, a @ b, a / 2, 12 / a, a // 2, a % 2)
print(divmod(a, 3), a**2, pow(a, 3, 5), -a, +a, ~a, abs(a), a << 1, a >> 1, round(a / 7, 2))
print(a & Vec(4, 9), a | Vec(4, 9), a ^ Vec(4, 9), a ^ b, a == Vec(3, 4), a != b, a == 3, a < b, a > b, a >= a, b <= a)
print(len(a), bool(Vec(0, 0)), not a, 4 in a, list(a), a[0], a[-1], a[::-1], float(a), int(a), [10, 20, 30, 40][a], bin(a))
print(f"{a:.1f} {a:+g} {a!r:>12}", "{:05.1f}".format(a), format(b), a(2), sum([a, b], Vec(0, 0)), max(a, b), sorted([a, b]))
c = a
c += b
print(c, a is c, a)
c -= 1
print(c, a, a is c)
a *= 3
a[0], a[1] = a[1], a[0]
del a[0]
print(a, c)
print(operator.add(b, b), operator.matmul(b, b), operator.index(b), operator.getitem(b, 0), operator.contains(b, -2), operator.truth(b))
x, *rest = Vec(7, 8, 9)
print(x, rest, [*b, *c], (lambda *v: len(v))(*b), dict(zip("xy", b)), tuple(map(float, b)))
for action in (lambda: hash(b), lambda: b + Vec(1), lambda: {b: 1}, lambda: b[5]):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
print(a @ b, b[2:], Vec()[0])
