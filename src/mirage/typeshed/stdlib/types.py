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
from typing import Any, Literal, Self, TypeVar, final, overload

from mirage.lowlevel import Array, i64, u64
from mirage.runtime import traceback_text as _text

_KT = TypeVar("_KT")
_VT_co = TypeVar("_VT_co", covariant=True)
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")

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
    def __new__(cls, *args: Any, **kwargs: Any) -> None:  # type: ignore[misc]
        if args or kwargs:
            raise TypeError("NoneType takes no arguments")

    def __bool__(self) -> Literal[False]:
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


class SimpleNamespace:
    """Attributes by name, whatever they are."""

    _values: dict[str, Any]

    def __init__(self, **kwargs: Any) -> None:
        self._values = kwargs

    def __getattr__(self, name: str, /) -> Any:
        if name in self._values:
            return self._values[name]
        raise AttributeError(f"{_name_of(self)!r} object has no attribute {name!r}")

    def _get(self, name: str, default: Any) -> Any:
        """getattr(namespace, name, default)"""
        return self._values[name] if name in self._values else default

    def _has(self, name: str) -> bool:
        """hasattr(namespace, name)"""
        return name in self._values

    def __setattr__(self, name: str, value: Any, /) -> None:
        self._values[name] = value

    def __delattr__(self, name: str, /) -> None:
        if name not in self._values:
            raise AttributeError(f"{_name_of(self)!r} object has no attribute {name!r}")
        del self._values[name]

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, SimpleNamespace):
            return NotImplemented
        return self._values == value._values

    def __hash__(self) -> int:
        raise TypeError(f"unhashable type: {_name_of(self)!r}")

    def __repr__(self) -> str:
        name = _name_of(self)
        if name == "types.SimpleNamespace":
            name = "namespace"
        if _inside(self, True):
            return name + "(...)"
        try:
            return f"{name}({', '.join([f'{key}={value!r}' for key, value in self._values.items()])})"
        finally:
            _inside(self, False)


_shown: list[SimpleNamespace] = []


def _inside(space: SimpleNamespace, enter: bool) -> bool:
    """Enter or leave the repr of a namespace; True where it is being made already."""
    if not enter:
        _shown.pop()
        return False
    for other in _shown:
        if other is space:
            return True
    _shown.append(space)
    return False


def _name_of(space: SimpleNamespace) -> str:
    name = type(space).__name__
    return "types.SimpleNamespace" if name == "SimpleNamespace" else name


class FunctionType:
    __name__: str
    __qualname__: str
    __module__: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("a function type is not called through its class")


LambdaType = FunctionType


class BuiltinFunctionType:
    __name__: str
    __qualname__: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("a function type is not called through its class")


BuiltinMethodType = BuiltinFunctionType


class MethodType:
    """The class of bound methods; the compiler makes one of a function and an object."""

    __name__: str
    __qualname__: str

    def __new__(cls, func: Callable[..., Any], instance: object, /) -> Self:
        raise TypeError("a method is made where the class is called by its name")

    @property
    def __func__(self) -> Callable[..., Any]:
        raise TypeError("a method type is not asked through its class")

    @property
    def __self__(self) -> object:
        raise TypeError("a method type is not asked through its class")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("a method type is not called through its class")


class GeneratorType(Generator[_YieldT_co, _SendT_contra, _ReturnT_co]): ...


class AsyncGeneratorType(AsyncGenerator[_YieldT_co, _SendT_contra]): ...


class CoroutineType(Coroutine[_YieldT_co, _SendT_nd_contra, _ReturnT_nd_co]): ...


@final
class CodeType:
    """Where a function is."""

    co_filename: str
    co_name: str
    co_qualname: str

    def __init__(self, filename: str, name: str) -> None:
        self.co_filename = filename
        self.co_name = name
        self.co_qualname = name


@final
class FrameType:
    """A place that an exception went through."""

    f_code: CodeType
    f_lineno: int

    def __init__(self, site: u64) -> None:
        self.f_code = CodeType(_text.text_at(site), _text.text_at(site + _text.FUNCTION))
        self.f_lineno = _text.line_at(site)


@final
class TracebackType:
    """The places an exception has come through, as `_traceback` of the exception holds them."""

    _sites: Array[u64]
    _count: i64

    def __init__(self, sites: Array[u64], count: i64) -> None:
        self._sites = sites
        self._count = count

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, TracebackType) or value._count != self._count:
            return False
        place = i64(0)
        while place < self._count:
            if self._sites[place] != value._sites[place]:
                return False
            place += 1
        return True

    def __hash__(self) -> int:
        return int(self._sites[self._count - 1]) ^ int(self._count)

    def _copy(self) -> Array[u64]:
        copy: Array[u64] = Array(self._sites.count)
        copy.copy_from(i64(0), self._sites, i64(0), self._count)
        return copy

    @property
    def tb_next(self) -> "TracebackType | None":
        return TracebackType(self._sites, self._count - 1) if self._count > 1 else None

    @property
    def tb_frame(self) -> FrameType:
        return FrameType(self._sites[self._count - 1])

    @property
    def tb_lineno(self) -> int:
        return _text.line_at(self._sites[self._count - 1])

    @property
    def tb_lasti(self) -> int:
        return 0


@final
class MappingProxyType(Mapping[_KT, _VT_co]):
    """A mapping seen through a window: what it holds may change, but not through here."""


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
        if isinstance(value, MappingProxyType):
            return self._mapping == value._mapping
        return self._mapping == value if isinstance(value, Mapping) else NotImplemented

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'mappingproxy'")

    def __reversed__(self) -> Iterator[_KT]:
        if isinstance(self._mapping, dict):
            return reversed(self._mapping)
        raise TypeError(f"'{_class_name(self._mapping)}' object is not reversible")

    def __or__(self, value: Mapping[_T1, _T2], /) -> dict[_KT | _T1, _VT_co | _T2]:
        if not _is_dict(self) or not _is_dict(value):
            return NotImplemented
        result: dict[_KT | _T1, _VT_co | _T2] = {}
        for key in self._mapping:
            result[key] = self._mapping[key]
        for other in value:
            result[other] = value[other]
        return result

    def __ror__(self, value: Mapping[_T1, _T2], /) -> dict[_KT | _T1, _VT_co | _T2]:
        if not _is_dict(self) or not _is_dict(value):
            return NotImplemented
        result: dict[_KT | _T1, _VT_co | _T2] = {}
        for other in value:
            result[other] = value[other]
        for key in self._mapping:
            result[key] = self._mapping[key]
        return result

    def __repr__(self) -> str:
        return f"mappingproxy({self._mapping!r})"

    def __str__(self) -> str:
        return str(self._mapping)

    @overload
    def get(self, key: _KT, /) -> _VT_co | None:
        return self._mapping.get(key)

    @overload
    def get(self, key: _KT, default: _VT_co, /) -> _VT_co:  # type: ignore[misc]
        return self._mapping.get(key, default)

    @overload
    def get(self, key: _KT, default: _T2, /) -> _VT_co | _T2:
        return self._mapping.get(key, default)

    def get(self, key: _KT, default: object = None, /) -> object:
        return self._mapping.get(key, default)

    def copy(self) -> dict[_KT, _VT_co]:
        mapping: Any = self._mapping
        return mapping.copy()  # type: ignore[no-any-return]

    def keys(self) -> KeysView[_KT]:
        return self._mapping.keys()

    def values(self) -> ValuesView[_VT_co]:
        return self._mapping.values()

    def items(self) -> ItemsView[_KT, _VT_co]:
        return self._mapping.items()


def _is_dict(value: object) -> bool:
    while isinstance(value, MappingProxyType):
        value = value._mapping
    return isinstance(value, dict)


def _class_name(value: object) -> str:
    return type(value).__name__


