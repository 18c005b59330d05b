"""A Pratt parser for expressions with functions, ternaries and right-associative powers; trees printed and folded."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Token(NamedTuple):
    kind: str
    text: str
    column: int


@dataclass(frozen=True)
class Number:
    value: float

    def __str__(self) -> str:
        return f"{self.value:g}"


@dataclass(frozen=True)
class Name:
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Unary:
    operator: str
    operand: Node

    def __str__(self) -> str:
        return f"({self.operator}{self.operand})"


@dataclass(frozen=True)
class Binary:
    operator: str
    left: Node
    right: Node

    def __str__(self) -> str:
        return f"({self.left} {self.operator} {self.right})"


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple[Node, ...]

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(str, self.arguments))})"


@dataclass(frozen=True)
class Choice:
    condition: Node
    yes: Node
    no: Node

    def __str__(self) -> str:
        return f"({self.condition} ? {self.yes} : {self.no})"


Node: TypeAlias = "Number | Name | Unary | Binary | Call | Choice"


class ParseError(SyntaxError):
    pass


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in re.finditer(r"\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?)|([a-z]\w*)|(\*\*|[<>]=?|==|[-+*/%^(),?:])|(\S))", text):
        kind = ("number", "name", "operator", "bad")[(match.lastindex or 1) - 1]
        if kind == "bad":
            raise ParseError(f"bad character {match[4]!r} in column {match.start(4)}")
        found.append(Token(kind, match[match.lastindex or 0], match.start(match.lastindex or 0)))
    return [*found, Token("end", "", len(text))]


POWERS = {"?": 1, "==": 2, "<": 3, ">": 3, "<=": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5, "^": 7, "**": 7}


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.at = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def take(self, text: str | None = None) -> Token:
        token = self.here
        if text is not None and token.text != text:
            raise ParseError(f"expected {text!r} but found {token.text or 'the end'!r} in column {token.column}")
        self.at += 1
        return token

    def expression(self, power: int = 0) -> Node:
        left = self.prefix()
        while POWERS.get(self.here.text, 0) > power:
            operator = self.take().text
            if operator == "?":
                yes = self.expression()
                self.take(":")
                left = Choice(left, yes, self.expression(0))
            elif operator in ("^", "**"):
                left = Binary("^", left, self.expression(POWERS[operator] - 1))
            else:
                left = Binary(operator, left, self.expression(POWERS[operator]))
        return left

    def prefix(self) -> Node:
        token = self.take()
        match token:
            case Token("number", text, _):
                return Number(float(text))
            case Token("name", text, _) if self.here.text == "(":
                self.take("(")
                arguments: list[Node] = []
                while self.here.text != ")":
                    arguments.append(self.expression())
                    if self.here.text != ")":
                        self.take(",")
                self.take(")")
                return Call(text, tuple(arguments))
            case Token("name", text, _):
                return Name(text)
            case Token(_, "(", _):
                inner = self.expression()
                self.take(")")
                return inner
            case Token(_, "-" | "+" as sign, _):
                return Unary(sign, self.expression(6))
            case Token(kind, text, column):
                raise ParseError(f"unexpected {text or kind!r} in column {column}")


FUNCTIONS: dict[str, Callable[..., float]] = {"max": max, "sqrt": math.sqrt, "hypot": math.hypot, "floor": math.floor}


def evaluate(node: Node, names: dict[str, float]) -> float:
    match node:
        case Number(value):
            return value
        case Name(name):
            return names[name]
        case Unary("-", operand):
            return -evaluate(operand, names)
        case Unary(_, operand):
            return evaluate(operand, names)
        case Choice(condition, yes, no):
            return evaluate(yes if evaluate(condition, names) else no, names)
        case Call(name, arguments):
            return FUNCTIONS[name](*(evaluate(argument, names) for argument in arguments))
        case Binary(operator, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            match operator:
                case "+":
                    return a + b
                case "-":
                    return a - b
                case "*":
                    return a * b
                case "/":
                    return a / b
                case "%":
                    return a % b
                case "^":
                    return float(a**b)
                case "<":
                    return float(a < b)
                case ">":
                    return float(a > b)
                case "<=":
                    return float(a <= b)
                case _:
                    return float(a == b)


def fold(node: Node) -> Node:
    """Constants are calculated; x*1 and x+0 vanish."""
    match node:
        case Binary(operator, left, right):
            match operator, fold(left), fold(right):
                case _, Number() as a, Number() as b:
                    return Number(evaluate(Binary(operator, a, b), {}))
                case ("+", Number(value=0.0), other) | ("+", other, Number(value=0.0)):
                    return other
                case ("*", Number(value=1.0), other) | ("*", other, Number(value=1.0)):
                    return other
                case _, a2, b2:
                    return Binary(operator, a2, b2)
        case Unary("-", Number(value)):
            return Number(-value)
        case Call(name, arguments):
            return Call(name, tuple(map(fold, arguments)))
    return node


for source in ("1 + 2 * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "(1 - 2) - 3 - -4", "x < 3 ? x * 1 : 0 + y ? 1 : 2", "max(1, x, 2*y) % 4",
               "hypot(3, 4) / 2 == 2.5", "x*1 + 0*y + sqrt(16)", "7 % 4 * 1e3", "floor(-3.5)", "2 ** -1"):
    tree = Parser(source).expression()
    print(f"{source:<32} {tree}  {fold(tree)}  = {evaluate(tree, {'x': 5, 'y': 2.5})}")
for source in ("1 +", "(1", "2 $ 3", "f(1,", "* 3", "a ? b", "z + 1", "1 / (2 - 2)", "sqrt(-1)", "nope(1)"):
    try:
        print(evaluate(Parser(source).expression(), {}))
    except ParseError as error:
        print(source, "->", error)
    except (KeyError, ZeroDivisionError, ValueError) as error:
        print(source, "->", type(error).__name__, error)
