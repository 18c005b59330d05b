"""str.format: replacement fields with conversions, nested specifications and [] lookups."""

from __future__ import annotations

from typing import Any, Protocol

from mirage.lowlevel import i64, named_attribute, noinline, some_literal_has, u32
from mirage.runtime.text import TextBuilder, char_at, substring
from mirage.runtime.text_repr import ascii_only, class_name


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
    if depth < 0:
        raise ValueError("Max string recursion exceeded")
    builder = TextBuilder(template._length + 16)
    length = template._length
    i = i64(0)
    while i < length:
        code = char_at(template, i)
        i = i + 1
        if code == 125:
            if i < length and char_at(template, i) == 125:
                builder.add(code)
                i = i + 1
                continue
            raise ValueError("Single '}' encountered in format string")
        if code != 123:
            builder.add(code)
            continue
        if i >= length:
            raise ValueError("Single '{' encountered in format string")
        if char_at(template, i) == 123:
            builder.add(code)
            i = i + 1
            continue
        end = _field_end(template, i)
        builder.add_text(_field(substring(template, i, end), args, kwargs, numbering, depth))
        i = end + 1
    return builder.finish()


def _field_end(template: str, start: i64) -> i64:
    """The index of the brace that closes the field whose text begins at `start`."""
    nested = i64(1)
    i = start
    while i < template._length:
        code = char_at(template, i)
        if code == 123:
            nested = nested + 1
        elif code == 125:
            nested = nested - 1
            if nested == 0:
                return i
        i = i + 1
    raise ValueError("expected '}' before end of string")


def _field(
    field: str, args: tuple[object, ...], kwargs: dict[str, object], numbering: _Numbering, depth: int
) -> str:
    end = i64(0)
    inside = False
    while end < field._length:
        code = char_at(field, end)
        if code == 91:
            inside = True
        elif code == 93:
            inside = False
        elif not inside and (code == 33 or code == 58):
            break
        end = end + 1
    value = _lookup(substring(field, i64(0), end), args, kwargs, numbering)
    spec = ""
    if end < field._length and char_at(field, end) == 33:
        if end + 1 >= field._length:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = char_at(field, end + 1)
        end = end + 2
        if end < field._length and char_at(field, end) != 58:
            raise ValueError("expected ':' after conversion specifier")
        value = _converted(value, conversion)
    if end < field._length:
        spec = substring(field, end + 1, field._length)
        if "{" in spec:
            spec = _expand(spec, args, kwargs, numbering, depth - 1)
    return format(value, spec)


def _converted(value: object, conversion: u32) -> object:
    if conversion == 115:
        return str(value)
    if conversion == 114:
        return repr(value)
    if conversion == 97:
        return ascii_only(repr(value))
    raise ValueError("Unknown conversion specifier " + chr(int(conversion)))


def _lookup(name: str, args: tuple[object, ...], kwargs: dict[str, object], numbering: _Numbering) -> object:
    end = i64(0)
    while end < name._length and char_at(name, end) != 91 and char_at(name, end) != 46:
        end = end + 1
    first = substring(name, i64(0), end)
    value: object = None
    if first == "" or first.isdigit():
        index = 0
        if first == "":
            if numbering.manual:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            index = numbering.automatic
            numbering.automatic = index + 1
        else:
            if numbering.automatic > 0:
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            numbering.manual = True
            index = int(first)
            if index > 9223372036854775807:
                raise ValueError("Too many decimal digits in format string")
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
        while close < name._length and char_at(name, close) != 93:
            close = close + 1
        if close >= name._length:
            raise ValueError("Missing ']' in format string")
        value = _item(value, substring(name, end + 1, close))
        end = close + 1
        if end < name._length and char_at(name, end) != 91 and char_at(name, end) != 46:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return value


@noinline
def attribute(value: object, name: str) -> object:
    """What `{0.name}` stands for."""
    if name == "":
        raise ValueError("Empty attribute in format string")
    return named_attribute(value, name)


def _item(value: object, key: str) -> object:
    if key.isdigit() and int(key) > 9223372036854775807:
        raise ValueError("Too many decimal digits in format string")
    if isinstance(value, dict):
        if key.isdigit():
            return value[int(key)]
        return value[key]
    if isinstance(value, (list, tuple, str)):
        if key.isdigit():
            return value[int(key)]
        raise TypeError(class_name(value) + " indices must be integers or slices, not str")
    if some_literal_has("{", "["):
        return _any_item(value, int(key) if key.isdigit() else key)
    raise TypeError("'" + class_name(value) + "' object is not subscriptable")


@noinline
def _any_item(value: Any, key: object) -> object:
    return value[key]
