"""An int read from a list of floats goes through many names, one after the other, and is still an int."""

from __future__ import annotations

READINGS: list[float] = [1.5, 2, -3, 0.0, -0.0, 2**70, 1e300]


def always(i: int) -> float:
    return 1.0 / (i + 1)


def first(values: list[float]) -> float:
    return values[0]


def second(values: list[float]) -> float:
    return first(values[1:])


def third(values: list[float]) -> float:
    return second(values[1:])


def fourth(values: list[float]) -> float:
    result = third(values[1:])
    return result


def fifth(values: list[float]) -> float:
    kept = fourth(values[1:])
    copied = kept
    other = copied
    return other


def sixth(values: list[float]) -> float:
    moved: float = fifth(values[1:])
    return moved


class Box:
    def __init__(self, value: float) -> None:
        self.value = value
        self.spare = 0.5

    def handed_on(self) -> float:
        kept = self.value
        return kept


def through_boxes(value: float) -> float:
    box = Box(Box(value).handed_on())
    other = Box(box.value)
    return other.handed_on()


def main() -> None:
    for function in (first, second, third, fourth, fifth, sixth):
        print(function(READINGS), end=" ")
    print(first(READINGS), second(READINGS), third(READINGS), fourth(READINGS), fifth(READINGS), sixth(READINGS))
    for value in READINGS:
        print(through_boxes(value), always(1), Box(value).spare, Box(always(3)).value)
    print(sum([through_boxes(value) for value in READINGS[:3]]), through_boxes(3) / 2, through_boxes(True))


main()
