"""References that do not keep their object alive.

An object dies when the collector finds it unreachable, not when its last reference goes: until then a weak
reference gives it.  Callbacks and finalizers run when this module is used after that, at `gc.collect()`, and
at each turn of asyncio's loop.
"""

from __future__ import annotations

import atexit as _atexit
import sys as _sys
from _weakrefset import WeakSet as WeakSet
from builtins import _Bound, _Method
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from operator import index as _index
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar, cast, final, overload

from typing_extensions import Self

from mirage.lowlevel import address_of as _address_of
from mirage.lowlevel import i64 as _i64
from mirage.lowlevel import make_small as _make_small
from mirage.lowlevel import object_at as _object_at
from mirage.lowlevel import u64 as _u64
from mirage.lowlevel import unchecked_cast as _unchecked_cast
from mirage.runtime import cloning as _cloning
from mirage.runtime import ending as _ending
from mirage.runtime import errors as _errors
from mirage.runtime import process as _process
from mirage.runtime import weak as _weak

__all__ = [
    "ref",
    "proxy",
    "getweakrefcount",
    "getweakrefs",
    "WeakKeyDictionary",
    "ReferenceType",
    "ProxyType",
    "CallableProxyType",
    "ProxyTypes",
    "WeakValueDictionary",
    "WeakSet",
    "WeakMethod",
    "finalize",
]

_T = TypeVar("_T")
_D = TypeVar("_D")
_KT = TypeVar("_KT")
_VT = TypeVar("_VT")
_C = TypeVar("_C", bound=Callable[..., Any])
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")
_CallableT = TypeVar("_CallableT", bound=Callable[..., Any])
_P = ParamSpec("_P")


class _Weak:
    """What does not keep its object alive: references and proxies."""

    _callback: Callable[[Any], Any] | None
    _cell: _weak.Cell


class _Watch(_ending.Action):
    """What has callbacks; one that is dropped before its object dies is not called back."""

    watched: list[_weak.Cell]
    seen: _u64

    def __init__(self) -> None:
        self.watched = []
        self.seen = _weak.collections()

    def add(self, one: _Weak) -> None:
        _weak.listen(self)
        self.watched.append(_weak.Cell(one))

    def run(self) -> None:
        """Call back for what has died since."""
        if self.seen == _weak.collections() or not self.watched:
            return
        self.seen = _weak.collections()
        dead: list[_Weak] = []
        alive: list[_weak.Cell] = []
        for cell in self.watched:
            known = cell.get()
            if known is None:
                continue
            one = _unchecked_cast(_Weak, known)
            if one._cell.get() is None:
                dead.append(one)
            else:
                alive.append(cell)
        self.watched = alive
        while dead:  # the newest first, as on CPython
            _call_back(dead.pop())


_watch = _Watch()


def _call_back(one: _Weak) -> None:
    callback = one._callback
    one._callback = None
    if callback is None:
        return
    try:
        callback(one)
    except BaseException as error:
        print(f"Exception ignored in: {callback!r}", file=_sys.stderr)
        _errors.print_uncaught(error)


class _Plain:
    """References, or proxies, without callbacks: one for each object, found by its address."""

    _cells: dict[int, _weak.Cell]
    _limit: int

    def __init__(self) -> None:
        self._cells = {}
        self._limit = 64

    def find(self, o: object) -> object:
        cell = self._cells.get(_place_of(o))
        known = None if cell is None else cell.get()
        if known is not None and _unchecked_cast(_Weak, known)._cell.get() is o:
            return known
        return None

    def keep(self, o: object, one: _Weak) -> None:
        if len(self._cells) >= self._limit:
            self._cells = {place: cell for place, cell in self._cells.items() if cell.get() is not None}
            self._limit = 2 * len(self._cells) + 64
        self._cells[_place_of(o)] = _weak.Cell(one)


_references = _Plain()
_proxies = _Plain()


def _place_of(o: object) -> int:
    return _make_small(_i64(_address_of(o) >> 4))


# objects of classes derived from these have references
_WITHOUT = (object, str, float, complex, bytearray, list, dict, range, slice)


