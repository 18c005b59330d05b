"""Arguments whose number is known at run time: slices, ranges; counts and repetitions shown."""

from itertools import count, islice, repeat
from typing import Any


def made(*args: Any) -> slice:
    return slice(*args)


def numbers(*args: int) -> list[int]:
    return list(range(*args))


def tried(*args: Any) -> None:
    f: Any = slice
    try:
        print(f(*args))
    except TypeError as e:
        print("TypeError", e)


def main() -> None:
    for args in ((2,), (2, 4), (2, None), (0, None, 2), (None,), (None, 3), (7, 1, -1)):
        s = made(*args)
        print(s, "abcdefgh"[s], s.start, s.stop, s.step, s.indices(5))
        tried(*args)
    print(slice(3), slice(1, 3), slice(None, None, 2), slice(1, 2, 3) == slice(1, 2, 3))
    print(numbers(4), numbers(1, 4), numbers(1, 9, 3))
    print(repr(count(10.25)), count(10.5, 1.25), count(3), count(3, 2))
    c = count(10.5, 1.25)
    print(next(c), c, list(islice(c, 2)))
    print(repeat("a", -1), repeat("a", 3), repeat(2), list(repeat("a", -1)), list(repeat(1, 0)))
    for n in (-3, -1, 0, 2):
        print(n, list(repeat("x", n)), list(repeat("x", times=n)), list(map(pow, [2, 3], repeat(2))))


main()
