"""Classes that behave like containers."""

from typing import Iterator


class Grid:
    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.cells = [0] * (width * height)

    def __getitem__(self, at: tuple[int, int]) -> int:
        x, y = at
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError(f"({x}, {y}) is outside")
        return self.cells[y * self.width + x]

    def __setitem__(self, at: tuple[int, int], value: int) -> None:
        x, y = at
        self.cells[y * self.width + x] = value

    def __delitem__(self, at: tuple[int, int]) -> None:
        self[at] = -1

    def __len__(self) -> int:
        return len(self.cells)

    def __contains__(self, value: object) -> bool:
        return value in self.cells

    def __iter__(self) -> Iterator[int]:
        return iter(self.cells)

    def __call__(self, scale: int) -> list[int]:
        return [cell * scale for cell in self.cells]


grid = Grid(3, 2)
grid[1, 1] = 5
grid[0, 0] += 2
del grid[2, 0]
print(grid[1, 1], grid[0, 0], len(grid), 5 in grid, 9 in grid, list(grid), sum(grid), grid(10), max(grid), bool(grid))
try:
    print(grid[5, 0])
except IndexError as error:
    print(error)
for cell in grid:
    print(cell, end=" ")
print()
