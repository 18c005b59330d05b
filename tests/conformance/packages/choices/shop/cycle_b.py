print("cycle_b starts")
from . import cycle_a


def use_a(n: int) -> int:
    return cycle_a.double(n)


print("cycle_b ends", cycle_a.__name__)
