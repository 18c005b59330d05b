"""The built-in functions, types and exceptions as typed code.

Class bodies are here; longer work is in `mirage.runtime` modules.  Private fields and layouts follow
docs/design/abi.md.  An `@overload` item with a body is compiled on its own (same page, "Overloads").
"""

import sys
import types
import typing_extensions
from _collections_abc import dict_items, dict_keys, dict_values
from _typeshed import (
    ConvertibleToFloat,
    ConvertibleToInt,
    ReadableBuffer,
    SupportsAdd,
    SupportsAiter,
    SupportsAnext,
    SupportsDivMod,
    SupportsFlush,
    SupportsIter,
    SupportsKeysAndGetItem,
    SupportsNext,
    SupportsRAdd,
    SupportsRDivMod,
    SupportsRichComparison,
    SupportsRichComparisonT,
    SupportsTrunc,
    SupportsWrite,
)
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Coroutine,
    Generator,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    MutableSet,
    Set as AbstractSet,
    Sized,
)
from types import EllipsisType, NotImplementedType, TracebackType
from typing import (
    Any,
    ClassVar,
    Final,
    Generic,
    Mapping,
    MutableMapping,
    MutableSequence,
    NoReturn,
    ParamSpec,
    Protocol,
    Sequence,
    SupportsAbs,
    SupportsBytes,
    SupportsComplex,
    SupportsFloat,
    SupportsIndex,
    SupportsInt,
    TypeAlias,
    TypeVar,
    cast,
    final,
    overload,
    runtime_checkable,
)
from typing_extensions import Concatenate, Literal, Self, TypeGuard, TypeIs, deprecated

from mirage.lowlevel import (
    Array,
    Tail,
    address_of,
    class_id,
    copy_memory,
    compare_memory,
    fill_memory,
    i32,
    i64,
    inline,
    ints_have_operators,
    is_small,
    load8,
    make_small,
    move_memory,
    new_with_tail,
    noinline,
    passed,
    resume,
    small_value,
    store8,
    tail_address,
    type_of,
    u8,
    u32,
    u64,
    unchecked_cast,
)
from mirage.runtime import (
    bigint,
    bigint_bytes,
    bigint_convert,
    bigint_text,
    bytes_methods,
    class_names,
    complexes,
    console,
    containers,
    dynamic,
    floats,
    floats_decimal,
    floats_parse,
    formatting,
    formatting_percent,
    frames,
    functions,
    groups,
    hashing,
    keywords,
    oserrors,
    ranges,
    sorting,
    text,
    text_case,
    text_codecs,
    text_repr,
    text_search,
    text_template,
    views,
)

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_T_contra = TypeVar("_T_contra", contravariant=True)
_R_co = TypeVar("_R_co", covariant=True)
_KT = TypeVar("_KT")
_VT = TypeVar("_VT")
_S = TypeVar("_S")
_Class = TypeVar("_Class")
_V = TypeVar("_V")
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")
_T3 = TypeVar("_T3")
_T4 = TypeVar("_T4")
_T5 = TypeVar("_T5")
_SupportsNextT_co = TypeVar("_SupportsNextT_co", bound=SupportsNext[Any], covariant=True)
_SupportsAnextT_co = TypeVar("_SupportsAnextT_co", bound=SupportsAnext[Any], covariant=True)
_AwaitableT = TypeVar("_AwaitableT", bound=Awaitable[Any])
_AwaitableT_co = TypeVar("_AwaitableT_co", bound=Awaitable[Any], covariant=True)
_P = ParamSpec("_P")
_StartT_co = TypeVar("_StartT_co", covariant=True, default=Any)
_StopT_co = TypeVar("_StopT_co", covariant=True, default=_StartT_co)
_StepT_co = TypeVar("_StepT_co", covariant=True, default=_StartT_co | _StopT_co)


class object:
    __doc__: str | None
    __module__: str

    @property
    def __class__(self) -> type[Self]:
        return cast(type[Self], type_of(self))

    @property
    def __dict__(self) -> dict[str, Any]: ...  # type: ignore[empty-body]

    def __init__(self) -> None:
        pass

    def __new__(cls) -> Self: ...  # type: ignore[empty-body]

    def __eq__(self, value: object, /) -> bool:
        return self is value

    def __ne__(self, value: object, /) -> bool:
        return not self == value

    def __str__(self) -> str:
        return self.__repr__()

    def __repr__(self) -> str:
        place = text_repr.hex_address(address_of(self))
        return "<" + text_repr.class_path(self) + " object at " + place + ">"

    def __hash__(self) -> int:
        return make_small(i64(address_of(self) >> 4))

    def __format__(self, format_spec: str, /) -> str:
        if format_spec == "":
            return str(self)
        raise TypeError("unsupported format string passed to " + class_names.class_name(self) + ".__format__")

    def __init_subclass__(cls) -> None:
        pass

    def __setattr__(self, name: str, value: Any, /) -> None:
        raise AttributeError("the compiler sets attributes")

    def __delattr__(self, name: str, /) -> None:
        raise AttributeError("the compiler deletes attributes")


class _IntFields:
    """What objects of a class derived from int hold: the int itself."""

    _value_: Any


class _EnumFields(_IntFields):
    """What the members of enumerations hold (enum.py); a member that is an int has it in `_value_`."""

    _name_: str


class staticmethod(Generic[_P, _R_co]):
    """What `staticmethod(f)` gives; the compiler makes those that are written with `@`."""

    def __init__(self, f: Callable[_P, _R_co], /) -> None:
        self._function = f

    @property
    def __func__(self) -> Callable[_P, _R_co]:
        return self._function

    @property
    def __wrapped__(self) -> Callable[_P, _R_co]:
        return self._function

    @property
    def __name__(self) -> str:
        named: Any = self._function
        return named.__name__

    @property
    def __qualname__(self) -> str:
        named: Any = self._function
        return named.__qualname__

    @overload
    def __get__(self, instance: None, owner: type, /) -> Callable[_P, _R_co]: ...
    @overload
    def __get__(self, instance: _T, owner: type[_T] | None = None, /) -> Callable[_P, _R_co]: ...
    def __get__(self, instance: Any, owner: Any = None, /) -> Any:
        return self._function

    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _R_co:
        return self._function(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<staticmethod({self._function!r})>"


class classmethod(Generic[_T, _P, _R_co]):
    """What `classmethod(f)` gives; the compiler makes those that are written with `@`."""

    def __init__(self, f: Callable[Concatenate[type[_T], _P], _R_co], /) -> None:
        self._function: Any = f

    @property
    def __func__(self) -> Callable[Concatenate[type[_T], _P], _R_co]:
        return self._function

    @property
    def __wrapped__(self) -> Callable[Concatenate[type[_T], _P], _R_co]:
        return self._function

    @property
    def __name__(self) -> str:
        return self._function.__name__

    @property
    def __qualname__(self) -> str:
        return self._function.__qualname__

    @overload
    def __get__(self, instance: _T, owner: type[_T] | None = None, /) -> Callable[_P, _R_co]: ...
    @overload
    def __get__(self, instance: None, owner: type[_T], /) -> Callable[_P, _R_co]: ...
    def __get__(self, instance: Any, owner: Any = None, /) -> Any:
        found = self._function
        if owner is None:
            owner = type(instance)
        if isinstance(found, _Getter):
            return found.__get__(owner, owner)
        return lambda *args, **kwargs: found(owner, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<classmethod({self._function!r})>"


@runtime_checkable
class _Getter(Protocol):
    def __get__(self, instance: Any, owner: Any = None, /) -> Any: ...


class property:
    """What a function makes and a class keeps; the compiler itself serves `@property` and `x = property(...)`."""

    fget: Callable[[Any], Any] | None
    fset: Callable[[Any, Any], None] | None
    fdel: Callable[[Any], None] | None
    _doc: str | None
    _name: str

    def __init__(
        self,
        fget: Callable[[Any], Any] | None = None,
        fset: Callable[[Any, Any], None] | None = None,
        fdel: Callable[[Any], None] | None = None,
        doc: str | None = None,
    ) -> None:
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self._doc = doc
        self._name = ""

    def __set_name__(self, owner: Any, name: str, /) -> None:
        self._name = name

    def _copy(self) -> "property":
        result = property(self.fget, self.fset, self.fdel, self._doc)
        result._name = self._name
        return result

    def getter(self, fget: Callable[[Any], Any], /) -> "property":
        result = self._copy()
        result.fget = fget
        return result

    def setter(self, fset: Callable[[Any, Any], None], /) -> "property":
        result = self._copy()
        result.fset = fset
        return result

    def deleter(self, fdel: Callable[[Any], None], /) -> "property":
        result = self._copy()
        result.fdel = fdel
        return result

    def _lacks(self, instance: object, what: str) -> NoReturn:
        shown = "property of " if self._name == "" else f"property {self._name!r} of "
        raise AttributeError(f"{shown}{type(instance).__qualname__!r} object has no {what}")

    def __get__(self, instance: Any, owner: type | None = None, /) -> Any:
        if instance is None:
            return self
        read = self.fget
        if read is None:
            self._lacks(instance, "getter")
        return read(instance)

    def __set__(self, instance: Any, value: Any, /) -> None:
        write = self.fset
        if write is None:
            self._lacks(instance, "setter")
        write(instance, value)

    def __delete__(self, instance: Any, /) -> None:
        delete = self.fdel
        if delete is None:
            self._lacks(instance, "deleter")
        delete(instance)


class type:
    """A class.

    `_class` is the class's number, and in its high word the length of the module's name in `_repr` where the
    class stands in another or in a function; bit 62 is set for an enumeration, bit 61 for one of flags too,
    bit 60 for a class in C that messages call by `_repr`.
    """

    _class: u64
    _name: str
    _code: u64
    _repr: str

    @property
    def __name__(self) -> str:
        return self._name

    @property
    def __qualname__(self) -> str:
        length = i64((self._class >> 32) & 0xFFFFFF)
        return self._name if length == 0 else self._repr[int(length + 1) :]

    @property
    def __module__(self) -> str:  # type: ignore[override]
        length = i64((self._class >> 32) & 0xFFFFFF)
        return text_repr.module_of(self._repr) if length == 0 else self._repr[: int(length)]

    @property
    def __annotations__(self) -> "dict[str, Any]": ...  # type: ignore[override]  # the compiler's
    @property
    def __mro__(self) -> "tuple[type, ...]": ...  # the compiler's, for classes it knows
    @property
    def __bases__(self) -> "tuple[type, ...]": ...
    @property
    def __base__(self) -> "type | None": ...

    @overload
    def __init__(self, o: object, /) -> None: ...
    @overload
    def __init__(
        self, name: str, bases: "tuple[type, ...]", dict: "dict[str, Any]", /, **kwds: Any
    ) -> None: ...
    def __init__(self, *args: Any, **kwds: Any) -> None: ...

    @overload
    def __new__(cls, o: object, /) -> "type":
        return cast(type, type_of(o))

    @overload
    def __new__(
        cls: "type[_Class]", name: str, bases: "tuple[type, ...]", namespace: "dict[str, Any]", /, **kwds: Any
    ) -> "_Class": ...  # the compiler's
    def __new__(cls, *args: Any, **kwds: Any) -> Any: ...

    def __call__(self, *args: Any, **kwds: Any) -> Any: ...

    def __repr__(self) -> str:
        if self._class >> 62 != 0:
            return ("<flag '" if self._class >> 61 == 3 else "<enum '") + self._name + "'>"
        return "<class '" + self._repr + "'>"

    def __or__(self: _T, value: Any, /) -> types.UnionType | _T:
        return types._union(self, value)  # type: ignore[return-value]

    def __ror__(self: _T, value: Any, /) -> types.UnionType | _T:
        return types._union(value, self)  # type: ignore[return-value]


class super:
    """The compiler resolves `super()`."""

    @overload
    def __init__(self, t: Any, obj: Any, /) -> None: ...
    @overload
    def __init__(self, t: Any, /) -> None: ...
    @overload
    def __init__(self) -> None: ...
    def __init__(self, *args: Any) -> None: ...


class function:
    _code: u64
    _env: object
    _name: object  # see mirage.runtime.functions

    @property
    def __name__(self) -> str:
        return functions.name(self)

    @__name__.setter
    def __name__(self, value: Any) -> None:
        functions.rename(self, 2, value)

    @property
    def __qualname__(self) -> str:
        return functions.qualname(self)

    @__qualname__.setter
    def __qualname__(self, value: Any) -> None:
        functions.rename(self, 1, value)

    @property
    def __module__(self) -> str:  # type: ignore[override]
        return functions.module(self)

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return functions.detail(self, 1)  # type: ignore[return-value]

    @__doc__.setter
    def __doc__(self, value: Any) -> None:
        functions.document(self, value)

    @property
    def __wrapped__(self) -> Any:
        wrapped = functions.detail(self, 2)
        if wrapped is None:
            raise AttributeError("'function' object has no attribute '__wrapped__'")
        return wrapped

    @property
    def __annotations__(self) -> "dict[str, Any]":  # type: ignore[override]
        raise SystemError("annotations of a function that is known at run time only")

    @property
    def __defaults__(self) -> "tuple[Any, ...] | None":
        raise AttributeError("'function' object has no attribute '__defaults__'")

    @property
    def __kwdefaults__(self) -> "dict[str, Any] | None":
        raise AttributeError("'function' object has no attribute '__kwdefaults__'")

    def __repr__(self) -> str:
        return functions.represent(self)


class _Method(function):
    """A bound method: `_env` is the object."""

    @property
    def __self__(self) -> object:
        return self._env

    def __repr__(self) -> str:
        return "<bound method " + functions.qualname(self) + " of " + repr(self._env) + ">"

    def __eq__(self, value: object, /) -> bool:
        return functions.same(self, value)

    def __hash__(self) -> int:
        return make_small(i64((address_of(self._env) ^ self._code) >> 4))


@final
class _Bound(_Method):
    """A method whose function was found in a class variable."""

    _function: object

    @property
    def __func__(self) -> object:
        return self._function


ellipsis = EllipsisType
Ellipsis: EllipsisType
NotImplemented: NotImplementedType

_PositiveInteger: TypeAlias = Literal[
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25
]
_NegativeInteger: TypeAlias = Literal[
    -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15, -16, -17, -18, -19, -20
]
_LiteralInteger = _PositiveInteger | _NegativeInteger | Literal[0]


@inline
def _same(a: _T, b: _T) -> bool:
    """Identity or equality, as containers compare elements."""
    return a is b or a == b


@inline
def _hash_word(value: _T) -> i64:
    """The hash of a key as a word, never -1."""
    if isinstance(value, str) and class_id(value) == class_id(""):
        key = unchecked_cast(str, value)
        return hashing.hash_word(key.__hash__())  # most keys are: the method is not looked up by class
    if isinstance(value, tuple) and class_id(value) == class_id(()):
        items = unchecked_cast(tuple, value)
        return items._hash_items()  # no int is made: most of these hashes are too large for a small one
    return hashing.hash_word(value.__hash__())


# == numbers ==

@inline
def _plain(value: int) -> int:
    """For operators of `int` itself: the operands' classes have been asked."""
    return bigint.plain(value) if ints_have_operators() else value


class int:
    _negative: bool
    _tail: Tail[u64]

    @overload
    def __new__(cls, x: ConvertibleToInt = 0, /) -> Self: ...
    @overload
    def __new__(cls, x: str | bytes | bytearray, /, base: SupportsIndex) -> Self: ...
    def __new__(cls, x: object = 0, /, base: object = None) -> Self:
        if base is None:
            return bigint_convert.int_of(x)  # type: ignore[return-value]
        return bigint_convert.int_of_text(x, base)  # type: ignore[return-value]

    def as_integer_ratio(self) -> tuple[int, Literal[1]]:
        return bigint.plain(self), 1

    @property
    def real(self) -> int:
        return bigint.plain(self)

    @property
    def imag(self) -> Literal[0]:
        return 0

    @property
    def numerator(self) -> int:
        return bigint.plain(self)

    @property
    def denominator(self) -> Literal[1]:
        return 1

    def conjugate(self) -> int:
        return bigint.plain(self)

    def bit_length(self) -> int:
        return bigint.int_bit_length(self)

    def bit_count(self) -> int:
        return bigint.int_bit_count(self)

    def to_bytes(
        self, length: SupportsIndex = 1, byteorder: Literal["little", "big"] = "big", *, signed: bool = False
    ) -> bytes:
        return bigint_bytes.int_to_bytes(self, containers.argument_word(length), byteorder, signed)

    @classmethod
    def from_bytes(
        cls,
        bytes: Iterable[SupportsIndex] | SupportsBytes | ReadableBuffer,
        byteorder: Literal["little", "big"] = "big",
        *,
        signed: bool = False,
    ) -> Self:
        value = bigint_convert.int_from_buffer(bytes, byteorder, signed)
        if cls is bool:
            return (value != 0)  # type: ignore[return-value]
        return value  # type: ignore[return-value]

    def __add__(self, value: int, /) -> int:
        return _plain(self) + _plain(value)

    def __sub__(self, value: int, /) -> int:
        return _plain(self) - _plain(value)

    def __mul__(self, value: int, /) -> int:
        return _plain(self) * _plain(value)

    def __floordiv__(self, value: int, /) -> int:
        return _plain(self) // _plain(value)

    def __truediv__(self, value: int, /) -> float:
        return self / value

    def __mod__(self, value: int, /) -> int:
        return _plain(self) % _plain(value)

    def __divmod__(self, value: int, /) -> tuple[int, int]:
        return bigint.int_divmod(self, value)

    def __radd__(self, value: int, /) -> int:
        return _plain(value) + _plain(self)

    def __rsub__(self, value: int, /) -> int:
        return _plain(value) - _plain(self)

    def __rmul__(self, value: int, /) -> int:
        return _plain(value) * _plain(self)

    def __rfloordiv__(self, value: int, /) -> int:
        return _plain(value) // _plain(self)

    def __rtruediv__(self, value: int, /) -> float:
        return value / self

    def __rmod__(self, value: int, /) -> int:
        return _plain(value) % _plain(self)

    def __rdivmod__(self, value: int, /) -> tuple[int, int]:
        return bigint.int_divmod(value, self)

    @overload
    def __pow__(self, x: Literal[0], /) -> Literal[1]: ...
    @overload
    def __pow__(self, value: Literal[0], mod: None, /) -> Literal[1]: ...
    @overload
    def __pow__(self, value: _PositiveInteger, mod: None = None, /) -> int:
        return bigint.int_pow(self, value)

    @overload
    def __pow__(self, value: _NegativeInteger, mod: None = None, /) -> float:
        return floats.int_negative_pow(self, value)

    @overload
    def __pow__(self, value: int, mod: None = None, /) -> Any: ...
    @overload
    def __pow__(self, value: int, mod: int, /) -> int:
        return bigint.int_pow_mod(self, value, mod)

    def __pow__(self, value: int, mod: int | None = None, /) -> Any:
        if mod is not None:
            return bigint.int_pow_mod(self, value, mod)
        if value >= 0:
            return bigint.int_pow(self, value)
        return floats.int_negative_pow(self, value)

    def __rpow__(self, value: int, mod: int | None = None, /) -> Any:
        if mod is not None:
            return bigint.int_pow_mod(value, self, mod)
        if self >= 0:
            return bigint.int_pow(value, self)
        return floats.int_negative_pow(value, self)

    def __and__(self, value: int, /) -> int:
        return _plain(self) & _plain(value)

    def __or__(self, value: int, /) -> int:
        return _plain(self) | _plain(value)

    def __xor__(self, value: int, /) -> int:
        return _plain(self) ^ _plain(value)

    def __lshift__(self, value: int, /) -> int:
        return _plain(self) << _plain(value)

    def __rshift__(self, value: int, /) -> int:
        return _plain(self) >> _plain(value)

    def __rand__(self, value: int, /) -> int:
        return _plain(value) & _plain(self)

    def __ror__(self, value: int, /) -> int:
        return _plain(value) | _plain(self)

    def __rxor__(self, value: int, /) -> int:
        return _plain(value) ^ _plain(self)

    def __rlshift__(self, value: int, /) -> int:
        return _plain(value) << _plain(self)

    def __rrshift__(self, value: int, /) -> int:
        return _plain(value) >> _plain(self)

    def __neg__(self) -> int:
        return -self

    def __pos__(self) -> int:
        return bigint.plain(self)

    def __invert__(self) -> int:
        return ~self

    def __trunc__(self) -> int:
        return bigint.plain(self)

    def __ceil__(self) -> int:
        return bigint.plain(self)

    def __floor__(self) -> int:
        return bigint.plain(self)

    def __round__(self, ndigits: SupportsIndex | None = None, /) -> int:
        if ndigits is None:
            return bigint.plain(self)
        return bigint_convert.int_round(self, ndigits.__index__())

    def __getnewargs__(self) -> tuple[int]:
        return (bigint.plain(self),)

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, int):
            return self == value
        if isinstance(value, float):
            return self == value
        return False

    def __ne__(self, value: object, /) -> bool:
        if isinstance(value, int):
            return self != value
        if isinstance(value, float):
            return self != value
        return True

    def __lt__(self, value: int, /) -> bool:
        return self < value

    def __le__(self, value: int, /) -> bool:
        return self <= value

    def __gt__(self, value: int, /) -> bool:
        return self > value

    def __ge__(self, value: int, /) -> bool:
        return self >= value

    def __float__(self) -> float:
        return bigint.int_to_float(self)

    def __int__(self) -> int:
        return bigint.plain(self)

    def __abs__(self) -> int:
        return bigint.int_abs(self)

    @inline
    def __hash__(self) -> int:
        if is_small(self) and u64(small_value(self)) < 0x1FFFFFFFFFFFFFFF:
            return self
        return bigint.int_hash(self)

    def __bool__(self) -> bool:
        return self != 0

    def __index__(self) -> int:
        return bigint.plain(self)

    def __repr__(self) -> str:
        return bigint_text.int_to_str(self)

    def __str__(self) -> str:
        return bigint_text.int_to_str(self)

    def __format__(self, format_spec: str, /) -> str:
        if not format_spec:
            return str(self)  # a class derived from int may be shown otherwise
        return formatting.format_int(self, format_spec)


class float:
    _value: float

    def __new__(cls, x: ConvertibleToFloat = 0, /) -> Self:
        return bigint_convert.float_of(x)  # type: ignore[return-value]

    def as_integer_ratio(self) -> tuple[int, int]:
        return floats.integer_ratio(self)

    def hex(self) -> str:
        return floats_parse.float_to_hex(self)

    def is_integer(self) -> bool:
        return floats.is_integral(self)

    @classmethod
    def fromhex(cls, string: str, /) -> Self:
        return floats_parse.float_from_hex(string)  # type: ignore[return-value]

    @property
    def real(self) -> float:
        return self

    @property
    def imag(self) -> float:
        return 0.0

    def conjugate(self) -> float:
        return self

    def __add__(self, value: float, /) -> float:
        return self + value

    def __sub__(self, value: float, /) -> float:
        return self - value

    def __mul__(self, value: float, /) -> float:
        return self * value

    def __floordiv__(self, value: float, /) -> float:
        return self // value

    def __truediv__(self, value: float, /) -> float:
        return self / value

    def __mod__(self, value: float, /) -> float:
        return self % value

    def __divmod__(self, value: float, /) -> tuple[float, float]:
        return floats.float_divmod(self, value)

    @overload
    def __pow__(self, value: int, mod: None = None, /) -> float: ...
    @overload
    def __pow__(self, value: float, mod: None = None, /) -> Any: ...
    def __pow__(self, value: float, mod: None = None, /) -> Any:
        return complexes.power_of_floats(self, value)

    def __radd__(self, value: float, /) -> float:
        return value + self

    def __rsub__(self, value: float, /) -> float:
        return value - self

    def __rmul__(self, value: float, /) -> float:
        return value * self

    def __rfloordiv__(self, value: float, /) -> float:
        return value // self

    def __rtruediv__(self, value: float, /) -> float:
        return value / self

    def __rmod__(self, value: float, /) -> float:
        return value % self

    def __rdivmod__(self, value: float, /) -> tuple[float, float]:
        return floats.float_divmod(value, self)

    @overload
    def __rpow__(self, value: _PositiveInteger, mod: None = None, /) -> float: ...
    @overload
    def __rpow__(self, value: _NegativeInteger, mod: None = None, /) -> complex: ...
    @overload
    def __rpow__(self, value: float, mod: None = None, /) -> Any: ...
    def __rpow__(self, value: float, mod: None = None, /) -> Any:
        return complexes.power_of_floats(value, self)

    def __getnewargs__(self) -> tuple[float]:
        return (self,)

    def __trunc__(self) -> int:
        return floats.float_to_int(self)

    def __ceil__(self) -> int:
        return floats.float_to_int(floats.ceil(self))

    def __floor__(self) -> int:
        return floats.float_to_int(floats.floor(self))

    @overload
    def __round__(self, ndigits: None = None, /) -> int:
        return floats.round_to_int(self)

    @overload
    def __round__(self, ndigits: SupportsIndex, /) -> float:
        return floats.round_digits(self, bigint.clamp_i64(ndigits.__index__()))

    def __round__(self, ndigits: SupportsIndex | None = None, /) -> int | float:
        if ndigits is None:
            return floats.round_to_int(self)
        return floats.round_digits(self, bigint.clamp_i64(ndigits.__index__()))

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, float):
            return self == value
        if isinstance(value, int):
            return self == value
        return False

    def __ne__(self, value: object, /) -> bool:
        if isinstance(value, float):
            return self != value
        if isinstance(value, int):
            return self != value
        return True

    def __lt__(self, value: float, /) -> bool:
        return self < value

    def __le__(self, value: float, /) -> bool:
        return self <= value

    def __gt__(self, value: float, /) -> bool:
        return self > value

    def __ge__(self, value: float, /) -> bool:
        return self >= value

    def __neg__(self) -> float:
        return -self

    def __pos__(self) -> float:
        return self

    def __int__(self) -> int:
        return floats.float_to_int(self)

    def __float__(self) -> float:
        return self

    def __abs__(self) -> float:
        return floats.absolute(self)

    def __hash__(self) -> int:
        return floats.float_hash(self)

    def __bool__(self) -> bool:
        return self != 0.0

    def __repr__(self) -> str:
        return floats_decimal.float_repr(self)

    def __str__(self) -> str:
        return floats_decimal.float_repr(self)

    def __format__(self, format_spec: str, /) -> str:
        return formatting.format_float(self, format_spec)


class complex:
    _real: float
    _imag: float

    @overload
    def __new__(
        cls,
        real: complex | SupportsComplex | SupportsFloat | SupportsIndex = 0,
        imag: complex | SupportsFloat | SupportsIndex = 0,
    ) -> Self: ...
    @overload
    def __new__(cls, real: str | SupportsComplex | SupportsFloat | SupportsIndex | complex) -> Self: ...
    def __new__(cls, real: object = 0, imag: object = None) -> Self:
        return complexes.make(real, imag)  # type: ignore[return-value]

    @property
    def real(self) -> float:
        return self._real

    @property
    def imag(self) -> float:
        return self._imag

    def conjugate(self) -> complex:
        return complexes.new(self._real, -self._imag)

    def __add__(self, value: complex, /) -> complex:
        return complexes.new(self._real + value._real, self._imag + value._imag)

    def __sub__(self, value: complex, /) -> complex:
        return complexes.new(self._real - value._real, self._imag - value._imag)

    def __mul__(self, value: complex, /) -> complex:
        return complexes.product(self, value)

    def __pow__(self, value: complex, mod: None = None, /) -> complex:
        return complexes.power(self, value)

    def __truediv__(self, value: complex, /) -> complex:
        return complexes.quotient(self, value)

    def __radd__(self, value: complex, /) -> complex:
        return complexes.new(value._real + self._real, value._imag + self._imag)

    def __rsub__(self, value: complex, /) -> complex:
        return complexes.new(value._real - self._real, value._imag - self._imag)

    def __rmul__(self, value: complex, /) -> complex:
        return complexes.product(value, self)

    def __rpow__(self, value: complex, mod: None = None, /) -> complex:
        return complexes.power(value, self)

    def __rtruediv__(self, value: complex, /) -> complex:
        return complexes.quotient(value, self)

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, complex):
            return self._real == value._real and self._imag == value._imag
        if isinstance(value, float):
            return self._imag == 0.0 and self._real == value
        if isinstance(value, int):
            return self._imag == 0.0 and self._real == value
        return False

    def __ne__(self, value: object, /) -> bool:
        return not self.__eq__(value)

    def __neg__(self) -> complex:
        return complexes.new(-self._real, -self._imag)

    def __pos__(self) -> complex:
        return self

    def __abs__(self) -> float:
        return complexes.absolute(self)

    def __hash__(self) -> int:
        return complexes.hash_of(self)

    def __bool__(self) -> bool:
        return self._real != 0.0 or self._imag != 0.0

    def __repr__(self) -> str:
        return complexes.text_of(self)

    def __str__(self) -> str:
        return complexes.text_of(self)

    def __format__(self, format_spec: str, /) -> str:
        return complexes.format_complex(self, format_spec)

    def __getnewargs__(self) -> tuple[float, float]:
        return self._real, self._imag

    def __complex__(self) -> complex:
        return self


