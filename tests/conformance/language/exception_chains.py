"""Chains of exceptions in a small service: translation, suppression, notes, cleanup order, contexts inspected."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import NoReturn


class AppError(Exception):
    code = 1

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.details = details

    def __str__(self) -> str:
        extra = ", ".join(f"{k}={v}" for k, v in self.details.items())
        return f"{self.args[0]} ({extra})" if extra else str(self.args[0])


class NotFound(AppError, KeyError):
    code = 4


class Invalid(AppError, ValueError):
    code = 2


def fetch(table: dict[str, str], key: str) -> int:
    try:
        raw = table[key]
    except KeyError as error:
        raise NotFound("no such row", key=key, of=len(table)) from error
    try:
        return int(raw)
    except ValueError:
        raise Invalid("not a number", raw=raw)


def chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        how = "from" if error.__cause__ else "during" if error.__context__ and not error.__suppress_context__ else "alone"
        yield f"{type(error).__name__}[{how}]"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


@contextmanager
def step(name: str, log: list[str]) -> Iterator[None]:
    log.append(f"+{name}")
    try:
        yield
    except AppError as error:
        error.add_note(f"in step {name}")
        raise
    finally:
        log.append(f"-{name}")


def process(table: dict[str, str], keys: list[str]) -> tuple[int, list[str]]:
    log: list[str] = []
    total = 0
    with ExitStack() as stack:
        stack.callback(log.append, "closed")
        stack.enter_context(step("outer", log))
        for key in keys:
            with step(key, log):
                total += fetch(table, key)
    return total, log


def fail(error: Exception) -> NoReturn:
    raise error


def nested() -> str:
    out = []
    try:
        try:
            fail(KeyError("first"))
        except KeyError:
            try:
                fail(ValueError("second"))
            except ValueError as second:
                out.append(" ".join(chain(second)))
                raise TypeError("third") from None
            finally:
                out.append("inner finally")
        finally:
            out.append("outer finally")
    except TypeError as third:
        out.append(" ".join(chain(third)))
        out.append(repr(third.__context__))
        third.__cause__ = OSError("later")
        out.append(" ".join(chain(third)))
    return "; ".join(out)


table = {"a": "1", "b": "22", "c": "x3"}
print(process(table, ["a", "b"]))
for keys in (["a", "zz"], ["c"], ["b", "c", "a"]):
    try:
        process(table, keys)
    except AppError as error:
        print(type(error).__name__, error, error.code, error.__notes__, *chain(error), isinstance(error, LookupError))
print(nested())


def swallow() -> str:
    for attempt in range(3):
        try:
            if attempt == 1:
                continue
            fail(RuntimeError(f"attempt {attempt}"))
        except RuntimeError as error:
            if attempt == 2:
                return f"gave up: {error}"
        finally:
            print("  after", attempt)
    return "never"


print(swallow())
with suppress(ZeroDivisionError, NotFound):
    fetch({}, "q")
    print("not reached")


class Context:
    def __init__(self, name: str, swallow: bool = False) -> None:
        self.name, self.swallow = name, swallow

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        print("  exit", self.name, kind.__name__ if kind else None, error)
        if self.name == "replacing" and error:
            raise LookupError("replaced")
        return self.swallow


with Context("outer", True), Context("replacing") as name, Context("inner"):
    print(" in", name)
    raise ArithmeticError("original")
try:
    fetch(table, "c")
except Invalid as error:
    print("".join(traceback.format_exception_only(error)).strip(), "|", repr(error.__context__))
    error.add_note("noted once")
    try:
        raise AppError("wrapping", step=3) from error
    except AppError as outer:
        outer.add_note("and\nmultiline")
        raise
