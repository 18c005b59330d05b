"""Unpacking the wrong number of values."""


def two(values: list[int]) -> None:
    try:
        a, b = values
        print(a, b)
    except ValueError as error:
        print(error)


def two_or_more(values: list[int]) -> None:
    try:
        a, b, *rest = values
        print(a, b, rest)
    except ValueError as error:
        print(error)


two([1, 2])
two([1])
two([1, 2, 3])
two([])
two_or_more([1, 2, 3])
two_or_more([1])


def swap(pair: tuple[int, str]) -> tuple[str, int]:
    number, text = pair
    return text, number


print(swap((1, "x")))
