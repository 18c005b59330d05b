from enum import Enum, IntEnum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


class Size(IntEnum):
    S = 1
    M = 2


print(list(Color), len(Color), Color.RED in Color, [c.name for c in reversed(Color)])
print(sorted(Color, key=lambda c: -c.value), {c: c.name.lower() for c in Color}, tuple(Size))
print(max(Size), [f"{i}:{c.name}" for i, c in enumerate(Color)], list(zip(Color, Size)), Color["GREEN"], Color(3))
print(any(c.value > 2 for c in Color), set(Color) == {Color.RED, Color.GREEN, Color.BLUE}, Color.CRIMSON is Color.RED)
print(", ".join(c.name for c in Color), Size.M + 1, Size.M == 2, Size(1) < Size.M, f"{Size.M}", repr(Size.S), str(Color.RED))
