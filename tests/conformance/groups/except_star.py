"""`except*`: which clause takes what, what is raised again, how the parts are put together."""

from __future__ import annotations

from collections.abc import Callable


def show(exc: BaseException | None, depth: int = 1) -> None:
    pad = "  " * depth
    if isinstance(exc, BaseExceptionGroup):
        print(f"{pad}{type(exc).__name__} {exc.message!r} context={exc.__context__!r} cause={exc.__cause__!r}")
        for inner in exc.exceptions:
            show(inner, depth + 1)
    else:
        print(f"{pad}{exc!r}")


def sample() -> ExceptionGroup[Exception]:
    return ExceptionGroup(
        "top", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])]
    )


def run(name: str, body: Callable[[], object]) -> None:
    print(name)
    try:
        print("  result", body())
    except BaseException as exc:
        show(exc)


def everything() -> str:
    seen = []
    try:
        raise sample()
    except* ValueError as eg:
        seen.append(f"values {[str(e) for e in eg.exceptions]}")
    except* (TypeError, LookupError) as other:
        seen.append(f"others {len(other.exceptions)} {other.message}")
    except* OSError:
        seen.append("never")
    else:
        seen.append("no else")
    finally:
        seen.append("finally")
    return "; ".join(seen)


def partly() -> None:
    try:
        raise sample()
    except* ValueError:
        print("  took values")


def nothing() -> None:
    try:
        raise sample()
    except* OSError:
        print("  never")


def naked() -> str:
    try:
        raise ValueError("alone")
    except* ValueError as eg:
        show(eg)
        return_value = f"wrapped {eg.message!r}"
    return return_value


def naked_other() -> None:
    try:
        raise KeyError("alone")
    except* ValueError:
        print("  never")


def naked_raise() -> None:
    try:
        raise KeyError("alone")
    except* KeyError:
        raise RuntimeError("instead")


def reraise() -> None:
    try:
        raise sample()
    except* ValueError:
        raise
    except* KeyError as eg:
        print("  keys", eg.exceptions)


def reraise_named() -> None:
    try:
        raise sample()
    except* ValueError as eg:
        raise eg
    except* TypeError:
        pass


def raise_new() -> None:
    try:
        raise sample()
    except* ValueError as eg:
        raise RuntimeError("from values") from eg
    except* TypeError:
        raise OSError("from types")


def raise_one_new() -> None:
    try:
        raise sample()
    except* (ValueError, TypeError, KeyError):
        raise ZeroDivisionError("all of it")


def no_error() -> str:
    try:
        text = "body"
    except* ValueError:
        text = "never"
    else:
        text += " else"
    finally:
        print("  finally")
    return text


def nested() -> str:
    log = []
    try:
        try:
            raise sample()
        except* TypeError as eg:
            log.append(f"inner {eg.exceptions}")
            try:
                raise ExceptionGroup("second", [OSError("o"), ValueError("v")])
            except* OSError as eg2:
                log.append(f"second {eg2.exceptions} context {eg2.__context__ is not None}")
    except* ValueError as eg3:
        log.append(f"outer {eg3!r}")
    except* LookupError as eg4:
        log.append(f"lookup {eg4!r}")
    except* Exception as eg5:
        log.append(f"rest {eg5!r}")
    return "\n    ".join(log)


def base() -> None:
    try:
        raise BaseExceptionGroup("base", [KeyboardInterrupt("stop"), ValueError(3)])
    except* Exception as eg:
        print("  exceptions", eg)


def loops() -> list[str]:
    out = []
    for i in range(4):
        try:
            if i == 0:
                raise ExceptionGroup("g", [ValueError(i), TypeError(i)])
            if i == 1:
                raise ValueError(i)
            if i == 2:
                continue
        except* ValueError as eg:
            out.append(f"{i} {len(eg.exceptions)}")
        except* TypeError:
            out.append(f"{i} type")
        else:
            out.append(f"{i} fine")
    return out


def choose(kinds: type[Exception] | tuple[type[Exception], ...]) -> str:
    try:
        raise sample()
    except* kinds as eg:
        first = repr(eg)
    except* Exception as rest:
        print("  rest", repr(rest))
        first = ""
    return first


class Special(ExceptionGroup[Exception]):
    def derive(self, excs):  # type: ignore[no-untyped-def]
        print("  derive", len(excs))
        return Special(f"part of {self.message}", excs)


def special() -> None:
    try:
        raise Special("special", [ValueError("a"), Special("deep", [ValueError("b"), OSError("c")])])
    except* ValueError as eg:
        show(eg)


for test in (
    everything, partly, nothing, naked, naked_other, naked_raise, reraise, reraise_named, raise_new, raise_one_new,
    no_error, nested, base, loops, special,
):  # fmt: skip
    run(test.__name__, test)
run("choose", lambda: choose((ValueError, KeyError)))
run("choose", lambda: choose(TypeError))
