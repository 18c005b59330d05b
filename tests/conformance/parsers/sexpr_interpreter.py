"""A small Lisp: reader, closures, tail calls by trampoline, quoting, errors; programs as text."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any, TypeAlias, Union

Value: TypeAlias = Union[int, float, str, bool, None, "Symbol", list["Value"], "Closure", Callable[..., "Value"]]


class Symbol(str):
    def __repr__(self) -> str:
        return str(self)


class LispError(Exception):
    pass


class Scope(dict[str, Value]):
    def __init__(self, names: list[str], values: list[Value], outer: Scope | None = None) -> None:
        if len(names) != len(values):
            raise LispError(f"wanted {len(names)} arguments, got {len(values)}")
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name: str) -> Scope:
        scope: Scope | None = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise LispError(f"unbound symbol {name}")


class Closure:
    def __init__(self, names: list[str], body: list[Value], scope: Scope) -> None:
        self.names = names
        self.body = body
        self.scope = scope


def read_all(text: str) -> Iterator[Value]:
    words = re.findall(r"""[()']|"(?:\\.|[^"\\])*"|;.*|[^\s()';"]+""", text)
    stack: list[list[Value]] = [[]]
    quotes: list[int] = []

    def push(value: Value) -> None:
        while quotes and quotes[-1] == len(stack):
            quotes.pop()
            value = [Symbol("quote"), value]
        stack[-1].append(value)

    for word in words:
        if word == "(":
            stack.append([])
        elif word == ")":
            if len(stack) == 1:
                raise LispError("unexpected )")
            done = stack.pop()
            push(done)
        elif word == "'":
            quotes.append(len(stack))
        elif word.startswith(";"):
            continue
        elif word.startswith('"'):
            push(word[1:-1].replace('\\"', '"'))
        else:
            push(atom(word))
    if len(stack) != 1:
        raise LispError(f"{len(stack) - 1} unclosed")
    yield from stack[0]


def atom(word: str) -> Value:
    if word in ("#t", "#f"):
        return word == "#t"
    for kind in (int, float):
        try:
            return kind(word)
        except ValueError:
            pass
    return Symbol(word)


def show(value: Value) -> str:
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return "#t" if value else "#f"
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    if isinstance(value, Symbol):
        return str(value)
    if isinstance(value, str):
        return '"' + value + '"'
    if isinstance(value, Closure):
        return f"<lambda/{len(value.names)}>"
    if isinstance(value, (int, float)):
        return repr(value)
    return "<builtin>"


def total(*numbers: Value) -> Value:
    return reduce(operator.add, numbers, 0)


def product(*numbers: Any) -> Value:
    result: Any = 1
    for number in numbers:
        result *= number
    answer: Value = result
    return answer


def compare(test: Callable[[float, float], bool]) -> Callable[..., Value]:
    def run(*numbers: float) -> Value:
        return all(test(a, b) for a, b in zip(numbers, numbers[1:]))

    return run


def division(a: float, b: float) -> Value:
    try:
        return a // b
    except ZeroDivisionError as error:
        raise LispError("division by zero") from error


def first(items: list[Value]) -> Value:
    return items[0]


def evaluate(code: Value, scope: Scope) -> Value:
    while True:
        if isinstance(code, Symbol):
            return scope.find(code)[code]
        if not isinstance(code, list):
            return code
        if not code:
            return None
        head, *rest = code
        match head:
            case Symbol("quote"):
                return rest[0]
            case Symbol("if"):
                code = rest[1] if evaluate(rest[0], scope) not in (False, None) else (rest[2] if len(rest) > 2 else None)
                continue
            case Symbol("define"):
                match rest:
                    case [[Symbol() as name, *parameters], *body]:
                        scope[name] = Closure([str(p) for p in parameters], body, scope)
                    case [Symbol() as name, value]:
                        scope[name] = evaluate(value, scope)
                    case _:
                        raise LispError("bad define")
                return None
            case Symbol("set!"):
                target = str(rest[0])
                scope.find(target)[target] = evaluate(rest[1], scope)
                return None
            case Symbol("lambda"):
                formal = rest[0]
                assert isinstance(formal, list)
                return Closure([str(p) for p in formal], rest[1:], scope)
            case Symbol("begin"):
                for part in rest[:-1]:
                    evaluate(part, scope)
                code = rest[-1]
                continue
        function = evaluate(head, scope)
        arguments = [evaluate(argument, scope) for argument in rest]
        if isinstance(function, Closure):
            scope = Scope(function.names, arguments, function.scope)
            for part in function.body[:-1]:
                evaluate(part, scope)
            code = function.body[-1]
        elif callable(function):
            return function(*arguments)
        else:
            raise LispError(f"{show(function)} cannot be called")


def fresh() -> Scope:
    scope = Scope([], [])
    scope.update({"+": total, "<": compare(operator.lt), "=": compare(operator.eq), "quotient": division, "car": first})
    scope["*"] = product
    scope["-"] = lambda a, b: a - b
    scope["cdr"] = lambda items: items[1:]
    scope["cons"] = lambda item, items: [item, *items]
    scope["list"] = lambda *items: list(items)
    scope["null?"] = lambda items: not items
    return scope


PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 25) ; big
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 5000 0)
(define (map f items) (if (null? items) '() (cons (f (car items)) (map f (cdr items)))))
(map (lambda (x) (* x x)) '(1 2 3.5))
(define counter ((lambda (n) (lambda () (begin (set! n (+ n 1)) n))) 10))
(list (counter) (counter) "a \\"q\\"" 'sym #t '() fact car)
''x
(quotient -7 2)
(+)
"""
scope = fresh()
for expression in read_all(PROGRAM):
    result = evaluate(expression, scope)
    if result is not None:
        print(show(expression)[:60], "=>", show(result))
for broken in ("(foo 1)", "(1 2)", "(fact)", "(", ")", "(quotient 1 0)", "(define 3)"):
    try:
        for expression in read_all(broken):
            print(show(evaluate(expression, scope)))
    except LispError as error:
        print(broken, "->", error, "/", type(error.__cause__).__name__)
evaluate(next(read_all("(car '())")), scope)
