"""Sokoban: levels with walls, boxes and goals; pushes by breadth-first search; undo; deadlocks; a text view."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

Point = complex
MOVES: Final[dict[str, Point]] = {"u": -1j, "d": 1j, "l": -1 + 0j, "r": 1 + 0j}


@dataclass(frozen=True)
class State:
    player: Point
    boxes: frozenset[Point]


class LevelError(ValueError):
    """A level that makes no sense."""


class Level:
    def __init__(self, text: str) -> None:
        self.walls: set[Point] = set()
        self.goals: set[Point] = set()
        boxes: set[Point] = set()
        players: list[Point] = []
        for y, line in enumerate(text.strip("\n").splitlines()):
            for x, char in enumerate(line):
                point = complex(x, y)
                match char:
                    case "#":
                        self.walls.add(point)
                    case "$" | "*":
                        boxes.add(point)
                    case "@" | "+":
                        players.append(point)
                    case " " | ".":
                        pass
                    case other:
                        raise LevelError(f"unknown {other!r} at {x},{y}")
                if char in ".*+":
                    self.goals.add(point)
        if len(players) != 1:
            raise LevelError(f"{len(players)} players")
        if len(boxes) != len(self.goals):
            raise LevelError(f"{len(boxes)} boxes for {len(self.goals)} goals")
        self.start = State(players[0], frozenset(boxes))
        self.visited = 0

    def step(self, state: State, key: str) -> State | None:
        move = MOVES[key.lower()]
        target = state.player + move
        if target in self.walls:
            return None
        if target not in state.boxes:
            return State(target, state.boxes)
        behind = target + move
        if behind in self.walls or behind in state.boxes:
            return None
        return State(target, state.boxes - {target} | {behind})

    def dead(self, box: Point) -> bool:
        """A box in a corner that is no goal."""
        if box in self.goals:
            return False
        blocked = [box + MOVES[k] in self.walls for k in "urdl"]
        return any(blocked[i] and blocked[(i + 1) % 4] for i in range(4))

    def solved(self, state: State) -> bool:
        return state.boxes == self.goals

    def solve(self, limit: int = 20_000) -> str | None:
        came: dict[State, tuple[State, str] | None] = {self.start: None}
        queue = deque([self.start])
        while queue:
            state = queue.popleft()
            self.visited += 1
            if self.visited > limit:
                raise TimeoutError(f"gave up after {limit} states")
            if self.solved(state):
                path = ""
                while (link := came[state]) is not None:
                    state, key = link
                    path = key + path
                return path
            for key in MOVES:
                following = self.step(state, key)
                if following is None or following in came:
                    continue
                pushed = following.boxes != state.boxes
                if pushed and any(self.dead(box) for box in following.boxes - state.boxes):
                    continue
                came[following] = state, key.upper() if pushed else key
                queue.append(following)
        return None

    def draw(self, state: State) -> str:
        width = int(max(p.real for p in self.walls)) + 1
        height = int(max(p.imag for p in self.walls)) + 1

        def face(p: Point) -> str:
            if p in self.walls:
                return "#"
            goal = p in self.goals
            if p in state.boxes:
                return "*" if goal else "$"
            if p == state.player:
                return "+" if goal else "@"
            return "." if goal else " "

        return "\n".join("".join(face(complex(x, y)) for x in range(width)).rstrip() for y in range(height))


class Session:
    def __init__(self, level: Level) -> None:
        self.level = level
        self.history = [level.start]
        self.keys = ""

    def press(self, keys: str) -> str:
        for key in keys:
            if key == "z":
                if len(self.history) > 1:
                    self.history.pop()
                    self.keys = self.keys[:-1]
                continue
            following = self.level.step(self.history[-1], key)
            if following is not None:
                self.history.append(following)
                self.keys += key
        return self.keys


LEVELS = {
    "one": "#####\n#@$.#\n#####",
    "corner": "######\n#    #\n# $$ #\n#@ ..#\n######",
    "room": " #####\n##   #\n#.$  #\n# #$.#\n#  @ #\n######",
    "hopeless": "#####\n#$  #\n# @.#\n#####",
    "done": "####\n#*@#\n####",
    "two": "#####\n#@@.#\n#####",
    "short": "####\n#@$#\n####",
    "odd": "####\n#@?#\n####",
}
for name, text in LEVELS.items():
    try:
        level = Level(text)
    except LevelError as error:
        print(f"{name}: {error}")
        continue
    path = level.solve()
    print(f"{name}: {path!r} in {level.visited} states")
    session = Session(level)
    if path:
        session.press(path)
        assert level.solved(session.history[-1])
    print(level.draw(session.history[-1]))
session = Session(Level(LEVELS["room"]))
print(
    session.press("luzzzu"),
    session.press("uuldr"),
    len(session.history),
    session.level.solved(session.history[-1]),
)
print(session.level.draw(session.history[-1]))
print(
    sorted((int(b.real), int(b.imag)) for b in session.history[-1].boxes),
    hash(State(1j, frozenset())) == hash(State(1j, frozenset())),
)
try:
    session.press("q")
except KeyError as error:
    print("no such key", error)
big = "#" * 9 + "\n" + "\n".join("#" + " " * 7 + "#" for _ in range(6)) + "\n#@$ $ ..#\n" + "#" * 9
Level(big).solve(limit=500)