def _new_cell(o: object) -> _weak.Cell:
    if o is None or isinstance(o, (int, bytes, tuple)) or type(o) in _WITHOUT:
        raise TypeError(f"cannot create weak reference to '{type(o).__name__}' object")
    return _weak.Cell(o)


class ReferenceType(_Weak, Generic[_T]):
    """A weak reference: call it for the object, or None."""

    _hash: int | None

    def __init__(self, o: _T, callback: Callable[[Any], Any] | None = None, /) -> None:
        self._cell = _new_cell(o)
        self._callback = callback
        self._hash = None
        self._cell.owner = self
        _watch.run()
        if callback is not None:
            _watch.add(self)

    @property
    def __callback__(self) -> Callable[[Any], Any] | None:
        return self._callback

    def __call__(self) -> _T | None:
        _watch.run()
        return self._cell.get()  # type: ignore[return-value]

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, ReferenceType):
            return NotImplemented
        if self is value:
            return True
        mine = self._cell.get()
        theirs = value._cell.get()
        return mine is not None and theirs is not None and mine == theirs

    def __hash__(self) -> int:
        known = self._hash
        if known is None:
            target = self._cell.get()
            if target is None:
                raise TypeError("weak object has gone away")
            known = hash(target)
            self._hash = known
        return known

    def __copy__(self) -> ReferenceType[_T]:
        return self

    def __deepcopy__(self, memo: Any, /) -> ReferenceType[_T]:
        return self

    def __repr__(self) -> str:
        target = self._cell.get()
        if target is None:
            return f"<weakref at {hex(id(self))}; dead>"
        return f"<weakref at {hex(id(self))}; to '{type(target).__name__}' at {hex(id(target))}>"


ref = ReferenceType


def _reference(o: object, callback: Callable[[Any], Any] | None = None, /) -> ReferenceType[Any]:
    """`ref(o)`: the compiler calls this, for there is one reference without a callback."""
    if callback is not None:
        return ReferenceType(o, callback)
    known = _references.find(o)
    if known is not None:
        return _unchecked_cast(ReferenceType[Any], known)
    made: ReferenceType[Any] = ReferenceType(o)
    _references.keep(o, made)
    return made


class KeyedRef(ReferenceType[_T], Generic[_KT, _T]):
    """A value of a WeakValueDictionary, with its key."""

    key: _KT

    def __init__(self, ob: _T, callback: Callable[[Self], Any], key: _KT) -> None:
        super().__init__(ob, callback)
        self.key = key


class _Key(ReferenceType[_T]):
    """A key of a WeakKeyDictionary, a member of a WeakSet."""


class WeakMethod(ReferenceType[_CallableT]):
    """A bound method that does not keep its object alive."""

    _method: _Method  # without its object

    def __init__(self, meth: _CallableT, callback: Callable[[Any], Any] | None = None) -> None:
        given: object = meth
        if not isinstance(given, _Method):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        super().__init__(cast(_CallableT, given._env), callback)
        self._method = _of_object(given, None)

    def __call__(self) -> _CallableT | None:
        _watch.run()
        target = self._cell.get()
        return None if target is None else cast(_CallableT, _of_object(self._method, target))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine, theirs = self._cell.get(), other._cell.get()
        if mine is None or theirs is None:
            return self is other
        return mine == theirs and _same_function(self._method, other._method)

    def __hash__(self) -> int:
        return super().__hash__()


def _of_object(method: _Method, target: object) -> _Method:
    """The method, of another object."""
    made = _unchecked_cast(_Method, _object_at(_cloning.duplicate(_address_of(method))))
    made._env = target
    return made


def _same_function(a: _Method, b: _Method) -> bool:
    if isinstance(a, _Bound) and isinstance(b, _Bound):
        return a._function is b._function
    return a._code == b._code


