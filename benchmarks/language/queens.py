"""Backtracking over lists of bools: eight queens (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


class Board:
    def __init__(self, size: int) -> None:
        self.size = size
        self.free_rows = [True] * size
        self.free_sums = [True] * (2 * size)
        self.free_differences = [True] * (2 * size)
        self.rows = [-1] * size

    def place(self, column: int) -> bool:
        """Put queens on this column and those behind it; False when there is no way."""
        if column == self.size:
            return True
        for row in range(self.size):
            if self.is_free(row, column):
                self.rows[row] = column
                self.set_free(row, column, False)
                if self.place(column + 1):
                    return True
                self.set_free(row, column, True)
        return False

    def is_free(self, row: int, column: int) -> bool:
        return (
            self.free_rows[row]
            and self.free_sums[row + column]
            and self.free_differences[column - row + self.size - 1]
        )

    def set_free(self, row: int, column: int, free: bool) -> None:
        self.free_rows[row] = free
        self.free_sums[row + column] = free
        self.free_differences[column - row + self.size - 1] = free


def run() -> bool:
    good = True
    for _ in range(30):
        board = Board(8)
        good = good and board.place(0) and board.rows == [0, 6, 4, 7, 1, 3, 5, 2]
    return good


if __name__ == "__main__":
    measure(run)
