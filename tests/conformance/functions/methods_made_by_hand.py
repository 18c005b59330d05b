"""Methods made by hand: `types.MethodType`, as descriptors and registries do."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class counted:
    """A decorator of methods that counts their calls."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        return types.MethodType(self, instance)


class Greeter:
    def __init__(self, name: str) -> None:
        self.name = name

    @counted
    def greet(self, other: str, *, loud: bool = False) -> str:
        text = f"{self.name} greets {other}"
        return text.upper() if loud else text


def shout(self: Greeter, times: int = 1) -> str:
    return self.name.upper() + "!" * times


class Callback:
    def __call__(self, first: object, second: int = 0) -> str:
        return f"{type(first).__name__} {second}"


def main() -> None:
    greeter = Greeter("Ann")
    print(greeter.greet("Bob"), greeter.greet("Cid", loud=True), Greeter.greet.calls)
    method = types.MethodType(shout, greeter)
    print(method(), method(3), method(times=2), isinstance(method, types.MethodType), callable(method))
    print(method.__self__ is greeter, method.__func__ is shout, method.__name__)
    print(types.MethodType(Callback(), 5)(), types.MethodType(Callback(), "x")(second=2))
    print(types.MethodType(lambda self, x: self * x, 6)(7))
    adders = [types.MethodType(lambda base, x: base + x, base) for base in (1, 10)]
    print([add(5) for add in adders])
    again = types.MethodType(shout, greeter)
    print(method == again, method == types.MethodType(shout, Greeter("Ann")))
    nothing: Any = None
    five: Any = 5
    for make in (lambda: types.MethodType(five, greeter), lambda: types.MethodType(shout, nothing)):
        try:
            print(make())
        except TypeError as error:
            print(error)
    try:
        method(1, 2)
    except TypeError as error:
        print(error)


main()
