"""Unions of classes as values: kept in tables, compared, shown, tested with isinstance."""

from __future__ import annotations

import collections.abc
import types
from typing import Any, Optional, Union

Number = Union[int, float]
Text = str | bytes
Maybe = int | None


class Shape:
    sides: int = 0


class Square(Shape):
    sides = 4


KINDS: dict[str, Any] = {"number": int | float, "text": Text, "shape": Shape | None, "list": (list, tuple)}
PLAIN: dict[str, type] = {"int": int, "str": str, "shape": Shape}


class Field:
    def __init__(self, name: str, kind: type | types.UnionType) -> None:
        self.name = name
        self.kind = kind

    def check(self, value: object) -> str:
        if not isinstance(value, self.kind):
            return f"{self.name}: {value!r} is no {self.kind}"
        return f"{self.name} ok"


def matching(value: object) -> list[str]:
    return [name for name in KINDS if isinstance(value, KINDS[name])]


def is_a(value: Any, kind: Any) -> bool:
    return isinstance(value, kind)


def main() -> None:
    values: list[object] = [1, 2.5, "s", b"b", Square(), None, [1], (1,), {1}]
    for value in values:
        print(repr(value) if not isinstance(value, Shape) else "square", matching(value))
    print([name for name, kind in PLAIN.items() if isinstance(Square(), kind)], isinstance(True, PLAIN["int"]))
    for field in (Field("a", int), Field("b", int | None), Field("c", str | int | float)):
        print(field.check(3), field.check(None), field.check("x"), field.check([]), sep="; ")
    both = int | str
    print(both, both == str | int, both == int | float, both != Maybe, hash(both) == hash(str | int))
    print(Text, Maybe, Shape | int, None | Shape, type(both).__name__, both.__args__ == (int, str))
    print(int | int, int | (str | int) | None, (int | str) | (str | bytes), len({int | str, str | int, int | None}))
    print(issubclass(bool, both), issubclass(Square, Shape | None), isinstance(both, types.UnionType))
    print(isinstance(3, both), isinstance(3.5, both), isinstance(b"", Text), isinstance(None, Maybe))
    print(Number, Optional[str], Union[int, str, None], Union[str, str], Union[int, Number, bytes])
    print(Union[int, str] == int | str, int | str == Union[str, int], hash(Number) == hash(int | float))
    print(Optional[int] == Maybe, Number | None, int | Number, Union[int, str] != Number, [Number, Maybe])
    for kind in (int | collections.abc.Mapping, Union[int, collections.abc.Mapping]):
        print(kind, [is_a(value, kind) for value in values[:3]], is_a({1: 2}, kind))
    held: Any = int
    print(held | str, held | None, isinstance("x", held | str))
    try:
        print(held | 3)
    except TypeError as error:
        print(error)
    try:
        print(isinstance(3, KINDS["nothing"]))
    except KeyError as error:
        print("KeyError", error)
    try:
        wrong: Any = 3
        print(isinstance(3, wrong))
    except TypeError as error:
        print(error)


main()
