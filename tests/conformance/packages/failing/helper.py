"""The file that fails."""


def start(numbers: list[int]) -> None:
    for number in numbers:
        print(divide(10, number))


def divide(a: int, b: int) -> int:
    return a // b
