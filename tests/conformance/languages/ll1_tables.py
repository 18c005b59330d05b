"""Grammars: nullable, first and follow sets, an LL(1) table with its conflicts, and a table-driven parser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

END: Final = "$"
EMPTY: Final = "ε"


class GrammarError(Exception):
    pass


class Rejected(Exception):
    def __init__(self, token: str, at: int, expected: Iterable[str]) -> None:
        super().__init__(f"{token!r} at {at}, expected {' or '.join(sorted(expected))}")


@dataclass
class Tree:
    symbol: str
    children: list[Tree] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.symbol}({' '.join(map(str, self.children))})" if self.children else self.symbol

    def leaves(self) -> Iterator[str]:
        if not self.children and self.symbol != EMPTY:
            yield self.symbol
        for child in self.children:
            yield from child.leaves()


class Grammar:
    def __init__(self, text: str) -> None:
        self.rules: dict[str, list[tuple[str, ...]]] = {}
        for line in text.strip().splitlines():
            name, arrow, right = line.partition("->")
            if not arrow:
                raise GrammarError(f"no arrow in {line!r}")
            options = [tuple(s for s in option.split() if s != EMPTY) for option in right.split("|")]
            self.rules.setdefault(name.strip(), []).extend(options)
        self.start = next(iter(self.rules))
        self.first: defaultdict[str, set[str]] = defaultdict(set)
        self.follow: defaultdict[str, set[str]] = defaultdict(set)
        self.passes = 0
        self._fill()

    def first_of(self, symbols: Iterable[str]) -> set[str]:
        result: set[str] = set()
        for symbol in symbols:
            if symbol not in self.rules:
                return result | {symbol}
            result |= self.first[symbol] - {EMPTY}
            if EMPTY not in self.first[symbol]:
                return result
        return result | {EMPTY}

    def productions(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        return ((name, option) for name, options in self.rules.items() for option in options)

    def _size(self) -> int:
        return sum(map(len, self.first.values())) + sum(map(len, self.follow.values()))

    def _fill(self) -> None:
        self.follow[self.start].add(END)
        before = -1
        while before != (before := self._size()):
            self.passes += 1
            for name, option in self.productions():
                self.first[name] |= self.first_of(option)
                for index, symbol in enumerate(option):
                    if symbol in self.rules:
                        after = self.first_of(option[index + 1 :])
                        self.follow[symbol] |= after - {EMPTY}
                        if EMPTY in after:
                            self.follow[symbol] |= self.follow[name]
            if before == self._size():
                break

    def table(self) -> tuple[dict[tuple[str, str], tuple[str, ...]], list[str]]:
        table: dict[tuple[str, str], tuple[str, ...]] = {}
        conflicts = []
        for name, option in self.productions():
            starts = self.first_of(option)
            tokens = (starts - {EMPTY}) | (self.follow[name] if EMPTY in starts else set())
            for token in sorted(tokens):
                if table.setdefault((name, token), option) != option:
                    conflicts.append(f"{name} on {token}")
        return table, conflicts

    def parse(self, text: str) -> Tree:
        table, conflicts = self.table()
        if conflicts:
            raise GrammarError("not LL(1): " + ", ".join(conflicts))
        tokens = [*text.split(), END]
        root = Tree(self.start)
        stack = [root]
        at = 0
        while stack:
            node = stack.pop()
            token = tokens[at]
            if node.symbol not in self.rules:
                if node.symbol != token:
                    raise Rejected(token, at, [node.symbol])
                at += 1
                continue
            option = table.get((node.symbol, token))
            if option is None:
                raise Rejected(token, at, (t for n, t in table if n == node.symbol))
            node.children = [Tree(symbol) for symbol in option] or [Tree(EMPTY)]
            if option:
                stack.extend(reversed(node.children))
        if tokens[at] != END:
            raise Rejected(tokens[at], at, [END])
        return root


GRAMMARS = {
    "sums": "E -> T R\nR -> + T R | - T R | ε\nT -> F S\nS -> * F S | ε\nF -> ( E ) | n",
    "lists": "L -> [ I ]\nI -> V M | ε\nM -> , V M | ε\nV -> n | L",
    "dangling": "S -> if e S T | x\nT -> else S | ε",
    "left": "E -> E + n | n",
    "ab": "S -> A B\nA -> a A | ε\nB -> b B | ε",
}
INPUTS = {
    "sums": ["n + n * ( n - n )", "n", "( n", "n n", "", "n * * n"],
    "lists": ["[ ]", "[ n , [ n ] , n ]", "[ n , ]", "[ ] ]"],
    "dangling": ["if e x"],
    "left": ["n"],
    "ab": ["", "a a b", "b a"],
}
for name, text in GRAMMARS.items():
    grammar = Grammar(text)
    print(f"{name}: start {grammar.start}, {grammar.passes} passes")
    for symbol in grammar.rules:
        print(f"   {symbol}: first {sorted(grammar.first[symbol])}, follow {sorted(grammar.follow[symbol])}")
    for line in INPUTS[name]:
        try:
            tree = grammar.parse(line)
            print(f"   {line!r} -> {tree}", list(tree.leaves()) == line.split())
        except Rejected as error:
            print(f"   {line!r} rejected: {error}")
        except GrammarError as error:
            print(f"   {line!r}: {error}")
Grammar("S - x")
