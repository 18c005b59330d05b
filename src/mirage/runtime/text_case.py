"""Character properties and case mapping: Latin-1 by a flag table, the rest by Unicode tables."""

from __future__ import annotations

from mirage.lowlevel import Array, i64, inline, noinline, u8, u32
from mirage.runtime import unicode_tables
from mirage.runtime.text import TextBuilder, char_at, new_text, unchanged


class _Reader:
    """Reads the numbers of one table."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = i64(0)

    def more(self) -> bool:
        return self._at < self._data._tail.count

    def number(self) -> u32:
        value = u32(0)
        shift = u32(0)
        while True:
            byte = u32(self._data._tail[self._at])
            self._at = self._at + 1
            value = value | (byte & 127) << shift
            if byte < 128:
                return value
            shift = shift + 7


class _CodeSet:
    """A set of code points as the sorted places where membership changes."""

    def __init__(self, data: bytes) -> None:
        self._edges: Array[u32] = Array(data._tail.count)
        self._count = i64(0)
        reader = _Reader(data)
        code = u32(0)
        while reader.more():
            code = code + reader.number()
            self._edges[self._count] = code
            self._count = self._count + 1

    def has(self, code: u32) -> bool:
        low = i64(0)
        high = self._count
        while low < high:
            middle = (low + high) >> 1
            if self._edges[middle] <= code:
                low = middle + 1
            else:
                high = middle
        return low & 1 == 1


class _CodeMap:
    """Case mapping: runs of single characters, and a few characters that become several."""

    def __init__(self, data: bytes, expansions: bytes) -> None:
        size = data._tail.count // 4 + 1
        self._starts: Array[u32] = Array(size)
        self._counts: Array[u32] = Array(size)
        self._steps: Array[u32] = Array(size)
        self._deltas: Array[u32] = Array(size)
        self._count = i64(0)
        self._expansions = expansions
        reader = _Reader(data)
        code = u32(0)
        while reader.more():
            i = self._count
            code = code + reader.number()
            self._starts[i] = code
            self._counts[i] = reader.number()
            self._steps[i] = reader.number()
            zigzag = reader.number()
            delta = zigzag >> 1
            if zigzag & 1 == 1:
                delta = ~delta
            self._deltas[i] = delta
            self._count = i + 1
        self._latin: Array[u32] = Array(i64(592))  # what Latin letters become; 0 where that is several
        i = i64(0)
        while i < 592:
            code = u32(i)
            single = self.single(code)
            self._latin[i] = single if single != code or not _may_expand(code) else u32(0)
            i = i + 1

    def single(self, code: u32) -> u32:
        low = i64(0)
        high = self._count
        while low < high:
            middle = (low + high) >> 1
            if self._starts[middle] <= code:
                low = middle + 1
            else:
                high = middle
        # Runs of every second character interleave with others: look at the two nearest.
        i = low - 1
        while i >= 0 and i >= low - 2:
            offset = code - self._starts[i]
            step = self._steps[i]
            if step != 1:
                if step == 2 and offset & 1 == 0:
                    offset = offset >> 1
                else:
                    offset = offset // step if offset % step == 0 else self._counts[i]
            if offset < self._counts[i]:
                return code + self._deltas[i]
            i = i - 1
        return code

    def add(self, builder: TextBuilder, code: u32) -> None:
        if code < 65 or code - 0x2E30 < 0x7810:  # nothing there has cases, nor has what East Asia writes
            builder.add(code)
            return
        if code < 592 and self._latin[i64(code)] != 0:
            builder.add(self._latin[i64(code)])
            return
        target = self.single(code)
        if target != code or not _may_expand(code):
            builder.add(target)
            return
        reader = _Reader(self._expansions)
        current = u32(0)
        while reader.more():
            current = current + reader.number()
            length = reader.number()
            while length > 0:
                part = reader.number()
                if current == code:
                    builder.add(part)
                length = length - 1
            if current >= code:
                break
        if current != code:
            builder.add(code)


def _may_expand(code: u32) -> bool:
    return (
        (code >= 0xDF and code < 0x590)
        or (code >= 0x1E00 and code < 0x2000)
        or (code >= 0xFB00 and code < 0xFB20)
    )


_alpha: _CodeSet | None = None
_decimal: _CodeSet | None = None
_digit: _CodeSet | None = None
_numeric: _CodeSet | None = None
_printable: _CodeSet | None = None
_lower: _CodeSet | None = None
_upper: _CodeSet | None = None
_title: _CodeSet | None = None
_start: _CodeSet | None = None
_continue: _CodeSet | None = None
_ignorable: _CodeSet | None = None
_to_lower: _CodeMap | None = None
_to_upper: _CodeMap | None = None
_to_title: _CodeMap | None = None
_to_fold: _CodeMap | None = None


@inline
def _flag(code: u32, mask: u8) -> bool:
    return unicode_tables.LATIN1_FLAGS._tail[i64(code)] & mask != 0


def is_printable(code: u32) -> bool:
    global _printable
    if code < 256:
        return _flag(code, u8(16))
    table = _printable
    if table is None:
        table = _CodeSet(unicode_tables.PRINTABLE)
        _printable = table
    return table.has(code)


def _is_alpha(code: u32) -> bool:
    global _alpha
    if code < 256:
        return _flag(code, u8(1))
    table = _alpha
    if table is None:
        table = _CodeSet(unicode_tables.ALPHA)
        _alpha = table
    return table.has(code)


def is_decimal(code: u32) -> bool:
    global _decimal
    if code < 256:
        return _flag(code, u8(2))
    table = _decimal
    if table is None:
        table = _CodeSet(unicode_tables.DECIMAL)
        _decimal = table
    return table.has(code)


def _is_digit(code: u32) -> bool:
    global _digit
    if code < 256:
        return _flag(code, u8(4))
    table = _digit
    if table is None:
        table = _CodeSet(unicode_tables.DIGIT)
        _digit = table
    return table.has(code)


def _is_numeric(code: u32) -> bool:
    global _numeric
    if code < 256:
        return _flag(code, u8(8))
    table = _numeric
    if table is None:
        table = _CodeSet(unicode_tables.NUMERIC)
        _numeric = table
    return table.has(code)


def _is_lower(code: u32) -> bool:
    global _lower
    if code < 256:
        return _flag(code, u8(64))
    table = _lower
    if table is None:
        table = _CodeSet(unicode_tables.LOWER)
        _lower = table
    return table.has(code)


def _is_upper(code: u32) -> bool:
    global _upper
    if code < 256:
        return _flag(code, u8(128))
    table = _upper
    if table is None:
        table = _CodeSet(unicode_tables.UPPER)
        _upper = table
    return table.has(code)


def _is_title(code: u32) -> bool:
    global _title
    if code < 256:
        return False
    table = _title
    if table is None:
        table = _CodeSet(unicode_tables.TITLE)
        _title = table
    return table.has(code)


def _is_ignorable(code: u32) -> bool:
    global _ignorable
    table = _ignorable
    if table is None:
        table = _CodeSet(unicode_tables.IGNORABLE)
        _ignorable = table
    return table.has(code)


def _is_cased(code: u32) -> bool:
    return _is_lower(code) or _is_upper(code) or _is_title(code)


def _starts_identifier(code: u32) -> bool:
    global _start
    if code < 128:
        return code == 95 or _flag(code, u8(1))
    table = _start
    if table is None:
        table = _CodeSet(unicode_tables.START)
        _start = table
    return table.has(code)


def _continues_identifier(code: u32) -> bool:
    global _continue
    if code < 128:
        return code == 95 or _flag(code, u8(3))
    table = _continue
    if table is None:
        table = _CodeSet(unicode_tables.CONTINUE)
        _continue = table
    return table.has(code)


def is_identifier(text: str) -> bool:
    if text._length == 0 or not _starts_identifier(char_at(text, i64(0))):
        return False
    i = i64(1)
    while i < text._length:
        if not _continues_identifier(char_at(text, i)):
            return False
        i = i + 1
    return True


def _is_space(code: u32) -> bool:
    if code < 256:
        return _flag(code, u8(32))
    return (
        code == 0x1680
        or (code >= 0x2000 and code <= 0x200A)
        or code == 0x2028
        or code == 0x2029
        or code == 0x202F
        or code == 0x205F
        or code == 0x3000
    )


def all_alpha(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not _is_alpha(char_at(text, i)):
            return False
        i = i + 1
    return text._length > 0


def is_alnum(code: u32) -> bool:
    return _is_alpha(code) or _is_numeric(code) or _is_digit(code)


def all_alnum(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not is_alnum(char_at(text, i)):
            return False
        i = i + 1
    return text._length > 0


def all_decimal(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not is_decimal(char_at(text, i)):
            return False
        i = i + 1
    return text._length > 0


def all_digit(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not _is_digit(char_at(text, i)):
            return False
        i = i + 1
    return text._length > 0


def all_numeric(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not _is_numeric(char_at(text, i)):
            return False
        i = i + 1
    return text._length > 0


def all_printable(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not is_printable(char_at(text, i)):
            return False
        i = i + 1
    return True


def all_space(text: str) -> bool:
    i = i64(0)
    while i < text._length:
        if not _is_space(char_at(text, i)):
            return False
        i = i + 1
    return text._length > 0


def is_lower(text: str) -> bool:
    found = False
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if _is_upper(code) or _is_title(code):
            return False
        if _is_lower(code):
            found = True
        i = i + 1
    return found


def is_upper(text: str) -> bool:
    found = False
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if _is_lower(code) or _is_title(code):
            return False
        if _is_upper(code):
            found = True
        i = i + 1
    return found


def is_title(text: str) -> bool:
    found = False
    inside = False
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if _is_upper(code) or _is_title(code):
            if inside:
                return False
            inside = True
            found = True
        elif _is_lower(code):
            if not inside:
                return False
            found = True
        else:
            inside = False
        i = i + 1
    return found


@noinline
def _lower_map() -> _CodeMap:
    global _to_lower
    table = _to_lower
    if table is None:
        table = _CodeMap(unicode_tables.TO_LOWER, unicode_tables.EXPAND_LOWER)
        _to_lower = table
    return table


@noinline
def _upper_map() -> _CodeMap:
    global _to_upper
    table = _to_upper
    if table is None:
        table = _CodeMap(unicode_tables.TO_UPPER, unicode_tables.EXPAND_UPPER)
        _to_upper = table
    return table


@noinline
def _title_map() -> _CodeMap:
    global _to_title
    table = _to_title
    if table is None:
        table = _CodeMap(unicode_tables.TO_TITLE, unicode_tables.EXPAND_TITLE)
        _to_title = table
    return table


@noinline
def _fold_map() -> _CodeMap:
    global _to_fold
    table = _to_fold
    if table is None:
        table = _CodeMap(unicode_tables.TO_FOLD, unicode_tables.EXPAND_FOLD)
        _to_fold = table
    return table


def single_lower(code: u32) -> u32:
    """The lower case of a character where it is one character, else the character itself."""
    return _lower_map().single(code)


def single_upper(code: u32) -> u32:
    """The upper case of a character where it is one character, else the character itself."""
    return _upper_map().single(code)


def lower(text: str) -> str:
    if text._kind != 1:
        return _lower_wide(text)
    length = text._length
    i = i64(0)
    while i < length and not _flag(u32(text._tail[i]), u8(128)):
        i = i + 1
    if i == length:
        return unchanged(text)
    result = new_text(length, i64(1))
    i = i64(0)
    while i < length:
        byte = text._tail[i]
        if _flag(u32(byte), u8(128)):
            byte = byte + 32
        result._tail[i] = byte
        i = i + 1
    return result


def _lower_wide(text: str) -> str:
    table = _lower_map()
    builder = TextBuilder(text._length)
    i = i64(0)
    while i < text._length:
        _add_lower(builder, table, text, i)
        i = i + 1
    return builder.finish()


def _add_lower(builder: TextBuilder, table: _CodeMap, text: str, index: i64) -> None:
    code = char_at(text, index)
    if code == 0x3A3:
        builder.add(_sigma(text, index))
    else:
        table.add(builder, code)


def _sigma(text: str, index: i64) -> u32:
    """The lower case of a capital sigma: another one at the end of a word (Unicode, Final_Sigma)."""
    i = index - 1
    while i >= 0 and _is_ignorable(char_at(text, i)):
        i = i - 1
    if i < 0 or not _is_cased(char_at(text, i)):
        return u32(0x3C3)
    i = index + 1
    while i < text._length and _is_ignorable(char_at(text, i)):
        i = i + 1
    if i < text._length and _is_cased(char_at(text, i)):
        return u32(0x3C3)
    return u32(0x3C2)


def upper(text: str) -> str:
    if text._kind != 1:
        return _upper_wide(text)
    length = text._length
    changes = False
    i = i64(0)
    while i < length:
        byte = text._tail[i]
        if byte >= 128 and (byte == 0xB5 or byte == 0xDF or byte == 0xFF):
            return _upper_wide(text)
        if _flag(u32(byte), u8(64)):
            changes = True
        i = i + 1
    if not changes:
        return unchanged(text)
    result = new_text(length, i64(1))
    i = i64(0)
    while i < length:
        byte = text._tail[i]
        if _flag(u32(byte), u8(64)) and byte != 0xAA and byte != 0xBA:
            byte = byte - 32
        result._tail[i] = byte
        i = i + 1
    return result


def _upper_wide(text: str) -> str:
    table = _upper_map()
    builder = TextBuilder(text._length)
    i = i64(0)
    while i < text._length:
        table.add(builder, char_at(text, i))
        i = i + 1
    return builder.finish()


def _is_ascii(text: str) -> bool:
    if text._kind != 1:
        return False
    i = i64(0)
    while i < text._length:
        if text._tail[i] >= 128:
            return False
        i = i + 1
    return True


def casefold(text: str) -> str:
    if _is_ascii(text):
        return lower(text)
    table = _fold_map()
    builder = TextBuilder(text._length)
    i = i64(0)
    while i < text._length:
        table.add(builder, char_at(text, i))
        i = i + 1
    return builder.finish()


def capitalize(text: str) -> str:
    if text._length == 0:
        return unchanged(text)
    builder = TextBuilder(text._length)
    if _is_ascii(text):
        i = i64(0)
        while i < text._length:
            code = u32(text._tail[i])
            if i == 0 and code >= 97 and code <= 122:
                code = code - 32
            elif i > 0 and code >= 65 and code <= 90:
                code = code + 32
            builder.add(code)
            i = i + 1
        return builder.finish()
    _title_map().add(builder, char_at(text, i64(0)))
    table = _lower_map()
    i = i64(1)
    while i < text._length:
        _add_lower(builder, table, text, i)
        i = i + 1
    return builder.finish()


def title(text: str) -> str:
    builder = TextBuilder(text._length)
    inside = False
    if _is_ascii(text):
        i = i64(0)
        while i < text._length:
            code = u32(text._tail[i])
            if code >= 97 and code <= 122:
                if not inside:
                    code = code - 32
                inside = True
            elif code >= 65 and code <= 90:
                if inside:
                    code = code + 32
                inside = True
            else:
                inside = False
            builder.add(code)
            i = i + 1
        return builder.finish()
    lower_table = _lower_map()
    title_table = _title_map()
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if inside:
            _add_lower(builder, lower_table, text, i)
        else:
            title_table.add(builder, code)
        inside = _is_cased(code)
        i = i + 1
    return builder.finish()


def swapcase(text: str) -> str:
    builder = TextBuilder(text._length)
    if _is_ascii(text):
        i = i64(0)
        while i < text._length:
            code = u32(text._tail[i])
            if code >= 97 and code <= 122:
                code = code - 32
            elif code >= 65 and code <= 90:
                code = code + 32
            builder.add(code)
            i = i + 1
        return builder.finish()
    lower_table = _lower_map()
    upper_table = _upper_map()
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if _is_upper(code):
            _add_lower(builder, lower_table, text, i)
        elif _is_lower(code):
            upper_table.add(builder, code)
        else:
            builder.add(code)
        i = i + 1
    return builder.finish()
