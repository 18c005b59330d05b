"""Lowering one function, and the program as a whole."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.errors import compiling
from mirage.compiler.frontend.scopes import scopes_of
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Place, Value
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.dispatch import of_class, update_stub
from mirage.compiler.lower.functions import FunctionInst
from mirage.compiler.lower.local_classes import (
    ENVIRONMENT,
    environment_of_all,
    may_be,
    refuse_if_read,
    stands_alone,
)
from mirage.compiler.lower.metaclasses import caller_of, is_metaclass
from mirage.compiler.lower.restricted import write_types
from mirage.compiler.lower.synthetic import Synthetic
from mirage.compiler.lower.types import OBJECT, ClassT, Type, UnionT
from mirage.compiler.lower.vectors import vector_function
from mirage.compiler.lower.world import Outdated, Refusal, World


class FunctionLowerer(Synthetic):
    def import_module(self, name: str) -> None:
        """Run a user module the first time it is imported; library modules need no running."""
        parts = name.split(".")
        for end in range(1, len(parts) + 1):
            state = self.world.modules.get(".".join(parts[:end]))
            if state is not None and not state.library and state.tree is not self.module.tree:
                self.call(module_init(self.world, ".".join(parts[:end])), [])

    # -- bodies ---------------------------------------------------------------------------------

    def lower_body(self) -> None:
        inst = self.inst
        assert inst is not None
        self.env = inst.env_reg
        if inst.outer == () and inst.env_reg is not None:
            self.env = None
        self.enter_local_class(inst)
        self.prepare_scope(
            inst.item, {p.var: (p.type, r) for p, r in zip(inst.params, inst.registers, strict=True)}
        )
        if self.lower_synthetic():
            return
        if isinstance(inst.item, n.LambdaExpr):
            statement = inst.item.body.body[0]
            assert isinstance(statement, n.ReturnStmt)
            self.return_statement(statement)
            return
        self.block_of(inst.item.body)
        if self.alive:
            self.fall_off()

    def enter_local_class(self, inst: FunctionInst) -> None:
        """A method that uses variables of the function its class stands in: they are with the object."""
        owner = inst.owner
        if owner is None or inst.nested or not isinstance(inst.item, n.FuncDef):
            return
        if inst.item.info is not owner.info:
            return
        alone = stands_alone(self.world, owner.info)
        if not alone and (not inst.registers or ENVIRONMENT not in owner.fields):
            return
        scopes = self.world.memo.get(("environment of", owner.info))
        if isinstance(scopes, tuple) and alone:
            self.env_scopes = list(scopes)
            self.env = self.reg(Rep.REF, "env")
            self.emit(ir.GetGlobal(self.env, environment_of_all(self.world, owner.info)))
        elif isinstance(scopes, tuple):
            self.env_scopes = list(scopes)
            self.env = self.get_field(inst.registers[0], owner.layout, ENVIRONMENT, Rep.REF)

    def fall_off(self) -> None:
        assert self.inst is not None
        if self.function.kind is ir.Kind.GENERATOR:
            self.terminate(ir.Return(ir.NoneConst()))
        elif self.function.result is Rep.VOID:
            self.terminate(ir.Return(None))
        elif self.inst.body_result.may_be_none:
            self.terminate(ir.Return(ir.NoneConst()))
        elif self.library or isinstance(self.inst.body_result, t.NeverT):
            self.raise_runtime("errors.unreachable", [])
        else:  # a manager held as Any has swallowed an exception: None comes where something else is declared
            nothing = Value(ir.NoneConst(), t.ANY)
            self.terminate(ir.Return(self.coerce(nothing, self.inst.body_result).operand))

    def prepare_scope(self, item: n.Node, params: dict[n.Var, tuple[Type, ir.Reg]]) -> None:
        """Places for the parameters; an environment when inner functions capture something."""
        root = self.scope_root(item)
        index, captured = self.world.index, []
        if root is not None and (root in index.nested or not self.library):
            facts = scopes_of(root, index.found)
            captured = facts.captured.get(item, [])
            if facts.misread:
                self.report_misread(facts.misread)
        variables: list[n.Var] = []
        types: dict[n.Var, Type] = {}
        for target in captured:
            var = self.function_var(target) if isinstance(target, n.FuncDef) else target
            assert isinstance(var, n.Var)
            variables.append(var)
            if isinstance(target, n.FuncDef):
                types[var] = t.CallableT((), OBJECT)
            else:
                types[var] = params[var][0] if var in params else self.declared_type(var)
        if variables:
            self.make_environment(variables, types)
            self.owns_env = True
        for var, (type_, register) in params.items():
            if var in types:
                assert self.env is not None
                scope = self.env_scopes[0]
                self.emit(ir.SetField(self.env, scope.layout, scope.fields[var][0], register))
            else:
                self.places[var] = Place(type_, register)
                self.note_growth(var)
                if type_.rep is Rep.BOOL and self.ever_deleted(var):
                    self.places[var].bound = bound = self.reg(Rep.BOOL, f"{var.name}.bound")
                    self.move(bound, ir.BoolConst(True))
            self.assigned.add(var)

    def report_misread(self, names: list[n.NameExpr]) -> None:
        """Refuse names of which the type checker has the wrong variable."""
        for name in names:
            why = f"the type checker takes `{name.name}` for another variable of this name"
            remedy = (
                f"give it another name, assign `{name.name}` before the function that uses it, or assign a "
                "`global` or `nonlocal` one outside of the comprehension"
            )
            self.world.report(self.module_name, Refusal(name, "scope", why, remedy))

    def scope_root(self, item: n.Node) -> n.Node | None:
        """The outermost function (or module) around a scope."""
        if isinstance(item, n.MypyFile):
            return None if self.library else item
        return self.world.index.roots.get(item)

    def lower_generator_expression(self, node: n.GeneratorExpr, source: Type) -> None:
        assert self.inst is not None
        self.env = self.inst.env_reg if self.inst.outer else None
        self.prepare_scope(node, {})
        first = Value(self.inst.registers[0], source)

        def add() -> None:
            call = self.inst.result if self.inst is not None else None
            assert isinstance(call, ClassT)
            element = call.inst.args[0]
            value = self.expr(node.left_expr)
            if not isinstance(element, t.ObjectT):
                value = self.convert_for(value, element, node.left_expr)
            self.suspend(self.handed_out(self.box(value), node), node)

        self.comprehension_loops(node, 0, first, add)
        if self.alive:
            self.terminate(ir.Return(ir.NoneConst()))


def lower_function(world: World, inst: FunctionInst) -> None:
    write_types(world, inst)
    lowerer = FunctionLowerer(world, inst, inst.function, inst.module)
    lowerer.line = inst.item.line
    with compiling(inst.function.file, inst.item.line):
        try:
            lowerer.lower_body()
        except Refusal as refusal:
            world.report(inst.module, refusal)
        finish_blocks(inst.function)


def finish_blocks(function: ir.Function) -> None:
    """Blocks nothing ended (after a refusal, or unreachable) end in Unreachable."""
    for block in function.blocks:
        if block.terminator is None:
            block.terminator = ir.Unreachable()


def module_init(world: World, name: str) -> ir.Function:
    """The guarded initialiser of a user module."""
    state = world.modules[name]
    if state.init is None:
        function = ir.Function(world.symbol(f"import.{name}"), [], Rep.VOID, module=name)
        world.add_function(function)
        state.init = function
        state.done = world.global_variable(
            ("imported", name), f"imported.{name}", t.BOOL, ir.BoolConst(False)
        )

        def lower() -> None:
            function.qualname = "<module>"
            function.file = state.tree.path
            lowerer = FunctionLowerer(world, None, function, name)
            assert state.done is not None
            todo, done = lowerer.new_block("run"), lowerer.new_block("done")
            flag = lowerer.reg(Rep.BOOL)
            lowerer.emit(ir.GetGlobal(flag, state.done))
            lowerer.branch(flag, done, todo)
            lowerer.begin(done)
            lowerer.terminate(ir.Return(None))
            lowerer.begin(todo)
            lowerer.emit(ir.SetGlobal(state.done, ir.BoolConst(True)))
            lowerer.prepare_scope(state.tree, {})
            lowerer.statements(state.tree.defs)
            if lowerer.alive:
                lowerer.terminate(ir.Return(None))
            finish_blocks(function)

        world.first.append(lower)
    return state.init


def library_global_pieces(world: World) -> bool:
    """Lower the module-level assignments of library modules whose variables are used; True if any was new."""
    new = False
    for name, state in world.modules.items():
        if not state.library:
            continue
        for position, statement in enumerate(state.pending):
            if position in state.pieces or not _needed(world, statement):
                continue
            new = True
            function = ir.Function(world.symbol(f"init.{name}.{position}"), [], Rep.VOID, module=name)
            world.add_function(function)
            state.pieces[position] = function
            _lower_piece(world, name, statement, function)
    return new


def _needed(world: World, statement: n.AssignmentStmt) -> bool:
    return any(
        isinstance(target, n.NameExpr)
        and target.node in world.globals
        or isinstance(target, n.MemberExpr)
        and isinstance(target.expr, n.NameExpr)
        and ("class variable", target.expr.node, target.name) in world.globals
        for target in statement.lvalues
    )


def _lower_piece(world: World, name: str, statement: n.AssignmentStmt, function: ir.Function) -> None:
    lowerer = FunctionLowerer(world, None, function, name)
    target = statement.lvalues[0]
    constant = _word_constant(statement.rvalue)
    if isinstance(target, n.NameExpr) and isinstance(target.node, n.Var) and constant is not None:
        variable, type_ = world.module_variable(target.node)
        if type_.rep.is_raw_integer:
            variable.initial = ir.RawConst(constant, type_.rep)
            lowerer.terminate(ir.Return(None))
            return
    if isinstance(target, n.NameExpr) and isinstance(target.node, n.Var):
        # Start-up code sets library variables before the initialisers run: plain values are there at once.
        variable, type_ = world.module_variable(target.node)
        plain = _plain_constant(statement.rvalue, type_)
        if plain is not None:
            variable.initial = plain
            lowerer.terminate(ir.Return(None))
            return
    lowerer.prepare_scope(world.modules[name].tree, {})
    lowerer.statement(statement)
    if lowerer.alive:
        lowerer.terminate(ir.Return(None))
    finish_blocks(function)


def _plain_constant(node: n.Expression, type_: t.Type) -> ir.Const | None:
    """None, True, False and numbers, where the variable's representation holds them as they stand."""
    if isinstance(node, n.NameExpr) and node.fullname == "builtins.None" and type_.rep is Rep.REF:
        return ir.NoneConst()
    if isinstance(node, n.NameExpr) and type_.rep is Rep.BOOL:
        if node.fullname in ("builtins.True", "builtins.False"):
            return ir.BoolConst(node.fullname == "builtins.True")
    if isinstance(node, n.IntExpr) and type_.rep is Rep.INT:
        return ir.IntConst(node.value)
    return None


