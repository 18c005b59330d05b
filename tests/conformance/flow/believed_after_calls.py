"""Attributes that a call changes behind a test."""
from __future__ import annotations
from typing import Optional


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: Node | None = None

    def clear(self) -> None:
        self.next = None


class Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.current: str | None = None
        self.number: int | None = None
        self.last: int | str | None = None
        self.advance()

    def advance(self) -> None:
        self.current = self.text[self.at] if self.at < len(self.text) else None
        self.at += 1
        self.number = int(self.current) if self.current is not None and self.current.isdigit() else None
        self.last = self.number if self.number is not None else self.current

    def following(self) -> str | None:
        if self.current is not None:
            self.advance()
            return self.current
        return "end"

    def words(self) -> list[str]:
        found: list[str] = []
        while self.current is not None:
            before = self.current
            self.advance()
            if self.current == "=" or self.current != before:
                found.append(f"{before}>{self.current!r}<{self.current}|{self.number}")
            saved: str | None = self.current
            self.other: str | None = self.current
            print(saved, self.current, show(self.current), shown(1, name=self.number), self.number == 3, self.number != 4)
        return found


def show(value: object) -> str:
    return str(value)


def shown(x: int, name: int | None = None) -> str:
    return "none" if name is None else str(name + x)


def show_node(node: Optional[Node]) -> str:
    return "-" if node is None else str(node.value)


def first(node: Node) -> Node | None:
    if node.next:
        node.clear()
        return node.next
    return node


class Setting:
    name: int | str = "default"


level: int | None = 3


def reset() -> None:
    global level
    level = None


def main() -> None:
    a = Node(1)
    a.next = Node(2)
    if a.next:
        a.clear()
        print(a.next, show(a.next), show_node(a.next), a.next == None)  # noqa: E711
    a.next = Node(3)
    print(first(a), show_node(first(a)))
    a.next = Node(4)
    a.next.next, a.next = a, a.next.next
    print(show_node(a.next))
    scanner = Scanner("ab=3")
    print(scanner.words())
    scanner = Scanner("q")
    print(scanner.following(), scanner.following(), scanner.last)
    scanner = Scanner("12")
    if isinstance(scanner.last, int):
        print(scanner.last)
        scanner.advance()
        print(scanner.last)
        scanner.advance()
        print(scanner.last, f"{scanner.last}" if scanner.last is None else "?")
    x = Setting()
    x.name = 5
    print(x.name + 1)
    del x.name
    print(x.name, show(x.name))
    if level is not None:
        reset()
        print(level, f"{level}", level == 3, show(level))


main()
