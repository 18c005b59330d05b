from __future__ import annotations

from collections.abc import Sequence

from . import view
from ..store import Task


@view
def text(tasks: Sequence[Task]) -> str:
    return "\n".join(f"[{'x' if t.done else ' '}] {t.number} {t.kind} {t.text}{''.join(' #' + tag for tag in sorted(t.tags))}" for t in tasks) or "nothing"
