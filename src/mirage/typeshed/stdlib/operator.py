"""The operators as functions, and getters."""

from collections.abc import Callable, Container, Iterable, MutableMapping, MutableSequence, Sequence
from typing import (
    Any,
    Generic,
    ParamSpec,
    Protocol,
    SupportsAbs,
    SupportsIndex,
    TypeAlias,
    TypeVar,
    overload,
)
from typing_extensions import Self, TypeVarTuple, Unpack

from _typeshed import SupportsGetItem

_R = TypeVar("_R")
_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")
_Ts = TypeVarTuple("_Ts")
_K = TypeVar("_K")
_V = TypeVar("_V")
_P = ParamSpec("_P")


class _SupportsDunderLT(Protocol):
    def __lt__(self, other: Any, /) -> Any: ...


class _SupportsDunderGT(Protocol):
    def __gt__(self, other: Any, /) -> Any: ...


class _SupportsDunderLE(Protocol):
    def __le__(self, other: Any, /) -> Any: ...


class _SupportsDunderGE(Protocol):
    def __ge__(self, other: Any, /) -> Any: ...


_SupportsComparison: TypeAlias = _SupportsDunderLE | _SupportsDunderGE | _SupportsDunderGT | _SupportsDunderLT


class _SupportsInversion(Protocol[_T_co]):
    def __invert__(self) -> _T_co: ...


class _SupportsNeg(Protocol[_T_co]):
    def __neg__(self) -> _T_co: ...


class _SupportsPos(Protocol[_T_co]):
    def __pos__(self) -> _T_co: ...


class _HasLength(Protocol):
    def __len__(self) -> int: ...


def lt(a: _SupportsComparison, b: _SupportsComparison, /) -> Any:
    return _lt(a, b)


def _lt(a: Any, b: Any) -> Any:
    return a < b


def le(a: _SupportsComparison, b: _SupportsComparison, /) -> Any:
    return _le(a, b)


def _le(a: Any, b: Any) -> Any:
    return a <= b


def eq(a: object, b: object, /) -> Any:
    return _eq(a, b)


def _eq(a: Any, b: Any) -> Any:
    return a == b


def ne(a: object, b: object, /) -> Any:
    return _ne(a, b)


def _ne(a: Any, b: Any) -> Any:
    return a != b


def ge(a: _SupportsComparison, b: _SupportsComparison, /) -> Any:
    return _ge(a, b)


def _ge(a: Any, b: Any) -> Any:
    return a >= b


def gt(a: _SupportsComparison, b: _SupportsComparison, /) -> Any:
    return _gt(a, b)


def _gt(a: Any, b: Any) -> Any:
    return a > b


def not_(a: object, /) -> bool:
    return not a


def truth(a: object, /) -> bool:
    return bool(a)


def is_(a: object, b: object, /) -> bool:
    return a is b


def is_not(a: object, b: object, /) -> bool:
    return a is not b


def abs(a: SupportsAbs[_T], /) -> _T:
    return a.__abs__()


def index(a: SupportsIndex, /) -> int:
    return a.__index__()


def inv(a: _SupportsInversion[_T_co], /) -> _T_co:
    return ~a  # type: ignore[operator,no-any-return]


def invert(a: _SupportsInversion[_T_co], /) -> _T_co:
    return ~a  # type: ignore[operator,no-any-return]


def neg(a: _SupportsNeg[_T_co], /) -> _T_co:
    return -a  # type: ignore[operator,no-any-return]


def pos(a: _SupportsPos[_T_co], /) -> _T_co:
    return +a  # type: ignore[operator,no-any-return]


def add(a: Any, b: Any, /) -> Any:
    return a + b


def and_(a: Any, b: Any, /) -> Any:
    return a & b


def floordiv(a: Any, b: Any, /) -> Any:
    return a // b


def lshift(a: Any, b: Any, /) -> Any:
    return a << b


def mod(a: Any, b: Any, /) -> Any:
    return a % b


def mul(a: Any, b: Any, /) -> Any:
    return a * b


def matmul(a: Any, b: Any, /) -> Any:
    return a @ b


def or_(a: Any, b: Any, /) -> Any:
    return a | b


def pow(a: Any, b: Any, /) -> Any:
    return a**b