@final
class bool(int):
    _value: bool

    def __new__(cls, o: object = False, /) -> Self:
        return True if o else False  # type: ignore[return-value]

    @overload
    def __and__(self, value: bool, /) -> bool:
        return self & value

    @overload
    def __and__(self, value: int, /) -> int: ...
    def __and__(self, value: int, /) -> int:
        if value is True:
            return self
        if value is False:
            return False
        return bigint.int_and(self, value)

    @overload
    def __or__(self, value: bool, /) -> bool:
        return self | value

    @overload
    def __or__(self, value: int, /) -> int: ...
    def __or__(self, value: int, /) -> int:
        if value is True:
            return True
        if value is False:
            return self
        return bigint.int_or(self, value)

    @overload
    def __xor__(self, value: bool, /) -> bool:
        return self ^ value

    @overload
    def __xor__(self, value: int, /) -> int: ...
    def __xor__(self, value: int, /) -> int:
        if value is True:
            return not self
        if value is False:
            return self
        return bigint.int_xor(self, value)

    @overload
    def __rand__(self, value: bool, /) -> bool:
        return value & self

    @overload
    def __rand__(self, value: int, /) -> int: ...
    def __rand__(self, value: int, /) -> int:
        if value is True:
            return self
        if value is False:
            return False
        return bigint.int_and(value, self)

    @overload
    def __ror__(self, value: bool, /) -> bool:
        return value | self

    @overload
    def __ror__(self, value: int, /) -> int: ...
    def __ror__(self, value: int, /) -> int:
        if value is True:
            return True
        if value is False:
            return self
        return bigint.int_or(value, self)

    @overload
    def __rxor__(self, value: bool, /) -> bool:
        return value ^ self

    @overload
    def __rxor__(self, value: int, /) -> int: ...
    def __rxor__(self, value: int, /) -> int:
        if value is True:
            return not self
        if value is False:
            return self
        return bigint.int_xor(value, self)

    def __getnewargs__(self) -> tuple[int]:
        return (bigint.plain(self),)

    @deprecated("Will throw an error in Python 3.16. Use `not` for logical negation of bools instead.")
    def __invert__(self) -> int:
        return bigint.int_invert(self)

    def __repr__(self) -> str:
        return "True" if self else "False"

    def __str__(self) -> str:
        return "True" if self else "False"

    def __format__(self, format_spec: str, /) -> str:
        return formatting.format_bool(self, format_spec)


@final
class slice(Generic[_StartT_co, _StopT_co, _StepT_co]):
    _start: _StartT_co
    _stop: _StopT_co
    _step: _StepT_co

    @property
    def start(self) -> _StartT_co:
        return self._start

    @property
    def step(self) -> _StepT_co:
        return self._step

    @property
    def stop(self) -> _StopT_co:
        return self._stop

    # typeshed writes these as __new__; __init__ says the same and needs no allocation by hand
    @overload
    def __init__(self: slice[Any, Any, Any], start: None, stop: None = None, step: None = None, /) -> None: ...
    @overload
    def __init__(self: slice[Any, _T2, Any], stop: _T2, /) -> None:
        self._start = None
        self._stop = stop
        self._step = None

    @overload
    def __init__(self: slice[_T1, Any, Any], start: _T1, stop: None, step: None = None, /) -> None: ...
    @overload
    def __init__(self: slice[Any, _T2, Any], start: None, stop: _T2, step: None = None, /) -> None: ...
    @overload
    def __init__(self: slice[_T1, _T2, Any], start: _T1, stop: _T2, step: None = None, /) -> None: ...
    @overload
    def __init__(self: slice[Any, Any, _T3], start: None, stop: None, step: _T3, /) -> None: ...
    @overload
    def __init__(self: slice[_T1, Any, _T3], start: _T1, stop: None, step: _T3, /) -> None: ...
    @overload
    def __init__(self: slice[Any, _T2, _T3], start: None, stop: _T2, step: _T3, /) -> None: ...
    @overload
    def __init__(self: slice[_T1, _T2, _T3], start: _T1, stop: _T2, step: _T3, /) -> None: ...
    def __init__(self, *args: Any) -> None:
        if len(args) == 0:
            raise TypeError("slice expected at least 1 argument, got 0")
        if len(args) > 3:
            raise TypeError(f"slice expected at most 3 arguments, got {len(args)}")
        missing: Any = None
        self._start = args[0] if len(args) > 1 else missing
        self._stop = args[1] if len(args) > 1 else args[0]
        self._step = args[2] if len(args) > 2 else missing

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, slice):
            return bool(self._start == value._start and self._stop == value._stop and self._step == value._step)
        return False

    __hash__: ClassVar[None]

    def __repr__(self) -> str:
        return "slice(" + repr(self._start) + ", " + repr(self._stop) + ", " + repr(self._step) + ")"

    def indices(self, len: SupportsIndex, /) -> tuple[int, int, int]:
        return ranges.slice_indices(self._start, self._stop, self._step, len.__index__())


class _RangeIterator(Iterator[int]):
    """Counts in ints of any size."""

    def __init__(self, start: int, step: int, count: int) -> None:
        self._next: int = start
        self._step: int = step
        self._left: int = count

    def __iter__(self) -> _RangeIterator:
        return self

    def __next__(self) -> int:
        if self._left == 0:
            raise StopIteration
        self._left -= 1
        value = self._next
        self._next = value + self._step
        return value

    def __length_hint__(self) -> int:
        return self._left


@final
class range(Sequence[int]):
    @property
    def start(self) -> int:
        return self._start

    @property
    def stop(self) -> int:
        return self._stop

    @property
    def step(self) -> int:
        return self._step

    # typeshed writes these as __new__; __init__ says the same and needs no allocation by hand
    @overload
    def __init__(self, stop: SupportsIndex, /) -> None:
        self._start: int = 0
        self._stop: int = stop.__index__()
        self._step: int = 1
        self._length: int = self._stop if self._stop > 0 else 0

    @overload
    def __init__(self, start: SupportsIndex, stop: SupportsIndex, step: SupportsIndex = 1, /) -> None: ...
    def __init__(self, start: SupportsIndex, stop: SupportsIndex | None = None, step: SupportsIndex = 1, /) -> None:
        if stop is None:
            self._start = 0
            self._stop = start.__index__()
        else:
            self._start = start.__index__()
            self._stop = stop.__index__()
        self._step = step.__index__()
        self._length = ranges.range_length(self._start, self._stop, self._step)

    def count(self, value: int, /) -> int:
        return 1 if value in self else 0

    def index(self, value: int, /) -> int:  # type: ignore[override]
        if ranges.range_contains(self._start, self._step, self._length, value):
            return (value - self._start) // self._step
        raise ValueError(repr(value) + " is not in range")

    def __len__(self) -> int:
        if self._length > 9223372036854775807:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return self._length

    def __bool__(self) -> bool:
        return self._length != 0

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, range) or self._length != value._length:
            return False
        if self._length == 0:
            return True
        return self._start == value._start and (self._length == 1 or self._step == value._step)

    def __hash__(self) -> int:
        if self._length == 0:
            return hash((0, None, None))
        if self._length == 1:
            return hash((1, self._start, None))
        return hash((self._length, self._start, self._step))

    def __contains__(self, key: object, /) -> bool:
        if isinstance(key, int):
            return ranges.range_contains(self._start, self._step, self._length, key)
        if isinstance(key, float):
            return floats.is_integral(key) and ranges.range_contains(
                self._start, self._step, self._length, floats.float_to_int(key)
            )
        for value in self:
            if key == value:
                return True
        return False

    def __iter__(self) -> Iterator[int]:
        return _RangeIterator(self._start, self._step, self._length)

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> int:
        return ranges.range_item(self._start, self._step, self._length, key.__index__())

    @overload
    def __getitem__(self, key: slice[SupportsIndex | None], /) -> range:
        start, stop, step = key.indices(self._length)
        return range(self._start + start * self._step, self._start + stop * self._step, step * self._step)

    def __getitem__(self, key: SupportsIndex | slice[SupportsIndex | None], /) -> int | range:
        if isinstance(key, slice):
            start, stop, step = key.indices(self._length)
            return range(self._start + start * self._step, self._start + stop * self._step, step * self._step)
        return ranges.range_item(self._start, self._step, self._length, containers.integer_index(key, "range"))

    def __reversed__(self) -> Iterator[int]:
        return _RangeIterator(self._start + (self._length - 1) * self._step, -self._step, self._length)

    def __repr__(self) -> str:
        text = "range(" + repr(self._start) + ", " + repr(self._stop)
        return text + ")" if self._step == 1 else text + ", " + repr(self._step) + ")"

# == end of numbers ==


class _FormatMapMapping(Protocol):
    def __getitem__(self, key: str, /) -> Any: ...


class _TranslateTable(Protocol):
    def __getitem__(self, key: int, /) -> str | int | None: ...


class _StrIterator(Iterator[str]):
    def __init__(self, string: "str") -> None:
        self._string = string
        self._index = i64(0)

    def __iter__(self) -> "_StrIterator":
        return self

    def __next__(self) -> str:
        string = self._string
        index = self._index
        if index >= string._length:
            raise StopIteration
        self._index = index + 1
        return text.char_string(string, index)

    def __length_hint__(self) -> int:
        left = self._string._length - self._index
        return make_small(left) if left > 0 else 0


