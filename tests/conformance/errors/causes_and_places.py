"""`__cause__` assigned, places in a SyntaxError, OSErrors of other things than numbers, tracebacks compared."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import Any


def chained(error: BaseException, cause: BaseException | None) -> None:
    before = error.__suppress_context__
    error.__cause__ = cause
    print(before, error.__suppress_context__, repr(error.__cause__), repr(error.__context__))


class ConfigError(SyntaxError):
    pass


def parse(text: str) -> dict[str, str]:
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        key, equals, value = line.partition("=")
        if not equals:
            raise ConfigError("no value", ("conf/app.conf", number, len(key) + 1, line))
        found[key.strip()] = value.strip()
    return found


chained(ValueError("a"), KeyError("b"))
chained(ValueError("a"), None)
try:
    try:
        raise KeyError("first")
    except KeyError as first:
        second = RuntimeError("second")
        chained(second, None)
        raise second
except RuntimeError as error:
    print(repr(error.__context__), error.__suppress_context__)
    print("".join(traceback.format_exception(error)).count("Traceback"))
anything: Any = OSError("no number")
anything.__cause__ = IndexError("c")
print(anything.__suppress_context__, repr(anything.__cause__))

print(parse("a = 1\nb = 2"))
try:
    parse("a = 1\nbroken\nc = 3")
except SyntaxError as error:
    print(type(error).__name__, error, error.args)
    print(error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
for details in [
    ("f.py", 1, 2, "text", 3, 4),
    (None, 7, None, None),
    ("dir/g.py", None, 1, ""),
    ("f.py", 1),
    ("f.py", 1, 2, "text", 5),
    ("f.py", 1, 2, "t", 5, 6, 7),
    3,
    [("h.py"), 1, 2, None],
]:
    made: Any = SyntaxError
    try:
        built = made("bad", details)
    except TypeError as wrong:
        print(wrong)
    else:
        print(built, built.filename, built.end_lineno, built.end_offset)
print(SyntaxError("plain"), SyntaxError().msg or "nothing", SyntaxError("a", ("f", 1, 1, "")).args)

of: Any = OSError
print(of("code", "text"), of(5, "five"), of("only"), of("code", "text", "name"))


def trace_of(step: int) -> TracebackType | None:
    try:
        if step == 0:
            raise IndexError(step)
        raise ValueError(step)
    except (IndexError, ValueError):
        return sys.exc_info()[2]


trace = trace_of(0)
again = ValueError("again").with_traceback(trace)
print(again.__traceback__ == trace, again.__traceback__ != trace, trace == trace_of(1), trace == 3)
try:
    raise again.with_traceback(None)
except ValueError as error:
    print(error.__traceback__ == trace, error.__traceback__ == error.__traceback__)
