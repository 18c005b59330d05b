"""Methods nobody wrote: what `@dataclass` and `total_ordering` add to a class."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.dataclass_info import (
    attributes_of,
    decorator_flag,
    default_expression,
    is_dataclass_attribute,
    is_dataclass_itself,
    is_init_var,
)
from mirage.compiler.lower.dataclass_methods import DataclassMethods
from mirage.compiler.lower.enum_info import TEXT_METHODS, has_members, is_text_enum
from mirage.compiler.lower.generated import is_generated_method
from mirage.compiler.lower.local_classes import runs_once
from mirage.compiler.lower.types import ClassT

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

ENUM_METHODS = {"__str__": "str", "__format__": "str", "__enum_table__": "object"}
DESCRIPTIONS = {"__dataclass_names__", "__dataclass_values__", "__dataclass_list__"}
DATACLASS_METHODS = {
    "__repr__": "str",
    "__eq__": "bool",
    "__hash__": "int",
    "__init__": "",
    **ENUM_METHODS,
    **dict.fromkeys(DESCRIPTIONS, "tuple"),
}
ORDER_ROOTS = ("__lt__", "__le__", "__gt__", "__ge__")  # in the order total_ordering prefers them
ORDER = set(ORDER_ROOTS)


def has_total_ordering(info: n.TypeInfo) -> bool:
    return any(getattr(d, "fullname", "") == "functools.total_ordering" for d in info.defn.decorators)


def order_root(info: n.TypeInfo) -> str:
    """The comparison that `total_ordering` makes the others of."""
    return next(
        r for r in ORDER_ROOTS for base in info.mro[:-1]
        if r in base.names and not base.names[r].plugin_generated
    )  # fmt: skip


def is_generated(item: n.FuncItem) -> bool:
    """The method was added by `@dataclass`: by mypy's plugin (its body is `pass`) or by us (no body)."""
    if not item.body.body:
        return True
    info = item.info
    symbol = info.names.get(item.name) if isinstance(item, n.FuncDef) and info else None
    if symbol is None or not symbol.plugin_generated:
        return False
    return isinstance(item, n.FuncDef) and symbol.node == item


def synthetic_method(world: World, info: n.TypeInfo, name: str) -> n.FuncDef | None:
    """The function node of a method that `@dataclass` adds and mypy's plugin does not list."""
    if name == "__hash__" and is_unhashable(info):
        return _remembered(world, info, name)
    if name == "__repr__" and is_generated_method(info, name):
        return _remembered(world, info, name)
    if name == "__enum_table__" and has_members(info):
        return _remembered(world, info, name)
    if name in TEXT_METHODS and is_text_enum(info) and has_members(info):
        return _remembered(world, info, name)
    if "dataclass" not in info.metadata or not is_dataclass_itself(info):
        return None
    if name == "__init__":  # mypy lists none where there are no fields
        bare = decorator_flag(info, "init", True) and not attributes_of(info) and info.get("__post_init__")
        return _remembered(world, info, name) if bare else None
    eq = decorator_flag(info, "eq", True)
    if name == "__repr__" and not decorator_flag(info, "repr", True):
        return None
    if name == "__eq__" and not eq:
        return None
    if name == "__hash__":
        frozen = decorator_flag(info, "frozen", False)
        if not (eq and frozen) and not decorator_flag(info, "unsafe_hash", False):
            return None
    if name not in DATACLASS_METHODS or name in ENUM_METHODS:
        return None
    return _remembered(world, info, name)


def _remembered(world: World, info: n.TypeInfo, name: str) -> n.FuncDef:
    key = ("synthetic", info, name)
    found = world.memo.get(key)
    if not isinstance(found, n.FuncDef):
        other = {"__eq__": "object", "__format__": "str"}.get(name, "")
        found = _function(world, info, name, DATACLASS_METHODS[name], other)
        world.memo[key] = found
    return found


def is_unhashable(info: n.TypeInfo) -> bool:
    """The class has its own equality and no hash: CPython sets `__hash__` to None, as a class body may."""
    from mirage.compiler.lower.classes import class_default

    if getattr(class_default(info, "__hash__"), "fullname", "") == "builtins.None":
        return True
    if "__hash__" in info.names and not info.names["__hash__"].plugin_generated:
        return False
    if "dataclass" in info.metadata and is_dataclass_itself(info):
        if decorator_flag(info, "frozen", False) or decorator_flag(info, "unsafe_hash", False):
            return False
        return decorator_flag(info, "eq", True)
    own = info.names.get("__eq__")
    return own is not None and not own.plugin_generated and info.fullname != "builtins.object"


def _is_dataclass(decorator: n.Expression) -> bool:
    callee = decorator.callee if isinstance(decorator, n.CallExpr) else decorator
    return getattr(callee, "fullname", "") == "dataclasses.dataclass"


UNHASHABLE = {f"builtins.{name}" for name in ("list", "dict", "set", "bytearray")} | {"collections.deque"}


def is_of_unhashable(info: n.TypeInfo) -> bool:
    """`hash()` of an object of the class fails."""
    for base in info.mro:
        if base.fullname in UNHASHABLE:
            return True
        if base.module_name == "builtins":
            return False
        if "__hash__" in base.names and not is_unhashable(base):
            return False
        if is_dataclass_itself(base) and not is_unhashable(base) and decorator_flag(base, "eq", True):
            return False
        if base.module_name not in sys.stdlib_module_names and is_unhashable(base):
            return True
    return False


