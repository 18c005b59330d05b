"""The current context of `contextvars`: shared by that module and the event loop.

A context is a small object with an immutable dict; setting a variable replaces the dict, so that a copy
of a context costs one object (PEP 567 asks for O(1) copies).
"""

from __future__ import annotations


class Variables:
    """The values of one context, by the number of the variable."""

    __slots__ = ("values",)

    def __init__(self, values: dict[int, object]) -> None:
        self.values = values

    def copy(self) -> Variables:
        return Variables(self.values)

    def set(self, number: int, value: object) -> None:
        """Set one variable; copies of this context made before do not see it."""
        values = dict(self.values)
        values[number] = value
        self.values = values

    def remove(self, number: int) -> None:
        """Forget one variable; copies of this context made before still see it."""
        values = dict(self.values)
        del values[number]
        self.values = values


_current: Variables = Variables({})


def current() -> Variables:
    return _current


def activate(variables: Variables) -> Variables:
    """Make `variables` current and return what was."""
    global _current
    previous = _current
    _current = variables
    return previous
