import _typeshed
import sys
import types
from _collections_abc import dict_items, dict_keys, dict_values
from _typeshed import ConvertibleToFloat, ConvertibleToInt, ReadableBuffer, SupportsAdd, SupportsAiter, SupportsAnext, SupportsDivMod, SupportsFlush, SupportsIter, SupportsKeysAndGetItem, SupportsLenAndGetItem, SupportsNext, SupportsRAdd, SupportsRDivMod, SupportsRichComparison, SupportsRichComparisonT, SupportsWrite
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableSet, Set as AbstractSet, Sized
from types import CellType, CodeType, EllipsisType, GenericAlias, NotImplementedType, TracebackType, UnionType
from typing import Any, ClassVar, Concatenate, Final, Generic, Mapping, MutableMapping, MutableSequence, ParamSpec, Protocol, Sequence, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, TypeAlias, TypeGuard, TypeVar, final, overload, type_check_only
from typing_extensions import Literal, Self, TypeIs, TypeVarTuple, deprecated, disjoint_base
from mirage.lowlevel import Tail, u32
from mirage.runtime import bigint, bigint_bytes, bigint_convert, bigint_text, floats, floats_decimal, floats_parse, formatting, ranges
_T = TypeVar('_T')
_I = TypeVar('_I', default=int)
_T_co = TypeVar('_T_co', covariant=True)
_T_contra = TypeVar('_T_contra', contravariant=True)
_R_co = TypeVar('_R_co', covariant=True)
_KT = TypeVar('_KT')
_VT = TypeVar('_VT')
_S = TypeVar('_S')
_T1 = TypeVar('_T1')
_T2 = TypeVar('_T2')
_T3 = TypeVar('_T3')
_T4 = TypeVar('_T4')
_T5 = TypeVar('_T5')
_SupportsNextT_co = TypeVar('_SupportsNextT_co', bound=SupportsNext[Any], covariant=True)
_SupportsAnextT_co = TypeVar('_SupportsAnextT_co', bound=SupportsAnext[Any], covariant=True)
_AwaitableT = TypeVar('_AwaitableT', bound=Awaitable[Any])
_AwaitableT_co = TypeVar('_AwaitableT_co', bound=Awaitable[Any], covariant=True)
_P = ParamSpec('_P')
_StartT_co = TypeVar('_StartT_co', covariant=True, default=Any)
_StopT_co = TypeVar('_StopT_co', covariant=True, default=_StartT_co)
_StepT_co = TypeVar('_StepT_co', covariant=True, default=_StartT_co | _StopT_co)

class object:
    __doc__: str | None
    __module__: str

    @property
    def __class__(self) -> type[Self]:
        ...

    @__class__.setter
    def __class__(self, type: type[Self], /) -> None:
        ...

    def __init__(self) -> None:
        ...

    def __new__(cls) -> Self:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __ne__(self, value: object, /) -> bool:
        ...

    def __str__(self) -> str:
        ...

    def __repr__(self) -> str:
        ...

    def __hash__(self) -> int:
        ...

    def __format__(self, format_spec: str, /) -> str:
        ...

    def __init_subclass__(cls) -> None:
        ...

class staticmethod(Generic[_P, _R_co]):
    __name__: str
    __qualname__: str

    @property
    def __func__(self) -> Callable[_P, _R_co]:
        ...

    @property
    def __isabstractmethod__(self) -> bool:
        ...

    def __init__(self, f: Callable[_P, _R_co], /) -> None:
        ...

    @overload
    def __get__(self, instance: None, owner: type, /) -> Callable[_P, _R_co]:
        ...

    @overload
    def __get__(self, instance: _T, owner: type[_T] | None=None, /) -> Callable[_P, _R_co]:
        ...

    @property
    def __wrapped__(self) -> Callable[_P, _R_co]:
        ...

    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _R_co:
        ...

class classmethod(Generic[_T, _P, _R_co]):
    __name__: str
    __qualname__: str

    @property
    def __func__(self) -> Callable[Concatenate[type[_T], _P], _R_co]:
        ...

    @property
    def __isabstractmethod__(self) -> bool:
        ...

    def __init__(self, f: Callable[Concatenate[type[_T], _P], _R_co], /) -> None:
        ...

    @overload
    def __get__(self, instance: _T, owner: type[_T] | None=None, /) -> Callable[_P, _R_co]:
        ...

    @overload
    def __get__(self, instance: None, owner: type[_T], /) -> Callable[_P, _R_co]:
        ...

    @property
    def __wrapped__(self) -> Callable[Concatenate[type[_T], _P], _R_co]:
        ...

class type:

    @property
    def __base__(self) -> type | None:
        ...
    __bases__: tuple[type, ...]

    @property
    def __basicsize__(self) -> int:
        ...

    @property
    def __dictoffset__(self) -> int:
        ...

    @property
    def __flags__(self) -> int:
        ...

    @property
    def __itemsize__(self) -> int:
        ...
    __module__: str

    @property
    def __mro__(self) -> tuple[type, ...]:
        ...
    __name__: str
    __qualname__: str

    @property
    def __text_signature__(self) -> str | None:
        ...

    @property
    def __weakrefoffset__(self) -> int:
        ...

    @overload
    def __init__(self, o: object, /) -> None:
        ...

    @overload
    def __init__(self, name: str, bases: tuple[type, ...], dict: dict[str, Any], /, **kwds: Any) -> None:
        ...

    @overload
    def __new__(cls, o: object, /) -> type:
        ...

    @overload
    def __new__(cls: type[_typeshed.Self], name: str, bases: tuple[type, ...], namespace: dict[str, Any], /, **kwds: Any) -> _typeshed.Self:
        ...

    def __call__(self, *args: Any, **kwds: Any) -> Any:
        ...

    def mro(self) -> list[type]:
        ...

    def __instancecheck__(self, instance: Any, /) -> bool:
        ...

    def __subclasscheck__(self, subclass: type, /) -> bool:
        ...

    def __or__(self: _typeshed.Self, value: Any, /) -> types.UnionType | _typeshed.Self:
        ...

    def __ror__(self: _typeshed.Self, value: Any, /) -> types.UnionType | _typeshed.Self:
        ...

class super:

    @overload
    def __init__(self, t: Any, obj: Any, /) -> None:
        ...

    @overload
    def __init__(self, t: Any, /) -> None:
        ...

    @overload
    def __init__(self) -> None:
        ...
_PositiveInteger: TypeAlias = Literal[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]
_NegativeInteger: TypeAlias = Literal[-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15, -16, -17, -18, -19, -20]
_LiteralInteger = _PositiveInteger | _NegativeInteger | Literal[0]

# == numbers ==

