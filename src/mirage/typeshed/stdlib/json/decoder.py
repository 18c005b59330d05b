"""JSON text to values; errors and their positions are those of CPython's C scanner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mirage.lowlevel import i64, inline, make_small, noinline, u32
from mirage.runtime.containers import clamped_word
from mirage.runtime.text import TextBuilder, char_at, equal_at, substring
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
        scanner = _Scanner(self, s, 0)
        scanner.skip_space()
        value = scanner.value()
        scanner.skip_space()
        if scanner.position != len(s):
            raise JSONDecodeError("Extra data", s, int(scanner.position))
        return value

    def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
        """The value that begins at `idx`, and the index behind it."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        scanner = _Scanner(self, s, idx)
        value = scanner.value()
        return value, int(scanner.position)


class _Scanner:
    """Reads values from `text`, from `position` on.  Positions are words and characters are code points."""

    _decoder: JSONDecoder
    _text: str
    _size: i64
    position: i64
    _keys: dict[str, str]  # of objects: equal keys are one str, whose hash is computed once

    def __init__(self, decoder: JSONDecoder, text: str, position: int) -> None:
        self._decoder = decoder
        self._text = text
        self._size = i64(len(text))
        self.position = clamped_word(position)
        self._keys = {}

    @noinline
    def _error(self, message: str, position: i64) -> JSONDecodeError:
        return JSONDecodeError(message, self._text, int(position))

    @inline
    def skip_space(self) -> None:
        if self.position < self._size and char_at(self._text, self.position) <= 32:
            self._skip_more()

    def _skip_more(self) -> None:
        text = self._text
        position = self.position
        while position < self._size:
            code = char_at(text, position)
            if code != 32 and code != 10 and code != 13 and code != 9:
                break
            position = position + 1
        self.position = position

    @inline
    def _next(self) -> u32:
        """The character at the position, 0 at the end (and for U+0000, which is nowhere expected)."""
        return char_at(self._text, self.position) if self.position < self._size else u32(0)

    def value(self) -> Any:
        start = self.position
        code = self._next()
        if code == 34:  # quote
            self.position = start + 1
            return self._string()
        if code == 123:  # {
            self.position = start + 1
            return self._object()
        if code == 91:  # [
            self.position = start + 1
            return self._array()
        if 48 <= code <= 57:
            return self._number()
        if code == 110 and self._word("null"):
            return None
        if code == 116 and self._word("true"):
            return True
        if code == 102 and self._word("false"):
            return False
        if code == 78 and self._word("NaN"):
            return self._constant("NaN")
        if code == 73 and self._word("Infinity"):
            return self._constant("Infinity")
        if code == 45:
            if self._word("-Infinity"):
                return self._constant("-Infinity")
            return self._number()
        raise self._error("Expecting value", start)

    def _word(self, word: str) -> bool:
        if i64(len(word)) <= self._size - self.position and equal_at(self._text, self.position, word):
            self.position = self.position + i64(len(word))
            return True
        return False

    def _constant(self, name: str) -> Any:
        hook = self._decoder.parse_constant
        if hook is not None:
            return hook(name)
        if name == "NaN":
            return float("nan")
        return float("inf") if name == "Infinity" else float("-inf")

    @inline
    def _is_digit(self, position: i64) -> bool:
        return position < self._size and 48 <= char_at(self._text, position) <= 57

    def _digits(self, position: i64) -> i64:
        """The first index from `position` on that holds no digit."""
        while self._is_digit(position):
            position = position + 1
        return position

    def _number(self) -> Any:
        text = self._text
        start = self.position
        negative = char_at(text, start) == 45
        position = start + 1 if negative else start
        if not self._is_digit(position):
            raise self._error("Expecting value", start)
        first = position
        position = position + 1 if char_at(text, position) == 48 else self._digits(position)
        stop = position
        if position < self._size and char_at(text, position) == 46 and self._is_digit(position + 1):
            position = self._digits(position + 2)
        if position < self._size and char_at(text, position) | 32 == 101:  # e, E
            digits = position + 1
            if digits < self._size and (char_at(text, digits) == 43 or char_at(text, digits) == 45):
                digits = digits + 1
            if self._is_digit(digits):
                position = self._digits(digits)
        self.position = position
        if position != stop:
            literal = substring(text, start, position)
            float_hook = self._decoder.parse_float
            return float(literal) if float_hook is None else float_hook(literal)
        int_hook = self._decoder.parse_int
        if int_hook is None and stop - first <= 18:
            number = i64(0)
            while first < stop:
                number = number * 10 + (i64(char_at(text, first)) - 48)
                first = first + 1
            return make_small(-number if negative else number)
        literal = substring(text, start, position)
        return int(literal) if int_hook is None else int_hook(literal)

    # --- strings -------------------------------------------------------------------------------

    def _string(self) -> str:
        """The rest of a string whose opening quote is behind."""
        text = self._text
        start = self.position
        position = start
        while position < self._size:
            position = readable_end(text, position, self._size)
            if position == self._size:
                break
            code = char_at(text, position)
            if code == 34:
                self.position = position + 1
                return substring(text, start, position)
            if code == 92 or code < 32:
                break
            position = position + 1
        return self._string_with_escapes(start - 1)

    def _string_with_escapes(self, begin: i64) -> str:
        text = self._text
        strict = self._decoder.strict
        made = TextBuilder(i64(32))
        position = begin + 1
        while True:
            start = position
            code = u32(0)
            while position < self._size:
                position = readable_end(text, position, self._size)
                if position == self._size:
                    break
                code = char_at(text, position)
                if code == 34 or code == 92 or (strict and code < 32):
                    break
                position = position + 1
            if position >= self._size:
                raise self._error("Unterminated string starting at", begin)
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

    def _array(self) -> list[Any]:
        values: list[Any] = []
        self.skip_space()
        if self._next() == 93:  # ]
            self.position = self.position + 1
            return values
        while True:
            values.append(self.value())
            self.skip_space()
            code = self._next()
            if code == 93:
                self.position = self.position + 1
                return values
            if code != 44:
                raise self._error("Expecting ',' delimiter", self.position)
            self.position = self.position + 1
            self.skip_space()

    def _key(self) -> str:
        if self._next() != 34:
            raise self._error("Expecting property name enclosed in double quotes", self.position)
        self.position = self.position + 1
        made = self._string()
        key = self._keys.setdefault(made, made)
        self.skip_space()
        if self._next() != 58:  # :
            raise self._error("Expecting ':' delimiter", self.position)
        self.position = self.position + 1
        self.skip_space()
        return key

    def _more_members(self) -> bool:
        """Pass the comma or closing brace behind a member."""
        self.skip_space()
        code = self._next()
        if code == 125:  # }
            self.position = self.position + 1
            return False
        if code != 44:
            raise self._error("Expecting ',' delimiter", self.position)
        self.position = self.position + 1
        self.skip_space()
        return True

    def _object(self) -> Any:
        pairs_hook = self._decoder.object_pairs_hook
        if pairs_hook is not None:
            return pairs_hook(self._pairs())
        members: dict[str, Any] = {}
        self.skip_space()
        if self._next() == 125:
            self.position = self.position + 1
        else:
            more = True
            while more:
                key = self._key()
                members[key] = self.value()
                more = self._more_members()
        hook = self._decoder.object_hook
        return members if hook is None else hook(members)

    def _pairs(self) -> list[tuple[str, Any]]:
        pairs: list[tuple[str, Any]] = []
        self.skip_space()
        if self._next() == 125:
            self.position = self.position + 1
            return pairs
        more = True
        while more:
            key = self._key()
            pairs.append((key, self.value()))
            more = self._more_members()
        return pairs
