# expect-refusal: unsupported
"""Counting by floats from an int: the first number of such a `count` is an int on CPython."""

from itertools import count

for number, hour in zip(range(3), count(9, 0.5)):
    print(number, hour)
