"""Sets of characters and the folding of case, as the matcher asks for them."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Array, i64, inline, make_small, noinline, u8, u32
from mirage.runtime import text_case, text_search

# How a character class is read: `\d` and its kin in Unicode or in ASCII.
DIGIT: Final = 0
SPACE: Final = 1
WORD: Final = 2

# How case is folded: not at all, by Unicode's rules, in ASCII only.
EXACT: Final = 0
FOLD_UNICODE: Final = 1
FOLD_ASCII: Final = 2

_HIGHEST_CASED: Final = 0x1E943

_folded: Array[u32] | None = None


@noinline
def _make_folded() -> Array[u32]:
    global _folded
    table: Array[u32] = Array(i64(256))
    i = i64(0)
    while i < 256:
        table[i] = _fold_slowly(u32(i))
        i = i + 1
    _folded = table
    return table


@noinline
def _fold_slowly(code: u32) -> u32:
    """The upper case of the lower case, and the three pairs whose upper cases are several characters."""
    if code == 0x130:
        code = u32(0x69)
    folded = text_case.single_upper(text_case.single_lower(code))
    if folded == 0x1FD3:
        return u32(0x390)
    if folded == 0x1FE3:
        return u32(0x3B0)
    if folded == 0xFB06:
        return u32(0xFB05)
    return folded


@inline
def fold(code: u32) -> u32:
    """What all characters that match `code` under IGNORECASE have in common."""
    table = _folded
    if table is None:
        table = _make_folded()
    if code < 256:
        return table[i64(code)]
    return _fold_slowly(code)


def lower(code: u32) -> u32:
    """How references back are compared under IGNORECASE."""
    if code == 0x130:
        return u32(0x69)
    return text_case.single_lower(code)


@inline
def fold_ascii(code: u32) -> u32:
    if code >= 65 and code <= 90:
        return code + 32
    return code


def fold_by(code: u32, how: int) -> u32:
    if how == FOLD_UNICODE:
        return fold(code)
    if how == FOLD_ASCII:
        return fold_ascii(code)
    return code


@inline
def is_word_ascii(code: u32) -> bool:
    return (
        (code >= 97 and code <= 122)
        or (code >= 48 and code <= 57)
        or (code >= 65 and code <= 90)
        or code == 95
    )


def in_category(code: u32, category: int, ascii_only: bool) -> bool:
    if ascii_only:
        if category == DIGIT:
            return code >= 48 and code <= 57
        if category == SPACE:
            return code == 32 or (code >= 9 and code <= 13)
        return is_word_ascii(code)
    if category == DIGIT:
        return text_case.is_decimal(code)
    if category == SPACE:
        return text_search.is_space(code)
    return code == 95 or text_case.is_alnum(code)


@inline
def is_word(code: u32) -> bool:
    if code < 128:
        return is_word_ascii(code)
    return text_case.is_alnum(code)


class CharSet:
    """One `[...]`, `\\d`, `.` or folded literal; finished by `finish`, then asked by `has`."""

    negated: bool
    fold: int
    latin: Array[u8]  # for the first 256 characters: 1 when it is a member
    _lows: list[int]
    _highs: list[int]
    _categories: list[int]  # category * 4 + 2 * (in ASCII) + (negated)
    _starts: Array[u32]
    _ends: Array[u32]
    _ranges: i64

    def __init__(self, negated: bool, fold: int) -> None:
        self.negated = negated
        self.fold = fold
        self.latin = Array(i64(256))
        self._lows = []
        self._highs = []
        self._categories = []
        self._starts = Array(i64(0))
        self._ends = Array(i64(0))
        self._ranges = i64(0)

    def add_range(self, low: int, high: int) -> None:
        self._lows.append(low)
        self._highs.append(high)

    def add_category(self, category: int, ascii_only: bool, negated: bool) -> None:
        self._categories.append(category * 4 + (2 if ascii_only else 0) + (1 if negated else 0))

    def merge(self, other: CharSet) -> None:
        """Take in the members of another set that is not negated and folds alike."""
        self._lows += other._lows
        self._highs += other._highs
        self._categories += other._categories

    def literal(self) -> int:
        """The only member of an exact set as long as it is one plain character, else -1."""
        if self.negated or self._categories or len(self._lows) != 1 or self._lows[0] != self._highs[0]:
            return -1
        return self._lows[0]

    def finish(self) -> None:
        """Sort the ranges and fill the table."""
        pairs: list[tuple[int, int]] = []
        for index in range(len(self._lows)):
            low, high = self._lows[index], self._highs[index]
            if self.fold == EXACT:
                pairs.append((low, high))
            else:
                for code in range(low, min(high, _HIGHEST_CASED) + 1):
                    folded = int(make_small(i64(fold_by(u32(code), self.fold))))
                    if pairs and pairs[-1][1] + 1 == folded:
                        pairs[-1] = (pairs[-1][0], folded)
                    else:
                        pairs.append((folded, folded))
                if high > _HIGHEST_CASED:
                    pairs.append((max(low, _HIGHEST_CASED + 1), high))
        pairs.sort()
        joined: list[tuple[int, int]] = []
        for low, high in pairs:
            if joined and low <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            else:
                joined.append((low, high))
        self._starts = Array(i64(len(joined)))
        self._ends = Array(i64(len(joined)))
        for low, high in joined:
            self._starts[self._ranges] = u32(low)
            self._ends[self._ranges] = u32(high)
            self._ranges = self._ranges + 1
        code256 = i64(0)
        while code256 < 256:
            if self._contains(u32(code256)):
                self.latin[code256] = u8(1)
            code256 = code256 + 1

    def _contains(self, code: u32) -> bool:
        if self.fold != EXACT:
            code = fold_by(code, self.fold)
        low = i64(0)
        high = self._ranges
        while low < high:
            middle = (low + high) >> 1
            if self._ends[middle] < code:
                low = middle + 1
            else:
                high = middle
        found = low < self._ranges and self._starts[low] <= code
        if not found:
            for category in self._categories:
                if in_category(code, category >> 2, category & 2 != 0) != (category & 1 != 0):
                    found = True
                    break
        return found != self.negated

    @inline
    def has(self, code: u32) -> bool:
        if code < 256:
            return self.latin[i64(code)] != 0
        return self._contains(code)
