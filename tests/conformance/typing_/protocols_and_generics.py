"""An event bus, a result type, typed registries and builders: protocols, ParamSpec, overloads, TypedDict, NewType."""

from __future__ import annotations

import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import (
    Any, ClassVar, Concatenate, Final, Generic, Literal, NamedTuple, NewType, NoReturn, ParamSpec, Protocol, TypedDict, TypeGuard, TypeVar, Union, assert_never,
    cast, overload, runtime_checkable,
)

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E", bound=Exception)
P = ParamSpec("P")
UserId = NewType("UserId", int)
Mode = Literal["read", "write", "append"]
MODES: Final[tuple[Mode, ...]] = ("read", "write", "append")


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


C = TypeVar("C", bound=Comparable)


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def then(self, function: Callable[[T], Result[U]]) -> Result[U]:
        return function(self.value)


@dataclass(frozen=True)
class Err:
    reason: str

    def then(self, function: Callable[[Any], Result[Any]]) -> Err:
        return self


Result = Union[Ok[T], Err]


def parse(text: str) -> Result[int]:
    try:
        return Ok(int(text))
    except ValueError as error:
        return Err(str(error))


def half(number: int) -> Result[float]:
    return Ok(number / 2) if number % 2 == 0 else Err(f"{number} is odd")


def logged(calls: list[str]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            calls.append(f"{function.__name__}{args}{kwargs}")
            return function(*args, **kwargs)

        return run

    return decorate


def with_user(function: Callable[Concatenate[UserId, P], T]) -> Callable[P, T]:
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        return function(UserId(7), *args, **kwargs)

    return run


calls: list[str] = []


@logged(calls)
def greet(name: str, *, punctuation: str = "!") -> str:
    return f"hello {name}{punctuation}"


@with_user
def whoami(user: UserId, prefix: str) -> str:
    return f"{prefix}{user}"


class Bus:
    """Handlers by the class of the event; the most derived first."""

    def __init__(self) -> None:
        self.handlers: defaultdict[type[Any], list[Callable[[Any], object]]] = defaultdict(list)

    def on(self, kind: type[T]) -> Callable[[Callable[[T], object]], Callable[[T], object]]:
        def register(handler: Callable[[T], object]) -> Callable[[T], object]:
            self.handlers[kind].append(handler)
            return handler

        return register

    def emit(self, event: object) -> list[object]:
        return [handler(event) for kind, handlers in self.handlers.items() if isinstance(event, kind) for handler in handlers]


class Event: ...


@dataclass
class Login(Event):
    user: str


class Movie(TypedDict, total=False):
    title: str
    year: int


class Span(NamedTuple):
    low: int
    high: int = 10


@overload
def fetch(key: str) -> str: ...
@overload
def fetch(key: int, default: T) -> int | T: ...
def fetch(key: str | int, default: Any = None) -> Any:
    return key.upper() if isinstance(key, str) else key if key > 0 else default


def all_ints(values: list[object]) -> TypeGuard[list[int]]:
    return all(isinstance(value, int) for value in values)


def largest(*items: C) -> C:
    best, *rest = items
    for item in rest:
        if best < item:
            best = item
    return best


def permission(mode: Mode) -> int:
    if mode == "read":
        return 4
    elif mode == "write":
        return 2
    elif mode == "append":
        return 1
    assert_never(mode)


class Socket:
    count: ClassVar[int] = 0

    def close(self) -> None:
        Socket.count += 1


def fail(message: str) -> NoReturn:
    raise RuntimeError(message)


bus = Bus()


@bus.on(Login)
def welcome(event: Login) -> str:
    return f"welcome {event.user}"


@bus.on(Event)
def record(event: Event) -> str:
    return type(event).__name__


for text in ("8", "7", "x"):
    outcome = parse(text).then(half).then(lambda v: Ok([v] * 2))
    match outcome:
        case Ok(value):
            print("ok", value)
        case Err(reason):
            print("error", reason)
print(greet("ada"), greet("bob", punctuation="?"), calls, greet.__name__, whoami("user "), whoami(prefix="#"))
print(bus.emit(Login("eve")), bus.emit(Event()), bus.emit(3), isinstance(Socket(), Closeable), isinstance(3, Closeable), [permission(mode) for mode in MODES])
movie: Movie = {"title": "Alien"}
movie["year"] = 1979
print(movie, movie.get("year"), "title" in movie, Span(1), Span(3, 4)._replace(low=0), [*Span(2)], fetch("key"), fetch(5, None), fetch(-1, "dflt"))
mixed: list[object] = [1, 2, True]
print(sum(mixed) if all_ints(mixed) else "mixed", largest(3, 1, 2), largest("b", "a"), largest(Span(1, 2), Span(1, 3)), cast(int, mixed[0]), UserId(3) + 1)
for thing in (Socket(), Socket(), 5):
    if isinstance(thing, Closeable):
        thing.close()
print(Socket.count, time.monotonic() > 0)
fail(f"after {Socket.count} sockets")
