# expect-refusal: unsupported
"""An enumeration whose members would be floats."""

from enum import Enum


class C(float, Enum):
    A = 1.5


print(C.A + 1)
