# expect-refusal: dynamic-namespace
"""Formatting with all local variables."""


def greet(name: str) -> str:
    count = 3
    return "{name} {count}".format(**locals())


print(greet("x"))
