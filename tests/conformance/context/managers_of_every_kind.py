"""contextlib in full: decorators, suppress, redirect, closing, ExitStack tricks, reentrant and reusable managers."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import (
    AbstractContextManager,
    ContextDecorator,
    ExitStack,
    closing,
    contextmanager,
    nullcontext,
    redirect_stderr,
    redirect_stdout,
    suppress,
)
from types import TracebackType
from typing import Literal, TypeVar

T = TypeVar("T")
log: list[str] = []


def flush(title: str) -> None:
    print(f"{title}: {log}")
    log.clear()


class Indent(ContextDecorator):
    """Reentrant: it may be entered while it is entered."""

    def __init__(self) -> None:
        self.level = 0

    def __enter__(self) -> Indent:
        self.level += 1
        return self

    def __exit__(self, *details: object) -> None:
        self.level -= 1

    def write(self, text: str) -> None:
        log.append("." * self.level + text)


indent = Indent()


@indent
def walk(depth: int) -> int:
    indent.write(f"walk {depth}")
    if depth:
        with indent:
            return walk(depth - 1) + 1
    return 0


class Transaction(AbstractContextManager["Transaction"]):
    def __init__(self, store: dict[str, int]) -> None:
        self.store = store
        self.saved: list[dict[str, int]] = []

    def __enter__(self) -> Transaction:
        self.saved.append(dict(self.store))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> Literal[False]:
        before = self.saved.pop()
        if kind is not None:
            self.store.clear()
            self.store.update(before)
            log.append(f"rolled back {kind.__name__}")
        return False


@contextmanager
def setting(target: dict[str, T], key: str, value: T) -> Iterator[T | None]:
    missing = key not in target
    old = target.get(key)
    target[key] = value
    try:
        yield old
    finally:
        if missing:
            del target[key]
        elif old is not None:
            target[key] = old


@contextmanager
def translating(wanted: type[Exception], make: Callable[[str], Exception]) -> Iterator[None]:
    try:
        yield
    except wanted as error:
        raise make(str(error)) from error


@contextmanager
def tag(name: str) -> Iterator[str]:
    log.append(f"<{name}>")
    yield name
    log.append(f"</{name}>")


class Door:
    def __init__(self, name: str) -> None:
        self.name = name
        self.open = True

    def close(self) -> None:
        self.open = False
        log.append(f"{self.name} closed")


def decorators() -> None:
    print(walk(2), indent.level)
    flush("walk")

    @tag("p")
    def paragraph(text: str) -> str:
        log.append(text)
        return text.upper()

    print(paragraph("one"), paragraph("two"), paragraph.__name__)
    flush("tags")


def exceptions() -> None:
    store = {"a": 1}
    with suppress(KeyError, ZeroDivisionError) as nothing, Transaction(store):
        store["b"] = 2
        store["c"] = 1 // 0
    flush(f"{store} {nothing}")
    transaction = Transaction(store)
    with transaction:
        store["x"] = 1
        with suppress(ValueError):
            with transaction:
                store["y"] = 2
                raise ValueError
        store["z"] = 3
    flush(str(store))
    try:
        with translating(ValueError, lambda text: LookupError(f"<{text}>")):
            int("q")
    except LookupError as error:
        print(error, type(error.__cause__).__name__, error.__suppress_context__)
    with suppress():
        print("nothing to suppress")
    try:
        with suppress(OSError):
            raise RuntimeError("through")
    except RuntimeError as error:
        print(error)


def settings() -> None:
    table = {"mode": "fast"}
    with setting(table, "mode", "slow") as before, setting(table, "extra", "yes"):
        print(before, table)
    print(table)
    gate = setting(table, "k", "v")
    with gate:
        print(sorted(table))
    for value in (None, 5):
        manager = nullcontext(value) if value else setting({}, "n", 3)
        with manager as got:
            print(got)


def redirecting() -> None:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out):
        print("hidden")
        with redirect_stderr(err), redirect_stdout(err):
            print("both")
            print("error", file=sys.stderr)
        print("again", end="")
    print(repr(out.getvalue()), repr(err.getvalue()))


def stacks(failing: int) -> list[str]:
    doors: list[Door] = []
    try:
        with ExitStack() as stack:
            for n in range(3):
                if n == failing:
                    raise OSError(f"door {n} is stuck")
                doors.append(stack.enter_context(closing(Door(f"d{n}"))))
            stack.callback(log.append, "callback")
            stack.enter_context(tag("t"))
            kept = stack.pop_all()
        log.append("left, not closed")
        with kept:
            pass
    except OSError as error:
        log.append(str(error))
    return [f"{d.name}:{d.open}" for d in doors]


def pushing() -> None:
    def swallow(kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        log.append(f"swallow {error!r}")
        return True

    def worse(*details: object) -> None:
        log.append("worse")
        raise KeyError("worse")

    with ExitStack() as stack:
        stack.push(swallow)
        stack.push(worse)
        stack.push(Transaction({}).__exit__)
        raise IndexError("first")
    flush("pushed")
    stack = ExitStack()
    decorated = stack.callback(lambda *args, **named: log.append(f"{args} {named}"), 1, two=2)
    stack.close()
    stack.close()
    flush(f"closed {decorated is not None}")


decorators()
exceptions()
settings()
redirecting()
for failing in (-1, 0, 2):
    flush(f"{failing} {stacks(failing)}")
pushing()
try:
    with tag("a"), tag("b"):
        raise StopIteration("odd")
except StopIteration as error:
    flush(repr(error))