class str(Sequence["str"]):
    _hash: i64
    _length: i64
    _kind: i64
    _tail: Tail[u8]

    @overload
    def __new__(cls, object: object = "") -> Self: ...
    @overload
    def __new__(cls, object: ReadableBuffer, encoding: "str" = "utf-8", errors: "str" = "strict") -> Self: ...
    def __new__(cls, object: object = "", encoding: "str | None" = None, errors: "str | None" = None) -> Any:
        if encoding is None and errors is None:
            return object.__str__()
        codec = "utf-8" if encoding is None else encoding
        handler = "strict" if errors is None else errors
        if isinstance(object, (bytes, bytearray, memoryview)):
            return bytes(object).decode(codec, handler)
        if isinstance(object, str):
            raise TypeError("decoding str is not supported")
        raise TypeError(
            "decoding to str: need a bytes-like object, " + class_names.class_name(object) + " found"
        )

    @staticmethod
    def _join_parts(parts: Array["str"]) -> "str":
        return text.join_array(parts, parts.count, "")

    def capitalize(self) -> "str":
        return text_case.capitalize(self)

    def casefold(self) -> "str":
        return text_case.casefold(self)

    def center(self, width: SupportsIndex, fillchar: "str" = " ", /) -> "str":
        total = containers.argument_word(width)
        pad = total - self._length
        code = text_repr.fill_character(fillchar)
        if pad <= 0:
            return text.unchanged(self)
        left = (pad >> 1) + (pad & total & 1)
        return text.concatenate(
            text.concatenate(text.filled(code, left), self), text.filled(code, pad - left)
        )

    def count(
        self, sub: "str", start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        length = self._length
        return make_small(
            text_search.count(
                self, sub, containers.clamp_start(start, length), containers.clamp_end(end, length)
            )
        )

    def encode(self, encoding: "str" = "utf-8", errors: "str" = "strict") -> "bytes":
        return text_codecs.encode(self, encoding, errors)

    def endswith(
        self,
        suffix: "str | tuple[str, ...]",
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> bool:
        length = self._length
        low = containers.clamp_start(start, length)
        high = containers.clamp_end(end, length)
        if isinstance(suffix, str):
            return self._ends(suffix, low, high)
        if isinstance(suffix, tuple):
            for item in suffix:
                if not isinstance(item, str):
                    raise TypeError(
                        "tuple for endswith must only contain str, not " + class_names.class_name(item)
                    )
                if self._ends(item, low, high):
                    return True
            return False
        raise TypeError(
            "endswith first arg must be str or a tuple of str, not " + class_names.class_name(suffix)
        )

    def _ends(self, suffix: "str", low: i64, high: i64) -> bool:
        size = suffix._length
        return low <= high and size <= high - low and text.equal_at(self, high - size, suffix)

    def expandtabs(self, tabsize: SupportsIndex = 8) -> "str":
        return text_search.expand_tabs(self, containers.int_word(tabsize))

    def find(
        self, sub: "str", start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        length = self._length
        return make_small(
            text_search.find(
                self, sub, containers.clamp_start(start, length), containers.clamp_end(end, length)
            )
        )

    def format(self, *args: object, **kwargs: object) -> "str":
        return text_template.format_template(self, args, kwargs)

    def format_map(self, mapping: _FormatMapMapping, /) -> "str":
        return text_template.format_mapping(self, mapping)

    def index(
        self, sub: "str", start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        result = self.find(sub, start, end)
        if result < 0:
            raise ValueError("substring not found")
        return result

    def isalnum(self) -> bool:
        return text_case.all_alnum(self)

    def isalpha(self) -> bool:
        return text_case.all_alpha(self)

    def isascii(self) -> bool:
        return text.is_ascii(self)

    def isdecimal(self) -> bool:
        return text_case.all_decimal(self)

    def isdigit(self) -> bool:
        return text_case.all_digit(self)

    def isidentifier(self) -> bool:
        return text_case.is_identifier(self)

    def islower(self) -> bool:
        return text_case.is_lower(self)

    def isnumeric(self) -> bool:
        return text_case.all_numeric(self)

    def isprintable(self) -> bool:
        return text_case.all_printable(self)

    def isspace(self) -> bool:
        return text_case.all_space(self)

    def istitle(self) -> bool:
        return text_case.is_title(self)

    def isupper(self) -> bool:
        return text_case.is_upper(self)

    @overload
    def join(self, iterable: "list[str]", /) -> "str":
        return text.join_array(iterable._items, iterable._count, self)

    @overload
    def join(self, iterable: Iterable["str"], /) -> "str":
        parts: list[str] = list(iterable)
        return text.join_array(parts._items, parts._count, self)

    def join(self, iterable: Any, /) -> "str":
        return dynamic.joined(self, iterable)

    def ljust(self, width: SupportsIndex, fillchar: "str" = " ", /) -> "str":
        code = text_repr.fill_character(fillchar)
        return text.concatenate(self, text.filled(code, containers.argument_word(width) - self._length))

    def lower(self) -> "str":
        return text_case.lower(self)

    def lstrip(self, chars: "str | None" = None, /) -> "str":
        return text_search.stripped(self, chars, True, False)

    def partition(self, sep: "str", /) -> "tuple[str, str, str]":
        if sep._length == 0:
            raise ValueError("empty separator")
        i = text_search.find(self, sep, i64(0), self._length)
        if i < 0:
            return (self, "", "")
        return (
            text.substring(self, i64(0), i),
            sep,
            text.substring(self, i + sep._length, self._length),
        )

    def replace(self, old: "str", new: "str", count: SupportsIndex = -1, /) -> "str":
        return text_search.replace(self, old, new, containers.argument_word(count))

    def removeprefix(self, prefix: "str", /) -> "str":
        if prefix._length <= self._length and text.equal_at(self, i64(0), prefix):
            return text.substring(self, prefix._length, self._length)
        return text.unchanged(self)

    def removesuffix(self, suffix: "str", /) -> "str":
        end = self._length - suffix._length
        if end >= 0 and text.equal_at(self, end, suffix):
            return text.substring(self, i64(0), end)
        return text.unchanged(self)

    def rfind(
        self, sub: "str", start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        length = self._length
        return make_small(
            text_search.rfind(
                self, sub, containers.clamp_start(start, length), containers.clamp_end(end, length)
            )
        )

    def rindex(
        self, sub: "str", start: SupportsIndex | None = None, end: SupportsIndex | None = None, /
    ) -> int:
        result = self.rfind(sub, start, end)
        if result < 0:
            raise ValueError("substring not found")
        return result

    def rjust(self, width: SupportsIndex, fillchar: "str" = " ", /) -> "str":
        code = text_repr.fill_character(fillchar)
        return text.concatenate(text.filled(code, containers.argument_word(width) - self._length), self)

    def rpartition(self, sep: "str", /) -> "tuple[str, str, str]":
        if sep._length == 0:
            raise ValueError("empty separator")
        i = text_search.rfind(self, sep, i64(0), self._length)
        if i < 0:
            return ("", "", self)
        return (
            text.substring(self, i64(0), i),
            sep,
            text.substring(self, i + sep._length, self._length),
        )

    def rsplit(self, sep: "str | None" = None, maxsplit: SupportsIndex = -1) -> "list[str]":
        limit = containers.argument_word(maxsplit)
        if sep is None:
            return text_search.rsplit_space(self, limit)
        if sep._length == 0:
            raise ValueError("empty separator")
        return text_search.rsplit_by(self, sep, limit)

    def rstrip(self, chars: "str | None" = None, /) -> "str":
        return text_search.stripped(self, chars, False, True)

    def split(self, sep: "str | None" = None, maxsplit: SupportsIndex = -1) -> "list[str]":
        limit = containers.argument_word(maxsplit)
        if sep is None:
            return text_search.split_space(self, limit)
        if sep._length == 0:
            raise ValueError("empty separator")
        return text_search.split_by(self, sep, limit)

    def splitlines(self, keepends: bool = False) -> "list[str]":
        return text_search.split_lines(self, keepends)

    def startswith(
        self,
        prefix: "str | tuple[str, ...]",
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> bool:
        length = self._length
        low = containers.clamp_start(start, length)
        high = containers.clamp_end(end, length)
        if isinstance(prefix, str):
            return self._starts(prefix, low, high)
        if isinstance(prefix, tuple):
            for item in prefix:
                if not isinstance(item, str):
                    raise TypeError(
                        "tuple for startswith must only contain str, not " + class_names.class_name(item)
                    )
                if self._starts(item, low, high):
                    return True
            return False
        raise TypeError(
            "startswith first arg must be str or a tuple of str, not " + class_names.class_name(prefix)
        )

    def _starts(self, prefix: "str", low: i64, high: i64) -> bool:
        return low <= high and prefix._length <= high - low and text.equal_at(self, low, prefix)

    def strip(self, chars: "str | None" = None, /) -> "str":
        return text_search.stripped(self, chars, True, True)

    def swapcase(self) -> "str":
        return text_case.swapcase(self)

    def title(self) -> "str":
        return text_case.title(self)

    def translate(self, table: _TranslateTable, /) -> "str":
        builder = text.TextBuilder(self._length)
        known: Array[u32] = Array(i64(256) if self._length > 24 else i64(0))  # what becomes of Latin-1, plus 1
        i = i64(0)
        narrow = self._kind == 1 and known.count > 0
        while i < self._length:
            if narrow:
                to = builder.room(self._length - i)
                narrow = to != 0
                if narrow:
                    done = text.translated(to, tail_address(self) + u64(i), self._length - i, known)
                    builder.wrote(done)
                    i = i + done
                    if i == self._length:
                        break
            code = text.char_at(self, i)
            i = i + 1
            if i64(code) < known.count and known[i64(code)] != 0:
                builder.add(known[i64(code)] - 1)
                continue
            made = code
            try:
                value = table[int(code)]
            except LookupError:
                pass
            else:
                if isinstance(value, int):
                    made = text_repr.checked_code(value)
                elif isinstance(value, str):
                    if value._length != 1:
                        builder.add_text(value)
                        continue
                    made = text.char_at(value, i64(0))
                elif value is None:
                    continue
                else:
                    raise TypeError("character mapping must return integer, None or str")
            builder.add(made)
            if i64(code) < known.count:
                known[i64(code)] = made + 1
        return builder.finish()

    def upper(self) -> "str":
        return text_case.upper(self)

    def zfill(self, width: SupportsIndex, /) -> "str":
        pad = containers.argument_word(width) - self._length
        if pad <= 0:
            return text.unchanged(self)
        zeros = text.filled(u32(48), pad)
        if self._length > 0:
            first = text.char_at(self, i64(0))
            if first == 43 or first == 45:
                sign = text.character(first)
                return text.concatenate(
                    text.concatenate(sign, zeros), text.substring(self, i64(1), self._length)
                )
        return text.concatenate(zeros, self)

    @staticmethod
    @overload
    def maketrans(x: "dict[int, _T] | dict[str, _T] | dict[str | int, _T]", /) -> "dict[int, _T]": ...
    @staticmethod
    @overload
    def maketrans(x: "str", y: "str", /) -> "dict[int, int]": ...
    @staticmethod
    @overload
    def maketrans(x: "str", y: "str", z: "str", /) -> "dict[int, int | None]": ...
    @staticmethod
    def maketrans(x: Any, y: Any = None, z: Any = None, /) -> Any:
        table: dict[int, object] = {}
        for place, argument in ((2, y), (3, z)):
            if argument is not None and not isinstance(argument, str):
                raise TypeError(
                    f"maketrans() argument {place} must be str, not {class_names.class_name(argument)}"
                )
        if y is not None and not isinstance(x, str):
            raise TypeError("first maketrans argument must be a string if there is a second argument")
        if isinstance(x, dict):
            for key, value in x.items():
                if isinstance(key, str):
                    if len(key) != 1:
                        raise ValueError("string keys in translate table must be of length 1")
                    table[ord(key)] = value
                elif isinstance(key, int):
                    table[key] = value
                else:
                    raise TypeError("keys in translate table must be strings or integers")
            return table
        if not isinstance(x, str) or not isinstance(y, str):
            raise TypeError("if you give only one argument to maketrans it must be a dict")
        if len(x) != len(y):
            raise ValueError("the first two maketrans arguments must have equal length")
        i = i64(0)
        while i < x._length:
            table[int(text.char_at(x, i))] = int(text.char_at(y, i))
            i = i + 1
        if isinstance(z, str):
            i = i64(0)
            while i < z._length:
                table[int(text.char_at(z, i))] = None
                i = i + 1
        return table

    def __add__(self, value: "str", /) -> "str":
        return text.concatenate(self, value)

    def __contains__(self, key: "str", /) -> bool:  # type: ignore[override]
        if key._length == 1 and key._kind == 1 and self._kind == 1:
            return text_search.has_byte(self, key._tail[i64(0)])
        return text_search.find(self, key, i64(0), self._length) >= 0

    @overload
    def __eq__(self, value: "str", /) -> bool:
        return text.equal(self, value)

    @overload
    def __eq__(self, value: object, /) -> bool:
        return isinstance(value, str) and text.equal(self, value)

    def __eq__(self, value: object, /) -> bool:
        return isinstance(value, str) and text.equal(self, value)

    @overload
    def __ne__(self, value: "str", /) -> bool:
        return not text.equal(self, value)

    @overload
    def __ne__(self, value: object, /) -> bool:
        return not (isinstance(value, str) and text.equal(self, value))

    def __ne__(self, value: object, /) -> bool:
        return not (isinstance(value, str) and text.equal(self, value))

    def __ge__(self, value: "str", /) -> bool:
        return text.compare(self, value) >= 0

    def __gt__(self, value: "str", /) -> bool:
        return text.compare(self, value) > 0

    def __le__(self, value: "str", /) -> bool:
        return text.compare(self, value) <= 0

    def __lt__(self, value: "str", /) -> bool:
        return text.compare(self, value) < 0

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> "str":
        index = containers.index_word(key)
        if u64(index) < u64(self._length):
            return text.char_string(self, index)
        return self._from_end(index)

    @overload
    def __getitem__(self, key: "slice[SupportsIndex | None]", /) -> "str":
        return self._sliced(key.start, key.stop, key.step)

    def __getitem__(self, key: "SupportsIndex | slice[SupportsIndex | None]", /) -> "str":
        if isinstance(key, slice):
            return self._sliced(key.start, key.stop, key.step)
        index = containers.any_index(key, "string")
        if index < 0:
            index = index + self._length
        if index < 0 or index >= self._length:
            raise IndexError("string index out of range")
        return text.char_string(self, index)

    @inline
    def _at(self, key: int) -> "str":
        """self[key]; the compiler calls it."""
        if is_small(key) and u64(small_value(key)) < u64(self._length) and self._kind == 1:
            return text.character(u32(self._tail[small_value(key)]))
        return self._item(key)

    @noinline
    def _item(self, key: int) -> "str":
        return self[key]

    @noinline
    def _from_end(self, index: i64) -> "str":
        """self[index] for a negative index; IndexError for others."""
        at = index + self._length
        if index >= 0 or at < 0:
            raise IndexError("string index out of range")
        return text.char_string(self, at)

    def _between(self, start: int, stop: int) -> "str":
        """self[start:stop]; the compiler calls it."""
        length = self._length
        return text.substring(
            self, containers.part_bound(start, length), containers.part_bound(stop, length)
        )

    def _backward(self, start: int, stop: int) -> "str":
        """self[start:stop:-1]; the compiler calls it."""
        first = containers.backward_bound(start, self._length)
        count = first - containers.backward_bound(stop, self._length)
        return text.strided(self, first, i64(-1), count)

    def _sliced(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> "str":
        length = self._length
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, length)
        high = containers.slice_stop(stop, by, length)
        if by == 1:
            return text.substring(self, low, high)
        return text.strided(self, low, by, containers.slice_count(low, high, by))

    @inline
    def __hash__(self) -> int:
        if self._hash != 0:
            return make_small(self._hash)
        return self._make_hash()

    @noinline
    def _make_hash(self) -> int:
        if self._length == 0:
            return 0
        self._hash = hashing.hash_memory(tail_address(self), u64(self._length * self._kind))
        return make_small(self._hash)

    def __iter__(self) -> Iterator[str]:
        return _StrIterator(self)

    @inline
    def __len__(self) -> int:
        return make_small(self._length)

    def __mod__(self, value: Any, /) -> "str":
        return formatting_percent.percent_format(self, value)

    def __mul__(self, value: SupportsIndex, /) -> "str":
        return text.repeat(self, containers.count_word(value))

    def __rmul__(self, value: SupportsIndex, /) -> "str":
        return text.repeat(self, containers.count_word(value))

    def __str__(self) -> "str":
        return text.unchanged(self)

    def __repr__(self) -> "str":
        return text_repr.repr_text(self)

    def __format__(self, format_spec: "str", /) -> "str":
        if format_spec._length == 0:
            return self.__str__()  # a class of the application may have its own
        return formatting.format_str(self, format_spec)


class _BytesIterator(Iterator[int]):
    def __init__(self, data: "bytes") -> None:
        self._data = data
        self._index = i64(0)

    def __iter__(self) -> "_BytesIterator":
        return self

    def __next__(self) -> int:
        index = self._index
        if index >= self._data._tail.count:
            raise StopIteration
        self._index = index + 1
        return make_small(i64(self._data._tail[index]))

    def __length_hint__(self) -> int:
        left = self._data._tail.count - self._index
        return make_small(left) if left > 0 else 0


class bytes(Sequence[int]):
    _hash: i64
    _tail: Tail[u8]

    @overload
    def __new__(cls, o: Iterable[SupportsIndex] | SupportsIndex | SupportsBytes | ReadableBuffer, /) -> Self: ...
    @overload
    def __new__(cls, string: str, /, encoding: str, errors: str = "strict") -> Self: ...
    @overload
    def __new__(cls) -> Self: ...
    def __new__(  # type: ignore[misc]
        cls, source: Any = b"", /, encoding: str | None = None, errors: str | None = None
    ) -> Any:
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            return text_codecs.encode(source, encoding, "strict" if errors is None else errors)
        if encoding is not None or errors is not None:
            bytes_methods.no_text(encoding)
        if isinstance(source, bytes):
            return source
        if isinstance(source, (bytearray, memoryview)):
            return text_codecs.bytes_from(bytes_methods.address(source), bytes_methods.size(source))
        if isinstance(source, SupportsBytes):
            return source.__bytes__()
        if isinstance(source, SupportsIndex):
            count = containers.count_word(source)
            if count < 0:
                raise ValueError("negative count")
            if count == 0:
                return b""
            return new_with_tail(bytes, count)
        if isinstance(source, Iterable):
            return bytes_methods.from_ints(source, "bytes must be in range(0, 256)")
        raise TypeError("cannot convert '" + class_names.class_name(source) + "' object to bytes")

    @staticmethod
    def _from_memory(address: u64, size: i64) -> "bytes":
        return text_codecs.bytes_from(address, size)

    def capitalize(self) -> "bytes":
        return bytes_methods.changed_case(tail_address(self), self._tail.count, i64(4))

    def center(self, width: SupportsIndex, fillchar: "bytes" = b" ", /) -> "bytes":
        total = containers.argument_word(width)
        pad = total - self._tail.count
        fill = bytes_methods.fill_byte(fillchar, "center")
        left = (pad >> 1) + (pad & total & 1)
        return bytes_methods.padded(tail_address(self), self._tail.count, left, pad - left, fill)

    def count(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        part = bytes_methods.needle_bytes(sub)
        return make_small(bytes_methods.occurrences(tail_address(self), self._tail.count, part, start, end))

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return text_codecs.decode(tail_address(self), self._tail.count, encoding, errors)

    def endswith(
        self,
        suffix: "ReadableBuffer | tuple[ReadableBuffer, ...]",
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> bool:
        return bytes_methods.starts_or_ends(
            tail_address(self), self._tail.count, suffix, start, end, False
        )

    def expandtabs(self, tabsize: SupportsIndex = 8) -> "bytes":
        return bytes_methods.expand_tabs(
            tail_address(self), self._tail.count, containers.int_word(tabsize)
        )

    def find(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        part = bytes_methods.needle_bytes(sub)
        return make_small(bytes_methods.find(tail_address(self), self._tail.count, part, start, end))

    def hex(self, sep: "str | bytes" = text_repr.NO_SEPARATOR, bytes_per_sep: SupportsIndex = 1) -> str:
        return text_codecs.hex_text(
            tail_address(self),
            self._tail.count,
            text_repr.separator(sep),
            containers.count_word(bytes_per_sep),
        )

    def index(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        result = self.find(sub, start, end)
        if result < 0:
            raise ValueError("subsection not found")
        return result

    def isalnum(self) -> bool:
        return bytes_methods.all_bytes(tail_address(self), self._tail.count, i64(1))

    def isalpha(self) -> bool:
        return bytes_methods.all_bytes(tail_address(self), self._tail.count, i64(0))

    def isascii(self) -> bool:
        return text_codecs.ascii_length(tail_address(self), self._tail.count) == self._tail.count

    def isdigit(self) -> bool:
        return bytes_methods.all_bytes(tail_address(self), self._tail.count, i64(2))

    def islower(self) -> bool:
        return bytes_methods.has_case(tail_address(self), self._tail.count, False)

    def isspace(self) -> bool:
        return bytes_methods.all_bytes(tail_address(self), self._tail.count, i64(3))

    def istitle(self) -> bool:
        return bytes_methods.is_title(tail_address(self), self._tail.count)

    def isupper(self) -> bool:
        return bytes_methods.has_case(tail_address(self), self._tail.count, True)

    def join(self, iterable_of_bytes: Iterable[ReadableBuffer], /) -> "bytes":
        return bytes_methods.join(tail_address(self), self._tail.count, iterable_of_bytes)

    def ljust(self, width: SupportsIndex, fillchar: "bytes | bytearray" = b" ", /) -> "bytes":
        fill = bytes_methods.fill_byte(fillchar, "ljust")
        pad = containers.argument_word(width) - self._tail.count
        return bytes_methods.padded(tail_address(self), self._tail.count, i64(0), pad, fill)

    def lower(self) -> "bytes":
        return bytes_methods.changed_case(tail_address(self), self._tail.count, i64(0))

    def lstrip(self, bytes: ReadableBuffer | None = None, /) -> "bytes":
        return self._stripped(bytes, True, False)

    def _stripped(self, chars: ReadableBuffer | None, left: bool, right: bool) -> "bytes":
        if chars is None:
            return bytes_methods.stripped(tail_address(self), self._tail.count, None, left, right)
        return bytes_methods.stripped(
            tail_address(self), self._tail.count, bytes_methods.needle_bytes(chars), left, right
        )

    def partition(self, sep: ReadableBuffer, /) -> "tuple[bytes, bytes, bytes]":
        part = bytes_methods.needle_bytes(sep)
        if part._tail.count == 0:
            raise ValueError("empty separator")
        i = bytes_methods.find(tail_address(self), self._tail.count, part, None, None)
        if i < 0:
            return (self, b"", b"")
        return (self._part(i64(0), i), part, self._part(i + part._tail.count, self._tail.count))

    def _part(self, start: i64, end: i64) -> "bytes":
        """self[start:end] for bounds in range."""
        return text_codecs.bytes_from(tail_address(self) + u64(start), end - start)

    def replace(
        self, old: ReadableBuffer, new: ReadableBuffer, count: SupportsIndex = -1, /
    ) -> "bytes":
        return bytes_methods.replace(
            tail_address(self),
            self._tail.count,
            bytes_methods.needle_bytes(old),
            bytes_methods.needle_bytes(new),
            containers.argument_word(count),
        )

    def removeprefix(self, prefix: ReadableBuffer, /) -> "bytes":
        if self.startswith(prefix):
            return self._part(bytes_methods.size(prefix), self._tail.count)
        return self

    def removesuffix(self, suffix: ReadableBuffer, /) -> "bytes":
        if self.endswith(suffix):
            return self._part(i64(0), self._tail.count - bytes_methods.size(suffix))
        return self

    def rfind(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        part = bytes_methods.needle_bytes(sub)
        return make_small(bytes_methods.rfind(tail_address(self), self._tail.count, part, start, end))

    def rindex(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        result = self.rfind(sub, start, end)
        if result < 0:
            raise ValueError("subsection not found")
        return result

    def rjust(self, width: SupportsIndex, fillchar: "bytes | bytearray" = b" ", /) -> "bytes":
        fill = bytes_methods.fill_byte(fillchar, "rjust")
        pad = containers.argument_word(width) - self._tail.count
        return bytes_methods.padded(tail_address(self), self._tail.count, pad, i64(0), fill)

    def rpartition(self, sep: ReadableBuffer, /) -> "tuple[bytes, bytes, bytes]":
        part = bytes_methods.needle_bytes(sep)
        if part._tail.count == 0:
            raise ValueError("empty separator")
        i = bytes_methods.rfind(tail_address(self), self._tail.count, part, None, None)
        if i < 0:
            return (b"", b"", self)
        return (self._part(i64(0), i), part, self._part(i + part._tail.count, self._tail.count))

    def rsplit(self, sep: ReadableBuffer | None = None, maxsplit: SupportsIndex = -1) -> "list[bytes]":
        limit = containers.argument_word(maxsplit)
        if sep is None:
            return bytes_methods.rsplit(tail_address(self), self._tail.count, None, limit)
        return bytes_methods.rsplit(
            tail_address(self), self._tail.count, bytes_methods.needle_bytes(sep), limit
        )

    def rstrip(self, bytes: ReadableBuffer | None = None, /) -> "bytes":
        return self._stripped(bytes, False, True)

    def split(self, sep: ReadableBuffer | None = None, maxsplit: SupportsIndex = -1) -> "list[bytes]":
        limit = containers.argument_word(maxsplit)
        if sep is None:
            return bytes_methods.split(tail_address(self), self._tail.count, None, limit)
        return bytes_methods.split(
            tail_address(self), self._tail.count, bytes_methods.needle_bytes(sep), limit
        )

    def splitlines(self, keepends: bool = False) -> "list[bytes]":
        return bytes_methods.split_lines(tail_address(self), self._tail.count, keepends)

    def startswith(
        self,
        prefix: "ReadableBuffer | tuple[ReadableBuffer, ...]",
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> bool:
        return bytes_methods.starts_or_ends(tail_address(self), self._tail.count, prefix, start, end, True)

    def strip(self, bytes: ReadableBuffer | None = None, /) -> "bytes":
        return self._stripped(bytes, True, True)

    def swapcase(self) -> "bytes":
        return bytes_methods.changed_case(tail_address(self), self._tail.count, i64(2))

    def title(self) -> "bytes":
        return bytes_methods.changed_case(tail_address(self), self._tail.count, i64(3))

    def translate(self, table: ReadableBuffer | None, /, delete: ReadableBuffer = b"") -> "bytes":
        removed = bytes_methods.needle_bytes(delete)
        if table is None:
            return bytes_methods.translate(tail_address(self), self._tail.count, None, removed)
        return bytes_methods.translate(
            tail_address(self), self._tail.count, bytes_methods.needle_bytes(table), removed
        )

    def upper(self) -> "bytes":
        return bytes_methods.changed_case(tail_address(self), self._tail.count, i64(1))

    def zfill(self, width: SupportsIndex, /) -> "bytes":
        return bytes_methods.zero_filled(
            tail_address(self), self._tail.count, containers.argument_word(width)
        )

    @classmethod
    def fromhex(cls, string: str, /) -> "bytes":
        return bytes_methods.from_hex(string)

    @staticmethod
    def maketrans(frm: ReadableBuffer, to: ReadableBuffer, /) -> "bytes":
        return bytes_methods.make_translation(
            bytes_methods.needle_bytes(frm), bytes_methods.needle_bytes(to)
        )

    @inline
    def __len__(self) -> int:
        return make_small(self._tail.count)

    def __iter__(self) -> Iterator[int]:
        return _BytesIterator(self)

    def __hash__(self) -> int:
        if self._hash == 0 and self._tail.count > 0:
            self._hash = hashing.hash_memory(tail_address(self), u64(self._tail.count))
        return make_small(self._hash)

    @overload
    @inline
    def __getitem__(self, key: SupportsIndex, /) -> int:
        return self._item(containers.index_word(key))

    @overload
    def __getitem__(self, key: "slice[SupportsIndex | None]", /) -> "bytes":
        return self._sliced(key.start, key.stop, key.step)

    def __getitem__(self, key: "SupportsIndex | slice[SupportsIndex | None]", /) -> "int | bytes":
        if isinstance(key, slice):
            return self._sliced(key.start, key.stop, key.step)
        return self._item(containers.any_index(key, "byte"))

    @inline
    def _item(self, index: i64) -> int:
        if index < 0:
            index = index + self._tail.count
        if index < 0 or index >= self._tail.count:
            raise IndexError("index out of range")
        return make_small(i64(self._tail[index]))

    def _between(self, start: int, stop: int) -> "bytes":
        """self[start:stop]; the compiler calls it."""
        length = self._tail.count
        low = containers.part_bound(start, length)
        high = containers.part_bound(stop, length)
        if low == 0 and high == length:
            return self
        if high <= low:
            return b""
        result = new_with_tail(bytes, high - low)
        copy_memory(tail_address(result), tail_address(self) + u64(low), u64(high - low))
        return result

    def _sliced(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> "bytes":
        length = self._tail.count
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, length)
        high = containers.slice_stop(stop, by, length)
        if by == 1 and low == 0 and high == length:
            return self
        return bytes_methods.strided(
            tail_address(self), low, by, containers.slice_count(low, high, by)
        )

    def __add__(self, value: ReadableBuffer, /) -> "bytes":
        if isinstance(value, bytes):
            if value._tail.count == 0 and type(self) is bytes:
                return self
            if self._tail.count == 0 and type(value) is bytes:
                return value
        return bytes_methods.joined(
            tail_address(self), self._tail.count, bytes_methods.address(value), bytes_methods.size(value)
        )

    def __mod__(self, value: Any, /) -> "bytes":
        return formatting_percent.percent_format_bytes(self, value)

    def __mul__(self, value: SupportsIndex, /) -> "bytes":
        times = containers.count_word(value)
        if times == 1 and type(self) is bytes:
            return self
        return bytes_methods.repeat(tail_address(self), self._tail.count, times)

    def __rmul__(self, value: SupportsIndex, /) -> "bytes":
        return self * value

    def __contains__(self, key: SupportsIndex | ReadableBuffer, /) -> bool:  # type: ignore[override]
        part = bytes_methods.needle_bytes(key)
        return bytes_methods.find(tail_address(self), self._tail.count, part, None, None) >= 0

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, bytes):
            return bytes_methods.equal(
                tail_address(self), self._tail.count, tail_address(value), value._tail.count
            )
        if isinstance(value, (bytearray, memoryview)):
            return value == self
        return False

    def __ne__(self, value: object, /) -> bool:
        return not self == value

    def _compare(self, value: "bytes | bytearray") -> i64:
        return bytes_methods.compare(
            tail_address(self), self._tail.count, bytes_methods.address(value), bytes_methods.size(value)
        )

    def __lt__(self, value: "bytes", /) -> bool:
        return self._compare(value) < 0

    def __le__(self, value: "bytes", /) -> bool:
        return self._compare(value) <= 0

    def __gt__(self, value: "bytes", /) -> bool:
        return self._compare(value) > 0

    def __ge__(self, value: "bytes", /) -> bool:
        return self._compare(value) >= 0

    def __bytes__(self) -> "bytes":
        return self

    def __repr__(self) -> str:
        return bytes_methods.repr_bytes(tail_address(self), self._tail.count)


class _BytearrayIterator(Iterator[int]):
    def __init__(self, data: "bytearray") -> None:
        self._data = data
        self._index = i64(0)

    def __iter__(self) -> "_BytearrayIterator":
        return self

    def __next__(self) -> int:
        index = self._index
        if index >= self._data._count:
            self._index = i64(0x7FFFFFFFFFFFFFF0)  # also if it grows later
            raise StopIteration
        self._index = index + 1
        return make_small(i64(self._data._items[index]))

    def __length_hint__(self) -> int:
        left = self._data._count - self._index
        return make_small(left) if left > 0 else 0


class bytearray(MutableSequence[int]):
    _items: Array[u8]
    _count: i64

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, ints: Iterable[SupportsIndex] | SupportsIndex | ReadableBuffer, /) -> None: ...
    @overload
    def __init__(self, string: str, /, encoding: str, errors: str = "strict") -> None: ...
    def __init__(  # type: ignore[misc]
        self, source: Any = b"", /, encoding: str | None = None, errors: str | None = None
    ) -> None:
        self._items = Array(i64(0))
        self._count = i64(0)
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            handler = "strict" if errors is None else errors
            self._extend_buffer(text_codecs.encode(source, encoding, handler))
        elif encoding is not None or errors is not None:
            bytes_methods.no_text(encoding)
        elif isinstance(source, (bytes, bytearray, memoryview)):
            self._extend_buffer(source)
        elif isinstance(source, SupportsIndex):
            count = containers.count_word(source)
            if count < 0:
                raise ValueError("negative count")
            self._items = Array(count)
            self._count = count
        elif isinstance(source, Iterable):
            for item in source:
                self.append(item)
        else:
            raise TypeError("cannot convert '" + class_names.class_name(source) + "' object to bytearray")

    @staticmethod
    def _of(data: bytes) -> "bytearray":
        result = bytearray()
        result._extend_buffer(data)
        return result

    def _all(self) -> bytes:
        """A copy as bytes."""
        return text_codecs.bytes_from(tail_address(self._items), self._count)

    def _reserve(self, capacity: i64) -> None:
        if capacity > self._items.count:
            room = capacity + (capacity >> 3) + 6
            wider: Array[u8] = Array(room)
            wider.copy_from(i64(0), self._items, i64(0), self._count)
            self._items = wider

    def _extend_buffer(self, data: ReadableBuffer) -> None:
        size = bytes_methods.size(data)
        self._reserve(self._count + size)
        move_memory(
            tail_address(self._items) + u64(self._count), bytes_methods.address(data), u64(size)
        )
        self._count = self._count + size

    def append(self, item: SupportsIndex, /) -> None:
        byte = bytes_methods.byte_of(item, "byte must be in range(0, 256)")
        if self._count == self._items.count:
            self._reserve(self._count + 1)
        self._items[self._count] = byte
        self._count = self._count + 1

    def extend(self, iterable_of_ints: Iterable[SupportsIndex], /) -> None:
        if isinstance(iterable_of_ints, (bytes, bytearray, memoryview)):
            self._extend_buffer(iterable_of_ints)
            return
        gathered = bytearray()  # all of them or none
        for item in iterable_of_ints:
            gathered.append(item)
        self._extend_buffer(gathered)

    def clear(self) -> None:
        self._items = Array(i64(0))
        self._count = i64(0)

    def copy(self) -> "bytearray":
        return self._part(i64(0), self._count)

    def _part(self, start: i64, end: i64) -> "bytearray":
        result = bytearray()
        if end > start:
            result._items = Array(end - start)
            result._items.copy_from(i64(0), self._items, start, end - start)
            result._count = end - start
        return result

    def insert(self, index: SupportsIndex, item: SupportsIndex, /) -> None:
        at = containers.argument_word(index)
        byte = bytes_methods.byte_of(item, "byte must be in range(0, 256)")
        if at < 0:
            at = at + self._count
            if at < 0:
                at = i64(0)
        if at > self._count:
            at = self._count
        self._reserve(self._count + 1)
        self._items.move(at + 1, at, self._count - at)
        self._items[at] = byte
        self._count = self._count + 1

    def pop(self, index: int = -1, /) -> int:
        at = containers.argument_word(index)
        if self._count == 0:
            raise IndexError("pop from empty bytearray")
        if at < 0:
            at = at + self._count
        if at < 0 or at >= self._count:
            raise IndexError("pop index out of range")
        byte = self._items[at]
        self._remove_range(at, at + 1)
        return make_small(i64(byte))

    def _remove_range(self, start: i64, end: i64) -> None:
        self._items.move(start, end, self._count - end)
        self._count = self._count - (end - start)

    def remove(self, value: int, /) -> None:
        at = self.find(value)
        if at < 0:
            raise ValueError("value not found in bytearray")
        start = small_value(at)
        self._remove_range(start, start + 1)

    def reverse(self) -> None:
        sorting.reverse_array(self._items, self._count)

    def join(self, iterable_of_bytes: Iterable[ReadableBuffer], /) -> "bytearray":
        return bytearray._of(
            bytes_methods.join(tail_address(self._items), self._count, iterable_of_bytes)
        )

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return text_codecs.decode(tail_address(self._items), self._count, encoding, errors)

    def count(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        part = bytes_methods.needle_bytes(sub)
        return make_small(
            bytes_methods.occurrences(tail_address(self._items), self._count, part, start, end)
        )

    def find(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        part = bytes_methods.needle_bytes(sub)
        return make_small(bytes_methods.find(tail_address(self._items), self._count, part, start, end))

    def rfind(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        part = bytes_methods.needle_bytes(sub)
        return make_small(bytes_methods.rfind(tail_address(self._items), self._count, part, start, end))

    def index(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        result = self.find(sub, start, end)
        if result < 0:
            raise ValueError("subsection not found")
        return result

    def rindex(
        self,
        sub: ReadableBuffer | SupportsIndex,
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> int:
        result = self.rfind(sub, start, end)
        if result < 0:
            raise ValueError("subsection not found")
        return result

    def endswith(
        self,
        suffix: "ReadableBuffer | tuple[ReadableBuffer, ...]",
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> bool:
        return bytes_methods.starts_or_ends(
            tail_address(self._items), self._count, suffix, start, end, False
        )

    def startswith(
        self,
        prefix: "ReadableBuffer | tuple[ReadableBuffer, ...]",
        start: SupportsIndex | None = None,
        end: SupportsIndex | None = None,
        /,
    ) -> bool:
        return bytes_methods.starts_or_ends(
            tail_address(self._items), self._count, prefix, start, end, True
        )

    def hex(self, sep: "str | bytes" = text_repr.NO_SEPARATOR, bytes_per_sep: SupportsIndex = 1) -> str:
        return self._all().hex(sep, bytes_per_sep)

    @classmethod
    def fromhex(cls, string: str, /) -> "bytearray":
        return bytearray._of(bytes_methods.from_hex(string))

    @staticmethod
    def maketrans(frm: ReadableBuffer, to: ReadableBuffer, /) -> bytes:
        return bytes.maketrans(frm, to)

    def isalnum(self) -> bool:
        return self._all().isalnum()

    def isalpha(self) -> bool:
        return self._all().isalpha()

    def isascii(self) -> bool:
        return self._all().isascii()

    def isdigit(self) -> bool:
        return self._all().isdigit()

    def islower(self) -> bool:
        return self._all().islower()

    def isspace(self) -> bool:
        return self._all().isspace()

    def istitle(self) -> bool:
        return self._all().istitle()

    def isupper(self) -> bool:
        return self._all().isupper()

    def capitalize(self) -> "bytearray":
        return bytearray._of(self._all().capitalize())

    def lower(self) -> "bytearray":
        return bytearray._of(self._all().lower())

    def swapcase(self) -> "bytearray":
        return bytearray._of(self._all().swapcase())

    def title(self) -> "bytearray":
        return bytearray._of(self._all().title())

    def upper(self) -> "bytearray":
        return bytearray._of(self._all().upper())

    def center(self, width: SupportsIndex, fillchar: bytes = b" ", /) -> "bytearray":
        return bytearray._of(self._all().center(width, fillchar))

    def ljust(self, width: SupportsIndex, fillchar: "bytes | bytearray" = b" ", /) -> "bytearray":
        return bytearray._of(self._all().ljust(width, fillchar))

    def rjust(self, width: SupportsIndex, fillchar: "bytes | bytearray" = b" ", /) -> "bytearray":
        return bytearray._of(self._all().rjust(width, fillchar))

    def zfill(self, width: SupportsIndex, /) -> "bytearray":
        return bytearray._of(self._all().zfill(width))

    def expandtabs(self, tabsize: SupportsIndex = 8) -> "bytearray":
        return bytearray._of(self._all().expandtabs(tabsize))

    def lstrip(self, bytes: ReadableBuffer | None = None, /) -> "bytearray":
        return bytearray._of(self._all().lstrip(bytes))

    def rstrip(self, bytes: ReadableBuffer | None = None, /) -> "bytearray":
        return bytearray._of(self._all().rstrip(bytes))

    def strip(self, bytes: ReadableBuffer | None = None, /) -> "bytearray":
        return bytearray._of(self._all().strip(bytes))

    def removeprefix(self, prefix: ReadableBuffer, /) -> "bytearray":
        return bytearray._of(self._all().removeprefix(prefix))

    def removesuffix(self, suffix: ReadableBuffer, /) -> "bytearray":
        return bytearray._of(self._all().removesuffix(suffix))

    def replace(self, old: ReadableBuffer, new: ReadableBuffer, count: SupportsIndex = -1, /) -> "bytearray":
        return bytearray._of(self._all().replace(old, new, count))

    def translate(self, table: ReadableBuffer | None, /, delete: bytes = b"") -> "bytearray":
        return bytearray._of(self._all().translate(table, delete))

    def split(self, sep: ReadableBuffer | None = None, maxsplit: SupportsIndex = -1) -> "list[bytearray]":
        return [bytearray._of(part) for part in self._all().split(sep, maxsplit)]

    def rsplit(self, sep: ReadableBuffer | None = None, maxsplit: SupportsIndex = -1) -> "list[bytearray]":
        return [bytearray._of(part) for part in self._all().rsplit(sep, maxsplit)]

    def splitlines(self, keepends: bool = False) -> "list[bytearray]":
        return [bytearray._of(part) for part in self._all().splitlines(keepends)]

    def partition(self, sep: ReadableBuffer, /) -> "tuple[bytearray, bytearray, bytearray]":
        before, middle, after = self._all().partition(sep)
        return (bytearray._of(before), bytearray._of(middle), bytearray._of(after))

    def rpartition(self, sep: ReadableBuffer, /) -> "tuple[bytearray, bytearray, bytearray]":
        before, middle, after = self._all().rpartition(sep)
        return (bytearray._of(before), bytearray._of(middle), bytearray._of(after))

    @inline
    def __len__(self) -> int:
        return make_small(self._count)

    def __iter__(self) -> Iterator[int]:
        return _BytearrayIterator(self)

    @overload
    @inline
    def __getitem__(self, key: SupportsIndex, /) -> int:
        return self._item(containers.index_word(key))

    @overload
    def __getitem__(self, key: "slice[SupportsIndex | None]", /) -> "bytearray":
        return self._sliced(key.start, key.stop, key.step)

    def __getitem__(self, key: "SupportsIndex | slice[SupportsIndex | None]", /) -> "int | bytearray":
        if isinstance(key, slice):
            return self._sliced(key.start, key.stop, key.step)
        return self._item(containers.any_index(key, "bytearray"))

    @inline
    def _item(self, index: i64) -> int:
        if index < 0:
            index = index + self._count
        if index < 0 or index >= self._count:
            raise IndexError("bytearray index out of range")
        return make_small(i64(self._items[index]))

    def _sliced(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> "bytearray":
        length = self._count
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, length)
        high = containers.slice_stop(stop, by, length)
        if by == 1:
            return self._part(low, high)
        return bytearray._of(
            bytes_methods.strided(
                tail_address(self._items), low, by, containers.slice_count(low, high, by)
            )
        )

    @overload
    @inline
    def __setitem__(self, key: SupportsIndex, value: SupportsIndex, /) -> None:
        index = containers.index_word(key)
        if u64(index) < u64(self._count):
            self._items[index] = bytes_methods.byte_of(value, "byte must be in range(0, 256)")
        else:
            self._set_item(index, value)

    @overload
    def __setitem__(
        self, key: "slice[SupportsIndex | None]", value: Iterable[SupportsIndex] | bytes, /
    ) -> None:
        self._set_slice(key.start, key.stop, key.step, bytes(value))

    def __setitem__(self, key: Any, value: Any, /) -> None:
        if isinstance(key, slice):
            self._set_slice(key.start, key.stop, key.step, bytes(value))
        else:
            self._set_item(containers.any_index(key, "bytearray"), value)

    def _set_item(self, index: i64, value: SupportsIndex) -> None:
        if index < 0:
            index = index + self._count
        if index < 0 or index >= self._count:
            raise IndexError("bytearray index out of range")
        self._items[index] = bytes_methods.byte_of(value, "byte must be in range(0, 256)")

    def _set_slice(
        self,
        start: SupportsIndex | None,
        stop: SupportsIndex | None,
        step: SupportsIndex | None,
        data: bytes,
    ) -> None:
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, self._count)
        high = containers.slice_stop(stop, by, self._count)
        size = data._tail.count
        if by == 1:
            if high < low:
                high = low
            change = size - (high - low)
            self._reserve(self._count + change)
            self._items.move(high + change, high, self._count - high)
            copy_memory(tail_address(self._items) + u64(low), tail_address(data), u64(size))
            self._count = self._count + change
            return
        count = containers.slice_count(low, high, by)
        if count != size:
            raise ValueError(
                "attempt to assign bytes of size "
                + str(int(size))
                + " to extended slice of size "
                + str(int(count))
            )
        i = i64(0)
        while i < count:
            self._items[low + i * by] = data._tail[i]
            i = i + 1

    def __delitem__(self, key: "SupportsIndex | slice[SupportsIndex | None]", /) -> None:
        if isinstance(key, slice):
            by = containers.slice_step(key.step)
            low = containers.slice_start(key.start, by, self._count)
            high = containers.slice_stop(key.stop, by, self._count)
            count = containers.slice_count(low, high, by)
            if count == 0:
                return
            if by < 0:
                low = low + (count - 1) * by
                by = -by
            if by == 1:
                self._remove_range(low, low + count)
                return
            kept = low
            i = low
            while i < self._count:
                if (i - low) % by != 0 or (i - low) // by >= count:
                    self._items[kept] = self._items[i]
                    kept = kept + 1
                i = i + 1
            self._count = kept
            return
        index = containers.any_index(key, "bytearray")
        if index < 0:
            index = index + self._count
        if index < 0 or index >= self._count:
            raise IndexError("bytearray index out of range")
        self._remove_range(index, index + 1)

    def __add__(self, value: ReadableBuffer, /) -> "bytearray":
        result = self.copy()
        result._extend_buffer(value)
        return result

    def __iadd__(self, value: ReadableBuffer, /) -> Self:  # type: ignore[override]
        self._extend_buffer(value)
        return self

    def __mod__(self, value: Any, /) -> "bytearray":
        return bytearray(formatting_percent.percent_format_bytes(bytes(self), value))

    def __mul__(self, value: SupportsIndex, /) -> "bytearray":
        return bytearray._of(
            bytes_methods.repeat(tail_address(self._items), self._count, containers.count_word(value), "")
        )

    def __rmul__(self, value: SupportsIndex, /) -> "bytearray":
        return self * value

    def __imul__(self, value: SupportsIndex, /) -> Self:
        product = self * value
        self._items = product._items
        self._count = product._count
        return self

    def __contains__(self, key: SupportsIndex | ReadableBuffer, /) -> bool:  # type: ignore[override]
        part = bytes_methods.needle_bytes(key)
        return bytes_methods.find(tail_address(self._items), self._count, part, None, None) >= 0

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, (bytes, bytearray, memoryview)):
            return bytes_methods.equal(
                tail_address(self._items),
                self._count,
                bytes_methods.address(value),
                bytes_methods.size(value),
            )
        return False

    def __ne__(self, value: object, /) -> bool:
        return not self == value

    def _compare(self, value: ReadableBuffer) -> i64:
        return bytes_methods.compare(
            tail_address(self._items),
            self._count,
            bytes_methods.address(value),
            bytes_methods.size(value),
        )

    def __lt__(self, value: ReadableBuffer, /) -> bool:
        return self._compare(value) < 0

    def __le__(self, value: ReadableBuffer, /) -> bool:
        return self._compare(value) <= 0

    def __gt__(self, value: ReadableBuffer, /) -> bool:
        return self._compare(value) > 0

    def __ge__(self, value: ReadableBuffer, /) -> bool:
        return self._compare(value) >= 0

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'bytearray'")

    def __repr__(self) -> str:
        return (
            type(self).__name__ + "(" + bytes_methods.repr_bytes(tail_address(self._items), self._count) + ")"
        )


_I = TypeVar("_I", default=int)


@final
class memoryview(Sequence[_I]):
    """A view of the bytes of a bytes or bytearray: integers or bytes of one native format, perhaps with a step."""

    _object: bytes | bytearray
    _start: i64  # of the first item, in bytes
    _count: i64
    _stride: i64  # from item to item, in bytes
    _itemsize: i64
    _size: i64  # of all items, in bytes
    _format: str
    _letter: str
    _locked: bool
    _released: bool
    _hash: int | None  # which outlives the release

    def __init__(self, obj: ReadableBuffer) -> None:
        self._released = False
        self._hash = None
        if isinstance(obj, memoryview):
            obj._check()
            self._take(obj)
        elif isinstance(obj, (bytes, bytearray)):
            self._object = obj
            self._start = i64(0)
            self._size = bytes_methods.size(obj)
            self._count = self._size
            self._stride = i64(1)
            self._itemsize = i64(1)
            self._format = "B"
            self._letter = "B"
            self._locked = isinstance(obj, bytes)
        else:
            raise TypeError(
                "memoryview: a bytes-like object is required, not '" + class_names.class_name(obj) + "'"
            )

    def _take(self, other: "memoryview[Any]") -> None:
        self._object = other._object
        self._start = other._start
        self._count = other._count
        self._stride = other._stride
        self._itemsize = other._itemsize
        self._size = other._size
        self._format = other._format
        self._letter = other._letter
        self._locked = other._locked

    @inline
    def _check(self) -> None:
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    def _address(self) -> u64:
        """Where the bytes are, one after the other (of a copy, where there is a step)."""
        self._check()
        if self._stride != self._itemsize and self._count > 1:
            return tail_address(self.tobytes())
        return bytes_methods.address(self._object) + u64(self._start)

    def _item_address(self, index: i64) -> u64:
        return bytes_methods.address(self._object) + u64(self._start + index * self._stride)

    @property
    def format(self) -> str:
        self._check()
        return self._format

    @property
    def itemsize(self) -> int:
        self._check()
        return make_small(self._itemsize)

    @property
    def ndim(self) -> int:
        self._check()
        return 1

    @property
    def shape(self) -> "tuple[int, ...] | None":
        self._check()
        return (make_small(self._count),)

    @property
    def strides(self) -> "tuple[int, ...] | None":
        self._check()
        return (make_small(self._stride),)

    @property
    def suboffsets(self) -> "tuple[int, ...] | None":
        self._check()
        return ()

    @property
    def nbytes(self) -> int:
        self._check()
        return make_small(self._size)

    @property
    def obj(self) -> ReadableBuffer:
        self._check()
        return self._object

    @property
    def readonly(self) -> bool:
        self._check()
        return self._locked

    @property
    def c_contiguous(self) -> bool:
        self._check()
        return self._stride == self._itemsize or self._count <= 1

    @property
    def f_contiguous(self) -> bool:
        return self.c_contiguous

    @property
    def contiguous(self) -> bool:
        return self.c_contiguous

    def __enter__(self) -> Self:
        self._check()
        return self

    def __exit__(
        self,
        exc_type: "type[BaseException] | None",
        exc_val: "BaseException | None",
        exc_tb: TracebackType | None,
        /,
    ) -> None:
        self._released = True

    def release(self) -> None:
        self._released = True

    def toreadonly(self) -> "memoryview[_I]":
        self._check()
        result: memoryview[_I] = memoryview(self)
        result._locked = True
        return result

    @overload
    def cast(self, format: Literal["c", "@c"]) -> "memoryview[bytes]": ...
    @overload
    def cast(
        self,
        format: Literal[
            "B", "@B", "b", "@b", "H", "@H", "h", "@h", "I", "@I", "i", "@i", "L", "@L", "l", "@l", "Q", "@Q",
            "q", "@q", "N", "@N", "n", "@n",
        ],
    ) -> "memoryview": ...
    def cast(self, format: str) -> Any:
        self._check()
        if not self.c_contiguous:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        letter = views.native(format)
        if letter == "":
            raise ValueError(
                "memoryview: destination format must be a native single character format prefixed with an "
                "optional '@'"
            )
        size = views.size_of(letter)
        if self._letter not in "Bbc" and letter not in "Bbc":
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        if self._size % size != 0:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        result: memoryview[Any] = memoryview(self)
        result._itemsize = size
        result._stride = size
        result._count = self._size // size
        result._format = format
        result._letter = letter
        return result

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> _I: ...
    @overload
    def __getitem__(self, key: "slice[SupportsIndex | None]", /) -> "memoryview[_I]":
        return self._sliced(key.start, key.stop, key.step)

    def __getitem__(self, key: Any, /) -> Any:
        if isinstance(key, slice):
            return self._sliced(key.start, key.stop, key.step)
        self._check()
        if isinstance(key, SupportsIndex):
            return self._item(containers.index_word(key))
        if self._is_slices(key):
            raise NotImplementedError("multi-dimensional slicing is not implemented")
        return views.load(self._item_address(self._only_index(key)), self._letter)

    def _is_slices(self, key: object) -> bool:
        if not isinstance(key, tuple) or not key:
            return False
        for part in key:
            if not isinstance(part, slice):
                return False
        return True

    def _only_index(self, key: object) -> i64:
        """Of a tuple of indices, which has one: there is one dimension."""
        if not isinstance(key, tuple):
            raise TypeError("memoryview: invalid slice key")
        indices: list[SupportsIndex] = []
        for part in key:
            if not isinstance(part, SupportsIndex):
                raise TypeError("memoryview: invalid slice key")
            indices.append(part)
        if not indices:
            raise NotImplementedError("sub-views are not implemented")
        if len(indices) > 1:
            raise TypeError(f"cannot index 1-dimension view with {len(indices)}-element tuple")
        return self._place(containers.index_word(indices[0]))

    def _place(self, index: i64) -> i64:
        self._check()
        if index < 0:
            index = index + self._count
        if index < 0 or index >= self._count:
            raise IndexError("index out of bounds on dimension 1")
        return index

    def _item(self, index: i64) -> object:
        return views.load(self._item_address(self._place(index)), self._letter)

    def _sliced(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> "memoryview[_I]":
        self._check()
        result: memoryview[_I] = memoryview(self)  # an index may release this one
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, self._count)
        high = containers.slice_stop(stop, by, self._count)
        count = i64(0)
        if by > 0 and high > low:
            count = (high - low - 1) // by + 1
        elif by < 0 and low > high:
            count = (low - high - 1) // (-by) + 1
        result._start = self._start + low * self._stride
        result._stride = self._stride * by
        result._count = count
        result._size = count * self._itemsize
        return result

    @overload
    def __setitem__(self, key: "slice[SupportsIndex | None]", value: ReadableBuffer, /) -> None: ...
    @overload
    def __setitem__(self, key: SupportsIndex, value: _I, /) -> None: ...
    def __setitem__(self, key: Any, value: Any, /) -> None:
        self._check()
        if self._locked:
            raise TypeError("cannot modify read-only memory")
        if isinstance(key, slice):
            part: memoryview[_I] = self._sliced(key.start, key.stop, key.step)
            self._check()
            if not isinstance(value, (bytes, bytearray, memoryview)):
                raise TypeError(
                    "a bytes-like object is required, not '" + class_names.class_name(value) + "'"
                )
            source: memoryview[_I] = memoryview(value)
            if source._letter != self._letter or source._count != part._count:
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            copied = source.tobytes()
            size = self._itemsize
            i = i64(0)
            while i < part._count:
                move_memory(part._item_address(i), tail_address(copied) + u64(i * size), u64(size))
                i = i + 1
            return
        if isinstance(key, SupportsIndex):
            index = self._place(containers.index_word(key))
        elif self._is_slices(key):
            raise NotImplementedError(
                "memoryview slice assignments are currently restricted to ndim = 1"
            )
        else:
            index = self._only_index(key)
        views.store(self._item_address(index), self._letter, self._format, value)

    def __iter__(self) -> Iterator[_I]:
        self._check()
        if self._letter == "B":
            return cast(Iterator[_I], _BytesIterator(self.tobytes()))
        return cast(Iterator[_I], iter(self._items()))

    def _items(self) -> "list[object]":
        self._check()
        items: list[object] = []
        i = i64(0)
        while i < self._count:
            items.append(views.load(self._item_address(i), self._letter))
            i = i + 1
        return items

    def __contains__(self, x: object, /) -> bool:
        for item in self._items():
            if item == x:
                return True
        return False

    def __len__(self) -> int:
        self._check()
        return make_small(self._count)

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, memoryview):
            if self._released or value._released:
                return self is value
            if self._letter == value._letter:
                return self.tobytes() == value.tobytes()
            return self._items() == value._items()
        if isinstance(value, (bytes, bytearray)):
            if self._released:
                return False
            if self._letter == "B":
                return self.tobytes() == value
            other: memoryview[int] = memoryview(value)
            return self._items() == other._items()
        return False

    def __hash__(self) -> int:
        known = self._hash
        if known is not None:
            return known
        self._check()
        if not self._locked:
            raise ValueError("cannot hash writable memoryview object")
        if self._letter not in "Bbc":
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        self._hash = self.tobytes().__hash__()
        return self._hash

    def tobytes(self, order: Literal["C", "F", "A"] | None = "C") -> bytes:
        self._check()
        if self._stride == self._itemsize or self._count <= 1:
            return text_codecs.bytes_from(
                bytes_methods.address(self._object) + u64(self._start), self._size
            )
        size = self._itemsize
        result = new_with_tail(bytes, self._size)
        i = i64(0)
        while i < self._count:
            copy_memory(tail_address(result) + u64(i * size), self._item_address(i), u64(size))
            i = i + 1
        return result

    def tolist(self) -> "list[int]":
        return cast("list[int]", self._items())

    def hex(self, sep: "str | bytes" = text_repr.NO_SEPARATOR, bytes_per_sep: SupportsIndex = 1) -> str:
        return self.tobytes().hex(sep, bytes_per_sep)

    def __repr__(self) -> str:
        kind = "<released memory at " if self._released else "<memory at "
        return kind + text_repr.hex_address(address_of(self)) + ">"


class _TupleIterator(Iterator[_T_co]):
    def __init__(self, items: "tuple[_T_co, ...]") -> None:
        self._items = items
        self._index = i64(0)

    def __iter__(self) -> "_TupleIterator[_T_co]":
        return self

    def __next__(self) -> _T_co:
        index = self._index
        if index >= self._items._tail.count:
            raise StopIteration
        self._index = index + 1
        return cast(_T_co, self._items._tail[index])

    def __length_hint__(self) -> int:
        left = self._items._tail.count - self._index
        return make_small(left) if left > 0 else 0


class tuple(Sequence[_T_co]):
    _tail: Tail[object]

    def __new__(cls, iterable: Iterable[_T_co] = (), /) -> Self:
        if isinstance(iterable, tuple):
            if type(iterable) is tuple:
                return iterable  # type: ignore[return-value]
            return iterable._plain()  # type: ignore[return-value]
        items: list[object] = []
        for item in iterable:
            items._push(item)
        return tuple._from_array(items._items, i64(0), items._count)  # type: ignore[return-value]

    def _plain(self) -> "tuple[Any, ...]":
        """The items of an object of a derived class."""
        result = new_with_tail(tuple, self._tail.count)
        i = i64(0)
        while i < self._tail.count:
            result._tail[i] = self._tail[i]
            i = i + 1
        return result

    @staticmethod
    def _from_array(items: Array[object], start: i64, count: i64) -> "tuple[Any, ...]":
        if count == 0:
            return ()
        result = new_with_tail(tuple, count)
        i = i64(0)
        while i < count:
            result._tail[i] = items[start + i]
            i = i + 1
        return result

    @staticmethod
    def _gathered(items: "tuple[Any, ...]", places: Array[i64], count: i64) -> "tuple[Any, ...]":
        """The items at these places."""
        if count == 0:
            return ()
        result = new_with_tail(tuple, count)
        i = i64(0)
        while i < count:
            result._tail[i] = items._tail[places[i]]
            i = i + 1
        return result

    @inline
    def __len__(self) -> int:
        return make_small(self._tail.count)

    def __contains__(self, key: object, /) -> bool:
        i = i64(0)
        while i < self._tail.count:
            if _same(self._tail[i], key):
                return True
            i = i + 1
        return False

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> _T_co:
        return cast(_T_co, self._item(containers.index_word(key)))

    @overload
    def __getitem__(self, key: "slice[SupportsIndex | None]", /) -> "tuple[_T_co, ...]":
        return self._sliced(key.start, key.stop, key.step)

    def __getitem__(self, key: Any, /) -> Any:
        if isinstance(key, slice):
            return self._sliced(key.start, key.stop, key.step)
        return self._item(containers.any_index(key, "tuple"))

    def _item(self, index: i64) -> object:
        if index < 0:
            index = index + self._tail.count
        if index < 0 or index >= self._tail.count:
            raise IndexError("tuple index out of range")
        return self._tail[index]

    def _sliced(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> "tuple[_T_co, ...]":
        length = self._tail.count
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, length)
        high = containers.slice_stop(stop, by, length)
        count = containers.slice_count(low, high, by)
        if count == 0:
            return ()
        if by == 1 and count == length:
            return self
        result = new_with_tail(tuple, count)
        i = i64(0)
        while i < count:
            result._tail[i] = self._tail[low + i * by]
            i = i + 1
        return result

    def __iter__(self) -> Iterator[_T_co]:
        return _TupleIterator(self)

    def _difference(self, other: "tuple[Any, ...]") -> i64:
        """The first index where the tuples differ, or the length of the shorter."""
        count = self._tail.count
        if other._tail.count < count:
            count = other._tail.count
        i = i64(0)
        while i < count and _same(self._tail[i], other._tail[i]):
            i = i + 1
        return i

    def __lt__(self, value: "tuple[_T_co, ...]", /) -> bool:
        i = self._difference(value)
        if i >= self._tail.count or i >= value._tail.count:
            return self._tail.count < value._tail.count
        a: Any = self._tail[i]
        b: Any = value._tail[i]
        return bool(a < b)

    def __le__(self, value: "tuple[_T_co, ...]", /) -> bool:
        i = self._difference(value)
        if i >= self._tail.count or i >= value._tail.count:
            return self._tail.count <= value._tail.count
        a: Any = self._tail[i]
        b: Any = value._tail[i]
        return bool(a <= b)

    def __gt__(self, value: "tuple[_T_co, ...]", /) -> bool:
        i = self._difference(value)
        if i >= self._tail.count or i >= value._tail.count:
            return self._tail.count > value._tail.count
        a: Any = self._tail[i]
        b: Any = value._tail[i]
        return bool(a > b)

    def __ge__(self, value: "tuple[_T_co, ...]", /) -> bool:
        i = self._difference(value)
        if i >= self._tail.count or i >= value._tail.count:
            return self._tail.count >= value._tail.count
        a: Any = self._tail[i]
        b: Any = value._tail[i]
        return bool(a >= b)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, tuple):
            return False
        count = self._tail.count
        if value._tail.count != count:
            return False
        i = i64(0)
        while i < count:
            if not _same(self._tail[i], value._tail[i]):
                return False
            i = i + 1
        return True

    def __hash__(self) -> int:
        return hashing.hash_int(self._hash_items())

    def _hash_items(self) -> i64:
        """The hash as a word."""
        state = hashing.tuple_hash_start()
        i = i64(0)
        while i < self._tail.count:
            item: object = self._tail[i]
            if is_small(item) and u64(small_value(unchecked_cast(int, item))) < 0x1FFFFFFFFFFFFFFF:
                state = hashing.tuple_hash_step(state, small_value(unchecked_cast(int, item)))
            else:
                state = hashing.tuple_hash_step(state, _hash_word(item))
            i = i + 1
        return hashing.tuple_hash_end(state, self._tail.count)

    @overload
    def __add__(self, value: "tuple[_T_co, ...]", /) -> "tuple[_T_co, ...]":
        return self._joined(value)

    @overload
    def __add__(self, value: "tuple[_T, ...]", /) -> "tuple[_T_co | _T, ...]":
        return self._joined(value)

    def __add__(self, value: "tuple[Any, ...]", /) -> "tuple[Any, ...]":
        return self._joined(value)

    def _joined(self, value: "tuple[Any, ...]") -> "tuple[Any, ...]":
        if value._tail.count == 0:
            return self
        if self._tail.count == 0:
            return value
        result = new_with_tail(tuple, self._tail.count + value._tail.count)
        i = i64(0)
        while i < self._tail.count:
            result._tail[i] = self._tail[i]
            i = i + 1
        j = i64(0)
        while j < value._tail.count:
            result._tail[i + j] = value._tail[j]
            j = j + 1
        return result

    def __mul__(self, value: SupportsIndex, /) -> "tuple[_T_co, ...]":
        times = containers.count_word(value)
        size = self._tail.count
        if times <= 0 or size == 0:
            return ()
        if times == 1:
            return self
        whole = containers.repeated(size, times)
        result = new_with_tail(tuple, whole)
        i = i64(0)
        while i < whole:
            result._tail[i] = self._tail[i % size]
            i = i + 1
        return result

    def __rmul__(self, value: SupportsIndex, /) -> "tuple[_T_co, ...]":
        return self * value

    def count(self, value: Any, /) -> int:
        found = i64(0)
        i = i64(0)
        while i < self._tail.count:
            if _same(self._tail[i], value):
                found = found + 1
            i = i + 1
        return make_small(found)

    def index(self, value: Any, start: SupportsIndex = 0, stop: SupportsIndex = sys.maxsize, /) -> int:
        i = containers.clamp_start(start, self._tail.count)
        end = containers.clamp_end(stop, self._tail.count)
        while i < end:
            if _same(self._tail[i], value):
                return make_small(i)
            i = i + 1
        raise ValueError("tuple.index(x): x not in tuple")

    def __repr__(self) -> str:
        count = self._tail.count
        if count == 0:
            return "()"
        if not containers.repr_enter(self):
            return "(...)"
        parts: Array[str] = Array(count)
        try:
            i = i64(0)
            while i < count:
                parts[i] = repr(self._tail[i])
                i = i + 1
        finally:
            containers.repr_leave()
        inside = text.join_array(parts, count, ", ")
        if count == 1:
            return "(" + inside + ",)"
        return "(" + inside + ")"


class _ListIterator(Iterator[_T]):
    def __init__(self, items: "list[_T]") -> None:
        self._list = items
        self._index = i64(0)

    def __iter__(self) -> "_ListIterator[_T]":
        return self

    @inline
    def __next__(self) -> _T:
        index = self._index
        items = self._list
        if index >= items._count:
            self._index = i64(0x7FFFFFFFFFFFFFF0)
            raise StopIteration
        self._index = index + 1
        return items._items[index]

    def __length_hint__(self) -> int:
        left = self._list._count - self._index
        return make_small(left) if left > 0 else 0


class _ListReverseIterator(Iterator[_T]):
    def __init__(self, items: "list[_T]") -> None:
        self._list = items
        self._index = items._count - 1

    def __iter__(self) -> "_ListReverseIterator[_T]":
        return self

    def __next__(self) -> _T:
        index = self._index
        items = self._list
        if index < 0 or index >= items._count:
            self._index = i64(-1)
            raise StopIteration
        self._index = index - 1
        return items._items[index]

    def __length_hint__(self) -> int:
        left = self._index + 1
        return make_small(left) if left <= self._list._count else 0


class list(MutableSequence[_T]):
    _items: Array[_T]
    _count: i64

    @overload
    def __init__(self) -> None:
        self._items = unchecked_cast(Array[_T], ())  # has no room, as an empty array
        self._count = i64(0)

    @overload
    def __init__(self, iterable: "list[_T]", /) -> None:
        self._items = Array(iterable._count)
        self._count = i64(0)
        if class_id(iterable) == class_id(self):
            self._extend_list(iterable)
        else:  # floats, say, that are held otherwise
            for item in iterable:
                self._push(item)

    @overload
    def __init__(self, iterable: Iterable[_T], /) -> None:
        self._items = unchecked_cast(Array[_T], ())
        self._count = i64(0)
        for item in iterable:
            self._push(item)

    def __init__(self, iterable: Iterable[_T] = (), /) -> None:  # type: ignore[misc]
        self._items = unchecked_cast(Array[_T], ())
        self._count = i64(0)
        self.extend(iterable)

    @staticmethod
    def _with_capacity(n: i64) -> "list[_T]":
        result: list[_T] = list()
        if n > 0:
            result._items = Array(n)
        return result

    def _expect(self, count: i64) -> None:
        """An empty list will probably get so many items; the compiler calls it."""
        if self._count == 0 and i64(0) < count <= 65536:
            self._items = Array(count)

    @inline
    def _push(self, value: _T) -> None:
        if self._count == self._items.count:
            self._grow(self._count + 1)
        self._items[self._count] = value
        self._count = self._count + 1

    @noinline
    def _grow(self, needed: i64) -> None:
        room = needed + (needed >> 2) + 4
        wider: Array[_T] = Array(room)
        wider.copy_from(i64(0), self._items, i64(0), self._count)
        self._items = wider

    def copy(self) -> "list[_T]":
        return self._part(i64(0), self._count)

    def _part(self, start: i64, end: i64) -> "list[_T]":
        """self[start:end] for bounds in range."""
        result: list[_T] = list()
        if end > start:
            result._items = Array(end - start)
            result._items.copy_from(i64(0), self._items, start, end - start)
            result._count = end - start
        return result

    @inline
    def append(self, object: _T, /) -> None:
        self._push(object)

    @overload
    def extend(self, iterable: "list[_T]", /) -> None:
        if class_id(iterable) == class_id(self):
            self._extend_list(iterable)
            return
        for item in iterable:  # a class of the application may have an `__iter__` of its own
            self._push(item)

    @overload
    def extend(self, iterable: Iterable[_T], /) -> None:
        for item in iterable:
            self._push(item)

    def extend(self, iterable: Iterable[_T], /) -> None:
        for item in iterable:
            self._push(item)

    def _extend_list(self, other: "list[_T]") -> None:
        count = other._count
        if self._count + count > self._items.count:
            self._grow(self._count + count)
        self._items.copy_from(self._count, other._items, i64(0), count)
        self._count = self._count + count

    def clear(self) -> None:
        self._items = unchecked_cast(Array[_T], ())
        self._count = i64(0)

    def pop(self, index: SupportsIndex = -1, /) -> _T:
        at = containers.argument_word(index)
        count = self._count
        if count == 0:
            raise IndexError("pop from empty list")
        if at < 0:
            at = at + count
        if at < 0 or at >= count:
            raise IndexError("pop index out of range")
        value = self._items[at]
        if at != count - 1:
            self._items.move(at, at + 1, count - 1 - at)
        self._items.clear_at(count - 1)
        self._count = count - 1
        return value

    def index(self, value: _T, start: SupportsIndex = 0, stop: SupportsIndex = sys.maxsize, /) -> int:
        i = containers.clamp_start(start, self._count)
        end = containers.clamped_word(stop.__index__())
        if end < 0:
            end = end + self._count
        while i < end and i < self._count:
            if _same(self._items[i], value):
                return make_small(i)
            i = i + 1
        raise ValueError(repr(value) + " is not in list")

    def count(self, value: _T, /) -> int:
        found = i64(0)
        i = i64(0)
        while i < self._count:
            if _same(self._items[i], value):
                found = found + 1
            i = i + 1
        return make_small(found)

    def insert(self, index: SupportsIndex, object: _T, /) -> None:
        at = containers.argument_word(index)
        if at < 0:
            at = at + self._count
            if at < 0:
                at = i64(0)
        if at > self._count:
            at = self._count
        if self._count == self._items.count:
            self._grow(self._count + 1)
        self._items.move(at + 1, at, self._count - at)
        self._items[at] = object
        self._count = self._count + 1

    def remove(self, value: _T, /) -> None:
        i = i64(0)
        while i < self._count:
            if _same(self._items[i], value):
                self._remove_range(i, i + 1)
                return
            i = i + 1
        raise ValueError("list.remove(x): x not in list")

    def _remove_range(self, start: i64, end: i64) -> None:
        if end <= start:
            return
        self._items.move(start, end, self._count - end)
        kept = self._count - (end - start)
        i = kept
        while i < self._count:
            self._items.clear_at(i)
            i = i + 1
        self._count = kept

    def reverse(self) -> None:
        sorting.reverse_array(self._items, self._count)

    @overload
    def sort(
        self: "list[SupportsRichComparisonT]", *, key: None = None, reverse: bool = False
    ) -> None:
        items = self._items
        count = self._count
        self._items = unchecked_cast(Array[_T], ())
        self._count = i64(0)
        try:
            if reverse:
                sorting.reverse_array(items, count)
            sorting.sort_array(items, count)
            if reverse:
                sorting.reverse_array(items, count)
        finally:
            changed = address_of(self._items) != address_of(())
            self._items = items
            self._count = count
        if changed:
            raise ValueError("list modified during sort")

    @overload
    def sort(self, *, key: Callable[[_T], SupportsRichComparison], reverse: bool = False) -> None:
        items = self._items
        count = self._count
        self._items = unchecked_cast(Array[_T], ())
        self._count = i64(0)
        try:
            keys: Array[SupportsRichComparison] = Array(count)
            i = i64(0)
            while i < count:
                keys[i] = key(items[i])
                i = i + 1
            if reverse:
                sorting.reverse_array(items, count)
                sorting.reverse_array(keys, count)
            sorting.sort_by_keys(keys, items, count)
            if reverse:
                sorting.reverse_array(items, count)
        finally:
            changed = address_of(self._items) != address_of(())
            self._items = items
            self._count = count
        if changed:
            raise ValueError("list modified during sort")

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        chosen: Callable[[Any], Any] = _identity if key is None else key
        self.sort(key=chosen, reverse=reverse)

    @inline
    def __len__(self) -> int:
        return make_small(self._count)

    @inline
    def __iter__(self) -> Iterator[_T]:
        return _ListIterator(self)

    @overload
    @inline
    def __getitem__(self, i: SupportsIndex, /) -> _T:
        index = containers.index_word(i)
        if u64(index) < u64(self._count):
            return self._items[index]
        return self._item_from_end(index)

    @overload
    def __getitem__(self, s: "slice[SupportsIndex | None]", /) -> "list[_T]":
        return self._sliced(s.start, s.stop, s.step)

    def __getitem__(self, i: Any, /) -> Any:
        if isinstance(i, slice):
            return self._sliced(i.start, i.stop, i.step)
        return self._item(containers.any_index(i, "list"))

    @inline
    def _item(self, index: i64) -> _T:
        if u64(index) < u64(self._count):
            return self._items[index]
        return self._item_from_end(index)

    @noinline
    def _item_from_end(self, index: i64) -> _T:
        """self[index] for a negative index; IndexError for others."""
        at = index + self._count
        if index >= 0 or at < 0:
            raise IndexError("list index out of range")
        return self._items[at]

    def _between(self, start: int, stop: int) -> "list[_T]":
        """self[start:stop]; the compiler calls it."""
        count = self._count
        return self._part(containers.part_bound(start, count), containers.part_bound(stop, count))

    def _backward(self, start: int, stop: int) -> "list[_T]":
        """self[start:stop:-1]; the compiler calls it."""
        first = containers.backward_bound(start, self._count)
        count = first - containers.backward_bound(stop, self._count)
        result: list[_T] = list()
        if count > 0:
            source = self._items
            target: Array[_T] = Array(count)
            i = i64(0)
            while i < count:
                target[i] = source[first - i]
                i = i + 1
            result._items = target
            result._count = count
        return result

    def _sliced(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> "list[_T]":
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, self._count)
        high = containers.slice_stop(stop, by, self._count)
        if by == 1:
            return self._part(low, high)
        count = containers.slice_count(low, high, by)
        result: list[_T] = list._with_capacity(count)
        source = self._items
        target = result._items
        result._count = count
        i = i64(0)
        while i < count:
            target[i] = source[low]
            low = low + by
            i = i + 1
        return result

    def _set_part(
        self,
        start: SupportsIndex | None,
        stop: SupportsIndex | None,
        step: SupportsIndex | None,
        values: "list[_T]",
    ) -> None:
        """self[start:stop:step] = values; the compiler calls it."""
        self._set_slice(start, stop, step, values.copy() if values is self else values)

    def _set_between(self, start: int, stop: int, values: "list[_T]") -> None:
        """self[start:stop] = values; the compiler calls it."""
        low = containers.part_bound(start, self._count)
        high = containers.part_bound(stop, self._count)
        if values._count == high - low:
            if values is not self:
                self._items.copy_from(low, values._items, i64(0), high - low)
            return
        self._replace_range(low, high, values.copy() if values is self else values)

    def _set_moved(self, start: int, stop: int, source: "list[_T]", first: int, last: int) -> None:
        """self[start:stop] = source[first:last], without a list for what is moved; the compiler calls it."""
        low = containers.part_bound(start, self._count)
        high = containers.part_bound(stop, self._count)
        begin = containers.part_bound(first, source._count)
        count = containers.part_bound(last, source._count) - begin
        if count <= 0 or count != high - low:
            self._replace_range(low, high, source._part(begin, begin + count))
        elif source is self:
            self._items.move(low, begin, count)
        else:
            self._items.copy_from(low, source._items, begin, count)

    def _set_backward(self, start: int, stop: int, source: "list[_T]", first: int, last: int) -> None:
        """self[start:stop] = source[first:last:-1], without a list for what is turned round."""
        low = containers.part_bound(start, self._count)
        high = containers.part_bound(stop, self._count)
        begin = containers.backward_bound(first, source._count)
        count = begin - containers.backward_bound(last, source._count)
        apart = source is not self or high <= begin - count + 1 or low > begin
        if count <= 0 or count != high - low:
            self._replace_range(low, high, source._backward(first, last))
        elif apart:
            items = self._items
            other = source._items
            while low < high:
                items[low] = other[begin]
                low = low + 1
                begin = begin - 1
        elif begin == high - 1:  # the same items the other way round
            items = self._items
            while low < begin:
                item = items[low]
                items[low] = items[begin]
                items[begin] = item
                low = low + 1
                begin = begin - 1
        else:
            self._replace_range(low, high, source._backward(first, last))

    @noinline
    def _replace_range(self, low: i64, high: i64, values: "list[_T]") -> None:
        """self[low:high] = values, which is another list."""
        if high < low:
            high = low
        change = values._count - (high - low)
        if change > 0:
            if self._count + change > self._items.count:
                self._grow(self._count + change)
            self._items.move(high + change, high, self._count - high)
            self._count = self._count + change
        elif change < 0:
            self._remove_range(high + change, high)
        self._items.copy_from(low, values._items, i64(0), values._count)

    @overload
    @inline
    def __setitem__(self, key: SupportsIndex, value: _T, /) -> None:
        index = containers.index_word(key)
        if u64(index) < u64(self._count):
            self._items[index] = value
        else:
            self._set_item(index, value)

    @overload
    def __setitem__(self, key: "slice[SupportsIndex | None]", value: Iterable[_T], /) -> None:
        if isinstance(value, list) and class_id(value) == class_id(self) and value is not self:
            self._set_slice(key.start, key.stop, key.step, value)
        else:
            self._set_slice(key.start, key.stop, key.step, list(value))

    def __setitem__(self, key: Any, value: Any, /) -> None:
        if isinstance(key, slice):
            self._set_slice(key.start, key.stop, key.step, list(value))
        else:
            self._set_item(containers.any_index(key, "list"), value)

    @noinline
    def _set_item(self, index: i64, value: _T) -> None:
        if index < 0:
            index = index + self._count
        if u64(index) >= u64(self._count):
            raise IndexError("list assignment index out of range")
        self._items[index] = value

    def _set_slice(
        self,
        start: SupportsIndex | None,
        stop: SupportsIndex | None,
        step: SupportsIndex | None,
        values: "list[_T]",
    ) -> None:
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, self._count)
        high = containers.slice_stop(stop, by, self._count)
        if by == 1:
            self._replace_range(low, high, values)
            return
        count = containers.slice_count(low, high, by)
        if count != values._count:
            raise ValueError(
                "attempt to assign sequence of size "
                + str(int(values._count))
                + " to extended slice of size "
                + str(int(count))
            )
        i = i64(0)
        while i < count:
            self._items[low + i * by] = values._items[i]
            i = i + 1

    @overload
    def __delitem__(self, key: SupportsIndex, /) -> None:
        self._delete_item(containers.index_word(key))

    @overload
    def __delitem__(self, key: "SupportsIndex | slice[SupportsIndex | None]", /) -> None:
        if isinstance(key, slice):
            self._delete_slice(key.start, key.stop, key.step)
        else:
            self._delete_item(containers.index_word(key))

    def __delitem__(self, key: "SupportsIndex | slice[SupportsIndex | None]", /) -> None:
        if isinstance(key, slice):
            self._delete_slice(key.start, key.stop, key.step)
        else:
            self._delete_item(containers.any_index(key, "list"))

    def _delete_item(self, index: i64) -> None:
        if index < 0:
            index = index + self._count
        if index < 0 or index >= self._count:
            raise IndexError("list assignment index out of range")
        self._remove_range(index, index + 1)

    def _delete_slice(
        self, start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None
    ) -> None:
        by = containers.slice_step(step)
        low = containers.slice_start(start, by, self._count)
        high = containers.slice_stop(stop, by, self._count)
        count = containers.slice_count(low, high, by)
        if count == 0:
            return
        if by < 0:
            low = low + (count - 1) * by
            by = -by
        if by == 1:
            self._remove_range(low, low + count)
            return
        kept = low
        i = low
        while i < self._count:
            if (i - low) % by != 0 or (i - low) // by >= count:
                self._items[kept] = self._items[i]
                kept = kept + 1
            i = i + 1
        self._remove_range(kept, self._count)

    @overload
    def __add__(self, value: "list[_T]", /) -> "list[_T]":
        result: list[_T] = list._with_capacity(self._count + value._count)
        result._extend_list(self)
        result._extend_list(value)
        return result

    @overload
    def __add__(self, value: "list[_S]", /) -> "list[_S | _T]":
        result: list[_S | _T] = list._with_capacity(self._count + value._count)
        for mine in self:
            result._push(mine)
        for theirs in value:
            result._push(theirs)
        return result

    def __add__(self, value: "list[Any]", /) -> "list[Any]":
        result: list[Any] = list._with_capacity(self._count + value._count)
        for mine in self:
            result._push(mine)
        for theirs in value:
            result._push(theirs)
        return result

    def __iadd__(self, value: Iterable[_T], /) -> Self:  # type: ignore[misc]
        self.extend(value)
        return self

    def __mul__(self, value: SupportsIndex, /) -> "list[_T]":
        times = containers.count_word(value)
        size = self._count
        if times <= 0 or size == 0:
            return []
        result: list[_T] = list._with_capacity(containers.repeated(size, times))
        items = result._items
        if size == 1:
            only = self._items[i64(0)]
            i = i64(0)
            while i < times:
                items[i] = only
                i = i + 1
        else:
            i = i64(0)
            while i < times:
                items.copy_from(i * size, self._items, i64(0), size)
                i = i + 1
        result._count = size * times
        return result

    def __rmul__(self, value: SupportsIndex, /) -> "list[_T]":
        return self * value

    def __imul__(self, value: SupportsIndex, /) -> Self:
        product = self * value
        self._items = product._items
        self._count = product._count
        return self

    @overload
    def __contains__(self, key: _T, /) -> bool:
        i = i64(0)
        while i < self._count:
            if _same(self._items[i], key):
                return True
            i = i + 1
        return False

    @overload
    def __contains__(self, key: object, /) -> bool:
        i = i64(0)
        while i < self._count:
            if _same_object(self._items[i], key):
                return True
            i = i + 1
        return False

    def __contains__(self, key: object, /) -> bool:
        i = i64(0)
        while i < self._count:
            if _same_object(self._items[i], key):
                return True
            i = i + 1
        return False

    def __reversed__(self) -> Iterator[_T]:
        return _ListReverseIterator(self)

    def _difference(self, other: "list[_T]") -> i64:
        """The first index where the lists differ, or the length of the shorter."""
        i = i64(0)
        while i < self._count and i < other._count and _same(self._items[i], other._items[i]):
            i = i + 1
        return i

    def __lt__(self, value: "list[_T]", /) -> bool:
        i = self._difference(value)
        if i >= self._count or i >= value._count:
            return self._count < value._count
        a: Any = self._items[i]
        b: Any = value._items[i]
        return bool(a < b)

    def __le__(self, value: "list[_T]", /) -> bool:
        i = self._difference(value)
        if i >= self._count or i >= value._count:
            return self._count <= value._count
        a: Any = self._items[i]
        b: Any = value._items[i]
        return bool(a <= b)

    def __gt__(self, value: "list[_T]", /) -> bool:
        i = self._difference(value)
        if i >= self._count or i >= value._count:
            return self._count > value._count
        a: Any = self._items[i]
        b: Any = value._items[i]
        return bool(a > b)

    def __ge__(self, value: "list[_T]", /) -> bool:
        i = self._difference(value)
        if i >= self._count or i >= value._count:
            return self._count >= value._count
        a: Any = self._items[i]
        b: Any = value._items[i]
        return bool(a >= b)

    @overload
    def __eq__(self, value: "list[_T]", /) -> bool:
        if self._count != value._count:
            return False
        i = i64(0)
        while i < self._count and i < value._count:
            if not _same(self._items[i], value._items[i]):
                return False
            i = i + 1
        return self._count == value._count

    @overload
    def __eq__(self, value: object, /) -> bool:
        return self._equals_object(value)

    def __eq__(self, value: object, /) -> bool:
        return self._equals_object(value)

    def _equals_object(self, value: object) -> bool:
        if not isinstance(value, list):
            return False
        if len(self) != len(value):
            return False
        i = i64(0)
        if class_id(value) == class_id(self):
            other = unchecked_cast(list[_T], value)  # may hold objects of another type
            while i < self._count and i < other._count:
                if not _same_object(self._items[i], other._items[i]):
                    return False
                i = i + 1
            return self._count == other._count
        for item in value:
            if i >= self._count or not _same_object(self._items[i], item):
                return False
            i = i + 1
        return i == self._count

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'list'")

    def __repr__(self) -> str:
        if self._count == 0:
            return "[]"
        if not containers.repr_enter(self):
            return "[...]"
        parts: list[str] = []
        try:
            i = i64(0)
            while i < self._count:
                parts._push(repr(self._items[i]))
                i = i + 1
        finally:
            containers.repr_leave()
        return "[" + text.join_array(parts._items, parts._count, ", ") + "]"


def _identity(value: Any) -> Any:
    return value


@inline
def _same_object(a: object, b: object) -> bool:
    return a is b or a == b


class _DictKeyIterator(Iterator[_KT], Generic[_KT, _VT]):
    def __init__(self, mapping: "dict[_KT, _VT]") -> None:
        self._dict = mapping
        self._entry = i64(0)
        self._used = mapping._used
        self._left = mapping._used

    def __iter__(self) -> "_DictKeyIterator[_KT, _VT]":
        return self

    def __next__(self) -> _KT:
        mapping = self._dict
        if mapping._used != self._used:
            self._used = i64(-1)
            mapping._size_changed()
        entry = mapping._next_entry(self._entry)
        if entry < 0:
            self._entry = mapping._filled
            raise StopIteration
        if self._left == 0:
            mapping._keys_changed()
        self._left = self._left - 1
        self._entry = entry + 1
        return mapping._keys[entry]

    def __length_hint__(self) -> int:
        return make_small(self._left) if self._dict._used == self._used else 0


class _DictValueIterator(Iterator[_VT], Generic[_KT, _VT]):
    def __init__(self, mapping: "dict[_KT, _VT]") -> None:
        self._dict = mapping
        self._entry = i64(0)
        self._used = mapping._used
        self._left = mapping._used

    def __iter__(self) -> "_DictValueIterator[_KT, _VT]":
        return self

    def __next__(self) -> _VT:
        mapping = self._dict
        if mapping._used != self._used:
            self._used = i64(-1)
            mapping._size_changed()
        entry = mapping._next_entry(self._entry)
        if entry < 0:
            self._entry = mapping._filled
            raise StopIteration
        if self._left == 0:
            mapping._keys_changed()
        self._left = self._left - 1
        self._entry = entry + 1
        return mapping._values[entry]

    def __length_hint__(self) -> int:
        return make_small(self._left) if self._dict._used == self._used else 0


class _DictItemIterator(Iterator["tuple[_KT, _VT]"], Generic[_KT, _VT]):
    def __init__(self, mapping: "dict[_KT, _VT]") -> None:
        self._dict = mapping
        self._entry = i64(0)
        self._used = mapping._used
        self._left = mapping._used

    def __iter__(self) -> "_DictItemIterator[_KT, _VT]":
        return self

    def __next__(self) -> "tuple[_KT, _VT]":
        mapping = self._dict
        if mapping._used != self._used:
            self._used = i64(-1)
            mapping._size_changed()
        entry = mapping._next_entry(self._entry)
        if entry < 0:
            self._entry = mapping._filled
            raise StopIteration
        if self._left == 0:
            mapping._keys_changed()
        self._left = self._left - 1
        self._entry = entry + 1
        return (mapping._keys[entry], mapping._values[entry])

    def __length_hint__(self) -> int:
        return make_small(self._left) if self._dict._used == self._used else 0


class _DictReverseKeyIterator(Iterator[_KT], Generic[_KT, _VT]):
    def __init__(self, mapping: "dict[_KT, _VT]") -> None:
        self._dict = mapping
        self._entry = mapping._filled - 1
        self._used = mapping._used

    def __iter__(self) -> "_DictReverseKeyIterator[_KT, _VT]":
        return self

    def __next__(self) -> _KT:
        mapping = self._dict
        if mapping._used != self._used:
            self._used = i64(-1)
            mapping._size_changed()
        entry = mapping._previous_entry(self._entry)
        if entry < 0:
            self._entry = i64(-1)
            raise StopIteration
        self._entry = entry - 1
        return mapping._keys[entry]

    def __length_hint__(self) -> int:
        return make_small(self._dict._count_to(self._entry)) if self._dict._used == self._used else 0


class _DictReverseValueIterator(Iterator[_VT], Generic[_KT, _VT]):
    def __init__(self, mapping: "dict[_KT, _VT]") -> None:
        self._dict = mapping
        self._entry = mapping._filled - 1
        self._used = mapping._used

    def __iter__(self) -> "_DictReverseValueIterator[_KT, _VT]":
        return self

    def __next__(self) -> _VT:
        mapping = self._dict
        if mapping._used != self._used:
            self._used = i64(-1)
            mapping._size_changed()
        entry = mapping._previous_entry(self._entry)
        if entry < 0:
            self._entry = i64(-1)
            raise StopIteration
        self._entry = entry - 1
        return mapping._values[entry]

    def __length_hint__(self) -> int:
        return make_small(self._dict._count_to(self._entry)) if self._dict._used == self._used else 0


class _DictReverseItemIterator(Iterator["tuple[_KT, _VT]"], Generic[_KT, _VT]):
    def __init__(self, mapping: "dict[_KT, _VT]") -> None:
        self._dict = mapping
        self._entry = mapping._filled - 1
        self._used = mapping._used

    def __iter__(self) -> "_DictReverseItemIterator[_KT, _VT]":
        return self

    def __next__(self) -> "tuple[_KT, _VT]":
        mapping = self._dict
        if mapping._used != self._used:
            self._used = i64(-1)
            mapping._size_changed()
        entry = mapping._previous_entry(self._entry)
        if entry < 0:
            self._entry = i64(-1)
            raise StopIteration
        self._entry = entry - 1
        return (mapping._keys[entry], mapping._values[entry])

    def __length_hint__(self) -> int:
        return make_small(self._dict._count_to(self._entry)) if self._dict._used == self._used else 0


@noinline
def _pair(item: Any, index: int) -> tuple[Any, ...]:
    """An item of what a dict is made of, which is no tuple of two."""
    try:
        parts = tuple(item)
    except TypeError:
        text = f"cannot convert dictionary update sequence element #{index} to a sequence"
        raise TypeError(text) from None
    if len(parts) != 2:
        raise ValueError(f"dictionary update sequence element #{index} has length {len(parts)}; 2 is required")
    return parts


class dict(MutableMapping[_KT, _VT]):
    """Insertion-ordered hash table.

    `_indices` maps slots to entries: 0 empty, -1 deleted, else entry + 1.  Entries are appended to
    `_keys`, `_values`, `_hashes`; a deleted entry has the hash -1, which no key has.  `popitem` takes
    the last entry away altogether; `_stray` counts the deleted slots that such entries leave behind.
    """

    _indices: Array[i32]
    _keys: Array[_KT]
    _values: Array[_VT]
    _hashes: Array[i64]
    _used: i64
    _filled: i64
    _stray: i64

    @overload
    def __init__(self, /) -> None:
        self._begin()

    @overload
    def __init__(self: "dict[str, _VT]", /, **kwargs: _VT) -> None: ...
    @overload
    def __init__(self, map: SupportsKeysAndGetItem[_KT, _VT], /) -> None:
        if class_id(map) == class_id(self) and self._bare():
            self._copy_table(unchecked_cast(dict[_KT, _VT], map))
            return
        self._begin()
        if isinstance(map, dict):
            self._take_dict(map)
            return
        for key in map.keys():
            self._store(key, map[key])

    @overload
    def __init__(
        self: "dict[str, _VT]", map: SupportsKeysAndGetItem[str, _VT], /, **kwargs: _VT
    ) -> None: ...
    @overload
    def __init__(self, iterable: "Iterable[tuple[_KT, _VT]]", /) -> None:
        self._begin()
        for key, value in iterable:
            self._store(key, value)

    @overload
    def __init__(
        self: "dict[str, _VT]", iterable: "Iterable[tuple[str, _VT]]", /, **kwargs: _VT
    ) -> None: ...
    @overload
    def __init__(self: "dict[str, str]", iterable: "Iterable[list[str]]", /) -> None:
        self._begin()
        count = 0
        for pair in iterable:
            if len(pair) != 2:
                raise ValueError(
                    f"dictionary update sequence element #{count} has length {len(pair)}; 2 is required"
                )
            self._store(pair[0], pair[1])
            count += 1

    @overload
    def __init__(self: "dict[bytes, bytes]", iterable: "Iterable[list[bytes]]", /) -> None:
        self._begin()
        count = 0
        for pair in iterable:
            if len(pair) != 2:
                raise ValueError(
                    f"dictionary update sequence element #{count} has length {len(pair)}; 2 is required"
                )
            self._store(pair[0], pair[1])
            count += 1

    def __init__(self, source: Any = (), /, **kwargs: Any) -> None:
        self._begin()
        if isinstance(source, keywords.HasKeys):
            self._take_keys(source)
        else:
            count = 0
            for item in source:
                pair = item if isinstance(item, tuple) and len(item) == 2 else _pair(item, count)
                self._store(pair[0], pair[1])
                count += 1
        for name in kwargs:
            self._store(cast(_KT, name), kwargs[name])

    @noinline
    def _size_changed(self) -> NoReturn:
        """What an iterator raises at its next item."""
        raise RuntimeError("dictionary changed size during iteration")

    @noinline
    def _keys_changed(self) -> NoReturn:
        raise RuntimeError("dictionary keys changed during iteration")

    def _view_name(self, name: str) -> str:
        """What the class of a view is called."""
        return name

    def _take_keys(self, source: Any) -> None:
        """`{**source}`, where nothing is known of it."""
        given: Any = source
        if not isinstance(source, keywords.HasKeys):
            raise TypeError(f"'{type(source).__name__}' object is not a mapping")
        if isinstance(source, dict):
            self._take_dict(source)
            return
        for key in given.keys():
            self._store(key, given[key])

    @inline
    def _bare(self) -> bool:
        """Nothing has been set yet, not even that it is empty."""
        return address_of(self._indices) == 0

    @inline
    def _begin(self) -> None:
        """Empty when it is new; `__init__` called once more adds to what is there."""
        if self._bare():
            self._start(i64(8))

    @inline
    def _start(self, slots: i64) -> None:
        self._indices = Array(slots)
        room = slots * 2 // 3
        self._keys = Array(room)
        self._values = Array(room)
        self._hashes = Array(room)
        self._used = i64(0)
        self._filled = i64(0)
        self._stray = i64(0)

    def _find(self, key: _KT, hash: i64) -> i64:
        """The entry of a key, or -1."""
        indices = self._indices
        hashes = self._hashes
        keys = self._keys
        mask = indices.count - 1
        slot = hash & mask
        perturb = u64(hash)
        while True:
            entry = i64(indices[slot]) - 1
            if entry >= 0:
                if hashes[entry] == hash and _same(keys[entry], key):
                    if hashes is not self._hashes:  # the comparison changed the dict
                        return self._find(key, hash)
                    return entry
            elif entry == -1:
                return i64(-1)
            perturb = perturb >> 5
            slot = (slot * 5 + i64(perturb) + 1) & mask

    @inline
    def _entry_of(self, key: _KT) -> i64:
        return self._find(key, _hash_word(key))

    @inline
    def _value_at(self, entry: i64) -> _VT:
        return self._values[entry]

    def _forget(self, key: object) -> None:
        """Delete a key of any type that may be missing."""
        entry = self._find_object(key)
        if entry >= 0:
            self._delete_entry(entry)

    def _find_object(self, key: object) -> i64:
        """The entry of a key of any type, or -1."""
        return self._find_hashed(key, _hash_word(key))

    def _find_hashed(self, key: object, hash: i64) -> i64:
        indices = self._indices
        hashes = self._hashes
        keys = self._keys
        mask = indices.count - 1
        slot = hash & mask
        perturb = u64(hash)
        while True:
            entry = i64(indices[slot]) - 1
            if entry >= 0:
                if hashes[entry] == hash and _same_object(keys[entry], key):
                    if hashes is not self._hashes:
                        return self._find_hashed(key, hash)
                    return entry
            elif entry == -1:
                return i64(-1)
            perturb = perturb >> 5
            slot = (slot * 5 + i64(perturb) + 1) & mask

    def _append(self, key: _KT, value: _VT, hash: i64) -> None:
        """Add a key that is not there."""
        if self._filled == self._keys.count:
            self._resize()
        entry = self._filled
        self._keys[entry] = key
        self._values[entry] = value
        self._hashes[entry] = hash
        self._filled = entry + 1
        self._used = self._used + 1
        self._link(hash, entry)

    def _link(self, hash: i64, entry: i64) -> None:
        """Let the first free slot of the hash's sequence point to the entry."""
        indices = self._indices
        mask = indices.count - 1
        slot = hash & mask
        perturb = u64(hash)
        while indices[slot] > 0:
            perturb = perturb >> 5
            slot = (slot * 5 + i64(perturb) + 1) & mask
        indices[slot] = i32(entry + 1)

    @noinline
    def _resize(self) -> None:
        slots = i64(8)
        while slots <= self._used * 3:
            slots = slots * 2
        self._rebuild(slots)

    def _rebuild(self, slots: i64) -> None:
        keys = self._keys
        values = self._values
        hashes = self._hashes
        filled = self._filled
        self._start(slots)
        i = i64(0)
        kept = i64(0)
        while i < filled:
            hash = hashes[i]
            if hash != -1:
                self._keys[kept] = keys[i]
                self._values[kept] = values[i]
                self._hashes[kept] = hash
                self._link(hash, kept)
                kept = kept + 1
            i = i + 1
        self._filled = kept
        self._used = kept

    def _rehash(self) -> None:
        """Find the keys under their hashes again: they are copies of others."""
        hashes = self._hashes
        i = i64(0)
        while i < self._filled:
            if hashes[i] != -1:
                hashes[i] = _hash_word(self._keys[i])
            i = i + 1
        self._resize()

    def _delete_entry(self, entry: i64) -> None:
        indices = self._indices
        mask = indices.count - 1
        hash = self._hashes[entry]
        slot = hash & mask
        perturb = u64(hash)
        wanted = i32(entry + 1)
        while indices[slot] != wanted:
            perturb = perturb >> 5
            slot = (slot * 5 + i64(perturb) + 1) & mask
        indices[slot] = i32(-1)
        self._hashes[entry] = i64(-1)
        self._keys.clear_at(entry)
        self._values.clear_at(entry)
        self._used = self._used - 1

    def _next_entry(self, entry: i64) -> i64:
        """The first live entry from `entry` on, or -1."""
        while entry < self._filled:
            if self._hashes[entry] != -1:
                return entry
            entry = entry + 1
        return i64(-1)

    def _count_to(self, entry: i64) -> i64:
        """How many items there are up to this entry."""
        count = i64(0)
        entry = self._previous_entry(entry)
        while entry >= 0:
            count = count + 1
            entry = self._previous_entry(entry - 1)
        return count

    def _previous_entry(self, entry: i64) -> i64:
        """The last live entry up to `entry`, or -1."""
        while entry >= 0:
            if self._hashes[entry] != -1:
                return entry
            entry = entry - 1
        return i64(-1)

    def copy(self) -> "dict[_KT, _VT]":
        result: dict[_KT, _VT] = dict()
        result._copy_table(self)
        return result

    def _copy_table(self, other: "dict[_KT, _VT]") -> None:
        """The items of another dict, which has the same layout, in place of what is here: nothing."""
        count = other._filled
        if count != other._used or count * 3 < other._indices.count:  # leave out what was deleted
            slots = i64(8)
            while slots * 2 // 3 < other._used:
                slots = slots * 2
            self._keys = other._keys
            self._values = other._values
            self._hashes = other._hashes
            self._filled = count
            self._rebuild(slots)
            return
        slots = other._indices.count
        room = other._keys.count
        self._indices = Array(slots)
        self._indices.copy_from(i64(0), other._indices, i64(0), slots)
        self._keys = Array(room)
        self._keys.copy_from(i64(0), other._keys, i64(0), count)
        self._values = Array(room)
        self._values.copy_from(i64(0), other._values, i64(0), count)
        self._hashes = Array(room)
        self._hashes.copy_from(i64(0), other._hashes, i64(0), count)
        self._filled = count
        self._used = count
        self._stray = other._stray

    def _merge(self, other: "dict[_KT, _VT]") -> None:
        """Set every item of another dict of the same type."""
        i = i64(0)
        while i < other._filled:
            hash = other._hashes[i]
            if hash != -1:
                self._set(other._keys[i], other._values[i], hash)
            i = i + 1

    def _set(self, key: _KT, value: _VT, hash: i64) -> None:
        indices = self._indices
        hashes = self._hashes
        stored = self._keys
        mask = indices.count - 1
        slot = hash & mask
        perturb = u64(hash)
        while True:
            entry = i64(indices[slot]) - 1
            if entry >= 0:
                if hashes[entry] == hash and _same(stored[entry], key):
                    if hashes is not self._hashes:
                        self._set(key, value, hash)
                    else:
                        self._values[entry] = value
                    return
            elif entry == -1:
                break
            perturb = perturb >> 5
            slot = (slot * 5 + i64(perturb) + 1) & mask
        entry = self._filled
        keys = self._keys
        if entry == keys.count or hashes is not self._hashes:  # full, or a comparison changed the dict
            self._append(key, value, hash)
            return
        keys[entry] = key
        self._values[entry] = value
        hashes[entry] = hash
        self._filled = entry + 1
        self._used = self._used + 1
        indices[slot] = i32(entry + 1)

    def keys(self) -> "dict_keys[_KT, _VT]":
        return dict_keys(self)

    def values(self) -> "dict_values[_KT, _VT]":
        return dict_values(self)

    def items(self) -> "dict_items[_KT, _VT]":
        return dict_items(self)

    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: None = None, /) -> "dict[_T, Any | None]": ...
    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: _S, /) -> "dict[_T, _S]":
        result: dict[_T, _S] = dict()
        for key in iterable:
            result[key] = value
        return result

    @classmethod
    def fromkeys(cls, iterable: Iterable[Any], value: Any = None, /) -> "dict[Any, Any]":
        result: dict[Any, Any] = dict()
        for key in iterable:
            result[key] = value
        return result

    @overload  # type: ignore[override]
    def get(self, key: _KT, default: None = None, /) -> _VT | None:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return None
        return self._values[entry]

    @overload
    def get(self, key: _KT, default: _VT, /) -> _VT:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return default
        return self._values[entry]

    @overload
    def get(self, key: _KT, default: _T, /) -> _VT | _T:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return default
        return self._values[entry]

    def get(self, key: _KT, default: Any = None, /) -> Any:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return default
        return self._values[entry]

    @overload
    def pop(self, key: _KT, /) -> _VT:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            raise KeyError(key)
        value = self._values[entry]
        self._delete_entry(entry)
        return value

    @overload
    def pop(self, key: _KT, default: _VT, /) -> _VT:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return default
        value = self._values[entry]
        self._delete_entry(entry)
        return value

    @overload
    def pop(self, key: _KT, default: _T, /) -> _VT | _T:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return default
        value = self._values[entry]
        self._delete_entry(entry)
        return value

    def pop(self, key: _KT, *default: Any) -> Any:
        if len(default) > 1:
            raise TypeError(f"pop expected at most 2 arguments, got {len(default) + 1}")
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            if len(default) == 0:
                raise KeyError(key)
            return default[0]
        value = self._values[entry]
        self._delete_entry(entry)
        return value

    def popitem(self) -> "tuple[_KT, _VT]":
        if self._used == 0:
            raise KeyError("popitem(): dictionary is empty")
        entry = self._previous_entry(self._filled - 1)
        result = (self._keys[entry], self._values[entry])
        self._delete_entry(entry)
        self._filled = entry
        self._stray = self._stray + 1
        if self._stray * 8 > self._indices.count:
            self._resize()  # searching ends at empty slots: some must stay
        return result

    @overload
    def setdefault(
        self: "dict[_KT, _T | None]", key: _KT, default: None = None, /
    ) -> _T | None:
        hash = _hash_word(key)
        entry = self._find(key, hash)
        if entry >= 0:
            return self._values[entry]
        self._append(key, None, hash)
        return None

    @overload
    def setdefault(self, key: _KT, default: _VT, /) -> _VT:
        hash = _hash_word(key)
        entry = self._find(key, hash)
        if entry >= 0:
            return self._values[entry]
        self._append(key, default, hash)
        return default

    def setdefault(self, key: _KT, default: Any = None, /) -> Any:
        hash = _hash_word(key)
        entry = self._find(key, hash)
        if entry >= 0:
            return self._values[entry]
        self._append(key, default, hash)
        return default

    @overload  # type: ignore[override]
    def update(self, m: "dict[_KT, _VT]", /) -> None:
        self._merge(m)

    @overload
    def update(self, m: SupportsKeysAndGetItem[_KT, _VT], /) -> None:
        if isinstance(m, dict):
            self._take_dict(m)
            return
        for key in m.keys():
            self._store(key, m[key])

    @overload
    def update(
        self: "dict[str, _VT]", m: SupportsKeysAndGetItem[str, _VT], /, **kwargs: _VT
    ) -> None: ...
    @overload
    def update(self, m: "Iterable[tuple[_KT, _VT]]", /) -> None:
        for key, value in m:
            self._store(key, value)

    @overload
    def update(self: "dict[str, _VT]", m: "Iterable[tuple[str, _VT]]", /, **kwargs: _VT) -> None: ...
    @overload
    def update(self: "dict[str, _VT]", /, **kwargs: _VT) -> None: ...
    def update(self, m: Any = (), /, **kwargs: Any) -> None:
        if isinstance(m, keywords.HasKeys):
            self._take_keys(m)
        else:
            count = 0
            for item in m:
                pair = item if isinstance(item, tuple) and len(item) == 2 else _pair(item, count)
                self._store(pair[0], pair[1])
                count += 1
        for name in kwargs:
            self._store(cast(_KT, name), kwargs[name])

    def clear(self) -> None:
        self._start(i64(8))

    @inline
    def __len__(self) -> int:
        return make_small(self._used)

    def __getitem__(self, key: _KT, /) -> _VT:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            return self.__missing__(key)
        return self._values[entry]

    def __missing__(self, key: _KT) -> _VT:
        raise KeyError(key)

    def __setitem__(self, key: _KT, value: _VT, /) -> None:
        self._set(key, value, _hash_word(key))

    def _store(self, key: _KT, value: _VT) -> None:
        """`dict.__setitem__`, also where a subclass has another: `__init__` and `update` do not ask it."""
        self._set(key, value, _hash_word(key))

    def _take_dict(self, source: "dict[Any, Any]") -> None:
        """The items of another dict as they are kept there, whatever `__getitem__` of its class gives."""
        for key, value in source._pairs():
            self._store(key, value)

    def _pairs(self) -> "list[tuple[Any, Any]]":
        result: list[tuple[Any, Any]] = list._with_capacity(self._used)
        entry = self._next_entry(i64(0))
        while entry >= 0:
            result._push((self._keys[entry], self._values[entry]))
            entry = self._next_entry(entry + 1)
        return result

    def __delitem__(self, key: _KT, /) -> None:
        entry = self._find(key, _hash_word(key))
        if entry < 0:
            raise KeyError(key)
        self._delete_entry(entry)

    @overload
    def __contains__(self, key: _KT, /) -> bool:
        return self._find(key, _hash_word(key)) >= 0

    @overload
    def __contains__(self, key: object, /) -> bool:
        return self._find_object(key) >= 0

    def __contains__(self, key: object, /) -> bool:
        return self._find_object(key) >= 0

    def __iter__(self) -> Iterator[_KT]:
        return _DictKeyIterator(self)

    def __reversed__(self) -> Iterator[_KT]:
        return _DictReverseKeyIterator(self)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, dict):  # another mapping is asked whether it equals this one
            return isinstance(value, Mapping) and dynamic.reflected_equal(self, value)
        if len(value) != len(self):
            return False
        if class_id(value) == class_id(self):
            return self._equals(unchecked_cast(dict[_KT, _VT], value))
        for key, item in value.items():
            entry = self._find_object(key)
            if entry < 0 or not _same_object(self._values[entry], item):
                return False
        return True

    def _equals(self, other: "dict[_KT, _VT]") -> bool:
        """The same for one of this class, as large as this one; it may hold objects of other types."""
        i = i64(0)
        while i < self._filled:
            hash = self._hashes[i]
            if hash != -1:
                value = self._values[i]
                entry = other._find_hashed(self._keys[i], hash)
                if entry < 0 or not _same_object(other._values[entry], value):
                    return False
            i = i + 1
        return True

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'dict'")

    @overload
    def __or__(self, value: "dict[_KT, _VT]", /) -> "dict[_KT, _VT]":
        result = self.copy()
        result._merge(value)
        return result

    @overload
    def __or__(self, value: "dict[_T1, _T2]", /) -> "dict[_KT | _T1, _VT | _T2]":
        result: dict[_KT | _T1, _VT | _T2] = dict()
        for key, item in self.items():
            result[key] = item
        for other_key, other_item in value.items():
            result[other_key] = other_item
        return result

    def __or__(self, value: Any, /) -> Any:
        if not isinstance(value, dict):
            return NotImplemented
        result: dict[Any, Any] = dict()
        for key, item in self.items():
            result[key] = item
        for other_key, other_item in value.items():
            result[other_key] = other_item
        return result

    @overload  # type: ignore[misc]
    def __ior__(self, value: SupportsKeysAndGetItem[_KT, _VT], /) -> Self:
        if isinstance(value, dict):
            self._take_dict(value)
            return self
        for key in value.keys():
            self._store(key, value[key])
        return self

    @overload
    def __ior__(self, value: "Iterable[tuple[_KT, _VT]]", /) -> Self:
        for key, item in value:
            self._store(key, item)
        return self

    def __ior__(self, value: Any, /) -> Self:
        self.update(value)
        return self

    def __repr__(self) -> str:
        if self._used == 0:
            return "{}"
        if not containers.repr_enter(self):
            return "{...}"
        parts: list[str] = []
        try:
            entry = self._next_entry(i64(0))
            while entry >= 0:
                parts._push(repr(self._keys[entry]) + ": " + repr(self._values[entry]))
                entry = self._next_entry(entry + 1)
        finally:
            containers.repr_leave()
        return "{" + text.join_array(parts._items, parts._count, ", ") + "}"


class _SetIterator(Iterator[_T]):
    def __init__(self, table: "_SetTable[_T]") -> None:
        self._table = table
        self._slot = i64(0)
        self._used = table._used

    def __iter__(self) -> "_SetIterator[_T]":
        return self

    def __next__(self) -> _T:
        table = self._table
        if table._used != self._used:
            self._used = i64(-1)
            raise RuntimeError("Set changed size during iteration")
        slot = table._next_slot(self._slot)
        if slot < 0:
            self._slot = table._mask + 1
            raise StopIteration
        self._slot = slot + 1
        return table._keys[slot]

    def __length_hint__(self) -> int:
        left = 0
        slot = self._table._next_slot(self._slot) if self._table._used == self._used else i64(-1)
        while slot >= 0:
            left += 1
            slot = self._table._next_slot(slot + 1)
        return left


def _other_key(mine: _T, other: object) -> _T:
    """An equal key of another set, as an item of this one; a TypeError says so where it cannot be one."""
    if other is mine:
        return mine
    value: Any = other
    return value


class _SetTable(Generic[_T]):
    """CPython's hash table of sets: the same probing and growth, hence the same order.

    `_marks` holds the hash xor a constant: 0 is an empty slot, `~constant` a deleted one.
    """

    _keys: Array[_T]
    _marks: Array[i64]
    _mask: i64
    _fill: i64
    _used: i64
    _finger: i64

    def __init__(self) -> None:
        self._reset(i64(8))

    @inline
    def _reset(self, size: i64) -> None:
        self._keys = Array(size)
        self._marks = Array(size)
        self._mask = size - 1
        self._fill = i64(0)
        self._used = i64(0)
        self._finger = i64(0)

    def _find(self, key: _T, hash: i64) -> i64:
        """The slot of a key, or -1."""
        mark = hash ^ 0x6A09E667F3BCC909
        marks = self._marks
        mask = self._mask
        perturb = u64(hash)
        start = hash & mask
        while True:
            slot = start
            last = start
            if start + 9 <= mask:
                last = start + 9
            while slot <= last:
                found = marks[slot]
                if found == 0:
                    return i64(-1)
                if found == mark and _same(self._keys[slot], key):
                    return slot
                slot = slot + 1
            perturb = perturb >> 5
            start = (start * 5 + 1 + i64(perturb)) & mask

    def _find_key(self, key: _T) -> i64:
        if isinstance(key, set):
            return self._find_object(key)
        return self._find(key, _hash_word(key))

    def _find_object(self, key: object) -> i64:
        if isinstance(key, set):
            try:
                return self._find_hashed(key, _hash_word(key))
            except TypeError:
                key = frozenset(key)  # a set is found as the frozenset of its items
        return self._find_hashed(key, _hash_word(key))

    def _find_hashed(self, key: object, hash: i64) -> i64:
        mark = hash ^ 0x6A09E667F3BCC909
        mask = self._mask
        perturb = u64(hash)
        start = hash & mask
        while True:
            slot = start
            last = start
            if start + 9 <= mask:
                last = start + 9
            while slot <= last:
                found = self._marks[slot]
                if found == 0:
                    return i64(-1)
                if found == mark and _same_object(self._keys[slot], key):
                    return slot
                slot = slot + 1
            perturb = perturb >> 5
            start = (start * 5 + 1 + i64(perturb)) & mask

    def _insert(self, key: _T, hash: i64) -> None:
        """Add a key if it is not there."""
        mark = hash ^ 0x6A09E667F3BCC909
        marks = self._marks
        mask = self._mask
        perturb = u64(hash)
        start = hash & mask
        free = i64(-1)
        while True:
            slot = start
            last = start
            if start + 9 <= mask:
                last = start + 9
            while slot <= last:
                found = marks[slot]
                if found == 0:
                    if free >= 0:
                        self._keys[free] = key
                        marks[free] = mark
                        self._used = self._used + 1
                        return
                    self._keys[slot] = key
                    marks[slot] = mark
                    self._fill = self._fill + 1
                    self._used = self._used + 1
                    if self._fill * 5 >= mask * 3:
                        if self._used > 50000:
                            self._resize(self._used * 2)
                        else:
                            self._resize(self._used * 4)
                    return
                if found == mark and _same(self._keys[slot], key):
                    return
                if found == -0x6A09E667F3BCC90A:
                    free = slot  # CPython puts the key in the last deleted slot it passed
                slot = slot + 1
            perturb = perturb >> 5
            start = (start * 5 + 1 + i64(perturb)) & mask

    def _insert_clean(self, key: _T, mark: i64) -> None:
        """Add a key that is not there to a table without deleted slots and with room."""
        marks = self._marks
        mask = self._mask
        hash = mark ^ 0x6A09E667F3BCC909
        perturb = u64(hash)
        start = hash & mask
        while True:
            slot = start
            last = start
            if start + 9 <= mask:
                last = start + 9
            while slot <= last:
                if marks[slot] == 0:
                    self._keys[slot] = key
                    marks[slot] = mark
                    return
                slot = slot + 1
            perturb = perturb >> 5
            start = (start * 5 + 1 + i64(perturb)) & mask

    @noinline
    def _resize(self, minimum: i64) -> None:
        size = i64(8)
        while size <= minimum:
            size = size * 2
        keys = self._keys
        marks = self._marks
        count = self._mask + 1
        used = self._used
        finger = self._finger
        self._reset(size)
        self._finger = finger
        i = i64(0)
        while i < count:
            mark = marks[i]
            if mark != 0 and mark != -0x6A09E667F3BCC90A:
                self._insert_clean(keys[i], mark)
            i = i + 1
        self._fill = used
        self._used = used

    def _remove_slot(self, slot: i64) -> None:
        self._marks[slot] = i64(-0x6A09E667F3BCC90A)
        self._keys.clear_at(slot)
        self._used = self._used - 1

    def _next_slot(self, slot: i64) -> i64:
        """The first live slot from `slot` on, or -1."""
        while slot <= self._mask:
            mark = self._marks[slot]
            if mark != 0 and mark != -0x6A09E667F3BCC90A:
                return slot
            slot = slot + 1
        return i64(-1)

    def _hash_at(self, slot: i64) -> i64:
        return self._marks[slot] ^ 0x6A09E667F3BCC909

    def _make_room(self, more: i64) -> None:
        """Grow at once before many keys are added."""
        if (self._fill + more) * 5 >= self._mask * 3:
            self._resize((self._used + more) * 2)

    def _toggle(self, key: _T, hash: i64) -> None:
        """Remove a key that is there, add one that is not."""
        slot = self._find(key, hash)
        if slot >= 0:
            self._remove_slot(slot)
        else:
            self._insert(key, hash)

    def _merge(self, other: "_SetTable[_T]") -> None:
        """Add the keys of another table (CPython's set_merge)."""
        if other is self or other._used == 0:
            return
        self._make_room(other._used)
        if self._fill == 0 and self._mask == other._mask and other._fill == other._used:
            self._keys.copy_from(i64(0), other._keys, i64(0), self._mask + 1)
            self._marks.copy_from(i64(0), other._marks, i64(0), self._mask + 1)
            self._fill = other._fill
            self._used = other._used
            return
        clean = self._fill == 0
        slot = other._next_slot(i64(0))
        while slot >= 0:
            if clean:
                self._insert_clean(other._keys[slot], other._marks[slot])
            else:
                self._insert(other._keys[slot], other._hash_at(slot))
            slot = other._next_slot(slot + 1)
        if clean:
            self._fill = other._used
            self._used = other._used

    def _rehashed(self) -> "_SetTable[_T]":
        """The keys in the same order in a new table, under the hashes they have now."""
        result: _SetTable[_T] = _SetTable()
        slot = self._next_slot(i64(0))
        while slot >= 0:
            result._insert(self._keys[slot], _hash_word(self._keys[slot]))
            slot = self._next_slot(slot + 1)
        return result

    def _copied(self) -> "_SetTable[_T]":
        result: _SetTable[_T] = _SetTable()
        result._merge(self)
        return result

    def _add_all(self, values: Iterable[_T]) -> None:
        if isinstance(values, (set, frozenset)):
            self._merge(values._table)
            return
        if isinstance(values, dict):
            self._make_room(containers.clamped_word(len(values)))
        for value in values:
            self._insert(value, _hash_word(value))

    def _replace(self, other: "_SetTable[_T]") -> None:
        self._keys = other._keys
        self._marks = other._marks
        self._mask = other._mask
        self._fill = other._fill
        self._used = other._used

    def _repr_items(self) -> str:
        parts: list[str] = []
        slot = self._next_slot(i64(0))
        while slot >= 0:
            parts._push(repr(self._keys[slot]))
            slot = self._next_slot(slot + 1)
        return "{" + text.join_array(parts._items, parts._count, ", ") + "}"

    def _alike(self, other: object) -> "_SetTable[_T] | None":
        """The table of a set whose keys are held as they are here; they may be of other types."""
        if isinstance(other, (set, frozenset)) and class_id(other._table) == class_id(self):
            return unchecked_cast(_SetTable[_T], other._table)
        return None

    def _intersected(self, other: Iterable[object]) -> "_SetTable[_T]":
        """The keys that are in `other` too, in CPython's order: the smaller set is walked."""
        result: _SetTable[_T] = _SetTable()
        table = self._alike(other)
        if table is not None and table is not self:
            walked = self if table._used > self._used else table
            i = walked._next_slot(i64(0))
            while i >= 0:
                mine = i
                if walked is self:
                    if table._find_hashed(self._keys[i], self._hash_at(i)) < 0:
                        mine = i64(-1)
                else:
                    mine = self._find_hashed(table._keys[i], table._hash_at(i))
                if mine >= 0:
                    key = self._keys[mine]
                    if walked is table:
                        key = _other_key(key, table._keys[i])  # CPython takes the item it has walked to
                    result._insert(key, self._hash_at(mine))
                i = walked._next_slot(i + 1)
            return result
        if isinstance(other, (set, frozenset)) and address_of(other._table) == address_of(self):
            return self._copied()
        if isinstance(other, (set, frozenset)) and len(other) > self._used:
            slot = self._next_slot(i64(0))
            while slot >= 0:
                if self._keys[slot] in other:
                    result._insert(self._keys[slot], self._hash_at(slot))
                slot = self._next_slot(slot + 1)
            return result
        for value in other:
            slot = self._find_object(value)
            if slot >= 0:
                result._insert(_other_key(self._keys[slot], value), self._hash_at(slot))
        return result

    def _shared_with(self, view: AbstractSet[object]) -> "_SetTable[_T]":
        """The keys that a view has too: the smaller of both is walked, the view if they are of one size."""
        if not isinstance(view, (dict_keys, dict_items)) or containers.clamped_word(len(view)) > self._used:
            return self._seen_in(view)
        return self._intersected(view)

    def _seen_in(self, view: AbstractSet[object]) -> "_SetTable[_T]":
        """The keys that a view of a dict has too."""
        result: _SetTable[_T] = _SetTable()
        slot = self._next_slot(i64(0))
        while slot >= 0:
            if self._keys[slot] in view:
                result._insert(self._keys[slot], self._hash_at(slot))
            slot = self._next_slot(slot + 1)
        return result

    def _without(self, other: Iterable[object]) -> "_SetTable[_T]":
        if not isinstance(other, AbstractSet):
            result = self._copied()
            result._discard_all(other)
            return result
        if (self._used >> 2) > containers.clamped_word(len(other)):
            result = self._copied()
            result._discard_all(other)
            return result
        result = _SetTable()
        table = self._alike(other)
        slot = self._next_slot(i64(0))
        while slot >= 0:
            if (
                table._find_hashed(self._keys[slot], self._hash_at(slot)) < 0
                if table is not None
                else self._keys[slot] not in other
            ):
                result._insert(self._keys[slot], self._hash_at(slot))
            slot = self._next_slot(slot + 1)
        return result

    def _discard_all(self, other: Iterable[object]) -> None:
        for value in other:
            slot = self._find_object(value)
            if slot >= 0:
                self._remove_slot(slot)
        if self._fill - self._used > self._mask // 4:
            if self._used > 50000:
                self._resize(self._used * 2)
            else:
                self._resize(self._used * 4)

    def _is_subset(self, other: "AbstractSet[object]") -> bool:
        if self._used > containers.clamped_word(len(other)):
            return False
        table = self._alike(other)
        if table is not None:
            return table._has_all(self)
        slot = self._next_slot(i64(0))
        while slot >= 0:
            if self._keys[slot] not in other:
                return False
            slot = self._next_slot(slot + 1)
        return True

    def _has_all(self, other: "_SetTable[_T]") -> bool:
        """All keys of a table that is alike are here too."""
        slot = other._next_slot(i64(0))
        while slot >= 0:
            if self._find_hashed(other._keys[slot], other._hash_at(slot)) < 0:
                return False
            slot = other._next_slot(slot + 1)
        return True

    def _is_superset(self, other: Iterable[object]) -> bool:
        table = self._alike(other)
        if table is not None:
            return self._has_all(table)
        for value in other:
            if self._find_object(value) < 0:
                return False
        return True

    def _hash_all(self) -> int:
        state = u64(0)
        slot = self._next_slot(i64(0))
        while slot >= 0:
            state = state ^ hashing.shuffle_bits(u64(self._hash_at(slot)))
            slot = self._next_slot(slot + 1)
        return hashing.hash_int(hashing.set_hash_end(state, self._used))


def _set_given(given: Any) -> Any:
    """What another class's operator gives, as a set where that has items."""
    if not isinstance(given, set) and isinstance(given, AbstractSet):
        return set(given)
    return given


class set(MutableSet[_T]):
    _table: _SetTable[_T]

    def _rehash(self) -> None:
        self._table = self._table._rehashed()

    @overload
    def __init__(self) -> None:
        self._table = _SetTable()

    @overload
    def __init__(self, iterable: "set[_T]", /) -> None:
        self._table = iterable._table._copied()

    @overload
    def __init__(self, iterable: Iterable[_T], /) -> None:
        self._table = _SetTable()
        self._table._add_all(iterable)

    def __init__(self, iterable: Iterable[_T] = (), /) -> None:  # type: ignore[misc]
        self._table = _SetTable()
        self._table._add_all(iterable)

    def _folded(self) -> "set[_T]":
        """Constants in the order of CPython's compiler, which builds their frozenset twice."""
        again: _SetTable[_T] = _SetTable()
        for element in self:
            again._insert(element, _hash_word(element))
        return _set_of(again)

    def _refolded(self) -> "set[_T]":
        """And in that of a set made of them."""
        return _set_of(self._folded()._table._copied())

    def add(self, element: _T, /) -> None:
        self._table._insert(element, _hash_word(element))

    def clear(self) -> None:
        self._table._reset(i64(8))

    def copy(self) -> "set[_T]":
        return _set_of(self._table._copied())

    def difference(self, *s: Iterable[object]) -> "set[_T]":
        table = self._table
        if len(s) == 0:
            table = table._copied()
        for other in s:
            table = table._without(other)
        return _set_of(table)

    def intersection(self, *s: Iterable[object]) -> "set[_T]":
        table = self._table
        if len(s) == 0:
            table = table._copied()
        for other in s:
            table = table._intersected(other)
        return _set_of(table)

    def isdisjoint(self, s: Iterable[object], /) -> bool:
        if isinstance(s, (set, frozenset)) and len(s) > len(self):
            for mine in self:
                if mine in s:
                    return False
            return True
        for other in s:
            if self._table._find_object(other) >= 0:
                return False
        return True

    def issubset(self, s: Iterable[object], /) -> bool:
        if isinstance(s, (set, frozenset)):
            return self._table._is_subset(s)
        return self._table._is_subset(set(s))

    def issuperset(self, s: Iterable[object], /) -> bool:
        return self._table._is_superset(s)

    def symmetric_difference(self, s: Iterable[_S], /) -> "set[_T | _S]":
        result: _SetTable[_T | _S] = _SetTable()
        result._add_all(s)
        for mine in self:
            result._toggle(mine, _hash_word(mine))
        return _set_of(result)

    def union(self, *s: Iterable[_S]) -> "set[_T | _S]":
        result: _SetTable[_T | _S] = _SetTable()
        result._add_all(self)
        for other in s:
            if other is not self:
                result._add_all(other)
        return _set_of(result)

    def __len__(self) -> int:
        return make_small(self._table._used)

    @overload
    def __contains__(self, o: _T, /) -> bool:
        return self._table._find_key(o) >= 0

    @overload
    def __contains__(self, o: object, /) -> bool:
        return self._table._find_object(o) >= 0

    def __contains__(self, o: object, /) -> bool:
        return self._table._find_object(o) >= 0

    def __iter__(self) -> Iterator[_T]:
        return _SetIterator(self._table)

    # With a set of another class it is that one's method that answers. Of the view of a dict it gives a set;
    # of what else it gives a set is made, which is what is declared here.

    def __and__(self, value: AbstractSet[object], /) -> "set[_T]":
        if isinstance(value, (set, frozenset)):
            return _set_of(self._table._intersected(value))
        if isinstance(value, (KeysView, ItemsView)):
            return _set_of(self._table._shared_with(value))
        return _set_given(value._and_after(self))

    @overload
    def __or__(self, value: "set[_T]", /) -> "set[_T]":
        table = self._table._copied()
        if value is not self:
            table._merge(value._table)
        return _set_of(table)

    @overload
    def __or__(self, value: AbstractSet[_S], /) -> "set[_T | _S]":
        if isinstance(value, (set, frozenset, KeysView, ItemsView)):
            return self.union(value)
        return _set_given(value._or_after(self))

    def __or__(self, value: AbstractSet[Any], /) -> "set[Any]":
        if isinstance(value, (set, frozenset, KeysView, ItemsView)):
            return self.union(value)
        return _set_given(value._or_after(self))

    def __sub__(self, value: AbstractSet[object], /) -> "set[_T]":
        if isinstance(value, (set, frozenset, KeysView, ItemsView)):
            return _set_of(self._table._without(value))
        return _set_given(value._sub_after(self))

    def __xor__(self, value: AbstractSet[_S], /) -> "set[_T | _S]":
        if isinstance(value, (set, frozenset, KeysView, ItemsView)):
            return self.symmetric_difference(value)
        return _set_given(value._xor_after(self))

    def __le__(self, value: AbstractSet[object], /) -> bool:
        return self._table._is_subset(value)

    def __lt__(self, value: AbstractSet[object], /) -> bool:
        return len(self) < len(value) and self._table._is_subset(value)

    def __ge__(self, value: AbstractSet[object], /) -> bool:
        return len(self) >= len(value) and self._table._is_superset(value)

    def __gt__(self, value: AbstractSet[object], /) -> bool:
        return len(self) > len(value) and self._table._is_superset(value)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, (set, frozenset)):  # another kind of set is asked whether it equals this one
            return isinstance(value, AbstractSet) and dynamic.reflected_equal(self, value)
        if len(value) != len(self):
            return False
        return self._table._is_superset(value)

    def difference_update(self, *s: Iterable[object]) -> None:
        for other in s:
            if other is self:
                self.clear()
            else:
                self._table._discard_all(other)

    def discard(self, element: object, /) -> None:
        slot = self._table._find_object(element)
        if slot >= 0:
            self._table._remove_slot(slot)

    def intersection_update(self, *s: Iterable[object]) -> None:
        for other in s:
            self._table._replace(self._table._intersected(other))

    def pop(self) -> _T:
        table = self._table
        if table._used == 0:
            raise KeyError("pop from an empty set")
        slot = table._next_slot(table._finger & table._mask)
        if slot < 0:
            slot = table._next_slot(i64(0))
        value = table._keys[slot]
        table._remove_slot(slot)
        table._finger = slot + 1
        return value

    def remove(self, element: _T, /) -> None:
        slot = self._table._find_key(element)
        if slot < 0:
            raise KeyError(element)
        self._table._remove_slot(slot)

    def symmetric_difference_update(self, s: Iterable[_T], /) -> None:
        if s is self:
            self.clear()
        elif isinstance(s, (set, frozenset, dict)):
            for value in s:
                self._table._toggle(value, _hash_word(value))
        else:
            other: set[_T] = set(s)
            for value in other:
                self._table._toggle(value, _hash_word(value))

    @overload
    def update(self, s: "set[_T]", /) -> None:
        self._table._merge(s._table)

    @overload
    def update(self, *s: Iterable[_T]) -> None:
        for other in s:
            self._table._add_all(other)

    def update(self, *s: Iterable[_T]) -> None:
        for other in s:
            self._table._add_all(other)

    def __iand__(self, value: AbstractSet[object], /) -> Self:
        if not isinstance(value, (set, frozenset)):  # which makes another one, also on CPython
            given: Any = self & value
            return given
        self._table._replace(self._table._intersected(value))
        return self

    def __ior__(self, value: AbstractSet[_T], /) -> Self:  # type: ignore[override,misc]
        if not isinstance(value, (set, frozenset)):  # which makes another one, also on CPython
            given: Any = self | value
            return given
        self._table._add_all(value)
        return self

    def __isub__(self, value: AbstractSet[object], /) -> Self:
        if not isinstance(value, (set, frozenset)):  # which makes another one, also on CPython
            given: Any = self - value
            return given
        if value is self:
            self.clear()
        else:
            self._table._discard_all(value)
        return self

    def __ixor__(self, value: AbstractSet[_T], /) -> Self:  # type: ignore[override,misc]
        if not isinstance(value, (set, frozenset)):  # which makes another one, also on CPython
            given: Any = self ^ value
            return given
        self.symmetric_difference_update(value)
        return self

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'set'")

    def __repr__(self) -> str:
        if self._table._used == 0:
            return type(self).__name__ + "()"
        if not containers.repr_enter(self):
            return type(self).__name__ + "(...)"
        try:
            name = type(self).__name__
            return self._table._repr_items() if name == "set" else name + "(" + self._table._repr_items() + ")"
        finally:
            containers.repr_leave()


class frozenset(AbstractSet[_T_co]):
    _table: _SetTable[_T_co]
    _hash: i64

    def _rehash(self) -> None:
        self._table = self._table._rehashed()
        self._hash = i64(0)

    @overload
    def __init__(self) -> None:
        self._table = _SetTable()

    @overload
    def __init__(self, iterable: Iterable[_T_co], /) -> None:
        self._table = _SetTable()
        self._table._add_all(iterable)

    def __init__(self, iterable: Iterable[_T_co] = (), /) -> None:  # type: ignore[misc]
        self._table = _SetTable()
        self._table._add_all(iterable)

    def copy(self) -> "frozenset[_T_co]":
        return self if type(self) is frozenset else _frozenset_of(self._table)

    def difference(self, *s: Iterable[object]) -> "frozenset[_T_co]":
        table = self._table
        if len(s) == 0:
            table = table._copied()
        for other in s:
            table = table._without(other)
        return _frozenset_of(table)

    def intersection(self, *s: Iterable[object]) -> "frozenset[_T_co]":
        table = self._table
        if len(s) == 0:
            table = table._copied()
        for other in s:
            table = table._intersected(other)
        return _frozenset_of(table)

    def isdisjoint(self, s: Iterable[object], /) -> bool:
        if isinstance(s, (set, frozenset)) and len(s) > len(self):
            for mine in self:
                if mine in s:
                    return False
            return True
        for other in s:
            if self._table._find_object(other) >= 0:
                return False
        return True

    def issubset(self, s: Iterable[object], /) -> bool:
        if isinstance(s, (set, frozenset)):
            return self._table._is_subset(s)
        return self._table._is_subset(set(s))

    def issuperset(self, s: Iterable[object], /) -> bool:
        return self._table._is_superset(s)

    def symmetric_difference(self, s: Iterable[_S], /) -> "frozenset[_T_co | _S]":
        result: _SetTable[_T_co | _S] = _SetTable()
        result._add_all(s)
        for mine in self:
            result._toggle(mine, _hash_word(mine))
        return _frozenset_of(result)

    def union(self, *s: Iterable[_S]) -> "frozenset[_T_co | _S]":
        result: _SetTable[_T_co | _S] = _SetTable()
        result._add_all(self)
        for other in s:
            if other is not self:
                result._add_all(other)
        return _frozenset_of(result)

    def __len__(self) -> int:
        return make_small(self._table._used)

    @overload
    def __contains__(self, o: _T_co, /) -> bool:  # type: ignore[misc]
        return self._table._find_key(o) >= 0

    @overload
    def __contains__(self, o: object, /) -> bool:
        return self._table._find_object(o) >= 0

    def __contains__(self, o: object, /) -> bool:
        return self._table._find_object(o) >= 0

    def __iter__(self) -> Iterator[_T_co]:
        return _SetIterator(self._table)

    # With the view of a dict it is the view that makes the result: a set.

    @overload
    def __and__(  # type: ignore[overload-overlap]
        self, value: "KeysView[Any] | ItemsView[Any, Any]", /
    ) -> "set[_T_co]":
        return _set_of(self._table._seen_in(value))

    @overload
    def __and__(self, value: AbstractSet[object], /) -> "frozenset[_T_co]":
        if isinstance(value, (set, frozenset)):
            return _frozenset_of(self._table._intersected(value))
        given: Any = value._and_after(self)
        return given

    def __and__(self, value: AbstractSet[object], /) -> Any:
        if isinstance(value, (KeysView, ItemsView)):
            return _set_of(self._table._seen_in(value))
        if isinstance(value, (set, frozenset)):
            return _frozenset_of(self._table._intersected(value))
        return value._and_after(self)

    @overload
    def __or__(self, value: "KeysView[_S]", /) -> "set[_T_co | _S]":  # type: ignore[overload-overlap]
        return set(self).union(value)

    @overload
    def __or__(  # type: ignore[overload-overlap]
        self, value: "ItemsView[_S, _V]", /
    ) -> "set[_T_co | tuple[_S, _V]]":
        return set(self).union(value)

    @overload
    def __or__(self, value: "frozenset[_T_co]", /) -> "frozenset[_T_co]":
        table = self._table._copied()
        if value is not self:
            table._merge(value._table)
        return _frozenset_of(table)

    @overload
    def __or__(self, value: AbstractSet[_S], /) -> "frozenset[_T_co | _S]":
        if isinstance(value, (set, frozenset)):
            return self.union(value)
        given: Any = value._or_after(self)
        return given

    def __or__(self, value: AbstractSet[Any], /) -> Any:
        if isinstance(value, (KeysView, ItemsView)):
            return set(self).union(value)
        if isinstance(value, (set, frozenset)):
            return self.union(value)
        return value._or_after(self)

    @overload
    def __sub__(  # type: ignore[overload-overlap]
        self, value: "KeysView[Any] | ItemsView[Any, Any]", /
    ) -> "set[_T_co]":
        return set(self).difference(value)

    @overload
    def __sub__(self, value: AbstractSet[object], /) -> "frozenset[_T_co]":
        if isinstance(value, (set, frozenset)):
            return _frozenset_of(self._table._without(value))
        given: Any = value._sub_after(self)
        return given

    def __sub__(self, value: AbstractSet[object], /) -> Any:
        if isinstance(value, (KeysView, ItemsView)):
            return set(self).difference(value)
        if isinstance(value, (set, frozenset)):
            return _frozenset_of(self._table._without(value))
        return value._sub_after(self)

    @overload
    def __xor__(self, value: "KeysView[_S]", /) -> "set[_T_co | _S]":  # type: ignore[overload-overlap]
        return set(self).symmetric_difference(value)

    @overload
    def __xor__(  # type: ignore[overload-overlap]
        self, value: "ItemsView[_S, _V]", /
    ) -> "set[_T_co | tuple[_S, _V]]":
        return set(self).symmetric_difference(value)

    @overload
    def __xor__(self, value: AbstractSet[_S], /) -> "frozenset[_T_co | _S]":
        if isinstance(value, (set, frozenset)):
            return self.symmetric_difference(value)
        given: Any = value._xor_after(self)
        return given

    def __xor__(self, value: AbstractSet[Any], /) -> Any:
        if isinstance(value, (KeysView, ItemsView)):
            return set(self).symmetric_difference(value)
        if isinstance(value, (set, frozenset)):
            return self.symmetric_difference(value)
        return value._xor_after(self)

    def __le__(self, value: AbstractSet[object], /) -> bool:
        return self._table._is_subset(value)

    def __lt__(self, value: AbstractSet[object], /) -> bool:
        return len(self) < len(value) and self._table._is_subset(value)

    def __ge__(self, value: AbstractSet[object], /) -> bool:
        return len(self) >= len(value) and self._table._is_superset(value)

    def __gt__(self, value: AbstractSet[object], /) -> bool:
        return len(self) > len(value) and self._table._is_superset(value)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, (set, frozenset)):  # another kind of set is asked whether it equals this one
            return isinstance(value, AbstractSet) and dynamic.reflected_equal(self, value)
        if len(value) != len(self):
            return False
        return self._table._is_superset(value)

    def __hash__(self) -> int:
        return self._table._hash_all()

    def __repr__(self) -> str:
        if self._table._used == 0:
            return type(self).__name__ + "()"
        return type(self).__name__ + "(" + self._table._repr_items() + ")"


def _set_of(table: _SetTable[_S]) -> set[_S]:
    result: set[_S] = set()
    result._table = table
    return result


def _frozenset_of(table: _SetTable[_S]) -> frozenset[_S]:
    result: frozenset[_S] = frozenset()
    result._table = table
    return result


class enumerate(Iterator["tuple[int, _T]"]):
    def __init__(self, iterable: Iterable[_T], start: int = 0) -> None:
        self._iterator = iterable.__iter__()
        self._number = start

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> tuple[int, _T]:
        value = self._iterator.__next__()
        number = self._number
        self._number = number + 1
        return (number, value)


class zip(Iterator[_T_co]):
    @overload
    def __new__(cls, *, strict: bool = False) -> "zip[Any]": ...
    @overload
    def __new__(cls, iter1: Iterable[_T1], /, *, strict: bool = False) -> "zip[tuple[_T1]]":
        return _Zip1(iter1)

    @overload
    def __new__(
        cls, iter1: Iterable[_T1], iter2: Iterable[_T2], /, *, strict: bool = False
    ) -> "zip[tuple[_T1, _T2]]":
        return _Zip2(iter1, iter2, strict)

    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        /,
        *,
        strict: bool = False,
    ) -> "zip[tuple[_T1, _T2, _T3]]":
        return _Zip3(iter1, iter2, iter3, strict)

    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        /,
        *,
        strict: bool = False,
    ) -> "zip[tuple[_T1, _T2, _T3, _T4]]":
        return _Zip4(iter1, iter2, iter3, iter4, strict)

    @overload
    def __new__(
        cls,
        iter1: Iterable[Any],
        iter2: Iterable[Any],
        iter3: Iterable[Any],
        iter4: Iterable[Any],
        iter5: Iterable[Any],
        /,
        *iterables: Iterable[Any],
        strict: bool = False,
    ) -> "zip[tuple[Any, ...]]": ...
    def __new__(cls, *iterables: Iterable[Any], strict: bool = False) -> "zip[Any]":
        return _ZipMany(iterables, strict)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T_co:
        raise StopIteration


def _zip_shorter(position: int) -> ValueError:
    """strict=True: an argument ended before the ones to its left."""
    if position == 2:
        return ValueError("zip() argument 2 is shorter than argument 1")
    return ValueError(
        "zip() argument " + str(position) + " is shorter than arguments 1-" + str(position - 1)
    )


def _zip_longer(position: int) -> ValueError:
    if position == 2:
        return ValueError("zip() argument 2 is longer than argument 1")
    return ValueError(
        "zip() argument " + str(position) + " is longer than arguments 1-" + str(position - 1)
    )


class _Zip1(zip["tuple[_T1]"]):
    def __init__(self, iter1: Iterable[_T1]) -> None:
        self._a = iter1.__iter__()

    def __next__(self) -> tuple[_T1]:
        return (self._a.__next__(),)


class _Zip2(zip["tuple[_T1, _T2]"], Generic[_T1, _T2]):
    def __init__(self, iter1: Iterable[_T1], iter2: Iterable[_T2], strict: bool) -> None:
        self._a = iter1.__iter__()
        self._b = iter2.__iter__()
        self._strict = strict

    def __next__(self) -> tuple[_T1, _T2]:
        if self._strict:
            return self._checked()
        a = self._a.__next__()
        return (a, self._b.__next__())

    def _checked(self) -> tuple[_T1, _T2]:
        try:
            a = self._a.__next__()
        except StopIteration:
            _expect_end(self._b, 2)
            raise StopIteration from None
        try:
            return (a, self._b.__next__())
        except StopIteration:
            raise _zip_shorter(2) from None


class _Zip3(zip["tuple[_T1, _T2, _T3]"], Generic[_T1, _T2, _T3]):
    def __init__(
        self, iter1: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], strict: bool
    ) -> None:
        self._a = iter1.__iter__()
        self._b = iter2.__iter__()
        self._c = iter3.__iter__()
        self._strict = strict

    def __next__(self) -> tuple[_T1, _T2, _T3]:
        if self._strict:
            return self._checked()
        a = self._a.__next__()
        b = self._b.__next__()
        return (a, b, self._c.__next__())

    def _checked(self) -> tuple[_T1, _T2, _T3]:
        try:
            a = self._a.__next__()
        except StopIteration:
            _expect_end(self._b, 2)
            _expect_end(self._c, 3)
            raise StopIteration from None
        try:
            b = self._b.__next__()
        except StopIteration:
            raise _zip_shorter(2) from None
        try:
            return (a, b, self._c.__next__())
        except StopIteration:
            raise _zip_shorter(3) from None


class _Zip4(zip["tuple[_T1, _T2, _T3, _T4]"], Generic[_T1, _T2, _T3, _T4]):
    def __init__(
        self,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        strict: bool,
    ) -> None:
        self._a = iter1.__iter__()
        self._b = iter2.__iter__()
        self._c = iter3.__iter__()
        self._d = iter4.__iter__()
        self._strict = strict

    def __next__(self) -> tuple[_T1, _T2, _T3, _T4]:
        if self._strict:
            return self._checked()
        a = self._a.__next__()
        b = self._b.__next__()
        c = self._c.__next__()
        return (a, b, c, self._d.__next__())

    def _checked(self) -> tuple[_T1, _T2, _T3, _T4]:
        try:
            a = self._a.__next__()
        except StopIteration:
            _expect_end(self._b, 2)
            _expect_end(self._c, 3)
            _expect_end(self._d, 4)
            raise StopIteration from None
        try:
            b = self._b.__next__()
        except StopIteration:
            raise _zip_shorter(2) from None
        try:
            c = self._c.__next__()
        except StopIteration:
            raise _zip_shorter(3) from None
        try:
            return (a, b, c, self._d.__next__())
        except StopIteration:
            raise _zip_shorter(4) from None


def _expect_end(iterator: Iterator[_T], position: int) -> None:
    try:
        iterator.__next__()
    except StopIteration:
        return
    raise _zip_longer(position)


class _ZipMany(zip["tuple[Any, ...]"]):
    def __init__(self, iterables: "tuple[Iterable[Any], ...]", strict: bool) -> None:
        self._iterators: list[Iterator[Any]] = []
        for iterable in iterables:
            self._iterators.append(iterable.__iter__())
        self._strict = strict

    def __next__(self) -> "tuple[Any, ...]":
        if len(self._iterators) == 0:
            raise StopIteration
        values: list[Any] = []
        position = 0
        for iterator in self._iterators:
            position += 1
            try:
                values.append(iterator.__next__())
            except StopIteration:
                if self._strict and position > 1:
                    raise _zip_shorter(position) from None
                if self._strict:
                    for other in range(1, len(self._iterators)):
                        _expect_end(self._iterators[other], other + 1)
                raise StopIteration from None
        return tuple(values)


class map(Iterator[_S]):
    @overload
    def __new__(cls, func: Callable[[_T1], _S], iterable: Iterable[_T1], /) -> "map[_S]":
        return _Map1(func, iterable)

    @overload
    def __new__(
        cls, func: Callable[[_T1, _T2], _S], iterable: Iterable[_T1], iter2: Iterable[_T2], /
    ) -> "map[_S]":
        return _Map2(func, iterable, iter2)

    @overload
    def __new__(
        cls,
        func: Callable[[_T1, _T2, _T3], _S],
        iterable: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        /,
    ) -> "map[_S]":
        return _Map3(func, iterable, iter2, iter3)

    @overload
    def __new__(
        cls,
        func: Callable[[_T1, _T2, _T3, _T4], _S],
        iterable: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        /,
    ) -> "map[_S]": ...
    @overload
    def __new__(
        cls,
        func: Callable[[_T1, _T2, _T3, _T4, _T5], _S],
        iterable: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        /,
    ) -> "map[_S]": ...
    @overload
    def __new__(
        cls,
        func: Callable[..., _S],
        iterable: Iterable[Any],
        iter2: Iterable[Any],
        iter3: Iterable[Any],
        iter4: Iterable[Any],
        iter5: Iterable[Any],
        iter6: Iterable[Any],
        /,
        *iterables: Iterable[Any],
    ) -> "map[_S]": ...
    def __new__(cls, func: Callable[..., Any], *iterables: Iterable[Any]) -> "map[Any]":
        if len(iterables) == 0:
            raise TypeError("map() must have at least two arguments.")
        return _MapMany(func, iterables)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _S:
        raise StopIteration


class _Map1(map[_S], Generic[_T1, _S]):
    def __init__(self, func: Callable[[_T1], _S], iterable: Iterable[_T1]) -> None:
        self._func = func
        self._a = iterable.__iter__()

    def __next__(self) -> _S:
        return self._func(self._a.__next__())


class _Map2(map[_S], Generic[_T1, _T2, _S]):
    def __init__(
        self, func: Callable[[_T1, _T2], _S], iterable: Iterable[_T1], iter2: Iterable[_T2]
    ) -> None:
        self._func = func
        self._a = iterable.__iter__()
        self._b = iter2.__iter__()

    def __next__(self) -> _S:
        a = self._a.__next__()
        return self._func(a, self._b.__next__())


class _Map3(map[_S], Generic[_T1, _T2, _T3, _S]):
    def __init__(
        self,
        func: Callable[[_T1, _T2, _T3], _S],
        iterable: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
    ) -> None:
        self._func = func
        self._a = iterable.__iter__()
        self._b = iter2.__iter__()
        self._c = iter3.__iter__()

    def __next__(self) -> _S:
        a = self._a.__next__()
        b = self._b.__next__()
        return self._func(a, b, self._c.__next__())


class _MapMany(map[Any]):
    def __init__(self, func: Callable[..., Any], iterables: "tuple[Iterable[Any], ...]") -> None:
        self._func = func
        self._iterators: list[Iterator[Any]] = []
        for iterable in iterables:
            self._iterators.append(iterable.__iter__())

    def __next__(self) -> Any:
        values: list[Any] = []
        for iterator in self._iterators:
            values.append(iterator.__next__())
        return self._func(*values)


class filter(Iterator[_T]):
    @overload
    def __new__(cls, function: None, iterable: Iterable[_T | None], /) -> "filter[_T]":
        return _FilterTrue(iterable)

    @overload
    def __new__(
        cls, function: Callable[[_S], TypeGuard[_T]], iterable: Iterable[_S], /
    ) -> "filter[_T]": ...
    @overload
    def __new__(
        cls, function: Callable[[_S], TypeIs[_T]], iterable: Iterable[_S], /
    ) -> "filter[_T]": ...
    @overload
    def __new__(cls, function: Callable[[_T], Any], iterable: Iterable[_T], /) -> "filter[_T]":
        return _FilterBy(function, iterable)

    def __new__(cls, function: Any, iterable: Iterable[Any], /) -> "filter[Any]":
        if function is None:
            return _FilterTrue(iterable)
        return _FilterBy(function, iterable)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        raise StopIteration


class _FilterTrue(filter[_T]):
    def __init__(self, iterable: Iterable[_T | None]) -> None:
        self._iterator = iterable.__iter__()

    def __next__(self) -> _T:
        while True:
            value = self._iterator.__next__()
            if value:
                return value


class _FilterBy(filter[_T]):
    def __init__(self, function: Callable[[_T], Any], iterable: Iterable[_T]) -> None:
        self._function = function
        self._iterator = iterable.__iter__()

    def __next__(self) -> _T:
        while True:
            value = self._iterator.__next__()
            if self._function(value):
                return value


@runtime_checkable
class _SupportsReversed(Protocol[_T_co]):
    def __reversed__(self) -> Iterator[_T_co]: ...


@runtime_checkable
class _Indexable(Protocol[_T_co]):
    def __len__(self) -> int: ...

    def __getitem__(self, k: int, /) -> _T_co: ...


class reversed(Iterator[_T]):
    @overload
    def __new__(cls, sequence: _SupportsReversed[_T], /) -> Iterator[_T]:  # type: ignore[misc]
        return sequence.__reversed__()

    @overload
    def __new__(cls, sequence: _Indexable[_T], /) -> Iterator[_T]:  # type: ignore[misc]
        return _ReversedIndexable(sequence)

    def __new__(cls, sequence: Any, /) -> Any:
        if isinstance(sequence, _SupportsReversed):
            return sequence.__reversed__()
        if isinstance(sequence, type):  # an enumeration's, or none that can be reversed
            kind: Any = sequence
            return kind.__reversed__()
        if isinstance(sequence, _Indexable) and not isinstance(sequence, Mapping):
            return _ReversedIndexable(sequence)
        raise TypeError("'" + class_names.class_name(sequence) + "' object is not reversible")

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        raise StopIteration


class _ReversedIndexable(Iterator[_T]):
    def __init__(self, sequence: _Indexable[_T]) -> None:
        self._sequence = sequence
        self._index = len(sequence) - 1

    def __iter__(self) -> "_ReversedIndexable[_T]":
        return self

    def __next__(self) -> _T:
        index = self._index
        if index < 0:
            raise StopIteration
        self._index = index - 1
        return self._sequence[index]

    def __length_hint__(self) -> int:
        left = self._index + 1
        return left if left <= len(self._sequence) else 0


class _GetItemIterable(Protocol[_T_co]):
    def __getitem__(self, i: int, /) -> _T_co: ...


class _IndexIterator(Iterator[_T]):
    def __init__(self, sequence: _GetItemIterable[_T]) -> None:
        self._sequence = sequence
        self._index = 0

    def __iter__(self) -> "_IndexIterator[_T]":
        return self

    def __next__(self) -> _T:
        index = self._index
        if index < 0:
            raise StopIteration
        try:
            value = self._sequence[index]
        except IndexError:
            self._index = -1
            raise StopIteration from None
        self._index = index + 1
        return value


def _iterate_by_index(sequence: _GetItemIterable[Any]) -> Iterator[Any]:
    """iter() of an object without `__iter__`; the compiler calls it."""
    return _IndexIterator(sequence)


class _CallIterator(Iterator[_T]):
    def __init__(self, function: Callable[[], _T], sentinel: object) -> None:
        self._function = function
        self._sentinel = sentinel
        self._done = False

    def __iter__(self) -> "_CallIterator[_T]":
        return self

    def __next__(self) -> _T:
        if self._done:
            raise StopIteration
        value = self._function()
        if _same_object(value, self._sentinel):
            self._done = True
            raise StopIteration
        return value


class _SupportsSynchronousAnext(Protocol[_AwaitableT_co]):
    def __anext__(self) -> _AwaitableT_co: ...


class _SupportsWriteAndFlush(SupportsWrite[_T_contra], SupportsFlush, Protocol[_T_contra]): ...


class _SupportsRound1(Protocol[_T_co]):
    def __round__(self) -> _T_co: ...


class _SupportsRound2(Protocol[_T_co]):
    def __round__(self, ndigits: int, /) -> _T_co: ...


_E_contra = TypeVar("_E_contra", contravariant=True)
_M_contra = TypeVar("_M_contra", contravariant=True)


class _SupportsPow2(Protocol[_E_contra, _T_co]):
    def __pow__(self, other: _E_contra, /) -> _T_co: ...


class _SupportsPow3NoneOnly(Protocol[_E_contra, _T_co]):
    def __pow__(self, other: _E_contra, modulo: None = None, /) -> _T_co: ...


class _SupportsPow3(Protocol[_E_contra, _M_contra, _T_co]):
    def __pow__(self, other: _E_contra, modulo: _M_contra, /) -> _T_co: ...


_AddableT1 = TypeVar("_AddableT1", bound=SupportsAdd[Any, Any])
_AddableT2 = TypeVar("_AddableT2", bound=SupportsAdd[Any, Any])


_SupportsSomeKindOfPow: TypeAlias = (
    _SupportsPow2[Any, Any] | _SupportsPow3NoneOnly[Any, Any] | _SupportsPow3[Any, Any, Any]
)


class _SupportsSumWithNoDefaultGiven(SupportsAdd[Any, Any], SupportsRAdd[int, Any], Protocol): ...


_SupportsSumNoDefaultT = TypeVar("_SupportsSumNoDefaultT", bound=_SupportsSumWithNoDefaultGiven)

_ClassInfo: TypeAlias = "type | types.UnionType | tuple[_ClassInfo, ...]"


@inline
def abs(x: SupportsAbs[_T], /) -> _T:
    return x.__abs__()


def all(iterable: Iterable[object], /) -> bool:
    for item in iterable:
        if not item:
            return False
    return True


def any(iterable: Iterable[object], /) -> bool:
    for item in iterable:
        if item:
            return True
    return False


def ascii(obj: object, /) -> str:
    return text_repr.ascii_only(repr(obj))


def bin(number: SupportsIndex, /) -> str:
    return formatting.based_int(number.__index__(), i64(32), i64(62), i64(-1), i64(98), i64(1))


# The compiler serves these, or refuses them with a reason (compiler/lower/refused.py, reflection.py).


def __import__(
    name: str,
    globals: Mapping[str, object] | None = None,
    locals: Mapping[str, object] | None = None,
    fromlist: "Sequence[str] | None" = (),
    level: int = 0,
) -> Any: ...
def breakpoint(*args: Any, **kws: Any) -> None: ...
def compile(
    source: str | bytes,
    filename: str | bytes,
    mode: str,
    flags: int = 0,
    dont_inherit: bool = False,
    optimize: int = -1,
) -> Any: ...
def delattr(obj: object, name: str, /) -> None: ...
def dir(o: object = ..., /) -> list[str]: ...
def eval(
    source: str | bytes,
    globals: dict[str, Any] | None = None,
    locals: Mapping[str, object] | None = None,
    /,
) -> Any: ...
def exec(
    source: str | bytes,
    globals: dict[str, Any] | None = None,
    locals: Mapping[str, object] | None = None,
    /,
) -> None: ...
@overload
def getattr(o: object, name: str, /) -> Any: ...
@overload
def getattr(o: object, name: str, default: None, /) -> Any | None: ...
@overload
def getattr(o: object, name: str, default: bool, /) -> Any | bool: ...
@overload
def getattr(o: object, name: str, default: list[Any], /) -> Any | list[Any]: ...
@overload
def getattr(o: object, name: str, default: dict[Any, Any], /) -> Any | dict[Any, Any]: ...
@overload
def getattr(o: object, name: str, default: _T, /) -> Any | _T: ...
def getattr(o: object, name: str, default: Any = None, /) -> Any: ...
def globals() -> dict[str, Any]: ...  # type: ignore[empty-body]
def hasattr(obj: object, name: str, /) -> bool: ...  # type: ignore[empty-body]
def help(request: object = ..., /) -> None: ...
def locals() -> dict[str, Any]: ...  # type: ignore[empty-body]
def open(
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
    closefd: bool = True,
    opener: Any = None,
) -> Any: ...
def setattr(obj: object, name: str, value: Any, /) -> None: ...
def vars(object: Any = ..., /) -> dict[str, Any]: ...  # type: ignore[empty-body]


def exit(code: Any = None) -> NoReturn:
    raise SystemExit(code)


def quit(code: Any = None) -> NoReturn:
    raise SystemExit(code)


def callable(obj: object, /) -> TypeIs[Callable[..., object]]:
    return isinstance(obj, (function, type))


def chr(i: SupportsIndex, /) -> str:
    return text.character(text_repr.checked_code(i.__index__()))


def aiter(async_iterable: SupportsAiter[_SupportsAnextT_co], /) -> _SupportsAnextT_co:
    return async_iterable.__aiter__()


@overload
def anext(i: _SupportsSynchronousAnext[_AwaitableT], /) -> _AwaitableT:
    return i.__anext__()


@overload
async def anext(i: SupportsAnext[_T], default: _VT, /) -> _T | _VT:
    try:
        return await i.__anext__()
    except StopAsyncIteration:
        return default


def anext(i: Any, *default: Any) -> Any:
    if len(default) > 0:
        return _anext_or(i, default[0])
    return i.__anext__()


async def _anext_or(i: Any, default: Any) -> Any:
    try:
        return await i.__anext__()
    except StopAsyncIteration:
        return default


@overload
def divmod(x: SupportsDivMod[_T_contra, _T_co], y: _T_contra, /) -> _T_co:
    return x.__divmod__(y)


@overload
def divmod(x: _T_contra, y: SupportsRDivMod[_T_contra, _T_co], /) -> _T_co:
    return y.__rdivmod__(x)


def divmod(x: Any, y: Any, /) -> Any:
    return dynamic.binary_divmod(x, y)


def format(value: object, format_spec: str = "", /) -> str:
    return value.__format__(format_spec)


def hash(obj: object, /) -> int:
    return hashing.hash_int(hashing.hash_word(obj.__hash__()))


def hex(number: SupportsIndex, /) -> str:
    return formatting.based_int(number.__index__(), i64(32), i64(62), i64(-1), i64(120), i64(1))


def id(obj: object, /) -> int:
    return make_small(i64(address_of(obj)))


def input(prompt: object = "", /) -> str:
    console.write_out(str(prompt))
    line = console.read_line()
    if line is None:
        raise EOFError("EOF when reading a line")
    return line


@overload
def iter(object: SupportsIter[_SupportsNextT_co], /) -> _SupportsNextT_co:
    return object.__iter__()


@overload
def iter(object: _GetItemIterable[_T], /) -> Iterator[_T]:
    return _IndexIterator(object)


@overload
def iter(object: Callable[[], _T | None], sentinel: None, /) -> Iterator[_T]: ...
@overload
def iter(object: Callable[[], _T], sentinel: object, /) -> Iterator[_T]:
    return _CallIterator(object, sentinel)


def iter(object: Any, *sentinel: Any) -> Any:
    if len(sentinel) == 1:
        return _CallIterator(object, sentinel[0])
    return object.__iter__()


def isinstance(obj: object, class_or_tuple: _ClassInfo, /) -> bool:
    """The compiler resolves the classes."""
    raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")


def issubclass(cls: type, class_or_tuple: _ClassInfo, /) -> bool:
    """The compiler resolves the classes."""
    raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")


@inline
def len(obj: Sized, /) -> int:
    return obj.__len__()


class _Nothing:
    """Stands for an argument that was not given."""


_nothing = _Nothing()


@overload
def max(
    arg1: SupportsRichComparisonT,
    arg2: SupportsRichComparisonT,
    /,
    *_args: SupportsRichComparisonT,
    key: None = None,
) -> SupportsRichComparisonT:
    best = arg1
    if arg2 > best:  # type: ignore[operator]
        best = arg2
    for arg in _args:
        if arg > best:  # type: ignore[operator]
            best = arg
    return best


@overload
def max(arg1: _T, arg2: _T, /, *_args: _T, key: Callable[[_T], SupportsRichComparison]) -> _T:
    best = arg1
    best_key = key(arg1)
    other_key = key(arg2)
    if other_key > best_key:  # type: ignore[operator]
        best = arg2
        best_key = other_key
    for arg in _args:
        other_key = key(arg)
        if other_key > best_key:  # type: ignore[operator]
            best = arg
            best_key = other_key
    return best


@overload
def max(
    iterable: Iterable[SupportsRichComparisonT], /, *, key: None = None
) -> SupportsRichComparisonT:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        raise ValueError("max() arg is an empty sequence") from None
    for item in iterator:
        if item > best:  # type: ignore[operator]
            best = item
    return best


@overload
def max(iterable: Iterable[_T], /, *, key: Callable[[_T], SupportsRichComparison]) -> _T:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        raise ValueError("max() arg is an empty sequence") from None
    best_key = key(best)
    for item in iterator:
        item_key = key(item)
        if item_key > best_key:  # type: ignore[operator]
            best = item
            best_key = item_key
    return best


@overload
def max(
    iterable: Iterable[SupportsRichComparisonT], /, *, key: None = None, default: _T
) -> SupportsRichComparisonT | _T:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        return default
    for item in iterator:
        if item > best:  # type: ignore[operator]
            best = item
    return best


@overload
def max(
    iterable: Iterable[_T1], /, *, key: Callable[[_T1], SupportsRichComparison], default: _T2
) -> _T1 | _T2:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        return default
    best_key = key(best)
    for item in iterator:
        item_key = key(item)
        if item_key > best_key:  # type: ignore[operator]
            best = item
            best_key = item_key
    return best


def max(*args: Any, key: Any = None, default: Any = _nothing) -> Any:
    if len(args) == 0:
        raise TypeError("max expected at least 1 argument, got 0")
    if len(args) > 1 and default is not _nothing:
        raise TypeError("Cannot specify a default for max() with multiple positional arguments")
    iterator: Iterator[Any] = iter(args[0] if len(args) == 1 else args)
    try:
        best = next(iterator)
    except StopIteration:
        if default is _nothing:
            raise ValueError("max() arg is an empty sequence") from None
        return default
    best_key = best if key is None else key(best)
    for item in iterator:
        item_key = item if key is None else key(item)
        if item_key > best_key:
            best = item
            best_key = item_key
    return best


@overload
def min(
    arg1: SupportsRichComparisonT,
    arg2: SupportsRichComparisonT,
    /,
    *_args: SupportsRichComparisonT,
    key: None = None,
) -> SupportsRichComparisonT:
    best = arg1
    if arg2 < best:  # type: ignore[operator]
        best = arg2
    for arg in _args:
        if arg < best:  # type: ignore[operator]
            best = arg
    return best


@overload
def min(arg1: _T, arg2: _T, /, *_args: _T, key: Callable[[_T], SupportsRichComparison]) -> _T:
    best = arg1
    best_key = key(arg1)
    other_key = key(arg2)
    if other_key < best_key:  # type: ignore[operator]
        best = arg2
        best_key = other_key
    for arg in _args:
        other_key = key(arg)
        if other_key < best_key:  # type: ignore[operator]
            best = arg
            best_key = other_key
    return best


@overload
def min(
    iterable: Iterable[SupportsRichComparisonT], /, *, key: None = None
) -> SupportsRichComparisonT:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        raise ValueError("min() arg is an empty sequence") from None
    for item in iterator:
        if item < best:  # type: ignore[operator]
            best = item
    return best


@overload
def min(iterable: Iterable[_T], /, *, key: Callable[[_T], SupportsRichComparison]) -> _T:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        raise ValueError("min() arg is an empty sequence") from None
    best_key = key(best)
    for item in iterator:
        item_key = key(item)
        if item_key < best_key:  # type: ignore[operator]
            best = item
            best_key = item_key
    return best


@overload
def min(
    iterable: Iterable[SupportsRichComparisonT], /, *, key: None = None, default: _T
) -> SupportsRichComparisonT | _T:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        return default
    for item in iterator:
        if item < best:  # type: ignore[operator]
            best = item
    return best


@overload
def min(
    iterable: Iterable[_T1], /, *, key: Callable[[_T1], SupportsRichComparison], default: _T2
) -> _T1 | _T2:
    iterator = iterable.__iter__()
    try:
        best = iterator.__next__()
    except StopIteration:
        return default
    best_key = key(best)
    for item in iterator:
        item_key = key(item)
        if item_key < best_key:  # type: ignore[operator]
            best = item
            best_key = item_key
    return best


def min(*args: Any, key: Any = None, default: Any = _nothing) -> Any:
    if len(args) == 0:
        raise TypeError("min expected at least 1 argument, got 0")
    if len(args) > 1 and default is not _nothing:
        raise TypeError("Cannot specify a default for min() with multiple positional arguments")
    iterator: Iterator[Any] = iter(args[0] if len(args) == 1 else args)
    try:
        best = next(iterator)
    except StopIteration:
        if default is _nothing:
            raise ValueError("min() arg is an empty sequence") from None
        return default
    best_key = best if key is None else key(best)
    for item in iterator:
        item_key = item if key is None else key(item)
        if item_key < best_key:
            best = item
            best_key = item_key
    return best


@overload
def next(i: SupportsNext[_T], /) -> _T:
    return i.__next__()


@overload
def next(i: SupportsNext[_T], default: _VT, /) -> _T | _VT:
    try:
        return i.__next__()
    except StopIteration:
        return default


def next(i: Any, *default: Any) -> Any:
    try:
        return i.__next__()
    except StopIteration:
        if len(default) == 1:
            return default[0]
        raise


def oct(number: SupportsIndex, /) -> str:
    return formatting.based_int(number.__index__(), i64(32), i64(62), i64(-1), i64(111), i64(1))


def ord(c: str | bytes | bytearray, /) -> int:
    if isinstance(c, str):
        if c._length == 1:
            return make_small(i64(text.char_at(c, i64(0))))
    elif bytes_methods.size(c) == 1:
        return make_small(i64(load8(bytes_methods.address(c))))
    raise TypeError(
        "ord() expected a character, but string of length " + str(len(c)) + " found"
    )


@overload
def print(
    *values: object,
    sep: str | None = " ",
    end: str | None = "\n",
    file: SupportsWrite[str] | None = None,
    flush: Literal[False] = False,
) -> None: ...
@overload
def print(
    *values: object,
    sep: str | None = " ",
    end: str | None = "\n",
    file: _SupportsWriteAndFlush[str] | None = None,
    flush: bool,
) -> None: ...
def print(
    *values: object,
    sep: str | None = " ",
    end: str | None = "\n",
    file: Any = None,
    flush: bool = False,
) -> None:
    separator = " " if sep is None else sep
    ending = "\n" if end is None else end
    sink: Any = console.redirected if file is None else file
    count = values._tail.count
    i = i64(0)
    if sink is None:
        while i < count:
            if i > 0:
                console.write_out(separator)
            console.write_out(str(passed("printed", values._tail[i])))
            i = i + 1
        console.write_out(ending)
        if flush:
            console.flush_out()
    else:
        while i < count:
            if i > 0:
                sink.write(separator)
            sink.write(str(passed("printed", values._tail[i])))
            i = i + 1
        sink.write(ending)
        if flush:
            sink.flush()


@overload
def pow(base: int, exp: int, mod: int) -> int:
    return base.__pow__(exp, mod)


@overload
def pow(base: int, exp: Literal[0], mod: None = None) -> Literal[1]: ...
@overload
def pow(base: int, exp: _PositiveInteger, mod: None = None) -> int:
    return base**exp


@overload
def pow(base: int, exp: _NegativeInteger, mod: None = None) -> float:
    return float(base) ** exp


@overload
def pow(base: int, exp: int, mod: None = None) -> Any: ...
@overload
def pow(base: _PositiveInteger, exp: float, mod: None = None) -> float: ...
@overload
def pow(base: _NegativeInteger, exp: float, mod: None = None) -> complex: ...
@overload
def pow(base: float, exp: int, mod: None = None) -> float:
    return base**exp


@overload
def pow(base: float, exp: complex | _SupportsSomeKindOfPow, mod: None = None) -> Any: ...
@overload
def pow(base: complex, exp: complex | _SupportsSomeKindOfPow, mod: None = None) -> complex: ...
@overload
def pow(base: _SupportsPow2[_E_contra, _T_co], exp: _E_contra, mod: None = None) -> _T_co: ...
@overload
def pow(base: _SupportsPow3NoneOnly[_E_contra, _T_co], exp: _E_contra, mod: None = None) -> _T_co: ...
@overload
def pow(base: _SupportsPow3[_E_contra, _M_contra, _T_co], exp: _E_contra, mod: _M_contra) -> _T_co:
    return base.__pow__(exp, mod)


@overload
def pow(base: _SupportsSomeKindOfPow, exp: float, mod: None = None) -> Any: ...
@overload
def pow(base: _SupportsSomeKindOfPow, exp: complex, mod: None = None) -> complex: ...

def pow(base: Any, exp: Any, mod: Any = None) -> Any:
    if mod is None:
        return base**exp
    if isinstance(base, (int, float, complex)):
        if isinstance(base, complex) or isinstance(exp, complex) or isinstance(mod, complex):
            raise ValueError("complex modulo")
        if isinstance(base, float) or isinstance(exp, float) or isinstance(mod, float):
            raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
    return base.__pow__(exp, mod)


@inline
def repr(obj: object, /) -> str:
    return obj.__repr__()


@overload
def round(number: _SupportsRound1[_T], ndigits: None = None) -> _T:
    return number.__round__()


@overload
def round(number: _SupportsRound2[_T], ndigits: SupportsIndex) -> _T:
    return number.__round__(ndigits.__index__())


def round(number: Any, ndigits: Any = None) -> Any:
    if ndigits is None:
        return number.__round__()
    return number.__round__(ndigits)


@overload
def sorted(
    iterable: Iterable[SupportsRichComparisonT], /, *, key: None = None, reverse: bool = False
) -> list[SupportsRichComparisonT]:
    result = list(iterable)
    result.sort(reverse=reverse)
    return result


@overload
def sorted(
    iterable: Iterable[_T], /, *, key: Callable[[_T], SupportsRichComparison], reverse: bool = False
) -> list[_T]:
    result = list(iterable)
    result.sort(key=key, reverse=reverse)
    return result


def sorted(iterable: Iterable[Any], /, *, key: Any = None, reverse: bool = False) -> list[Any]:
    result = list(iterable)
    result.sort(key=key, reverse=reverse)
    return result


def _refuse_text(start: object) -> None:
    """`sum` leaves texts to `join`."""
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")


@overload
def sum(iterable: Iterable[int], /, start: int = 0) -> int:
    total = start
    for item in iterable:
        total += item
    return total


@overload
def sum(iterable: Iterable[float], /) -> float | Literal[0]:
    iterator = iterable.__iter__()
    try:
        first = iterator.__next__()
    except StopIteration:
        return 0
    total = 0.0 + first
    for item in iterator:
        total = total + item
    return total


@overload
def sum(
    iterable: Iterable[_SupportsSumNoDefaultT], /
) -> _SupportsSumNoDefaultT | Literal[0]:
    total: Any = 0
    real = 0.0  # the sum while it is a float
    is_real = False
    for item in iterable:
        if isinstance(item, float):
            if is_real:
                real = real + item
                continue
            if isinstance(total, int):
                real = float(total) + item
                is_real = True
                continue
        if is_real:
            total = real
            is_real = False
        total = total + item
    if is_real:
        return cast(_SupportsSumNoDefaultT, real)
    return cast(_SupportsSumNoDefaultT, total)


@overload
def sum(iterable: Iterable[_AddableT1], /, start: _AddableT2) -> _AddableT1 | _AddableT2:
    _refuse_text(start)
    total: Any = start
    for item in iterable:
        total = total + item
    return cast(_AddableT2, total)


def sum(iterable: Iterable[Any], /, start: Any = 0) -> Any:
    _refuse_text(start)
    total = start
    for item in iterable:
        total = total + item
    return total


class BaseException:
    args: tuple[Any, ...]
    __cause__: "BaseException | None"
    __context__: "BaseException | None"
    __suppress_context__: bool
    _traceback: Array[u64] | None
    _traceback_count: i64
    _traceback_shown: TracebackType | None  # what `__traceback__` last gave: the same as long as it holds
    _notes: list[str] | None

    def __init__(self, *args: object) -> None:
        self.args = args

    @property
    def __notes__(self) -> list[str]:
        notes = self._notes
        if notes is None:
            raise AttributeError(
                "'" + class_names.class_name(self) + "' object has no attribute '__notes__'"
            )
        return notes

    @__notes__.setter
    def __notes__(self, value: list[str]) -> None:
        self._notes = value

    @__notes__.deleter
    def __notes__(self) -> None:
        if self._notes is None:
            raise AttributeError("'" + class_names.class_name(self) + "' object has no attribute '__notes__'")
        self._notes = None

    @property
    def __traceback__(self) -> TracebackType | None:
        sites = self._traceback
        if sites is None:
            return None
        shown = self._traceback_shown
        if shown is None or shown._sites is not sites or shown._count != self._traceback_count:
            shown = TracebackType(sites, self._traceback_count)
            self._traceback_shown = shown
        return shown

    @__traceback__.setter
    def __traceback__(self, value: TracebackType | None) -> None:
        self._traceback = None
        self._traceback_count = i64(0)
        if value is not None:
            self._traceback = value._copy()
            self._traceback_count = value._count

    @__traceback__.deleter
    def __traceback__(self) -> None:
        raise TypeError("__traceback__ may not be deleted")

    def with_traceback(self, tb: TracebackType | None, /) -> Self:
        self.__traceback__ = tb
        return self

    def add_note(self, note: str, /) -> None:
        notes = self._notes
        if notes is None:
            notes = []
            self._notes = notes
        notes.append(note)

    def __str__(self) -> str:
        count = len(self.args)
        if count == 0:
            return ""
        if count == 1:
            return str(passed("raised", self.args[0]))
        return repr(passed("several", self.args))

    def __repr__(self) -> str:
        if len(self.args) == 1:
            return class_names.class_name(self) + "(" + repr(self.args[0]) + ")"
        return class_names.class_name(self) + repr(self.args)


class GeneratorExit(BaseException): ...


class KeyboardInterrupt(BaseException): ...


class SystemExit(BaseException):
    code: Any

    def __init__(self, *args: object) -> None:
        self.args = args
        self.code = None
        if len(args) == 1:
            self.code = args[0]
        elif len(args) > 1:
            self.code = args


class Exception(BaseException): ...


class StopIteration(Exception):
    value: Any

    def __init__(self, *args: object) -> None:
        self.args = args
        self.value = None
        if len(args) > 0:
            self.value = args[0]


class OSError(Exception):
    errno: Any  # whatever it is given
    strerror: Any
    filename: Any
    filename2: Any

    def __init__(self, *args: object) -> None:
        self._set(args)

    def _set(self, args: "tuple[object, ...]") -> None:
        self.args = args
        self.errno = None
        self.strerror = None
        self.filename = None
        self.filename2 = None
        if len(args) >= 2 and len(args) <= 5:
            self.errno = args[0]
            self.strerror = args[1]
            if len(args) >= 3:
                self.filename = args[2]
                self.args = (args[0], args[1])
            if len(args) == 5:
                self.filename2 = args[4]

    def __str__(self) -> str:
        if self.errno is None and self.strerror is None:
            return super().__str__()
        shown = "[Errno " + str(passed("raised", self.errno)) + "] "
        shown = shown + str(passed("raised", self.strerror))
        if self.filename is not None:
            shown = shown + ": " + repr(self.filename)
            if self.filename2 is not None:
                shown = shown + " -> " + repr(self.filename2)
        return shown


EnvironmentError = OSError
IOError = OSError


class ArithmeticError(Exception): ...


class AssertionError(Exception): ...


class AttributeError(Exception):
    name: str | None
    obj: object

    def __init__(self, *args: object, name: str | None = None, obj: object = None) -> None:
        self.args = args
        self.name = name
        self.obj = obj


class BufferError(Exception): ...


class EOFError(Exception): ...


class ImportError(Exception):
    name: str | None
    path: str | None
    msg: str

    def __init__(self, *args: object, name: str | None = None, path: str | None = None) -> None:
        self.args = args
        self.name = name
        self.path = path
        self.msg = ""
        if len(args) == 1:
            self.msg = str(passed("raised", args[0]))


class LookupError(Exception): ...


class MemoryError(Exception): ...


class NameError(Exception):
    name: str | None

    def __init__(self, *args: object, name: str | None = None) -> None:
        self.args = args
        self.name = name


class ReferenceError(Exception): ...


class RuntimeError(Exception): ...


class StopAsyncIteration(Exception): ...


class SyntaxError(Exception):
    msg: str
    filename: str | None
    lineno: int | None
    offset: int | None
    text: str | None
    print_file_and_line: None
    end_lineno: int | None
    end_offset: int | None

    def __init__(self, *args: Any) -> None:
        self.args = args
        self.msg = ""
        self.filename = None
        self.lineno = None
        self.offset = None
        self.text = None
        self.print_file_and_line = None
        self.end_lineno = None
        self.end_offset = None
        if len(args) > 0:
            self.msg = str(passed("raised", args[0]))
        if len(args) == 2:
            self._details(args[1])

    def _details(self, given: Any) -> None:
        """Where the fault is: file, line, column, text, and the end of the place or nothing."""
        items: Any = passed("several", given)
        details: tuple[Any, ...] = tuple(items)
        count = len(details)
        if count < 4:
            raise TypeError("function takes at least 4 arguments (" + str(count) + " given)")
        if count > 6:
            raise TypeError("function takes at most 6 arguments (" + str(count) + " given)")
        self.filename = details[0]
        self.lineno = details[1]
        self.offset = details[2]
        self.text = details[3]
        if count > 4:
            self.end_lineno = details[4]
        if count > 5:
            self.end_offset = details[5]
        elif count == 5:
            raise TypeError("end_offset must be provided when end_lineno is provided")

    def __str__(self) -> str:
        name, line = self.filename, self.lineno
        if name is not None:
            name = name[name.rfind("/") + 1 :]
            name = name + ", line " + str(line) if line is not None else name
            return self.msg + " (" + name + ")"
        return self.msg if line is None else self.msg + " (line " + str(line) + ")"


class SystemError(Exception): ...


class TypeError(Exception): ...


class ValueError(Exception): ...


class FloatingPointError(ArithmeticError): ...


class OverflowError(ArithmeticError): ...


class ZeroDivisionError(ArithmeticError): ...


class ModuleNotFoundError(ImportError): ...


class IndexError(LookupError): ...


class KeyError(LookupError):
    def __str__(self) -> str:
        if len(self.args) == 1:
            return repr(passed("raised", self.args[0]))
        return super().__str__()


class UnboundLocalError(NameError): ...


class BlockingIOError(OSError):
    characters_written: int


class ChildProcessError(OSError): ...


class ConnectionError(OSError): ...


class BrokenPipeError(ConnectionError): ...


class ConnectionAbortedError(ConnectionError): ...


class ConnectionRefusedError(ConnectionError): ...


class ConnectionResetError(ConnectionError): ...


class FileExistsError(OSError): ...


class FileNotFoundError(OSError): ...


class InterruptedError(OSError): ...


class IsADirectoryError(OSError): ...


class NotADirectoryError(OSError): ...


class PermissionError(OSError): ...


class ProcessLookupError(OSError): ...


class TimeoutError(OSError): ...


class NotImplementedError(RuntimeError): ...


class RecursionError(RuntimeError): ...


class IndentationError(SyntaxError): ...


class TabError(IndentationError): ...


class UnicodeError(ValueError): ...


class UnicodeDecodeError(UnicodeError):
    encoding: str
    object: bytes
    start: int
    end: int
    reason: str

    def __init__(
        self, encoding: str, object: ReadableBuffer, start: int, end: int, reason: str, /
    ) -> None:
        data = bytes(object)
        self.args = (encoding, data, start, end, reason)
        self.encoding = encoding
        self.object = data
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        if self.start < len(self.object) and self.end == self.start + 1:
            byte = self.object[self.start]
            digits = hex(byte)[2:]
            if byte < 16:
                digits = "0" + digits
            return (
                "'"
                + self.encoding
                + "' codec can't decode byte 0x"
                + digits
                + " in position "
                + str(self.start)
                + ": "
                + self.reason
            )
        return (
            "'"
            + self.encoding
            + "' codec can't decode bytes in position "
            + str(self.start)
            + "-"
            + str(self.end - 1)
            + ": "
            + self.reason
        )


class UnicodeEncodeError(UnicodeError):
    encoding: str
    object: str
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: str, start: int, end: int, reason: str, /) -> None:
        self.args = (encoding, object, start, end, reason)
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        if self.start < len(self.object) and self.end == self.start + 1:
            code = text.char_at(self.object, small_value(self.start))
            return (
                "'"
                + self.encoding
                + "' codec can't encode character '"
                + text_codecs.escaped(code)
                + "' in position "
                + str(self.start)
                + ": "
                + self.reason
            )
        return (
            "'"
            + self.encoding
            + "' codec can't encode characters in position "
            + str(self.start)
            + "-"
            + str(self.end - 1)
            + ": "
            + self.reason
        )


class Warning(Exception): ...


class UserWarning(Warning): ...


class DeprecationWarning(Warning): ...


class SyntaxWarning(Warning): ...


class RuntimeWarning(Warning): ...


class FutureWarning(Warning): ...


class PendingDeprecationWarning(Warning): ...


class ImportWarning(Warning): ...


class UnicodeWarning(Warning): ...


class BytesWarning(Warning): ...


class ResourceWarning(Warning): ...


class EncodingWarning(Warning): ...


_BaseExceptionT_co = TypeVar(
    "_BaseExceptionT_co", bound=BaseException, covariant=True, default=BaseException
)
_ExceptionT_co = TypeVar("_ExceptionT_co", bound=Exception, covariant=True, default=Exception)
_BaseExceptionT = TypeVar("_BaseExceptionT", bound=BaseException)
_ExceptionT = TypeVar("_ExceptionT", bound=Exception)


class BaseExceptionGroup(BaseException, Generic[_BaseExceptionT_co]):
    """The compiler makes an ExceptionGroup of `BaseExceptionGroup(...)` where every member is an Exception."""

    _message: str
    _exceptions: tuple[Any, ...]

    def __init__(self, message: str, exceptions: Sequence[_BaseExceptionT_co], /) -> None:
        groups.check(self, exceptions)
        self.args = (message, exceptions)
        self._message = message
        self._exceptions = tuple(exceptions)

    @property
    def message(self) -> str:
        return self._message

    @property
    def exceptions(self) -> "tuple[_BaseExceptionT_co | BaseExceptionGroup[_BaseExceptionT_co], ...]":
        return self._exceptions

    @overload
    def subgroup(
        self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /
    ) -> "ExceptionGroup[_ExceptionT] | None": ...
    @overload
    def subgroup(
        self, matcher_value: type[_BaseExceptionT] | tuple[type[_BaseExceptionT], ...], /
    ) -> "BaseExceptionGroup[_BaseExceptionT] | None": ...
    @overload
    def subgroup(
        self, matcher_value: Callable[[_BaseExceptionT_co | Self], bool], /
    ) -> "BaseExceptionGroup[_BaseExceptionT_co] | None": ...
    def subgroup(self, matcher_value: Any, /) -> Any:
        groups.check_condition(matcher_value)
        return groups.split(self, matcher_value, False)[0]

    @overload
    def split(
        self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /
    ) -> "tuple[ExceptionGroup[_ExceptionT] | None, BaseExceptionGroup[_BaseExceptionT_co] | None]": ...
    @overload
    def split(
        self, matcher_value: type[_BaseExceptionT] | tuple[type[_BaseExceptionT], ...], /
    ) -> "tuple[BaseExceptionGroup[_BaseExceptionT] | None, BaseExceptionGroup[_BaseExceptionT_co] | None]": ...
    @overload
    def split(
        self, matcher_value: Callable[[_BaseExceptionT_co | Self], bool], /
    ) -> "tuple[BaseExceptionGroup[_BaseExceptionT_co] | None, BaseExceptionGroup[_BaseExceptionT_co] | None]": ...
    def split(self, matcher_value: Any, /) -> Any:
        groups.check_condition(matcher_value)
        return groups.split(self, matcher_value, True)

    @overload
    def derive(self, excs: Sequence[_ExceptionT], /) -> "ExceptionGroup[_ExceptionT]": ...
    @overload
    def derive(self, excs: Sequence[_BaseExceptionT], /) -> "BaseExceptionGroup[_BaseExceptionT]": ...
    def derive(self, excs: Any, /) -> Any:
        return groups.make(self._message, excs)

    def __str__(self) -> str:
        count = len(self._exceptions)
        plural = "" if count == 1 else "s"
        return self._message + " (" + str(count) + " sub-exception" + plural + ")"


class ExceptionGroup(BaseExceptionGroup[_ExceptionT_co], Exception):
    @property
    def exceptions(self) -> "tuple[_ExceptionT_co | ExceptionGroup[_ExceptionT_co], ...]":
        return self._exceptions

    @overload  # type: ignore[override]
    def subgroup(
        self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /
    ) -> "ExceptionGroup[_ExceptionT] | None": ...
    @overload
    def subgroup(
        self, matcher_value: Callable[[_ExceptionT_co | Self], bool], /
    ) -> "ExceptionGroup[_ExceptionT_co] | None": ...
    def subgroup(self, matcher_value: Any, /) -> Any:
        groups.check_condition(matcher_value)
        return groups.split(self, matcher_value, False)[0]

    @overload  # type: ignore[override]
    def split(
        self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /
    ) -> "tuple[ExceptionGroup[_ExceptionT] | None, ExceptionGroup[_ExceptionT_co] | None]": ...
    @overload
    def split(
        self, matcher_value: Callable[[_ExceptionT_co | Self], bool], /
    ) -> "tuple[ExceptionGroup[_ExceptionT_co] | None, ExceptionGroup[_ExceptionT_co] | None]": ...
    def split(self, matcher_value: Any, /) -> Any:
        groups.check_condition(matcher_value)
        return groups.split(self, matcher_value, True)


class generator(Generator[object, object, object]):
    """The base of the frames that the compiler makes of generator functions (docs/design/abi.md)."""

    _resume: u64
    _state: i64
    _result: object
    _running: bool
    _waits_for: object
    _name: object  # the qualified name; a tuple of both names once one was set

    def __iter__(self) -> "generator":
        return self

    @inline
    def _next(self) -> object:
        """`next` for loops: the end is the sentinel, without the value."""
        if self._running:
            _already("generator")
        return resume(self, None, None)

    def __next__(self) -> object:
        return self.send(None)

    def send(self, value: object, /) -> object:
        """send(arg) -> send 'arg' into generator,
return next yielded value or raise StopIteration."""
        if self._running:
            _already("generator")
        if self._state == 0 and value is not None:
            raise TypeError("can't send non-None value to a just-started generator")
        over = self._state == -1
        try:
            return resume(self, value, None)
        except StopIteration as stop:
            if over:
                frames.check_reused(self._name)
            _give_result(stop, self._result)
            self._result = None
            raise

    def throw(
        self, typ: Any, val: object = None, tb: object = None, /
    ) -> object:
        """throw(value)
throw(type[,value[,tb]])

Raise exception in generator, return next yielded value or raise
StopIteration."""
        if self._running:
            _already("generator")
        if self._state == -1:
            frames.check_reused(self._name)
        try:
            return resume(self, None, _thrown(typ, val, tb))
        except StopIteration as stop:
            _give_result(stop, self._result)
            self._result = None
            raise

    def close(self) -> None:
        """close() -> raise GeneratorExit inside generator."""
        if self._running:
            _already("generator")
        if self._state == -1:
            return
        if self._state == 0:
            self._state = i64(-1)
            return
        try:
            resume(self, None, GeneratorExit())
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")

    @property
    def gi_running(self) -> bool:
        return self._running

    @property
    def gi_suspended(self) -> bool:
        return self._state > 0 and not self._running

    @property
    def gi_yieldfrom(self) -> Any:
        return frames.awaited_by(self._waits_for)

    @property
    def __name__(self) -> str:
        return frames.own_name(self._name)

    @__name__.setter
    def __name__(self, value: Any) -> None:
        self._name = (frames.checked_name(value, "__name__"), frames.own_qualname(self._name))

    @__name__.deleter
    def __name__(self) -> None:
        frames.checked_name(None, "__name__")

    @property
    def __qualname__(self) -> str:
        return frames.own_qualname(self._name)

    @__qualname__.setter
    def __qualname__(self, value: Any) -> None:
        self._name = (frames.own_name(self._name), frames.checked_name(value, "__qualname__"))

    @__qualname__.deleter
    def __qualname__(self) -> None:
        frames.checked_name(None, "__qualname__")

    def __repr__(self) -> str:
        return frames.represent("generator", self._name, self)


def _give_result(stop: StopIteration, result: object) -> None:
    """The value a frame returned travels in the StopIteration that ends it."""
    if result is not None and stop.value is None:
        stop.value = result
        stop.args = (result,)


def _already(kind: str) -> None:
    raise ValueError(kind + " already executing")


def _thrown(typ: object, value: object, tb: object) -> BaseException:
    """The exception of `throw`'s arguments."""
    if tb is not None and not isinstance(tb, TracebackType):
        raise TypeError("throw() third argument must be a traceback object")
    if isinstance(typ, BaseException):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        error = typ
    elif isinstance(typ, type) and issubclass(typ, BaseException):
        error = _made(typ, value)
    else:
        raise TypeError(
            "exceptions must be classes or instances deriving from BaseException, not "
            + class_names.class_name(typ)
        )
    if tb is not None:
        error.__traceback__ = tb
    return error


def _made(kind: type[BaseException], value: object) -> BaseException:
    """An exception of the class; what goes wrong in making it is thrown in its place."""
    if isinstance(value, BaseException) and isinstance(value, kind):
        return value
    make: Any = kind
    try:
        made: object = None
        if value is None:
            made = make()
        elif isinstance(value, tuple):
            made = make(*value)
        else:
            made = make(value)
    except BaseException as error:
        return error
    if isinstance(made, BaseException):
        return made
    found = class_names.class_name(made)
    return TypeError(f"calling {kind!r} should have returned an instance of BaseException, not {found}")


class coroutine(Coroutine[object, object, object]):
    """The base of the frames of `async def` functions."""

    _resume: u64
    _state: i64
    _result: object
    _running: bool
    _waits_for: object
    _name: object  # the qualified name; a tuple of both names once one was set

    def __await__(self) -> "generator":
        wrapper = unchecked_cast(generator, _awaited(self))
        wrapper._name = frames.WRAPPER
        return wrapper

    def send(self, value: object, /) -> object:
        """send(arg) -> send 'arg' into coroutine,
return next iterated value or raise StopIteration."""
        if self._running:
            _already("coroutine")
        if self._state == -1:
            raise RuntimeError("cannot reuse already awaited coroutine")
        if self._state == 0 and value is not None:
            raise TypeError("can't send non-None value to a just-started coroutine")
        try:
            return resume(self, value, None)
        except StopIteration as stop:
            _give_result(stop, self._result)
            self._result = None
            raise

    def throw(
        self, typ: Any, val: object = None, tb: object = None, /
    ) -> object:
        """throw(value)
throw(type[,value[,traceback]])

Raise exception in coroutine, return next iterated value or raise
StopIteration."""
        if self._running:
            _already("coroutine")
        if self._state == -1:
            raise RuntimeError("cannot reuse already awaited coroutine")
        try:
            return resume(self, None, _thrown(typ, val, tb))
        except StopIteration as stop:
            _give_result(stop, self._result)
            self._result = None
            raise

    def close(self) -> None:
        """close() -> raise GeneratorExit inside coroutine."""
        if self._running:
            _already("coroutine")
        if self._state == -1:
            return
        if self._state == 0:
            self._state = i64(-1)
            return
        try:
            resume(self, None, GeneratorExit())
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("coroutine ignored GeneratorExit")

    @property
    def cr_running(self) -> bool:
        return self._running

    @property
    def cr_suspended(self) -> bool:
        return self._state > 0 and not self._running

    @property
    def cr_await(self) -> Any:
        return frames.awaited_by(self._waits_for)

    @property
    def cr_origin(self) -> Any:
        return None

    @property
    def __name__(self) -> str:
        return frames.own_name(self._name)

    @__name__.setter
    def __name__(self, value: Any) -> None:
        self._name = (frames.checked_name(value, "__name__"), frames.own_qualname(self._name))

    @__name__.deleter
    def __name__(self) -> None:
        frames.checked_name(None, "__name__")

    @property
    def __qualname__(self) -> str:
        return frames.own_qualname(self._name)

    @__qualname__.setter
    def __qualname__(self, value: Any) -> None:
        self._name = (frames.own_name(self._name), frames.checked_name(value, "__qualname__"))

    @__qualname__.deleter
    def __qualname__(self) -> None:
        frames.checked_name(None, "__qualname__")

    def __repr__(self) -> str:
        return frames.represent("coroutine", self._name, self)


class _AwaitableFrame:
    """A second base of the frames of generator functions with `@types.coroutine`."""


def _awaited(frame: coroutine) -> Generator[object, object, object]:
    """What `coroutine.__await__()` returns."""
    result: object = yield from frame  # type: ignore[misc, attr-defined, func-returns-value]
    return result


class _AsyncValue:
    """A value that an async generator yields to its consumer (and not an awaitable's to the loop)."""

    def __init__(self, value: object) -> None:
        self.value = value


class async_generator(AsyncGenerator[object, object]):
    """The base of the frames of async generator functions."""

    _resume: u64
    _state: i64
    _result: object
    _running: bool
    _waits_for: object
    _name: object  # the qualified name; a tuple of both names once one was set
    _awaiting: object

    def __aiter__(self) -> "async_generator":
        return self

    def __anext__(self) -> "_AsyncStep":
        return _AsyncStep(self, None, None, False)

    def asend(self, value: object, /) -> "_AsyncStep":
        return _AsyncStep(self, value, None, False)

    def athrow(
        self, typ: Any, val: object = None, tb: TracebackType | None = None, /
    ) -> "_AsyncStep":
        return _AsyncStep(self, None, _thrown(typ, val, tb), False)

    def aclose(self) -> "_AsyncStep":
        return _AsyncStep(self, None, GeneratorExit(), True)

    @property
    def ag_running(self) -> bool:
        return self._awaiting is not None

    @property
    def ag_await(self) -> Any:
        return frames.awaited_by(self._waits_for)

    @property
    def __name__(self) -> str:
        return frames.own_name(self._name)

    @__name__.setter
    def __name__(self, value: Any) -> None:
        self._name = (frames.checked_name(value, "__name__"), frames.own_qualname(self._name))

    @__name__.deleter
    def __name__(self) -> None:
        frames.checked_name(None, "__name__")

    @property
    def __qualname__(self) -> str:
        return frames.own_qualname(self._name)

    @__qualname__.setter
    def __qualname__(self, value: Any) -> None:
        self._name = (frames.own_name(self._name), frames.checked_name(value, "__qualname__"))

    @__qualname__.deleter
    def __qualname__(self) -> None:
        frames.checked_name(None, "__qualname__")

    def __repr__(self) -> str:
        return frames.represent("async_generator", self._name, self)


class _AsyncStep(Generator[object, object, Any], Coroutine[object, object, Any]):
    """One step of an async generator: what `__anext__`, `asend`, `athrow` and `aclose` return."""

    def __init__(
        self, frame: async_generator, value: object, thrown: BaseException | None, closing: bool
    ) -> None:
        self._frame = frame
        self._value = value
        self._thrown = thrown
        self._closing = closing
        self._phase = 0

    def __await__(self) -> "_AsyncStep":
        return self

    def __iter__(self) -> "_AsyncStep":
        return self

    def __next__(self) -> object:
        return self.send(None)

    def send(self, value: object, /) -> object:
        frame = self._frame
        if self._phase == 2:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        thrown: BaseException | None = None
        if self._phase == 0:
            if frame._awaiting is not None and frame._awaiting is not self:
                self._phase = 2
                raise RuntimeError("anext(): asynchronous generator is already running")
            self._phase = 1
            if value is None:
                value = self._value
            thrown = self._thrown
            if frame._state == -1:
                self._phase = 2
                if self._closing:
                    raise StopIteration
                if thrown is not None:
                    raise thrown
                raise StopAsyncIteration
            if frame._state == 0:
                if self._closing:
                    frame._state = i64(-1)
                    self._phase = 2
                    raise StopIteration
                if value is not None:
                    raise TypeError(
                        "can't send non-None value to a just-started async generator"
                    )
        return self._step(value, thrown)

    def throw(
        self, typ: Any, val: object = None, tb: object = None, /
    ) -> object:
        if self._phase == 2:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        self._phase = 1
        return self._step(None, _thrown(typ, val, tb))

    def _step(self, value: object, thrown: BaseException | None) -> object:
        frame = self._frame
        frame._awaiting = self
        try:
            result = resume(frame, value, thrown)
        except StopIteration:
            self._phase = 2
            frame._awaiting = None
            if self._closing:
                raise StopIteration from None
            raise StopAsyncIteration from None
        except BaseException as error:
            self._phase = 2
            frame._awaiting = None
            if self._closing and isinstance(error, (GeneratorExit, StopAsyncIteration)):
                raise StopIteration from None
            raise
        if isinstance(result, _AsyncValue):
            self._phase = 2
            frame._awaiting = None
            if self._closing:
                raise RuntimeError("async generator ignored GeneratorExit")
            raise StopIteration(result.value)
        return result

    def close(self) -> None:
        self._phase = 2
