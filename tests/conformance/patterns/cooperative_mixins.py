"""Mixins that pass everything along with super(): building, saving, comparing, describing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


class Base:
    def __init__(self, **rest: Any) -> None:
        if rest:
            raise TypeError(f"{type(self).__name__} does not know {sorted(rest)}")
        self.log: list[str] = ["base"]

    def parts(self) -> Iterator[tuple[str, object]]:
        yield "kind", type(self).__name__

    def save(self) -> str:
        return json.dumps(dict(self.parts()))


class Named(Base):
    def __init__(self, *, name: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.name = name
        self.log.append(f"named {name}")

    def parts(self) -> Iterator[tuple[str, object]]:
        yield from super().parts()
        yield "name", self.name


class Priced(Base):
    tax = 0

    def __init__(self, *, price: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.price = price
        self.log.append(f"priced {price}")

    @property
    def gross(self) -> int:
        return self.price + self.price * self.tax // 100

    def parts(self) -> Iterator[tuple[str, object]]:
        yield from super().parts()
        yield "gross", self.gross


class Tagged(Base):
    def __init__(self, *, tags: tuple[str, ...] = (), **rest: Any) -> None:
        super().__init__(**rest)
        self.tags = set(tags)
        self.log.append(f"tagged {len(tags)}")

    def parts(self) -> Iterator[tuple[str, object]]:
        if self.tags:
            yield "tags", sorted(self.tags)
        yield from super().parts()

    def __contains__(self, tag: str) -> bool:
        return tag in self.tags


class Versioned(Base):
    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest)
        self._saves = 0

    def save(self) -> str:
        self._saves += 1
        return f"v{self._saves}:{super().save()}"


class Signed(Base):
    def save(self) -> str:
        text = super().save()
        return f"{text}~{sum(text.encode()) % 97:02d}"


class Book(Tagged, Named, Priced):
    tax = 7


class Ware(Versioned, Signed, Priced, Tagged, Named):
    tax = 19

    @property
    def gross(self) -> int:
        return super().gross + 1


class Ledger(Signed, Versioned):
    pass


book = Book(name="Emma", price=1000, tags=("novel", "1815"))
ware = Ware(price=200, name="jug")
for thing in (book, ware, Ledger()):
    print(type(thing).__name__, isinstance(thing, Priced))
    print(" ", thing.log, dict(thing.parts()))
    print(" ", thing.save())
print(ware.save(), "novel" in book, "novel" in ware, ware.gross, book.gross)
for arguments in ({"name": "x"}, {"name": "x", "price": 1, "colour": "red", "age": 2}):
    try:
        Book(**arguments)
    except TypeError as error:
        print(str(error).replace("Priced.__init__", "__init__"))
ware.tags.add("blue")
print([key for key, _ in ware.parts()], isinstance(ware, Priced), issubclass(Ledger, Named))
