"""A full-text index: suffix array, longest common prefixes, searches, repeated phrases, a burrows-wheeler transform."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple


class Hit(NamedTuple):
    document: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.document}:{self.line}:{self.column}"


class Suffixes(Sequence[int]):
    """The starts of a text's suffixes in order, by doubling."""

    def __init__(self, text: str) -> None:
        self.text = text
        rank = [ord(c) for c in text]
        order = sorted(range(len(text)), key=lambda i: rank[i])
        width = 1
        while width < max(2, len(text)):
            def key(i: int, rank: list[int] = rank, width: int = width) -> tuple[int, int]:
                return rank[i], rank[i + width] if i + width < len(rank) else -1

            order.sort(key=key)
            fresh = [0] * len(text)
            for before, after in zip(order, order[1:]):
                fresh[after] = fresh[before] + (key(before) != key(after))
            rank = fresh
            if order and rank[order[-1]] == len(text) - 1:
                break
            width *= 2
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._order[index]

    @cached_property
    def common(self) -> list[int]:
        """common[i]: how long the prefix is that suffixes i-1 and i of the order share (Kasai)."""
        place = {start: i for i, start in enumerate(self._order)}
        result = [0] * len(self._order)
        length = 0
        for start in range(len(self.text)):
            i = place[start]
            if i == 0:
                length = 0
                continue
            other = self._order[i - 1]
            while max(start, other) + length < len(self.text) and self.text[start + length] == self.text[other + length]:
                length += 1
            result[i] = length
            length = max(0, length - 1)
        return result

    def find(self, pattern: str) -> list[int]:
        low = bisect_left(self._order, pattern, key=lambda i: self.text[i : i + len(pattern)])
        high = bisect_right(self._order, pattern, key=lambda i: self.text[i : i + len(pattern)])
        return sorted(self._order[low:high])

    def distinct(self) -> int:
        """How many different substrings there are."""
        return sum(len(self.text) - start - shared for start, shared in zip(self._order, self.common))

    def longest_repeat(self) -> str:
        if not self._order:
            return ""
        at = max(range(len(self.common)), key=lambda i: (self.common[i], -i))
        return self.text[self._order[at] : self._order[at] + self.common[at]]

    def repeats(self, least: int) -> Iterator[tuple[str, int]]:
        for long, group in groupby(range(1, len(self)), key=lambda i: self.common[i] >= least):
            members = list(group)
            if long:
                shortest = min(self.common[i] for i in members)
                start = self._order[members[0]]
                yield self.text[start : start + shortest], len(members) + 1


@dataclass
class Index:
    documents: dict[str, str]

    def __post_init__(self) -> None:
        self.names = list(self.documents)
        self.joined = "\x00".join(self.documents.values())
        self.starts = list(accumulate((len(d) + 1 for d in self.documents.values()), initial=0))[:-1]
        self.suffixes = Suffixes(self.joined)

    def search(self, pattern: str) -> list[Hit]:
        hits: list[Hit] = []
        for position in self.suffixes.find(pattern):
            number = bisect_right(self.starts, position) - 1
            before = self.joined[self.starts[number] : position]
            hits.append(Hit(self.names[number], before.count("\n") + 1, len(before) - before.rfind("\n")))
        return hits


def transform(text: str) -> str:
    marked = text + "\x03"
    return "".join(marked[i - 1] for i in Suffixes(marked))


def restore(last: str) -> str:
    counts: Counter[str] = Counter()
    ranks: list[int] = []
    for c in last:
        ranks.append(counts[c])
        counts[c] += 1
    first = {c: start for c, start in zip(sorted(counts), accumulate((counts[c] for c in sorted(counts)), initial=0))}
    row, out = 0, []
    while last[row] != "\x03":
        out.append(last[row])
        row = first[last[row]] + ranks[row]
    return "".join(reversed(out))


banana = Suffixes("banana")
print(list(banana), banana.common, banana.find("ana"), banana.find("nan"), banana.find("x"), banana.find(""), banana.distinct(), banana.longest_repeat())
print([banana.text[i:] for i in banana], banana[0], banana[-1], list(banana[1:3]), 3 in banana, banana.index(5))
for text in ("", "a", "aaaa", "abcabcabc", "mississippi", "żółć żółw"):
    suffixes = Suffixes(text)
    naive = sorted(range(len(text)), key=lambda i: text[i:])
    print(repr(text), list(suffixes) == naive, suffixes.distinct() == len({text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)}), repr(suffixes.longest_repeat()), transform(text).replace("\x03", "$"), restore(transform(text)) == text)
poem = "the rain in spain\nstays mainly in the plain\nin the rain again"
index = Index({"poem": poem, "note": "rain in the plains\nis plain rain", "empty": "", "last": "in"})
for pattern in ("rain", "in the", "plain", "ain\n", "zzz", "in"):
    hits = index.search(pattern)
    print(repr(pattern), len(hits), *hits[:5])
print(sorted(Suffixes(poem).repeats(6)), Suffixes(poem).longest_repeat())
table: defaultdict[int, list[str]] = defaultdict(list)
for phrase, count in Suffixes("abracadabra abracadabra").repeats(3):
    table[count].append(phrase)
print(dict(sorted(table.items())), index.search("rain")[0] == ("poem", 1, 5), index.search("rain")[0]._replace(line=9))
