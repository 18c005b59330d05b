"""string.Formatter and Template subclasses: own conversions, nested fields, delimiters, strict and safe substitution."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from typing import Any


class Shouting(string.Formatter):
    """More conversions, a default for what is missing, and a record of the fields that were used."""

    def __init__(self) -> None:
        super().__init__()
        self.used: list[int | str] = []

    def convert_field(self, value: Any, conversion: Any) -> Any:
        match conversion:
            case "u":
                return str(value).upper()
            case "t":
                return str(value).title()
            case "q":
                return '"' + str(value).replace('"', '\\"') + '"'
        return super().convert_field(value, conversion)

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        self.used.append(key)
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}?>")
        return args[key]

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec.startswith("*"):
            return str(value) * int(format_spec[1:])
        if format_spec == "hex" and isinstance(value, int):
            return f"{value:#06x}"
        return super().format_field(value, format_spec)


class Braces(string.Template):
    delimiter = "%"
    idpattern = r"[a-z]+(?:\.[a-z]+)*"


class Nested(dict[str, str]):
    """Dotted names; what is missing is remembered."""

    missing: list[str]

    def __missing__(self, key: str) -> str:
        raise KeyError(key)


formatter = Shouting()
print(formatter.format("{0!u} {name!t} {0:>6} {1:hex} {1:*3} {missing!q} {{literal}} {2[k]} {3[1]:{width}}", "abc", 255, {"k": "v"}, [1, 2.5], name="ada lovelace", width=6))
print(formatter.used)
print([field for field in formatter.parse("a{x}b{y!r:>{w}}c{{d}}{}")], list(formatter.parse("plain")), list(formatter.parse("")))
print(formatter.vformat("{a} {b:.1f}", (), {"a": 1, "b": 2.25}), string.Formatter().format("{}-{}-{0}" if False else "{}-{}", 1, 2), formatter.format("{0!r} {0!s} {0!a}", "é"))
for template, arguments in (("{}", ()), ("{0!z}", (1,)), ("{x", ()), ("{0:d}", ("t",)), ("{0}{}", (1,)), ("}", ())):
    try:
        print(formatter.format(template, *arguments))
    except (IndexError, ValueError, KeyError) as error:
        print(repr(template), type(error).__name__, error)

plain = string.Template("Dear $who, you owe $$${amount}.00 since ${when}; $1 $ ok")
values = {"who": "Ada", "amount": "12"}
print(plain.safe_substitute(values), plain.safe_substitute(values, when="May"), plain.safe_substitute(who="kw"))
for template in ("$who and $missing", "bad $1", "trailing $", "${open", "$ who", "$$ok $who"):
    try:
        print(string.Template(template).substitute(values))
    except (KeyError, ValueError) as error:
        print(repr(template), type(error).__name__, error)
dotted = Braces("%user.name logged in from %{host} at 100%% as %user.")
print(dotted.substitute({"user.name": "eve", "host": "10.0.0.1", "user": "root"}), dotted.template[:6], Braces.delimiter)
print(string.Template("$a$b $c").is_valid(), string.Template("$ x").is_valid(), string.Template("$a ${b} $a $$ $c").get_identifiers())
print(string.capwords("the  quick   fox"), string.capwords("a-b-c", "-"), string.ascii_uppercase[::5], len(string.printable), repr(string.whitespace), string.hexdigits, string.octdigits, string.punctuation[:8])
print("%(n)05.1f|%(s)-6s|%(s)r|%%|%(n)+d|%(n)e" % {"n": 3.14159, "s": "ab"}, "%s %s" % ("a", (1, 2)), "%5.2s|%-5s|%05d|%x|%o|%c%c" % ("abc", "x", -42, 255, 8, 65, "z"), "%s" % [1], "%.3g %g %G" % (1234567, 1e-5, 1e20), "%i%%" % 99.9, "%a" % "é", "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 2.71828))
text: Any = "%d %s"
for arguments2 in ((1,), (1, 2, 3), ("x", 1), {"a": 1}):
    try:
        print(text % arguments2)
    except (TypeError, ValueError) as error:
        print(arguments2, type(error).__name__, error)
print(Nested(a="b")["zz"])
