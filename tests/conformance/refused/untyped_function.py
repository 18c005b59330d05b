# expect-refusal: no-untyped-def
"""A function without annotations."""


def double(n):
    return n * 2


print(double(2))
