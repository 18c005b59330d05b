"""Visitors and expression trees."""

from __future__ import annotations


class Expr:
    def value(self, env: dict[str, int]) -> int:
        raise NotImplementedError

    def text(self) -> str:
        raise NotImplementedError


class Num(Expr):
    def __init__(self, n: int) -> None:
        self.n = n

    def value(self, env: dict[str, int]) -> int:
        return self.n

    def text(self) -> str:
        return str(self.n)


class Var(Expr):
    def __init__(self, name: str) -> None:
        self.name = name

    def value(self, env: dict[str, int]) -> int:
        return env[self.name]

    def text(self) -> str:
        return self.name


class Binary(Expr):
    symbol = "?"

    def __init__(self, left: Expr, right: Expr) -> None:
        self.left, self.right = left, right

    def text(self) -> str:
        return f"({self.left.text()} {self.symbol} {self.right.text()})"


class Add(Binary):
    symbol = "+"

    def value(self, env: dict[str, int]) -> int:
        return self.left.value(env) + self.right.value(env)


class Mul(Binary):
    symbol = "*"

    def value(self, env: dict[str, int]) -> int:
        return self.left.value(env) * self.right.value(env)


tree: Expr = Add(Mul(Num(2), Var("x")), Add(Num(1), Var("y")))
print(tree.text(), tree.value({"x": 10, "y": 5}))
try:
    tree.value({"x": 1})
except KeyError as error:
    print("no value for", error)
try:
    Expr().text()
except NotImplementedError as error:
    print(repr(error))