class _Classes:
    """What unions of classes are as values."""

    def __init__(self, args: tuple[Any, ...]) -> None:
        self._args = args

    @property
    def __args__(self) -> tuple[Any, ...]:
        return self._args

    @property
    def __parameters__(self) -> tuple[Any, ...]:
        return ()

    def _same(self, other: "_Classes") -> bool:
        mine, theirs = self._args, other._args
        return len(mine) == len(theirs) and all(any(one is other for other in theirs) for one in mine)

    def __hash__(self) -> int:
        return hash(frozenset(self._args))


@final
class UnionType(_Classes):
    """What `int | str` is as a value."""

    def __or__(self, value: Any, /) -> "UnionType | Any":
        return _union(self, value)

    def __ror__(self, value: Any, /) -> "UnionType | Any":
        return _union(value, self)

    def __eq__(self, value: object, /) -> bool:
        return self._same(value) if isinstance(value, UnionType) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._args))

    def __repr__(self) -> str:
        return " | ".join(["None" if one is NoneType else _path(one) for one in self._args])


class _UnionGenericAlias(_Classes):
    """What `typing.Union[int, str]` is as a value."""

    def __or__(self, value: Any, /) -> Any:
        return _typing_union((self, value))

    def __ror__(self, value: Any, /) -> Any:
        return _typing_union((value, self))

    def __eq__(self, value: object, /) -> bool:
        return self._same(value) if isinstance(value, _Classes) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._args))

    def __repr__(self) -> str:
        others = [_path(one) for one in self._args if one is not NoneType]
        if len(self._args) == 2 and len(others) == 1:
            return f"typing.Optional[{others[0]}]"
        return f"typing.Union[{', '.join(map(_path, self._args))}]"


def _path(cls: Any) -> str:
    if not isinstance(cls, type):
        return repr(cls)
    home = cls.__module__
    return cls.__qualname__ if home == "builtins" else home + "." + cls.__qualname__


def _flat(sides: tuple[object, ...]) -> list[Any]:
    """The classes of some unions and classes, each once."""
    args: list[Any] = []
    for side in sides:
        parts: tuple[object, ...] = side._args if isinstance(side, _Classes) else (side,)
        for part in parts:
            cls = NoneType if part is None else part
            if not any(cls is one for one in args):
                args.append(cls)
    return args


def _union(left: object, right: object) -> object:
    """`left | right` of classes, unions of them and None; the compiler calls this."""
    if isinstance(left, _UnionGenericAlias) or isinstance(right, _UnionGenericAlias):
        return _typing_union((left, right))
    args = _flat((left, right))
    for one in args:
        if not isinstance(one, type):
            names = f"'{_class_name(left)}' and '{_class_name(right)}'"
            raise TypeError(f"unsupported operand type(s) for |: {names}")
    return args[0] if len(args) == 1 else UnionType(tuple(args))


def _typing_union(sides: tuple[object, ...]) -> object:
    """`typing.Union[...]`; the compiler calls this."""
    args = _flat(sides)
    for one in args:
        if not isinstance(one, type):
            raise TypeError(f"Union[arg, ...]: each arg must be a type. Got {one!r:.100}.")
    return args[0] if len(args) == 1 else _UnionGenericAlias(tuple(args))


class GenericAlias:
    """What `list[int]` is in annotations that are read at run time."""

    def __init__(self, origin: Any, args: tuple[Any, ...], text: str) -> None:
        self._origin = origin
        self._args = args
        self._text = text

    @property
    def __origin__(self) -> Any:
        return self._origin

    @property
    def __args__(self) -> tuple[Any, ...]:
        return self._args

    @property
    def __parameters__(self) -> tuple[Any, ...]:
        return ()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._origin(*args, **kwargs)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, GenericAlias):
            return NotImplemented
        return self._origin is value._origin and self._args == value._args

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return self._text


class CellType: ...


class DynamicClassAttribute(property):
    """A property of objects that leaves the class's attribute of its name alone."""


_Fn = TypeVar("_Fn", bound=Callable[..., object])


def coroutine(func: _Fn) -> _Fn:
    return func
