"""Values to JSON text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mirage.lowlevel import i64, u32
from mirage.runtime.text import TextBuilder, char_at
from mirage.runtime.text_search import writable_end

__all__ = ["JSONEncoder"]


def _put_unit(out: TextBuilder, unit: u32) -> None:
    """`\\uXXXX` of one UTF-16 code unit."""
    out.put(u32(92))
    out.put(u32(117))
    shift = u32(12)
    while True:
        digit = unit >> shift & 15
        out.put(digit + 48 if digit < 10 else digit + 87)
        if shift == 0:
            return
        shift = shift - 4


def _put_escape(out: TextBuilder, code: u32, ensure_ascii: bool) -> None:
    """A character as it is written inside a JSON string."""
    short = u32(0)
    if code == 34 or code == 92:
        short = code
    elif code >= 32:
        if code < 127 or not ensure_ascii:
            out.put(code)
        elif code < 0x10000:
            _put_unit(out, code)
        else:
            code = code - 0x10000
            _put_unit(out, u32(0xD800) | (code >> 10))
            _put_unit(out, u32(0xDC00) | (code & 0x3FF))
        return
    elif code == 10:
        short = u32(110)
    elif code == 13:
        short = u32(114)
    elif code == 9:
        short = u32(116)
    elif code == 12:
        short = u32(102)
    elif code == 8:
        short = u32(98)
    if short == 0:
        _put_unit(out, code)
    else:
        out.put(u32(92))
        out.put(short)


def _put_string(out: TextBuilder, text: str, ensure_ascii: bool) -> None:
    """The text between quotes; stretches that need no escape are copied."""
    out.add(u32(34))
    length = i64(len(text))
    start = i64(0)
    at = i64(0)
    while at < length:
        at = writable_end(text, at, length)
        if at == length:
            break
        code = char_at(text, at)
        if code < 32 or code == 34 or code == 92 or code >= 127 and ensure_ascii:
            out.add_range(text, start, at)
            _put_escape(out, code, ensure_ascii)
            start = at + 1
        at = at + 1
    out.add_range(text, start, length)
    out.add(u32(34))


def _quoted(text: str, ensure_ascii: bool) -> str:
    out = TextBuilder(i64(len(text)) + 2)
    _put_string(out, text, ensure_ascii)
    return out.finish()


def encode_basestring(s: str, /) -> str:
    return _quoted(s, False)


def encode_basestring_ascii(s: str, /) -> str:
    return _quoted(s, True)


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
        out = TextBuilder(i64(128))
        self._value(o, out, "\n")
        return out.finish()

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

    def _value(self, o: object, out: TextBuilder, newline: str) -> None:
        """Append the text of `o`; `newline` is a line break with the indentation of this level."""
        if isinstance(o, str):
            _put_string(out, o, self.ensure_ascii)
        elif o is None:
            out.add_text("null")
        elif isinstance(o, bool):
            out.add_text("true" if o else "false")
        elif isinstance(o, int):
            out.add_text(str(o))
        elif isinstance(o, float):
            out.add_text(self._float(o))
        else:
            self._container(o, out, newline)

    def _container(self, o: object, out: TextBuilder, newline: str) -> None:
        if self.check_circular:
            for outer in self._open:
                if outer.value is o:
                    raise ValueError("Circular reference detected")
        self._open.append(_Open(o))
        try:
            if isinstance(o, dict):
                self._dict(o, out, newline)
            elif isinstance(o, list):
                inner = newline + self._step
                first = True
                for item in o:
                    self._before_item("[" if first else self.item_separator, out, inner)
                    first = False
                    self._value(item, out, inner)
                self._end(first, "[]", out, newline)
            elif isinstance(o, tuple):
                inner = newline + self._step
                first = True
                for item in o:
                    self._before_item("[" if first else self.item_separator, out, inner)
                    first = False
                    self._value(item, out, inner)
                self._end(first, "[]", out, newline)
            else:
                self._value(self.default(o), out, newline)
        finally:
            self._open.pop()

    def _before_item(self, text: str, out: TextBuilder, inner: str) -> None:
        """The bracket or the separator before an item, and its new line."""
        out.add_text(text)
        if self.indent is not None:
            out.add_text(inner)

    def _end(self, empty: bool, brackets: str, out: TextBuilder, newline: str) -> None:
        if empty:
            out.add_text(brackets)
            return
        if self.indent is not None:
            out.add_text(newline)
        out.add_text(brackets[1])

    def _dict(self, o: dict[Any, Any], out: TextBuilder, newline: str) -> None:
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
                if self._member(before, one.key, o[one.key], out, inner):
                    before = self.item_separator
        else:
            for key in o:
                empty = False
                if self._member(before, key, o[key], out, inner):
                    before = self.item_separator
        if not empty and before == "{":  # every key was skipped
            out.add_text("{")
        self._end(empty, "{}", out, newline)

    def _member(self, before: str, key: object, value: object, out: TextBuilder, inner: str) -> bool:
        """Write one member, unless its key is to be skipped."""
        name = self._key(key)
        if name is None:
            return False
        self._before_item(before, out, inner)
        _put_string(out, name, self.ensure_ascii)
        out.add_text(self.key_separator)
        self._value(value, out, inner)
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
