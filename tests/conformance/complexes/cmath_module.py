"""Every function of cmath: ordinary numbers, branch cuts, edges, infinities and nans, errors."""

import cmath
from collections.abc import Callable

FUNCTIONS: list[tuple[str, Callable[[complex], complex]]] = [
    ("sqrt", cmath.sqrt), ("exp", cmath.exp), ("log", cmath.log), ("log10", cmath.log10),
    ("sin", cmath.sin), ("cos", cmath.cos), ("tan", cmath.tan),
    ("sinh", cmath.sinh), ("cosh", cmath.cosh), ("tanh", cmath.tanh),
    ("asin", cmath.asin), ("acos", cmath.acos), ("atan", cmath.atan),
    ("asinh", cmath.asinh), ("acosh", cmath.acosh), ("atanh", cmath.atanh),
]  # fmt: skip
ORDINARY = [1 + 2j, -1.5 + 0.25j, 0.3 - 0.7j, -2 - 3j, 2, 0.5j, -0.25, 10 - 4j, 1e-10 + 1e-10j]
INF, NAN = cmath.inf, cmath.nan
EDGES = [complex(x, y) for x in (0.0, -0.0, 1.0, -1.0, INF, -INF, NAN) for y in (0.0, -0.0, 1.0, -2.5, INF, -INF, NAN)]
LARGE = [1e300 + 1e300j, -1e308 + 1j, 720 + 1j, -720 - 1j, 1e-310 + 1e-310j, 1e160 + 0j, 5e-324j]


def text(z: complex) -> str:
    """Ten digits: the last ones are the C library's business."""
    return "/".join("nan" if x != x else f"{x:.10g}" for x in (z.real, z.imag))


def table(name: str, function: Callable[[complex], complex], numbers: list[complex]) -> None:
    line: list[str] = []
    for z in numbers:
        try:
            line.append(text(function(z)))
        except (ValueError, OverflowError) as error:
            line.append(f"{type(error).__name__}:{error}")
    print(name, *line)


def roots_of_unity(n: int) -> list[complex]:
    return [cmath.exp(2j * cmath.pi * k / n) for k in range(n)]


def transform(samples: list[complex]) -> list[complex]:
    """A discrete Fourier transform by halves."""
    n = len(samples)
    if n == 1:
        return samples
    even, odd = transform(samples[::2]), transform(samples[1::2])
    turned = [cmath.rect(1, -2 * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


def main() -> None:
    for name, function in FUNCTIONS:
        table(name, function, ORDINARY)
    for name, function in FUNCTIONS:
        table(name, function, EDGES)
    for name, function in FUNCTIONS:
        table(name, function, LARGE)
    print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
    for z in [*ORDINARY, complex(-1, -0.0), -1 + 0j]:
        print(f"{cmath.phase(z):.12g}", *(f"{x:.12g}" for x in cmath.polar(z)))
    for r, phi in ((1, 0), (2.0, cmath.pi / 2), (-1.5, 1), (INF, 0), (INF, 2.0), (-INF, 1.0), (0, 5), (NAN, 0.0), (2, NAN), (0, INF)):
        print(text(cmath.rect(r, phi)))
    print(cmath.isfinite(1 + 1j), cmath.isfinite(complex(1, INF)), cmath.isinf(complex(NAN, -INF)), cmath.isnan(complex(1, NAN)), cmath.isnan(3))
    print(cmath.isclose(1 + 1e-10j, 1), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, abs_tol=0.2), cmath.isclose(INF, INF), cmath.isclose(1j, 1j + 0.01, rel_tol=0.1))
    print(text(cmath.log(8, 2)), text(cmath.log(1j, 10)), text(cmath.log(-1)), text(cmath.sqrt(-1)), text(cmath.exp(1j * cmath.pi)))
    print(*map(text, roots_of_unity(5)))
    print(*(f"{z.real:.6f}{z.imag:+.6f}" for z in transform([1, 2.0, 3, 4j, 0, -1, 0.5, 1 + 1j])))
    for work in (lambda: cmath.log(0), lambda: cmath.log(2, 1), lambda: cmath.rect(1, INF), lambda: cmath.polar(1e308 + 1.7e308j), lambda: cmath.atanh(1),
                 lambda: cmath.exp(complex(1000, 1)), lambda: cmath.isclose(1, 2, rel_tol=-1)):
        try:
            print(work())
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)


main()
