"""Anagram families, word squares, palindromic pairs and ladders over a small dictionary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, groupby, permutations

WORDS = """
area lead deal dale lade cold cord card ward warm word lord load lend bold bald ball bell
stop pots tops spot opts post live evil veil vile stressed desserts tar rat art ate eat tea
ape pea real earl diaper repaid god dog no on was saw era ear are
""".split()


def signature(word: str) -> str:
    return "".join(sorted(word))


def families(words: list[str]) -> list[list[str]]:
    grouped = groupby(sorted(words, key=lambda w: (signature(w), w)), key=signature)
    found = [list(group) for _, group in grouped]
    return sorted((f for f in found if len(f) > 2), key=lambda f: (-len(f), f))


class Ladder:
    """Words of one length joined where they differ in one letter."""

    def __init__(self, words: list[str]) -> None:
        buckets: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for word in words:
            for i in range(len(word)):
                buckets[word[:i], word[i + 1 :]].append(word)
        self.joined: defaultdict[str, set[str]] = defaultdict(set)
        for group in buckets.values():
            for one, other in combinations(group, 2):
                self.joined[one].add(other)
                self.joined[other].add(one)

    def climb(self, start: str, end: str) -> list[str]:
        paths = {start: [start]}
        frontier = [start]
        while frontier and end not in paths:
            frontier = [
                new
                for word in frontier
                for new in sorted(self.joined[word])
                if new not in paths and not paths.update({new: [*paths[word], new]})
            ]
        return paths.get(end, [])

    def islands(self) -> list[list[str]]:
        left = set(self.joined)
        found: list[list[str]] = []
        while left:
            todo = [left.pop()]
            island = set(todo)
            while todo:
                new = self.joined[todo.pop()] - island
                island |= new
                todo.extend(new)
            left -= island
            found.append(sorted(island))
        return sorted(found, key=lambda i: (-len(i), i))


def squares(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    sized = [w for w in words if len(w) == size]
    prefixes: defaultdict[str, list[str]] = defaultdict(list)
    for word in sized:
        for end in range(size + 1):
            prefixes[word[:end]].append(word)

    def extend(rows: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if len(rows) == size:
            yield rows
            return
        prefix = "".join(row[len(rows)] for row in rows)
        for word in prefixes.get(prefix, ()):
            yield from extend((*rows, word))

    yield from extend(())


def contains(letters: str, word: str) -> bool:
    return Counter(word) <= Counter(letters)


for family in families(WORDS):
    print(len(family), *family)
print([(w, w[::-1]) for w in sorted(set(WORDS)) if w[::-1] in WORDS and w <= w[::-1]])
ladder = Ladder(WORDS)
for start, end in [("cold", "warm"), ("lead", "card"), ("tar", "tea"), ("stop", "bell"), ("no", "no")]:
    print(start, end, " ".join(ladder.climb(start, end)) or "cannot be reached")
print(*ladder.islands()[:4], sep="\n")
three = list(squares(WORDS, 3))
print(len(three), three[:3], all(tuple(map("".join, zip(*s, strict=True))) == s for s in three))
print([s for s in squares(WORDS, 4)][:2])
print([w for w in WORDS if contains("desert" * 2, w)], sum(contains("alder", w) for w in WORDS))
print(sorted({"".join(p) for p in permutations("aet")} & set(WORDS)), Counter("tea") == Counter("eat"))
longest = max(WORDS, key=lambda w: (len(set(w)), w))
print(
    longest, Counter("stressed") - Counter("desserts"), (Counter("repaid") | Counter("dapper")).most_common(2)
)
