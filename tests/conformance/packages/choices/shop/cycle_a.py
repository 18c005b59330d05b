print("cycle_a starts")
from . import cycle_b


def double(n: int) -> int:
    return n * 2


def through_b(n: int) -> int:
    return cycle_b.use_a(n) + 1


print("cycle_a ends")
