"""Shallow and deep copies of any object."""

from typing import Any, TypeVar, cast

from mirage.runtime import cloning

_T = TypeVar("_T")


class Error(Exception): ...


error = Error


def copy(x: _T) -> _T:
    """A copy that shares what `x` refers to; what cannot change is returned itself."""
    return cast(_T, cloning.copied(x))


def deepcopy(x: _T, memo: dict[int, Any] | None = None, _nil: Any = ()) -> _T:
    """A copy of `x` and of everything it refers to; shared parts and cycles stay such."""
    return cast(_T, cloning.deep(x, {} if memo is None else memo))
