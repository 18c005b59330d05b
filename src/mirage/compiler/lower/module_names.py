"""`hasattr(module, "name")` and `getattr(module, "name", default)`: names that a module has are known.

Of a module of the library ours may lack what CPython's has: then mypy's stub for it tells, and the call is
refused where it is there.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import mypy.build
from mypy import nodes as n

from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.world import Refusal

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

VERSION, PLATFORM = (3, 11), "linux"
OF_ALL_MODULES = frozenset(("__name__", "__doc__", "__file__", "__package__", "__spec__", "__dict__"))


def module_of(node: n.Expression) -> n.MypyFile | None:
    """The module that the expression names."""
    found = node.node if isinstance(node, n.RefExpr) else None
    return found if isinstance(found, n.MypyFile) else None


def member_of(file: n.MypyFile, name: str, node: n.CallExpr) -> n.MemberExpr:
    """`module.name`"""
    made = n.MemberExpr(node.args[0], name)
    made.node, made.fullname = file.names[name].node, file.names[name].fullname or ""
    made.set_line(node)
    return made


def module_has(world: World, file: n.MypyFile, name: str, node: n.CallExpr) -> bool:
    """The module has the name; refused where that is known only when the program runs, or not at all."""
    if name in OF_ALL_MODULES or file.fullname not in world.modules:
        raise _refusal(node, f"whether `{file.fullname}` has `{name}` is not known")
    entry = file.names.get(name)
    if world.modules[file.fullname].library:
        if entry is not None and _is_own(file, name, entry) and not name.startswith("_"):
            return True
        if _stub_has(file.fullname, name) is not False or name.startswith("_"):
            raise _refusal(node, f"`{file.fullname}.{name}` is there on CPython, or may be, and is not here")
        return False
    if entry is None or entry.node is None:
        if any(isinstance(part, n.ImportAll) for part in file.imports) or "__getattr__" in file.names:
            raise _refusal(node, f"what `{file.fullname}` has is not known")
        if f"{file.fullname}.{name}" in world.modules:
            raise _refusal(node, f"whether `{file.fullname}.{name}` has been imported is not known")
        return False
    deleted = any(
        isinstance(part, n.DelStmt) and isinstance(part.expr, n.NameExpr) and part.expr.name == name
        for part in walk(file)
    )
    if deleted or name not in _bound(file):
        raise _refusal(node, f"whether `{file.fullname}` has `{name}` is known only when it runs")
    return True


def _is_own(file: n.MypyFile, name: str, entry: n.SymbolTableNode) -> bool:
    return entry.node is not None and entry.node.fullname == f"{file.fullname}.{name}"


def _refusal(node: n.CallExpr, why: str) -> Refusal:
    return Refusal(node, "dynamic-attribute", why, "name what you need from the module")


def _bound(file: n.MypyFile) -> set[str]:
    """The names that the module's own statements bind, whatever happens."""
    found: set[str] = set()
    for statement in file.defs:
        match statement:
            case n.FuncDef(name=name) | n.ClassDef(name=name):
                found.add(name)
            case n.Decorator():
                found.add(statement.func.name)
            case n.OverloadedFuncDef(items=[first, *_]):
                found.add(first.func.name if isinstance(first, n.Decorator) else first.name)
            case n.AssignmentStmt() if not isinstance(statement.rvalue, n.TempNode):
                found.update(part.name for part in statement.lvalues if isinstance(part, n.NameExpr))
            case n.ImportFrom():
                found.update(alias or name for name, alias in statement.names)
            case n.Import():
                found.update(alias or name.partition(".")[0] for name, alias in statement.ids)
    return found


# -- stubs ----------------------------------------------------------------------------------------


def _stub_has(module: str, name: str) -> bool | None:
    """The stub declares the name for Python 3.11 on Linux; None where it does not say."""
    base = Path(mypy.build.__file__).parent / "typeshed" / "stdlib" / Path(*module.split("."))
    file = base / "__init__.pyi" if base.is_dir() else base.with_suffix(".pyi")
    if not file.is_file():
        return None
    try:
        return name in set(_declared(ast.parse(file.read_text(encoding="utf-8")).body))
    except _Unknown:
        return None


class _Unknown(Exception):
    """What a stub declares depends on something that is not looked into."""


def _declared(body: list[ast.stmt]) -> list[str]:
    found: list[str] = []
    for statement in body:
        match statement:
            case ast.If(test=test):
                found += _declared(statement.body if _holds(test) else statement.orelse)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.append(name)
            case ast.Assign():
                found += [part.id for part in statement.targets if isinstance(part, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.append(name)
            case ast.ImportFrom(names=names) | ast.Import(names=names):
                if any(alias.name == "*" for alias in names):
                    raise _Unknown
                found += [alias.asname or alias.name for alias in names]
    return found


def _holds(test: ast.expr) -> bool:
    match test:
        case ast.BoolOp(op=ast.And(), values=values):
            return all(map(_holds, values))
        case ast.BoolOp(op=ast.Or(), values=values):
            return any(map(_holds, values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _holds(operand)
        case ast.Compare(left=ast.Attribute(attr=what), ops=[op], comparators=[right]):
            value = ast.literal_eval(right)
            if what == "platform":
                return (PLATFORM == value) is isinstance(op, ast.Eq)
            if what == "version_info":
                return (tuple(value) <= VERSION) is isinstance(op, ast.GtE)
    raise _Unknown
