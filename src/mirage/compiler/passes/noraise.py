"""Whole-program facts: what is reachable, what can raise, what can recurse.

    f: add; call g; return        g: return 1        =>   neither can raise: plain results, no tests

A function that cannot raise returns its value alone and its callers have no error test.  Only
functions in a cycle of the call graph check the stack.  A call through a pointer is taken to reach
every function whose address is held somewhere.
"""

from __future__ import annotations

from collections import deque

from mirage.compiler.ir import nodes as ir
from mirage.compiler.passes.depth import bound_depth
from mirage.compiler.passes.flow import functions_in_constant, reads, remove_dead_blocks

_INDIRECT = -1  # the call-graph node of "any vectorcall code"
_RESUME = -2  # and of "any generator body"


class _Facts:
    """One function's edges, found in one walk over its operations."""

    def __init__(self, function: ir.Function) -> None:
        self.function = function
        self.calls: list[ir.Function] = []  # direct callees, whether their errors are handled or not
        self.escaping: list[ir.Function] = []  # those whose error leaves this function
        self.taken: list[ir.Function] = []  # functions whose address appears here
        self.made: list[ir.Class] = []  # classes of objects allocated here
        self.indirect = False
        self.resumes = False
        self.raises = False  # by itself


def _walk(function: ir.Function, known: ir.Known) -> _Facts:
    facts = _Facts(function)

    def callee(op: ir.MayRaise, target: ir.Function) -> None:
        facts.calls.append(target)
        if op.on_error is None:
            facts.escaping.append(target)

    for block in function.blocks:
        for op in block.ops:
            match op:
                case ir.Call():
                    callee(op, op.function)
                case ir.IntOp():
                    callee(op, op.slow)
                case ir.Alloc():
                    callee(op, known.allocate)
                    if known.allocate_apart is not None:
                        facts.calls.append(known.allocate_apart)
                    facts.made.append(op.cls)
                case ir.CallVector() | ir.CallVectorRaw() | ir.Resume() | ir.Yield():
                    if op.on_error is None:
                        facts.raises = True
                    if isinstance(op, ir.Resume) and op.body is not None:
                        facts.calls.append(op.body)
                    elif isinstance(op, ir.Resume):
                        facts.resumes = True
                    else:
                        facts.indirect = True
                case _:
                    pass
            if isinstance(op, ir.AddTraceback) or isinstance(op, ir.MayRaise) and op.site is not None:
                facts.calls.append(known.add_traceback)
            _constants(op, facts)
        terminator = block.terminator
        if terminator is not None:
            if isinstance(terminator, ir.Raise):
                facts.raises = True
                if terminator.site is not None:
                    facts.calls.append(known.add_traceback)
            _constants(terminator, facts)
    return facts


def _constants(op: ir.Op, facts: _Facts) -> None:
    for operand in reads(op):
        if isinstance(operand, ir.Const):
            facts.taken.extend(functions_in_constant(operand))


def analyse(program: ir.Program) -> None:
    """Drop what nothing reaches, then set `can_raise`, `address_taken` and `stack_check` on the rest."""
    facts = _reach(program)
    program.functions = [f for f in program.functions if f in facts]
    listed = set(program.functions)
    missing = [f for f in facts if f not in listed]
    program.functions.extend(missing)
    _find_cycles(program, facts)
    bound_depth(program)
    _find_raising(program, facts)


