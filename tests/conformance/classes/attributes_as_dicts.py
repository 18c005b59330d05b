"""`__dict__` and `vars` of objects: compared, shown, copied, written as JSON, set by computed names."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any


class Point:
    def __init__(self, x: int, y: float) -> None:
        self.x = x
        self.y = y
        self._tags: list[str] = []

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        inner = ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items() if not k.startswith("_"))
        return f"{type(self).__name__}({inner})"

    def to_dict(self) -> dict[str, Any]:
        return {k: v for k, v in vars(self).items()}

    def copied(self) -> dict[str, Any]:
        return self.__dict__.copy()


class Named(Point):
    name: str
    shade: str = "grey"

    def __init__(self, name: str, x: int, shade: str | None = None) -> None:
        self.name = name
        super().__init__(x, 0.5)
        if shade is not None:
            self.shade = shade
        self.__secret = 3


class Config:
    host: str
    port: int

    def __init__(self, **options: Any) -> None:
        self.host = "localhost"
        self.port = 80
        self.__dict__.update(options)

    def set(self, name: str, value: Any) -> None:
        self.__dict__[name] = value


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.total = self.price * 2


class Encoder(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return o.__dict__


def main() -> None:
    p, q = Point(1, 2.0), Point(1, 2.0)
    print(p == q, p, p.__dict__, vars(q))
    n = Named("n", 3)
    print(n, n.to_dict(), n.copied())
    print(Named("m", 4, "red").__dict__)
    c = Config(port=8080)
    print(c.__dict__, c.port + 1)
    c.set("host", "example.org")
    print(sorted(vars(c)), len(c.__dict__), "host" in c.__dict__, c.__dict__["host"], c.host)
    item = Item("a")
    print(item.__dict__, item)
    print(json.dumps([p, item], default=lambda o: o.__dict__))
    print(json.dumps({"c": c, "s": {1}}, cls=Encoder, indent=1))
    for key, value in vars(item).items():
        print(key, value)
    print({**vars(p)}, dict(p.__dict__, z=1), list(vars(p).values()))
    for name in vars(c):
        setattr(c, name, name == "port" and 5 or "h")
    print(vars(c))
    print("{x} and {y}".format(**p.__dict__), f"{p.__dict__}", str(vars(p)))
    try:
        print(p.__dict__["nothing"])
    except KeyError as error:
        print("KeyError", error)
    vars(c).update({"port": 1}, host="x")
    vars(c)["port"] = 2
    print(c.host, c.port, hasattr(c, "__dict__"))


main()
