"""A tree of folders and files as a composite: sizes, walks, finding, moving, and a picture of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from typing import Protocol


class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.parent: Folder | None = None

    @property
    def size(self) -> int:
        raise NotImplementedError(type(self).__name__)

    @property
    def path(self) -> str:
        return self.name if self.parent is None else f"{self.parent.path}/{self.name}"

    def walk(self) -> Iterator[Node]:
        yield self

    def lines(self) -> Iterator[str]:
        yield f"{self.name} {self.size}"


class File(Node):
    def __init__(self, name: str, size: int) -> None:
        super().__init__(name)
        self._size = size

    @property
    def size(self) -> int:
        return self._size


class Folder(Node):
    def __init__(self, name: str, *children: Node) -> None:
        super().__init__(name)
        self._children: dict[str, Node] = {}
        for child in children:
            self.add(child)

    def add(self, child: Node) -> Folder:
        if child.name in self._children:
            raise FileExistsError(f"{self.path}/{child.name}")
        if child in self.ancestors():
            raise RecursionError(f"{child.name} holds {self.name}")
        if child.parent is not None:
            del child.parent._children[child.name]
        child.parent = self
        self._children[child.name] = child
        return self

    def ancestors(self) -> Iterator[Node]:
        here: Folder | None = self
        while here:
            yield here
            here = here.parent

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return len(self._children)

    def __truediv__(self, name: str) -> Node:
        return self._children[name]

    @property
    def size(self) -> int:
        return sum(child.size for child in self._children.values())

    def walk(self) -> Iterator[Node]:
        yield from super().walk()
        for _, child in sorted(self._children.items()):
            yield from child.walk()

    def lines(self) -> Iterator[str]:
        yield f"{self.name}/ {self.size}"
        last = len(self) - 1
        for place, child in enumerate(self._children.values()):
            branch, gap = ("└─ ", "   ") if place == last else ("├─ ", "│  ")
            first, *rest = child.lines()
            yield branch + first
            yield from (gap + line for line in rest)


class Test(Protocol):
    def __call__(self, node: Node, /) -> bool: ...


def ending(suffix: str) -> Test:
    return lambda node: node.name.endswith(suffix)


def larger(size: int) -> Test:
    return lambda node: node.size > size


def both(*tests: Test) -> Callable[[Node], bool]:
    return lambda node: all(test(node) for test in tests)


def at(root: Folder, path: str) -> Node:
    def step(here: Node, name: str) -> Node:
        if not isinstance(here, Folder):
            raise NotADirectoryError(here.path)
        return here / name

    start: Node = root
    return reduce(step, filter(None, path.split("/")), start)


source = Folder("src", File("main.py", 300), Folder("lib", File("tree.py", 120), File("notes.txt", 40)))
root = Folder("root", source, File("README", 80), Folder("empty"))
print(*root.lines(), sep="\n")
print([node.path for node in root.walk() if both(ending(".py"), larger(100))(node)])
print(at(root, "src/lib/tree.py").path, at(root, "//src").size, len(root), bool(Folder("x")))
root.add(at(root, "src/lib"))
print(*root.lines(), sep="\n")
for attempt in ("src/none", "README/x"):
    try:
        print(at(root, attempt))
    except (KeyError, NotADirectoryError) as error:
        print(type(error).__name__, error)
for parent, child in ((root, File("README", 1)), (source, root), (root, root)):
    try:
        parent.add(child)
    except (FileExistsError, RecursionError) as error:
        print(type(error).__name__, error)
try:
    print(Node("bare").size)
except NotImplementedError as error:
    print(repr(error), [node.name for node in Node("bare").walk()])
