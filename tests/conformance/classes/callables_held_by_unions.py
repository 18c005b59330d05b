"""Functions held in fields, called through a union of the classes: plain, generic, with defaults and keywords."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True)
class Step(Generic[R]):
    name: str
    run: Callable[[int], R]


@dataclass
class Plain:
    run: Callable[[int], str]
    calls: int = 0


class Computed:
    def __init__(self, factor: int) -> None:
        self.factor = factor

    @property
    def run(self) -> Callable[[int], int]:
        return lambda n: n * self.factor


class Method:
    def run(self, n: int) -> bytes:
        return bytes(n)


class Counting:
    """A callable object in a field."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, n: int) -> int:
        self.count += n
        return self.count


Any_ = Step[int] | Step[str] | Plain | Computed | Method

counter = Counting()
steps: list[Any_] = [
    Step("inc", lambda n: n + 1), Step("text", lambda n: "x" * n), Plain(str), Computed(10), Method(),
    Step("count", counter), Step("bits", int.bit_length), Plain("<{}>".format),
]  # fmt: skip
for step in steps:
    print(type(step).__name__, repr(step.run(3)), repr(step.run(-0)))
print(counter.count, [s.name for s in steps if isinstance(s, Step)])
maybe: list[Plain | Computed | None] = [Plain(chr), None, Computed(-1)]
for each in maybe:
    print("none" if each is None else each.run(97))


def broken(n: int) -> int:
    raise ValueError(f"cannot run {n}")


last: Step[int] | Plain = Step("broken", broken)
last.run(5)
