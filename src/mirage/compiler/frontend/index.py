"""What is asked about the trees again and again, found in one walk over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mypy import nodes as n

from mirage.compiler.frontend.called_enums import write_body
from mirage.compiler.frontend.described import Described
from mirage.compiler.frontend.walk import children, has_parts
from mirage.compiler.frontend.wrappers import declare_assigned, declare_fields, is_update

_SCOPES = {n.FuncDef, n.LambdaExpr, n.GeneratorExpr}
_CLASSES = {n.ClassDef, n.CallExpr}


@dataclass
class TreeIndex:
    """Of all modules together.

    classes     every class, in the order of the source
    decorators  the Decorator node around a function
    redefined   functions with several definitions (`if x: def f(): ... else: def f(): ...`): each with the
                first one, which stands for the name
    rebound     functions whose name something else is assigned to (`f = cached(f)`)
    roots       the outermost function (or the module) around a function, lambda or generator expression
    nested      the roots with other functions, lambdas or generator expressions inside
    found       what else was found out about the trees, kept for the next lowering
    slots       the variables and attributes that the parts of an expression name (lower/variables.py)
    waiting     functions and methods of the library whose insides are looked at when they are reached
    described   the attributes that descriptors keep in objects
    """

    classes: list[n.TypeInfo] = field(default_factory=list)
    decorators: dict[n.FuncItem, n.Decorator] = field(default_factory=dict)
    redefined: dict[n.FuncDef, n.FuncDef] = field(default_factory=dict)
    rebound: set[n.FuncDef] = field(default_factory=set)
    roots: dict[n.Node, n.Node] = field(default_factory=dict)
    nested: set[n.Node] = field(default_factory=set)
    found: dict[object, object] = field(default_factory=dict)
    slots: dict[n.Node, frozenset[object]] = field(default_factory=dict)
    waiting: dict[n.FuncDef, n.MypyFile] = field(default_factory=dict)
    described: Described = field(default_factory=Described)

    def reach(self, function: n.FuncDef) -> None:
        """Look at the insides of an outermost function, if nobody has."""
        tree = self.waiting.pop(function, None)
        if tree is not None:
            _index(self, [(part, function) for part in reversed(children(function))], tree)


def index_trees(
    trees: Iterable[n.MypyFile], is_library: Callable[[n.MypyFile], bool] = lambda tree: False
) -> TreeIndex:
    """Look at every node of the modules once, but into functions of the library only when reached."""
    index = TreeIndex()
    for tree in trees:
        _index(index, [(tree, None)], tree, is_library(tree))
    return index


def class_made_by(node: n.Node) -> n.TypeInfo | None:
    """The class that a class statement, or a call like `namedtuple("P", "x y")`, defines."""
    if isinstance(node, n.ClassDef):
        return node.info
    if isinstance(node, n.CallExpr) and isinstance(node.analyzed, n.NamedTupleExpr | n.EnumCallExpr):
        return node.analyzed.info
    return None


def _index(
    index: TreeIndex, stack: list[tuple[n.Node, n.Node | None]], tree: n.MypyFile, lazily: bool = False
) -> None:
    """`stack` has nodes with the roots around them, the first node last."""
    while stack:
        node, root = stack.pop()
        kind = type(node)
        if kind is n.Decorator:
            assert isinstance(node, n.Decorator)
            index.decorators[node.func] = node
        elif kind in _SCOPES:
            outermost = root is None
            if root is None:
                root = node if kind is n.FuncDef else tree
            else:
                index.nested.add(root)
            if isinstance(node, n.FuncDef):
                first = node.original_def
                if isinstance(first, n.FuncDef) and not node.info:
                    first = index.redefined.get(first, first)
                    index.redefined[node] = index.redefined[first] = first
            index.roots.setdefault(node, root)
            if lazily and outermost and isinstance(node, n.FuncDef):
                index.waiting[node] = tree
                continue
        elif isinstance(node, n.AssignmentStmt):
            declare_assigned(node, root)
            for target in node.lvalues:
                for name in target.items if isinstance(target, n.TupleExpr) else [target]:
                    bound = name.node if isinstance(name, n.NameExpr) else None
                    if isinstance(bound, n.FuncDef) and not bound.info:
                        index.rebound.add(bound)
                        index.redefined.setdefault(bound, bound)
        elif kind in _CLASSES:
            if isinstance(node, n.CallExpr) and is_update(node):
                declare_fields(node, root)
            info = class_made_by(node)
            if info is not None:
                index.classes.append(info)
                if isinstance(node, n.CallExpr):
                    write_body(node)
        parts = children(node)
        parts.reverse()
        for part in parts:
            if has_parts(part):
                stack.append((part, root))
