"""functools together: singledispatch on hierarchies, methods by type, partialmethod, caches with limits, orderings, reduce."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import (
    WRAPPER_ASSIGNMENTS,
    cache,
    cached_property,
    cmp_to_key,
    lru_cache,
    partial,
    partialmethod,
    reduce,
    singledispatch,
    singledispatchmethod,
    total_ordering,
    wraps,
)
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Celsius:
    degrees: float


class Kelvin(Celsius):
    pass


@singledispatch
def render(value: object, indent: int = 0) -> str:
    return f"{' ' * indent}?{type(value).__name__}"


@render.register
def _(value: int, indent: int = 0) -> str:
    return f"{' ' * indent}int {value}"


@render.register(float)
@render.register(complex)
def render_real(value: float | complex, indent: int = 0) -> str:
    return f"{' ' * indent}number {value:.2f}"


@render.register
def _(value: str | bytes, indent: int = 0) -> str:
    return f"{' ' * indent}text {value!r}"


@render.register(list)
@render.register(tuple)
def _(value: Iterable[object], indent: int = 0) -> str:
    return "\n".join(["%sitems" % (" " * indent), *(render(v, indent + 2) for v in value)])


@render.register(dict)
def _(value: Mapping[str, object], indent: int = 0) -> str:
    return "\n".join(f"{' ' * indent}{k}:\n{render(v, indent + 2)}" for k, v in sorted(value.items()))


@render.register
def _(value: Celsius, indent: int = 0) -> str:
    return f"{' ' * indent}{value.degrees}°"


class Machine:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.state = "off"

    @singledispatchmethod
    def feed(self, item: object) -> str:
        raise NotImplementedError(f"cannot feed {type(item).__name__}")

    @feed.register
    def _(self, item: int) -> str:
        self.log.append(f"int:{item}")
        return "ate a number"

    @feed.register
    def _(self, item: str) -> str:
        self.log.append(f"str:{item}")
        return "ate a word"

    def switch(self, state: str, *, quiet: bool = False) -> str:
        self.state = state
        return state if quiet else state.upper()

    on = partialmethod(switch, "on")
    off = partialmethod(switch, "off", quiet=True)

    @cached_property
    def summary(self) -> str:
        self.log.append("computed")
        return f"{len(self.log)} entries"


@total_ordering
class Version:
    def __init__(self, text: str) -> None:
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other: object) -> bool:
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts

    def __repr__(self) -> str:
        return ".".join(map(str, self.parts))


def counted(function: Callable[P, R]) -> Callable[P, R]:
    """Counts calls of."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        calls[function.__name__] = calls.get(function.__name__, 0) + 1
        return function(*args, **kwargs)

    return wrapper


calls: dict[str, int] = {}


@lru_cache(maxsize=3)
@counted
def slow(n: int, *, scale: int = 1) -> int:
    """Slowly."""
    return n * scale


@cache
def paths(rows: int, columns: int) -> int:
    return 1 if not rows or not columns else paths(rows - 1, columns) + paths(rows, columns - 1)


@lru_cache(maxsize=None, typed=True)
def kind(value: object) -> str:
    return type(value).__name__


def natural(a: str, b: str) -> int:
    def parts(text: str) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        run = ""
        for c in text + "\0":
            if run and c.isdigit() != run[-1].isdigit():
                out.append((0, int(run), "") if run.isdigit() else (1, 0, run))
                run = ""
            run += c
        return out

    x, y = parts(a), parts(b)
    return (x > y) - (x < y)


def backwards(a: int, b: int) -> int:
    return b - a


def main() -> None:
    print(render({"n": 1, "list": [2.5, "x", (b"y", None)], "t": Kelvin(3), "b": True, "c": 1 - 2j}))
    print(
        render.dispatch(bool) is render.dispatch(int),
        render.dispatch(Kelvin) is render.dispatch(Celsius),
        render.dispatch(float) is render_real,
        len(render.registry) > 8,
    )
    machine = Machine()
    print(
        machine.feed(5),
        machine.feed("w"),
        machine.feed(True),
        machine.on(),
        machine.state,
        machine.off(),
        machine.on(quiet=True),
    )
    try:
        machine.feed(2.5)
    except NotImplementedError as error:
        print(error)
    print(machine.summary, machine.summary, machine.log)
    del machine.summary
    print(machine.summary)
    versions = [Version(v) for v in "1.10 1.9.3 2.0 1.9 0.99".split()]
    print(
        sorted(versions),
        max(versions),
        versions[0] >= versions[1],
        versions[3] <= Version("1.9"),
        versions[2] > versions[0],
        Version("1") != Version("1.0"),
    )
    print(
        [slow(n % 4) for n in (1, 2, 3, 1, 4, 1, 2)],
        slow(1, scale=1),
        slow.cache_info(),
        calls,
        slow.__wrapped__.__doc__,
    )
    slow.cache_clear()
    print(
        slow(9),
        slow.cache_info(),
        slow.cache_parameters(),
        slow.__name__,
        paths(16, 16),
        paths.cache_info().misses,
    )
    print(kind(1), kind(1.0), kind(True), kind("1"), kind.cache_info())
    try:
        slow([1])  # type: ignore[arg-type]
    except TypeError as error:
        print(error)
    files = ["file10", "file9", "File1", "10", "9a", "file9b", "a"]
    print(
        sorted(files, key=cmp_to_key(natural)),
        min(files, key=cmp_to_key(natural)),
        sorted([3, 1, 2], key=cmp_to_key(backwards)),
    )
    hexadecimal = partial(int, base=16)
    power = partial(pow, 2)
    show = partial(print, "shown:", sep="-")
    show(
        hexadecimal("ff"),
        power(10),
        power.func is pow,
        power.args,
        hexadecimal.keywords,
        [*map(partial(round, ndigits=1), (1.25, 2.35))],
    )
    nested = partial(partial(Version), "3.1")
    steps: list[Callable[[str], str]] = [str.strip, str.upper, lambda t: t[::-1]]
    compose: Callable[[str], str] = reduce(lambda f, g: lambda x: g(f(x)), steps)
    print(
        nested(),
        compose("  abc "),
        reduce(lambda a, b: a * 10 + b, [1, 2, 3], 0),
        "__name__" in WRAPPER_ASSIGNMENTS,
    )
    try:
        reduce(max, [])
    except TypeError as error:
        print(error)
    started = time.perf_counter()
    print(time.perf_counter() >= started, counted.__doc__)


main()
