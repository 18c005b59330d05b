"""Binary structures: bytes to and from Python values by format strings.

Functions beginning with `_known_` serve formats that are known while compiling (`lower/packed.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, SupportsFloat, SupportsIndex

from mirage.lowlevel import (
    bits_float as _bits_float,
    copy_memory as _copy_memory,
    fill_memory as _fill_memory,
    float_bits as _float_bits,
    i64 as _i64,
    inline as _inline,
    is_small as _is_small,
    keep_alive as _keep_alive,
    new_with_tail as _new_with_tail,
    noinline as _noinline,
    small_value as _small_value,
    tail_address as _tail_address,
    u8 as _u8,
    u64 as _u64,
    unchecked_cast as _unchecked_cast,
)
from mirage.runtime import bytes_methods as _bytes_methods, packing as _packing
from mirage.runtime.text_codecs import bytes_from as _bytes_from
from mirage.runtime.class_names import class_name as _class_name

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]

_CACHE_SIZE: Final = 100
_LARGEST: Final = 9223372036854775807
_STANDARD: Final = "xcbB?hHiIlLqQefdsp"
_INTEGERS: Final = "bBhHiIlLqQnNP"
_UNSIGNED: Final = "BHILQNP"


class error(Exception):
    """The format is wrong, or does not fit the values or the buffer."""


def _standard_size(code: str) -> int:
    """Bytes of one item, native `long` aside."""
    if code in "xcbB?sp":
        return 1
    if code in "hHe":
        return 2
    return 4 if code in "iIlLf" else 8


class _Field:
    """Some items of one code that follow each other (one item for s and p)."""

    code: str
    count: _i64
    size: _i64  # of one item, in bytes
    offset: _u64
    integer: bool
    unsigned: bool

    def __init__(self, code: str, count: int, size: int, offset: int) -> None:
        self.code = code
        self.count = _i64(count)
        self.size = _i64(size)
        self.offset = _u64(offset)
        self.integer = code in _INTEGERS
        self.unsigned = code in _UNSIGNED


class Struct:
    """A format, read once."""

    _format: str
    _fields: list[_Field]
    _size: int
    _items: int
    _big: bool
    _native: bool

    def __init__(self, format: str | bytes) -> None:
        text = _text_of(format)
        self._format = text
        self._fields = []
        self._size = 0
        self._items = 0
        self._big = False
        native = True
        start = 0
        if text and text[0] in "@=<>!":
            native = text[0] == "@"
            self._big = text[0] == ">" or text[0] == "!"
            start = 1
        self._native = native
        self._read_format(text, start, native)

    def _read_format(self, text: str, position: int, native: bool) -> None:
        length = len(text)
        while position < length:
            code = text[position]
            position += 1
            if code.isspace():
                continue
            count = 1
            if "0" <= code <= "9":
                digits = position - 1
                while position < length and "0" <= text[position] <= "9":
                    position += 1
                if position >= length:
                    raise error("repeat count given without format specifier")
                count = int(text[digits:position])
                code = text[position]
                position += 1
            self._add(code, count, native)

    def _add(self, code: str, count: int, native: bool) -> None:
        if code not in _STANDARD and not (native and code in "nNP"):
            raise error("bad char in struct format")
        size = 8 if native and code in "lL" else _standard_size(code)
        if native:
            self._size = -(-self._size // size) * size
        total = size * count
        if self._size + total > _LARGEST:
            raise error("total struct size too long")
        if code == "s" or code == "p":
            self._fields.append(_Field(code, 1, count, self._size))
            self._items += 1
        elif code != "x" and count > 0:
            self._fields.append(_Field(code, count, size, self._size))
            self._items += count
        self._size += total

    @property
    def format(self) -> str:
        return self._format

    @property
    def size(self) -> int:
        return self._size

    # --- packing -------------------------------------------------------------------------------

    def pack(self, *v: Any) -> bytes:
        return self._packed(v)

    def _packed(self, values: tuple[Any, ...]) -> bytes:
        if len(values) != self._items:
            raise error(f"pack expected {self._items} items for packing (got {len(values)})")
        out = _new_with_tail(bytes, _i64(self._size))
        self._write(_tail_address(out), values)
        _keep_alive(out)
        return out

    def _write(self, at: _u64, values: tuple[Any, ...]) -> None:
        """To memory that is zero."""
        big = self._big
        index = 0
        for field in self._fields:
            place = at + field.offset
            count = field.count
            size = field.size
            while count > 0:
                if field.integer:
                    _put_integer(place, size, field.unsigned, big, field.code, values[index])
                else:
                    _put_other(place, size, big, self._native, field.code, values[index])
                place = place + _u64(size)
                index += 1
                count = count - 1

    def pack_into(self, buffer: bytearray | memoryview, offset: int, *v: Any) -> None:
        if len(v) != self._items:
            raise error(f"pack_into expected {self._items} items for packing (got {len(v)})")
        start = _known_target(buffer, offset, self._size)
        out = _new_with_tail(bytes, _i64(self._size))
        try:
            self._write(_tail_address(out), v)
        finally:  # what comes before a wrong value is written
            _known_put(buffer, start, out)

    # --- unpacking -----------------------------------------------------------------------------

    def unpack(self, buffer: bytes | bytearray | memoryview, /) -> tuple[Any, ...]:
        values = self._values(_known_source(buffer, self._size))
        _keep_alive(buffer)
        return values

    def unpack_from(self, buffer: bytes | bytearray | memoryview, offset: int = 0) -> tuple[Any, ...]:
        values = self._values(_known_source_from(buffer, offset, self._size))
        _keep_alive(buffer)
        return values

    def iter_unpack(self, buffer: bytes | bytearray | memoryview, /) -> Iterator[tuple[Any, ...]]:
        data = buffer if isinstance(buffer, bytes) else bytes(buffer)
        size = self._size
        if size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % size != 0:
            raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
        return self._iterate(data)

    def _iterate(self, data: bytes) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(data), self._size):
            yield self._values(_tail_address(data) + _u64(start))

    def _values(self, at: _u64) -> tuple[Any, ...]:
        if self._items == 0:
            return ()
        values = _new_with_tail(tuple, _i64(self._items))
        big = self._big
        index = _i64(0)
        for field in self._fields:
            place = at + field.offset
            count = field.count
            size = field.size
            while count > 0:
                if field.integer:
                    values._tail[index] = _packing.integer_at(place, size, field.unsigned, big)
                else:
                    values._tail[index] = _other_at(place, size, big, field.code)
                place = place + _u64(size)
                index = index + 1
                count = count - 1
        return values


# --- buffers -----------------------------------------------------------------------------------


@_inline
def _known_source(buffer: object, size: int) -> _u64:
    """Where the bytes of a buffer of just this size are; it must be kept alive."""
    if isinstance(buffer, bytes) and len(buffer) == size:
        return _tail_address(buffer)
    return _odd_source(buffer, size)


@_noinline
def _odd_source(buffer: object, size: int) -> _u64:
    data = _readable(buffer)
    if _length(data) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _bytes_methods.address(data)


@_inline
def _known_source_from(buffer: object, offset: object, size: int) -> _u64:
    """The same for a part of a buffer."""
    if isinstance(buffer, bytes) and _is_small(offset):
        start = _unchecked_cast(int, offset)
        if start >= 0 and len(buffer) - start >= size:
            return _tail_address(buffer) + _u64(_small_value(start))
    return _odd_source_from(buffer, offset, size)


@_noinline
def _odd_source_from(buffer: object, offset: object, size: int) -> _u64:
    data = _readable(buffer)
    start = _start(offset, _length(data), size, False)
    return _bytes_methods.address(data) + _u64(start)


def _readable(buffer: object) -> bytes | bytearray | memoryview:
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    if isinstance(buffer, memoryview):
        if not buffer.c_contiguous:
            raise BufferError("memoryview: underlying buffer is not C-contiguous")
        return buffer
    raise TypeError(f"a bytes-like object is required, not '{_class_name(buffer)}'")


def _length(data: bytes | bytearray | memoryview) -> int:
    return data.nbytes if isinstance(data, memoryview) else len(data)


def _start(offset: object, length: int, size: int, packs: bool) -> int:
    """Where in a buffer of `length` bytes a structure begins; struct.error when it does not fit there."""
    start = _offset(offset)
    if start < 0:
        if start + size > 0:
            lacking = "no space to pack" if packs else "not enough data to unpack"
            raise error(f"{lacking} {size} bytes at offset {start}")
        if start + length < 0:
            raise error(f"offset {start} out of range for {length}-byte buffer")
        start += length
    if length - start < size:
        function, what = ("pack_into", "packing") if packs else ("unpack_from", "unpacking")
        raise error(
            f"{function} requires a buffer of at least {size + start} bytes for {what} {size} bytes "
            f"at offset {start} (actual buffer size is {length})"
        )
    return start


def _offset(value: object) -> int:
    if not isinstance(value, SupportsIndex):
        raise TypeError(f"'{_class_name(value)}' object cannot be interpreted as an integer")
    number = value.__index__()
    if not -_LARGEST - 1 <= number <= _LARGEST:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return number


def _known_target(buffer: object, offset: object, size: int) -> int:
    """Where in the buffer a structure is written."""
    if not isinstance(buffer, (bytearray, memoryview)) or (
        isinstance(buffer, memoryview) and (buffer.readonly or not buffer.c_contiguous)
    ):
        name = _class_name(buffer)
        raise TypeError(f"argument must be read-write bytes-like object, not {name}")
    return _start(offset, _length(buffer), size, True)


def _known_cleared(buffer: object, start: int, size: int) -> _u64:
    """Where `size` bytes of a buffer are, zero now."""
    assert isinstance(buffer, (bytearray, memoryview))
    target = _bytes_methods.address(buffer) + _u64(start)
    _fill_memory(target, _u8(0), _u64(size))
    return target


def _known_put(buffer: object, start: int, packed: bytes) -> None:
    """Into the buffer, which the values' methods may have made smaller."""
    if isinstance(buffer, (bytearray, memoryview)) and _length(buffer) - start >= len(packed):
        target = _bytes_methods.address(buffer) + _u64(start)
        _copy_memory(target, _tail_address(packed), _u64(len(packed)))
        _keep_alive(buffer)
        _keep_alive(packed)


