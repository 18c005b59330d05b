"""Solids use flat shapes."""

from . import counter
from .flat import Square

CUBES = [n**3 for n in range(4)]
counter.bump()


def cube(side: int) -> int:
    return Square(side).area() * side


def bumped() -> int:
    return counter.count
