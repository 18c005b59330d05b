"""Clocks and calendar time; local time is UTC."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import i64 as _i64, i64_to_float as _float
from mirage.targets import current as _machine

_NANOSECONDS: Final = 1_000_000_000
_DAY: Final = 86400

timezone: Final = 0
altzone: Final = 0
daylight: Final = 0
tzname: Final = ("UTC", "UTC")

CLOCK_REALTIME: Final = 0
CLOCK_MONOTONIC: Final = 1

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class struct_time:
    """Calendar time: a sequence of nine ints with names."""

    tm_year: int
    tm_mon: int
    tm_mday: int
    tm_hour: int
    tm_min: int
    tm_sec: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int

    def __init__(self, sequence: tuple[int, int, int, int, int, int, int, int, int]) -> None:
        self.tm_year = sequence[0]
        self.tm_mon = sequence[1]
        self.tm_mday = sequence[2]
        self.tm_hour = sequence[3]
        self.tm_min = sequence[4]
        self.tm_sec = sequence[5]
        self.tm_wday = sequence[6]
        self.tm_yday = sequence[7]
        self.tm_isdst = sequence[8]

    @property
    def tm_zone(self) -> str:
        return "UTC"

    @property
    def tm_gmtoff(self) -> int:
        return 0

    def _values(self) -> list[int]:
        return [
            self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min,
            self.tm_sec, self.tm_wday, self.tm_yday, self.tm_isdst,
        ]  # fmt: skip

    def __len__(self) -> int:
        return 9

    def __getitem__(self, index: int) -> int:
        return self._values()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, struct_time) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(tuple(self._values()))

    def __repr__(self) -> str:
        return (
            f"time.struct_time(tm_year={self.tm_year}, tm_mon={self.tm_mon}, tm_mday={self.tm_mday}, "
            f"tm_hour={self.tm_hour}, tm_min={self.tm_min}, tm_sec={self.tm_sec}, "
            f"tm_wday={self.tm_wday}, tm_yday={self.tm_yday}, tm_isdst={self.tm_isdst})"
        )


# --- clocks ------------------------------------------------------------------------------------


def time() -> float:
    """Seconds since 1970-01-01 00:00 UTC."""
    return _float(_machine.wall_ns()) / 1e9


def time_ns() -> int:
    return int(_machine.wall_ns())


def monotonic() -> float:
    """Seconds of a clock that never goes back."""
    return _float(_machine.monotonic_ns()) / 1e9


def monotonic_ns() -> int:
    return int(_machine.monotonic_ns())


def perf_counter() -> float:
    return _float(_machine.monotonic_ns()) / 1e9


def perf_counter_ns() -> int:
    return int(_machine.monotonic_ns())


def process_time() -> float:
    """The same clock as perf_counter: the program has the machine for itself."""
    return _float(_machine.monotonic_ns()) / 1e9


def process_time_ns() -> int:
    return int(_machine.monotonic_ns())


def sleep(seconds: float, /) -> None:
    """Do nothing for `seconds`; sockets and tasks are not served meanwhile."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    deadline = _machine.monotonic_ns() + _i64(int(seconds * 1e9))
    while _machine.monotonic_ns() < deadline:
        _machine.idle_until(deadline)


# --- the calendar ------------------------------------------------------------------------------


