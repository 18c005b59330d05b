"""Write src/mirage/runtime/unicode_tables.py from the running Python's Unicode database.

Run it with the Python version whose behaviour the library follows:  python tools/generate_unicode.py

Sets are lists of the code points where membership changes, mappings are runs (gap, count, step,
delta), expansions are (gap, length, code points); all numbers are variable-length: 7 bits a byte, least
significant first, the high bit on all but the last; deltas are zigzag-coded.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

LAST = 0x110000


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value: int) -> int:
    return value * 2 if value >= 0 else -value * 2 - 1


def toggles(member: Callable[[str], bool]) -> bytes:
    """The gaps between the code points where membership changes, from non-member at 0."""
    out = bytearray()
    inside = False
    last = 0
    for code in range(LAST):
        if member(chr(code)) != inside:
            inside = not inside
            out += varint(code - last)
            last = code
    return bytes(out)


def runs(convert: Callable[[str], str]) -> bytes:
    """Single-character mappings as (gap to the previous end, count, step, zigzag of the delta)."""
    pairs = []
    for code in range(LAST):
        target = convert(chr(code))
        if len(target) == 1 and ord(target) != code:
            pairs.append((code, ord(target) - code))
    out = bytearray()
    last = 0
    i = 0
    while i < len(pairs):
        start, delta = pairs[i]
        best, step = 1, 1
        for candidate in (1, 2):
            n = 1
            while i + n < len(pairs) and pairs[i + n] == (start + n * candidate, delta):
                n += 1
            if n > best:
                best, step = n, candidate
        out += varint(start - last) + varint(best) + varint(step) + varint(zigzag(delta))
        last = start
        i += best
    return bytes(out)


def expansions(convert: Callable[[str], str]) -> bytes:
    """Mappings to several characters as (gap, length, code points)."""
    out = bytearray()
    last = 0
    for code in range(LAST):
        target = convert(chr(code))
        if len(target) > 1:
            out += varint(code - last) + varint(len(target))
            for character in target:
                out += varint(ord(character))
            last = code
    return bytes(out)


def ignorable(character: str) -> bool:
    """Case_Ignorable, read off the rule for the final sigma."""
    return ("a" + character + "\u03a3").lower().endswith("\u03c2") and not (
        (character + "\u03a3").lower().endswith("\u03c2")
    )


def latin1_flags() -> bytes:
    """Flags: alpha 1, decimal 2, digit 4, numeric 8, printable 16, space 32, lower 64, upper 128."""
    out = bytearray()
    for code in range(256):
        c = chr(code)
        out.append(
            c.isalpha()
            | c.isdecimal() << 1
            | c.isdigit() << 2
            | c.isnumeric() << 3
            | c.isprintable() << 4
            | c.isspace() << 5
            | c.islower() << 6
            | c.isupper() << 7
        )
    return bytes(out)


def constant(name: str, comment: str, data: bytes) -> str:
    """The source of one bytes constant, in lines of at most 100 columns."""
    lines = [f"# {comment} ({len(data)} bytes)", f"{name}: Final = ("]
    line = ""
    for byte in data:
        piece = f"\\x{byte:02x}"
        if len(line) + len(piece) > 96:
            lines.append(f'    b"{line}"')
            line = ""
        line += piece
    lines.append(f'    b"{line}"')
    lines.append(")")
    return "\n".join(lines)


def segments(value: Callable[[str], int]) -> bytes:
    """(length, value) of every stretch of characters with one value, from 0 on."""
    out = bytearray()
    start = 0
    current = value(chr(0))
    for code in range(1, LAST + 1):
        following = value(chr(code)) if code < LAST else -1
        if following != current:
            out += varint(code - start) + varint(current)
            start, current = code, following
    return bytes(out)


def numbers() -> bytes:
    """(gap, flags, zigzag numerator, denominator) of characters with a value; flags: 1 decimal, 2 digit."""
    out = bytearray()
    last = 0
    for code in range(LAST):
        character = chr(code)
        value = unicodedata.numeric(character, None)
        if value is None:
            continue
        fraction = Fraction(value).limit_denominator(1000)
        flags = (unicodedata.decimal(character, None) is not None) | (
            (unicodedata.digit(character, None) is not None) << 1
        )
        out += varint(code - last) + varint(flags) + varint(zigzag(fraction.numerator))
        out += varint(fraction.denominator)
        last = code
    return bytes(out)


TAGS = [
    "", "<circle>", "<compat>", "<final>", "<font>", "<fraction>", "<initial>", "<isolated>", "<medial>",
    "<narrow>", "<noBreak>", "<small>", "<square>", "<sub>", "<super>", "<vertical>", "<wide>",
]  # fmt: skip


def decompositions() -> bytes:
    """(gap, tag * 2 + composes, count, code points) of characters that decompose, but Hangul syllables."""
    out = bytearray()
    last = 0
    for code in range(LAST):
        parts = unicodedata.decomposition(chr(code)).split()
        if not parts:
            continue
        tag = TAGS.index(parts.pop(0)) if parts[0][0] == "<" else 0
        codes = [int(part, 16) for part in parts]
        composes = tag == 0 and len(codes) == 2 and unicodedata.normalize(
            "NFC", chr(codes[0]) + chr(codes[1])
        ) == chr(code)
        out += varint(code - last) + varint(tag * 2 + composes) + varint(len(codes))
        for one in codes:
            out += varint(one)
        last = code
    return bytes(out)


def names() -> tuple[str, bytes, list[tuple[int, int, str]]]:
    """The words of all names, (gap, count, words) of each, and ranges named by their numbers."""
    known: list[tuple[int, str]] = []
    ranges: list[tuple[int, int, str]] = []
    for code in range(LAST):
        name = unicodedata.name(chr(code), "")
        if not name or 0xAC00 <= code <= 0xD7A3:
            continue
        if name.endswith(f"-{code:04X}"):
            prefix = name[: -len(f"{code:04X}")]
            if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == prefix:
                ranges[-1] = (ranges[-1][0], code, prefix)
            else:
                ranges.append((code, code, prefix))
        else:
            known.append((code, name))
    count = Counter(word for _, name in known for word in name.split(" "))
    words = sorted(count, key=lambda word: (-count[word], word))
    number = {word: index for index, word in enumerate(words)}
    out = bytearray()
    last = 0
    for code, name in known:
        parts = name.split(" ")
        out += varint(code - last) + varint(len(parts))
        for word in parts:
            out += varint(number[word])
        last = code
    return " ".join(words), bytes(out), ranges


def write(name: str, parts: list[str]) -> None:
    version = unicodedata.unidata_version
    doc = f'"""Unicode {version} tables; written by tools/generate_unicode.py."""'
    head = [doc, "from typing import Final"]
    target = Path(__file__).parent.parent / "src" / "mirage" / "runtime" / f"{name}.py"
    target.write_text("\n\n".join(head + parts) + "\n")
    print(f"{target.name}: Python {sys.version.split()[0]}")


def text(name: str, words: str) -> str:
    """The source of one str constant of words."""
    lines = textwrap.wrap(words, 96, break_on_hyphens=False)
    shown = "\n".join([f'    "{line} "' for line in lines[:-1]] + [f'    "{lines[-1]}"'])
    return f"{name}: Final = (\n{shown}\n)"


def data() -> None:
    """The tables of `unicodedata`: properties, decompositions, names."""
    categories = sorted({unicodedata.category(chr(code)) for code in range(LAST)})
    bidirectional = sorted({unicodedata.bidirectional(chr(code)) for code in range(LAST)})
    widths = sorted({unicodedata.east_asian_width(chr(code)) for code in range(LAST)})
    write(
        "unicode_data",
        [
            f'VERSION: Final = "{unicodedata.unidata_version}"',
            text("CATEGORIES", " ".join(categories)),
            text("BIDIRECTIONAL", " ".join(bidirectional)),
            f'WIDTHS: Final = "{" ".join(widths)}"',
            text("TAGS", " ".join(TAGS)),
            constant("CATEGORY", "categories", segments(lambda c: categories.index(unicodedata.category(c)))),
            constant(
                "BIDI", "directions", segments(lambda c: bidirectional.index(unicodedata.bidirectional(c)))
            ),
            constant("WIDTH", "widths", segments(lambda c: widths.index(unicodedata.east_asian_width(c)))),
            constant("COMBINING", "combining classes", segments(unicodedata.combining)),
            constant("MIRRORED", "mirrored", segments(unicodedata.mirrored)),
            constant("NUMBERS", "numeric values", numbers()),
            constant("DECOMPOSITIONS", "decompositions", decompositions()),
        ],
    )
    words, coded, ranges = names()
    numbered = "\n".join(f'    (0x{low:X}, 0x{high:X}, "{prefix}"),' for low, high, prefix in ranges)
    write(
        "unicode_names",
        [
            "# the words of names, the most frequent first\n" + text("WORDS", words),
            constant("NAMES", "(gap, count, words) of each name", coded),
            f"# names that end in the number\nNUMBERED: Final = (\n{numbered}\n)",
        ],
    )


def main() -> None:
    data()
    parts = [
        f'"""Unicode {unicodedata.unidata_version} tables; written by tools/generate_unicode.py."""',
        "from typing import Final",
        constant("LATIN1_FLAGS", "flags of the characters below 256", latin1_flags()),
        constant("ALPHA", "str.isalpha", toggles(str.isalpha)),
        constant("DECIMAL", "str.isdecimal", toggles(str.isdecimal)),
        constant("DIGIT", "str.isdigit", toggles(str.isdigit)),
        constant("NUMERIC", "str.isnumeric", toggles(str.isnumeric)),
        constant("PRINTABLE", "str.isprintable", toggles(str.isprintable)),
        constant("LOWER", "str.islower", toggles(str.islower)),
        constant("UPPER", "str.isupper", toggles(str.isupper)),
        constant("TITLE", "titlecase letters", toggles(lambda c: unicodedata.category(c) == "Lt")),
        constant("START", "first characters of identifiers", toggles(str.isidentifier)),
        constant("CONTINUE", "later characters of identifiers", toggles(lambda c: ("a" + c).isidentifier())),
        constant("IGNORABLE", "what the final sigma looks through", toggles(ignorable)),
        constant("TO_LOWER", "lower case", runs(str.lower)),
        constant("TO_UPPER", "upper case", runs(str.upper)),
        constant("TO_TITLE", "title case", runs(str.title)),
        constant("TO_FOLD", "case folding", runs(str.casefold)),
        constant("EXPAND_LOWER", "lower case of several characters", expansions(str.lower)),
        constant("EXPAND_UPPER", "upper case of several characters", expansions(str.upper)),
        constant("EXPAND_TITLE", "title case of several characters", expansions(str.title)),
        constant("EXPAND_FOLD", "case folding to several characters", expansions(str.casefold)),
    ]
    target = Path(__file__).parent.parent / "src" / "mirage" / "runtime" / "unicode_tables.py"
    target.write_text("\n\n".join(parts) + "\n")
    print(f"{target.name}: Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
