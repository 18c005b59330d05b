"""Generators as methods, with try and with inside."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator


class Tree:
    def __init__(self, value: int, left: Tree | None = None, right: Tree | None = None) -> None:
        self.value, self.left, self.right = value, left, right

    def __iter__(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


@contextmanager
def tagged(name: str) -> Iterator[str]:
    print("<" + name + ">")
    try:
        yield name.upper()
    finally:
        print("</" + name + ">")


print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))), sum(Tree(1, Tree(2))))
with tagged("b") as name:
    print(name)
try:
    with tagged("i"):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)


def lines(text: str) -> Iterator[tuple[int, str]]:
    number = 0
    for line in text.split("\n"):
        number += 1
        try:
            if not line:
                continue
            yield number, line
        finally:
            if number == 3:
                print("third line")


print(list(lines("a\n\nc\nd")))