def _days_before_year(year: int) -> int:
    """Days from 0001-01-01 to the first of January (proleptic Gregorian calendar)."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31


_EPOCH_DAYS: Final = 719162  # _days_before_year(1970)


def _calendar(seconds: int) -> struct_time:
    days = seconds // _DAY
    rest = seconds - days * _DAY
    year = 1970 + days // (366 if days >= 0 else 365)  # never too late; the loop corrects
    while _days_before_year(year + 1) - _EPOCH_DAYS <= days:
        year += 1
    day_of_year = days - (_days_before_year(year) - _EPOCH_DAYS)
    month = 1
    day = day_of_year
    while day >= _month_length(year, month):
        day -= _month_length(year, month)
        month += 1
    return struct_time(
        (
            year, month, day + 1, rest // 3600, rest % 3600 // 60, rest % 60,
            (days + 3) % 7, day_of_year + 1, 0,
        )
    )  # fmt: skip


def gmtime(seconds: float | None = None, /) -> struct_time:
    if seconds is None:
        return _calendar(int(_machine.wall_ns()) // _NANOSECONDS)
    whole = int(seconds)
    if whole > seconds:  # int() truncates toward zero
        whole -= 1
    return _calendar(whole)


def localtime(seconds: float | None = None, /) -> struct_time:
    return gmtime(seconds)


def mktime(time_tuple: struct_time, /) -> float:
    t = time_tuple
    year = t.tm_year + (t.tm_mon - 1) // 12
    days = _days_before_year(year) - _EPOCH_DAYS
    for month in range(1, (t.tm_mon - 1) % 12 + 1):
        days += _month_length(year, month)
    days += t.tm_mday - 1
    return float(days * _DAY + t.tm_hour * 3600 + t.tm_min * 60 + t.tm_sec)


def _two(value: int) -> str:
    return f"{value:02d}"


def _week(t: struct_time, first_weekday: int) -> int:
    """The week of the year; weeks begin on `first_weekday` (0 Monday, 6 Sunday)."""
    since = (t.tm_wday - first_weekday) % 7
    return (t.tm_yday - 1 + 7 - since) // 7


def _iso_week(t: struct_time) -> tuple[int, int]:
    """ISO 8601 year and week."""
    week = (t.tm_yday - 1 - t.tm_wday + 10) // 7
    if week < 1:
        year = t.tm_year - 1
        last = _days_before_year(year + 1) - _days_before_year(year)
        return year, (last + t.tm_yday - 1 - t.tm_wday + 10) // 7
    if week == 53:
        days = _days_before_year(t.tm_year + 1) - _days_before_year(t.tm_year)
        if days - t.tm_yday < 3 - t.tm_wday:
            return t.tm_year + 1, 1
    return t.tm_year, week


def _directive(code: str, t: struct_time) -> str:
    """The text of one `%` directive in the C locale."""
    if code == "Y":
        return str(t.tm_year)
    if code == "m":
        return _two(t.tm_mon)
    if code == "d":
        return _two(t.tm_mday)
    if code == "H":
        return _two(t.tm_hour)
    if code == "M":
        return _two(t.tm_min)
    if code == "S":
        return _two(t.tm_sec)
    if code == "I":
        return _two((t.tm_hour + 11) % 12 + 1)
    if code == "p":
        return "AM" if t.tm_hour < 12 else "PM"
    if code == "a":
        return _WEEKDAYS[t.tm_wday][:3]
    if code == "A":
        return _WEEKDAYS[t.tm_wday]
    if code == "b" or code == "h":
        return _MONTHS[t.tm_mon - 1][:3]
    if code == "B":
        return _MONTHS[t.tm_mon - 1]
    if code == "y":
        return _two(t.tm_year % 100)
    return _rare_directive(code, t)


def _rare_directive(code: str, t: struct_time) -> str:
    if code == "j":
        return f"{t.tm_yday:03d}"
    if code == "w":
        return str((t.tm_wday + 1) % 7)
    if code == "u":
        return str(t.tm_wday + 1)
    if code == "e":
        return f"{t.tm_mday:2d}"
    if code == "C":
        return _two(t.tm_year // 100)
    if code == "U":
        return _two(_week(t, 6))
    if code == "W":
        return _two(_week(t, 0))
    if code == "G":
        return str(_iso_week(t)[0])
    if code == "V":
        return _two(_iso_week(t)[1])
    if code == "Z":
        return "UTC"
    if code == "z":
        return "+0000"
    if code == "s":
        return str(int(mktime(t)))
    if code == "n":
        return "\n"
    if code == "t":
        return "\t"
    if code == "%":
        return "%"
    whole = ""
    if code == "c":
        whole = "%a %b %e %H:%M:%S %Y"
    elif code == "x" or code == "D":
        whole = "%m/%d/%y"
    elif code == "X" or code == "T":
        whole = "%H:%M:%S"
    elif code == "R":
        whole = "%H:%M"
    elif code == "r":
        whole = "%I:%M:%S %p"
    elif code == "F":
        whole = "%Y-%m-%d"
    return strftime(whole, t) if whole else "%" + code


def strftime(format: str, time_tuple: struct_time | None = None, /) -> str:
    """Text by `%` directives, in the C locale and UTC."""
    t = gmtime() if time_tuple is None else time_tuple
    parts: list[str] = []
    position = 0
    while True:
        at = format.find("%", position)
        if at < 0 or at + 1 >= len(format):
            parts.append(format[position:])
            return "".join(parts)
        parts.append(format[position:at])
        parts.append(_directive(format[at + 1], t))
        position = at + 2


def asctime(time_tuple: struct_time | None = None, /) -> str:
    return strftime("%a %b %e %H:%M:%S %Y", time_tuple)


def ctime(seconds: float | None = None, /) -> str:
    return asctime(gmtime(seconds))
