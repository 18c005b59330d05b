# expect-refusal: dynamic-attribute
"""A method chosen by text, of an object that may be of any class."""

from typing import Any


class Robot:
    def left(self) -> str:
        return "left"


def call(thing: Any, name: str) -> str:
    return str(getattr(thing, name)())


print(call(Robot(), "left"))
print(call("text", "upper"))
