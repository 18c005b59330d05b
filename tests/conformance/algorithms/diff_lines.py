"""Diffs: Myers' shortest edit script, longest common subsequence, edit distance with its path, three-way merge."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple, Sequence


class Kind(Enum):
    KEEP = " "
    DROP = "-"
    ADD = "+"


class Edit(NamedTuple):
    kind: Kind
    text: str

    def __str__(self) -> str:
        return f"{self.kind.value}{self.text}"


def myers(a: Sequence[str], b: Sequence[str]) -> list[Edit]:
    n, m = len(a), len(b)
    v = {1: 0}
    trace: list[dict[int, int]] = []
    for d in range(n + m + 1):
        trace.append(v.copy())
        for k in range(-d, d + 1, 2):
            if k == -d or (k != d and v[k - 1] < v[k + 1]):
                x = v[k + 1]
            else:
                x = v[k - 1] + 1
            y = x - k
            while x < n and y < m and a[x] == b[y]:
                x, y = x + 1, y + 1
            v[k] = x
            if x >= n and y >= m:
                return backtrack(a, b, trace)
    raise AssertionError("unreachable")


def backtrack(a: Sequence[str], b: Sequence[str], trace: list[dict[int, int]]) -> list[Edit]:
    x, y = len(a), len(b)
    edits: list[Edit] = []
    for d, v in reversed(list(enumerate(trace))):
        k = x - y
        before = k + 1 if k == -d or (k != d and v[k - 1] < v[k + 1]) else k - 1
        old_x = v[before]
        old_y = old_x - before
        while x > old_x and y > old_y:
            x, y = x - 1, y - 1
            edits.append(Edit(Kind.KEEP, a[x]))
        if d:
            edits.append(Edit(Kind.ADD, b[old_y]) if x == old_x else Edit(Kind.DROP, a[old_x]))
        x, y = old_x, old_y
    return edits[::-1]


def apply(edits: list[Edit], lines: list[str]) -> list[str]:
    out: list[str] = []
    source = iter(lines)
    for kind, text in edits:
        match kind:
            case Kind.KEEP | Kind.DROP:
                if (found := next(source)) != text:
                    raise ValueError(f"expected {text!r}, found {found!r}")
                if kind is Kind.KEEP:
                    out.append(text)
            case Kind.ADD:
                out.append(text)
    return out + list(source)


def lcs(a: str, b: str) -> str:
    @lru_cache(maxsize=None)
    def best(i: int, j: int) -> str:
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + best(i + 1, j + 1)
        return max(best(i + 1, j), best(i, j + 1), key=len)

    return best(0, 0)


def distance(a: str, b: str) -> tuple[int, str]:
    rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        rows[i][0] = i
    rows[0] = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        for j, cb in enumerate(b, 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (ca != cb))
    i, j, path = len(a), len(b), []
    while i or j:
        here = rows[i][j]
        if i and j and here == rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            path.append("=" if a[i] == b[j] else "~")
        elif i and here == rows[i - 1][j] + 1:
            i -= 1
            path.append("-")
        else:
            j -= 1
            path.append("+")
    return rows[-1][-1], "".join(reversed(path))


def merge(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    def changes(new: list[str]) -> dict[int, tuple[bool, list[str]]]:
        at, found = 0, {i: (True, list[str]()) for i in range(len(base) + 1)}
        for kind, text in myers(base, new):
            if kind is Kind.ADD:
                found[at][1].append(text)
            else:
                found[at] = (kind is Kind.KEEP, found[at][1])
                at += 1
        return found

    left, right = changes(ours), changes(theirs)
    out: list[str] = []
    for i in range(len(base) + 1):
        (keep_a, add_a), (keep_b, add_b) = left[i], right[i]
        if add_a and add_b and add_a != add_b:
            out += ["<<<<", *add_a, "====", *add_b, ">>>>"]
        else:
            out += add_a or add_b
        if i < len(base) and keep_a and keep_b:
            out.append(base[i])
    return out


old = "the quick brown fox jumps over the lazy dog".split()
new = "the slow brown fox leaps over a very lazy dog today".split()
script = myers(old, new)
print(*script)
print(apply(script, old) == new, sum(e.kind is not Kind.KEEP for e in script))
for pair in (("ABCABBA", "CBABAC"), ("kitten", "sitting"), ("", "abc"), ("same", "same"), ("flaw", "lawn")):
    print(pair, "".join(map(str, myers(*pair))), repr(lcs(*pair)), *distance(*pair))
print(merge(list("abcde"), list("abXcde"), list("abcdeY")), merge(list("abc"), list("aXc"), list("ab")))
print(merge(list("ab"), list("aPb"), list("aQb")))
print(apply(script, ["the", "fast", "brown"]))
