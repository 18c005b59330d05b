"""NamedTuple classes."""

from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self) -> int:
        return abs(self.x) + abs(self.y)


p = Point(3)
print(p, p.x, p[1], p.norm(), Point(1, 2) == (1, 2), p._replace(y=9), list(p), len(p))
x, y = Point(5, 6)
print(x, y, sorted([Point(2, 1), Point(1, 5)]), {Point(1, 1): "a"}[Point(1, 1)], Point._fields)
