"""Loops over range objects that have names: parameters, attributes, in generators and comprehensions."""

from __future__ import annotations

from collections.abc import Iterator


class Board:
    def __init__(self, size: int) -> None:
        self.rows = range(size)
        self.columns = range(size - 1, -1, -1)

    def cells(self) -> list[tuple[int, int]]:
        return [(r, c) for r in self.rows for c in self.columns if (r + c) % 2]


def walked(numbers: range) -> list[int]:
    found: list[int] = []
    for number in numbers:
        if len(found) == 6:
            found.append(-1)
            break
        if number % 5 == 4:
            continue
        found.append(number)
    else:
        found.append(0)
    return found


def yielding(numbers: range) -> Iterator[int]:
    for number in numbers:
        got = yield number * 2
        if got is not None:
            return


def pairs(numbers: range) -> Iterator[tuple[int, int]]:
    for a in numbers:
        for b in numbers:
            if a < b:
                yield a, b


def last_of(numbers: range) -> int | None:
    last: int | None = None
    for last in numbers:
        pass
    return last


def replaced() -> list[int]:
    numbers = range(3)
    found: list[int] = []
    for n in numbers:
        numbers = range(n)
        found.extend(numbers)
        n += 10
        found.append(n)
    return found


HUGE = 1 << 64
SHAPES = [
    range(0), range(5), range(3, 3), range(9, 2), range(2, 9, 3), range(9, 2, -3), range(-4, 4), range(4, -4, -1),
    range(HUGE, HUGE + 3), range(HUGE, HUGE - 9, -4), range(-HUGE, HUGE, HUGE), range((1 << 62) - 2, (1 << 62) + 2),
    range(0, 1 << 62, 1 << 61), range(10, 0, -HUGE), range(-(1 << 62), -(1 << 62) + 2), range(True, 4),
]  # fmt: skip


def unbound(numbers: range) -> str:
    try:
        for number in numbers:
            pass
        return f"last {number}"
    except UnboundLocalError as error:
        return str(error)


def main() -> None:
    for shape in SHAPES:
        print(shape, walked(shape), last_of(shape), sum(shape), sum(n for n in shape), {n for n in shape} == set(shape))
    board = Board(4)
    print(board.cells(), {c: r for r, c in zip(board.rows, board.columns)})
    print(list(yielding(range(3))), list(pairs(range(4))), max(n % 7 for n in range(20)))
    stream = yielding(range(5, 0, -2))
    print(next(stream), next(stream), list(stream))
    print(replaced(), unbound(range(2)), unbound(range(0)))
    whole = range(10)
    for part in (whole[2:5], whole[::-3], whole[7:]):
        print([n for n in part], part)
    maybe: range | None = range(2) if len(whole) == 10 else None
    if maybe is not None:
        for n in maybe:
            print(n, end=" ")
    for a, b in zip(whole[:2], whole[5:]):
        print(a, b, end=" ")
    print()


if __name__ == "__main__":
    main()
