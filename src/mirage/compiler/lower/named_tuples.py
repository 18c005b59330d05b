"""Named tuples: tuples with a class of their own, and the methods that class has without being written."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.class_attributes import ClassAttributes
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.generated import defining_class, names_of
from mirage.compiler.lower.passing import constant_expression
from mirage.compiler.lower.types import OBJECT, Type


def field_defaults(info: n.TypeInfo) -> dict[str, tuple[int, n.Argument]]:
    """Fields that have a default, with their place in the signature of `__new__`."""
    entry = defining_class(info).names["__new__"]
    assert isinstance(entry.node, n.FuncDef)
    return {
        argument.variable.name: (index, argument)
        for index, argument in enumerate(entry.node.arguments)
        if argument.initializer is not None
    }


class NamedTuples(ClassAttributes):
    def named_tuple_names(self, info: n.TypeInfo) -> list[str]:
        return names_of(info)

    def named_tuple_index(self, info: n.TypeInfo, name: str) -> int | None:
        names = names_of(info)
        return names.index(name) if name in names else None

    def named_tuple_types(self, inst: ClassInst) -> list[Type]:
        info = defining_class(inst.info)
        owner = inst.base(info)
        assert owner is not None
        variables = self.field_variables(info)
        return [self.world.declared(var, owner.substitution, info.module_name) for var in variables]

    def field_variables(self, info: n.TypeInfo) -> list[n.Var]:
        """What stands for the fields in `flows.mixed`: the parameters of `__new__`."""
        item = info.names["__new__"].node
        assert isinstance(item, n.FuncDef)
        return [argument.variable for argument in item.arguments[1:]]

    def named_tuple_item(self, value: Value, inst: ClassInst, index: int) -> Value:
        dst = self.reg(Rep.REF)
        self.emit(ir.GetTail(dst, self.box(value), inst.layout, ir.RawConst(index, Rep.I64)))
        return self.reinterpret(Value(dst, OBJECT), self.named_tuple_types(inst)[index])

    def named_tuple_variable(self, info: n.TypeInfo, name: str, node: n.Node) -> Value | None:
        """`P._fields` and the like."""
        derived = info.mro[: info.mro.index(defining_class(info))]
        if any(name in base.names for base in derived):
            return None  # a derived class has its own
        if name in ("_fields", "__match_args__"):
            return self.make_tuple([self.constant_str(field) for field in names_of(info)])
        if name == "_field_defaults":
            inst = self.world.builtin("dict", self.world.str_type, t.ANY)
            result = self.invoke_class(inst, [], node)
            for field, (index, argument) in field_defaults(info).items():
                value = Value(self.box(self.field_default(info, index, argument)), OBJECT)
                self.invoke(result, "__setitem__", [self.constant_str(field), value], node, t.NONE)
            return result
        if name == "__doc__":
            return self.constant_str(f"{info.name}({', '.join(names_of(info))})")
        return None

    def field_default(self, info: n.TypeInfo, index: int, argument: n.Argument) -> Value:
        assert argument.initializer is not None
        if constant_expression(argument.initializer) or self.world.modules[info.module_name].library:
            return self.expr(argument.initializer)
        item = defining_class(info).names["__new__"].node
        variable = self.world.globals["default", item, index]
        dst = self.reg(variable.rep)
        self.emit(ir.GetGlobal(dst, variable))
        return Value(dst, self.world.global_types["default", item, index])

    def evaluate_field_defaults(self, info: n.TypeInfo) -> None:
        """Run the defaults once, when the class is made."""
        for index, argument in field_defaults(info).values():
            if argument.initializer is not None and not constant_expression(argument.initializer):
                item = info.names["__new__"].node
                assert isinstance(item, n.FuncDef)
                self.evaluate_default(item, index, argument)

    # -- generated methods ----------------------------------------------------------------------

    def lower_named_tuple_method(self, inst: ClassInst, name: str) -> None:
        assert self.inst is not None
        values = [Value(r, p.type) for p, r in zip(self.inst.params, self.inst.registers, strict=True)]
        if name == "__new__":
            self.terminate(ir.Return(self.new_named_tuple(inst, values[1:], values[0].operand)))
        elif name == "_replace":
            self.terminate(ir.Return(self.new_named_tuple(inst, values[1:], None)))
        elif name == "_make":
            self.make_named_tuple(inst, values[1])
        elif name == "_asdict":
            self.named_tuple_as_dict(inst, values[0])
        else:
            self.named_tuple_repr(inst, values[0])

    def new_named_tuple(self, inst: ClassInst, items: list[Value], cls: Operand | None) -> Operand:
        """A new object; `cls` may be a class derived from `inst`."""
        self.world.instantiate(inst)
        boxed = [self.box(item) for item in items]
        dst = self.reg(Rep.REF, inst.info.name)
        self.may_raise(ir.Alloc(dst, inst.layout, ir.RawConst(len(items), Rep.I64)))
        for index, operand in enumerate(boxed):
            self.emit(ir.SetTail(dst, inst.layout, ir.RawConst(index, Rep.I64), operand))
        if cls is not None:
            self.become(dst, inst, cls)
        return dst

    def become(self, obj: ir.Reg, inst: ClassInst, cls: Operand) -> None:
        """Make the new object one of the class `cls`, which is `inst` or derived from it without fields."""
        if not self.world.subclasses.get(inst.info) or isinstance(cls, ir.TypeObject):
            return
        layout = self.world.builtin("type").layout
        number = self.get_field(cls, layout, "_class", Rep.U64)
        address = self.prim(Rep.U64, "ref_bits", obj)
        self.emit(ir.Store(address, self.prim(Rep.U32, "convert", number)))

    def make_named_tuple(self, inst: ClassInst, iterable: Value) -> None:
        node = n.EllipsisExpr()
        count = len(names_of(inst.info))
        gathered = self.invoke_class(self.world.builtin("tuple", OBJECT), [iterable], node)
        self.call(self.runtime("containers.check_fields"), [gathered.operand, ir.RawConst(count, Rep.I64)])
        layout = self.world.builtin("tuple", OBJECT).layout
        items: list[Value] = []
        variables = self.field_variables(defining_class(inst.info))
        for index, (var, type_) in enumerate(zip(variables, self.named_tuple_types(inst), strict=True)):
            if t.loses_int(t.ANY, type_):
                self.world.flows.mix(self.own(var))
            dst = self.reg(Rep.REF)
            self.emit(ir.GetTail(dst, gathered.operand, layout, ir.RawConst(index, Rep.I64)))
            items.append(Value(dst, OBJECT))
        self.terminate(ir.Return(self.new_named_tuple(inst, items, None)))

    def named_tuple_as_dict(self, inst: ClassInst, this: Value) -> None:
        node = n.EllipsisExpr()
        result = self.invoke_class(self.world.builtin("dict", self.world.str_type, t.ANY), [], node)
        for index, name in enumerate(names_of(inst.info)):
            value = Value(self.box(self.named_tuple_item(this, inst, index)), OBJECT)
            self.invoke(result, "__setitem__", [self.constant_str(name), value], node, t.NONE)
        self.terminate(ir.Return(result.operand))

    def named_tuple_repr(self, inst: ClassInst, this: Value) -> None:
        node, text = n.EllipsisExpr(), self.world.str_type
        parts = [self.constant_str(inst.info.name + "(")]
        for index, name in enumerate(names_of(inst.info)):
            parts.append(self.constant_str(f"{', ' if index else ''}{name}="))
            value = self.named_tuple_item(this, inst, index)
            parts.append(self.coerce(self.invoke(value, "__repr__", [], node, text), text))
        parts.append(self.constant_str(")"))
        self.terminate(ir.Return(self.joined_text(parts).operand))
