from __future__ import annotations

from collections.abc import Sequence

from ..store import Task
from . import view


@view
def table(tasks: Sequence[Task]) -> str:
    widths = [max((len(str(cell)) for cell in column), default=0) for column in zip(*(_row(t) for t in tasks))]
    return "\n".join("  ".join(str(cell).ljust(width) for cell, width in zip(_row(t), widths)).rstrip() for t in tasks)


def _row(task: Task) -> tuple[int, str, str, int]:
    return task.number, task.kind, task.text, task.priority
