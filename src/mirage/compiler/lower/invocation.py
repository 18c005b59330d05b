"""Calling things: which function, with which types, with which arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mypy import nodes as n
from mypy import types as mt
from mypy.nodes import ArgKind

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg, Args, as_args
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import GENERATOR_BASES, ClassInst, Member, function_of, is_property
from mirage.compiler.lower.functions import FunctionInst, real_decorators, request_function, returned_type
from mirage.compiler.lower.metaclasses import asked_of_metaclass
from mirage.compiler.lower.passing import Passing
from mirage.compiler.lower.types import OBJECT, ClassT, Substitution, Type
from mirage.compiler.lower.world import Refusal

OF_CLASSES = {"__repr__": 0, "__str__": 0, "__hash__": 0, "__format__": 1, "__eq__": 1, "__ne__": 1}
"""Special methods that classes have as objects, with the number of arguments when asked of the class."""


OF_THE_CLASS_ITSELF = ("__repr__", "__str__", "__format__", "__hash__", "__eq__", "__ne__")
FUNCTION_LIKE = ("builtins.function", "builtins._Method", "functools._lru_cache_wrapper")  # bound as methods

ENUM_METHODS = ("__len__", "__iter__", "__contains__", "__reversed__")  # of EnumType


class Invocation(Passing):
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
