"""Comprehensions of every kind: nested, conditional, walrus, unpacking, scoping, side effects in order, generators lazy."""

from __future__ import annotations

from typing import Iterator

calls: list[str] = []


def f(x: int, tag: str = "f") -> int:
    calls.append(f"{tag}{x}")
    return x


def evens(limit: int) -> Iterator[int]:
    yield from (n for n in range(limit) if n % 2 == 0)


x = "outer"
print([x for x in range(3)], x)
print([(x, y) for x in range(3) if x for y in "ab" if y != "a" or x > 1], [[r * c for c in range(3)] for r in range(3)])
print([f(i, "a") + f(j, "b") for i in range(2) if f(i, "c") or True for j in range(i)], calls)
calls.clear()
print({f(k, "k"): f(v, "v") for k, v in [(1, 2), (3, 4)]}, calls)
print([y for n in range(6) if (y := n * n) % 2], y, {n % 3: n for n in range(8)}, {len(w) for w in "a bb cc ddd".split()})
print([a + b for a, (b, *_) in [(1, (2, 3)), (4, [5])]], [(h, t) for h, *t in [[1, 2, 3], [4]]], [i for i, in [(1,), (2,)]])
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(col) for col in zip(*matrix)], [n for row in matrix for n in row], [[row[i] for row in matrix] for i in range(2)])
lazy = (f(n, "g") for n in range(5))
print(len(calls), next(lazy), next(lazy), calls[-2:], sum(lazy), list(lazy))
source = [1, 2, 3]
squares = (n * n for n in source)
source.append(4)
source = [100]
print(list(squares))
threshold = 1
filtered = (n for n in [1, 2, 3] if n > threshold)
threshold = 2
print(list(filtered), any(n > 2 for n in evens(10)), all(n % 2 == 0 for n in evens(10)))
functions = [lambda n, k=k: n * k for k in range(3)]
captured = [lambda: k for k in range(3)]
print([g(10) for g in functions], [g() for g in captured])  # type: ignore[misc]


class Grid:
    size = 2
    cells = [(i, j) for i in range(size) for j in range(2)]

    def __init__(self) -> None:
        self.rows = [[i * self.size + j for j in range(self.size)] for i in range(self.size)]

    def diagonal(self) -> list[int]:
        return [row[i] for i, row in enumerate(self.rows)]

    def find(self, n: int) -> tuple[int, int] | None:
        return next(((i, j) for i, row in enumerate(self.rows) for j, cell in enumerate(row) if cell == n), None)


grid = Grid()
print(Grid.cells, grid.diagonal(), grid.find(3), grid.find(9))
words = "the quick brown fox jumps over the lazy dog the end".split()
index = {w: [i for i, v in enumerate(words) if v == w] for w in dict.fromkeys(words)}
print({w: p for w, p in index.items() if len(p) > 1}, sorted({(len(w), w[0]) for w in words}), {c: n for c in "oe" if (n := sum(w.count(c) for w in words))})
print([p for p in range(2, 40) if all(p % d for d in range(2, int(p**0.5) + 1))], [(a, b, c) for c in range(1, 21) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print("".join(chr(ord(c) + 1) if c.isalpha() else c for c in "HAL 9000"), sum(1 for w in words if w == "the"), max((len(w), w) for w in words), min(words, key=lambda w: (len(w), w)))
flat = [leaf for branch in ([1, [2, 3]], [4, []]) for part in branch for leaf in (part if isinstance(part, list) else [part])]
print(flat, [*(i for i in range(3)), *[j for j in range(2)]], dict((k, v) for v, k in enumerate("xyz")), tuple(n for n in range(3)))
pascal = [[1]]
for _ in range(5):
    last = pascal[-1]
    pascal.append([a + b for a, b in zip([0, *last], [*last, 0])])
print(pascal)
try:
    print([10 // n for n in (5, 2, 0)])
except ZeroDivisionError as error:
    print(error)
nested = [[(lambda: (i, j)) for j in range(2)] for i in range(2)]
print([cell() for row in nested for cell in row])
print({i: {j: i * j for j in range(i)} for i in range(4) if i != 1}, [(yes, no) for yes, no in [("a" if n else "b", n or -1) for n in range(2)]])
print([1 / len(w) for w in ["a", "bb", ""]])