def _word_constant(node: n.Expression) -> int | None:
    """`u64(5)` and the like."""
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr) and node.args:
        if (
            node.callee.fullname.startswith("mirage.lowlevel.")
            and node.callee.fullname.rpartition(".")[2] in t.WORDS
        ):
            argument = node.args[0]
            if (
                isinstance(argument, n.UnaryExpr)
                and argument.op == "-"
                and isinstance(argument.expr, n.IntExpr)
            ):
                return -argument.expr.value
            if isinstance(argument, n.IntExpr):
                return argument.value
            if isinstance(argument, n.NameExpr) and isinstance(argument.node, n.Var):
                final = argument.node.final_value
                if isinstance(final, int):
                    return final
    return None


def run_queue(world: World) -> None:
    """Lower until nothing new is reached.

    A lowering raises Outdated when the application's part, which comes first, shows it to be vain.  The first
    one does so later too.  The others are finished then, so that what the library's part shows is found at
    once and not in one lowering each.
    """
    dispatched = past_application = False
    while True:
        while world.queue or world.first:
            if not world.first:
                _lower_next(world, world.queue)
                continue
            while world.first:
                _lower_next(world, world.first)
                if not world.first and not dispatched:
                    dispatched = not _dispatch(world)  # the application's methods, before the library's part
            if world.flows.stale and (world.flows.is_first or not past_application):
                raise Outdated
            past_application = True
        changed = library_global_pieces(world)
        changed = _dispatch(world) or changed
        changed = _constructors_of_called_types(world) or changed
        if not world.queue and not changed:
            return


