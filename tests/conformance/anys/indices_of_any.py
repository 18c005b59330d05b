"""An index of unknown type: what each sequence says of one that is none."""

from typing import Any


class Position:
    def __init__(self, at: int) -> None:
        self.at = at

    def __index__(self) -> int:
        return self.at

    def __repr__(self) -> str:
        return f"Position({self.at})"


def attempt(sequence: Any, index: Any) -> str:
    try:
        return repr(sequence[index])
    except (TypeError, IndexError, KeyError) as error:
        return f"{type(error).__name__}: {error}"


def store(sequence: Any, index: Any) -> str:
    try:
        sequence[index] = 7
        return repr(sequence)
    except (TypeError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


def remove(sequence: Any, index: Any) -> str:
    try:
        del sequence[index]
        return repr(sequence)
    except (TypeError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


def main() -> None:
    indices: list[Any] = [1, True, -1, Position(2), "1", 1.0, None, (0,), 1j, 9, slice(1, 3)]
    for sequence in ([1, 2, 3], (1, 2, 3), "abc", b"abc", bytearray(b"abc"), range(5, 8), {1: "one"}, 5, None):
        print(type(sequence).__name__)
        for index in indices:
            print("  ", attempt(sequence, index))
    for index in indices[:-1]:
        print(store([1, 2, 3], index), "|", store(bytearray(b"abc"), index), "|", store((1, 2), index))
        print(remove([1, 2, 3], index), "|", remove(bytearray(b"abc"), index))
    numbers = [10, 20, 30]
    for index in indices[:6]:
        try:
            print(numbers[index])
        except TypeError as error:
            print(error)


main()
