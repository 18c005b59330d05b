"""Lists in lists: aliasing and equality."""

grid = [[0] * 3 for _ in range(3)]
grid[1][2] = 5
alias = grid[1]
alias.append(7)
print(grid, grid[1] is alias, grid == [[0, 0, 0], [0, 0, 5, 7], [0, 0, 0]])
shared = [[0]] * 3
shared[0].append(1)
print(shared, [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [[1], [2]] == [[1], [2]], [1] != [1, 2], [2] > [1, 9], [1, 2] >= [1, 2])
recursive: list[object] = [1]
recursive.append(recursive)
print(recursive)


def flatten(items: list[list[int]]) -> list[int]:
    return [item for inner in items for item in inner]


print(flatten([[1], [], [2, 3]]))