# --- fields ------------------------------------------------------------------------------------


@_inline
def _known_new(size: int) -> bytes:
    return _new_with_tail(bytes, _i64(size))


@_inline
def _known_start(made: bytes) -> _u64:
    return _tail_address(made)


@_inline
def _known_integer(
    at: _u64, offset: _i64, size: _i64, unsigned: bool, big: bool, code: str, value: object
) -> None:
    _put_integer(at + _u64(offset), size, unsigned, big, code, value)


def _known_other(
    at: _u64, offset: _i64, size: _i64, big: bool, native: bool, code: str, value: object
) -> None:
    _put_other(at + _u64(offset), size, big, native, code, value)


@_inline
def _known_integer_at(at: _u64, offset: _i64, size: _i64, unsigned: bool, big: bool) -> int:
    return _packing.integer_at(at + _u64(offset), size, unsigned, big)


@_inline
def _put_integer(at: _u64, size: _i64, unsigned: bool, big: bool, code: str, value: object) -> None:
    if _is_small(value):
        word = _small_value(_unchecked_cast(int, value))
        if _packing.fits(word, size, unsigned):
            _packing.put_word(at, size, big, _u64(word))
            return
    _put_odd(at, size, unsigned, big, code, value)


@_noinline
def _put_odd(at: _u64, size: _i64, unsigned: bool, big: bool, code: str, value: object) -> None:
    if not isinstance(value, SupportsIndex):
        raise error("required argument is not an integer")
    number = value.__index__()
    bits = 8 * int(size)
    low = -(1 << (bits - 1)) if not unsigned or code == "P" else 0
    high = (1 << (bits if unsigned else bits - 1)) - 1
    if number < low or number > high:
        raise error(_range_message(code, bits, number, low, high, big))
    if number < 0:
        number += 1 << bits
    _packing.put_word(at, size, big, _u64(number))


