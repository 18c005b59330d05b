"""Uncaught error classes with __str__, several arguments, notes, empty messages, from a nested class in a module."""

from __future__ import annotations


class Api:
    class Error(Exception):
        status = 500

        def __str__(self) -> str:
            return f"[{self.status}] " + "/".join(map(str, self.args))

    class NotFound(Error):
        status = 404


def check(error: BaseException) -> str:
    return f"{type(error).__name__}|{error}|{error!r}|{error.args}"


print(check(Api.NotFound("a", 1)), check(Api.Error()), check(ValueError()), check(KeyError("k")), check(KeyError("a", "b")), sep="\n")
print(check(OSError(2, "No such file")), check(OSError("plain")), check(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why")), sep="\n")
print(check(StopIteration(5)), check(SystemExit(3)), check(AssertionError((1, 2))), check(IndexError("", 0)), sep="\n")
error = Api.NotFound("users", 7, None)
error.add_note("first note")
error.add_note("second\nnote")
raise error from Api.Error("cause")
