from __future__ import annotations

from typing import ClassVar

import board

from . import views
from .store import BoardError

__all__ = ["List", "Done", "Tag", "Undo", "registry"]
registry: dict[str, type[Command]] = {}


class Command:
    help: ClassVar[str] = "?"
    changes: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        registry[cls.__name__.lower()] = cls

    def __init__(self, *words: str) -> None:
        self.words = words

    def number(self, place: int = 0) -> int:
        if place >= len(self.words) or not self.words[place].isdigit():
            raise BoardError(3, f"{type(self).__name__.lower()} wants a number: {self.help}")
        return int(self.words[place])

    def run(self, board: board.Board) -> str:
        raise NotImplementedError

    def revert(self, board: board.Board) -> None:
        raise BoardError(5, "cannot be undone")


class List(Command):
    help = "list [tag]"

    def run(self, board: board.Board) -> str:
        return views.render("text", board.store.find(*self.words[:1]))


class Done(Command):
    help = "done N"
    changes = True

    def run(self, board: board.Board) -> str:
        task = board.store[self.number()]
        task.done = True
        return f"{task.text} is done"

    def revert(self, board: board.Board) -> None:
        board.store[self.number()].done = False


class Tag(Command):
    help = "tag N word"
    changes = True

    def run(self, board: board.Board) -> str:
        task = board.store[self.number()]
        task.tags.update(self.words[1:])
        return " ".join(sorted(task.tags))

    def revert(self, board: board.Board) -> None:
        board.store[self.number()].tags.difference_update(self.words[1:])


class Undo(Command):
    help = "undo"

    def run(self, here: board.Board) -> str:
        if not here.history:
            raise BoardError(4, "nothing to undo")
        last = here.history.pop()
        last.revert(here)
        return f"undid {type(last).__name__} {' '.join(last.words)}"


class Stats(Command):
    def run(self, here: board.Board) -> str:
        done = sum(t.done for t in here.store.tasks.values())
        return f"{done}/{len(here)} in version {board.VERSION}"


def parse(line: str) -> Command:
    word, *rest = line.split()
    try:
        return registry[word](*rest)
    except KeyError:
        raise BoardError(6, f"{word}? there are {', '.join(sorted(registry))}") from None
