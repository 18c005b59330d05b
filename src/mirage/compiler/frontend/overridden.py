"""Overriding methods that give something else than the method they override: `# type: ignore[override]`.

    class Frame:                                       class Extension(Frame):
        def parse(self, byte: int) -> Flags: ...           def parse(self, byte: int) -> None:  # type: ignore

For mypy `frame.parse(3)` is a Flags.  Such a call is Any, and so are a variable without an annotation that it
is assigned to and its uses: what they are used for is tested where they are used.  A call whose result nobody
looks at is Any as soon as some override does not say what it gives.
"""

from __future__ import annotations

from collections import defaultdict

from mypy import nodes as n
from mypy import types as mt
from mypy.erasetype import erase_typevars
from mypy.subtypes import is_subtype

from mirage.compiler.frontend.holding import ANYTHING, held, widen_uses
from mirage.compiler.frontend.walk import walk

Overrides = dict[str, list[n.TypeInfo]]
"""The classes whose methods of this name give something else, or do not say what they give."""


def find_overrides(trees: list[n.MypyFile]) -> tuple[Overrides, Overrides]:
    """Of the application's modules: those that give something else, and those that may give anything."""
    others: Overrides = defaultdict(list)
    unknown: Overrides = defaultdict(list)
    for tree in trees:
        for node in walk(tree):
            if not isinstance(node, n.ClassDef) or isinstance(node.info, n.FakeInfo):
                continue
            for name, entry in node.info.names.items():
                given = _result_of(entry)
                if given is None or entry.node is None or len(node.info.mro) < 3:
                    continue
                if isinstance(given, mt.AnyType):
                    unknown[name].append(node.info)
                elif entry.node.line in tree.ignored_lines:
                    if any(_differs(given, base.names.get(name)) for base in node.info.mro[1:]):
                        others[name].append(node.info)
    return others, unknown


def widen_overridden(
    tree: n.MypyFile, types: dict[n.Expression, mt.Type], others: Overrides, unknown: Overrides
) -> None:
    """Make the types of calls true, and those of the variables that hold what they give."""
    if not others and not unknown:
        return
    holding = held(tree, lambda value: isinstance(value, n.CallExpr) and _reaches(value, types, others))
    for node in walk(tree):
        if isinstance(node, n.ExpressionStmt) and isinstance(node.expr, n.CallExpr):
            if _reaches(node.expr, types, unknown):
                types[node.expr] = ANYTHING
        elif isinstance(node, n.CallExpr) and _reaches(node, types, others):
            types[node] = ANYTHING
    widen_uses(tree, holding, types)


def _reaches(call: n.CallExpr, types: dict[n.Expression, mt.Type], overrides: Overrides) -> bool:
    """The call may run one of these methods by the name of one that it overrides."""
    if not isinstance(call.callee, n.MemberExpr) or call.callee.name not in overrides:
        return False
    declared = mt.get_proper_type(types.get(call))
    if declared is None or isinstance(declared, mt.AnyType | mt.NoneType):
        return False
    receiver = mt.get_proper_type(types.get(call.callee.expr))
    if isinstance(receiver, mt.TypeVarType):
        receiver = mt.get_proper_type(receiver.upper_bound)
    parts: list[mt.Type] = list(receiver.items) if isinstance(receiver, mt.UnionType) else []
    if isinstance(receiver, mt.Instance):
        parts.append(receiver)
    infos = [p.type for p in map(mt.get_proper_type, parts) if isinstance(p, mt.Instance)]
    return any(info in below.mro[1:] for below in overrides[call.callee.name] for info in infos)


def _differs(given: mt.ProperType, overridden: n.SymbolTableNode | None) -> bool:
    wanted = _result_of(overridden)
    return wanted is not None and not is_subtype(erase_typevars(given), erase_typevars(wanted))


def _result_of(entry: n.SymbolTableNode | None) -> mt.ProperType | None:
    """What the method says it gives; None for what is no method, or has several signatures."""
    node = entry.node if entry is not None and not entry.plugin_generated else None
    if isinstance(node, n.Decorator):
        node = node.func if not node.var.is_property else None
    if not isinstance(node, n.FuncDef) or node.name == "__init__":
        return None
    callable_ = mt.get_proper_type(node.type)
    if callable_ is None:
        return ANYTHING
    return mt.get_proper_type(callable_.ret_type) if isinstance(callable_, mt.CallableType) else None
