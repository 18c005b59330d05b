"""Tests of isinstance(x, float) where an int stands in for the float: both branches run."""

from __future__ import annotations

from dataclasses import dataclass


def show(x: float) -> str:
    return f"{x} " + str(x.is_integer() if isinstance(x, float) else "")


def kind(x: float) -> str:
    if isinstance(x, float):
        return "float"
    return "int"


def short(x: float) -> str:
    return "f" if isinstance(x, float) else "i"


def letters(x: float | str) -> str:
    return "s" if isinstance(x, str) else "f" if isinstance(x, float) else "other"


def whole(x: float) -> bool:
    return isinstance(x, float) and x.is_integer()


def large(x: float) -> bool:
    return not isinstance(x, float) or x > 2


@dataclass
class Reading:
    value: float

    def text(self) -> str:
        digits = len(f"{self.value:.3f}") if isinstance(self.value, float) else "no digits"
        return f"{self.value} ({digits})"

    def parts(self) -> list[object]:
        rest = self.value % 1 if isinstance(self.value, float) else None
        if rest is None:
            return ["whole", self.value]
        return ["part", rest]


def normal(x: float) -> float | str:
    y = x.hex() if isinstance(x, float) else x + 1
    return y


for v in (1, 2.0, 2.5, True):
    print(kind(v), short(v), letters(v), whole(v), large(v), show(v), normal(v))
    reading = Reading(v)
    print(reading.text(), reading.parts())
    print([1 if isinstance(w, float) else "i" for w in (v, 2, 2.5)])
