"""Shortest paths with a heap."""

import heapq


class Graph:
    def __init__(self) -> None:
        self.edges: dict[str, list[tuple[str, int]]] = {}

    def connect(self, a: str, b: str, length: int) -> None:
        self.edges.setdefault(a, []).append((b, length))
        self.edges.setdefault(b, []).append((a, length))

    def shortest(self, start: str, goal: str) -> tuple[int, list[str]] | None:
        heap: list[tuple[int, str, list[str]]] = [(0, start, [start])]
        seen: set[str] = set()
        while heap:
            distance, node, path = heapq.heappop(heap)
            if node == goal:
                return distance, path
            if node in seen:
                continue
            seen.add(node)
            for neighbour, length in self.edges.get(node, []):
                if neighbour not in seen:
                    heapq.heappush(heap, (distance + length, neighbour, path + [neighbour]))
        return None


graph = Graph()
for a, b, length in [("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9)]:
    graph.connect(a, b, length)
print(graph.shortest("a", "e"), graph.shortest("a", "a"), graph.shortest("a", "zz"))
print({goal: graph.shortest("d", goal) for goal in "abc"})
