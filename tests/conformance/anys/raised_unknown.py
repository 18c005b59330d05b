"""What is raised is Any: an exception, a class, or something else."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    def __init__(self, why: str = "no reason") -> None:
        super().__init__(why)
        self.why = why


class Needs(Exception):
    def __init__(self, what: str) -> None:
        super().__init__(f"needs {what}")


def thrower(exc: Any) -> Any:
    raise exc


def chained(exc: Any, cause: Any) -> Any:
    raise exc from cause


def either(exc: type[Exception] | Exception) -> None:
    raise exc


class Failing:
    """A context manager whose exit raises what it was given."""

    def __init__(self, exc: Any) -> None:
        self.exc = exc

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *details: Any) -> Any:
        raise self.exc


def main() -> None:
    for what in (ValueError, ValueError("x"), Refused, Refused("late"), Needs, KeyError, 3, "text", None, int, [1]):
        try:
            thrower(what)
        except BaseException as error:
            print("raised", type(error).__name__, error)
    for cause in (None, OSError, OSError("disk"), Refused, 7, str):
        try:
            chained(KeyError("k"), cause)
        except BaseException as error:
            print("from", type(error).__name__, error, repr(error.__cause__), error.__suppress_context__)
    either_way: list[type[Exception] | Exception] = [IndexError, IndexError("i"), Refused]
    for one in either_way:
        try:
            either(one)
        except Exception as error:
            print("either", type(error).__name__, error)
    try:
        with Failing(IndexError):
            with Failing(KeyError("inner")):
                print(1 // 0)
    except IndexError as error:
        print(type(error.__context__).__name__, repr(error.__context__ and error.__context__.__context__))
    stored: dict[str, Any] = {"missing": KeyError, "bad": ValueError("stored")}
    for name in stored:
        try:
            raise stored[name]
        except (KeyError, ValueError) as error:
            print(name, repr(error))
    raise stored["bad"]


main()
