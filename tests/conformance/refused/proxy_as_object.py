# expect-refusal: unsupported
"""A weak proxy is declared as the class that it stands for: it is no object of it."""

import weakref
from typing import Optional


class Leaf:
    def __init__(self, parent: "Tree") -> None:
        self.parent: Tree = weakref.proxy(parent)


class Tree:
    def __init__(self, name: str) -> None:
        self.name = name
        self.leaf = Leaf(self)


first: Optional[Tree] = weakref.proxy(Tree("x"))
print(Tree("oak").leaf.parent.name, first)
