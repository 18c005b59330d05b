"""Operators on values whose class is known only at run time.

Numbers are handled here; for everything else the method is looked up among the classes that exist.  A method
that returns NotImplemented leaves the operation to the other operand, as on CPython.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn, Protocol, SupportsIndex, cast, runtime_checkable

from mirage.lowlevel import (
    class_id,
    inline,
    ints_have_operators,
    is_small,
    noinline,
    right_first,
    small_value,
    unchecked_cast,
)
from mirage.runtime import bigint, complexes, floats, own_operators
from mirage.runtime.class_names import class_name


def _name(value: object) -> str:
    return class_name(value)


@runtime_checkable
class _HasNext(Protocol):
    def __next__(self) -> object: ...


def check_iterator(value: object) -> None:
    """What `__iter__` returned."""
    if not isinstance(value, _HasNext):
        raise TypeError("iter() returned non-iterator of type '" + class_name(value) + "'")


@inline
def checked_length(length: int) -> int:
    """What `__len__` of the application returned."""
    if is_small(length) and small_value(length) >= 0:
        return length
    return _no_length(length)


@noinline
def _no_length(length: int) -> int:
    if length < 0:
        raise ValueError("__len__() should return >= 0")
    if length > 0x7FFFFFFFFFFFFFFF:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return bigint.plain(length)


def length_from(value: object) -> int:
    """What `__len__` of the application returned, where nothing says that it is an int."""
    if not isinstance(value, SupportsIndex):
        raise TypeError("'" + class_name(value) + "' object cannot be interpreted as an integer")
    return checked_length(value.__index__())


def _index(value: object) -> int:
    if not isinstance(value, SupportsIndex):
        raise TypeError("'" + class_name(value) + "' object cannot be interpreted as an integer")
    return value.__index__()


@noinline
def index_from(value: object) -> object:
    """The int that an object stands for where a function of the library wants one."""
    return _index(value)


@noinline
def flag_from(value: object) -> object:
    """The bool that an object stands for where a function of the library wants one: an int will do."""
    return _index(value) != 0


def truth_from(value: object) -> bool:
    """What `__bool__` of the application returned, where nothing says that it is a bool."""
    if not isinstance(value, bool):
        raise TypeError("__bool__ should return bool, returned " + class_name(value))
    return value


@runtime_checkable
class _OfApplication(Protocol):
    """What is an object of a class of the application: the compiler knows them."""

    def _of_application(self) -> None: ...


@runtime_checkable
class _MayDecline(Protocol):
    """What is an object of the application, or of a class whose `__eq__` may return NotImplemented."""

    def _may_decline(self) -> None: ...


@runtime_checkable
class _EqualAsBuiltIn(Protocol):
    """What is an object of the application whose `__eq__` is a built-in class's, which knows its own kind."""

    def _equal_as_built_in(self) -> None: ...


@runtime_checkable
class _EqualWritten(Protocol):
    """What is the application's, and somebody has written `__eq__` in its class or one above."""

    def _equal_written(self) -> None: ...


@runtime_checkable
class _EqualGenerated(Protocol):
    """What is the application's, and `@dataclass` has made `__eq__` for its class or one above."""

    def _equal_generated(self) -> None: ...


@runtime_checkable
class _HasEq(Protocol):
    def __eq__(self, other: object, /) -> object: ...  # type: ignore[override]


@runtime_checkable
class _HasNe(Protocol):
    def __ne__(self, other: object, /) -> object: ...  # type: ignore[override]


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
class _HasDivmod(Protocol):
    def __divmod__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasRdivmod(Protocol):
    def __rdivmod__(self, other: object, /) -> object: ...


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
    def __lt__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasLe(Protocol):
    def __le__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasGt(Protocol):
    def __gt__(self, other: object, /) -> object: ...


@runtime_checkable
class _HasGe(Protocol):
    def __ge__(self, other: object, /) -> object: ...


def _foreign(a: object, b: object) -> bool:
    """A built-in meets an object of the application, which it does not know: that one is asked first."""
    return isinstance(b, _OfApplication) and not isinstance(a, _OfApplication)


