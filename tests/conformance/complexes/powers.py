"""Powers of negative numbers become complex; powers of others do not."""

import math
from typing import Any


def root(x: float) -> float:
    return x**0.5


def distance(ax: float, ay: float, bx: float, by: float) -> float:
    return ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5


def cube_root(x: float, power: float) -> Any:
    return x**power


def solve(a: float, b: float, c: float) -> tuple[complex, complex]:
    d: complex = (b * b - 4 * a * c) ** 0.5
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


def near(z: complex) -> str:
    return f"{z:.6f}"


def main() -> None:
    print((-8) ** 0.5, near((-8) ** (1 / 3)), (-2.0) ** 3, (-2.0) ** 3.0, (-8.0) ** -1.0)
    print(root(2.0), root(144), distance(0, 0, 3, 4), distance(1.5, 2.5, -1.0, 0.25))
    print(cube_root(27.0, 1 / 3), near(cube_root(-27.0, 1 / 3)), cube_root(-27.0, 3.0), cube_root(-27.0, 2))
    for one, two in (solve(1, -3, 2), solve(1, 2, 5), solve(1, 0, 1), solve(2.0, 4.0, 2.0)):
        print(near(one), near(two))
    x = -4.0
    y = x**0.5
    print(near(y), isinstance(y, complex), round(abs(y), 6))
    x = 16.0
    y = x**0.5
    print(y, round(y), int(y), math.floor(y), y * 2, 1 / y, y > 3, -y, round(y, 2), f"{y:.3f}")
    print(pow(-8, 0.5), near(pow(-8.0, 1 / 3)), pow(4.0, 0.5), pow(2, -1), pow(2j, 2), pow(1 + 1j, 3), pow(2, 1j) == 2**1j)
    total = 0.0
    for n in range(1, 20):
        total += (n * 1.5) ** 0.5
    print(total)
    p: float = 2.0
    p **= 0.5
    print(p)
    unknown: Any = -2
    print(near(unknown**0.5), unknown**2, unknown**-1, near((-2) ** 1.5), 0.0**0.5, 0**0.5, (-0.0) ** 0.5)
    print((-1) ** 0.5 == 1j, abs((-1) ** 0.5 - 1j) < 1e-15, (-math.inf) ** 0.5, math.nan**0.5, (-1.0) ** math.inf)


main()
