"""UTF-7 (RFC 2152) and the codecs that write characters as escapes, as CPython has them.

They are in programs of which some string literal names them (`text_codecs`).
"""

from __future__ import annotations

from mirage.lowlevel import i64, load8, noinline, some_literal_has, u8, u32, u64
from mirage.runtime.text import TextBuilder, char_at
from mirage.runtime.text_codecs import BytesBuilder, decode_error, escaped, text_from_latin1
from mirage.runtime.unicode_properties import lookup, name

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def named(code: u32) -> str:
    """What `errors="namereplace"` makes of a character: `\\N{...}`, or an escape where it has no name."""
    found = name(int(code))
    return "\\N{" + found + "}" if found else escaped(code)


def _digit(code: u32) -> i64:
    """The value of a base64 digit; -1 if it is none."""
    if code >= 65 and code <= 90:
        return i64(code) - 65
    if code >= 97 and code <= 122:
        return i64(code) - 71
    if code >= 48 and code <= 57:
        return i64(code) + 4
    return i64(62) if code == 43 else i64(63) if code == 47 else i64(-1)


def _is_direct(code: u32) -> bool:
    """What stands for itself: printable ASCII but `+`, `\\` and `~`, and the usual white space."""
    if code < 32:
        return code == 9 or code == 10 or code == 13
    return code < 126 and code != 43 and code != 92


@noinline
def encode_utf7(text: str) -> bytes:
    builder = BytesBuilder(text._length * 2)
    shifted = False
    waiting = u32(0)  # bits that wait for a digit of their own
    bits = i64(0)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        i = i + 1
        if _is_direct(code):
            if shifted:
                if bits > 0:
                    _add_digit(builder, waiting << u32(6 - bits))
                    bits = i64(0)
                    waiting = u32(0)
                shifted = False
                if _digit(code) >= 0 or code == 45:
                    builder.add(u8(45))
            builder.add(u8(code))
            continue
        if not shifted:
            builder.add(u8(43))
            if code == 43:
                builder.add(u8(45))
                continue
            shifted = True
        units = i64(1)
        unit = code
        if code >= 0x10000:
            units = i64(2)
            unit = (code - 0x10000 >> 10) + 0xD800
        while units > 0:
            waiting = waiting << 16 | unit
            bits = bits + 16
            while bits >= 6:
                bits = bits - 6
                _add_digit(builder, waiting >> u32(bits))
            waiting = waiting & ((u32(1) << u32(bits)) - 1)
            unit = (code - 0x10000 & 0x3FF) + 0xDC00
            units = units - 1
    if bits > 0:
        _add_digit(builder, waiting << u32(6 - bits))
    if shifted:
        builder.add(u8(45))
    return builder.finish()


def _add_digit(builder: BytesBuilder, value: u32) -> None:
    builder.add(u8(char_at(_DIGITS, i64(value & 63))))


@noinline
def decode_utf7(address: u64, size: i64, errors: str) -> str:
    builder = TextBuilder(size)
    shifted = False
    waiting = u32(0)
    bits = i64(0)
    surrogate = u32(0)
    start = i64(0)
    i = i64(0)
    while i < size or shifted:
        if i >= size:  # the text ends in a shift sequence
            shifted = False
            if surrogate != 0 or bits >= 6 or (bits > 0 and waiting != 0):
                reason = "unterminated shift sequence"
                i = decode_error(builder, address, size, start, size, "utf7", reason, errors)
            continue
        code = u32(load8(address + u64(i)))
        reason = ""
        if shifted:
            digit = _digit(code)
            if digit >= 0:
                waiting = waiting << 6 | u32(digit)
                bits = bits + 6
                i = i + 1
                if bits < 16:
                    continue
                bits = bits - 16
                unit = waiting >> u32(bits)
                waiting = waiting & ((u32(1) << u32(bits)) - 1)
                if surrogate != 0:
                    high = surrogate
                    surrogate = u32(0)
                    if unit >= 0xDC00 and unit < 0xE000:
                        builder.add((high - 0xD800 << 10) + (unit - 0xDC00) + 0x10000)
                        continue
                    builder.add(high)
                if unit >= 0xD800 and unit < 0xDC00:
                    surrogate = unit
                else:
                    builder.add(unit)
                continue
            shifted = False
            if bits >= 6:
                reason = "partial character in shift sequence"
            elif bits > 0 and waiting != 0:
                reason = "non-zero padding bits in shift sequence"
            else:
                if surrogate != 0 and code < 128:
                    builder.add(surrogate)
                surrogate = u32(0)
                if code == 45:
                    i = i + 1
                continue
        elif code == 43:
            start = i
            i = i + 1
            follows = u32(load8(address + u64(i))) if i < size else u32(65)
            if follows == 45:
                i = i + 1
                builder.add(u32(43))
                continue
            if _digit(follows) >= 0:
                shifted = True
                surrogate = u32(0)
                bits = i64(0)
                waiting = u32(0)
                continue
            reason = "ill-formed sequence"
        elif code < 128:
            i = i + 1
            builder.add(code)
            continue
        else:
            start = i
            reason = "unexpected special character"
        i = decode_error(builder, address, size, start, i + 1, "utf7", reason, errors)
    return builder.finish()


