"""What named tuples say of themselves, with a text of their own and without one."""
from typing import Any, NamedTuple
from collections import namedtuple
from enum import Enum
class P(NamedTuple):
    x: int
    y: int = 2
class Q(NamedTuple):
    """Doc."""
    x: int
R = namedtuple("R", "a b")
class C(Enum):
    A = 1
print(P.__doc__, Q.__doc__, R.__doc__, C.__doc__)
o: Any = P(1)
print(o.__doc__, type(o).__doc__)
