"""Times read by format: `time.strptime` and `datetime.strptime`, in the C locale and UTC."""

from __future__ import annotations

from time import struct_time
from typing import Final

import _dates

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KNOWN: Final = "aAbBcdfGHIjmMpSuUwWVxXyYzZ%"
_NUMBERS: Final = "dGHIjmMSuUwWVyY"


class _Format:
    """A format, read: literal characters, runs of space (" ") and directives ("%" and the letter)."""

    items: list[str]

    def __init__(self, format: str) -> None:
        self.items = []
        self._read(format, format)

    def _read(self, text: str, whole: str) -> None:
        position = 0
        while position < len(text):
            c = text[position]
            position += 1
            if c == "%":
                if position >= len(text):
                    raise ValueError(f"stray % in format '{whole}'") from None
                code = text[position]
                position += 1
                self._directive(code, whole)
            elif c.isspace():
                if not self.items or self.items[-1] != " ":
                    self.items.append(" ")
            else:
                self.items.append(c)

    def _directive(self, code: str, whole: str) -> None:
        if code not in _KNOWN:
            shown = "%" if code == chr(92) else code
            raise ValueError(f"'{shown}' is a bad directive in format '{whole}'") from None
        if code == "c":
            self._read("%a %b %d %H:%M:%S %Y", whole)
        elif code == "x":
            self._read("%m/%d/%y", whole)
        elif code == "X":
            self._read("%H:%M:%S", whole)
        elif code == "%":
            self.items.append("%")
        else:
            item = "%" + code
            if item in self.items:
                raise ValueError(f"'{code}' appears twice in format '{whole}'")
            self.items.append(item)


def _decimal(text: str, at: int) -> int:
    """The digit there, -1 if there is none."""
    if at >= len(text):
        return -1
    c = text[at]
    return int(c) if c.isdecimal() else -1


def _limits(code: str) -> tuple[int, int, int]:
    """(fewest digits, most digits, highest value)."""
    if code == "Y" or code == "G":
        return 4, 4, 9999
    if code == "y":
        return 2, 2, 99
    if code == "j":
        return 1, 3, 366
    if code == "w":
        return 1, 1, 6
    if code == "u":
        return 1, 1, 7
    if code == "d":
        return 1, 2, 31
    if code == "H":
        return 1, 2, 23
    if code == "I" or code == "m":
        return 1, 2, 12
    if code == "M":
        return 1, 2, 59
    return 1, 2, 61 if code == "S" else 53


def _number_ends(code: str, text: str, at: int) -> list[int]:
    """Where a number of this directive may end, the preferred end first."""
    fewest, most, highest = _limits(code)
    lowest = 1 if code in "dIjmuV" else 0
    if code == "V":
        lowest = 0
    ends: list[int] = []
    if code == "d" and at < len(text) and text[at] == " " and _decimal(text, at + 1) > 0:
        ends.append(at + 2)
    value = 0
    for count in range(1, most + 1):
        digit = _decimal(text, at + count - 1)
        if digit < 0:
            break
        value = value * 10 + digit
        if count >= fewest and lowest <= value <= highest and not (code == "V" and value == 0 and count > 1):
            ends.insert(0, at + count)
    return ends


def _names(code: str) -> list[str]:
    """The words of a directive, the longest first."""
    if code == "p":
        return ["am", "pm"]
    if code == "Z":
        return ["utc", "gmt"]
    words = _MONTHS if code in "bB" else _WEEKDAYS
    if code in "ab":
        return [word[:3] for word in words]
    return sorted(words, key=len, reverse=True)


def _offset_ends(text: str, at: int) -> list[int]:
    """+HH[:]MM[[:]SS[.ffffff]] or Z."""
    if at < len(text) and text[at] == "Z":
        return [at + 1]
    if at >= len(text) or text[at] not in "+-" or _decimal(text, at + 1) < 0 or _decimal(text, at + 2) < 0:
        return []
    at += 3
    if at < len(text) and text[at] == ":":
        at += 1
    if not 0 <= _decimal(text, at) <= 5 or _decimal(text, at + 1) < 0:
        return []
    at += 2
    ends = [at]
    if at < len(text) and text[at] == ":":
        at += 1
    if 0 <= _decimal(text, at) <= 5 and _decimal(text, at + 1) >= 0:
        at += 2
        ends.insert(0, at)
        if at < len(text) and text[at] == ".":
            at += 1
            for _ in range(6):
                if _decimal(text, at) < 0:
                    break
                at += 1
                ends.insert(0, at)
    return ends


def _ends(code: str, text: str, folded: str, at: int) -> list[int]:
    if code in _NUMBERS:
        return _number_ends(code, text, at)
    if code == "z":
        return _offset_ends(text, at)
    if code == "f":
        ends: list[int] = []
        for count in range(1, 7):
            if _decimal(text, at + count - 1) < 0:
                break
            ends.insert(0, at + count)
        return ends
    return [at + len(word) for word in _names(code) if folded.startswith(word, at)]


def _match(items: list[str], index: int, text: str, folded: str, at: int, found: dict[str, str]) -> int:
    """Match items[index:] at `at` as a regular expression would; the end, or -1."""
    while index < len(items):
        item = items[index]
        if item == " ":
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            while end > at:
                result = _match(items, index + 1, text, folded, end, found)
                if result >= 0:
                    return result
                end -= 1
            return -1
        if len(item) == 2:
            code = item[1]
            for end in _ends(code, text, folded, at):
                result = _match(items, index + 1, text, folded, end, found)
                if result >= 0:
                    found[code] = text[at:end]
                    return result
            return -1
        if at >= len(text) or folded[at] != item.lower():
            return -1
        at += 1
        index += 1
    return at


