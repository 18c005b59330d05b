"""Days, weeks and ISO 8601 text as plain ints: what `datetime` and `_strptime` share.

Days are counted in the proleptic Gregorian calendar, day 1 is 0001-01-01.
"""

from __future__ import annotations

from typing import Final

from mirage.runtime.short_numbers import digits

MAX_ORDINAL: Final = 3652059  # 9999-12-31

_BEFORE_MONTH: Final = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_before_year(year: int) -> int:
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31


def days_before_month(year: int, month: int) -> int:
    return _BEFORE_MONTH[month] + (1 if month > 2 and is_leap(year) else 0)


def ordinal_of(year: int, month: int, day: int) -> int:
    return days_before_year(year) + days_before_month(year, month) + day


def date_of(ordinal: int) -> tuple[int, int, int]:
    """(year, month, day) of a day; years may be beyond 9999."""
    days = ordinal - 1
    year = days // 366 + 1  # never too late
    year += (days - days_before_year(year)) // 366
    while days_before_year(year + 1) <= days:
        year += 1
    rest = days - days_before_year(year)
    month = rest // 29 + 1  # never too early
    if month > 12:
        month = 12
    while days_before_month(year, month) > rest:
        month -= 1
    return year, month, rest - days_before_month(year, month) + 1


def iso_week_start(year: int) -> int:
    """The Monday of ISO week 1, as an ordinal."""
    first = days_before_year(year) + 1
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(year: int, ordinal: int) -> tuple[int, int, int]:
    """(ISO year, week, weekday) of a day in `year`."""
    start = iso_week_start(year)
    if ordinal < start:
        year -= 1
        start = iso_week_start(year)
    elif ordinal >= iso_week_start(year + 1):
        year += 1
        start = iso_week_start(year)
    since = ordinal - start
    return year, since // 7 + 1, since % 7 + 1


def iso_ordinal(year: int, week: int, day: int) -> int:
    """The day of an ISO date; ValueError as date.fromisocalendar raises it."""
    if year < 1 or year > 9999:
        raise ValueError(f"Year is out of range: {year}")
    start = iso_week_start(year)
    if week < 1 or week > 52:
        if week != 53 or iso_week_start(year + 1) - start != 53 * 7:
            raise ValueError(f"Invalid week: {week}")
    if day < 1 or day > 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return start + (week - 1) * 7 + day - 1


# --- ISO 8601 text -----------------------------------------------------------------------------


def date_length(text: str) -> int:
    """Where the date of a date-time ends, by its looks; the separator stands there."""
    if len(text) < 7:
        return -1
    if text[4] == "-":
        if text[5] == "W":
            return 10 if len(text) > 8 and text[8] == "-" else 8
        return 10
    if text[4] == "W":
        end = 7
        while end < len(text) and "0" <= text[end] <= "9":
            end += 1
        if end < 9:
            return end
        return 7 if end % 2 == 0 else 8
    return 8


def parse_date(text: str) -> tuple[int, int, int]:
    """(year, month, day) of an ISO date; month 0 when the text is none."""
    bad = (0, 0, 0)
    size = len(text)
    year = digits(text, 0, 4)
    if year < 0 or size < 7 or size > 10:
        return bad
    dashed = text[4] == "-"
    at = 5 if dashed else 4
    if text[at] == "W":
        week = digits(text, at + 1, at + 3)
        at += 3
        day = 1
        if at < size:
            if dashed:
                if text[at] != "-":
                    return bad
                at += 1
            day = digits(text, at, at + 1)
            at += 1
        if week < 0 or day < 0 or at != size:
            return bad
        try:
            return date_of(iso_ordinal(year, week, day))
        except ValueError:
            return bad
    month = digits(text, at, at + 2)
    at += 2
    if dashed:
        if at >= size or text[at] != "-":
            return bad
        at += 1
    day = digits(text, at, at + 2)
    if month < 0 or day < 0 or at + 2 != size:
        return bad
    if month == 0:
        month = 13  # out of range, but well formed
    return year, month, day


def parse_clock(text: str, before_zone: bool) -> list[int] | None:
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.fff]]], with or without colons.

    before_zone   a zone follows: CPython lets a character too many pass there
    """
    found = [0, 0, 0, 0]
    size = len(text)
    separated = False
    at = 0
    for part in range(3):
        value = digits(text, at, at + 2)
        if value < 0:
            return None
        found[part] = value
        at += 2
        mark = text[at] if at < size else ""
        at += 1
        if part == 0:
            separated = mark == ":"
        if at >= size:
            return found if mark == "" or before_zone else None
        if separated and mark == ":":
            continue
        if mark == "." or mark == ",":
            break
        if separated:
            return None
        at -= 1
    count = min(6, size - at)
    value = digits(text, at, at + count)
    if value < 0:
        return None
    found[3] = value * 10 ** (6 - count)
    at += count
    while at < size and "0" <= text[at] <= "9":
        at += 1
    return found if at == size or before_zone else None


def parse_time(text: str) -> tuple[list[int], bool, int] | None:
    """(clock, has an offset, offset in microseconds) of an ISO time."""
    size = len(text)
    if size < 2:
        return None
    at = 0
    while at < size and text[at] not in "+-Z":
        at += 1
    clock = parse_clock(text[:at], at < size)
    if clock is None:
        return None
    if at == size:
        return clock, False, 0
    if text[at] == "Z":
        return (clock, True, 0) if at + 1 == size else None
    offset = parse_clock(text[at + 1 :], False)
    if offset is None:
        return None
    value = ((offset[0] * 60 + offset[1]) * 60 + offset[2]) * 1000000 + offset[3]
    return clock, True, -value if text[at] == "-" else value


def offset_text(microseconds: int, separator: str) -> str:
    """+HH:MM[:SS[.ffffff]]."""
    sign = "+"
    if microseconds < 0:
        sign = "-"
        microseconds = -microseconds
    seconds = microseconds // 1000000
    fraction = microseconds % 1000000
    text = f"{sign}{seconds // 3600:02d}{separator}{seconds // 60 % 60:02d}"
    if seconds % 60 or fraction:
        text += f"{separator}{seconds % 60:02d}"
        if fraction:
            text += f".{fraction:06d}"
    return text


def clock_text(hour: int, minute: int, second: int, microsecond: int, timespec: str) -> str:
    """The time of day as `isoformat` writes it."""
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    raise ValueError("Unknown timespec value")
