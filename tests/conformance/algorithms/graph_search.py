"""Graph algorithms over one generic graph: BFS, DFS, topological order, cycles, strong components, bridges."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import Generic, Hashable, Iterable, Iterator, TypeVar

N = TypeVar("N", bound=Hashable)


class CycleError(ValueError, Generic[N]):
    def __init__(self, cycle: list[N]) -> None:
        super().__init__(" -> ".join(map(str, cycle)))
        self.cycle = cycle


class Graph(Generic[N]):
    def __init__(self, edges: Iterable[tuple[N, N]] = (), *, directed: bool = True) -> None:
        self.out: dict[N, list[N]] = {}
        self.directed = directed
        for a, b in edges:
            self.connect(a, b)

    def connect(self, a: N, b: N) -> None:
        self.out.setdefault(a, []).append(b)
        self.out.setdefault(b, [])
        if not self.directed:
            self.out[b].append(a)

    def layers(self, start: N) -> Iterator[list[N]]:
        seen = {start}
        layer = [start]
        while layer:
            yield layer
            following: list[N] = []
            for node in layer:
                for other in self.out[node]:
                    if other not in seen:
                        seen.add(other)
                        following.append(other)
            layer = following

    def path(self, start: N, goal: N) -> list[N] | None:
        came: dict[N, N | None] = {start: None}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            if node == goal:
                break
            for other in self.out.get(node, ()):
                if other not in came:
                    came[other] = node
                    queue.append(other)
        else:
            return None
        back: list[N] = []
        step: N | None = goal
        while step is not None:
            back.append(step)
            step = came[step]
        return back[::-1]

    def topological(self) -> list[N]:
        state: dict[N, int] = defaultdict(int)
        order: list[N] = []
        trail: list[N] = []

        def visit(node: N) -> None:
            if state[node] == 2:
                return
            trail.append(node)
            if state[node] == 1:
                raise CycleError(trail[trail.index(node) :])
            state[node] = 1
            for other in self.out[node]:
                visit(other)
            trail.pop()
            state[node] = 2
            order.append(node)

        for node in self.out:
            visit(node)
        return order[::-1]

    def components(self) -> list[list[N]]:
        """Tarjan's strongly connected components."""
        index: dict[N, int] = {}
        low: dict[N, int] = {}
        stack: list[N] = []
        result: list[list[N]] = []

        def connect(v: N) -> None:
            index[v] = low[v] = len(index)
            stack.append(v)
            for w in self.out[v]:
                if w not in index:
                    connect(w)
                    low[v] = min(low[v], low[w])
                elif w in stack:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                component: list[N] = []
                while True:
                    component.append(w := stack.pop())
                    if w == v:
                        break
                result.append(component)

        for v in self.out:
            if v not in index:
                connect(v)
        return result

    def bridges(self) -> list[tuple[N, N]]:
        order: dict[N, int] = {}
        low: dict[N, int] = {}
        found: list[tuple[N, N]] = []

        def walk(node: N, parent: N | None) -> int:
            order[node] = low[node] = len(order)
            for other in self.out[node]:
                if other == parent:
                    continue
                if other in order:
                    low[node] = min(low[node], order[other])
                elif (reached := walk(other, node)) > order[node]:
                    found.append((node, other))
                    low[node] = min(low[node], reached)
                else:
                    low[node] = min(low[node], reached)
            return low[node]

        for node in self.out:
            if node not in order:
                walk(node, None)
        return found


clothes = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")])
print(clothes.topological())
print(list(clothes.layers("trousers")), clothes.path("trousers", "jacket"), clothes.path("jacket", "socks"))
numbers = Graph((n, n * 3 % 11) for n in range(1, 11))
numbers.connect(5, 6)
print(numbers.components(), len(numbers.components()))
print(numbers.path(1, 10), numbers.path(5, 7))
net = Graph([(0, 1), (1, 2), (2, 0), (1, 3), (3, 4), (4, 5), (5, 3), (5, 6)], directed=False)
print(net.bridges(), list(net.layers(0)))
grid: Graph[tuple[int, int]] = Graph(directed=False)
for r in range(5):
    for c in range(5):
        for nr, nc in ((r + 1, c), (r, c + 1)):
            if nr < 5 and nc < 5 and (nr * nc) % 4 != 3:
                grid.connect((r, c), (nr, nc))
print(grid.path((0, 0), (4, 4)), [len(layer) for layer in grid.layers((0, 0))])
clothes.connect("jacket", "shirt")
try:
    clothes.topological()
except CycleError as error:
    print(type(error).__name__, error, len(error.cycle), isinstance(error, ValueError))
numbers.topological()
