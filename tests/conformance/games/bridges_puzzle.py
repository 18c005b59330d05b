"""The islands-and-bridges puzzle (hashi) solved by propagation and search; one or two bridges, no crossing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

PUZZLES = {
    "small": ["2.2", "...", "2.2"],
    "corner": ["1.3.1", ".....", "..1.."],
    "double": ["4..4", "....", "4..4"],
    "mixed": ["2..4.3", "......", "2..3..", "1....3"],
    "impossible": ["3.1", "...", "1.1"],
    "split": ["1.1", "...", "1.1"],
}


@dataclass(frozen=True, order=True)
class Island:
    row: int
    column: int
    want: int = field(compare=False)


@dataclass
class Link:
    a: Island
    b: Island
    low: int = 0
    high: int = 2
    crossing: list[int] = field(default_factory=list, repr=False)

    def cells(self) -> Iterator[tuple[int, int]]:
        if self.a.row == self.b.row:
            return ((self.a.row, c) for c in range(self.a.column + 1, self.b.column))
        return ((r, self.a.column) for r in range(self.a.row + 1, self.b.row))


class Contradiction(Exception):
    pass


class Puzzle:
    def __init__(self, rows: list[str]) -> None:
        self.size = len(rows), len(rows[0])
        self.islands = [
            Island(r, c, int(x)) for r, row in enumerate(rows) for c, x in enumerate(row) if x != "."
        ]
        self.links = list(self._links())
        for i, one in enumerate(self.links):
            mine = set(one.cells())
            one.crossing = [j for j, other in enumerate(self.links) if i != j and mine & set(other.cells())]
        self.tried = 0

    def _links(self) -> Iterator[Link]:
        for island in self.islands:
            right = [o for o in self.islands if o.row == island.row and o.column > island.column]
            below = [o for o in self.islands if o.column == island.column and o.row > island.row]
            for others in (right, below):
                if others:
                    yield Link(island, min(others))

    def of(self, island: Island) -> list[int]:
        return [i for i, link in enumerate(self.links) if island in (link.a, link.b)]

    def propagate(self, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
        bounds = bounds[:]
        changed = True
        while changed:
            changed = False
            for island in self.islands:
                mine = self.of(island)
                for i in mine:
                    rest_low = sum(bounds[j][0] for j in mine if j != i)
                    rest_high = sum(bounds[j][1] for j in mine if j != i)
                    low = max(bounds[i][0], island.want - rest_high)
                    high = min(bounds[i][1], island.want - rest_low)
                    if low > high:
                        raise Contradiction(f"{island} cannot have {island.want}")
                    if (low, high) != bounds[i]:
                        bounds[i], changed = (low, high), True
            for i, link in enumerate(self.links):
                if bounds[i][0] > 0:
                    for j in link.crossing:
                        if bounds[j][0] > 0:
                            raise Contradiction("bridges cross")
                        if bounds[j][1] > 0:
                            bounds[j], changed = (0, 0), True
        return bounds

    def connected(self, counts: list[int]) -> bool:
        seen = {self.islands[0]}
        stack = [self.islands[0]]
        while stack:
            here = stack.pop()
            for i in self.of(here):
                other = self.links[i].b if self.links[i].a == here else self.links[i].a
                if counts[i] and other not in seen:
                    seen.add(other)
                    stack.append(other)
        return len(seen) == len(self.islands)

    def solutions(self, bounds: list[tuple[int, int]] | None = None) -> Iterator[list[int]]:
        self.tried += 1
        try:
            bounds = self.propagate(bounds or [(link.low, link.high) for link in self.links])
        except Contradiction:
            return
        open_links = [i for i, (low, high) in enumerate(bounds) if low < high]
        if not open_links:
            counts = [low for low, _ in bounds]
            if self.connected(counts):
                yield counts
            return
        chosen = open_links[0]
        for value in range(bounds[chosen][0], bounds[chosen][1] + 1):
            trial = bounds[:]
            trial[chosen] = (value, value)
            yield from self.solutions(trial)

    def draw(self, counts: list[int]) -> str:
        grid = [[" "] * self.size[1] for _ in range(self.size[0])]
        for island in self.islands:
            grid[island.row][island.column] = str(island.want)
        for link, count in zip(self.links, counts):
            if count:
                level = link.a.row == link.b.row
                for r, c in link.cells():
                    grid[r][c] = ("─═" if level else "│║")[count - 1]
        return "\n".join("".join(row).rstrip() for row in grid)


for title, rows in PUZZLES.items():
    puzzle = Puzzle(rows)
    found = list(puzzle.solutions())
    print(
        f"{title}: {len(puzzle.islands)} islands, {len(puzzle.links)} links, {len(found)} solutions, {puzzle.tried} nodes"
    )
    for counts in found[:2]:
        print(puzzle.draw(counts))
wide = Puzzle(["1.1"])
print(wide.links[0], wide.propagate([(0, 2)]))
try:
    Puzzle(["2.1"]).propagate([(0, 2)])
except Contradiction as error:
    print("contradiction:", error)
