from __future__ import annotations

import operator
from collections import ChainMap
from dataclasses import dataclass
from typing import Any, Callable

from .errors import RuntimeFault
from .tree import Bin, Branch, Break, Call, Do, Expr, Fn, Let, Lit, Print, Ref, Return, Stmt, Un

Scope = ChainMap[str, Any]
OPS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b if type(a) is type(b) else f"{show(a)}{show(b)}",
    "-": operator.sub, "*": operator.mul, "/": operator.floordiv,
    "<": operator.lt, "<=": operator.le, "==": operator.eq,
}  # fmt: skip


class Leave(Exception):
    pass


class Returned(Exception):
    def __init__(self, value: Any) -> None:
        self.value = value


@dataclass
class Closure:
    fn: Fn
    scope: Scope


def show(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Closure):
        return f"<fn {value.fn.name}/{len(value.fn.params)}>"
    return str(value)


class Evaluator:
    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
        self.top: Scope = ChainMap({})

    def execute(self, statement: Stmt, scope: Scope) -> None:
        match statement:
            case Let(name, value, new):
                result = self.value(value, scope)
                target = scope.maps[0] if new else next((m for m in scope.maps if name in m), None)
                if target is None:
                    raise RuntimeFault(f"{name} was never let")
                target[name] = result
            case Print(values):
                self.write(" ".join(show(self.value(v, scope)) for v in values))
            case Branch(test, body, loop):
                while self.value(test, scope):
                    try:
                        for inner in body:
                            self.execute(inner, scope)
                    except Leave:
                        if loop:
                            break
                        raise
                    if not loop:
                        break
            case Fn():
                scope[statement.name] = Closure(statement, scope)
            case Return(value):
                raise Returned(self.value(value, scope))
            case Break():
                raise Leave
            case Do(value):
                self.value(value, scope)

    def value(self, node: Expr, scope: Scope) -> Any:
        match node:
            case Lit(value):
                return value
            case Ref(token):
                try:
                    return scope[token.text]
                except KeyError:
                    raise RuntimeFault(f"{token.text} is not known", token) from None
            case Un(op, inner):
                value = self.value(inner, scope)
                return not value if op.text == "not" else -value
            case Bin(op, left, right):
                a, b = self.value(left, scope), self.value(right, scope)
                try:
                    return OPS[op.text](a, b)
                except (ArithmeticError, TypeError) as error:
                    raise RuntimeFault(f"{show(a)} {op.text} {show(b)}", op) from error
            case Call(target, args, token):
                closure = self.value(target, scope)
                if not isinstance(closure, Closure) or len(args) != len(closure.fn.params):
                    raise RuntimeFault(f"cannot call {show(closure)} with {len(args)}", token)
                values = {p: self.value(a, scope) for p, a in zip(closure.fn.params, args)}
                inner_scope = closure.scope.new_child(values)
                try:
                    for statement in closure.fn.body:
                        self.execute(statement, inner_scope)
                except Returned as result:
                    return result.value
                return 0
