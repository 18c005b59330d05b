"""Sequences of the program's own: what a pattern asks of them, and when."""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence, Sequence
from typing import overload


class Traced(Sequence[int]):
    def __init__(self, *items: int) -> None:
        self.items = list(items)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        print("  getitem", index)
        return self.items[index]

    def __len__(self) -> int:
        print("  len")
        return len(self.items)

    def __iter__(self) -> Iterator[int]:
        print("  iter")
        return iter(self.items)


def show(x: Sequence[int] | None) -> str:
    match x:
        case []:
            return "empty"
        case [_]:
            return "one of whatever"
        case [1, *_]:
            return "starts with 1"
        case [*_, 9, _]:
            return "9 before the end"
        case [2, a]:
            return f"2 and {a}"
        case [3, *rest]:
            return f"3 and {rest}"
        case [*most, last] if last < 0:
            return f"{most} then {last}"
        case [*_]:
            return "any"
        case None:
            return "none"
        case _:
            return "not reached"


for items in [(), (5,), (1, 2), (8, 9, 0), (2, 7), (3, 4, 5), (6, 7, -1), (6, 7, 8)]:
    print(items)
    print(show(Traced(*items)))
print(show([1, 2]), show((2, 5)), show(range(3, 6)), show(None))


class Liar(Sequence[int]):
    """Says it has two items and has three."""

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, int) and index < 3:
            return index
        raise IndexError

    def __len__(self) -> int:
        return 2


try:
    match Liar():
        case [a, b]:
            print("never", a, b)
except ValueError as error:
    print("ValueError:", error)
match Liar():
    case [first, *_, last]:
        print(first, last)
match Liar():
    case [*everything]:
        print(everything)


class Stack(MutableSequence[str]):
    def __init__(self) -> None:
        self._items: list[str] = []

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> MutableSequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | MutableSequence[str]:
        if isinstance(index, slice):
            other = Stack()
            other._items = self._items[index]
            return other
        return self._items[index]

    def __setitem__(self, index: object, value: object) -> None:
        raise TypeError

    def __delitem__(self, index: int | slice) -> None:
        del self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def insert(self, index: int, value: str) -> None:
        self._items.insert(index, value)


def top(x: object) -> str:
    match x:
        case [*_, str(a), "+"]:
            return f"add {a}"
        case [*_, "pop" | "drop" as word]:
            return word
        case [single]:
            return f"single {single}"
        case str(s) | [s, *_]:
            return f"first {s}"
        case _:
            return "neither"


stack = Stack()
print(top(stack))
for word in ["a", "+", "pop", "b"]:
    stack.append(word)
    print(top(stack))
print(top("text"), top(b"bytes"), top(bytearray(b"x")), top({"a"}), top(iter([1])), top([7, 8]))


class Words(list[str]):
    def shout(self) -> str:
        return " ".join(self).upper()


class Pair(tuple[int, int]):
    pass


def derived(x: object) -> str:
    match x:
        case Words(["hey", *rest]) as words:
            return f"{words.shout()} {rest}"
        case Words() as words:
            return words.shout()
        case [a, *_]:
            return f"list of {a}"
        case _:
            return "?"


print(derived(Words(["hey", "you"])), derived(Words(["a", "b"])), derived(["a"]), derived(Words()))
