"""Unions, `object` and `Any` narrowed in every way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard, Union


@dataclass
class Circle:
    radius: float


@dataclass
class Rect:
    width: float
    height: float


@dataclass
class Group:
    kind: Literal["group"]
    members: list["Shape"]


Shape = Union[Circle, Rect, Group, None]
Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]


class Base:
    tag = "base"


class Left(Base):
    tag = "left"

    def left(self) -> str:
        return "L"


class Right(Base):
    def right(self) -> str:
        return "R"


def area(shape: Shape) -> float:
    if shape is None:
        return 0.0
    if isinstance(shape, (Circle, Rect)):
        if isinstance(shape, Circle):
            return 3.0 * shape.radius**2
        return shape.width * shape.height
    return sum(area(member) for member in shape.members)


def kind_of(value: object) -> str:
    if type(value) is bool:
        return "exactly bool"
    if isinstance(value, bool):
        return "never"
    if isinstance(value, (int, float)):
        return f"number {value + 1}"
    if isinstance(value, str) and value:
        return f"text {value[0]}"
    if isinstance(value, (list, tuple)):
        return f"sequence of {len(value)}: {[kind_of(v) for v in value]}"
    if isinstance(value, dict):
        return f"mapping {sorted(map(str, value))}"
    if callable(value):
        return f"callable {value(2)}"
    if value is None:
        return "none"
    return f"other {type(value).__name__}"


def render(value: Json, indent: int = 0) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return f'"{value}"'
        case list():
            return "[" + ", ".join(render(v) for v in value) + "]"
        case dict():
            return "{" + ", ".join(f"{k}: {render(v)}" for k, v in value.items()) + "}"


def is_texts(values: Sequence[object]) -> TypeGuard[list[str]]:
    return all(isinstance(v, str) for v in values)


def joined(values: list[object]) -> str:
    if is_texts(values):
        return "+".join(values)
    return "no texts"


def first_word(text: str | None) -> str:
    if text and (parts := text.split()):
        return parts[0]
    return "-"


def direction(value: Literal["up", "down"] | int) -> int:
    if value == "up":
        return 1
    if value == "down":
        return -1
    return value * 10


def branches(value: Base) -> str:
    if isinstance(value, Left):
        return value.left() + value.tag
    elif isinstance(value, Right):
        return value.right() + value.tag
    return value.tag


def exact(value: Base) -> str:
    if type(value) is Left:
        return "exactly Left " + value.left()
    if type(value) == Base:
        return "exactly Base"
    return type(value).__name__


def lookup(table: Mapping[str, int | list[int]], key: str) -> int:
    found = table.get(key)
    if found is None:
        return -1
    return found if isinstance(found, int) else sum(found)


def call(value: int | Callable[[], int] | str) -> int:
    if callable(value):
        return value()
    if isinstance(value, str):
        return len(value)
    return value


def total(values: list[int | str | None]) -> int:
    result = 0
    for value in values:
        if value is None or value == "":
            continue
        result += value if isinstance(value, int) else int(value)
    return result


def loop(value: int | str | list[int]) -> list[str]:
    seen: list[str] = []
    while not isinstance(value, str):
        seen.append(repr(value))
        value = value[0] if isinstance(value, list) and value else str(value)
    seen.append(value)
    return seen


def early(value: Any) -> str:
    if not isinstance(value, (int, str)):
        raise TypeError(f"bad {type(value).__name__}")
    assert not isinstance(value, bool), "no bools"
    return f"{value!r}"


def main() -> None:
    print(area(Group("group", [Circle(1.0), Rect(2.0, 3.0), None, Group("group", [Rect(1.0, 1.0)])])))
    values: list[object] = [
        True,
        4,
        2.5,
        "hello",
        "",
        [1, "a"],
        (None,),
        {"k": 1, 2: 3},
        lambda x: x * 3,
        None,
        Base(),
        len,
    ]
    for value in values[:-1]:
        print(kind_of(value))
    print(render({"a": [1, 2.5, None, True], "b": {"c": "d"}}))
    print(
        joined(["a", "b"]),
        joined(["a", 1]),
        joined([]),
        first_word("two words"),
        first_word(""),
        first_word(None),
    )
    print(direction("up"), direction("down"), direction(4), [branches(v) for v in (Left(), Right(), Base())])
    print([exact(v) for v in (Left(), Right(), Base())], lookup({"a": 1, "b": [2, 3]}, "b"), lookup({}, "x"))
    print(
        call(3), call("four"), call(lambda: 9), total([1, "2", None, "", 3]), loop([7, 8]), loop(5), loop([])
    )
    for thing in (1, "s", 2.5, None, True):
        try:
            print(early(thing))
        except (TypeError, AssertionError) as error:
            print(type(error).__name__, error)
    pair: tuple[int | str, float | None] = ("k", None)
    a, b = pair
    print(a.upper() if isinstance(a, str) else a + 1, b if b is not None else "nothing")
    box: dict[str, int | str] = {"n": 1, "s": "x"}
    if isinstance(n := box["n"], int):
        print(n + 1)
    print({k: (v * 2 if isinstance(v, int) else v.upper()) for k, v in box.items()})


main()