def _reach(program: ir.Program) -> dict[ir.Function, _Facts]:
    """Walk from the exported functions, the nearest first; remembers whose address is taken, and in
    `program.reached` through whom each function is there."""
    known = program.known
    reached: dict[ir.Function, ir.Function | None] = {}
    work: deque[ir.Function] = deque()

    def reach(function: ir.Function, through: ir.Function | None) -> None:
        if function not in reached:
            reached[function] = through
            work.append(function)

    def instantiate(cls: ir.Class, through: ir.Function | None) -> None:
        cls.instantiated = True
        if cls.constructor is not None:  # the class table holds the type object
            cls.constructor.address_taken = True
            reach(cls.constructor, through)
        if cls.plain is not None:
            cls.plain.address_taken = True
            reach(cls.plain, through)

    for function in program.functions:
        if function.exported:
            reach(function, None)
    reach(known.recursion_error, None)
    for variable in program.globals:
        if variable.initial is not None:
            for held in functions_in_constant(variable.initial):
                held.address_taken = True
                reach(held, None)
    for cls in program.classes:
        if cls.instantiated:
            instantiate(cls, None)
    facts: dict[ir.Function, _Facts] = {}
    while work:
        function = work.popleft()
        remove_dead_blocks(function)
        found = facts[function] = _walk(function, known)
        for callee in found.calls:
            reach(callee, function)
        for cls in found.made:
            instantiate(cls, function)
        for held in found.taken:
            held.address_taken = True
            reach(held, function)
    program.reached = reached
    return facts


def _find_raising(program: ir.Program, facts: dict[ir.Function, _Facts]) -> None:
    """The least fixpoint of "raises by itself, or lets a callee's error escape"."""
    callers: dict[ir.Function, list[ir.Function]] = {f: [] for f in facts}
    work: list[ir.Function] = []
    for function, found in facts.items():
        function.can_raise = False
        for target in found.escaping:
            callers[target].append(function)
        if found.raises or function.stack_check:
            work.append(function)
    while work:
        function = work.pop()
        if function.can_raise or function.no_raise or function.exported:
            continue
        function.can_raise = True
        work.extend(callers[function])


def _find_cycles(program: ir.Program, facts: dict[ir.Function, _Facts]) -> None:
    """Set `stack_check` on the functions in cycles (Tarjan's components, without recursion).

    What is always inlined leaves the check to what it is inlined into, unless a cycle has nothing else.
    """
    numbers = {function: index for index, function in enumerate(facts)}
    functions = list(facts)
    graph: dict[int, list[int]] = {_INDIRECT: [], _RESUME: []}
    for function, found in facts.items():
        edges = [numbers[target] for target in found.calls]
        if found.indirect:
            edges.append(_INDIRECT)
        if found.resumes:
            edges.append(_RESUME)
        graph[numbers[function]] = edges
        if function.is_resume:
            graph[_RESUME].append(numbers[function])
        elif function.address_taken:
            graph[_INDIRECT].append(numbers[function])
    for function in functions:
        function.stack_check = False
    vanishing = {n for n, f in enumerate(functions) if f.inline is ir.Inline.ALWAYS and not f.address_taken}
    among = {n: [target for target in graph[n] if target in vanishing] for n in vanishing}
    lasting = _in_cycles(among)
    for number in _in_cycles(graph):
        if number >= 0 and (number not in vanishing or number in lasting):
            function = functions[number]
            function.stack_check = not (function.no_stack_check or function.exported or function.no_raise)


def _in_cycles(graph: dict[int, list[int]]) -> set[int]:
    found: set[int] = set()
    for component in _components(graph):
        if len(component) > 1 or component[0] in graph[component[0]]:
            found.update(component)
    return found


def _components(graph: dict[int, list[int]]) -> list[list[int]]:
    """Strongly connected components (Tarjan 1972), with an explicit stack."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    on_stack: set[int] = set()
    stack: list[int] = []
    result: list[list[int]] = []
    for root in graph:
        if root in order:
            continue
        order[root] = low[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        visits = [(root, iter(graph[root]))]
        while visits:
            node, edges = visits[-1]
            for target in edges:
                if target not in order:
                    order[target] = low[target] = len(order)
                    stack.append(target)
                    on_stack.add(target)
                    visits.append((target, iter(graph[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], order[target])
            else:
                visits.pop()
                if visits:
                    parent = visits[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == order[node]:
                    component = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        component.append(member)
                        if member == node:
                            break
                    result.append(component)
    return result
