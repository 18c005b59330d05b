"""Functions as values: closures, their environments, and nested functions."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.private_names import written_name
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import assigned_by_application
from mirage.compiler.lower.functions import (
    EnvScope,
    FunctionInst,
    decorator_of,
    real_decorators,
    request_function,
)
from mirage.compiler.lower.names import documentation, qualified_name
from mirage.compiler.lower.passing import constant_expression
from mirage.compiler.lower.types import Type
from mirage.compiler.lower.vectors import Vectors


class Closures(Vectors):
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
        return Value(ir.FunctionObject(code, self.function_name(item)), type_)

    def fresh_function(self, inst: FunctionInst) -> Value:
        """An object of its own for a function that decorators are applied to: they may rename it."""
        type_ = t.CallableT(tuple(p.type for p in inst.params), inst.result)
        operand = self.function_object(self.wrapper(inst), ir.NoneConst(), self.function_name(inst.item))
        return Value(operand, type_)

    def redefined_variable(self, item: n.FuncDef) -> ir.Global:
        """Where a module keeps the function that has the name now."""
        first = self.world.index.redefined[item]
        rebound = first in self.world.index.rebound or item in self.world.index.rebound
        type_ = t.ANY if rebound else self.translate(first.type)
        return self.world.global_variable(("redefined", first), first.fullname, type_)

    def redefined_value(self, item: n.FuncDef, node: n.Expression) -> Value:
        variable = self.redefined_variable(item)
        dst = self.reg(Rep.REF, item.name)
        self.emit(ir.GetGlobal(dst, variable))
        self.check_global(variable, dst, item.name, node)
        return Value(dst, self.world.global_types["redefined", self.world.index.redefined[item]])

    def known_function(self, node: n.Expression) -> n.FuncDef | None:
        """The function (or method, through its class) an expression names, when nothing decorates it."""
        target = node.node if isinstance(node, n.RefExpr) else None
        if isinstance(node, n.MemberExpr) and target is None and isinstance(node.expr, n.RefExpr):
            info = node.expr.node
            entry = info.names.get(node.name) if isinstance(info, n.TypeInfo) else None
            target = entry.node if entry is not None else None
        if isinstance(target, n.Decorator) and not real_decorators(target) and not target.var.is_property:
            target = target.func
        if target in self.world.index.redefined:
            return None
        return target if isinstance(target, n.FuncDef) else None

    def function_attribute(self, item: n.FuncDef, name: str, node: n.Expression) -> Value | None:
        """`function.name` that is known now."""
        if name in ("__name__", "__qualname__", "__doc__"):
            assigned = assigned_by_application(self.world)
            owners = assigned.owners.get(name, set())
            if name in assigned.instances or any(info.fullname == "builtins.function" for info in owners):
                return None
        module = self.world.module_of(item.fullname) or self.module_name
        match name:
            case "__name__":
                return self.constant_str(written_name(item))
            case "__qualname__":
                return self.constant_str(qualified_name(self.world, item, self.module_name))
            case "__doc__":
                text = documentation(item)
                return NONE_VALUE if text is None else self.constant_str(text)
            case "__module__":
                return self.constant_str(spoken(module))
            case "__annotations__" if self.world.is_user(module):
                return self.annotations_of_function(item, module, node)
            case "__defaults__" | "__kwdefaults__" if not self.is_local_function(item):
                return self.function_defaults(item, name == "__kwdefaults__", node)
        return None

    def function_defaults(self, item: n.FuncDef, named: bool, node: n.Expression) -> Value:
        owner = self.world.class_inst(item.info, ()) if item.info else None
        inst = request_function(self.world, item, owner)
        values: list[tuple[str, Value]] = []
        for index, param in enumerate(inst.params):
            if param.default is not None and param.kind.is_named() is named:
                values.append((param.name, self.default_value(inst, param, index, node)))
        if not values:
            return NONE_VALUE
        if not named:
            return self.make_tuple([value for _, value in values])
        result = self.invoke_class(self.world.builtin("dict", self.world.str_type, t.ANY), [], node)
        for key, value in values:
            self.invoke(result, "__setitem__", [self.constant_str(key), value], node, t.NONE)
        return result

    def instantiation(self, item: n.FuncDef, node: n.Expression) -> dict[tuple[int, str], Type]:
        """Type arguments of a generic function that is used as a value."""
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
        name = self.function_name(item, inst, tuple(dynamic))
        if self.env is None and not dynamic and not self.is_decorated(item):
            return Value(ir.FunctionObject(self.wrapper(inst), name), type_)
        env: Operand = self.env if self.env is not None else ir.NoneConst()
        if dynamic:
            env = self.default_environment(inst, dynamic, env)
        return Value(self.function_object(self.wrapper(inst, tuple(dynamic)), env, name), type_)

    def is_decorated(self, item: n.FuncItem) -> bool:
        """A decorator may rename the function: each definition makes an object of its own."""
        decorator = decorator_of(self.world, item)
        return decorator is not None and bool(real_decorators(decorator))

    def function_object(
        self, code: ir.Function, env: Operand, name: Operand, kind: str = "function"
    ) -> Operand:
        layout = self.world.builtin(kind).layout
        self.world.instantiate(self.world.builtin(kind))
        dst = self.reg(Rep.REF, "function")
        self.may_raise(ir.Alloc(dst, layout))
        self.emit(ir.SetField(dst, layout, "_code", ir.CodeAddress(code)))
        self.emit(ir.SetField(dst, layout, "_env", env))
        self.emit(ir.SetField(dst, layout, "_name", name))
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

    # -- nested functions -------------------------------------------------------------------------

    def local_function_value(self, item: n.FuncDef, node: n.Expression) -> Value:
        return self.variable(self.function_var(item), node)

    def function_var(self, item: n.FuncDef) -> n.Var:
        """A variable that stands for the name of a nested function."""
        item = self.world.index.redefined.get(item, item)
        found = self.world.memo.get(("function var", item))
        if not isinstance(found, n.Var):
            decorator = decorator_of(self.world, item)
            found = n.Var(item.name, decorator.var.type if decorator is not None else item.type)
            if item in self.world.index.rebound:
                found.type = mt.AnyType(mt.TypeOfAny.explicit)
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
        packed = any(a.star2 or a.star and not isinstance(a.value.type, t.TupleT) for a in args)
        if (
            not isinstance(depth, int)
            or dynamic
            or packed
            or item in self.world.index.redefined
            or (decorator is not None and decorator.decorators)
        ):
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
