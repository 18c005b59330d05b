"""Collections of characters, templates with `$name`, and `str.format` in parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from re import Match, Pattern, RegexFlag
from typing import Any, ClassVar, Final

from mirage.runtime import text_template

__all__ = [
    "Formatter", "Template", "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits",
    "hexdigits", "octdigits", "printable", "punctuation", "whitespace",
]  # fmt: skip

whitespace: Final = " \t\n\r\x0b\x0c"
ascii_lowercase: Final = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits: Final = "0123456789"
hexdigits: Final = "0123456789abcdefABCDEF"
octdigits: Final = "01234567"
punctuation: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable: Final = (
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c"
)


def capwords(s: str, sep: str | None = None) -> str:
    """Each word with a capital, joined by `sep` (one space for runs of white space)."""
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    """Text with `$name` and `${name}`; subclasses may choose other delimiters and names."""

    template: str
    delimiter: ClassVar[str] = "$"
    idpattern: ClassVar[str] = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern: ClassVar[str | None] = None
    flags: ClassVar[RegexFlag] = re.IGNORECASE

    def __init__(self, template: str) -> None:
        self.template = template

    @property
    def pattern(self) -> Pattern[str]:
        """What finds the places: groups escaped, named, braced and invalid."""
        mark = re.escape(self.delimiter)
        braced = self.braceidpattern
        if braced is None:
            braced = self.idpattern
        names = f"(?P<named>{self.idpattern})|{{(?P<braced>{braced})}}"
        return re.compile(f"{mark}(?:(?P<escaped>{mark})|{names}|(?P<invalid>))", int(self.flags) | 64)

    def _invalid(self, found: Match[str]) -> ValueError:
        at = found.start("invalid")
        lines = self.template[:at].splitlines(True)
        line = 1
        column = 1
        if lines:
            column = at - len("".join(lines[:-1]))
            line = len(lines)
        return ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def _replaced(self, values: Mapping[str, object], more: dict[str, object], safe: bool) -> str:
        parts: list[str] = []
        last = 0
        whole: Any = self
        given: Any = whole.pattern  # a subclass may give its text
        finder: Pattern[str]
        if isinstance(given, str):
            finder = re.compile(given, int(self.flags) | 64)
        else:
            finder = given
        for found in finder.finditer(self.template):
            parts.append(self.template[last : found.start()])
            last = found.end()
            name: str | None = found.group("named")
            if name is None:
                name = found.group("braced")
            if name is not None:
                if name in more:
                    parts.append(str(more[name]))
                elif not safe or name in values:
                    parts.append(str(values[name]))
                else:
                    parts.append(self.template[found.start() : last])
            elif found.group("escaped") is not None:
                parts.append(self.delimiter)
            elif safe:
                parts.append(self.template[found.start() : last])
            else:
                raise self._invalid(found)
        parts.append(self.template[last:])
        return "".join(parts)

    def substitute(self, mapping: Mapping[str, object] = {}, /, **kwds: object) -> str:
        return self._replaced(mapping, kwds, False)

    def safe_substitute(self, mapping: Mapping[str, object] = {}, /, **kwds: object) -> str:
        """Leave in place what has no value."""
        return self._replaced(mapping, kwds, True)

    def is_valid(self) -> bool:
        for found in self.pattern.finditer(self.template):
            if found.group("invalid") is not None:
                return False
        return True

    def get_identifiers(self) -> list[str]:
        names: list[str] = []
        for found in self.pattern.finditer(self.template):
            name: str | None = found.group("named")
            if name is None:
                name = found.group("braced")
            if name is not None and name not in names:
                names.append(name)
        return names


class Formatter:
    """`str.format` with methods to override."""

    def format(self, format_string: str, /, *args: Any, **kwargs: Any) -> str:
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        used: set[int | str] = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(
        self,
        format_string: str,
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
        used_args: set[int | str],
        recursion_depth: int,
        auto_arg_index: int = 0,
    ) -> tuple[str, int]:
        """The text, and the number of the next field without one (-1: they are numbered by hand)."""
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts: list[str] = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            if name == "":
                if auto_arg_index < 0:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index > 0:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                auto_arg_index = -1
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            inner, auto_arg_index = self._vformat(
                spec or "", args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            parts.append(self.format_field(value, inner))
        return "".join(parts), auto_arg_index

    def parse(self, format_string: str) -> Iterable[tuple[str, str | None, str | None, str | None]]:
        """Literal text, field name, specification and conversion of each part."""
        size = len(format_string)
        at = 0
        while at < size:
            literal: list[str] = []
            field = False
            while at < size:
                letter = format_string[at]
                at += 1
                if letter != "{" and letter != "}":
                    literal.append(letter)
                    continue
                if at < size and format_string[at] == letter:
                    at += 1
                    literal.append(letter)
                    break  # a doubled brace ends its part
                if letter == "}":
                    raise ValueError("Single '}' encountered in format string")
                if at >= size:
                    raise ValueError("Single '{' encountered in format string")
                field = True
                break
            if not field:
                yield "".join(literal), None, None, None
                continue
            name, spec, conversion, at = _field(format_string, at)
            yield "".join(literal), name, spec, conversion

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The value that `name[key]` stands for, and the first name or number."""
        end = 0
        while end < len(field_name) and field_name[end] not in ".[":
            end += 1
        first: int | str = field_name[:end]
        if field_name[:end].isdigit():
            first = int(field_name[:end])
        value = self.get_value(first, args, kwargs)
        while end < len(field_name):
            if field_name[end] == ".":
                close = end + 1
                while close < len(field_name) and field_name[close] not in ".[":
                    close += 1
                value = text_template.attribute(value, field_name[end + 1 : close])
                end = close
                continue
            close = field_name.find("]", end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = field_name[end + 1 : close]
            if key == "":
                raise ValueError("Empty attribute in format string")
            if key.isdigit():
                value = value[int(key)]
            elif isinstance(value, str):
                raise TypeError("string indices must be integers, not 'str'")
            elif isinstance(value, (list, tuple)):
                raise TypeError(f"{type(value).__name__} indices must be integers or slices, not str")
            else:
                value = value[key]
            end = close + 1
            if end < len(field_name) and field_name[end] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return value, first

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(
        self, used_args: set[int | str], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> None:
        pass

    def format_field(self, value: Any, format_spec: str) -> Any:
        return format(value, format_spec)

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")


def _field(text: str, at: int) -> tuple[str, str, str | None, int]:
    """Name, specification and conversion of the field that begins at `at`, and where it ends."""
    size = len(text)
    start = at
    letter = ""
    while at < size:
        letter = text[at]
        at += 1
        if letter == "{":
            raise ValueError("unexpected '{' in field name")
        if letter == "[":
            while at < size and text[at] != "]":
                at += 1
        elif letter == "}" or letter == ":" or letter == "!":
            break
    if letter == "}":
        return text[start : at - 1], "", None, at
    if letter != ":" and letter != "!":
        raise ValueError("expected '}' before end of string")
    name = text[start : at - 1]
    conversion: str | None = None
    if letter == "!":
        if at >= size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at]
        at += 1
        if at < size:
            letter = text[at]
            at += 1
            if letter == "}":
                return name, "", conversion, at
            if letter != ":":
                raise ValueError("expected ':' after conversion specifier")
    start = at
    depth = 1
    while at < size:
        letter = text[at]
        at += 1
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                return name, text[start : at - 1], conversion, at
    raise ValueError("unmatched '{' in format spec")
