"""The traceback module: what handlers print and log."""

from __future__ import annotations

import io
import sys
import traceback


class AppError(Exception):
    def __init__(self, code: int, detail: str) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail

    def __str__(self) -> str:
        return f"E{self.code}: {self.detail}"


def inner(n: int) -> float:
    return 10 / n


def outer(n: int) -> float:
    try:
        return inner(n)
    except ZeroDivisionError as error:
        raise AppError(7, "cannot divide") from error


def recursive(n: int) -> int:
    if n == 0:
        raise ValueError("bottom")
    return recursive(n - 1) + 1


def main() -> None:
    try:
        outer(0)
    except AppError as error:
        text = traceback.format_exc()
        print(text)
        print("".join(traceback.format_exception(error)) == text)
        print("".join(traceback.format_exception(type(error), error, error.__traceback__)) == text)
        print(traceback.format_exception_only(error))
        print(traceback.format_exception_only(type(error), error))
        print("".join(traceback.format_exception(error, chain=False)))
        traceback.print_exc(file=sys.stdout)
        buffer = io.StringIO()
        traceback.print_exception(error, file=buffer)
        print(buffer.getvalue() == text)
        for frame in traceback.extract_tb(error.__traceback__):
            print(frame.name, frame.lineno, frame.line, frame.filename.endswith(".py"))
        te = traceback.TracebackException.from_exception(error)
        print(str(te), te.exc_type.__name__ if te.exc_type else None)
        print("".join(te.format()) == text, list(te.format_exception_only()))
        print(traceback.format_tb(error.__traceback__)[0].splitlines()[1])
        kind, value, trace = sys.exc_info()
        print(kind is AppError, value is error, trace is not None)
    print(sys.exc_info())
    try:
        recursive(10)
    except ValueError:
        print(traceback.format_exc(limit=2))
        traceback.print_exc()
    try:
        raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])
    except ExceptionGroup as group:
        group.add_note("note one\nnote two")
        traceback.print_exception(group, file=sys.stdout)
    traceback.print_exception(KeyError("never raised"), file=sys.stdout)
    print(traceback.format_exc())


main()
