# expect-refusal: dynamic-code
"""A refused built-in handed on as a value is refused where it is named."""

from collections.abc import Callable


def apply(f: Callable[..., object]) -> object:
    return f("1 + 1", "<text>", "eval")


print(apply(compile))
