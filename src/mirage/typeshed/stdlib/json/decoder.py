"""JSON text to values; errors and their positions are those of CPython's C scanner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from mirage.lowlevel import (
    Array,
    compare_memory,
    i64,
    i64_to_float,
    inline,
    load8,
    load64,
    make_small,
    noinline,
    tail_address,
    u8,
    u32,
    u64,
)
from mirage.runtime.containers import clamped_word
from mirage.runtime.text import TextBuilder, char_at, equal_at, new_text, substring
from mirage.runtime.text_search import readable_end

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    """The document is not JSON.

    pos     index of the character where it went wrong
    lineno  its line, from 1
    colno   its column, from 1
    """

    msg: str
    doc: str
    pos: int
    lineno: int
    colno: int

    def __init__(self, msg: str, doc: str, pos: int) -> None:
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONDecoder:
    """Decodes one document; the hooks replace what is made of objects and numbers."""

    object_hook: Callable[[dict[str, Any]], Any] | None
    parse_float: Callable[[str], Any] | None
    parse_int: Callable[[str], Any] | None
    parse_constant: Callable[[str], Any] | None
    strict: bool
    object_pairs_hook: Callable[[list[tuple[str, Any]]], Any] | None

    def __init__(
        self,
        *,
        object_hook: Callable[[dict[str, Any]], Any] | None = None,
        parse_float: Callable[[str], Any] | None = None,
        parse_int: Callable[[str], Any] | None = None,
        parse_constant: Callable[[str], Any] | None = None,
        strict: bool = True,
        object_pairs_hook: Callable[[list[tuple[str, Any]]], Any] | None = None,
    ) -> None:
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s: str) -> Any:
        scanner = _Scanner(self, s)
        value = scanner.value(scanner.skip_space(i64(0)))
        end = scanner.skip_space(scanner.position)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, int(end))
        return value

    def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
        """The value that begins at `idx`, and the index behind it."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        scanner = _Scanner(self, s)
        value = scanner.value(clamped_word(idx))
        return value, int(scanner.position)


_SLOTS: Final = i64(32)  # of the table of keys, a power of two


def _narrow(text: str) -> str:
    """A Latin-1 text of the same length: what JSON is made of stays, wide characters are something else."""
    length = text._length
    made = new_text(length, i64(1))
    i = i64(0)
    while i < length:
        code = char_at(text, i)
        made._tail[i] = u8(code) if code < 255 else u8(255)
        i = i + 1
    return made


