"""Names of functions that other functions are assigned to."""
from __future__ import annotations

import functools
import sys
from typing import Any, Callable


def base(x: int) -> int:
    """The plain one."""
    return x


plain = base
base = lambda x: plain(x) + 1
print(base(3), plain(3), plain.__name__)


def twice(f: Callable[[int], int]) -> Callable[[int], int]:
    @functools.wraps(f)
    def inner(x: int) -> int:
        return f(x) * 2

    return inner


def scale(x: int, by: int = 10) -> int:
    """Scales."""
    return x * by


scale = twice(scale)  # type: ignore[assignment]
print(scale(2), scale.__name__, scale.__doc__)


def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


calls = 0


def counted(f: Any) -> Any:
    def inner(*args: Any) -> Any:
        global calls
        calls += 1
        return f(*args)

    return inner


fib = counted(fib)
print(fib(10), calls)


def report(text: str) -> str:
    return text


def quiet() -> None:
    global report
    report = lambda text: "quiet"


def show() -> str:
    return report("loud")


print(show())
quiet()
print(show(), report("again"))

if len(sys.argv) > 9:
    def chosen(x: int) -> str:
        return "many"
else:
    def chosen(x: int) -> str:
        return f"few {x}"

print(chosen(1))
first, second = chosen, base
chosen = lambda x: f"{first(x)}!"
print(chosen(2), second(1))


def outer(flag: bool) -> str:
    def name() -> str:
        return "outer"

    def tell() -> str:
        return name()

    before = tell()
    if flag:
        name = lambda: "changed"
    return f"{before} {tell()} {name()}"


print(outer(True), outer(False))


def maker() -> list[Callable[[], int]]:
    made: list[Callable[[], int]] = []
    for i in range(3):
        def f(i: int = i) -> int:
            return i * i
        made.append(f)
        f = lambda i=5: -1  # noqa
        made.append(f)
    return made


print([f() for f in maker()])


def late(a: int, *rest: int, sep: str = ",") -> str:
    return sep.join(map(str, (a, *rest)))


late = functools.partial(late, sep="-")  # type: ignore[assignment]
print(late(1, 2, 3))
try:
    base = None  # type: ignore[assignment]
    base(1)
except TypeError as error:
    print(error)
