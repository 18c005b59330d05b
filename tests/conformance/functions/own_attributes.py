"""Attributes that programs give functions: counters, marks, caches, tables of cases; `wraps` copies them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


class Counted(Protocol):
    calls: int

    def __call__(self, *args: Any) -> Any: ...


def counted(function: Callable[..., Any]) -> Counted:
    @functools.wraps(function)
    def wrapper(*args: Any) -> Any:
        made.calls += 1
        return function(*args)

    made = cast(Counted, wrapper)
    made.calls = 0
    return made


def memoised(function):
    cache: dict[Any, Any] = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache  # type: ignore[attr-defined]
    wrapper.reset = cache.clear  # type: ignore[attr-defined]
    return wrapper


def cases(*rows: tuple[int, ...]) -> Callable[[F], F]:
    def mark(function: F) -> F:
        function.cases = rows  # type: ignore[attr-defined]
        setattr(function, "slow", len(rows) > 1)
        return function

    return mark


def route(path: str, *, methods: tuple[str, ...] = ("GET",)) -> Any:
    def register(function: Any) -> Any:
        function.path = path
        function.methods = methods
        return function

    return register


@counted
def add(a: int, b: int) -> int:
    return a + b


@memoised
def square(n):
    return n * n


def ticket() -> int:
    ticket.last += 1  # type: ignore[attr-defined]
    return ticket.last  # type: ignore[attr-defined, no-any-return]


ticket.last = 100  # type: ignore[attr-defined]


class Site:
    @route("/")
    def index(self) -> str:
        return "index"

    @route("/users", methods=("GET", "POST"))
    def users(self) -> str:
        return "users"

    def about(self) -> str:
        return "about"


class Checks:
    @cases((1, 1), (2, 4), (3, 10))
    def square(self, n: int, wanted: int) -> bool:
        return n * n == wanted

    @cases((0,))
    def even(self, n: int) -> bool:
        return n % 2 == 0


class Plain:
    path = "of the class"


print(add(1, 2), add(3, 4), add.calls, cast(Any, add).__name__)
print([square(n) for n in (2, 3, 2)], square.cache, square.cache is square.cache)
square.reset()
print(square.cache, square.__wrapped__(9))
print(ticket(), ticket(), ticket.last)  # type: ignore[attr-defined]
site = Site()
for handler in (site.index, site.users, site.about):
    print(handler(), getattr(handler, "path", "-"), getattr(handler, "methods", ()), hasattr(handler, "path"))
print(Site.users.methods, getattr(Plain(), "path"))
checks = Checks()
for check in (checks.square, checks.even):
    for row in check.cases:  # type: ignore[union-attr]
        print(check.__name__, row, check(*row), check.slow)  # type: ignore[union-attr]


@functools.wraps(checks.square)
def again(*args: int) -> bool:
    return checks.square(*args)


print(again.cases, again.slow, again(3, 9))  # type: ignore[attr-defined]
thunks = [lambda n=n: n for n in range(3)]
for n, function in enumerate(thunks):
    function.tag = n * 10  # type: ignore[attr-defined]
print([(function(), function.tag) for function in thunks])  # type: ignore[attr-defined]
for broken in (lambda: ticket.missing, lambda: len.path, lambda: setattr(site.index, "path", "/x")):  # type: ignore[attr-defined]
    try:
        print(broken())
    except AttributeError as error:
        print(error)
