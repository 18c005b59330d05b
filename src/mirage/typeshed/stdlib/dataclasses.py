"""Dataclasses: the compiler writes the methods of the decorated classes; here are the names around it."""

import _annotations
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Protocol, TypeVar, overload, runtime_checkable

from typing_extensions import Never, TypeIs

from mirage.runtime import cloning

_T = TypeVar("_T")


class _MISSING_TYPE:
    def __repr__(self) -> str:
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _MISSING_TYPE()


class KW_ONLY: ...


class DataclassInstance(Protocol):
    __dataclass_fields__: ClassVar[dict[str, "Field[Any]"]]


@runtime_checkable
class _Record(Protocol):
    """What the compiler adds to every dataclass."""

    def __dataclass_names__(self) -> tuple[str, ...]: ...
    def __dataclass_values__(self) -> tuple[object, ...]: ...


@runtime_checkable
class _Described(Protocol):
    def __dataclass_list__(self) -> "tuple[Field[Any], ...]": ...


@runtime_checkable
class _NamedTuple(Protocol):
    def _make(self, iterable: list[object]) -> object: ...
    def _asdict(self) -> dict[str, Any]: ...


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
    """One field of a dataclass."""

    name: str
    type: Any
    default: Any
    default_factory: Any
    init: bool
    repr: bool
    hash: bool | None
    compare: bool
    metadata: MappingProxyType[Any, Any]
    kw_only: bool


def _field(
    name: str,
    default: object,
    default_factory: object,
    init: bool,
    repr: bool,
    hash: bool | None,
    compare: bool,
    metadata: Mapping[Any, Any] | None,
    kw_only: bool,
    kept: object,
) -> Field[Any]:
    """What the compiler calls for an element of `fields(...)`.

    kept   the annotation as a constant (see _annotations.py); an empty tuple where it is not kept
    """
    result: Field[Any] = Field()
    if kept != ():
        result.type = _annotations.decoded(kept)
    result.name = name
    result.default = default
    result.default_factory = default_factory
    result.init = init
    result.repr = repr
    result.hash = hash
    result.compare = compare
    result.metadata = MappingProxyType({} if metadata is None else metadata)
    result.kw_only = kw_only
    return result


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


def fields(class_or_instance: DataclassInstance | type[DataclassInstance]) -> tuple[Field[Any], ...]:
    """The fields in order; the compiler serves classes itself."""
    value: object = class_or_instance
    if isinstance(value, _Described):
        return value.__dataclass_list__()
    raise TypeError("must be called with a dataclass type or instance")


@overload
def is_dataclass(obj: Never) -> TypeIs[DataclassInstance | type[DataclassInstance]]: ...  # type: ignore[narrowed-type-not-subtype]
@overload
def is_dataclass(obj: type) -> TypeIs[type[DataclassInstance]]: ...
@overload
def is_dataclass(obj: object) -> TypeIs[DataclassInstance | type[DataclassInstance]]: ...
def is_dataclass(obj: object) -> bool:  # type: ignore[misc]
    """The compiler answers for classes itself."""
    return isinstance(obj, _Record)


def _check_rebuilt(value: object) -> None:
    """CPython 3.11 makes `type(value)(pairs)`, which a defaultdict does not take."""
    if type(value).__name__ == "defaultdict":
        raise TypeError("first argument must be callable or None")


def _plain_list(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return dict(pairs)


@overload
def asdict(obj: DataclassInstance) -> dict[str, Any]: ...
@overload
def asdict(obj: DataclassInstance, *, dict_factory: Callable[[list[tuple[str, Any]]], _T]) -> _T: ...
def asdict(obj: object, *, dict_factory: Callable[[list[tuple[str, Any]]], Any] = _plain_list) -> Any:
    if not isinstance(obj, _Record):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(value: object, factory: Callable[[list[tuple[str, Any]]], Any]) -> Any:
    if isinstance(value, _Record):
        pairs: list[tuple[str, Any]] = []
        for name, item in zip(value.__dataclass_names__(), value.__dataclass_values__()):
            pairs.append((name, _as_dict(item, factory)))
        return factory(pairs)
    if isinstance(value, _NamedTuple):
        return value._make([_as_dict(item, factory) for item in value._asdict().values()])
    if isinstance(value, list):
        if type(value) is list:
            return [_as_dict(item, factory) for item in value]
        return type(value)(_as_dict(item, factory) for item in value)
    if isinstance(value, tuple):
        if type(value) is tuple:
            return tuple([_as_dict(item, factory) for item in value])
        return type(value)(_as_dict(item, factory) for item in value)
    if isinstance(value, dict):
        if type(value) is dict:
            return {_as_dict(key, factory): _as_dict(item, factory) for key, item in value.items()}
        _check_rebuilt(value)
        return type(value)((_as_dict(key, factory), _as_dict(item, factory)) for key, item in value.items())
    return cloning.deep(value, {})


def _plain_tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(values)


@overload
def astuple(obj: DataclassInstance) -> tuple[Any, ...]: ...
@overload
def astuple(obj: DataclassInstance, *, tuple_factory: Callable[[list[Any]], _T]) -> _T: ...
def astuple(obj: object, *, tuple_factory: Callable[[list[Any]], Any] = _plain_tuple) -> Any:
    if not isinstance(obj, _Record):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(value: object, factory: Callable[[list[Any]], Any]) -> Any:
    if isinstance(value, _Record):
        return factory([_as_tuple(item, factory) for item in value.__dataclass_values__()])
    if isinstance(value, _NamedTuple):
        return value._make([_as_tuple(item, factory) for item in value._asdict().values()])
    if isinstance(value, list):
        if type(value) is list:
            return [_as_tuple(item, factory) for item in value]
        return type(value)(_as_tuple(item, factory) for item in value)
    if isinstance(value, tuple):
        if type(value) is tuple:
            return tuple([_as_tuple(item, factory) for item in value])
        return type(value)(_as_tuple(item, factory) for item in value)
    if isinstance(value, dict):
        if type(value) is dict:
            return {_as_tuple(key, factory): _as_tuple(item, factory) for key, item in value.items()}
        _check_rebuilt(value)
        return type(value)((_as_tuple(key, factory), _as_tuple(item, factory)) for key, item in value.items())
    return cloning.deep(value, {})


def replace(obj: _DataclassT, /, **changes: Any) -> _DataclassT:
    """The compiler makes the call of the class with the changed fields."""
    raise TypeError("replace() should be called on dataclass instances")
