"""Methods nobody wrote: what `@dataclass` and `total_ordering` add to a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.functions import FunctionInst, Param
from mirage.compiler.lower.generated import is_generated_method
from mirage.compiler.lower.groups import Groups
from mirage.compiler.lower.invocation import Arg
from mirage.compiler.lower.types import OBJECT, ClassT

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

DATACLASS_METHODS = {"__repr__": "str", "__eq__": "bool", "__hash__": "int"}
ORDER_ROOTS = ("__lt__", "__le__", "__gt__", "__ge__")  # in the order total_ordering prefers them
ORDER = set(ORDER_ROOTS)


def decorator_flag(info: n.TypeInfo, name: str, default: bool) -> bool:
    """A keyword argument of `@dataclass(...)`."""
    for decorator in info.defn.decorators:
        if (
            isinstance(decorator, n.CallExpr)
            and getattr(decorator.callee, "fullname", "") == "dataclasses.dataclass"
        ):
            for expression, key in zip(decorator.args, decorator.arg_names, strict=True):
                if key == name and isinstance(expression, n.NameExpr):
                    return expression.name == "True"
    return default


def has_total_ordering(info: n.TypeInfo) -> bool:
    return any(getattr(d, "fullname", "") == "functools.total_ordering" for d in info.defn.decorators)


def is_generated(item: n.FuncItem) -> bool:
    """The method was added by `@dataclass`: by mypy's plugin (its body is `pass`) or by us (no body)."""
    if not item.body.body:
        return True
    info = item.info
    symbol = info.names.get(item.name) if isinstance(item, n.FuncDef) and info else None
    if symbol is None or not symbol.plugin_generated:
        return False
    return isinstance(item, n.FuncDef) and symbol.node == item


def field_call(info: n.TypeInfo, name: str) -> n.CallExpr | None:
    """The `field(...)` call behind a dataclass attribute."""
    from mirage.compiler.lower.classes import class_default

    for base in info.mro:
        found = class_default(base, name)
        if found is not None:
            if isinstance(found, n.CallExpr) and getattr(found.callee, "fullname", "") == "dataclasses.field":
                return found
            return None
    return None


def field_argument(info: n.TypeInfo, name: str, key: str) -> n.Expression | None:
    call = field_call(info, name)
    if call is not None:
        for expression, arg_name in zip(call.args, call.arg_names, strict=True):
            if arg_name == key:
                return expression
    return None


def _flag(expression: n.Expression | None, default: bool) -> bool:
    return (
        expression.name == "True"
        if isinstance(expression, n.NameExpr) and expression.name in ("True", "False")
        else default
    )


def dataclass_fields(info: n.TypeInfo) -> list[str]:
    return [a["name"] for a in info.metadata["dataclass"]["attributes"] if not a["is_init_var"]]


def synthetic_method(world: World, info: n.TypeInfo, name: str) -> n.FuncDef | None:
    """The function node of a method that `@dataclass` adds and mypy's plugin does not list."""
    if name == "__hash__" and is_unhashable(info):
        return _remembered(world, info, name)
    if name == "__repr__" and is_generated_method(info, name):
        return _remembered(world, info, name)
    if "dataclass" not in info.metadata or not _is_dataclass_itself(info):
        return None
    eq = decorator_flag(info, "eq", True)
    if name == "__repr__" and not decorator_flag(info, "repr", True):
        return None
    if name == "__eq__" and not eq:
        return None
    if name == "__hash__":
        frozen = decorator_flag(info, "frozen", False)
        if not (eq and frozen) and not decorator_flag(info, "unsafe_hash", False):
            return None
    if name not in DATACLASS_METHODS:
        return None
    return _remembered(world, info, name)


def _remembered(world: World, info: n.TypeInfo, name: str) -> n.FuncDef:
    key = ("synthetic", info, name)
    found = world.memo.get(key)
    if not isinstance(found, n.FuncDef):
        found = _function(world, info, name, DATACLASS_METHODS[name], name == "__eq__")
        world.memo[key] = found
    return found


def is_unhashable(info: n.TypeInfo) -> bool:
    """The class has its own equality and no hash: CPython sets `__hash__` to None."""
    if "__hash__" in info.names and not info.names["__hash__"].plugin_generated:
        return False
    if "dataclass" in info.metadata and _is_dataclass_itself(info):
        if decorator_flag(info, "frozen", False) or decorator_flag(info, "unsafe_hash", False):
            return False
        return decorator_flag(info, "eq", True)
    own = info.names.get("__eq__")
    return own is not None and not own.plugin_generated and info.fullname != "builtins.object"


