"""copy and deepcopy with hooks: shared parts, cycles, memo, own __copy__ and __deepcopy__, containers in containers, atoms."""

from __future__ import annotations

import copy
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NamedTuple


class Colour(Enum):
    RED = 1


class Pair(NamedTuple):
    left: list[int]
    right: Any


@dataclass
class Node:
    name: str
    edges: list[Node] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    def walk(self, seen: set[int] | None = None) -> Iterator[str]:
        seen = set() if seen is None else seen
        if id(self) not in seen:
            seen.add(id(self))
            yield self.name
            for edge in self.edges:
                yield from edge.walk(seen)


class Connection:
    """Cannot be copied: copies share it."""

    opened = 0

    def __init__(self, url: str) -> None:
        self.url = url
        Connection.opened += 1

    def __copy__(self) -> Connection:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Connection:
        return self


class Document:
    """Deep copies get a new number and forget their history."""

    numbers = 0

    def __init__(self, title: str, parts: list[list[str]], connection: Connection) -> None:
        self.title, self.parts, self.connection = title, parts, connection
        self.history: list[str] = ["made"]
        self.number = self._next()

    @classmethod
    def _next(cls) -> int:
        cls.numbers += 1
        return cls.numbers

    def __copy__(self) -> Document:
        new = Document(self.title + "'", self.parts, self.connection)
        new.history = [*self.history, f"copied from {self.number}"]
        return new

    def __deepcopy__(self, memo: dict[int, Any]) -> Document:
        parts = copy.deepcopy(self.parts, memo)
        new = Document(self.title, parts, copy.deepcopy(self.connection, memo))
        memo[id(self)] = new
        return new

    def __repr__(self) -> str:
        return f"<{self.title} #{self.number} {self.parts} {self.history}>"


class Matrix:
    __slots__ = ("rows", "cached")

    def __init__(self, rows: list[list[int]]) -> None:
        self.rows = rows
        self.cached: int | None = None

    def total(self) -> int:
        if self.cached is None:
            self.cached = sum(map(sum, self.rows))
        return self.cached


class Stack(list[int]):
    def __init__(self, items: list[int], limit: int) -> None:
        super().__init__(items)
        self.limit = limit


class Config(dict[str, Any]):
    pass


def main() -> None:
    shared = [1, 2]
    original: dict[str, Any] = {
        "a": shared,
        "b": shared,
        "c": (shared, "text"),
        "d": {3: {4: [5]}},
        "e": {1, 2},
    }
    shallow, deep = copy.copy(original), copy.deepcopy(original)
    shared.append(3)
    original["d"][3][4].append(6)
    print(
        shallow,
        deep,
        shallow["a"] is shared,
        deep["a"] is deep["b"],
        deep["c"][0] is deep["a"],
        deep["e"] is original["e"],
        sep="\n",
    )
    atoms: list[Any] = [
        1,
        2.5,
        "s",
        b"b",
        None,
        True,
        (1, "x"),
        frozenset({1}),
        Colour.RED,
        date(2024, 1, 1),
        len,
        Node,
        range(3),
        ...,
        3j,
    ]
    print([copy.deepcopy(a) is a for a in atoms], [copy.copy(a) == a for a in atoms].count(True))
    a, b, c = Node("a"), Node("b"), Node("c")
    a.edges += [b, c]
    b.edges.append(a)
    c.edges += [c, b]
    a.data["self"] = a.data
    a.data["pair"] = Pair([1], b)
    twin = copy.deepcopy(a)
    print(
        list(twin.walk()),
        twin.edges[0].edges[0] is twin,
        twin.edges[1].edges[0] is twin.edges[1],
        twin.data["self"] is twin.data,
        twin.data["pair"].right is twin.edges[0],
    )
    half = copy.copy(a)
    print(half is a, half.edges is a.edges, half.data is a.data, type(half.data["pair"]).__name__)
    loop: list[Any] = [1]
    loop.append(loop)
    again = copy.deepcopy(loop)
    print(again[1] is again, again, again[1][1][0])
    document = Document("plan", [["x"], ["y"]], Connection("db:"))
    for new in (copy.copy(document), copy.deepcopy(document), copy.deepcopy([document, document])[1]):
        print(new, new.parts is document.parts, new.connection is document.connection, Document.numbers)
    together: list[Any] = [document, document, [document]]
    pair = copy.deepcopy(together)
    print(pair[0] is pair[1], pair[2][0] is pair[0], Connection.opened)
    matrix = Matrix([[1, 2], [3]])
    print(matrix.total())
    flat, full = copy.copy(matrix), copy.deepcopy(matrix)
    matrix.rows[0].append(10)
    matrix.cached = None
    print(matrix.total(), flat.cached, flat.rows, full.rows, full.total())
    stack = Stack([1, 2], 5)
    other = copy.copy(stack)
    other.append(3)
    other.limit += 1
    print(stack, stack.limit, other, other.limit, type(other).__name__, copy.deepcopy(other).limit)
    config = Config(x=[1])
    cloned = copy.deepcopy(config)
    config["x"].append(2)
    print(cloned, type(cloned).__name__, copy.copy(config)["x"] is config["x"])
    counter, groups, queue, ordered = (
        Counter("hello"),
        defaultdict(list, a=[1]),
        deque([[1], [2]], maxlen=3),
        OrderedDict(b=[1], a=2),
    )
    copies = [copy.deepcopy(counter), copy.deepcopy(queue), copy.deepcopy(ordered)]
    grouped = copy.deepcopy(groups)
    grouped["new"].append(5)
    queue[0].append(9)
    print(copies, grouped, groups, queue.maxlen, copy.copy(queue)[0] is queue[0])
    memo: dict[int, Any] = {}
    first = copy.deepcopy(shared, memo)
    print(
        copy.deepcopy(shared, memo) is first,
        id(shared) in memo,
        bytearray(b"ab") == copy.deepcopy(bytearray(b"ab")),
    )


main()
