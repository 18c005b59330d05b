"""str.format: replacement fields with conversions, nested specifications and [] lookups."""

from __future__ import annotations

from typing import Any, Protocol

from mirage.lowlevel import i64, named_attribute, noinline, some_literal_has, u32
from mirage.runtime.class_names import class_name
from mirage.runtime.text import TextBuilder, char_at, substring
from mirage.runtime.text_repr import ascii_only


class _Numbering:
    """Fields are numbered by hand or automatically, not both."""

    def __init__(self) -> None:
        self.automatic = 0
        self.manual = False
        self.by_name = False  # format_map

    def named(self, kwargs: dict[str, object], name: str) -> object:
        return kwargs[name]


class Names(Protocol):
    """What `format_map` looks names up in."""

    def __getitem__(self, key: str, /) -> Any: ...


class _ByName(_Numbering):
    def __init__(self, mapping: Names) -> None:
        super().__init__()
        self.by_name = True
        self._mapping = mapping

    def named(self, kwargs: dict[str, object], name: str) -> object:
        return self._mapping[name]


def format_template(template: str, args: tuple[object, ...], kwargs: dict[str, object]) -> str:
    return _expand(template, args, kwargs, _Numbering(), 2)


def format_mapping(template: str, mapping: Names) -> str:
    """`template.format_map(mapping)`: fields without a name are errors."""
    return _expand(template, (), {}, _ByName(mapping), 2)


def _expand(
    template: str, args: tuple[object, ...], kwargs: dict[str, object], numbering: _Numbering, depth: int
) -> str:
    if depth <= 0:
        raise ValueError("Max string recursion exceeded")
    builder = TextBuilder(template._length + 16)
    length = template._length
    i = i64(0)
    while i < length:
        code = char_at(template, i)
        i = i + 1
        if code != 123 and code != 125:
            builder.add(code)
            continue
        doubled = i < length and char_at(template, i) == code
        if doubled:
            builder.add(code)
            i = i + 1
            continue
        if code == 125:
            raise ValueError("Single '}' encountered in format string")
        if i >= length:
            raise ValueError("Single '{' encountered in format string")
        field = _Field(template, i)
        i = field.after
        builder.add_text(field.formatted(template, args, kwargs, numbering, depth))
    return builder.finish()


class _Field:
    """A replacement field, its text from `start`; the braces are checked before anything is looked up."""

    def __init__(self, template: str, start: i64) -> None:
        length = template._length
        self._start = start
        self._conversion = u32(0)
        self._has_specification = False
        self._expands = False
        i = start
        code = u32(0)
        while i < length:
            code = char_at(template, i)
            i = i + 1
            if code == 123:
                raise ValueError("unexpected '{' in field name")
            if code == 91:
                while i < length and char_at(template, i) != 93:
                    i = i + 1
            elif code == 125 or code == 58 or code == 33:
                break
        self._name_end = i - 1
        self._specification = i
        self._end = i - 1
        self.after = i
        if code == 125:
            return
        if code != 58 and code != 33:
            raise ValueError("expected '}' before end of string")
        if code == 33:
            if i >= length:
                raise ValueError("end of string while looking for conversion specifier")
            self._conversion = char_at(template, i)
            i = i + 1
            if i < length:
                code = char_at(template, i)
                i = i + 1
                if code == 125:
                    self.after = i
                    return
                if code != 58:
                    raise ValueError("expected ':' after conversion specifier")
        self._has_specification = True
        self._specification = i
        nested = i64(1)
        while i < length:
            code = char_at(template, i)
            i = i + 1
            if code == 123:
                self._expands = True
                nested = nested + 1
            elif code == 125:
                nested = nested - 1
                if nested == 0:
                    self._end = i - 1
                    self.after = i
                    return
        raise ValueError("unmatched '{' in format spec")

    def formatted(
        self,
        template: str,
        args: tuple[object, ...],
        kwargs: dict[str, object],
        numbering: _Numbering,
        depth: int,
    ) -> str:
        value = _lookup(substring(template, self._start, self._name_end), args, kwargs, numbering)
        if self._conversion != 0:
            value = _converted(value, self._conversion)
        if not self._has_specification:
            return format(value, "")
        spec = substring(template, self._specification, self._end)
        if self._expands:
            spec = _expand(spec, args, kwargs, numbering, depth - 1)
        return format(value, spec)


def _converted(value: object, conversion: u32) -> object:
    if conversion == 115:
        return str(value)
    if conversion == 114:
        return repr(value)
    if conversion == 97:
        return ascii_only(repr(value))
    shown = chr(int(conversion)) if conversion > 32 and conversion < 127 else f"\\x{int(conversion):x}"
    raise ValueError("Unknown conversion specifier " + shown)


def _lookup(name: str, args: tuple[object, ...], kwargs: dict[str, object], numbering: _Numbering) -> object:
    end = i64(0)
    while end < name._length and char_at(name, end) != 91 and char_at(name, end) != 46:
        end = end + 1
    first = substring(name, i64(0), end)
    value: object = None
    index = _number(first)
    if first == "" or index >= 0:
        if first == "":
            if numbering.manual:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            index = numbering.automatic
            numbering.automatic = index + 1
        else:
            if numbering.automatic > 0:
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            numbering.manual = True
        if numbering.by_name:
            raise ValueError("Format string contains positional fields")
        if index >= len(args):
            raise IndexError("Replacement index " + str(index) + " out of range for positional args tuple")
        value = args[index]
    else:
        value = numbering.named(kwargs, first)
    while end < name._length:
        close = end + 1
        if char_at(name, end) == 46:
            while close < name._length and char_at(name, close) != 91 and char_at(name, close) != 46:
                close = close + 1
            value = attribute(value, substring(name, end + 1, close))
            end = close
            continue
        if char_at(name, end) != 91:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        while close < name._length and char_at(name, close) != 93:
            close = close + 1
        if close >= name._length:
            raise ValueError("Missing ']' in format string")
        value = _item(value, substring(name, end + 1, close))
        end = close + 1
    return value


def _number(key: str) -> int:
    """The index that a part of a field's name is; -1 if it is a name."""
    if not key.isdecimal():
        return -1
    index = int(key)
    if index > 9223372036854775807:
        raise ValueError("Too many decimal digits in format string")
    return index


@noinline
def attribute(value: object, name: str) -> object:
    """What `{0.name}` stands for."""
    if name == "":
        raise ValueError("Empty attribute in format string")
    return named_attribute(value, name)


def _item(value: object, key: str) -> object:
    index = _number(key)
    if key == "":
        raise ValueError("Empty attribute in format string")
    if isinstance(value, dict):
        if index >= 0:
            return value[index]
        return value[key]
    if isinstance(value, (list, tuple, str)):
        if index >= 0:
            return value[index]
        if isinstance(value, str):
            raise TypeError("string indices must be integers, not 'str'")
        raise TypeError(class_name(value) + " indices must be integers or slices, not str")
    if some_literal_has("{", "["):
        return _any_item(value, index if index >= 0 else key)
    raise TypeError("'" + class_name(value) + "' object is not subscriptable")


@noinline
def _any_item(value: Any, key: object) -> object:
    return value[key]