class int:
    _negative: bool
    _tail: Tail[u32]

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
        return bigint_bytes.int_to_bytes(self, bigint.clamp_i64(length.__index__()), byteorder, signed)

    @classmethod
    def from_bytes(
        cls,
        bytes: Iterable[SupportsIndex] | SupportsBytes | ReadableBuffer,
        byteorder: Literal["little", "big"] = "big",
        *,
        signed: bool = False,
    ) -> Self:
        return bigint_convert.int_from_buffer(bytes, byteorder, signed)  # type: ignore[return-value]

    def __add__(self, value: int, /) -> int:
        return self + value

    def __sub__(self, value: int, /) -> int:
        return self - value

    def __mul__(self, value: int, /) -> int:
        return self * value

    def __floordiv__(self, value: int, /) -> int:
        return self // value

    def __truediv__(self, value: int, /) -> float:
        return self / value

    def __mod__(self, value: int, /) -> int:
        return self % value

    def __divmod__(self, value: int, /) -> tuple[int, int]:
        return bigint.int_divmod(self, value)

    def __radd__(self, value: int, /) -> int:
        return value + self

    def __rsub__(self, value: int, /) -> int:
        return value - self

    def __rmul__(self, value: int, /) -> int:
        return value * self

    def __rfloordiv__(self, value: int, /) -> int:
        return value // self

    def __rtruediv__(self, value: int, /) -> float:
        return value / self

    def __rmod__(self, value: int, /) -> int:
        return value % self

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
        return self & value

    def __or__(self, value: int, /) -> int:
        return self | value

    def __xor__(self, value: int, /) -> int:
        return self ^ value

    def __lshift__(self, value: int, /) -> int:
        return self << value

    def __rshift__(self, value: int, /) -> int:
        return self >> value

    def __rand__(self, value: int, /) -> int:
        return value & self

    def __ror__(self, value: int, /) -> int:
        return value | self

    def __rxor__(self, value: int, /) -> int:
        return value ^ self

    def __rlshift__(self, value: int, /) -> int:
        return value << self

    def __rrshift__(self, value: int, /) -> int:
        return value >> self

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

    def __hash__(self) -> int:
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
        return floats.float_pow(self, value)

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
        return floats.float_pow(value, self)

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

    @overload
    def __new__(cls, real: complex | SupportsComplex | SupportsFloat | SupportsIndex=0, imag: complex | SupportsFloat | SupportsIndex=0) -> Self:
        ...

    @overload
    def __new__(cls, real: str | SupportsComplex | SupportsFloat | SupportsIndex | complex) -> Self:
        ...

    @property
    def real(self) -> float:
        ...

    @property
    def imag(self) -> float:
        ...

    def conjugate(self) -> complex:
        ...

    def __add__(self, value: complex, /) -> complex:
        ...

    def __sub__(self, value: complex, /) -> complex:
        ...

    def __mul__(self, value: complex, /) -> complex:
        ...

    def __pow__(self, value: complex, mod: None=None, /) -> complex:
        ...

    def __truediv__(self, value: complex, /) -> complex:
        ...

    def __radd__(self, value: complex, /) -> complex:
        ...

    def __rsub__(self, value: complex, /) -> complex:
        ...

    def __rmul__(self, value: complex, /) -> complex:
        ...

    def __rpow__(self, value: complex, mod: None=None, /) -> complex:
        ...

    def __rtruediv__(self, value: complex, /) -> complex:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __ne__(self, value: object, /) -> bool:
        ...

    def __neg__(self) -> complex:
        ...

    def __pos__(self) -> complex:
        ...

    def __abs__(self) -> float:
        ...

    def __hash__(self) -> int:
        ...

    def __bool__(self) -> bool:
        ...

    def __format__(self, format_spec: str, /) -> str:
        ...

    def __complex__(self) -> complex:
        ...


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
        if isinstance(value, bool):
            return self & value
        return bigint.int_and(self, value)

    @overload
    def __or__(self, value: bool, /) -> bool:
        return self | value

    @overload
    def __or__(self, value: int, /) -> int: ...
    def __or__(self, value: int, /) -> int:
        if isinstance(value, bool):
            return self | value
        return bigint.int_or(self, value)

    @overload
    def __xor__(self, value: bool, /) -> bool:
        return self ^ value

    @overload
    def __xor__(self, value: int, /) -> int: ...
    def __xor__(self, value: int, /) -> int:
        if isinstance(value, bool):
            return self ^ value
        return bigint.int_xor(self, value)

    @overload
    def __rand__(self, value: bool, /) -> bool:
        return value & self

    @overload
    def __rand__(self, value: int, /) -> int: ...
    def __rand__(self, value: int, /) -> int:
        if isinstance(value, bool):
            return value & self
        return bigint.int_and(value, self)

    @overload
    def __ror__(self, value: bool, /) -> bool:
        return value | self

    @overload
    def __ror__(self, value: int, /) -> int: ...
    def __ror__(self, value: int, /) -> int:
        if isinstance(value, bool):
            return value | self
        return bigint.int_or(value, self)

    @overload
    def __rxor__(self, value: bool, /) -> bool:
        return value ^ self

    @overload
    def __rxor__(self, value: int, /) -> int: ...
    def __rxor__(self, value: int, /) -> int:
        if isinstance(value, bool):
            return value ^ self
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
    def __init__(self, start: Any, stop: Any = None, step: Any = None, /) -> None:
        self._start = start
        self._stop = stop
        self._step = step

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

    def __iter__(self) -> _RangeIterator:
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
        return ranges.range_item(self._start, self._step, self._length, key.__index__())

    def __reversed__(self) -> _RangeIterator:
        return _RangeIterator(self._start + (self._length - 1) * self._step, -self._step, self._length)

    def __repr__(self) -> str:
        text = "range(" + repr(self._start) + ", " + repr(self._stop)
        return text + ")" if self._step == 1 else text + ", " + repr(self._step) + ")"

# == end of numbers ==

class _FormatMapMapping(Protocol):

    def __getitem__(self, key: str, /) -> Any:
        ...

class _TranslateTable(Protocol):

    def __getitem__(self, key: int, /) -> str | int | None:
        ...

