"""Suffix arrays, longest common prefixes, repeated parts, a suffix automaton, and edit scripts told step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


def suffix_array(text: str) -> list[int]:
    """By prefix doubling."""
    order = list(range(len(text)))
    rank = [ord(c) for c in text]
    size = 1
    while size <= max(1, len(text)):

        def key(at: int, size: int = size, rank: Sequence[int] = tuple(rank)) -> tuple[int, int]:
            return rank[at], rank[at + size] if at + size < len(rank) else -1

        order.sort(key=key)
        fresh = [0] * len(text)
        for before, here in pairwise(order):
            fresh[here] = fresh[before] + (key(before) != key(here))
        rank = fresh
        size *= 2
    return order


def common(text: str, order: Sequence[int]) -> list[int]:
    """Kasai: the prefix each suffix shares with the one before it in order."""
    place = {at: n for n, at in enumerate(order)}
    result = [0] * len(text)
    length = 0
    for at in range(len(text)):
        if place[at] == 0:
            length = 0
            continue
        other = order[place[at] - 1]
        while text[at + length : at + length + 1] == text[other + length : other + length + 1] != "":
            length += 1
        result[place[at]] = length
        length = max(0, length - 1)
    return result


def repeated(text: str) -> str:
    order = suffix_array(text)
    shared = common(text, order)
    best = max(range(len(order)), key=lambda n: (shared[n], -n), default=0)
    return text[order[best] : order[best] + shared[best]] if order else ""


@dataclass
class State:
    length: int
    link: int = -1
    next: dict[str, int] = field(default_factory=dict)
    ends: int = 0


class Automaton:
    def __init__(self, text: str) -> None:
        self.states = [State(0)]
        last = 0
        for char in text:
            last = self._extend(last, char)
        for state in sorted(self.states[1:], key=lambda s: -s.length):
            self.states[state.link].ends += state.ends

    def _extend(self, last: int, char: str) -> int:
        states = self.states
        current = len(states)
        states.append(State(states[last].length + 1, ends=1))
        at = last
        while at != -1 and char not in states[at].next:
            states[at].next[char] = current
            at = states[at].link
        if at == -1:
            states[current].link = 0
            return current
        target = states[at].next[char]
        if states[at].length + 1 == states[target].length:
            states[current].link = target
            return current
        clone = len(states)
        states.append(State(states[at].length + 1, states[target].link, dict(states[target].next)))
        while at != -1 and states[at].next.get(char) == target:
            states[at].next[char] = clone
            at = states[at].link
        states[target].link = states[current].link = clone
        return current

    def count(self, part: str) -> int:
        at = 0
        for char in part:
            if char not in self.states[at].next:
                return 0
            at = self.states[at].next[char]
        return self.states[at].ends

    @property
    def distinct(self) -> int:
        return sum(s.length - self.states[s.link].length for s in self.states[1:])

    def shared(self, other: str) -> str:
        at = length = 0
        best = (0, 0)
        for index, char in enumerate(other, 1):
            while at and char not in self.states[at].next:
                at = self.states[at].link
                length = self.states[at].length
            if char in self.states[at].next:
                at = self.states[at].next[char]
                length += 1
            best = max(best, (length, -index))
        return other[-best[1] - best[0] : -best[1]]


def script(source: str, target: str) -> Iterator[str]:
    rows = [list(range(len(target) + 1))]
    for i, a in enumerate(source, 1):
        row = [i]
        for j, b in enumerate(target, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
        rows.append(row)
    i, j = len(source), len(target)
    steps = []
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + (source[i - 1] != target[j - 1]):
            if source[i - 1] != target[j - 1]:
                steps.append(f"{source[i - 1]}>{target[j - 1]}@{i - 1}")
            i, j = i - 1, j - 1
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            steps.append(f"-{source[i - 1]}@{i - 1}")
            i -= 1
        else:
            steps.append(f"+{target[j - 1]}@{i}")
            j -= 1
    return reversed(steps)


for text in ["banana", "mississippi", "aaaa", "", "x", "abcabcabc", "größe größer", "🙂🙃🙂🙃🙂"]:
    order = suffix_array(text)
    assert order == sorted(range(len(text)), key=lambda at: text[at:])
    automaton = Automaton(text)
    distinct = len({text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)})
    print(
        f"{text!r}: {order} {common(text, order)} repeated {repeated(text)!r}, {automaton.distinct} parts {distinct == automaton.distinct}, {len(automaton.states)} states"
    )
automaton = Automaton("abracadabra")
print(
    [(part, automaton.count(part)) for part in ("a", "abra", "ra", "cad", "z", "")],
    automaton.shared("cadillac bra"),
    repr(automaton.shared("xyz")),
)
for source, target in [
    ("kitten", "sitting"),
    ("", "abc"),
    ("flaw", "lawn"),
    ("same", "same"),
    ("intention", "execution"),
    ("naïve", "native"),
]:
    steps = list(script(source, target))
    print(f"{source!r} -> {target!r}: {len(steps)} {' '.join(steps)}")
common("ab", [0])
