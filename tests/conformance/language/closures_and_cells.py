"""Closures: counters, accumulators, memo tables, currying, loop capture, recursion among inner functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Iterator, TypeVar

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


def counter(start: int = 0) -> tuple[Callable[[], int], Callable[[int], None], Callable[[], list[int]]]:
    history: list[int] = []

    def step() -> int:
        nonlocal start
        start += 1
        history.append(start)
        return start

    def reset(value: int) -> None:
        nonlocal start, history
        start = value
        history = history + [-1]

    return step, reset, lambda: history


step, reset, history = counter(5)
print(step(), step(), reset(100), step(), history())
other, *_ = counter()
print(other(), step(), history())


def compose(*functions: Callable[[A], A]) -> Callable[[A], A]:
    def run(x: A) -> A:
        for function in reversed(functions):
            x = function(x)
        return x

    return run


def increased(x: int) -> int:
    return x + 1


def power(a: int, b: int) -> int:
    return a**b


def curry(f: Callable[[A, B], C]) -> Callable[[A], Callable[[B], C]]:
    return lambda a: lambda b: f(a, b)


number = compose(increased)
print(number(1), compose(increased, lambda x: x * 10, increased)(-4), compose(str.upper, str.strip)("  hi "))
print(curry(power)(2)(10), curry(lambda a, b: f"{a}{b:>4}")("x")(1.5), [curry(divmod)(17)(n) for n in (2, 5, -3)])
late = [lambda: i for i in range(3)]
early: list[Callable[[], int]] = [lambda i=i: i for i in range(3)]  # type: ignore[misc]
print([f() for f in late], [f() for f in early])
handlers: list[Callable[[], str]] = []
for name in ("a", "b"):
    prefix = name * 2

    def handler() -> str:
        return f"{prefix}:{name}"

    handlers.append(handler)
print([h() for h in handlers])
name = "changed"
print(handlers[0]())


def parity(n: int) -> tuple[bool, bool]:
    calls = 0

    def even(k: int) -> bool:
        nonlocal calls
        calls += 1
        return True if k == 0 else odd(k - 1)

    def odd(k: int) -> bool:
        nonlocal calls
        calls += 1
        return False if k == 0 else even(k - 1)

    result = even(n), odd(n)
    assert calls == 2 * (n + 1), calls
    return result


print(parity(10), parity(7))


def make_account(balance: int) -> dict[str, Callable[[int], int]]:
    def deposit(amount: int) -> int:
        nonlocal balance
        balance += amount
        return balance

    def withdraw(amount: int) -> int:
        nonlocal balance
        if amount > balance:
            raise ValueError(f"{amount} of {balance}")
        balance -= amount
        return balance

    return {f.__name__: f for f in (deposit, withdraw)}


account = make_account(50)
print(account["deposit"](25), account["withdraw"](70), sorted(account), account["deposit"].__qualname__)


def outer() -> Callable[[], Iterator[int]]:
    total = 0

    def middle() -> Iterator[int]:
        nonlocal total
        for k in range(3):

            def inner(scale: int) -> int:
                nonlocal total
                total += scale * k
                return total

            yield inner(1)
            yield inner(10)

    return middle


gen = outer()
print(list(gen()), list(gen()))


def maybe(flag: bool) -> str:
    if flag:
        value = "set"

    def read() -> str:
        return value

    try:
        return read()
    except NameError as error:
        return f"{type(error).__name__}: {error}"


print(maybe(True), "|", maybe(False))


def deep(n: int) -> Callable[[int], int]:
    if n == 0:
        return lambda x: x
    inner = deep(n - 1)
    return lambda x: inner(x) + n


print(deep(200)(0), deep(0)(7), (lambda *a, **k: (a, k))(1, *[2, 3], z=4))
account["withdraw"](6)
