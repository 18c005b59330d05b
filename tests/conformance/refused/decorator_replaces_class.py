# expect-refusal: dynamic-class
"""A class derived from what a decorator gave, which is a function."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def singleton(kind: type[T]) -> Callable[..., T]:
    made: list[T] = []

    def get(*args: Any) -> T:
        if not made:
            made.append(kind(*args))
        return made[0]

    return get


@singleton
class Registry:
    def __init__(self) -> None:
        self.names: list[str] = []


class Special(Registry):
    pass


print(Special())