def _alike(a: object, b: object) -> bool:
    """The built-in does know it: an object of a class derived from its own, or from int."""
    if isinstance(b, int):
        return True
    if isinstance(a, str):
        return isinstance(b, str)
    if isinstance(a, bytes | bytearray):
        return isinstance(b, bytes | bytearray)
    if isinstance(a, set | frozenset):
        return isinstance(b, set | frozenset)
    return isinstance(a, list) and isinstance(b, list) or isinstance(a, tuple) and isinstance(b, tuple)


def binary_add(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_add(a, b)
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
    return objects_add(a, b)


def objects_add(a: object, b: object) -> object:
    if right_first(a, b, "__radd__") and isinstance(b, _HasRadd):
        answer = b.__radd__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        if not _alike(a, b):
            return reflected_add(a, b)
        if isinstance(b, _HasRadd):
            answer = b.__radd__(a)
            if answer is not NotImplemented:
                return answer
    if isinstance(a, _HasAdd):
        answer = a.__add__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("+", a, b)
    return reflected_add(a, b)


def reflected_add(a: object, b: object) -> object:
    """`a + b` when `a` has declined."""
    if isinstance(b, _HasRadd):
        answer = b.__radd__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("+", a, b)


def binary_sub(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_sub(a, b)
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
    return objects_sub(a, b)


def objects_sub(a: object, b: object) -> object:
    if right_first(a, b, "__rsub__") and isinstance(b, _HasRsub):
        answer = b.__rsub__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        if not _alike(a, b):
            return reflected_sub(a, b)
        if isinstance(b, _HasRsub):
            answer = b.__rsub__(a)
            if answer is not NotImplemented:
                return answer
    if isinstance(a, _HasSub):
        answer = a.__sub__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("-", a, b)
    return reflected_sub(a, b)


def reflected_sub(a: object, b: object) -> object:
    """`a - b` when `a` has declined."""
    if isinstance(b, _HasRsub):
        answer = b.__rsub__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("-", a, b)


def binary_mul(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_mul(a, b)
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
    return objects_mul(a, b)


def objects_mul(a: object, b: object) -> object:
    if right_first(a, b, "__rmul__") and isinstance(b, _HasRmul):
        answer = b.__rmul__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        if not _alike(a, b):
            return reflected_mul(a, b)
        if isinstance(b, _HasRmul):
            answer = b.__rmul__(a)
            if answer is not NotImplemented:
                return answer
    if isinstance(a, _HasMul):
        answer = a.__mul__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("*", a, b)
    return reflected_mul(a, b)


def reflected_mul(a: object, b: object) -> object:
    """`a * b` when `a` has declined."""
    if isinstance(b, _HasRmul):
        answer = b.__rmul__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("*", a, b)


def binary_truediv(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_truediv(a, b)
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
    return objects_truediv(a, b)


def objects_truediv(a: object, b: object) -> object:
    if right_first(a, b, "__rtruediv__") and isinstance(b, _HasRtruediv):
        answer = b.__rtruediv__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_truediv(a, b)
    if isinstance(a, _HasTruediv):
        answer = a.__truediv__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("/", a, b)
    return reflected_truediv(a, b)


def reflected_truediv(a: object, b: object) -> object:
    """`a / b` when `a` has declined."""
    if isinstance(b, _HasRtruediv):
        answer = b.__rtruediv__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("/", a, b)


def binary_floordiv(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_floordiv(a, b)
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
    return objects_floordiv(a, b)


def objects_floordiv(a: object, b: object) -> object:
    if right_first(a, b, "__rfloordiv__") and isinstance(b, _HasRfloordiv):
        answer = b.__rfloordiv__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_floordiv(a, b)
    if isinstance(a, _HasFloordiv):
        answer = a.__floordiv__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("//", a, b)
    return reflected_floordiv(a, b)


def reflected_floordiv(a: object, b: object) -> object:
    """`a // b` when `a` has declined."""
    if isinstance(b, _HasRfloordiv):
        answer = b.__rfloordiv__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("//", a, b)


def binary_mod(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_mod(a, b)
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
    return objects_mod(a, b)


def objects_mod(a: object, b: object) -> object:
    if right_first(a, b, "__rmod__") and isinstance(b, _HasRmod):
        answer = b.__rmod__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b) and not isinstance(a, str | bytes | bytearray):
        return reflected_mod(a, b)
    if isinstance(a, _HasMod):
        answer = a.__mod__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("%", a, b)
    return reflected_mod(a, b)


def reflected_mod(a: object, b: object) -> object:
    """`a % b` when `a` has declined."""
    if isinstance(b, _HasRmod):
        answer = b.__rmod__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("%", a, b)


def binary_divmod(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_divmod(a, b)
    if isinstance(a, int) and isinstance(b, int):
        return bigint.int_divmod(a, b)
    if isinstance(a, int | float) and isinstance(b, int | float):
        return floats.float_divmod(float(a), float(b))
    return objects_divmod(a, b)


def objects_divmod(a: object, b: object) -> object:
    if right_first(a, b, "__rdivmod__") and isinstance(b, _HasRdivmod):
        answer = b.__rdivmod__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_divmod(a, b)
    if isinstance(a, _HasDivmod):
        answer = a.__divmod__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("divmod()", a, b)
    return reflected_divmod(a, b)


def reflected_divmod(a: object, b: object) -> object:
    """`divmod(a, b)` when `a` has declined."""
    if isinstance(b, _HasRdivmod):
        answer = b.__rdivmod__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("divmod()", a, b)


def binary_pow(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_pow(a, b)
    if isinstance(a, int) and isinstance(b, int):
        if b >= 0:
            return bigint.int_pow(a, b)
        return float(a) ** float(b)
    if isinstance(a, int | float) and isinstance(b, int | float):
        return complexes.power_of_floats(float(a), float(b))
    return objects_pow(a, b)


def objects_pow(a: object, b: object) -> object:
    if right_first(a, b, "__rpow__") and isinstance(b, _HasRpow):
        answer = b.__rpow__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_pow(a, b)
    if isinstance(a, _HasPow):
        answer = a.__pow__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("** or pow()", a, b)
    return reflected_pow(a, b)


def reflected_pow(a: object, b: object) -> object:
    """`a ** b` when `a` has declined."""
    if isinstance(b, _HasRpow):
        answer = b.__rpow__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("** or pow()", a, b)


def binary_and(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_and(a, b)
    if isinstance(a, bool) and isinstance(b, bool):
        return a & b
    if isinstance(a, int) and isinstance(b, int):
        return a & b
    return objects_and(a, b)


def objects_and(a: object, b: object) -> object:
    if right_first(a, b, "__rand__") and isinstance(b, _HasRand):
        answer = b.__rand__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        if not _alike(a, b):
            return reflected_and(a, b)
        if isinstance(b, _HasRand):
            answer = b.__rand__(a)
            if answer is not NotImplemented:
                return answer
    if isinstance(a, _HasAnd):
        answer = a.__and__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("&", a, b)
    return reflected_and(a, b)


def reflected_and(a: object, b: object) -> object:
    """`a & b` when `a` has declined."""
    if isinstance(b, _HasRand):
        answer = b.__rand__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("&", a, b)


def binary_or(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_or(a, b)
    if isinstance(a, bool) and isinstance(b, bool):
        return a | b
    if isinstance(a, int) and isinstance(b, int):
        return a | b
    return objects_or(a, b)


def objects_or(a: object, b: object) -> object:
    if right_first(a, b, "__ror__") and isinstance(b, _HasRor):
        answer = b.__ror__(a)
        if answer is not NotImplemented:
            return answer
    if isinstance(a, dict) and isinstance(b, dict):
        if isinstance(b, _HasRor) and type(a) is dict and type(b) is not dict:
            answer = b.__ror__(a)  # an OrderedDict, a defaultdict
            if answer is not NotImplemented:
                return answer
    elif _foreign(a, b):
        if not _alike(a, b):
            return reflected_or(a, b)
        if isinstance(b, _HasRor):
            answer = b.__ror__(a)
            if answer is not NotImplemented:
                return answer
    if isinstance(a, _HasOr):
        answer = a.__or__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("|", a, b)
    return reflected_or(a, b)


def reflected_or(a: object, b: object) -> object:
    """`a | b` when `a` has declined."""
    if isinstance(b, _HasRor):
        answer = b.__ror__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("|", a, b)


def binary_xor(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_xor(a, b)
    if isinstance(a, bool) and isinstance(b, bool):
        return a ^ b
    if isinstance(a, int) and isinstance(b, int):
        return a ^ b
    return objects_xor(a, b)


def objects_xor(a: object, b: object) -> object:
    if right_first(a, b, "__rxor__") and isinstance(b, _HasRxor):
        answer = b.__rxor__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        if not _alike(a, b):
            return reflected_xor(a, b)
        if isinstance(b, _HasRxor):
            answer = b.__rxor__(a)
            if answer is not NotImplemented:
                return answer
    if isinstance(a, _HasXor):
        answer = a.__xor__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("^", a, b)
    return reflected_xor(a, b)


def reflected_xor(a: object, b: object) -> object:
    """`a ^ b` when `a` has declined."""
    if isinstance(b, _HasRxor):
        answer = b.__rxor__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("^", a, b)


def binary_lshift(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_lshift(a, b)
    if isinstance(a, int) and isinstance(b, int):
        return a << b
    return objects_lshift(a, b)


def objects_lshift(a: object, b: object) -> object:
    if right_first(a, b, "__rlshift__") and isinstance(b, _HasRlshift):
        answer = b.__rlshift__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_lshift(a, b)
    if isinstance(a, _HasLshift):
        answer = a.__lshift__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("<<", a, b)
    return reflected_lshift(a, b)


def reflected_lshift(a: object, b: object) -> object:
    """`a << b` when `a` has declined."""
    if isinstance(b, _HasRlshift):
        answer = b.__rlshift__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("<<", a, b)


def binary_rshift(a: object, b: object) -> object:
    if ints_have_operators() and own_operators.have(a, b):
        return objects_rshift(a, b)
    if isinstance(a, int) and isinstance(b, int):
        return a >> b
    return objects_rshift(a, b)


def objects_rshift(a: object, b: object) -> object:
    if right_first(a, b, "__rrshift__") and isinstance(b, _HasRrshift):
        answer = b.__rrshift__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_rshift(a, b)
    if isinstance(a, _HasRshift):
        answer = a.__rshift__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse(">>", a, b)
    return reflected_rshift(a, b)


def reflected_rshift(a: object, b: object) -> object:
    """`a >> b` when `a` has declined."""
    if isinstance(b, _HasRrshift):
        answer = b.__rrshift__(a)
        if answer is not NotImplemented:
            return answer
    _refuse(">>", a, b)


def binary_matmul(a: object, b: object) -> object:
    if right_first(a, b, "__rmatmul__") and isinstance(b, _HasRmatmul):
        answer = b.__rmatmul__(a)
        if answer is not NotImplemented:
            return answer
    if _foreign(a, b):
        return reflected_matmul(a, b)
    if isinstance(a, _HasMatmul):
        answer = a.__matmul__(b)
        if answer is not NotImplemented:
            return answer
        if type(a) is type(b):
            _refuse("@", a, b)
    return reflected_matmul(a, b)


def reflected_matmul(a: object, b: object) -> object:
    """`a @ b` when `a` has declined."""
    if isinstance(b, _HasRmatmul):
        answer = b.__rmatmul__(a)
        if answer is not NotImplemented:
            return answer
    _refuse("@", a, b)


@noinline
def _refuse(sign: str, a: object, b: object) -> NoReturn:
    """Neither operand's class knows what to do; sequences have words of their own for it."""
    if sign == "+":
        if isinstance(a, str | list | tuple):
            kind = "str" if isinstance(a, str) else "list" if isinstance(a, list) else "tuple"
            raise TypeError(f'can only concatenate {kind} (not "{_name(b)}") to {kind}')
        if isinstance(a, bytes):
            raise TypeError(f"can't concat {_name(b)} to bytes")
    if sign == "*":
        if isinstance(a, str | list | tuple | bytes):
            raise TypeError(f"can't multiply sequence by non-int of type '{_name(b)}'")
        if isinstance(b, str | list | tuple | bytes):
            raise TypeError(f"can't multiply sequence by non-int of type '{_name(a)}'")
    raise TypeError(_unsupported(sign, a, b))


def _unsupported(sign: str, a: object, b: object) -> str:
    return f"unsupported operand type(s) for {sign}: '{_name(a)}' and '{_name(b)}'"


@noinline
def name_assignment(error: TypeError, sign: str, a: object, b: object) -> None:
    """`a += b` failed as `a + b`: the message says which it was."""
    plain = "** or pow()" if sign == "**" else sign
    if error.args == (_unsupported(plain, a, b),):
        error.args = (_unsupported(sign + "=", a, b),)


@runtime_checkable
class _HasIter(Protocol):
    def __iter__(self) -> object: ...


@runtime_checkable
class _HasGetitem(Protocol):
    def __getitem__(self, index: object, /) -> object: ...


def check_unpackable(value: object) -> None:
    """`a, b = value`"""
    if isinstance(value, _HasIter | _HasGetitem | type):
        return
    raise TypeError(f"cannot unpack non-iterable {_name(value)} object")


def text_contains(text: str, item: object) -> bool:
    """`item in text`"""
    if not isinstance(item, str):
        raise TypeError("'in <string>' requires string as left operand, not " + _name(item))
    return item in text


def _truth(answer: object) -> bool:
    return True if answer else False


def _ask_equal(a: _HasEq, b: object) -> object:
    """What `a` says: a bool, NotImplemented or something else."""
    return a.__eq__(b)


def _knows_not(a: object, b: object) -> bool:
    """The `__eq__` of `a` is not the application's, and declines `b`, an object of the application."""
    if not isinstance(a, _OfApplication):
        return True
    if not isinstance(a, _EqualAsBuiltIn):
        return False
    if isinstance(a, dict):
        return not isinstance(b, dict)
    if isinstance(a, list):
        return not isinstance(b, list)
    if isinstance(a, tuple):
        return not isinstance(b, tuple)
    if isinstance(a, str):
        return not isinstance(b, str)
    return not (isinstance(a, set | frozenset) and isinstance(b, set | frozenset))


def equal(a: object, b: object) -> bool:
    """`a == b`."""
    kind = class_id(a)
    if kind == class_id(b) and kind == class_id(""):
        return unchecked_cast(str, a) == unchecked_cast(str, b)
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
    if isinstance(a, _MayDecline):
        if right_first(a, b, "__eq__"):
            answer = _ask_equal(b, a)
            if answer is NotImplemented:
                answer = _ask_equal(cast(_HasEq, a), b)
            return a is b if answer is NotImplemented else _truth(answer)
        if isinstance(b, _OfApplication) and _knows_not(a, b):
            answer = _ask_equal(cast(_HasEq, b), a)
            if answer is not NotImplemented:
                return _truth(answer)
        answer = _ask_equal(cast(_HasEq, a), b)
        return reflected_equal(a, b) if answer is NotImplemented else _truth(answer)
    if isinstance(b, _OfApplication):
        return reflected_equal(a, b)
    if a is None or b is None:
        return a is b
    if isinstance(a, int | float):  # a number knows numbers only; the other operand is asked then
        return reflected_equal(a, b) if isinstance(b, _MayDecline) else b.__eq__(a)
    if a.__eq__(b):
        return True
    return reflected_equal(a, b) if isinstance(b, _MayDecline) else False


def reflected_equal(a: object, b: object) -> bool:
    """`a == b` when `a` has declined."""
    if b is None or not isinstance(b, _HasEq):  # an `object()` knows only itself
        return a is b
    answer = _ask_equal(b, a)
    return a is b if answer is NotImplemented else _truth(answer)


def objects_eq(a: object, b: object) -> object:
    """What `a == b` gives in a program where that may be no bool."""
    if not isinstance(a, _OfApplication) and not isinstance(b, _OfApplication):
        return equal(a, b)
    answer: object = NotImplemented
    first = right_first(a, b, "__eq__")
    if first or isinstance(b, _OfApplication) and _knows_not(a, b):
        answer = _ask_equal(b, a)
    if answer is NotImplemented:
        answer = named_eq(a, b)
    if answer is NotImplemented and not first:
        answer = named_eq(b, a)
    return a is b if answer is NotImplemented else answer


def objects_ne(a: object, b: object) -> object:
    """What `a != b` gives in a program in which some class has an `__ne__` of its own."""
    if not isinstance(a, _OfApplication) and not isinstance(b, _OfApplication):
        return not equal(a, b)
    answer: object = NotImplemented
    first = right_first(a, b, "__ne__") or isinstance(b, _HasNe) and _knows_not(a, b)
    if first:
        answer = named_ne(b, a)
    if answer is NotImplemented:
        answer = named_ne(a, b)
    if answer is NotImplemented and not first:
        answer = named_ne(b, a)
    return a is not b if answer is NotImplemented else answer


def _ask_unequal(a: _HasNe, b: object) -> object:
    return a.__ne__(b)


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
    return _truth(_answer_lt(a, b))


def objects_lt(a: object, b: object) -> object:
    """What `a < b` gives in a program where that may be no bool."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return compare_lt(a, b)
    return _answer_lt(a, b)


def _answer_lt(a: object, b: object) -> object:
    if right_first(a, b, "__gt__") and isinstance(b, _HasGt):
        answer = b.__gt__(a)
        if answer is not NotImplemented:
            return answer
    if isinstance(a, _HasLt) and not _foreign(a, b):
        answer = a.__lt__(b)
        if answer is not NotImplemented:
            return answer
    return _reflected_lt(a, b)


def reflected_lt(a: object, b: object) -> bool:
    """`a < b` when `a` has declined."""
    return _truth(_reflected_lt(a, b))


def _reflected_lt(a: object, b: object) -> object:
    if isinstance(b, _HasGt):
        answer = b.__gt__(a)
        if answer is not NotImplemented:
            return answer
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
    return _truth(_answer_le(a, b))


def objects_le(a: object, b: object) -> object:
    """What `a <= b` gives in a program where that may be no bool."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return compare_le(a, b)
    return _answer_le(a, b)


def _answer_le(a: object, b: object) -> object:
    if right_first(a, b, "__ge__") and isinstance(b, _HasGe):
        answer = b.__ge__(a)
        if answer is not NotImplemented:
            return answer
    if isinstance(a, _HasLe) and not _foreign(a, b):
        answer = a.__le__(b)
        if answer is not NotImplemented:
            return answer
    return _reflected_le(a, b)


def reflected_le(a: object, b: object) -> bool:
    """`a <= b` when `a` has declined."""
    return _truth(_reflected_le(a, b))


def _reflected_le(a: object, b: object) -> object:
    if isinstance(b, _HasGe):
        answer = b.__ge__(a)
        if answer is not NotImplemented:
            return answer
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
    return _truth(_answer_gt(a, b))


def objects_gt(a: object, b: object) -> object:
    """What `a > b` gives in a program where that may be no bool."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return compare_gt(a, b)
    return _answer_gt(a, b)


def _answer_gt(a: object, b: object) -> object:
    if right_first(a, b, "__lt__") and isinstance(b, _HasLt):
        answer = b.__lt__(a)
        if answer is not NotImplemented:
            return answer
    if isinstance(a, _HasGt) and not _foreign(a, b):
        answer = a.__gt__(b)
        if answer is not NotImplemented:
            return answer
    return _reflected_gt(a, b)


def reflected_gt(a: object, b: object) -> bool:
    """`a > b` when `a` has declined."""
    return _truth(_reflected_gt(a, b))


def _reflected_gt(a: object, b: object) -> object:
    if isinstance(b, _HasLt):
        answer = b.__lt__(a)
        if answer is not NotImplemented:
            return answer
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
    return _truth(_answer_ge(a, b))


def objects_ge(a: object, b: object) -> object:
    """What `a >= b` gives in a program where that may be no bool."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return compare_ge(a, b)
    return _answer_ge(a, b)


def _answer_ge(a: object, b: object) -> object:
    if right_first(a, b, "__le__") and isinstance(b, _HasLe):
        answer = b.__le__(a)
        if answer is not NotImplemented:
            return answer
    if isinstance(a, _HasGe) and not _foreign(a, b):
        answer = a.__ge__(b)
        if answer is not NotImplemented:
            return answer
    return _reflected_ge(a, b)


def reflected_ge(a: object, b: object) -> bool:
    """`a >= b` when `a` has declined."""
    return _truth(_reflected_ge(a, b))


def _reflected_ge(a: object, b: object) -> object:
    if isinstance(b, _HasLe):
        answer = b.__le__(a)
        if answer is not NotImplemented:
            return answer
    raise TypeError(f"'>=' not supported between instances of '{_name(a)}' and '{_name(b)}'")


def joined(separator: str, values: object) -> str:
    """`separator.join(values)`, where the values may be anything."""
    if not isinstance(values, Iterable):
        raise TypeError("can only join an iterable")
    parts: list[str] = []
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f"sequence item {len(parts)}: expected str instance, {_name(value)} found")
        parts.append(value)
    return separator.join(parts)


# -- `a.__eq__(b)` written out ------------------------------------------------------------------
#
# Operators ask the other operand, and compare identities in the end, so that our methods give a bool at once.
# Called by name they give NotImplemented for what they do not know, as CPython's.


def same_object(a: object, b: object) -> object:
    """`object.__eq__`."""
    if a is b:
        return True
    return NotImplemented


def knows_equal(a: object, b: object) -> bool:
    """The `__eq__` of a built-in class compares with objects of the other's class."""
    if isinstance(a, int):
        return isinstance(b, int)
    if isinstance(a, float):
        return isinstance(b, (int, float))
    if isinstance(a, str):
        return isinstance(b, str)
    if isinstance(a, list):
        return isinstance(b, list)
    if isinstance(a, tuple):
        return isinstance(b, tuple)
    if isinstance(a, dict):
        return isinstance(b, dict)
    if isinstance(a, (set, frozenset)):
        return isinstance(b, (set, frozenset))
    if isinstance(a, bytes):
        return isinstance(b, bytes)
    if isinstance(a, (bytearray, memoryview)):
        return isinstance(b, (bytes, bytearray, memoryview))
    if isinstance(a, complex):
        return isinstance(b, (int, float, complex))
    if isinstance(a, range):
        return isinstance(b, range)
    if isinstance(a, slice):
        return isinstance(b, slice)
    return a is b


def named_eq(a: object, b: object) -> object:
    """`a.__eq__(b)`, where nobody knows the class of `a`."""
    if a is None:
        return same_object(a, b)
    if isinstance(a, _EqualWritten):
        return _ask_equal(cast(_HasEq, a), b)
    if isinstance(a, _EqualGenerated):
        return _ask_equal(cast(_HasEq, a), b) if class_id(a) == class_id(b) else NotImplemented
    if isinstance(a, _OfApplication) and not isinstance(a, _EqualAsBuiltIn):
        return same_object(a, b)
    if isinstance(a, _MayDecline) and not isinstance(a, _OfApplication):
        return _ask_equal(cast(_HasEq, a), b)
    return equal(a, b) if knows_equal(a, b) else NotImplemented


def named_ne(a: object, b: object) -> object:
    """`a.__ne__(b)`, likewise."""
    if isinstance(a, _HasNe):
        return _ask_unequal(a, b)
    return unequal_from(named_eq(a, b))


def unequal_from(answer: object) -> object:
    """`object.__ne__`, from what `__eq__` gave."""
    if answer is NotImplemented:
        return NotImplemented
    return not answer
