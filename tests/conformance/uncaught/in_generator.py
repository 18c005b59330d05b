"""An exception inside a generator shows both frames."""

from typing import Iterator


def numbers() -> Iterator[int]:
    yield 1
    raise ValueError("no more numbers")


def consume() -> None:
    for n in numbers():
        print(n)


consume()
