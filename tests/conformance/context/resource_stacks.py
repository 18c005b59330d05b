"""ExitStack and its kin: resources opened in a loop, callbacks, suppressed errors, nested scopes, redirected output."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from types import TracebackType

events: list[str] = []


class Resource:
    def __init__(self, name: str, fail_open: bool = False, fail_close: bool = False) -> None:
        self.name, self.fail_open, self.fail_close = name, fail_open, fail_close

    def __enter__(self) -> Resource:
        if self.fail_open:
            raise OSError(f"cannot open {self.name}")
        events.append(f"+{self.name}")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> bool:
        events.append(f"-{self.name}{'!' if kind else ''}")
        if self.fail_close:
            raise RuntimeError(f"closing {self.name}")
        return self.name == "swallow" and isinstance(error, ValueError)

    def close(self) -> None:
        events.append(f"closed {self.name}")


@contextlib.contextmanager
def scope(name: str) -> Iterator[list[str]]:
    local: list[str] = []
    events.append(f"<{name}")
    try:
        yield local
    except KeyError as error:
        events.append(f"{name} saw {error}")
        raise LookupError(name) from error
    else:
        events.append(f"{name} fine {len(local)}")
    finally:
        events.append(f"{name}>")


def swallow(kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> bool:
    events.append(f"pushed {kind.__name__ if kind else None}")
    return True


def flush() -> list[str]:
    out = events[:]
    events.clear()
    return out


with contextlib.ExitStack() as stack:
    opened = [stack.enter_context(Resource(name)) for name in "abc"]
    stack.callback(events.append, "callback")
    stack.callback(lambda **kw: events.append(str(kw)), key=1)
    print([r.name for r in opened])
print(flush())
try:
    with contextlib.ExitStack() as stack:
        for name in ("x", "y", "bad"):
            stack.enter_context(Resource(name, fail_open=name == "bad"))
except OSError as error:
    print(error, flush())
with contextlib.ExitStack() as stack:
    stack.enter_context(Resource("outer"))
    moved = stack.pop_all()
print(flush())
moved.close()
print(flush())
with contextlib.ExitStack() as stack:
    stack.push(swallow)
    stack.enter_context(Resource("inner"))
    raise ValueError("suppressed by the pushed function")
print(flush())
try:
    with Resource("first"), Resource("second", fail_close=True):
        raise ValueError("body")
except RuntimeError as error:
    print(repr(error), repr(error.__context__), flush())
with Resource("swallow") as r, contextlib.suppress(KeyError, IndexError):
    print(list[int]()[1])
with Resource("swallow"):
    raise ValueError("gone")
print(flush())
with scope("one") as items:
    items += ["i", "j"]
try:
    with scope("two"):
        raise KeyError("k")
except LookupError as error:
    print(repr(error), repr(error.__cause__), flush())
with contextlib.closing(Resource("plain")) as plain, contextlib.nullcontext(5) as five:
    print(plain.name, five)
buffer, errors = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(buffer), contextlib.redirect_stderr(errors):
    print("captured")
    print("twice", end="")
print(repr(buffer.getvalue()), repr(errors.getvalue()), flush())


@scope("decorated")
def work(n: int) -> float:
    events.append("working")
    return 10 / n


print(work(4), work(5), flush())
manager = scope("reused")
with manager:
    pass
try:
    with manager:
        pass
except (RuntimeError, AttributeError) as error:
    print("not again", flush())
work(0)
