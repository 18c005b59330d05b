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
from mirage.compiler.lower.arguments import Arg, spread
from mirage.compiler.lower.attribute_hooks import HOOKS, is_hooked, pass_on
from mirage.compiler.lower.builder import NONE_VALUE, UndecidedValue, Value
from mirage.compiler.lower.classes import ClassInst, is_property
from mirage.compiler.lower.construction import _gives_any, _wants_none
from mirage.compiler.lower.declining import passes_on
from mirage.compiler.lower.enum_info import ejects
from mirage.compiler.lower.equal_by_name import equal_by_name
from mirage.compiler.lower.functions import real_decorators
from mirage.compiler.lower.generated import is_generated_method
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
from mirage.compiler.lower.overloads import has_body, names_operators
from mirage.compiler.lower.packed import METHODS as packed_methods
from mirage.compiler.lower.packed import method_call
from mirage.compiler.lower.refused import refuse_pattern
from mirage.compiler.lower.texts import Texts, format_piece, fstring_pieces
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal


class Calls(Texts):
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
