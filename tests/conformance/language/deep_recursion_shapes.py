"""Recursion in many shapes: mutual, nested data, generators, memo by decorator, limits caught, trampolines, fractals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Callable, Iterator, Union

Nested = Union[int, list["Nested"]]


def depth(x: Nested) -> int:
    return 0 if isinstance(x, int) else 1 + max(map(depth, x), default=0)


def flatten(x: Nested) -> Iterator[int]:
    if isinstance(x, int):
        yield x
    else:
        for part in x:
            yield from flatten(part)


def hanoi(n: int, a: str = "A", b: str = "B", c: str = "C") -> Iterator[str]:
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)


@cache
def stirling(n: int, k: int) -> int:
    if n == k:
        return 1
    if k == 0 or k > n:
        return 0
    return k * stirling(n - 1, k) + stirling(n - 1, k - 1)


@dataclass
class Bounce:
    f: Callable[..., Any]
    args: tuple[Any, ...]


def trampoline(f: Callable[..., Any], *args: Any) -> Any:
    result = f(*args)
    while isinstance(result, Bounce):
        result = result.f(*result.args)
    return result


def even(n: int) -> bool | Bounce:
    return True if n == 0 else Bounce(odd, (n - 1,))


def odd(n: int) -> bool | Bounce:
    return False if n == 0 else Bounce(even, (n - 1,))


def sierpinski(n: int) -> list[str]:
    if n == 0:
        return ["*"]
    small = sierpinski(n - 1)
    pad = " " * (2 ** (n - 1))
    return [pad + row + pad for row in small] + [row + " " + row for row in small]


def permute(s: str) -> list[str]:
    return [s] if len(s) < 2 else [c + rest for i, c in enumerate(s) for rest in permute(s[:i] + s[i + 1 :])]


def subsets(items: list[int]) -> list[list[int]]:
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0], *r] for r in rest]


def power(x: int, n: int) -> int:
    if n == 0:
        return 1
    half = power(x, n // 2)
    return half * half * (x if n % 2 else 1)


def parens(opened: int, closed: int) -> Iterator[str]:
    if not opened and not closed:
        yield ""
    if opened:
        yield from ("(" + p for p in parens(opened - 1, closed + 1))
    if closed:
        yield from (")" + p for p in parens(opened, closed - 1))


class Expr:
    def __init__(self, op: str, *args: Expr | int) -> None:
        self.op, self.args = op, args

    def __call__(self) -> int:
        values = [a() if isinstance(a, Expr) else a for a in self.args]
        return sum(values) if self.op == "+" else values[0] * values[1]

    def __repr__(self) -> str:
        return "(" + f" {self.op} ".join(map(repr, self.args)) + ")"


def endless(n: int) -> int:
    return endless(n + 1) + 1


tree: Nested = [1, [2, [3, [4], []], 5], [[[[6]]]]]
print(depth(tree), list(flatten(tree)), depth([]), depth(7))
print(" ".join(hanoi(4)), len(list(hanoi(9))))
print([[stirling(n, k) for k in range(1, n + 1)] for n in range(1, 7)], stirling(50, 7))
print(trampoline(even, 20001), trampoline(odd, 301))
print(*sierpinski(3), sep="\n")
print(permute("abcd")[::5], subsets([1, 2, 3]), power(3, 101), list(parens(3, 0)))
expr = Expr("+", 1, Expr("*", 2, Expr("+", 3, 4)), 5)
print(expr, expr())
try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, "maximum recursion depth exceeded" in str(error))
deep: Nested = 1
for _ in range(150):
    deep = [deep]
print(depth(deep), sum(flatten(deep)), repr(deep)[:5], deep == deep)


def countdown(n: int) -> str:
    if n == 0:
        raise ValueError("landed")
    return countdown(n - 1)


try:
    countdown(50)
except ValueError as error:
    print(error)
countdown(5)
