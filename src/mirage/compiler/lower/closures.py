"""Functions, methods and classes as values: closures and the vectorcall convention."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.dispatch import Dispatch
from mirage.compiler.lower.functions import EnvScope, FunctionInst, decorator_of, request_function
from mirage.compiler.lower.invocation import Arg, constant_expression
from mirage.compiler.lower.types import OBJECT, Type


class Closures(Dispatch):
    # -- environments ---------------------------------------------------------------------------

    def make_environment(self, captured: list[n.Var], types: dict[n.Var, Type]) -> None:
        """Allocate the object that holds this function's captured variables."""
        layout = ir.Class(
            name="environment", qualname=self.world.symbol(f"env {self.function.symbol}"), instantiated=True
        )
        scope = EnvScope(layout, {})
        parent = self.env
        if parent is not None:
            layout.fields.append(ir.Field("parent", Rep.REF))
        for index, var in enumerate(captured):
            name = f"{var.name}.{index}"
            scope.fields[var] = (name, types[var])
            layout.fields.append(ir.Field(name, types[var].rep))
        self.world.program.classes.append(layout)
        env = self.reg(Rep.REF, "env")
        self.may_raise(ir.Alloc(env, layout))
        if parent is not None:
            self.emit(ir.SetField(env, layout, "parent", parent))
        for var in captured:
            name, type_ = scope.fields[var]
            if not type_.rep.is_raw_integer:
                self.emit(ir.SetField(env, layout, name, ir.Undefined(type_.rep)))
        self.env = env
        self.env_scopes.insert(0, scope)

    def env_for(self, var: n.Var) -> tuple[Operand, EnvScope]:
        """The environment object that holds the variable, and its layout."""
        env = self.env
        for scope in self.env_scopes:
            assert env is not None
            if var in scope.fields:
                return env, scope
            env = self.get_field(env, scope.layout, "parent", Rep.REF)
        raise AssertionError(f"{var.name} is in no environment")

    def env_up(self, depth: int) -> Operand | None:
        """The environment `depth` scopes further out."""
        env = self.env
        for scope in self.env_scopes[:depth]:
            if any(f.name == "parent" for f in scope.layout.fields):
                assert env is not None
                env = self.get_field(env, scope.layout, "parent", Rep.REF)
            else:
                env = None
        return env

    def read_env(self, var: n.Var, node: n.Expression) -> Value:
        env, scope = self.env_for(var)
        name, type_ = scope.fields[var]
        dst = self.reg(type_.rep, var.name)
        self.emit(ir.GetField(dst, env, scope.layout, name))
        if (var not in self.assigned or self.ever_deleted(var)) and not type_.rep.is_raw_integer:
            undefined = self.reg(Rep.BOOL)
            self.emit(ir.FieldUndefined(undefined, env, scope.layout, name))
            bad, ok = self.new_block("unbound"), self.new_block("bound")
            self.branch(undefined, bad, ok, likely=False)
            self.begin(bad)
            own = self.env_scopes and self.env_scopes[0] is scope and self.owns_env
            self.raise_runtime(
                "errors.undefined_local" if own else "errors.undefined_free", [ir.StrConst(var.name)], node
            )
            self.begin(ok)
        return Value(dst, type_)

    def write_env(self, var: n.Var, value: Value, node: n.Node) -> None:
        env, scope = self.env_for(var)
        name, type_ = scope.fields[var]
        stored = self.convert_for(value, type_, node, self.own(var))
        self.emit(ir.SetField(env, scope.layout, name, stored.operand))

    owns_env = False

    # -- function values ------------------------------------------------------------------------

    def is_local_function(self, item: n.FuncDef) -> bool:
        var = self.world.memo.get(("function var", item))
        return isinstance(var, n.Var) and (
            var in self.places or any(var in s.fields for s in self.env_scopes)
        )

    def function_value(self, item: n.FuncDef, node: n.Expression) -> Value:
        """A module-level function as an object."""
        callable_type = self.type_of(node)
        inst = request_function(self.world, item, None, self.instantiation(item, node))
        code = self.wrapper(inst)
        self.world.instantiate(self.world.builtin("function"))
        type_ = (
            callable_type
            if isinstance(callable_type, t.CallableT)
            else t.CallableT(tuple(p.type for p in inst.params), inst.result)
        )
        return Value(ir.FunctionObject(code, item.name), type_)

    def instantiation(self, item: n.FuncDef, node: n.Expression) -> dict[tuple[int, str], Type]:
        """Type arguments of a generic function that is used as a value."""
        from mypy import types as mt

        callable_ = mt.get_proper_type(item.type)
        wanted = self.type_of(node)
        if not isinstance(callable_, mt.CallableType) or not callable_.variables:
            return {}
        if isinstance(wanted, t.CallableT):
            types: list[Type | None] = list(wanted.params)
            return self.infer(callable_, types, wanted.result, {})
        return self.infer(callable_, [], None, {})

    def closure(self, item: n.FuncDef | n.LambdaExpr, qualname: str = "<lambda>") -> Value:
        """A function object over the current environment."""
        inst = request_function(
            self.world,
            item,
            None,
            self.substitution,
            outer=tuple(self.env_scopes),
            nested=True,
            module=self.module_name,
            qualname=item.name if isinstance(item, n.FuncDef) else "<lambda>",
        )
        dynamic = [
            i
            for i, p in enumerate(inst.params)
            if p.default is not None and not constant_expression(p.default)
        ]
        self.world.instantiate(self.world.builtin("function"))
        type_ = t.CallableT(tuple(p.type for p in inst.params if p.kind.is_positional()), inst.result)
        name = item.name if isinstance(item, n.FuncDef) else "<lambda>"
        if self.env is None and not dynamic:
            return Value(ir.FunctionObject(self.wrapper(inst), name), type_)
        env: Operand = self.env if self.env is not None else ir.NoneConst()
        if dynamic:
            env = self.default_environment(inst, dynamic, env)
        return Value(self.function_object(self.wrapper(inst, tuple(dynamic)), env, name), type_)

    def function_object(self, code: ir.Function, env: Operand, name: str) -> Operand:
        layout = self.world.builtin("function").layout
        self.world.instantiate(self.world.builtin("function"))
        dst = self.reg(Rep.REF, "function")
        self.may_raise(ir.Alloc(dst, layout))
        self.emit(ir.SetField(dst, layout, "_code", ir.CodeAddress(code)))
        self.emit(ir.SetField(dst, layout, "_env", env))
        self.emit(ir.SetField(dst, layout, "_name", ir.StrConst(name)))
        return dst

    def default_environment(self, inst: FunctionInst, dynamic: list[int], env: Operand) -> Operand:
        """An object that keeps evaluated defaults beside the environment proper."""
        layout = self.defaults_layout(inst, tuple(dynamic))
        values = []
        for i in dynamic:
            default = inst.params[i].default
            assert default is not None
            value = self.convert_for(
                self.expr(default), inst.params[i].type, default, self.own(inst.params[i].var)
            )
            values.append(value)
        dst = self.reg(Rep.REF, "defaults")
        self.may_raise(ir.Alloc(dst, layout))
        self.emit(ir.SetField(dst, layout, "env", env))
        for i, value in zip(dynamic, values, strict=True):
            self.emit(ir.SetField(dst, layout, f"d{i}", value.operand))
        return dst

    def defaults_layout(self, inst: FunctionInst, dynamic: tuple[int, ...]) -> ir.Class:
        key = ("defaults", inst, dynamic)
        found = self.world.memo.get(key)
        if not isinstance(found, ir.Class):
            found = ir.Class(name="defaults", qualname=f"defaults {inst.function.symbol}", instantiated=True)
            found.fields.append(ir.Field("env", Rep.REF))
            for i in dynamic:
                found.fields.append(ir.Field(f"d{i}", inst.params[i].type.rep))
            self.world.program.classes.append(found)
            self.world.memo[key] = found
        return found

    def bound_method(self, receiver: Value, name: str, node: n.Expression) -> Value:
        """`obj.method` as a value: a function object whose environment is the object."""
        wanted = self.type_of(node)
        params = wanted.params if isinstance(wanted, t.CallableT) else ()
        result = wanted.result if isinstance(wanted, t.CallableT) else OBJECT
        type_ = t.CallableT(params, result)
        code = self.method_wrapper(receiver.type, name, len(params), result)
        return Value(self.function_object(code, self.box(receiver), name), type_)

    def method_wrapper(self, receiver: Type, name: str, count: int, result: Type) -> ir.Function:
        """vectorcall code that calls `name` on the object in the function's environment."""
        key = ("method wrapper", receiver, name, count, result)
        found = self.world.memo.get(key)
        if isinstance(found, ir.Function):
            return found
        code = self.vector_function(f"method.{receiver}.{name}")
        self.world.memo[key] = code

        def lower() -> None:
            from mirage.compiler.lower.body import FunctionLowerer

            inner = FunctionLowerer(self.world, None, code, "builtins")
            inner.lower_method_wrapper(receiver, name, result)

        self.world.queue.append(lower)
        return code

    def vector_function(self, text: str) -> ir.Function:
        params = [
            ir.Reg("self", Rep.REF),
            ir.Reg("args", Rep.U64),
            ir.Reg("nargs", Rep.I64),
            ir.Reg("kwnames", Rep.REF),
        ]
        return self.world.add_function(
            ir.Function(self.world.symbol(f"vector.{text}"), params, Rep.REF, module="builtins")
        )

    def lower_method_wrapper(self, receiver: Type, name: str, result: Type) -> None:
        """Positional arguments 0..6 are forwarded as objects."""
        function_layout = self.world.builtin("function").layout
        this, address, nargs, _ = self.function.params
        env = self.get_field(this, function_layout, "_env", Rep.REF)
        target = Value(self.unbox(env, receiver), receiver)
        inst = self.world.class_of(receiver)
        member = inst.member(name) if inst is not None else None
        from mirage.compiler.lower.classes import function_of

        item = function_of(member.node) if member is not None else None
        most = 6
        least = 0
        if item is not None:
            kinds = [a.kind for a in item.arguments][0 if item.is_static else 1 :]
            positional = [k for k in kinds if k.is_positional()]
            least = sum(k.is_required() for k in positional)
            most = 6 if any(k is n.ArgKind.ARG_STAR for k in kinds) else len(positional)
        cases = []
        bad = self.new_block("count")
        entry = self.block
        for count in range(least, most + 1):
            block = self.new_block(f"n{count}")
            self.begin(block)
            args = [Arg(Value(self.load_argument(address, i), OBJECT)) for i in range(count)]
            from mirage.compiler.lower.world import Refusal

            try:
                value = self.invoke(target, name, args, n.EllipsisExpr(), result)
                if self.alive:
                    self.terminate(ir.Return(self.box(value)))
            except Refusal:
                self.begin(block)
                block.ops.clear()
                self.jump(bad)
            cases.append((count, block))
        self.begin(bad)
        self.raise_runtime(
            "errors.bad_arguments", [ir.StrConst(f"{name}() got an unexpected number of arguments")]
        )
        self.block = entry
        self.terminate(ir.Switch(nargs, cases, bad))

    def load_argument(self, address: Operand, index: int) -> Operand:
        dst = self.reg(Rep.REF, f"a{index}")
        place = self.prim(Rep.U64, "add", address, ir.RawConst(index * 8, Rep.U64))
        self.emit(ir.Load(dst, place))
        return dst

    # -- vectorcall code of a function ------------------------------------------------------------

    def wrapper(self, inst: FunctionInst, dynamic: tuple[int, ...] = ()) -> ir.Function:
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
        this, address, nargs, kwnames = self.function.params
        env: Operand = ir.NoneConst()
        defaults: Operand | None = None
        if inst.nested:
            env = self.get_field(this, self.world.builtin("function").layout, "_env", Rep.REF)
            if dynamic:
                defaults = env
                env = self.get_field(defaults, self.defaults_layout(inst, dynamic), "env", Rep.REF)
        params = inst.params
        names = [p.name for p in params if not p.kind.is_star()]
        required = sum(1 for p in params if p.kind.is_required())
        positional = [i for i, p in enumerate(params) if p.kind.is_positional()]
        star = next((i for i, p in enumerate(params) if p.star), None)
        star2 = next((i for i, p in enumerate(params) if p.star2), None)
        bound = (
            self.call(
                self.runtime("calls.bind"),
                [
                    ir.StrConst(inst.item.name if isinstance(inst.item, n.FuncDef) else "<lambda>"),
                    address,
                    nargs,
                    kwnames,
                    ir.TupleConst(tuple(ir.StrConst(name) for name in names)),
                    ir.RawConst(len(positional), Rep.I64),
                    ir.BoolConst(star is not None),
                    ir.BoolConst(star2 is not None),
                    ir.RawConst(required, Rep.I64),
                ],
            )
            if (star is not None or star2 is not None)
            else None
        )
        values: list[Operand] = []
        slot = 0
        if bound is None:
            bound_plain = self.plain_arguments(inst, address, nargs, kwnames, names, required)
        for index, param in enumerate(params):
            if param.kind.is_star():
                position = len(names) + (0 if param.star else (1 if star is not None else 0))
                word = self.array_item(bound, position)
                values.append(word)
                continue
            word = self.array_item(bound, slot) if bound is not None else bound_plain[slot]
            slot += 1
            values.append(self.with_default(inst, param, index, word, defaults, dynamic))
        operands = ([env] if inst.nested else []) + values
        result = self.call(inst.function, operands)
        if self.alive:
            self.terminate(ir.Return(self.box(Value(result, inst.result))))

    def array_item(self, array: Operand | None, index: int) -> Operand:
        assert array is not None
        layout = self.world.builtin("tuple", OBJECT).layout
        dst = self.reg(Rep.REF)
        self.emit(ir.GetTail(dst, array, layout, ir.RawConst(index, Rep.I64)))
        return dst

    def plain_arguments(
        self,
        inst: FunctionInst,
        address: Operand,
        nargs: Operand,
        kwnames: Operand,
        names: list[str],
        required: int,
    ) -> list[Operand]:
        """The words of the parameters; Undefined (2) where the caller gave none."""
        count = len(names)
        words = [self.reg(Rep.REF, name) for name in names]
        simple, keyword, ready = self.new_block("simple"), self.new_block("keyword"), self.new_block("ready")
        no_names = self.prim(Rep.BOOL, "is", kwnames, ir.NoneConst())
        self.branch(no_names, simple, keyword, likely=True)
        self.begin(simple)
        bad = self.new_block("count")
        chain = self.new_block("counted")
        low = self.prim(Rep.BOOL, "ge", nargs, ir.RawConst(required, Rep.I64))
        high = self.prim(Rep.BOOL, "le", nargs, ir.RawConst(count, Rep.I64))
        self.branch(self.prim(Rep.BOOL, "and", low, high), chain, bad, likely=True)
        self.begin(chain)
        for index, word in enumerate(words):
            if index < required:
                self.move(word, self.load_argument(address, index))
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
        self.begin(bad)
        self.jump(keyword)
        self.begin(keyword)
        name = inst.item.name if isinstance(inst.item, n.FuncDef) else "<lambda>"
        positional = sum(1 for p in inst.params if p.kind.is_positional())
        array = self.call(
            self.runtime("calls.bind"),
            [
                ir.StrConst(name),
                address,
                nargs,
                kwnames,
                ir.TupleConst(tuple(ir.StrConst(x) for x in names)),
                ir.RawConst(positional, Rep.I64),
                ir.BoolConst(False),
                ir.BoolConst(False),
                ir.RawConst(required, Rep.I64),
            ],
        )  # fmt: skip
        for index, word in enumerate(words):
            self.move(word, self.array_item(array, index))
        self.jump(ready)
        self.begin(ready)
        return list(words)

    def with_default(
        self,
        inst: FunctionInst,
        param: object,
        index: int,
        word: Operand,
        defaults: Operand | None,
        dynamic: tuple[int, ...],
    ) -> Operand:
        parameter = inst.params[index]
        incoming = Value(word, OBJECT)
        if parameter.kind.is_required():
            return self.argument_as(incoming, parameter.type)
        given, missing, done = self.new_block("given"), self.new_block("default"), self.new_block("value")
        result = self.reg(parameter.type.rep, parameter.name)
        self.branch(self.prim(Rep.BOOL, "is_undefined", word), missing, given)
        self.begin(given)
        self.move(result, self.argument_as(incoming, parameter.type))
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

    def argument_as(self, value: Value, type_: Type) -> Operand:
        return self.coerce(value, type_).operand

    # -- nested functions -------------------------------------------------------------------------

    def local_function_value(self, item: n.FuncDef, node: n.Expression) -> Value:
        return self.variable(self.function_var(item), node)

    def function_var(self, item: n.FuncDef) -> n.Var:
        """A variable that stands for the name of a nested function."""
        found = self.world.memo.get(("function var", item))
        if not isinstance(found, n.Var):
            decorator = decorator_of(self.world, item)
            found = n.Var(item.name, decorator.var.type if decorator is not None else item.type)
            self.world.memo["function var", item] = found
        return found

    def call_local_function(
        self, item: n.FuncDef, args: list[Arg], node: n.Expression, expected: Type
    ) -> Value:
        """A nested function called by its name: directly, with the environment of its definition."""
        depth = self.world.memo.get(("definition depth", item))
        decorator = decorator_of(self.world, item)
        dynamic = any(
            a.initializer is not None and not constant_expression(a.initializer) for a in item.arguments
        )
        if not isinstance(depth, int) or dynamic or (decorator is not None and decorator.decorators):
            return self.call_value(self.local_function_value(item, node), args, node, expected)
        self.local_function_value(item, node)  # raises when the name is not bound yet
        up = len(self.env_scopes) - depth
        env = self.env_up(up) if depth else None
        outer = tuple(self.env_scopes[up:]) if depth else ()
        return self.call_function(
            item,
            None,
            None,
            args,
            node,
            expected,
            outer=outer,
            env=env if env is not None else ir.NoneConst(),
        )
