"""Exceptions made ready to be shown: compared, cut, in rings; places of syntax errors."""

import io
import sys
import traceback
from typing import Any


def fail(n: int) -> None:
    if n:
        fail(n - 1)
    raise ValueError("bad value")


def ready(n: int, **options: Any) -> traceback.TracebackException:
    try:
        fail(n)
    except ValueError:
        return traceback.TracebackException(*sys.exc_info(), **options)  # type: ignore[arg-type]
    raise AssertionError


def main() -> None:
    try:
        fail(3)
    except ValueError as caught:
        error = caught
    one = traceback.TracebackException.from_exception(error)
    two = traceback.TracebackException(ValueError, error, error.__traceback__)
    print(one == two, one is two, one == traceback.TracebackException.from_exception(error, limit=2))
    print(one == traceback.TracebackException(ValueError, ValueError("other"), error.__traceback__))
    print([ready(n) == ready(n) for n in range(2)], one == object(), one != 5)
    frame = traceback.FrameSummary("f", 1, "dummy", line="text")
    anything: Any = frame
    print(tuple(frame) == anything, anything == tuple(frame), anything == object(), object() == anything)
    first, second = KeyError("first"), TypeError("second")
    first.__context__ = second
    second.__context__ = first
    ring = traceback.TracebackException.from_exception(first)
    print("".join(ring.format()))
    try:
        raise OSError("outer") from LookupError("cause")
    except OSError as outer:
        compact = traceback.TracebackException.from_exception(outer, compact=True)
        print(compact.__context__, str(compact.__cause__), "".join(compact.format_exception_only()), end="")
    members = [ValueError(i) for i in range(4)]
    group = ExceptionGroup("all", [ExceptionGroup("some", members), *members])
    print("".join(traceback.TracebackException.from_exception(group, max_group_width=2).format()))
    print("".join(traceback.TracebackException.from_exception(group, max_group_depth=1).format()))
    for details in [
        ("x.py", 23, None, "bad syntax"),
        ("", 0, 5, "hello"),
        ("", 0, 8, "hello\n"),
        ("file.py", 7, 6, "  \tx = = 3\n", 7, 9),
        ("file.py", 7, 3, "a b c", 7, -1),
        (None, None, None, None),
        ("only.py", None, 1, "text"),
    ]:
        print("".join(traceback.format_exception_only(SyntaxError("error", details))))
    plain = SyntaxError("bad syntax")
    plain.lineno = 100
    print("".join(traceback.format_exception_only(plain)))
    target = io.StringIO()
    try:
        raise SyntaxError("shown", ("app.conf", 3, 2, "a = = 1\n"))
    except SyntaxError:
        traceback.print_exc(limit=0, file=target)
    print(target.getvalue())


main()
