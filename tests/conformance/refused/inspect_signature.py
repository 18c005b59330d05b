# expect-refusal: dynamic-attribute
"""The parameters of functions are not kept when a program runs."""

import inspect


def handler(name: str, count: int = 1) -> None: ...


print(list(inspect.signature(handler).parameters))
