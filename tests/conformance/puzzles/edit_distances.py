"""Distances between words: edits with a script, transpositions, suggestions and alignment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal, NamedTuple

Kind = Literal["keep", "swap", "drop", "add"]


class Edit(NamedTuple):
    kind: Kind
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Costs:
    swap: int = 1
    drop: int = 1
    add: int = 1


def table(a: str, b: str, costs: Costs) -> list[list[int]]:
    grid = [[i * costs.drop] + [0] * len(b) for i in range(len(a) + 1)]
    grid[0] = [j * costs.add for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            grid[i][j] = min(
                grid[i - 1][j - 1] + (costs.swap if x != y else 0),
                grid[i - 1][j] + costs.drop,
                grid[i][j - 1] + costs.add,
            )
    return grid


def script(a: str, b: str, costs: Costs = Costs()) -> Iterator[Edit]:
    grid = table(a, b, costs)
    i, j = len(a), len(b)
    edits: list[Edit] = []
    while i or j:
        here = grid[i][j]
        if i and j and here == grid[i - 1][j - 1] + (costs.swap if a[i - 1] != b[j - 1] else 0):
            i, j = i - 1, j - 1
            edits.append(Edit("keep" if a[i] == b[j] else "swap", a[i], b[j]))
        elif i and here == grid[i - 1][j] + costs.drop:
            i -= 1
            edits.append(Edit("drop", a[i], ""))
        else:
            j -= 1
            edits.append(Edit("add", "", b[j]))
    yield from reversed(edits)


@lru_cache(maxsize=None)
def transposing(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    best = min(
        transposing(a[1:], b) + 1, transposing(a, b[1:]) + 1, transposing(a[1:], b[1:]) + (a[0] != b[0])
    )
    if len(a) > 1 and len(b) > 1 and a[:2] == b[1::-1]:
        best = min(best, transposing(a[2:], b[2:]) + 1)
    return best


def aligned(a: str, b: str) -> tuple[str, str, str]:
    marks: dict[Kind, str] = {"keep": "|", "swap": "*", "drop": " ", "add": " "}
    rows = [(e.old or "-", marks[e.kind], e.new or "-") for e in script(a, b)]
    top, middle, bottom = ("".join(row) for row in zip(*rows, strict=True))
    return top, middle, bottom


def replay(a: str, edits: Iterator[Edit]) -> str:
    letters = iter(a)
    out: list[str] = []
    for kind, old, new in edits:
        if kind != "add" and next(letters, None) != old:
            raise ValueError(f"{old!r} expected")
        out.append(new)
    return "".join(out) + "".join(letters)


def suggest(word: str, known: list[str], most: int = 2) -> list[str]:
    close = sorted(known, key=partial(transposing, word))
    return [w for w in close if transposing(word, w) <= most]


for first, second in [
    ("kitten", "sitting"),
    ("flaw", "lawn"),
    ("abcd", "acbd"),
    ("", "xy"),
    ("same", "same"),
    ("naïve", "native"),
]:
    edits = list(script(first, second))
    plain = table(first, second, Costs())[-1][-1]
    print(
        f"{first!r} {second!r} {plain} {transposing(first, second)}",
        *(f"{e.kind}:{e.old}{e.new}" for e in edits if e.kind != "keep"),
    )
    print("  " + "\n  ".join(aligned(first, second)), replay(first, iter(edits)) == second)
words = "receive believe achieve relief recipe recede deceive".split()
for typed in ("recieve", "beleive", "reliefs", "recpie", "zzz"):
    print(typed, suggest(typed, words))
print(
    [table("sunday", "saturday", c)[-1][-1] for c in (Costs(), Costs(swap=3), Costs(add=2), Costs(1, 5, 0))]
)
print(table("ab", "ba", Costs()), list(script("ab", "ba", Costs(swap=5))))
try:
    replay("cat", script("dog", "dot"))
except ValueError as error:
    print(error)
