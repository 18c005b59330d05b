"""Reports by textwrap, Template and Formatter subclasses: columns, bullets, indents, conditional parts, own delimiters."""

from __future__ import annotations

import string
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from string import Formatter, Template
from typing import Any


class Money(Formatter):
    """Adds conversions and kinds: !u upper case, specs 'money' and 'list'."""

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> Any:
        match format_spec.partition(":"):
            case ("money", _, rest):
                return f"{value / 100:,.2f} {rest or 'EUR'}"
            case ("list", _, joint):
                return (joint or ", ").join(map(str, value))
        return super().format_field(value, format_spec)

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if isinstance(key, str) and key not in kwargs:
            return f"<{key}?>"
        return super().get_value(key, args, kwargs)


class Percent(Template):
    delimiter = "%"
    idpattern = r"[a-z]+(?:_[a-z]+)?"


class Braced(Template):
    braceidpattern = r"[A-Z]+"


@dataclass
class Column:
    title: str
    width: int
    align: str = "<"

    def cells(self, text: str) -> list[str]:
        lines = textwrap.wrap(text, self.width, break_long_words=True) or [""]
        return [f"{line:{self.align}{self.width}}" for line in lines]


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield " | ".join(f"{c.title:^{c.width}}" for c in columns)
    yield "-+-".join("-" * c.width for c in columns)
    for row in rows:
        parts = [column.cells(text) for column, text in zip(columns, row)]
        for line in zip_longest(*parts):
            yield " | ".join(
                cell if cell is not None else " " * c.width for cell, c in zip(line, columns)
            ).rstrip()


def bullets(items: Mapping[str, str | list[str]], width: int) -> str:
    out: list[str] = []
    for key, value in items.items():
        if isinstance(value, list):
            out.append(f"* {key}:")
            out.append(textwrap.indent(bullets({str(i): v for i, v in enumerate(value, 1)}, width - 2), "  "))
        else:
            out.append(
                textwrap.fill(
                    value, width, initial_indent=f"* {key}: ", subsequent_indent=" " * (len(key) + 4)
                )
            )
    return "\n".join(out)


TEXT = """\
    The  quick brown fox, a well-known animal, jumps over (or so they say) the lazy-looking dog.
    \tIt has been observed at http://example.org/a-very-long-address/that-cannot-be-broken?q=1.

    Second paragraph: em--dashes, it's   fine."""


def main() -> None:
    text = textwrap.dedent(TEXT)
    for paragraph in text.split("\n\n"):
        for width, options in (
            (30, {}),
            (18, {"break_long_words": False}),
            (24, {"break_on_hyphens": False, "max_lines": 3, "placeholder": " [...]"}),
        ):
            print(f"--{width}", *textwrap.wrap(paragraph, width, **options), sep="\n")
    print(
        repr(textwrap.shorten(text, 40)),
        repr(textwrap.shorten("one two", 3, placeholder="!")),
        textwrap.fill("a b c", 3),
    )
    print(
        textwrap.indent("a\n\n b\n", "> "),
        textwrap.indent("a\n\nb", "+", lambda line: True),
        repr(textwrap.dedent("  a\n   b\n\n  c\n")),
        repr(textwrap.dedent("\ta\n  b")),
    )
    wrapper = textwrap.TextWrapper(
        width=20, initial_indent="- ", subsequent_indent="  ", tabsize=4, fix_sentence_endings=True
    )
    print(wrapper.fill("one. two\tthree! Four five.\nsix seven"), wrapper.wrap(""), sep="\n")
    columns = [Column("name", 8), Column("what it does", 16), Column("n", 4, ">")]
    print(
        *table(
            columns,
            [
                ("alpha", "a short text", "1"),
                ("beta-gamma-delta", "something rather longer than that", "12345"),
                ("", "", "7"),
            ],
        ),
        sep="\n",
    )
    print(
        bullets(
            {
                "first": "some text that is long enough to be wrapped twice at least",
                "more": ["inner one", "inner two goes on and on for a while"],
            },
            32,
        )
    )
    money = Money()
    print(
        money.format(
            "{0!u} owes {sum:money} or {sum:money:CHF} for {items:list: + } to {who} {0:>6}|{1}",
            "ann",
            3.5,
            sum=-1234567,
            items=[1, 2],
        )
    )
    print(
        list(money.parse("a{b!r:>{w}}c{{d}}{}")),
        money.format("{:{}}{:.{p}}", "x", 4, "abcdef", p=2),
        money.vformat("{0[1]}{k[a]}", (["p", "q"],), {"k": {"a": "z"}}),
    )
    for bad in ("{", "}", "{0!x}", "{} {0}", "{!r", "{0[}", "{:d}"):
        try:
            print(money.format(bad, "v"))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            print(repr(bad), type(error).__name__, error)
    plain = Template("$who likes ${what}s, $$5 and $no_one")
    print(
        plain.safe_substitute(who="Tim", what="cat"),
        plain.get_identifiers(),
        plain.is_valid(),
        Template("$ 5").is_valid(),
    )
    print(
        Percent("%a_b %%x %{cd} $e").substitute({"a_b": 1}, cd=2),
        Braced("$a ${B} $c").safe_substitute(a=1, B=2, C=3),
    )
    for template in (Template("$missing"), Template("line\n  $ bad"), Template("${"), Percent("%1")):
        try:
            print(template.substitute())
        except (KeyError, ValueError) as error:
            print(type(error).__name__, error)
    print(
        string.capwords("the end-of  story's"),
        string.capwords("a-b-c", "-"),
        string.hexdigits,
        string.punctuation[:5],
        len(string.printable),
        string.ascii_letters[24:28],
    )


main()
