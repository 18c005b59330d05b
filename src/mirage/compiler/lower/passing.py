"""Arguments on their way to parameters: converted, packed, left to their defaults."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.functions import FunctionInst, Param
from mirage.compiler.lower.overloads import Overloads
from mirage.compiler.lower.passed import note_star
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal


class Passing(Overloads):
    def bind(
        self, inst: FunctionInst, first: Value | None, args: list[Arg], node: n.Node | None
    ) -> list[Operand]:
        """Operands for the parameters, in order, converted."""
        params = inst.params
        slots: list[Value | None] = [None] * len(params)
        extra: list[Arg] = []
        keywords: list[Arg] = []
        position = 0
        if first is not None:
            slots[0] = first
            position = 1
        pending = [a for a in args if a.name is None and not a.star2]
        index = 0
        while index < len(pending):
            arg = pending[index]
            if arg.star and not (position < len(params) and params[position].star):
                items = self.unpacked(arg, node)
                if items is None:
                    raise self.unsupported(
                        node or n.EllipsisExpr(), "`*iterable` in this call", "pass the values one by one"
                    )
                pending[index : index + 1] = [Arg(item) for item in items]
                continue
            if position < len(params) and params[position].kind.is_positional():
                slots[position] = arg.value
                position += 1
            elif position < len(params) and params[position].star:
                extra.append(arg)
            else:
                raise Refusal(
                    node or n.EllipsisExpr(), "arguments", f"too many arguments for `{inst.item.name}`"
                )
            index += 1
        given = 0 if first is None else 1  # `template.format(self=self)`: another one than the receiver
        names = {
            param.name: i
            for i, param in enumerate(params)
            if i >= given and not param.pos_only and not param.kind.is_star()
        }
        for arg in args:
            if arg.name is not None:
                if arg.name in names:
                    slots[names[arg.name]] = arg.value
                else:
                    keywords.append(arg)
        self.kept_from = first
        return [
            self.bind_one(inst, param, i, slots[i], extra, keywords, node) for i, param in enumerate(params)
        ]

    def bind_one(
        self,
        inst: FunctionInst,
        param: Param,
        index: int,
        value: Value | None,
        extra: list[Arg],
        keywords: list[Arg],
        node: n.Node | None,
    ) -> Operand:
        passed = extra if param.star else keywords if param.star2 else []
        if passed and not self.library and t.contains_any(param.type):
            if any(self.gives_anything(arg, node) for arg in passed):
                self.world.flows.give_anything()  # `partial(show)(rows)`: what is handed on to a function
        if param.star:
            known = value is None and not any(arg.star for arg in extra)
            note_star(self.world, inst, [arg.value.type for arg in extra] if known else None)
            if value is not None:
                return value.operand
            return self.star_tuple(param, extra, node).operand
        if param.star2:
            return self.keyword_dict(param, keywords, node).operand
        if value is None:
            value = self.default_value(inst, param, index, node)
        library = inst.module in self.world.modules and self.world.modules[inst.module].library
        if not library:
            return self.convert_for(value, param.type, node, param.var).operand
        if (not self.library or self.inst is None) and self.puts_int(value.type, param, inst):
            self.world.flows.mix(None)
        if param.type == t.FLOAT and isinstance(value.type, t.ObjectT):
            return self.number_to_float(value.operand, node)
        if isinstance(param.type, t.UnionT) and t.loses_int(value.type, param.type):
            value = self.as_floats(value, node)
        if not self.library or self.inst is None:
            value = self.as_c_would(value, param.type, node)
        return self.coerce(value, param.type, node).operand

    def gives_anything(self, arg: Arg, node: n.Node | None) -> bool:
        """The argument may be what its function does not take; a wrapper hands its own stars on."""
        if arg.star or arg.star2:
            if self.inst is not None and isinstance(node, n.CallExpr):
                own = {one.variable for one in self.inst.item.arguments if one.kind.is_star()}
                starred = [a for a, kind in zip(node.args, node.arg_kinds, strict=True) if kind.is_star()]
                if own and all(isinstance(a, n.NameExpr) and a.node in own for a in starred):
                    return False
        return t.contains_any(arg.value.type)

    def puts_int(self, given: Type, param: Param, inst: FunctionInst) -> bool:
        """A function of the library puts what may be an int among floats: `prices.append(3)`."""
        one = takes_items(param.var.type)
        kept = self.kept_items(param, inst, one)
        if one:
            return t.loses_int(t.ANY if given == OBJECT else given, kept)
        if not isinstance(given, ClassT) or not isinstance(kept, ClassT):
            return False
        wanted = kept.inst  # `insort(prices, 3)`: for it the list is one of `int | float`
        based = given.inst.base(wanted.info)
        if based is None or kept is param.type and wanted.member("__setitem__") is None:
            return False
        pairs = zip(based.args, wanted.args, strict=False)
        if kept is param.type:
            pairs = zip(wanted.args, based.args, strict=False)
        return any(t.loses_int(put, held) and not isinstance(put, t.AnyT) for put, held in pairs)

    def kept_items(self, param: Param, inst: FunctionInst, one: bool) -> Type:
        """What the receiver's arguments make of `_T`, `Iterable[_T]`: its own methods may know less.

        A list whose layout is shared is one of objects to them, and what is given for an iterable is itself.
        """
        first, owner = self.kept_from, inst.owner
        if owner is None or first is None or not isinstance(first.type, ClassT) or not owner.args:
            return param.type
        if not (isinstance(param.type, t.ObjectT) if one else names_items(param.var.type, owner)):
            return param.type
        based = first.type.inst.base(owner.info)
        if based is None:
            return param.type
        return self.world.translate(param.var.type, {**inst.substitution, **based.substitution})

    def as_c_would(self, value: Value, wanted: Type, node: n.Node | None) -> Value:
        """What the application passes a function of the library for an int or a bool, its type being unknown.

        Functions in C take everything that has `__index__`.
        """
        optional = isinstance(wanted, t.UnionT) and wanted.may_be_none and wanted.without_none() == t.INT
        if wanted not in (t.INT, t.BOOL) and not optional:
            return value
        known = isinstance(value.type, t.PrimT) and value.type != t.FLOAT
        if known or self.world.is_subtype(value.type, wanted):
            return value
        function = self.runtime("dynamic.flag_from" if wanted == t.BOOL else "dynamic.index_from")
        operand = self.box(value)
        result = self.reg(Rep.REF, "index")
        other, done = self.new_block("other"), self.new_block("index")
        self.move(result, operand)
        self.branch(self.is_instance(operand, wanted), done, other, likely=True)
        self.begin(other)
        self.move(result, self.call(function, [operand], node))
        self.jump(done)
        self.begin(done)
        return Value(result, wanted if optional else OBJECT)

    def as_floats(self, value: Value, node: n.Node | None) -> Value:
        """An int for a `float | None` of the library becomes a float; None stays."""
        given = value.type
        if isinstance(given, t.PrimT):
            return self.coerce(value, t.FLOAT, node)
        if not isinstance(given, t.UnionT):
            return value
        if any(item not in (t.INT, t.FLOAT, t.BOOL, t.NONE) for item in given.items):
            return value
        if not given.may_be_none:
            return Value(self.number_to_float(value.operand, node), t.FLOAT)
        result = self.reg(Rep.REF)
        number, done = self.new_block("number"), self.new_block("converted")
        self.move(result, value.operand)
        self.branch(self.prim(Rep.BOOL, "is", value.operand, ir.NoneConst()), done, number)
        self.begin(number)
        self.move(result, self.box(Value(self.number_to_float(value.operand, node), t.FLOAT)))
        self.jump(done)
        self.begin(done)
        return Value(result, t.UnionT((t.FLOAT, t.NONE)))

    def star_tuple(self, param: Param, extra: list[Arg], node: n.Node | None) -> Value:
        assert isinstance(param.type, ClassT)
        if len(extra) == 1 and extra[0].star:
            source = extra[0].value
            if isinstance(source.type, t.TupleT) or (
                isinstance(source.type, ClassT) and source.type.inst.info.fullname == "builtins.tuple"
            ):
                return source
            return self.invoke_class(self.world.builtin("tuple", OBJECT), [source], node)
        if any(arg.star for arg in extra):
            inst = self.list_inst(OBJECT)
            gathered = self.new_list(inst, [], node)
            for arg in extra:
                if arg.star:
                    self.invoke(gathered, "extend", [self.items_as_objects(arg.value)], node, t.NONE)
                else:
                    self.list_push(gathered, inst, Value(self.box(arg.value), OBJECT), node)
            return self.invoke_class(self.world.builtin("tuple", OBJECT), [gathered], node)
        element = param.type.inst.args[0]
        values = [
            arg.value if isinstance(element, t.ObjectT) else self.convert_for(arg.value, element, node)
            for arg in extra
        ]
        return self.make_tuple(values)

    def items_as_objects(self, value: Value) -> Value:
        """A named tuple whose fields are declared to be floats may hold ints."""
        if isinstance(value.type, ClassT) and value.type.inst.info.is_named_tuple:
            return self.reinterpret(value, ClassT(self.world.builtin("tuple", OBJECT)))
        return value

    def keyword_dict(self, param: Param, keywords: list[Arg], node: n.Node | None) -> Value:
        assert isinstance(param.type, ClassT)
        result = self.invoke_class(param.type.inst, [], node)
        for arg in keywords:
            assert arg.name is not None
            value = self.convert_for(arg.value, param.type.inst.args[1], node)
            self.invoke(result, "__setitem__", [self.constant_str(arg.name), value], node, t.NONE)
        return result

    def unpacked(self, arg: Arg, node: n.Node | None) -> list[Value] | None:
        """The values of `*tuple` when the length is known."""
        if isinstance(arg.value.type, t.TupleT):
            return [self.tuple_item(arg.value, i) for i in range(len(arg.value.type.items))]
        return None

    def default_value(self, inst: FunctionInst, param: Param, index: int, node: n.Node | None) -> Value:
        if param.default is None or self.has_generated_default(inst, param):
            synthetic = self.synthetic_default(inst, param)
            if synthetic is not None:
                return synthetic
            raise Refusal(
                node or n.EllipsisExpr(), "arguments", f"`{inst.item.name}` needs an argument `{param.name}`"
            )
        if constant_expression(param.default) or self.world.modules[inst.module].library:
            return self.expr(param.default)
        variable = self.default_global(inst.item, index, param)
        dst = self.reg(variable.rep)
        self.emit(ir.GetGlobal(dst, variable))
        return Value(dst, self.world.global_types["default", inst.item, index])

    def has_generated_default(self, inst: FunctionInst, param: Param) -> bool:
        """`...` in an `__init__` that mypy's dataclass plugin made stands for the field's default."""
        from mirage.compiler.lower.synthetic import is_generated

        return isinstance(param.default, n.EllipsisExpr) and is_generated(inst.item)

    def default_type(self, item: n.FuncItem, var: n.Var) -> Type:
        return self.world.declared(var, {}, self.world.module_of(item.fullname) or self.module_name)

    def default_global(self, item: n.FuncItem, index: int, param: Param) -> ir.Global:
        key = ("default", item, index)
        return self.world.global_variable(
            key, f"{item.name}.default.{param.name}", self.default_type(item, param.var)
        )


def takes_items(declared: mt.Type | None) -> bool:
    """A parameter for what a container keeps: `_T`, `_VT | None`."""
    proper = mt.get_proper_type(declared)
    if isinstance(proper, mt.UnionType):
        return any(map(takes_items, proper.items))
    return isinstance(proper, mt.TypeVarType)


def names_items(declared: mt.Type | None, owner: ClassInst) -> bool:
    """A parameter for several of what a container keeps: `Iterable[_T]`, `_T` being the class's own."""
    proper = mt.get_proper_type(declared)
    own = {variable.id for variable in owner.info.defn.type_vars}
    return isinstance(proper, mt.Instance) and any(
        isinstance(arg, mt.TypeVarType) and arg.id in own for arg in map(mt.get_proper_type, proper.args)
    )


def constant_expression(node: n.Expression) -> bool:
    """The value is the same however often the expression is evaluated."""
    match node:
        case n.IntExpr() | n.FloatExpr() | n.StrExpr() | n.BytesExpr() | n.EllipsisExpr():
            return True
        case n.NameExpr():
            var = node.node
            if node.fullname in ("builtins.None", "builtins.True", "builtins.False"):
                return True
            return isinstance(var, n.Var) and var.is_final and var.final_value is not None
        case n.UnaryExpr():
            return constant_expression(node.expr)
        case n.TupleExpr():
            return all(map(constant_expression, node.items))
        case n.MemberExpr():
            return (
                isinstance(node.expr, n.RefExpr)
                and isinstance(node.expr.node, n.TypeInfo)
                and node.expr.node.is_enum
            )
    return False
