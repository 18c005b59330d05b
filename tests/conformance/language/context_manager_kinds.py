"""Context managers: nested, reused, swallowing, generators with try, ExitStack surgery, redirected output, chains."""

from __future__ import annotations

import contextlib
import io
import sys
from types import TracebackType
from typing import Any, Iterator

trace: list[str] = []


class Step:
    def __init__(self, name: str, swallow: tuple[type[BaseException], ...] = ()) -> None:
        self.name, self.swallow = name, swallow
        self.entered = 0

    def __enter__(self) -> Step:
        self.entered += 1
        trace.append(f"+{self.name}")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> bool:
        trace.append(f"-{self.name}({kind.__name__ if kind else ''}{':' + str(tb.tb_lineno > 0) if tb else ''})")
        return kind is not None and issubclass(kind, self.swallow)


@contextlib.contextmanager
def transaction(store: dict[str, int]) -> Iterator[dict[str, int]]:
    draft = dict(store)
    try:
        yield draft
    except ValueError as error:
        trace.append(f"rollback {error}")
        return
    else:
        store.clear()
        store.update(draft)
        trace.append("commit")
    finally:
        trace.append("end")


@contextlib.contextmanager
def broken(times: int) -> Iterator[int]:
    for i in range(times):
        yield i


def flush() -> None:
    print(*trace)
    trace.clear()


def early_return(n: int) -> str:
    with Step("outer"):
        for i in range(n):
            with Step(f"loop{i}") as step:
                if i == 1:
                    return f"returned {step.name} {step.entered}"
                continue
    return "fell"


print(early_return(3), early_return(0))
flush()
step = Step("s", (KeyError, ArithmeticError))
with step, step as again, Step("t"):
    {"a": 1}["missing"]
with step:
    1 // 0
print(step.entered, again is step)
flush()
store = {"a": 1}
with transaction(store) as draft:
    draft["b"] = 2
with transaction(store) as draft:
    draft.clear()
    raise ValueError("no")
print(store)
flush()
for times in (0, 2):
    try:
        with broken(times) as value:
            print("body", value)
    except RuntimeError as error:
        print(error)
with contextlib.ExitStack() as stack:
    steps = [stack.enter_context(Step(n)) for n in "xyz"]
    stack.push(lambda kind, error, tb: trace.append(f"pushed {kind}") or kind is not None)  # type: ignore[func-returns-value]
    stack.callback(trace.append, "callback")
    kept = stack.pop_all()
flush()
with kept:
    trace.append("inside kept")
    raise OSError("gone")
flush()
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    print("captured", end="|")
    print("error", file=sys.stderr)
    with contextlib.suppress(IndexError, KeyError):
        [][1]
        print("never")
print(repr(out.getvalue()), repr(err.getvalue()))


class Timer(contextlib.ContextDecorator):
    def __enter__(self) -> Timer:
        trace.append("tick")
        return self

    def __exit__(self, *exc: Any) -> None:
        trace.append(f"tock{' failed' if exc[0] else ''}")


@Timer()
def timed(n: int) -> float:
    """Divide."""
    return 10 / n


print(timed(4), timed.__name__)
with contextlib.suppress(ZeroDivisionError):
    timed(0)
with contextlib.closing(io.StringIO("text")) as text, contextlib.nullcontext(5) as five:
    print(text.read(), five)
print(text.closed)
flush()


class Bad:
    def __enter__(self) -> str:
        raise PermissionError("not today")

    def __exit__(self, *exc: object) -> None:
        trace.append("unreachable")


try:
    with Step("before"), Bad() as bad, Step("after"):
        print(bad)
except PermissionError as error:
    print(repr(error), trace)


@contextlib.contextmanager
def replacing() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise LookupError("replaced") from error


with replacing():
    {"a": 1}["b"]
