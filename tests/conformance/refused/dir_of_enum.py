# expect-refusal: dynamic-namespace
"""What a metaclass makes is not listed."""

from enum import Enum


class Color(Enum):
    RED = 1


print([name for name in dir(Color) if not name.startswith("_")])
