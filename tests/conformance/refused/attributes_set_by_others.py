# expect-refusal: dynamic-namespace
"""What `__init__` hands the object to sets an attribute before `__init__` sets the next one."""

from __future__ import annotations


class Widget:
    parent: str

    def __init__(self, name: str) -> None:
        place(self)
        self.name = name


def place(widget: Widget) -> None:
    widget.parent = "window"


print(Widget("button").__dict__)