def _lower_next(world: World, waiting: list[Callable[[], None]]) -> None:
    """The last of those that wait."""
    if not world.tolerant:
        waiting.pop()()
        return
    with contextlib.suppress(Exception):
        waiting.pop()()


def _dispatch(world: World) -> bool:
    """Add the classes that have appeared to all stubs; True when one changed."""
    changed = [update_stub(world, stub) for stub in list(world.stubs.values())]
    return any(changed)


def _constructors_of_called_types(world: World) -> bool:
    """`type(self)(...)`, `cls(...)`: every class that exists below the static one can be called.

    Where the called class is not known at all, it may be any whose objects the application asks for theirs.
    """
    called = world.memo.get("called types", {})
    assert isinstance(called, dict)
    read = world.classes_read if "classes called" in world.memo else {}
    if not called and not read:
        return False
    changed = False
    objects = world.memo.get("class objects")
    # A class that nothing constructs by name may still be the receiver of its own class method.
    known = [*world.instantiated, *(objects if isinstance(objects, dict) else ())]
    for inst in known:
        if inst.info.is_abstract or inst.layout.constructor is not None:
            continue
        if (
            any(base in called for base in inst.info.mro)
            or any(info.is_protocol and world.implements(inst, info) for info in called)
            or _made_by_anyone(world, inst)
            and any(may_be(world, inst, type_) for type_ in read)
        ):
            if ENVIRONMENT in inst.fields:
                refuse_if_read(world, inst)
                continue
            inst.layout.constructor = constructor_code(world, inst)
            shown = inst.layout.shown_by
            if shown is not None and shown.constructor is None:
                seen = world.inst_of_layout[shown]
                if seen.info is inst.info:  # of a list of floats: what `type(x)` gives is called instead
                    shown.constructor = constructor_code(world, seen)
            changed = True
    return changed


