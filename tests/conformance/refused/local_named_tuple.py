# expect-refusal: local-class
"""A local named tuple whose method uses a variable of the function, which runs more than once."""

from typing import NamedTuple


def once(k: int) -> None:
    class P(NamedTuple):
        x: int

        def scaled(self) -> int:
            return self.x * k

    print(P(3).scaled(), P(4))


for k in (2, 5):
    once(k)
