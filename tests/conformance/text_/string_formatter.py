"""string.Formatter: parse, fields, conversions, and methods overridden."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any


class Defaults(Formatter):
    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return args[key] if key < len(args) else "?"

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)


class Strict(Formatter):
    def check_unused_args(self, used_args: set[int | str], args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        unused = [i for i in range(len(args)) if i not in used_args]
        if unused:
            raise ValueError(f"unused {unused}")


def main() -> None:
    f = Formatter()
    print(f.format("{} and {}", 1, "two"), f.format("{1}{0}{1}", "a", "b"), f.format("{x!r:>8}|{y:05.1f}", x="q", y=3.14159))
    print(f.format("{0[1]}-{d[key]}", [1, 2], d={"key": "v"}), f.format("{:{}}|{:{w}}", "ab", 5, 7, w=4), f.format("{{}}"))
    print(f.vformat("{a}{b}", (), {"a": 1, "b": 2}))
    for text in ("a{b}c", "{}", "{0!r:>{w}}", "{{x}}", "a}}b{c:d}", "", "{a.b[c]}", "}}{{"):
        print(repr(text), list(f.parse(text)))
    for text in ("{", "}", "a{b", "{!}", "{!rx}", "{0!z}", "{a[}", "{0[a]b}", "{} {0}", "{0} {}"):
        try:
            print(repr(text), f.format(text, "v", a=[1]))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            print(repr(text), type(error).__name__, error)
    d = Defaults()
    print(d.format("{} {} {name} {other!u}", 1, name="n"), d.format("{missing!u:>12}"))
    print(Strict().format("{0}{1}", 1, 2))
    try:
        Strict().format("{0}", 1, 2, 3)
    except ValueError as error:
        print(error)


main()
