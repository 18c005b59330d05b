"""What int(), float() and the byte conversions accept, and the errors for what they do not."""

from __future__ import annotations

from typing import SupportsFloat, SupportsIndex, SupportsInt

from mirage.lowlevel import class_id, i64, make_small, texts_have_subclasses
from mirage.runtime import bigint, bigint_bytes, bigint_text, floats_parse, formatting_text, text
from mirage.runtime.bigint import float_to_int
from mirage.runtime.class_names import class_name


def int_of(x: object) -> int:
    """int(x) with one argument."""
    if isinstance(x, int):
        return bigint.plain(x)
    if isinstance(x, float):
        return float_to_int(x)
    if isinstance(x, str):
        if texts_have_subclasses() and class_id(x) != class_id(""):
            if isinstance(x, SupportsInt):
                return bigint.plain(x.__int__())
            if isinstance(x, SupportsIndex):
                return bigint.plain(x.__index__())
        word = text.short_decimal(x)
        return make_small(word) if word >= 0 else bigint_text.parse_int(x, i64(10), x)
    if isinstance(x, (bytes, bytearray, memoryview)):
        return bigint_text.parse_int(_ascii_of_bytes(bytes(x)), i64(10), bytes(x))
    if isinstance(x, SupportsInt):
        return bigint.plain(x.__int__())
    if isinstance(x, SupportsIndex):
        return bigint.plain(x.__index__())
    raise TypeError(
        "int() argument must be a string, a bytes-like object or a real number, not '"
        + class_name(x)
        + "'"
    )


def int_of_text(x: object, base: object) -> int:
    """int(x, base)."""
    if not isinstance(base, SupportsIndex):
        raise TypeError("'" + class_name(base) + "' object cannot be interpreted as an integer")
    radix = bigint.clamp_i64(base.__index__())
    if isinstance(x, str):
        return bigint_text.parse_int(x, radix, x)
    if isinstance(x, (bytes, bytearray)):
        return bigint_text.parse_int(_ascii_of_bytes(bytes(x)), radix, bytes(x))
    raise TypeError("int() can't convert non-string with explicit base")


def float_of(x: object) -> float:
    """float(x)."""
    if isinstance(x, float):
        return x
    if isinstance(x, int):
        return bigint.int_to_float(x)
    if isinstance(x, str):
        if texts_have_subclasses() and class_id(x) != class_id(""):
            if isinstance(x, SupportsFloat):
                return x.__float__()
            if isinstance(x, SupportsIndex):
                return bigint.int_to_float(x.__index__())
        return floats_parse.parse_float(x, x)
    if isinstance(x, (bytes, bytearray, memoryview)):
        return floats_parse.parse_float(_ascii_of_bytes(bytes(x)), x)
    if isinstance(x, SupportsFloat):
        return x.__float__()
    if isinstance(x, SupportsIndex):
        return bigint.int_to_float(x.__index__())
    raise TypeError("float() argument must be a string or a real number, not '" + class_name(x) + "'")


def _ascii_of_bytes(data: bytes) -> str:
    """The bytes as a str, every byte that is not ASCII as `?`."""
    builder = formatting_text.AsciiBuilder(i64(len(data)))
    for byte in data:
        builder.put(i64(byte) if byte < 128 else i64(63))
    return builder.text()


def int_from_buffer(data: object, byteorder: str, signed: bool) -> int:
    """int.from_bytes of anything bytes() takes but ints."""
    if isinstance(data, bytes):
        return bigint_bytes.int_from_bytes(data, byteorder, signed)
    if isinstance(data, (bytearray, memoryview, list, tuple)):
        return bigint_bytes.int_from_bytes(bytes(data), byteorder, signed)
    raise TypeError("cannot convert '" + class_name(data) + "' object to bytes")


def int_round(value: int, digits: int) -> int:
    """round(value, digits): to a multiple of 10**-digits, ties to even."""
    if digits >= 0:
        return bigint.plain(value)
    power = bigint.int_pow(make_small(i64(10)), -digits)
    quotient = value // power
    twice = (value - quotient * power) * 2
    if twice > power or (twice == power and quotient & 1 == 1):
        quotient += 1
    return quotient * power


def real_of(x: object) -> float:
    """A number for a function of floats: TypeError for text, which float() would read."""
    if isinstance(x, float):
        return x
    if isinstance(x, SupportsFloat):
        return x.__float__()
    if isinstance(x, SupportsIndex):
        return bigint.int_to_float(x.__index__())
    raise TypeError("must be real number, not " + class_name(x))
