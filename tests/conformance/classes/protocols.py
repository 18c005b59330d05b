"""Structural types."""

from typing import Iterable, Protocol


class Sized(Protocol):
    def size(self) -> int: ...


class Named(Protocol):
    name: str


class File:
    def __init__(self, name: str, content: str) -> None:
        self.name = name
        self.content = content

    def size(self) -> int:
        return len(self.content)


class Folder:
    def __init__(self, name: str, files: list[File]) -> None:
        self.name = name
        self.files = files

    def size(self) -> int:
        return total(self.files)


def total(items: Iterable[Sized]) -> int:
    return sum(item.size() for item in items)


def greet(thing: Named) -> str:
    return "hello " + thing.name


folder = Folder("docs", [File("a", "12345"), File("b", "123")])
things: list[Sized] = [folder, File("c", "1")]
print(folder.size(), folder.files[1].name)
print(total(things), greet(folder), greet(folder.files[0]), [thing.size() for thing in things])
