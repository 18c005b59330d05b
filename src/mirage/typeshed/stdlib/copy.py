"""Shallow copies of the built-in containers."""

from typing import TypeVar, cast

_T = TypeVar("_T")


class Error(Exception): ...


error = Error


def copy(x: _T) -> _T:
    """A shallow copy of a list, dict, set or bytearray; what cannot change is returned itself."""
    if isinstance(x, (list, dict, set, bytearray)):
        return cast(_T, x.copy())
    if x is None or isinstance(x, (int, float, str, bytes, tuple, frozenset, type)):
        return x
    raise Error("copy() of " + type(x).__name__ + " objects is not compiled")