class str(Sequence[str]):

    @overload
    def __new__(cls, object: object='') -> Self:
        ...

    @overload
    def __new__(cls, object: ReadableBuffer, encoding: str='utf-8', errors: str='strict') -> Self:
        ...

    def capitalize(self) -> str:
        ...

    def casefold(self) -> str:
        ...

    def center(self, width: SupportsIndex, fillchar: str=' ', /) -> str:
        ...

    def count(self, sub: str, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def encode(self, encoding: str='utf-8', errors: str='strict') -> bytes:
        ...

    def endswith(self, suffix: str | tuple[str, ...], start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> bool:
        ...

    def expandtabs(self, tabsize: SupportsIndex=8) -> str:
        ...

    def find(self, sub: str, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def format(self, *args: object, **kwargs: object) -> str:
        ...

    def format_map(self, mapping: _FormatMapMapping, /) -> str:
        ...

    def index(self, sub: str, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def isalnum(self) -> bool:
        ...

    def isalpha(self) -> bool:
        ...

    def isascii(self) -> bool:
        ...

    def isdecimal(self) -> bool:
        ...

    def isdigit(self) -> bool:
        ...

    def isidentifier(self) -> bool:
        ...

    def islower(self) -> bool:
        ...

    def isnumeric(self) -> bool:
        ...

    def isprintable(self) -> bool:
        ...

    def isspace(self) -> bool:
        ...

    def istitle(self) -> bool:
        ...

    def isupper(self) -> bool:
        ...

    def join(self, iterable: Iterable[str], /) -> str:
        ...

    def ljust(self, width: SupportsIndex, fillchar: str=' ', /) -> str:
        ...

    def lower(self) -> str:
        ...

    def lstrip(self, chars: str | None=None, /) -> str:
        ...

    def partition(self, sep: str, /) -> tuple[str, str, str]:
        ...

    def replace(self, old: str, new: str, count: SupportsIndex=-1, /) -> str:
        ...

    def removeprefix(self, prefix: str, /) -> str:
        ...

    def removesuffix(self, suffix: str, /) -> str:
        ...

    def rfind(self, sub: str, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def rindex(self, sub: str, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def rjust(self, width: SupportsIndex, fillchar: str=' ', /) -> str:
        ...

    def rpartition(self, sep: str, /) -> tuple[str, str, str]:
        ...

    def rsplit(self, sep: str | None=None, maxsplit: SupportsIndex=-1) -> list[str]:
        ...

    def rstrip(self, chars: str | None=None, /) -> str:
        ...

    def split(self, sep: str | None=None, maxsplit: SupportsIndex=-1) -> list[str]:
        ...

    def splitlines(self, keepends: bool=False) -> list[str]:
        ...

    def startswith(self, prefix: str | tuple[str, ...], start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> bool:
        ...

    def strip(self, chars: str | None=None, /) -> str:
        ...

    def swapcase(self) -> str:
        ...

    def title(self) -> str:
        ...

    def translate(self, table: _TranslateTable, /) -> str:
        ...

    def upper(self) -> str:
        ...

    def zfill(self, width: SupportsIndex, /) -> str:
        ...

    @staticmethod
    @overload
    def maketrans(x: dict[int, _T] | dict[str, _T] | dict[str | int, _T], /) -> dict[int, _T]:
        ...

    @staticmethod
    @overload
    def maketrans(x: str, y: str, /) -> dict[int, int]:
        ...

    @staticmethod
    @overload
    def maketrans(x: str, y: str, z: str, /) -> dict[int, int | None]:
        ...

    def __add__(self, value: str, /) -> str:
        ...

    def __contains__(self, key: str, /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __ge__(self, value: str, /) -> bool:
        ...

    def __getitem__(self, key: SupportsIndex | slice[SupportsIndex | None], /) -> str:
        ...

    def __gt__(self, value: str, /) -> bool:
        ...

    def __hash__(self) -> int:
        ...

    def __iter__(self) -> Iterator[str]:
        ...

    def __le__(self, value: str, /) -> bool:
        ...

    def __len__(self) -> int:
        ...

    def __lt__(self, value: str, /) -> bool:
        ...

    def __mod__(self, value: Any, /) -> str:
        ...

    def __mul__(self, value: SupportsIndex, /) -> str:
        ...

    def __ne__(self, value: object, /) -> bool:
        ...

    def __rmul__(self, value: SupportsIndex, /) -> str:
        ...

    def __format__(self, format_spec: str, /) -> str:
        ...

class bytes(Sequence[int]):

    @overload
    def __new__(cls, o: Iterable[SupportsIndex] | SupportsIndex | SupportsBytes | ReadableBuffer, /) -> Self:
        ...

    @overload
    def __new__(cls, string: str, /, encoding: str, errors: str='strict') -> Self:
        ...

    @overload
    def __new__(cls) -> Self:
        ...

    def capitalize(self) -> bytes:
        ...

    def center(self, width: SupportsIndex, fillchar: bytes=b' ', /) -> bytes:
        ...

    def count(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def decode(self, encoding: str='utf-8', errors: str='strict') -> str:
        ...

    def endswith(self, suffix: ReadableBuffer | tuple[ReadableBuffer, ...], start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> bool:
        ...

    def expandtabs(self, tabsize: SupportsIndex=8) -> bytes:
        ...

    def find(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def hex(self, sep: str | bytes=..., bytes_per_sep: SupportsIndex=1) -> str:
        ...

    def index(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def isalnum(self) -> bool:
        ...

    def isalpha(self) -> bool:
        ...

    def isascii(self) -> bool:
        ...

    def isdigit(self) -> bool:
        ...

    def islower(self) -> bool:
        ...

    def isspace(self) -> bool:
        ...

    def istitle(self) -> bool:
        ...

    def isupper(self) -> bool:
        ...

    def join(self, iterable_of_bytes: Iterable[ReadableBuffer], /) -> bytes:
        ...

    def ljust(self, width: SupportsIndex, fillchar: bytes | bytearray=b' ', /) -> bytes:
        ...

    def lower(self) -> bytes:
        ...

    def lstrip(self, bytes: ReadableBuffer | None=None, /) -> bytes:
        ...

    def partition(self, sep: ReadableBuffer, /) -> tuple[bytes, bytes, bytes]:
        ...

    def replace(self, old: ReadableBuffer, new: ReadableBuffer, count: SupportsIndex=-1, /) -> bytes:
        ...

    def removeprefix(self, prefix: ReadableBuffer, /) -> bytes:
        ...

    def removesuffix(self, suffix: ReadableBuffer, /) -> bytes:
        ...

    def rfind(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def rindex(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def rjust(self, width: SupportsIndex, fillchar: bytes | bytearray=b' ', /) -> bytes:
        ...

    def rpartition(self, sep: ReadableBuffer, /) -> tuple[bytes, bytes, bytes]:
        ...

    def rsplit(self, sep: ReadableBuffer | None=None, maxsplit: SupportsIndex=-1) -> list[bytes]:
        ...

    def rstrip(self, bytes: ReadableBuffer | None=None, /) -> bytes:
        ...

    def split(self, sep: ReadableBuffer | None=None, maxsplit: SupportsIndex=-1) -> list[bytes]:
        ...

    def splitlines(self, keepends: bool=False) -> list[bytes]:
        ...

    def startswith(self, prefix: ReadableBuffer | tuple[ReadableBuffer, ...], start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> bool:
        ...

    def strip(self, bytes: ReadableBuffer | None=None, /) -> bytes:
        ...

    def swapcase(self) -> bytes:
        ...

    def title(self) -> bytes:
        ...

    def translate(self, table: ReadableBuffer | None, /, delete: ReadableBuffer=b'') -> bytes:
        ...

    def upper(self) -> bytes:
        ...

    def zfill(self, width: SupportsIndex, /) -> bytes:
        ...

    @classmethod
    def fromhex(cls, string: str, /) -> Self:
        ...

    @staticmethod
    def maketrans(frm: ReadableBuffer, to: ReadableBuffer, /) -> bytes:
        ...

    def __len__(self) -> int:
        ...

    def __iter__(self) -> Iterator[int]:
        ...

    def __hash__(self) -> int:
        ...

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> int:
        ...

    @overload
    def __getitem__(self, key: slice[SupportsIndex | None], /) -> bytes:
        ...

    def __add__(self, value: ReadableBuffer, /) -> bytes:
        ...

    def __mul__(self, value: SupportsIndex, /) -> bytes:
        ...

    def __rmul__(self, value: SupportsIndex, /) -> bytes:
        ...

    def __mod__(self, value: Any, /) -> bytes:
        ...

    def __contains__(self, key: SupportsIndex | ReadableBuffer, /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __ne__(self, value: object, /) -> bool:
        ...

    def __lt__(self, value: bytes, /) -> bool:
        ...

    def __le__(self, value: bytes, /) -> bool:
        ...

    def __gt__(self, value: bytes, /) -> bool:
        ...

    def __ge__(self, value: bytes, /) -> bool:
        ...

    def __bytes__(self) -> bytes:
        ...

class bytearray(MutableSequence[int]):

    @overload
    def __init__(self) -> None:
        ...

    @overload
    def __init__(self, ints: Iterable[SupportsIndex] | SupportsIndex | ReadableBuffer, /) -> None:
        ...

    @overload
    def __init__(self, string: str, /, encoding: str, errors: str='strict') -> None:
        ...

    def append(self, item: SupportsIndex, /) -> None:
        ...

    def capitalize(self) -> bytearray:
        ...

    def center(self, width: SupportsIndex, fillchar: bytes=b' ', /) -> bytearray:
        ...

    def count(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def copy(self) -> bytearray:
        ...

    def decode(self, encoding: str='utf-8', errors: str='strict') -> str:
        ...

    def endswith(self, suffix: ReadableBuffer | tuple[ReadableBuffer, ...], start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> bool:
        ...

    def expandtabs(self, tabsize: SupportsIndex=8) -> bytearray:
        ...

    def extend(self, iterable_of_ints: Iterable[SupportsIndex], /) -> None:
        ...

    def find(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def hex(self, sep: str | bytes=..., bytes_per_sep: SupportsIndex=1) -> str:
        ...

    def index(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def insert(self, index: SupportsIndex, item: SupportsIndex, /) -> None:
        ...

    def isalnum(self) -> bool:
        ...

    def isalpha(self) -> bool:
        ...

    def isascii(self) -> bool:
        ...

    def isdigit(self) -> bool:
        ...

    def islower(self) -> bool:
        ...

    def isspace(self) -> bool:
        ...

    def istitle(self) -> bool:
        ...

    def isupper(self) -> bool:
        ...

    def join(self, iterable_of_bytes: Iterable[ReadableBuffer], /) -> bytearray:
        ...

    def ljust(self, width: SupportsIndex, fillchar: bytes | bytearray=b' ', /) -> bytearray:
        ...

    def lower(self) -> bytearray:
        ...

    def lstrip(self, bytes: ReadableBuffer | None=None, /) -> bytearray:
        ...

    def partition(self, sep: ReadableBuffer, /) -> tuple[bytearray, bytearray, bytearray]:
        ...

    def pop(self, index: int=-1, /) -> int:
        ...

    def remove(self, value: int, /) -> None:
        ...

    def removeprefix(self, prefix: ReadableBuffer, /) -> bytearray:
        ...

    def removesuffix(self, suffix: ReadableBuffer, /) -> bytearray:
        ...

    def replace(self, old: ReadableBuffer, new: ReadableBuffer, count: SupportsIndex=-1, /) -> bytearray:
        ...

    def rfind(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def rindex(self, sub: ReadableBuffer | SupportsIndex, start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> int:
        ...

    def rjust(self, width: SupportsIndex, fillchar: bytes | bytearray=b' ', /) -> bytearray:
        ...

    def rpartition(self, sep: ReadableBuffer, /) -> tuple[bytearray, bytearray, bytearray]:
        ...

    def rsplit(self, sep: ReadableBuffer | None=None, maxsplit: SupportsIndex=-1) -> list[bytearray]:
        ...

    def rstrip(self, bytes: ReadableBuffer | None=None, /) -> bytearray:
        ...

    def split(self, sep: ReadableBuffer | None=None, maxsplit: SupportsIndex=-1) -> list[bytearray]:
        ...

    def splitlines(self, keepends: bool=False) -> list[bytearray]:
        ...

    def startswith(self, prefix: ReadableBuffer | tuple[ReadableBuffer, ...], start: SupportsIndex | None=None, end: SupportsIndex | None=None, /) -> bool:
        ...

    def strip(self, bytes: ReadableBuffer | None=None, /) -> bytearray:
        ...

    def swapcase(self) -> bytearray:
        ...

    def title(self) -> bytearray:
        ...

    def translate(self, table: ReadableBuffer | None, /, delete: bytes=b'') -> bytearray:
        ...

    def upper(self) -> bytearray:
        ...

    def zfill(self, width: SupportsIndex, /) -> bytearray:
        ...

    @classmethod
    def fromhex(cls, string: str, /) -> Self:
        ...

    @staticmethod
    def maketrans(frm: ReadableBuffer, to: ReadableBuffer, /) -> bytes:
        ...

    def __len__(self) -> int:
        ...

    def __iter__(self) -> Iterator[int]:
        ...
    __hash__: ClassVar[None]

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> int:
        ...

    @overload
    def __getitem__(self, key: slice[SupportsIndex | None], /) -> bytearray:
        ...

    @overload
    def __setitem__(self, key: SupportsIndex, value: SupportsIndex, /) -> None:
        ...

    @overload
    def __setitem__(self, key: slice[SupportsIndex | None], value: Iterable[SupportsIndex] | bytes, /) -> None:
        ...

    def __delitem__(self, key: SupportsIndex | slice[SupportsIndex | None], /) -> None:
        ...

    def __add__(self, value: ReadableBuffer, /) -> bytearray:
        ...

    def __iadd__(self, value: ReadableBuffer, /) -> Self:
        ...

    def __mul__(self, value: SupportsIndex, /) -> bytearray:
        ...

    def __rmul__(self, value: SupportsIndex, /) -> bytearray:
        ...

    def __imul__(self, value: SupportsIndex, /) -> Self:
        ...

    def __mod__(self, value: Any, /) -> bytes:
        ...

    def __contains__(self, key: SupportsIndex | ReadableBuffer, /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __ne__(self, value: object, /) -> bool:
        ...

    def __lt__(self, value: ReadableBuffer, /) -> bool:
        ...

    def __le__(self, value: ReadableBuffer, /) -> bool:
        ...

    def __gt__(self, value: ReadableBuffer, /) -> bool:
        ...

    def __ge__(self, value: ReadableBuffer, /) -> bool:
        ...
_IntegerFormats: TypeAlias = Literal['b', 'B', '@b', '@B', 'h', 'H', '@h', '@H', 'i', 'I', '@i', '@I', 'l', 'L', '@l', '@L', 'q', 'Q', '@q', '@Q', 'P', '@P']

@final
class memoryview(Sequence[_I]):

    @property
    def format(self) -> str:
        ...

    @property
    def itemsize(self) -> int:
        ...

    @property
    def shape(self) -> tuple[int, ...] | None:
        ...

    @property
    def strides(self) -> tuple[int, ...] | None:
        ...

    @property
    def suboffsets(self) -> tuple[int, ...] | None:
        ...

    @property
    def readonly(self) -> bool:
        ...

    @property
    def ndim(self) -> int:
        ...

    @property
    def obj(self) -> ReadableBuffer:
        ...

    @property
    def c_contiguous(self) -> bool:
        ...

    @property
    def f_contiguous(self) -> bool:
        ...

    @property
    def contiguous(self) -> bool:
        ...

    @property
    def nbytes(self) -> int:
        ...

    def __new__(cls, obj: ReadableBuffer) -> Self:
        ...

    def __enter__(self) -> Self:
        ...

    def __exit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None, /) -> None:
        ...

    @overload
    def cast(self, format: Literal['c', '@c'], shape: list[int] | tuple[int, ...]=...) -> memoryview[bytes]:
        ...

    @overload
    def cast(self, format: Literal['f', '@f', 'd', '@d'], shape: list[int] | tuple[int, ...]=...) -> memoryview[float]:
        ...

    @overload
    def cast(self, format: Literal['?'], shape: list[int] | tuple[int, ...]=...) -> memoryview[bool]:
        ...

    @overload
    def cast(self, format: _IntegerFormats, shape: list[int] | tuple[int, ...]=...) -> memoryview:
        ...

    @overload
    def __getitem__(self, key: SupportsIndex | tuple[SupportsIndex, ...], /) -> _I:
        ...

    @overload
    def __getitem__(self, key: slice[SupportsIndex | None], /) -> memoryview[_I]:
        ...

    def __contains__(self, x: object, /) -> bool:
        ...

    def __iter__(self) -> Iterator[_I]:
        ...

    def __len__(self) -> int:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __hash__(self) -> int:
        ...

    @overload
    def __setitem__(self, key: slice[SupportsIndex | None], value: ReadableBuffer, /) -> None:
        ...

    @overload
    def __setitem__(self, key: SupportsIndex | tuple[SupportsIndex, ...], value: _I, /) -> None:
        ...

    def tobytes(self, order: Literal['C', 'F', 'A'] | None='C') -> bytes:
        ...

    def tolist(self) -> list[int]:
        ...

    def toreadonly(self) -> memoryview[_I]:
        ...

    def release(self) -> None:
        ...

    def hex(self, sep: str | bytes=..., bytes_per_sep: SupportsIndex=1) -> str:
        ...
    index: ClassVar[None]
    count: ClassVar[None]

class tuple(Sequence[_T_co]):

    def __new__(cls, iterable: Iterable[_T_co]=(), /) -> Self:
        ...

    def __len__(self) -> int:
        ...

    def __contains__(self, key: object, /) -> bool:
        ...

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> _T_co:
        ...

    @overload
    def __getitem__(self, key: slice[SupportsIndex | None], /) -> tuple[_T_co, ...]:
        ...

    def __iter__(self) -> Iterator[_T_co]:
        ...

    def __lt__(self, value: tuple[_T_co, ...], /) -> bool:
        ...

    def __le__(self, value: tuple[_T_co, ...], /) -> bool:
        ...

    def __gt__(self, value: tuple[_T_co, ...], /) -> bool:
        ...

    def __ge__(self, value: tuple[_T_co, ...], /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __hash__(self) -> int:
        ...

    @overload
    def __add__(self, value: tuple[_T_co, ...], /) -> tuple[_T_co, ...]:
        ...

    @overload
    def __add__(self, value: tuple[_T, ...], /) -> tuple[_T_co | _T, ...]:
        ...

    def __mul__(self, value: SupportsIndex, /) -> tuple[_T_co, ...]:
        ...

    def __rmul__(self, value: SupportsIndex, /) -> tuple[_T_co, ...]:
        ...

    def count(self, value: Any, /) -> int:
        ...

    def index(self, value: Any, start: SupportsIndex=0, stop: SupportsIndex=sys.maxsize, /) -> int:
        ...

@final
class function:

    @property
    def __closure__(self) -> tuple[CellType, ...] | None:
        ...
    __code__: CodeType
    __defaults__: tuple[Any, ...] | None

    @property
    def __globals__(self) -> dict[str, Any]:
        ...
    __name__: str
    __qualname__: str
    __kwdefaults__: dict[str, Any] | None

    @property
    def __builtins__(self) -> dict[str, Any]:
        ...
    __module__: str

    def __new__(cls, code: CodeType, globals: dict[str, Any], name: str | None=None, argdefs: tuple[object, ...] | None=None, closure: tuple[CellType, ...] | None=None) -> Self:
        ...

    def __get__(self, instance: object, owner: type | None=None, /) -> Any:
        ...

class list(MutableSequence[_T]):

    @overload
    def __init__(self) -> None:
        ...

    @overload
    def __init__(self, iterable: Iterable[_T], /) -> None:
        ...

    def copy(self) -> list[_T]:
        ...

    def append(self, object: _T, /) -> None:
        ...

    def extend(self, iterable: Iterable[_T], /) -> None:
        ...

    def pop(self, index: SupportsIndex=-1, /) -> _T:
        ...

    def index(self, value: _T, start: SupportsIndex=0, stop: SupportsIndex=sys.maxsize, /) -> int:
        ...

    def count(self, value: _T, /) -> int:
        ...

    def insert(self, index: SupportsIndex, object: _T, /) -> None:
        ...

    def remove(self, value: _T, /) -> None:
        ...

    @overload
    def sort(self: list[SupportsRichComparisonT], *, key: None=None, reverse: bool=False) -> None:
        ...

    @overload
    def sort(self, *, key: Callable[[_T], SupportsRichComparison], reverse: bool=False) -> None:
        ...

    def __len__(self) -> int:
        ...

    def __iter__(self) -> Iterator[_T]:
        ...
    __hash__: ClassVar[None]

    @overload
    def __getitem__(self, i: SupportsIndex, /) -> _T:
        ...

    @overload
    def __getitem__(self, s: slice[SupportsIndex | None], /) -> list[_T]:
        ...

    @overload
    def __setitem__(self, key: SupportsIndex, value: _T, /) -> None:
        ...

    @overload
    def __setitem__(self, key: slice[SupportsIndex | None], value: Iterable[_T], /) -> None:
        ...

    def __delitem__(self, key: SupportsIndex | slice[SupportsIndex | None], /) -> None:
        ...

    @overload
    def __add__(self, value: list[_T], /) -> list[_T]:
        ...

    @overload
    def __add__(self, value: list[_S], /) -> list[_S | _T]:
        ...

    def __iadd__(self, value: Iterable[_T], /) -> Self:
        ...

    def __mul__(self, value: SupportsIndex, /) -> list[_T]:
        ...

    def __rmul__(self, value: SupportsIndex, /) -> list[_T]:
        ...

    def __imul__(self, value: SupportsIndex, /) -> Self:
        ...

    def __contains__(self, key: object, /) -> bool:
        ...

    def __reversed__(self) -> Iterator[_T]:
        ...

    def __gt__(self, value: list[_T], /) -> bool:
        ...

    def __ge__(self, value: list[_T], /) -> bool:
        ...

    def __lt__(self, value: list[_T], /) -> bool:
        ...

    def __le__(self, value: list[_T], /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

class dict(MutableMapping[_KT, _VT]):

    @overload
    def __init__(self, /) -> None:
        ...

    @overload
    def __init__(self: dict[str, _VT], /, **kwargs: _VT) -> None:
        ...

    @overload
    def __init__(self, map: SupportsKeysAndGetItem[_KT, _VT], /) -> None:
        ...

    @overload
    def __init__(self: dict[str, _VT], map: SupportsKeysAndGetItem[str, _VT], /, **kwargs: _VT) -> None:
        ...

    @overload
    def __init__(self, iterable: Iterable[tuple[_KT, _VT]], /) -> None:
        ...

    @overload
    def __init__(self: dict[str, _VT], iterable: Iterable[tuple[str, _VT]], /, **kwargs: _VT) -> None:
        ...

    @overload
    def __init__(self: dict[str, str], iterable: Iterable[list[str]], /) -> None:
        ...

    @overload
    def __init__(self: dict[bytes, bytes], iterable: Iterable[list[bytes]], /) -> None:
        ...

    def __new__(cls, /, *args: Any, **kwargs: Any) -> Self:
        ...

    def copy(self) -> dict[_KT, _VT]:
        ...

    def keys(self) -> dict_keys[_KT, _VT]:
        ...

    def values(self) -> dict_values[_KT, _VT]:
        ...

    def items(self) -> dict_items[_KT, _VT]:
        ...

    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: None=None, /) -> dict[_T, Any | None]:
        ...

    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: _S, /) -> dict[_T, _S]:
        ...

    @overload
    def get(self, key: _KT, default: None=None, /) -> _VT | None:
        ...

    @overload
    def get(self, key: _KT, default: _VT, /) -> _VT:
        ...

    @overload
    def get(self, key: _KT, default: _T, /) -> _VT | _T:
        ...

    @overload
    def pop(self, key: _KT, /) -> _VT:
        ...

    @overload
    def pop(self, key: _KT, default: _VT, /) -> _VT:
        ...

    @overload
    def pop(self, key: _KT, default: _T, /) -> _VT | _T:
        ...

    def __len__(self) -> int:
        ...

    def __getitem__(self, key: _KT, /) -> _VT:
        ...

    def __setitem__(self, key: _KT, value: _VT, /) -> None:
        ...

    def __delitem__(self, key: _KT, /) -> None:
        ...

    def __iter__(self) -> Iterator[_KT]:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __reversed__(self) -> Iterator[_KT]:
        ...
    __hash__: ClassVar[None]

    @overload
    def __or__(self, value: dict[_KT, _VT], /) -> dict[_KT, _VT]:
        ...

    @overload
    def __or__(self, value: dict[_T1, _T2], /) -> dict[_KT | _T1, _VT | _T2]:
        ...

    @overload
    def __ror__(self, value: dict[_KT, _VT], /) -> dict[_KT, _VT]:
        ...

    @overload
    def __ror__(self, value: dict[_T1, _T2], /) -> dict[_KT | _T1, _VT | _T2]:
        ...

    @overload
    def __ior__(self, value: SupportsKeysAndGetItem[_KT, _VT], /) -> Self:
        ...

    @overload
    def __ior__(self, value: Iterable[tuple[_KT, _VT]], /) -> Self:
        ...

class set(MutableSet[_T]):

    @overload
    def __init__(self) -> None:
        ...

    @overload
    def __init__(self, iterable: Iterable[_T], /) -> None:
        ...

    def add(self, element: _T, /) -> None:
        ...

    def copy(self) -> set[_T]:
        ...

    def difference(self, *s: Iterable[object]) -> set[_T]:
        ...

    def difference_update(self, *s: Iterable[object]) -> None:
        ...

    def discard(self, element: object, /) -> None:
        ...

    def intersection(self, *s: Iterable[object]) -> set[_T]:
        ...

    def intersection_update(self, *s: Iterable[object]) -> None:
        ...

    def isdisjoint(self, s: Iterable[object], /) -> bool:
        ...

    def issubset(self, s: Iterable[object], /) -> bool:
        ...

    def issuperset(self, s: Iterable[object], /) -> bool:
        ...

    def remove(self, element: _T, /) -> None:
        ...

    def symmetric_difference(self, s: Iterable[_S], /) -> set[_T | _S]:
        ...

    def symmetric_difference_update(self, s: Iterable[_T], /) -> None:
        ...

    def union(self, *s: Iterable[_S]) -> set[_T | _S]:
        ...

    def update(self, *s: Iterable[_T]) -> None:
        ...

    def __len__(self) -> int:
        ...

    def __contains__(self, o: object, /) -> bool:
        ...

    def __iter__(self) -> Iterator[_T]:
        ...

    def __and__(self, value: AbstractSet[object], /) -> set[_T]:
        ...

    def __iand__(self, value: AbstractSet[object], /) -> Self:
        ...

    def __or__(self, value: AbstractSet[_S], /) -> set[_T | _S]:
        ...

    def __ior__(self, value: AbstractSet[_T], /) -> Self:
        ...

    def __sub__(self, value: AbstractSet[object], /) -> set[_T]:
        ...

    def __isub__(self, value: AbstractSet[object], /) -> Self:
        ...

    def __xor__(self, value: AbstractSet[_S], /) -> set[_T | _S]:
        ...

    def __ixor__(self, value: AbstractSet[_T], /) -> Self:
        ...

    def __le__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __lt__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __ge__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __gt__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...
    __hash__: ClassVar[None]

class frozenset(AbstractSet[_T_co]):

    @overload
    def __new__(cls) -> Self:
        ...

    @overload
    def __new__(cls, iterable: Iterable[_T_co], /) -> Self:
        ...

    def copy(self) -> frozenset[_T_co]:
        ...

    def difference(self, *s: Iterable[object]) -> frozenset[_T_co]:
        ...

    def intersection(self, *s: Iterable[object]) -> frozenset[_T_co]:
        ...

    def isdisjoint(self, s: Iterable[object], /) -> bool:
        ...

    def issubset(self, s: Iterable[object], /) -> bool:
        ...

    def issuperset(self, s: Iterable[object], /) -> bool:
        ...

    def symmetric_difference(self, s: Iterable[_S], /) -> frozenset[_T_co | _S]:
        ...

    def union(self, *s: Iterable[_S]) -> frozenset[_T_co | _S]:
        ...

    def __len__(self) -> int:
        ...

    def __contains__(self, o: object, /) -> bool:
        ...

    def __iter__(self) -> Iterator[_T_co]:
        ...

    def __and__(self, value: AbstractSet[object], /) -> frozenset[_T_co]:
        ...

    def __or__(self, value: AbstractSet[_S], /) -> frozenset[_T_co | _S]:
        ...

    def __sub__(self, value: AbstractSet[object], /) -> frozenset[_T_co]:
        ...

    def __xor__(self, value: AbstractSet[_S], /) -> frozenset[_T_co | _S]:
        ...

    def __le__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __lt__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __ge__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __gt__(self, value: AbstractSet[object], /) -> bool:
        ...

    def __eq__(self, value: object, /) -> bool:
        ...

    def __hash__(self) -> int:
        ...

class enumerate(Iterator[tuple[int, _T]]):

    def __new__(cls, iterable: Iterable[_T], start: int=0) -> Self:
        ...

    def __iter__(self) -> Self:
        ...

    def __next__(self) -> tuple[int, _T]:
        ...

class property:
    fget: Callable[[Any], Any] | None
    fset: Callable[[Any, Any], None] | None
    fdel: Callable[[Any], None] | None
    __isabstractmethod__: bool

    def __init__(self, fget: Callable[[Any], Any] | None=None, fset: Callable[[Any, Any], None] | None=None, fdel: Callable[[Any], None] | None=None, doc: str | None=None) -> None:
        ...

    def getter(self, fget: Callable[[Any], Any], /) -> property:
        ...

    def setter(self, fset: Callable[[Any, Any], None], /) -> property:
        ...

    def deleter(self, fdel: Callable[[Any], None], /) -> property:
        ...

    @overload
    def __get__(self, instance: None, owner: type, /) -> Self:
        ...

    @overload
    def __get__(self, instance: Any, owner: type | None=None, /) -> Any:
        ...

    def __set__(self, instance: Any, value: Any, /) -> None:
        ...

    def __delete__(self, instance: Any, /) -> None:
        ...

def abs(x: SupportsAbs[_T], /) -> _T:
    ...

def all(iterable: Iterable[object], /) -> bool:
    ...

def any(iterable: Iterable[object], /) -> bool:
    ...

def ascii(obj: object, /) -> str:
    ...

def bin(number: SupportsIndex, /) -> str:
    ...

def callable(obj: object, /) -> TypeIs[Callable[..., object]]:
    ...

def chr(i: SupportsIndex, /) -> str:
    ...

def aiter(async_iterable: SupportsAiter[_SupportsAnextT_co], /) -> _SupportsAnextT_co:
    ...

class _SupportsSynchronousAnext(Protocol[_AwaitableT_co]):

    def __anext__(self) -> _AwaitableT_co:
        ...

@overload
def anext(i: _SupportsSynchronousAnext[_AwaitableT], /) -> _AwaitableT:
    ...

@overload
async def anext(i: SupportsAnext[_T], default: _VT, /) -> _T | _VT:
    ...

@overload
def divmod(x: SupportsDivMod[_T_contra, _T_co], y: _T_contra, /) -> _T_co:
    ...

@overload
def divmod(x: _T_contra, y: SupportsRDivMod[_T_contra, _T_co], /) -> _T_co:
    ...

class filter(Iterator[_T]):

    @overload
    def __new__(cls, function: None, iterable: Iterable[_T | None], /) -> Self:
        ...

    @overload
    def __new__(cls, function: Callable[[_S], TypeGuard[_T]], iterable: Iterable[_S], /) -> Self:
        ...

    @overload
    def __new__(cls, function: Callable[[_S], TypeIs[_T]], iterable: Iterable[_S], /) -> Self:
        ...

    @overload
    def __new__(cls, function: Callable[[_T], Any], iterable: Iterable[_T], /) -> Self:
        ...

    def __iter__(self) -> Self:
        ...

    def __next__(self) -> _T:
        ...

def format(value: object, format_spec: str='', /) -> str:
    ...

def hash(obj: object, /) -> int:
    ...

def hex(number: SupportsIndex, /) -> str:
    ...

def id(obj: object, /) -> int:
    ...

def input(prompt: object='', /) -> str:
    ...

class _GetItemIterable(Protocol[_T_co]):

    def __getitem__(self, i: int, /) -> _T_co:
        ...

@overload
def iter(object: SupportsIter[_SupportsNextT_co], /) -> _SupportsNextT_co:
    ...

@overload
def iter(object: _GetItemIterable[_T], /) -> Iterator[_T]:
    ...

@overload
def iter(object: Callable[[], _T | None], sentinel: None, /) -> Iterator[_T]:
    ...

@overload
def iter(object: Callable[[], _T], sentinel: object, /) -> Iterator[_T]:
    ...
_ClassInfo: TypeAlias = type | types.UnionType | tuple[_ClassInfo, ...]

def isinstance(obj: object, class_or_tuple: _ClassInfo, /) -> bool:
    ...

def issubclass(cls: type, class_or_tuple: _ClassInfo, /) -> bool:
    ...

def len(obj: Sized, /) -> int:
    ...

class map(Iterator[_S]):

    @overload
    def __new__(cls, func: Callable[[_T1], _S], iterable: Iterable[_T1], /) -> Self:
        ...

    @overload
    def __new__(cls, func: Callable[[_T1, _T2], _S], iterable: Iterable[_T1], iter2: Iterable[_T2], /) -> Self:
        ...

    @overload
    def __new__(cls, func: Callable[[_T1, _T2, _T3], _S], iterable: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], /) -> Self:
        ...

    @overload
    def __new__(cls, func: Callable[[_T1, _T2, _T3, _T4], _S], iterable: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], iter4: Iterable[_T4], /) -> Self:
        ...

    @overload
    def __new__(cls, func: Callable[[_T1, _T2, _T3, _T4, _T5], _S], iterable: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], iter4: Iterable[_T4], iter5: Iterable[_T5], /) -> Self:
        ...

    @overload
    def __new__(cls, func: Callable[..., _S], iterable: Iterable[Any], iter2: Iterable[Any], iter3: Iterable[Any], iter4: Iterable[Any], iter5: Iterable[Any], iter6: Iterable[Any], /, *iterables: Iterable[Any]) -> Self:
        ...

    def __iter__(self) -> Self:
        ...

    def __next__(self) -> _S:
        ...

@overload
def max(arg1: SupportsRichComparisonT, arg2: SupportsRichComparisonT, /, *_args: SupportsRichComparisonT, key: None=None) -> SupportsRichComparisonT:
    ...

@overload
def max(arg1: _T, arg2: _T, /, *_args: _T, key: Callable[[_T], SupportsRichComparison]) -> _T:
    ...

@overload
def max(iterable: Iterable[SupportsRichComparisonT], /, *, key: None=None) -> SupportsRichComparisonT:
    ...

@overload
def max(iterable: Iterable[_T], /, *, key: Callable[[_T], SupportsRichComparison]) -> _T:
    ...

@overload
def max(iterable: Iterable[SupportsRichComparisonT], /, *, key: None=None, default: _T) -> SupportsRichComparisonT | _T:
    ...

@overload
def max(iterable: Iterable[_T1], /, *, key: Callable[[_T1], SupportsRichComparison], default: _T2) -> _T1 | _T2:
    ...

@overload
def min(arg1: SupportsRichComparisonT, arg2: SupportsRichComparisonT, /, *_args: SupportsRichComparisonT, key: None=None) -> SupportsRichComparisonT:
    ...

@overload
def min(arg1: _T, arg2: _T, /, *_args: _T, key: Callable[[_T], SupportsRichComparison]) -> _T:
    ...

@overload
def min(iterable: Iterable[SupportsRichComparisonT], /, *, key: None=None) -> SupportsRichComparisonT:
    ...

@overload
def min(iterable: Iterable[_T], /, *, key: Callable[[_T], SupportsRichComparison]) -> _T:
    ...

@overload
def min(iterable: Iterable[SupportsRichComparisonT], /, *, key: None=None, default: _T) -> SupportsRichComparisonT | _T:
    ...

@overload
def min(iterable: Iterable[_T1], /, *, key: Callable[[_T1], SupportsRichComparison], default: _T2) -> _T1 | _T2:
    ...

@overload
def next(i: SupportsNext[_T], /) -> _T:
    ...

@overload
def next(i: SupportsNext[_T], default: _VT, /) -> _T | _VT:
    ...

def oct(number: SupportsIndex, /) -> str:
    ...

def ord(c: str | bytes | bytearray, /) -> int:
    ...

class _SupportsWriteAndFlush(SupportsWrite[_T_contra], SupportsFlush, Protocol[_T_contra]):
    ...

@overload
def print(*values: object, sep: str | None=' ', end: str | None='\n', file: SupportsWrite[str] | None=None, flush: Literal[False]=False) -> None:
    ...

@overload
def print(*values: object, sep: str | None=' ', end: str | None='\n', file: _SupportsWriteAndFlush[str] | None=None, flush: bool) -> None:
    ...
_E_contra = TypeVar('_E_contra', contravariant=True)
_M_contra = TypeVar('_M_contra', contravariant=True)

class _SupportsPow2(Protocol[_E_contra, _T_co]):

    def __pow__(self, other: _E_contra, /) -> _T_co:
        ...

class _SupportsPow3NoneOnly(Protocol[_E_contra, _T_co]):

    def __pow__(self, other: _E_contra, modulo: None=None, /) -> _T_co:
        ...

class _SupportsPow3(Protocol[_E_contra, _M_contra, _T_co]):

    def __pow__(self, other: _E_contra, modulo: _M_contra, /) -> _T_co:
        ...
_SupportsSomeKindOfPow = _SupportsPow2[Any, Any] | _SupportsPow3NoneOnly[Any, Any] | _SupportsPow3[Any, Any, Any]

@overload
def pow(base: int, exp: int, mod: int) -> int:
    ...

@overload
def pow(base: int, exp: Literal[0], mod: None=None) -> Literal[1]:
    ...

@overload
def pow(base: int, exp: _PositiveInteger, mod: None=None) -> int:
    ...

@overload
def pow(base: int, exp: _NegativeInteger, mod: None=None) -> float:
    ...

@overload
def pow(base: int, exp: int, mod: None=None) -> Any:
    ...

@overload
def pow(base: _PositiveInteger, exp: float, mod: None=None) -> float:
    ...

@overload
def pow(base: _NegativeInteger, exp: float, mod: None=None) -> complex:
    ...

@overload
def pow(base: float, exp: int, mod: None=None) -> float:
    ...

@overload
def pow(base: float, exp: complex | _SupportsSomeKindOfPow, mod: None=None) -> Any:
    ...

@overload
def pow(base: complex, exp: complex | _SupportsSomeKindOfPow, mod: None=None) -> complex:
    ...

@overload
def pow(base: _SupportsPow2[_E_contra, _T_co], exp: _E_contra, mod: None=None) -> _T_co:
    ...

@overload
def pow(base: _SupportsPow3NoneOnly[_E_contra, _T_co], exp: _E_contra, mod: None=None) -> _T_co:
    ...

@overload
def pow(base: _SupportsPow3[_E_contra, _M_contra, _T_co], exp: _E_contra, mod: _M_contra) -> _T_co:
    ...

@overload
def pow(base: _SupportsSomeKindOfPow, exp: float, mod: None=None) -> Any:
    ...

@overload
def pow(base: _SupportsSomeKindOfPow, exp: complex, mod: None=None) -> complex:
    ...
quit: _sitebuiltins.Quitter

class _SupportsReversed(Protocol[_T_co]):

    def __reversed__(self) -> _T_co:
        ...

class reversed(Iterator[_T_co]):

    @overload
    def __new__(cls, sequence: _SupportsReversed[_T], /) -> _T:
        ...

    @overload
    def __new__(cls, sequence: SupportsLenAndGetItem[_T_co], /) -> Self:
        ...

    def __iter__(self) -> Self:
        ...

    def __next__(self) -> _T_co:
        ...

    def __length_hint__(self) -> int:
        ...

def repr(obj: object, /) -> str:
    ...

class _SupportsRound1(Protocol[_T_co]):

    def __round__(self) -> _T_co:
        ...

class _SupportsRound2(Protocol[_T_co]):

    def __round__(self, ndigits: int, /) -> _T_co:
        ...

@overload
def round(number: _SupportsRound1[_T], ndigits: None=None) -> _T:
    ...

@overload
def round(number: _SupportsRound2[_T], ndigits: SupportsIndex) -> _T:
    ...

@overload
def sorted(iterable: Iterable[SupportsRichComparisonT], /, *, key: None=None, reverse: bool=False) -> list[SupportsRichComparisonT]:
    ...

@overload
def sorted(iterable: Iterable[_T], /, *, key: Callable[[_T], SupportsRichComparison], reverse: bool=False) -> list[_T]:
    ...
_AddableT1 = TypeVar('_AddableT1', bound=SupportsAdd[Any, Any])
_AddableT2 = TypeVar('_AddableT2', bound=SupportsAdd[Any, Any])

class _SupportsSumWithNoDefaultGiven(SupportsAdd[Any, Any], SupportsRAdd[int, Any], Protocol):
    ...
_SupportsSumNoDefaultT = TypeVar('_SupportsSumNoDefaultT', bound=_SupportsSumWithNoDefaultGiven)

@overload
def sum(iterable: Iterable[bool], /, start: int=0) -> int:
    ...

@overload
def sum(iterable: Iterable[_SupportsSumNoDefaultT], /) -> _SupportsSumNoDefaultT | Literal[0]:
    ...

@overload
def sum(iterable: Iterable[_AddableT1], /, start: _AddableT2) -> _AddableT1 | _AddableT2:
    ...

class zip(Iterator[_T_co]):

    @overload
    def __new__(cls, *, strict: bool=False) -> zip[Any]:
        ...

    @overload
    def __new__(cls, iter1: Iterable[_T1], /, *, strict: bool=False) -> zip[tuple[_T1]]:
        ...

    @overload
    def __new__(cls, iter1: Iterable[_T1], iter2: Iterable[_T2], /, *, strict: bool=False) -> zip[tuple[_T1, _T2]]:
        ...

    @overload
    def __new__(cls, iter1: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], /, *, strict: bool=False) -> zip[tuple[_T1, _T2, _T3]]:
        ...

    @overload
    def __new__(cls, iter1: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], iter4: Iterable[_T4], /, *, strict: bool=False) -> zip[tuple[_T1, _T2, _T3, _T4]]:
        ...

    @overload
    def __new__(cls, iter1: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], iter4: Iterable[_T4], iter5: Iterable[_T5], /, *, strict: bool=False) -> zip[tuple[_T1, _T2, _T3, _T4, _T5]]:
        ...

    @overload
    def __new__(cls, iter1: Iterable[Any], iter2: Iterable[Any], iter3: Iterable[Any], iter4: Iterable[Any], iter5: Iterable[Any], iter6: Iterable[Any], /, *iterables: Iterable[Any], strict: bool=False) -> zip[tuple[Any, ...]]:
        ...

    def __iter__(self) -> Self:
        ...

    def __next__(self) -> _T_co:
        ...
ellipsis = EllipsisType
Ellipsis: EllipsisType
NotImplemented: NotImplementedType

class BaseException:
    args: tuple[Any, ...]
    __cause__: BaseException | None
    __context__: BaseException | None
    __suppress_context__: bool
    __traceback__: TracebackType | None

    def __init__(self, *args: object) -> None:
        ...

    def __new__(cls, /, *args: Any, **kwds: Any) -> Self:
        ...

    def with_traceback(self, tb: TracebackType | None, /) -> Self:
        ...

    def __str__(self) -> str:
        ...

    def __repr__(self) -> str:
        ...
    __notes__: list[str]

    def add_note(self, note: str, /) -> None:
        ...

class GeneratorExit(BaseException):
    ...

class KeyboardInterrupt(BaseException):
    ...

class SystemExit(BaseException):
    code: sys._ExitCode

class Exception(BaseException):
    ...

class StopIteration(Exception):
    value: Any

class OSError(Exception):
    errno: int | None
    strerror: str | None
    filename: Any
    filename2: Any
EnvironmentError = OSError
IOError = OSError

class ArithmeticError(Exception):
    ...

class AssertionError(Exception):
    ...

class AttributeError(Exception):

    def __init__(self, *args: object, name: str | None=None, obj: object=None) -> None:
        ...
    name: str | None
    obj: object

class BufferError(Exception):
    ...

class EOFError(Exception):
    ...

class ImportError(Exception):

    def __init__(self, *args: object, name: str | None=None, path: str | None=None) -> None:
        ...
    name: str | None
    path: str | None
    msg: str

class LookupError(Exception):
    ...

class MemoryError(Exception):
    ...

class NameError(Exception):

    def __init__(self, *args: object, name: str | None=None) -> None:
        ...
    name: str | None

class ReferenceError(Exception):
    ...

class RuntimeError(Exception):
    ...

class StopAsyncIteration(Exception):
    ...

class SyntaxError(Exception):
    msg: str
    filename: str | None
    lineno: int | None
    offset: int | None
    text: str | None
    print_file_and_line: None
    end_lineno: int | None
    end_offset: int | None

    @overload
    def __init__(self) -> None:
        ...

    @overload
    def __init__(self, msg: object, /) -> None:
        ...

    @overload
    def __init__(self, msg: str, info: tuple[str | None, int | None, int | None, str | None], /) -> None:
        ...

    @overload
    def __init__(self, msg: str, info: tuple[str | None, int | None, int | None, str | None, int | None, int | None], /) -> None:
        ...

class SystemError(Exception):
    ...

class TypeError(Exception):
    ...

class ValueError(Exception):
    ...

class FloatingPointError(ArithmeticError):
    ...

class OverflowError(ArithmeticError):
    ...

class ZeroDivisionError(ArithmeticError):
    ...

class ModuleNotFoundError(ImportError):
    ...

class IndexError(LookupError):
    ...

class KeyError(LookupError):
    ...

class UnboundLocalError(NameError):
    ...

class BlockingIOError(OSError):
    characters_written: int

class ChildProcessError(OSError):
    ...

class ConnectionError(OSError):
    ...

class BrokenPipeError(ConnectionError):
    ...

class ConnectionAbortedError(ConnectionError):
    ...

class ConnectionRefusedError(ConnectionError):
    ...

class ConnectionResetError(ConnectionError):
    ...

class FileExistsError(OSError):
    ...

class FileNotFoundError(OSError):
    ...

class InterruptedError(OSError):
    ...

class IsADirectoryError(OSError):
    ...

class NotADirectoryError(OSError):
    ...

class PermissionError(OSError):
    ...

class ProcessLookupError(OSError):
    ...

class TimeoutError(OSError):
    ...

class NotImplementedError(RuntimeError):
    ...

class RecursionError(RuntimeError):
    ...

class IndentationError(SyntaxError):
    ...

class TabError(IndentationError):
    ...

class UnicodeError(ValueError):
    ...

class UnicodeDecodeError(UnicodeError):
    encoding: str
    object: bytes
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: ReadableBuffer, start: int, end: int, reason: str, /) -> None:
        ...

class UnicodeEncodeError(UnicodeError):
    encoding: str
    object: str
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: str, start: int, end: int, reason: str, /) -> None:
        ...

class UnicodeTranslateError(UnicodeError):
    encoding: None
    object: str
    start: int
    end: int
    reason: str

    def __init__(self, object: str, start: int, end: int, reason: str, /) -> None:
        ...

class Warning(Exception):
    ...

class UserWarning(Warning):
    ...

class DeprecationWarning(Warning):
    ...

class SyntaxWarning(Warning):
    ...

class RuntimeWarning(Warning):
    ...

class FutureWarning(Warning):
    ...

class PendingDeprecationWarning(Warning):
    ...

class ImportWarning(Warning):
    ...

class UnicodeWarning(Warning):
    ...

class BytesWarning(Warning):
    ...

class ResourceWarning(Warning):
    ...

class EncodingWarning(Warning):
    ...
_BaseExceptionT_co = TypeVar('_BaseExceptionT_co', bound=BaseException, covariant=True, default=BaseException)
_BaseExceptionT = TypeVar('_BaseExceptionT', bound=BaseException)
_ExceptionT_co = TypeVar('_ExceptionT_co', bound=Exception, covariant=True, default=Exception)
_ExceptionT = TypeVar('_ExceptionT', bound=Exception)

class BaseExceptionGroup(BaseException, Generic[_BaseExceptionT_co]):

    def __new__(cls, message: str, exceptions: Sequence[_BaseExceptionT_co], /) -> Self:
        ...

    def __init__(self, message: str, exceptions: Sequence[_BaseExceptionT_co], /) -> None:
        ...

    @property
    def message(self) -> str:
        ...

    @property
    def exceptions(self) -> tuple[_BaseExceptionT_co | BaseExceptionGroup[_BaseExceptionT_co], ...]:
        ...

    @overload
    def subgroup(self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /) -> ExceptionGroup[_ExceptionT] | None:
        ...

    @overload
    def subgroup(self, matcher_value: type[_BaseExceptionT] | tuple[type[_BaseExceptionT], ...], /) -> BaseExceptionGroup[_BaseExceptionT] | None:
        ...

    @overload
    def subgroup(self, matcher_value: Callable[[_BaseExceptionT_co | Self], bool], /) -> BaseExceptionGroup[_BaseExceptionT_co] | None:
        ...

    @overload
    def split(self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /) -> tuple[ExceptionGroup[_ExceptionT] | None, BaseExceptionGroup[_BaseExceptionT_co] | None]:
        ...

    @overload
    def split(self, matcher_value: type[_BaseExceptionT] | tuple[type[_BaseExceptionT], ...], /) -> tuple[BaseExceptionGroup[_BaseExceptionT] | None, BaseExceptionGroup[_BaseExceptionT_co] | None]:
        ...

    @overload
    def split(self, matcher_value: Callable[[_BaseExceptionT_co | Self], bool], /) -> tuple[BaseExceptionGroup[_BaseExceptionT_co] | None, BaseExceptionGroup[_BaseExceptionT_co] | None]:
        ...

    @overload
    def derive(self, excs: Sequence[_ExceptionT], /) -> ExceptionGroup[_ExceptionT]:
        ...

    @overload
    def derive(self, excs: Sequence[_BaseExceptionT], /) -> BaseExceptionGroup[_BaseExceptionT]:
        ...

class ExceptionGroup(BaseExceptionGroup[_ExceptionT_co], Exception):

    def __new__(cls, message: str, exceptions: Sequence[_ExceptionT_co], /) -> Self:
        ...

    def __init__(self, message: str, exceptions: Sequence[_ExceptionT_co], /) -> None:
        ...

    @property
    def exceptions(self) -> tuple[_ExceptionT_co | ExceptionGroup[_ExceptionT_co], ...]:
        ...

    @overload
    def subgroup(self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /) -> ExceptionGroup[_ExceptionT] | None:
        ...

    @overload
    def subgroup(self, matcher_value: Callable[[_ExceptionT_co | Self], bool], /) -> ExceptionGroup[_ExceptionT_co] | None:
        ...

    @overload
    def split(self, matcher_value: type[_ExceptionT] | tuple[type[_ExceptionT], ...], /) -> tuple[ExceptionGroup[_ExceptionT] | None, ExceptionGroup[_ExceptionT_co] | None]:
        ...

    @overload
    def split(self, matcher_value: Callable[[_ExceptionT_co | Self], bool], /) -> tuple[ExceptionGroup[_ExceptionT_co] | None, ExceptionGroup[_ExceptionT_co] | None]:
        ...
