"""Values to JSON text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

__all__ = ["JSONEncoder"]

_HEX: Final = "0123456789abcdef"


def _unicode_escape(unit: int) -> str:
    """`\\uXXXX` of one UTF-16 code unit."""
    return "\\u" + _HEX[unit >> 12] + _HEX[(unit >> 8) & 15] + _HEX[(unit >> 4) & 15] + _HEX[unit & 15]


def _escape(character: str, ensure_ascii: bool) -> str:
    """How a character is written inside a JSON string."""
    if character == '"':
        return '\\"'
    if character == "\\":
        return "\\\\"
    code = ord(character)
    if code >= 0x20:
        if code < 0x7F or not ensure_ascii:
            return character
        if code < 0x10000:
            return _unicode_escape(code)
        code -= 0x10000
        return _unicode_escape(0xD800 | (code >> 10)) + _unicode_escape(0xDC00 | (code & 0x3FF))
    if character == "\n":
        return "\\n"
    if character == "\r":
        return "\\r"
    if character == "\t":
        return "\\t"
    if character == "\f":
        return "\\f"
    if character == "\b":
        return "\\b"
    return _unicode_escape(code)


def _is_plain(text: str) -> bool:
    """Nothing in the text needs an escape (cheap; may say False for text that needs none)."""
    return text.isascii() and text.isprintable() and '"' not in text and "\\" not in text


def _string(text: str, ensure_ascii: bool) -> str:
    if _is_plain(text):
        return '"' + text + '"'
    parts: list[str] = ['"']
    for character in text:
        parts.append(_escape(character, ensure_ascii))
    parts.append('"')
    return "".join(parts)


def encode_basestring(s: str, /) -> str:
    return _string(s, False)


def encode_basestring_ascii(s: str, /) -> str:
    return _string(s, True)


class _SortKey:
    """A key in sorting: one class, whatever the dictionary holds."""

    key: Any

    def __init__(self, key: Any) -> None:
        self.key = key

    def __lt__(self, other: _SortKey) -> bool:
        return bool(self.key < other.key)


class _Open:
    """A container that is being written."""

    value: object

    def __init__(self, value: object) -> None:
        self.value = value


class JSONEncoder:
    """Encodes str, int, float, bool, None, list, tuple and dict; `default` takes the rest."""

    item_separator: str
    key_separator: str
    skipkeys: bool
    ensure_ascii: bool
    check_circular: bool
    allow_nan: bool
    sort_keys: bool
    indent: int | str | None
    _default: Callable[[Any], Any] | None
    _step: str  # what one level of indentation adds
    _open: list[_Open]  # the containers around the value being written

    def __init__(
        self,
        *,
        skipkeys: bool = False,
        ensure_ascii: bool = True,
        check_circular: bool = True,
        allow_nan: bool = True,
        sort_keys: bool = False,
        indent: int | str | None = None,
        separators: tuple[str, str] | None = None,
        default: Callable[[Any], Any] | None = None,
    ) -> None:
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        self._default = default
        self._open = []
        self.item_separator = ", " if indent is None else ","
        self.key_separator = ": "
        if separators is not None:
            self.item_separator = separators[0]
            self.key_separator = separators[1]
        if indent is None:
            self._step = ""
        elif isinstance(indent, str):
            self._step = indent
        else:
            self._step = " " * indent

    def default(self, o: Any) -> Any:
        """A JSON value in place of `o`; override, or give the function to `dumps`."""
        function = self._default
        if function is not None:
            return function(o)
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o: Any) -> str:
        parts: list[str] = []
        self._value(o, parts, "\n")
        return "".join(parts)

    def iterencode(self, o: Any, _one_shot: bool = False) -> Iterator[str]:
        yield self.encode(o)

    def _float(self, value: float) -> str:
        if value != value:
            text = "NaN"
        elif value == float("inf"):
            text = "Infinity"
        elif value == float("-inf"):
            text = "-Infinity"
        else:
            return repr(value)
        if not self.allow_nan:
            detail = "" if self.indent is None else f": {value!r}"  # CPython's two encoders differ
            raise ValueError("Out of range float values are not JSON compliant" + detail)
        return text

    def _value(self, o: object, parts: list[str], newline: str) -> None:
        """Append the text of `o`; `newline` is a line break with the indentation of this level."""
        if isinstance(o, str):
            parts.append(_string(o, self.ensure_ascii))
        elif o is None:
            parts.append("null")
        elif isinstance(o, bool):
            parts.append("true" if o else "false")
        elif isinstance(o, int):
            parts.append(str(o))
        elif isinstance(o, float):
            parts.append(self._float(o))
        else:
            self._container(o, parts, newline)

    def _container(self, o: object, parts: list[str], newline: str) -> None:
        if self.check_circular:
            for outer in self._open:
                if outer.value is o:
                    raise ValueError("Circular reference detected")
        self._open.append(_Open(o))
        try:
            if isinstance(o, dict):
                self._dict(o, parts, newline)
            elif isinstance(o, list):
                inner = newline + self._step
                first = True
                for item in o:
                    self._before_item("[" if first else self.item_separator, parts, inner)
                    first = False
                    self._value(item, parts, inner)
                self._end(first, "[]", parts, newline)
            elif isinstance(o, tuple):
                inner = newline + self._step
                first = True
                for item in o:
                    self._before_item("[" if first else self.item_separator, parts, inner)
                    first = False
                    self._value(item, parts, inner)
                self._end(first, "[]", parts, newline)
            else:
                self._value(self.default(o), parts, newline)
        finally:
            self._open.pop()

    def _before_item(self, text: str, parts: list[str], inner: str) -> None:
        """The bracket or the separator before an item, and its new line."""
        parts.append(text)
        if self.indent is not None:
            parts.append(inner)

    def _end(self, empty: bool, brackets: str, parts: list[str], newline: str) -> None:
        if empty:
            parts.append(brackets)
            return
        if self.indent is not None:
            parts.append(newline)
        parts.append(brackets[1])

    def _dict(self, o: dict[Any, Any], parts: list[str], newline: str) -> None:
        inner = newline + self._step
        before = "{"
        empty = True
        if self.sort_keys:
            keys: list[_SortKey] = []
            for key in o:
                keys.append(_SortKey(key))
            keys.sort()
            for one in keys:
                empty = False
                if self._member(before, one.key, o[one.key], parts, inner):
                    before = self.item_separator
        else:
            for key in o:
                empty = False
                if self._member(before, key, o[key], parts, inner):
                    before = self.item_separator
        if not empty and before == "{":  # every key was skipped
            parts.append("{")
        self._end(empty, "{}", parts, newline)

    def _member(self, before: str, key: object, value: object, parts: list[str], inner: str) -> bool:
        """Write one member, unless its key is to be skipped."""
        name = self._key(key)
        if name is None:
            return False
        self._before_item(before, parts, inner)
        parts.append(_string(name, self.ensure_ascii))
        parts.append(self.key_separator)
        self._value(value, parts, inner)
        return True

    def _key(self, key: object) -> str | None:
        """The key as text; None when it is to be skipped."""
        if isinstance(key, str):
            return key
        if key is None:
            return "null"
        if isinstance(key, bool):
            return "true" if key else "false"
        if isinstance(key, int):
            return str(key)
        if isinstance(key, float):
            return self._float(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