def rshift(a: Any, b: Any, /) -> Any:
    return a >> b


def sub(a: Any, b: Any, /) -> Any:
    return a - b


def truediv(a: Any, b: Any, /) -> Any:
    return a / b


def xor(a: Any, b: Any, /) -> Any:
    return a ^ b


def concat(a: Sequence[_T], b: Sequence[_T], /) -> Sequence[_T]:
    return _concat(a, b)  # type: ignore[no-any-return]


def _concat(a: Any, b: Any) -> Any:
    if not hasattr(a, "__getitem__"):
        raise TypeError("'" + type(a).__name__ + "' object can't be concatenated")
    return a + b


def contains(a: Container[object], b: object, /) -> bool:
    return b in a


def countOf(a: Iterable[object], b: object, /) -> int:
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


@overload
def delitem(a: MutableSequence[Any], b: int, /) -> None: ...
@overload
def delitem(a: MutableSequence[Any], b: "slice[int | None]", /) -> None: ...
@overload
def delitem(a: MutableMapping[_K, Any], b: _K, /) -> None: ...
def delitem(a: Any, b: Any, /) -> None:
    del a[b]


@overload
def getitem(a: Sequence[_T], b: "slice[int | None]", /) -> Sequence[_T]: ...
@overload
def getitem(a: SupportsGetItem[_K, _V], b: _K, /) -> _V: ...
def getitem(a: Any, b: Any, /) -> Any:
    return a[b]


def indexOf(a: Iterable[_T], b: _T, /) -> int:
    place = 0
    for item in a:
        if item is b or item == b:
            return place
        place += 1
    raise ValueError("sequence.index(x): x not in sequence")


@overload
def setitem(a: MutableSequence[_T], b: int, c: _T, /) -> None: ...
@overload
def setitem(a: MutableSequence[_T], b: "slice[int | None]", c: Sequence[_T], /) -> None: ...
@overload
def setitem(a: MutableMapping[_K, _V], b: _K, c: _V, /) -> None: ...
def setitem(a: Any, b: Any, c: Any, /) -> None:
    a[b] = c


def length_hint(obj: object, default: int = 0, /) -> int:
    given: object = default
    if not isinstance(given, int):
        raise TypeError(f"'{_class_name(given)}' object cannot be interpreted as an integer")
    sized: Any = obj
    if hasattr(sized, "__len__"):
        try:
            return len(sized)
        except TypeError:
            pass
    if not hasattr(sized, "__length_hint__"):
        return default
    try:
        hint: object = sized.__length_hint__()
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f"__length_hint__ must be an integer, not {_class_name(hint)}")
    if hint < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return hint


def _class_name(value: object) -> str:
    return type(value).__name__


def iadd(a: Any, b: Any, /) -> Any:
    a += b
    return a


def iand(a: Any, b: Any, /) -> Any:
    a &= b
    return a


def ifloordiv(a: Any, b: Any, /) -> Any:
    a //= b
    return a


def ilshift(a: Any, b: Any, /) -> Any:
    a <<= b
    return a


def imod(a: Any, b: Any, /) -> Any:
    a %= b
    return a


def imul(a: Any, b: Any, /) -> Any:
    a *= b
    return a


def imatmul(a: Any, b: Any, /) -> Any:
    a @= b
    return a


def ior(a: Any, b: Any, /) -> Any:
    a |= b
    return a


def ipow(a: Any, b: Any, /) -> Any:
    a **= b
    return a


def irshift(a: Any, b: Any, /) -> Any:
    a >>= b
    return a


def isub(a: Any, b: Any, /) -> Any:
    a -= b
    return a


def itruediv(a: Any, b: Any, /) -> Any:
    a /= b
    return a


def ixor(a: Any, b: Any, /) -> Any:
    a ^= b
    return a


def iconcat(a: Any, b: Any, /) -> Any:
    a += b
    return a


