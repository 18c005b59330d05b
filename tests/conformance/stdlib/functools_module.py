"""functools: reduce, partial, lru_cache."""

import functools


@functools.lru_cache(maxsize=None)
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def power(base: int, exponent: int) -> int:
    result = 1
    for _ in range(exponent):
        result *= base
    return result


print(fibonacci(80), functools.reduce(lambda a, b: a - b, [10, 2, 3]))
square = functools.partial(power, exponent=2)
two_to = functools.partial(power, 2)
print(square(9), two_to(10))
