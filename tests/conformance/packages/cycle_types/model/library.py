from __future__ import annotations

from collections.abc import Iterator

import model.book as book_module

print("module", __name__)
_made = 0


class Library:
    def __init__(self, name: str) -> None:
        global _made
        _made += 1
        self.name = name
        self._books: dict[str, book_module.Book] = {}
        self.history: list[str] = []

    def add(self, book: book_module.Book) -> None:
        book.library = self
        self._books[book.title] = book

    def __iter__(self) -> Iterator[book_module.Book]:
        yield from self._books.values()

    def __getitem__(self, title: str) -> book_module.Book:
        return self._books[title]

    def __len__(self) -> int:
        return len(self._books)

    def free(self) -> list[str]:
        return [b.title for b in self if b.holder is None]

    def __str__(self) -> str:
        return f"{self.name} library"


def note(library: Library, text: str) -> None:
    library.history.append(text)


def count() -> int:
    return _made
