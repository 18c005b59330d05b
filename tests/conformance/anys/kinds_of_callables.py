"""What kinds of things are called: functions, methods, built-in functions, classes, held as Any and object."""
from __future__ import annotations

import math
import time
import types
from functools import partial
from typing import Any, Callable


class Account:
    def __init__(self, owner: str) -> None:
        self.owner = owner

    def deposit(self, amount: int) -> int:
        return amount

    @staticmethod
    def rate() -> float:
        return 0.5

    def __call__(self) -> str:
        return self.owner


def helper(x: int) -> int:
    return x + 1


def kind(thing: object) -> str:
    return type(thing).__name__


def register(handlers: dict[str, Any], name: str, handler: Any) -> None:
    handlers[name] = handler
    print(f"{name}: {type(handler).__name__} {type(handler)}")


def main() -> None:
    account = Account("ann")
    handlers: dict[str, Any] = {}
    for name, handler in {
        "len": len,
        "sqrt": math.sqrt,
        "monotonic": time.monotonic,
        "function": helper,
        "lambda": lambda: None,
        "method": account.deposit,
        "static": Account.rate,
        "append": [].append,
        "upper": "a".upper,
        "instance": account,
        "class": Account,
        "partial": partial(helper, 1),
        "number": 3,
        "none": None,
    }.items():
        register(handlers, name, handler)
    print([kind(one) for one in (len, helper, account.deposit, print, "text", 1.5, account)])
    first: object = len
    second: object = max
    print(type(first) is type(second), type(first) is types.BuiltinFunctionType, type(first) == type(helper))
    print({kind(one): isinstance(one, types.BuiltinFunctionType) for one in (len, helper, sorted)})
    counts: dict[type, int] = {}
    for one in handlers.values():
        counts[type(one)] = counts.get(type(one), 0) + 1
    print(sorted((cls.__name__, n) for cls, n in counts.items()))
    calls: list[Callable[[list[int]], int]] = [len, sum, max]
    print([call([1, 2, 3]) for call in calls], [type(call).__name__ for call in calls])


main()
