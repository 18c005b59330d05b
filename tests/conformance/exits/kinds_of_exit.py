"""sys.exit with what is known at run time only: a tuple's items are the exception's arguments."""

import sys
import traceback
from typing import Any


class Report:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def __str__(self) -> str:
        return "; ".join(self.lines)


def code_of(status: Any) -> Any:
    try:
        sys.exit(status)
    except SystemExit as leaving:
        print(len(leaving.args), end=" ")
        return leaving.code


for status in (None, 0, 42, "bye", (), (42,), (17, 23), 2.5, [1, "x"], SystemExit(7), SystemExit("a", "b")):
    print(repr(code_of(status)))
print(code_of(Report(["two tests failed", "one was skipped"])))

try:
    sys.exit((3, "three"))
except SystemExit as leaving:
    print(leaving.code, leaving)


def handled() -> None:
    """The traceback of an exception is one object until it grows."""
    try:
        try:
            code_of(None)
            raise LookupError("nothing there")
        except LookupError as error:
            kind, value, trace = sys.exc_info()
            print(kind is LookupError, value is error, trace is error.__traceback__)
            print(error.__traceback__ is error.__traceback__, trace is not None and trace.tb_next is None)
            raise
    except LookupError as error:
        again = error.__traceback__
        print(again is sys.exc_info()[2], again is not None and again.tb_lineno)
        other = KeyError("key").with_traceback(again)
        print(traceback.extract_tb(other.__traceback__)[0].name, other.__traceback__ == again)
        error.__traceback__ = None
        print(error.__traceback__ is None)


handled()
leave: Any = sys.exit
leave(Report(["left with a report"]))
