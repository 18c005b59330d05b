from collections.abc import Iterator
from contextlib import _GeneratorContextManager, contextmanager
from typing import Any


class Broken:
    def __set_name__(self, owner: Any, name: Any) -> None:
        raise ZeroDivisionError(f"{owner.__name__} {name}")


class Short:
    def __set_name__(self) -> None:
        pass


class Fine:
    name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = f"{owner.__name__}.{name}"


def attempt(which: int) -> None:
    try:
        if which == 0:

            class A:
                attr = Broken()

        elif which == 1:

            class B:
                attr = Short()

        else:

            class C:
                attr = Fine()

            print(C.attr.name)
    except RuntimeError as error:
        print(error, "from", repr(error.__cause__), error.__context__ is error.__cause__)


for number in range(3):
    attempt(number)


class Counting(_GeneratorContextManager):  # type: ignore[type-arg]
    def __init__(self, func: Any, *args: Any, **kwds: Any) -> None:
        super().__init__(func, args, kwds)
        self.entered = 0

    def __enter__(self) -> Any:
        self.entered += 1
        return super().__enter__()


def numbers(first: int, step: int = 1) -> Iterator[int]:
    print("begin", first)
    yield first + step
    print("end")


with Counting(numbers, 3, step=4) as value:
    print(value)
plain = contextmanager(numbers)(1)
print(type(plain).__name__, isinstance(plain, _GeneratorContextManager))
with plain as value:
    print(value)
