"""The methods of dataclasses, and what `dataclasses` does with classes known at build time."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import kept_type
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.attribute_hooks import own_hook
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst, class_default
from mirage.compiler.lower.dataclass_info import (
    attributes_of,
    dataclass_fields,
    decorator_flag,
    default_expression,
    described_class,
    field_argument,
    flag,
    nearest_dataclass,
    read_on_classes,
)
from mirage.compiler.lower.functions import FunctionInst, Param
from mirage.compiler.lower.generated import is_generated_method
from mirage.compiler.lower.groups import Groups
from mirage.compiler.lower.passing import constant_expression
from mirage.compiler.lower.types import OBJECT, ClassT, Type


class DataclassMethods(Groups):
    # -- defaults -------------------------------------------------------------------------------

    def synthetic_default(self, inst: FunctionInst, param: Param) -> Value | None:
        """A default of a dataclass's `__init__`, or of a named tuple's `_replace`."""
        if self.kept_from is not None and inst.owner is not None and inst.item.info:
            if inst.item.name == "_replace" and is_generated_method(inst.item.info, "_replace"):
                place = self.named_tuple_index(inst.owner.info, param.name)
                return None if place is None else self.named_tuple_item(self.kept_from, inst.owner, place)
        info = inst.owner.info if inst.owner is not None else None
        if info is None or "dataclass" not in info.metadata:
            return None
        factory = field_argument(info, param.name, "default_factory")
        if factory is not None:
            return self.call_factory(info, factory, param, info.defn)
        return self.field_default_value(info, param.name)

    def store_class_defaults(self, made: Value, inst: ClassInst) -> None:
        """What is read of an object whose own `__init__`, or the lack of one, sets no such attribute."""
        found = inst.member("__init__")
        entry = found.owner.info.names.get("__init__") if found is not None else None
        generated = found is not None and (entry is None or entry.plugin_generated)
        described = nearest_dataclass(inst.info)
        if described is None or generated and not any(b in self.world.flows.bare for b in inst.info.mro):
            return
        for attribute in attributes_of(described):
            name = str(attribute["name"])
            if attribute["is_init_var"] or field_argument(inst.info, name, "default_factory") is not None:
                continue
            value = self.field_default_value(inst.info, name)
            if value is not None:
                self.store_field(made.operand, inst, name, value, None)

    def field_default_value(self, info: n.TypeInfo, name: str) -> Value | None:
        """The value evaluated when the class statement ran."""
        for base in info.mro:
            rvalue = class_default(base, name)
            if rvalue is None:
                continue
            expression = default_expression(rvalue)
            if expression is None:
                return None
            if constant_expression(expression) or self.world.modules[base.module_name].library:
                return self.expr(expression)
            variable, type_ = self.default_variable(base, name, expression)
            dst = self.reg(type_.rep, name)
            self.emit(ir.GetGlobal(dst, variable))
            return Value(dst, type_)
        return None

    def default_variable(
        self, info: n.TypeInfo, name: str, default: n.Expression
    ) -> tuple[ir.Global, t.Type]:
        """Where a default that is not a constant is kept."""
        key = ("field default", info, name)
        if key not in self.world.globals:
            entry = info.names.get(name)  # None: an InitVar is no attribute
            if entry is not None and isinstance(entry.node, n.Var):
                type_ = self.world.declared(entry.node, {}, info.module_name)
            else:
                type_ = self.type_of(default) or OBJECT
            self.world.global_variable(key, f"{info.fullname}.{name}.default", type_)
        return self.world.globals[key], self.world.global_types[key]

    def store_default(self, info: n.TypeInfo, target: n.NameExpr, rvalue: n.Expression) -> None:
        """Run `name: type = value` of a dataclass's body."""
        self.store_factory(info, target.name)
        expression = default_expression(rvalue)
        if expression is None:
            return
        constant = constant_expression(expression)
        seen = target.name in info.names and target.name in read_on_classes(self.world)
        if constant and not seen:
            return
        value = self.stable(self.expr(expression))
        if not constant:
            variable, type_ = self.default_variable(info, target.name, expression)
            slot = self.own(info.names[target.name].node) if target.name in info.names else None
            self.emit(ir.SetGlobal(variable, self.convert_for(value, type_, expression, slot).operand))
        if seen:
            self.write_class_variable(info, target.name, value, expression)

    def factory_variable(self, base: n.TypeInfo, name: str) -> tuple[ir.Global, t.Type] | None:
        """Where a factory is kept whose expression may give something else when it is evaluated again."""
        factory = field_argument(base, name, "default_factory")
        if factory is None or self.world.modules[base.module_name].library or self.is_same_factory(factory):
            return None
        key = ("field factory", base, name)
        if key not in self.world.globals:
            type_ = self.type_of(factory) or OBJECT
            self.world.global_variable(key, f"{base.fullname}.{name}.factory", type_)
        return self.world.globals[key], self.world.global_types[key]

    def is_same_factory(self, factory: n.Expression) -> bool:
        while isinstance(factory, n.IndexExpr):
            factory = factory.base
        if isinstance(factory, n.LambdaExpr):
            return True
        return isinstance(factory, n.RefExpr) and (
            isinstance(factory.node, n.FuncDef | n.OverloadedFuncDef | n.Decorator)
            or self.alias_info(factory.node) is not None
        )

    def store_factory(self, info: n.TypeInfo, name: str) -> None:
        """Evaluate `default_factory=...` when the class statement runs."""
        kept = self.factory_variable(info, name)
        factory = field_argument(info, name, "default_factory")
        if kept is not None and factory is not None:
            variable, type_ = kept
            value = self.stable(self.expr(factory))
            self.emit(ir.SetGlobal(variable, self.convert_for(value, type_, factory).operand))

    def factory_value(self, info: n.TypeInfo, name: str) -> Value | None:
        """What `store_factory` kept of the class that has the field."""
        base = next((base for base in info.mro if class_default(base, name) is not None), None)
        kept = self.factory_variable(base, name) if base is not None else None
        if kept is None:
            return None
        variable, type_ = kept
        dst = self.reg(type_.rep, name)
        self.emit(ir.GetGlobal(dst, variable))
        return Value(dst, type_)

    def call_factory(self, owner: n.TypeInfo, factory: n.Expression, param: Param, node: n.Node) -> Value:
        kept = self.factory_value(owner, param.name)
        if kept is not None:
            return self.call_value(kept, [], factory, param.type)
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

    def this(self) -> Value:
        assert self.inst is not None
        return Value(self.inst.registers[0], self.inst.params[0].type)

    def dataclass_init(self, info: n.TypeInfo) -> None:
        assert self.inst is not None and self.inst.owner is not None
        this, inst = self.this(), self.inst.owner
        given = {p.name: Value(r, p.type) for p, r in zip(self.inst.params, self.inst.registers, strict=True)}
        init_vars: list[Value] = []
        slotted = decorator_flag(info, "slots", False)
        lines = 2  # of the function that CPython makes of text: its first statement is in line 3
        for attribute in attributes_of(info):
            name = str(attribute["name"])
            if attribute["is_init_var"]:
                init_vars.append(given[name])
                continue
            if attribute["is_in_init"]:
                value = given[name]
            else:
                param = Param(name, n.Var(name), inst.field_type(name), n.ARG_OPT, None, False)
                found = self.synthetic_default(self.inst, param)
                if found is None:
                    continue
                value = found
            factory = field_argument(info, name, "default_factory")
            if attribute["is_in_init"] or slotted or factory is not None:
                lines += 1  # the others are the class's variables
            if own_hook(self.world, inst.info, "__setattr__") and not self.is_frozen(inst.info):
                self.write_attribute(this, name, value, n.EllipsisExpr())
                continue
            self.store_field(this.operand, inst, name, value, None)
        if inst.member("__post_init__") is not None:
            if not self.library:
                self.made_site = ir.Site("<string>", lines + 1, "__init__", "", "")
            self.invoke(this, "__post_init__", [Arg(v) for v in init_vars], n.EllipsisExpr(), t.NONE)
        self.terminate(ir.Return(None))

    def dataclass_repr(self, info: n.TypeInfo) -> None:
        assert self.inst is not None and self.inst.owner is not None
        this, inst = self.this(), self.inst.owner
        text = self.world.str_type
        name_of_type = self.type_name(this)
        parts = [name_of_type, self.constant_str("(")]
        shown = [f for f in dataclass_fields(info) if flag(field_argument(info, f, "repr"), True)]
        guarded = any(may_recur(inst.field_type(name)) for name in shown)
        if guarded:
            again, first = self.new_block("again"), self.new_block("first")
            entered = self.call(self.runtime("containers.repr_enter"), [this.operand])
            self.branch(entered, first, again, likely=True)
            self.begin(again)
            self.terminate(ir.Return(ir.StrConst("...")))
            self.begin(first)
        for index, name in enumerate(shown):
            parts.append(self.constant_str(f"{', ' if index else ''}{name}="))
            value = self.read_field(this, inst, name, n.EllipsisExpr())
            parts.append(self.coerce(self.invoke(value, "__repr__", [], n.EllipsisExpr(), text), text))
        parts.append(self.constant_str(")"))
        if guarded:
            self.call(self.runtime("containers.repr_leave"), [])
        self.terminate(ir.Return(self.joined_text(parts).operand))

    def type_name(self, this: Value) -> Value:
        """`type(self).__qualname__`."""
        assert self.inst is not None and self.inst.owner is not None
        info = self.inst.owner.info
        result = self.reg(Rep.REF, "name")
        done = self.new_block("named")
        for sub in self.world.subclasses.get(info, []):
            mine, other = self.new_block(sub.name), self.new_block("other")
            layout = self.world.class_inst(sub, ()).layout
            same = self.prim(Rep.BOOL, "is", self.type_object(this).operand, ir.TypeObject(layout))
            self.branch(same, mine, other)
            self.begin(mine)
            self.move(result, ir.StrConst(self.qualname_of(sub)))
            self.jump(done)
            self.begin(other)
        self.move(result, ir.StrConst(self.qualname_of(info)))
        self.jump(done)
        self.begin(done)
        return Value(result, self.world.str_type)

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
        return [f for f in dataclass_fields(info) if flag(field_argument(info, f, "compare"), True)]

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
        values = [
            self.read_field(this, inst, name, n.EllipsisExpr())
            for name in dataclass_fields(info)
            if flag(field_argument(info, name, "hash"), flag(field_argument(info, name, "compare"), True))
        ]
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

    # -- what `dataclasses` gives ---------------------------------------------------------------

    def describe_dataclass(self, info: n.TypeInfo, name: str) -> None:
        """`__dataclass_names__`, `__dataclass_values__`, `__dataclass_list__`: see dataclasses.py."""
        assert self.inst is not None and self.inst.owner is not None
        if name == "__dataclass_names__":
            result = self.make_tuple([self.constant_str(field) for field in dataclass_fields(info)])
        elif name == "__dataclass_values__":
            this, inst, node = self.this(), self.inst.owner, n.EllipsisExpr()
            read = [self.read_field(this, inst, field, node) for field in dataclass_fields(info)]
            result = self.make_tuple([Value(self.box(value), OBJECT) for value in read])
        else:
            result = self.field_list(info, n.EllipsisExpr())
        self.terminate(ir.Return(result.operand))

    def field_list(self, info: n.TypeInfo, node: n.Node) -> Value:
        """`fields(C)`; the same objects every time, as long as the class is not made anew."""
        type_ = self.world.builtin_type("tuple", OBJECT)
        if info.defn.type_vars:
            return self.new_field_list(info, node)
        made = self.made_once(self.kept_field_list(info), lambda: self.new_field_list(info, node).operand)
        return Value(made, type_)

    def kept_field_list(self, info: n.TypeInfo) -> ir.Global:
        """Where what `fields` gives is kept; None before."""
        type_ = self.world.builtin_type("tuple", OBJECT)
        key = ("field list", info)
        return self.world.global_variable(key, f"{info.fullname}.fields", type_, ir.NoneConst())

    def new_field_list(self, info: n.TypeInfo, node: n.Node) -> Value:
        missing = self.world.trees["dataclasses"].names["MISSING"].node
        maker = self.world.function_node("dataclasses._field")
        assert isinstance(missing, n.Var)
        found: list[Value] = []
        for attribute in attributes_of(info):
            name = str(attribute["name"])
            if attribute["is_init_var"]:
                continue
            factory = field_argument(info, name, "default_factory")
            while isinstance(factory, n.IndexExpr):
                factory = factory.base
            made = self.factory_value(info, name) if factory is not None else None
            default = None if factory is not None else self.field_default_value(info, name)
            hashed, metadata = field_argument(info, name, "hash"), field_argument(info, name, "metadata")
            none = Value(ir.NoneConst(), t.NONE)
            values = [
                self.constant_str(name),
                self.variable(missing, n.EllipsisExpr()) if default is None else default,
                (made or self.expr(factory)) if factory else self.variable(missing, n.EllipsisExpr()),
                Value(ir.BoolConst(bool(attribute["is_in_init"])), t.BOOL),
                Value(ir.BoolConst(flag(field_argument(info, name, "repr"), True)), t.BOOL),
                none if hashed is None else self.expr(hashed),
                Value(ir.BoolConst(flag(field_argument(info, name, "compare"), True)), t.BOOL),
                none if metadata is None else self.expr(metadata),
                Value(ir.BoolConst(bool(attribute["kw_only"])), t.BOOL),
                Value(kept_type(self, info, name), OBJECT),
            ]
            found.append(self.call_function(maker, None, None, [Arg(v) for v in values], node, OBJECT))
        return self.make_tuple(found)

    def dataclass_call(self, name: str, node: n.CallExpr) -> Value | None:
        if name == "replace":
            return self.replace_dataclass(node)
        value = self.expr(node.args[0])
        type_ = value.type.item if isinstance(value.type, t.TypeT) else value.type
        info = type_.inst.info if isinstance(type_, ClassT) else None
        wanted = self.type_of(node) or OBJECT
        if name == "is_dataclass" and not isinstance(value.operand, ir.TypeObject):
            if may_be_class(value.type):
                return self.of_some_class(value, node, lambda _: Value(ir.BoolConst(True), t.BOOL), t.BOOL)
        if name == "is_dataclass" and isinstance(value.type, t.TypeT):
            return Value(ir.BoolConst(info is not None and described_class(info) is not None), t.BOOL)
        described = described_class(info) if info is not None else None
        if name == "fields" and described is not None and isinstance(type_, ClassT):
            if isinstance(value.type, t.TypeT) or type_.exact or not self.may_be_subclass(type_):
                return Value(self.field_list(described, node).operand, wanted)
        if name == "fields" and may_be_class(value.type):
            listed = self.of_some_class(value, node, lambda d: self.field_list(d, node), OBJECT)
            return self.coerce(listed, wanted, node)
        item = self.world.function_node(f"dataclasses.{name}")
        return self.call_function(item, None, None, [Arg(value)], node, wanted)

    def of_some_class(
        self, value: Value, node: n.CallExpr, give: Callable[[n.TypeInfo], Value], wanted: Type
    ) -> Value:
        """`fields(cls)`, and `fields(x)` where x may be a class: which one is known when the program runs."""
        kind = self.box(self.stable(value))
        result = self.reg(wanted.rep, "given")
        done = self.new_block("given")
        for one in self.dataclasses():
            mine, other = self.new_block(one.info.name), self.new_block("other")
            self.branch(self.prim(Rep.BOOL, "is", kind, ir.TypeObject(one.layout)), mine, other)
            self.begin(mine)
            described = described_class(one.info)
            assert described is not None
            self.move(result, self.coerce(give(described), wanted, node).operand)
            self.jump(done)
            self.begin(other)
        assert isinstance(node.callee, n.RefExpr)
        item = self.world.function_node(node.callee.fullname)
        whole = self.call_function(item, None, None, [Arg(Value(kind, OBJECT))], node, wanted)
        self.move(result, self.coerce(whole, wanted, node).operand)
        self.jump(done)
        self.begin(done)
        return Value(result, wanted)

    def dataclasses(self) -> list[ClassInst]:
        """The dataclasses of the application."""
        return [
            self.world.class_inst(info, ())
            for info in self.world.infos
            if self.world.is_user(info.module_name) and described_class(info) is not None
        ]

    def replace_any(self, receiver: Value, node: n.CallExpr) -> Value:
        """`replace` of a value that may be of any dataclass."""
        receiver = Value(self.box(self.stable(receiver)), OBJECT)
        given = {
            name: self.stable(Value(self.box(self.expr(value)), t.ANY))
            for name, value in zip(node.arg_names[1:], node.args[1:], strict=True)
            if name is not None
        }
        mappings = self.mappings_of(node)
        result = self.reg(Rep.REF, "replaced")
        done = self.new_block("replaced")
        kind = self.type_object(receiver).operand
        for one in self.dataclasses():
            described = described_class(one.info)
            assert described is not None
            taken = {str(attribute["name"]) for attribute in attributes_of(described)}
            mine, other = self.new_block(one.info.name), self.new_block("other")
            self.branch(self.prim(Rep.BOOL, "is", kind, ir.TypeObject(one.layout)), mine, other)
            self.begin(mine)
            this = Value(receiver.operand, ClassT(one))
            if given.keys() <= taken:
                made = self.rebuilt(one, this, given, mappings, node)
            else:
                made = self.rebuilt_from(one, this, given, mappings, node)
            if self.alive:
                self.move(result, self.box(made))
                self.jump(done)
            self.begin(other)
        text = "replace() should be called on dataclass instances"
        error = self.invoke_class(self.world.builtin("TypeError"), [self.constant_str(text)], node)
        self.throw(error.operand, node)
        self.begin(done)
        return self.coerce(Value(result, t.ANY), self.type_of(node) or OBJECT, node)

    def mappings_of(self, node: n.CallExpr) -> list[Value]:
        return [
            self.stable(self.expr(value))
            for kind, value in zip(node.arg_kinds, node.args, strict=True)
            if kind is n.ARG_STAR2
        ]

    def replace_dataclass(self, node: n.CallExpr) -> Value:
        """`dataclasses.replace(obj, field=value)`: the constructor with the other fields taken over."""
        receiver = self.expr(node.args[0])
        items = receiver.type.items if isinstance(receiver.type, t.UnionT) else (receiver.type,)
        known = [item for item in items if isinstance(item, ClassT) and described_class(item.inst.info)]
        if n.ARG_STAR in node.arg_kinds:
            raise self.unsupported(node, "`replace` with a star", "give the changes by name, or as a mapping")
        if len(known) < len(items):
            return self.replace_any(receiver, node)
        receiver = self.stable(receiver)
        given = {
            name: self.stable(self.expr(value))
            for name, value in zip(node.arg_names[1:], node.args[1:], strict=True)
            if name is not None
        }
        mappings = self.mappings_of(node)
        possible: list[ClassInst] = []
        for item in known:
            inst = item.inst
            possible.append(inst)
            if not item.exact:
                possible += [
                    self.world.class_inst(sub, inst.args if len(sub.defn.type_vars) == len(inst.args) else ())
                    for sub in self.world.subclasses.get(inst.info, [])
                    if described_class(sub) is not None
                ]
        last, *others = dict.fromkeys(possible)
        if not others:
            return self.rebuilt(last, receiver, given, mappings, node)
        result = self.reg(Rep.REF, last.info.name)
        done = self.new_block("replaced")
        kind = self.type_object(receiver).operand
        for one in others:
            mine, other = self.new_block(one.info.name), self.new_block("other")
            self.branch(self.prim(Rep.BOOL, "is", kind, ir.TypeObject(one.layout)), mine, other)
            self.begin(mine)
            this = Value(receiver.operand, ClassT(one))
            self.move(result, self.rebuilt(one, this, given, mappings, node).operand)
            self.jump(done)
            self.begin(other)
        this = Value(receiver.operand, ClassT(last))
        self.move(result, self.rebuilt(last, this, given, mappings, node).operand)
        self.jump(done)
        self.begin(done)
        return Value(result, receiver.type)

    def rebuilt(
        self,
        inst: ClassInst,
        receiver: Value,
        given: dict[str, Value],
        mappings: list[Value],
        node: n.CallExpr,
    ) -> Value:
        described = described_class(inst.info)
        assert described is not None
        if mappings:
            return self.rebuilt_from(inst, receiver, given, mappings, node)
        args: list[Arg] = []
        unknown = given.keys() - {str(attribute["name"]) for attribute in attributes_of(described)}
        args += [Arg(given[name], name) for name in given if name in unknown]  # told of where it is not taken
        for attribute in attributes_of(described):
            name = str(attribute["name"])
            if name in given and not attribute["is_in_init"]:
                text = f"field {name} is declared with init=False, it cannot be specified with replace()"
                error = self.invoke_class(self.world.builtin("ValueError"), [self.constant_str(text)], node)
                self.throw(error.operand, node)
                self.start_block("after")
            if name in given:
                args.append(Arg(given[name], name))
            elif attribute["is_in_init"] and not attribute["is_init_var"]:
                args.append(Arg(self.read_field(receiver, inst, name, node), name))
        return self.invoke_class(inst, args, node)

    def rebuilt_from(
        self,
        inst: ClassInst,
        receiver: Value,
        given: dict[str, Value],
        mappings: list[Value],
        node: n.CallExpr,
    ) -> Value:
        """`replace(obj, **changes)`: which fields change is known when the program runs."""
        changes = self.stable(
            self.invoke_class(self.world.builtin("dict", self.world.str_type, t.ANY), [], node)
        )
        for name, value in given.items():
            self.invoke(changes, "__setitem__", [self.constant_str(name), value], node, t.NONE)
        for mapping in mappings:
            self.invoke(changes, "update", [mapping], node, t.NONE)
        described = described_class(inst.info)
        assert described is not None
        for attribute in attributes_of(described):
            name = str(attribute["name"])
            text = self.constant_str(name)
            present = self.coerce(self.invoke(changes, "__contains__", [text], node, t.BOOL), t.BOOL, node)
            changed, kept, done = self.new_block("changed"), self.new_block("kept"), self.new_block("next")
            self.branch(present.operand, changed, kept)
            self.begin(changed)
            if not attribute["is_in_init"]:
                why = f"field {name} is declared with init=False, it cannot be specified with replace()"
                error = self.invoke_class(self.world.builtin("ValueError"), [self.constant_str(why)], node)
                self.throw(error.operand, node)
            else:
                self.jump(done)
            self.begin(kept)
            if attribute["is_in_init"] and not attribute["is_init_var"]:
                old = self.read_field(receiver, inst, name, node)
                self.invoke(changes, "__setitem__", [text, old], node, t.NONE)
            self.jump(done)
            self.begin(done)
        return self.invoke_class(inst, [Arg(changes, star2=True)], node)


def may_be_class(type_: t.Type) -> bool:
    if isinstance(type_, t.UnionT):
        return any(map(may_be_class, type_.items))
    if isinstance(type_, ClassT):
        return type_.inst.info.is_protocol or type_.inst.info.fullname in ("builtins.type", "builtins.object")
    return isinstance(type_, t.TypeT | t.ObjectT | t.CallableT)


def may_recur(type_: t.Type) -> bool:
    """A value of the type may lead back to the object that holds it."""
    if isinstance(type_, t.PrimT | t.NoneT):
        return False
    if isinstance(type_, t.UnionT | t.TupleT):
        return any(map(may_recur, type_.items))
    return not (isinstance(type_, ClassT) and type_.inst.info.fullname in ("builtins.str", "builtins.bytes"))
