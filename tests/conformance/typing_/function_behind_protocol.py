"""Attributes of what a Protocol with `__call__` types: functions, methods, classes, objects, partials."""

from __future__ import annotations

import functools
from typing import Any, Protocol


class Handler(Protocol):
    def __call__(self, *args: str) -> Any: ...


class Named:
    label = "named"

    def __call__(self, *args: str) -> str:
        return "named " + "/".join(args)

    def method(self, *args: str) -> int:
        return len(args)


def plain(*args: str) -> str:
    """Joins."""
    return "+".join(args)


def describe(handler: Handler, maybe: Handler | None = None) -> str:
    name = str(getattr(handler, "__name__", "?"))
    label = getattr(handler, "label", None)
    other = getattr(maybe, "__name__", "none")
    return f"{name} {label} {other} {hasattr(handler, '__name__')} {hasattr(handler, 'label')} {handler('a', 'b')}"


class Table:
    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}

    def add(self, handler: Handler) -> Handler:
        self.handlers[str(getattr(handler, "__name__", type(handler).__name__))] = handler
        return handler


table = Table()
table.add(plain)
table.add(Named())
table.add(Named().method)
table.add(functools.partial(plain, "first"))
table.add(lambda *args: args)


@table.add
def decorated(*args: str) -> list[str]:
    return sorted(args, reverse=True)


for key, one in table.handlers.items():
    print(key, "->", describe(one))
    print(key, "->", describe(one, plain))