class _Scanner:
    """Reads the values of a text.  `value(at)` and what it calls leave the index behind in `position`.

    _bytes    the text, or where that has characters beyond Latin-1 a copy in which these are others: all of
              JSON's own characters are found there, a byte each
    _address  of the first of those bytes
    _keys     of objects: equal keys are one str, whose hash is computed once
    _recent   some of them, by what is quickly computed of their bytes
    """

    _decoder: JSONDecoder
    _text: str
    _bytes: str
    _address: u64
    _size: i64
    position: i64
    _hooks: bool
    _keys: dict[str, str] | None
    _recent: Array[str | None] | None

    def __init__(self, decoder: JSONDecoder, text: str) -> None:
        self._decoder = decoder
        self._text = text
        self._bytes = text if text._kind == 1 else _narrow(text)
        self._address = tail_address(self._bytes)
        self._size = i64(len(text))
        self.position = i64(0)
        self._hooks = decoder.parse_int is not None or decoder.parse_float is not None
        self._keys = None
        self._recent = None

    @noinline
    def _error(self, message: str, position: i64) -> JSONDecodeError:
        return JSONDecodeError(message, self._text, int(position))

    @inline
    def _at(self, at: i64) -> u8:
        """The byte there, 0 at the end (and for U+0000, which is nowhere expected)."""
        return load8(self._address + u64(at)) if at < self._size else u8(0)

    @inline
    def skip_space(self, at: i64) -> i64:
        """The index of the next character that is no space."""
        if at < self._size and load8(self._address + u64(at)) <= 32:
            return self._skip_more(at)
        return at

    def _skip_more(self, at: i64) -> i64:
        address = self._address
        size = self._size
        while at < size:
            code = load8(address + u64(at))
            if code != 32 and code != 10 and code != 13 and code != 9:
                break
            at = at + 1
        return at

    def value(self, at: i64) -> Any:
        code = self._at(at)
        if code == 34:  # quote
            return self._string(at + 1)
        if code == 123:  # {
            return self._object(at + 1)
        if code == 91:  # [
            return self._array(at + 1)
        if code - 48 <= 9:
            return self._number(at)
        if code == 110 and self._word("null", at):
            return None
        if code == 116 and self._word("true", at):
            return True
        if code == 102 and self._word("false", at):
            return False
        return self._unusual(at, code)

    def _unusual(self, at: i64, code: u8) -> Any:
        if code == 45:
            if self._word("-Infinity", at):
                return self._constant("-Infinity")
            return self._number(at)
        if code == 78 and self._word("NaN", at):
            return self._constant("NaN")
        if code == 73 and self._word("Infinity", at):
            return self._constant("Infinity")
        raise self._error("Expecting value", at)

    def _word(self, word: str, at: i64) -> bool:
        length = word._length
        if length <= self._size - at:
            first = self._address + u64(at)
            i = i64(1)  # the first character is known
            while i < length:
                if load8(first + u64(i)) != word._tail[i]:
                    return False
                i = i + 1
            self.position = at + length
            return True
        return False

    def _constant(self, name: str) -> Any:
        hook = self._decoder.parse_constant
        if hook is not None:
            return hook(name)
        if name == "NaN":
            return float("nan")
        return float("inf") if name == "Infinity" else float("-inf")

    # --- numbers -------------------------------------------------------------------------------

    def _number(self, start: i64) -> Any:
        address = self._address
        size = self._size
        negative = load8(address + u64(start)) == 45
        first = start + 1 if negative else start
        digit = self._at(first) - 48
        if digit > 9:
            raise self._error("Expecting value", start)
        number = i64(digit)
        at = first + 1
        if digit != 0:
            while at < size:
                digit = load8(address + u64(at)) - 48
                if digit > 9:
                    break
                number = number * 10 + i64(digit)
                at = at + 1
        stop = at
        code = self._at(at)
        if code == 46 or code | 32 == 101:
            places = i64(0)
            if code == 46:
                at = at + 1
                while at < size:
                    digit = load8(address + u64(at)) - 48
                    if digit > 9:
                        break
                    number = number * 10 + i64(digit)
                    at = at + 1
                places = at - stop - 1
                if places == 0:
                    at = stop  # a point and no digit: the number ends before it
            if self._at(at) | 32 == 101 and (at != stop or code != 46):
                after = self._exponent_end(at)
                if after != at:
                    at = after
                    places = i64(99)
            if at != stop:
                self.position = at
                if not self._hooks and places <= 15 and at - first <= 16:  # 15 digits and the point
                    real = i64_to_float(number) / _power(places)
                    return -real if negative else real
                literal = substring(self._bytes, start, at)
                float_hook = self._decoder.parse_float
                return float(literal) if float_hook is None else float_hook(literal)
        self.position = stop
        if not self._hooks and stop - first <= 18:
            return make_small(-number if negative else number)
        literal = substring(self._bytes, start, stop)
        int_hook = self._decoder.parse_int
        return int(literal) if int_hook is None else int_hook(literal)

    def _exponent_end(self, at: i64) -> i64:
        """The index behind the exponent whose letter is at `at`; `at` where no digits follow."""
        after = at + 1
        if self._at(after) == 43 or self._at(after) == 45:
            after = after + 1
        if self._at(after) - 48 > 9:
            return at
        while self._at(after) - 48 <= 9:
            after = after + 1
        return after

    # --- strings -------------------------------------------------------------------------------

    def _string(self, start: i64) -> str:
        """The string whose opening quote is before `start`."""
        end = readable_end(self._bytes, start, self._size)
        if self._at(end) == 34:
            self.position = end + 1
            return substring(self._text, start, end)
        return self._string_with_escapes(start - 1)

    def _string_with_escapes(self, begin: i64) -> str:
        text = self._text
        strict = self._decoder.strict
        made = TextBuilder(i64(32))
        position = begin + 1
        while True:
            start = position
            code = u8(0)
            while True:
                position = readable_end(self._bytes, position, self._size)
                if position >= self._size:
                    raise self._error("Unterminated string starting at", begin)
                code = load8(self._address + u64(position))
                if code == 34 or code == 92 or strict:
                    break
                position = position + 1
            made.add_range(text, start, position)
            position = position + 1
            if code == 34:
                self.position = position
                return made.finish()
            if code != 92:
                raise self._error("Invalid control character at", position - 1)
            self.position = position
            made.add(self._escape(begin))
            position = self.position

    def _escape(self, begin: i64) -> u32:
        """One escape whose backslash is behind."""
        position = self.position
        if position >= self._size:
            raise self._error("Unterminated string starting at", begin)
        code = char_at(self._text, position)
        self.position = position + 1
        if code == 110:
            return u32(10)
        if code == 34 or code == 92 or code == 47:
            return code
        if code == 116:
            return u32(9)
        if code == 114:
            return u32(13)
        if code == 98:
            return u32(8)
        if code == 102:
            return u32(12)
        if code == 117:
            return self._unicode()
        raise self._error("Invalid \\escape", position - 1)

    def _unicode(self) -> u32:
        """The character of `\\uXXXX`, two of them for a surrogate pair."""
        code = self._four_digits(self.position)
        if code < 0:
            raise self._error("Invalid \\uXXXX escape", self.position - 1)
        self.position = self.position + 4
        if 0xD800 <= code <= 0xDBFF and self.position + 2 < self._size:
            if equal_at(self._text, self.position, "\\u"):
                low = self._four_digits(self.position + 2)
                if 0xDC00 <= low <= 0xDFFF:
                    self.position = self.position + 6
                    return u32(0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00)))
        return u32(code)

    def _four_digits(self, position: i64) -> i64:
        """The number of four hexadecimal digits, -1 when they are not there."""
        if position + 4 >= self._size:  # a string ends with a quote
            return i64(-1)
        number = i64(0)
        i = i64(0)
        while i < 4:
            code = i64(char_at(self._text, position + i))
            if 48 <= code <= 57:
                code = code - 48
            else:
                code = (code | 32) - 87
                if code < 10 or code > 15:
                    return i64(-1)
            number = number << 4 | code
            i = i + 1
        return number

    # --- containers ----------------------------------------------------------------------------

    def _array(self, at: i64) -> Any:
        values: list[object] = []
        at = self.skip_space(at)
        if self._at(at) == 93:  # ]
            self.position = at + 1
            return values
        while True:
            values.append(self.value(at))
            at = self.skip_space(self.position)
            code = self._at(at)
            if code != 44:
                break
            at = self.skip_space(at + 1)
        if code != 93:
            raise self._error("Expecting ',' delimiter", at)
        self.position = at + 1
        return values

    def _key(self, at: i64) -> str:
        """The key that begins at `at`; the position is that of its value then."""
        if self._at(at) != 34:
            raise self._error("Expecting property name enclosed in double quotes", at)
        start = at + 1
        end = readable_end(self._bytes, start, self._size)
        recent = self._recent
        size = end - start
        key: str | None = None
        slot = i64(-1)
        if recent is not None and size > 0 and start + 8 <= self._size and self._at(end) == 34:
            address = self._address + u64(start)
            word = load64(address)
            if size < 8:
                word = word & ((u64(1) << u64(size * 8)) - 1)
            slot = i64((word ^ u64(size)) * 0x9E3779B97F4A7C15 >> 59)
            key = recent[slot]
            if key is not None:
                known = tail_address(key)
                if (
                    key._length != size
                    or size < 8 and load64(known) << u64(64 - size * 8) != word << u64(64 - size * 8)
                    or size >= 8 and compare_memory(known, address, u64(size)) != 0
                ):
                    key = None
        if key is None:
            key = self._new_key(start, slot)
            end = self.position - 1
        at = self.skip_space(end + 1)
        if self._at(at) != 58:  # :
            raise self._error("Expecting ':' delimiter", at)
        self.position = self.skip_space(at + 1)
        return key

    def _new_key(self, start: i64, slot: i64) -> str:
        """A key that is not among the recent ones; it is from now on, at `slot` unless that is negative."""
        made = self._string(start)
        keys = self._keys
        if keys is None:
            keys = {}
            self._keys = keys
            if self._bytes is self._text and self._size > 128:
                self._recent = Array(_SLOTS)
        key = keys.setdefault(made, made)
        recent = self._recent
        if slot >= 0 and recent is not None:
            recent[slot] = key
        return key

    def _more_members(self, at: i64) -> i64:
        """The index of the member behind the comma at `at`; -1 where the object ends."""
        at = self.skip_space(at)
        code = self._at(at)
        if code == 44:
            return self.skip_space(at + 1)
        if code != 125:  # }
            raise self._error("Expecting ',' delimiter", at)
        self.position = at + 1
        return i64(-1)

    def _object(self, at: i64) -> Any:
        pairs_hook = self._decoder.object_pairs_hook
        if pairs_hook is not None:
            return pairs_hook(self._pairs(at))
        members: dict[str, object] = {}
        at = self.skip_space(at)
        if self._at(at) == 125:
            self.position = at + 1
        else:
            while at >= 0:
                key = self._key(at)
                members[key] = self.value(self.position)
                at = self._more_members(self.position)
        hook = self._decoder.object_hook
        return members if hook is None else hook(members)

    def _pairs(self, at: i64) -> list[tuple[str, Any]]:
        pairs: list[tuple[str, Any]] = []
        at = self.skip_space(at)
        if self._at(at) == 125:
            self.position = at + 1
            return pairs
        while at >= 0:
            key = self._key(at)
            pairs.append((key, self.value(self.position)))
            at = self._more_members(self.position)
        return pairs


def _power(places: i64) -> float:
    """10.0**places, exact: there are at most 22 of them."""
    power = 1.0
    while places > 0:
        power = power * 10.0
        places = places - 1
    return power
