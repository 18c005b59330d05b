"""Regular expressions to NFA (Thompson), to DFA (subsets), minimised; equivalence and shortest matches."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, product

EPSILON = ""


@dataclass
class Nfa:
    start: int
    accept: int
    edges: dict[int, list[tuple[str, int]]] = field(default_factory=dict)

    def closure(self, states: Iterable[int]) -> frozenset[int]:
        seen = set(states)
        stack = list(seen)
        while stack:
            for label, target in self.edges.get(stack.pop(), []):
                if label == EPSILON and target not in seen:
                    seen.add(target)
                    stack.append(target)
        return frozenset(seen)

    def step(self, states: frozenset[int], char: str) -> frozenset[int]:
        return self.closure({t for s in states for label, t in self.edges.get(s, []) if label == char})

    def matches(self, text: str) -> bool:
        states = self.closure([self.start])
        for char in text:
            states = self.step(states, char)
        return self.accept in states


class Compiler:
    """Grammar: alternatives, sequences, postfix * + ?, parentheses, and {m,n}."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.ids = count()
        self.edges: dict[int, list[tuple[str, int]]] = {}

    def link(self, a: int, label: str, b: int) -> None:
        self.edges.setdefault(a, []).append((label, b))

    def compile(self) -> Nfa:
        start, end = self.alternatives()
        if self.at != len(self.pattern):
            raise ValueError(f"unexpected {self.pattern[self.at]!r} at {self.at} in {self.pattern!r}")
        return Nfa(start, end, self.edges)

    def fresh(self) -> tuple[int, int]:
        return next(self.ids), next(self.ids)

    def alternatives(self) -> tuple[int, int]:
        options = [self.sequence()]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        start, end = self.fresh()
        for a, b in options:
            self.link(start, EPSILON, a)
            self.link(b, EPSILON, end)
        return start, end

    def sequence(self) -> tuple[int, int]:
        start = end = next(self.ids)
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            a, b = self.repeated()
            self.link(end, EPSILON, a)
            end = b
        return start, end

    def repeated(self) -> tuple[int, int]:
        begin = self.at
        start, end = self.atom()
        after = self.at
        while self.at < len(self.pattern) and self.pattern[self.at] in "*+?{":
            sign = self.pattern[self.at]
            self.at += 1
            if sign == "{":
                close = self.pattern.index("}", self.at)
                low, _, high = self.pattern[self.at : close].partition(",")
                start, end = self.counted(begin, after, int(low), int(high or low))
                self.at = close + 1
                continue
            outer, exit = self.fresh()
            self.link(outer, EPSILON, start)
            self.link(end, EPSILON, exit)
            if sign in "*?":
                self.link(outer, EPSILON, exit)
            if sign in "*+":
                self.link(end, EPSILON, start)
            start, end = outer, exit
        return start, end

    def counted(self, begin: int, after: int, low: int, high: int) -> tuple[int, int]:
        start = end = next(self.ids)
        exits = []
        for number in range(high):
            if number >= low:
                exits.append(end)
            self.at = begin
            a, b = self.atom()
            assert self.at == after
            self.link(end, EPSILON, a)
            end = b
        for state in exits:
            self.link(state, EPSILON, end)
        return start, end

    def atom(self) -> tuple[int, int]:
        char = self.pattern[self.at]
        self.at += 1
        if char == "(":
            inner = self.alternatives()
            if not self.pattern.startswith(")", self.at):
                raise ValueError(f"missing ) in {self.pattern!r}")
            self.at += 1
            return inner
        if char in "*+?":
            raise ValueError(f"nothing to repeat at {self.at - 1} in {self.pattern!r}")
        start, end = self.fresh()
        self.link(start, char, end)
        return start, end


@dataclass(frozen=True)
class Dfa:
    table: tuple[dict[str, int], ...]
    accepting: frozenset[int]
    alphabet: str

    @classmethod
    def build(cls, nfa: Nfa, alphabet: str) -> Dfa:
        first = nfa.closure([nfa.start])
        numbers = {first: 0}
        queue = deque([first])
        table: list[dict[str, int]] = []
        while queue:
            states = queue.popleft()
            row = {}
            for char in alphabet:
                target = nfa.step(states, char)
                if target not in numbers:
                    numbers[target] = len(numbers)
                    queue.append(target)
                row[char] = numbers[target]
            table.append(row)
        return cls(tuple(table), frozenset(n for s, n in numbers.items() if nfa.accept in s), alphabet)

    def minimal(self) -> Dfa:
        block = [int(s in self.accepting) for s in range(len(self.table))]
        while True:
            keys = [
                (block[s], tuple(block[row[c]] for c in self.alphabet)) for s, row in enumerate(self.table)
            ]
            numbers: dict[tuple[int, tuple[int, ...]], int] = {}
            fresh = [numbers.setdefault(key, len(numbers)) for key in keys]
            if len(numbers) == len(set(block)):
                break
            block = fresh
        rows: dict[int, dict[str, int]] = {}
        for state, row in enumerate(self.table):
            rows.setdefault(fresh[state], {c: fresh[t] for c, t in row.items()})
        return Dfa(
            tuple(rows[i] for i in range(len(rows))),
            frozenset(fresh[s] for s in self.accepting),
            self.alphabet,
        )

    def matches(self, text: str) -> bool:
        state = 0
        for char in text:
            state = self.table[state][char]
        return state in self.accepting

    def words(self, longest: int) -> Iterator[str]:
        for length in range(longest + 1):
            for letters in product(self.alphabet, repeat=length):
                if self.matches(word := "".join(letters)):
                    yield word


def difference(a: Dfa, b: Dfa) -> str | None:
    """The shortest word that only one of them accepts."""
    seen = {(0, 0)}
    queue: deque[tuple[int, int, str]] = deque([(0, 0, "")])
    while queue:
        x, y, word = queue.popleft()
        if (x in a.accepting) != (y in b.accepting):
            return word
        for char in a.alphabet:
            pair = a.table[x][char], b.table[y][char]
            if pair not in seen:
                seen.add(pair)
                queue.append((*pair, word + char))
    return None


def dfa(pattern: str) -> Dfa:
    return Dfa.build(Compiler(pattern).compile(), "ab")


for pattern in [
    "",
    "a",
    "a|b",
    "(a|b)*abb",
    "a*b+a?",
    "(ab|ba){2}",
    "(aa|bb)*",
    "((a|b)(a|b))*",
    "a{2,4}",
    "(a|)(b|)",
]:
    whole = dfa(pattern)
    small = whole.minimal()
    nfa = Compiler(pattern).compile()
    words = list(small.words(4))
    agree = all(
        nfa.matches(w) == small.matches(w) == whole.matches(w) for w in map("".join, product("ab", repeat=4))
    )
    print(
        f"{pattern!r}: {len(whole.table)} -> {len(small.table)} states, {agree}, {len(words)} words {words[:5]}"
    )
for one, two in [
    ("(a|b)*", "(a*b*)*"),
    ("a*", "a+"),
    ("(ab)*a", "a(ba)*"),
    ("(aa)*", "(aaa)*"),
    ("a{1,3}", "aa?a?"),
]:
    print(one, two, repr(difference(dfa(one), dfa(two))))
for bad in ["(a", "*a", "a)", "a{2"]:
    try:
        Compiler(bad).compile()
    except ValueError as error:
        print(type(error).__name__, error)
dfa("a*").matches("aac")