class _Proxy(_Weak):
    """Operations are those of the object; attributes and methods too: the compiler sees to that."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(self, o: object, callback: Callable[[Any], Any] | None) -> None:
        self._cell = _new_cell(o)
        self._callback = callback
        self._cell.owner = self
        _watch.run()
        if callback is not None:
            _watch.add(self)

    def __repr__(self) -> str:
        target = self._cell.get()
        return f"<weakproxy at {hex(id(self))} to {type(target).__name__} at {hex(id(target))}>"

    def __str__(self) -> str:
        return str(_referent(self))

    def __bool__(self) -> bool:
        return bool(_referent(self))

    def __len__(self) -> int:
        return len(_referent(self))

    def __iter__(self) -> Any:
        return iter(_referent(self))

    def __next__(self) -> Any:
        target = _referent(self)
        if not hasattr(target, "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator '%.200s' object" % type(target).__name__)
        return next(target)

    def __reversed__(self) -> Any:
        return reversed(_referent(self))

    def __contains__(self, key: Any, /) -> bool:
        return key in _referent(self)

    def __getitem__(self, key: Any, /) -> Any:
        return _referent(self)[key]

    def __setitem__(self, key: Any, value: Any, /) -> None:
        _referent(self)[key] = value

    def __delitem__(self, key: Any, /) -> None:
        del _referent(self)[key]

    def __bytes__(self) -> bytes:
        return bytes(_referent(self))

    def __int__(self) -> int:
        return int(_referent(self))

    def __float__(self) -> float:
        return float(_referent(self))

    def __index__(self) -> int:
        return _index(_referent(self))

    def __abs__(self) -> Any:
        return abs(_referent(self))

    def __neg__(self) -> Any:
        return -_referent(self)

    def __pos__(self) -> Any:
        return +_referent(self)

    def __invert__(self) -> Any:
        return ~_referent(self)

    def __divmod__(self, value: Any, /) -> Any:
        return divmod(_referent(self), _unwrapped(value))

    def __rdivmod__(self, value: Any, /) -> Any:
        return divmod(value, _referent(self))

    def __eq__(self, value: object, /) -> Any:
        return _referent(self) == _unwrapped(value)

    def __ne__(self, value: object, /) -> Any:
        return _referent(self) != _unwrapped(value)

    def __lt__(self, value: Any, /) -> Any:
        return _referent(self) < _unwrapped(value)

    def __le__(self, value: Any, /) -> Any:
        return _referent(self) <= _unwrapped(value)

    def __gt__(self, value: Any, /) -> Any:
        return _referent(self) > _unwrapped(value)

    def __ge__(self, value: Any, /) -> Any:
        return _referent(self) >= _unwrapped(value)

    def __add__(self, value: Any, /) -> Any:
        return _referent(self) + _unwrapped(value)

    def __radd__(self, value: Any, /) -> Any:
        return value + _referent(self)

    def __iadd__(self, value: Any, /) -> Any:
        target = _referent(self)
        target += _unwrapped(value)
        return target

    def __sub__(self, value: Any, /) -> Any:
        return _referent(self) - _unwrapped(value)

    def __rsub__(self, value: Any, /) -> Any:
        return value - _referent(self)

    def __isub__(self, value: Any, /) -> Any:
        target = _referent(self)
        target -= _unwrapped(value)
        return target

    def __mul__(self, value: Any, /) -> Any:
        return _referent(self) * _unwrapped(value)

    def __rmul__(self, value: Any, /) -> Any:
        return value * _referent(self)

    def __imul__(self, value: Any, /) -> Any:
        target = _referent(self)
        target *= _unwrapped(value)
        return target

    def __matmul__(self, value: Any, /) -> Any:
        return _referent(self) @ _unwrapped(value)

    def __rmatmul__(self, value: Any, /) -> Any:
        return value @ _referent(self)

    def __imatmul__(self, value: Any, /) -> Any:
        target = _referent(self)
        target @= _unwrapped(value)
        return target

    def __truediv__(self, value: Any, /) -> Any:
        return _referent(self) / _unwrapped(value)

    def __rtruediv__(self, value: Any, /) -> Any:
        return value / _referent(self)

    def __itruediv__(self, value: Any, /) -> Any:
        target = _referent(self)
        target /= _unwrapped(value)
        return target

    def __floordiv__(self, value: Any, /) -> Any:
        return _referent(self) // _unwrapped(value)

    def __rfloordiv__(self, value: Any, /) -> Any:
        return value // _referent(self)

    def __ifloordiv__(self, value: Any, /) -> Any:
        target = _referent(self)
        target //= _unwrapped(value)
        return target

    def __mod__(self, value: Any, /) -> Any:
        return _referent(self) % _unwrapped(value)

    def __rmod__(self, value: Any, /) -> Any:
        return value % _referent(self)

    def __imod__(self, value: Any, /) -> Any:
        target = _referent(self)
        target %= _unwrapped(value)
        return target

    def __pow__(self, value: Any, /) -> Any:
        return _referent(self) ** _unwrapped(value)

    def __rpow__(self, value: Any, /) -> Any:
        return value ** _referent(self)

    def __ipow__(self, value: Any, /) -> Any:
        target = _referent(self)
        target **= _unwrapped(value)
        return target

    def __and__(self, value: Any, /) -> Any:
        return _referent(self) & _unwrapped(value)

    def __rand__(self, value: Any, /) -> Any:
        return value & _referent(self)

    def __iand__(self, value: Any, /) -> Any:
        target = _referent(self)
        target &= _unwrapped(value)
        return target

    def __or__(self, value: Any, /) -> Any:
        return _referent(self) | _unwrapped(value)

    def __ror__(self, value: Any, /) -> Any:
        return value | _referent(self)

    def __ior__(self, value: Any, /) -> Any:
        target = _referent(self)
        target |= _unwrapped(value)
        return target

    def __xor__(self, value: Any, /) -> Any:
        return _referent(self) ^ _unwrapped(value)

    def __rxor__(self, value: Any, /) -> Any:
        return value ^ _referent(self)

    def __ixor__(self, value: Any, /) -> Any:
        target = _referent(self)
        target ^= _unwrapped(value)
        return target

    def __lshift__(self, value: Any, /) -> Any:
        return _referent(self) << _unwrapped(value)

    def __rlshift__(self, value: Any, /) -> Any:
        return value << _referent(self)

    def __ilshift__(self, value: Any, /) -> Any:
        target = _referent(self)
        target <<= _unwrapped(value)
        return target

    def __rshift__(self, value: Any, /) -> Any:
        return _referent(self) >> _unwrapped(value)

    def __rrshift__(self, value: Any, /) -> Any:
        return value >> _referent(self)

    def __irshift__(self, value: Any, /) -> Any:
        target = _referent(self)
        target >>= _unwrapped(value)
        return target


@final
class ProxyType(_Proxy, Generic[_T]):
    """An object as seen without keeping it alive."""

    def __getattr__(self, attr: str) -> Any:
        raise AttributeError(attr)


@final
class CallableProxyType(_Proxy, Generic[_CallableT]):
    """The same of something that can be called."""

    def __getattr__(self, attr: str) -> Any:
        raise AttributeError(attr)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _referent(self)(*args, **kwargs)


ProxyTypes: tuple[type[Any], ...] = (ProxyType, CallableProxyType)


def _referent(proxy: _Proxy) -> Any:
    """The object of a proxy that is used."""
    target = proxy._cell.get()
    if target is None:
        _watch.run()
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _unwrapped(value: object) -> Any:
    """An operand of an operator, of which a proxy's object is meant."""
    return _referent(value) if isinstance(value, _Proxy) else value


