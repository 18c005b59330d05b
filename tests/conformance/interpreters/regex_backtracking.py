"""A regular expression engine: parse to a tree, compile to a program, run it with threads (Pike)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Char:
    c: str


@dataclass(frozen=True)
class Any_:
    pass


@dataclass(frozen=True)
class Klass:
    ranges: tuple[tuple[str, str], ...]
    negated: bool

    def __contains__(self, c: str) -> bool:
        return any(lo <= c <= hi for lo, hi in self.ranges) != self.negated


@dataclass(frozen=True)
class Seq:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Alt:
    left: Node
    right: Node


@dataclass(frozen=True)
class Repeat:
    inner: Node
    least: int
    unbounded: bool
    greedy: bool = True


@dataclass(frozen=True)
class Group:
    inner: Node
    number: int


Node = Union[Char, Any_, Klass, Seq, Alt, Repeat, Group]


class Parser:
    def __init__(self, pattern: str) -> None:
        self.p = pattern
        self.i = 0
        self.groups = 0

    def peek(self) -> str:
        return self.p[self.i] if self.i < len(self.p) else ""

    def parse(self) -> Node:
        node = self.alternatives()
        if self.i != len(self.p):
            raise SyntaxError(f"unbalanced ) at {self.i} in {self.p!r}")
        return node

    def alternatives(self) -> Node:
        node = self.sequence()
        while self.peek() == "|":
            self.i += 1
            node = Alt(node, self.sequence())
        return node

    def sequence(self) -> Node:
        parts: list[Node] = []
        while self.peek() not in ("", "|", ")"):
            node = self.atom()
            while (c := self.peek()) and c in "*+?":
                self.i += 1
                lazy = self.peek() == "?"
                self.i += lazy
                if c == "?":
                    node = Alt(Seq(()), node) if lazy else Alt(node, Seq(()))
                else:
                    node = Repeat(node, int(c == "+"), True, not lazy)
            parts.append(node)
        return parts[0] if len(parts) == 1 else Seq(tuple(parts))

    def atom(self) -> Node:
        c = self.peek()
        self.i += 1
        if c == ".":
            return Any_()
        if c == "(":
            self.groups += 1
            number = self.groups
            inner = self.alternatives()
            if self.peek() != ")":
                raise SyntaxError(f"missing ) in {self.p!r}")
            self.i += 1
            return Group(inner, number)
        if c == "[":
            return self.klass()
        if c == "\\":
            c = self.peek()
            self.i += 1
            if c == "d":
                return Klass((("0", "9"),), False)
            if c == "w":
                return Klass((("a", "z"), ("A", "Z"), ("0", "9"), ("_", "_")), False)
        return Char(c)

    def klass(self) -> Klass:
        negated = self.peek() == "^"
        self.i += negated
        ranges: list[tuple[str, str]] = []
        while self.peek() != "]":
            low = high = self.peek()
            self.i += 1
            if self.peek() == "-" and self.p[self.i + 1] != "]":
                high = self.p[self.i + 1]
                self.i += 2
            ranges.append((low, high))
        self.i += 1
        return Klass(tuple(ranges), negated)


Step = tuple[str, Union[Node, int, None], int]


def emit(node: Node, code: list[Step]) -> None:
    match node:
        case Seq(parts):
            for part in parts:
                emit(part, code)
        case Alt(left, right):
            split = len(code)
            code.append(("split", None, 0))
            emit(left, code)
            jump = len(code)
            code.append(("jump", None, 0))
            code[split] = ("split", split + 1, len(code))
            emit(right, code)
            code[jump] = ("jump", len(code), 0)
        case Repeat(inner, least, _, greedy):
            start = len(code)
            if least:
                emit(inner, code)
                code.append(("split", start, len(code) + 1) if greedy else ("split", len(code) + 1, start))
            else:
                code.append(("split", None, 0))
                emit(inner, code)
                code.append(("jump", start, 0))
                code[start] = ("split", start + 1, len(code)) if greedy else ("split", len(code), start + 1)
        case Group(inner, number):
            code.append(("save", 2 * number, 0))
            emit(inner, code)
            code.append(("save", 2 * number + 1, 0))
        case _:
            code.append(("char", node, 0))


def accepts(node: Node, c: str) -> bool:
    if isinstance(node, Char):
        return node.c == c
    if isinstance(node, Klass):
        return c in node
    return isinstance(node, Any_) and c != "\n"


class Regex:
    def __init__(self, pattern: str) -> None:
        parser = Parser(pattern)
        self.code: list[Step] = [("save", 0, 0)]
        emit(parser.parse(), self.code)
        self.code += [("save", 1, 0), ("match", None, 0)]
        self.slots = 2 * (parser.groups + 1)

    def add(self, threads: dict[int, tuple[int, ...]], pc: int, at: int, saved: tuple[int, ...]) -> None:
        if pc in threads:
            return
        threads[pc] = saved
        op, x, y = self.code[pc]
        if op == "jump":
            assert isinstance(x, int)
            self.add(threads, x, at, saved)
        elif op == "split":
            assert isinstance(x, int)
            self.add(threads, x, at, saved)
            self.add(threads, y, at, saved)
        elif op == "save":
            assert isinstance(x, int)
            self.add(threads, pc + 1, at, (*saved[:x], at, *saved[x + 1 :]))

    def search(self, text: str) -> tuple[int, ...] | None:
        threads: dict[int, tuple[int, ...]] = {}
        found: tuple[int, ...] | None = None
        for at in range(len(text) + 1):
            if found is None:
                self.add(threads, 0, at, (-1,) * self.slots)
            following: dict[int, tuple[int, ...]] = {}
            for pc, saved in threads.items():
                op, x, _ = self.code[pc]
                if op == "match":
                    found = saved
                    break
                if op == "char" and at < len(text):
                    assert x is not None and not isinstance(x, int)
                    if accepts(x, text[at]):
                        self.add(following, pc + 1, at + 1, saved)
            threads = following
        return found


CASES = [
    ("a*b", "xaaab"), ("(a|ab)(c|bcd)", "abcd"), ("(\\d+)-(\\d+)", "tel 555-0199."), ("[^a-c]+", "abcxyz"),
    ("a+?", "aaa"), ("(x*)(y?)", "xxy"), ("(a(b)?)+", "aba"), ("h.llo|w.rld", "the world"), ("zz", "abc"), ("", "abc"),
]
for pattern, text in CASES:
    ours = Regex(pattern).search(text)
    theirs = re.search(pattern, text)
    expected = None if theirs is None else tuple(v for g in range(theirs.re.groups + 1) for v in theirs.span(g))
    print(f"{pattern!r:20} {text!r:16} {ours} {'same' if ours == expected else f'library: {expected}'}")
print(Regex("(a*)*b".replace("(a*)*", "a*a*a*a*a*")).search("a" * 60))
print(Parser("a(b|[x-z])*").parse())
Parser("a(b").parse()
