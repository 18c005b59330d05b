# expect-refusal: unsupported
"""An enumeration whose members are dates."""

from datetime import date
from enum import Enum


class Day(date, Enum):
    FIRST = 2020, 1, 1
    LAST = 2020, 12, 31


print(Day.FIRST.year, list(Day))
