"""Names that patterns capture: where mypy's type of the variable cannot be trusted.

mypy looks at the patterns of a `match` before its bodies, and takes the type of a variable from its
first place in the source.  When that place is in the body of an earlier case, the type found there
overwrites what the later pattern captures:

    match e:
        case int():
            x = 5               # the first `x`: int
        case Text(x):           # captures a str; mypy narrows the uses below, but the variable stays int
            print(x)

Such a variable is held as an object; its uses have their own types.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import patterns as p
from mypy import types as mt

from mirage.compiler.frontend.walk import walk


def widen_captures(tree: n.MypyFile) -> None:
    """Make `Any` of the types that would be wrong."""
    for node in walk(tree):
        if isinstance(node, n.MatchStmt):
            captured = {var for pattern in node.patterns for var in captured_variables(pattern)}
            for part in [*node.guards, *node.bodies]:
                for inner in walk(part) if part is not None else ():
                    if isinstance(inner, n.NameExpr) and inner.is_inferred_def and inner.node in captured:
                        assert isinstance(inner.node, n.Var)
                        inner.node.type = mt.AnyType(mt.TypeOfAny.special_form)


def captured_variables(pattern: p.Pattern) -> list[n.Var]:
    """The variables a pattern binds."""
    found: list[n.Var] = []
    for node in walk(pattern):
        name: n.NameExpr | None = None
        if isinstance(node, p.AsPattern):
            name = node.name
        elif isinstance(node, p.StarredPattern):
            name = node.capture
        elif isinstance(node, p.MappingPattern):
            name = node.rest
        if name is not None and isinstance(name.node, n.Var):
            found.append(name.node)
    return found
