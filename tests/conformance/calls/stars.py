"""`*args` and `**kwargs` taken, forwarded, and mixed with positional-only and keyword-only parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any


def everything(a: int, b: int = 2, /, c: int = 3, *rest: int, d: int, e: int = 5, **more: int) -> str:
    return f"{a} {b} {c} {rest} {d} {e} {sorted(more.items())}"


def defaults(a: int, b: int = 20, c: int = 30) -> tuple[int, int, int]:
    return a, b, c


def keyword_only(*, first: str, second: str = "two") -> str:
    return first + "/" + second


def forward(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return function(*args, **kwargs)


def counted(*args: object, **kwargs: object) -> tuple[int, int]:
    return len(args), len(kwargs)


def numbers(n: int) -> Iterator[int]:
    for i in range(n):
        print("gen", i)
        yield i


def total(*values: float, scale: float = 1.0) -> float:
    result = 0.0
    for value in values:
        result += value
    return result * scale


class Logger:
    def __init__(self, *prefixes: str, **tags: str) -> None:
        self.prefixes = prefixes
        self.tags = tags

    def log(self, message: str, *args: object, level: str = "info", **extra: object) -> str:
        text = message % args if args else message
        more = "".join(f" {k}={v}" for k, v in {**self.tags, **extra}.items())
        return f"{':'.join(self.prefixes)} [{level}] {text}{more}"

    def warn(self, message: str, *args: object, **extra: object) -> str:
        return self.log(message, *args, level="warn", **extra)


class Sub(Logger):
    def __init__(self, *args: str, **kwargs: str) -> None:
        super().__init__("sub", *args, **kwargs)

    def log(self, message: str, *args: object, level: str = "info", **extra: object) -> str:
        return "<" + super().log(message, *args, level=level, **extra) + ">"


def main() -> None:
    print(everything(1, d=4))
    print(everything(1, 9, 8, 7, 6, d=4, z=1, y=2))
    print(everything(1, c=7, d=4, e=0))
    print(everything(*[1, 2], d=1))
    print(everything(*(1, 2, 3, 4, 5), d=1, **{"q": 7}))
    print(everything(1, *[2, 3], 4, *[5], d=6))
    print(everything(1, *numbers(3), d=6))
    print(defaults(*[1]), defaults(*[1, 2]), defaults(*[1, 2, 3]), defaults(1, *[5]), defaults(*(7, 8)))
    for bad in ([], [1, 2, 3, 4]):
        try:
            print(defaults(*bad))
        except TypeError as error:
            print(error)
    print(keyword_only(first="a"), keyword_only(second="x", first="y"))
    print(forward(keyword_only, first="f"))
    print(forward(everything, 1, 2, 3, 4, d=5, w=6))
    print(forward(forward, forward, counted, 1, 2, x=3))
    print(counted(), counted(*[]), counted(*"abc", **{"k": 1}), counted(1, *(2,), *[3, 4]))
    print(total(), total(1.5, 2.5), total(*[1.0, 2.0, 3.0], scale=0.5))
    print(total(*(float(x) for x in range(4))))
    print(Logger("a", "b", user="me").log("x is %d", 5, request=7))
    print(Sub("z", tag="t").warn("careful %s and %s", "one", 2, code=3))
    print(max(*[3, 1, 2]), min(4, *[9, 2]), print(*[1, 2, 3], sep="-"))
    pairs = [(1, 2), (3, 4)]
    print(list(zip(*pairs)), [*zip(*[[1, 2, 3], "abc"])])
    args = (1, 2)
    kwargs = {"d": 10, "e": 11}
    print(everything(*args, **kwargs))
    print((lambda *a, **k: (a, k))(1, 2, x=3))
    print((lambda x, *, y=2: x * y)(4, y=5))


main()
