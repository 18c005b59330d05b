"""A container subclass without an `__eq__` of its own lets the other operand answer."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass


class Settings(dict[str, int]):
    """Compares as a dict does."""


class Path(list[str]):
    def joined(self) -> str:
        return "/".join(self)


class Code(int):
    pass


class Anything:
    def __eq__(self, other: object) -> bool:
        print("asked about", type(other).__name__)
        return True

    def __hash__(self) -> int:
        return 0


@dataclass
class Pattern:
    words: list[str]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Path):
            return len(other) == len(self.words)
        return NotImplemented


class Strict(dict[str, int]):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Strict) and super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]


anything = Anything()
operands: list[object] = [
    Settings(a=1),
    Path(["x", "y"]),
    {"a": 1},
    ["x", "y"],
    OrderedDict(a=1),
    deque([1]),
    (1,),
]
for operand in operands:
    print(type(operand).__name__, operand == anything, anything == operand, operand != anything)

print(Settings(a=1) == anything, Path() == anything)
print(Path(["a", "b"]) == Pattern(["c", "d"]), Pattern(["c"]) == Path(["a", "b"]), Pattern(["c"]) == ["a"])
print(Settings(a=1) == {"a": 1}, {"a": 1} == Settings(a=1), Path(["x"]) == ["x"], ["x"] == Path(["x"]))
print(Settings(a=1) == Settings(a=1), Settings(a=1) == Settings(a=2), Settings() == Path())
print(
    Strict(a=1) == Strict(a=1), Strict(a=1) == {"a": 1}, {"a": 1} == Strict(a=1), Settings(a=1) == Strict(a=1)
)
held: list[object] = [Path(["q"]), Settings()]
print(held.count(Pattern(["z"])), anything in [Settings(), Path()], Path(["k"]).joined())
