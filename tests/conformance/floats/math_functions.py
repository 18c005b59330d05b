"""The math module, where results are exact or correctly rounded everywhere."""

import math

print(math.sqrt(2.0), math.sqrt(16.0), math.floor(2.7), math.ceil(2.1), math.floor(-2.7), math.ceil(-2.1))
print(math.trunc(-2.7), math.fabs(-3.0), math.pi, math.e, math.inf, math.copysign(3.0, -0.0))
print(math.fmod(7.5, 2.0), math.fmod(-7.5, 2.0), math.hypot(3.0, 4.0))
print(math.isclose(0.1 + 0.2, 0.3), math.floor(1e20))
try:
    print(math.sqrt(-1.0))
except ValueError as error:
    print(error)
