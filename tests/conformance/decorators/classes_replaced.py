"""Class decorators that give a function or an object: singletons, pools, counted makers."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def singleton(cls: type[T]) -> Callable[..., T]:
    instances: dict[type[T], T] = {}

    @functools.wraps(cls)
    def get(*args: Any, **kwargs: Any) -> T:
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]

    return get


@singleton
class Config:
    """The settings."""

    def __init__(self, name: str = "default", *, debug: bool = False) -> None:
        print("making", name, debug)
        self.name = name
        self.debug = debug

    def copy(self) -> Config:
        return Config("copy")


first = Config("first", debug=True)
second = Config("second")
print(first is second, second.name, second.copy() is first, type(first).__name__)
print(Config.__name__, Config.__doc__, callable(Config), isinstance(Config, type))


class Single(Generic[T]):
    """The decorator is a class."""

    def __init__(self, cls: type[T]) -> None:
        self.cls = cls
        self.made: T | None = None
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> T:
        self.calls += 1
        if self.made is None:
            self.made = self.cls(*args, **kwargs)
        return self.made


@Single
@dataclass
class Database:
    url: str = "memory"
    tables: list[str] = field(default_factory=list)


Database("disk").tables.append("users")
print(Database("other"), Database() is Database(), Database.calls)  # type: ignore[attr-defined]


def limited(most: int) -> Callable[[type[T]], Callable[..., T]]:
    def decorate(cls: type[T]) -> Callable[..., T]:
        made: list[T] = []

        def make(*args: Any) -> T:
            if len(made) >= most:
                raise RuntimeError(f"no more than {most} of {cls.__name__}")
            made.append(cls(*args))
            return made[-1]

        return make

    return decorate


@limited(2)
class Worker:
    def __init__(self, number: int) -> None:
        self.number = number

    def __repr__(self) -> str:
        return f"Worker({self.number})"


workers = []
try:
    for number in range(5):
        workers.append(Worker(number))
except RuntimeError as error:
    print("RuntimeError", error, workers)


def plain_singleton(cls):  # type: ignore[no-untyped-def]
    holder = {}

    def wrapper(*args, **kwargs):  # type: ignore[no-untyped-def]
        if "one" not in holder:
            holder["one"] = cls(*args, **kwargs)
        return holder["one"]

    return wrapper


@plain_singleton
class Logger:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def log(self, text: str) -> None:
        self.lines.append(text)


Logger().log("one")
Logger().log("two")
print(Logger().lines, Logger() is Logger())
makers: list[Callable[..., Any]] = [Config, Logger, Worker]
print([maker is not None for maker in makers], makers[1]().lines)


def instance(cls: type[T]) -> T:
    return cls()


@instance
class origin:
    x = 0
    y = 0

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"


print(origin, origin.x, str(origin))
try:
    print(isinstance(first, Config))
except TypeError as error:
    print("TypeError", error)
try:
    print(Config("third", debug=False).name, Worker(7))
except TypeError as error:
    print("TypeError", error)
except RuntimeError as error:
    print("RuntimeError", error)
