# stdin: 1 + 2 * 3\n-2 ** 2\n(1 + 2) * -3.5\nx = 7 // 2\nx ** x ** 0\ny\nmax(1, x, 2)\n10 / 0\n3 +\n2 $ 3\nsqrt(2)\n1 < 2 == true\n
"""A calculator with operator precedence (Pratt), variables, functions and errors with a caret."""

from __future__ import annotations

import math
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Callable, NamedTuple, NoReturn

Number = int | float | bool


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class CalcError(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


def lex(line: str) -> list[Token]:
    result: list[Token] = []
    i, n = 0, len(line)
    while i < n:
        start = i
        ch = line[i]
        if ch == " ":
            i += 1
            continue
        if ch.isdigit():
            while i < n and (line[i].isdigit() or line[i] == "."):
                i += 1
            result.append(Token("number", line[start:i], start))
        elif ch.isalpha():
            while i < n and line[i].isalnum():
                i += 1
            result.append(Token("name", line[start:i], start))
        elif line[i : i + 2] in ("**", "//", "=="):
            i += 2
            result.append(Token("op", line[start:i], start))
        elif ch in "+-*/()=<,":
            i += 1
            result.append(Token("op", ch, start))
        else:
            raise CalcError(f"unexpected {ch!r}", i)
    result.append(Token("end", "", n))
    return result


class Node(ABC):
    @abstractmethod
    def value(self, names: dict[str, Number]) -> Number: ...

    @abstractmethod
    def __str__(self) -> str: ...


@dataclass
class Literal(Node):
    number: Number

    def value(self, names: dict[str, Number]) -> Number:
        return self.number

    def __str__(self) -> str:
        return str(self.number)


@dataclass
class Name(Node):
    token: Token

    def value(self, names: dict[str, Number]) -> Number:
        try:
            return names[self.token.text]
        except KeyError:
            raise CalcError(f"{self.token.text} is not defined", self.token.at) from None

    def __str__(self) -> str:
        return self.token.text


@dataclass
class Binary(Node):
    op: Token
    left: Node
    right: Node

    def value(self, names: dict[str, Number]) -> Number:
        a, b = self.left.value(names), self.right.value(names)
        try:
            match self.op.text:
                case "+":
                    return a + b
                case "-":
                    return a - b
                case "*":
                    return a * b
                case "/":
                    return a / b
                case "//":
                    return a // b
                case "**":
                    return float(a) ** b if isinstance(a, float) else int(a) ** int(b)
                case "<":
                    return a < b
                case "==":
                    return a == b
        except ArithmeticError as error:
            raise CalcError(f"{type(error).__name__}: {error}", self.op.at) from error
        raise AssertionError(self.op)

    def __str__(self) -> str:
        return f"({self.left} {self.op.text} {self.right})"


@dataclass
class Negation(Node):
    inner: Node

    def value(self, names: dict[str, Number]) -> Number:
        return -self.inner.value(names)

    def __str__(self) -> str:
        return f"(-{self.inner})"


@dataclass
class Call(Node):
    name: Token
    args: list[Node]

    FUNCTIONS = {"max": max, "min": min}

    def value(self, names: dict[str, Number]) -> Number:
        values = [a.value(names) for a in self.args]
        if self.name.text == "sqrt":
            return math.sqrt(values[0])
        if self.name.text == "max":
            return max(values)
        raise CalcError("no such function", self.name.at)

    def __str__(self) -> str:
        return f"{self.name.text}({', '.join(map(str, self.args))})"


POWER = {"==": (1, 2), "<": (3, 4), "+": (5, 6), "-": (5, 6), "*": (7, 8), "/": (7, 8), "//": (7, 8), "**": (12, 11)}


class Parser:
    def __init__(self, line: str) -> None:
        self.tokens = lex(line)
        self.next = 0
        self.prefix: dict[str, Callable[[Token], Node]] = {
            "number": self.number,
            "name": self.name,
            "-": lambda t: Negation(self.expression(9)),
            "(": self.group,
        }

    @property
    def here(self) -> Token:
        return self.tokens[self.next]

    def advance(self) -> Token:
        token = self.here
        self.next += 1
        return token

    def fail(self, why: str) -> NoReturn:
        raise CalcError(why, self.here.at)

    def number(self, token: Token) -> Node:
        return Literal(float(token.text) if "." in token.text else int(token.text))

    def name(self, token: Token) -> Node:
        if token.text in ("true", "false"):
            return Literal(token.text == "true")
        if self.here.text != "(":
            return Name(token)
        self.advance()
        args = [self.expression(0)]
        while self.here.text == ",":
            self.advance()
            args.append(self.expression(0))
        self.expect(")")
        return Call(token, args)

    def group(self, token: Token) -> Node:
        inner = self.expression(0)
        self.expect(")")
        return inner

    def expect(self, text: str) -> None:
        if self.here.text != text:
            self.fail(f"expected {text!r}")
        self.advance()

    def expression(self, least: int) -> Node:
        token = self.advance()
        handler = self.prefix.get(token.kind if token.kind != "op" else token.text)
        if handler is None:
            raise CalcError("expression expected", token.at)
        left = handler(token)
        while (bind := POWER.get(self.here.text)) is not None and bind[0] >= least:
            op = self.advance()
            left = Binary(op, left, self.expression(bind[1]))
        return left


names: dict[str, Number] = {"pi": math.pi}
failures = 0
for line in map(str.rstrip, sys.stdin):
    target, equals, rest = line.partition(" = ")
    try:
        parser = Parser(rest if equals else line)
        tree = parser.expression(0)
        if parser.here.kind != "end":
            parser.fail("end expected")
        result = tree.value(names)
        if equals:
            names[target] = result
        print(f"{tree} -> {result!r}")
    except CalcError as error:
        failures += 1
        print(f"{line}\n{'^':>{error.at + 1}} {error.message}")
        if error.__cause__ is not None:
            print("   because of", repr(error.__cause__))
print(sorted(names.items()))
sys.exit(failures)
