"""A task list with sub-commands, an in-memory store, defaults per command, and a wrong choice at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass
class Task:
    title: str
    due: date | None = None
    tags: set[str] = field(default_factory=set)
    done: bool = False

    def line(self, number: int, today: date) -> str:
        mark = "x" if self.done else " "
        when = ""
        if self.due is not None:
            days = (self.due - today).days
            when = f" (due {self.due:%a %d %b}, {'today' if days == 0 else f'{days:+d} days'})"
        tags = "".join(f" #{tag}" for tag in sorted(self.tags))
        return f"[{mark}] {number}. {self.title}{when}{tags}"


class Store:
    def __init__(self, today: date) -> None:
        self.today = today
        self.tasks: list[Task] = []

    def get(self, number: int) -> Task:
        if not 1 <= number <= len(self.tasks):
            raise SystemExit(f"no task {number}")
        return self.tasks[number - 1]


def relative_date(text: str) -> date:
    base = date(2024, 2, 27)
    if text == "today":
        return base
    if text.startswith("+"):
        return base + timedelta(days=int(text[1:]))
    return date.fromisoformat(text)


def add(store: Store, options: argparse.Namespace) -> int:
    store.tasks.append(Task(" ".join(options.title), options.due, set(options.tag or ())))
    return 0


def show(store: Store, options: argparse.Namespace) -> int:
    chosen = [
        (number, task)
        for number, task in enumerate(store.tasks, 1)
        if (options.all or not task.done) and (options.tag is None or options.tag in task.tags)
    ]
    chosen.sort(key=lambda pair: (pair[1].due is None, pair[1].due or date.max, pair[0]))
    for number, task in chosen:
        print(task.line(number, store.today))
    return len(chosen)


def finish(store: Store, options: argparse.Namespace) -> int:
    for number in options.numbers:
        store.get(number).done = True
    return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="todo")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    adding = commands.add_parser("add", help="add a task", aliases=["a"])
    adding.add_argument("title", nargs="+")
    adding.add_argument("--due", type=relative_date)
    adding.add_argument("--tag", action="append")
    adding.set_defaults(run=add)
    listing = commands.add_parser("list", help="show tasks")
    listing.add_argument("--all", action="store_true")
    listing.add_argument("--tag")
    listing.set_defaults(run=show)
    done = commands.add_parser("done", help="mark as done")
    done.add_argument("numbers", nargs="+", type=int)
    done.set_defaults(run=finish)
    return top


SCRIPT = """
add Write the report --due 2024-03-01 --tag work --tag urgent
a Buy milk --due today
add Sleep
list
add Plan leap day --due +2 --tag fun
done 2
list --all
list --tag work
list --tag none
done 9
"""

store = Store(date(2024, 2, 27))
for command in SCRIPT.strip().splitlines():
    print("$ todo", command)
    options = parser().parse_args(command.split())
    run: Callable[[Store, argparse.Namespace], int] = options.run
    try:
        print("->", run(store, options))
    except SystemExit as leave:
        print("refused:", leave.code)
parser().print_help()
sys.stdout.flush()
parser().parse_args(["add", "x", "--due", "tomorrow"])
