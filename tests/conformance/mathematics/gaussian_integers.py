"""Gaussian integers: division with small remainders, gcd, primes and factors, sums of two squares, Eisenstein cousins."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product


def nearest(top: int, bottom: int) -> int:
    return (2 * top + bottom) // (2 * bottom)


@dataclass(frozen=True, order=True)
class Gauss:
    re: int
    im: int = 0

    @staticmethod
    def of(x: Gauss | int) -> Gauss:
        return Gauss(x) if isinstance(x, int) else x

    def __add__(self, other: Gauss | int) -> Gauss:
        o = Gauss.of(other)
        return Gauss(self.re + o.re, self.im + o.im)

    __radd__ = __add__

    def __neg__(self) -> Gauss:
        return Gauss(-self.re, -self.im)

    def __sub__(self, other: Gauss | int) -> Gauss:
        return self + -Gauss.of(other)

    def __rsub__(self, other: int) -> Gauss:
        return -self + other

    def __mul__(self, other: Gauss | int) -> Gauss:
        o = Gauss.of(other)
        return Gauss(self.re * o.re - self.im * o.im, self.re * o.im + self.im * o.re)

    __rmul__ = __mul__

    def __divmod__(self, other: Gauss | int) -> tuple[Gauss, Gauss]:
        o = Gauss.of(other)
        if not o:
            raise ZeroDivisionError(f"{self} divided by zero")
        t = self * o.conjugate()
        q = Gauss(nearest(t.re, o.norm), nearest(t.im, o.norm))
        return q, self - q * o

    def __floordiv__(self, other: Gauss | int) -> Gauss:
        return divmod(self, other)[0]

    def __mod__(self, other: Gauss | int) -> Gauss:
        return divmod(self, other)[1]

    def __pow__(self, n: int) -> Gauss:
        return reduce(lambda a, b: a * b, [self] * n, Gauss(1))

    def __bool__(self) -> bool:
        return (self.re, self.im) != (0, 0)

    def __complex__(self) -> complex:
        return complex(self.re, self.im)

    def __abs__(self) -> float:
        return math.hypot(self.re, self.im)

    @property
    def norm(self) -> int:
        return self.re**2 + self.im**2

    def conjugate(self) -> Gauss:
        return Gauss(self.re, -self.im)

    def usual(self) -> Gauss:
        """The associate with re > 0 and im >= 0."""
        z = self
        while z and not (z.re > 0 and z.im >= 0):
            z = z * Gauss(0, 1)
        return z

    def __str__(self) -> str:
        if not self.im:
            return str(self.re)
        imaginary = {1: "i", -1: "-i"}.get(self.im, f"{self.im}i")
        return imaginary if not self.re else f"{self.re}{'+' if self.im > 0 else ''}{imaginary}"


def gcd(a: Gauss, b: Gauss) -> Gauss:
    while b:
        a, b = b, a % b
    return a.usual()


@lru_cache(maxsize=None)
def is_prime(n: int) -> bool:
    return n > 1 and all(n % p for p in range(2, math.isqrt(n) + 1))


def gauss_prime(z: Gauss) -> bool:
    if z.re and z.im:
        return is_prime(z.norm)
    size = abs(z.re or z.im)
    return is_prime(size) and size % 4 == 3


def split(p: int) -> Gauss:
    """A factor of the prime p = 1 (mod 4)."""
    for a in range(2, p):
        root = pow(a, (p - 1) // 4, p)
        if root * root % p == p - 1:
            return gcd(Gauss(p), Gauss(root, 1))
    raise ValueError(f"{p} does not split")


def factors(z: Gauss) -> Counter[Gauss]:
    found: Counter[Gauss] = Counter()
    n, p = z.norm, 2
    while n > 1:
        if n % p:
            p += 1
            continue
        candidates = (
            [Gauss(1, 1)]
            if p == 2
            else [Gauss(p)]
            if p % 4 == 3
            else [split(p), split(p).conjugate().usual()]
        )
        for candidate in candidates:
            while not z % candidate:
                z = z // candidate
                n //= candidate.norm
                found[candidate] += 1
    found[z] += z != Gauss(1)
    return +found


def two_squares(n: int) -> list[tuple[int, int]]:
    return [
        (a, b) for a in range(math.isqrt(n) + 1) if (b := math.isqrt(n - a * a)) >= a and a * a + b * b == n
    ]


def spiral(limit: int) -> Iterator[Gauss]:
    yield from sorted((Gauss(a, b) for a, b in product(range(limit), repeat=2)), key=lambda z: (z.norm, z))


def main() -> None:
    a, b = Gauss(27, 23), Gauss(8, 1)
    print(
        a + b,
        a - b,
        a * b,
        *divmod(a, b),
        a // b,
        a % b,
        5 - a,
        2 * b,
        b**5,
        gcd(a, b),
        gcd(Gauss(11, 3), Gauss(1, 8)),
        abs(Gauss(3, -4)),
        complex(b),
    )
    print(
        all(
            (q := divmod(x, y))[0] * y + q[1] == x and 2 * q[1].norm <= y.norm
            for x in spiral(7)
            for y in spiral(5)
            if y
        )
    )
    print([str(z) for z in spiral(6) if gauss_prime(z)], sum(map(gauss_prime, spiral(12))))
    for z in (
        Gauss(30),
        Gauss(-7, 24),
        Gauss(5, 12),
        Gauss(0, 2025),
        Gauss(1),
        Gauss(0, -1),
        Gauss(10**6 + 9),
    ):
        parts = factors(z)
        whole = reduce(lambda x, item: x * item[0] ** item[1], parts.items(), Gauss(1))
        print(
            f"{z!s:>8} = {' * '.join(f'({p})^{k}' if k > 1 else f'({p})' for p, k in parts.items())}",
            whole == z,
        )
    print(
        [(n, two_squares(n)) for n in (25, 50, 65, 325, 7, 1105, 0)],
        max(range(1, 700), key=lambda n: len(two_squares(n))),
    )
    print(
        [str(split(p)) for p in (5, 13, 17, 29, 10009)],
        [str(Gauss(0, 1) ** k) for k in range(5)],
        Gauss(3, 2) < Gauss(3, 3),
        max(Gauss(1, 9), Gauss(2)),
        {Gauss(1): 1}.get(Gauss(1, 0)),
    )
    print(
        sum([Gauss(1, 2), Gauss(3)], Gauss(0)),
        sorted({z.usual() for z in (Gauss(0, 3), Gauss(-3), Gauss(0, -3), Gauss(-1, 2))}),
        str(Gauss(0, -1)),
        repr(Gauss(2, -1)),
        bool(Gauss(0)),
        is_prime.cache_info().hits > 0,
    )
    tries: list[Callable[[], object]] = [
        lambda: a % 0,
        lambda: divmod(a, Gauss(0)),
        lambda: split(7),
        lambda: factors(Gauss(0))[Gauss(0)],
    ]
    for attempt in tries:
        try:
            print(attempt())
        except (ZeroDivisionError, ValueError) as error:
            print(type(error).__name__, error)


main()
