"""Exceptions with attributes, str and repr, equality of args, chains inspected, suppressed contexts, retries, finally order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import ClassVar, NoReturn, TypeVar

T = TypeVar("T")


class AppError(Exception):
    code: ClassVar[int] = 1
    registry: ClassVar[dict[int, type[AppError]]] = {}

    def __init_subclass__(cls, code: int = 0) -> None:
        super().__init_subclass__()
        if code:
            cls.code = code
            AppError.registry[code] = cls

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.details = details

    def __str__(self) -> str:
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"E{self.code}: {self.args[0]}" + (f" ({extra})" if extra else "")


class NotFound(AppError, LookupError, code=44):
    pass


class Denied(AppError, code=43):
    def __init__(self, who: str) -> None:
        super().__init__(f"{who} may not", who=who)
        self.who = who


class Temporary(AppError):
    retry_after = 0.5


class Busy(Temporary, ConnectionError, code=50):
    retry_after = 2.0


class Plain(Exception):
    pass


def chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield f"{type(error).__name__}({error})"
        if error.__cause__ is not None:
            yield "from"
            error = error.__cause__
        elif error.__context__ is not None and not error.__suppress_context__:
            yield "during"
            error = error.__context__
        else:
            return


def retry(times: int, action: Callable[[int], T], log: list[str]) -> T:
    last: Temporary | None = None
    for attempt in range(times):
        try:
            return action(attempt)
        except Temporary as error:
            log.append(f"{attempt}:{type(error).__name__}:{error.retry_after}")
            last = error
        finally:
            log.append("f")
    assert last is not None
    raise TimeoutError(f"gave up after {times}") from last


def flaky(attempt: int) -> str:
    if attempt == 0:
        raise Busy("line", attempt=attempt)
    if attempt == 1:
        raise Temporary("glitch")
    return f"done at {attempt}"


def fail(kind: str) -> NoReturn:
    try:
        try:
            {"a": 1}[kind]
        except KeyError as error:
            match kind:
                case "from":
                    raise NotFound("no such", key=kind) from error
                case "none":
                    raise NotFound("quietly") from None
                case "during":
                    raise Denied("bob")
                case "again":
                    raise
                case "swap":
                    raise Plain("swapped") from Busy("cause")
            int("x")
    except ValueError as error:
        error.add_note("in fail")
        raise RuntimeError("late") from error
    raise AssertionError("unreachable")


@contextmanager
def translating(source: type[Exception], target: type[AppError]) -> Iterator[None]:
    try:
        yield
    except source as error:
        raise target(f"translated {error}") from error


def order() -> Iterator[str]:
    try:
        yield "start"
        try:
            yield "inner"
            raise Plain("first")
        finally:
            yield "cleanup"
    except Plain as error:
        yield f"caught {error}"
    else:
        yield "never"
    finally:
        yield "last"


def returns(kind: int) -> str:
    for _ in range(2):
        try:
            if kind == 0:
                return "try"
            raise Plain(kind)
        except Plain as error:
            if error.args == (1,):
                return "except"
            if kind == 2:
                continue
            break
        finally:
            if kind == 4:
                return "finally"
    else:
        return "else"
    return "after"


def main() -> None:
    for kind in ("from", "none", "during", "again", "swap", "other"):
        try:
            fail(kind)
        except Exception as error:
            print(
                kind,
                *chain(error),
                getattr(error.__cause__, "__notes__", None),
                isinstance(error, (LookupError, OSError)),
            )
    log: list[str] = []
    print(retry(3, flaky, log), log)
    try:
        retry(2, flaky, log)
    except TimeoutError as error:
        print(*chain(error), log[-4:])
    for error_type in (NotFound, Busy, Temporary):
        try:
            with translating(ZeroDivisionError, error_type):
                print(1 // (error_type.code - error_type.code))
        except AppError as app:
            print(
                repr(app),
                str(app),
                app.code,
                app.args,
                app.details,
                [c.__name__ for c in type(app).__mro__][:3],
            )
    print(
        sorted(AppError.registry),
        AppError.registry[50].__name__,
        Busy("x").args == ("x",),
        Denied("ann").who,
        AppError("m") == AppError("m"),
    )
    print(list(order()), [returns(k) for k in range(5)])
    with suppress(KeyError, NotFound):
        raise NotFound("swallowed")
    with ExitStack() as stack:
        stack.callback(print, "third")
        stack.push(lambda kind, error, tb: print("seen", kind.__name__ if kind else None, error) is None)
        stack.callback(print, "first")
        raise Plain("into the stack")
    try:
        with ExitStack() as stack:
            stack.callback(lambda: [][1])
            raise Denied("eve")
    except IndexError as error:
        print(*chain(error))
    for wrong in (
        Plain(),
        Plain("a"),
        Plain("a", 2),
        KeyError("k"),
        OSError(2, "No such file", "f.txt"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
        StopIteration(5),
        SystemExit(3),
    ):
        print(f"{wrong!r} | {wrong} | {wrong.args}", end=" ; ")
    print()
    try:
        raise Busy("end", n=1) from Plain("why")
    except Busy as busy:
        busy.add_note("note 1")
        print(
            traceback.format_exception_only(busy),
            "".join(traceback.format_exception(busy)).count("\n"),
            busy.__notes__,
        )


try:
    main()
except TypeError as error:
    print("TypeError", error)
