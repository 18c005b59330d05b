"""Variables that grow by `+=` in loops, and the reads of them that keep no reference.

    while len(line) < width:        the read is harmless: nobody holds the string afterwards
        line += word                grows `line` in place while no other read has handed it out
    lines.append(line)              hands it out: the next `+=` makes a new string

Lowering asks for one module at a time; types are looked at there.
"""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.walk import children

_HARMLESS_METHODS = {"startswith", "endswith", "find", "rfind", "count"}  # of str: they give no string


def grown_variables(tree: n.MypyFile) -> tuple[set[n.Node], set[n.Node]]:
    """The variables with a `+=` inside a loop, and the name expressions that only look at one."""
    grown: set[n.Node] = set()
    looking: set[n.Node] = set()
    work: list[tuple[n.Node, bool]] = [(tree, False)]
    while work:
        node, inside = work.pop()
        match node:
            case n.FuncDef() | n.LambdaExpr() | n.ClassDef():
                inside = False
            case n.ForStmt() | n.WhileStmt():
                inside = True
            case n.OperatorAssignmentStmt(op="+", lvalue=n.NameExpr(node=n.Var() as var)) if inside:
                grown.add(var)
        looking.update(_looks(node))
        work += [(part, inside) for part in children(node)]
    return grown, looking


def _looks(node: n.Node) -> list[n.Node]:
    """The direct parts of the expression or statement whose values it does not keep."""
    match node:
        case n.CallExpr(callee=n.RefExpr(fullname="builtins.len"), args=[argument]):
            return [argument]
        case n.CallExpr(callee=n.MemberExpr(expr=receiver, name=name)) if name in _HARMLESS_METHODS:
            return [receiver]
        case n.IndexExpr(base=base, index=index) if not isinstance(index, n.SliceExpr):
            return [base]
        case n.ComparisonExpr(operators=operators, operands=operands):
            kept = any(op in ("is", "is not") for op in operators)
            others = [operand for operand in operands if not isinstance(operand, n.NameExpr)]
            literal = all(isinstance(operand, n.StrExpr) for operand in others)
            if not kept and literal and len(operands) - len(others) == 1:
                return list(operands)
        case n.WhileStmt(expr=condition):
            return [condition]
        case n.IfStmt(expr=conditions):
            return list(conditions)
        case n.UnaryExpr(op="not", expr=operand):
            return [operand]
    return []
