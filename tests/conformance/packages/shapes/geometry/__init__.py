"""The package's own names."""

from . import counter
from .flat import Shape

print("geometry is imported")
UNIT = "cm"
VERSION = (1, 2)


def describe(shape: Shape) -> str:
    return f"{type(shape).__name__} of {shape.area()} {UNIT}2"
