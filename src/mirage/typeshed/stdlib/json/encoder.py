"""Values to JSON text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mirage.lowlevel import (
    Array,
    class_id,
    i64,
    inline,
    is_small,
    load64,
    noinline,
    small_value,
    store8,
    store64,
    tail_address,
    u8,
    u32,
    u64,
    unchecked_cast,
)
from mirage.runtime.formatting_text import decimal_count, put_decimal
from mirage.runtime.text import TextBuilder, char_at
from mirage.runtime.text_search import first_marked, special, writable_end

__all__ = ["JSONEncoder"]

_classes: Array[u32] | None = None  # the classes of dicts and lists that hold objects


def _put_unit(out: TextBuilder, unit: u32) -> None:
    """`\\uXXXX` of one UTF-16 code unit."""
    out.add(u32(92))
    out.add(u32(117))
    shift = u32(12)
    while True:
        digit = unit >> shift & 15
        out.add(digit + 48 if digit < 10 else digit + 87)
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
        out.add(u32(92))
        out.add(short)


def _put_string(out: TextBuilder, text: str, ensure_ascii: bool) -> None:
    """The text between quotes."""
    length = text._length
    if text._kind == 1 and length <= 4096:
        address = out.room(length + 10)  # with what the last word has behind the text and its quote
        if address != 0:
            store8(address, u8(34))
            address = address + 1
            source = tail_address(text)
            at = i64(0)
            while at < length:
                word = load64(source + u64(at))  # the string's cell holds all of the last one
                store64(address + u64(at), word)
                found = special(word)
                if found != 0:
                    at = at + first_marked(found)
                    break
                at = at + 8
            if at >= length:
                store8(address + u64(length), u8(34))
                out.wrote(length + 2)
                return
            out.wrote(at + 1)
            _put_rest(out, text, at, ensure_ascii)
            return
    out.add(u32(34))
    _put_rest(out, text, i64(0), ensure_ascii)


def _put_rest(out: TextBuilder, text: str, start: i64, ensure_ascii: bool) -> None:
    """text[start:] and the closing quote; stretches that need no escape are copied."""
    length = text._length
    at = start
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
    out = TextBuilder(text._length + 10)
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
        out = _Writer(self)
        out.value(o, "\n")
        return out.finish()

    def iterencode(self, o: Any, _one_shot: bool = False) -> Iterator[str]:
        if _one_shot:
            yield self.encode(o)
        else:
            yield from _pieces(self, o, "\n", [])

    def _float(self, value: float) -> str:
        if value - value == 0.0:
            return repr(value)
        text = "NaN"
        if value == value:
            text = "Infinity" if value > 0.0 else "-Infinity"
        if not self.allow_nan:
            detail = "" if self.indent is None else f": {value!r}"  # CPython's two encoders differ
            raise ValueError("Out of range float values are not JSON compliant" + detail)
        return text


def _plain(encoder: JSONEncoder, o: object) -> str | None:
    """What is written in one piece; None for everything else."""
    if isinstance(o, str):
        return _quoted(o, encoder.ensure_ascii)
    if o is None:
        return "null"
    if isinstance(o, bool):
        return "true" if o else "false"
    if isinstance(o, int):
        return int.__repr__(o)
    if isinstance(o, float):
        if o - o != 0.0 and not encoder.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return encoder._float(o)
    return None


def _key_text(encoder: JSONEncoder, key: object) -> str | None:
    """A key as text; None where it is to be skipped."""
    if isinstance(key, str):
        return key
    text = _plain(encoder, key)
    if text is None and not encoder.skipkeys:
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
    return text


def _pieces(encoder: JSONEncoder, o: object, newline: str, outer: list[object]) -> Iterator[str]:
    """The text of `o` piece by piece, as CPython's encoder in Python gives it.

    newline   a line break with the indentation of this level
    outer     the containers around
    """
    text = _plain(encoder, o)
    if text is not None:
        yield text
        return
    if isinstance(o, (list, tuple)) and not o:
        yield "[]"
        return
    if isinstance(o, dict) and not o:
        yield "{}"
        return
    if encoder.check_circular:
        for one in outer:
            if one is o:
                raise ValueError("Circular reference detected")
        outer.append(o)
    inner = newline + encoder._step
    indented = encoder.indent is not None
    separator = encoder.item_separator + inner if indented else encoder.item_separator
    if isinstance(o, (list, tuple)):
        before = "[" + inner if indented else "["
        for item in o:
            text = _plain(encoder, item)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from _pieces(encoder, item, inner, outer)
            before = separator
        if indented:
            yield newline
        yield "]"
    elif isinstance(o, dict):
        yield "{"
        if indented:
            yield inner
        first = True
        members: list[tuple[Any, Any]] = list(o.items())
        if encoder.sort_keys:
            members.sort()
        for key, value in members:
            name = _key_text(encoder, key)
            if name is None:
                continue
            if not first:
                yield separator
            first = False
            yield _quoted(name, encoder.ensure_ascii)
            yield encoder.key_separator
            yield from _pieces(encoder, value, inner, outer)
        if indented:
            yield newline
        yield "}"
    else:
        yield from _pieces(encoder, encoder.default(o), newline, outer)
    if encoder.check_circular:
        outer.pop()


@noinline
def _find_classes() -> Array[u32]:
    global _classes
    found: Array[u32] = Array(i64(2))
    members: dict[object, object] = {}
    items: list[object] = []
    found[i64(0)] = class_id(members)
    found[i64(1)] = class_id(items)
    _classes = found
    return found


class _Writer(TextBuilder):
    """The text of one value.

    _open    the containers around what is being written, so many as `_depth` says
    """

    def __init__(self, encoder: JSONEncoder) -> None:
        super().__init__(i64(128))
        self._encoder: JSONEncoder = encoder
        self._ascii: bool = encoder.ensure_ascii
        self._indented: bool = encoder.indent is not None
        self._item_separator: str = encoder.item_separator
        self._key_separator: str = encoder.key_separator
        classes = _classes
        if classes is None:
            classes = _find_classes()
        self._dict: u32 = classes[i64(0)]
        self._list: u32 = classes[i64(1)]
        self._open: Array[object] = Array(i64(6))
        self._depth: i64 = i64(0)

    def value(self, o: object, newline: str) -> None:
        """Append the text of `o`; `newline` is a line break with the indentation of this level."""
        if isinstance(o, str):
            _put_string(self, o, self._ascii)
        elif o is None:
            self.add_short("null")
        elif isinstance(o, bool):
            self.add_short("true" if o else "false")
        elif isinstance(o, int):
            self._int(o)
        elif isinstance(o, float):
            self.add_text(self._encoder._float(o))
        else:
            self._container(o, newline)

    def _int(self, o: int) -> None:
        if is_small(o):
            address = self.room(i64(20))
            if address != 0:
                word = small_value(o)
                count = i64(0)
                if word < 0:
                    store8(address, u8(45))
                    word = -word
                    count = i64(1)
                count = count + decimal_count(u64(word))
                put_decimal(address + u64(count), u64(word))
                self.wrote(count)
                return
        self.add_text(int.__repr__(o))

    def _container(self, o: object, newline: str) -> None:
        encoder = self._encoder
        depth = self._depth
        if encoder.check_circular:
            i = depth
            while i > 0:
                i = i - 1
                if self._open[i] is o:
                    raise ValueError("Circular reference detected")
        if depth == self._open.count:
            deeper: Array[object] = Array(depth * 2)
            deeper.copy_from(i64(0), self._open, i64(0), depth)
            self._open = deeper
        self._open[depth] = o
        self._depth = depth + 1
        kind = class_id(o)
        if kind == self._dict:
            self._members(unchecked_cast(dict[object, object], o), newline)
        elif kind == self._list:
            self._items(unchecked_cast(list[object], o), newline)
        elif isinstance(o, dict):
            self._mapping(o, newline)
        elif isinstance(o, list):
            self._items([item for item in o], newline)
        elif isinstance(o, tuple):
            self._items([item for item in o], newline)
        else:
            self.value(encoder.default(o), newline)
        self._depth = depth

    @inline
    def _before_item(self, text: str, inner: str) -> None:
        """The bracket or the separator before an item, and its new line."""
        self.add_short(text)
        if self._indented:
            self.add_text(inner)

    def _end(self, empty: bool, brackets: str, newline: str) -> None:
        if empty:
            self.add_short(brackets)
            return
        if self._indented:
            self.add_text(newline)
        self.add(char_at(brackets, i64(1)))

    def _items(self, o: list[object], newline: str) -> None:
        inner = newline + self._encoder._step if self._indented else newline
        separator = self._item_separator
        i = i64(0)
        while i < o._count:
            self._before_item("[" if i == 0 else separator, inner)
            self.value(o._items[i], inner)
            i = i + 1
        self._end(i == 0, "[]", newline)

    def _members(self, o: dict[object, object], newline: str) -> None:
        """A dict's own table, as it is now: what `default` does to the dict meanwhile does not count."""
        if self._encoder.sort_keys:
            self._sorted(o, newline)
            return
        inner = newline + self._encoder._step if self._indented else newline
        keys = o._keys
        values = o._values
        hashes = o._hashes
        filled = o._filled
        before = "{"
        empty = True
        i = i64(0)
        while i < filled:
            if hashes[i] != -1:
                empty = False
                if self._member(before, keys[i], values[i], inner):
                    before = self._item_separator
            i = i + 1
        self._close(empty, before, newline)

    def _sorted(self, o: dict[object, object], newline: str) -> None:
        inner = newline + self._encoder._step if self._indented else newline
        names: list[str] = []
        i = i64(0)
        while i < o._filled:
            if o._hashes[i] != -1:
                key = o._keys[i]
                if not isinstance(key, str):
                    self._mapping(o, newline)
                    return
                names.append(key)
            i = i + 1
        names.sort()
        before = "{"
        for name in names:
            self._member(before, name, o[name], inner)
            before = self._item_separator
        self._close(len(names) == 0, before, newline)

    def _mapping(self, o: dict[Any, Any], newline: str) -> None:
        inner = newline + self._encoder._step if self._indented else newline
        before = "{"
        empty = True
        if self._encoder.sort_keys:
            keys: list[_SortKey] = []
            for key in o:
                keys.append(_SortKey(key))
            keys.sort()
            for one in keys:
                empty = False
                if self._member(before, one.key, o[one.key], inner):
                    before = self._item_separator
        else:
            for key in o:
                empty = False
                if self._member(before, key, o[key], inner):
                    before = self._item_separator
        self._close(empty, before, newline)

    def _close(self, empty: bool, before: str, newline: str) -> None:
        if not empty and before == "{":  # every key was skipped
            self.add(u32(123))
        self._end(empty, "{}", newline)

    def _member(self, before: str, key: object, value: object, inner: str) -> bool:
        """Write one member, unless its key is to be skipped."""
        name = key if isinstance(key, str) else self._key(key)
        if name is None:
            return False
        self._before_item(before, inner)
        _put_string(self, name, self._ascii)
        self.add_short(self._key_separator)
        self.value(value, inner)
        return True

    def _key(self, key: object) -> str | None:
        """The key as text; None when it is to be skipped."""
        if key is None:
            return "null"
        if isinstance(key, bool):
            return "true" if key else "false"
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return self._encoder._float(key)
        if self._encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