def call(obj: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
    return obj(*args, **kwargs)


class attrgetter(Generic[_T_co]):
    """Reads attributes; the compiler makes `_getters` of names that are literals."""

    @overload
    def __new__(cls, attr: str, /) -> "attrgetter[Any]": ...
    @overload
    def __new__(cls, attr: str, attr2: str, /) -> "attrgetter[tuple[Any, Any]]": ...
    @overload
    def __new__(cls, attr: str, attr2: str, attr3: str, /) -> "attrgetter[tuple[Any, Any, Any]]": ...
    @overload
    def __new__(
        cls, attr: str, attr2: str, attr3: str, attr4: str, /
    ) -> "attrgetter[tuple[Any, Any, Any, Any]]": ...
    @overload
    def __new__(cls, attr: str, /, *attrs: str) -> "attrgetter[tuple[Any, ...]]": ...
    def __new__(cls, attr: str, /, *attrs: str) -> Any:
        raise TypeError("attribute names are known at build time only")

    def __call__(self, obj: Any, /) -> _T_co:
        raise TypeError("made by its subclass only")


class _AttributeGetter(attrgetter[Any]):  # type: ignore[misc]
    def __init__(self, names: tuple[str, ...], getters: tuple[Callable[[Any], Any], ...]) -> None:
        self._names = names
        self._getters = getters

    def __call__(self, obj: Any, /) -> Any:
        if len(self._getters) == 1:
            return self._getters[0](obj)
        return tuple([getter(obj) for getter in self._getters])

    def __repr__(self) -> str:
        return "operator.attrgetter(" + ", ".join([repr(name) for name in self._names]) + ")"


class _NamedGetter(attrgetter[Any]):  # type: ignore[misc]
    """With names that are computed: `fetch(obj, name)` gives an attribute."""

    def __init__(self, names: tuple[str, ...], fetch: Callable[[Any, str], Any]) -> None:
        for name in names:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._names = names
        self._fetch = fetch

    def _one(self, obj: Any, name: str) -> Any:
        for part in name.split("."):
            obj = self._fetch(obj, part)
        return obj

    def __call__(self, obj: Any, /) -> Any:
        if len(self._names) == 1:
            return self._one(obj, self._names[0])
        return tuple([self._one(obj, name) for name in self._names])

    def __repr__(self) -> str:
        return "operator.attrgetter(" + ", ".join([repr(name) for name in self._names]) + ")"


class itemgetter(Generic[_T_co]):
    """Looks its items up in its argument."""

    @overload
    def __new__(cls, item: _T, /) -> "itemgetter[_T]": ...
    @overload
    def __new__(
        cls, item1: _T1, item2: _T2, /, *items: Unpack[_Ts]
    ) -> "itemgetter[tuple[_T1, _T2, Unpack[_Ts]]]": ...
    def __new__(cls, item: Any, /, *items: Any) -> Any:
        return _ItemGetter((item, *items))

    def __call__(self, obj: SupportsGetItem[Any, Any]) -> Any:
        raise TypeError("made by its subclass only")


class _ItemGetter(itemgetter[Any]):  # type: ignore[misc]
    def __init__(self, items: tuple[Any, ...]) -> None:
        self._items = items

    def __call__(self, obj: SupportsGetItem[Any, Any]) -> Any:
        source: Any = obj
        items = self._items
        if len(items) == 1:
            return source[items[0]]
        return tuple([source[item] for item in items])

    def __repr__(self) -> str:
        return "operator.itemgetter(" + ", ".join([repr(item) for item in self._items]) + ")"


class methodcaller:
    """Calls a method; the compiler makes `_getter` of the name, which is a literal."""

    def __new__(cls, name: str, /, *args: Any, **kwargs: Any) -> Self:
        raise TypeError("method names are known at build time only")

    def __call__(self, obj: Any) -> Any:
        raise TypeError("method names are known at build time only")


class _MethodCaller(methodcaller):  # type: ignore[misc]
    def __init__(
        self, name: str, getter: Callable[[Any], Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        self._name = name
        self._getter = getter
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj: Any) -> Any:
        return self._getter(obj)(*self._args, **self._kwargs)

    def __repr__(self) -> str:
        parts: list[str] = [repr(self._name)]
        for value in self._args:
            parts.append(repr(value))
        for name in self._kwargs:
            parts.append(name + "=" + repr(self._kwargs[name]))
        return "operator.methodcaller(" + ", ".join(parts) + ")"


__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = invert
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imod__ = imod
__imul__ = imul
__imatmul__ = imatmul
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor
