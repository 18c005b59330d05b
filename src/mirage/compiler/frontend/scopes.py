"""Which variables inner functions capture."""

from __future__ import annotations

from dataclasses import dataclass, field

from mypy import nodes as n

from mirage.compiler.frontend.consumed import consumed
from mirage.compiler.frontend.walk import children, has_parts

Scope = n.FuncItem | n.GeneratorExpr | n.MypyFile


@dataclass(eq=False)
class ScopeFacts:
    """For one outermost function (or module body) and everything nested in it.

    captured   variables (and nested functions by their FuncDef) a scope owns that inner scopes use,
               in order of first appearance
    misread    names that mypy takes for a variable farther out: the nearer one is assigned further down
    """

    captured: dict[object, list[n.SymbolNode]] = field(default_factory=dict)
    owner: dict[n.SymbolNode, object] = field(default_factory=dict)
    misread: list[n.NameExpr] = field(default_factory=list)


def scopes_of(root: n.Node, known: dict[object, object]) -> ScopeFacts:
    """The facts of the function or module `root`; `known` keeps them for one compilation."""
    key = ("scopes", root)
    found = known.get(key)
    if not isinstance(found, ScopeFacts):
        found = known[key] = _analyse(root)
    return found


def _analyse(root: n.Node) -> ScopeFacts:
    uses: dict[n.SymbolNode, dict[int, object]] = {}
    depth_of: dict[int, int] = {}
    facts = ScopeFacts()
    chain: list[n.Node] = [root]
    read: list[tuple[n.NameExpr, tuple[n.Node, ...]]] = []
    of_comprehensions: set[n.Node | None] = set()
    declared: dict[int, set[str]] = {}  # `global`
    elsewhere: dict[int, set[str]] = {}  # `global` and `nonlocal`

    def inside(node: n.Node, scope: n.Node, depth: int) -> None:
        chain.append(scope)
        visit(node, scope, depth)
        chain.pop()

    def visit(node: n.Node, scope: n.Node, depth: int) -> None:
        if isinstance(node, n.NameExpr):
            target = node.node
            if isinstance(target, n.Var) and not isinstance(scope, n.MypyFile):
                read.append((node, tuple(chain)))
            if isinstance(target, n.Decorator):
                target = target.func
            if node.kind == n.LDEF and isinstance(target, n.Var | n.FuncDef):
                note(target, scope, depth)
            return
        if isinstance(node, n.FuncDef | n.LambdaExpr) and node is not root:
            if isinstance(node, n.FuncDef) and not isinstance(scope, n.MypyFile):
                note(node, scope, depth)
            for argument in node.arguments:
                if argument.initializer is not None:
                    visit(argument.initializer, scope, depth)
            for argument in node.arguments:
                note(argument.variable, node, depth + 1)
            inside(node.body, node, depth + 1)
            return
        if isinstance(node, n.FuncDef | n.LambdaExpr):
            for argument in node.arguments:
                note(argument.variable, node, depth)
            visit(node.body, node, depth)
            return
        if isinstance(node, n.GeneratorExpr) and node is not root and id(node) not in inline:
            visit(node.sequences[0], scope, depth)
            for part in [
                *node.indices,
                *node.sequences[1:],
                *[c for cs in node.condlists for c in cs],
                node.left_expr,
            ]:
                inside(part, node, depth + 1)
            return
        if isinstance(node, n.ListComprehension | n.SetComprehension):
            inline.add(id(node.generator))
        if isinstance(node, n.CallExpr):
            generator = consumed(node)
            if generator is not None:
                inline.add(id(generator))
        if isinstance(node, n.GeneratorExpr | n.DictionaryComprehension):
            of_comprehensions.update(name.node for index in node.indices for name in names_in(index))
        for child in children(node):
            if isinstance(child, n.GlobalDecl):
                declared.setdefault(id(scope), set()).update(child.names)
            if isinstance(child, n.GlobalDecl | n.NonlocalDecl):
                elsewhere.setdefault(id(scope), set()).update(child.names)
            if has_parts(child) or isinstance(child, n.NameExpr):
                visit(child, scope, depth)

    def note(target: n.SymbolNode, scope: n.Node, depth: int) -> None:
        uses.setdefault(target, {})[id(scope)] = scope
        depth_of[id(scope)] = depth

    inline: set[int] = set()
    visit(root, root, 0)
    for target, scopes in uses.items():
        owner = min(scopes.values(), key=lambda s: depth_of[id(s)])
        facts.owner[target] = owner
        if len(scopes) > 1:
            facts.captured.setdefault(owner, []).append(target)
    own: dict[int, set[str]] = {}
    for target, owner in facts.owner.items():
        if target not in of_comprehensions:
            own.setdefault(id(owner), set()).add(target.name)
    for node, around in read:
        assert isinstance(node.node, n.Var)
        owner = facts.owner.get(node.node) if node.kind == n.LDEF else None
        if owner is not None and node.name in elsewhere.get(id(owner), ()):
            facts.misread.append(node)  # `(name := value)` in a comprehension
            continue
        for scope in reversed(around):
            if scope is owner or node.name in declared.get(id(scope), ()):
                break
            if node.name in own.get(id(scope), ()) and node.kind in (n.LDEF, n.GDEF):
                facts.misread.append(node)
                break
    return facts


def names_in(target: n.Expression) -> list[n.NameExpr]:
    """Of the target of an assignment or a loop."""
    if isinstance(target, n.TupleExpr | n.ListExpr):
        return [name for item in target.items for name in names_in(item)]
    if isinstance(target, n.StarExpr):
        return names_in(target.expr)
    return [target] if isinstance(target, n.NameExpr) else []
