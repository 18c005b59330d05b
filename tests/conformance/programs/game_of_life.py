"""A glider on a torus."""

Grid = list[list[bool]]


def parse(text: str) -> Grid:
    return [[c == "#" for c in line] for line in text.split()]


def step(grid: Grid) -> Grid:
    height, width = len(grid), len(grid[0])

    def alive(y: int, x: int) -> int:
        return sum(
            grid[(y + dy) % height][(x + dx) % width] for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx
        )

    return [[alive(y, x) == 3 or (grid[y][x] and alive(y, x) == 2) for x in range(width)] for y in range(height)]


grid = parse("........ ..#..... ...#.... .###.... ........ ........")
for generation in range(6):
    print(generation, sum(map(sum, grid)))
    print("\n".join("".join("#" if cell else "." for cell in row) for row in grid))
    grid = step(grid)
