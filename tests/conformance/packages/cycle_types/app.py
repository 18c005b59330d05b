"""Modules that need one another for types and at run time: imports in functions, TYPE_CHECKING, a late import."""

from __future__ import annotations

from model import library
from model.book import Book
from model.person import Person

lib = library.Library("City")
ann, bob = Person("Ann"), Person("Bob", limit=1)
books = [Book(t, y) for t, y in (("Dune", 1965), ("Emma", 1815), ("Ulysses", 1922))]
for book in books:
    lib.add(book)
print(lib, len(lib), [str(b) for b in lib], lib["Emma"].year)
ann.borrow(books[0])
ann.borrow(lib["Emma"])
print(ann, books[0].holder, books[0].library is lib, ann.debts(), bob.debts())
try:
    bob.borrow(books[0])
except PermissionError as error:
    print("no:", error)
bob.borrow(books[2])
try:
    bob.borrow(books[1])
except PermissionError as error:
    print("no:", error)
ann.give_back(books[0])
print(lib.free(), lib.history, library.count(), books[2] < books[0], sorted(lib)[0], max(lib, key=lambda b: len(b.title)))
ann.give_back(books[0])
