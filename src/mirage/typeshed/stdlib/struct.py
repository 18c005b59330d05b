"""Binary structures: bytes to and from Python values by format strings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from mirage.lowlevel import bits_float as _bits_float, float_bits as _float_bits, u64 as _u64

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
    count: int
    size: int  # of one item, in bytes
    offset: int

    def __init__(self, code: str, count: int, size: int, offset: int) -> None:
        self.code = code
        self.count = count
        self.size = size
        self.offset = offset


class Struct:
    """A format, read once."""

    _format: str
    _fields: list[_Field]
    _size: int
    _items: int
    _big: bool

    def __init__(self, format: str | bytes) -> None:
        text = format if isinstance(format, str) else format.decode("ascii")
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
        return bytes(self._packed(v, "pack"))

    def _packed(self, values: tuple[Any, ...], function: str) -> bytearray:
        if len(values) != self._items:
            raise error(f"{function} expected {self._items} items for packing (got {len(values)})")
        out = bytearray()
        index = 0
        for field in self._fields:
            if len(out) < field.offset:
                out.extend(bytes(field.offset - len(out)))
            if field.code in _INTEGERS:
                for _ in range(field.count):
                    out.extend(self._integer(field, values[index]))
                    index += 1
            else:
                for _ in range(field.count):
                    out.extend(self._other(field, values[index]))
                    index += 1
        if len(out) < self._size:
            out.extend(bytes(self._size - len(out)))
        return out

    def _integer(self, field: _Field, value: object) -> bytes:
        if not isinstance(value, int):
            raise error("required argument is not an integer")
        bits = 8 * field.size
        signed = field.code not in _UNSIGNED
        low = -(1 << (bits - 1)) if signed or field.code == "P" else 0
        high = (1 << (bits - 1 if signed else bits)) - 1
        if value < low or value > high:
            raise error(_range_message(field.code, bits, value, low, high, self._big))
        if value < 0:
            value += 1 << bits
        return value.to_bytes(field.size, "big" if self._big else "little")

    def _other(self, field: _Field, value: object) -> bytes:
        code = field.code
        if code == "?":
            return b"\x01" if value else b"\x00"
        if code == "c":
            if not isinstance(value, bytes) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return value
        if code == "s" or code == "p":
            return _string(field, value)
        return self._floating(field, value)

    def _floating(self, field: _Field, value: object) -> bytes:
        number = _real(value)
        bits = int(_float_bits(number))
        try:
            if field.code == "f":
                bits = _narrow(bits, 8, 23, "f")
            elif field.code == "e":
                bits = _narrow(bits, 5, 10, "e")
        except OverflowError:
            if isinstance(value, int):
                raise error("int too large to convert") from None
            raise
        return bits.to_bytes(field.size, "big" if self._big else "little")

    def pack_into(self, buffer: bytearray, offset: int, *v: Any) -> None:
        if len(v) != self._items:
            raise error(f"pack_into expected {self._items} items for packing (got {len(v)})")
        size = self._size
        length = len(buffer)
        if offset < 0:
            if offset + size > 0:
                raise error(f"no space to pack {size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < size:
            raise error(
                f"pack_into requires a buffer of at least {size + offset} bytes for packing {size} bytes "
                f"at offset {offset} (actual buffer size is {length})"
            )
        buffer[offset : offset + size] = self._packed(v, "pack_into")

    # --- unpacking -----------------------------------------------------------------------------

    def unpack(self, buffer: bytes | bytearray | memoryview, /) -> tuple[Any, ...]:
        data = buffer if isinstance(buffer, bytes) else bytes(buffer)
        if len(data) != self._size:
            raise error(f"unpack requires a buffer of {self._size} bytes")
        return self._unpacked(data, 0)

    def unpack_from(self, buffer: bytes | bytearray | memoryview, offset: int = 0) -> tuple[Any, ...]:
        data = buffer if isinstance(buffer, bytes) else bytes(buffer)
        size = self._size
        length = len(data)
        if offset < 0:
            if offset + size > 0:
                raise error(f"not enough data to unpack {size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < size:
            raise error(
                f"unpack_from requires a buffer of at least {size + offset} bytes for unpacking {size} bytes "
                f"at offset {offset} (actual buffer size is {length})"
            )
        return self._unpacked(data, offset)

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
            yield self._unpacked(data, start)

    def _unpacked(self, data: bytes, base: int) -> tuple[Any, ...]:
        values: list[Any] = []
        for field in self._fields:
            start = base + field.offset
            size = field.size
            if field.code in _INTEGERS:
                signed = field.code not in _UNSIGNED
                for _ in range(field.count):
                    piece = data[start : start + size]
                    values.append(int.from_bytes(piece, "big" if self._big else "little", signed=signed))
                    start += size
            else:
                for _ in range(field.count):
                    values.append(self._other_value(field.code, data[start : start + size]))
                    start += size
        return tuple(values)

    def _other_value(self, code: str, piece: bytes) -> Any:
        if code == "?":
            return piece[0] != 0
        if code == "c" or code == "s":
            return piece
        if code == "p":
            return piece[1 : 1 + piece[0]] if piece else b""
        bits = int.from_bytes(piece, "big" if self._big else "little")
        if code == "f":
            bits = _widen(bits, 8, 23)
        elif code == "e":
            bits = _widen(bits, 5, 10)
        return _bits_float(_u64(bits))


def _range_message(code: str, bits: int, value: int, low: int, high: int, big: bool) -> str:
    if code == "P":
        return "int too large to convert"
    if bits == 64 or not -_LARGEST - 1 <= value <= 2 * _LARGEST + 1:
        return "argument out of range"
    if code in "IL":
        if value < 0:
            return "argument out of range"
    elif value > _LARGEST:
        return "argument out of range"
    if code in "bB":
        return f"{'u' if code == 'B' else ''}byte format requires {low} <= number <= {high}"
    if code in "hH" and not big:
        return f"{'u' if code == 'H' else ''}short format requires {low} <= number <= {high}"
    return f"'{code}' format requires {low} <= number <= {high}"


def _string(field: _Field, value: object) -> bytes:
    """The bytes of an s or p item, padded with zeros."""
    if isinstance(value, bytearray):
        value = bytes(value)
    if not isinstance(value, bytes):
        raise error(f"argument for '{field.code}' must be a bytes object")
    size = field.size
    if field.code == "p":
        if size == 0:
            return b""
        count = min(len(value), size - 1)
        value = bytes([min(count, 255)]) + value[:count]
    if len(value) >= size:
        return value[:size]
    return value + bytes(size - len(value))


def _real(value: object) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, int):
        try:
            return float(value)
        except OverflowError:
            pass
    raise error("required argument is not a float")


def _narrow(bits: int, exponent_bits: int, mantissa_bits: int, code: str) -> int:
    """A binary64 as a smaller IEEE 754 format, rounded half to even."""
    sign = bits >> 63 << (exponent_bits + mantissa_bits)
    exponent = (bits >> 52) & 0x7FF
    mantissa = bits & 0xFFFFFFFFFFFFF
    top = (1 << exponent_bits) - 1
    if exponent == 0x7FF:
        quiet = mantissa >> (52 - mantissa_bits)
        if mantissa and not quiet:
            quiet = 1
        if mantissa:
            quiet |= 1 << (mantissa_bits - 1)
        return sign | top << mantissa_bits | quiet
    if exponent == 0:  # zero, or far below every smaller format
        return sign
    exponent += (top >> 1) - 1023
    mantissa |= 1 << 52
    shift = 52 - mantissa_bits
    if exponent <= 0:  # subnormal there
        shift += 1 - exponent
        exponent = 0
        if shift > 60:
            return sign
    kept = mantissa >> shift
    rest = mantissa & ((1 << shift) - 1)
    half = 1 << (shift - 1)
    if rest > half or (rest == half and kept & 1):
        kept += 1
    # A carry out of the mantissa moves the exponent up by itself.
    result = kept if exponent == 0 else ((exponent - 1) << mantissa_bits) + kept
    if result >= top << mantissa_bits:
        raise OverflowError(f"float too large to pack with {code} format")
    return sign | result


def _widen(bits: int, exponent_bits: int, mantissa_bits: int) -> int:
    """A smaller IEEE 754 format as binary64."""
    sign = bits >> (exponent_bits + mantissa_bits) << 63
    top = (1 << exponent_bits) - 1
    exponent = (bits >> mantissa_bits) & top
    mantissa = bits & ((1 << mantissa_bits) - 1)
    if exponent == top:
        wide = mantissa << (52 - mantissa_bits)
        return sign | 0x7FF << 52 | wide
    if exponent == 0:
        if mantissa == 0:
            return sign
        exponent = 1
        while not mantissa >> mantissa_bits:
            mantissa <<= 1
            exponent -= 1
        mantissa &= (1 << mantissa_bits) - 1
    return sign | (exponent + 1023 - (top >> 1)) << 52 | mantissa << (52 - mantissa_bits)


_cache: dict[str, Struct] = {}


def _compiled(format: str | bytes) -> Struct:
    text = format if isinstance(format, str) else format.decode("ascii")
    found = _cache.get(text)
    if found is None:
        found = Struct(text)
        if len(_cache) >= _CACHE_SIZE:
            _cache.clear()
        _cache[text] = found
    return found


def pack(fmt: str | bytes, /, *v: Any) -> bytes:
    return bytes(_compiled(fmt)._packed(v, "pack"))


def pack_into(fmt: str | bytes, buffer: bytearray, offset: int, /, *v: Any) -> None:
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
