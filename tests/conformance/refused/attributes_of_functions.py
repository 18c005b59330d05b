# expect-refusal: dynamic-attribute
"""A decorator that marks functions with an attribute: functions have none of their own."""

from typing import Any


def command(function: Any) -> Any:
    function.is_command = True
    return function


@command
def run() -> str:
    return "running"


print(run(), getattr(run, "is_command", False))
