# expect-refusal: dynamic-attribute
"""The defaults of a function that is held as Any."""

from typing import Any


def greet(name: str, greeting: str = "hello") -> str:
    return f"{greeting}, {name}"


def defaults(function: Any) -> Any:
    return function.__defaults__


print(defaults(greet))
