"""The program cut into units that are compiled apart, in parallel, and kept.

A unit's text says all that its object depends on, so the object is kept under the text's hash: after a
change only the units whose text changed are compiled, and programs share what they have in common.

    caller of f, f (called from one place)          =>  one unit, f internal to it
    @inline functions, and small ones               =>  copied into every unit that calls them
    functions of one module of the application      =>  one unit, up to a size

What LLVM would find by seeing the whole program is found before (passes/) or lost; docs/design/units.md
has the measurements.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.fragment import NAMES, Fragment
from mirage.compiler.llvm.module import Module
from mirage.compiler.llvm.types import NEW, quoted

APPLICATION_LIMIT = 2500  # operations in a unit of the application's functions
LIBRARY_LIMIT = 300  # and in one of the library's
JOIN_LIMIT = 400  # a function called from one place joins its caller up to this size together
SMALL = 26  # lines of LLVM text, all inlined, of a function that is copied to its callers in other units
EAGER = 100  # the same for calls that the application makes
BODY = 300  # and for the bodies of generators that its loops resume


@dataclass(eq=False)
class Unit:
    """Functions with their linkages, and the text of the module they make."""

    module: Module
    functions: list[tuple[Fragment, str]]

    def digest(self, allocation: str) -> str:
        """The hash of everything the object is made from; `allocation` is the module it may be given."""
        found = hashlib.sha256()
        names: dict[str, None] = {}
        for fragment, linkage in self.functions:
            found.update(linkage.encode())
            found.update(fragment.digest)
            names.update(dict.fromkeys(fragment.mentions))
        declarations = self.module.declarations
        for name in names:
            found.update(declarations.get(name, "").encode())
        if self.allocates:
            found.update(allocation.encode())
        return found.hexdigest()

    def text(self) -> str:
        return self.module.assemble(self.functions)

    @property
    def allocates(self) -> bool:
        """Calls what `allocation` defines."""
        return any(f"@{NEW}" in fragment.mentions for fragment, _ in self.functions)

    @property
    def size(self) -> int:
        """Characters, roughly the work to compile it."""
        return sum(len(fragment.body) for fragment, _ in self.functions)


def partition(module: Module, is_application: Callable[[ir.Function], bool]) -> tuple[list[Unit], str]:
    """Every function that needs a home, in units; the data is not among them.

    The second is the text of the module that defines `mirage.new`, for the units that call it.
    """
    graph = _Calls(module)
    groups = _gather(_join_single_callers(graph), graph, is_application)
    contents = [(group, _copies(graph, group)) for group in groups]
    fragments = {f: module.fragments[quoted(f.symbol)] for f in graph.functions}
    home = {fragments[f].name: number for number, (group, _) in enumerate(contents) for f in group}
    shared = {name for name in NAMES.findall(module.data) if name in home}
    for number, (group, copies) in enumerate(contents):
        for function in [*group, *copies]:
            shared.update(name for name in fragments[function].mentions if home.get(name, number) != number)

    def copied(function: ir.Function) -> tuple[Fragment, str]:
        kind = "internal" if graph.is_homeless(function) else "available_externally hidden"
        return fragments[function], kind

    new = module.allocation([copied(function) for function in _allocation(graph)])
    shared.update(name for name in NAMES.findall(new) if name in home)
    units = []
    for group, copies in contents:
        functions = []
        for function in group:
            fragment = fragments[function]
            linkage = "hidden" if fragment.name in shared else "internal"
            functions.append((fragment, "dso_local" if function.exported else linkage))
        functions.extend(copied(function) for function in copies)
        units.append(Unit(module, functions))
    return units, new


class _Calls:
    """Who calls whom, and how large everybody is."""

    def __init__(self, module: Module) -> None:
        program = module.program
        self.module = module
        self.same = module.same
        self.functions = [f for f in program.functions if f not in self.same]
        self.size: dict[ir.Function, int] = {}
        self.callees: dict[ir.Function, list[tuple[ir.Function, int]]] = {}  # with the limit for a copy
        self.callers: dict[ir.Function, list[ir.Function]] = {f: [] for f in self.functions}
        self.needs_home: set[ir.Function] = {program.known.recursion_error, program.known.add_traceback}
        if program.known.allocate_apart is not None:
            self.needs_home.add(program.known.allocate_apart)
        for function in self.functions:
            self._read(function, program.known, module.leaving.get(function, set()))
        self.cost: dict[ir.Function, int] = {}
        for function in self.functions:
            self._inlined(function)
        for function in program.functions:
            if function.exported or function.address_taken:
                self.needs_home.add(self.same.get(function, function))

    def _read(self, function: ir.Function, known: ir.Known, leaving: set[ir.Block]) -> None:
        size = 0
        callees: list[tuple[ir.Function, int]] = []
        fragments = self.module.fragments
        allocates = quoted(known.allocate.symbol) in fragments[quoted(function.symbol)].mentions
        for block in function.blocks:
            size += len(block.ops)
            for op in block.ops:
                match op:
                    case ir.Call():
                        callee = self.same.get(op.function, op.function)
                        eager = op.site is not None and block not in leaving
                        callees.append((callee, EAGER if eager else SMALL))
                        self.callers[callee].append(function)
                    case ir.Resume() if op.body is not None:
                        body = self.same.get(op.body, op.body)
                        callees.append((body, BODY if op.eager else SMALL))
                        self.callers[body].append(function)
                    case ir.Alloc():
                        if allocates:
                            callees.append((known.allocate, SMALL))
                        self.callers[known.allocate].append(function)
                    case ir.IntOp():
                        size += 2
                        slow = self.same.get(op.slow, op.slow)
                        self.callers[slow].extend((function, function))  # out of line, whoever calls it
                    case _:
                        pass
        self.size[function] = size
        self.callees[function] = callees

    def _inlined(self, function: ir.Function) -> int:
        """Lines of the function's text with all that is always inlined."""
        cost = self.cost.get(function)
        if cost is None:
            cost = self.cost[function] = self.module.fragments[quoted(function.symbol)].body.count("\n")
            for callee, _ in self.callees[function]:
                if callee.inline is ir.Inline.ALWAYS:
                    cost += self._inlined(callee)
            self.cost[function] = cost
        return cost

    def is_homeless(self, function: ir.Function) -> bool:
        """Stands in no unit by itself: it disappears into its callers."""
        return function.inline is ir.Inline.ALWAYS and function not in self.needs_home

    def is_copied(self, function: ir.Function, limit: int) -> bool:
        """Goes into the units of its callers, to be inlined there."""
        if function.inline is ir.Inline.NEVER:
            return False
        return function.inline is ir.Inline.ALWAYS or self.cost[function] <= limit


