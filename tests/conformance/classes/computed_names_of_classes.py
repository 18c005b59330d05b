"""Attributes of classes by computed names."""
from enum import Enum, IntEnum


class Codes:
    ok = 200
    missing = 404
    label: str = "codes"

    @classmethod
    def known(cls) -> list[str]:
        return [name for name in ("ok", "missing", "teapot") if hasattr(cls, name)]

    @staticmethod
    def twice(x: int) -> int:
        return x * 2


class More(Codes):
    teapot = 418


class Color(Enum):
    RED = 1
    GREEN = 2

    @property
    def nice(self) -> str:
        return self.name.title()


class Level(IntEnum):
    LOW = 1
    HIGH = 10


def has(name: str) -> bool:
    return hasattr(Codes, name)


for name in ["ok", "missing", "teapot", "known", "label", "twice"]:
    print(name, has(name), getattr(Codes, name, None) if name in ("ok", "missing", "teapot", "label") else "-")
print(Codes.known(), More.known())
for text in "red green blue".split():
    try:
        color = getattr(Color, text.upper())
        print(color, color.nice)
    except AttributeError as error:
        print("AttributeError:", error)
print([hasattr(Color, n) for n in ("RED", "BLUE", "nice", "mro", "name")], getattr(Level, "LOW".upper()) + 1)
print(getattr(Codes, "tw" + "ice")(4), getattr(More, "".join(["o", "k"])))
for name in ("ok", "nothing"):
    try:
        print(getattr(Codes, name))
    except AttributeError as error:
        print(error)
