"""`**mapping` onto plain parameters, alone and mixed with everything else."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any


def connect(host: str, port: int = 80, *, timeout: float = 1.5, tls: bool = False) -> str:
    return f"{host}:{port} timeout={timeout} tls={tls}"


def area(width: int, height: int) -> int:
    return width * height


def labelled(label: str, /, *values: int, sep: str = ",", **extra: int) -> str:
    tail = " ".join(f"{k}={v}" for k, v in extra.items())
    return f"{label}[{sep.join(map(str, values))}] {tail}".rstrip()


class Shape:
    def __init__(self, name: str, width: int = 1, height: int = 1) -> None:
        self.name, self.width, self.height = name, width, height

    def scaled(self, by: int, *, extra: int = 0) -> Shape:
        return Shape(self.name, self.width * by + extra, self.height * by + extra)

    @classmethod
    def square(cls, side: int, **options: str) -> Shape:
        return cls(options.get("name", "square"), side, side)

    @staticmethod
    def describe(name: str, *, loud: bool = False) -> str:
        return name.upper() if loud else name

    def __repr__(self) -> str:
        return f"Shape({self.name!r}, {self.width}, {self.height})"


Options = dict[str, Any]


def show(**kwargs: Any) -> list[str]:
    return [f"{key}:{value!r}" for key, value in kwargs.items()]


def failures() -> None:
    sizes = {"width": 3}
    try:
        print(area(**sizes))
    except TypeError as error:
        print(error)
    try:
        print(area(1, 2, **sizes))
    except TypeError as error:
        print(error)
    try:
        print(area(1, **{"height": 2, "depth": 9}))
    except TypeError as error:
        print(error)
    try:
        print(area(1, **{"width": 2, "height": 9}))
    except TypeError as error:
        print(error)
    try:
        print(show(a=1, **{"a": 2}))
    except TypeError as error:
        print(error)
    options: dict[str, Any] = {"port": 1}
    try:
        print(connect(**options))
    except TypeError as error:
        print(error)


def main() -> None:
    size = {"width": 4, "height": 5}
    print(area(**size))
    print(area(7, **{"height": 6}))
    options: dict[str, Any] = {"port": 8080, "tls": True}
    print(connect("example", **options))
    print(connect(**Options(host="other")))
    print(connect(**Options(host="third"), **options))
    print(connect("x", timeout=0.5, **Options(port=22)))
    print(labelled("a", 1, 2, **Options(x=1), y=2))
    print(labelled("b", *[1, 2, 3], **OrderedDict[str, Any]([("q", 4), ("p", 5)])))
    print(labelled("c", *range(4), sep="-"))
    print(labelled("d", **Options(label=3)))
    print(Shape("box", **size))
    print(Shape(**Options(name="thin"), **Options(height=9)))
    print(Shape("s").scaled(**{"by": 3}))
    print(Shape("s").scaled(2, **{"extra": 1}))
    print(Shape.square(3, **{"name": "sq"}))
    print(Shape.square(**Options(side=2)))
    print(Shape.describe(**{"name": "n"}, loud=True))
    print(show(a=1, b="two", **{"c": None, "d": [1.5]}))
    print(show(**{}))
    merged = {**size, "width": 10}
    print(area(**merged), area(**{**size, **{"height": 1}}))
    failures()


main()
