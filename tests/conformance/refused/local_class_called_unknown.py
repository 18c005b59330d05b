# expect-refusal: local-class
"""A class that uses variables of a function, and `type(x)(...)` of an x of which nothing is known."""

from typing import Any


def counter(step: int) -> Any:
    class Counter:
        def __init__(self, start: int = 0) -> None:
            self.value = start + step

    return Counter()


def again(thing: Any) -> Any:
    return type(thing)()


print(again(counter(3)).value, again(counter(4)).value, again([1]))
