from __future__ import annotations

import re
from dataclasses import dataclass, field


class BoardError(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


@dataclass
class Task:
    number: int
    kind: str
    text: str
    tags: set[str] = field(default_factory=set)
    priority: int = 5
    done: bool = False


@dataclass
class Store:
    tasks: dict[int, Task] = field(default_factory=dict)

    @classmethod
    def of(cls, *lines: str) -> Store:
        store = cls()
        for number, line in enumerate(lines, 1):
            found = re.fullmatch(r"(\w+):\s*(.*?)((?:\s+[#!]\w+)*)", line)
            if found is None:
                raise BoardError(1, f"cannot read {line!r}")
            task = Task(number, found[1], found[2])
            for mark in found[3].split():
                if mark[0] == "#":
                    task.tags.add(mark[1:])
                else:
                    task.priority = int(mark[1:])
            store.tasks[number] = task
        return store

    def __getitem__(self, number: int) -> Task:
        try:
            return self.tasks[number]
        except KeyError:
            raise BoardError(2, f"no task {number}") from None

    def find(self, tag: str | None = None) -> list[Task]:
        return sorted((t for t in self.tasks.values() if tag is None or tag in t.tags), key=lambda t: (t.done, t.priority, t.number))