def _is_dataclass_itself(info: n.TypeInfo) -> bool:
    return any(
        "dataclass" in (getattr(d, "fullname", "") or getattr(getattr(d, "callee", None), "fullname", ""))
        for d in info.defn.decorators
    )


def _function(world: World, info: n.TypeInfo, name: str, result: str, other: bool) -> n.FuncDef:
    this = n.Var("self", mt.Instance(info, []))
    arguments = [n.Argument(this, None, None, n.ARG_POS)]
    types: list[mt.Type] = [mt.Instance(info, [])]
    if other:
        obj = mt.Instance(world.info("builtins.object"), [])
        arguments.append(n.Argument(n.Var("other", obj), None, None, n.ARG_POS))
        types.append(obj)
    callable_ = mt.CallableType(
        types,
        [n.ARG_POS] * len(types),
        [a.variable.name for a in arguments],
        mt.Instance(world.info(f"builtins.{result}"), []),
        mt.Instance(world.info("builtins.function"), []),
    )
    item = n.FuncDef(name, arguments, n.Block([]), callable_)
    item.info = info
    item._fullname = f"{info.fullname}.{name}"
    item.line = info.line
    return item


class Synthetic(Groups):
    def synthetic_default(self, inst: FunctionInst, param: Param) -> Value | None:
        """A default of a dataclass's `__init__`."""
        info = inst.owner.info if inst.owner is not None else None
        if info is None or "dataclass" not in info.metadata:
            return None
        from mirage.compiler.lower.classes import class_default

        node = info.defn
        if field_call(info, param.name) is not None:
            factory = field_argument(info, param.name, "default_factory")
            if factory is not None:
                return self.call_factory(factory, param, node)
            default = field_argument(info, param.name, "default")
            return None if default is None else self.expr(default)
        for base in info.mro:
            found = class_default(base, param.name)
            if found is not None:
                return self.expr(found)
        return None

    def call_factory(self, factory: n.Expression, param: Param, node: n.Node) -> Value:
        if isinstance(factory, n.IndexExpr):
            factory = factory.base
        if isinstance(factory, n.RefExpr):
            info = self.alias_info(factory.node)
            if info is not None and isinstance(param.type, ClassT) and param.type.inst.info is info:
                return self.invoke_class(param.type.inst, [], factory)
        if isinstance(factory, n.RefExpr) and isinstance(factory.node, n.FuncDef):
            return self.call_function(factory.node, None, None, [], factory, param.type)
        if isinstance(factory, n.LambdaExpr) and isinstance(factory.body.body[0], n.ReturnStmt):
            body = factory.body.body[0].expr
            assert body is not None
            return self.expr(body)
        return self.call_value(self.expr(factory), [], factory, param.type)

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
        elif item.name in ORDER:
            self.dataclass_order(info, item.name)
        else:
            return False
        return True

    def total_order(self, info: n.TypeInfo, name: str) -> None:
        """A comparison from the one the class defines and `==` (functools.total_ordering's table)."""
        root = next(
            r for r in ORDER_ROOTS for base in info.mro[:-1]
            if r in base.names and not base.names[r].plugin_generated
        )  # fmt: skip
        assert self.inst is not None
        node = n.EllipsisExpr()
        this = self.this()
        other = Value(self.inst.registers[1], self.inst.params[1].type)
        holds = self.truth(self.invoke(this, root, [other], node, t.BOOL), node)
        negated, strict = root[2] != name[2], name[3] == "t"
        result = self.negate(holds) if negated else holds
        if negated and (root[3] == "t") != strict:  # not (a < b) is a >= b
            self.terminate(ir.Return(result))
            return
        equal = self.truth(self.compare("==", this, other, node), node)
        combined = (
            self.prim(Rep.BOOL, "and", result, self.negate(equal))
            if strict
            else self.prim(Rep.BOOL, "or", result, equal)
        )
        self.terminate(ir.Return(combined))

    def this(self) -> Value:
        assert self.inst is not None
        return Value(self.inst.registers[0], self.inst.params[0].type)

    def dataclass_init(self, info: n.TypeInfo) -> None:
        assert self.inst is not None and self.inst.owner is not None
        this, inst = self.this(), self.inst.owner
        given = {p.name: Value(r, p.type) for p, r in zip(self.inst.params, self.inst.registers, strict=True)}
        init_vars: list[Value] = []
        for attribute in info.metadata["dataclass"]["attributes"]:
            name = attribute["name"]
            if attribute["is_init_var"]:
                init_vars.append(given[name])
                continue
            if attribute["is_in_init"]:
                value = given[attribute.get("alias") or name]
            else:
                param = Param(name, n.Var(name), inst.field_type(name), n.ARG_OPT, None, False)
                found = self.synthetic_default(self.inst, param)
                if found is None:
                    continue
                value = found
            self.store_field(this.operand, inst, name, value, None)
        if inst.member("__post_init__") is not None:
            self.invoke(this, "__post_init__", [Arg(v) for v in init_vars], n.EllipsisExpr(), t.NONE)
        self.terminate(ir.Return(None))

    def dataclass_repr(self, info: n.TypeInfo) -> None:
        assert self.inst is not None and self.inst.owner is not None
        this, inst = self.this(), self.inst.owner
        text = self.world.str_type
        name_of_type = self.type_name(this)
        parts = [name_of_type, self.constant_str("(")]
        shown = [f for f in dataclass_fields(info) if _flag(field_argument(info, f, "repr"), True)]
        for index, name in enumerate(shown):
            parts.append(self.constant_str(f"{', ' if index else ''}{name}="))
            value = self.read_field(this, inst, name, n.EllipsisExpr())
            parts.append(self.coerce(self.invoke(value, "__repr__", [], n.EllipsisExpr(), text), text))
        parts.append(self.constant_str(")"))
        self.terminate(ir.Return(self.joined_text(parts).operand))

    def type_name(self, this: Value) -> Value:
        """`type(self).__qualname__`."""
        assert self.inst is not None and self.inst.owner is not None
        info = self.inst.owner.info
        if not self.world.subclasses.get(info):
            return self.constant_str(self.qualname_of(info))
        class_object = self.type_object(this)
        layout = self.world.builtin("type").layout
        return Value(self.get_field(class_object.operand, layout, "_name", Rep.REF), self.world.str_type)

    def same_class(self) -> tuple[Value, Value, ir.Block]:
        """(self, other as the same class, block for another class)."""
        assert self.inst is not None and self.inst.owner is not None
        this = self.this()
        other = self.inst.registers[1]
        different, same = self.new_block("different"), self.new_block("same")
        mine = self.prim(Rep.U32, "class_id", this.operand)
        theirs = self.prim(Rep.U32, "class_id", self.box(Value(other, self.inst.params[1].type)))
        self.branch(self.prim(Rep.BOOL, "eq", mine, theirs), same, different)
        self.begin(same)
        return this, Value(self.box(Value(other, self.inst.params[1].type)), this.type), different

    def compared_fields(self, info: n.TypeInfo) -> list[str]:
        return [f for f in dataclass_fields(info) if _flag(field_argument(info, f, "compare"), True)]

    def dataclass_eq(self, info: n.TypeInfo) -> None:
        assert self.inst is not None and self.inst.owner is not None
        inst = self.inst.owner
        this, other, different = self.same_class()
        for name in self.compared_fields(info):
            a = self.read_field(this, inst, name, n.EllipsisExpr())
            b = self.read_field(other, inst, name, n.EllipsisExpr())
            equal = self.truth(self.compare("==", a, b, n.EllipsisExpr()), n.EllipsisExpr())
            more = self.new_block("equal")
            self.branch(equal, more, different)
            self.begin(more)
        self.terminate(ir.Return(ir.BoolConst(True)))
        self.begin(different)
        self.terminate(ir.Return(ir.BoolConst(False)))

    def dataclass_hash(self, info: n.TypeInfo) -> None:
        assert self.inst is not None and self.inst.owner is not None
        this, inst = self.this(), self.inst.owner
        values = [self.read_field(this, inst, name, n.EllipsisExpr()) for name in self.compared_fields(info)]
        key = self.make_tuple(values)
        result = self.invoke(key, "__hash__", [], n.EllipsisExpr(), t.INT)
        self.terminate(ir.Return(self.coerce(result, t.INT).operand))

    def dataclass_order(self, info: n.TypeInfo, name: str) -> None:
        """Fields compared in turn, as tuples are."""
        assert self.inst is not None and self.inst.owner is not None
        inst = self.inst.owner
        this, other, different = self.same_class()
        op = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}[name]
        for field_name in self.compared_fields(info):
            a = self.read_field(this, inst, field_name, n.EllipsisExpr())
            b = self.read_field(other, inst, field_name, n.EllipsisExpr())
            equal = self.truth(self.compare("==", a, b, n.EllipsisExpr()), n.EllipsisExpr())
            more, decide = self.new_block("equal"), self.new_block("decide")
            self.branch(equal, more, decide)
            self.begin(decide)
            outcome: Operand = self.truth(self.compare(op, a, b, n.EllipsisExpr()), n.EllipsisExpr())
            self.terminate(ir.Return(outcome))
            self.begin(more)
        self.terminate(ir.Return(ir.BoolConst("e" in name[3:4])))
        self.begin(different)
        self.raise_runtime(
            "errors.unsupported_operands",
            [ir.StrConst(name), this.operand, self.box(Value(other.operand, OBJECT))],
        )
