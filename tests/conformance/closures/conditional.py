"""Functions defined under conditions: the name is whichever definition ran."""

from __future__ import annotations

import sys
from collections.abc import Callable

fast = len(sys.argv) > 10

if fast:

    def work(n: int) -> str:
        return f"fast {n}"

else:

    def work(n: int) -> str:
        return f"careful {n}"


def decorate(function: Callable[[int], str]) -> Callable[[int], str]:
    return lambda n: f"[{function(n)}]"


wrapped = decorate(work)


def chosen(kind: str) -> str:
    if kind == "upper":

        def change(text: str) -> str:
            return text.upper()

    elif kind == "twice":

        def change(text: str) -> str:
            return text + text

    else:

        def change(text: str) -> str:
            return f"{kind}:{text}"

    def apply(text: str) -> str:
        return change(text) + "!"

    return change("a") + apply("b") + "".join(map(change, "cd"))


def late(flag: bool) -> str:
    try:
        if flag:

            def helper() -> int:
                return 1

        return str(helper())
    except NameError as error:
        return type(error).__name__


def loop() -> list[str]:
    functions: list[Callable[[], str]] = []
    for i in range(3):
        if i % 2:

            def name() -> str:
                return f"odd {i}"

        else:

            def name() -> str:
                return f"even {i}"

        functions.append(name)
    return [function() for function in functions]


print(work(3), wrapped(4), list(map(work, [1])), work.__name__)
print(chosen("upper"), chosen("twice"), chosen("x"))
print(late(True), late(False), loop())
