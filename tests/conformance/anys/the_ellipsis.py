"""Ellipsis as a default, a key, a value; names of the classes of iterators."""

from collections.abc import Iterator
from types import EllipsisType
from typing import Any


def setting(name: str, default: Any = ..., limit: int | EllipsisType = ...) -> str:
    if default is ...:
        return f"{name} is required"
    if limit is Ellipsis:
        return f"{name}={default}"
    return f"{name}={default}<{limit}"


class Grid:
    def __init__(self, rows: list[list[int]]) -> None:
        self.rows = rows

    def __getitem__(self, key: tuple[Any, ...] | EllipsisType) -> list[int]:
        if isinstance(key, EllipsisType):
            return [x for row in self.rows for x in row]
        first, second = key
        if first is ...:
            return [row[second] for row in self.rows]
        if second is ...:
            return self.rows[first]
        return [self.rows[first][second]]


def later(flag: bool) -> None:
    if flag:
        ...
    else:
        pass


def count(n: int) -> Iterator[int]:
    yield from range(n)


def main() -> None:
    print(setting("port"), setting("port", 80), setting("port", 80, 90), setting("x", None))
    grid = Grid([[1, 2], [3, 4]])
    print(grid[...], grid[..., 1], grid[0, ...], grid[1, 1])
    print(..., repr(Ellipsis), [...], {"k": ...}, bool(...), ... == Ellipsis, ... is Ellipsis, f"{...}")
    later(True)
    table: dict[Any, int] = {...: 1, None: 2}
    print(table[...], ... in table, type(...), type(...).__name__)
    print(NotImplemented, type(NotImplemented), [NotImplemented])
    made: list[Any] = [iter([1]), reversed([1]), iter((1,)), iter("a"), iter(b"a"), iter(bytearray(b"a")), iter(range(3)), iter({1: 2}),
                       iter({1: 2}.values()), iter({1: 2}.items()), reversed({1: 2}), iter({1}), zip([1], "a"), map(str, [1]), filter(None, [1]),
                       enumerate("a"), {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), iter(lambda: 1, 1), count(1), (x for x in "a"), None]
    for value in made:
        print(type(value), type(value).__name__)


main()
