"""Subclasses that register themselves with keywords, are chosen by name or by looking, and may be versions."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

Row = dict[str, str]


class Format(ABC):
    by_name: ClassVar[dict[str, type[Format]]] = {}
    name: ClassVar[str] = ""
    version: ClassVar[int] = 0

    def __init_subclass__(cls, *, name: str = "", version: int = 1, abstract: bool = False) -> None:
        super().__init_subclass__()
        if abstract:
            return
        cls.name = name or cls.__name__.lower()
        cls.version = version
        known = Format.by_name.get(cls.name)
        if known is not None and known.version >= version:
            raise TypeError(f"{cls.__name__} would replace {known.__name__} v{known.version}")
        Format.by_name[cls.name] = cls

    @abstractmethod
    def dump(self, rows: Iterable[Row]) -> str: ...

    @abstractmethod
    def load(self, text: str) -> list[Row]: ...

    @classmethod
    def looks_right(cls, text: str) -> bool:
        return False


class Lines(Format, abstract=True):
    separator: ClassVar[str]

    def dump(self, rows: Iterable[Row]) -> str:
        held = list(rows)
        lines = [self.separator.join(held[0])] if held else []
        lines += [self.separator.join(row.values()) for row in held]
        return "\n".join(lines)

    def load(self, text: str) -> list[Row]:
        head, *rest = (line.split(self.separator) for line in text.splitlines())
        return [dict(zip(head, row, strict=True)) for row in rest]

    @classmethod
    def looks_right(cls, text: str) -> bool:
        return cls.separator in text.partition("\n")[0]


class Csv(Lines):
    separator = ","


class Tabs(Lines, name="tsv"):
    separator = "\t"


class Json(Format, version=2):
    def dump(self, rows: Iterable[Row]) -> str:
        return json.dumps(list(rows), sort_keys=True)

    def load(self, text: str) -> list[Row]:
        return [{str(key): str(value) for key, value in row.items()} for row in json.loads(text)]

    @classmethod
    def looks_right(cls, text: str) -> bool:
        return text.startswith("[")


class BetterCsv(Csv, name="csv", version=3):
    def dump(self, rows: Iterable[Row]) -> str:
        return "#v3\n" + super().dump(rows)

    def load(self, text: str) -> list[Row]:
        return super().load(text.removeprefix("#v3\n"))

    @classmethod
    def looks_right(cls, text: str) -> bool:
        return text.startswith("#v3")


def guess(text: str) -> Format:
    kinds = [kind for kind in Format.by_name.values() if kind.looks_right(text)]
    if len(kinds) != 1:
        raise ValueError(f"{len(kinds)} formats for {text[:8]!r}")
    return kinds[0]()


rows = [{"name": "Ada", "town": "London"}, {"name": "Kurt", "town": "Brno"}]
for name, kind in sorted(Format.by_name.items()):
    text = kind().dump(rows)
    print(f"{name:<5}{kind.__name__:<10}v{kind.version} {text!r}")
    print("     ", type(guess(text)).__name__, guess(text).load(text) == rows)
try:

    class OldJson(Json, name="json"):
        pass

except TypeError as error:
    print(error)
try:
    guess("nothing at all")
except ValueError as error:
    print(error)
try:
    Csv().load("a,b\n1,2,3")
except ValueError as error:
    print(error)
print([kind.__name__ for kind in Csv.__mro__], issubclass(BetterCsv, Lines), Lines.name == "", Csv.version)
try:
    Lines.by_name["csv"]().load("")
except ValueError as error:
    print(error)
