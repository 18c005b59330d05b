"""What the body of an enumeration says, read before anything is lowered."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.types import derives_from_int

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

TEXT_ATTRIBUTES = ("name", "value", "_name_", "_value_")
TEXT_METHODS = ("__repr__", "__str__", "__format__")
MEMBER_TABLES = {
    "__members__": "_mapping",
    "_member_map_": "_by_names",
    "_member_names_": "_own_names",
    "_value2member_map_": "_by_values",
}
"""Attributes of the classes, and what gives them."""
BOUNDARIES = {"STRICT": 0, "CONFORM": 1, "EJECT": 2, "KEEP": 3}


@dataclass
class Plan:
    """The members of one class, in the order of its body."""

    names: list[str] = field(default_factory=list)  # without those known to be aliases
    aliases: dict[str, str] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)  # those plain to see
    rvalues: dict[str, n.Expression] = field(default_factory=dict)
    variables: dict[str, n.SymbolNode | None] = field(default_factory=dict)
    constant: bool = True  # every value is plain to see, and nothing of the user's runs
    flag: bool = False


def is_auto(node: n.Expression) -> bool:
    return isinstance(node, n.CallExpr) and getattr(node.callee, "fullname", "") == "enum.auto"


def is_member_name(name: str) -> bool:
    if name.startswith("__") and not name.endswith("__"):
        return False  # private names are not members
    return not (name.startswith("_") and name.endswith("_"))


def enum_plan(memo: dict[object, object], info: n.TypeInfo) -> Plan:
    known = memo.get(("enum plan", info))
    if isinstance(known, Plan):
        return known
    plan = Plan()
    memo["enum plan", info] = plan
    bases = {base.fullname for base in info.mro}
    plan.flag = "enum.Flag" in bases
    for hook in ("__init__", "__new__", "_generate_next_value_"):
        found = info.get(hook)
        from mirage.compiler.lower.classes import function_of

        item = function_of(found.node) if found is not None and found.node is not None else None
        if item is not None and item.info and item.info.module_name not in ("builtins", "enum"):
            plan.constant = False
    owners: dict[object, str] = {}
    for name, rvalue, variable in assigned_names(info):
        value = auto_constant(plan, name, "enum.StrEnum" in bases) if is_auto(rvalue) else None
        if value is None:
            value = enum_constant(rvalue, plan.values)
        if "enum.StrEnum" in bases and not isinstance(value, str):
            value = None  # it is looked at when the class statement runs
        if isinstance(value, tuple) and "builtins.str" in bases:
            value = None  # what the member is made of
        if "builtins.int" in bases and (not isinstance(value, int) or own_data(info) is not None):
            value = None  # an int is made of it
        plan.values[name] = value
        plan.rvalues[name] = rvalue
        plan.variables[name] = variable
        if value is None:
            plan.constant = False
        elif plan.constant and (same := owners.get(value)) is not None:
            plan.aliases[name] = same
            continue
        owners.setdefault(value, name)
        plan.names.append(name)
    return plan


def assigned_names(info: n.TypeInfo) -> list[tuple[str, n.Expression, n.SymbolNode | None]]:
    """The names a class body assigns members to; for `Enum("Color", "RED BLUE")` those of the call."""
    found: list[tuple[str, n.Expression, n.SymbolNode | None]] = []
    for statement in info.defn.defs.body:
        if not isinstance(statement, n.AssignmentStmt) or isinstance(statement.rvalue, n.TempNode):
            continue
        if isinstance(statement.rvalue, n.LambdaExpr):
            continue  # functions are methods
        if wrapped_by(statement.rvalue, "nonmember") is not None:
            continue
        value: n.Expression = wrapped_by(statement.rvalue, "member") or statement.rvalue
        for target in statement.lvalues:
            if isinstance(target, n.NameExpr) and is_member_name(target.name):
                found.append((target.name, value, target.node))
                value = _named(target)  # `first = other = auto()` is one value
            elif isinstance(target, n.TupleExpr):
                for one, part in zip(target.items, unpacked_values(statement.rvalue) or [], strict=False):
                    if isinstance(one, n.NameExpr):
                        found.append((one.name, part, one.node))
    return found


def shown_globally(world: World, info: n.TypeInfo, name: str) -> n.FuncDef | None:
    """`__repr__` or `__str__` that `@global_enum` gives the class."""
    if name not in ("__repr__", "__str__") or not info.is_enum:
        return None
    if not any(getattr(one, "fullname", "") == "enum.global_enum" for one in info.defn.decorators):
        return None
    bases = {base.fullname for base in info.mro}
    if name == "__str__" and "enum.ReprEnum" in bases:
        return None
    if name == "__str__":
        return world.function_node("enum.global_str")
    return world.function_node("enum.global_flag_repr" if "enum.Flag" in bases else "enum.global_enum_repr")


def wrapped_by(node: n.Expression, wrapper: str) -> n.Expression | None:
    """The value in `member(value)`, or in `nonmember(value)`."""
    if isinstance(node, n.CallExpr) and getattr(node.callee, "fullname", "") == f"enum.{wrapper}":
        return node.args[0] if len(node.args) == 1 else None
    return None


def _named(target: n.NameExpr) -> n.NameExpr:
    node = n.NameExpr(target.name)
    node.node, node.kind, node.fullname = target.node, target.kind, target.fullname
    node.set_line(target)
    return node


def plain_text(info: n.TypeInfo, name: str) -> list[str] | None:
    """The names in `_order_ = "RED BLUE"`; None without it."""
    for statement in info.defn.defs.body:
        if isinstance(statement, n.AssignmentStmt) and isinstance(statement.rvalue, n.StrExpr):
            if any(isinstance(target, n.NameExpr) and target.name == name for target in statement.lvalues):
                return statement.rvalue.value.replace(",", " ").split()
    return None


ALLOWED = {"_order_", "_generate_next_value_", "_numeric_repr_", "_missing_"}
ALLOWED |= {"_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_"}


def reserved_name(info: n.TypeInfo) -> str | None:
    """A name of the body like `_this_` that CPython keeps for itself."""
    for statement in info.defn.defs.body:
        if isinstance(statement, n.AssignmentStmt) and not isinstance(statement.rvalue, n.TempNode):
            for target in statement.lvalues:
                name = target.name if isinstance(target, n.NameExpr) else ""
                sunder = len(name) > 2 and name[0] == name[-1] == "_" and "_" not in (name[1], name[-2])
                if sunder and name not in ALLOWED:
                    return name
    return None


def ignored_names(info: n.TypeInfo) -> n.Statement | None:
    """The statement `_ignore_ = ...`"""
    for statement in info.defn.defs.body:
        if isinstance(statement, n.AssignmentStmt):
            if any(isinstance(one, n.NameExpr) and one.name == "_ignore_" for one in statement.lvalues):
                return statement
    return None


def unpacked_values(node: n.Expression) -> list[n.Expression] | None:
    """The expressions for `A, B = 1, 2` and `A, B = range(2)`; None for others."""
    if isinstance(node, n.TupleExpr | n.ListExpr):
        return None if any(isinstance(item, n.StarExpr) for item in node.items) else node.items
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr):
        if node.callee.fullname == "builtins.range" and set(node.arg_kinds) == {n.ARG_POS}:
            bounds = [argument.value for argument in node.args if isinstance(argument, n.IntExpr)]
            if len(bounds) == len(node.args):
                values: list[n.Expression] = []
                for number in range(*bounds)[:1000]:
                    values.append(n.IntExpr(number))
                    values[-1].set_line(node)
                return values
    return None


def auto_constant(plan: Plan, name: str, text: bool) -> object:
    """What `auto()` stands for, where the values before it are known."""
    if not plan.constant:
        return None
    if text:
        return name.lower()
    if plan.flag and not all(isinstance(value, int) for value in plan.values.values()):
        return None
    numbers = [value for value in plan.values.values() if isinstance(value, int)]
    if plan.flag:
        return 1 << max(numbers).bit_length() if numbers else 1
    if len(numbers) < len(plan.values) or numbers and numbers[-1] < max(numbers):
        return None  # the run time finds it, and warns
    return max(numbers) + 1 if numbers else 1


def enum_constant(node: n.Expression, known: dict[str, object]) -> object:
    """A member's value when it is plain to see; None otherwise."""
    match node:
        case n.IntExpr() | n.StrExpr() | n.FloatExpr():
            return node.value
        case n.UnaryExpr(op="-"):
            value = enum_constant(node.expr, known)
            return -value if isinstance(value, int | float) else None
        case n.NameExpr():
            return known.get(node.name)
        case n.TupleExpr():
            items = tuple(enum_constant(item, known) for item in node.items)
            return None if None in items else items
        case n.OpExpr():
            a, b = enum_constant(node.left, known), enum_constant(node.right, known)
            if isinstance(a, int) and isinstance(b, int):
                from mirage.compiler.lower.arithmetic import fold_int

                return fold_int(node.op, a, b)
    return None