def _put_other(at: _u64, size: _i64, big: bool, native: bool, code: str, value: object) -> None:
    if code == "?":
        if value:
            _packing.put_word(at, _i64(1), False, _u64(1))
    elif code == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        _copy_memory(at, _tail_address(value), _u64(1))
        _keep_alive(value)
    elif code == "s" or code == "p":
        _put_string(at, int(size), code, value)
    else:
        _put_real(at, size, big, native, code, value)


def _put_string(at: _u64, room: int, code: str, value: object) -> None:
    """The bytes of an s or p item; the rest is zero already."""
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{code}' must be a bytes object")
    if room == 0:
        return
    count = min(len(value), room)
    if code == "p":
        count = min(len(value), room - 1)
        _packing.put_word(at, _i64(1), False, _u64(min(count, 255)))
        at = at + _u64(1)
    _copy_memory(at, _bytes_methods.address(value), _u64(count))
    _keep_alive(value)


def _put_real(at: _u64, size: _i64, big: bool, native: bool, code: str, value: object) -> None:
    number = _real(value)
    try:
        _known_float(at, _i64(0), size, big, native, code, number)
    except OverflowError:
        if isinstance(value, int):
            raise error("int too large to convert") from None
        raise


def _known_float(
    at: _u64, offset: _i64, size: _i64, big: bool, native: bool, code: str, value: float
) -> None:
    bits = _float_bits(value)
    if code != "d":
        exponent, mantissa = (_i64(8), _i64(23)) if code == "f" else (_i64(5), _i64(10))
        narrow = _packing.narrow(bits, exponent, mantissa)
        if narrow == _packing.OVERFLOW:
            if code == "e" or not native:
                raise OverflowError(f"float too large to pack with {code} format")
            narrow = _u64(0x7F800000) | bits >> 63 << 31  # as C converts
        bits = narrow
    _packing.put_word(at + _u64(offset), size, big, bits)


