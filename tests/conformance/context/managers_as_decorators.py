"""Context managers as decorators keep the names and texts of what they decorate."""

from contextlib import contextmanager, ContextDecorator
from collections.abc import Iterator
from functools import wraps


@contextmanager
def tag(name: str) -> Iterator[str]:
    yield name


class D(ContextDecorator):
    def __enter__(self) -> int:
        return 1

    def __exit__(self, *a: object) -> None:
        pass


@tag("p")
def paragraph(text: str) -> str:
    """Doc."""
    return text.upper()


@D()
def other(text: str) -> str:
    """Other."""
    return text.upper()


def local() -> None:
    @tag("p")
    def third(text: str) -> str:
        """Third."""
        return text.upper()

    print(third.__name__, third.__doc__, third.__qualname__, third("x"))
    print(tag("q")(lambda: 3).__name__, tag("q")(lambda: 3)())


local()
print(paragraph("one"), paragraph.__name__, paragraph.__doc__, other.__name__, other("a"), other.__doc__)
