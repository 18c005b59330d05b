"""What functions are called and what they say of themselves, as CPython keeps it."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.private_names import written_name
from mirage.compiler.frontend.walk import children
from mirage.compiler.lower.world import World


def qualified_name(
    world: World, item: n.FuncItem | n.GeneratorExpr, module: str, with_module: bool = False
) -> str:
    """`Class.method`, `outer.<locals>.inner`, `<lambda>`; after `module:` when asked for.

    Functions of builtins.py have no module before them: so their objects tell that they are built in.
    """
    place = ""
    if isinstance(item, n.FuncDef) and "." in item.fullname:
        place = world.module_of(item.fullname) or ""
    place = place or module
    known = world.index.found.get(("qualified names", place))
    if not isinstance(known, dict):
        known = {}
        _collect(world.trees[place], "", known)
        world.index.found["qualified names", place] = known
    name = known.get(item)
    if name is None:
        if isinstance(item, n.GeneratorExpr):
            return "<genexpr>"
        name = written_name(item) if isinstance(item, n.FuncDef) else "<lambda>"
        if item.info:
            name = f"{item.info.name}.{name}"
    return f"{spoken(place)}:{name}" if with_module and place != "builtins" else name


def _collect(node: n.Node, prefix: str, known: dict[object, str]) -> None:
    for child in children(node):
        match child:
            case n.FuncDef() | n.LambdaExpr():
                name = prefix + (written_name(child) if isinstance(child, n.FuncDef) else "<lambda>")
                known[child] = name
                _collect(child, f"{name}.<locals>.", known)
            case n.ClassDef():
                _collect(child, f"{prefix}{child.name}.", known)
            case n.GeneratorExpr():
                known[child] = f"{prefix}<genexpr>"
                _collect(child, f"{prefix}<genexpr>.<locals>.", known)
            case n.ListComprehension():
                _collect(child.generator, f"{prefix}<listcomp>.<locals>.", known)
            case n.SetComprehension():
                _collect(child.generator, f"{prefix}<setcomp>.<locals>.", known)
            case n.DictionaryComprehension():
                _collect(child, f"{prefix}<dictcomp>.<locals>.", known)
            case _:
                _collect(child, prefix, known)


def documentation(item: n.FuncItem | n.ClassDef) -> str | None:
    """The docstring, as it stands in the source."""
    body = item.defs if isinstance(item, n.ClassDef) else item.body
    if not body.body or isinstance(item, n.LambdaExpr):
        return None
    first = body.body[0]
    if isinstance(first, n.ExpressionStmt) and isinstance(first.expr, n.StrExpr):
        return first.expr.value
    return None


def inherited_documentation(item: n.FuncItem) -> str | None:
    """What the method of this name says of itself in a class above, as `inspect.getdoc` looks for it."""
    if not isinstance(item, n.FuncDef) or not item.info:
        return None
    for base in item.info.mro[1:]:
        found = base.names.get(item.name)
        node = found.node if found is not None else None
        if isinstance(node, n.OverloadedFuncDef):
            node = node.impl
        if isinstance(node, n.Decorator):
            node = node.func
        text = documentation(node) if isinstance(node, n.FuncDef) else None
        if text is not None:
            return text
    return None


__all__ = ["documentation", "inherited_documentation", "qualified_name"]
