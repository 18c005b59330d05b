"""Mazes made by four algorithms from one seed, drawn with box characters, solved three ways, and measured."""

from __future__ import annotations

import heapq
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntFlag

Cell = tuple[int, int]


class Way(IntFlag):
    N = 1
    E = 2
    S = 4
    W = 8

    @property
    def step(self) -> Cell:
        return {Way.N: (-1, 0), Way.E: (0, 1), Way.S: (1, 0), Way.W: (0, -1)}[self]

    @property
    def back(self) -> Way:
        return Way((self << 2 | self >> 2) & 15)


WAYS = [Way.N, Way.E, Way.S, Way.W]
BOX = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"


class Random:
    def __init__(self, seed: int) -> None:
        self.state = seed or 1

    def below(self, limit: int) -> int:
        x = self.state
        x ^= x << 13 & 0xFFFFFFFF
        x ^= x >> 17
        x ^= x << 5 & 0xFFFFFFFF
        self.state = x & 0xFFFFFFFF
        return self.state % limit

    def shuffled(self, items: list[Way]) -> list[Way]:
        items = items[:]
        for index in range(len(items) - 1, 0, -1):
            other = self.below(index + 1)
            items[index], items[other] = items[other], items[index]
        return items


@dataclass
class Maze:
    height: int
    width: int
    open: dict[Cell, Way] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if min(self.height, self.width) < 1:
            raise ValueError(f"no maze of {self.height} x {self.width}")
        self.open = {(r, c): Way(0) for r in range(self.height) for c in range(self.width)}

    def beside(self, cell: Cell, way: Way) -> Cell | None:
        other = cell[0] + way.step[0], cell[1] + way.step[1]
        return other if other in self.open else None

    def carve(self, cell: Cell, way: Way) -> None:
        other = self.beside(cell, way)
        assert other is not None
        self.open[cell] |= way
        self.open[other] |= way.back

    def exits(self, cell: Cell) -> Iterator[Cell]:
        for way in WAYS:
            if way in self.open[cell]:
                other = self.beside(cell, way)
                assert other is not None
                yield other

    def __str__(self) -> str:
        return "\n".join("".join(BOX[self.open[r, c]] for c in range(self.width)) for r in range(self.height))


def backtracker(maze: Maze, random: Random) -> None:
    stack, seen = [(0, 0)], {(0, 0)}
    while stack:
        cell = stack[-1]
        for way in random.shuffled(WAYS):
            other = maze.beside(cell, way)
            if other is not None and other not in seen:
                maze.carve(cell, way)
                seen.add(other)
                stack.append(other)
                break
        else:
            stack.pop()


def kruskal(maze: Maze, random: Random) -> None:
    parent = {cell: cell for cell in maze.open}

    def find(cell: Cell) -> Cell:
        while parent[cell] != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    edges = [
        (random.below(1000), cell, way)
        for cell in maze.open
        for way in (Way.E, Way.S)
        if maze.beside(cell, way)
    ]
    for _, cell, way in sorted(edges):
        other = maze.beside(cell, way)
        assert other is not None
        if find(cell) != find(other):
            parent[find(cell)] = find(other)
            maze.carve(cell, way)


def wilson(maze: Maze, random: Random) -> None:
    inside = {(0, 0)}
    for start in maze.open:
        walk: dict[Cell, Way] = {}
        cell = start
        while cell not in inside:
            way = WAYS[random.below(4)]
            other = maze.beside(cell, way)
            if other is not None:
                walk[cell] = way
                cell = other
        cell = start
        while cell not in inside:
            inside.add(cell)
            maze.carve(cell, walk[cell])
            following = maze.beside(cell, walk[cell])
            assert following is not None
            cell = following


def binary_tree(maze: Maze, random: Random) -> None:
    for cell in maze.open:
        options = [way for way in (Way.N, Way.W) if maze.beside(cell, way) is not None]
        if options:
            maze.carve(cell, options[random.below(len(options))])


def breadth_first(maze: Maze, start: Cell) -> dict[Cell, int]:
    distance = {start: 0}
    queue = deque([start])
    while queue:
        cell = queue.popleft()
        for other in maze.exits(cell):
            if other not in distance:
                distance[other] = distance[cell] + 1
                queue.append(other)
    return distance


def a_star(maze: Maze, start: Cell, goal: Cell) -> tuple[int, int]:
    heap = [(0, 0, start)]
    best = {start: 0}
    looked = 0
    while heap:
        _, steps, cell = heapq.heappop(heap)
        looked += 1
        if cell == goal:
            return steps, looked
        for other in maze.exits(cell):
            if best.get(other, 10**9) > steps + 1:
                best[other] = steps + 1
                guess = abs(other[0] - goal[0]) + abs(other[1] - goal[1])
                heapq.heappush(heap, (steps + 1 + guess, steps + 1, other))
    raise LookupError("no way")


def right_hand(maze: Maze, goal: Cell) -> int:
    cell, facing, steps = (0, 0), 0, 0
    while cell != goal:
        for turn in (1, 0, 3, 2):
            way = WAYS[(facing + turn) % 4]
            if way in maze.open[cell]:
                facing = WAYS.index(way)
                break
        following = maze.beside(cell, WAYS[facing])
        assert following is not None
        cell = following
        steps += 1
    return steps


makers: list[Callable[[Maze, Random], None]] = [backtracker, kruskal, wilson, binary_tree]
for maker in makers:
    maze = Maze(7, 22)
    maker(maze, Random(2024))
    goal = maze.height - 1, maze.width - 1
    distances = breadth_first(maze, (0, 0))
    degrees = Counter(ways.bit_count() for ways in map(int, maze.open.values()))
    print(
        f"{maker.__name__}: {len(distances)} cells, goal after {distances[goal]}, farthest {max(distances.values())}"
    )
    print(
        f"   a* {a_star(maze, (0, 0), goal)}, right hand {right_hand(maze, goal)}, degrees {dict(sorted(degrees.items()))}"
    )
    print(maze)
print(
    Maze(1, 1).open, Way.N.back, Way.E | Way.W, Way(15), ~Way.N, Way.S.step, [w.name for w in Way(6)], Way(0)
)
try:
    a_star(Maze(2, 2), (0, 0), (1, 1))
except LookupError as error:
    print(error)
Maze(0, 3)
