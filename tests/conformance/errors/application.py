"""Exceptions of an application: classes with state, chains, notes, finally in every form, re-raising."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator


EMPTY: dict[str, int] = {}


class AppError(Exception):
    """Has attributes and its own text."""

    default_code = 1

    def __init__(self, message: str, *, code: int | None = None, **details: object) -> None:
        super().__init__(message)
        self.code = self.default_code if code is None else code
        self.details = details

    def __str__(self) -> str:
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"[{self.code}] {self.args[0]}" + (f" ({extra})" if extra else "")


class NotFound(AppError, LookupError):
    default_code = 404


class Conflict(AppError):
    default_code = 409

    def __repr__(self) -> str:
        return f"Conflict<{self.code}>"


def fail() -> int:
    raise TypeError("made")


class Plain(Exception):
    pass


class TwoArgs(Exception):
    def __init__(self, a: int, b: str) -> None:
        self.a = a
        self.b = b


def show(error: BaseException | None, depth: int = 0) -> None:
    while error is not None:
        print("  " * depth + f"{type(error).__name__}: {error} {error.args}")
        if error.__cause__ is not None:
            print("  " * depth + "caused by")
            show(error.__cause__, depth + 1)
        error = error.__context__ if not error.__suppress_context__ else None
        depth += 1


def finally_return(n: int) -> str:
    try:
        if n == 0:
            raise ValueError("lost")
        if n == 1:
            return "from try"
    except ValueError:
        if n == 0:
            return "from except"
    else:
        return "from else"
    finally:
        print("finally", n)
        if n == 3:
            return "from finally"  # noqa: B012
    return "end"


def loops() -> list[str]:
    log: list[str] = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            if i == 2:
                raise KeyError(i)
            log.append(f"body {i}")
        except KeyError as error:
            log.append(f"key {error}")
            continue
        else:
            log.append(f"else {i}")
        finally:
            log.append(f"finally {i}")
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            log.append(f"swallowed {i}")
            continue  # noqa: B012
    while True:
        try:
            1 // len(log[:0])
        finally:
            break  # noqa: B012
    return log


def nested() -> None:
    try:
        try:
            raise Plain("one")
        except Plain as first:
            try:
                raise Conflict("two", code=7) from first
            except Conflict as second:
                second.add_note("note 1")
                second.add_note("note 2")
                raise NotFound("three", key="k", size=3) from None
    except LookupError as third:
        show(third)
        assert third.__context__ is not None
        print(repr(third.__context__), third.__context__.__notes__)
        print(third.__suppress_context__, third.__cause__)


def reraise() -> None:
    saved: list[BaseException] = []
    for action in (lambda: int("x"), lambda: [][0], lambda: EMPTY["k"], fail):
        try:
            try:
                action()
            except (ValueError, LookupError) as error:
                saved.append(error)
                raise
            except TypeError:
                print("type error")
                raise RuntimeError("wrapped")
        except LookupError as error:
            print("lookup", repr(error), error is saved[-1])
        except Exception as error:
            print(repr(error), repr(error.__context__))
    try:
        raise saved[0].with_traceback(None)
    except ValueError as error:
        print("again", error, error.__context__)
    try:
        raise
    except RuntimeError as error:
        print(error)


def arguments() -> None:
    for error in (
        Plain(),
        Plain("a"),
        Plain("a", 2),
        TwoArgs(1, "b"),
        KeyError("quoted"),
        KeyError(),
        KeyError("a", "b"),
        OSError("only text"),
        OSError(errno.ENOENT, "gone"),
        OSError(errno.ENOENT, "gone", "file.txt"),
        StopIteration(5),
        SystemExit(3),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
    ):
        print(f"{type(error).__name__}|{error}|{error!r}|{error.args}")
    try:
        raise OSError(errno.EACCES, "denied", "secret")
    except PermissionError as error:
        print(error.errno, error.strerror, error.filename, isinstance(error, OSError))
    print(issubclass(ConnectionResetError, ConnectionError), issubclass(TimeoutError, OSError), IOError is OSError)
    try:
        raise NotFound("x", code=5)
    except (KeyError, NotFound) as error:
        print(error)


def generator_cleanup() -> Iterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


def through(actions: list[Callable[[], object]]) -> None:
    for action in actions:
        try:
            assert action(), f"falsy: {action()!r}"
            print("fine")
        except AssertionError as error:
            print(repr(error))


def main() -> None:
    for n in range(4):
        print(finally_return(n))
    print(loops())
    nested()
    reraise()
    arguments()
    for x in generator_cleanup():
        try:
            if x == 2:
                raise Plain("in loop")
        except Plain as error:
            print(error)
    through([lambda: 1, lambda: 0, lambda: "", lambda: [0]])
    try:
        try:
            raise Plain("original")
        finally:
            try:
                raise ValueError("inner")
            except ValueError as inner:
                print("inner context", repr(inner.__context__))
    except Plain as error:
        print("outer", error, error.__context__)


main()
