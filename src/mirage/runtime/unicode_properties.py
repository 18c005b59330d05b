"""Properties, decompositions and names of characters, from tables that are unpacked when first asked for."""

from __future__ import annotations

from mirage.lowlevel import Array, i64, make_small, u32
from mirage.runtime import unicode_data, unicode_names


class Numbers:
    """Reads the numbers of one table: 7 bits a byte, least significant first."""

    _data: bytes
    at: i64

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = i64(0)

    def more(self) -> bool:
        return self.at < self._data._tail.count

    def next(self) -> i64:
        value = i64(0)
        shift = i64(0)
        while True:
            byte = i64(self._data._tail[self.at])
            self.at = self.at + 1
            value = value | (byte & 127) << shift
            if byte < 128:
                return value
            shift = shift + 7


class Segments:
    """A value for every code point."""

    _starts: Array[u32]
    _values: Array[u32]
    _count: i64

    def __init__(self, data: bytes) -> None:
        self._starts = Array(data._tail.count)
        self._values = Array(data._tail.count)
        self._count = i64(0)
        numbers = Numbers(data)
        start = i64(0)
        while numbers.more():
            self._starts[self._count] = u32(start)
            start = start + numbers.next()
            self._values[self._count] = u32(numbers.next())
            self._count = self._count + 1

    def value(self, code: int) -> int:
        wanted = u32(code)
        low = i64(0)
        high = self._count
        while low < high:
            middle = (low + high) >> 1
            if self._starts[middle] <= wanted:
                low = middle + 1
            else:
                high = middle
        return make_small(i64(self._values[low - 1]))


class Number:
    """A numeric value; `kind`: 1 decimal, 2 digit."""

    kind: int
    numerator: int
    denominator: int

    def __init__(self, kind: int, numerator: int, denominator: int) -> None:
        self.kind = kind
        self.numerator = numerator
        self.denominator = denominator


class Decomposition:
    tag: int
    composes: bool
    codes: list[int]

    def __init__(self, tag: int, composes: bool, codes: list[int]) -> None:
        self.tag = tag
        self.composes = composes
        self.codes = codes


_categories: Segments | None = None
_directions: Segments | None = None
_widths: Segments | None = None
_combining: Segments | None = None
_mirrored: Segments | None = None
_numbers: dict[int, Number] = {}
_decompositions: dict[int, Decomposition] = {}
_compositions: dict[tuple[int, int], int] = {}
_name_offsets: dict[int, int] = {}
_words: list[str] = []


def category(code: int) -> str:
    global _categories
    table = _categories
    if table is None:
        table = Segments(unicode_data.CATEGORY)
        _categories = table
    return unicode_data.CATEGORIES.split(" ")[table.value(code)]


def direction(code: int) -> str:
    global _directions
    table = _directions
    if table is None:
        table = Segments(unicode_data.BIDI)
        _directions = table
    return unicode_data.BIDIRECTIONAL.split(" ")[table.value(code)]


def width(code: int) -> str:
    global _widths
    table = _widths
    if table is None:
        table = Segments(unicode_data.WIDTH)
        _widths = table
    return unicode_data.WIDTHS.split(" ")[table.value(code)]


def combining(code: int) -> int:
    global _combining
    table = _combining
    if table is None:
        table = Segments(unicode_data.COMBINING)
        _combining = table
    return table.value(code)


def mirrored(code: int) -> int:
    global _mirrored
    table = _mirrored
    if table is None:
        table = Segments(unicode_data.MIRRORED)
        _mirrored = table
    return table.value(code)


def number(code: int) -> Number | None:
    if not _numbers:
        reader = Numbers(unicode_data.NUMBERS)
        at = i64(0)
        while reader.more():
            at = at + reader.next()
            kind = make_small(reader.next())
            zigzag = reader.next()
            numerator = make_small(zigzag >> 1)
            if zigzag & 1 == 1:
                numerator = -numerator - 1
            _numbers[make_small(at)] = Number(kind, numerator, make_small(reader.next()))
    return _numbers.get(code)


def _read_decompositions() -> None:
    reader = Numbers(unicode_data.DECOMPOSITIONS)
    at = i64(0)
    while reader.more():
        at = at + reader.next()
        head = reader.next()
        left = reader.next()
        codes: list[int] = []
        while left > 0:
            codes.append(make_small(reader.next()))
            left = left - 1
        code = make_small(at)
        composes = head & 1 == 1
        _decompositions[code] = Decomposition(make_small(head >> 1), composes, codes)
        if composes:
            _compositions[(codes[0], codes[1])] = code


def decomposition(code: int) -> Decomposition | None:
    if not _decompositions:
        _read_decompositions()
    return _decompositions.get(code)


def composed(first: int, second: int) -> int:
    """What two characters compose to, -1 when they do not."""
    if 0x1100 <= first < 0x1113 and 0x1161 <= second < 0x1176:
        return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    if 0xAC00 <= first < 0xD7A4 and (first - 0xAC00) % 28 == 0 and 0x11A7 < second < 0x11C3:
        return first + second - 0x11A7
    if not _decompositions:
        _read_decompositions()
    return _compositions.get((first, second), -1)


# --- names -------------------------------------------------------------------------------------

_LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H"
_VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I"
_TRAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H"


def _read_names() -> None:
    _words.extend(unicode_names.WORDS.split(" "))
    reader = Numbers(unicode_names.NAMES)
    at = i64(0)
    while reader.more():
        at = at + reader.next()
        _name_offsets[make_small(at)] = make_small(reader.at)
        left = reader.next()
        while left > 0:
            reader.next()
            left = left - 1


def name(code: int) -> str:
    """The name of a character, "" when it has none."""
    if 0xAC00 <= code < 0xD7A4:
        index = code - 0xAC00
        lead = _LEADS.split(" ")[index // 588]
        vowel = _VOWELS.split(" ")[index % 588 // 28]
        return "HANGUL SYLLABLE " + lead + vowel + _TRAILS.split(" ")[index % 28]
    for low, high, prefix in unicode_names.NUMBERED:
        if low <= code <= high:
            return f"{prefix}{code:04X}"
    if not _words:
        _read_names()
    offset = _name_offsets.get(code, -1)
    if offset < 0:
        return ""
    reader = Numbers(unicode_names.NAMES)
    reader.at = i64(offset)
    left = reader.next()
    parts: list[str] = []
    while left > 0:
        parts.append(_words[make_small(reader.next())])
        left = left - 1
    return " ".join(parts)


def lookup(text: str) -> int:
    """The character of a name in capitals, -1 when there is none."""
    for low, high, prefix in unicode_names.NUMBERED:
        if text.startswith(prefix):
            digits = text[len(prefix) :]
            try:
                code = int(digits, 16)
            except ValueError:
                return -1
            if low <= code <= high and digits == f"{code:04X}":
                return code
    if text.startswith("HANGUL SYLLABLE "):
        for code in range(0xAC00, 0xD7A4):
            if name(code) == text:
                return code
        return -1
    if not _words:
        _read_names()
    numbers: list[int] = []
    for word in text.split(" "):
        if word not in _words:
            return -1
        numbers.append(_words.index(word))
    reader = Numbers(unicode_names.NAMES)
    at = i64(0)
    while reader.more():
        at = at + reader.next()
        left = reader.next()
        same = left == i64(len(numbers))
        index = 0
        while left > 0:
            one = reader.next()
            if same and numbers[index] != make_small(one):
                same = False
            index += 1
            left = left - 1
        if same:
            return make_small(at)
    return -1
