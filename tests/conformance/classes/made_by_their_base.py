"""Subclasses of tuple, str, int and bytes whose `__new__` names the base; hooks of pickle that nobody calls."""

from __future__ import annotations

from typing import Any


class Header(tuple[bytes, bytes]):
    __slots__ = ()
    indexable = True

    def __new__(cls, *args: Any) -> Header:
        return tuple.__new__(cls, args)

    def __repr__(self) -> str:
        return f"Header({self[0]!r}, {self[1]!r})"


class Vector(tuple[int, ...]):
    def __new__(cls, *args: int) -> Vector:
        made = super().__new__(cls, args)
        return made

    def total(self) -> int:
        return sum(self)

    def __reduce__(self) -> tuple[type[Vector], tuple[int, ...]]:
        return (Vector, tuple(self))


class Upper(str):
    def __new__(cls, text: str) -> Upper:
        return str.__new__(cls, text.upper())


class Hex(int):
    def __new__(cls, text: str) -> Hex:
        return int.__new__(cls, text, 16)


class Zeros(bytes):
    def __new__(cls, count: int) -> Zeros:
        return bytes.__new__(cls, count)


class Failure(ValueError):
    code: int

    def __new__(cls, *args: object) -> Failure:
        made = ValueError.__new__(cls, *args)
        made.code = len(args)
        return made

    def __init__(self, *args: object) -> None:
        print("before", self.args)
        super().__init__("changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), self.args, {"code": self.code})


class Version:
    def __init__(self, text: str) -> None:
        self.parts = tuple(map(int, text.split(".")))
        self._key: str | None = None

    def __getstate__(self) -> tuple[tuple[int, ...], None]:
        return (self.parts, None)

    def __setstate__(self, state: tuple[tuple[int, ...], None]) -> None:
        self.parts, self._key = state


print(Header(b"a", b"b"), Vector(1, 2), Vector(3).total(), type(Vector(1)), Vector(1, 2).__reduce__())
print(Upper("a"), type(Upper("q")).__name__, Hex("ff"), Hex("10") + 1, Zeros(2))
failure = Failure("a", 2)
print(repr(failure), failure.code, failure.__reduce__())
state = Version("1.2").__getstate__()
other = Version("3")
other.__setstate__(state)
print(state, other.parts)
