"""Maximum flow by augmenting paths, minimum cuts, bipartite matching, assignment by shortest augmentations."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)


class Network(Generic[N]):
    def __init__(self) -> None:
        self.capacity: defaultdict[N, dict[N, int]] = defaultdict(dict)
        self.flow: defaultdict[tuple[N, N], int] = defaultdict(int)

    def add(self, a: N, b: N, capacity: int = 1) -> None:
        if capacity < 0:
            raise ValueError(f"capacity {capacity} of {a!r} -> {b!r}")
        self.capacity[a][b] = self.capacity[a].get(b, 0) + capacity
        self.capacity[b].setdefault(a, 0)

    def residual(self, a: N, b: N) -> int:
        return self.capacity[a][b] - self.flow[a, b]

    def path(self, source: N, sink: N) -> list[N] | None:
        came: dict[N, N] = {}
        queue = deque([source])
        while queue:
            here = queue.popleft()
            if here == sink:
                path = [sink]
                while path[-1] != source:
                    path.append(came[path[-1]])
                return path[::-1]
            for other in self.capacity[here]:
                if other not in came and other != source and self.residual(here, other) > 0:
                    came[other] = here
                    queue.append(other)
        return None

    def maximise(self, source: N, sink: N) -> int:
        total = 0
        while (path := self.path(source, sink)) is not None:
            pairs = list(zip(path, path[1:]))
            amount = min(self.residual(a, b) for a, b in pairs)
            for a, b in pairs:
                self.flow[a, b] += amount
                self.flow[b, a] -= amount
            total += amount
        return total

    def cut(self, source: N) -> list[tuple[N, N]]:
        reached = {source}
        stack = [source]
        while stack:
            here = stack.pop()
            for other in self.capacity[here]:
                if other not in reached and self.residual(here, other) > 0:
                    reached.add(other)
                    stack.append(other)
        return [
            (a, b)
            for a in self.capacity
            for b, c in self.capacity[a].items()
            if a in reached and b not in reached and c
        ]


def matching(likes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """As many pairs as there can be."""
    partner: dict[str, str] = {}

    def place(one: str, tried: set[str]) -> bool:
        for other in likes[one]:
            if other not in tried:
                tried.add(other)
                if other not in partner or place(partner[other], tried):
                    partner[other] = one
                    return True
        return False

    for one in likes:
        place(one, set())
    return {one: other for other, one in sorted(partner.items(), key=lambda item: item[1])}


def assignment(costs: list[list[int]]) -> tuple[int, list[int]]:
    """The cheapest way to give each row its own column, with potentials."""
    size = len(costs)
    if any(len(row) != size for row in costs):
        raise ValueError("not square")
    rows, columns = [0] * (size + 1), [0] * (size + 1)
    owner = [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0] = row
        column = 0
        least = [10**18] * (size + 1)
        before = [0] * (size + 1)
        used = [False] * (size + 1)
        while owner[column]:
            used[column] = True
            current, delta, following = owner[column], 10**18, 0
            for c in range(1, size + 1):
                if not used[c]:
                    reduced = costs[current - 1][c - 1] - rows[current] - columns[c]
                    if reduced < least[c]:
                        least[c], before[c] = reduced, column
                    if least[c] < delta:
                        delta, following = least[c], c
            for c in range(size + 1):
                if used[c]:
                    rows[owner[c]] += delta
                    columns[c] -= delta
                else:
                    least[c] -= delta
            column = following
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    result = [0] * size
    for column in range(1, size + 1):
        result[owner[column] - 1] = column - 1
    return sum(costs[r][c] for r, c in enumerate(result)), result


pipes: Network[str] = Network()
for line in "s a 16, s c 13, a b 12, c a 4, b c 9, c d 14, d b 7, b t 20, d t 4, a c 10".split(", "):
    one, two, size = line.split()
    pipes.add(one, two, int(size))
print(
    "flow",
    pipes.maximise("s", "t"),
    "cut",
    sorted(pipes.cut("s")),
    sum(pipes.capacity[a][b] for a, b in pipes.cut("s")),
)
print({f"{a}{b}": f for (a, b), f in sorted(pipes.flow.items()) if f > 0})
grid: Network[tuple[int, int]] = Network()
for r in range(4):
    for c in range(4):
        if c < 3:
            grid.add((r, c), (r, c + 1), r * 3 % 5 + 1)
        if r < 3:
            grid.add((r, c), (r + 1, c), c * 2 % 3 + 1)
print(
    grid.maximise((0, 0), (3, 3)),
    len(grid.cut((0, 0))),
    grid.maximise((0, 0), (3, 3)),
    grid.path((0, 0), (3, 3)),
)
lonely: Network[int] = Network()
lonely.add(1, 2, 0)
print(lonely.maximise(1, 2), lonely.cut(1), lonely.maximise(1, 99))
likes = {"ann": ["tea", "milk"], "bob": ["tea"], "cy": ["milk", "juice"], "dee": ["tea", "juice"], "eve": []}
pairs = matching(likes)
print(pairs, len(pairs), matching({}), matching({"a": ["x"], "b": ["x"]}))
same: Network[str] = Network()
for name, drinks in likes.items():
    same.add("s", name)
    for drink in drinks:
        same.add(name, drink)
for drink in sorted({d for ds in likes.values() for d in ds}):
    same.add(drink, "t")
print(same.maximise("s", "t") == len(pairs))
print(
    assignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]]),
    assignment([]),
    assignment([[7]]),
    assignment([[-5, 2], [3, -4]]),
)
table = [[(r * 7 + c * c * 3 + r * c) % 19 for c in range(7)] for r in range(7)]
cost, chosen = assignment(table)
print(
    cost, chosen, sorted(chosen) == list(range(7)), assignment([[10**30, 1], [1, 10**30]])[1] if False else ""
)
try:
    pipes.add("x", "y", -1)
except ValueError as error:
    print(error)
assignment([[1, 2]])