def _place(word: str, words: list[str]) -> int:
    return words.index(word.lower())


def _day_of_week_number(year: int, week: int, weekday: int, monday_first: bool) -> int:
    """The day of the year of a weekday (0 is Monday) in a week counted by %U or %W."""
    first = (_dates.days_before_year(year) + 7) % 7
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    before = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + before + 7 * (week - 1) + weekday


def _offset(text: str) -> int:
    """Microseconds east of UTC."""
    if text == "Z":
        return 0
    body = text[1:]
    if len(body) > 2 and body[2] == ":":
        body = body[:2] + body[3:]
        if len(body) > 5 and body[4] != ":":
            raise ValueError(f"Inconsistent use of : in {text}")
        if len(body) > 4:
            body = body[:4] + body[5:]
    value = int(body[:2]) * 3600 + int(body[2:4]) * 60 + int(body[4:6] or "0")
    fraction = body[7:]
    micros = value * 1000000 + int((fraction + "000000")[:6])
    return -micros if text[0] == "-" else micros


def parsed(text: str, format: str) -> tuple[struct_time, int, int | None, str | None]:
    """(time, microseconds, offset in microseconds, name of the zone)."""
    read = _Format(format)
    found: dict[str, str] = {}
    end = _match(read.items, 0, text, text.lower(), 0, found)
    if end < 0:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _Fields(found).result()


class _Fields:
    """What was read, put together."""

    _found: dict[str, str]

    def __init__(self, found: dict[str, str]) -> None:
        self._found = found

    def _number(self, code: str, default: int) -> int:
        text = self._found.get(code)
        return default if text is None else int(text)

    def _year(self) -> int:
        """-1 when no directive says."""
        if "Y" in self._found:
            return self._number("Y", 0)
        if "y" in self._found:
            short = self._number("y", 0)
            return short + (2000 if short <= 68 else 1900)
        return -1

    def _month(self) -> int:
        for code in "Bb":
            if code in self._found:
                return _place(self._found[code], [m if code == "B" else m[:3] for m in _MONTHS]) + 1
        return self._number("m", 1)

    def _weekday(self) -> int:
        """0 is Monday, -1 unknown."""
        for code in "Aa":
            if code in self._found:
                return _place(self._found[code], [d if code == "A" else d[:3] for d in _WEEKDAYS])
        if "w" in self._found:
            return (self._number("w", 0) + 6) % 7
        return self._number("u", 0) - 1

    def _hour(self) -> int:
        if "I" not in self._found:
            return self._number("H", 0)
        hour = self._number("I", 0) % 12
        return hour + 12 if self._found.get("p", "").lower() == "pm" else hour

    def _check_iso(self, year: int, weekday: int) -> None:
        iso_year = "G" in self._found
        if year >= 0 and not iso_year:
            if "V" in self._found:
                raise ValueError(
                    "ISO week directive '%V' is incompatible with the year directive '%Y'. "
                    "Use the ISO year '%G' instead."
                )
        if iso_year:
            if "V" not in self._found or weekday < 0:
                raise ValueError(
                    "ISO year directive '%G' must be used with the ISO week directive '%V' "
                    "and a weekday directive ('%A', '%a', '%w', or '%u')."
                )
            if "j" in self._found:
                raise ValueError(
                    "Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                    "Use '%Y' instead."
                )
        elif "V" in self._found:
            if weekday < 0:
                raise ValueError(
                    "ISO week directive '%V' must be used with the ISO year directive '%G' "
                    "and a weekday directive ('%A', '%a', '%w', or '%u')."
                )
            raise ValueError(
                "ISO week directive '%V' is incompatible with the year directive '%Y'. "
                "Use the ISO year '%G' instead."
            )

    def result(self) -> tuple[struct_time, int, int | None, str | None]:
        found = self._found
        year = self._year()
        month = self._month()
        day = self._number("d", 1)
        weekday = self._weekday()
        self._check_iso(year, weekday)
        leap_year_fix = False
        if year < 0:
            year = 1900
            if month == 2 and day == 29:
                year = 1904
                leap_year_fix = True
        day_of_year = self._number("j", -1)
        known_day = "j" in found
        if not known_day and weekday >= 0:
            if "U" in found or "W" in found:
                if "Y" in found or "y" in found:
                    week = self._number("U" if "U" in found else "W", 0)
                    day_of_year = _day_of_week_number(year, week, weekday, "U" not in found)
                    known_day = True
            elif "G" in found:
                days = (self._number("V", 0) - 1) * 7 + weekday  # week 53 always goes
                ordinal = _dates.iso_week_start(self._number("G", 0)) + days
                year, month, day = _dates.date_of(ordinal)
                day_of_year = ordinal - _dates.days_before_year(year)
                known_day = True
            if known_day and day_of_year <= 0:
                year -= 1
                day_of_year += 366 if _dates.is_leap(year) else 365
        if known_day:
            year, month, day = _dates.date_of(_dates.days_before_year(year) + day_of_year)
        else:
            if day > _dates.days_in_month(year, month):
                raise ValueError("day is out of range for month")
            day_of_year = _dates.days_before_month(year, month) + day
        if weekday < 0:
            weekday = (_dates.ordinal_of(year, month, day) + 6) % 7
        if leap_year_fix:
            year = 1900
        second = self._number("S", 0)
        micro = int((found["f"] + "000000")[:6]) if "f" in found else 0
        offset = _offset(found["z"]) if "z" in found else None
        saving = 0 if "Z" in found else -1
        clock = (self._hour(), self._number("M", 0), second)
        name = found["Z"] if "Z" in found else None
        return (
            struct_time(
                (year, month, day, clock[0], clock[1], clock[2], weekday, day_of_year, saving)
            ),
            micro,
            offset,
            name,
        )
