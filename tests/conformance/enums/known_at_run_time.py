"""Enumerations that are known at run time only: what a base class or a function does with any of them."""

from __future__ import annotations

from enum import Enum, Flag, IntEnum, StrEnum, auto
from typing import Any


class Parsed(Enum):
    """No members: others derive from it."""

    @classmethod
    def parse(cls, text: str) -> Parsed:
        for member in cls:
            if member.label() == text:
                return member
        raise ValueError(f"{text!r} is none of {', '.join(m.name for m in cls)}")

    @classmethod
    def choices(cls) -> list[tuple[str, Any]]:
        return [(member.name, member.value) for member in cls]

    @classmethod
    def count(cls) -> int:
        return len(cls)

    @classmethod
    def default(cls) -> Parsed:
        return next(iter(cls))

    def label(self) -> str:
        return self.name.lower().replace("_", "-")


class Level(Parsed):
    VERY_LOW = 1
    HIGH = 9
    TOP = 9


class Shape(Parsed):
    ROUND = "o"
    SQUARE = "#"

    def label(self) -> str:
        return self.value + self.value


class Code(IntEnum):
    OK = 0
    BAD = 7


class Word(StrEnum):
    YES = "yes"
    NO = "no"


def names(kind: type[Enum]) -> list[str]:
    return [member.name for member in kind]


def table(kind: type[Enum]) -> dict[str, Any]:
    return {name: member.value for name, member in kind.__members__.items()}


def lookup(kind: type[Enum], name: str, value: Any) -> str:
    found = kind[name] if name in kind.__members__ else None
    try:
        return f"{found} {kind(value)!r} {found in kind if found else '-'}"
    except ValueError as error:
        return f"{found} ({error})"


for text in ("very-low", "high", "top"):
    try:
        print(Level.parse(text))
    except ValueError as error:
        print(error)
print(Shape.parse("oo"), Shape.choices(), Level.choices(), Level.count(), Shape.default())
kinds: list[type[Enum]] = [Level, Shape, Code, Word]
for kind in kinds:
    print(kind.__name__, names(kind), table(kind), len(kind), list(reversed(kind)), list(kind))
    print(lookup(kind, "HIGH", 9), lookup(kind, "YES", "yes"), lookup(kind, "BAD", 7))
parents: list[type[Parsed]] = [Shape, Level]
print([(p.count(), p.default(), [m.label() for m in p], sorted(p.__members__)) for p in parents])
try:
    kinds[0]["NONE"]
except KeyError as error:
    print("KeyError", error)
print(
    max(len(k) for k in kinds), Level.HIGH in parents[1], [*parents[0]], {m.value for m in kinds[2]} == {0, 7}
)


def tell(member: Enum) -> str:
    return f"{member.name}={member.value!r} {member}"


print(tell(Word.NO), tell(Level.TOP), tell(Code.BAD), tell(Shape.ROUND))


class Tone(Enum):
    RED = 1
    BLUE = 2
    CRIMSON = 1


class Right(Flag):
    R = auto()
    W = auto()


class Moon(IntEnum):
    MAY = 5


class Anything:
    def __contains__(self, x: object) -> bool:
        return True

    def __iter__(self) -> Any:
        return iter([1])

    def __len__(self) -> int:
        return 3


held: list[Any] = [Tone, Right, Moon]
for one in held:
    print([m.name for m in one], len(one), {m: m.value for m in one})
    for member in (Tone.RED, Right.W, Moon.MAY):
        print(member in one, end=" ")
    print([m in one for m in one])
    try:
        print(one["RED"])
    except KeyError as error:
        print("KeyError", error)
p: Any = Anything
for f in (lambda: 3 in p, lambda: [x for x in p], lambda: len(p)):
    try:
        print(f())
    except TypeError as error:
        print(error)
q: Any = Anything()
print(5 in q, [x for x in q], len(q))


def listed(kind: Any) -> str:
    first, *rest = kind
    return f"{list(kind)} {tuple(kind)[-1]} {sorted(kind, key=lambda m: -m.value)} {first} {rest} {set(kind) == {*kind}}"


for one in held:
    print(listed(one), list(enumerate(one)), list(zip(one, reversed(one))), max(one, key=lambda m: m.value))
    print(list(map(str, one)), any(one), sum(1 for _ in one), ", ".join(m.name for m in one))
try:
    print(list(p))
except TypeError as error:
    print(error)
