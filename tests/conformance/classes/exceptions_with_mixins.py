"""Exception classes with fields and several bases, raised, chained, compared and caught by each base."""

from __future__ import annotations


class Coded:
    code = 0

    def describe(self) -> str:
        return f"{type(self).__name__}/{self.code}"


class Located:
    def __init__(self, line: int) -> None:
        self.line = line


class AppError(Exception, Coded):
    code = 1


class ParseError(AppError, ValueError, Located):
    code = 2

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        Located.__init__(self, line)

    def __str__(self) -> str:
        return f"line {self.line}: {super().__str__()}"


class Missing(AppError, KeyError):
    code = 3


class Deep(ParseError):
    code = 4

    def __init__(self, message: str, line: int, *extra: object) -> None:
        super().__init__(message, line)
        self.args += extra


def raiser(kind: int) -> None:
    match kind:
        case 0:
            raise AppError("plain", 1)
        case 1:
            raise ParseError("bad", 7)
        case 2:
            raise Missing("key")
        case 3:
            raise Deep("deep", 9, "x", 2)
        case _:
            raise RuntimeError


for kind in range(5):
    for base in (AppError, ValueError, KeyError, LookupError, Exception):
        try:
            raiser(kind)
        except base as error:
            text = error.describe() if isinstance(error, Coded) else "-"
            line = error.line if isinstance(error, Located) else None
            print(kind, base.__name__, text, line, str(error), repr(error), error.args)
            break
        except Exception:
            continue

try:
    try:
        raiser(1)
    except ValueError as first:
        raise Missing("again") from first
except Missing as second:
    cause = second.__cause__
    assert isinstance(cause, ParseError)
    print(repr(second), repr(cause), cause.line, cause.code, second.__context__ is cause)
print([c.__name__ for c in Deep.__mro__])
print(issubclass(Missing, LookupError), issubclass(Deep, Coded), isinstance(Deep("a", 1), Located))
