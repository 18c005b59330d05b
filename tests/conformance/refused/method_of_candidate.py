# expect-refusal: unsupported
"""A method that cannot be compiled, in a class that only a dynamic call may reach."""

from typing import Any


class A:
    def run(self, x: int) -> int:
        reveal_type(x)
        return x


class B:
    def run(self, x: int) -> int:
        return 2


def call(thing: Any) -> Any:
    return thing.run(x=1)


print(call(A()), call(B()))
