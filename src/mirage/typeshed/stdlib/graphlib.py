"""Graphs in topological order."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar, overload

from _typeshed import SupportsItems

__all__ = ["TopologicalSorter", "CycleError"]

_T = TypeVar("_T")

_PASSED_OUT = -1
_DONE = -2


class CycleError(ValueError):
    """Raised by `prepare`; the second argument is the cycle, its first node once more at its end."""


class _Node(Generic[_T]):
    """A node, and how far it is.

    waiting  how many predecessors are not done; negative once the node itself is passed out or done
    """

    def __init__(self, node: _T) -> None:
        self.node = node
        self.waiting = 0
        self.successors: list[_T] = []


class TopologicalSorter(Generic[_T]):
    """Nodes with their predecessors; what has no predecessor left is ready."""

    @overload
    def __init__(self, graph: None = None) -> None: ...
    @overload
    def __init__(self, graph: SupportsItems[_T, Iterable[_T]]) -> None: ...
    def __init__(self, graph: SupportsItems[_T, Iterable[_T]] | None = None) -> None:
        self._nodes: dict[_T, _Node[_T]] = {}
        self._ready: list[_T] | None = None
        self._passed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _known(self, node: _T) -> _Node[_T]:
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node: _T, *predecessors: _T) -> None:
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._known(node).waiting += len(predecessors)
        for predecessor in predecessors:
            self._known(predecessor).successors.append(node)

    def prepare(self) -> None:
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [known.node for known in self._nodes.values() if known.waiting == 0]
        cycle = self._cycle()
        if cycle is not None:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self) -> tuple[_T, ...]:
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].waiting = _PASSED_OUT
        self._ready.clear()
        self._passed_out += len(ready)
        return ready

    def is_active(self) -> bool:
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._passed_out or len(self._ready) > 0

    def __bool__(self) -> bool:
        return self.is_active()

    def done(self, *nodes: _T) -> None:
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            known = self._nodes.get(node)
            if known is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if known.waiting >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if known.waiting == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            known.waiting = _DONE
            for successor in known.successors:
                waiting = self._nodes[successor]
                waiting.waiting -= 1
                if waiting.waiting == 0:
                    self._ready.append(successor)
            self._finished += 1

    def _cycle(self) -> list[_T] | None:
        """The first cycle that a search in depth meets, or None."""
        seen: set[_T] = set()
        place: dict[_T, int] = {}  # of the nodes on the path
        path: list[_T] = []
        following: list[int] = []  # which successor of each comes next
        for start in self._nodes:
            if start in seen:
                continue
            node = start
            while True:
                if node not in seen:
                    seen.add(node)
                    place[node] = len(path)
                    path.append(node)
                    following.append(0)
                elif node in place:
                    return [*path[place[node] :], node]
                while path:
                    successors = self._nodes[path[-1]].successors
                    number = following[-1]
                    if number < len(successors):
                        following[-1] = number + 1
                        node = successors[number]
                        break
                    del place[path.pop()]
                    following.pop()
                else:
                    break
        return None

    def static_order(self) -> Iterable[_T]:
        return self._in_order()

    def _in_order(self) -> Iterator[_T]:
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
