"""math.sin and math.cos near their zeros, and float floor division near whole quotients."""

from __future__ import annotations

import math
import random


def check(values: list[float]) -> int:
    total = 0
    for x in values:
        for result in (math.sin(x), math.cos(x), math.sin(-x)):
            total = (total * 31 + hash(result)) % 1000000007
    return total


def divide(pairs: list[tuple[float, float]]) -> list[str]:
    return [repr(a // b) for a, b in pairs]


def main() -> None:
    random.seed(11)
    near: list[float] = []
    for k in range(40):
        for _ in range(30):
            near.append(k * math.pi / 2 + random.uniform(-0.02, 0.02))
            near.append(k * math.pi / 2 + random.uniform(-1e-4, 1e-4))
    print(check(near), check([i / 10.0 for i in range(200)]))
    print([math.sin(x) for x in (0.0, -0.0, 0.0156, -0.0156, 0.015625, 0.001, 3.14, 3.15, 4.7, 6.28, 22.0 / 7)])
    print([math.cos(x) for x in (0.0, 1.57, 1.58, 4.7, 4.72, 7.85, 0.0156, 11.0)])
    pairs: list[tuple[float, float]] = [
        (1.0, 0.1), (0.3, 0.1), (-0.3, 0.1), (1e300, 1e-300), (5.0, 2.0), (-5.0, 2.0), (5.0, -2.0), (-0.0, 2.0),
        (0.0, -2.0), (0.1, -1e9), (-1e-320, 1.0), (7.5, 2.5), (1e16, 3.0), (1.9999999999999998, 1.0), (2.5, 1e-9),
        (float("inf"), 2.0), (2.0, float("inf")), (-2.0, float("inf")), (float("nan"), 1.0), (1.0, float("nan")),
    ]  # fmt: skip
    print(divide(pairs))
    total = 0
    for _ in range(5000):
        b = random.choice([0.1, 0.5, 2.0, 3.0, 0.7, 1e-3, 10.0, -0.3, -7.0])
        a = random.choice([random.uniform(-100, 100), b * random.randrange(-1000, 1000), random.uniform(-1e12, 1e12)])
        total = (total * 31 + hash(a // b) + hash(a % b)) % 1000000007
    print(total)


if __name__ == "__main__":
    main()
