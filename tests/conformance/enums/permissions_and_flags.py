"""Flags for permissions, a StrEnum of levels, an Enum with methods, lookups that fail, aliases, sorting by definition."""

from __future__ import annotations

from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique
from functools import reduce
from operator import or_


class Access(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN

    @classmethod
    def parse(cls, text: str) -> Access:
        table = {"r": cls.READ, "w": cls.WRITE, "x": cls.RUN, "-": cls.NONE}
        return reduce(or_, (table[char] for char in text), cls.NONE)

    def letters(self) -> str:
        return "".join(letter if flag in self else "-" for letter, flag in zip("rwx", (Access.READ, Access.WRITE, Access.RUN)))


class Mode(IntFlag):
    USER = 0o700
    GROUP = 0o070
    OTHER = 0o007
    STICKY = 0o1000


class Level(StrEnum):
    LOW = auto()
    MIDDLE = "mid"
    HIGH = auto()

    @property
    def rank(self) -> int:
        return list(Level).index(self)


@unique
class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


class Http(IntEnum):
    OK = 200
    CREATED = 201
    MISSING = 404
    NOT_FOUND = 404

    @classmethod
    def _missing_(cls, value: object) -> Http | None:
        return cls.OK if isinstance(value, int) and 200 <= value < 300 else None


rw = Access.parse("rw")
print(rw, repr(rw), rw.letters(), Access.READ in rw, Access.RUN in rw, rw | Access.RUN is Access.ALL, ~rw, rw & Access.WRITE, rw ^ Access.ALL, bool(Access.NONE), Access(5), list(rw), len(Access.ALL), Access["READ"].value)
print([Access(n).letters() for n in range(8)], Access.parse("---") is Access.NONE, sorted([Access.RUN, Access.READ], key=lambda f: f.value), Access.ALL.name, Access.NONE.name, list(Access))
mode = Mode(0o754)
print(mode & Mode.GROUP == 0o050, mode & 0o777, oct(Mode.USER | 0o044), Mode.STICKY + 1, Mode.USER > Mode.GROUP, int(mode), f"{Mode.USER:o}", isinstance(mode, int))
print(Level.HIGH, repr(Level.LOW), Level("mid"), Level.HIGH.rank, f"{Level.MIDDLE:>6}|", Level.LOW.upper(), "-".join(Level), sorted(Level), sorted(Level, key=lambda level: -level.rank), Level.LOW < "m")
print([(p.name, round(p.gravity, 4)) for p in Planet], Planet.EARTH.value[1], Planet.MERCURY, Planet.EARTH.mass > Planet.MERCURY.mass)
print(Http(404).name, Http(226), list(Http), Http.__members__["NOT_FOUND"], Http.OK + 1, Http.OK > 199, Http.CREATED in (201,), f"{Http.OK}", str(Http.OK), f"{Http.OK!r}", hash(Http.OK) == hash(200), Http["OK"])
for text in ("q", "Access(9)", "level", "Http", "planet"):
    try:
        match text:
            case "q":
                Access.parse("q")
            case "Access(9)":
                print(Access(9))
            case "level":
                Level("lowest")
            case "Http":
                Http(500)
            case _:
                Planet["PLUTO"]
    except (KeyError, ValueError) as error:
        print(text, type(error).__name__, error)


def describe(level: Level) -> str:
    match level:
        case Level.LOW | Level.MIDDLE:
            return "calm"
        case Level.HIGH:
            return "alarm"


print({level.name: describe(level) for level in Level}, max(Level), Access.READ.name, type(Access.READ).__name__, Access.__name__, isinstance(Access.READ, Flag))
raise SystemExit(Http.NOT_FOUND % 256)
