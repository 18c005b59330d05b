"""Comprehensions have frames of their own in CPython 3.11."""


def half(n: int) -> int:
    if n % 2:
        raise ValueError(f"{n} is odd")
    return n // 2


def halves(numbers: list[int]) -> list[int]:
    return [half(n) for n in numbers]


print(halves([2, 4]))
print(halves([2, 3]))
