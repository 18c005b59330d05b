"""Fractions beside floats and complex numbers, as powers, and as classes derived from them."""

import copy
import math
import operator
from fractions import Fraction as F
from typing import Any


class Ratio(F):
    """Its copies are new objects; arithmetic gives plain fractions."""

    def percent(self) -> str:
        return f"{float(self * 100):.1f} %"


def show(label: str, value: object) -> None:
    print(label, type(value).__name__, value)


third = F(1, 3)
show("int // fraction", 7 // F(2, 3))
show("float // fraction", 2.5 // F(2, 3))
show("fraction // float", F(7, 2) // 0.75)
show("fraction // fraction", F(7, 2) // third)
show("int % fraction", 7 % F(2, 3))
show("fraction % float", F(7, 2) % 0.75)
show("float % fraction", 7.5 % F(2))
show("negative", -7 % F(2, 3))
print(divmod(F(-7, 2), F(2, 3)), divmod(5, F(2, 3)), divmod(F(7, 2), 0.75), divmod(2.5, F(2, 3)))

show("power", F(2, 3) ** 3)
show("power", F(2, 3) ** -2)
show("float power", F(1, 4) ** 0.5)
show("fraction power", F(1, 4) ** F(1, 2))
show("int ** whole", 2 ** F(5))
show("int ** -whole", 2 ** F(-2))
show("int ** half", 9 ** F(1, 2))
show("float ** whole", 1.5 ** F(2))
show("float ** half", 2.25 ** F(1, 2))
root: Any = pow(-1, F(1, 2))
print(type(root).__name__, round(root.real, 9), root.imag)

show("complex sum", F(1, 2) + 1j)
show("complex difference", (2 + 1j) - F(1, 2))
show("complex product", F(1, 2) * 2j)
show("complex quotient", 1j / F(1, 2))
print(F(3, 8) == complex(0.375, 0.0), F(3, 8) == complex(0.375, 0.2), complex(0.375) == F(3, 8))
print(F(3, 8) != complex(0.375, 0.0), F(1, 10) == 0.1, F(1, 8) == 0.125, F(4, 2) == 2, F(1, 2) == math.nan)

held: list[Any] = [F(1, 2), 2, 0.5, 1j, Ratio(3, 4)]
for left in held:
    row = []
    for right in held:
        try:
            row.append(f"{left / right}")
        except ZeroDivisionError as error:
            row.append(str(error))
    print(left, row)
try:
    print(operator.lt(held[0], held[3]))
except TypeError as error:
    print(error)

ratio = Ratio(7, 8)
print(copy.copy(third) is third, copy.deepcopy(third) is third)
again, deep = copy.copy(ratio), copy.deepcopy([ratio])[0]
print(again is ratio, again == ratio, type(again).__name__, again.percent())
print(deep is ratio, deep == ratio, type(deep).__name__, deep.percent())
print(type(ratio + 1).__name__, type(-ratio).__name__, repr(ratio), Ratio.from_float(0.25).percent())
for bad in (
    lambda: 1 // F(0), lambda: F(1, 2) % 0, lambda: F(0) ** -1, lambda: 0 ** F(-1), lambda: divmod(1, F(0))
):  # fmt: skip
    try:
        bad()
    except ZeroDivisionError as error:
        print("division:", error)
class Angle:
    def __eq__(self, other: object) -> bool:
        return isinstance(other, complex) and other.imag == 1.0


print(1j == Angle(), 1j != Angle(), 2j == Angle(), complex(1) == 1, 1j != None, [1j] == [Angle()], 1j in [Angle()])
either: Any = 1j
print(either == Angle(), either == F(1), complex(1) != F(1), either != F(1))
