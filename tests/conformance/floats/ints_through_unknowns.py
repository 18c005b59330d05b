"""Ints that reach containers of floats through `Any`: a setter, functions of unknown containers, insort."""

from bisect import insort
from typing import Any


class Table:
    def __init__(self) -> None:
        self.rates: dict[int, float] = {}

    def set(self, key: Any, value: Any) -> None:
        self.rates[key] = value

    def rate(self, key: int) -> float:
        return self.rates[key]


def fill(target: Any, value: Any) -> None:
    target.append(value)
    target[0] = value
    target.insert(1, value * 2)


def main() -> None:
    table = Table()
    table.set(1, 2)
    table.set(2, 2.5)
    print(table.rates, table.rate(1), table.rate(1) / 2, table.rate(2))
    numbers = [0.5, 1.5]
    fill(numbers, 3)
    print(numbers, numbers[0], sum(numbers), [n // 2 for n in numbers])
    ordered: list[float] = [0.5, 2.5]
    insort(ordered, 1)
    insort(ordered, 2, key=lambda n: -n)
    print(ordered, min(ordered), max(ordered, key=lambda n: n % 2))


main()
