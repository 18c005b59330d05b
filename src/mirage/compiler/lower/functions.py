"""Functions with concrete types: which exist, and their signatures."""

from __future__ import annotations

from dataclasses import dataclass, field

from mypy import types as mt
from mypy.nodes import (
    ArgKind,
    Argument,
    CallExpr,
    Decorator,
    Expression,
    FuncDef,
    FuncItem,
    IntExpr,
    LambdaExpr,
    NameExpr,
    RefExpr,
    ReturnStmt,
    TypeInfo,
    Var,
)

from mirage.compiler.frontend.private_names import written_name
from mirage.compiler.frontend.receivers import takes_class_by_name
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.names import qualified_name
from mirage.compiler.lower.types import OBJECT, ClassT, Substitution, Type
from mirage.compiler.lower.world import World


@dataclass(eq=False)
class EnvScope:
    """The layout of one function's captured variables; `parent` links to the enclosing one."""

    layout: ir.Class
    fields: dict[Var, tuple[str, Type]]


@dataclass(eq=False)
class Param:
    name: str
    var: Var
    type: Type
    kind: ArgKind
    default: Expression | None
    pos_only: bool

    @property
    def star(self) -> bool:
        return self.kind is ArgKind.ARG_STAR

    @property
    def star2(self) -> bool:
        return self.kind is ArgKind.ARG_STAR2


@dataclass(eq=False)
class FunctionInst:
    item: FuncItem
    owner: ClassInst | None  # the class that defines it (methods)
    substitution: Substitution
    params: list[Param]
    result: Type  # what a call gives (a generator, a coroutine, ...)
    body_result: Type  # what `return` takes
    function: ir.Function
    module: str
    outer: tuple[EnvScope, ...] = ()  # environments of enclosing functions, innermost first
    nested: bool = False  # takes an environment as its first parameter
    implicit_first: bool = False  # first parameter is self or cls
    wrapper: ir.Function | None = None
    registers: list[ir.Reg] = field(default_factory=list)
    env_reg: ir.Reg | None = None
    lowlevel: frozenset[str] = frozenset()
    declines: bool = False  # gives its result as an object, or NotImplemented (see declining.py)


LOWLEVEL_DECORATORS = {"inline", "noinline", "export", "nostack"}


def decorator_of(world: World, item: FuncItem) -> Decorator | None:
    """The Decorator node around a function, when it has one."""
    return world.index.decorators.get(item)


def _lowlevel_names(decorator: Decorator | None) -> tuple[frozenset[str], str]:
    names: set[str] = set()
    symbol = ""
    if decorator is not None:
        from mypy.nodes import CallExpr, StrExpr

        for expression in decorator.decorators:
            target = expression.callee if isinstance(expression, CallExpr) else expression
            if isinstance(target, RefExpr) and target.fullname.startswith("mirage.lowlevel."):
                names.add(target.fullname.rpartition(".")[2])
                if isinstance(expression, CallExpr) and isinstance(expression.args[0], StrExpr):
                    symbol = expression.args[0].value
    return frozenset(names), symbol


def real_decorators(decorator: Decorator) -> list[Expression]:
    """Decorators that are values at run time (not markers the compiler knows)."""
    from mypy.nodes import CallExpr

    found = []
    for expression in decorator.decorators:
        target = expression.callee if isinstance(expression, CallExpr) else expression
        fullname = target.fullname if isinstance(target, RefExpr) else ""
        made_by_mypy = isinstance(target, NameExpr) and not fullname and target.name == "classmethod"
        known = made_by_mypy or fullname.startswith("mirage.lowlevel.") or fullname in (
            "typing.final",
            "typing.overload",
            "typing.override",
            "typing_extensions.override",
            "abc.abstractmethod",
            "typing.no_type_check",
            "functools.cached_property",
        )
        if not known:
            found.append(expression)
    return found


def request_function(
    world: World,
    item: FuncItem,
    owner: ClassInst | None,
    substitution: Substitution | None = None,
    *,
    outer: tuple[EnvScope, ...] = (),
    nested: bool = False,
    module: str | None = None,
    param_types: tuple[Type | None, ...] | None = None,
    result: Type | None = None,
    qualname: str | None = None,
) -> FunctionInst:
    """The function for these types, lowered later when it is new."""
    own = dict(owner.substitution) if owner is not None else {}
    if substitution:
        own.update({key: t.plain(type_) for key, type_ in substitution.items()})
    if param_types is not None:
        param_types = tuple(None if type_ is None else t.plain(type_) for type_ in param_types)
    key = (item, owner, tuple(sorted(own.items(), key=lambda kv: kv[0])), outer, param_types, result)
    found = world.function_insts.get(key)
    if found is not None:
        return found
    module_name = module or _module_of(world, item)
    root = world.index.roots.get(item)
    if isinstance(root, FuncDef) and world.modules[module_name].library:
        world.index.reach(root)
        world.bodies.need(root, world.modules[module_name].tree)
    inst = _make(world, item, owner, own, outer, nested, module_name, param_types, result, qualname)
    if isinstance(item, FuncDef) and item.fullname == "mirage.runtime.functions.detail":
        world.flows.keep_details()
    if isinstance(item, FuncDef) and item.fullname == "mirage.runtime.functions.parameters":
        world.flows.keep_signatures()
    if isinstance(item, FuncDef) and item.fullname == "mirage.runtime.functions.place":
        world.flows.keep_places()
    world.function_insts[key] = inst
    from mirage.compiler.lower.body import lower_function

    waiting = world.queue if world.modules[module_name].library else world.first
    waiting.append(lambda: lower_function(world, inst))
    return inst


