"""Strong components, bridges, cut vertices, topological layers, transitive reduction and Euler paths over one graph class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations


class GraphError(Exception):
    """Something the graph does not allow."""


class CycleError(GraphError):
    def __init__(self, cycle: list[str]) -> None:
        super().__init__(" -> ".join([*cycle, cycle[0]]))
        self.cycle = cycle


@dataclass
class Graph:
    directed: bool = True
    edges: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str, directed: bool = True) -> Graph:
        graph = cls(directed)
        for part in text.split():
            match part.split("-" if "-" in part else ">"):
                case [one]:
                    graph.edges.setdefault(one, [])
                case [one, two] if one and two:
                    graph.link(one, two)
                case _:
                    raise GraphError(f"cannot read {part!r}")
        return graph

    def link(self, a: str, b: str) -> None:
        self.edges.setdefault(a, []).append(b)
        self.edges.setdefault(b, [])
        if not self.directed:
            self.edges[b].append(a)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.edges))

    def __len__(self) -> int:
        return len(self.edges)

    def __contains__(self, edge: tuple[str, str]) -> bool:
        return edge[1] in self.edges.get(edge[0], ())

    def reachable(self, start: str) -> set[str]:
        seen: set[str] = set()
        stack = [start]
        while stack:
            here = stack.pop()
            if here not in seen:
                seen.add(here)
                stack += self.edges[here]
        return seen


def strong(graph: Graph) -> list[list[str]]:
    """Tarjan's, without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    result: list[list[str]] = []
    for root in graph:
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(graph.edges[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        while work:
            node, others = work[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    work.append((other, iter(graph.edges[other])))
                    break
                if other in stack:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    at = stack.index(node)
                    result.append(sorted(stack[at:]))
                    del stack[at:]
    return result


def weak_points(graph: Graph) -> tuple[list[tuple[str, str]], list[str]]:
    """Bridges and cut vertices of an undirected graph."""
    depth: dict[str, int] = {}
    bridges: list[tuple[str, str]] = []
    cuts: set[str] = set()

    def visit(node: str, parent: str | None, level: int) -> int:
        depth[node] = lowest = level
        children = 0
        skipped = False
        for other in graph.edges[node]:
            if other == parent and not skipped:
                skipped = True
            elif other in depth:
                lowest = min(lowest, depth[other])
            else:
                children += 1
                below = visit(other, node, level + 1)
                lowest = min(lowest, below)
                if below > level:
                    bridges.append((min(node, other), max(node, other)))
                if parent is not None and below >= level:
                    cuts.add(node)
        if parent is None and children > 1:
            cuts.add(node)
        return lowest

    for root in graph:
        if root not in depth:
            visit(root, None, 0)
    return sorted(bridges), sorted(cuts)


def layers(graph: Graph) -> list[list[str]]:
    waiting = {node: 0 for node in graph}
    for others in graph.edges.values():
        for other in others:
            waiting[other] += 1
    result: list[list[str]] = []
    while waiting:
        ready = sorted(node for node, count in waiting.items() if count == 0)
        if not ready:
            node, path = min(waiting), list[str]()
            before = {b: a for a, others in graph.edges.items() if a in waiting for b in others}
            while node not in path:
                path.append(node)
                node = before[node]
            raise CycleError(path[path.index(node) :][::-1])
        result.append(ready)
        for node in ready:
            del waiting[node]
            for other in graph.edges[node]:
                waiting[other] -= 1
    return result


def reduction(graph: Graph) -> list[str]:
    kept = []
    for a in graph:
        direct = set(graph.edges[a])
        further = {d for b in direct for c in graph.edges[b] for d in graph.reachable(c)}
        kept += [f"{a}>{b}" for b in sorted(direct - further)]
    return kept


def euler(graph: Graph) -> list[str]:
    odd = [n for n in graph if len(graph.edges[n]) % 2]
    if len(odd) > 2:
        raise GraphError(f"{len(odd)} odd vertices")
    left = {node: sorted(others, reverse=True) for node, others in graph.edges.items()}
    stack = [odd[0] if odd else next(n for n in graph if left[n])]
    path: list[str] = []
    while stack:
        here = stack[-1]
        if left[here]:
            other = left[here].pop()
            left[other].remove(here)
            stack.append(other)
        else:
            path.append(stack.pop())
    if len(path) - 1 != sum(map(len, graph.edges.values())) // 2:
        raise GraphError("not connected")
    return path[::-1]


def colours(graph: Graph) -> dict[str, int]:
    chosen: dict[str, int] = {}
    for node in sorted(graph, key=lambda n: (-len(graph.edges[n]), n)):
        taken = {chosen.get(other) for other in graph.edges[node]}
        chosen[node] = next(c for c in range(len(graph)) if c not in taken)
    return chosen


def attempt(what: Callable[[Graph], object], graph: Graph) -> None:
    try:
        print(f"   {what.__name__}: {what(graph)}")
    except CycleError as error:
        print(f"   {what.__name__}: cycle {error}")
    except (GraphError, StopIteration) as error:
        print(f"   {what.__name__}: {type(error).__name__} {error}")


def names(graphs: Iterable[str]) -> Iterator[str]:
    return (text if len(text) < 50 else text[:47] + "..." for text in graphs)


DIRECTED = [
    "a>b b>c c>a c>d d>e e>f f>d g",
    "shirt>tie tie>jacket trousers>shoes trousers>belt belt>jacket socks>shoes shirt>belt trousers>jacket",
    "a>a b",
    "",
]
for title, text in zip(names(DIRECTED), DIRECTED):
    print("directed", repr(title))
    for algorithm in (strong, layers, reduction):
        attempt(algorithm, Graph.parse(text))
UNDIRECTED = [
    "a-b b-c c-a c-d d-e",
    "a-b b-c c-d d-a a-c",
    "a-b c-d",
    "a-b a-b",
    "x",
    "a-b a-c a-d",
    "a-b b-c c-d d-e e-a a-c c-e e-b b-d d-a",
]
for title, text in zip(names(UNDIRECTED), UNDIRECTED):
    print("undirected", repr(title))
    for search in (weak_points, euler, colours):
        attempt(search, Graph.parse(text, directed=False))
petersen = " ".join(
    [
        *(f"o{i}-o{(i + 1) % 5}" for i in range(5)),
        *(f"i{i}-i{(i + 2) % 5}" for i in range(5)),
        *(f"o{i}-i{i}" for i in range(5)),
    ]
)
graph = Graph.parse(petersen, directed=False)
print(
    len(graph),
    ("o0", "i0") in graph,
    ("o0", "i1") in graph,
    max(colours(graph).values()) + 1,
    weak_points(graph),
)
shared = {len(set(graph.edges[a]) & set(graph.edges[b])) for a, b in combinations(graph, 2)}
print(shared, sorted(graph.reachable("o3")) == list(graph))
Graph.parse("a-b c>")
