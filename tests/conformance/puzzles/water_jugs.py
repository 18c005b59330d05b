"""Pouring between jugs: a breadth-first search over states, with the pours told as sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple


class Pour(NamedTuple):
    kind: str
    source: int
    target: int

    def __str__(self) -> str:
        match self:
            case Pour("fill", _, target):
                return f"fill jug {target + 1}"
            case Pour("empty", source, _):
                return f"empty jug {source + 1}"
            case Pour(_, source, target):
                return f"pour jug {source + 1} into jug {target + 1}"


State = tuple[int, ...]


class Jugs:
    def __init__(self, *sizes: int) -> None:
        if any(size <= 0 for size in sizes):
            raise ValueError(f"every jug holds something: {sizes}")
        self.sizes = sizes

    def moves(self, state: State) -> Iterator[tuple[Pour, State]]:
        for index, (held, size) in enumerate(zip(state, self.sizes, strict=True)):
            if held < size:
                yield Pour("fill", -1, index), state[:index] + (size,) + state[index + 1 :]
            if held:
                yield Pour("empty", index, -1), state[:index] + (0,) + state[index + 1 :]
            for other, room in enumerate(self.sizes):
                moved = min(held, room - state[other])
                if other != index and moved:
                    changed = list(state)
                    changed[index] -= moved
                    changed[other] += moved
                    yield Pour("pour", index, other), tuple(changed)

    def solve(self, wanted: int) -> list[tuple[Pour, State]] | None:
        start: State = (0,) * len(self.sizes)
        came: dict[State, tuple[Pour, State] | None] = {start: None}
        waiting = deque([start])
        while waiting:
            state = waiting.popleft()
            if wanted in state:
                path: list[tuple[Pour, State]] = []
                while (step := came[state]) is not None:
                    path.append((step[0], state))
                    state = step[1]
                return path[::-1]
            for pour, following in self.moves(state):
                if following not in came:
                    came[following] = pour, state
                    waiting.append(following)
        return None


for sizes, wanted in [((5, 3), 4), ((8, 5, 3), 4), ((6, 4), 3), ((11, 7), 5), ((2, 2), 0)]:
    answer = Jugs(*sizes).solve(wanted)
    if answer is None:
        print(f"{sizes}: {wanted} cannot be measured")
        continue
    print(f"{sizes}: {wanted} in {len(answer)} steps")
    for number, (pour, state) in enumerate(answer, start=1):
        print(f"  {number:>2}. {pour!s:<24} {state}")

reachable = {n for n in range(12) if Jugs(9, 6, 4).solve(n) is not None}
print(sorted(reachable))
try:
    Jugs(3, 0)
except ValueError as error:
    print("refused:", error)
