"""An editor with the command pattern: undo, redo, macros, grouped edits, marks that move with the text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class EditError(Exception):
    pass


class Command(ABC):
    @abstractmethod
    def apply(self, doc: Document) -> None: ...

    @abstractmethod
    def invert(self) -> Command: ...


@dataclass(frozen=True)
class Insert(Command):
    at: int
    text: str

    def apply(self, doc: Document) -> None:
        if not 0 <= self.at <= len(doc.text):
            raise EditError(f"insert at {self.at} of {len(doc.text)}")
        doc.text = doc.text[: self.at] + self.text + doc.text[self.at :]
        for name, place in doc.marks.items():
            if place >= self.at:
                doc.marks[name] = place + len(self.text)

    def invert(self) -> Command:
        return Delete(self.at, self.text)


@dataclass(frozen=True)
class Delete(Command):
    at: int
    text: str

    def apply(self, doc: Document) -> None:
        end = self.at + len(self.text)
        if doc.text[self.at : end] != self.text:
            raise EditError(f"{self.text!r} is not at {self.at}")
        doc.text = doc.text[: self.at] + doc.text[end:]
        for name, place in doc.marks.items():
            doc.marks[name] = self.at if self.at <= place < end else place - len(self.text) if place >= end else place

    def invert(self) -> Command:
        return Insert(self.at, self.text)


@dataclass(frozen=True)
class Group(Command):
    parts: tuple[Command, ...]

    def apply(self, doc: Document) -> None:
        done: list[Command] = []
        try:
            for part in self.parts:
                part.apply(doc)
                done.append(part)
        except EditError:
            for part in reversed(done):
                part.invert().apply(doc)
            raise

    def invert(self) -> Command:
        return Group(tuple(p.invert() for p in reversed(self.parts)))


@dataclass
class Document:
    text: str = ""
    marks: dict[str, int] = field(default_factory=dict)


class Editor:
    def __init__(self, text: str = "") -> None:
        self.doc = Document(text)
        self.done: list[Command] = []
        self.undone: list[Command] = []
        self.recording: list[Command] | None = None

    def do(self, command: Command) -> Editor:
        command.apply(self.doc)
        if self.recording is not None:
            self.recording.append(command)
            return self
        match self.done, command:
            case [*_, Insert(at, text)], Insert(here, more) if here == at + len(text) and not more.isspace():
                self.done[-1] = Insert(at, text + more)
            case _:
                self.done.append(command)
        self.undone.clear()
        return self

    @contextmanager
    def grouped(self) -> Iterator[None]:
        self.recording = []
        try:
            yield
        except EditError:
            Group(tuple(self.recording)).invert().apply(self.doc)
            self.recording = None
            raise
        parts, self.recording = tuple(self.recording), None
        self.done.append(Group(parts))
        self.undone.clear()

    def undo(self) -> bool:
        if not self.done:
            return False
        command = self.done.pop()
        command.invert().apply(self.doc)
        self.undone.append(command)
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        command = self.undone.pop()
        command.apply(self.doc)
        self.done.append(command)
        return True

    def replace_all(self, old: str, new: str) -> int:
        count = 0
        with self.grouped():
            at = self.doc.text.find(old)
            while at >= 0:
                self.do(Delete(at, old)).do(Insert(at, new))
                count += 1
                at = self.doc.text.find(old, at + len(new))
        return count


editor = Editor("hello world")
editor.doc.marks |= {"w": 6, "end": 11, "start": 0}
for i, ch in enumerate(", big"):
    editor.do(Insert(5 + i, ch))
print(editor.doc, len(editor.done))
editor.do(Delete(0, "hello")).do(Insert(0, "HEY"))
print(editor.doc.text, editor.doc.marks)
states = [editor.doc.text]
while editor.undo():
    states.append(editor.doc.text)
print(states, editor.doc.marks)
while editor.redo():
    pass
print(editor.doc.text == states[0], len(editor.done), editor.undo(), editor.doc.text, len(editor.undone))
print(editor.replace_all("o", "00"), editor.doc.text, editor.undone, editor.undo(), editor.doc.text, editor.redo(), editor.doc.text)
try:
    with editor.grouped():
        editor.do(Insert(0, "<<")).do(Delete(0, "nothing"))
except EditError as error:
    print(error, editor.doc.text, editor.recording)
print(repr(editor.done[-1])[:80], Insert(1, "x") == Insert(1, "x"), Insert(1, "x").invert().invert())
editor.do(Insert(999, "far"))