def _join_single_callers(graph: _Calls) -> list[list[ir.Function]]:
    """Groups of functions that only each other call; the first is the group's root."""
    group_of: dict[ir.Function, list[ir.Function]] = {}
    weight: dict[int, int] = {}
    for function in graph.functions:
        if not graph.is_homeless(function):
            group = [function]
            group_of[function] = group
            weight[id(group)] = graph.size[function]
    for function in graph.functions:
        callers = graph.callers[function]
        if len(callers) != 1 or function in graph.needs_home or function not in group_of:
            continue
        caller = callers[0]
        if caller not in group_of:
            continue
        mine, other = group_of[function], group_of[caller]
        together = weight[id(mine)] + weight[id(other)]
        if mine is other or mine[0] is not function or together > JOIN_LIMIT:
            continue
        other.extend(mine)
        weight[id(other)] = together
        for member in mine:
            group_of[member] = other
    seen: dict[int, list[ir.Function]] = {}
    for group in group_of.values():
        seen.setdefault(id(group), group)
    return list(seen.values())


def _gather(
    groups: list[list[ir.Function]], graph: _Calls, is_application: Callable[[ir.Function], bool]
) -> list[list[ir.Function]]:
    """Small groups of one module together, up to the limit."""
    result: list[list[ir.Function]] = []
    open_: dict[tuple[str, str], tuple[list[ir.Function], int]] = {}
    for group in groups:
        root = group[0]
        limit = APPLICATION_LIMIT if is_application(root) else LIBRARY_LIMIT
        size = sum(graph.size[function] for function in group)
        key = (root.file, root.module)
        current = open_.get(key)
        if current is None or current[1] + size > limit:
            fresh: list[ir.Function] = []
            result.append(fresh)
            current = (fresh, 0)
        current[0].extend(group)
        open_[key] = (current[0], current[1] + size)
    return result


def _copies(graph: _Calls, members: list[ir.Function]) -> list[ir.Function]:
    """What the members call, and what that calls, to be inlined."""
    inside = set(members)
    copies: dict[ir.Function, None] = {}
    work = list(members)
    while work:
        for callee, limit in graph.callees[work.pop()]:
            if callee in inside or callee in copies or not graph.is_copied(callee, limit):
                continue
            copies[callee] = None
            work.append(callee)
    return list(copies)


def _allocation(graph: _Calls) -> list[ir.Function]:
    """What stands beside `mirage.new`, to be inlined into it."""
    allocate = graph.module.program.known.allocate
    return [allocate, *_copies(graph, [allocate])] if graph.is_copied(allocate, SMALL) else []
