"""What counts as a coroutine."""

from __future__ import annotations

from collections.abc import Coroutine

__all__ = ("iscoroutine",)


def iscoroutine(obj: object) -> bool:
    return isinstance(obj, Coroutine)
