"""Containers made of None are filled with values of which nobody knows the type, in checked code and beside it."""

from collections import deque
from collections.abc import Callable
from typing import Any

recent = deque([None], maxlen=3)
best = dict.fromkeys("abc")


def later(function: Callable[..., Any], *args: Any, callback: Callable[[Any], None]) -> None:
    callback(function(*args))


def add(x, y):
    return x + y


class Board:
    def __init__(self, size: int) -> None:
        self.cells = [None] * size
        self.grid = [[None] * size for _ in range(size)]

    def put(self, place: int, value: Any) -> None:
        self.cells[place] = value
        self.grid[place][place] = value

    def get(self, place: int) -> Any:
        return self.cells[place]

    def free(self) -> list[int]:
        return [place for place, cell in enumerate(self.cells) if cell is None]

    def __str__(self) -> str:
        return "|".join(" " if cell is None else str(cell) for cell in self.cells)


def remembered(values: dict[str, Any]) -> None:
    memo = {name: None for name in values}
    for name, value in values.items():
        memo[name] = value
    first = memo["a"]
    print(memo, first, first == 5, memo["b"] is None, [value for value in memo.values()])
    if memo["a"]:
        print("there is one:", max(value for value in memo.values() if value))


class Async:
    def __init__(self, function, args):
        self.function = function
        self.args = args


def inlined(function):
    def wrapper(*args):
        running = function(*args)
        results = deque([None])
        while True:
            given = results.popleft()
            try:
                wanted = running.send(given)
                later(wanted.function, *wanted.args, callback=results.append)
            except StopIteration:
                break

    return wrapper


@inlined
def steps():
    print((yield Async(add, (2, 3))))
    print((yield Async(add, ("hello ", "world"))))
    for n in range(2):
        print((yield Async(add, (n, 0.5))))


later(add, 2, 3, callback=recent.append)
later(add, "x", "y", callback=recent.append)
print(recent, recent[1], recent.pop())
best["a"] = add(1, 2)
print(best["a"], best.get("b"), best)
board = Board(4)
board.put(1, "x")
board.put(3, 7)
print(board, board.get(1), board.get(0), board.cells, board.grid[3], board.free())
for cell in board.cells:
    print(cell, end=" ")
print()
remembered({"a": 5, "b": None})
steps()
