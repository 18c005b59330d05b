"""Functions that context managers decorate: where the manager swallows an exception they give None.

    @contextmanager                     @guarded()
    def guarded():                      def ratio(a: int, b: int) -> float:
        try:                                return a / b
            yield
        except ZeroDivisionError:       ratio(1, 0)     # None, and a float for mypy
            pass

The calls are Any, and so are the variables without annotations that hold what they give.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.holding import ANYTHING, held, widen_uses
from mirage.compiler.frontend.walk import walk

MANAGERS = (
    "contextlib.ContextDecorator",
    "contextlib.AsyncContextDecorator",
    "contextlib._GeneratorContextManager",
    "contextlib._AsyncGeneratorContextManager",
)


def find_swallowed(trees: list[n.MypyFile], types: dict[n.Expression, mt.Type]) -> set[n.SymbolNode]:
    """The functions of the application that may give None instead of what they are declared to give."""
    found: set[n.SymbolNode] = set()
    for tree in trees:
        for node in walk(tree):
            if isinstance(node, n.Decorator) and any(_swallows(d, types) for d in node.original_decorators):
                declared = mt.get_proper_type(node.var.type)
                if not isinstance(declared, mt.CallableType):
                    continue
                if not isinstance(mt.get_proper_type(declared.ret_type), mt.NoneType | mt.AnyType):
                    node.var.type = _wider(declared)
                    found.add(node)
    return found


def _wider(function: mt.CallableType) -> mt.CallableType:
    """The same, but for what it gives, or for what awaiting it gives."""
    given = mt.get_proper_type(function.ret_type)
    if isinstance(given, mt.Instance) and given.type.name in ("Coroutine", "Awaitable", "CoroutineType"):
        wider = given.copy_modified(args=[*given.args[:-1], ANYTHING])
        return function.copy_modified(ret_type=wider)
    return function.copy_modified(ret_type=ANYTHING)


def widen_swallowed(
    tree: n.MypyFile, types: dict[n.Expression, mt.Type], functions: set[n.SymbolNode]
) -> None:
    """Make the types of calls true, and those of the variables that hold what they give."""
    if not functions:
        return
    holding = held(
        tree,
        lambda value: isinstance(value, n.CallExpr | n.AwaitExpr) and _is_of(value, types, functions),
    )
    for node in walk(tree):
        if isinstance(node, n.RefExpr) and node.node in functions:
            function = mt.get_proper_type(types.get(node))
            if isinstance(function, mt.CallableType):
                types[node] = _wider(function)
        if isinstance(node, n.CallExpr | n.AwaitExpr) and _is_of(node, types, functions):
            types[node] = ANYTHING
    widen_uses(tree, holding, types)


def _swallows(decorator: n.Expression, types: dict[n.Expression, mt.Type]) -> bool:
    made = mt.get_proper_type(types.get(decorator))
    if not isinstance(made, mt.Instance) or not any(map(made.type.has_base, MANAGERS)):
        return False
    if "Generator" not in made.type.name:
        leave = made.type.get("__exit__") or made.type.get("__aexit__")
        declared = mt.get_proper_type(leave.type) if leave is not None else None
        given = mt.get_proper_type(declared.ret_type) if isinstance(declared, mt.CallableType) else None
        never = isinstance(given, mt.LiteralType) and given.value is False
        return not never and not isinstance(given, mt.NoneType)
    callee = decorator.callee if isinstance(decorator, n.CallExpr) else None
    maker = callee.node if isinstance(callee, n.RefExpr) else None
    if not isinstance(maker, n.Decorator):
        return True
    return any(isinstance(part, n.TryStmt | n.WithStmt) for part in walk(maker.func.body))


def _is_of(
    node: n.CallExpr | n.AwaitExpr, types: dict[n.Expression, mt.Type], functions: set[n.SymbolNode]
) -> bool:
    call = node.expr if isinstance(node, n.AwaitExpr) else node
    if not isinstance(call, n.CallExpr) or not isinstance(call.callee, n.RefExpr):
        return False
    found = call.callee.node
    if found is None and isinstance(call.callee, n.MemberExpr):
        receiver = mt.get_proper_type(types.get(call.callee.expr))
        entry = receiver.type.get(call.callee.name) if isinstance(receiver, mt.Instance) else None
        found = entry.node if entry is not None else None
    if found not in functions or not isinstance(found, n.Decorator):
        return False
    return found.func.is_coroutine == isinstance(node, n.AwaitExpr)
