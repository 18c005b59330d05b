"""Functions of the library take what has `__index__` for an int, and anything for a bool, where the types are unknown."""

import io
import math
from typing import Any


class Index:
    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


class Wrong:
    pass


def show(call: Any) -> None:
    try:
        print(call())
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)


text: Any = "a,b,c"
data: Any = b"a-b"
items: Any = [1, 2, 3]
memory: Any = io.BytesIO(b"1234567890")
lines: Any = io.StringIO("1234567890")
two, minus, wrong = Index(2), Index(-1), Wrong()
show(lambda: text.center(Index(9), "*"))
show(lambda: text.ljust(True))
show(lambda: text.split(",", Index(1)))
show(lambda: "a\nb\n".splitlines(items))
show(lambda: text.splitlines(1))
show(lambda: text.zfill(wrong))
show(lambda: text.zfill(7.0))
show(lambda: text.center(None))
show(lambda: text.expandtabs(two))
show(lambda: data.ljust(Index(5), b"."))
show(lambda: items.pop(Index(0)))
show(lambda: items.insert(minus, 7) or items)
show(lambda: items.pop("0"))
show(lambda: memory.truncate(Index(8)))
show(lambda: memory.truncate(minus))
show(lambda: memory.seek(two))
show(lambda: memory.read(two))
show(lambda: memory.read(None))
show(lambda: items.insert(2.5, 1))
try:
    print(memory.read(2.5))
except TypeError:
    print("no size")
show(lambda: lines.seek(two))
show(lambda: lines.read(Index(3)))
show(lambda: lines.truncate(Index(6)))
show(lambda: lines.truncate(minus))
any_two: Any = two
show(lambda: math.comb(5, any_two))
show(lambda: round(2.71828, any_two))
show(lambda: sorted([3, 1, 2], reverse=any_two))
show(lambda: sorted([3, 1, 2], reverse=items))
number: Any = 1000
show(lambda: number.to_bytes(any_two, "big"))
show(lambda: number.to_bytes(wrong, "big"))


def pass_on(function: Any, *args: Any) -> None:
    try:
        print(function(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


pass_on(memory.truncate, Index(5))
pass_on(memory.truncate, minus)
pass_on(memory.read, two)
pass_on(items.pop, Index(0))
pass_on(items.pop, wrong)
pass_on(text.splitlines, 0)
pass_on(text.split, ",", two)
pass_on(str.center, text, Index(7))
pass_on(math.comb, 5, True)
