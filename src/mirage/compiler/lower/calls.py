"""Call expressions: functions, classes, methods, `super()`, and the built-ins the compiler itself serves."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt
from mypy.erasetype import erase_typevars
from mypy.subtypes import is_same_type, is_subtype

from mirage.compiler.frontend.consumed import collected
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.abstract import abstract_complaint
from mirage.compiler.lower.attribute_hooks import HOOKS, is_hooked, pass_on
from mirage.compiler.lower.builder import NONE_VALUE, UndecidedValue, Value
from mirage.compiler.lower.class_slots import assigned_by_application
from mirage.compiler.lower.class_uses import only_looked_at
from mirage.compiler.lower.classes import ClassInst, Member, function_of, is_property
from mirage.compiler.lower.declining import passes_on
from mirage.compiler.lower.enum_info import ejects, own_maker
from mirage.compiler.lower.equal_by_name import equal_by_name
from mirage.compiler.lower.fields import read_field
from mirage.compiler.lower.functions import real_decorators, request_function
from mirage.compiler.lower.generated import is_generated_method
from mirage.compiler.lower.initialised import CONTAINERS, always_set, empty_before
from mirage.compiler.lower.invocation import (
    Arg,
    Args,
    as_args,
    has_body,
    names_operators,
    spread,
)
from mirage.compiler.lower.local_classes import ENVIRONMENT, carriers
from mirage.compiler.lower.logged import note_place
from mirage.compiler.lower.metaclasses import (
    as_object,
    call_of_type,
    caller_of,
    calls_by_itself,
    is_metaclass,
    metaclass_of,
    read_of_metaclass,
)
from mirage.compiler.lower.object_dicts import call_of_dict, owner_of_dict, update
from mirage.compiler.lower.packed import METHODS as packed_methods
from mirage.compiler.lower.packed import method_call
from mirage.compiler.lower.passed import note_raised
from mirage.compiler.lower.refused import refuse_pattern
from mirage.compiler.lower.supers import Supers, makes_of_class
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

VALUES = {  # made by their `__new__`
    f"builtins.{name}" for name in ("int", "float", "complex", "str", "bytes", "tuple")
}
KEEPING = ("builtins.dict", "collections.OrderedDict")  # whose `__init__` adds to what is there
REFERENCE = "weakref.ReferenceType"
REMADE = ("builtins.BaseException", "enum.Enum", "builtins.type")  # bases whose `__new__` knows subclasses


class Calls(Supers):
    def call_expr(self, node: n.CallExpr) -> Value:
        if node.analyzed is not None:
            match node.analyzed:
                case n.CastExpr() | n.AssertTypeExpr():
                    return self.expr(node.analyzed)
                case n.RevealExpr():
                    raise self.unsupported(node, "`reveal_type`", "remove it")
                case n.TypeVarExpr() | n.ParamSpecExpr() | n.NewTypeExpr():
                    return Value(ir.NoneConst(), t.NONE)
        if not self.library:
            refusal = refuse_pattern(node)
            if refusal is not None:
                raise refusal
        pieces = fstring_pieces(node)
        if pieces is not None:
            return self.fstring(pieces, node)
        formatted = format_piece(node)
        if formatted is not None:
            return self.format_value(*formatted, node)
        expected = self.type_of(node)
        if expected is None:
            expected = OBJECT
        if isinstance(expected, t.NeverT) and not self.library:
            known = mt.get_proper_type(self.world.expression_types.get(node))
            if isinstance(known, mt.UninhabitedType) and known.ambiguous:
                expected = OBJECT  # mypy found no type: `cls.__new__(cls)` in a metaclass
        if self.mentions_undecided(node):
            return self.call_callee(node, OBJECT)  # mypy took the values for something else
        generator = collected(node)
        if generator is not None:
            if isinstance(node.callee, n.NameExpr) and node.callee.fullname == "builtins.list":
                items = expected.inst.args if isinstance(expected, ClassT) else ()
                return self.list_of(generator, items[0] if items else OBJECT, "<genexpr>", node)
            self.collecting[generator] = node
        if not self.library and (passes_on(node) or self.may_give_int(node)):
            result = self.call_callee(node, OBJECT)
            if isinstance(result.type, t.ObjectT):
                return UndecidedValue(result.operand, result.type)
            return self.settle(result, expected, node)
        result = self.call_callee(node, expected)
        if isinstance(expected, t.NeverT):
            if self.alive:
                self.terminate(ir.Unreachable())
                self.start_block("after")
            return Value(ir.NoneConst(), t.NEVER)
        return self.settle(result, expected, node)

    def may_give_int(self, node: n.CallExpr) -> bool:
        """`Flags(8)` of flags whose boundary is EJECT, which mypy takes for a member."""
        callee = node.callee
        info = self.alias_info(callee.node) if isinstance(callee, n.RefExpr) else None
        return info is not None and ejects(info)

    def settle(self, result: Value, expected: Type, node: n.Node) -> Value:
        """The result as mypy types the call, when the code behind it knows less."""
        if isinstance(expected, t.ObjectT) or self.world.is_subtype(result.type, expected):
            return result
        if not self.library and t.holds_int(result.type) and t.loses_int(result.type, expected):
            return result
        if isinstance(result.type, t.ObjectT | t.UnionT) or isinstance(expected, t.NoneT):
            return self.coerce(result, expected, node)
        if isinstance(result.type, ClassT) and isinstance(expected, ClassT):
            if result.type.inst.info is expected.inst.info and result.type.inst.shape is expected.inst.shape:
                return Value(result.operand, expected)
            if expected.inst.info in result.type.inst.info.mro or expected.inst.info.is_protocol:
                return result
            return self.coerce(result, expected, node)
        if isinstance(result.type, t.PrimT) and isinstance(expected, t.PrimT):
            return result
        return result

    def call_callee(self, node: n.CallExpr, expected: Type) -> Value:
        callee = node.callee
        if isinstance(callee, n.TypeApplication):
            callee = callee.expr
        if isinstance(callee, n.IndexExpr) and isinstance(callee.base, n.RefExpr):
            indexed = self.alias_info(callee.base.node)
            if indexed is not None and not self.has_items(indexed):
                callee = callee.base
        if isinstance(callee, n.RefExpr):
            target = callee.node
            fullname = callee.fullname
            if isinstance(callee, n.NameExpr) and callee.kind == n.LDEF:
                if isinstance(target, n.Decorator):
                    target = target.func
                if isinstance(target, n.FuncDef) and self.is_local_function(target):
                    return self.call_local_function(target, self.arguments(node), node, expected)
            elif not isinstance(callee, n.MemberExpr) or isinstance(
                getattr(callee.expr, "node", None), n.MypyFile
            ):
                special = self.special_call(fullname, node, expected)
                if special is not None:
                    return special
                if target in self.world.index.redefined:
                    return self.call_value(self.expr(callee), self.arguments(node), node, expected)
                if isinstance(target, n.FuncDef | n.OverloadedFuncDef):
                    return self.call_global(target, node, expected)
                if isinstance(target, n.Decorator) and not real_decorators(target):
                    return self.call_global(target, node, expected)
            info = self.alias_info(target)
            if info is not None and not self.is_metaclass_call(callee):
                return self.construct(info, node, expected)
        if isinstance(callee, n.MemberExpr) and callee.name in HOOKS and isinstance(callee.expr, n.RefExpr):
            if callee.expr.fullname == "builtins.type":
                raise Refusal(
                    node,
                    "patching",
                    f"`type.{callee.name}` cannot be compiled: classes are fixed at build time",
                    "declare the attribute in the class body, and assign it through the class",
                )
        if isinstance(callee, n.SuperExpr) and callee.name in HOOKS and self.reaches_object(callee):
            if callee.name == "__delattr__" and len(node.args) == 1:
                return pass_on(self, self.self_value(), callee.name, [self.expr(node.args[0])], node)
            if callee.name == "__setattr__" and len(node.args) == 2:
                return self.set_unguarded(self.self_value(), node.args[0], node.args[1], node)
        if isinstance(callee, n.SuperExpr):
            return self.call_super(callee, self.arguments(node), node, expected)
        owner = owner_of_dict(self, node)
        if owner is not None:
            return update(self, owner, node)
        item = call_of_dict(self, node)
        if item is not None:
            return item
        if isinstance(callee, n.MemberExpr):
            packed = method_call(self, callee, node) if callee.name in packed_methods else None
            if packed is not None:
                return packed
            return self.call_method_expr(callee, node, expected)
        value = self.expr(callee)
        return self.call_value(value, self.arguments(node), node, expected)

    def is_metaclass_call(self, callee: n.RefExpr) -> bool:
        return False

    def arguments(self, node: n.CallExpr) -> list[Arg]:
        found: list[Arg] = []
        for index, (expression, kind, name) in enumerate(
            zip(node.args, node.arg_kinds, node.arg_names, strict=True)
        ):
            if kind is n.ARG_POS or kind is n.ARG_NAMED:
                value = self.expr_taken(expression, self.taken_by_call(node, index))
            else:
                value = self.expr(expression)
            if len(node.args) > 1 and isinstance(expression, n.NameExpr):
                value = self.stable_value(value)
            found.append(
                Arg(value, name, star=kind is n.ARG_STAR, star2=kind is n.ARG_STAR2, node=expression)
            )
        note_place(self, node, found)
        return found

    def taken_by_call(self, node: n.CallExpr, index: int) -> Callable[[], Type]:
        """What the function takes as this argument, where mypy's type of it says so once for all."""

        def declared() -> Type:
            callee = node.callee
            if isinstance(callee, n.RefExpr) and callee.fullname == "builtins.print":
                return OBJECT if node.arg_kinds[index] is n.ARG_POS else t.NEVER
            given = self.world.expression_types.get(callee)
            found = mt.get_proper_type(given) if given is not None else None
            if not isinstance(found, mt.CallableType) or found.variables or found.is_type_obj():
                return t.NEVER
            if isinstance(callee, n.RefExpr) and isinstance(callee.node, n.FuncDef) and callee.node.type:
                whole = mt.get_proper_type(callee.node.type)
                if not isinstance(whole, mt.CallableType) or whole.variables:
                    return t.NEVER  # of a generic function mypy keeps what it was called as
            name = node.arg_names[index]
            formal = found.argument_by_name(name) if name is not None else None
            if name is None and not any(kind.is_star() for kind in node.arg_kinds[:index]):
                formal = found.argument_by_position(index)
            return self.translate(formal.typ) if formal is not None else t.NEVER

        return declared

    def stable_value(self, value: Value) -> Value:
        return value  # reads already copy into registers of their own

    def nearer_number(self, target: n.SymbolNode, args: list[Arg], node: n.CallExpr) -> Value | None:
        """`min(a, b)` and `max(a, b)` of two ints or two floats, inline; None for all else."""
        sign = {"builtins.min": "<", "builtins.max": ">"}.get(target.fullname)
        if sign is None or self.library or node.arg_kinds != [n.ARG_POS, n.ARG_POS]:
            return None
        first, second = (self.stable(arg.value) for arg in args)
        if first.type != second.type or first.type not in (t.INT, t.FLOAT):
            return None
        result = self.reg(first.type.rep, "nearer")
        self.move(result, first.operand)
        other, done = self.new_block("other"), self.new_block("nearer")
        self.branch(self.primitive_compare(sign, second, first, node), other, done)
        self.begin(other)
        self.move(result, second.operand)
        self.jump(done)
        self.begin(done)
        return Value(result, first.type)

    def call_global(self, target: n.SymbolNode, node: n.CallExpr, expected: Type) -> Value:
        args = self.arguments(node)
        nearer = self.nearer_number(target, args, node)
        if nearer is not None:
            return nearer
        item = self.agreeing_item(target, node, args)
        if item is None:
            item = self.resolve(target, None, [a.value.type for a in args], args)
        if item is None:
            raise self.unsupported(node, "this call")
        return self.call_function(item, None, None, args, node, expected)

    def agreeing_item(self, target: n.SymbolNode, node: n.CallExpr, args: list[Arg]) -> n.FuncDef | None:
        """Where several overload items with bodies fit, the one whose result mypy found for this call."""
        found = self.world.expression_types.get(node)
        if found is None or not isinstance(target, n.OverloadedFuncDef):
            return None
        args = spread(args)
        if any(arg.star or arg.star2 for arg in args):
            return self.agreeing_item_of_many(target, found, args)
        types = [a.value.type for a in args]
        fitting = [i for i in self.signatures(target) if has_body(i) and self.fits(i, None, types, args)]
        fitting = [i for i in fitting if not self.refuses_unknown(i, types)]
        if any(isinstance(a, t.ObjectT) for a in types) and names_operators(self.signatures(target)):
            return None
        if any(_wants_none(item, args) for item in fitting):
            return None  # `sorted(rows, key=key)` of an unknown key, which may be None or not
        if len(fitting) > 1:
            if isinstance(mt.get_proper_type(found), mt.AnyType) and any(
                _gives_any(item) and self.fits(item, None, types, args) for item in self.signatures(target)
            ):
                return None  # `pow(2, n)`: mypy does not know either
            for agrees in (is_same_type, is_subtype):  # `list[Any]` is a subtype of `list[bool]` too
                for item in fitting:
                    declared = mt.get_proper_type(item.type)
                    if isinstance(declared, mt.CallableType):
                        if agrees(found, erase_typevars(declared.ret_type)):
                            return item
        return None

    def agreeing_item_of_many(
        self, target: n.OverloadedFuncDef, found: mt.Type, args: list[Arg]
    ) -> n.FuncDef | None:
        """`gather(*calls)`: of the items that take any number, the one with exactly the result mypy found."""
        if any(arg.star2 for arg in args):
            return None
        if self.translate(found) != self.world.translate(found, self.substitution):
            return None  # its floats may be ints here, which no item with floats of the library gives
        names = {arg.name for arg in args if arg.name is not None}
        for item in self.signatures(target):
            declared = mt.get_proper_type(item.type)
            if not isinstance(declared, mt.CallableType) or item.arg_kinds[:1] != [n.ARG_STAR]:
                continue
            takes = has_body(item) and names.issubset(declared.arg_names)
            if takes and is_same_type(found, declared.ret_type):
                return item
        return None

    def call_method_expr(self, callee: n.MemberExpr, node: n.CallExpr, expected: Type) -> Value:
        base = callee.expr
        if isinstance(base, n.RefExpr):
            info = self.alias_info(base.node)
            if info is not None:
                return self.call_on_class(info, callee, node, expected)
            if isinstance(base.node, n.MypyFile):
                value = self.expr(callee)
                return self.call_value(value, self.arguments(node), node, expected)
        if callee.name == "__setattr__" and len(node.args) == 2:
            target = self.stable(self.expr(base))
            name = self.named_attribute(node.args[0], node)
            self.write_attribute(target, name, self.expr(node.args[1]), node)
            return Value(ir.NoneConst(), t.NONE)
        receiver = self.cache_of_method(base) or self.expr_or_none(base)
        if callee.name == "__new__" and isinstance(receiver.type, ClassT):
            if is_metaclass(receiver.type.inst.info) and not self.library:
                for argument in node.args[1:]:
                    self.expr(argument)
                return self.allocate_by_metaclass(receiver, receiver.type.inst.info, node)
        made = self.made_alike(receiver.type) if callee.name == "__new__" and node.args else None
        if made is not None:
            return self.call_maker(made, made.member("__new__"), self.arguments(node), node, expected)
        if isinstance(receiver.type, ClassT) and receiver.type.inst.info.fullname in (
            "mirage.lowlevel.Array",
            "mirage.lowlevel.Tail",
        ):
            return self.array_method(receiver, callee.name, self.arguments(node), node)
        inst = self.class_of_receiver(receiver.type)
        found = inst.member(callee.name) if inst is not None else None
        if found is not None and (isinstance(found.node, n.Var) or is_property(found.node)):
            # the attribute is read before the arguments are evaluated
            value = self.narrowed(callee, self.attribute(receiver, callee.name, callee))
            return self.call_value(value, self.arguments(node), node, expected)
        args = self.arguments(node)
        answer = equal_by_name(self, receiver, inst, callee.name, args, node)
        return answer or self.invoke(receiver, callee.name, args, node, expected)

    def class_of_receiver(self, type_: Type) -> ClassInst | None:
        if isinstance(type_, t.UnionT) and type_.may_be_none:
            type_ = type_.without_none()
        if isinstance(type_, t.TypeT):
            return None
        return self.world.class_of(type_)

    def call_on_class(
        self, info: n.TypeInfo, callee: n.MemberExpr, node: n.CallExpr, expected: Type
    ) -> Value:
        """`C.method(...)`: static and class methods, or a method with an explicit self."""
        if info.fullname == "builtins.object" and callee.name == "__delattr__" and len(node.args) == 2:
            return pass_on(self, self.expr(node.args[0]), callee.name, [self.expr(node.args[1])], node)
        if info.fullname == "builtins.object" and callee.name == "__setattr__" and len(node.args) == 3:
            return self.set_unguarded(self.expr(node.args[0]), node.args[1], node.args[2], node)
        args = self.arguments(node)
        if is_metaclass(info) and args:
            if info.fullname == "builtins.type":
                answer = call_of_type(self, callee.name, args[0].value, args[1:], node)
                if answer is not None:
                    return answer
        if callee.name == "__new__" and args and (info.fullname == "builtins.object" or self.plain_new(info)):
            return self.plainly_made(args[0].value, self.world.class_inst(info, ()), args[1:], node)
        inst = self.class_for_call(info, args, expected)
        found = inst.member(callee.name)
        if found is None or metaclass_of(self.world, info) is not None:
            seen = read_of_metaclass(self.world, self.class_object(inst), callee.name)
            if seen is not None:
                return self.invoke(seen, callee.name, args, node, expected)
        if found is None:
            raise self.unsupported(node, f"`{info.name}.{callee.name}`")
        if isinstance(found.node, n.Var):
            return self.call_value(self.class_attribute(info, callee.name, callee), args, node, expected)
        if len(args) == 2 and (info.fullname == "builtins.object" or args[0].value.type == inst.this):
            answer = equal_by_name(self, args[0].value, inst, callee.name, args[1:], node, exact=True)
            if answer is not None:
                return answer
        if callee.name == "__new__" and args and isinstance(args[0].value.type, t.TypeT):
            item = args[0].value.type.item
            if isinstance(item, t.PrimT) and args[0].value.operand == self.class_object(inst).operand:
                return self.invoke_class(inst, args[1:], node)
            if isinstance(item, ClassT) and not is_generated_method(found.owner.info, "__new__"):
                if item.inst is inst and not self.world.is_user(found.owner.info.module_name):
                    return self.invoke_class(inst, args[1:], node)
                return self.call_maker(item.inst, found, args, node, expected)
        return self.call_class_member(self.class_object(inst), inst, found, args, node, expected)

    def made_alike(self, type_: Type) -> ClassInst | None:
        """The class of `cls` in `cls.__new__(cls)`, where one `__new__`, ours or object's, serves all."""
        if not isinstance(type_, t.TypeT) or not isinstance(type_.item, ClassT):
            return None
        info = type_.item.inst.info
        makers = {i.get_containing_type_info("__new__") for i in [info, *self.world.subclasses.get(info, [])]}
        maker = makers.pop()
        if makers or maker is None:
            return None
        ours = maker.fullname == "builtins.object" or self.world.is_user(maker.module_name)
        return type_.item.inst if ours else None

    def plain_new(self, info: n.TypeInfo) -> bool:
        """`C.__new__` is object's."""
        found = info.get_containing_type_info("__new__")
        return found is not None and found.fullname == "builtins.object"

    def set_unguarded(
        self, receiver: Value, name: n.Expression, value: n.Expression, node: n.CallExpr
    ) -> Value:
        """`object.__setattr__(x, "name", value)`: what frozen dataclasses use on themselves."""
        inst = self.world.class_of(receiver.type)
        if not isinstance(name, n.StrExpr) and inst is not None and is_hooked(self.world, inst.info):
            return pass_on(self, receiver, "__setattr__", [self.expr(name), self.expr(value)], node)
        attribute = self.named_attribute(name, node)
        receiver = self.stable(receiver)
        inst = self.world.class_of(receiver.type)
        if inst is not None and inst.field_owner(attribute):
            self.store_field(self.box(receiver), inst, attribute, self.expr(value), node)
        else:
            self.write_unguarded(receiver, attribute, self.expr(value), node)
        return Value(ir.NoneConst(), t.NONE)

    def reaches_object(self, callee: n.SuperExpr) -> bool:
        """`super().__setattr__` is object's."""
        owner, _ = self.super_parts(callee)
        found = owner.member_after(callee.name, owner.info)
        return found is None or found.owner.info.fullname == "builtins.object"

    def class_for_call(self, info: n.TypeInfo, args: list[Arg], expected: Type) -> ClassInst:
        if isinstance(expected, ClassT) and info in expected.inst.info.mro and info.defn.type_vars:
            based = expected.inst.base(info)
            if based is not None:
                return based
        if args and isinstance(args[0].value.type, ClassT):
            based = args[0].value.type.inst.base(info) if info in args[0].value.type.inst.info.mro else None
            if based is not None:
                return based
        return self.world.class_inst(info, ())

    # -- constructing ---------------------------------------------------------------------------

    def construct(self, info: n.TypeInfo, node: n.CallExpr, expected: Type) -> Value:
        args = self.arguments(node)
        if info.is_enum:
            return self.enum_by_value(info, args, node)
        if caller_of(self.world, info) is not None:
            seen = as_object(self.world, self.class_object(self.world.class_inst(info, ())))
            assert seen is not None
            return self.invoke(seen, "__call__", args, node, expected)
        if info.fullname == "enum.auto" and self.enum_next is not None:
            return self.next_enum_value(node)
        if info.typeddict_type is not None:
            return self.new_typed_dict(args, node)
        if info.is_newtype and args:
            return args[0].value
        if info.fullname == "builtins.type" and len(args) == 1:
            return self.type_object(args[0].value, only_looked_at(self.world, node))
        if info.fullname == "builtins.type":
            raise Refusal(
                node,
                "dynamic-class",
                "`type` with three arguments cannot be compiled: classes are fixed at build time",
                "write the class",
            )
        if info.fullname == "builtins.bool":
            return Value(self.truth(args[0].value, node) if args else ir.BoolConst(False), t.BOOL)
        if info.fullname == "itertools.count" and not self.library:
            self.refuse_mixed_count(args, node)
        primitive = self.construct_primitive(info, args, node)
        if primitive is not None:
            return primitive
        return self.invoke_class(self.constructed_class(info, args, expected), args, node)

    def refuse_mixed_count(self, args: list[Arg], node: n.CallExpr) -> None:
        """`count(10, 2.5)` is a `count[float]` whose first number is an int."""
        types = {arg.name or ("start", "step")[i]: arg.value.type for i, arg in enumerate(args[:2])}
        start = types.get("start", t.INT)
        unknown = start in (t.INT, t.NUMBER) or isinstance(start, t.ObjectT | t.AnyT)
        if types.get("step") in (t.FLOAT, t.NUMBER) and unknown:
            raise self.unsupported(
                node,
                "`count` whose step is a float and whose start may be an int",
                "write the start as a float: `count(10.0, 2.5)`; `float(start)` where it is computed",
            )

    def new_typed_dict(self, args: list[Arg], node: n.CallExpr) -> Value:
        """`Movie(title="x", year=1)`: an ordinary dict."""
        inst = self.world.builtin("dict", self.world.str_type, OBJECT)
        result = self.stable(self.invoke_class(inst, [], node))
        for arg in args:
            if arg.name is None:
                self.invoke(result, "update", [arg.value], node, t.NONE)
            else:
                value = Value(self.box(arg.value), OBJECT)
                self.invoke(result, "__setitem__", [self.constant_str(arg.name), value], node, t.NONE)
        return result

    def construct_primitive(self, info: n.TypeInfo, args: list[Arg], node: n.Node) -> Value | None:
        """Conversions between numbers that are an instruction or a known call."""
        name = info.fullname
        if name.startswith("mirage.lowlevel.") and info.name in t.WORDS:
            word = t.WORDS[info.name]
            return self.coerce(args[0].value, word, node) if args else Value(ir.RawConst(0, word.rep), word)
        if len(args) != 1 or args[0].star or args[0].name is not None:
            return None
        value = args[0].value
        if name == "builtins.complex" and value.type == t.FLOAT:
            made = self.call(self.runtime("complexes.new"), [value.operand, ir.FloatConst(0)], node)
            return Value(made, self.world.builtin_type("complex"))
        if name == "builtins.int" and isinstance(value.type, t.PrimT):
            if value.type == t.FLOAT:
                return Value(self.call(self.runtime("floats.float_to_int"), [value.operand], node), t.INT)
            if value.type == t.INT and not isinstance(value.operand, ir.IntConst):
                if not self.library or self.module_name == "enum":  # may be True, or a member of an IntEnum
                    return Value(self.call(self.runtime("bigint.plain"), [value.operand], node), t.INT)
            return (
                self.as_int(value, node) if value.type in (t.INT, t.BOOL) else self.coerce(value, t.INT, node)
            )
        if name == "builtins.float" and isinstance(value.type, t.PrimT):
            if value.type.rep.is_raw_integer:
                return self.coerce(value, t.FLOAT, node)
            return (
                value
                if value.type == t.FLOAT
                else Value(self.int_to_float(self.as_int(value, node), node), t.FLOAT)
            )
        if name == "builtins.str":
            return self.invoke(value, "__str__", [], node, self.world.str_type)
        return None

    def constructed_class(self, info: n.TypeInfo, args: list[Arg], expected: Type) -> ClassInst:
        """The class with its type arguments: from the type of the expression, else from the arguments."""
        if not info.defn.type_vars:
            return self.world.class_inst(info, ())
        if isinstance(expected, t.TupleT) and info.fullname == "builtins.tuple":
            return self.world.class_inst(info, (OBJECT,))
        if isinstance(expected, ClassT) and info in expected.inst.info.mro:
            if expected.inst.info is info and not any(isinstance(a, t.NeverT) for a in expected.inst.args):
                if not t.contains_object(expected):
                    return expected.inst
        guess = self.world.class_inst(info, ())
        found = guess.member("__init__")
        item = function_of(found.node) if found is not None else None
        callable_ = mt.get_proper_type(item.type) if item is not None else None
        if found is not None and isinstance(callable_, mt.CallableType) and found.owner.info is info:
            wanted = {(v.id.raw_id, v.id.namespace) for v in info.defn.type_vars}
            bound: t.Substitution = {}
            for index, arg in self.match_formals(callable_, 1, args):
                self.unify(callable_.arg_types[index], arg.value.type, bound, wanted)
            mine = expected.inst.args if isinstance(expected, ClassT) and expected.inst.info is info else ()
            chosen = []
            for i, v in enumerate(info.defn.type_vars):
                key = (v.id.raw_id, v.id.namespace)
                hint = mine[i] if i < len(mine) else OBJECT
                chosen.append(bound.get(key, OBJECT) if isinstance(hint, t.ObjectT) and not mine else hint)
            return self.world.class_inst(info, tuple(chosen))
        if isinstance(expected, ClassT) and expected.inst.info is info:
            return expected.inst
        return guess

    def invoke_class(self, inst: ClassInst, args: Args, node: n.Node | None) -> Value:
        """A new object of the class: `__new__`, or allocation and `__init__`."""
        actual = as_args(args)
        if not self.library or not self.world.is_user(inst.info.module_name):
            return self.made_object(inst, actual, node)
        try:
            return self.made_object(inst, actual, node)
        except Refusal as refusal:
            if refusal.code != "arguments":
                raise
        # `self.__class__(self)` in the library: a class derived in the application may take other arguments
        made = self.call_value(Value(self.box(self.class_object(inst)), OBJECT), actual, node, OBJECT)
        return self.coerce(made, ClassT(inst), node)

    def made_object(self, inst: ClassInst, actual: list[Arg], node: n.Node | None) -> Value:
        """What `__new__` makes, or an object that `__init__` has filled; Refusal for arguments not taken."""
        code = inst.code
        result_type = ClassT(inst, exact=True)
        where = node if node is not None else n.EllipsisExpr()
        if inst.info.fullname == "mirage.lowlevel.Array":
            count = self.coerce(actual[0].value, t.I64, node)
            self.world.instantiate(inst)
            dst = self.reg(Rep.REF, "array")
            self.may_raise(ir.Alloc(dst, inst.layout, count.operand), node)
            return Value(dst, result_type)
        if inst.info.is_abstract and inst.info.abstract_attributes:
            complaint = abstract_complaint(inst.info)
            if complaint is None:
                name, what = inst.info.name, ", ".join(a for a, _ in inst.info.abstract_attributes)
                raise Refusal(where, "abstract", f"`{name}` is abstract: it lacks {what}")
            never = self.reg(Rep.REF, inst.info.name)
            self.move(never, ir.NoneConst())
            self.raise_runtime("errors.bad_arguments", [ir.StrConst(complaint)], node)
            self.begin(self.new_block("unreached"))
            return Value(never, result_type)
        if inst.info.fullname == "builtins.OSError" and len(actual) > 1:
            packed = self.make_tuple([a.value for a in actual])
            return Value(self.call(self.runtime("oserrors.os_error"), [packed.operand], node), ClassT(inst))
        group = inst.info.fullname == "builtins.BaseExceptionGroup"
        if group and self.module_name != "mirage.runtime.groups":
            operands = self.runtime_arguments("groups.make", actual, node)
            return Value(self.call(self.runtime("groups.make"), operands, node), ClassT(inst))
        if inst.info.fullname == REFERENCE and self.function.qualname != "_reference":
            return Value(self.new_reference(actual, node), ClassT(inst))
        maker = inst.member("__new__")
        if (
            maker is not None
            and maker.owner.info.fullname != "builtins.object"
            and not initialises_itself(inst)
        ):
            item = self.resolve(maker.node, maker.owner, [a.value.type for a in actual], actual)
            mine = self.world.is_user(inst.info.module_name) and not maker.owner.info.is_enum
            theirs = item is not None and not makes_of_class(self.world, item)
            if mine and theirs and item is not None and not is_generated_method(inst.info, "__new__"):
                if not any(base.fullname in REMADE for base in inst.info.mro):
                    return self.initialised(self.rebranded(maker, inst, actual, where), inst, actual, node)
            if item is not None and mine and not theirs:
                made = self.call_function(
                    item, maker.owner, self.class_object(inst), actual, node, result_type
                )
                return self.initialised(made, inst, actual, node)
            if item is not None:
                self.world.instantiate(code)
                expected = result_type if inst.primitive is None else inst.primitive
                made = self.call_function(item, maker.owner, self.class_object(inst), actual, node, expected)
                if item.info and is_generated_method(item.info, "__new__"):
                    return Value(made.operand, result_type)
                if isinstance(inst.this, ClassT) and not isinstance(made.type, t.NeverT | ClassT):
                    if not any(_gives_other(item, inst.info) for item in self.signatures(maker.node)):
                        made = Value(made.operand, ClassT(inst))
                return made
        result = self.allocated(inst, node)
        if any(base.fullname == "builtins.BaseException" for base in inst.info.mro):
            positional = [a for a in actual if a.name is None]
            if any(a.star for a in positional):
                args_value = self.star_values(positional, node)
                note_raised(self.world, inst, None)
            else:
                args_value = self.make_tuple([a.value for a in positional])
                note_raised(self.world, inst, [a.value.type for a in positional])
            self.emit(ir.SetField(result.operand, inst.layout, "args", args_value.operand))
        init = inst.member("__init__")
        if init is not None and self.world.is_user(init.owner.info.module_name):
            frozen = inst.base(self.world.info("builtins.frozenset"))
            filling = frozen.info.names["__init__"].node if frozen is not None else None
            if frozen is not None and filling is not None:  # on CPython `__new__` has filled it
                actual = [Arg(self.stable(a.value), a.name, a.star, a.star2) for a in actual]
                self.call_member(result, Member("__init__", filling, frozen), actual, node, t.NONE)
        if init is not None and init.owner.info.fullname not in ("builtins.object", "builtins.BaseException"):
            self.call_member(result, init, actual, node, t.NONE)
        return result

    def allocated(self, inst: ClassInst, node: n.Node | None = None) -> Value:
        """A new object whose fields are not set yet."""
        self.world.instantiate(inst.code)
        dst = self.reg(Rep.REF, inst.info.name)
        self.may_raise(ir.Alloc(dst, inst.layout), node)
        self.initialise_fields(dst, inst)
        if ENVIRONMENT in inst.fields:
            self.store_environment(dst, inst, node)
        made = Value(dst, ClassT(inst, exact=True))
        if self.world.is_user(inst.info.module_name):
            self.store_class_defaults(made, inst)
            container = empty_before(self.world, inst.info)
            owner = inst.base(container) if container is not None else None
            if container is not None and owner is not None:
                code = container.names["__init__"].node
                assert code is not None
                self.call_member(made, Member("__init__", code, owner), [], node, t.NONE)
        return made

    def store_environment(self, dst: Operand, inst: ClassInst, node: n.Node | None) -> None:
        """The object keeps the variables of the function that its class stands in."""
        holders = carriers(self.world, inst.info)
        scopes = self.world.memo.get(("environment of", holders[0])) if holders else None
        if scopes is None or ("refused class", inst.info) in self.world.memo:
            return  # the class has been refused
        here = tuple(self.env_scopes)
        for depth in range(len(here)):
            if here[depth:] == scopes:
                environment = self.env_up(depth)
                assert environment is not None
                self.emit(ir.SetField(dst, inst.layout, ENVIRONMENT, environment))
                return
        where = node if node is not None else n.EllipsisExpr()
        reason = f"`{inst.info.name}` is made outside of the function it stands in"
        raise Refusal(where, "local-class", reason)

    def initialised(self, made: Value, inst: ClassInst, args: list[Arg], node: n.Node | None) -> Value:
        """`__init__` of what `__new__` gave, when it is an object of the class."""
        init = inst.member("__init__")
        if init is not None and init.owner.info.fullname in CONTAINERS:
            return self.filled_container(made, inst, init, args, node)
        if init is None or not self.world.is_user(init.owner.info.module_name):
            return made
        if isinstance(made.type, ClassT) and inst.info in made.type.inst.info.mro:
            self.invoke(made, "__init__", args, node, t.NONE)
            return made
        if made.type.rep is not Rep.REF:
            return made
        other, done = self.new_block("initialise"), self.new_block("made")
        test = self.is_instance(made.operand, ClassT(inst))
        self.branch(test, other, done)
        self.begin(other)
        self.call_member(Value(made.operand, ClassT(inst)), init, args, node, t.NONE)
        self.jump(done)
        self.begin(done)
        return made

    def filled_container(
        self, made: Value, inst: ClassInst, init: Member, args: list[Arg], node: n.Node | None
    ) -> Value:
        """The container's own `__init__` after a `__new__` of the application: dicts keep what they have."""
        if init.owner.info.fullname in KEEPING:
            init = inst.member("update") or init
            if not args:
                return made
        self.call_member(Value(made.operand, ClassT(inst)), init, args, node, t.NONE)
        return made

    def runtime_arguments(self, name: str, args: list[Arg], node: n.Node | None) -> list[Operand]:
        """The arguments as a function of the runtime takes them."""
        function = self.world.function_node(f"mirage.runtime.{name}")
        return self.bind(request_function(self.world, function, None), None, args, node)

    def new_reference(self, args: list[Arg], node: n.Node | None) -> Operand:
        """`weakref.ref(x)`: without a callback there is one of each object."""
        maker = request_function(self.world, self.world.function_node("weakref._reference"), None)
        return self.call(maker.function, self.bind(maker, None, args, node), node)

    def star_values(self, args: list[Arg], node: n.Node | None) -> Value:
        inst = self.list_inst(OBJECT)
        gathered = self.new_list(inst, [], node)
        for arg in args:
            if arg.star:
                self.invoke(gathered, "extend", [self.items_as_objects(arg.value)], node, t.NONE)
            else:
                self.list_push(gathered, inst, Value(self.box(arg.value), OBJECT), node)
        return self.invoke_class(self.world.builtin("tuple", OBJECT), [gathered], node)

    def initialise_fields(self, dst: Operand, inst: ClassInst) -> None:
        """Mark every field as unset, where the zero of fresh memory would mean a value."""
        for name, type_ in inst.fields.items():
            if name == ENVIRONMENT:
                continue
            if type_.rep in (Rep.REF, Rep.F64, Rep.BOOL) and self.field_needs_check(inst, name, type_):
                self.emit(ir.SetField(dst, inst.layout, name, ir.Undefined(type_.rep)))

    def field_needs_check(self, inst: ClassInst, name: str, type_: Type) -> bool:
        """The field may be read before it is assigned."""
        owner = next((info for info in inst.info.mro if name in info.names), inst.info)
        if type_.rep.is_raw_integer or owner.fullname == "builtins.BaseException":  # whose cannot be deleted
            return False
        if name in assigned_by_application(self.world).deleted:
            return True
        if not self.library and is_hooked(self.world, inst.info):
            return True
        if name == "_value_" and own_maker(inst.info) is not None:
            return True
        if self.world.modules[owner.module_name].library:
            return False
        return name not in always_set(self.world, inst.info)

    # -- values that are called -----------------------------------------------------------------

    def call_value(self, value: Value, args: list[Arg], node: n.Node | None, expected: Type) -> Value:
        """Call an object: a function, a bound method, a class, or something with `__call__`."""
        type_ = value.type
        where = node if node is not None else n.EllipsisExpr()
        if (
            isinstance(type_, t.UnionT)
            and type_.may_be_none
            and not isinstance(type_.without_none(), t.UnionT)
        ):
            value = self.coerce(value, type_.without_none(), node)
            type_ = value.type
        if isinstance(type_, ClassT):
            if type_.inst.info.is_protocol:
                value = Value(value.operand, OBJECT)  # a function as well as an object with __call__
            elif is_metaclass(type_.inst.info) and not calls_by_itself(self.world, type_.inst):
                value = Value(value.operand, t.TypeT(OBJECT))
            elif self.world.lookup(type_, "__call__") is not None and type_.inst.info.fullname not in (
                "builtins.function",
                "builtins._Method",
                "builtins._Bound",
            ):
                return self.invoke(value, "__call__", args, node, expected)
        if (
            isinstance(type_, t.TypeT)
            and isinstance(type_.item, ClassT)
            and not self.may_be_subclass(type_.item)
        ):
            if caller_of(self.world, type_.item.inst.info) is not None:
                return self.invoke(as_object(self.world, value) or value, "__call__", args, node, expected)
            if type_.item.inst.info.is_enum:
                return self.enum_by_value(type_.item.inst.info, args, node or n.EllipsisExpr())
            return self.invoke_class(type_.item.inst, args, node)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT):
            called = self.world.memo.setdefault("called types", {})
            assert isinstance(called, dict)
            called[type_.item.inst.info] = None
        result = self.vector_call(value, args, where)
        wanted = expected
        if isinstance(type_, t.CallableT) and isinstance(expected, t.ObjectT):
            wanted = type_.result
        if isinstance(wanted, t.NeverT):
            return result
        return self.coerce(result, wanted, node)

    def may_be_subclass(self, type_: ClassT) -> bool:
        info = type_.inst.info
        return info.is_protocol or bool(self.world.subclasses.get(info))

    def vector_call(self, value: Value, args: list[Arg], node: n.Node, plainly: bool = False) -> Value:
        """`plainly`: a class, past its metaclass's `__call__`."""
        layout = self.world.builtin("function").layout
        positional = [a for a in args if a.name is None and not a.star2]
        if not self.library and isinstance(value.type, t.ObjectT | t.TypeT):
            self.world.memo["classes called"] = True
        if any(a.star or a.star2 or t.may_hold_int(a.value.type) for a in args):
            self.world.flows.loose = True  # whichever function it is may take them for floats
        if not self.library and any(self.gives_anything(a, node) for a in args):
            self.world.flows.give_anything()
        keywords = [a for a in args if a.name is not None]
        operand = self.box(value)
        if any(a.star or a.star2 for a in args):
            packed, address, count, given = self.packed_arguments(args, operand, node)
            target, code = self.callable_code(operand, value.type, layout, node, plainly)
            dst = self.reg(Rep.REF)
            self.may_raise(ir.CallVectorRaw(dst, code, target, address, count, given), node)
            keep = self.reg(Rep.I64)
            self.emit(ir.TailCount(keep, packed))
            return Value(dst, OBJECT)
        words = [self.box(a.value) for a in [*positional, *keywords]]
        names: Operand = ir.NoneConst()
        if keywords:
            names = ir.TupleConst(tuple(ir.StrConst(a.name or "") for a in keywords))
        target, code = self.callable_code(operand, value.type, layout, node, plainly)
        dst = self.reg(Rep.REF)
        self.may_raise(ir.CallVector(dst, code, target, words, names), node)
        return Value(dst, OBJECT)

    def packed_arguments(
        self, args: list[Arg], callee: Operand, node: n.Node | None
    ) -> tuple[Operand, Operand, Operand, Operand]:
        """(tuple of the words, its address, number of positional ones, names of the others)."""
        positional = [a for a in args if a.name is None and not a.star2]
        packed: Operand = self.star_values(positional, node).operand
        count = self.reg(Rep.I64)
        self.emit(ir.TailCount(count, packed))
        names: Operand = ir.NoneConst()
        named = [a for a in args if a.name is not None or a.star2]
        if named:
            parts: list[Value] = []
            for arg in named:
                parts.append(NONE_VALUE if arg.name is None else self.constant_str(arg.name))
                parts.append(arg.value)
            gathered = self.call(
                self.runtime("keywords.gather"), [callee, self.make_tuple(parts).operand], node
            )
            packed = self.call(self.runtime("keywords.arguments"), [packed, gathered], node)
            names = self.call(self.runtime("keywords.names"), [gathered], node)
        address = self.reg(Rep.U64)
        self.emit(ir.TailAddress(address, packed, self.world.builtin("tuple", OBJECT).layout))
        return packed, address, count, names

    def callable_code(
        self, operand: Operand, type_: Type, layout: ir.Class, node: n.Node, plainly: bool = False
    ) -> tuple[Operand, Operand]:
        """(object to pass as self, code address) of any callable object."""
        if plainly:
            assert self.inst is not None and self.inst.owner is not None
            return operand, self.get_field(operand, self.inst.owner.layout, ir.PLAIN_CODE, Rep.U64)
        target = self.reg(Rep.REF, "callee")
        code = self.reg(Rep.U64, "code")
        self.move(target, operand)
        function, other, done = self.new_block("function"), self.new_block("callable"), self.new_block("call")
        test = self.is_instance(operand, ClassT(self.world.builtin("function")))
        self.branch(test, function, other, likely=True)
        self.begin(function)
        self.move(code, self.get_field(operand, layout, "_code", Rep.U64))
        self.jump(done)
        self.begin(other)
        kind, instance, ready = self.new_block("class"), self.new_block("instance"), self.new_block("ready")
        self.branch(self.is_instance(operand, ClassT(self.world.builtin("type"))), kind, instance)
        self.begin(kind)
        type_layout = self.world.builtin("type").layout
        address = self.get_field(operand, type_layout, "_code", Rep.U64)
        self.move(code, address)
        bad = self.new_block("uncallable")
        self.branch(self.prim(Rep.BOOL, "ne", address, ir.RawConst(0, Rep.U64)), done, bad, likely=True)
        self.begin(bad)
        self.raise_runtime("errors.not_callable", [operand], node)
        self.begin(instance)
        # an instance with __call__: a bound method of it
        method = self.call(self.method_object_stub(), [operand], node)
        self.move(target, method)
        self.jump(ready)
        self.begin(ready)
        self.move(code, self.get_field(target, layout, "_code", Rep.U64))
        self.jump(done)
        self.begin(done)
        return target, code

    def method_object_stub(self) -> ir.Function:
        """`obj.__call__` of whatever has one, as a function object."""
        from mirage.compiler.lower.dispatch import request_stub

        return request_stub(self.world, "get", OBJECT, "__call__", (), t.CallableT((), OBJECT), "builtins")

    def call_decorator(
        self, expression: n.Expression, known: Value | None, value: Value, wanted: Type, node: n.Decorator
    ) -> Value:
        """`expression(value)`; `known` is the expression's value when it has been evaluated already."""
        if isinstance(expression, n.RefExpr) and isinstance(expression.node, n.FuncDef):
            redefined = expression.node in self.world.index.redefined
            if (
                not redefined
                and not self.is_local_function(expression.node)
                and expression.node.info == n.FUNC_NO_INFO
            ):
                return self.call_function(expression.node, None, None, [Arg(value)], expression, wanted)
        if isinstance(expression, n.MemberExpr) and expression.name == "register":
            registered = self.register_by_annotation(expression, value, node)
            if registered is not None:
                return registered
        info = self.alias_info(expression.node) if isinstance(expression, n.RefExpr) else None
        if info is not None:
            return self.invoke_class(self.constructed_class(info, [Arg(value)], wanted), [value], expression)
        callee = self.expr(expression) if known is None else known
        return self.call_value(callee, [Arg(value)], expression, wanted)

    def register_by_annotation(
        self, expression: n.MemberExpr, value: Value, node: n.Decorator
    ) -> Value | None:
        """`@function.register` of a single dispatch: the classes are those the first parameter names."""
        target = self.expr(expression.expr)
        if not isinstance(target.type, ClassT) or target.type.inst.info.fullname not in (
            "functools._SingleDispatchCallable",
            "functools.singledispatchmethod",
        ):
            return None
        callable_ = mt.get_proper_type(node.func.type)
        position = 1 if target.type.inst.info.name == "singledispatchmethod" else 0
        if not isinstance(callable_, mt.CallableType) or position >= len(callable_.arg_types):
            what = "`register` of a function without annotations"
            raise self.unsupported(expression, what, "name the class")
        declared = mt.get_proper_type(callable_.arg_types[position])
        for part in declared.items if isinstance(declared, mt.UnionType) else [declared]:
            named = mt.get_proper_type(part)
            if isinstance(named, mt.Instance) and named.type.fullname == "builtins.float":
                inst: ClassInst | None = self.world.builtin("float")  # also where ints may be in its place
            else:
                inst = self.world.class_of(self.translate(part))
            if inst is None:
                raise self.unsupported(expression, "`register` for this annotation", "name a class")
            self.invoke(target, "register", [self.class_object(inst), value], expression, OBJECT)
        return value

    # -- text -----------------------------------------------------------------------------------

    def fstring(self, pieces: list[n.Expression], node: n.Expression) -> Value:
        """The text of an f-string; for CPython, the place of all its formatting is the whole string."""
        parts: list[Value] = []
        for piece in pieces:
            if isinstance(piece, n.StrExpr):
                parts.append(self.constant_str(piece.value))
                continue
            formatted = format_piece(piece)
            parts.append(self.expr(piece) if formatted is None else self.format_value(*formatted, node))
        if not parts:
            return self.constant_str("")
        if len(parts) == 1:
            return self.coerce(parts[0], self.world.str_type, node)
        return self.joined_text([self.coerce(part, self.world.str_type, node) for part in parts])

    def joined_text(self, parts: list[Value]) -> Value:
        """One str of several."""
        text = self.world.str_type
        array = self.world.class_inst(self.world.info("mirage.lowlevel.Array"), (text,))
        holder = self.invoke_class(array, [Value(ir.IntConst(len(parts)), t.INT)], None)
        for index, part in enumerate(parts):
            self.emit(ir.SetTail(holder.operand, array.layout, ir.RawConst(index, Rep.I64), part.operand))
        join = self.world.builtin("str").member("_join_parts")
        assert join is not None
        return self.call_member(self.constant_str(""), join, [Arg(holder)], None, text)

    def format_value(
        self, expression: n.Expression, conversion: str, spec: n.Expression | None, node: n.Expression
    ) -> Value:
        value = self.expr_taken(expression, lambda: OBJECT)
        if self.is_optional_of_one(value.type):
            return self.or_none(value, lambda one: self.formatted(one, conversion, spec, node))
        return self.formatted(value, conversion, spec, node)

    def formatted(
        self, value: Value, conversion: str, spec: n.Expression | None, node: n.Expression
    ) -> Value:
        text = self.world.str_type
        if conversion:
            if conversion == "a":
                function = self.world.function_node("builtins.ascii")
                value = self.call_function(function, None, None, [Arg(value)], node, text)
            else:
                value = self.invoke(value, {"r": "__repr__", "s": "__str__"}[conversion], [], node, text)
        if spec is None or isinstance(spec, n.StrExpr) and spec.value == "":
            if conversion:
                return value
            inst = self.world.class_of(value.type)
            if isinstance(value.type, t.PrimT) or (inst is not None and inst.info.fullname == "builtins.str"):
                return self.invoke(value, "__str__", [], node, text)
            return self.invoke(value, "__format__", [self.constant_str("")], node, text)
        if isinstance(spec, n.StrExpr):
            direct = self.formatted_directly(value, spec.value, node)
            if direct is not None:
                return direct
        pieces = fstring_pieces(spec) if isinstance(spec, n.CallExpr) else None
        if pieces is None and format_piece(spec) is not None:
            pieces = [spec]
        described = self.expr(spec) if pieces is None else self.fstring(pieces, node)
        return self.invoke(value, "__format__", [described], node, text)

    def formatted_directly(self, value: Value, spec: str, node: n.Node) -> Value | None:
        """By a specifier of the common kind, read here: fill, alignment, width, the precision of `f`."""
        for type_, name, align in (
            (t.INT, "padded_int", ">"),
            (t.INT, "based_int", ">"),
            (t.FLOAT, "fixed_float", ">"),
            (self.world.str_type, "padded_text", "<"),
        ):
            if value.type != type_:
                continue
            if isinstance(type_, ClassT) and self.world.subclasses.get(type_.inst.info):
                continue
            field = read_field(spec, name, align)
            if field is None:
                continue
            numbers: list[ir.Operand] = [ir.RawConst(number, Rep.I64) for number in field]
            made = self.call(self.runtime(f"formatting.{name}"), [value.operand, *numbers], node)
            return Value(made, self.world.str_type)
        return None