def _function(world: World, info: n.TypeInfo, name: str, result: str, other: str) -> n.FuncDef:
    this = n.Var("self", mt.Instance(info, []))
    arguments = [n.Argument(this, None, None, n.ARG_POS)]
    types: list[mt.Type] = [mt.Instance(info, [])]
    if other:
        obj = mt.Instance(world.info(f"builtins.{other}"), [])
        arguments.append(n.Argument(n.Var("other", obj), None, None, n.ARG_POS))
        types.append(obj)
    gives: mt.Type = mt.Instance(world.info(f"builtins.{result}"), []) if result else mt.NoneType()
    callable_ = mt.CallableType(
        types,
        [n.ARG_POS] * len(types),
        [a.variable.name for a in arguments],
        gives,
        mt.Instance(world.info("builtins.function"), []),
    )
    item = n.FuncDef(name, arguments, n.Block([]), callable_)
    item.info = info
    item._fullname = f"{info.fullname}.{name}"
    item.line = info.line
    return item


class Synthetic(DataclassMethods):
    def refuse_mutable_default(self, info: n.TypeInfo) -> None:
        """`tags: list[str] = []`: CPython's `@dataclass` raises ValueError, when the class body has run."""
        decorator = next((d for d in info.defn.decorators if _is_dataclass(d)), None)
        if decorator is None:
            return
        if not runs_once(self.world, info.defn) and not info.defn.type_vars:
            self.emit(ir.SetGlobal(self.kept_field_list(info), ir.NoneConst()))
        for statement in info.defn.defs.body:
            match statement:
                case n.AssignmentStmt(lvalues=[n.NameExpr(name=name, node=n.Var())], rvalue=rvalue):
                    if not is_dataclass_attribute(info, name) or is_init_var(info, name):
                        continue
                case _:
                    continue
            default = default_expression(rvalue)
            type_ = self.type_of(default) if default is not None else None
            if isinstance(type_, ClassT) and is_of_unhashable(type_.inst.info):
                shown = self.class_object(self.world.class_inst(type_.inst.info, ()))
                self.raise_runtime("errors.mutable_default", [shown.operand, ir.StrConst(name)], decorator)
                self.begin(self.new_block("unreached"))
                return

    def lower_synthetic(self) -> bool:
        """Write the body of a generated method; False when the function is an ordinary one."""
        assert self.inst is not None
        owner, item = self.inst.owner, self.inst.item
        if owner is None or not isinstance(item, n.FuncDef) or not is_generated(item):
            return False
        info = owner.info
        if item.info and is_generated_method(item.info, item.name):
            self.lower_named_tuple_method(owner, item.name)
            return True
        if item.name == "__hash__" and is_unhashable(info):
            self.raise_runtime("errors.unhashable", [self.box(self.this())])
            return True
        if item.name in ORDER and has_total_ordering(info) and not decorator_flag(info, "order", False):
            self.total_order(info, item.name)
            return True
        if item.name == "__enum_table__" and has_members(info):
            self.terminate(ir.Return(self.enum_table(info).operand))
            return True
        if item.name in TEXT_METHODS and is_text_enum(info):
            self.text_member_method(info, item.name)
            return True
        if "dataclass" not in info.metadata:
            return False
        if item.name == "__init__":
            self.dataclass_init(info)
        elif item.name == "__repr__":
            self.dataclass_repr(info)
        elif item.name == "__eq__":
            self.dataclass_eq(info)
        elif item.name == "__hash__":
            self.dataclass_hash(info)
        elif item.name in DESCRIPTIONS:
            self.describe_dataclass(info, item.name)
        elif item.name in ORDER:
            self.dataclass_order(info, item.name)
        else:
            return False
        return True

    def total_order(self, info: n.TypeInfo, name: str) -> None:
        """A comparison from the one the class defines and `==` (functools.total_ordering's table)."""
        root = order_root(info)
        assert self.inst is not None
        node = n.EllipsisExpr()
        this = self.this()
        other = Value(self.inst.registers[1], self.inst.params[1].type)
        answer = self.invoke(this, root, [other], node, t.OBJECT if self.inst.declines else t.BOOL)
        if self.inst.declines:
            declined, accepted = self.new_block("declined"), self.new_block("accepted")
            boxed = self.box(answer)
            self.branch(self.prim(Rep.BOOL, "is", boxed, self.not_implemented()), declined, accepted)
            self.begin(declined)
            self.terminate(ir.Return(boxed))
            self.begin(accepted)
            answer = Value(boxed, t.OBJECT)
        holds = self.truth(answer, node)
        negated, strict = root[2] != name[2], name[3] == "t"
        result = self.negate(holds) if negated else holds
        if negated and (root[3] == "t") != strict:  # not (a < b) is a >= b
            self.return_truth(result)
            return
        equal = self.truth(self.compare("==", this, other, node), node)
        combined = (
            self.prim(Rep.BOOL, "and", result, self.negate(equal))
            if strict
            else self.prim(Rep.BOOL, "or", result, equal)
        )
        self.return_truth(combined)

    def return_truth(self, result: ir.Operand) -> None:
        """Return a bool, as an object where the method may decline or is declared to give one."""
        as_object = self.function.result is Rep.REF
        self.terminate(ir.Return(self.box(Value(result, t.BOOL)) if as_object else result))

