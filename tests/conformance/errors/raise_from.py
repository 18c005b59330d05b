"""Explicit causes and implicit contexts."""


class AppError(Exception):
    pass


class Detailed(AppError):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


def load(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise Detailed(7, "cannot load") from error


try:
    load("x")
except AppError as error:
    print(type(error).__name__, error, isinstance(error, Detailed) and error.code, repr(error.__cause__), error.__context__ is error.__cause__)
    print(error.__suppress_context__, error.args)
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")
except ValueError as error:
    print(repr(error), repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None
except ValueError as error:
    print(repr(error), repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        raise ValueError("again")
    except ValueError:
        print("passing on")
        raise
except ValueError as error:
    print(repr(error), error.__context__)
