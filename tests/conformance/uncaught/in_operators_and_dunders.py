"""Errors inside of __eq__, __hash__, __getitem__, __iter__, __format__ and __bool__, the last one uncaught."""

from __future__ import annotations

from typing import Iterator


class Touchy:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        raise NotImplementedError(f"{self.name} == {other!r}")

    def __hash__(self) -> int:
        return len(self.name) if self.name != "unhashable" else int(self.name)

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def __getitem__(self, key: str) -> str:
        return self.name[int(key)]

    def __iter__(self) -> Iterator[str]:
        yield self.name
        raise LookupError("end of " + self.name)

    def __format__(self, spec: str) -> str:
        return format(len(self.name), spec)

    def __bool__(self) -> bool:
        return {"yes": True, "no": False}[self.name]


a, b = Touchy("aa"), Touchy("bb")
attempts = {
    "equal": lambda: [1, a].index(b) if a else 0,
    "in": lambda: b in [3, a],
    "dict": lambda: {a: 1, b: 2},
    "hash": lambda: {Touchy("unhashable")},
    "item": lambda: a["x"],
    "iter": lambda: list(a),
    "unpack": lambda: (lambda x, y: x)(*a),
    "format": lambda: f"{a:z}",
    "bool": lambda: not Touchy("maybe"),
}
for name, attempt in attempts.items():
    try:
        print(name, attempt())
    except Exception as error:
        print(name, type(error).__name__, error)
print(bool(Touchy("yes")), Touchy("yes") and 5, "five" if Touchy("no") else "other", a is a, [a] == [a])
print(bool(Touchy("perhaps")))