@overload
def proxy(object: _C, callback: Callable[[_C], Any] | None = None, /) -> CallableProxyType[_C]: ...
@overload
def proxy(object: _T, callback: Callable[[_T], Any] | None = None, /) -> Any: ...
def proxy(object: Any, callback: Callable[[Any], Any] | None = None, /) -> Any:
    """The object, without keeping it alive: ReferenceError when it is dead."""
    if callback is None:
        known = _proxies.find(object)
        if known is not None:
            return known
    made: _Proxy
    if callable(object):
        made = CallableProxyType(object, callback)
    else:
        made = ProxyType(object, callback)
    if callback is None:
        _proxies.keep(object, made)
    return made


def getweakrefs(object: Any, /) -> list[Any]:
    """The references and proxies of the object: those without callbacks, then the newest first."""
    plain: list[Any] = []
    others: list[Any] = []
    for table in (_references, _proxies):
        known = table.find(object)
        if known is not None:
            plain.append(known)
    for cell in _weak.cells_of(object):
        owner = cell.owner
        if owner is not None and not any(owner is one for one in plain):
            others.append(owner)
    return plain + others


def getweakrefcount(object: Any, /) -> int:
    return len(getweakrefs(object))


class _Finalizers:
    """The finalizers that have not been called, oldest first."""

    def __init__(self) -> None:
        self.alive: dict[int, finalize[Any, Any]] = {}
        self.made = 0

    def at_exit(self) -> None:
        _process.collect()
        _watch.run()
        while True:
            newest: finalize[Any, Any] | None = None
            for one in self.alive.values():
                if one._atexit:
                    newest = one
            if newest is None:
                return
            try:
                newest()
            except Exception as error:
                _errors.print_uncaught(error)


