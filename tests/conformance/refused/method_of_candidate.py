# expect-refusal: unsupported
"""A method that cannot be compiled, in a class that only a dynamic call may reach."""

from typing import Any, TypedDict, Unpack


class Options(TypedDict):
    x: int


class A:
    def run(self, **options: Unpack[Options]) -> int:
        return options["x"]


class B:
    def run(self, **options: int) -> int:
        return 2


def call(thing: Any) -> Any:
    return thing.run(x=1)


print(call(A()), call(B()))
