"""Shortest paths among rows of ints and unknowns: lists of floats that share their layout get ints by their own methods."""

from __future__ import annotations

import heapq
from typing import Any


def spanning(graph: dict[Any, list[list[int | Any]]]) -> int:
    """Prim's algorithm: the total weight."""
    seen: list[Any] = []
    heap: list[list[int | Any]] = [[0, 1]]
    total = 0
    while heap:
        cost, node = heapq.heappop(heap)
        if node in seen:
            continue
        total += cost
        seen.append(node)
        for distance, adjacent in graph[node]:
            if adjacent not in seen:
                heapq.heappush(heap, [distance, adjacent])
    return total


class Network:
    def __init__(self, count: int) -> None:
        self.count = count
        self.weights: list[list[int]] = [[0 for _ in range(count)] for _ in range(count)]

    def connect(self, a: int, b: int, weight: int) -> None:
        self.weights[a][b] = self.weights[b][a] = weight

    def nearest(self, distances: list[float], done: list[bool]) -> int:
        least = float("inf")
        found = 0
        for target in range(self.count):
            if done[target]:
                continue
            if distances[target] < least:
                least = distances[target]
                found = target
        return found

    def distances(self, source: int) -> list[float]:
        result: list[float] = [float("inf")] * self.count
        result[source] = 0
        done = [False] * self.count
        for _ in range(self.count):
            node = self.nearest(result, done)
            done[node] = True
            for target in range(self.count):
                weight = self.weights[node][target]
                if weight > 0 and not done[target] and result[target] > result[node] + weight:
                    result[target] = result[node] + weight
        return result


def main() -> None:
    print(spanning({1: [[1, 2], [5, 3]], 2: [[1, 1], [2, 3]], 3: [[5, 1], [2, 2]]}))
    network = Network(5)
    for a, b, weight in ((0, 1, 4), (0, 2, 1), (2, 1, 2), (1, 3, 5)):
        network.connect(a, b, weight)
    for source in range(network.count):
        print(source, network.distances(source))
    found = network.distances(0)
    print(found[0], found[0] / 2, max(found), sum(found[:4]), min(found[1:]))


main()
