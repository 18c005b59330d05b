# expect-refusal: unsupported
"""An enumeration whose members are objects of a dataclass."""

from dataclasses import dataclass
from enum import Enum


@dataclass
class Data:
    a: int
    b: str


class Row(Data, Enum):
    X = 1, "x"


print(Row.X.a)
