"""A program of several files."""

import geometry
import geometry.solids as solids
from geometry import UNIT, describe
from geometry.flat import Circle, Square
from geometry.flat import area as flat_area

print(UNIT, geometry.VERSION, describe(Square(3)), describe(Circle(2)))
print(flat_area([Square(1), Square(2)]), solids.cube(3), solids.CUBES, geometry.counter.count)
geometry.counter.bump()
print(geometry.counter.count, solids.bumped())
print(__name__, geometry.__name__, solids.__name__)
