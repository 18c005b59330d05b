"""A rope: a balanced tree of short strings with slices, inserts, deletions, iteration, line index and undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

LEAF = 8


@dataclass(frozen=True)
class Leaf:
    text: str

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    depth = 0


@dataclass(frozen=True)
class Branch:
    left: Node
    right: Node
    length: int
    lines: int
    depth: int


Node = Union[Leaf, Branch]
EMPTY = Leaf("")


def join(left: Node, right: Node) -> Node:
    if not left.length:
        return right
    if not right.length:
        return left
    if isinstance(left, Leaf) and isinstance(right, Leaf) and left.length + right.length <= LEAF:
        return Leaf(left.text + right.text)
    return Branch(left, right, left.length + right.length, left.lines + right.lines, 1 + max(left.depth, right.depth))


def leaves(node: Node) -> Iterator[Leaf]:
    stack: list[Node] = [node]
    while stack:
        top = stack.pop()
        match top:
            case Leaf():
                if top.text:
                    yield top
            case Branch(left=left, right=right):
                stack += (right, left)


def build(parts: list[Leaf]) -> Node:
    if not parts:
        return EMPTY
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return join(build(parts[:middle]), build(parts[middle:]))


def split(node: Node, at: int) -> tuple[Node, Node]:
    if at <= 0:
        return EMPTY, node
    if at >= node.length:
        return node, EMPTY
    if isinstance(node, Leaf):
        return Leaf(node.text[:at]), Leaf(node.text[at:])
    if at < node.left.length:
        first, second = split(node.left, at)
        return first, join(second, node.right)
    first, second = split(node.right, at - node.left.length)
    return join(node.left, first), second


class Rope:
    __slots__ = ("root",)

    def __init__(self, text: str | Node = "") -> None:
        self.root: Node = build([Leaf(text[i : i + LEAF]) for i in range(0, len(text), LEAF)]) if isinstance(text, str) else text

    def __len__(self) -> int:
        return self.root.length

    def __str__(self) -> str:
        return "".join(leaf.text for leaf in leaves(self.root))

    def __repr__(self) -> str:
        return f"Rope({str(self)!r}, depth={self.root.depth})"

    def __iter__(self) -> Iterator[str]:
        for leaf in leaves(self.root):
            yield from leaf.text

    def __getitem__(self, key: int | slice) -> str:
        if isinstance(key, slice):
            start, stop, step = key.indices(len(self))
            if step != 1:
                return str(self)[key]
            middle = split(split(self.root, stop)[0], start)[1]
            return str(Rope(middle)) if start < stop else ""
        index = key + len(self) if key < 0 else key
        if not 0 <= index < len(self):
            raise IndexError(f"rope index {key} out of range")
        node = self.root
        while isinstance(node, Branch):
            if index < node.left.length:
                node = node.left
            else:
                index -= node.left.length
                node = node.right
        return node.text[index]

    def __add__(self, other: Rope | str) -> Rope:
        return Rope(join(self.root, (Rope(other) if isinstance(other, str) else other).root)).balanced()

    def __radd__(self, other: str) -> Rope:
        return Rope(other) + self

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Rope, str)):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, text: str) -> bool:
        return text in str(self)

    def insert(self, at: int, text: str) -> Rope:
        left, right = split(self.root, at)
        return Rope(join(join(left, Rope(text).root), right)).balanced()

    def delete(self, start: int, stop: int) -> Rope:
        return Rope(join(split(self.root, start)[0], split(self.root, stop)[1])).balanced()

    def balanced(self) -> Rope:
        parts = list(leaves(self.root))
        return self if 2 ** max(0, self.root.depth - 2) <= len(parts) else Rope(build(parts))

    def line_start(self, line: int) -> int:
        """The index of a line's first character, found by the counts in the branches."""
        if not 0 <= line <= self.root.lines:
            raise IndexError(f"no line {line}")
        node, before = self.root, 0
        while isinstance(node, Branch):
            if line <= node.left.lines:
                node = node.left
            else:
                line -= node.left.lines
                before += node.left.length
                node = node.right
        at = 0
        for _ in range(line):
            at = node.text.index("\n", at) + 1
        return before + at


class Editor:
    def __init__(self, text: str) -> None:
        self.history = [Rope(text)]
        self.future: list[Rope] = []

    @property
    def text(self) -> Rope:
        return self.history[-1]

    def apply(self, change: Rope) -> None:
        self.history.append(change)
        self.future.clear()

    def undo(self) -> bool:
        if len(self.history) == 1:
            return False
        self.future.append(self.history.pop())
        return True

    def redo(self) -> bool:
        if self.future:
            self.history.append(self.future.pop())
            return True
        return False


rope = Rope("the quick brown fox jumps over the lazy dog")
print(len(rope), repr(rope), rope[0], rope[-1], rope[4:9], rope[::-1][:8], repr(rope[30:2]))
rope = rope.insert(10, "dark ").delete(0, 4) + "!" + Rope(" end")
print(rope, rope.root.depth, rope == str(rope), rope == "x", rope != rope, "fox" in rope)
print("> " + rope, (rope + "").root is rope.root)
for bad in (100, -100):
    try:
        rope[bad]
    except IndexError as error:
        print(error)
grown = Rope()
for n in range(200):
    grown = grown.insert((n * 7) % (len(grown) + 1), f"{n},")
reference = ""
for n in range(200):
    at = (n * 7) % (len(reference) + 1)
    reference = reference[:at] + f"{n}," + reference[at:]
print(grown == reference, len(grown), grown.root.depth <= 12, sum(1 for _ in leaves(grown.root)) > 50)
text = Rope("one\ntwo\n\nfour lines of text\nfive")
print([text.line_start(n) for n in range(5)], text.root.lines)
editor = Editor("hello world")
editor.apply(editor.text.insert(5, ","))
editor.apply(editor.text.delete(0, 1).insert(0, "J"))
print(editor.text, editor.undo(), editor.text, editor.undo(), editor.undo(), editor.text, editor.redo(), editor.redo(), editor.redo(), editor.text)
try:
    hash(rope)
except TypeError as error:
    print(error)
