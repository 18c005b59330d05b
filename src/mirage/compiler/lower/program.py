"""The whole program: from the analysed trees to an IR program."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from mypy.nodes import AssignmentStmt, Block, IfStmt, MypyFile

from mirage.compiler.errors import CompileError, CompileErrors, InternalError
from mirage.compiler.frontend.analysis import Analysis
from mirage.compiler.frontend.index import TreeIndex, index_trees
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower.body import (
    FunctionLowerer,
    finish_blocks,
    module_init,
    resolve_class_ranges,
    resolve_class_sets,
    run_queue,
)
from mirage.compiler.lower.flows import Flows
from mirage.compiler.lower.functions import request_function
from mirage.compiler.lower.import_cycles import report_cycles
from mirage.compiler.lower.types import OBJECT
from mirage.compiler.lower.unreached import request_unreached
from mirage.compiler.lower.world import Outdated, World


def lower_program(analysis: Analysis, target: str, everything: bool = False) -> ir.Program:
    """Lower everything reached from the target's entry; raises CompileErrors with all refusals.

    everything   lower the application's other functions too, for their refusals
    raises       InternalError at the statement that was being lowered, for a mistake of the compiler
    """
    flows, index = _begun(analysis)
    while True:
        flows.settle()
        world = _world(analysis, flows, index)
        try:
            program = _lower(world, analysis, target, everything)
        except Outdated:
            continue
        except CompileErrors:
            if flows.stale:
                continue  # what was refused may not be so
            raise
        except Exception as error:
            if flows.stale:
                continue
            if world.errors:  # what was refused may be to blame
                raise _refusals(world) from error
            if isinstance(error, InternalError):
                raise
            raise InternalError(*world.place, error) from error
        if not flows.stale:
            return program


_COPYING = ("mirage.runtime.cloning.copied", "mirage.runtime.cloning.deep")

_ROUNDS = 5  # in which what the flows find settles; a program with type errors need not be exact


def find_refusals(analysis: Analysis, target: str, everything: bool) -> list[CompileError]:
    """What lowering refuses in a program with type errors, as far as it can be lowered."""
    flows, index = _begun(analysis)
    world = None
    for _ in range(_ROUNDS):
        flows.settle()
        world = _world(analysis, flows, index, tolerant=True)
        with contextlib.suppress(Exception):  # Outdated, refusals, what comes of lost types
            _lower(world, analysis, target, everything)
        if not flows.stale:
            break
    return world.errors if world is not None else []


def _begun(analysis: Analysis) -> tuple[Flows, TreeIndex]:
    flows = Flows()
    flows.details = _mentioned(analysis, _DETAILS)
    flows.signatures = _mentioned(analysis, _SIGNATURES)
    flows.details = flows.details or flows.signatures
    flows.places = _mentioned(analysis, _CALLBACKS)
    flows.names_nan = _mentioned(analysis, _NAN)
    index = index_trees(analysis.trees.values(), analysis.is_library)
    index.described = analysis.described
    return flows, index


def _world(analysis: Analysis, flows: Flows, index: TreeIndex, tolerant: bool = False) -> World:
    return World(
        analysis.trees,
        analysis.types,
        analysis.bodies,
        analysis.is_library,
        analysis.display_path,
        flows,
        index,
        tolerant,
    )


def _refusals(world: World) -> CompileErrors:
    return CompileErrors(sorted(world.errors, key=lambda e: (e.file, e.line, e.column)))


# The application seems to use what functions carry beside their names.  A guess: it saves lowering everything
# again when the library's function for it turns out to be reached.
_DETAILS = re.compile(
    r"\b(wraps|update_wrapper|contextmanager|asynccontextmanager"
    r"|iscoroutinefunction|isgeneratorfunction|isasyncgenfunction|getdoc)\b"
    r"|ContextDecorator\b|\.__(doc|wrapped)__\b"
)
_SIGNATURES = re.compile(
    r"\binspect\.(signature|getfullargspec|Signature)\b"
    r"|\bfrom inspect import\b.*\b(signature|getfullargspec|Signature)\b"
)
_CALLBACKS = re.compile(r"\.(call_(soon|later|at)|add_done_callback)\b")
_NAN = re.compile(r"\bnan\b", re.IGNORECASE)


def _mentioned(analysis: Analysis, pattern: re.Pattern[str]) -> bool:
    """Some module of the application has a match in its text."""
    mine = [tree.path for tree in analysis.trees.values() if not analysis.is_library(tree)]
    return any(pattern.search(Path(path).read_text(encoding="utf-8")) for path in mine)


def _lower(world: World, analysis: Analysis, target: str, everything: bool) -> ir.Program:
    for state in world.modules.values():
        if state.library:
            state.pending = list(_assignments(state.tree))
    main = _main(world)
    world.memo["main"] = main
    endings = ir.Function("mirage.endings", [], Rep.VOID, module="builtins", no_raise=True)
    world.memo["endings"] = world.add_function(endings)
    _always_there(world)
    start = request_function(world, world.function_node(f"mirage.targets.{target}.start.mirage_start"), None)
    for name in _exported(world, target):
        request_function(world, world.function_node(name), None)
    known = _known(world)
    entries = {str(path): module_init(world, name) for name, path in analysis.mains.items()}
    if len(entries) > 1:
        for name in ("is_called", "none_is_called"):
            request_function(world, world.function_node(f"mirage.runtime.programs.{name}"), None)
    run_queue(world)
    report_cycles(world, list(analysis.mains))
    _fill_main(world, main, entries)
    _fill_endings(world, endings)
    run_queue(world)
    if everything:
        request_unreached(world)
        run_queue(world)
    for stub in world.stubs.values():
        finish_blocks(stub.function)
    for function in world.program.functions:
        finish_blocks(function)
    reached = {inst.item.fullname for inst in world.function_insts.values()}
    if not reached.isdisjoint(_COPYING):
        for module, refusal in world.when_copied:
            world.report(module, refusal)
    if world.errors:
        raise _refusals(world)
    resolve_class_sets(world)
    if "mirage.runtime.classes.accepts" in reached:
        resolve_class_ranges(world)
    known.known.awaited_read = "mirage.runtime.frames.awaited_by" in reached
    known.known.places_read = "mirage.runtime.frames.stands" in reached
    known.known.generator_stop = known.generator_stop_function
    world.program.known = known.known
    _ = start
    return world.program


def _assignments(tree: MypyFile | Block) -> list[AssignmentStmt]:
    found: list[AssignmentStmt] = []
    for statement in tree.defs if isinstance(tree, MypyFile) else tree.body:
        if isinstance(statement, AssignmentStmt):
            found.append(statement)
        elif isinstance(statement, IfStmt):
            for body in [
                *statement.body,
                *([statement.else_body] if statement.else_body is not None else []),
            ]:
                if not body.is_unreachable:
                    found.extend(_assignments(body))
    return found


def _exported(world: World, target: str) -> list[str]:
    """Functions assembly calls: every `@export` in the modules of the program."""
    from mypy.nodes import CallExpr, Decorator, RefExpr

    names = []
    mine = (f"mirage.targets.{target}.", "mirage.targets.pvh.")
    for module, state in world.modules.items():
        if not state.library:
            continue
        for statement in state.tree.defs:
            if isinstance(statement, Decorator) and any(
                isinstance(d, CallExpr)
                and isinstance(d.callee, RefExpr)
                and d.callee.fullname == "mirage.lowlevel.export"
                for d in statement.decorators
            ):
                if module.startswith("mirage.targets.") and not module.startswith(mine):
                    continue
                names.append(f"{module}.{statement.func.name}")
    return names


def _always_there(world: World) -> None:
    for name in ("str", "type"):
        world.instantiate(world.builtin(name))
    world.instantiate(world.builtin("tuple", OBJECT))
    world.instantiate(world.none_inst)
    world.instantiate(world.builtin("int"))
    world.instantiate(world.builtin("bool"))


class Known:
    def __init__(self, known: ir.Known, generator_stop: ir.Function) -> None:
        self.known = known
        self.generator_stop_function = generator_stop


def _known(world: World) -> Known:
    def function(name: str) -> ir.Function:
        return request_function(world, world.function_node(f"mirage.runtime.{name}"), None).function

    def layout(name: str) -> ir.Class:
        return world.builtin(name).layout

    world.instantiate(world.builtin("StopIteration"))
    known = ir.Known(
        str_=layout("str"),
        bytes_=layout("bytes"),
        tuple_=world.builtin("tuple", OBJECT).layout,
        float_=layout("float"),
        int_=layout("int"),
        bool_=layout("bool"),
        none=world.none_inst.layout,
        function=layout("function"),
        type_=layout("type"),
        stop_iteration=layout("StopIteration"),
        allocate=function("memory.allocate"),
        recursion_error=function("errors.recursion_error"),
        add_traceback=function("errors.add_traceback"),
        allocate_apart=function("memory.allocate_apart"),
    )
    return Known(known, function("errors.generator_stop"))


def _main(world: World) -> ir.Function:
    """Start-up of library variables, then the entry module."""
    # apart from its caller, which is compiled for size
    main = ir.Function("mirage.main", [], Rep.VOID, module="builtins", inline=ir.Inline.NEVER)
    return world.add_function(main)


def _fill_main(world: World, main: ir.Function, entries: dict[str, ir.Function]) -> None:
    """entries   the programs by the paths they were given with; of several, sys.argv[0] chooses one"""
    lowerer = FunctionLowerer(world, None, main, "builtins")
    enums = world.memo.get("enum pieces", [])
    assert isinstance(enums, list)
    ordered = _module_order(world)
    for name in ordered:
        for piece in enums:
            if piece.module == name:  # before the variables, which may hold members
                lowerer.call(piece, [])
        for _, piece in sorted(world.modules[name].pieces.items()):
            lowerer.call(piece, [])
    for piece in enums:
        if piece.module not in ordered:
            lowerer.call(piece, [])
    if len(entries) > 1:
        _call_chosen(lowerer, entries)
    else:
        for entry in entries.values():
            lowerer.call(entry, [])
    lowerer.terminate(ir.Return(None))


def _fill_endings(world: World, endings: ir.Function) -> None:
    """What is run at the end, in programs that register something for it."""
    lowerer = FunctionLowerer(world, None, endings, "builtins")
    reached = {inst.item.fullname for inst in world.function_insts.values()}
    if "mirage.runtime.ending.set_action" in reached:
        lowerer.call(lowerer.runtime("ending.run"), [])
    lowerer.terminate(ir.Return(None))


def _call_chosen(lowerer: FunctionLowerer, entries: dict[str, ir.Function]) -> None:
    """Call the program that sys.argv[0] names."""
    for name, entry in entries.items():
        run, others = lowerer.new_block("run"), lowerer.new_block("others")
        named = lowerer.call(lowerer.runtime("programs.is_called"), [ir.StrConst(name)])
        lowerer.branch(named, run, others)
        lowerer.begin(run)
        lowerer.call(entry, [])
        lowerer.terminate(ir.Return(None))
        lowerer.begin(others)
    lowerer.call(lowerer.runtime("programs.none_is_called"), [])


def _module_order(world: World) -> list[str]:
    """Library modules so that imported ones come first (cycles in any order)."""
    from mypy.nodes import Import, ImportFrom

    order: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen or name not in world.modules:
            return
        seen.add(name)
        for statement in world.modules[name].tree.imports:
            if isinstance(statement, Import):
                for imported, _ in statement.ids:
                    visit(imported)
            elif isinstance(statement, ImportFrom):
                visit(statement.id)
                for imported, _ in statement.names:
                    visit(f"{statement.id}.{imported}")
        if world.modules[name].library:
            order.append(name)

    for name in sorted(world.modules):
        visit(name)
    return order
