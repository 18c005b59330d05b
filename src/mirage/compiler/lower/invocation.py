"""Calling things: which function, with which types, with which arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mypy import nodes as n
from mypy import types as mt
from mypy.nodes import ArgKind

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Builder, Value
from mirage.compiler.lower.classes import GENERATOR_BASES, ClassInst, Member, function_of, is_property
from mirage.compiler.lower.functions import (
    FunctionInst,
    Param,
    real_decorators,
    request_function,
    returned_type,
)
from mirage.compiler.lower.metaclasses import asked_of_metaclass
from mirage.compiler.lower.passed import note_star
from mirage.compiler.lower.types import OBJECT, ClassT, Substitution, Type
from mirage.compiler.lower.world import Refusal


@dataclass(frozen=True)
class Arg:
    """One actual argument, already evaluated."""

    value: Value
    name: str | None = None
    star: bool = False
    star2: bool = False
    node: n.Expression | None = None


OF_CLASSES = {"__repr__": 0, "__str__": 0, "__hash__": 0, "__format__": 1, "__eq__": 1, "__ne__": 1}
"""Special methods that classes have as objects, with the number of arguments when asked of the class."""

Args = Sequence[Arg | Value]

OF_THE_CLASS_ITSELF = ("__repr__", "__str__", "__format__", "__hash__", "__eq__", "__ne__")
FUNCTION_LIKE = ("builtins.function", "builtins._Method", "functools._lru_cache_wrapper")  # bound as methods

ENUM_METHODS = ("__len__", "__iter__", "__contains__", "__reversed__")  # of EnumType


def as_args(args: Args) -> list[Arg]:
    return [arg if isinstance(arg, Arg) else Arg(arg) for arg in args]


def has_body(item: n.FuncDef) -> bool:
    """More than `...` (or a docstring and `...`)."""
    body = [
        s for s in item.body.body if not (isinstance(s, n.ExpressionStmt) and isinstance(s.expr, n.StrExpr))
    ]
    if not body:
        return True
    return not (
        len(body) == 1 and isinstance(body[0], n.ExpressionStmt) and isinstance(body[0].expr, n.EllipsisExpr)
    )


class Invocation(Builder):
    # -- methods --------------------------------------------------------------------------------

    def invoke(self, receiver: Value, name: str, args: Args, node: n.Node | None, expected: Type) -> Value:
        """`receiver.name(args)`."""
        actual = as_args(args)
        if isinstance(receiver.type, t.TypeT):
            receiver = asked_of_metaclass(self.world, receiver, name) or receiver
        type_ = receiver.type
        if isinstance(type_, t.UnionT) and type_.may_be_none:
            rest = type_.without_none()
            on_none = self.world.none_inst.member(name) is not None  # repr(None), None == x, ...
            if not on_none and not isinstance(rest, t.UnionT) and self.world.lookup(rest, name) is not None:
                method = node.callee if isinstance(node, n.CallExpr) else node
                return self.invoke(self.some(receiver, name, method), name, args, node, expected)
        if isinstance(type_, t.NeverT):
            return Value(self.undefined_of(expected.rep), expected)
        inst = self.world.class_of(type_)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT):
            if type_.item.inst.info.is_enum and name in ENUM_METHODS:
                if name == "__contains__":
                    where = node or n.EllipsisExpr()
                    return self.enum_contains(type_.item.inst.info, actual[0].value, where, receiver)
                members = self.enum_list(type_.item.inst.info, node or n.EllipsisExpr(), receiver)
                return self.invoke(members, name, args, node, expected)
            if name in OF_THE_CLASS_ITSELF and len(actual) == OF_CLASSES[name]:
                itself = Value(receiver.operand, self.world.builtin_type("type"))
                return self.invoke(itself, name, args, node, expected)
            found = type_.item.inst.member(name)
            if found is not None and self.of_the_class(found, actual):
                return self.invoke(
                    Value(receiver.operand, self.world.builtin_type("type")), name, args, node, expected
                )
            if found is not None and self.overridden_on_class(receiver, type_.item, found):
                return self.dispatch_call(receiver, name, actual, node, expected)
            if found is not None:
                return self.call_class_member(receiver, type_.item.inst, found, actual, node, expected)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, t.PrimT) and len(actual) > 0:
            own = self.world.class_of(type_.item)  # `type(1).__hash__(1)`
            found = own.member(name) if own is not None else None
            if own is not None and found is not None and not self.of_the_class(found, actual):
                return self.call_class_member(receiver, own, found, actual, node, expected)
        if inst is None or inst.info.is_protocol or self.args_unknown(type_):
            return self.dispatch_call(receiver, name, actual, node, expected)
        found = inst.member(name)
        if found is None:
            if inst.member("__getattr__") is not None and not name.startswith("__"):
                value = self.invoke(receiver, "__getattr__", [self.constant_str(name)], node, t.ANY)
                return self.call_value(value, actual, node, expected)
            return self.dispatch_call(receiver, name, actual, node, expected)
        if isinstance(found.node, n.Var) and (
            not found.node.is_property or "namedtuple" in found.owner.info.metadata
        ):
            value = self.attribute(
                receiver, name, node if isinstance(node, n.Expression) else n.EllipsisExpr()
            )
            return self.call_value(value, actual, node, expected)
        if self.must_dispatch(type_, inst, found):
            if is_property(found.node):
                return self.dispatch_attribute(receiver, name, expected, node or n.EllipsisExpr())
            return self.dispatch_call(receiver, name, actual, node, expected)
        return self.call_member(receiver, found, actual, node, expected)

    def of_the_class(self, found: Member, args: list[Arg]) -> bool:
        """`repr(C)`, `C == D`: what a class itself has, not a method of its objects."""
        wanted = OF_CLASSES.get(found.name)
        return wanted is not None and len(args) == wanted and not any(arg.star for arg in args)

    def overridden_on_class(self, receiver: Value, item: ClassT, found: Member) -> bool:
        """`cls.method()` may run a subclass's: the class is known at run time only."""
        if item.exact or isinstance(receiver.operand, ir.TypeObject) or item.inst.info.is_enum:
            return False
        function = function_of(found.node)
        if function is None or not (function.is_class or function.is_static) or found.name == "__new__":
            return False
        return self.world.overridden(item.inst.info, found.name)

    def must_dispatch(self, type_: Type, inst: ClassInst, found: Member) -> bool:
        """A subclass may have another one."""
        if type_ == t.INT:
            return found.name in ("__repr__", "__str__", "__format__") and (
                self.world.builtin("bool").instantiated or self.world.has_int_classes
            )
        if isinstance(type_, t.TupleT):
            type_ = ClassT(inst)  # a named tuple may be among them
        if isinstance(type_, ClassT) and type_.exact or not isinstance(type_, ClassT):
            return False
        if self.world.overridden(inst.info, found.name):
            return True
        item = function_of(found.node)
        return item is not None and item.abstract_status == n.IS_ABSTRACT and not inst.info.is_final

    def call_member(
        self, receiver: Value, found: Member, args: list[Arg], node: n.Node | None, expected: Type
    ) -> Value:
        """Call a method that is known."""
        if isinstance(found.node, n.Decorator) and real_decorators(found.node):
            value, first = self.decorated_for(found, receiver, node)
            if not self.may_be_object(value, found) or not first or first[0].value is not receiver:
                return self.call_value(value, [*first, *args], node, expected)
            value, receiver = self.stable(value), self.stable(receiver)
            args = [replace(arg, value=self.stable(arg.value)) for arg in args]
            return self.function_or(
                value,
                lambda: self.call_value(value, [Arg(receiver), *args], node, expected),
                lambda: self.call_value(self.got(value, receiver, receiver), args, node, expected),
            )
        item = self.resolve(found.node, found.owner, [a.value.type for a in args], args)
        if item is None:  # a class in the class: `self.Node(key)`
            where = node.callee if isinstance(node, n.CallExpr) else n.EllipsisExpr()
            return self.call_value(self.attribute(receiver, found.name, where), args, node, expected)
        if item.is_static and item.name != "__new__":
            return self.call_function(item, found.owner, None, args, node, expected)
        if item.is_class:
            own = self.world.class_of(receiver.type)
            if own is not None and self.fills_own(own.info, found):
                return self.filled(own, args, node)
            return self.call_function(item, found.owner, self.type_object(receiver), args, node, expected)
        return self.call_function(item, found.owner, receiver, args, node, expected)

    def may_be_object(self, value: Value, found: Member) -> bool:
        """What decorators made of a function, of a type that nobody knows, may be an object of a class."""
        if not isinstance(value.type, t.ObjectT) or not self.world.is_user(found.owner.info.module_name):
            return False
        known = self.world.index.found.get("callable objects")
        if not isinstance(known, bool):
            known = self.world.index.found["callable objects"] = any(
                self.world.is_user(info.module_name) and not info.is_protocol
                for info in self.world.infos
                if "__call__" in info.names or "__get__" in info.names
            )
        return known

    def function_or(
        self, value: Value, function: Callable[[], Value], another: Callable[[], Value]
    ) -> Value:
        """What the first gives where the value is a function, else what the second gives."""
        really, other, done = (self.new_block(x) for x in ("function", "object", "either"))
        result = self.reg(Rep.REF, "given")
        kind = ClassT(self.world.builtin("function"))
        self.branch(self.is_instance(self.box(value), kind), really, other, likely=True)
        for block, give in ((really, function), (other, another)):
            self.begin(block)
            given = give()
            if self.alive:
                self.move(result, self.box(given))
                self.jump(done)
        self.begin(done)
        return Value(result, OBJECT)

    def got(self, value: Value, obj: Value, of: Value) -> Value:
        """What is found in a class and is no function: what its `__get__` gives, if it has one."""
        owner = self.type_of_object(of)
        words = [self.box(value), self.box(obj), self.box(owner)]
        return Value(self.call(self.runtime("functions.got"), words), t.ANY)

    def type_of_object(self, receiver: Value) -> Value:
        return receiver if isinstance(receiver.type, t.TypeT) else self.type_object(receiver)

    def decorated_for(self, found: Member, receiver: Value, node: n.Node | None) -> tuple[Value, list[Arg]]:
        """What to call for a decorated method of an object, and what to give it before the arguments."""
        assert isinstance(found.node, n.Decorator)
        func = found.node.func
        value = self.decorated_method(found)
        if func.is_static:
            return value, []
        if func.is_class:
            return value, [Arg(self.type_of_object(receiver))]
        if isinstance(value.type, ClassT) and value.type.inst.info.fullname not in FUNCTION_LIKE:
            if value.type.inst.member("__get__") is None:
                return value, []  # an instance is no descriptor: nothing is bound
            bound = self.invoke(value, "__get__", [receiver, self.type_object(receiver)], node, OBJECT)
            return bound, []
        return value, [Arg(receiver)]

    def call_class_member(
        self,
        receiver: Value,
        inst: ClassInst,
        found: Member,
        args: list[Arg],
        node: n.Node | None,
        expected: Type,
    ) -> Value:
        """`C.method(args)`, `cls.method(args)`."""
        if isinstance(found.node, n.Decorator) and real_decorators(found.node):
            value = self.decorated_method(found)
            before = [Arg(receiver)] if found.node.func.is_class else []
            if self.may_be_object(value, found) and not found.node.func.is_class:
                value = self.got(self.stable(value), Value(ir.NoneConst(), t.NONE), receiver)
            return self.call_value(value, [*before, *args], node, expected)
        bound = args
        if isinstance(found.node, n.OverloadedFuncDef) and args and not args[0].star:
            if not any(item.is_class or item.is_static for item in self.signatures(found.node)):
                bound = args[1:]  # which overload it is does not hang on the object
        item = self.resolve(found.node, found.owner, [a.value.type for a in bound], bound)
        if item is None:
            place = node.callee if isinstance(node, n.CallExpr) else node
            where = place if isinstance(place, n.Expression) else n.EllipsisExpr()
            return self.call_value(self.class_attribute(inst.info, found.name, where), args, node, expected)
        if item.is_static and item.name != "__new__":
            return self.call_function(item, found.owner, None, args, node, expected)
        if item.is_class:
            if self.fills_own(inst.info, found):
                return self.filled(inst, args, node)
            if found.name == "from_bytes" and t.derives_from_int(inst.info):
                cls = self.class_object(found.owner)
                made = self.call_function(item, found.owner, cls, args, node, t.INT)
                return self.call_value(receiver, [Arg(self.stable(made))], node, expected)
            return self.call_function(item, found.owner, receiver, args, node, expected)
        if args and not args[0].star:
            owner = found.owner
            if owner.args and isinstance(args[0].value.type, ClassT):
                owner = args[0].value.type.inst.base(owner.info) or owner
            self_value = self.coerce(args[0].value, owner.this, node)
            return self.call_function(item, owner, self_value, list(args[1:]), node, expected)
        if args:
            return self.call_on_first(inst, found, args, node, expected)
        raise self.unsupported(
            node or n.EllipsisExpr(), f"`{inst.info.name}.{found.name}` without an instance"
        )

    def call_on_first(
        self, inst: ClassInst, found: Member, args: list[Arg], node: n.Node | None, expected: Type
    ) -> Value:
        """`set.union(*sets)`: the object is the first of what the star gives."""
        where = node or n.EllipsisExpr()
        positional = [arg for arg in args if arg.name is None and not arg.star2]
        made = self.world.builtin("list", OBJECT)
        given = self.stable(self.invoke_class(made, [self.star_values(positional, node)], node))
        text = f"unbound method {inst.info.name}.{found.name}() needs an argument"
        if self.world.is_user(inst.info.module_name):
            text = f"{inst.info.name}.{found.name}() missing 1 required positional argument: 'self'"
        some, none = self.new_block("some"), self.new_block("none")
        self.branch(self.truth(given, where), some, none)
        self.begin(none)
        error = self.invoke_class(self.world.builtin("TypeError"), [self.constant_str(text)], node)
        self.throw(error.operand, where)
        self.begin(some)
        first = self.invoke(given, "__getitem__", [Value(ir.IntConst(0), t.INT)], node, OBJECT)
        bounds = [Value(ir.IntConst(bound), t.INT) for bound in (1, 2**62 - 1)]
        rest = self.invoke(given, "_between", bounds, node, OBJECT)
        owner, this = found.owner, found.owner.this
        item = self.item_of_star(args[0])
        if isinstance(item, ClassT) and item.inst.base(owner.info) is not None:
            owner, this = item.inst.base(owner.info) or owner, item
        receiver = self.coerce(Value(first.operand, OBJECT), this, node)
        more = [arg for arg in args if arg.name is not None or arg.star2]
        return self.invoke(receiver, found.name, [Arg(rest, star=True), *more], node, expected)

    def item_of_star(self, arg: Arg) -> Type | None:
        """What the elements are of what is unpacked."""
        type_ = arg.value.type
        if isinstance(type_, t.TupleT):
            return type_.items[0] if type_.items else None
        return type_.inst.args[0] if isinstance(type_, ClassT) and len(type_.inst.args) == 1 else None

    def fills_own(self, info: n.TypeInfo, found: Member) -> bool:
        """`fromkeys` of a dict class of the application makes objects of that class."""
        inherited = found.owner.info.fullname in ("builtins.dict", "collections.OrderedDict")
        return found.name == "fromkeys" and inherited and self.world.is_user(info.module_name)

    def filled(self, inst: ClassInst, args: list[Arg], node: n.Node | None) -> Value:
        """`Own.fromkeys(iterable, value)`"""
        made = self.invoke_class(inst, [], node)
        operands = self.runtime_arguments("containers.filled", [Arg(made), *args], node)
        self.call(self.runtime("containers.filled"), operands, node)
        return made

    def invoke_setter(
        self, receiver: Value, inst: ClassInst, found: Member, value: Value, node: n.Node
    ) -> None:
        overload = found.node
        setter: n.FuncDef | None = None
        if isinstance(overload, n.OverloadedFuncDef):
            for item in overload.items[1:]:
                func = item.func if isinstance(item, n.Decorator) else item
                if len(func.arguments) == 2:
                    setter = func
        if setter is None:
            remedy = f"write one (`@{found.name}.setter`), or assign another attribute"
            raise Refusal(node, "read-only", f"property `{found.name}` has no setter", remedy)
        overridden = self.world.overridden(inst.info, found.name)
        if overridden and isinstance(receiver.type, ClassT) and not receiver.type.exact:
            self.dispatch_set_attribute(receiver, found.name, value, node)
            return
        self.call_function(setter, found.owner, receiver, [Arg(value)], node, t.NONE)

    def delete_property(self, receiver: Value, found: Member, node: n.Node) -> None:
        """`del obj.name` by the property's deleter."""
        items = found.node.items if isinstance(found.node, n.OverloadedFuncDef) else []
        for item in items:
            if isinstance(item, n.Decorator) and any(
                isinstance(d, n.MemberExpr) and d.name == "deleter" for d in item.decorators
            ):
                self.call_function(item.func, found.owner, receiver, [], node, t.NONE)
                return
        remedy = f"write one (`@{found.name}.deleter`), or call a method that does what is meant"
        raise Refusal(node, "read-only", f"property `{found.name}` has no deleter", remedy)

    # -- overloads ------------------------------------------------------------------------------

    def signatures(self, node: n.SymbolNode) -> list[n.FuncDef]:
        if isinstance(node, n.OverloadedFuncDef) and not node.is_property:
            items = [i.func if isinstance(i, n.Decorator) else i for i in node.items]
            return [i for i in items if i is not node.impl]
        found = function_of(node)
        return [] if found is None else [found]

    def resolve(
        self, node: n.SymbolNode, owner: ClassInst | None, types: list[Type], args: list[Arg]
    ) -> n.FuncDef | None:
        """The function that serves these arguments: an overload item with a body, or the implementation."""
        if isinstance(node, n.OverloadedFuncDef) and not node.is_property:
            impl = function_of(node)
            if any(arg.star for arg in args):
                args = spread(args)
                types = [arg.value.type for arg in args]
            if impl is not None and any(arg.star2 or arg.star and has_body(impl) for arg in args):
                return impl  # which there are is known when the program runs
            for promote in (False, True):
                fitting = [i for i in self.signatures(node) if self.fits(i, owner, types, args, promote)]
                unknown = promote and any(isinstance(type_, t.ObjectT) for type_ in types)
                inside = self.inst is not None and self.inst.item is impl
                if unknown and impl is not None and not inside and len(fitting) > 1:
                    return impl  # any of the items might be the one: only the implementation looks
                if fitting:
                    item = fitting[0]
                    if promote and impl is not None and self.refuses_unknown(item, types):
                        return impl
                    if impl is not None and not inside and any(isinstance(a, t.ObjectT) for a in types):
                        if names_operators(self.signatures(node)):
                            return impl  # `divmod`: either operand may know what to do
                    return item if has_body(item) or impl is None else impl
            return impl
        return function_of(node)

    def refuses_unknown(self, item: n.FuncDef, types: list[Type]) -> bool:
        """An argument of unknown type would have to be a list, say, for this item: others go elsewhere."""
        callable_ = mt.get_proper_type(item.type)
        if not isinstance(callable_, mt.CallableType):
            return False
        skip = 1 if item.info and not (item.is_static and item.name != "__new__") else 0
        for type_, wanted in zip(types, callable_.arg_types[skip:], strict=False):
            proper = mt.get_proper_type(wanted)
            if isinstance(type_, t.ObjectT) and isinstance(proper, mt.Instance | mt.TupleType):
                name = "" if isinstance(proper, mt.TupleType) else proper.type.fullname
                if name in UNKNOWN_TO:
                    return True
                known = [] if isinstance(proper, mt.TupleType) else map(mt.get_proper_type, proper.args)
                if any(isinstance(a, mt.Instance) and a.type.fullname != "builtins.object" for a in known):
                    return True  # Iterable[int]: its items may be others
        return False

    def fits(
        self,
        item: n.FuncDef,
        owner: ClassInst | None,
        types: list[Type],
        args: list[Arg] | None = None,
        promote: bool = True,
    ) -> bool:
        """The arguments could be passed to this signature."""
        callable_ = mt.get_proper_type(item.type)
        if not isinstance(callable_, mt.CallableType):
            return True
        if args is not None and any(arg.star or arg.star2 for arg in args):
            return True
        skip = 1 if owner is not None and not (item.is_static and item.name != "__new__") else 0
        names, kinds = callable_.arg_names[skip:], callable_.arg_kinds[skip:]
        declared = callable_.arg_types[skip:]
        used: set[int] = set()
        position = 0
        substitution = dict(owner.substitution) if owner is not None else {}
        for index, type_ in enumerate(types):
            name = args[index].name if args is not None else None
            if name is not None:
                if name not in names:
                    if ArgKind.ARG_STAR2 in kinds:
                        continue
                    return False
                target = names.index(name)
            else:
                while position < len(kinds) and position in used:
                    position += 1
                if position >= len(kinds) or not (
                    kinds[position].is_positional() or kinds[position] is ArgKind.ARG_STAR
                ):
                    return False
                target = position
                if kinds[position] is not ArgKind.ARG_STAR:
                    position += 1
            if kinds[target] is not ArgKind.ARG_STAR:
                used.add(target)
            if not self.could_be(type_, declared[target], substitution, promote):
                return False
        return all(index in used or kind.is_optional() or kind.is_star() for index, kind in enumerate(kinds))

    def could_be(self, type_: Type, declared: mt.Type, substitution: Substitution, promote: bool) -> bool:
        proper = mt.get_proper_type(declared)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT) and type_.item.inst.info.is_enum:
            if isinstance(proper, mt.Instance) and proper.type.is_protocol and proper.args:
                type_ = ClassT(self.list_inst(type_.item))  # an enum is iterated over
        if isinstance(proper, mt.TypeVarType) and (proper.id.raw_id, proper.id.namespace) not in substitution:
            if proper.values:
                return any(self.could_be(type_, v, substitution, promote) for v in proper.values)
            return self.could_be(type_, proper.upper_bound, substitution, promote)
        if isinstance(proper, mt.UnionType):
            return any(self.could_be(type_, item, substitution, promote) for item in proper.items)
        if isinstance(proper, mt.LiteralType):
            proper = proper.fallback
        target = self.world.translate(proper, substitution)
        if type_ == target or isinstance(target, t.ObjectT):
            return True
        if isinstance(type_, t.ObjectT):
            return promote
        if isinstance(type_, t.UnionT):
            return all(self.could_be(item, declared, substitution, promote) for item in type_.items)
        if promote and target == t.FLOAT and type_ in (t.INT, t.BOOL):
            return True
        if promote and isinstance(target, t.PrimT) and target.rep.is_raw_integer and type_ == t.INT:
            return True
        if isinstance(target, t.CallableT):
            return (
                isinstance(type_, t.CallableT | t.TypeT) or self.world.lookup(type_, "__call__") is not None
            )
        return self.world.is_subtype(type_, target) and not self.wider_argument(type_, target)

    def wider_argument(self, type_: Type, target: Type) -> bool:
        """A list of `int | float` is no argument for `Iterable[int]`, the other way round it is.

        Nor is a list of floats one for `list[Any]`, whose code reads objects; others take any iterable.
        """
        if not isinstance(type_, ClassT) or not isinstance(target, ClassT) or not target.inst.args:
            return False
        based = type_.inst.base(target.inst.info) if target.inst.info in type_.inst.info.mro else None
        info = target.inst.info
        if based is not None and based.shape is not target.inst.shape:
            if not info.is_protocol and not info.is_abstract:
                return True
        if based is None and info.is_protocol:  # a Task[Any] is no Awaitable[bool]
            args = self.structural_args(info, type_.inst) if self.args_unknown(type_) else ()
            return any(map(_is_wider, args, target.inst.args))
        # what generators without annotations give
        unknown = t.ObjectT if type_.inst.info.fullname == "builtins.generator" else t.AnyT
        return based is not None and any(
            not isinstance(b, t.ObjectT)
            and (isinstance(a, unknown) or isinstance(a, t.UnionT) and not self.world.is_subtype(a, b))
            for a, b in zip(based.args, target.inst.args, strict=True)
        )

    # -- type arguments -------------------------------------------------------------------------

    def infer(
        self,
        callable_: mt.CallableType,
        types: list[Type | None],
        expected: Type | None,
        substitution: Substitution,
    ) -> Substitution:
        """Bind the callable's own type variables; `types` go with its parameters."""
        wanted = {(v.id.raw_id, v.id.namespace) for v in callable_.variables}
        if not wanted:
            return {}
        bound: Substitution = {}
        if types and types[0] is not None:  # Self is what the receiver is, whatever is expected
            own = {(v.id.raw_id, v.id.namespace) for v in callable_.variables if v.id.is_self()}
            self.unify(callable_.arg_types[0], types[0], bound, own)
        unknown = self.given_unknown(callable_, types, wanted)
        for declared, type_ in zip(callable_.arg_types, types, strict=False):
            # list[T] from a list[float]: T is float whatever is expected
            proper = mt.get_proper_type(declared)
            if (
                isinstance(proper, mt.Instance)
                and isinstance(type_, ClassT)
                and proper.type is type_.inst.info
            ):
                if not proper.type.is_protocol and not t.contains_object(type_):
                    self.unify(declared, type_, bound, wanted - unknown)
        if (
            expected is not None
            and not t.contains_object(expected)
            and not isinstance(expected, t.NoneT | t.NeverT)
        ):
            self.unify(callable_.ret_type, expected, bound, wanted - set(bound))
        fixed = set(bound)
        given: Substitution = {}
        for declared, type_ in zip(callable_.arg_types, types, strict=False):
            if type_ is not None:
                self.unify(declared, type_, bound, wanted - fixed)
                self.unify(declared, type_, given, fixed)
        for key, type_ in given.items():
            if t.loses_int(type_, bound[key]) and not isinstance(type_, t.AnyT):
                bound[key] = t.widened(bound[key])
        if expected is not None:
            self.unify(callable_.ret_type, expected, bound, wanted - set(bound))
        for variable in callable_.variables:
            key = (variable.id.raw_id, variable.id.namespace)
            if key not in bound:
                bound[key] = self.world.translate(variable.upper_bound, {**substitution, **bound})
        return bound

    def given_unknown(
        self, callable_: mt.CallableType, types: list[Type | None], wanted: set[tuple[int, str]]
    ) -> set[tuple[int, str]]:
        """The type variables for which some argument has Any: `Parser[Any]` beside a `Parser[str]`."""
        found: set[tuple[int, str]] = set()
        for declared, type_ in zip(callable_.arg_types, types, strict=False):
            if isinstance(type_, ClassT) and any(isinstance(arg, t.AnyT) for arg in type_.inst.args):
                given: Substitution = {}
                self.unify(declared, type_, given, wanted)
                found |= {key for key, one in given.items() if isinstance(one, t.AnyT)}
        return found

    def unify(
        self, declared: mt.Type, actual: Type, bound: Substitution, wanted: set[tuple[int, str]]
    ) -> None:
        proper = mt.get_proper_type(declared)
        match proper:
            case mt.TypeVarType():
                key = (proper.id.raw_id, proper.id.namespace)
                if key not in wanted or isinstance(actual, t.NeverT):
                    return
                if key not in bound:
                    bound[key] = actual
                elif bound[key] != actual and not self.world.is_subtype(actual, bound[key]):
                    known = bound[key]
                    bound[key] = actual if self.world.is_subtype(known, actual) else t.union([known, actual])
            case mt.Instance():
                self.unify_instance(proper, actual, bound, wanted)
            case mt.UnionType():
                self.unify_union(proper, actual, bound, wanted)
            case mt.TupleType():
                if isinstance(actual, t.TupleT) and len(actual.items) == len(proper.items):
                    for item, part in zip(proper.items, actual.items, strict=True):
                        self.unify(item, part, bound, wanted)
            case mt.CallableType():
                if isinstance(actual, t.CallableT):
                    for item, part in zip(proper.arg_types, actual.params, strict=False):
                        self.unify(item, part, bound, wanted)
                    self.unify(proper.ret_type, actual.result, bound, wanted)
                elif isinstance(actual, t.TypeT):
                    self.unify(proper.ret_type, actual.item, bound, wanted)
            case mt.TypeType():
                if isinstance(actual, t.TypeT):
                    self.unify(proper.item, actual.item, bound, wanted)

    def unify_union(
        self, union: mt.UnionType, actual: Type, bound: Substitution, wanted: set[tuple[int, str]]
    ) -> None:
        parts = list(actual.items) if isinstance(actual, t.UnionT) else [actual]
        open_items: list[mt.Type] = []
        for item in union.items:
            proper = mt.get_proper_type(item)
            if isinstance(proper, mt.TypeVarType):
                open_items.append(item)
                continue
            closed = self.world.translate(item, {})
            parts = [p for p in parts if p != closed]
            for part in parts:
                self.unify(item, part, bound, wanted)
        if parts:
            for item in open_items:
                self.unify(item, t.union(parts), bound, wanted)

    def unify_instance(
        self, declared: mt.Instance, actual: Type, bound: Substitution, wanted: set[tuple[int, str]]
    ) -> None:
        if not declared.args:
            return
        if isinstance(actual, t.UnionT):
            for item in actual.items:
                self.unify_instance(declared, item, bound, wanted)
            return
        info = declared.type
        inst = self.world.class_of(actual)
        if inst is None:
            return
        if info.fullname in (
            "typing.Generator",
            "typing.Coroutine",
            "typing.AsyncGenerator",
            "types.CoroutineType",
        ):
            args: tuple[Type, ...] = inst.args
        elif info.name == "_SupportsSynchronousAnext" and inst.info.name == "async_generator":
            args = (ClassT(self.world.builtin("_AsyncStep")),)
        elif inst.info.fullname in GENERATOR_BASES:
            args = inst.args if info.name not in ("Awaitable",) else inst.args[2:]
        elif info in inst.info.mro:
            based = inst.base(info)
            args = based.args if based is not None else ()
        elif info.is_protocol:
            args = self.structural_args(info, inst)
        else:
            return
        for formal, part in zip(declared.args, args, strict=False):
            self.unify(formal, part, bound, wanted)

    def structural_args(self, protocol: n.TypeInfo, inst: ClassInst) -> tuple[Type, ...]:
        """The arguments with which a class implements a protocol it does not name."""
        key = ("structural", protocol, inst)
        known = self.world.memo.get(key)
        if isinstance(known, tuple):
            return known
        self.world.memo[key] = ()  # while we look: `__iter__` of an iterator names itself
        args = self.find_structural_args(protocol, inst)
        self.world.memo[key] = args
        return args

    def find_structural_args(self, protocol: n.TypeInfo, inst: ClassInst) -> tuple[Type, ...]:
        wanted = {(v.id.raw_id, v.id.namespace) for v in protocol.defn.type_vars}
        found: Substitution = {}
        for base in protocol.mro:
            if not base.is_protocol:
                continue
            for name, entry in base.names.items():
                if not isinstance(entry.node, n.FuncDef):
                    continue
                mine = inst.member(name)
                item = function_of(mine.node) if mine is not None else None
                theirs, own = (
                    mt.get_proper_type(entry.node.type),
                    mt.get_proper_type(item.type) if item else None,
                )
                if (
                    mine is None
                    or not isinstance(theirs, mt.CallableType)
                    or not isinstance(own, mt.CallableType)
                ):
                    continue
                self.unify(
                    theirs.ret_type,
                    self.world.translate(own.ret_type, mine.owner.substitution),
                    found,
                    wanted,
                )
                for a, b in zip(theirs.arg_types[1:], own.arg_types[1:], strict=False):
                    self.unify(a, self.world.translate(b, mine.owner.substitution), found, wanted)
        return tuple(found.get((v.id.raw_id, v.id.namespace), OBJECT) for v in protocol.defn.type_vars)

    # -- direct calls ---------------------------------------------------------------------------

    def call_function(
        self,
        item: n.FuncDef | n.LambdaExpr,
        owner: ClassInst | None,
        first: Value | None,
        args: list[Arg],
        node: n.Node | None,
        expected: Type,
        outer: tuple[object, ...] = (),
        env: Operand | None = None,
    ) -> Value:
        """Call a known function; `first` is self or cls."""
        code = owner.code if owner is not None else None
        callable_ = mt.get_proper_type(item.type)
        substitution: Substitution = dict(self.substitution) if env is not None else {}
        overrides: tuple[Type | None, ...] | None = None
        if isinstance(callable_, mt.CallableType):
            skip = 1 if first is not None else 0
            args = self.enums_as_lists(callable_, skip, args, node)
            slots = self.match_formals(callable_, skip, args)
            types: list[Type | None] = [None] * len(callable_.arg_types)
            if first is not None and types:
                types[0] = self.as_stored(first.type)
            for index, arg in slots:
                value_type = arg.value.type
                types[index] = (
                    value_type if types[index] is None else t.union([types[index] or value_type, value_type])
                )
            base = {**substitution, **(code.substitution if code is not None else {})}
            substitution.update(self.infer(callable_, types, expected, base))
            overrides = self.specialised(item, code, callable_, types, {**base, **substitution})
        if any(map(t.nests_deeply, substitution.values())):
            raise Refusal(
                node or item,
                "polymorphic-recursion",
                f"`{item.name}` calls itself with larger and larger types: there is no end to its instances",
                "annotate the argument with `object`, or keep the depth in a value",
            )
        from mirage.compiler.lower.functions import EnvScope

        scopes = tuple(scope for scope in outer if isinstance(scope, EnvScope))
        module = self.module_name if env is not None else None
        inst = request_function(
            self.world,
            item,
            code,
            substitution,
            outer=scopes,
            nested=env is not None,
            module=module,
            param_types=overrides,
        )
        if self.bound_at_run_time(inst, args) and env is None:
            result = self.call_packed(inst, first, args, node)
        else:
            operands = self.bind(inst, first, args, node)
            if env is not None:
                operands.insert(0, env)
            result = Value(self.call(inst.function, operands, node), inst.result)
        shared = owner is not None and code is not owner
        if owner is not None and shared and isinstance(callable_, mt.CallableType) and not inst.declines:
            returned = returned_type(self.world, item, callable_)
            real = self.world.translate(returned, {**owner.substitution, **substitution})
            if not isinstance(real, t.NoneT | t.NeverT) and result.type != real:
                result = self.reinterpret(result, real, node)
        if isinstance(inst.result, t.NeverT):
            self.terminate(ir.Unreachable())
            self.start_block("after")
        return result

    def bound_at_run_time(self, inst: FunctionInst, args: list[Arg]) -> bool:
        """Where an argument goes depends on the length of an iterable or the keys of a mapping."""
        if any(arg.star2 for arg in args):
            return True
        position = 1 if inst.implicit_first else 0
        for arg in args:
            if arg.name is not None:
                continue
            here = inst.params[position] if position < len(inst.params) else None
            if here is not None and here.star:
                return False
            if not arg.star:
                position += 1
            elif isinstance(arg.value.type, t.TupleT):
                position += len(arg.value.type.items)
            else:
                return True
        return False

    def call_packed(
        self, inst: FunctionInst, first: Value | None, args: list[Arg], node: n.Node | None
    ) -> Value:
        """Call a known function through its vectorcall code, which binds the arguments."""
        code = self.wrapper(inst)
        self.world.instantiate(self.world.builtin("function"))
        callee = ir.FunctionObject(code, self.function_name(inst.item))
        before = [] if first is None else [Arg(first)]
        packed, address, count, names = self.packed_arguments([*before, *args], callee, node)
        result = self.call(code, [callee, address, count, names], node)
        keep = self.reg(Rep.I64)
        self.emit(ir.TailCount(keep, packed))
        if isinstance(inst.result, t.NoneT | t.NeverT):
            return Value(ir.NoneConst(), inst.result)
        return Value(self.unbox(result, inst.result), inst.result)

    def as_stored(self, type_: Type) -> Type:
        """The class with the arguments its objects are made with: `list.sort` names them by its self type."""
        if not isinstance(type_, ClassT):
            return type_
        args = tuple(OBJECT if arg in (t.FLOAT, t.BOOL) else arg for arg in type_.inst.args)
        if args == type_.inst.args or type_.inst.info.fullname not in self.world.flows.boxed:
            return type_
        return ClassT(self.world.class_inst(type_.inst.info, args))

    def enums_as_lists(
        self, callable_: mt.CallableType, skip: int, args: list[Arg], node: n.Node | None
    ) -> list[Arg]:
        """`list(Color)`: an enum given where something to iterate over is wanted."""
        replaced = list(args)
        for index, arg in self.match_formals(callable_, skip, args):
            type_ = arg.value.type
            if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT) and type_.item.inst.info.is_enum:
                declared = mt.get_proper_type(callable_.arg_types[index])
                if isinstance(declared, mt.Instance) and (
                    declared.type.is_protocol or declared.type.has_base("typing.Iterable")
                ):
                    members = self.enum_list(type_.item.inst.info, node or n.EllipsisExpr(), arg.value)
                    place = next(i for i, a in enumerate(replaced) if a is arg)
                    replaced[place] = Arg(members, arg.name)
        return replaced

    def match_formals(self, callable_: mt.CallableType, skip: int, args: list[Arg]) -> list[tuple[int, Arg]]:
        """(formal index, actual) for every actual whose formal is plain to see."""
        pairs: list[tuple[int, Arg]] = []
        position = skip
        kinds = callable_.arg_kinds
        for arg in args:
            if arg.star2:
                continue
            if arg.name is not None:
                if arg.name in callable_.arg_names[skip:]:
                    pairs.append((callable_.arg_names.index(arg.name, skip), arg))
                continue
            if position >= len(kinds):
                break
            if kinds[position] is ArgKind.ARG_STAR:
                pairs.append((position, arg if not arg.star else Arg(self.element_view(arg.value))))
            elif kinds[position].is_positional():
                if arg.star:
                    break
                pairs.append((position, arg))
                position += 1
        return pairs

    def element_view(self, value: Value) -> Value:
        """A stand-in with the element type of an unpacked iterable (only its type is looked at)."""
        return Value(value.operand, self.element_type(value.type))

    def element_type(self, type_: Type) -> Type:
        if isinstance(type_, t.TupleT):
            return t.union(list(type_.items)) if type_.items else t.NEVER
        inst = self.world.class_of(type_)
        if inst is None:
            return OBJECT
        if inst.info.fullname in GENERATOR_BASES:
            return inst.args[0]
        iterable = self.world.info("typing.Iterable")
        if iterable in inst.info.mro:
            based = inst.base(iterable)
            return based.args[0] if based is not None else OBJECT
        return self.structural_args(iterable, inst)[0]

    def specialised(
        self,
        item: n.FuncItem,
        owner: ClassInst | None,
        callable_: mt.CallableType,
        types: list[Type | None],
        substitution: Substitution,
    ) -> tuple[Type | None, ...] | None:
        """Concrete types for parameters declared as protocols, so that the body calls directly."""
        chosen: list[Type | None] = []
        for index, (declared, type_) in enumerate(zip(callable_.arg_types, types, strict=True)):
            kind = callable_.arg_kinds[index]
            target = self.world.translate(declared, substitution)
            if type_ is None or kind.is_star() or (index == 0 and owner is not None):
                chosen.append(None)
            elif (
                isinstance(target, ClassT)
                and target.inst.info.is_protocol
                and isinstance(type_, ClassT | t.TupleT)
                and not (
                    isinstance(type_, ClassT) and (type_.inst.info.is_protocol or self.args_unknown(type_))
                )
                and not self.reassigns(item, item.arguments[index].variable)
                and (kind.is_required() or type_.rep is Rep.REF)
            ):
                chosen.append(type_)
            else:
                chosen.append(None)
        return tuple(chosen) if any(c is not None for c in chosen) else None

    def reassigns(self, item: n.FuncItem, var: n.Var) -> bool:
        from mirage.compiler.frontend.walk import walk
        from mirage.compiler.lower.world import assignment_targets

        key = ("assigned in", item)
        memo = self.world.memo
        if key not in memo:
            names: set[object] = set()
            for node in walk(item):
                for target in assignment_targets(node):
                    if isinstance(target, n.NameExpr):
                        names.add(target.node)
            memo[key] = names
        found = memo[key]
        assert isinstance(found, set)
        return var in found

    # -- arguments ------------------------------------------------------------------------------

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


