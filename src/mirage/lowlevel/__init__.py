"""Fixed-width integers and the intrinsics of low-level typed Python.

Only the runtime, the typeshed of real code, drivers, cpu/ and targets/ may import this package.
Compiled, every name here is an instruction or two; under CPython the words and arrays are simulated
so that the same sources run in tests (memory, objects and machine access exist only compiled, or
through `mirage.lowlevel.simulated`).

Words wrap modulo 2**n.  A word operator takes a word of the same type or an `int` *literal*.
`//` and `%` on signed words are floor division, as in Python; the divisor is not checked.
"""

from __future__ import annotations

from typing import Any, Callable, Generic, TypeVar, cast

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


def inline(function: F) -> F:
    """Always inline the function."""
    return function


def noinline(function: F) -> F:
    """Never inline the function (cold paths)."""
    return function


def export(symbol: str) -> Callable[[F], F]:
    """Give the function the C ABI and this exact symbol, for assembly to call; it must not raise."""

    def mark(function: F) -> F:
        return function

    return mark


def nostack(function: F) -> F:
    """Leave out the stack-overflow check (start-up and trap paths)."""
    return function


class _Word:
    __slots__ = ("_v",)
    _bits = 64
    _signed = False

    def __init__(self, value: Any = 0) -> None:
        v = int(value) & ((1 << self._bits) - 1)
        if self._signed and v >> (self._bits - 1):
            v -= 1 << self._bits
        self._v: int = v

    def __int__(self) -> int:
        return self._v

    def __index__(self) -> int:
        return self._v

    def __bool__(self) -> bool:
        return self._v != 0

    def __hash__(self) -> int:
        return hash(self._v)

    def __repr__(self) -> str:
        return str(self._v)