def data_class(info: n.TypeInfo) -> n.TypeInfo | None:
    """The type that members also are: int or str."""
    for base in info.mro:
        if base.fullname in ("builtins.int", "builtins.str", "builtins.float", "builtins.bytes"):
            return base
    return None


def own_data(info: n.TypeInfo) -> n.TypeInfo | None:
    """The application's class of ints that members also are; their values are objects of it."""
    return next((base for base in info.mro[1:] if not base.is_enum and derives_from_int(base)), None)


def foreign_data(info: n.TypeInfo) -> n.TypeInfo | None:
    """A type that members would be made by, as CPython does, and are not: `class Day(date, Enum)`."""
    for base in info.mro[1:]:
        if base.is_enum or base.module_name in ("builtins", "enum", "abc", "typing"):
            continue
        if derives_from_int(base):
            continue
        library = base.module_name in sys.stdlib_module_names
        if "__new__" in base.names or library and not base.is_protocol:
            return base
    return None


def ejects(info: n.TypeInfo) -> bool:
    """Flags that give an int for bits which no member has."""
    return info.is_enum and boundary_of(info) == BOUNDARIES["EJECT"]


def boundary_of(info: n.TypeInfo) -> int:
    """What a Flag does with bits that no member has."""
    for base in info.mro:
        given = base.defn.keywords.get("boundary") if base.module_name != "enum" else None
        if isinstance(given, n.NameExpr | n.MemberExpr):
            return BOUNDARIES.get(given.name, 0)
        if base.fullname == "enum.IntFlag":
            return BOUNDARIES["KEEP"]
    return 0


