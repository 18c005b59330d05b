r"""Patterns that name characters: \N{...} alone, in sets and ranges, verbose, and what is wrong with some."""

import re

GREEK = re.compile(r"[\N{GREEK SMALL LETTER ALPHA}-\N{GREEK SMALL LETTER OMEGA}]+")
EURO = re.compile(
    r"""
    (?P<sign>\N{EURO SIGN}|\N{POUND SIGN})   # a currency
    \N{NO-BREAK SPACE}?
    (?P<amount>\d+(?:\N{FULL STOP}\d\d)?)
    """,
    re.VERBOSE,
)
print(GREEK.findall("abc \u03b1\u03b2\u03b3 x \u03c9\u03c8"))
for text in ("\u20ac 12.50", "\u00a3\u00a07", "$ 3"):
    found = EURO.search(text.replace(" ", "\u00a0"))
    print(found and found.groupdict())
print(re.sub(r"\N{EM DASH}|\N{EN DASH}", "-", "a\u2014b\u2013c"))
print(re.findall(r"(?i)\N{LATIN SMALL LETTER E WITH ACUTE}", "\u00e9\u00c9e"))
print(re.split(r"\s*\N{bullet}\s*", "one \u2022 two\u2022three"))
for pattern in (
    r"\N{DIGIT ONE}",
    r"\N{foo}",
    r"a\N",
    r"\N{",
    r"\N{}",
    r"\N{DIGIT ONE",
    r"[\N]",
    r"[z-\N{DIGIT ONE}]",
):
    try:
        print(pattern, re.findall(pattern, "123"))
    except re.error as error:
        print(pattern, error)
try:
    re.compile(rb"\N{DIGIT ONE}")
except re.error as error:
    print(error)
