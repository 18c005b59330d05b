# expect-refusal: unsupported
"""Members of an enumeration that a loop or a computed unpacking would make."""

from enum import Enum


class Letter(Enum):
    A, B = sorted(["b", "a"])


print(Letter.A)
