"""Frames of lambdas, comprehensions, nested functions, properties and class bodies."""

from __future__ import annotations


class Table:
    def __init__(self, rows: list[list[int]]) -> None:
        self.rows = rows

    @property
    def ratio(self) -> float:
        return self.compute(lambda row: sum(row) / len([x for x in row if x > 100]))

    def compute(self, f: object) -> float:
        def inner(row: list[int]) -> float:
            assert callable(f)
            return float(f(row))

        return max(
            inner(row)
            for row in self.rows
        )


def main() -> None:
    table = Table([[1, 2], [3]])
    values = {
        name: table.ratio
        for name in ["a", "b"]
    }
    print(values)


main()