_finalizers = _Finalizers()


class finalize(Generic[_P, _T]):
    """Calls `func` when `obj` has died, or at the program's end."""

    _number: int
    _reference: ReferenceType[_T]
    _func: Callable[..., Any]
    _args: tuple[Any, ...]
    _kwargs: dict[str, Any]
    _atexit: bool

    def __init__(self, obj: _T, func: Callable[_P, Any], /, *args: _P.args, **kwargs: _P.kwargs) -> None:
        if _finalizers.made == 0:
            _atexit.register(_finalizers.at_exit)
        _finalizers.made += 1
        self._number = _finalizers.made
        self._func = func
        self._args = args
        self._kwargs = kwargs
        self._atexit = True
        self._reference = ReferenceType(obj, self)
        _finalizers.alive[self._number] = self

    def _info(self) -> tuple[_T, Callable[_P, Any], tuple[Any, ...], dict[str, Any]] | None:
        target = self._reference()
        if target is None or self._number not in _finalizers.alive:
            return None
        return target, self._func, self._args, self._kwargs

    def __call__(self, _: Any = None) -> Any | None:
        """Call `func`, unless it has been; what it gives."""
        if _finalizers.alive.pop(self._number, None) is None:
            return None
        return self._func(*self._args, **self._kwargs)

    def detach(self) -> tuple[_T, Callable[_P, Any], tuple[Any, ...], dict[str, Any]] | None:
        """Never call `func`; what it would have been called for, or None when it is too late."""
        info = self._info()
        _finalizers.alive.pop(self._number, None)
        return info

    def peek(self) -> tuple[_T, Callable[_P, Any], tuple[Any, ...], dict[str, Any]] | None:
        """What it will be called for."""
        return self._info()

    @property
    def alive(self) -> bool:
        """`func` has not been called yet."""
        _watch.run()
        return self._number in _finalizers.alive

    @property
    def atexit(self) -> bool:
        """Whether it is called at the program's end."""
        return self._number in _finalizers.alive and self._atexit

    @atexit.setter
    def atexit(self, value: bool) -> None:
        self._atexit = bool(value)

    def __repr__(self) -> str:
        info = self._info()
        if info is None:
            return f"<{type(self).__name__} object at {hex(id(self))}; dead>"
        kind = type(info[0]).__name__
        return f"<{type(self).__name__} object at {hex(id(self))}; for '{kind}' at {hex(id(info[0]))}>"


