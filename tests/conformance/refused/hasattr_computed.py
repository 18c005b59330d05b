# expect-refusal: dynamic-attribute
"""An attribute asked for by text."""


def has(x: object, name: str) -> bool:
    return hasattr(x, name)


print(has(1, "real"))
