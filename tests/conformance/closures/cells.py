"""Variables captured by cell: loops, nonlocal, comprehensions, class bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

scale = 10


def late() -> list[int]:
    functions = []
    for i in range(3):
        functions.append(lambda: i * 10)
    return [f() for f in functions]


def early() -> list[int]:
    functions = []
    for i in range(3):
        functions.append(lambda i=i: i * 10)
    return [f() for f in functions]


def factory() -> list[int]:
    def make(n: int) -> Callable[[], int]:
        return lambda: n * 10

    return [f() for f in [make(i) for i in range(3)]]


def counter(start: int = 0) -> tuple[Callable[[], int], Callable[[int], None], Callable[[], int]]:
    value = start

    def step() -> int:
        nonlocal value
        value += 1
        return value

    def reset(to: int) -> None:
        nonlocal value
        value = to

    def get() -> int:
        return value

    return step, reset, get


def deep(a: int) -> Callable[[int], Callable[[int], list[int]]]:
    total = 0

    def middle(b: int) -> Callable[[int], list[int]]:
        nonlocal total
        total += b

        def inner(c: int) -> list[int]:
            nonlocal total, b
            total += c
            b += 1
            return [a, b, c, total]

        return inner

    return middle


def in_comprehension(n: int) -> list[int]:
    k = 3
    adders = [lambda x, j=j: x + j + k for j in range(n)]
    k = 100
    squares = {j: (lambda: j * j) for j in range(n)}
    nested = [[(lambda: (i, j)) for i in range(2)] for j in range(2)]
    print([f() for row in nested for f in row], [squares[j]() for j in squares])
    return [f(1) for f in adders]


def generators() -> list[list[int]]:
    limit = 3

    def up() -> Iterator[int]:
        for i in range(limit):
            yield i + limit

    lazy = (i * limit for i in range(limit))
    limit = 5
    return [list(up()), list(lazy)]


def recursive() -> list[int]:
    memo: dict[int, int] = {}
    calls = 0

    def fib(n: int) -> int:
        nonlocal calls
        calls += 1
        if n in memo:
            return memo[n]
        result = n if n < 2 else fib(n - 1) + fib(n - 2)
        memo[n] = result
        return result

    def even(n: int) -> bool:
        return n == 0 or odd(n - 1)

    def odd(n: int) -> bool:
        return n != 0 and even(n - 1)

    return [fib(30), calls, even(10), odd(7), even(7)]


def shadowing(x: int) -> list[int]:
    result = [x for x in range(3)]
    y = x

    def inner(x: str) -> str:
        return x + str(y)

    global scale
    scale += 1
    return [*result, x, int(inner("4")), scale]


class Body:
    base = 5
    values = [n * 2 for n in range(base)]
    doubled = [v for v in values if v > 2]
    make = lambda self, x: x + self.base

    def method(self) -> Callable[[int], int]:
        def add(x: int) -> int:
            return x + self.base

        self.base = 50
        return add


@dataclass
class Button:
    label: str
    handlers: list[Callable[[str], None]] = field(default_factory=list)

    def on(self, handler: Callable[[str], None]) -> None:
        self.handlers.append(handler)

    def press(self) -> None:
        for handler in self.handlers:
            handler(self.label)


def labelled(seen: list[str], index: int) -> Callable[[str], None]:
    return lambda text: seen.append(f"{index}{text}")


def handlers() -> list[str]:
    seen: list[str] = []
    buttons = [Button(name) for name in "abc"]
    for index, button in enumerate(buttons):
        button.on(labelled(seen, index))
        button.on(lambda text: seen.append(f"last {button.label} {text}"))
    for button in buttons:
        button.press()
    return seen


def unbound() -> str:
    def inner() -> int:
        return value

    try:
        inner()
    except NameError as error:
        message = str(error)
    value = 1
    return f"{message} / {inner()}"


def main() -> None:
    print(late(), early(), factory())
    step, reset, get = counter(5)
    other, _, _ = counter()
    print(step(), step(), other(), get())
    reset(100)
    print(step(), other(), get())
    middle = deep(1)
    inner = middle(10)
    print(inner(100), inner(1), middle(5)(2), inner(0))
    print(in_comprehension(3), generators(), recursive(), shadowing(9))
    print(Body.values, Body.doubled, Body().make(1), Body().method()(1))
    print(handlers())
    print(unbound())
    total = 0
    for f in [lambda x: x + 1, lambda x: x * 2]:
        total = f(total + 1)
    print(total, (lambda *a, k=2, **kw: sum(a) * k + len(kw))(1, 2, z=1))


main()
