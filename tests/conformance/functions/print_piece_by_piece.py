"""`print` writes each value and separator by itself, in order, also when a later one has no text."""

from __future__ import annotations
import sys


class Noisy:
    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        print(f"<{self.name}>", end="")
        return self.name


class Bad:
    def __str__(self) -> str:
        raise ValueError("no text")


class File:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, text: str) -> int:
        self.parts.append(text)
        return len(text)


print(Noisy("a"), Noisy("b"), "c", sep="-")
f = File()
print("x", 1, None, file=f)
print(file=f)
print("y", end="", file=f)
print("a", "b", sep="", file=f)
print(f.parts)
try:
    print("one", 2, Bad(), "never")
except ValueError as error:
    print(" |", error)
print(1, 2, Bad(), file=sys.stdout)
