"""A block-structured language: lexer, recursive descent to nodes, nested scopes, closures, and a resolver with errors."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

TOKENS = re.compile(
    r"(?P<space>\s+|//[^\n]*)|(?P<number>\d+)|(?P<string>\"[^\"]*\")|(?P<name>[a-z_]\w*)|(?P<sign>[<>=!]=|[-+*/%(){},;=<>!])"
)
WORDS = frozenset(
    {"var", "fun", "if", "else", "while", "return", "print", "and", "or", "nil", "true", "false"}
)


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    line: int


class Problem(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"[line {line}] {message}")


class RunError(Problem):
    pass


class Return(Exception):
    def __init__(self, value: object) -> None:
        self.value = value


class Frame:
    def __init__(self, parent: Frame | None = None) -> None:
        self.names: dict[str, object] = {}
        self.parent = parent

    def holder(self, token: Token) -> dict[str, object]:
        frame: Frame | None = self
        while frame is not None:
            if token.text in frame.names:
                return frame.names
            frame = frame.parent
        raise RunError(token.line, f"undefined {token.text}")


Run = Callable[[Frame], object]


@dataclass
class Function:
    name: str
    parameters: list[str]
    body: Run
    home: Frame

    def call(self, arguments: list[object], line: int) -> object:
        if len(arguments) != len(self.parameters):
            raise RunError(line, f"{self.name} takes {len(self.parameters)} arguments, not {len(arguments)}")
        frame = Frame(self.home)
        frame.names.update(zip(self.parameters, arguments))
        try:
            self.body(frame)
        except Return as result:
            return result.value
        return None


def show(value: object) -> str:
    match value:
        case None:
            return "nil"
        case bool():
            return "true" if value else "false"
        case Function(name=name):
            return f"<fun {name}>"
    return str(value)


@dataclass
class Compiler:
    """Turns statements into closures; scopes tell what is declared where."""

    tokens: list[Token]
    out: list[str]
    at: int = 0
    depth: int = 0
    problems: list[Problem] = field(default_factory=list)
    scopes: list[set[str]] = field(default_factory=lambda: [{"clock"}])

    def peek(self) -> Token:
        return self.tokens[self.at]

    def accept(self, *texts: str) -> Token | None:
        token = self.peek()
        if token.text in texts and token.kind in ("sign", "word"):
            self.at += 1
            return token
        return None

    def expect(self, text: str) -> Token:
        return self.accept(text) or self.fail(f"expected {text!r}, found {self.peek().text!r}")

    def fail(self, message: str) -> NoReturn:
        raise Problem(self.peek().line, message)

    def name(self) -> Token:
        token = self.peek()
        if token.kind != "name":
            self.fail(f"expected a name, found {token.text!r}")
        self.at += 1
        return token

    def declare(self, token: Token) -> None:
        if token.text in self.scopes[-1] and len(self.scopes) > 1:
            self.problems.append(Problem(token.line, f"{token.text} is declared twice"))
        self.scopes[-1].add(token.text)

    def program(self) -> Run:
        statements = []
        while self.peek().kind != "end":
            try:
                statements.append(self.statement())
            except Problem as problem:
                self.problems.append(problem)
                while self.peek().kind != "end" and self.accept(";") is None:
                    self.at += 1
        if self.problems:
            raise ExceptionGroup("does not compile", self.problems)
        return sequence(statements)

    def block(self, names: list[Token] | None = None) -> Run:
        self.expect("{")
        self.scopes.append(set())
        for token in names or []:
            self.declare(token)
        statements = []
        while self.accept("}") is None:
            if self.peek().kind == "end":
                self.fail("block is not closed")
            statements.append(self.statement())
        self.scopes.pop()
        return sequence(statements)

    def statement(self) -> Run:
        if self.accept("var"):
            token = self.name()
            value = self.expression() if self.accept("=") else (lambda frame: None)
            self.declare(token)
            self.expect(";")
            return lambda frame: frame.names.__setitem__(token.text, value(frame))
        if self.accept("fun"):
            token = self.name()
            self.declare(token)
            function = self.function(token.text)
            return lambda frame: frame.names.__setitem__(token.text, function(frame))
        if self.accept("if"):
            test, then = self.expression(), self.statement()
            other = self.statement() if self.accept("else") else (lambda frame: None)
            return lambda frame: then(frame) if truth(test(frame)) else other(frame)
        if self.accept("while"):
            test, body = self.expression(), self.statement()

            def loop(frame: Frame) -> None:
                while truth(test(frame)):
                    body(frame)

            return loop
        if self.peek().text == "{":
            inner = self.block()
            return lambda frame: inner(Frame(frame))
        if given := self.accept("return"):
            if self.depth == 0:
                self.problems.append(Problem(given.line, "return outside a function"))
            result = self.expression() if self.peek().text != ";" else (lambda frame: None)
            self.expect(";")
            return lambda frame: raise_return(result(frame))
        if self.accept("print"):
            shown = self.expression()
            self.expect(";")
            return lambda frame: self.out.append(show(shown(frame)))
        value = self.expression()
        self.expect(";")
        return value

    def function(self, name: str) -> Run:
        self.expect("(")
        parameters: list[Token] = []
        while self.accept(")") is None:
            parameters.append(self.name())
            if self.peek().text != ")":
                self.expect(",")
        self.depth += 1
        body = self.block(parameters)
        self.depth -= 1
        names = [p.text for p in parameters]
        return lambda frame: Function(name, names, body, frame)

    LEVELS = [("or",), ("and",), ("==", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "/", "%")]

    def expression(self, level: int = 0) -> Run:
        if level == 0 and self.peek().kind == "name" and self.tokens[self.at + 1].text == "=":
            target = self.name()
            self.at += 1
            value = self.expression()

            def assign(frame: Frame) -> object:
                frame.holder(target)[target.text] = result = value(frame)
                return result

            return assign
        if level == len(self.LEVELS):
            return self.unary()
        left = self.expression(level + 1)
        while token := self.accept(*self.LEVELS[level]):
            left = binary(token, left, self.expression(level + 1))
        return left

    def unary(self) -> Run:
        if token := self.accept("-", "!"):
            inner = self.unary()
            if token.text == "!":
                return lambda frame: not truth(inner(frame))
            return binary(token, lambda frame: 0, inner)
        value = self.primary()
        while token := self.accept("("):
            arguments: list[Run] = []
            while self.accept(")") is None:
                arguments.append(self.expression())
                if self.peek().text != ")":
                    self.expect(",")
            value = call(value, arguments, token.line)
        return value

    def primary(self) -> Run:
        token = self.peek()
        self.at += 1
        if token.kind in ("number", "string"):
            constant: object = int(token.text) if token.kind == "number" else token.text[1:-1]
            return lambda frame: constant
        if token.kind == "name":
            if not any(token.text in scope for scope in self.scopes):
                self.problems.append(Problem(token.line, f"{token.text} is not declared"))
            return lambda frame: frame.holder(token)[token.text]
        if token.kind == "word" and token.text in ("nil", "true", "false"):
            named = {"nil": None, "true": True, "false": False}[token.text]
            return lambda frame: named
        if token.text == "fun":
            return self.function("anonymous")
        if token.text == "(":
            inner = self.expression()
            self.expect(")")
            return inner
        self.at -= 1
        self.fail(f"unexpected {token.text or 'end'!r}")


def sequence(statements: list[Run]) -> Run:
    def run(frame: Frame) -> None:
        for statement in statements:
            statement(frame)

    return run


def truth(value: object) -> bool:
    return value is not None and value is not False


def raise_return(value: object) -> NoReturn:
    raise Return(value)


def call(function: Run, arguments: list[Run], line: int) -> Run:
    def run(frame: Frame) -> object:
        target = function(frame)
        values = [argument(frame) for argument in arguments]
        if not isinstance(target, Function):
            raise RunError(line, f"{show(target)} cannot be called")
        return target.call(values, line)

    return run


def binary(token: Token, left: Run, right: Run) -> Run:
    def run(frame: Frame) -> object:
        a = left(frame)
        if token.text in ("and", "or"):
            return right(frame) if truth(a) == (token.text == "and") else a
        b = right(frame)
        if token.text in ("==", "!="):
            return (type(a) is type(b) and a == b) == (token.text == "==")
        if token.text == "+" and (isinstance(a, str) or isinstance(b, str)):
            return show(a) + show(b)
        if type(a) is not int or type(b) is not int:
            raise RunError(token.line, f"{token.text} wants numbers, not {show(a)} and {show(b)}")
        try:
            return OPERATORS[token.text](a, b)
        except ZeroDivisionError as error:
            raise RunError(token.line, "division by zero") from error

    return run


OPERATORS: dict[str, Callable[[int, int], Any]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b,
    "%": lambda a, b: a % b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}  # fmt: skip


def scan(source: str) -> list[Token]:
    tokens, at, line = list[Token](), 0, 1
    while at < len(source):
        found = TOKENS.match(source, at)
        if found is None:
            raise Problem(line, f"unexpected {source[at]!r}")
        kind, text = found.lastgroup or "", found[0]
        if kind != "space":
            tokens.append(Token("word" if text in WORDS else kind, text, line))
        line += text.count("\n")
        at = found.end()
    return [*tokens, Token("end", "", line)]


def run(source: str) -> list[str]:
    out: list[str] = []
    try:
        program = Compiler(scan(source), out).program()
        program(Frame())
    except* RunError as group:
        out += [f"! {error}" for error in group.exceptions]
    except* Problem as group:
        out += [f"? {error}" for error in group.exceptions]
    return out


for source in [
    "var a = 1; { var a = 2; { a = a + 1; } print a; } print a;",
    "fun fib(n) { if n < 2 return n; return fib(n - 1) + fib(n - 2); } print fib(15); print fib;",
    "fun counter() { var n = 0; return fun () { n = n + 1; return n; }; } var c = counter(); var d = counter(); c(); c(); print c() + d();",
    "var i = 0; var s = \"\"; while i < 5 { i = i + 1; if i % 2 == 0 s = s + i; else s = s + \"-\"; } print s;",
    "print nil or 3; print false and 1; print !nil; print 1 == \"1\"; print -7 / 2; print -7 % 3; print 2 < 3 == true;",
    "fun compose(f, g) { return fun (x) { return f(g(x)); }; } print compose(fun (x) { return x * 2; }, fun (x) { return x + 1; })(5);",
    "fun big(n) { if n == 0 return 1; return n * big(n - 1); } print big(30);",
    "print 1;\nprint 1 / 0;", "var x = 1; x();", "print \"a\" - 1;", "fun f(a, b) { } f(1);", "fun f() { } print f();",
    "print y;", "{ var a; var a; } return 1;", "var = 3; print (1; fun g( { ", "var a = 1 $ 2;", "{ print 1;", "fun f() { z = 1; } f();", "",
]:  # fmt: skip
    print(repr(source[:60]), run(source))