class u8(_Word):
    """An unsigned 8-bit word."""

    __slots__ = ()
    _bits = 8
    _signed = False

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: u8 | int) -> u8:
        return u8(self._v + int(other))

    def __radd__(self, other: int) -> u8:
        return u8(other + self._v)

    def __sub__(self, other: u8 | int) -> u8:
        return u8(self._v - int(other))

    def __rsub__(self, other: int) -> u8:
        return u8(other - self._v)

    def __mul__(self, other: u8 | int) -> u8:
        return u8(self._v * int(other))

    def __rmul__(self, other: int) -> u8:
        return u8(other * self._v)

    def __floordiv__(self, other: u8 | int) -> u8:
        return u8(self._v // int(other))

    def __mod__(self, other: u8 | int) -> u8:
        return u8(self._v % int(other))

    def __and__(self, other: u8 | int) -> u8:
        return u8(self._v & int(other))

    def __or__(self, other: u8 | int) -> u8:
        return u8(self._v | int(other))

    def __xor__(self, other: u8 | int) -> u8:
        return u8(self._v ^ int(other))

    def __lshift__(self, other: u8 | int) -> u8:
        return u8(self._v << int(other))

    def __rshift__(self, other: u8 | int) -> u8:
        return u8(self._v >> int(other))

    def __neg__(self) -> u8:
        return u8(-self._v)

    def __invert__(self) -> u8:
        return u8(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: u8 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: u8 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: u8 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: u8 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class u16(_Word):
    """An unsigned 16-bit word."""

    __slots__ = ()
    _bits = 16
    _signed = False

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: u16 | int) -> u16:
        return u16(self._v + int(other))

    def __radd__(self, other: int) -> u16:
        return u16(other + self._v)

    def __sub__(self, other: u16 | int) -> u16:
        return u16(self._v - int(other))

    def __rsub__(self, other: int) -> u16:
        return u16(other - self._v)

    def __mul__(self, other: u16 | int) -> u16:
        return u16(self._v * int(other))

    def __rmul__(self, other: int) -> u16:
        return u16(other * self._v)

    def __floordiv__(self, other: u16 | int) -> u16:
        return u16(self._v // int(other))

    def __mod__(self, other: u16 | int) -> u16:
        return u16(self._v % int(other))

    def __and__(self, other: u16 | int) -> u16:
        return u16(self._v & int(other))

    def __or__(self, other: u16 | int) -> u16:
        return u16(self._v | int(other))

    def __xor__(self, other: u16 | int) -> u16:
        return u16(self._v ^ int(other))

    def __lshift__(self, other: u16 | int) -> u16:
        return u16(self._v << int(other))

    def __rshift__(self, other: u16 | int) -> u16:
        return u16(self._v >> int(other))

    def __neg__(self) -> u16:
        return u16(-self._v)

    def __invert__(self) -> u16:
        return u16(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: u16 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: u16 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: u16 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: u16 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class u32(_Word):
    """An unsigned 32-bit word."""

    __slots__ = ()
    _bits = 32
    _signed = False

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: u32 | int) -> u32:
        return u32(self._v + int(other))

    def __radd__(self, other: int) -> u32:
        return u32(other + self._v)

    def __sub__(self, other: u32 | int) -> u32:
        return u32(self._v - int(other))

    def __rsub__(self, other: int) -> u32:
        return u32(other - self._v)

    def __mul__(self, other: u32 | int) -> u32:
        return u32(self._v * int(other))

    def __rmul__(self, other: int) -> u32:
        return u32(other * self._v)

    def __floordiv__(self, other: u32 | int) -> u32:
        return u32(self._v // int(other))

    def __mod__(self, other: u32 | int) -> u32:
        return u32(self._v % int(other))

    def __and__(self, other: u32 | int) -> u32:
        return u32(self._v & int(other))

    def __or__(self, other: u32 | int) -> u32:
        return u32(self._v | int(other))

    def __xor__(self, other: u32 | int) -> u32:
        return u32(self._v ^ int(other))

    def __lshift__(self, other: u32 | int) -> u32:
        return u32(self._v << int(other))

    def __rshift__(self, other: u32 | int) -> u32:
        return u32(self._v >> int(other))

    def __neg__(self) -> u32:
        return u32(-self._v)

    def __invert__(self) -> u32:
        return u32(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: u32 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: u32 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: u32 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: u32 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class u64(_Word):
    """An unsigned 64-bit word."""

    __slots__ = ()
    _bits = 64
    _signed = False

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: u64 | int) -> u64:
        return u64(self._v + int(other))

    def __radd__(self, other: int) -> u64:
        return u64(other + self._v)

    def __sub__(self, other: u64 | int) -> u64:
        return u64(self._v - int(other))

    def __rsub__(self, other: int) -> u64:
        return u64(other - self._v)

    def __mul__(self, other: u64 | int) -> u64:
        return u64(self._v * int(other))

    def __rmul__(self, other: int) -> u64:
        return u64(other * self._v)

    def __floordiv__(self, other: u64 | int) -> u64:
        return u64(self._v // int(other))

    def __mod__(self, other: u64 | int) -> u64:
        return u64(self._v % int(other))

    def __and__(self, other: u64 | int) -> u64:
        return u64(self._v & int(other))

    def __or__(self, other: u64 | int) -> u64:
        return u64(self._v | int(other))

    def __xor__(self, other: u64 | int) -> u64:
        return u64(self._v ^ int(other))

    def __lshift__(self, other: u64 | int) -> u64:
        return u64(self._v << int(other))

    def __rshift__(self, other: u64 | int) -> u64:
        return u64(self._v >> int(other))

    def __neg__(self) -> u64:
        return u64(-self._v)

    def __invert__(self) -> u64:
        return u64(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: u64 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: u64 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: u64 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: u64 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class i8(_Word):
    """A signed 8-bit word."""

    __slots__ = ()
    _bits = 8
    _signed = True

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: i8 | int) -> i8:
        return i8(self._v + int(other))

    def __radd__(self, other: int) -> i8:
        return i8(other + self._v)

    def __sub__(self, other: i8 | int) -> i8:
        return i8(self._v - int(other))

    def __rsub__(self, other: int) -> i8:
        return i8(other - self._v)

    def __mul__(self, other: i8 | int) -> i8:
        return i8(self._v * int(other))

    def __rmul__(self, other: int) -> i8:
        return i8(other * self._v)

    def __floordiv__(self, other: i8 | int) -> i8:
        return i8(self._v // int(other))

    def __mod__(self, other: i8 | int) -> i8:
        return i8(self._v % int(other))

    def __and__(self, other: i8 | int) -> i8:
        return i8(self._v & int(other))

    def __or__(self, other: i8 | int) -> i8:
        return i8(self._v | int(other))

    def __xor__(self, other: i8 | int) -> i8:
        return i8(self._v ^ int(other))

    def __lshift__(self, other: i8 | int) -> i8:
        return i8(self._v << int(other))

    def __rshift__(self, other: i8 | int) -> i8:
        return i8(self._v >> int(other))

    def __neg__(self) -> i8:
        return i8(-self._v)

    def __invert__(self) -> i8:
        return i8(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: i8 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: i8 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: i8 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: i8 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class i16(_Word):
    """A signed 16-bit word."""

    __slots__ = ()
    _bits = 16
    _signed = True

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: i16 | int) -> i16:
        return i16(self._v + int(other))

    def __radd__(self, other: int) -> i16:
        return i16(other + self._v)

    def __sub__(self, other: i16 | int) -> i16:
        return i16(self._v - int(other))

    def __rsub__(self, other: int) -> i16:
        return i16(other - self._v)

    def __mul__(self, other: i16 | int) -> i16:
        return i16(self._v * int(other))

    def __rmul__(self, other: int) -> i16:
        return i16(other * self._v)

    def __floordiv__(self, other: i16 | int) -> i16:
        return i16(self._v // int(other))

    def __mod__(self, other: i16 | int) -> i16:
        return i16(self._v % int(other))

    def __and__(self, other: i16 | int) -> i16:
        return i16(self._v & int(other))

    def __or__(self, other: i16 | int) -> i16:
        return i16(self._v | int(other))

    def __xor__(self, other: i16 | int) -> i16:
        return i16(self._v ^ int(other))

    def __lshift__(self, other: i16 | int) -> i16:
        return i16(self._v << int(other))

    def __rshift__(self, other: i16 | int) -> i16:
        return i16(self._v >> int(other))

    def __neg__(self) -> i16:
        return i16(-self._v)

    def __invert__(self) -> i16:
        return i16(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: i16 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: i16 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: i16 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: i16 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class i32(_Word):
    """A signed 32-bit word."""

    __slots__ = ()
    _bits = 32
    _signed = True

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: i32 | int) -> i32:
        return i32(self._v + int(other))

    def __radd__(self, other: int) -> i32:
        return i32(other + self._v)

    def __sub__(self, other: i32 | int) -> i32:
        return i32(self._v - int(other))

    def __rsub__(self, other: int) -> i32:
        return i32(other - self._v)

    def __mul__(self, other: i32 | int) -> i32:
        return i32(self._v * int(other))

    def __rmul__(self, other: int) -> i32:
        return i32(other * self._v)

    def __floordiv__(self, other: i32 | int) -> i32:
        return i32(self._v // int(other))

    def __mod__(self, other: i32 | int) -> i32:
        return i32(self._v % int(other))

    def __and__(self, other: i32 | int) -> i32:
        return i32(self._v & int(other))

    def __or__(self, other: i32 | int) -> i32:
        return i32(self._v | int(other))

    def __xor__(self, other: i32 | int) -> i32:
        return i32(self._v ^ int(other))

    def __lshift__(self, other: i32 | int) -> i32:
        return i32(self._v << int(other))

    def __rshift__(self, other: i32 | int) -> i32:
        return i32(self._v >> int(other))

    def __neg__(self) -> i32:
        return i32(-self._v)

    def __invert__(self) -> i32:
        return i32(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: i32 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: i32 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: i32 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: i32 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


class i64(_Word):
    """A signed 64-bit word."""

    __slots__ = ()
    _bits = 64
    _signed = True

    def __init__(self, value: int | _Word | float = 0) -> None:
        super().__init__(value)

    def __add__(self, other: i64 | int) -> i64:
        return i64(self._v + int(other))

    def __radd__(self, other: int) -> i64:
        return i64(other + self._v)

    def __sub__(self, other: i64 | int) -> i64:
        return i64(self._v - int(other))

    def __rsub__(self, other: int) -> i64:
        return i64(other - self._v)

    def __mul__(self, other: i64 | int) -> i64:
        return i64(self._v * int(other))

    def __rmul__(self, other: int) -> i64:
        return i64(other * self._v)

    def __floordiv__(self, other: i64 | int) -> i64:
        return i64(self._v // int(other))

    def __mod__(self, other: i64 | int) -> i64:
        return i64(self._v % int(other))

    def __and__(self, other: i64 | int) -> i64:
        return i64(self._v & int(other))

    def __or__(self, other: i64 | int) -> i64:
        return i64(self._v | int(other))

    def __xor__(self, other: i64 | int) -> i64:
        return i64(self._v ^ int(other))

    def __lshift__(self, other: i64 | int) -> i64:
        return i64(self._v << int(other))

    def __rshift__(self, other: i64 | int) -> i64:
        return i64(self._v >> int(other))

    def __neg__(self) -> i64:
        return i64(-self._v)

    def __invert__(self) -> i64:
        return i64(~self._v)

    def __eq__(self, other: object) -> bool:
        return self._v == other

    def __ne__(self, other: object) -> bool:
        return self._v != other

    def __lt__(self, other: i64 | int) -> bool:
        return self._v < int(other)

    def __le__(self, other: i64 | int) -> bool:
        return self._v <= int(other)

    def __gt__(self, other: i64 | int) -> bool:
        return self._v > int(other)

    def __ge__(self, other: i64 | int) -> bool:
        return self._v >= int(other)

    __hash__ = _Word.__hash__


# --- arithmetic beyond the operators -----------------------------------------------------------


def add_overflows(a: i64, b: i64) -> bool:
    """True when the signed 64-bit sum does not fit."""
    return not -(2**63) <= int(a) + int(b) < 2**63


def sub_overflows(a: i64, b: i64) -> bool:
    return not -(2**63) <= int(a) - int(b) < 2**63


def mul_overflows(a: i64, b: i64) -> bool:
    return not -(2**63) <= int(a) * int(b) < 2**63


def mul_high(a: u64, b: u64) -> u64:
    """The upper 64 bits of the 128-bit product."""
    return u64(int(a) * int(b) >> 64)


def float_bits(value: float) -> u64:
    """The IEEE 754 binary64 encoding."""
    import struct

    return u64(struct.unpack("<Q", struct.pack("<d", value))[0])


def bits_float(bits: u64) -> float:
    import struct

    return cast(float, struct.unpack("<d", struct.pack("<Q", int(bits)))[0])


def float_to_i64(value: float) -> i64:
    """Truncate toward zero; out of range and nan saturate (LLVM `fptosi.sat`)."""
    if value != value:
        return i64(0)
    return i64(int(max(min(value, 9223372036854774784.0), -9223372036854775808.0)))


def i64_to_float(value: i64) -> float:
    return float(int(value))


def float_sqrt(value: float) -> float:
    """The square root instruction; nan for negative values."""
    return float(value**0.5) if value >= 0 else float("nan")


# --- int words ---------------------------------------------------------------------------------


def is_small(value: object) -> bool:
    """The int is held in the word itself (63 bits); False for any other object."""
    return type(value) is int and -(2**62) <= value < 2**62


def small_value(value: int) -> i64:
    """The value of a small int; not checked."""
    return i64(value)


def make_small(value: i64) -> int:
    """The small int of a value that fits 63 bits; not checked."""
    return int(value)


def fits_small(value: i64) -> bool:
    return -(2**62) <= int(value) < 2**62


# --- objects -----------------------------------------------------------------------------------


class Tail(Generic[T]):
    """The elements that follow an object's fields: declare `_tail: Tail[u8]` as the last field.

    The object is made by `new_with_tail(cls, count)`, elements zero (null, 0).  Indices are not
    checked.  Elements of type int or object must be set before they are read.
    """

    def __init__(self, count: i64, zero: Any) -> None:
        self._items: list[Any] = [zero] * int(count)

    @property
    def count(self) -> i64:
        return i64(len(self._items))

    def __getitem__(self, index: i64) -> T:
        return cast(T, self._items[int(index)])

    def __setitem__(self, index: i64, value: T) -> None:
        self._items[int(index)] = value


class Array(Generic[T]):
    """A fixed-size array of unboxed elements on the heap; indices are not checked."""

    def __init__(self, count: i64) -> None:
        self._items: list[Any] = [None] * int(count)

    @property
    def count(self) -> i64:
        return i64(len(self._items))

    def __getitem__(self, index: i64) -> T:
        return cast(T, self._items[int(index)])

    def __setitem__(self, index: i64, value: T) -> None:
        self._items[int(index)] = value

    def clear_at(self, index: i64) -> None:
        """Forget the element (so that the collector does not keep it)."""
        self._items[int(index)] = None

    def move(self, target: i64, source: i64, count: i64) -> None:
        """Move `count` elements inside this array; the ranges may overlap (memmove)."""
        t, s, n = int(target), int(source), int(count)
        self._items[t : t + n] = self._items[s : s + n]

    def copy_from(self, target: i64, other: Array[T], source: i64, count: i64) -> None:
        """Copy `count` elements of another array into this one."""
        t, s, n = int(target), int(source), int(count)
        self._items[t : t + n] = other._items[s : s + n]


class _CompiledOnly(RuntimeError):
    pass


def _compiled_only() -> _CompiledOnly:
    return _CompiledOnly("this intrinsic exists only in compiled code")


def new_with_tail(cls: type[T], count: i64) -> T:
    """A zeroed object of `cls` with `count` tail elements; `__init__` is not run."""
    raise _compiled_only()


def tail_address(value: object) -> u64:
    """The address of the first tail element of a str, bytes, tuple, Array or other tailed object.

    The object must be named again after the last use of the address (`keep_alive`), interior
    pointers keep it alive too, and objects never move.
    """
    raise _compiled_only()


def keep_alive(value: object) -> None:
    """The object lives at least until here."""


def passed(what: str, value: object) -> object:
    """`value`, read back from where it was passed to: "printed", "raised" (compiler/lower/passed.py)."""
    return value


def named_attribute(value: object, name: str) -> object:
    """`getattr(value, name)` for the names that string literals of the application have after a dot.

    raises  AttributeError for every other name
    """
    return getattr(value, name)


def some_literal_has(*parts: str) -> bool:
    """Some string literal of the application contains all of these; a constant of the program."""
    return True


def some_literal_is(*names: str) -> bool:
    """Some literal of the application is one of these, case and all but letters and digits aside."""
    return True


def logged(logger: str, level: int, text: str, exc: BaseException | None) -> bool:
    """Log this, where the application imports logging; False, and nothing has happened, elsewhere."""
    return False


def ints_have_operators() -> bool:
    """Some class of the application is of ints and has operators of its own (IntFlag); a constant."""
    return False


def right_first(a: object, b: object, method: str) -> bool:
    """The class of `b` derives from that of `a`, an application's: its `method`, a literal, goes first.

    A constant where no two classes of the application may meet so (compiler/lower/precedence.py).
    """
    return False


def texts_have_subclasses() -> bool:
    """Some class of the application derives from str; a constant of the program."""
    return False


def class_id(value: object) -> u32:
    """The id in the object's header; small ints and None have int's and NoneType's."""
    raise _compiled_only()


def unchecked_cast(cls: type[T], value: object) -> T:
    """`value` as a `cls` without a check (boxes and unboxes as needed)."""
    return cast(T, value)


def address_of(value: object) -> u64:
    """The word that holds the value: an address, 0 for None, 2n+1 for a small int n."""
    raise _compiled_only()


def object_at(address: u64) -> object:
    """The inverse of address_of."""
    raise _compiled_only()


def class_table() -> u64:
    """The address of the class table: see docs/design/abi.md."""
    raise _compiled_only()


def class_count() -> u32:
    raise _compiled_only()


def type_of(value: object) -> object:
    """The static type object of the value's class."""
    raise _compiled_only()


def current_exception() -> BaseException | None:
    """The exception that is being handled (sys.exception)."""
    raise _compiled_only()


def stop_sentinel() -> BaseException:
    """The StopIteration that ends iteration without allocating."""
    raise _compiled_only()


def symbol_address(symbol: str) -> u64:
    """The address of a linker or assembly symbol; the argument is a literal."""
    raise _compiled_only()


def resume(generator: object, sent: object, thrown: object) -> object:
    """Run a generator frame to its next yield (see `Resume` in compiler/ir/nodes.py)."""
    raise _compiled_only()


def run_main() -> None:
    """Run the application's entry module as `__main__`; its uncaught exception is raised here."""
    raise _compiled_only()


def run_endings() -> None:
    """Run what the program has registered for its end, if it registers anything (runtime/ending.py)."""
    raise _compiled_only()


# --- memory and machine ------------------------------------------------------------------------


def load8(address: u64) -> u8:
    raise _compiled_only()


def store8(address: u64, value: u8) -> None:
    raise _compiled_only()


def volatile_load8(address: u64) -> u8:
    raise _compiled_only()


def volatile_store8(address: u64, value: u8) -> None:
    raise _compiled_only()


def load16(address: u64) -> u16:
    raise _compiled_only()


def store16(address: u64, value: u16) -> None:
    raise _compiled_only()


def volatile_load16(address: u64) -> u16:
    raise _compiled_only()


def volatile_store16(address: u64, value: u16) -> None:
    raise _compiled_only()


def load32(address: u64) -> u32:
    raise _compiled_only()


def store32(address: u64, value: u32) -> None:
    raise _compiled_only()


def volatile_load32(address: u64) -> u32:
    raise _compiled_only()


def volatile_store32(address: u64, value: u32) -> None:
    raise _compiled_only()


def load64(address: u64) -> u64:
    raise _compiled_only()


def store64(address: u64, value: u64) -> None:
    raise _compiled_only()


def volatile_load64(address: u64) -> u64:
    raise _compiled_only()


def volatile_store64(address: u64, value: u64) -> None:
    raise _compiled_only()


def copy_memory(target: u64, source: u64, size: u64) -> None:
    """memcpy: the ranges must not overlap."""
    raise _compiled_only()


def move_memory(target: u64, source: u64, size: u64) -> None:
    """memmove."""
    raise _compiled_only()


def fill_memory(target: u64, value: u8, size: u64) -> None:
    """memset."""
    raise _compiled_only()


def compare_memory(a: u64, b: u64, size: u64) -> i32:
    """memcmp: the sign of the first difference of unsigned bytes."""
    raise _compiled_only()


def full_barrier() -> None:
    """Order all earlier loads and stores before all later ones (mfence)."""


def compiler_barrier() -> None:
    """Keep the compiler from moving memory accesses across; x86 keeps store and load order itself."""


def asm(template: str, constraints: str, *operands: u64) -> u64:
    """LLVM inline assembly with side effects; literals for the first two.

    The constraints begin with an output (`=r`, `={ax}`) for the result: asm("rdtsc; shl $$32, %rdx;
    or %rdx, %rax", "={ax},~{dx}").  AT&T syntax.
    """
    raise _compiled_only()


def asm_void(template: str, constraints: str, *operands: u64) -> None:
    """Inline assembly without a result."""
    raise _compiled_only()


def call_symbol(symbol: str, *operands: u64) -> u64:
    """Call an assembly (or Zig) symbol by the C ABI; the first argument is a literal."""
    raise _compiled_only()
