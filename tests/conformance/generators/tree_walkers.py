"""Walks over trees by generators: orders, zippers, lazily merged versions, parsers of paths, early exits and their cleanups."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, count, islice, zip_longest
from typing import TypeVar

T = TypeVar("T")
log: list[str] = []


@dataclass
class Node:
    name: str
    children: list[Node] = field(default_factory=list)
    size: int = 0

    def __iter__(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child

    def __truediv__(self, name: str) -> Node:
        for child in self.children:
            if child.name == name:
                return child
        raise LookupError(f"no {name} in {self.name}")


def parse(lines: Iterable[str]) -> Node:
    """Indented lines; each deeper one belongs to the last that is less deep."""

    def level(depth: int) -> Generator[None, tuple[int, Node] | None, list[Node]]:
        found: list[Node] = []
        item = pending.pop() if pending else (yield)
        while item is not None:
            indent, node = item
            if indent < depth:
                pending.append(item)
                break
            if indent > depth:
                pending.append(item)
                found[-1].children = yield from level(indent)
            else:
                found.append(node)
            item = pending.pop() if pending else (yield)
        return found

    pending: list[tuple[int, Node]] = []
    walker = level(0)
    next(walker)
    result: list[Node] = []
    try:
        for line in lines:
            if line.strip():
                name, _, size = line.strip().partition(" ")
                walker.send((len(line) - len(line.lstrip()), Node(name, size=int(size or 0))))
        walker.send(None)
    except StopIteration as stop:
        result = stop.value
    return Node("", result)


def depth_first(node: Node, before: Callable[[Node], bool] = lambda n: True) -> Generator[tuple[int, Node], bool | None, int]:
    """Pairs of depth and node; sending True leaves a node's children out.  Returns how many were seen."""
    seen = 0
    stack: list[Iterator[Node]] = [iter([node])]
    while stack:
        following = next(stack[-1], None)
        if following is None:
            stack.pop()
            continue
        seen += 1
        skip = yield len(stack) - 1, following
        if not skip and before(following):
            stack.append(iter(following.children))
    return seen


def breadth_first(node: Node) -> Iterator[list[Node]]:
    layer = [node]
    while layer:
        yield layer
        layer = [child for n in layer for child in n.children]


def paths(node: Node, above: str = "") -> Iterator[str]:
    here = f"{above}/{node.name}" if node.name else above
    if not node.children:
        yield here or "/"
    for child in node.children:
        yield from paths(child, here)


def guarded(node: Node) -> Iterator[Node]:
    log.append(f"open {node.name}")
    try:
        yield node
        for child in node.children:
            yield from guarded(child)
    finally:
        log.append(f"close {node.name}")


def total(node: Node) -> Generator[tuple[str, int], None, int]:
    size = node.size
    for child in node.children:
        size += yield from total(child)
    yield node.name, size
    return size


def merged(a: Node | None, b: Node | None) -> Iterator[tuple[str, str]]:
    """What one tree has and the other has not, in order of names."""
    left = {n.name: n for n in a.children} if a else {}
    right = {n.name: n for n in b.children} if b else {}
    for name in sorted(left.keys() | right.keys()):
        x, y = left.get(name), right.get(name)
        if x is None or y is None:
            yield "-" if y is None else "+", name
        elif x.size != y.size:
            yield "~", f"{name}:{x.size}->{y.size}"
        yield from ((mark, f"{name}/{rest}") for mark, rest in merged(x, y))


def same_leaves(a: Node, b: Node) -> bool:
    """Leaves compared in step, without making lists."""
    def leaves(node: Node) -> Iterator[str]:
        yield from (n.name for n in node if not n.children)

    return all(x == y for x, y in zip_longest(leaves(a), leaves(b)))


def numbered(items: Iterable[T]) -> Iterator[str]:
    counter = count(1)
    try:
        for item in items:
            yield f"{next(counter)}.{item}"
    finally:
        log.append(f"numbered {next(counter) - 1}")


TEXT = """
src
  main 10
  lib
    deep
      core 7
    util 3
docs
  guide 20
empty
"""
tree = parse(TEXT.splitlines())
print([(depth, node.name) for depth, node in depth_first(tree)])
walker = depth_first(tree)
shown, skip = [], None
try:
    while True:
        depth, node = walker.send(skip)
        shown.append("." * depth + node.name)
        skip = node.name == "lib"
except StopIteration as stop:
    print(shown, stop.value)
print([[n.name for n in layer] for layer in breadth_first(tree)], list(paths(tree)), list(paths(Node(""))))
print(list(total(tree)), (tree / "src" / "lib").children[1].size, sum(1 for _ in tree))
try:
    tree / "src" / "nothing"
except LookupError as error:
    print(error)
with closing(guarded(tree)) as nodes:  # type: ignore[type-var]
    print(next(n.name for n in nodes if n.size == 7))
print(log)
walk = guarded(tree / "docs")
print(next(walk).name, next(walk).name)
walk.close()  # type: ignore[attr-defined]
with closing(numbered(n.name for n in tree)) as names:  # type: ignore[type-var]
    print(list(islice(names, 3)))
print(log[-4:])
other = parse(TEXT.replace("util 3", "util 4").replace("docs", "manual").splitlines() + ["extra 1"])
print(list(merged(tree, other)), list(merged(tree, tree)), same_leaves(tree, other), same_leaves(tree, parse(TEXT.splitlines())))
print("".join(chain.from_iterable(n.name[:1] for n in tree)), max(tree, key=lambda n: n.size).name)
