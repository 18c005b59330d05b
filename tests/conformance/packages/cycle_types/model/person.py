from __future__ import annotations

from . import library
from .book import Book

print("module", __name__)


def initials(person: Person) -> str:
    return person.name[0]


class Person:
    def __init__(self, name: str, limit: int = 2) -> None:
        self.name, self.limit = name, limit
        self.books: list[Book] = []

    def borrow(self, book: Book) -> None:
        if book.holder is not None:
            raise PermissionError(f"{book.title} is with {book.holder.name}")
        if len(self.books) >= self.limit:
            raise PermissionError(f"{self.name} has {len(self.books)} already")
        self.books.append(book)
        book.holder = self
        if book.library is not None:
            library.note(book.library, f"{self.name}+{book.title}")

    def give_back(self, book: Book) -> None:
        self.books.remove(book)
        book.holder = None
        assert book.library is not None
        library.note(book.library, f"{self.name}-{book.title}")

    def debts(self) -> list[str]:
        return [str(b) for b in self.books]

    def __str__(self) -> str:
        return f"{self.name}: {len(self.books)}/{self.limit}"
