# expect-refusal: unsupported
from enum import IntEnum


def numbers() -> tuple[int, int]:
    return 1, 2


class Pair(IntEnum):
    LEFT, RIGHT = numbers()


print(Pair.LEFT)
