# args: --depth 3 --sort size --human
# stdin: 1200 src/main.py\n300 src/lib/util.py\n4096 src/lib/data/big.bin\n10 README\n0 src/lib/data/empty\n5000000 media/film.avi\n77 media/é/ü.txt\nbad line\n12 src\n
"""Sizes of paths from standard input shown as a tree, with totals, depth limits, sorting and human units."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce


@dataclass
class Node:
    name: str
    size: int = 0
    children: dict[str, Node] = field(default_factory=dict)
    is_file: bool = False

    def child(self, name: str) -> Node:
        if self.is_file:
            raise NotADirectoryError(f"{self.name} is a file")
        return self.children.setdefault(name, Node(name))

    def add(self, parts: list[str], size: int) -> None:
        leaf = reduce(Node.child, parts, self)
        if leaf.children:
            raise IsADirectoryError(f"{'/'.join(parts)} is a directory")
        if leaf.is_file:
            raise FileExistsError(f"{'/'.join(parts)} was there")
        leaf.size, leaf.is_file = size, True

    @property
    def total(self) -> int:
        return self.size + sum(child.total for child in self.children.values())

    @property
    def files(self) -> int:
        return self.is_file + sum(child.files for child in self.children.values())

    def __iter__(self) -> Iterator[Node]:
        yield self
        for child in self.children.values():
            yield from child


KEYS: dict[str, Callable[[Node], tuple[object, ...]]] = {
    "name": lambda node: (node.name.casefold(), node.name),
    "size": lambda node: (-node.total, node.name),
    "kind": lambda node: (node.is_file, node.name),
}


def human(size: int) -> str:
    value = float(size)
    for unit in "BKMGT":
        if value < 1024 or unit == "T":
            return f"{value:.0f}{unit}" if unit == "B" or value >= 10 else f"{value:.1f}{unit}"
        value /= 1024
    raise AssertionError


def draw(
    node: Node, key: Callable[[Node], tuple[object, ...]], show: Callable[[int], str], depth: int
) -> Iterator[str]:
    yield f"{node.name} [{show(node.total)}]" + ("" if node.is_file else f" {node.files} files")
    if depth == 0:
        return
    children = sorted(node.children.values(), key=key)
    for index, child in enumerate(children):
        last = index == len(children) - 1
        for number, line in enumerate(draw(child, key, show, depth - 1)):
            if number == 0:
                yield ("└── " if last else "├── ") + line
            else:
                yield ("    " if last else "│   ") + line


def load(lines: Iterable[str]) -> tuple[Node, list[Exception]]:
    root = Node(".")
    problems: list[Exception] = []
    for line in lines:
        size, _, path = line.strip().partition(" ")
        try:
            root.add(path.split("/"), int(size))
        except (OSError, ValueError) as error:
            problems.append(error)
    return root, problems


parser = argparse.ArgumentParser()
parser.add_argument("--depth", type=int, default=99)
parser.add_argument("--sort", choices=KEYS, default="name")
parser.add_argument("--human", action=argparse.BooleanOptionalAction, default=False)
options = parser.parse_args()
text = sys.stdin.buffer.read().decode("utf-8").splitlines()
root, problems = load(text)
print("\n".join(draw(root, KEYS[options.sort], human if options.human else str, options.depth)))
print("\n".join(draw(root, KEYS["name"], lambda n: f"{n:,}", 1)))
for problem in problems:
    print(type(problem).__name__, problem)
print(
    max(root, key=lambda n: (n.is_file, n.size)).name,
    sum(1 for _ in root),
    [n.name for n in root if n.is_file and n.size == 0],
)
print([human(n) for n in (0, 1023, 1024, 10239, 10240, 1024**2 - 1, 1024**2, 5 * 10**9, 10**18)])
print(options.human, parser.parse_args(["--no-human"]).human, load([])[0])
try:
    root.add(["README", "x"], 1)
except NotADirectoryError as error:
    print(error)
root.add(["README"], 5)
