# expect-refusal: unsupported
"""Ints are words, not objects with a class of their own."""


class Age(int):
    def next(self) -> int:
        return self + 1


print(Age(41).next())
