# expect-refusal: unsupported
"""A decorator above `@classmethod` gets the classmethod object, which cannot be called."""

from collections.abc import Callable
from typing import Any


def traced(function: Callable[..., Any]) -> Callable[..., Any]:
    print(type(function).__name__)
    return function


class Account:
    @traced
    @classmethod
    def opened(cls, owner: str) -> str:
        return f"{cls.__name__} of {owner}"


print(Account.opened("Ann"))
