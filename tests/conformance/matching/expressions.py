"""A calculator over its own expression trees: parse, simplify, derive, print, evaluate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Num:
    value: int


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Neg:
    operand: Expr


@dataclass(frozen=True)
class Bin:
    op: str
    left: Expr
    right: Expr


Expr = Num | Var | Neg | Bin


def tokens(text: str) -> list[str]:
    found: list[str] = []
    number = ""
    for c in text + " ":
        match c:
            case "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9":
                number += c
                continue
            case _ if number:
                found.append(number)
                number = ""
        match c:
            case " ":
                pass
            case "+" | "-" | "*" | "(" | ")" | "^":
                found.append(c)
            case letter if letter.isalpha():
                found.append(letter)
            case other:
                raise SyntaxError(f"bad character {other!r}")
    return found


def parse(ts: list[str]) -> Expr:
    expr, rest = parse_sum(ts)
    match rest:
        case []:
            return expr
        case [unexpected, *_]:
            raise SyntaxError(f"unexpected {unexpected}")
        case _:
            raise AssertionError


def parse_sum(ts: list[str]) -> tuple[Expr, list[str]]:
    left, rest = parse_product(ts)
    while True:
        match rest:
            case [("+" | "-") as op, *more]:
                right, rest = parse_product(more)
                left = Bin(op, left, right)
            case _:
                return left, rest


def parse_product(ts: list[str]) -> tuple[Expr, list[str]]:
    left, rest = parse_atom(ts)
    while True:
        match rest:
            case ["*", *more]:
                right, rest = parse_atom(more)
                left = Bin("*", left, right)
            case ["^", exponent, *more] if exponent.isdigit():
                left, rest = Bin("^", left, Num(int(exponent))), more
            case _:
                return left, rest


def parse_atom(ts: list[str]) -> tuple[Expr, list[str]]:
    match ts:
        case ["-", *rest]:
            inner, rest = parse_atom(rest)
            return Neg(inner), rest
        case ["(", *rest]:
            inner, rest = parse_sum(rest)
            match rest:
                case [")", *after]:
                    return inner, after
                case _:
                    raise SyntaxError("missing )")
        case [number, *rest] if number.isdigit():
            return Num(int(number)), rest
        case [name, *rest] if name.isalpha():
            return Var(name), rest
        case [token, *_]:
            raise SyntaxError(f"unexpected {token}")
        case _:
            raise SyntaxError("unexpected end")


def simplify(e: Expr) -> Expr:
    match e:
        case Bin(op, left, right):
            match Bin(op, simplify(left), simplify(right)):
                case Bin("+", Num(0), x) | Bin("+", x, Num(0)) | Bin("-", x, Num(0)):
                    return x
                case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
                    return Num(0)
                case Bin("*", Num(1), x) | Bin("*", x, Num(1)) | Bin("^", x, Num(1)):
                    return x
                case Bin("^", _, Num(0)):
                    return Num(1)
                case Bin("+", Num(a), Num(b)):
                    return Num(a + b)
                case Bin("-", Num(a), Num(b)):
                    return Num(a - b)
                case Bin("*", Num(a), Num(b)):
                    return Num(a * b)
                case Bin("-", x, y) if x == y:
                    return Num(0)
                case other:
                    return other
        case Neg(Neg(x)):
            return simplify(x)
        case Neg(x):
            match simplify(x):
                case Num(n):
                    return Num(-n)
                case y:
                    return Neg(y)
        case _:
            return e


def derive(e: Expr, by: str) -> Expr:
    match e:
        case Num():
            return Num(0)
        case Var(name):
            return Num(1 if name == by else 0)
        case Neg(x):
            return Neg(derive(x, by))
        case Bin("+" | "-" as op, a, b):
            return Bin(op, derive(a, by), derive(b, by))
        case Bin("*", a, b):
            return Bin("+", Bin("*", derive(a, by), b), Bin("*", a, derive(b, by)))
        case Bin("^", base, Num(n)):
            return Bin("*", Bin("*", Num(n), Bin("^", base, Num(n - 1))), derive(base, by))
        case Bin(op=op):
            raise ValueError(f"cannot derive {op}")


def show(e: Expr, outer: int = 0) -> str:
    match e:
        case Num(n) if n < 0:
            return f"({n})"
        case Num(n):
            return str(n)
        case Var(name):
            return name
        case Neg(x):
            return f"-{show(x, 9)}"
        case Bin(op, a, b):
            level = {"+": 1, "-": 1, "*": 2, "^": 3}[op]
            text = f"{show(a, level)} {op} {show(b, level + 1)}"
            return f"({text})" if level < outer else text


def evaluate(e: Expr, env: dict[str, int]) -> int:
    match e:
        case Num(n):
            return n
        case Var(name):
            match env:
                case {"x": x} if name == "x":
                    return x
                case _:
                    return env[name]
        case Neg(x):
            return -evaluate(x, env)
        case Bin(op, a, b):
            left, right = evaluate(a, env), evaluate(b, env)
            match op:
                case "+":
                    return left + right
                case "-":
                    return left - right
                case "*":
                    return left * right
                case "^":
                    return int(left**right)
                case _:
                    raise ValueError(op)


for source in ["1 + 2 * 3", "(1 + 2) * 3", "x * x + 0", "--y * 1", "x^3 - 2 * x", "-(x + 1) * (x - 1)", "x - x"]:
    tree = parse(tokens(source))
    slope = simplify(derive(tree, "x"))
    env = {"x": 7, "y": -2}
    print(f"{source:20} {show(simplify(tree)):20} {show(slope):30}", evaluate(tree, env), evaluate(slope, env))
for wrong in ["1 +", "(1", "1 2", "3 $ 4", ")"]:
    try:
        print(show(parse(tokens(wrong))))
    except SyntaxError as error:
        print(f"{wrong!r}: {error}")
