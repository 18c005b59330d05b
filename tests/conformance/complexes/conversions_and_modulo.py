"""complex() of anything with `__complex__`, and pow with three arguments, through Any."""

from typing import Any


class NS:
    def __init__(self, value: Any) -> None:
        self.value = value

    def __complex__(self) -> Any:
        return self.value


def attempt(label: str, what: Any, *args: Any) -> None:
    try:
        print(label, what(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


for value in (1.5, 1, None, "x", 2 + 3j):
    attempt("complex", complex, NS(value))
for powers in ((1 + 1j, 1 + 1j, 1 + 1j), (1 + 1j, 2, 0), (1.5, 2, 3), (2, 1.5, 3), (2, 3, 1.5), (2, 3, 1j), (1j, 2, None), (2, 3, 5), (2, 1j, 5)):
    attempt("pow", pow, *powers)
