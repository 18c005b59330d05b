# expect-refusal: dynamic-attribute
"""What a module has, asked for by text."""

import math


def has(name: str) -> bool:
    return hasattr(math, name)


print(has("pi"))
