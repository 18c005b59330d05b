"""Documents of anything become objects through tables of classes, partials and wrappers, and stay as they came."""

import functools
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Point:
    x: float
    y: float = 0.0


@dataclass
class Shape:
    name: str
    points: list[Point]
    meta: dict[str, Any] = field(default_factory=dict)

    def corners(self) -> int:
        return len(self.points)


REGISTRY: dict[str, Callable[..., Any]] = {"Shape": Shape, "Point": Point}


def hook(found: dict[str, Any]) -> Any:
    name = found.pop("$type", None)
    return found if name is None else REGISTRY[name](**found)


def shown(points: list[Point]) -> str:
    return repr(points)


def retried(function: Callable[..., T], *args: Any, **named: Any) -> T:
    return function(*args, **named)


def applied(function: Callable[[T], str], value: T) -> str:
    return function(value)


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **named):
        print("calling", function.__name__)
        return function(*args, **named)

    return wrapper


@logged
def longest(rows: list[Point]) -> int:
    print(rows)
    return len(rows)


class Printer:
    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def line(self, points: list[Point]) -> str:
        return f"{self.prefix} {points}"


TEXT = """
{"$type": "Shape", "name": "path",
 "points": [{"x": 0, "y": 0.5}, {"$type": "Point", "x": 1}], "meta": {"tags": [1, "two"]}}
"""

shape = json.loads(TEXT, object_hook=hook)
print(shape)
print(shape.points, shape.corners(), shape == shape, shape.meta)
print(asdict(shape))
rows: Any = json.loads('[{"x": 1}, null, 3]')
print(list(map(shown, [rows])), list(map(Printer(">").line, [rows])))
print(functools.partial(shown)(rows), retried(shown, points=rows), retried(shown, rows), applied(shown, rows))
print(longest(rows))
honest = [Point(1), Point(2.5, 3)]
print(shown(honest), longest(honest), [point.x for point in honest])
