"""Walking mypy's tree.  (mypy's own visitors are compiled and cannot be subclassed.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mypy import nodes as n
from mypy import patterns as p

_FIELDS: dict[type, tuple[str, ...]] = {
    n.MypyFile: ("defs",),
    n.Block: ("body",),
    n.ExpressionStmt: ("expr",),
    n.AssignmentStmt: ("rvalue", "lvalues"),
    n.OperatorAssignmentStmt: ("lvalue", "rvalue"),
    n.WhileStmt: ("expr", "body", "else_body"),
    n.ForStmt: ("expr", "index", "body", "else_body"),
    n.ReturnStmt: ("expr",),
    n.AssertStmt: ("expr", "msg"),
    n.DelStmt: ("expr",),
    n.IfStmt: ("expr", "body", "else_body"),
    n.RaiseStmt: ("expr", "from_expr"),
    n.TryStmt: ("body", "types", "vars", "handlers", "else_body", "finally_body"),
    n.WithStmt: ("expr", "target", "body"),
    n.MatchStmt: ("subject", "patterns", "guards", "bodies"),
    n.ClassDef: ("decorators", "base_type_exprs", "defs"),
    n.Decorator: ("decorators", "func"),
    n.OverloadedFuncDef: ("items", "impl"),
    n.StarExpr: ("expr",),
    n.MemberExpr: ("expr",),
    n.CallExpr: ("callee", "args"),
    n.YieldFromExpr: ("expr",),
    n.YieldExpr: ("expr",),
    n.AwaitExpr: ("expr",),
    n.IndexExpr: ("base", "index"),
    n.UnaryExpr: ("expr",),
    n.AssignmentExpr: ("value", "target"),
    n.OpExpr: ("left", "right"),
    n.ComparisonExpr: ("operands",),
    n.SliceExpr: ("begin_index", "end_index", "stride"),
    n.CastExpr: ("expr",),
    n.AssertTypeExpr: ("expr",),
    n.RevealExpr: ("expr",),
    n.SuperExpr: ("call",),
    n.ListExpr: ("items",),
    n.TupleExpr: ("items",),
    n.SetExpr: ("items",),
    n.GeneratorExpr: ("sequences", "indices", "condlists", "left_expr"),
    n.ListComprehension: ("generator",),
    n.SetComprehension: ("generator",),
    n.DictionaryComprehension: ("sequences", "indices", "condlists", "key", "value"),
    n.ConditionalExpr: ("cond", "if_expr", "else_expr"),
    n.TypeApplication: ("expr",),
    n.DictExpr: ("items",),
    p.AsPattern: ("pattern", "name"),
    p.OrPattern: ("patterns",),
    p.ValuePattern: ("expr",),
    p.SequencePattern: ("patterns",),
    p.StarredPattern: ("capture",),
    p.MappingPattern: ("keys", "values", "rest"),
    p.ClassPattern: ("class_ref", "positionals", "keyword_values"),
}

_WITH_PARTS = {*_FIELDS, n.FuncDef, n.LambdaExpr}


def children(node: n.Node) -> list[n.Node]:
    """The direct parts of a statement or expression, in evaluation order where that matters."""
    found: list[n.Node] = []
    names = _FIELDS.get(type(node))
    if names is None:
        if isinstance(node, n.FuncDef | n.LambdaExpr):
            for argument in node.arguments:
                if argument.initializer is not None:
                    found.append(argument.initializer)
            found.append(node.body)
        return found
    for name in names:
        value = getattr(node, name)
        if type(value) is list or type(value) is tuple:
            _add_nodes(value, found)
        elif isinstance(value, n.Node):
            found.append(value)
    return found


def _add_nodes(values: Sequence[object], found: list[n.Node]) -> None:
    for item in values:
        if isinstance(item, n.Node):
            found.append(item)
        elif type(item) is list or type(item) is tuple:
            _add_nodes(item, found)


def walk(node: n.Node) -> Iterator[n.Node]:
    """The node and everything below it, parents first."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        parts = children(current)
        parts.reverse()
        stack += parts


def has_parts(node: n.Node) -> bool:
    """Whether anything can stand below the node."""
    return type(node) in _WITH_PARTS