def initialises_itself(inst: ClassInst) -> bool:
    """`__init__` is nearer than `__new__`: the helper classes that a library class's `__new__` makes."""
    if any(base.fullname in VALUES for base in inst.info.mro):
        return False
    maker = next((base for base in inst.info.mro if "__new__" in base.names), None)
    node = maker.names["__new__"].node if maker is not None else None
    item = function_of(node) if node is not None else None
    if item is not None and makes_of_class(inst.world, item):
        return False
    for base in inst.info.mro:
        if "__init__" in base.names:
            return "__new__" not in base.names
        if "__new__" in base.names:
            return False
    return False


def fstring_pieces(node: n.CallExpr) -> list[n.Expression] | None:
    """mypy spells f"..." as ''.join([...])."""
    callee = node.callee
    if (
        isinstance(callee, n.MemberExpr)
        and callee.name == "join"
        and isinstance(callee.expr, n.StrExpr)
        and callee.expr.value == ""
        and len(node.args) == 1
        and isinstance(node.args[0], n.ListExpr)
        and node.args[0].items
        and all(isinstance(i, n.StrExpr) or format_piece(i) is not None for i in node.args[0].items)
    ):
        return node.args[0].items
    return None


def format_piece(node: n.Expression) -> tuple[n.Expression, str, n.Expression | None] | None:
    """mypy spells {x!r:spec} as '{!r:{}}'.format(x, spec)."""
    if not (
        isinstance(node, n.CallExpr)
        and isinstance(node.callee, n.MemberExpr)
        and node.callee.name == "format"
    ):
        return None
    template = node.callee.expr
    if not isinstance(template, n.StrExpr) or len(node.args) != 2:
        return None
    if not _is_format(node.args[1]):
        return None  # somebody has written "{:{}}".format(x, width)
    if template.value == "{:{}}":
        return node.args[0], "", node.args[1]
    if len(template.value) == 7 and template.value[:2] == "{!" and template.value[3:] == ":{}}":
        return node.args[0], template.value[2], node.args[1]
    return None


