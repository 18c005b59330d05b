"""The part of pytest that a compiled test can use: `raises`, `approx`, `fail`.

Decorators (`pytest.mark...`, `pytest.fixture`) are read by `mirage test` and taken away before.
"""

from __future__ import annotations

from types import TracebackType
from typing import Generic, NoReturn, TypeVar

E = TypeVar("E", bound=BaseException)


class ExceptionInfo(Generic[E]):
    """What `with pytest.raises(...) as info` binds."""

    def __init__(self) -> None:
        self._value: E | None = None

    @property
    def value(self) -> E:
        value = self._value
        if value is None:
            raise AssertionError("`.value` is there after the block has raised")
        return value


class raises(Generic[E]):
    """A context that must end by an exception of the class."""

    def __init__(self, expected_exception: type[E]) -> None:
        self.expected_exception = expected_exception
        self.info: ExceptionInfo[E] = ExceptionInfo()

    def __enter__(self) -> ExceptionInfo[E]:
        return self.info

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        if error is None:
            raise AssertionError(f"DID NOT RAISE {self.expected_exception.__name__}")
        if not isinstance(error, self.expected_exception):
            return False
        self.info._value = error
        return True


class approx:
    """A number that equals those close to it: within a millionth of it, or 1e-12."""

    def __init__(self, expected: float, rel: float = 1e-6, abs: float = 1e-12) -> None:
        self.expected = expected
        self.tolerance = max(rel * (expected if expected >= 0.0 else -expected), abs)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int):
            other = float(other)
        if not isinstance(other, float):
            return False
        return other == self.expected or -self.tolerance <= other - self.expected <= self.tolerance

    def __repr__(self) -> str:
        return f"{self.expected} ± {self.tolerance}"


def fail(reason: str = "") -> NoReturn:
    raise AssertionError(reason)
