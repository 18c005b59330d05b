"""Angles and their functions at zeros of both signs, at ends of their ranges, for tiny and huge arguments."""

import math
from collections.abc import Callable

SIZES = (0.0, 5e-324, 1e-300, 1e-12, 7e-9, 1.1e-8, 1e-5, 0.0078125, 0.5, 0.78, 0.7853981633974483, 1.0, 1.5, 3.0)
LARGE = (10.0, 355.0, 99999.5, 1e6, 1e9, 1e22, 1e300, math.inf, math.nan)


def shown(function: Callable[[float], float], x: float) -> str:
    try:
        return repr(function(x))
    except (ValueError, OverflowError) as error:
        return str(error)


def signed(sizes: tuple[float, ...]) -> list[float]:
    return [sign for size in sizes for sign in (size, -size)]


for name, function in (("sin", math.sin), ("cos", math.cos), ("tan", math.tan), ("atan", math.atan)):
    print(name, *(shown(function, x) for x in signed(SIZES + LARGE)))
for name, function in (("asin", math.asin), ("acos", math.acos)):
    print(name, *(shown(function, x) for x in signed((*SIZES[:11], 0.9999999999999999, 0.999, 1.0, 1.0000001))))
others: dict[str, Callable[[float], float]] = {"exp": math.exp, "log2": math.log2, "erf": lambda x: round(math.erf(x), 14)}
others["log"] = lambda x: math.log(x)
for name, other in others.items():
    print(name, *(shown(other, x) for x in signed((*SIZES, 709.0, 710.0, -745.0, -746.0, 8.0, *LARGE[-2:]))))
for y in (0.0, -0.0, 1e-300, 0.25, -3.0, 1e200, -math.inf):
    print("atan2", y, *(math.atan2(y, x) for x in (0.0, -0.0, 2e-300, 0.25, -0.25, 1e-200, -7.5, math.inf)))
for base in (0.0, 1e-310, 0.1, 0.5, 1.0, 1.0000000000000002, 2.0, 3.5, 1e10, math.inf):
    print("pow", base, *(shown(lambda y: base**y, y) for y in (0.5, 2.0, 3.0, 0.1, -0.5, -2.5, 60.0, 1e6, 0.0)))
circle = [(math.cos(k * math.pi / 6), math.sin(k * math.pi / 6)) for k in range(-6, 7)]
print([round(math.degrees(math.atan2(y, x)), 9) for x, y in circle])
print(sum(math.hypot(x, y) for x, y in circle), max(abs(math.acos(x) - abs(math.asin(y))) for x, y in circle))
