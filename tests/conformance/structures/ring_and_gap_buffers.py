"""A ring buffer as a Sequence and a gap buffer as an editor would use, with undo by closures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Generic, TypeVar, overload

T = TypeVar("T")


class Ring(Sequence[T], Generic[T]):
    def __init__(self, room: int) -> None:
        self._items: list[T] = []
        self._room = room
        self._start = 0

    def push(self, item: T) -> T | None:
        if len(self._items) < self._room:
            self._items.append(item)
            return None
        old = self._items[self._start]
        self._items[self._start] = item
        self._start = (self._start + 1) % self._room
        return old

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"ring index {index} out of range")
        return self._items[(self._start + index) % len(self._items)]


ring: Ring[int] = Ring(5)
dropped = [ring.push(n * n) for n in range(8)]
print(list(ring), dropped, len(ring), ring[0], ring[-1], ring[1:4], ring[::-1], ring[10:])
print(25 in ring, ring.index(25), ring.count(49), list(reversed(ring)), 1 in ring, max(ring))
try:
    ring.index(1)
except ValueError as error:
    print(type(error).__name__, error.args)
match ring:
    case [first, *middle, last]:
        print("matched", first, middle, last)


class Gap:
    def __init__(self, text: str = "") -> None:
        self.left: list[str] = list(text)
        self.right: list[str] = []
        self.undo_stack: list[Callable[[], None]] = []

    @property
    def text(self) -> str:
        return "".join(self.left) + "".join(reversed(self.right))

    @property
    def cursor(self) -> int:
        return len(self.left)

    @cursor.setter
    def cursor(self, where: int) -> None:
        if not 0 <= where <= len(self.left) + len(self.right):
            raise ValueError(f"cursor at {where} of {len(self.left) + len(self.right)}")
        while len(self.left) > where:
            self.right.append(self.left.pop())
        while len(self.left) < where:
            self.left.append(self.right.pop())

    def insert(self, text: str) -> Gap:
        at = self.cursor
        self.left.extend(text)

        def back() -> None:
            self.cursor = at
            del self.right[len(self.right) - len(text) :]

        self.undo_stack.append(back)
        return self

    def backspace(self, count: int = 1) -> Gap:
        gone = self.left[-count:] if count else []
        del self.left[len(self.left) - len(gone) :]
        at = self.cursor
        self.undo_stack.append(lambda: self.restore(at, gone))
        return self

    def restore(self, at: int, gone: list[str]) -> None:
        self.cursor = at
        self.left.extend(gone)

    def undo(self) -> bool:
        try:
            back = self.undo_stack.pop()
        except IndexError:
            return False
        back()
        return True


editor = Gap("hello world")
editor.cursor = 5
editor.insert(", big").insert("!")
print(editor.text, editor.cursor)
editor.backspace(3)
print(editor.text, editor.cursor)
editor.cursor = 0
editor.insert("¡")
trail = [editor.text]
while editor.undo():
    trail.append(f"{editor.text}|{editor.cursor}")
print(trail)
editor.backspace(50).insert("x")
print(editor.text, editor.cursor, editor.undo(), editor.undo(), editor.text, editor.undo())
editor.cursor = 3
editor.cursor += 4
print(editor.cursor)
editor.cursor -= 8
