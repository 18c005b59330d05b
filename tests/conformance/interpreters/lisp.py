"""A small Lisp: reader, printer, closures, tail calls in a loop, macros by quasi-quotation."""

from __future__ import annotations

import operator
from typing import Callable, Iterator, Union


class Symbol:
    table: dict[str, Symbol] = {}

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def intern(cls, name: str) -> Symbol:
        if name not in cls.table:
            cls.table[name] = cls(name)
        return cls.table[name]

    def __repr__(self) -> str:
        return self.name


class Procedure:
    def __init__(self, params: list[Symbol], rest: Symbol | None, body: list[Value], env: Env) -> None:
        self.params, self.rest, self.body, self.env = params, rest, body, env


Builtin = Callable[[list["Value"]], "Value"]
Value = Union[int, float, str, bool, None, Symbol, "list[Value]", Procedure, Builtin]


class LispError(Exception):
    pass


class Env:
    def __init__(self, outer: Env | None = None) -> None:
        self.names: dict[str, Value] = {}
        self.outer = outer

    def find(self, name: str) -> Env:
        env: Env | None = self
        while env is not None:
            if name in env.names:
                return env
            env = env.outer
        raise LispError(f"unbound: {name}")


def tokens(text: str) -> Iterator[str]:
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c in "()'`,":
            yield c
            i += 1
        elif c == '"':
            end = text.index('"', i + 1)
            yield text[i : end + 1]
            i = end + 1
        else:
            start = i
            while i < len(text) and not text[i].isspace() and text[i] not in "()'`,":
                i += 1
            yield text[start:i]


QUOTES = {"'": "quote", "`": "quasi", ",": "unquote"}


class Reader:
    """Tokens with one that may be put back."""

    def __init__(self, text: str) -> None:
        self.stream = tokens(text)
        self.kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return self.kept.pop() if self.kept else next(self.stream)


def read(stream: Reader) -> Value:
    token = next(stream, None)
    if token is None:
        raise LispError("unexpected end")
    if token in QUOTES:
        return [Symbol.intern(QUOTES[token]), read(stream)]
    if token == "(":
        return read_list(stream)
    if token == ")":
        raise LispError("unexpected )")
    if token[0] == '"':
        return token[1:-1]
    for convert in (int, float):
        try:
            return convert(token)
        except ValueError:
            continue
    return {"#t": True, "#f": False}.get(token, Symbol.intern(token)) if token[0] == "#" else Symbol.intern(token)


def read_list(stream: Reader) -> list[Value]:
    items: list[Value] = []
    for token in stream:
        if token == ")":
            return items
        stream.kept.append(token)
        items.append(read(stream))
    raise LispError("missing )")


def show(value: Value) -> str:
    if value is True:
        return "#t"
    if value is False:
        return "#f"
    if value is None:
        return "nil"
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    if isinstance(value, Procedure):
        return f"<procedure/{len(value.params)}>"
    if isinstance(value, (int, float, Symbol)):
        return repr(value)
    return value if isinstance(value, str) else "<builtin>"


def numeric(f: Callable[[int | float, int | float], int | float]) -> Builtin:
    def run(args: list[Value]) -> Value:
        total: int | float | None = None
        for arg in args:
            if isinstance(arg, bool) or not isinstance(arg, (int, float)):
                raise LispError(f"not a number: {show(arg)}")
            total = arg if total is None else f(total, arg)
        return total

    return run


def compare(f: Callable[[int | float, int | float], bool]) -> Builtin:
    def run(args: list[Value]) -> Value:
        numbers = [a for a in args if isinstance(a, (int, float))]
        return all(f(a, b) for a, b in zip(numbers, numbers[1:]))

    return run


def quasi(x: Value, env: Env) -> Value:
    match x:
        case [Symbol(name="unquote"), inner]:
            return evaluate(inner, env)
        case list():
            return [quasi(item, env) for item in x]
    return x


def evaluate(x: Value, env: Env) -> Value:
    while True:
        if isinstance(x, Symbol):
            return env.find(x.name).names[x.name]
        if not isinstance(x, list):
            return x
        match x:
            case []:
                return None
            case [Symbol(name="quote"), value]:
                return value
            case [Symbol(name="quasi"), template]:
                return quasi(template, env)
            case [Symbol(name="if"), test, then, *otherwise]:
                if evaluate(test, env) is not False:
                    x = then
                else:
                    x = otherwise[0] if otherwise else None
                continue
            case [Symbol(name="define"), Symbol(name=name), expr]:
                env.names[name] = evaluate(expr, env)
                return Symbol.intern(name)
            case [Symbol(name="set!"), Symbol(name=name), expr]:
                env.find(name).names[name] = evaluate(expr, env)
                return None
            case [Symbol(name="lambda"), [*params], *body]:
                names = [p for p in params if isinstance(p, Symbol)]
                rest = None
                if len(names) >= 2 and names[-2].name == "&":
                    rest = names[-1]
                    names = names[:-2]
                return Procedure(names, rest, body, env)
            case [head, *tail]:
                function = evaluate(head, env)
                args = [evaluate(a, env) for a in tail]
                if isinstance(function, Procedure):
                    inner = Env(function.env)
                    if len(args) < len(function.params) or (len(args) > len(function.params) and not function.rest):
                        raise LispError(f"{show(function)} called with {len(args)}")
                    for p, a in zip(function.params, args):
                        inner.names[p.name] = a
                    if function.rest is not None:
                        inner.names[function.rest.name] = args[len(function.params) :]
                    for expr in function.body[:-1]:
                        evaluate(expr, inner)
                    x, env = function.body[-1], inner
                elif callable(function):
                    return function(args)
                else:
                    raise LispError(f"not callable: {show(function)}")


def first(args: list[Value]) -> Value:
    value = args[0]
    if not isinstance(value, list) or not value:
        raise LispError("car of nothing")
    return value[0]


def others(args: list[Value]) -> Value:
    value = args[0]
    assert isinstance(value, list)
    return value[1:]


def cons(args: list[Value]) -> Value:
    head, tail = args
    assert isinstance(tail, list), f"cons onto {show(tail)}"
    return [head, *tail]


top = Env()
top.names |= {
    "+": numeric(operator.add),
    "-": numeric(operator.sub),
    "*": numeric(operator.mul),
    "/": numeric(operator.truediv),
    "<": compare(operator.lt),
    "=": compare(operator.eq),
    "car": first,
    "cdr": others,
    "cons": cons,
    "list": lambda args: args,
    "null?": lambda args: args[0] == [],
}
PROGRAM = """
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
(fact 30)
(define loop (lambda (i acc) (if (= i 0) acc (loop (- i 1) (+ acc i)))))
(loop 5000 0)
(define map (lambda (f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs))))))
(map (lambda (x) (* x 1.5)) '(1 2 3))
(define counter ((lambda (n) (lambda () (set! n (+ n 1)) n)) 10))
(list (counter) (counter) (counter))
`(1 ,(+ 1 1) (nested ,(car '(a b))) "text")
(define tail (lambda (a & rest) rest))
(list (tail 1 2 3) (tail 1) tail car #t #f)
(/ 1 4)
"""
stream = Reader(PROGRAM)
while True:
    try:
        form = read(stream)
    except LispError:
        break
    print(show(form)[:40].ljust(40), "=>", show(evaluate(form, top)))
for bad in ("(car '())", "(undefined 1)", "(+ 1 'x)", "(1 2)", "((lambda (x) x))", "(((", ")"):
    try:
        print(show(evaluate(read(Reader(bad)), top)))
    except LispError as error:
        print("error:", error)
evaluate(read(Reader("(cons 1 2)")), top)
