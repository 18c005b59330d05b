"""JSON text to values; errors and their positions are those of CPython's C scanner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

__all__ = ["JSONDecoder", "JSONDecodeError"]

_SPACE: Final = " \t\n\r"
_DIGITS: Final = "0123456789"
_HEX_DIGITS: Final = "0123456789abcdefABCDEF"


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
            raise JSONDecodeError("Extra data", s, scanner.position)
        return value

    def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
        """The value that begins at `idx`, and the index behind it."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        scanner = _Scanner(self, s, idx)
        value = scanner.value()
        return value, scanner.position


class _Scanner:
    """Reads values from `text`, from `position` on."""

    _decoder: JSONDecoder
    _text: str
    _size: int
    position: int

    def __init__(self, decoder: JSONDecoder, text: str, position: int) -> None:
        self._decoder = decoder
        self._text = text
        self._size = len(text)
        self.position = position

    def _error(self, message: str, position: int) -> JSONDecodeError:
        return JSONDecodeError(message, self._text, position)

    def skip_space(self) -> None:
        text = self._text
        position = self.position
        while position < self._size and text[position] in _SPACE:
            position += 1
        self.position = position

    def _next(self) -> str:
        """The character at the position, "" at the end."""
        return self._text[self.position] if self.position < self._size else ""

    def value(self) -> Any:
        start = self.position
        character = self._next()
        if character == '"':
            self.position = start + 1
            return self._string()
        if character == "{":
            self.position = start + 1
            return self._object()
        if character == "[":
            self.position = start + 1
            return self._array()
        if character == "n" and self._word("null"):
            return None
        if character == "t" and self._word("true"):
            return True
        if character == "f" and self._word("false"):
            return False
        if character == "N" and self._word("NaN"):
            return self._constant("NaN")
        if character == "I" and self._word("Infinity"):
            return self._constant("Infinity")
        if character == "-" and self._word("-Infinity"):
            return self._constant("-Infinity")
        if character == "-" or (character and character in _DIGITS):
            return self._number()
        raise self._error("Expecting value", start)

    def _word(self, word: str) -> bool:
        if self._text.startswith(word, self.position):
            self.position += len(word)
            return True
        return False

    def _constant(self, name: str) -> Any:
        hook = self._decoder.parse_constant
        if hook is not None:
            return hook(name)
        if name == "NaN":
            return float("nan")
        return float("inf") if name == "Infinity" else float("-inf")

    def _digits(self, position: int) -> int:
        """The first index from `position` on that holds no digit."""
        text = self._text
        while position < self._size and text[position] in _DIGITS:
            position += 1
        return position

    def _number(self) -> Any:
        text = self._text
        start = self.position
        position = start + 1 if text[start] == "-" else start
        if position >= self._size or text[position] not in _DIGITS:
            raise self._error("Expecting value", start)
        position = position + 1 if text[position] == "0" else self._digits(position)
        is_float = False
        if position + 1 < self._size and text[position] == "." and text[position + 1] in _DIGITS:
            is_float = True
            position = self._digits(position + 2)
        if position + 1 < self._size and text[position] in "eE":
            digits = position + 1
            if text[digits] in "+-":
                digits += 1
            if digits < self._size and text[digits] in _DIGITS:
                is_float = True
                position = self._digits(digits)
        self.position = position
        literal = text[start:position]
        if is_float:
            float_hook = self._decoder.parse_float
            return float(literal) if float_hook is None else float_hook(literal)
        int_hook = self._decoder.parse_int
        return int(literal) if int_hook is None else int_hook(literal)

    # --- strings -------------------------------------------------------------------------------

    def _string(self) -> str:
        """The rest of a string whose opening quote is behind."""
        text = self._text
        begin = self.position - 1
        start = self.position
        quote = text.find('"', start)
        if quote < 0:
            return self._string_with_escapes(begin)
        piece = text[start:quote]
        if "\\" in piece or not piece.isprintable():
            return self._string_with_escapes(begin)
        self.position = quote + 1
        return piece

    def _string_with_escapes(self, begin: int) -> str:
        text = self._text
        strict = self._decoder.strict
        parts: list[str] = []
        position = begin + 1
        while True:
            start = position
            character = ""
            while position < self._size:
                character = text[position]
                if character == '"' or character == "\\" or (strict and character < " "):
                    break
                position += 1
            if position >= self._size:
                raise self._error("Unterminated string starting at", begin)
            if start != position:
                parts.append(text[start:position])
            position += 1
            if character == '"':
                self.position = position
                return "".join(parts)
            if character != "\\":
                raise self._error("Invalid control character at", position - 1)
            self.position = position
            parts.append(self._escape(begin))
            position = self.position

    def _escape(self, begin: int) -> str:
        """One escape whose backslash is behind."""
        position = self.position
        if position >= self._size:
            raise self._error("Unterminated string starting at", begin)
        character = self._text[position]
        self.position = position + 1
        if character == "n":
            return "\n"
        if character == '"' or character == "\\" or character == "/":
            return character
        if character == "t":
            return "\t"
        if character == "r":
            return "\r"
        if character == "b":
            return "\b"
        if character == "f":
            return "\f"
        if character == "u":
            return self._unicode()
        raise self._error("Invalid \\escape", position - 1)

    def _unicode(self) -> str:
        """The character of `\\uXXXX`, two of them for a surrogate pair."""
        code = self._four_digits(self.position)
        if code < 0:
            raise self._error("Invalid \\uXXXX escape", self.position - 1)
        self.position += 4
        if 0xD800 <= code <= 0xDBFF and self._text.startswith("\\u", self.position):
            low = self._four_digits(self.position + 2)
            if 0xDC00 <= low <= 0xDFFF:
                self.position += 6
                return chr(0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00)))
        return chr(code)

    def _four_digits(self, position: int) -> int:
        """The number of four hexadecimal digits, -1 when they are not there."""
        if position + 4 >= self._size:  # a string ends with a quote
            return -1
        digits = self._text[position : position + 4]
        for digit in digits:
            if digit not in _HEX_DIGITS:
                return -1
        return int(digits, 16)

    # --- containers ----------------------------------------------------------------------------

    def _array(self) -> list[Any]:
        values: list[Any] = []
        self.skip_space()
        if self._next() == "]":
            self.position += 1
            return values
        while True:
            values.append(self.value())
            self.skip_space()
            character = self._next()
            if character == "]":
                self.position += 1
                return values
            if character != ",":
                raise self._error("Expecting ',' delimiter", self.position)
            self.position += 1
            self.skip_space()

    def _key(self) -> str:
        if self._next() != '"':
            raise self._error("Expecting property name enclosed in double quotes", self.position)
        self.position += 1
        key = self._string()
        self.skip_space()
        if self._next() != ":":
            raise self._error("Expecting ':' delimiter", self.position)
        self.position += 1
        self.skip_space()
        return key

    def _more_members(self) -> bool:
        """Pass the comma or closing brace behind a member."""
        self.skip_space()
        character = self._next()
        if character == "}":
            self.position += 1
            return False
        if character != ",":
            raise self._error("Expecting ',' delimiter", self.position)
        self.position += 1
        self.skip_space()
        return True

    def _object(self) -> Any:
        pairs_hook = self._decoder.object_pairs_hook
        if pairs_hook is not None:
            return pairs_hook(self._pairs())
        members: dict[str, Any] = {}
        self.skip_space()
        if self._next() == "}":
            self.position += 1
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
        if self._next() == "}":
            self.position += 1
            return pairs
        more = True
        while more:
            key = self._key()
            pairs.append((key, self.value()))
            more = self._more_members()
        return pairs
