# expect-refusal: polymorphic-recursion
from typing import TypeVar

T = TypeVar("T")


def depth(n: int, x: T) -> int:
    return 0 if n == 0 else 1 + depth(n - 1, [x])


print(depth(5, 1))
