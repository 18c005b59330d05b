"""Floats in small objects with operators: the chaos game on splines (pyperformance "chaos")."""

from __future__ import annotations

import math

from measuring import measure


class Random:
    """A minimal-standard generator: the same picture under every implementation."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def random(self) -> float:
        self.state = self.state * 16807 % 2147483647
        return self.state / 2147483647.0


class Vector:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor)

    def length(self) -> float:
        return math.hypot(self.x, self.y)


class Spline:
    """A uniform B-spline of degree 3 by de Boor's algorithm."""

    def __init__(self, points: list[Vector]) -> None:
        self.points = points
        self.knots = [0.0] * 3 + [float(i) for i in range(len(points) - 2)] + [float(len(points) - 3)] * 3

    def __call__(self, u: float) -> Vector:
        k = 3
        while k < len(self.points) - 1 and self.knots[k + 1] <= u:
            k += 1
        d = [self.points[j + k - 3] for j in range(4)]
        for r in range(1, 4):
            for j in range(3, r - 1, -1):
                low = self.knots[j + k - 3]
                width = self.knots[j + 1 + k - r] - low
                alpha = (u - low) / width if width != 0.0 else 0.0
                d[j] = d[j - 1] * (1.0 - alpha) + d[j] * alpha
        return d[3]

    def domain(self) -> tuple[float, float]:
        return 0.0, float(len(self.points) - 3)


class Game:
    def __init__(self, splines: list[Spline], size: int) -> None:
        self.splines = splines
        self.size = size
        self.random = Random(1234)
        self.lengths = [self.length_of(spline) for spline in splines]
        self.total = sum(self.lengths)

    def length_of(self, spline: Spline) -> float:
        low, high = spline.domain()
        steps = 200
        total = 0.0
        previous = spline(low)
        for i in range(1, steps + 1):
            current = spline(low + (high - low) * i / steps)
            total += (current - previous).length()
            previous = current
        return total

    def choose(self) -> int:
        left = self.random.random() * self.total
        for index, length in enumerate(self.lengths):
            left -= length
            if left < 0.0:
                return index
        return len(self.lengths) - 1

    def move(self, point: Vector) -> Vector:
        spline = self.splines[self.choose()]
        low, high = spline.domain()
        t = low + point.x * (high - low)
        base = spline(t)
        if t + 0.01 < high:
            ahead = spline(t + 0.01) - base
        else:
            ahead = base - spline(t - 0.01)
        length = ahead.length()
        if length != 0.0:
            base = base + Vector(ahead.y, -ahead.x) * ((point.y - 0.5) * 0.3 / length)
        return Vector(min(max(base.x, 0.0), 0.999), min(max(base.y, 0.0), 0.999))

    def play(self, steps: int) -> list[list[int]]:
        picture = [[0] * self.size for _ in range(self.size)]
        point = Vector(0.5, 0.5)
        for _ in range(steps):
            point = self.move(point)
            picture[int(point.y * self.size)][int(point.x * self.size)] += 1
        return picture


def run() -> bool:
    splines = [
        Spline([Vector(0.1, 0.3), Vector(0.2, 0.9), Vector(0.5, 0.1), Vector(0.7, 0.8), Vector(0.9, 0.2)]),
        Spline([Vector(0.8, 0.1), Vector(0.3, 0.2), Vector(0.6, 0.6), Vector(0.2, 0.8)]),
        Spline([Vector(0.5, 0.5), Vector(0.9, 0.9), Vector(0.1, 0.9), Vector(0.4, 0.2), Vector(0.6, 0.1)]),
    ]
    picture = Game(splines, 64).play(2000)
    checksum = sum(i * count for i, count in enumerate(count for row in picture for count in row))
    return sum(sum(row) for row in picture) == 2000 and checksum == 4673303


if __name__ == "__main__":
    measure(run)
