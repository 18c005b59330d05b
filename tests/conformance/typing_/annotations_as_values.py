"""Annotations read at run time: a configuration loader, a validator, a registry."""

import collections.abc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from typing import Any, ClassVar, Dict, Final, List, Literal, Optional, Union, get_args, get_origin, get_type_hints


class Level(Enum):
    LOW = "low"
    HIGH = "high"


Number = Union[int, float]


@dataclass
class Settings:
    host: str
    port: int = 80
    ratio: float = 0.5
    debug: bool = False
    tags: list[str] = field(default_factory=list)
    level: Level = Level.LOW
    limit: Optional[int] = None
    parent: "Optional[Settings]" = None


def convert(kind: Any, text: str) -> Any:
    if kind is bool:
        return text.lower() in ("1", "true", "yes")
    if get_origin(kind) is list:
        (item,) = get_args(kind)
        return [item(part) for part in text.split(",")]
    if get_origin(kind) is Union:
        return None if text == "none" else get_args(kind)[0](text)
    return kind(text)


def load(cls: type[Settings], texts: dict[str, str]) -> Settings:
    hints = get_type_hints(cls)
    values: dict[str, Any] = {name: convert(hints[name], text) for name, text in texts.items()}
    return cls(**values)


print(load(Settings, {"host": "h", "port": "8080", "debug": "yes", "tags": "a,b", "level": "high", "limit": "7"}))
for f in fields(Settings):
    print(f.name, f.type, isinstance(f.type, type), f.type is int)


class Everything:
    a: int
    b: "str" = ""
    c: Optional[int] = None
    d: list[int] | None = None
    e: Dict[str, List[int]] = {}
    f: Callable[[int], str]
    g: Literal["a", 1, True]
    h: ClassVar[int] = 3
    i: tuple[int, ...]
    j: Union[int, str, None]
    k: type["Everything"]
    l: Any
    m: Final = 3
    n: Callable[..., int]
    o: None
    p: dict[str, list[tuple[int, str]]]
    q: int | str | None
    r: date
    s: Iterable[int]
    t: collections.abc.Sequence[str]
    u: Number
    v: Level | None
    w: object
    x: set
    y: List

    def method(self, a: int, *rest: str, b: "Everything", **more: float) -> None:
        local: int = 3
        print(local)


print(Everything.__annotations__)
print(get_type_hints(Everything))
for name, kind in get_type_hints(Everything).items():
    print(name, kind, get_origin(kind), get_args(kind))
print(Everything.__annotations__ is Everything.__annotations__, len(Everything.__annotations__))


def area(width: float, height: "float", /, scale: int = 1, *sizes: int, name: str, **extra: Any) -> Optional[float]:
    return None


def bare(x, y=1):  # type: ignore[no-untyped-def]
    return x


print(area.__annotations__, bare.__annotations__, area.__annotations__.get("return"))
print(get_type_hints(area), get_type_hints(Everything.method), Everything.method.__annotations__)


class Registered:
    kinds: dict[str, Any] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        Registered.kinds[cls.__name__] = dict(cls.__annotations__)
        for name in cls.__annotations__:
            print(cls.__name__, name, name in ("x", "y"))


class Point(Registered):
    x: int
    y: int = 3


class Point3(Point):
    z: float


class Empty(Registered):
    pass


print(Registered.kinds, Empty.__annotations__, get_type_hints(Point3))
kinds: list[type[Any]] = [Point, Point3, Empty]
print([list(kind.__annotations__) for kind in kinds], type(Point()).__annotations__, getattr(Point, "__annotations__", {}))
