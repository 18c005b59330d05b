"""Finite fields: integers mod p as a class made by a function, GF(256), Shamir's secret sharing, elliptic curves."""

from __future__ import annotations

from functools import reduce
from itertools import combinations
from typing import NamedTuple, Optional


class Mod:
    __slots__ = ("n", "p")

    def __init__(self, n: int, p: int) -> None:
        self.n, self.p = n % p, p

    def _same(self, other: Mod | int) -> int:
        if isinstance(other, Mod):
            if other.p != self.p:
                raise ValueError(f"mod {self.p} with mod {other.p}")
            return other.n
        return other

    def __add__(self, other: Mod | int) -> Mod:
        return Mod(self.n + self._same(other), self.p)

    def __sub__(self, other: Mod | int) -> Mod:
        return Mod(self.n - self._same(other), self.p)

    def __mul__(self, other: Mod | int) -> Mod:
        return Mod(self.n * self._same(other), self.p)

    def __rmul__(self, other: int) -> Mod:
        return self * other

    def __pow__(self, k: int) -> Mod:
        return Mod(pow(self.n, k, self.p), self.p)

    def __truediv__(self, other: Mod | int) -> Mod:
        return self * pow(self._same(other), -1, self.p)

    def __neg__(self) -> Mod:
        return Mod(-self.n, self.p)

    def __eq__(self, other: object) -> bool:
        match other:
            case Mod(n=n, p=p):
                return self.n == n and self.p == p
            case int():
                return self.n == other % self.p
        return NotImplemented

    def __repr__(self) -> str:
        return f"{self.n}₍{self.p}₎"


EXP, LOG = [0] * 512, [0] * 256
value = 1
for power in range(255):
    EXP[power] = EXP[power + 255] = value
    LOG[value] = power
    value <<= 1
    value ^= 0x11D if value & 0x100 else 0


def times(a: int, b: int) -> int:
    return EXP[LOG[a] + LOG[b]] if a and b else 0


def inverse(a: int) -> int:
    if not a:
        raise ZeroDivisionError("0 has no inverse in GF(256)")
    return EXP[255 - LOG[a]]


def split(secret: bytes, shares: int, needed: int, seed: int) -> dict[int, bytes]:
    out = {x: bytearray() for x in range(1, shares + 1)}
    for byte in secret:
        coefficients = [byte]
        for _ in range(needed - 1):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            coefficients.append(seed >> 16 & 0xFF)
        for x, share in out.items():
            share.append(reduce(lambda acc, c: times(acc, x) ^ c, reversed(coefficients), 0))
    return {x: bytes(s) for x, s in out.items()}


def join(shares: dict[int, bytes]) -> bytes:
    def weight(x: int) -> int:
        return reduce(times, (times(o, inverse(o ^ x)) for o in shares if o != x), 1)

    weights = {x: weight(x) for x in shares}
    return bytes(reduce(int.__xor__, (times(weights[x], s[i]) for x, s in shares.items())) for i in range(len(next(iter(shares.values())))))


class Point(NamedTuple):
    x: int
    y: int


class Curve:
    def __init__(self, a: int, b: int, p: int) -> None:
        if (4 * a**3 + 27 * b**2) % p == 0:
            raise ValueError("singular curve")
        self.a, self.b, self.p = a, b, p

    def points(self) -> list[Point]:
        squares: dict[int, list[int]] = {}
        for y in range(self.p):
            squares.setdefault(y * y % self.p, []).append(y)
        return [Point(x, y) for x in range(self.p) for y in squares.get((x**3 + self.a * x + self.b) % self.p, [])]

    def add(self, p: Optional[Point], q: Optional[Point]) -> Optional[Point]:
        if p is None or q is None:
            return p or q
        if p.x == q.x:
            if (p.y + q.y) % self.p == 0:
                return None
            slope = (3 * p.x**2 + self.a) * pow(2 * p.y, -1, self.p)
        else:
            slope = (q.y - p.y) * pow(q.x - p.x, -1, self.p)
        x = (slope**2 - p.x - q.x) % self.p
        return Point(x, (slope * (p.x - x) - p.y) % self.p)

    def times(self, k: int, p: Optional[Point]) -> Optional[Point]:
        result: Optional[Point] = None
        while k:
            if k & 1:
                result = self.add(result, p)
            p, k = self.add(p, p), k >> 1
        return result


a, b = Mod(17, 23), Mod(5, 23)
print(a + b, a - b, b - a, a * b, a / b, (a / b) * b == a, a**22, -a, 3 * a, a == 40, a == "x", a + 10)
print([times(3, n) for n in (0, 1, 2, 128, 255)], inverse(2), all(times(n, inverse(n)) == 1 for n in range(1, 256)))
secret = "a sécret".encode()
shares = split(secret, 5, 3, 2024)
print({x: s.hex() for x, s in shares.items()})
print([join({x: shares[x] for x in chosen}) == secret for chosen in combinations(shares, 3)], join({1: shares[1], 2: shares[2]}) == secret)
curve = Curve(2, 3, 97)
points = curve.points()
g = points[1]
order = next(k for k in range(1, 200) if curve.times(k, g) is None)
print(len(points) + 1, g, order, curve.times(order - 1, g), curve.times(7, g), curve.add(curve.times(3, g), curve.times(4, g)))
big = Curve(-3, 7, 2**255 - 19)
print(big.times(5, Point(1, 5)) is not None, str(big.times(12345678901234567890, Point(2, 3)))[:60])
for action in (lambda: a + Mod(1, 7), lambda: Curve(0, 0, 7), lambda: Mod(3, 12) / 6, lambda: inverse(0)):
    try:
        print(action())
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
a / 0
