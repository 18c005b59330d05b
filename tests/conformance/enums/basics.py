"""Enum: values of all kinds, auto, aliases, look-ups and their errors, methods, attributes, _missing_."""

from enum import Enum, auto, unique
from typing import Any


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self) -> str:
        return f"{self.name.lower()}={self.value}"

    @property
    def primary(self) -> bool:
        return self in (Color.RED, Color.BLUE)

    @classmethod
    def default(cls) -> "Color":
        return cls.GREEN

    @staticmethod
    def parse(text: str) -> "Color":
        return Color[text.upper()]


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a: int, b: int) -> int:
        return a + b if self is Op.ADD else a - b

    def __str__(self) -> str:
        return f"op {self.value}"


class Level(Enum):
    LOW = auto()
    TEN = 10
    NEXT = auto()
    ONE = 1


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return f"{name.lower()}-{count}"

    FIRST = auto()
    SECOND = auto()


class Status(Enum):
    OK = 200
    MISSING = 404
    OTHER = 0

    @classmethod
    def _missing_(cls, value: object) -> "Status | None":
        if isinstance(value, int) and value >= 400:
            return cls.OTHER
        return None


class Mixed(Enum):
    NUMBER = 1.5
    TEXT = "t"
    PAIR = (1, "x")
    LIST = [1, 2]
    NOTHING = None
    SUM = 2 + 3 * 4
    BOTH = SUM + 1


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.CRIMSON, Color.CRIMSON is Color.RED)
print(list(Color), len(Color), [c.name for c in Color], Color(2), Color["BLUE"], Color["CRIMSON"], Color.parse("green"))
print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, hash(Color.RED) == hash(Color.CRIMSON), Color.RED is Color(1))
print(Color.GREEN.describe(), Color.GREEN.primary, Color.default(), Color.RED in Color, {Color.RED: "r"}[Color.CRIMSON])
print(Color.__members__["CRIMSON"], list(Color.__members__), [f"{k}->{v.name}" for k, v in Color.__members__.items()])
print(list(reversed(Color)), f"{Color.RED}", f"{Color.RED:>12}|", "%s %r" % (Color.RED, Color.BLUE), str(Color.RED) + "!", bool(Color.RED))
for bad in (7, "RED", (1, 2), [3], None):
    try:
        print(Color(bad))
    except ValueError as error:
        print("ValueError:", error)
try:
    print(Color["PINK"])
except KeyError as error:
    print("KeyError:", error)
for planet in Planet:
    print(planet, planet.value, planet.mass, f"{planet.gravity:.2f}", planet.name)
print(Planet((5.976e24, 6.37814e6)) is Planet.EARTH, Planet.EARTH.radius)  # type: ignore[call-arg, arg-type]
print(Op.ADD(3, 4), Op.SUB(3, 4), str(Op.ADD), repr(Op.SUB), f"{Op.ADD}", Op("+"), [op(1, 2) for op in Op])
print([(x.name, x.value) for x in Level], Level.ONE is Level.LOW, Level(11), [x.value for x in Named], Named("first-0"))
print(Status(200), Status(500), Status(404))
try:
    Status(3)
except ValueError as error:
    print(error)
for m in Mixed:
    print(m, repr(m), m.value)
print(Mixed([1, 2]), Mixed(None), Mixed((1, "x")), Mixed(15), Mixed.SUM.value + 1)


def weight(c: Color) -> int:
    match c:
        case Color.RED:
            return 10
        case Color.GREEN | Color.BLUE:
            return 20
        case _:
            return 0


print([weight(c) for c in Color], sorted(Color, key=lambda c: -c.value), max(Color, key=weight).name)
table: dict[Color, list[str]] = {c: [] for c in Color}
table[Color.RED].append("x")
print(table, {Color.RED, Color.CRIMSON}, Color.RED in table)
anything: list[Any] = [Color.RED, Planet.EARTH, Op.ADD, 3]
print([x.name if isinstance(x, Enum) else x for x in anything], [isinstance(x, Color) for x in anything])
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 2
        C = 1
        D = 2
except ValueError as error:
    print(error)
print(Color.__name__, type(Color.RED).__name__, type(Color.RED) is Color, Color.RED.value.bit_length())
