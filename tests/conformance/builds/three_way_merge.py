"""Line diffs by the longest common subsequence, unified patches applied with fuzz, and three-way merges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

Tag = Literal[" ", "-", "+"]


class Edit(NamedTuple):
    tag: Tag
    line: str


def common(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal lines."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    pairs = []
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def diff(a: Sequence[str], b: Sequence[str]) -> Iterator[Edit]:
    i = j = 0
    for x, y in [*common(a, b), (len(a), len(b))]:
        yield from (Edit("-", line) for line in a[i:x])
        yield from (Edit("+", line) for line in b[j:y])
        if x < len(a):
            yield Edit(" ", a[x])
        i, j = x + 1, y + 1


@dataclass
class Hunk:
    start: int
    edits: list[Edit]

    def side(self, skip: Tag) -> list[str]:
        return [edit.line for edit in self.edits if edit.tag != skip]

    def __str__(self) -> str:
        old, new = len(self.side("+")), len(self.side("-"))
        return "\n".join([f"@@ -{self.start + 1},{old} +{new} @@", *(e.tag + e.line for e in self.edits)])


def hunks(edits: Sequence[Edit], context: int = 1) -> list[Hunk]:
    keep = [False] * len(edits)
    for n, edit in enumerate(edits):
        if edit.tag != " ":
            for near in range(max(0, n - context), min(len(edits), n + context + 1)):
                keep[near] = True
    result = []
    line = 0
    for kept, group in groupby(zip(keep, edits), key=lambda pair: pair[0]):
        chunk = [edit for _, edit in group]
        if kept:
            result.append(Hunk(line, chunk))
        line += sum(edit.tag != "+" for edit in chunk)
    return result


class PatchError(Exception):
    def __init__(self, number: int, hunk: Hunk) -> None:
        super().__init__(f"hunk #{number} does not apply near line {hunk.start + 1}")
        self.hunk = hunk


def apply(lines: list[str], patch: list[Hunk], fuzz: int = 2) -> list[str]:
    result = lines[:]
    offset = 0
    for number, hunk in enumerate(patch, 1):
        old, new = hunk.side("+"), hunk.side("-")
        for shift in sorted(range(-fuzz, fuzz + 1), key=abs):
            at = hunk.start + offset + shift
            if at >= 0 and result[at : at + len(old)] == old:
                result[at : at + len(old)] = new
                offset += shift + len(new) - len(old)
                break
        else:
            raise PatchError(number, hunk)
    return result


def merge(base: list[str], ours: list[str], theirs: list[str]) -> tuple[list[str], int]:
    left, right = dict(common(base, ours)), dict(common(base, theirs))
    anchors = [(n, left[n], right[n]) for n in range(len(base)) if n in left and n in right]
    result: list[str] = []
    conflicts = 0
    b = x = y = 0
    for nb, nx, ny in [*anchors, (len(base), len(ours), len(theirs))]:
        old, one, two = base[b:nb], ours[x:nx], theirs[y:ny]
        if one == two or two == old:
            result += one
        elif one == old:
            result += two
        else:
            conflicts += 1
            result += ["<<<<<<<", *one, "=======", *two, ">>>>>>>"]
        if nb < len(base):
            result.append(base[nb])
        b, x, y = nb + 1, nx + 1, ny + 1
    return result, conflicts


BASE = "the quick brown fox jumps over the lazy dog and then sleeps".split()
OURS = "the slow brown fox jumps over the very lazy dog and then sleeps".split()
THEIRS = "a quick brown fox hops over the lazy dog and then it sleeps well".split()
patch = hunks(list(diff(BASE, OURS)))
print(*patch, sep="\n")
print(apply(BASE, patch) == OURS, apply(["START", *BASE], patch) == ["START", *OURS])
for samples in [
    (BASE, OURS, THEIRS),
    (BASE, OURS, BASE),
    (BASE, BASE, THEIRS),
    ([], ["x"], ["y"]),
    (BASE, BASE[::2], BASE[:4]),
]:
    merged, conflicts = merge(*samples)
    print(conflicts, " ".join(merged) or "(empty)")
for a, b in [("", ""), ("abc", ""), ("", "abc"), ("abcabba", "cbabac"), ("same", "same"), ("xaxbxc", "abc")]:
    edits = list(diff(a, b))
    print(f"{a!r} {b!r}", "".join(tag + line for tag, line in edits), len(common(a, b)))
    assert apply(list(a), hunks(edits), 0) == list(b)
    back = [Edit("+" if e.tag == "-" else "-" if e.tag == "+" else " ", e.line) for e in edits]
    assert [e.line for e in back if e.tag != "-"] == list(a)
print([str(h).count("\n") for h in hunks(list(diff(BASE, THEIRS)), 0)], hunks([], 3))
try:
    apply(["nothing", "alike"], patch)
except PatchError as error:
    print(error, error.hunk.side(" "), sep="\n")
apply(BASE[4:], patch, fuzz=0)
