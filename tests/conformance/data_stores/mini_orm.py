"""Models with descriptor fields, queries built by comparison operators, relations, validation, identity map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, ClassVar, Generic, TypeVar, overload

T = TypeVar("T")
M = TypeVar("M", bound="Model")


class ValidationError(ValueError):
    def __init__(self, model: str, field: str, problem: str) -> None:
        super().__init__(f"{model}.{field} {problem}")


@dataclass(frozen=True)
class Condition:
    text: str
    test: Callable[[Any], bool]

    def __and__(self, other: Condition) -> Condition:
        return Condition(f"({self.text} AND {other.text})", lambda m: self.test(m) and other.test(m))

    def __or__(self, other: Condition) -> Condition:
        return Condition(f"({self.text} OR {other.text})", lambda m: self.test(m) or other.test(m))

    def __invert__(self) -> Condition:
        return Condition(f"NOT {self.text}", lambda m: not self.test(m))


class Field(Generic[T]):
    name = "?"

    def __init__(
        self, default: T, check: Callable[[T], bool] = lambda value: True, problem: str = "is wrong"
    ) -> None:
        self.default, self.check, self.problem = default, check, problem

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Field[T]: ...
    @overload
    def __get__(self, instance: Model, owner: type) -> T: ...
    def __get__(self, instance: Model | None, owner: type) -> Field[T] | T:
        if instance is None:
            return self
        value: T = instance.values.get(self.name, self.default)
        return value

    def __set__(self, instance: Model, value: T) -> None:
        if not self.check(value):
            raise ValidationError(type(instance).__name__, self.name, f"{self.problem}: {value!r}")
        if instance.values.get(self.name, self.default) != value:
            instance.dirty.add(self.name)
        instance.values[self.name] = value

    def _condition(self, sign: str, other: T, test: Callable[[Any, Any], bool]) -> Condition:
        name, default = self.name, self.default
        return Condition(f"{name} {sign} {other!r}", lambda m: test(m.values.get(name, default), other))

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        name, default = self.name, self.default
        return Condition(f"{name} = {other!r}", lambda m: bool(m.values.get(name, default) == other))

    def __lt__(self, other: T) -> Condition:
        return self._condition("<", other, lambda a, b: bool(a < b))

    def __ge__(self, other: T) -> Condition:
        return self._condition(">=", other, lambda a, b: bool(a >= b))

    def one_of(self, *values: T) -> Condition:
        name = self.name
        return Condition(f"{name} IN {values!r}", lambda m: m.values.get(name) in values)


class Model:
    fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.dirty: set[str] = set()
        self.key = 0

    def __repr__(self) -> str:
        inner = ", ".join(f"{k}={v!r}" for k, v in sorted(self.values.items()))
        return f"<{type(self).__name__} {self.key}: {inner}>"


class Author(Model):
    name = Field("", lambda s: bool(s.strip()), "is blank")
    born = Field(1900, lambda y: 0 < y < 2100, "is out of range")


class Book(Model):
    title = Field("")
    pages = Field(0, lambda n: n >= 0, "is negative")
    rating = Field(2.5)
    author = Field(0)


class Table(Generic[M]):
    def __init__(self, make: Callable[[], M]) -> None:
        self.make = make
        self.rows: dict[int, M] = {}
        self.keys = count(1)
        self.writes: list[str] = []

    def save(self, model: M) -> M:
        if model.key == 0:
            model.key = next(self.keys)
            self.rows[model.key] = model
            self.writes.append(f"insert {model.key}")
        elif model.dirty:
            self.writes.append(f"update {model.key} {sorted(model.dirty)}")
        model.dirty.clear()
        return model

    def get(self, key: int) -> M:
        try:
            return self.rows[key]
        except KeyError:
            raise LookupError(f"no {type(self.make()).__name__} {key}") from None

    def where(self, condition: Condition) -> Query[M]:
        return Query(self, condition)


class Query(Generic[M]):
    def __init__(
        self, table: Table[M], condition: Condition, order: str = "", limit: int | None = None
    ) -> None:
        self.table, self.condition, self.order, self.limit = table, condition, order, limit

    def by(self, order: str) -> Query[M]:
        return Query(self.table, self.condition, order, self.limit)

    def first(self, limit: int) -> Query[M]:
        return Query(self.table, self.condition, self.order, limit)

    def __iter__(self) -> Iterator[M]:
        found = [m for m in self.table.rows.values() if self.condition.test(m)]
        if self.order:
            name = self.order.lstrip("-")
            found.sort(key=lambda m: m.values[name], reverse=self.order.startswith("-"))
        return iter(found[: self.limit])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __str__(self) -> str:
        text = f"WHERE {self.condition.text}"
        text += f" ORDER BY {self.order}" if self.order else ""
        return text + (f" LIMIT {self.limit}" if self.limit is not None else "")


authors, books = Table(Author), Table(Book)
for name, born in [("Austen", 1775), ("Borges", 1899), ("Calvino", 1923)]:
    author = Author()
    author.name, author.born = name, born
    authors.save(author)
for title, pages, rating, owner in [
    ("Emma", 474, 4.0, 1), ("Persuasion", 249, 4.2, 1), ("Ficciones", 174, 4.5, 2), ("Invisible Cities", 165, 4.2, 3),
]:  # fmt: skip
    book = Book()
    book.title, book.pages, book.rating, book.author = title, pages, rating, owner
    books.save(book)
queries = [
    books.where(Book.pages < 250).by("-rating"),
    books.where((Book.pages >= 170) & ~(Book.title == "Emma")).by("pages"),
    books.where((Book.rating >= 4.5) | Book.author.one_of(1, 3)).by("title").first(2),
    books.where(Book.title == "Nothing"),
]
for query in queries:
    print(query, [b.title for b in query], len(query))
print([(b.title, authors.get(b.author).name) for b in books.where(Book.author < 3)])
emma = books.get(1)
emma.pages = 474
books.save(emma)
emma.pages, emma.rating = 480, 4.1
books.save(emma)
print(emma, books.get(1) is emma, books.writes[-2:], len(queries[0]), Author().born, Book.title.name)
for attempt in (lambda: setattr(emma, "pages", -1), lambda: authors.get(9)):
    try:
        attempt()
    except ValidationError as error:
        print("invalid:", error)
    except LookupError as error:
        print("lookup:", error)
try:
    author = Author()
    author.name = "  "
except ValidationError as error:
    print(error)
print(author.values, author.dirty, author.key)
author.born = -5
