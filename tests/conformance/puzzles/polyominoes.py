"""Growing polyominoes, telling them apart under symmetry, and tiling rectangles with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from string import ascii_letters
from typing import NewType

Cells = frozenset[tuple[int, int]]
Shape = NewType("Shape", tuple[tuple[int, int], ...])


def settled(cells: Cells | set[tuple[int, int]]) -> Shape:
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    return Shape(tuple(sorted((x - left, y - top) for x, y in cells)))


def turns(shape: Shape, flips: bool = True) -> list[Shape]:
    found: list[Shape] = []
    moves: list[Callable[[int, int], tuple[int, int]]] = [
        lambda x, y: (x, y),
        lambda x, y: (-y, x),
        lambda x, y: (-x, -y),
        lambda x, y: (y, -x),
    ]
    for move in moves:
        for flip in (1, -1) if flips else (1,):
            turned = settled({move(flip * x, y) for x, y in shape})
            if turned not in found:
                found.append(turned)
    return found


@cache
def free(size: int, flips: bool = True) -> tuple[Shape, ...]:
    if size == 1:
        return (Shape(((0, 0),)),)
    grown: set[Shape] = set()
    for shape in free(size - 1, flips):
        for x, y in shape:
            for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if place not in shape:
                    grown.add(min(turns(settled({*shape, place}), flips)))
    return tuple(sorted(grown))


def symmetry(shape: Shape) -> int:
    return 8 // len(turns(shape))


def drawn(shape: Shape) -> list[str]:
    width, height = (1 + max(axis) for axis in zip(*shape, strict=True))
    return ["".join("#" if (x, y) in shape else "." for x in range(width)) for y in range(height)]


def tilings(width: int, height: int, shapes: tuple[Shape, ...], once: bool) -> Iterator[str]:
    board: dict[tuple[int, int], str] = {}
    used: set[int] = set()

    def place() -> Iterator[str]:
        hole = next(((x, y) for y in range(height) for x in range(width) if (x, y) not in board), None)
        if hole is None:
            yield "/".join("".join(board[x, y] for x in range(width)) for y in range(height))
            return
        for number, shape in enumerate(shapes):
            if once and number in used:
                continue
            for turned in turns(shape):
                anchor = min(turned, key=lambda c: (c[1], c[0]))
                spots = [(hole[0] + x - anchor[0], hole[1] + y - anchor[1]) for x, y in turned]
                if all(0 <= x < width and 0 <= y < height and (x, y) not in board for x, y in spots):
                    board.update(
                        dict.fromkeys(spots, ascii_letters[number if once else len(board) // len(shape)])
                    )
                    used.add(number)
                    yield from place()
                    used.discard(number)
                    for spot in spots:
                        del board[spot]

    yield from place()


for size in range(1, 7):
    shapes = free(size)
    print(
        size,
        len(shapes),
        len(free(size, flips=False)),
        [sum(symmetry(s) == k for s in shapes) for k in (1, 2, 4, 8)],
    )
for shape in free(4):
    print(symmetry(shape), " ".join(drawn(shape)), shape)
for width, height, size in ((4, 3, 2), (2, 10, 2), (4, 3, 3), (4, 4, 4)):
    ways = list(tilings(width, height, free(size), once=False))
    print(f"{width}x{height} of {size}: {len(ways)} {len(set(ways)) == len(ways)} {ways[0]} {ways[-1]}")
print(
    next(tilings(5, 4, free(5)[4:8], once=True), "no tiling"), next(tilings(5, 3, free(5), once=True), "none")
)
print(free.cache_info().currsize, free(5) is free(5))
