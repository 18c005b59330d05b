"""`print` handed on: the only calls that print something else than a string."""

import functools
from typing import Any

print("direct")
for text in map(str, [1, 2]):
    print(text)
list(map(print, [[1], (2,), {3}]))
whole = functools.partial(print, {"a": [1]}, end="!\n")
whole(2.5)


def forwarded(*items: object) -> None:
    print(*items)


def anything(item: Any) -> None:
    print(item)


forwarded(1, [2], None)
anything((1, "x"))
