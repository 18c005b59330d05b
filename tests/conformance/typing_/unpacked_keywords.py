"""Keywords declared by a TypedDict: `**style: Unpack[Style]`."""

from __future__ import annotations
from typing import Any, Callable, NotRequired, Required, TypedDict, Unpack, TypeVar, ParamSpec

P = ParamSpec("P")
R = TypeVar("R")


class Style(TypedDict, total=False):
    color: str
    width: float
    tags: list[str]


class Full(Style):
    name: Required[str]
    count: NotRequired[int | None]


def draw(x: int, /, *points: int, **style: Unpack[Style]) -> str:
    width = style.get("width", 1.0)
    parts = [f"{x}{points}", f"w={width * 2}"]
    if "color" in style:
        parts.append(style["color"].upper())
    for tag in style.get("tags", []):
        parts.append(tag)
    return " ".join(parts) + f" {sorted(style)}"


def outer(**options: Unpack[Full]) -> str:
    name = options["name"]
    rest = options.copy()
    return f"{name} {draw(1, 2, **without(options))} {len(rest)} {options.get('count')}"


def without(options: Full) -> Style:
    style: Style = {}
    if "width" in options:
        style["width"] = options["width"]
    if "color" in options:
        style["color"] = options["color"]
    return style


class Widget:
    def __init__(self, name: str, **style: Unpack[Style]) -> None:
        self.name = name
        self.style = style

    def restyle(self, **style: Unpack[Style]) -> Widget:
        return Widget(self.name, **(self.style | style))

    @classmethod
    def red(cls, **style: Unpack[Style]) -> Widget:
        style["color"] = "red"
        return cls("red one", **style)


class Button(Widget):
    def __init__(self, **style: Unpack[Style]) -> None:
        super().__init__("button", **style)


def logged(f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("call", args, kwargs)
        return f(*args, **kwargs)

    return inner


@logged
def shown(**style: Unpack[Style]) -> int:
    return len(style)


async def later(**style: Unpack[Style]) -> str:
    return style.get("color", "-")


print(draw(1), draw(1, 2, 3, color="red", width=3, tags=["a", "b"]))
print(outer(name="n"), outer(name="m", width=2.5, color="c", count=None))
s: Style = {"color": "blue", "width": 2}
print(
    draw(0, **s),
    Widget("w", **s).restyle(width=9.5).style,
    Widget.red(tags=[]).style,
    Button(color="g").style,
)
print(shown(color="x", tags=["y"]), shown())
f: Callable[..., str] = draw
print(f(5, color="q"), s)
bad: Any = {"color": "z"}
print(draw(1, **bad))
import asyncio

print(asyncio.run(later(color="late")), asyncio.run(later()))
try:
    anyf: Any = outer
    print(anyf(name="k", extra=3))
    anyf(count=1)
except KeyError as error:
    print("KeyError", error)
