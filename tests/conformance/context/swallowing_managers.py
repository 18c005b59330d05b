"""Managers that swallow what a function raises, as decorators and held as Any."""

from __future__ import annotations
from contextlib import ContextDecorator, contextmanager, suppress
from collections.abc import Iterator
from typing import Any


class Quiet(ContextDecorator):
    def __init__(self, *kinds: type[BaseException]) -> None:
        self.kinds = kinds

    def __enter__(self) -> Quiet:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> bool:
        return kind is not None and issubclass(kind, self.kinds)


@contextmanager
def told(name: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        print(name, error)


@Quiet(ZeroDivisionError)
def half(n: int) -> float | None:
    return 10 / n


@Quiet(KeyError)
def log(d: dict[str, int], k: str) -> None:
    print(d[k])


@told("parse")
def parse(t: str) -> int | None:
    return int(t)


def unknown(m: Any, n: int) -> int:
    with m:
        return 10 // n


def maybe(m: Any, n: int) -> int | None:
    with m:
        return 10 // n


def named(m: Any, n: int) -> str:
    with m:
        return str(10 // n)
    return "swallowed"


print(half(4), half(0), log({"a": 1}, "a"), log({}, "a"), parse("5"), parse("x"))
print(
    unknown(suppress(KeyError), 5),
    maybe(suppress(ZeroDivisionError), 0),
    named(suppress(ZeroDivisionError), 0),
    named(suppress(), 3),
)
try:
    r: int = unknown(suppress(ZeroDivisionError), 0)
    print("CPython goes on" if r is None else r)
except TypeError as e:
    print("CPython goes on")
