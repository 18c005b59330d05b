"""An error at the bottom of a recursion over data; the frames of the same line are told apart or counted."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Node:
    name: str
    weight: str = "1"
    children: list[Node] = field(default_factory=list)

    def total(self) -> int:
        return int(self.weight) + sum(child.total() for child in self.children)

    def depth(self, n: int = 0) -> int:
        if not self.children:
            return n
        return max(child.depth(n + 1) for child in self.children)


def chain(n: int, last: str) -> Node:
    node = Node("leaf", last)
    for i in range(n):
        node = Node(f"n{i}", str(i), [node])
    return node


tree = Node("root", "5", [chain(3, "7"), chain(2, "1"), Node("x", "-4")])
print(tree.total(), tree.depth(), chain(0, "9").total())


def parse(text: str, at: int = 0) -> tuple[list[object], int]:
    out: list[object] = []
    while at < len(text):
        if text[at] == "(":
            inner, at = parse(text, at + 1)
            out.append(inner)
        elif text[at] == ")":
            return out, at
        elif not text[at].isalnum():
            raise SyntaxError(f"unexpected {text[at]!r} at {at}")
        else:
            out.append(text[at])
        at += 1
    return out, at


print(parse("a(b(cd)e)f")[0])
try:
    parse("((a)(b!))")
except SyntaxError as error:
    print(error)
print(chain(6, "seven").total())