def _module_of(world: World, item: FuncItem) -> str:
    if isinstance(item, FuncDef):
        name = item.fullname
        while name and name not in world.modules:
            name = name.rpartition(".")[0]
        if name:
            return name
    raise AssertionError(f"no module for {item}")


def _qualname(world: World, item: FuncItem, module: str) -> str:
    """As `__qualname__` minus what tracebacks of 3.11 leave out: the bare name."""
    return written_name(item) if isinstance(item, FuncDef) else "<lambda>"


def _lambda_type(world: World, item: FuncItem) -> mt.CallableType | None:
    """What mypy chose for a lambda; its variables keep the types of the last overload that was tried."""
    if not isinstance(item, LambdaExpr):
        return None
    found = mt.get_proper_type(world.expression_types.get(item))
    if isinstance(found, mt.CallableType) and len(found.arg_types) == len(item.arguments):
        return found
    return None


def returned_type(world: World, item: FuncItem, callable_: mt.CallableType) -> mt.Type:
    """What a call gives, in the function's type variables: as declared, or the class of a library's iterator.

    `list.__iter__` is declared to return Iterator[T], as in typeshed, so that subclasses may return another;
    all that it does is to make a `_ListIterator[T]`, whose `__next__` can be called directly.
    """
    if item.name not in ("__iter__", "__reversed__") or len(item.body.body) != 1:
        return callable_.ret_type
    statement = item.body.body[0]
    made = statement.expr if isinstance(statement, ReturnStmt) else None
    if not isinstance(made, CallExpr) or not isinstance(made.callee, NameExpr):
        return callable_.ret_type
    info = made.callee.node
    if not isinstance(info, TypeInfo) or info.module_name not in ("builtins", "_collections_abc"):
        return callable_.ret_type
    return world.expression_types.get(made, callable_.ret_type)


