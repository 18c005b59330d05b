"""Names of the types that the language itself makes."""

from _typeshed import SupportsKeysAndGetItem
from collections.abc import (
    AsyncGenerator,
    Callable,
    Coroutine,
    Generator,
    ItemsView,
    Iterator,
    KeysView,
    Mapping,
    ValuesView,
)
from typing import Any, TypeVar, final

_KT = TypeVar("_KT")
_VT_co = TypeVar("_VT_co", covariant=True)

_YieldT_co = TypeVar("_YieldT_co", covariant=True)
_SendT_contra = TypeVar("_SendT_contra", contravariant=True, default=None)
_ReturnT_co = TypeVar("_ReturnT_co", covariant=True, default=None)
_SendT_nd_contra = TypeVar("_SendT_nd_contra", contravariant=True)
_ReturnT_nd_co = TypeVar("_ReturnT_nd_co", covariant=True)


class ModuleType:
    __name__: str
    __file__: str | None
    __doc__: str | None


@final
class NoneType:
    def __bool__(self) -> bool:
        return False

    def __eq__(self, value: object, /) -> bool:
        return value is None

    def __hash__(self) -> int:
        return 505852984

    def __repr__(self) -> str:
        return "None"


@final
class EllipsisType:
    def __repr__(self) -> str:
        return "Ellipsis"


@final
class NotImplementedType(Any):
    def __repr__(self) -> str:
        return "NotImplemented"


class FunctionType:
    __name__: str
    __qualname__: str
    __module__: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("a function type is not called through its class")


LambdaType = FunctionType


class BuiltinFunctionType: ...


BuiltinMethodType = BuiltinFunctionType


class MethodType:
    __name__: str
    __qualname__: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("a method type is not called through its class")


class GeneratorType(Generator[_YieldT_co, _SendT_contra, _ReturnT_co]): ...


class AsyncGeneratorType(AsyncGenerator[_YieldT_co, _SendT_contra]): ...


class CoroutineType(Coroutine[_YieldT_co, _SendT_nd_contra, _ReturnT_nd_co]): ...


class TracebackType:
    """A traceback as a value; frames are kept by the runtime."""


@final
class MappingProxyType(Mapping[_KT, _VT_co]):
    """A mapping seen through a window: what it holds may change, but not through here."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, mapping: SupportsKeysAndGetItem[_KT, _VT_co], /) -> None:
        self._mapping: Mapping[_KT, _VT_co]
        if not isinstance(mapping, Mapping):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {_class_name(mapping)}")
        self._mapping = mapping

    def __getitem__(self, key: _KT, /) -> _VT_co:
        return self._mapping[key]

    def __iter__(self) -> Iterator[_KT]:
        return iter(self._mapping)

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, key: object, /) -> bool:
        return key in self._mapping

    def __eq__(self, value: object, /) -> bool:
        return self._mapping == value

    def __repr__(self) -> str:
        return f"mappingproxy({self._mapping!r})"

    def copy(self) -> dict[_KT, _VT_co]:
        return dict(self._mapping)

    def keys(self) -> KeysView[_KT]:
        return self._mapping.keys()

    def values(self) -> ValuesView[_VT_co]:
        return self._mapping.values()

    def items(self) -> ItemsView[_KT, _VT_co]:
        return self._mapping.items()


def _class_name(value: object) -> str:
    return type(value).__name__


class CodeType: ...


class FrameType: ...


class UnionType: ...


class GenericAlias: ...


class CellType: ...


_Fn = TypeVar("_Fn", bound=Callable[..., object])


def coroutine(func: _Fn) -> _Fn:
    return func
