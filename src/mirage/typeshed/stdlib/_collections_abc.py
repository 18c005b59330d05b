"""The abstract base classes of containers, and the views of dicts."""

from builtins import (
    _DictItemIterator,
    _DictKeyIterator,
    _DictReverseItemIterator,
    _DictReverseKeyIterator,
    _DictReverseValueIterator,
    _DictValueIterator,
)
from types import MappingProxyType
from typing import (
    AbstractSet as Set,
    Any,
    AsyncGenerator as AsyncGenerator,
    AsyncIterable as AsyncIterable,
    AsyncIterator as AsyncIterator,
    Awaitable as Awaitable,
    Callable as Callable,
    Collection as Collection,
    Container as Container,
    Coroutine as Coroutine,
    Generator as Generator,
    Generic,
    Hashable as Hashable,
    ItemsView as ItemsView,
    Iterable as Iterable,
    Iterator as Iterator,
    KeysView as KeysView,
    Mapping as Mapping,
    MappingView as MappingView,
    MutableMapping as MutableMapping,
    MutableSequence as MutableSequence,
    MutableSet as MutableSet,
    Reversible as Reversible,
    Sequence as Sequence,
    Sized as Sized,
    TypeVar,
    ValuesView as ValuesView,
    final,
)

from mirage.runtime import containers

_KT_co = TypeVar("_KT_co", covariant=True)
_VT_co = TypeVar("_VT_co", covariant=True)
_S = TypeVar("_S")


@final
class dict_keys(KeysView[_KT_co], Generic[_KT_co, _VT_co]):
    def __init__(self, mapping: dict[_KT_co, _VT_co]) -> None:
        self._dict = mapping

    @property
    def mapping(self) -> MappingProxyType[_KT_co, _VT_co]:
        return MappingProxyType(self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __contains__(self, key: object, /) -> bool:
        return self._dict._find_object(key) >= 0

    def __iter__(self) -> Iterator[_KT_co]:
        return _DictKeyIterator(self._dict)

    def __reversed__(self) -> Iterator[_KT_co]:
        return _DictReverseKeyIterator(self._dict)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, Set) or len(value) != len(self):
            return False
        for item in value:
            if item not in self:
                return False
        return True

    def __and__(self, other: Iterable[Any], /) -> set[_KT_co]:  # type: ignore[override]
        if isinstance(other, set) and len(self) <= len(other):
            return {item for item in self if item in other}
        if isinstance(other, (dict_keys, dict_items)) and len(self) < len(other):
            return {item for item in self if item in other}
        return {item for item in other if item in self}

    @classmethod
    def _from_iterable(cls, it: Iterable[_S], /) -> set[_S]:
        return set(it)

    def __repr__(self) -> str:
        if not containers.repr_enter(self):
            return "..."
        try:
            return self._dict._view_name("dict_keys") + "(" + repr(list(self)) + ")"
        finally:
            containers.repr_leave()


@final
class dict_values(ValuesView[_VT_co], Generic[_KT_co, _VT_co]):
    def __init__(self, mapping: dict[_KT_co, _VT_co]) -> None:
        self._dict = mapping

    @property
    def mapping(self) -> MappingProxyType[_KT_co, _VT_co]:
        return MappingProxyType(self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __contains__(self, value: object, /) -> bool:
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __iter__(self) -> Iterator[_VT_co]:
        return _DictValueIterator(self._dict)

    def __reversed__(self) -> Iterator[_VT_co]:
        return _DictReverseValueIterator(self._dict)

    def __repr__(self) -> str:
        if not containers.repr_enter(self):
            return "..."
        try:
            return self._dict._view_name("dict_values") + "(" + repr(list(self)) + ")"
        finally:
            containers.repr_leave()


@final
class dict_items(ItemsView[_KT_co, _VT_co]):
    def __init__(self, mapping: dict[_KT_co, _VT_co]) -> None:
        self._dict = mapping

    @property
    def mapping(self) -> MappingProxyType[_KT_co, _VT_co]:
        return MappingProxyType(self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __contains__(self, item: object, /) -> bool:
        if not isinstance(item, tuple) or len(item) != 2:
            return False
        entry = self._dict._find_object(item[0])
        if entry < 0:
            return False
        value: object = self._dict._values[entry]
        return value is item[1] or value == item[1]

    def __iter__(self) -> Iterator[tuple[_KT_co, _VT_co]]:
        return _DictItemIterator(self._dict)

    def __reversed__(self) -> Iterator[tuple[_KT_co, _VT_co]]:
        return _DictReverseItemIterator(self._dict)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, Set) or len(value) != len(self):
            return False
        for item in value:
            if not isinstance(item, tuple) or item not in self:
                return False
        return True

    def __and__(self, other: Iterable[Any], /) -> set[tuple[_KT_co, _VT_co]]:  # type: ignore[override]
        if isinstance(other, set) and len(self) <= len(other):
            return {item for item in self if item in other}
        if isinstance(other, (dict_keys, dict_items)) and len(self) < len(other):
            return {item for item in self if item in other}
        return {item for item in other if item in self}

    @classmethod
    def _from_iterable(cls, it: Iterable[_S], /) -> set[_S]:
        return set(it)

    def __repr__(self) -> str:
        if not containers.repr_enter(self):
            return "..."
        try:
            return self._dict._view_name("dict_items") + "(" + repr(list(self)) + ")"
        finally:
            containers.repr_leave()
