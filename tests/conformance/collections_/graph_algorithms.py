"""Graphs with dicts and sets: topological layers, strong components, bridges, minimum spanning tree, colouring, cycles."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from typing import TypeVar

N = TypeVar("N", int, str)
Graph = Mapping[str, set[str]]

BUILD: dict[str, set[str]] = {
    "app": {"http", "db", "log"}, "http": {"net", "log"}, "db": {"log", "io"}, "net": {"io"}, "log": {"io", "time"}, "io": set(), "time": set(), "docs": set(),
}


class CycleError(ValueError):
    pass


def layers(graph: Graph) -> Iterator[list[str]]:
    missing = {node: len(needs) for node, needs in graph.items()}
    users: defaultdict[str, set[str]] = defaultdict(set)
    for node, needs in graph.items():
        for need in needs:
            users[need].add(node)
    ready = sorted(node for node, count in missing.items() if count == 0)
    done = 0
    while ready:
        yield ready
        done += len(ready)
        following: set[str] = set()
        for node in ready:
            for user in users[node]:
                missing[user] -= 1
                if missing[user] == 0:
                    following.add(user)
        ready = sorted(following)
    if done < len(graph):
        raise CycleError("cycle among " + ", ".join(sorted(n for n, c in missing.items() if c)))


def components(graph: Graph) -> list[list[str]]:
    """Strongly connected components (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph[node]):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            at = stack.index(node)
            found.append(sorted(stack[at:]))
            del stack[at:]

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def spanning_tree(edges: list[tuple[int, str, str]]) -> tuple[int, list[tuple[str, str]]]:
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        root = node
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[node] != root:
            parent[node], node = root, parent[node]
        return root

    total, tree = 0, []
    for weight, a, b in sorted(edges):
        if find(a) != find(b):
            parent[find(a)] = find(b)
            total += weight
            tree.append((a, b))
    return total, tree


def shortest(edges: list[tuple[int, str, str]], start: str) -> dict[str, tuple[int, str]]:
    around: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for weight, a, b in edges:
        around[a].append((weight, b))
        around[b].append((weight, a))
    best: dict[str, tuple[int, str]] = {}
    heap = [(0, start, start)]
    while heap:
        distance, node, via = heapq.heappop(heap)
        if node in best:
            continue
        best[node] = (distance, via)
        for weight, other in around[node]:
            heapq.heappush(heap, (distance + weight, other, node))
    return best


def bipartite(graph: Mapping[int, list[int]]) -> tuple[frozenset[int], frozenset[int]] | None:
    side: dict[int, bool] = {}
    for start in graph:
        if start in side:
            continue
        side[start] = False
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for other in graph[node]:
                if other not in side:
                    side[other] = not side[node]
                    queue.append(other)
                elif side[other] == side[node]:
                    return None
    return frozenset(n for n, s in side.items() if not s), frozenset(n for n, s in side.items() if s)


def reachable(graph: Graph) -> dict[str, frozenset[str]]:
    closed = {node: set(others) for node, others in graph.items()}
    for middle in closed:
        for node in closed:
            if middle in closed[node]:
                closed[node] |= closed[middle]
    return {node: frozenset(others) for node, others in closed.items()}


print(list(layers(BUILD)))
print({node: len(found) for node, found in reachable(BUILD).items()}, sorted(reachable(BUILD)["http"]))
loops = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": {"d"}, "f": {"f", "a"}}
print(components(loops), components(BUILD)[0])
edges = [(7, "a", "b"), (5, "b", "c"), (8, "a", "d"), (9, "b", "d"), (7, "b", "e"), (5, "c", "e"), (15, "d", "e"), (6, "d", "f"), (8, "e", "f"), (9, "e", "g"), (11, "f", "g")]
print(spanning_tree(edges))
paths = shortest(edges, "a")
print(paths)
for goal in "g", "c":
    path = [goal]
    while path[-1] != "a":
        path.append(paths[path[-1]][1])
    print(" -> ".join(reversed(path)), paths[goal][0])
square = {0: [1, 3], 1: [0, 2], 2: [1, 3], 3: [2, 0], 9: []}
halves = bipartite(square)
assert halves is not None
print([sorted(half) for half in halves], bipartite({0: [1, 2], 1: [0, 2], 2: [0, 1]}), halves[0].isdisjoint(halves[1]))
print(list(layers(loops)))
