"""Pages made of untrusted text, and text taken out of pages: `html.escape`, `html.unescape`, the tables."""

from __future__ import annotations

import html
import re
import zlib
from dataclasses import dataclass, field
from html.entities import codepoint2name, entitydefs, html5, name2codepoint


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def render(self) -> str:
        given = "".join(f' {name}="{html.escape(value)}"' for name, value in self.attributes.items())
        inner = "".join(
            html.escape(child, quote=False) if isinstance(child, str) else child.render()
            for child in self.children
        )
        return f"<{self.tag}{given}>{inner}</{self.tag}>"


TAG = re.compile(r"<[^>]*>")


def text_of(page: str) -> str:
    return html.unescape(TAG.sub("", page))


def named(text: str) -> str:
    """Characters outside of ASCII by their HTML 4 names, or by number."""
    return "".join(
        char if ord(char) < 128 else f"&{codepoint2name[ord(char)]};" if ord(char) in codepoint2name else f"&#{ord(char)};"
        for char in text
    )


page = Element(
    "p",
    {"title": "\"quoted\" & 'apostrophes' <b>"},
    ["1 < 2 && 3 > 2; ", Element("a", {"href": "/?a=1&b=2"}, ["caf\u00e9 \u2014 \u20ac5 \U0001f600"]), " &amp; it's \"so\""],
)
print(page.render())
print(text_of(page.render()))
print(named(text_of(page.render())), text_of(named("\u03b1\u03b2\u2260\u00a0|\u2208")).encode("unicode-escape"))

for reference in (
    "&", "&&", "&;", "&#", "&#;", "&#x;", "&#xg", "&amp", "&AMP;", "&amp;amp;", "&ampere", "&notit;", "&notin;", "&notinx",
    "&copy2024", "&Abreve", "&Abreve;", "&acE;", "&nosuch;", "&lt;b&gt;", "&#60;b&#62", "&#x3C;B&#X3e;", "&#0;", "&#x80;",
    "&#129;", "&#13;", "&#12;", "&#11;|", "&#1;|", "&#127;|", "&#xD800;", "&#xFDD0;|", "&#xFFFF;|", "&#x1FFFE;|", "&#x10FFFF;|",
    "&#x110000;", "&#99999999999999999999;", "&" + "x" * 40 + ";", "&am p;", "&am\tp", "&#\u0663;", "&NotEqualTilde;", "a&b=c&d;",
    "&ngE;&nGt;", "&quot&apos;&apos", "&Tab;|&NewLine;|", "&#38;lt;", "x &hellip", "&hellipx", "&hellip;x",
):  # fmt: skip
    print(ascii(reference), ascii(html.unescape(reference)))

numbers = "".join(html.unescape(f"&#{n};") + html.unescape(f"&#x{n:x}") for n in range(0, 0x1200))
print(len(numbers), zlib.crc32(numbers.encode("utf-8", "surrogatepass")))
print(len(html5), len(entitydefs), len(name2codepoint), len(codepoint2name))
print(zlib.crc32("|".join(f"{name}={value}" for name, value in html5.items()).encode()))
print(zlib.crc32(repr([entitydefs, name2codepoint, codepoint2name]).encode()))
print(all(html.unescape("&" + name) == value for name, value in html5.items()), html5["amp"], "amp;" in html5)
print(sorted(name for name in html5 if len(html5[name]) == 2)[:5], max(html5, key=len), name2codepoint["euro"])
for text in ("plain", "", "<script>alert('x')</script>", "a & b"):
    print(html.escape(text), html.escape(text, False), html.unescape(html.escape(text)) == text)
