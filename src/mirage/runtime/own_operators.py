"""Operators of ints that have operators of their own: members of an IntFlag, in variables typed `int`.

Reached only in programs with such a class (`lowlevel.ints_have_operators`).  `bigint` asks `have` where an
operand is no small int, and leaves the operation to the method of the class; as on CPython the right
operand's goes first where the left one is a plain int.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from mirage.lowlevel import unchecked_cast
from mirage.runtime.bigint_core import plain


@runtime_checkable
class OwnOperators(Protocol):
    """What is such an int: the compiler knows their classes."""

    def __add__(self, other: object, /) -> object: ...
    def __radd__(self, other: object, /) -> object: ...
    def __sub__(self, other: object, /) -> object: ...
    def __rsub__(self, other: object, /) -> object: ...
    def __mul__(self, other: object, /) -> object: ...
    def __rmul__(self, other: object, /) -> object: ...
    def __floordiv__(self, other: object, /) -> object: ...
    def __rfloordiv__(self, other: object, /) -> object: ...
    def __mod__(self, other: object, /) -> object: ...
    def __rmod__(self, other: object, /) -> object: ...
    def __and__(self, other: object, /) -> object: ...
    def __rand__(self, other: object, /) -> object: ...
    def __or__(self, other: object, /) -> object: ...
    def __ror__(self, other: object, /) -> object: ...
    def __xor__(self, other: object, /) -> object: ...
    def __rxor__(self, other: object, /) -> object: ...
    def __lshift__(self, other: object, /) -> object: ...
    def __rlshift__(self, other: object, /) -> object: ...
    def __rshift__(self, other: object, /) -> object: ...
    def __rrshift__(self, other: object, /) -> object: ...


def have(a: object, b: object) -> bool:
    """One of them has operators of its own."""
    return isinstance(a, OwnOperators) or isinstance(b, OwnOperators)


def add(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__add__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__radd__(left)
    if answer is NotImplemented:
        return plain(a) + plain(b)
    return unchecked_cast(int, answer)


def sub(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__sub__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rsub__(left)
    if answer is NotImplemented:
        return plain(a) - plain(b)
    return unchecked_cast(int, answer)


def mul(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__mul__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rmul__(left)
    if answer is NotImplemented:
        return plain(a) * plain(b)
    return unchecked_cast(int, answer)


def floordiv(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__floordiv__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rfloordiv__(left)
    if answer is NotImplemented:
        return plain(a) // plain(b)
    return unchecked_cast(int, answer)


def mod(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__mod__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rmod__(left)
    if answer is NotImplemented:
        return plain(a) % plain(b)
    return unchecked_cast(int, answer)


def and_(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__and__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rand__(left)
    if answer is NotImplemented:
        return plain(a) & plain(b)
    return unchecked_cast(int, answer)


def or_(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__or__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__ror__(left)
    if answer is NotImplemented:
        return plain(a) | plain(b)
    return unchecked_cast(int, answer)


def xor(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__xor__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rxor__(left)
    if answer is NotImplemented:
        return plain(a) ^ plain(b)
    return unchecked_cast(int, answer)


def lshift(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__lshift__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rlshift__(left)
    if answer is NotImplemented:
        return plain(a) << plain(b)
    return unchecked_cast(int, answer)


def rshift(a: int, b: int) -> int:
    left: object = a
    right: object = b
    answer: object = NotImplemented
    if isinstance(left, OwnOperators):
        answer = left.__rshift__(right)
    elif isinstance(right, OwnOperators):
        answer = right.__rrshift__(left)
    if answer is NotImplemented:
        return plain(a) >> plain(b)
    return unchecked_cast(int, answer)
