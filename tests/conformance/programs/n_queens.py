"""Eight queens by backtracking."""


def solve(n: int) -> list[list[int]]:
    solutions: list[list[int]] = []
    columns: set[int] = set()
    down: set[int] = set()
    up: set[int] = set()
    placed: list[int] = []

    def place(row: int) -> None:
        if row == n:
            solutions.append(placed[:])
            return
        for column in range(n):
            if column in columns or row + column in up or row - column in down:
                continue
            columns.add(column)
            up.add(row + column)
            down.add(row - column)
            placed.append(column)
            place(row + 1)
            placed.pop()
            columns.remove(column)
            up.remove(row + column)
            down.remove(row - column)

    place(0)
    return solutions


for n in (4, 5, 6):
    print(n, len(solve(n)), solve(n)[0])
for column in solve(8)[0]:
    print("." * column + "Q" + "." * (7 - column))
