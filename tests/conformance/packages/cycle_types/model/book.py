from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .library import Library
    from .person import Person

print("module", __name__)


class Book:
    holder: Person | None = None
    library: Library | None = None

    def __init__(self, title: str, year: int) -> None:
        self.title, self.year = title, year

    def __lt__(self, other: Book) -> bool:
        return self.year < other.year

    def __str__(self) -> str:
        from .person import initials

        return f"{self.title}" + (f" ({initials(self.holder)})" if self.holder else "")
