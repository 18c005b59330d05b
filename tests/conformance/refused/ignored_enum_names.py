# expect-refusal: unsupported
"""Names of an enumeration's body that do not become members."""

from enum import Enum


class Size(Enum):
    _ignore_ = ["base"]
    base = 10
    SMALL = base
    LARGE = base * 2


print(list(Size))
