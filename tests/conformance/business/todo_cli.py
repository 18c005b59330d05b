# args: --width 30 add "write tests" -p 2 -- add "buy milk" -- add plan -p 9 -- done 2 -- list --all -- done 7 -- frob -- list
"""A to-do list driven by a command line of several commands; argparse for each, storage as JSON text."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, NoReturn


@dataclass
class Task:
    number: int
    text: str
    priority: int = 5
    done: bool = False

    @classmethod
    def load(cls, raw: dict[str, Any]) -> Task:
        return cls(**raw)


class Quiet(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ValueError(message)


class Todo:
    def __init__(self, text: str = "[]") -> None:
        self.tasks = [Task.load(raw) for raw in json.loads(text)]

    def dump(self) -> str:
        return json.dumps([asdict(t) for t in self.tasks], separators=(",", ":"))

    def add(self, text: str, priority: int) -> str:
        number = max((t.number for t in self.tasks), default=0) + 1
        self.tasks.append(Task(number, text, priority))
        return f"added {number}"

    def finish(self, number: int) -> str:
        for task in self.tasks:
            if task.number == number:
                task.done, was = True, task.done
                return "already done" if was else f"done: {task.text}"
        raise LookupError(f"no task {number}")

    def lines(self, width: int, everything: bool) -> list[str]:
        chosen = [t for t in self.tasks if everything or not t.done]
        chosen.sort(key=lambda t: (t.done, -t.priority, t.number))
        return [f"{'[x]' if t.done else '[ ]'} {t.text:.<{width}} !{t.priority}" for t in chosen]


def parser() -> Quiet:
    top = Quiet(prog="todo", add_help=False)
    commands = top.add_subparsers(dest="command", required=True)
    add = commands.add_parser("add", add_help=False)
    add.add_argument("text")
    add.add_argument("-p", "--priority", type=int, default=5, choices=range(1, 10))
    done = commands.add_parser("done", add_help=False)
    done.add_argument("number", type=int)
    shown = commands.add_parser("list", add_help=False)
    shown.add_argument("--all", action="store_true")
    return top


def main(argv: list[str]) -> int:
    options = Quiet(add_help=False)
    options.add_argument("--width", type=int, default=20)
    known, rest = options.parse_known_args(argv)
    text, failures = "[]", 0
    groups = [list(g) for is_end, g in groupby(rest, key=lambda w: w == "--") if not is_end]
    for words in groups:
        todo = Todo(text)
        try:
            args = parser().parse_args(words)
            match args.command:
                case "add":
                    print(todo.add(args.text, args.priority))
                case "done":
                    print(todo.finish(args.number))
                case "list":
                    print(*todo.lines(known.width, args.all), sep="\n")
        except (ValueError, LookupError) as error:
            failures += 1
            print(f"{words[0]}: {error}", file=sys.stderr)
        text = todo.dump()
    print(text)
    return failures


sys.exit(main(sys.argv[1:]))