def _is_format(node: n.Expression) -> bool:
    """What mypy makes of the format in {x:format}."""
    if isinstance(node, n.StrExpr) or format_piece(node) is not None:
        return True
    return isinstance(node, n.CallExpr) and fstring_pieces(node) is not None


def _gives_other(item: n.FuncDef, info: n.TypeInfo) -> bool:
    """A `__new__` that gives something that is not of the class, as that of `reversed`."""
    callable_ = mt.get_proper_type(item.type)
    given = mt.get_proper_type(callable_.ret_type) if isinstance(callable_, mt.CallableType) else None
    return isinstance(given, mt.Instance) and info not in given.type.mro


def _gives_any(item: n.FuncDef) -> bool:
    callable_ = mt.get_proper_type(item.type)
    return isinstance(callable_, mt.CallableType) and isinstance(
        mt.get_proper_type(callable_.ret_type), mt.AnyType
    )


def _wants_none(item: n.FuncDef, args: list[Arg]) -> bool:
    """An argument of unknown type would have to be None for this overload item."""
    callable_ = mt.get_proper_type(item.type)
    if not isinstance(callable_, mt.CallableType):
        return False
    for index, arg in enumerate(args):
        if not isinstance(arg.value.type, t.ObjectT):
            continue
        if arg.name is None:
            wanted = callable_.arg_types[index : index + 1]
        else:
            named = zip(callable_.arg_types, callable_.arg_names, strict=True)
            wanted = [type_ for type_, name in named if name == arg.name]
        if any(isinstance(mt.get_proper_type(one), mt.NoneType) for one in wanted):
            return True
    return False
