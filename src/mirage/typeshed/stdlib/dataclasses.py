"""Dataclasses: the compiler writes the methods of the decorated classes; here are the names around it."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, TypeVar, overload

_T = TypeVar("_T")


class _MISSING_TYPE: ...


MISSING: _MISSING_TYPE


class KW_ONLY: ...


class DataclassInstance(Protocol):
    pass


_DataclassT = TypeVar("_DataclassT", bound=DataclassInstance)


@overload
def dataclass(
    cls: type[_T],
    /,
    *,
    init: bool = True,
    repr: bool = True,
    eq: bool = True,
    order: bool = False,
    unsafe_hash: bool = False,
    frozen: bool = False,
    match_args: bool = True,
    kw_only: bool = False,
    slots: bool = False,
    weakref_slot: bool = False,
) -> type[_T]: ...
@overload
def dataclass(
    cls: None = None,
    /,
    *,
    init: bool = True,
    repr: bool = True,
    eq: bool = True,
    order: bool = False,
    unsafe_hash: bool = False,
    frozen: bool = False,
    match_args: bool = True,
    kw_only: bool = False,
    slots: bool = False,
    weakref_slot: bool = False,
) -> Callable[[type[_T]], type[_T]]: ...
def dataclass(cls: Any = None, /, **options: Any) -> Any:
    raise TypeError("dataclass() is a decorator that the compiler applies")


class Field(Generic[_T]):
    name: str
    type: Any
    default: Any


@overload
def field(
    *,
    default: _T,
    init: bool = True,
    repr: bool = True,
    hash: bool | None = None,
    compare: bool = True,
    metadata: Mapping[Any, Any] | None = None,
    kw_only: bool = False,
) -> _T: ...
@overload
def field(
    *,
    default_factory: Callable[[], _T],
    init: bool = True,
    repr: bool = True,
    hash: bool | None = None,
    compare: bool = True,
    metadata: Mapping[Any, Any] | None = None,
    kw_only: bool = False,
) -> _T: ...
@overload
def field(
    *,
    init: bool = True,
    repr: bool = True,
    hash: bool | None = None,
    compare: bool = True,
    metadata: Mapping[Any, Any] | None = None,
    kw_only: bool = False,
) -> Any: ...
def field(**options: Any) -> Any:
    raise TypeError("field() stands for a default in a dataclass's body")


class FrozenInstanceError(AttributeError): ...


class InitVar(Generic[_T]): ...


def replace(obj: _DataclassT, /, **changes: Any) -> _DataclassT:
    """The compiler makes the call of the class with the changed fields."""
    raise TypeError("replace() should be called on dataclass instances")