def _made_by_anyone(world: World, inst: ClassInst) -> bool:
    """A class that programs name: not what the library and the compiler keep to themselves."""
    info = inst.info
    if not world.modules[info.module_name].library:
        return True
    public = not info.name.startswith("_") and not info.module_name.startswith("mirage.")
    return public and info.module_name != "types" and info.name not in _ONLY_MADE_HERE


_ONLY_MADE_HERE = ("function", "generator", "coroutine", "async_generator", "module", "type")


def constructor_code(world: World, inst: ClassInst) -> ir.Function:
    """vectorcall code behind a type object, for positional arguments."""
    code = vector_function(world, f"new.{inst}")
    world.queue.append(lambda: FunctionLowerer(world, None, code, "builtins").lower_constructor(inst))
    called = caller_of(world, inst.info)
    if called is None:
        return code
    inst.layout.plain = code
    outer = vector_function(world, f"call.{inst}")
    world.queue.append(
        lambda: FunctionLowerer(world, None, outer, "builtins").lower_metaclass_call(inst, called)
    )
    return outer


def resolve_class_sets(world: World) -> None:
    resolved: dict[Type, list[ir.Class]] = {}
    for classes, target in world.class_sets:
        if target not in resolved:
            parts = target.items if isinstance(target, UnionT) else (target,)
            found = {inst for part in parts for inst in _instances(world, part)}
            resolved[target] = [inst.layout for inst in world.instantiated if inst in found]
        classes.members = resolved[target]


def resolve_class_ranges(world: World) -> None:
    """For tests of classes known at run time: generic classes stand for all their instantiations."""
    world.program.class_ranges = True
    for (info, args), inst in list(world.class_insts.items()):
        if (args or info.is_protocol) and all(isinstance(arg, t.ObjectT) for arg in args):
            target = ClassT(world.class_inst(info, ()))
            inst.layout.instances = ir.ClassSet([one.layout for one in _instances(world, target)])
        elif world.numbers_of(info):
            targets = [ClassT(world.class_inst(one, ())) for one in world.numbers_of(info)]
            found = [one.layout for target in targets for one in _instances(world, target)]
            inst.layout.instances = ir.ClassSet(list(dict.fromkeys([inst.layout, *found])))


def _instances(world: World, target: Type) -> list[ClassInst]:
    possible = of_class(world, target.inst.info) if isinstance(target, ClassT) else world.instantiated
    return [inst for inst in possible if _is_instance_of(world, inst, target)]


def _is_instance_of(world: World, inst: ClassInst, target: Type) -> bool:
    if isinstance(target, t.BelowT):
        return inst.info is not target.inst.info and target.inst.info in inst.info.mro
    if isinstance(target, ClassT):
        info = target.inst.info
        if info.fullname == "typing.Hashable":  # also a plain `object()`
            return world.implements(inst, info)
        if inst.primitive is None and not info.is_protocol and info not in inst.info.mro:
            return False
        if not world.shaped_as(inst, target.inst):
            return False
        return (
            world.is_subtype(ClassT(inst), target)
            if inst.primitive is None
            else (target.inst.info in inst.info.mro or world.is_subtype(inst.this, target))
        )
    if isinstance(target, t.NoneT):
        return inst is world.none_inst
    if isinstance(target, t.PrimT):
        own = world.class_of(target)
        return own is not None and own.info in inst.info.mro
    if isinstance(target, t.TupleT):
        return world.info("builtins.tuple") in inst.info.mro
    if isinstance(target, t.CallableT):
        known = inst.info.fullname in (
            "builtins.function",
            "builtins._Method",
            "builtins._Bound",
        )
        return known or is_metaclass(inst.info) or inst.member("__call__") is not None
    if isinstance(target, t.TypeT):
        return is_metaclass(inst.info)
    return True


__all__ = ["FunctionLowerer", "OBJECT", "lower_function", "module_init", "resolve_class_sets", "run_queue"]
