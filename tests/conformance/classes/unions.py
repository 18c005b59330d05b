"""Optional and unions, narrowed."""

from dataclasses import dataclass


@dataclass
class Circle:
    radius: int


@dataclass
class Rect:
    width: int
    height: int


Shape = Circle | Rect


def area(shape: Shape) -> int:
    if isinstance(shape, Circle):
        return 3 * shape.radius**2
    return shape.width * shape.height


def show(value: int | str | None | list[int]) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, int):
        return f"int {value + 1}"
    if isinstance(value, str):
        return "str " + value.upper()
    return f"list of {len(value)}"


def length(text: str | None = None) -> int:
    if not text:
        return -1
    return len(text)


print(area(Circle(2)), area(Rect(3, 4)), [area(s) for s in (Circle(1), Rect(1, 1))])
print(show(None), show(4), show("x"), show([1, 2]), show(True), show(2**70))
print(length(), length(""), length("abc"))
mixed: list[int | str] = [1, "a", 2, "b"]
print(sum(m for m in mixed if isinstance(m, int)), "".join(m for m in mixed if isinstance(m, str)), mixed)
values: list[object] = [1, "x", None, 2.5, [1], (1, 2), {"a": 1}, True, b"b"]
for value in values:
    print(type(value).__name__, value, end="; ")
print()
