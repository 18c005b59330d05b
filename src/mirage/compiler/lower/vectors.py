"""Code behind functions, bound methods and classes that are called as values (vectorcall)."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst, Member, function_of
from mirage.compiler.lower.dispatch import Dispatch
from mirage.compiler.lower.functions import (
    FunctionInst,
    Param,
    decorator_of,
    real_decorators,
    request_function,
)
from mirage.compiler.lower.generated import is_generated_method
from mirage.compiler.lower.metaclasses import metaclass_of
from mirage.compiler.lower.names import documentation, inherited_documentation, qualified_name
from mirage.compiler.lower.passed import note_raised, note_star
from mirage.compiler.lower.types import OBJECT, Type
from mirage.compiler.lower.world import Refusal, World

# whose functions CPython has in C: how their messages begin
MODULES_OF_C = {"builtins": "", "math": "math.", "operator": "_operator.", "heapq": "_heapq."}


@dataclass(frozen=True)
class Binding:
    """How the parameters from `start` on are taken from the caller's array.

    order   the parameters in the order of the slots: positional, required keyword-only, other keyword-only
    """

    inst: FunctionInst
    name: str
    start: int
    order: tuple[int, ...]
    positional: int
    positional_only: int
    required: int
    required_keywords: int
    star: bool
    star2: bool

    @property
    def plain(self) -> bool:
        """Nothing but positional arguments may be given."""
        return not (self.star or self.star2 or self.required_keywords)

    @property
    def is_of_c(self) -> bool:
        """CPython has it in C, and speaks otherwise of the number of its arguments."""
        if self.inst.item.info is not n.FUNC_NO_INFO:
            return self.inst.module == "builtins"
        return self.is_function_of_c

    @property
    def is_function_of_c(self) -> bool:
        """So `len`, and `operator.add`, whose parameters have no names for callers."""
        if self.inst.module not in MODULES_OF_C or self.inst.item.info is not n.FUNC_NO_INFO:
            return False
        return self.plain and 0 < len(self.order) == self.positional_only

    def signature(self) -> ir.Const:
        """See `mirage.runtime.calls.Signature`."""
        names = tuple(ir.StrConst(self.inst.params[i].name) for i in self.order)
        item = self.inst.item
        replacing = item.name == "_replace" and is_generated_method(item.info, "_replace")
        numbers = (
            self.positional,
            self.positional_only,
            self.required,
            self.required_keywords,
            self.star + 2 * self.star2 + 4 * self.is_of_c + 8 * self.is_function_of_c + 16 * replacing,
            self.start,
        )
        name = MODULES_OF_C[self.inst.module] + self.name if self.is_function_of_c else self.name
        words = tuple(ir.IntConst(number, Rep.REF) for number in numbers)
        return ir.TupleConst((ir.StrConst(name), ir.TupleConst(names), *words))


def _text_or_none(text: str | None) -> ir.Const:
    return ir.NoneConst() if text is None else ir.StrConst(text)


def binding_of(inst: FunctionInst, name: str, start: int) -> Binding:
    params = inst.params
    positional = [i for i, p in enumerate(params) if i >= start and p.kind.is_positional()]
    named = [i for i, p in enumerate(params) if i >= start and p.kind.is_named()]
    required = [i for i in named if params[i].kind.is_required()]
    return Binding(
        inst,
        name,
        start,
        (*positional, *required, *(i for i in named if i not in required)),
        len(positional),
        sum(params[i].pos_only for i in positional),
        sum(params[i].kind.is_required() for i in positional),
        len(required),
        any(p.star for p in params),
        any(p.star2 for p in params),
    )


WRITTEN_IN_C = ("builtins", "math", "cmath", "itertools", "time", "_bisect", "_heapq", "binascii")
"""As in mirage.runtime.functions."""


class Vectors(Dispatch):
    @abstractmethod
    def function_object(
        self, code: ir.Function, env: Operand, name: Operand, kind: str = "function"
    ) -> Operand: ...

    @abstractmethod
    def defaults_layout(self, inst: FunctionInst, dynamic: tuple[int, ...]) -> ir.Class: ...

    # -- names ----------------------------------------------------------------------------------

    def function_name(
        self, item: n.FuncItem, nested: FunctionInst | None = None, dynamic: tuple[int, ...] = ()
    ) -> ir.Const:
        """What the field `_name` of a function holds (see mirage.runtime.functions)."""
        named = qualified_name(self.world, item, self.module_name, with_module=True)
        if not self.library and (":" not in named or named.partition(":")[0] in WRITTEN_IN_C):
            self.world.flows.hold_builtin()
        full = ir.StrConst(named)
        if not self.world.flows.details:
            place = self.place_of(item) if self.world.flows.places else None
            none = ir.NoneConst()
            return full if place is None else ir.TupleConst((full, *[none] * 4, ir.StrConst(place)))
        text = documentation(item)
        doc = _text_or_none(text)
        kind = "generator" if item.is_generator else "coroutine" if item.is_coroutine else None
        if isinstance(item, n.FuncDef) and item.is_async_generator:
            kind = "async_generator"
        above = inherited_documentation(item) if text is None else None
        place = self.place_of(item) if self.world.flows.places else None
        made = _text_or_none(kind)
        if self.world.flows.signatures:
            from mirage.compiler.lower.signatures import described

            module = self.world.module_of(item.fullname) if isinstance(item, n.FuncDef) else self.module_name
            home = module or self.module_name
            known = self.world.is_user(home)
            parameters = described(self.world, item, home, nested, dynamic) if known else ir.NoneConst()
            made = ir.TupleConst((made, parameters))
        parts = (made, _text_or_none(above), _text_or_none(place))
        return ir.TupleConst((full, doc, ir.NoneConst(), *parts))

    def place_of(self, item: n.FuncItem) -> str | None:
        """`app.py:12` of a function of the application, where its first decorator or its `def` stands."""
        name = self.world.module_of(item.fullname) if isinstance(item, n.FuncDef) else self.module_name
        module = self.world.modules.get(name or self.module_name)
        if module is None or module.library:
            return None
        decorator = decorator_of(self.world, item)
        lines = [one.line for one in decorator.original_decorators] if decorator is not None else []
        return f"{module.path}:{min([*lines, item.line])}"

    # -- bound methods --------------------------------------------------------------------------

    def bound_method(self, receiver: Value, name: str, node: n.Expression, exactly: bool = False) -> Value:
        """`obj.method` as a value: a function object whose environment is the object.

        exactly  the object is of no subclass: a dispatch has found that out
        """
        wanted = self.type_of(node)
        params = wanted.params if isinstance(wanted, t.CallableT) else ()
        result = wanted.result if isinstance(wanted, t.CallableT) else OBJECT
        type_ = t.CallableT(params, result)
        inst = self.class_with(receiver.type, name)
        if inst is None:
            return self.dispatch_attribute(receiver, name, type_, node)
        found = inst.member(name)
        assert found is not None
        if not exactly and self.must_dispatch(receiver.type, inst, found):
            return self.dispatch_attribute(receiver, name, type_, node)
        if isinstance(found.node, n.Decorator) and real_decorators(found.node):
            return self.bound_decorated(receiver, found, type_, node)
        item = function_of(found.node)
        if item is not None and item.is_static:
            method = request_function(self.world, item, found.owner.code)
            self.world.instantiate(self.world.builtin("function"))
            return Value(ir.FunctionObject(self.wrapper(method), self.function_name(item)), type_)
        if self.fills_own(inst.info, found):
            raise self.unsupported(node, f"`{inst.info.name}.{name}` as a value")
        if item is not None and item.is_class and not isinstance(receiver.type, t.TypeT):
            receiver = self.type_object(receiver)
        code = self.method_code(receiver.type, found, result)
        shown = ir.StrConst(name) if item is None else self.function_name(item)
        return Value(self.function_object(code, self.box(receiver), shown, "_Method"), type_)

    def bound_decorated(self, receiver: Value, found: Member, type_: t.CallableT, node: n.Node) -> Value:
        value, first = self.decorated_for(found, receiver, node)
        if not first:
            return Value(self.box(value), type_)
        target = first[0].value
        if self.may_be_object(value, found) and target is receiver:
            value, receiver = self.stable(value), self.stable(receiver)
            made = self.function_or(
                value,
                lambda: self.method_of_decorated(value, receiver, receiver, found, type_),
                lambda: self.got(value, receiver, receiver),
            )
            return Value(made.operand, OBJECT if isinstance(value.type, t.AnyT) else type_)
        return self.method_of_decorated(value, receiver, target, found, type_)

    def method_of_decorated(
        self, value: Value, receiver: Value, target: Value, found: Member, type_: t.CallableT
    ) -> Value:
        code = self.method_code(receiver.type, found, type_.result)
        item = function_of(found.node)
        shown = self.reg(Rep.REF, "name")
        self.move(shown, ir.StrConst(found.name) if item is None else self.function_name(item))
        done = self.new_block("method")
        function = self.world.builtin("function")
        really = self.new_block("function")
        self.branch(self.is_instance(self.box(value), t.ClassT(function)), really, done)
        self.begin(really)
        self.move(shown, self.get_field(self.box(value), function.layout, "_name", Rep.REF))
        self.jump(done)
        self.begin(done)
        return Value(self.function_object(code, self.box(target), shown, "_Method"), type_)

    def bound_value(
        self, value: Value, receiver: Value, made_by: str = "functions.bound", node: n.Node | None = None
    ) -> Value:
        """What is read from a class through an object: functions written in Python become its methods."""
        operand = self.call(self.runtime(made_by), [self.box(value), self.box(receiver)], node)
        key = ("bound value",)
        code = self.world.memo.get(key)
        if not isinstance(code, ir.Function):
            code = self.world.memo[key] = self.vector_function("bound.value")
            made = code

            def lower() -> None:
                from mirage.compiler.lower.body import FunctionLowerer

                FunctionLowerer(self.world, None, made, "builtins").lower_bound_value()

            self.world.queue.append(lower)
        method = self.world.builtin("_Method")
        self.world.instantiate(method)
        fresh, done = self.new_block("fresh"), self.new_block("bound")
        assert isinstance(code, ir.Function)
        self.branch(self.is_instance(operand, t.ClassT(self.world.builtin("_Bound"))), fresh, done)
        self.begin(fresh)
        self.emit(ir.SetField(operand, method.layout, "_code", ir.CodeAddress(code)))
        self.jump(done)
        self.begin(done)
        type_ = value.type
        if isinstance(type_, t.CallableT):
            type_ = t.CallableT(type_.params[1:], type_.result)
        return Value(operand, type_)

    def lower_bound_value(self) -> None:
        this, address, nargs, kwnames = self.function.params
        layout = self.world.builtin("function").layout
        bound = self.world.builtin("_Bound").layout
        env = self.get_field(this, layout, "_env", Rep.REF)
        callee = self.get_field(this, bound, "_function", Rep.REF)
        self.call_with_first(Value(callee, t.CallableT((), OBJECT)), env, address, nargs, kwnames)

    def class_with(self, receiver: Type, name: str) -> ClassInst | None:
        """The class whose method this is, when it is known now."""
        if isinstance(receiver, t.TypeT):
            item = receiver.item
            return self.world.class_of(item)
        inst = self.world.class_of(receiver)
        if inst is None or inst.info.is_protocol or self.args_unknown(receiver) or inst.member(name) is None:
            return None
        return inst

    def method_code(self, receiver: Type, found: Member, result: Type) -> ir.Function:
        """vectorcall code that calls the method on the object in the function's environment."""
        key = ("method code", receiver, found.name, found.owner)
        known = self.world.memo.get(key)
        if isinstance(known, ir.Function):
            return known
        code = self.vector_function(f"method.{receiver}.{found.name}")
        self.world.memo[key] = code

        def lower() -> None:
            from mirage.compiler.lower.body import FunctionLowerer

            FunctionLowerer(self.world, None, code, "builtins").lower_method(receiver, found, result)

        self.world.queue.append(lower)
        return code

    def vector_function(self, text: str) -> ir.Function:
        return vector_function(self.world, text)

    def lower_method(self, receiver: Type, found: Member, result: Type) -> None:
        function_layout = self.world.builtin("function").layout
        this = self.function.params[0]
        env = self.get_field(this, function_layout, "_env", Rep.REF)
        if isinstance(found.node, n.Decorator) and real_decorators(found.node):
            self.lower_decorated_method(found, env)
            return
        target = Value(self.unbox(env, receiver), receiver)
        item = function_of(found.node)
        if item is None or not item.arguments or self.served_by_items(found):
            self.lower_by_count(found, target, result)
            return
        inst = request_function(self.world, item, found.owner.code)
        binding = binding_of(inst, qualified_name(self.world, item, inst.module), 1)
        self.kept_from = target
        values = self.bound_values(binding)
        own = inst.params[0].type
        if t.is_int_class(target.type) and own == t.INT:  # a member of an IntEnum has the methods of int
            target = Value(self.unbox(target.operand, t.INT), t.INT)
        elif target.type == t.BOOL:  # and a bool too
            target = self.coerce(target, own)
        value = Value(self.call(inst.function, [target.operand, *values]), inst.result)
        self.note_int_result(inst)
        if self.alive:
            self.terminate(ir.Return(self.box(value)))

    def lower_metaclass_call(self, inst: ClassInst, found: Member) -> None:
        """vectorcall code behind the type object of a class whose metaclass has `__call__`."""
        meta = metaclass_of(self.world, inst.info)
        assert meta is not None
        this = Value(self.function.params[0], t.ClassT(meta))
        item = function_of(found.node)
        if item is None or isinstance(found.node, n.Decorator) and real_decorators(found.node):
            raise Refusal(found.node, "metaclass", "this `__call__` of a metaclass cannot be compiled")
        method = request_function(self.world, item, found.owner.code)
        binding = binding_of(method, qualified_name(self.world, item, method.module), 1)
        self.kept_from = this
        result = Value(self.call(method.function, [this.operand, *self.bound_values(binding)]), method.result)
        if self.alive:
            self.terminate(ir.Return(self.box(result)))

    def note_given(self, binding: Binding) -> None:
        """Whoever calls the function through a value may give ints for floats, which stay ints, and Any."""
        inst = binding.inst
        if self.world.is_user(inst.module):
            for index, argument in enumerate(inst.item.arguments):
                wanted = inst.params[index].type
                if inst.params[index].star and isinstance(wanted, t.ClassT) and wanted.inst.args:
                    wanted = wanted.inst.args[0]
                if index < binding.start:
                    continue
                if t.loses_int(t.INT, wanted):
                    self.world.flows.handed.add(argument.variable)
                self.world.flows.take(wanted)

    def note_int_result(self, inst: FunctionInst) -> None:
        """A function declared to give a float that may give an int is called through a value."""
        flows = self.world.flows
        if inst.item in flows.mixed and not flows.mixed_inside:  # types of functions say so then
            flows.mix(None)

    def served_by_items(self, found: Member) -> bool:
        """The implementation is a stand-in: every overload item has a body of its own."""
        item = function_of(found.node)
        return item is None

    def lower_decorated_method(self, found: Member, target: Operand) -> None:
        """The decorated function gets the object before the caller's arguments."""
        _, address, nargs, kwnames = self.function.params
        self.call_with_first(self.decorated_method(found), target, address, nargs, kwnames)

    def call_with_first(
        self, callee: Value, target: Operand, address: Operand, nargs: Operand, kwnames: Operand
    ) -> None:
        array = self.call(self.runtime("calls.with_first"), [target, address, nargs, kwnames])
        layout = self.world.builtin("function").layout
        tuple_layout = self.world.builtin("tuple", OBJECT).layout
        place = self.reg(Rep.U64)
        self.emit(ir.TailAddress(place, array, tuple_layout))
        goal, code = self.callable_code(self.box(callee), callee.type, layout, n.EllipsisExpr())
        dst = self.reg(Rep.REF)
        count = self.prim(Rep.I64, "add", nargs, ir.RawConst(1, Rep.I64))
        self.may_raise(ir.CallVectorRaw(dst, code, goal, place, count, kwnames))
        keep = self.reg(Rep.I64)
        self.emit(ir.TailCount(keep, array))
        self.terminate(ir.Return(dst))

    @abstractmethod
    def callable_code(
        self, operand: Operand, type_: Type, layout: ir.Class, node: n.Node
    ) -> tuple[Operand, Operand]: ...

    def lower_by_count(self, found: Member, target: Value, result: Type) -> None:
        """A method of overload items alone: one call for each number of arguments, 0 to 6."""
        _, address, nargs, _ = self.function.params
        cases = []
        bad = self.new_block("count")
        entry = self.block
        for count in range(7):
            block = self.new_block(f"n{count}")
            self.begin(block)
            args = [Arg(Value(self.load_argument(address, i), OBJECT)) for i in range(count)]
            try:
                value = self.invoke(target, found.name, args, n.EllipsisExpr(), result)
                if self.alive:
                    self.terminate(ir.Return(self.box(value)))
            except Refusal:
                self.begin(block)
                block.ops.clear()
                self.jump(bad)
            cases.append((count, block))
        self.begin(bad)
        text = f"{found.name}() got an unexpected number of arguments"
        self.raise_runtime("errors.bad_arguments", [ir.StrConst(text)])
        self.block = entry
        self.terminate(ir.Switch(nargs, cases, bad))

    def load_argument(self, address: Operand, index: int) -> Operand:
        dst = self.reg(Rep.REF, f"a{index}")
        place = self.prim(Rep.U64, "add", address, ir.RawConst(index * 8, Rep.U64))
        self.emit(ir.Load(dst, place))
        return dst

    # -- functions ------------------------------------------------------------------------------

    def wrapper(self, inst: FunctionInst, dynamic: tuple[int, ...] = ()) -> ir.Function:
        """vectorcall code of a function; `dynamic` parameters have defaults kept beside the environment."""
        key = ("wrapper", inst, dynamic)
        found = self.world.memo.get(key)
        if isinstance(found, ir.Function):
            return found
        code = self.vector_function(inst.function.symbol)
        self.world.memo[key] = code

        def lower() -> None:
            from mirage.compiler.lower.body import FunctionLowerer

            FunctionLowerer(self.world, None, code, "builtins").lower_wrapper(inst, dynamic)

        self.world.queue.append(lower)
        return code

    def lower_wrapper(self, inst: FunctionInst, dynamic: tuple[int, ...]) -> None:
        """Take the arguments out of the array, fill in defaults, call, box."""
        this = self.function.params[0]
        env: Operand = ir.NoneConst()
        defaults: Operand | None = None
        if inst.nested:
            env = self.get_field(this, self.world.builtin("function").layout, "_env", Rep.REF)
            if dynamic:
                defaults = env
                env = self.get_field(defaults, self.defaults_layout(inst, dynamic), "env", Rep.REF)
        binding = binding_of(inst, qualified_name(self.world, inst.item, inst.module), 0)
        values = self.bound_values(binding, defaults, dynamic)
        operands = ([env] if inst.nested else []) + values
        result = self.call(inst.function, operands)
        self.note_int_result(inst)
        if self.alive:
            self.terminate(ir.Return(self.box(Value(result, inst.result))))

    def bound_values(
        self, binding: Binding, defaults: Operand | None = None, dynamic: tuple[int, ...] = ()
    ) -> list[Operand]:
        """Operands for the parameters from `binding.start` on."""
        inst = binding.inst
        self.note_given(binding)
        words = self.plain_words(binding) if binding.plain else self.bind_words(binding)
        slots = {index: slot for slot, index in enumerate(binding.order)}
        values: list[Operand] = []
        for index, param in enumerate(inst.params):
            if index < binding.start:
                continue
            if param.star:
                note_star(self.world, inst, None)
                values.append(words[len(binding.order)])
            elif param.star2:
                values.append(words[-1])
            else:
                values.append(self.with_default(inst, param, index, words[slots[index]], defaults, dynamic))
            if index == 0 and inst.owner is not None and inst.item.name == "_replace":
                self.kept_from = Value(values[0], inst.owner.this)  # called as `Row._replace(row, ...)`
        return values

    def bind_words(self, binding: Binding) -> list[Operand]:
        _, address, nargs, kwnames = self.function.params
        array = self.call(self.runtime("calls.bind"), [binding.signature(), address, nargs, kwnames])
        count = len(binding.order) + binding.star + binding.star2
        return [self.array_item(array, place) for place in range(count)]

    def array_item(self, array: Operand, index: int) -> Operand:
        layout = self.world.builtin("tuple", OBJECT).layout
        dst = self.reg(Rep.REF)
        self.emit(ir.GetTail(dst, array, layout, ir.RawConst(index, Rep.I64)))
        return dst

    def plain_words(self, binding: Binding) -> list[Operand]:
        """The words of the parameters; Undefined (2) where the caller gave none."""
        _, address, nargs, kwnames = self.function.params
        words = [self.reg(Rep.REF, binding.inst.params[i].name) for i in binding.order]
        simple, keyword, ready = self.new_block("simple"), self.new_block("keyword"), self.new_block("ready")
        no_names = self.prim(Rep.BOOL, "is", kwnames, ir.NoneConst())
        self.branch(no_names, simple, keyword, likely=True)
        self.begin(simple)
        chain = self.new_block("counted")
        low = self.prim(Rep.BOOL, "ge", nargs, ir.RawConst(binding.required, Rep.I64))
        high = self.prim(Rep.BOOL, "le", nargs, ir.RawConst(binding.positional, Rep.I64))
        self.branch(self.prim(Rep.BOOL, "and", low, high), chain, keyword, likely=True)
        self.begin(chain)
        for index, word in enumerate(words):
            if index < binding.required:
                self.move(word, self.load_argument(address, index))
                continue
            if index >= binding.positional:
                self.move(word, ir.Undefined(Rep.REF))
                continue
            given, missing, after = (
                self.new_block("given"),
                self.new_block("missing"),
                self.new_block("after"),
            )
            self.branch(self.prim(Rep.BOOL, "gt", nargs, ir.RawConst(index, Rep.I64)), given, missing)
            self.begin(given)
            self.move(word, self.load_argument(address, index))
            self.jump(after)
            self.begin(missing)
            self.move(word, ir.Undefined(Rep.REF))
            self.jump(after)
            self.begin(after)
        self.jump(ready)
        self.begin(keyword)
        for word, item in zip(words, self.bind_words(binding), strict=True):
            self.move(word, item)
        self.jump(ready)
        self.begin(ready)
        return list(words)

    def with_default(
        self,
        inst: FunctionInst,
        parameter: Param,
        index: int,
        word: Operand,
        defaults: Operand | None,
        dynamic: tuple[int, ...],
    ) -> Operand:
        incoming = Value(word, OBJECT)
        if index == 0 and inst.module == "builtins" and inst.item.info and not inst.item.is_static:
            self.check_receiver(inst, parameter.type, word)
        if parameter.kind.is_required():
            return self.argument_as(incoming, parameter.type, inst)
        given, missing, done = self.new_block("given"), self.new_block("default"), self.new_block("value")
        result = self.reg(parameter.type.rep, parameter.name)
        self.branch(self.prim(Rep.BOOL, "is_undefined", word), missing, given)
        self.begin(given)
        self.move(result, self.argument_as(incoming, parameter.type, inst))
        self.jump(done)
        self.begin(missing)
        if index in dynamic:
            assert defaults is not None
            layout = self.defaults_layout(inst, dynamic)
            self.move(result, self.get_field(defaults, layout, f"d{index}", parameter.type.rep))
        else:
            value = self.default_value(inst, parameter, index, None)
            self.move(result, self.coerce(value, parameter.type).operand)
        self.jump(done)
        self.begin(done)
        return result

    def check_receiver(self, inst: FunctionInst, wanted: Type, word: Operand) -> None:
        """`str.upper` as a value was called with something else than a str."""
        if inst.item.name.startswith("__") or isinstance(wanted, t.ObjectT):
            return
        good, bad = self.new_block("receiver"), self.new_block("foreign")
        self.branch(self.is_instance(word, wanted), good, bad, likely=True)
        self.begin(bad)
        cls = ir.StrConst(inst.item.info.name)
        self.raise_runtime("errors.foreign_receiver", [ir.StrConst(inst.item.name), cls, word])
        self.begin(good)

    def argument_as(self, value: Value, type_: Type, inst: FunctionInst) -> Operand:
        if type_ == t.FLOAT and not self.world.is_user(inst.module):
            value = self.coerce(value, t.NUMBER)  # the library takes an int as the float it stands for
        if not self.world.is_user(inst.module):
            value = self.as_c_would(value, type_, None)
        return self.coerce(value, type_).operand

    # -- classes --------------------------------------------------------------------------------

    def lower_bound_constructor(self, inst: ClassInst, found: Member, item: n.FuncDef) -> None:
        """The code behind a class object whose `__init__` is known."""
        method = request_function(self.world, item, found.owner.code)
        binding = binding_of(method, qualified_name(self.world, item, method.module), 1)
        if not item.body.body or found.node.name == "__init__" and item.line < 0:
            binding = binding_of(method, f"{inst.info.name}.__init__", 1)
        made = self.allocated(inst)
        values = self.bound_values(binding)
        if any(base.fullname == "builtins.BaseException" for base in inst.info.mro):
            _, address, nargs, _ = self.function.params
            args = self.call(self.runtime("calls.positional"), [address, nargs])
            self.emit(ir.SetField(made.operand, inst.layout, "args", args))
            note_raised(self.world, inst, None)
        self.call(method.function, [made.operand, *values])
        if self.alive:
            self.terminate(ir.Return(made.operand))


def vector_function(world: World, text: str) -> ir.Function:
    """A function that takes its arguments as an array of words (docs/design/abi.md)."""
    params = [
        ir.Reg("self", Rep.REF),
        ir.Reg("args", Rep.U64),
        ir.Reg("nargs", Rep.I64),
        ir.Reg("kwnames", Rep.REF),
    ]
    function = ir.Function(world.symbol(f"vector.{text}"), params, Rep.REF, module="builtins")
    return world.add_function(function)
