"""TypedDicts with ints where float is declared, made in all ways and read in all ways."""

from __future__ import annotations
from typing import TypedDict


class Style(TypedDict, total=False):
    color: str
    width: float


s: Style = {"color": "x", "width": 2}
w = s.get("width", 1.0)
print(w, s["width"] * 2)
t = Style(width=3)
print(t["width"], t.get("width"))
t["width"] = 7
print(t["width"])
import json
from typing import cast, Any


class Point(TypedDict):
    x: float
    y: float | None
    label: str


def norm(p: Point) -> float:
    y = p["y"]
    return p["x"] ** 2 + (y or 0) ** 2


points: list[Point] = json.loads('[{"x": 1, "y": 2, "label": "a"}, {"x": 1.5, "y": null, "label": "b"}]')
print([norm(p) for p in points], sum(p["x"] for p in points), max(points, key=lambda p: p["x"])["label"])
xs: list[float] = [p["x"] for p in points]
print(
    xs,
    f"{points[0]['x']:.2f}",
    round(points[0]["x"], 1),
    [p.get("y", 0.5) for p in points],
    int(points[0]["x"]),
    points[0]["x"] == 1.0,
)
total = 0.0
for p in points:
    total += p["x"]
    p["x"] /= 2
    p["x"] = p.pop("y") or 3  # type: ignore[misc]
print(total, points)
d: dict[str, float] = {p["label"]: p["x"] for p in points}
print(d, sorted(d.values()))


class Tracker:
    def __init__(self, p: Point) -> None:
        self.x = p["x"]
        self.half: float = p["x"] / 2

    def moved(self, by: float) -> float:
        self.x += by
        return self.x


tr = Tracker({"x": 4, "y": None, "label": ""})
print(tr.x, tr.half, tr.moved(1), tr.moved(0.5))
match points[0]:
    case {"x": float() | int() as x}:
        print("x", x)
