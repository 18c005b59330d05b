from __future__ import annotations

from collections.abc import Callable, Sequence

from ..store import Task

View = Callable[[Sequence[Task]], str]
_views: dict[str, View] = {}


def view(function: View) -> View:
    _views[function.__name__] = function
    return function


def names() -> list[str]:
    return sorted(_views)


def render(name: str, tasks: Sequence[Task]) -> str:
    return _views[name](tasks)


from . import table, text  # noqa: E402
