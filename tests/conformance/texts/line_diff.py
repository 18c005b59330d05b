"""A diff of lines by longest common subsequence: hunks in unified form, applied again, conflicts of a three-way merge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Op: TypeAlias = tuple[Literal[" ", "-", "+"], str]

OLD = """\
apple
banana
cherry
date
elder
fig
grape
""".splitlines()
NEW = """\
apple
blueberry
cherry
date
elder
figs
grape
honeydew
""".splitlines()


def lcs(a: list[str], b: list[str]) -> list[list[int]]:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    return table


def script(a: list[str], b: list[str]) -> Iterator[Op]:
    table = lcs(a, b)
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield " ", a[i]
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            yield "-", a[i]
            i += 1
        else:
            yield "+", b[j]
            j += 1
    yield from (("-", line) for line in a[i:])
    yield from (("+", line) for line in b[j:])


@dataclass
class Hunk:
    old: int
    new: int
    ops: list[Op]

    def __str__(self) -> str:
        removed = sum(kind != "+" for kind, _ in self.ops)
        added = sum(kind != "-" for kind, _ in self.ops)
        return f"@@ -{self.old},{removed} +{self.new},{added} @@\n" + "".join(f"{kind}{line}\n" for kind, line in self.ops)


def hunks(ops: list[Op], context: int = 1) -> Iterator[Hunk]:
    changed = [place for place, (kind, _) in enumerate(ops) if kind != " "]
    groups: list[list[int]] = []
    for place in changed:
        if groups and place - groups[-1][-1] <= 2 * context + 1:
            groups[-1].append(place)
        else:
            groups.append([place])
    for group in groups:
        start, stop = max(0, group[0] - context), min(len(ops), group[-1] + context + 1)
        old = sum(kind != "+" for kind, _ in ops[:start]) + 1
        new = sum(kind != "-" for kind, _ in ops[:start]) + 1
        yield Hunk(old, new, ops[start:stop])


def patch(lines: list[str], changes: list[Hunk]) -> list[str]:
    out: list[str] = []
    at = 0
    for hunk in changes:
        out += lines[at : hunk.old - 1]
        at = hunk.old - 1
        for kind, line in hunk.ops:
            if kind != "+":
                if at >= len(lines) or lines[at] != line:
                    raise ValueError(f"line {at + 1} is {lines[at] if at < len(lines) else None!r}, not {line!r}")
                at += 1
            if kind != "-":
                out.append(line)
    return out + lines[at:]


def merge(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    def edits(other: list[str]) -> dict[int, tuple[list[str], bool]]:
        found: dict[int, tuple[list[str], bool]] = {}
        at = 0
        added: list[str] = []
        for kind, line in script(base, other):
            if kind == "+":
                added.append(line)
            else:
                found[at] = (added + ([line] if kind == " " else []), kind == "-" or bool(added))
                added = []
                at += 1
        found[at] = (added, bool(added))
        return found

    mine, yours = edits(ours), edits(theirs)
    out: list[str] = []
    for at in range(len(base) + 1):
        a, b = mine[at], yours[at]
        if a[0] == b[0] or not b[1]:
            out += a[0]
        elif not a[1]:
            out += b[0]
        else:
            out += ["<<<<", *a[0], "====", *b[0], ">>>>"]
    return out


ops = list(script(OLD, NEW))
changes = list(hunks(ops))
print("".join(map(str, changes)), end="")
print(len(ops), patch(OLD, changes) == NEW, lcs(OLD, NEW)[0][0], list(script([], ["x"])), list(script(["x"], [])), list(hunks(list(script(OLD, OLD)))))
print("".join(kind + char for kind, char in script(list("kitten"), list("sitting"))))
print(merge(OLD, ["apple pie", *OLD[1:]], [*OLD[:-1], "grapes"]))
print(merge(["a", "b"], ["a", "x"], ["a", "y", "z"]))
patch(OLD[1:], changes)
