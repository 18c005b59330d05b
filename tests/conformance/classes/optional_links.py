"""Optional attributes and values, narrowed, stale and lied about; tuples as keys with hashes of all sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, cast


class Node:
    def __init__(self, value: int, following: Node | None = None) -> None:
        self.value = value
        self.following = following

    def last(self) -> Node:
        node = self
        while node.following is not None:
            node = node.following
        return node


class Weighted(Node):
    def last(self) -> Node:
        return self if self.following is None else super().last()


def total(node: Node | None) -> int:
    result = 0
    while node is not None:
        result += node.value
        node = node.following
    return result


class Holder:
    def __init__(self) -> None:
        self.node: Node | None = Node(1)
        self.number: int | None = 3
        self.ratio: float | None = 0.5
        self.text: str | None = "text"
        self.flag: bool | None = True
        self.pair: tuple[int, str] | None = (1, "one")
        self.items: list[int] | None = [1, 2]

    def clear(self) -> None:
        self.node = None
        self.number = None
        self.ratio = None

    def stale(self) -> int:
        if self.node is not None:
            self.clear()
            return self.node.value
        return 0


class Named(Protocol):
    value: int


def of_protocol(thing: Named | None) -> int:
    return -1 if thing is None else thing.value


def narrowed(x: int | str | None) -> str:
    if x is None:
        return "nothing"
    if isinstance(x, int):
        return f"int {x + 1}"
    return f"str {x.upper()}"


def show(holder: Holder) -> None:
    if holder.number is not None and holder.ratio is not None:
        print(holder.number + 1, holder.ratio * 2.0)
    if holder.text is not None:
        print(holder.text.upper(), len(holder.text))
    if holder.flag:
        print("flag")
    if holder.pair is not None:
        count, name = holder.pair
        print(count + 1, name)
    if holder.items is not None:
        holder.items.append(3)
        print(sum(holder.items), holder.items)


def found(table: dict[str, Node], name: str) -> int:
    node = table.get(name)
    return node.value if node is not None else -1


class Point(NamedTuple):
    x: int
    y: int

    def __hash__(self) -> int:
        return 7


class Plain(NamedTuple):
    x: int
    y: int


@dataclass(frozen=True)
class Cell:
    row: int
    column: int


class Wide:
    def __init__(self, n: int) -> None:
        self.n = n

    def __hash__(self) -> int:
        return hash((self.n, "wide"[:0], self.n)) * 1 + self.n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wide) and other.n == self.n


def keys() -> None:
    table: dict[object, int] = {}
    for i in range(40):
        table[i, i * 3] = i
        table[i, (i, -1), 2.5] = -i
        table[Plain(i, i)] = i + 1
        table[Point(i, 5)] = i + 2
        table[Cell(i, 2 * i)] = i + 3
        table[Wide(i << 59)] = i + 4
    print(len(table), table[7, 21], table[7, (7, -1), 2.5], table[(7, 7)], table[Point(7, 5)])
    print(table[Cell(7, 14)], table[Wide(7 << 59)], (7, 22) in table, () in table, (True, 3) in table)
    print(
        hash(Point(1, 2)),
        hash(Plain(1, 2)) == hash((1, 2)),
        hash((1, 2)),
        hash(()),
        hash((-1,)) == hash((-2,)),
    )
    print(hash((1 << 62, -(1 << 62), 1 << 200)), hash((0.5, True, 3)), hash(((), ((),))))
    places = {(x, y) for x in range(-3, 4) for y in range(-3, 4)}
    print(len(places), (0, 3) in places, (4, 0) in places, sorted(places)[:3])
    unhashable: list[object] = [[1], {}, (1, [2])]
    for bad in unhashable:
        try:
            table[cast(Any, bad)] = 1
        except TypeError as error:
            print(error)


def main() -> None:
    chain = Node(1, Weighted(2, Node(3)))
    print(total(chain), total(None), chain.last().value, Weighted(9).last().value)
    print(of_protocol(chain), of_protocol(None))
    print(narrowed(None), narrowed(4), narrowed("x"), narrowed(True))
    holder = Holder()
    show(holder)
    try:
        print(holder.stale())
    except (AttributeError, TypeError) as error:
        print("stale", type(error).__name__ in ("AttributeError", "TypeError"))
    show(holder)
    print(found({"a": chain}, "a"), found({"a": chain}, "b"))
    maybe: list[Node | None] = [chain, None, Weighted(5)]
    print([item.value if item is not None else None for item in maybe])
    print([item.last().value for item in maybe if item])
    keys()


if __name__ == "__main__":
    main()