def _make(
    world: World,
    item: FuncItem,
    owner: ClassInst | None,
    substitution: Substitution,
    outer: tuple[EnvScope, ...],
    nested: bool,
    module: str,
    param_types: tuple[Type | None, ...] | None,
    result: Type | None,
    qualname: str | None,
) -> FunctionInst:
    from mirage.compiler.lower.declining import declines

    heard = _lambda_type(world, item)
    decorator = decorator_of(world, item)
    lowlevel, symbol = _lowlevel_names(decorator)
    callable_ = mt.get_proper_type(item.type) if item.type is not None else None
    callable_ = callable_ if isinstance(callable_, mt.CallableType) else None
    is_static = isinstance(item, FuncDef) and item.is_static and item.name != "__new__"
    implicit = owner is not None and not is_static
    params: list[Param] = []
    user = world.is_user(module)
    for index, argument in enumerate(item.arguments):
        declared = callable_.arg_types[index] if callable_ is not None else argument.variable.type
        if heard is not None:
            declared = heard.arg_types[index]
        starred = argument.kind in (ArgKind.ARG_STAR, ArgKind.ARG_STAR2)
        if starred and callable_ is None and heard is None:
            declared = None  # mypy gives the variable the type of the tuple or dict here
        translate = world.translate if starred or heard is not None else world.translate_slot
        type_ = translate(declared, substitution, user)
        if user and t.loses_int(_default_type(argument), type_):
            world.flows.mix(argument.variable)
        if argument.variable in world.flows.mixed:
            type_ = t.widened(type_)
        if isinstance(type_, t.NeverT):
            type_ = OBJECT  # assert_never: what should not get there does
        if implicit and index == 0:
            assert owner is not None
            is_class = isinstance(item, FuncDef) and (item.is_class or item.name == "__new__")
            type_ = t.TypeT(owner.this) if is_class else owner.this
            if user and takes_class_by_name(item):
                type_ = t.ANY
            if (-1, "self") not in substitution:
                substitution = {**substitution, (-1, "self"): owner.this}
        elif param_types is not None and param_types[index] is not None:
            override = param_types[index]
            assert override is not None
            type_ = override
        elif argument.kind is ArgKind.ARG_STAR:
            proper = mt.get_proper_type(declared) if declared is not None else None
            if isinstance(proper, mt.ParamSpecType):
                type_ = OBJECT
            elem = type_
            type_ = ClassT(world.builtin("tuple", elem), exact=True)
        elif argument.kind is ArgKind.ARG_STAR2:
            if callable_ is not None and callable_.unpack_kwargs:
                type_ = OBJECT  # `**options: Unpack[Options]`: what a TypedDict holds
            type_ = ClassT(world.builtin("dict", world.str_type, type_), exact=True)
        params.append(_param(argument, type_))
    translate = world.translate_slot if isinstance(item, FuncDef) else world.translate
    declared_result = translate(
        returned_type(world, item, callable_) if callable_ is not None else None, substitution, user
    )
    if item in world.flows.mixed:
        declared_result = t.widened(declared_result)
    if result is not None:
        declared_result = result
    kind, call_result, body_result, frame_base = _kinds(world, item, declared_result)
    declining = kind is ir.Kind.NORMAL and owner is not None and declines(world, item)
    if declining:
        call_result = OBJECT
    name = item.fullname if isinstance(item, FuncDef) else f"{module}.<lambda>"
    arguments = [str(v) for k, v in sorted(substitution.items()) if k[0] != -1]
    text = name + (f"[{', '.join(arguments)}]" if arguments else "")
    function = ir.Function(
        symbol=symbol or world.symbol(text),
        params=[],
        result=t.result_rep(call_result),
        kind=kind,
        module=module,
        qualname=qualname or _qualname(world, item, module),
        file=world.modules[module].tree.path,
        line=item.line,
        exported="export" in lowlevel,
        no_stack_check="nostack" in lowlevel or "export" in lowlevel,
    )
    if "inline" in lowlevel:
        function.inline = ir.Inline.ALWAYS
    elif "noinline" in lowlevel:
        function.inline = ir.Inline.NEVER
    if frame_base is not None:
        function.frame_name = qualified_name(world, item, module)
        base = world.builtin(frame_base, *([OBJECT] * 3))
        world.instantiate(base)
        function.frame = ir.Class(
            name=frame_base,
            qualname=f"frame {function.symbol}",
            base=base.layout,
            parents=[base.layout],
            instantiated=True,
        )
        function.frame.repr_name = frame_base
        if isinstance(item, FuncDef) and item.is_awaitable_coroutine:
            marker = world.builtin("_AwaitableFrame")
            world.instantiate(marker)
            function.frame.parents.append(marker.layout)
        world.program.classes.append(function.frame)
    inst = FunctionInst(
        item,
        owner,
        substitution,
        params,
        call_result,
        body_result,
        function,
        module,
        outer,
        nested,
        implicit,
        lowlevel=lowlevel,
        declines=declining,
    )
    if nested:
        inst.env_reg = ir.Reg("env", Rep.REF)
        function.params.append(inst.env_reg)
    for param in params:
        register = ir.Reg(param.name, param.type.rep)
        inst.registers.append(register)
        function.params.append(register)
    world.add_function(function)
    return inst


def _default_type(argument: Argument) -> Type:
    return t.INT if isinstance(argument.initializer, IntExpr) else t.NONE


def _param(argument: Argument, type_: Type) -> Param:
    return Param(
        argument.variable.name,
        argument.variable,
        type_,
        argument.kind,
        argument.initializer,
        argument.pos_only,
    )


def _kinds(world: World, item: FuncItem, declared: Type) -> tuple[ir.Kind, Type, Type, str | None]:
    """(kind, type of a call, type of `return`, generator class of the frame)."""
    yielded = _argument(declared, 0, OBJECT)
    if item.is_async_generator:
        call = ClassT(world.builtin("async_generator", yielded, OBJECT), exact=True)
        return ir.Kind.GENERATOR, call, t.NONE, "async_generator"
    if item.is_coroutine:
        returned = _argument(declared, 2, OBJECT) if isinstance(declared, ClassT) else declared
        call = ClassT(world.builtin("coroutine", OBJECT, OBJECT, returned), exact=True)
        return ir.Kind.GENERATOR, call, returned, "coroutine"
    if item.is_generator:
        returned = _argument(declared, 2, OBJECT if isinstance(declared, t.ObjectT) else t.NONE)
        sent = _argument(declared, 1, OBJECT)
        call = ClassT(world.builtin("generator", yielded, sent, returned), exact=True)
        return ir.Kind.GENERATOR, call, returned, "generator"
    return ir.Kind.NORMAL, declared, declared, None


def _argument(declared: Type, index: int, otherwise: Type) -> Type:
    if isinstance(declared, ClassT) and len(declared.inst.args) > index:
        return declared.inst.args[index]
    return otherwise


def is_lambda(item: FuncItem) -> bool:
    return isinstance(item, LambdaExpr)
