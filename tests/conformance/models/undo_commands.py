"""An editor of shapes with commands, macros, merging of moves, selective undo limits, and an observer of changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Self


@dataclass
class Shape:
    kind: str
    x: int = 0
    y: int = 0
    colour: str = "black"

    def __str__(self) -> str:
        return f"{self.colour} {self.kind}@{self.x},{self.y}"


class Command(ABC):
    label = "?"

    @abstractmethod
    def do(self, drawing: Drawing) -> None: ...

    @abstractmethod
    def undo(self, drawing: Drawing) -> None: ...

    def merge(self, later: Command) -> bool:
        """Take a later command in; True if that was possible."""
        return False

    def __str__(self) -> str:
        return self.label


class Add(Command):
    def __init__(self, name: str, shape: Shape) -> None:
        self.name, self.shape = name, shape
        self.label = f"add {name}"

    def do(self, drawing: Drawing) -> None:
        if self.name in drawing.shapes:
            raise KeyError(f"{self.name} exists")
        drawing.shapes[self.name] = self.shape

    def undo(self, drawing: Drawing) -> None:
        del drawing.shapes[self.name]


class Remove(Command):
    def __init__(self, name: str) -> None:
        self.name = name
        self.label = f"remove {name}"
        self.kept: list[tuple[str, Shape]] = []

    def do(self, drawing: Drawing) -> None:
        if self.name not in drawing.shapes:
            raise KeyError(self.name)
        self.kept = list(drawing.shapes.items())
        del drawing.shapes[self.name]

    def undo(self, drawing: Drawing) -> None:
        drawing.shapes = dict(self.kept)


@dataclass
class Move(Command):
    name: str
    dx: int
    dy: int

    def do(self, drawing: Drawing) -> None:
        shape = drawing.shapes[self.name]
        shape.x += self.dx
        shape.y += self.dy

    def undo(self, drawing: Drawing) -> None:
        Move(self.name, -self.dx, -self.dy).do(drawing)

    def merge(self, later: Command) -> bool:
        match later:
            case Move(name, dx, dy) if name == self.name:
                self.dx += dx
                self.dy += dy
                return True
        return False

    def __str__(self) -> str:
        return f"move {self.name} by {self.dx:+},{self.dy:+}"


class Paint(Command):
    def __init__(self, colour: str, *names: str) -> None:
        self.colour, self.names = colour, names
        self.before: dict[str, str] = {}
        self.label = f"paint {colour}"

    def do(self, drawing: Drawing) -> None:
        self.before = {name: drawing.shapes[name].colour for name in self.names}
        for name in self.names:
            drawing.shapes[name].colour = self.colour

    def undo(self, drawing: Drawing) -> None:
        for name, colour in self.before.items():
            drawing.shapes[name].colour = colour


class Macro(Command):
    def __init__(self, label: str) -> None:
        self.label = label
        self.steps: list[Command] = []

    def do(self, drawing: Drawing) -> None:
        for step in self.steps:
            step.do(drawing)

    def undo(self, drawing: Drawing) -> None:
        for step in reversed(self.steps):
            step.undo(drawing)


@dataclass
class Drawing:
    shapes: dict[str, Shape] = field(default_factory=dict)
    limit: int = 5
    done: deque[Command] = field(init=False)
    undone: list[Command] = field(default_factory=list)
    watchers: list[Callable[[str], None]] = field(default_factory=list)
    open_macro: Macro | None = None

    def __post_init__(self) -> None:
        self.done = deque(maxlen=self.limit)

    def run(self, command: Command) -> Self:
        command.do(self)
        if self.open_macro is not None:
            self.open_macro.steps.append(command)
            return self
        self.undone.clear()
        if not (self.done and self.done[-1].merge(command)):
            self.done.append(command)
        self.tell(f"did {command}")
        return self

    def tell(self, text: str) -> None:
        for watcher in self.watchers:
            watcher(text)

    def undo(self) -> bool:
        if not self.done:
            return False
        command = self.done.pop()
        command.undo(self)
        self.undone.append(command)
        self.tell(f"undid {command}")
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        command = self.undone.pop()
        command.do(self)
        self.done.append(command)
        self.tell(f"redid {command}")
        return True

    @contextmanager
    def macro(self, label: str) -> Iterator[Macro]:
        macro = self.open_macro = Macro(label)
        try:
            yield macro
        except Exception:
            self.open_macro = None
            macro.undo(self)
            self.tell(f"rolled back {label} after {len(macro.steps)} steps")
            raise
        self.open_macro = None
        self.undone.clear()
        self.done.append(macro)
        self.tell(f"did {label} of {len(macro.steps)}")

    def __str__(self) -> str:
        return "; ".join(f"{name}: {shape}" for name, shape in self.shapes.items()) or "empty"


drawing = Drawing()
log: list[str] = []
drawing.watchers += [log.append, lambda text: print("  *", text)]
drawing.run(Add("a", Shape("box"))).run(Add("b", Shape("disc", 5, 5))).run(Move("a", 1, 0)).run(
    Move("a", 2, 3)
).run(Move("b", 1, 1))
print(drawing, [str(c) for c in drawing.done])
print(drawing.undo(), drawing.undo(), drawing, drawing.redo())
with drawing.macro("blue pair"):
    drawing.run(Paint("blue", "a", "b")).run(Move("a", 10, 10)).run(Remove("a")).run(
        Add("c", Shape("line", colour="red"))
    )
print(drawing)
drawing.undo()
print(drawing, list(drawing.shapes))
try:
    with drawing.macro("broken"):
        drawing.run(Paint("green", "a")).run(Move("zzz", 1, 1))
except KeyError as error:
    print("failed:", error, drawing)
print(drawing.redo(), drawing)
for n in range(8):
    drawing.run(Add(f"n{n}", Shape("dot", n)))
undone = 0
while drawing.undo():
    undone += 1
print(undone, drawing, drawing.redo(), drawing.undo(), drawing.undo(), len(log))
print(
    Move("a", 1, 2) == Move("a", 1, 2),
    Move("a", 0, 0).merge(Remove("a")),
    Macro("m"),
    Drawing(limit=0).run(Add("q", Shape("x"))).undo(),
)
drawing.run(Add("n0", Shape("dot")))
