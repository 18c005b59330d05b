"""An error in `__exit__` while another is on its way, with notes and a custom text."""

from __future__ import annotations

from types import TracebackType


class Fault(Exception):
    def __str__(self) -> str:
        return "fault with " + ", ".join(str(a) for a in self.args)


class Resource:
    def __enter__(self) -> Resource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        print(kind is not None, error, trace is not None and trace.tb_lineno > 0)
        if error is not None:
            error.add_note("seen by the resource")
        raise Fault("exit", 2)


def use(n: int) -> float:
    with Resource():
        return 1 / n


def outer() -> None:
    try:
        use(0)
    except Fault as error:
        error.add_note("first line\nsecond line")
        raise RuntimeError("outer failed") from error


outer()