class WeakValueDictionary(MutableMapping[_KT, _VT]):
    """A dictionary whose items go when their values die."""

    _data: dict[_KT, KeyedRef[_KT, _VT]]
    _seen: _u64

    def __init__(
        self, other: Mapping[_KT, _VT] | Iterable[tuple[_KT, _VT]] = (), /, **kwargs: _VT
    ) -> None:
        self._data = {}
        self._seen = _weak.collections()
        self.update(other, **kwargs)

    def _purge(self) -> None:
        """Drop what has died; needed once after each collection."""
        _watch.run()
        if self._seen == _weak.collections():
            return
        self._seen = _weak.collections()
        dead = [key for key, reference in self._data.items() if reference._cell.get() is None]
        for key in dead:
            del self._data[key]

    def __len__(self) -> int:
        self._purge()
        return len(self._data)

    def __getitem__(self, key: _KT) -> _VT:
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: _KT, value: _VT) -> None:
        self._purge()
        self._data[key] = KeyedRef(value, cast(Any, None), key)

    def __delitem__(self, key: _KT) -> None:
        self._purge()
        del self._data[key]

    def __contains__(self, key: object) -> bool:
        self._purge()
        return key in self._data

    def __iter__(self) -> Iterator[_KT]:
        return self.keys()

    def copy(self) -> WeakValueDictionary[_KT, _VT]:
        made: WeakValueDictionary[_KT, _VT] = WeakValueDictionary()
        for key, value in self.items():
            made[key] = value
        return made

    def __eq__(self, other: object, /) -> bool:
        if isinstance(other, WeakValueDictionary):  # whose `items` are no view
            return dict(self.items()) == dict(other.items())
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def __copy__(self) -> WeakValueDictionary[_KT, _VT]:
        return self.copy()

    def __deepcopy__(self, memo: Any) -> WeakValueDictionary[_KT, _VT]:
        """The values are the same objects: only these keep them."""
        made: WeakValueDictionary[_KT, _VT] = WeakValueDictionary()
        for key, value in self.items():
            made[cast(_KT, _cloning.deep(key, memo))] = value
        return made

    @overload
    def get(self, key: _KT, default: None = None) -> _VT | None: ...
    @overload
    def get(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def get(self, key: _KT, default: Any = None) -> Any:
        reference = self._data.get(key)
        if reference is None:
            return default
        value = reference()
        return default if value is None else value

    def keys(self) -> Iterator[_KT]:  # type: ignore[override]
        for key, _ in self.items():
            yield key

    def values(self) -> Iterator[_VT]:  # type: ignore[override]
        for _, value in self.items():
            yield value

    def items(self) -> Iterator[tuple[_KT, _VT]]:  # type: ignore[override]
        self._purge()
        for key, reference in list(self._data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self) -> list[KeyedRef[_KT, _VT]]:
        self._purge()
        return list(self._data.values())

    def itervaluerefs(self) -> Iterator[KeyedRef[_KT, _VT]]:
        yield from self.valuerefs()

    def setdefault(self, key: _KT, default: _VT) -> _VT:
        reference = self._data.get(key)
        value = None if reference is None else reference()
        if value is not None:
            return value
        self[key] = default
        return default

    @overload
    def pop(self, key: _KT) -> _VT: ...
    @overload
    def pop(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def pop(self, key: _KT, *args: Any) -> Any:
        self._purge()
        reference = self._data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self) -> tuple[_KT, _VT]:
        """The item that was put in last."""
        while True:
            key, reference = self._data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other: Any = None, /, **kwargs: _VT) -> None:  # type: ignore[override]
        if isinstance(other, WeakValueDictionary):
            for key, value in other.items():
                self[key] = value
        elif isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif other is not None:
            for key, value in other:
                self[key] = value
        for name, held in kwargs.items():
            self[cast(_KT, name)] = held

    def __or__(self, other: Mapping[_T1, _T2]) -> WeakValueDictionary[_KT | _T1, _VT | _T2]:
        if not isinstance(other, Mapping):
            return NotImplemented
        made: WeakValueDictionary[_KT | _T1, _VT | _T2] = WeakValueDictionary()
        made.update(self)
        made.update(other)
        return made

    def __ror__(self, other: Mapping[_T1, _T2]) -> WeakValueDictionary[_KT | _T1, _VT | _T2]:
        if not isinstance(other, Mapping):
            return NotImplemented
        made: WeakValueDictionary[_KT | _T1, _VT | _T2] = WeakValueDictionary()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other: Any) -> Self:
        self.update(other)
        return self

    def __repr__(self) -> str:
        return f"<WeakValueDictionary at {hex(id(self))}>"


