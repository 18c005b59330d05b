"""Operators on values whose class is known only at run time.

Numbers are handled here; for everything else the method is looked up among the classes that exist.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from mirage.runtime import bigint


def _name(value: object) -> str:
    return type(value).__name__


@runtime_checkable
class _HasAdd(Protocol):
    def __add__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRadd(Protocol):
    def __radd__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasSub(Protocol):
    def __sub__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRsub(Protocol):
    def __rsub__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasMul(Protocol):
    def __mul__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRmul(Protocol):
    def __rmul__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasTruediv(Protocol):
    def __truediv__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRtruediv(Protocol):
    def __rtruediv__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasFloordiv(Protocol):
    def __floordiv__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRfloordiv(Protocol):
    def __rfloordiv__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasMod(Protocol):
    def __mod__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRmod(Protocol):
    def __rmod__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasPow(Protocol):
    def __pow__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRpow(Protocol):
    def __rpow__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasAnd(Protocol):
    def __and__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRand(Protocol):
    def __rand__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasOr(Protocol):
    def __or__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRor(Protocol):
    def __ror__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasXor(Protocol):
    def __xor__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRxor(Protocol):
    def __rxor__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasLshift(Protocol):
    def __lshift__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRlshift(Protocol):
    def __rlshift__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRshift(Protocol):
    def __rshift__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRrshift(Protocol):
    def __rrshift__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasMatmul(Protocol):
    def __matmul__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRmatmul(Protocol):
    def __rmatmul__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasLt(Protocol):
    def __lt__(self, other: object, /) -> bool: ...


@runtime_checkable
class _HasLe(Protocol):
    def __le__(self, other: object, /) -> bool: ...


@runtime_checkable
class _HasGt(Protocol):
    def __gt__(self, other: object, /) -> bool: ...


@runtime_checkable
class _HasGe(Protocol):
    def __ge__(self, other: object, /) -> bool: ...


def binary_add(a: object, b: object) -> object:
    if isinstance(a, float):
        if isinstance(b, float):
            return a + b
        if isinstance(b, int):
            return a + float(b)
    elif isinstance(a, int):
        if isinstance(b, int):
            return a + b
        if isinstance(b, float):
            return float(a) + b
    if isinstance(a, _HasAdd):
        return a.__add__(b)
    if isinstance(b, _HasRadd):
        return b.__radd__(a)
    raise TypeError(f"unsupported operand type(s) for +: '{_name(a)}' and '{_name(b)}'")


def binary_sub(a: object, b: object) -> object:
    if isinstance(a, float):
        if isinstance(b, float):
            return a - b
        if isinstance(b, int):
            return a - float(b)
    elif isinstance(a, int):
        if isinstance(b, int):
            return a - b
        if isinstance(b, float):
            return float(a) - b
    if isinstance(a, _HasSub):
        return a.__sub__(b)
    if isinstance(b, _HasRsub):
        return b.__rsub__(a)
    raise TypeError(f"unsupported operand type(s) for -: '{_name(a)}' and '{_name(b)}'")


def binary_mul(a: object, b: object) -> object:
    if isinstance(a, float):
        if isinstance(b, float):
            return a * b
        if isinstance(b, int):
            return a * float(b)
    elif isinstance(a, int):
        if isinstance(b, int):
            return a * b
        if isinstance(b, float):
            return float(a) * b
    if isinstance(a, _HasMul):
        return a.__mul__(b)
    if isinstance(b, _HasRmul):
        return b.__rmul__(a)
    raise TypeError(f"unsupported operand type(s) for *: '{_name(a)}' and '{_name(b)}'")


def binary_truediv(a: object, b: object) -> object:
    if isinstance(a, float):
        if isinstance(b, float):
            return a / b
        if isinstance(b, int):
            return a / float(b)
    elif isinstance(a, int):
        if isinstance(b, int):
            return a / b
        if isinstance(b, float):
            return float(a) / b
    if isinstance(a, _HasTruediv):
        return a.__truediv__(b)
    if isinstance(b, _HasRtruediv):
        return b.__rtruediv__(a)
    raise TypeError(f"unsupported operand type(s) for /: '{_name(a)}' and '{_name(b)}'")


def binary_floordiv(a: object, b: object) -> object:
    if isinstance(a, float):
        if isinstance(b, float):
            return a // b
        if isinstance(b, int):
            return a // float(b)
    elif isinstance(a, int):
        if isinstance(b, int):
            return a // b
        if isinstance(b, float):
            return float(a) // b
    if isinstance(a, _HasFloordiv):
        return a.__floordiv__(b)
    if isinstance(b, _HasRfloordiv):
        return b.__rfloordiv__(a)
    raise TypeError(f"unsupported operand type(s) for //: '{_name(a)}' and '{_name(b)}'")


def binary_mod(a: object, b: object) -> object:
    if isinstance(a, float):
        if isinstance(b, float):
            return a % b
        if isinstance(b, int):
            return a % float(b)
    elif isinstance(a, int):
        if isinstance(b, int):
            return a % b
        if isinstance(b, float):
            return float(a) % b
    if isinstance(a, _HasMod):
        return a.__mod__(b)
    if isinstance(b, _HasRmod):
        return b.__rmod__(a)
    raise TypeError(f"unsupported operand type(s) for %: '{_name(a)}' and '{_name(b)}'")


def binary_pow(a: object, b: object) -> object:
    if isinstance(a, int) and isinstance(b, int):
        if b >= 0:
            return bigint.int_pow(a, b)
        return float(a) ** float(b)
    if isinstance(a, int | float) and isinstance(b, int | float):
        return float(a) ** float(b)
    if isinstance(a, _HasPow):
        return a.__pow__(b)
    if isinstance(b, _HasRpow):
        return b.__rpow__(a)
    raise TypeError(f"unsupported operand type(s) for ** or pow(): '{_name(a)}' and '{_name(b)}'")


def binary_and(a: object, b: object) -> object:
    if isinstance(a, bool) and isinstance(b, bool):
        return a & b
    if isinstance(a, int) and isinstance(b, int):
        return a & b
    if isinstance(a, _HasAnd):
        return a.__and__(b)
    if isinstance(b, _HasRand):
        return b.__rand__(a)
    raise TypeError(f"unsupported operand type(s) for &: '{_name(a)}' and '{_name(b)}'")


def binary_or(a: object, b: object) -> object:
    if isinstance(a, bool) and isinstance(b, bool):
        return a | b
    if isinstance(a, int) and isinstance(b, int):
        return a | b
    if isinstance(a, _HasOr):
        return a.__or__(b)
    if isinstance(b, _HasRor):
        return b.__ror__(a)
    raise TypeError(f"unsupported operand type(s) for |: '{_name(a)}' and '{_name(b)}'")


def binary_xor(a: object, b: object) -> object:
    if isinstance(a, bool) and isinstance(b, bool):
        return a ^ b
    if isinstance(a, int) and isinstance(b, int):
        return a ^ b
    if isinstance(a, _HasXor):
        return a.__xor__(b)
    if isinstance(b, _HasRxor):
        return b.__rxor__(a)
    raise TypeError(f"unsupported operand type(s) for ^: '{_name(a)}' and '{_name(b)}'")


def binary_lshift(a: object, b: object) -> object:
    if isinstance(a, int) and isinstance(b, int):
        return a << b
    if isinstance(a, _HasLshift):
        return a.__lshift__(b)
    if isinstance(b, _HasRlshift):
        return b.__rlshift__(a)
    raise TypeError(f"unsupported operand type(s) for <<: '{_name(a)}' and '{_name(b)}'")


def binary_rshift(a: object, b: object) -> object:
    if isinstance(a, int) and isinstance(b, int):
        return a >> b
    if isinstance(a, _HasRshift):
        return a.__rshift__(b)
    if isinstance(b, _HasRrshift):
        return b.__rrshift__(a)
    raise TypeError(f"unsupported operand type(s) for >>: '{_name(a)}' and '{_name(b)}'")


def binary_matmul(a: object, b: object) -> object:
    if isinstance(a, _HasMatmul):
        return a.__matmul__(b)
    if isinstance(b, _HasRmatmul):
        return b.__rmatmul__(a)
    raise TypeError(f"unsupported operand type(s) for @: '{_name(a)}' and '{_name(b)}'")


def equal(a: object, b: object) -> bool:
    """`a == b`."""
    if isinstance(a, int):
        if isinstance(b, int):
            return a == b
        if isinstance(b, float):
            return a == b
    elif isinstance(a, float):
        if isinstance(b, int):
            return a == b
        if isinstance(b, float):
            return a == b
    if a is None or b is None:
        return a is b
    if isinstance(a, int | float):
        return b.__eq__(a)  # a number knows numbers only; the other operand is asked then
    return a.__eq__(b)


def compare_lt(a: object, b: object) -> bool:
    if isinstance(a, int):
        if isinstance(b, int):
            return a < b
        if isinstance(b, float):
            return a < b
    elif isinstance(a, float):
        if isinstance(b, int):
            return a < b
        if isinstance(b, float):
            return a < b
    if isinstance(a, _HasLt):
        return a.__lt__(b)
    if isinstance(b, _HasGt):
        return b.__gt__(a)
    raise TypeError(f"'<' not supported between instances of '{_name(a)}' and '{_name(b)}'")


def compare_le(a: object, b: object) -> bool:
    if isinstance(a, int):
        if isinstance(b, int):
            return a <= b
        if isinstance(b, float):
            return a <= b
    elif isinstance(a, float):
        if isinstance(b, int):
            return a <= b
        if isinstance(b, float):
            return a <= b
    if isinstance(a, _HasLe):
        return a.__le__(b)
    if isinstance(b, _HasGe):
        return b.__ge__(a)
    raise TypeError(f"'<=' not supported between instances of '{_name(a)}' and '{_name(b)}'")


def compare_gt(a: object, b: object) -> bool:
    if isinstance(a, int):
        if isinstance(b, int):
            return a > b
        if isinstance(b, float):
            return a > b
    elif isinstance(a, float):
        if isinstance(b, int):
            return a > b
        if isinstance(b, float):
            return a > b
    if isinstance(a, _HasGt):
        return a.__gt__(b)
    if isinstance(b, _HasLt):
        return b.__lt__(a)
    raise TypeError(f"'>' not supported between instances of '{_name(a)}' and '{_name(b)}'")


def compare_ge(a: object, b: object) -> bool:
    if isinstance(a, int):
        if isinstance(b, int):
            return a >= b
        if isinstance(b, float):
            return a >= b
    elif isinstance(a, float):
        if isinstance(b, int):
            return a >= b
        if isinstance(b, float):
            return a >= b
    if isinstance(a, _HasGe):
        return a.__ge__(b)
    if isinstance(b, _HasLe):
        return b.__le__(a)
    raise TypeError(f"'>=' not supported between instances of '{_name(a)}' and '{_name(b)}'")
