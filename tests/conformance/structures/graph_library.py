"""A graph class with generic vertices and pluggable weights: searches, components, orders, bridges, matching, flows."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import Generic, TypeVar

V = TypeVar("V", bound=Hashable)


class CycleError(ValueError):
    def __init__(self, path: list[object]) -> None:
        super().__init__(" -> ".join(map(str, path)))
        self.path = path


class Graph(Generic[V]):
    def __init__(self, directed: bool = False) -> None:
        self.directed = directed
        self.edges: dict[V, dict[V, float]] = {}

    @classmethod
    def of(cls, edges: Iterable[tuple[V, V] | tuple[V, V, float]], directed: bool = False) -> Graph[V]:
        graph = cls(directed)
        for edge in edges:
            graph.connect(edge[0], edge[1], edge[2] if len(edge) == 3 else 1.0)
        return graph

    def connect(self, a: V, b: V, weight: float = 1.0) -> None:
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})
        if not self.directed:
            self.edges[b][a] = weight

    def __contains__(self, vertex: object) -> bool:
        return vertex in self.edges

    def __getitem__(self, vertex: V) -> dict[V, float]:
        return self.edges[vertex]

    def __iter__(self) -> Iterator[V]:
        return iter(self.edges)

    def __len__(self) -> int:
        return len(self.edges)

    def breadth_first(self, start: V) -> Iterator[tuple[V, int]]:
        seen, queue = {start}, deque([(start, 0)])
        while queue:
            vertex, depth = queue.popleft()
            yield vertex, depth
            for other in self.edges[vertex]:
                if other not in seen:
                    seen.add(other)
                    queue.append((other, depth + 1))

    def depth_first(self, start: V, seen: set[V] | None = None) -> Iterator[V]:
        """After all that can be reached from it."""
        seen = set() if seen is None else seen
        seen.add(start)
        stack: list[tuple[V, Iterator[V]]] = [(start, iter(self.edges[start]))]
        while stack:
            vertex, others = stack[-1]
            for other in others:
                if other not in seen:
                    seen.add(other)
                    stack.append((other, iter(self.edges[other])))
                    break
            else:
                stack.pop()
                yield vertex

    def components(self) -> list[set[V]]:
        seen: set[V] = set()
        return [set(self.depth_first(vertex, seen)) for vertex in self if vertex not in seen]

    def reversed(self) -> Graph[V]:
        graph: Graph[V] = Graph(True)
        for a, others in self.edges.items():
            graph.edges.setdefault(a, {})
            for b, weight in others.items():
                graph.connect(b, a, weight)
        return graph

    def strong_components(self) -> list[set[V]]:
        seen: set[V] = set()
        order = [v for start in self if start not in seen for v in self.depth_first(start, seen)]
        back, done = self.reversed(), set[V]()
        return [set(back.depth_first(v, done)) for v in reversed(order) if v not in done]

    def topological(self) -> list[V]:
        needs = Counter(b for others in self.edges.values() for b in others)
        ready = deque(v for v in self if not needs[v])
        order: list[V] = []
        while ready:
            vertex = ready.popleft()
            order.append(vertex)
            for other in self.edges[vertex]:
                needs[other] -= 1
                if not needs[other]:
                    ready.append(other)
        if len(order) < len(self):
            raise CycleError(self._cycle({v for v in self if v not in order}))
        return order

    def _cycle(self, among: set[V]) -> list[object]:
        vertex = min(among, key=str)
        path: list[V] = []
        while vertex not in path:
            path.append(vertex)
            vertex = min((v for v in self.edges[vertex] if v in among), key=str)
        return [*path[path.index(vertex) :], vertex]

    def shortest(self, start: V, goal: V, guess: Callable[[V], float] = lambda v: 0.0) -> tuple[float, list[V]] | None:
        tie = count()
        heap: list[tuple[float, int, float, V, V | None]] = [(guess(start), next(tie), 0.0, start, None)]
        came: dict[V, V | None] = {}
        while heap:
            _, _, length, vertex, before = heappop(heap)
            if vertex in came:
                continue
            came[vertex] = before
            if vertex == goal:
                path: list[V] = []
                step: V | None = goal
                while step is not None:
                    path.append(step)
                    step = came[step]
                return length, path[::-1]
            for other, weight in self.edges[vertex].items():
                if other not in came:
                    heappush(heap, (length + weight + guess(other), next(tie), length + weight, other, vertex))
        return None

    def bridges(self) -> list[tuple[V, V]]:
        low: dict[V, int] = {}
        number: dict[V, int] = {}
        found: list[tuple[V, V]] = []

        def visit(vertex: V, parent: V | None) -> None:
            number[vertex] = low[vertex] = len(number)
            for other in self.edges[vertex]:
                if other not in number:
                    visit(other, vertex)
                    low[vertex] = min(low[vertex], low[other])
                    if low[other] > number[vertex]:
                        found.append((vertex, other))
                elif other != parent:
                    low[vertex] = min(low[vertex], number[other])

        for vertex in self:
            if vertex not in number:
                visit(vertex, None)
        return found

    def colours(self) -> dict[V, bool] | None:
        """Two colours such that neighbours differ, or None."""
        colour: dict[V, bool] = {}
        for component in self.components():
            for vertex, depth in self.breadth_first(min(component, key=str)):
                colour[vertex] = depth % 2 == 0
        return colour if all(colour[a] != colour[b] for a in self for b in self[a]) else None

    def flow(self, source: V, sink: V) -> float:
        room: defaultdict[V, Counter[V]] = defaultdict(Counter)
        for a, others in self.edges.items():
            for b, weight in others.items():
                room[a][b] += int(weight)
        total = 0
        while True:
            came: dict[V, V] = {source: source}
            queue = deque([source])
            while queue and sink not in came:
                vertex = queue.popleft()
                for other, left in room[vertex].items():
                    if left > 0 and other not in came:
                        came[other] = vertex
                        queue.append(other)
            if sink not in came:
                return total
            path = [sink]
            while path[-1] != source:
                path.append(came[path[-1]])
            amount = min(room[b][a] for a, b in zip(path, path[1:]))
            for a, b in zip(path, path[1:]):
                room[b][a] -= amount
                room[a][b] += amount
            total += amount


lengths: list[tuple[str, str] | tuple[str, str, float]] = [
    ("a", "b", 4.0), ("a", "c", 1.0), ("c", "b", 2.0), ("b", "d", 5.0), ("c", "d", 8.0), ("d", "e", 3.0), ("x", "y", 1.0), ("e", "f"), ("f", "d", 2.0),
]
roads = Graph.of(lengths)
print(list(roads.breadth_first("a")), list(roads.depth_first("a")), [sorted(c) for c in roads.components()], len(roads), "q" in roads)
print(roads.shortest("a", "e"), roads.shortest("a", "x"), roads.shortest("a", "a"), sorted(tuple(sorted(b)) for b in roads.bridges()), roads.colours())
tasks = Graph.of([("fetch", "build"), ("build", "test"), ("build", "docs"), ("test", "deploy"), ("docs", "deploy")], directed=True)
print(tasks.topological(), tasks.reversed().topological(), [sorted(c) for c in tasks.strong_components()])
tasks.connect("deploy", "build")
try:
    tasks.topological()
except CycleError as error:
    print(error, error.path)
print(sorted(sorted(c) for c in tasks.strong_components()))
grid: Graph[tuple[int, int]] = Graph()
for x in range(6):
    for y in range(6):
        if (x, y) not in {(2, 1), (2, 2), (2, 3), (2, 4), (4, 5), (4, 4), (4, 3)}:
            for dx, dy in ((1, 0), (0, 1)):
                if (x + dx, y + dy) not in {(2, 1), (2, 2), (2, 3), (2, 4), (4, 5), (4, 4), (4, 3)} and x + dx < 6 and y + dy < 6:
                    grid.connect((x, y), (x + dx, y + dy))
found = grid.shortest((0, 3), (5, 5), lambda p: abs(p[0] - 5) + abs(p[1] - 5))
print(found and (found[0], len(found[1]), found[1][0], found[1][-1]), grid.colours() is not None, len(grid))
pipes = Graph.of([("s", "a", 10), ("s", "b", 5), ("a", "b", 15), ("a", "t", 7), ("b", "t", 9)], directed=True)
jobs = Graph.of([("s", w) for w in "123"] + [("1", "x"), ("1", "y"), ("2", "x"), ("3", "x")] + [(j, "t") for j in "xy"], directed=True)
print(pipes.flow("s", "t"), jobs.flow("s", "t"), Graph.of([(1, 2), (2, 3), (3, 1)]).colours(), Graph[int]().topological())
