"""A task tracker: argparse with subcommands, a repository behind a Protocol, plug-in formatters, undo, dependency order."""
from __future__ import annotations

import argparse
import json
import re
import shlex
import textwrap
from abc import ABC, abstractmethod
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum, auto
from typing import Any, Callable, ClassVar, Iterator, Optional, Protocol, TypeVar


class Priority(IntEnum):
    LOW = auto()
    NORMAL = auto()
    HIGH = auto()

    @classmethod
    def parse(cls, text: str) -> Priority:
        try:
            return cls[text.upper()]
        except KeyError:
            raise argparse.ArgumentTypeError(f"no priority {text!r} (choose from {', '.join(p.name.lower() for p in cls)})")


@dataclass
class Task:
    title: str
    priority: Priority = Priority.NORMAL
    due: Optional[date] = None
    needs: set[int] = field(default_factory=set)
    done: bool = False

    def late(self, today: date) -> bool:
        return not self.done and self.due is not None and self.due < today


class CycleError(ValueError):
    pass


def static_order(graph: dict[int, set[int]]) -> Iterator[int]:
    state: dict[int, bool] = {}

    def visit(node: int, path: tuple[int, ...]) -> Iterator[int]:
        if node in path:
            raise CycleError("nodes are in a cycle", path[path.index(node):])
        if state.setdefault(node, False):
            return
        for one in sorted(graph.get(node, ())):
            yield from visit(one, (*path, node))
        if not state[node]:
            state[node] = True
            yield node

    for node in graph:
        yield from visit(node, ())


class Formatter(ABC):
    formats: ClassVar[dict[str, type[Formatter]]] = {}

    def __init_subclass__(cls, name: str, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        Formatter.formats[name] = cls

    @abstractmethod
    def lines(self, rows: list[tuple[int, Task]]) -> Iterator[str]: ...


class Plain(Formatter, name="plain"):
    def lines(self, rows: list[tuple[int, Task]]) -> Iterator[str]:
        width = max((len(task.title) for _, task in rows), default=0)
        for number, task in rows:
            mark = "x" if task.done else " "
            due = f" due {task.due:%d %b}" if task.due else ""
            yield f"[{mark}] {number:>2} {task.title:<{width}} {task.priority.name.lower():^8}{due}".rstrip()


class Json(Formatter, name="json"):
    def lines(self, rows: list[tuple[int, Task]]) -> Iterator[str]:
        def plain(value: Any) -> Any:
            match value:
                case date():
                    return value.isoformat()
                case set():
                    return sorted(value)
                case _:
                    raise TypeError(type(value).__name__)

        yield from json.dumps({n: vars_of(t) for n, t in rows}, default=plain, indent=1).splitlines()


def vars_of(task: Task) -> dict[str, Any]:
    return {"title": task.title, "priority": task.priority, "due": task.due, "needs": task.needs, "done": task.done}


class Store(Protocol):
    def get(self, number: int) -> Task: ...
    def put(self, task: Task) -> int: ...
    def __iter__(self) -> Iterator[tuple[int, Task]]: ...


class Memory:
    def __init__(self) -> None:
        self._tasks: OrderedDict[int, Task] = OrderedDict()
        self._next = 1

    def get(self, number: int) -> Task:
        if (task := self._tasks.get(number)) is None:
            raise LookupError(f"no task {number}")
        return task

    def put(self, task: Task) -> int:
        number, self._next = self._next, self._next + 1
        self._tasks[number] = task
        return number

    def __iter__(self) -> Iterator[tuple[int, Task]]:
        yield from self._tasks.items()


TODAY = date(2024, 2, 27)


def when(text: str) -> date:
    if found := re.fullmatch(r"\+(\d+)([dw])", text):
        count, unit = found.groups()
        return TODAY + timedelta(**{"d": {"days": int(count)}, "w": {"weeks": int(count)}}[unit])
    return date.fromisoformat(text)


class App:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.undo: deque[Callable[[], object]] = deque(maxlen=3)
        self.parser = self.make_parser()

    def make_parser(self) -> argparse.ArgumentParser:
        parser = argparse.ArgumentParser(prog="todo", description="Tasks.", exit_on_error=False)
        commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
        add = commands.add_parser("add", help="a new task")
        add.add_argument("title", nargs="+")
        add.add_argument("-p", "--priority", type=Priority.parse, default=Priority.NORMAL)
        add.add_argument("-d", "--due", type=when)
        add.add_argument("-n", "--needs", type=int, action="append", default=[])
        add.set_defaults(run=self.add)
        done = commands.add_parser("done")
        done.add_argument("number", type=int)
        done.set_defaults(run=self.done)
        show = commands.add_parser("list", aliases=["ls"])
        show.add_argument("-f", "--format", choices=sorted(Formatter.formats), default="plain")
        show.add_argument("--late", action="store_true")
        show.set_defaults(run=self.show)
        commands.add_parser("plan").set_defaults(run=self.plan)
        commands.add_parser("undo").set_defaults(run=lambda options: self.undo.pop()())
        return parser

    def add(self, options: argparse.Namespace) -> None:
        task = Task(" ".join(options.title), options.priority, options.due, set(options.needs))
        print("added", self.store.put(task))

    def done(self, options: argparse.Namespace) -> None:
        task = self.store.get(options.number)
        before, task.done = task.done, True

        def restore() -> None:
            task.done = before
            print("restored", task.title)

        self.undo.append(restore)

    def show(self, options: argparse.Namespace) -> None:
        rows = [(n, t) for n, t in self.store if not options.late or t.late(TODAY + timedelta(days=10))]
        rows.sort(key=lambda row: (-row[1].priority, row[0]))
        for line in Formatter.formats[options.format]().lines(rows):
            print(line)

    def plan(self, options: argparse.Namespace) -> None:
        graph = {n: t.needs for n, t in self.store if not t.done}
        try:
            print(" -> ".join(str(n) for n in static_order(graph)))
        except CycleError as error:
            print("cycle", sorted(set(error.args[1])))

    def run(self, line: str) -> None:
        try:
            options = self.parser.parse_args(shlex.split(line))
            options.run(options)
        except (argparse.ArgumentError, LookupError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")
        except SystemExit as left:
            print("exit", left.code)
        except IndexError:
            print("nothing to undo")


SCRIPT = """
add Buy milk -p high -d 2024-02-29
add "Write the report" -n 1 -n 3 -d +1w
add Call Bob --priority low
add x -p urgent
list
done 1
done 9
ls --late
plan
undo
undo
add loop -n 4
ls -f json
plan
ls -f xml
"""


def main() -> None:
    app = App(Memory())
    for line in SCRIPT.strip().splitlines():
        print("$", line)
        app.run(line)
    print(textwrap.shorten(app.parser.format_help().replace("\n", " "), 120))


main()