class WeakKeyDictionary(MutableMapping[_KT, _VT]):
    """A dictionary whose items go when their keys die."""

    _data: dict[_Key[_KT], _VT]
    _seen: _u64

    def __init__(self, dict: Mapping[_KT, _VT] | Iterable[tuple[_KT, _VT]] | None = None) -> None:
        self._data = {}
        self._seen = _weak.collections()
        self.update(dict)

    def _purge(self) -> None:
        _watch.run()
        if self._seen == _weak.collections():
            return
        self._seen = _weak.collections()
        dead = [reference for reference in self._data if reference._cell.get() is None]
        for reference in dead:
            del self._data[reference]

    def __len__(self) -> int:
        self._purge()
        return len(self._data)

    def __getitem__(self, key: _KT) -> _VT:
        return self._data[_Key(key)]

    def __setitem__(self, key: _KT, value: _VT) -> None:
        self._purge()
        self._data[_Key(key)] = value

    def __delitem__(self, key: _KT) -> None:
        del self._data[_Key(key)]

    def __contains__(self, key: object) -> bool:
        try:
            return _Key(key) in self._data
        except TypeError:
            return False

    def __iter__(self) -> Iterator[_KT]:
        return self.keys()

    def copy(self) -> WeakKeyDictionary[_KT, _VT]:
        made: WeakKeyDictionary[_KT, _VT] = WeakKeyDictionary()
        for key, value in self.items():
            made[key] = value
        return made

    def __eq__(self, other: object, /) -> bool:
        if isinstance(other, WeakKeyDictionary):  # whose `items` are no view
            return dict(self.items()) == dict(other.items())
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def __copy__(self) -> WeakKeyDictionary[_KT, _VT]:
        return self.copy()

    def __deepcopy__(self, memo: Any) -> WeakKeyDictionary[_KT, _VT]:
        """The keys are the same objects."""
        made: WeakKeyDictionary[_KT, _VT] = WeakKeyDictionary()
        for key, value in self.items():
            made[key] = cast(_VT, _cloning.deep(value, memo))
        return made

    @overload
    def get(self, key: _KT, default: None = None) -> _VT | None: ...
    @overload
    def get(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def get(self, key: _KT, default: Any = None) -> Any:
        return self._data.get(_Key(key), default)

    def keys(self) -> Iterator[_KT]:  # type: ignore[override]
        for key, _ in self.items():
            yield key

    def values(self) -> Iterator[_VT]:  # type: ignore[override]
        for _, value in self.items():
            yield value

    def items(self) -> Iterator[tuple[_KT, _VT]]:  # type: ignore[override]
        self._purge()
        for reference, value in list(self._data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self) -> list[ref[_KT]]:
        return list(self._data)

    def popitem(self) -> tuple[_KT, _VT]:
        """The item that was put in last."""
        while True:
            reference, value = self._data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def setdefault(self, key: _KT, default: _VT) -> _VT:  # type: ignore[override]
        return self._data.setdefault(_Key(key), default)

    @overload
    def pop(self, key: _KT) -> _VT: ...
    @overload
    def pop(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def pop(self, key: _KT, *args: Any) -> Any:
        if args:
            return self._data.pop(_Key(key), args[0])
        return self._data.pop(_Key(key))

    def update(self, other: Any = None, /) -> None:  # type: ignore[override]
        if isinstance(other, WeakKeyDictionary):
            for key, value in other.items():
                self[key] = value
        elif isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif other is not None:
            for key, value in other:
                self[key] = value

    def __or__(self, other: Mapping[_T1, _T2]) -> WeakKeyDictionary[_KT | _T1, _VT | _T2]:
        if not isinstance(other, Mapping):
            return NotImplemented
        made: WeakKeyDictionary[_KT | _T1, _VT | _T2] = WeakKeyDictionary()
        made.update(self)
        made.update(other)
        return made

    def __ror__(self, other: Mapping[_T1, _T2]) -> WeakKeyDictionary[_KT | _T1, _VT | _T2]:
        if not isinstance(other, Mapping):
            return NotImplemented
        made: WeakKeyDictionary[_KT | _T1, _VT | _T2] = WeakKeyDictionary()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other: Any) -> Self:
        self.update(other)
        return self

    def __repr__(self) -> str:
        return f"<WeakKeyDictionary at {hex(id(self))}>"