@noinline
def encode_escapes(text: str, raw: bool) -> bytes:
    """unicode-escape, or raw-unicode-escape, which leaves Latin-1 as it is."""
    builder = BytesBuilder(text._length * 2)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        i = i + 1
        if code < 256 and (raw or (code >= 32 and code < 127 and code != 92)):
            builder.add(u8(code))
            continue
        if code == 9 or code == 10 or code == 13 or code == 92:
            letter = 116 if code == 9 else 110 if code == 10 else 114 if code == 13 else 92
            builder.add(u8(92))
            builder.add(u8(letter))
            continue
        shown = escaped(code)
        at = i64(0)
        while at < shown._length:
            builder.add(u8(char_at(shown, at)))
            at = at + 1
    return builder.finish()


def _simple_escape(code: u32) -> i64:
    """What `\\n` and the like stand for; -1: it is no escape of one letter, -2: nothing at all."""
    if code == 92 or code == 39 or code == 34:
        return i64(code)
    if code == 10:
        return i64(-2)
    if code == 110:
        return i64(10)
    if code == 116:
        return i64(9)
    if code == 114:
        return i64(13)
    if code == 98:
        return i64(8)
    if code == 102:
        return i64(12)
    if code == 118:
        return i64(11)
    return i64(7) if code == 97 else i64(-1)


@noinline
def decode_escapes(address: u64, size: i64, raw: bool, errors: str) -> str:
    builder = TextBuilder(size)
    encoding = "rawunicodeescape" if raw else "unicodeescape"
    i = i64(0)
    while i < size:
        start = i
        code = u32(load8(address + u64(i)))
        i = i + 1
        if code != 92:
            builder.add(code)
            continue
        if i >= size:
            if raw:
                builder.add(code)
            else:
                i = decode_error(builder, address, size, start, i, encoding, "\\ at end of string", errors)
            continue
        letter = u32(load8(address + u64(i)))
        i = i + 1
        digits = i64(4) if letter == 117 else i64(8) if letter == 85 else i64(0)
        if not raw:
            if letter == 120:
                digits = i64(2)
            simple = _simple_escape(letter)
            if simple != -1:
                if simple >= 0:
                    builder.add(u32(simple))
                continue
            if letter >= 48 and letter < 56:
                value = letter - 48
                last = i + 2
                while i < last and i < size and load8(address + u64(i)) & 0xF8 == 48:
                    value = value << 3 | u32(load8(address + u64(i)) & 7)
                    i = i + 1
                builder.add(value)
                continue
            if letter == 78:
                i = _named(builder, address, size, start, errors)
                continue
        if digits == 0:
            builder.add(u32(92))
            builder.add(letter)
            continue
        value = u32(0)
        last = i + digits
        while i < last:
            digit = _hexadecimal(u32(load8(address + u64(i)))) if i < size else i64(-1)
            if digit < 0:
                break
            value = value << 4 | u32(digit)
            i = i + 1
        if i < last:
            shown = "x" if digits == 2 else "u" if digits == 4 else "U"
            reason = "truncated \\" + shown + "X" * int(digits) + " escape"
            i = decode_error(builder, address, size, start, i, encoding, reason, errors)
        elif value > 0x10FFFF:
            reason = "\\Uxxxxxxxx out of range" if raw else "illegal Unicode character"
            i = decode_error(builder, address, size, start, i, encoding, reason, errors)
        else:
            builder.add(value)
    return builder.finish()


def _hexadecimal(code: u32) -> i64:
    if code >= 48 and code <= 57:
        return i64(code) - 48
    letter = code | 32
    return i64(letter) - 87 if letter >= 97 and letter <= 102 else i64(-1)


def _named(builder: TextBuilder, address: u64, size: i64, start: i64, errors: str) -> i64:
    r"""`\N{name}` at `start`; returns where to go on."""
    i = start + 2
    reason = "malformed \\N character escape"
    if i < size and load8(address + u64(i)) == 123:
        first = i + 1
        i = first
        while i < size and load8(address + u64(i)) != 125:
            i = i + 1
        if i < size and i > first:
            if some_literal_has("\\N{"):
                code = lookup(text_from_latin1(address + u64(first), i - first).upper())
                if code >= 0:
                    builder.add(u32(code))
                    return i + 1
            else:
                raise NotImplementedError("\\N{...} in data: no literal of the program has one")
            i = i + 1
            reason = "unknown Unicode character name"
    return decode_error(builder, address, size, start, i, "unicodeescape", reason, errors)
