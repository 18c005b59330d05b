"""repr and ascii of strings, and small helpers for messages."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import i64, is_small, small_value, u8, u32, u64
from mirage.runtime.text import TextBuilder, char_at, new_text
from mirage.runtime.text_case import is_printable
from mirage.runtime.text_codecs import escaped, hex_digit


def _needs_escape(code: u32) -> bool:
    if code < 127:
        return code < 32
    return not is_printable(code)


def repr_text(text: str) -> str:
    return _quoted(text, False)


def ascii_text(text: str) -> str:
    """The repr with everything above ASCII escaped."""
    return _quoted(text, True)


def _quoted(text: str, narrow: bool) -> str:
    quote = u32(39)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code == 34:
            quote = u32(39)
            break
        if code == 39:
            quote = u32(34)
        i = i + 1
    builder = TextBuilder(text._length + 2)
    builder.add(quote)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code == quote or code == 92:
            builder.add(u32(92))
            builder.add(code)
        elif code == 9:
            builder.add_text("\\t")
        elif code == 10:
            builder.add_text("\\n")
        elif code == 13:
            builder.add_text("\\r")
        elif (narrow and code >= 127) or _needs_escape(code):
            builder.add_text(escaped(code))
        else:
            builder.add(code)
        i = i + 1
    builder.add(quote)
    return builder.finish()


def ascii_only(text: str) -> str:
    """ascii(): escape what a repr left above ASCII."""
    builder = TextBuilder(text._length)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code < 128:
            builder.add(code)
        else:
            builder.add_text(escaped(code))
        i = i + 1
    return builder.finish()


def fill_character(fill: str) -> u32:
    """The one character of ljust and others' second argument."""
    if fill._length != 1:
        raise TypeError("The fill character must be exactly one character long")
    return char_at(fill, i64(0))


def checked_code(value: int) -> u32:
    """A code point, as chr takes it."""
    if is_small(value):
        word = small_value(value)
        if word >= 0 and word < 0x110000:
            return u32(word)
    elif value is True:
        return u32(1)
    elif value is False:
        return u32(0)
    if value > 2147483647 or value < -2147483648:
        raise OverflowError("Python int too large to convert to C int")
    raise ValueError("chr() arg not in range(0x110000)")


NO_SEPARATOR: Final = "\x00no separator"  # this very object


def separator(value: str | bytes) -> str:
    """The `sep` argument of bytes.hex; empty when it was not given."""
    if value is NO_SEPARATOR:
        return ""
    if not isinstance(value, (str, bytes)):
        raise TypeError("sep must be str or bytes.")
    if len(value) != 1:
        raise ValueError("sep must be length 1.")
    text = value if isinstance(value, str) else value.decode("latin-1")
    if text >= "\x80":
        raise ValueError("sep must be ASCII.")
    return text


def class_path(value: object) -> str:
    """module.Class of the value, as in the default repr."""
    return type(value)._repr


def module_of(shown: str) -> str:
    """The module in a type's path `module.Name`; builtins when there is none."""
    dot = shown.rfind(".")
    if dot < 0:
        return "builtins"
    return shown[:dot]


def hex_address(address: u64) -> str:
    """An address as CPython's repr writes it: 0x and at least 12 digits as on Linux."""
    digits = i64(12)
    if address >> 48 != 0:
        digits = i64(16)
    result = new_text(digits + 2, i64(1))
    result._tail[i64(0)] = u8(48)
    result._tail[i64(1)] = u8(120)
    i = digits + 1
    while i > 1:
        result._tail[i] = u8(hex_digit(u32(address & 15)))
        address = address >> 4
        i = i - 1
    return result


def has_notes(error: BaseException) -> bool:
    """Was add_note called on the exception?"""
    return error._notes is not None
