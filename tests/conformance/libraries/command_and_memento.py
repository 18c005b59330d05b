"""Commands with undo over a document: macros, merging of keystrokes, bounded history, transactions, a registry."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

C = TypeVar("C", bound="type[Command]")


@dataclass
class Document:
    text: str = ""
    cursor: int = 0

    def __str__(self) -> str:
        return f"{self.text[: self.cursor]}|{self.text[self.cursor :]}"


class Command(ABC):
    names: ClassVar[dict[str, type[Command]]] = {}
    name: ClassVar[str]

    def __init_subclass__(cls, *, name: str = "") -> None:
        cls.name = name or cls.__name__.lower()
        Command.names[cls.name] = cls

    @abstractmethod
    def apply(self, document: Document) -> None: ...

    @abstractmethod
    def revert(self, document: Document) -> None: ...

    def merged(self, later: Command) -> Command | None:
        return None

    @classmethod
    def parse(cls, words: list[str]) -> Command:
        raise NotImplementedError(cls.__name__)


class CommandError(Exception):
    pass


@dataclass
class Insert(Command, name="type"):
    text: str
    at: int = -1

    def apply(self, document: Document) -> None:
        if self.at < 0:
            self.at = document.cursor
        document.text = document.text[: self.at] + self.text + document.text[self.at :]
        document.cursor = self.at + len(self.text)

    def revert(self, document: Document) -> None:
        document.text = document.text[: self.at] + document.text[self.at + len(self.text) :]
        document.cursor = self.at

    def merged(self, later: Command) -> Command | None:
        if isinstance(later, Insert) and later.at == self.at + len(self.text) and not later.text.startswith(" "):
            return Insert(self.text + later.text, self.at)
        return None

    @classmethod
    def parse(cls, words: list[str]) -> Insert:
        return cls(" ".join(words).replace("_", " "))


@dataclass
class Erase(Command):
    count: int
    erased: str = field(default="", init=False)
    at: int = field(default=0, init=False)

    def apply(self, document: Document) -> None:
        if self.count > document.cursor:
            raise CommandError(f"cannot erase {self.count} of {document.cursor}")
        self.at = document.cursor - self.count
        self.erased = document.text[self.at : document.cursor]
        document.text = document.text[: self.at] + document.text[document.cursor :]
        document.cursor = self.at

    def revert(self, document: Document) -> None:
        document.text = document.text[: self.at] + self.erased + document.text[self.at :]
        document.cursor = self.at + len(self.erased)

    @classmethod
    def parse(cls, words: list[str]) -> Erase:
        return cls(*map(int, words))


@dataclass
class Move(Command):
    to: int
    was: int = 0

    def apply(self, document: Document) -> None:
        self.was = document.cursor
        document.cursor = max(0, min(len(document.text), self.to if self.to >= 0 else len(document.text) + 1 + self.to))

    def revert(self, document: Document) -> None:
        document.cursor = self.was

    def merged(self, later: Command) -> Command | None:
        return Move(later.to, self.was) if isinstance(later, Move) else None

    @classmethod
    def parse(cls, words: list[str]) -> Move:
        return cls(int(words[0]))


class Macro(Command):
    def __init__(self, *steps: Command) -> None:
        self.steps = list(steps)

    def apply(self, document: Document) -> None:
        done: list[Command] = []
        try:
            for step in self.steps:
                step.apply(document)
                done.append(step)
        except CommandError:
            for step in reversed(done):
                step.revert(document)
            raise

    def revert(self, document: Document) -> None:
        for step in reversed(self.steps):
            step.revert(document)

    def __repr__(self) -> str:
        return f"Macro({len(self.steps)})"


class Editor:
    def __init__(self, limit: int = 4) -> None:
        self.document = Document()
        self.done: deque[Command] = deque(maxlen=limit)
        self.undone: list[Command] = []
        self.recording: list[Command] | None = None
        self.watchers: list[Callable[[Document], object]] = []

    def run(self, command: Command) -> None:
        command.apply(self.document)
        self.undone.clear()
        if self.recording is not None:
            self.recording.append(command)
        elif self.done and (merged := self.done[-1].merged(command)) is not None:
            self.done[-1] = merged
        else:
            self.done.append(command)
        for watch in self.watchers:
            watch(self.document)

    def undo(self) -> bool:
        if not self.done:
            return False
        command = self.done.pop()
        command.revert(self.document)
        self.undone.append(command)
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        command = self.undone.pop()
        command.apply(self.document)
        self.done.append(command)
        return True

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.recording = []
        try:
            yield
        except Exception:
            for command in reversed(self.recording):
                command.revert(self.document)
            self.recording = None
            raise
        steps, self.recording = self.recording, None
        self.done.append(Macro(*steps))

    def script(self, text: str) -> None:
        for line in text.split(";"):
            word, *rest = line.split()
            match word:
                case "undo":
                    outcome = self.undo()
                case "redo":
                    outcome = self.redo()
                case name if name in Command.names:
                    try:
                        self.run(Command.names[name].parse(rest))
                        outcome = True
                    except (CommandError, ValueError, IndexError, TypeError, NotImplementedError) as error:
                        print(f"  {line.strip()!r}: {type(error).__name__} {error if not isinstance(error, TypeError) else ''}".rstrip())
                        continue
                case _:
                    print("  unknown", word)
                    continue
            print(f"  {line.strip():12} {self.document} {outcome} {list(self.done)}")


editor = Editor()
longest: list[int] = [0]
editor.watchers.append(lambda d: longest.append(max(longest[-1], len(d.text))))
print(sorted(Command.names), Insert.name, Macro.name)
editor.script("type Hel;type lo;type _world;undo;redo;erase 5;undo;erase 99;move 0;move -1;move 2;undo;type XY")
editor.script("undo;undo;undo;undo;undo;redo;redo;redo;redo;move;erase;erase 1 2;macro;dance")
try:
    with editor.transaction():
        editor.run(Insert("abc"))
        editor.run(Erase(1))
        print("  inside", editor.document)
        editor.run(Erase(50))
except CommandError as error:
    print("rolled back:", error, editor.document)
with editor.transaction():
    editor.run(Move(0))
    editor.run(Insert(">> "))
print(editor.document, editor.done[-1], editor.undo(), editor.document, editor.redo(), editor.document)
try:
    editor.run(Macro(Insert("zzz"), Move(1), Erase(4)))
except CommandError as error:
    print(error, "|", editor.document, longest[-1], len(editor.done))
