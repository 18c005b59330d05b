"""What is asked about the trees again and again, found in one walk over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mypy import nodes as n

from mirage.compiler.frontend.walk import children, has_parts

_SCOPES = (n.FuncDef, n.LambdaExpr, n.GeneratorExpr)


@dataclass
class TreeIndex:
    """Of all modules together.

    classes     every class, in the order of the source
    decorators  the Decorator node around a function
    redefined   functions with several definitions (`if x: def f(): ... else: def f(): ...`): each with the
                first one, which stands for the name
    roots       the outermost function (or the module) around a function, lambda or generator expression
    found       what else was found out about the trees, kept for the next lowering
    """

    classes: list[n.TypeInfo] = field(default_factory=list)
    decorators: dict[n.FuncItem, n.Decorator] = field(default_factory=dict)
    redefined: dict[n.FuncDef, n.FuncDef] = field(default_factory=dict)
    roots: dict[n.Node, n.Node] = field(default_factory=dict)
    found: dict[object, object] = field(default_factory=dict)


def index_trees(trees: Iterable[n.MypyFile]) -> TreeIndex:
    """Look at every node of the modules once."""
    index = TreeIndex()
    for tree in trees:
        _index(tree, index)
    return index


def class_made_by(node: n.Node) -> n.TypeInfo | None:
    """The class that a class statement, or a call like `namedtuple("P", "x y")`, defines."""
    if isinstance(node, n.ClassDef):
        return node.info
    if isinstance(node, n.CallExpr) and isinstance(node.analyzed, n.NamedTupleExpr | n.EnumCallExpr):
        return node.analyzed.info
    return None


def _index(tree: n.MypyFile, index: TreeIndex) -> None:
    stack: list[tuple[n.Node, n.Node | None]] = [(tree, None)]
    while stack:
        node, root = stack.pop()
        if isinstance(node, n.Decorator):
            index.decorators[node.func] = node
        elif isinstance(node, _SCOPES):
            if root is None:
                root = node if isinstance(node, n.FuncDef) else tree
            first = node.original_def if isinstance(node, n.FuncDef) else None
            if isinstance(node, n.FuncDef) and isinstance(first, n.FuncDef) and not node.info:
                first = index.redefined.get(first, first)
                index.redefined[node] = index.redefined[first] = first
            index.roots.setdefault(node, root)
        else:
            info = class_made_by(node)
            if info is not None:
                index.classes.append(info)
        parts = [(part, root) for part in children(node) if has_parts(part)]
        parts.reverse()
        stack += parts