def parameter_types(item: n.FuncDef) -> list[mt.Type]:
    callable_ = mt.get_proper_type(item.type)
    return list(callable_.arg_types) if isinstance(callable_, mt.CallableType) else []


def _is_wider(mine: Type, wanted: Type) -> bool:
    """A type argument of which nothing is known, beside one that is no object."""
    return isinstance(mine, t.ObjectT) and wanted.rep is not Rep.REF


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


def names_operators(items: list[n.FuncDef]) -> bool:
    """The overloads take objects by an operator that they have."""
    return any(is_operator_protocol(type_) for item in items for type_ in parameter_types(item))


def is_operator_protocol(type_: mt.Type) -> bool:
    """A protocol of one operator's method, which may return NotImplemented."""
    proper = mt.get_proper_type(type_)
    if not isinstance(proper, mt.Instance) or not proper.type.is_protocol:
        return False
    members = proper.type.protocol_members
    return len(members) == 1 and members[0] in OPERATOR_METHODS


UNKNOWN_TO = (
    *("", "builtins.list", "builtins.tuple", "builtins.dict", "builtins.set"),
    "typing.SupportsIndex",  # what is no index has a message of its own
)
OPERATOR_METHODS = ("__divmod__", "__rdivmod__", "__pow__")


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


def spread(args: list[Arg]) -> list[Arg]:
    """What `*tuple` passes item by item, for its types alone: nothing is read."""
    found: list[Arg] = []
    for arg in args:
        if arg.star and isinstance(arg.value.type, t.TupleT):
            found += [Arg(Value(ir.NoneConst(), item)) for item in arg.value.type.items]
        else:
            found.append(arg)
    return found
