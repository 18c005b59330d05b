"""Enumerations made by a call."""

from enum import Enum, Flag, IntEnum, IntFlag, StrEnum

Color = Enum("Color", "RED GREEN BLUE")
Month = IntEnum("Month", "june, july, august", start=6)
Perm = Flag("Perm", ["R", "W", "X"])
Mode = IntFlag("Mode", (("READ", 4), ("WRITE", 2), ("RUN", 1)))
Planet = Enum("Planet", {"EARTH": (5.97e24, "blue"), "MARS": (6.4e23, "red"), "TERRA": (5.97e24, "blue")})
Word = StrEnum("Word", "HELLO WORLD")


def describe(color: Color) -> str:
    if color is Color.RED:
        return "stop"
    match color:
        case Color.GREEN:
            return "go"
    return f"{color.name}={color.value}"


def local(limit: int) -> int:
    Size = Enum("Size", ["S", "M", "L"], start=10)
    total = 0
    for size in Size:
        total += size.value
        print(size, repr(size), type(size).__name__, type(size).__qualname__)
    print(Size(11), Size["L"], len(Size), Size.S in Size)
    try:
        Size(limit)
    except ValueError as error:
        print(error)
    return total


print([describe(c) for c in Color], list(Color), Color("RED".count("R")))
print(list(Month), Month.july + 1, Month(8).name, Month["june"] < 7, f"{Month.july}", Month.june)
print(list(Perm), Perm.R | Perm.X, Perm(3), ~Perm.W, Perm.X.value, Perm.R in Perm.R | Perm.W)
print(list(Mode), Mode.READ | 2, Mode(7), Mode.RUN & 3)
print(Planet.EARTH is Planet.TERRA, Planet.MARS.value[1], [p.name for p in Planet], list(Planet.__members__))
print(Word.HELLO.upper(), list(Word), Word("world") is Word.WORLD)
print(local(3), Color.__name__, Mode.__qualname__, isinstance(Month.june, int), {Color.RED: 1}[Color(1)])
try:
    Color["PINK"]
except KeyError as error:
    print("no", error)

# mixed in, and named elsewhere
Minor = Enum("Minor", "june july august", type=int, start=6)
Hidden = Enum("Hidden", "x y", qualname="Outer.Hidden")
june: object = Minor.june
print(list(Minor), Minor.june == 6, Minor(7), repr(Minor.august), isinstance(june, int), [type(m) is Minor for m in Minor])
assert isinstance(june, int)
print(june + 1, june < 7, max(june, 3), {6: "six"}[june], Minor["july"] in Minor)
print(Hidden.__qualname__, Hidden.__name__, repr(Hidden.x), Hidden.y.value)
try:
    Hidden(9)
except ValueError as error:
    print(error)
