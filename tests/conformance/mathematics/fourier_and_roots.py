"""Complex numbers at work: FFT and convolution, roots of polynomials by Durand-Kerner, Mandelbrot, Möbius maps, text of complex."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce


def fft(values: Sequence[complex], inverse: bool = False) -> list[complex]:
    n = len(values)
    if n == 1:
        return [complex(values[0])]
    if n & n - 1:
        raise ValueError(f"{n} is no power of two")
    even, odd = fft(values[::2], inverse), fft(values[1::2], inverse)
    sign = 1 if inverse else -1
    out = [0j] * n
    for k in range(n // 2):
        turned = cmath.exp(sign * 2j * math.pi * k / n) * odd[k]
        out[k], out[k + n // 2] = even[k] + turned, even[k] - turned
    return out


def inverse_fft(values: Sequence[complex]) -> list[complex]:
    return [v / len(values) for v in fft(values, True)]


def convolve(a: Sequence[int], b: Sequence[int]) -> list[int]:
    size = 1 << (len(a) + len(b) - 2).bit_length()
    spectra = [fft([*map(complex, s), *[0j] * (size - len(s))]) for s in (a, b)]
    product = inverse_fft([x * y for x, y in zip(*spectra)])
    return [round(v.real) for v in product[: len(a) + len(b) - 1]]


def multiply(a: int, b: int) -> int:
    digits = convolve([int(c) for c in reversed(str(a))], [int(c) for c in reversed(str(b))])
    return sum(d * 10**i for i, d in enumerate(digits))


@dataclass(frozen=True)
class Polynomial:
    coefficients: tuple[complex, ...]  # from the constant on

    @classmethod
    def from_roots(cls, *roots: complex) -> Polynomial:
        items: list[complex] = [1]
        for root in roots:
            items = [a - root * b for a, b in zip([0, *items], [*items, 0])]
        return cls(tuple(items))

    def __call__(self, x: complex) -> complex:
        return reduce(lambda acc, c: acc * x + c, reversed(self.coefficients), 0j)

    def roots(self, rounds: int = 200) -> list[complex]:
        n = len(self.coefficients) - 1
        lead = self.coefficients[-1]
        guess = [(0.4 + 0.9j) ** k for k in range(n)]
        for _ in range(rounds):
            before = list(guess)
            for i, x in enumerate(guess):
                below = reduce(lambda p, q: p * q, (x - y for j, y in enumerate(guess) if j != i), lead)
                guess[i] = x - self(x) / below
            if max(abs(a - b) for a, b in zip(before, guess)) < 1e-13:
                break
        return sorted(map(tidy, guess), key=lambda z: (round(z.real, 6), z.imag))


def tidy(z: complex, digits: int = 8) -> complex:
    return complex(round(z.real, digits) + 0.0, round(z.imag, digits) + 0.0)


@dataclass(frozen=True)
class Moebius:
    a: complex
    b: complex
    c: complex
    d: complex

    def __call__(self, z: complex) -> complex:
        return (self.a * z + self.b) / (self.c * z + self.d)

    def __matmul__(self, o: Moebius) -> Moebius:
        return Moebius(
            self.a * o.a + self.b * o.c,
            self.a * o.b + self.b * o.d,
            self.c * o.a + self.d * o.c,
            self.c * o.b + self.d * o.d,
        )

    @property
    def fixed(self) -> tuple[complex, complex]:
        half = (self.a - self.d) / (2 * self.c)
        root = cmath.sqrt(half * half + self.b / self.c)
        return half + root, half - root


def mandelbrot(width: int, height: int, limit: int) -> Iterator[str]:
    for row in range(height):
        line = ""
        for column in range(width):
            c = complex(-2.1 + 2.9 * column / width, -1.2 + 2.4 * row / (height - 1))
            z, n = 0j, 0
            while abs(z) <= 2 and n < limit:
                z = z * z + c
                n += 1
            line += " .:-=+*#%@"[n * 9 // limit]
        yield line.rstrip()


def main() -> None:
    signal = [
        complex(math.cos(2 * math.pi * 3 * n / 16) + 0.5 * math.sin(2 * math.pi * 5 * n / 16))
        for n in range(16)
    ]
    spectrum = fft(signal)
    print([(k, tidy(v, 6)) for k, v in enumerate(spectrum) if abs(v) > 1e-9])
    print(
        max(abs(a - b) for a, b in zip(signal, inverse_fft(spectrum))) < 1e-12,
        abs(sum(abs(v) ** 2 for v in spectrum) / 16 - sum(abs(v) ** 2 for v in signal)) < 1e-9,
    )
    print(convolve([1, 2, 3], [4, 5, 6, 7]), multiply(3**80, 7**60) == 3**80 * 7**60, convolve([5], [6]))
    for p in (
        Polynomial((-6, 11, -6, 1)),
        Polynomial((1, 0, 0, 0, 1)),
        Polynomial((5j, 2, 1)),
        Polynomial.from_roots(2, -1j, 0.5 + 0.5j, -3),
    ):
        print(p.roots(), all(abs(p(r)) < 1e-5 for r in p.roots()), p.coefficients)
    spin = Moebius(1j, 1, 1, 2)
    print(
        tidy(spin(2)),
        [tidy(f) for f in spin.fixed],
        all(abs(spin(f) - f) < 1e-12 for f in spin.fixed),
        tidy((spin @ spin)(0.3)) == tidy(spin(spin(0.3))),
    )
    print(*mandelbrot(48, 13, 40), sep="\n")
    z = 3 - 4j
    print(
        z,
        abs(z),
        z.conjugate(),
        -z,
        z * 2,
        z / 2j,
        z**2,
        z**-1,
        z**0.5,
        z == 3 - 4j,
        2 + 0j == 2,
        hash(2 + 0j) == hash(2),
        bool(0j),
        repr(complex(-0.0, -0.0)),
    )
    print(
        [complex(t) for t in ("1+2j", "-j", "3", " (1e3-.5j) ", "inf-nanj", "+1j")],
        f"{z:.2f} {z:+.1e} {z!r:>10} {1j:g} {z:>12}|",
        complex(1.5),
        complex(1j, 1j),
        z.real.is_integer(),
    )
    print(
        [tidy(f(z), 6) for f in (cmath.exp, cmath.log, cmath.sin, cmath.sqrt, cmath.atan, cmath.cosh)],
        cmath.polar(1j),
        tidy(cmath.rect(2, math.pi / 6)),
        cmath.phase(-1),
        cmath.isclose(1 + 1e-12j, 1),
    )
    print(
        sum([1j, 2, 0.5]),
        max([3j, -4, 1 + 1j], key=abs),
        sorted([2j, 1, -1 + 0j], key=lambda c: (c.real, c.imag)),
        1j**2,
        (1 + 1j) ** 10,
        2 ** (1j * 0),
        0j**0,
    )
    tries: list[Callable[[], object]] = [
        lambda: fft([1, 2, 3]), lambda: 1j / 0, lambda: 0j**-1, lambda: complex("1 + 2j"), lambda: cmath.log(0), lambda: complex("j1"), lambda: cmath.exp(1000), lambda: Moebius(1, 0, 0, 0)(1),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (ValueError, ArithmeticError) as error:
            print(type(error).__name__, error)


main()
