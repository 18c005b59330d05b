"""How messages call the class of a value."""

from __future__ import annotations

from mirage.lowlevel import type_of


def class_name(value: object) -> str:
    """The name of the value's class, as the messages of built-in code show it."""
    kind = type_of(value)
    if isinstance(kind, type):
        in_c = (kind._class >> 60) & 1 != 0  # `datetime.date`: a class in C is told of by its whole name
        return kind._repr if in_c else kind._name
    return "object"
