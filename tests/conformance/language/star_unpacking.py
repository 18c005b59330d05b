"""Stars everywhere: assignments, calls, displays, returns, loops, swaps, nested targets, subscripts, merges."""

from __future__ import annotations

from typing import Any, Iterator


def noisy(name: str) -> list[int]:
    print(f"<{name}>", end=" ")
    return [len(name), ord(name[0])]


def gen(n: int) -> Iterator[int]:
    print(f"gen{n}", end=" ")
    yield from range(n)


def spread(*args: int, sep: str = ",", **named: int) -> str:
    return sep.join(map(str, args)) + "".join(f";{k}={v}" for k, v in named.items())


def many() -> tuple[int, ...]:
    return 0, *range(3), *(9,)


first, *middle, last = list("abcdef")
(a, b), *rest = [(1, 2), (3, 4), (5, 6)]
[p, [q, *r]] = 1, (2, 3, 4)
*init, end = gen(4)
nothing: list[int]
head, *nothing = [1]
print(first, middle, last, a, b, rest, p, q, r, init, end, head, nothing)
x, y, z = noisy("one")[0], *noisy("two")
print(x, y, z, many(), spread(*gen(3), *[7, 8], sep="/", **{"k": 1}, **dict(m=2)))
print([*gen(2), *"ab", *{"k": 1}, *()], {*range(3), *[2, 3]}, {**{"a": 1, "b": 2}, "b": 3, **{"c": 4}}, (*gen(1), *gen(2)))
i = 0
items = [10, 20, 30, 40]
i, items[i] = 2, 99
print(i, items)
items[i], i = 5, 1
print(i, items)
items[0], *items[1:3], items[3] = range(5)
print(items)
d: dict[str, Any] = {}
d["x"], (d["y"], *d["z"]) = 1, list("pqr")
print(d)
shapes: list[Any] = [(1, "ab", 2, 3), (2, "c"), (3, "def", 4)]
for n, (left, *right), *others in shapes:
    print(n, left, right, others, end="; ")
print()
matrix = [[1, 2, 3], [4, 5, 6]]
print([*zip(*matrix)], [list(row) for row in zip(*matrix[::-1])], max(*matrix[0], *matrix[1]), [*map(sum, zip(*matrix))])
a, b = b, a + b
a, b, *c = b, a, *([a] * 3)
print(a, b, c)


class Point:
    def __init__(self, *coords: float) -> None:
        self.coords = coords

    def __iter__(self) -> Iterator[float]:
        print("iterated", end=" ")
        return iter(self.coords)

    def __len__(self) -> int:
        return len(self.coords)

    def keys(self) -> list[str]:
        return [f"c{i}" for i in range(len(self))]

    def __getitem__(self, key: str) -> float:
        return self.coords[int(key[1:])]


px, *pyz = Point(1, 2.5, 3)
print(px, pyz, [*Point(4, 5)], Point(*Point(1, 2), 3).coords, Point(7).keys())
def sides(first: int, /, second: int, *third: int, fourth: int = 4, **fifth: int) -> tuple[Any, ...]:
    return first, second, third, fourth, fifth


print(sides(1, 2), sides(*[1, 2, 3, 4], fourth=0, sixth=6), sides(1, **{"second": 2, "first": 9}), sides(*(1,), *(2,), **{}))
print(*[1, 2], *"xy", sep="-", end="!\n")
print(f"{[*gen(2)]} {(*'ab',)} {{*[1]}}", [*reversed(items)][:2], sum([*(n for n in range(4) if n % 2)]))
swap = {"a": 1, "b": 2}
swap["a"], swap["b"] = swap["b"], swap["a"]
print(swap, [(k, *v) for k, v in {"x": [1, 2], "y": []}.items()])
def short(values: list[int]) -> int:
    one, two, *more = values
    return one + two + len(more)


print(short([1, 2]), short([1, 2, 3]))
try:
    a, b = many()
except ValueError as error:
    print(error)
short([1])
