"""Containers of ones own: items, slices, iteration, calls, `with`, matrix products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import overload


class Grid:
    def __init__(self, *cells: int) -> None:
        self.cells = list(cells)

    @overload
    def __getitem__(self, key: int) -> int: ...
    @overload
    def __getitem__(self, key: slice) -> Grid: ...
    def __getitem__(self, key: int | slice) -> int | Grid:
        if isinstance(key, slice):
            print("slice", key.start, key.stop, key.step, key)
            return Grid(*self.cells[key])
        return self.cells[key]

    def __setitem__(self, key: int | slice, value: int | list[int]) -> None:
        if isinstance(key, slice):
            assert isinstance(value, list)
            self.cells[key] = value
        else:
            assert isinstance(value, int)
            self.cells[key] = value

    def __delitem__(self, key: int | slice) -> None:
        print("del", key)
        del self.cells[key]

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[int]:
        return iter(self.cells)

    def __reversed__(self) -> Iterator[int]:
        yield from self.cells[::-1]

    def __contains__(self, item: object) -> bool:
        return item in self.cells

    def __call__(self, *args: int, **kwargs: int) -> str:
        return f"called {args} {sorted(kwargs.items())}"

    def __enter__(self) -> Grid:
        print("enter")
        return self

    def __exit__(self, *exc: object) -> bool:
        print("exit", exc[0] is not None)
        return True

    def __matmul__(self, other: Grid) -> int:
        return sum(a * b for a, b in zip(self, other))

    def __imatmul__(self, other: Grid) -> Grid:
        self.cells = [a * b for a, b in zip(self, other)]
        return self


g = Grid(1, 2, 3, 4, 5)
print(g[0], g[-1], g[1:3].cells, g[::2].cells, g[-3:].cells, len(g))
g[0] = 10
g[1:3] = [20, 30, 40]
del g[0]
del g[1:3]
g[0] += 5
print(g.cells, list(g), list(reversed(g)), 4 in g, 99 in g, max(g), sorted(g, reverse=True), sum(g))
print(g(1, 2, a=3), g())
with g as inner:
    raise ValueError("x")
print(g @ Grid(1, 1, 1))
g @= Grid(2, 2, 2)
print(g.cells)
a, *rest = g
print(a, rest, [*g], dict(enumerate(g)))


class Matrix:
    def __init__(self) -> None:
        self.data: dict[tuple[int, int], float] = {}

    def __getitem__(self, at: tuple[int, int]) -> float:
        return self.data.get(at, 0.0)

    def __setitem__(self, at: tuple[int, int], value: float) -> None:
        self.data[at] = value


m = Matrix()
m[1, 2] = 3.5
m[1, 2] *= 2
print(m[1, 2], m[0, 0], m.data)


fn = g.__len__
print(fn(), callable(g), callable(3))