@_inline
def _known_double(at: _u64, offset: _i64, big: bool, value: float) -> None:
    _packing.put_word(at + _u64(offset), _i64(8), big, _float_bits(value))


def _other_at(at: _u64, size: _i64, big: bool, code: str) -> Any:
    if code == "?":
        return _known_bool(at, _i64(0))
    if code == "c" or code == "s":
        return _known_bytes(at, _i64(0), size)
    if code == "p":
        return _known_pascal(at, _i64(0), size)
    return _known_real(at, _i64(0), size, big)


@_inline
def _known_bool(at: _u64, offset: _i64) -> bool:
    return _packing.word_at(at + _u64(offset), _i64(1), False) != 0


def _known_bytes(at: _u64, offset: _i64, count: _i64) -> bytes:
    return _bytes_from(at + _u64(offset), count)


def _known_pascal(at: _u64, offset: _i64, size: _i64) -> bytes:
    if size == 0:
        return b""
    count = min(int(_packing.word_at(at + _u64(offset), _i64(1), False)), int(size) - 1)
    return _known_bytes(at, offset + 1, _i64(count))


@_inline
def _known_real(at: _u64, offset: _i64, size: _i64, big: bool) -> float:
    bits = _packing.word_at(at + _u64(offset), size, big)
    if size == 4:
        bits = _packing.widened(bits, _i64(8), _i64(23))
    elif size == 2:
        bits = _packing.widened(bits, _i64(5), _i64(10))
    return _bits_float(bits)


def _range_message(code: str, bits: int, value: int, low: int, high: int, big: bool) -> str:
    if code == "P" or code in "qQ" and big:
        return "int too large to convert"
    if bits == 64 or not -_LARGEST - 1 <= value <= 2 * _LARGEST + 1:
        return "argument out of range"
    if code in "IL" or code == "H" and big:
        if value < 0:
            return "argument out of range"
    elif value > _LARGEST:
        return "argument out of range"
    if code in "bB":
        return f"{'u' if code == 'B' else ''}byte format requires {low} <= number <= {high}"
    if code in "hH" and not big:
        return f"{'u' if code == 'H' else ''}short format requires {low} <= number <= {high}"
    return f"'{code}' format requires {low} <= number <= {high}"


def _real(value: object) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, SupportsFloat):
        try:
            return value.__float__()
        except Exception:
            pass
    elif isinstance(value, SupportsIndex):
        try:
            return float(value.__index__())
        except Exception:
            pass
    raise error("required argument is not a float")


_cache: dict[str, Struct] = {}


def _text_of(format: str | bytes) -> str:
    if isinstance(format, bytes):
        return format.decode("latin-1")
    if not format.isascii():
        format.encode("ascii")  # which raises
    return format


def _compiled(format: str | bytes) -> Struct:
    text = _text_of(format)
    found = _cache.get(text)
    if found is None:
        found = Struct(format)
        if len(_cache) >= _CACHE_SIZE:
            _cache.clear()
        _cache[text] = found
    return found


def pack(fmt: str | bytes, /, *v: Any) -> bytes:
    return _compiled(fmt)._packed(v)


def pack_into(fmt: str | bytes, buffer: bytearray | memoryview, offset: int, /, *v: Any) -> None:
    _compiled(fmt).pack_into(buffer, offset, *v)


def unpack(format: str | bytes, buffer: bytes | bytearray | memoryview, /) -> tuple[Any, ...]:
    return _compiled(format).unpack(buffer)


def unpack_from(
    format: str | bytes, /, buffer: bytes | bytearray | memoryview, offset: int = 0
) -> tuple[Any, ...]:
    return _compiled(format).unpack_from(buffer, offset)


def iter_unpack(format: str | bytes, buffer: bytes | bytearray | memoryview, /) -> Iterator[tuple[Any, ...]]:
    return _compiled(format).iter_unpack(buffer)


def calcsize(format: str | bytes, /) -> int:
    return _compiled(format)._size
