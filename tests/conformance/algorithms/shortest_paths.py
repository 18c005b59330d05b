"""Shortest paths: Dijkstra, Bellman-Ford, Floyd-Warshall and A* over the same roads, and a negative cycle."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from itertools import count
from typing import NamedTuple


class Road(NamedTuple):
    start: str
    end: str
    length: float


Roads = list[Road]
INF = math.inf


class NegativeCycle(ArithmeticError):
    pass


def parse(text: str) -> Roads:
    roads: Roads = []
    for item in text.split():
        ends, length = item.split("=")
        start, end = ends.split(">")
        roads.append(Road(start, end, float(length)))
    return roads


def dijkstra(roads: Roads, start: str) -> tuple[dict[str, float], dict[str, str]]:
    out: dict[str, list[Road]] = {}
    for road in roads:
        if road.length < 0:
            raise ValueError(f"negative length: {road}")
        out.setdefault(road.start, []).append(road)
    best: dict[str, float] = {start: 0.0}
    via: dict[str, str] = {}
    heap: list[tuple[float, str]] = [(0.0, start)]
    while heap:
        far, town = heapq.heappop(heap)
        if far > best[town]:
            continue
        for _, other, length in out.get(town, []):
            if (total := far + length) < best.get(other, INF):
                best[other] = total
                via[other] = town
                heapq.heappush(heap, (total, other))
    return best, via


def route(via: dict[str, str], goal: str) -> str:
    stops = [goal]
    while stops[-1] in via:
        stops.append(via[stops[-1]])
    return ">".join(reversed(stops))


def bellman_ford(roads: Roads, start: str) -> dict[str, float]:
    towns = {town for road in roads for town in road[:2]}
    far = dict.fromkeys(sorted(towns), INF)
    far[start] = 0.0
    for turn in range(len(towns)):
        changed = False
        for a, b, length in roads:
            if far[a] + length < far[b]:
                far[b] = far[a] + length
                changed = True
        if not changed:
            print("settled after", turn + 1)
            return far
    raise NegativeCycle(f"after {len(towns)} rounds")


def floyd(roads: Roads) -> list[list[float]]:
    names = sorted({town for road in roads for town in road[:2]})
    at = {name: i for i, name in enumerate(names)}
    table = [[0.0 if i == j else INF for j in range(len(names))] for i in range(len(names))]
    for a, b, length in roads:
        table[at[a]][at[b]] = min(length, table[at[a]][at[b]])
    for k in range(len(names)):
        for i in range(len(names)):
            for j in range(len(names)):
                if table[i][k] + table[k][j] < table[i][j]:
                    table[i][j] = table[i][k] + table[k][j]
    return table


Cell = tuple[int, int]


def a_star(rows: list[str], guess: Callable[[Cell, Cell], float]) -> tuple[int, int, list[str]]:
    cells = {(r, c): ch for r, row in enumerate(rows) for c, ch in enumerate(row) if ch != "#"}
    (start,) = (cell for cell, ch in cells.items() if ch == "S")
    (goal,) = (cell for cell, ch in cells.items() if ch == "G")
    tie = count()
    heap: list[tuple[float, int, int, Cell, Cell | None]] = [(0.0, 0, 0, start, None)]
    came: dict[Cell, Cell | None] = {}
    looked = 0
    while heap:
        _, _, steps, cell, before = heapq.heappop(heap)
        if cell in came:
            continue
        came[cell] = before
        looked += 1
        if cell == goal:
            break
        r, c = cell
        for other in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if other in cells and other not in came:
                heapq.heappush(heap, (steps + 1 + guess(other, goal), next(tie), steps + 1, other, cell))
    else:
        raise LookupError(f"no way from {start} to {goal} ({looked} cells seen)")
    drawn = [list(row) for row in rows]
    at = came[goal]
    while at is not None and at != start:
        drawn[at[0]][at[1]] = "."
        at = came[at]
    return steps, looked, ["".join(row) for row in drawn]


roads = parse("a>b=7 a>c=9 a>f=14 b>c=10 b>d=15 c>d=11 c>f=2 d>e=6 f>e=9 e>a=0.5 x>a=1")
best, via = dijkstra(roads, "a")
print(best, [route(via, town) for town in sorted(best)])
print(bellman_ford(roads, "a") == {**best, "x": INF}, bellman_ford(roads, "x")["e"])
for row in floyd(roads):
    print(" ".join(f"{d:5.1f}" if d < INF else "    -" for d in row))
negative = parse("a>b=4 b>c=-2.5 a>c=2 c>d=1 d>b=3")
print(bellman_ford(negative, "a"))
maze = ["S  #    ", " # # ## ", " #   #  ", " ##### #", "      #G", " ###    "]
flat: Callable[[Cell, Cell], float] = lambda a, b: abs(a[0] - b[0]) + abs(a[1] - b[1])
for guess in (flat, lambda a, b: 0, lambda a, b: math.dist(a, b)):
    steps, looked, drawn = a_star(maze, guess)
    print(steps, looked, *drawn, sep="\n")
for attempt in (lambda: dijkstra(negative, "a"), lambda: a_star(["S#G"], flat), lambda: a_star(["S  "], flat)):
    try:
        attempt()
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error)
print(bellman_ford([*negative, Road("d", "a", -9)], "a"))