def is_text_enum(info: n.TypeInfo) -> bool:
    """The members are strs."""
    data = data_class(info) if info.is_enum else None
    return data is not None and data.fullname == "builtins.str"


def has_members(info: n.TypeInfo) -> bool:
    return info.is_enum and bool(assigned_names(info))


def enum_method_class(info: n.TypeInfo, found: n.TypeInfo, name: str) -> n.TypeInfo | None:
    """Where an enumeration takes `__repr__` and the like from, when the type mixed in has its own first."""
    if not info.is_enum or name not in TEXT_METHODS or found.is_enum:
        return None
    if found.module_name != "builtins" and not derives_from_int(found):
        return None
    return next((base for base in info.mro if base.is_enum and name in base.names), None)


def own_maker(info: n.TypeInfo) -> n.FuncDef | n.LambdaExpr | None:
    """The `__new__` that the application wrote for the members."""
    from mirage.compiler.lower.classes import function_of

    found = info.get("__new__")
    item = function_of(found.node) if found is not None and found.node is not None else None
    return item if item is not None and item.info.module_name not in ("builtins", "enum") else None


def keeps_int(maker: n.FuncItem) -> bool:
    """The `__new__` of a class of ints sets `_value_` to the int itself, for which there is one place.

    On CPython `_value_` would be `int(...)` of the arguments if it is not set.
    """
    ints: list[n.Expression] = []
    values: list[n.Expression] = []
    for node in walk(maker.body):
        match node:
            case n.CallExpr(callee=n.MemberExpr(name="__new__") | n.SuperExpr(name="__new__")):
                ints += node.args[1:]
            case n.AssignmentStmt(lvalues=[n.MemberExpr(name="_value_")]):
                values.append(node.rvalue)
    if len(ints) != 1:
        return False
    parameters = [argument.variable for argument in maker.arguments[1:]]
    if not values:
        passed_on = isinstance(ints[0], n.NameExpr) and ints[0].node in parameters
        return passed_on and maker.arg_kinds[1:] == [n.ARG_POS]
    return all(_same(ints[0], value) for value in values)


def _same(a: n.Expression, b: n.Expression) -> bool:
    match a, b:
        case n.NameExpr(), n.NameExpr():
            return a.node is b.node
        case n.IntExpr(), n.IntExpr():
            return a.value == b.value
    return False
