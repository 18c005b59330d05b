"""Functions, methods and built-ins told apart: isinstance with classes of `types`, `type(x)` of helpers."""

from __future__ import annotations
import types
from collections import UserDict
from collections.abc import Callable
from typing import Any


def f() -> None: ...


class A:
    def m(self) -> None: ...
    @staticmethod
    def s() -> None: ...
    @classmethod
    def c(cls) -> None: ...
    def __call__(self) -> None: ...


g = lambda: 1


def gen():
    yield 1


async def co() -> None: ...


c = co()
values: list[Any] = [f, g, A().m, A.m, A.s, A.c, A(), len, "".join, [].append, print, int, gen(), c]
for v in values:
    print(
        isinstance(v, types.FunctionType),
        isinstance(v, types.MethodType),
        isinstance(v, types.BuiltinFunctionType),
        isinstance(v, types.GeneratorType),
        isinstance(v, types.CoroutineType),
        callable(v),
        isinstance(v, type),
    )
c.close()
values = [f, g, A().m, A.m, A.s, A.c, A(), int, gen()]
for v in values:
    print(
        type(v).__name__,
        type(v) is types.FunctionType,
        type(v) is types.MethodType,
        type(v) == types.LambdaType,
        type(v) in (types.FunctionType, types.MethodType),
    )
print(
    type(zip()) is zip,
    type(zip([1], [2])) is zip,
    type(map(str, [1])) is map,
    type(map(float, [1])) is map,
    type(enumerate([1])) is enumerate,
    type(filter(None, [1])) is filter,
    type(filter(bool, [1])) is filter,
)
x: Any = zip([1], "a")
kinds: dict[Any, str] = {zip: "z", map: "m", filter: "f", range: "r", list: "l", types.FunctionType: "fn"}
print([kinds.get(type(k), "?") for k in (x, map(str, ""), filter(None, ""), range(2), [1], f, A().m)])
print(
    isinstance(x, zip),
    isinstance(x, map),
    type(x),
    types.FunctionType,
    types.MethodType,
    types.FunctionType.__name__,
)
print(type(reversed([1])) is reversed, type(UserDict()) is UserDict, type(x)([1], [2]).__next__())
print(type({}.keys()), type({}.items()).__name__, type(iter([])), type(...), type(NotImplemented))


def class_of(callee: Callable[..., object]) -> str:
    return type(callee).__name__


print(type(len), type("".join), type(class_of), type(len) is types.BuiltinFunctionType, type(len) == type(print))
callees: list[Callable[..., object]] = [len, "".join, [1].append, class_of, lambda: 1, int, A().m]
print([class_of(callee) for callee in callees], len.__class__)
