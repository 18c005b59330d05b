"""The operators as functions."""

from typing import Any, SupportsIndex


def add(a: Any, b: Any, /) -> Any:
    return a + b


def sub(a: Any, b: Any, /) -> Any:
    return a - b


def mul(a: Any, b: Any, /) -> Any:
    return a * b


def truediv(a: Any, b: Any, /) -> Any:
    return a / b


def floordiv(a: Any, b: Any, /) -> Any:
    return a // b


def mod(a: Any, b: Any, /) -> Any:
    return a % b


def pow(a: Any, b: Any, /) -> Any:
    return a**b


def and_(a: Any, b: Any, /) -> Any:
    return a & b


def or_(a: Any, b: Any, /) -> Any:
    return a | b


def xor(a: Any, b: Any, /) -> Any:
    return a ^ b


def lshift(a: Any, b: Any, /) -> Any:
    return a << b


def rshift(a: Any, b: Any, /) -> Any:
    return a >> b


def concat(a: Any, b: Any, /) -> Any:
    return a + b


def lt(a: Any, b: Any, /) -> Any:
    return a < b


def le(a: Any, b: Any, /) -> Any:
    return a <= b


def eq(a: object, b: object, /) -> Any:
    return a == b


def ne(a: object, b: object, /) -> Any:
    return a != b


def gt(a: Any, b: Any, /) -> Any:
    return a > b


def ge(a: Any, b: Any, /) -> Any:
    return a >= b


def is_(a: object, b: object, /) -> bool:
    return a is b


def is_not(a: object, b: object, /) -> bool:
    return a is not b


def not_(a: object, /) -> bool:
    return not a


def truth(a: object, /) -> bool:
    return bool(a)


def neg(a: Any, /) -> Any:
    return -a


def pos(a: Any, /) -> Any:
    return +a


def invert(a: Any, /) -> Any:
    return ~a


def abs(a: Any, /) -> Any:
    return a.__abs__()


def index(a: SupportsIndex, /) -> int:
    return a.__index__()


def contains(a: Any, b: object, /) -> bool:
    return b in a


def getitem(a: Any, b: Any, /) -> Any:
    return a[b]


def setitem(a: Any, b: Any, c: Any, /) -> None:
    a[b] = c


def delitem(a: Any, b: Any, /) -> None:
    del a[b]


class itemgetter:
    """A function that looks its items up in its argument."""

    def __init__(self, item: Any, /, *items: Any) -> None:
        self._item = item
        self._items = items

    def __call__(self, obj: Any) -> Any:
        if len(self._items) == 0:
            return obj[self._item]
        values: list[Any] = [obj[self._item]]
        for item in self._items:
            values.append(obj[item])
        return tuple(values)
