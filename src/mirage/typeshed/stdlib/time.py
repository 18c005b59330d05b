"""Clocks and calendar time; local time is UTC."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias, overload

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
CLOCK_PROCESS_CPUTIME_ID: Final = 2
CLOCK_THREAD_CPUTIME_ID: Final = 3
CLOCK_MONOTONIC_RAW: Final = 4
CLOCK_BOOTTIME: Final = 7
CLOCK_TAI: Final = 11

_TimeTuple: TypeAlias = tuple[int, int, int, int, int, int, int, int, int]

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
    _zone: str | None

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
        self._zone = None

    @property
    def tm_zone(self) -> Any:
        """The zone's name when a clock made this, else None."""
        return self._zone

    @property
    def tm_gmtoff(self) -> Any:
        return None if self._zone is None else 0

    def _values(self) -> list[int]:
        return [
            self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min,
            self.tm_sec, self.tm_wday, self.tm_yday, self.tm_isdst,
        ]  # fmt: skip

    def __len__(self) -> int:
        return 9

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        if isinstance(index, int):
            return self._values()[index]
        return tuple(self._values()[index])

    def __iter__(self) -> Iterator[int]:
        return iter(self._values())

    def __contains__(self, key: object) -> bool:
        return key in self._values()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, tuple):
            return tuple(self._values()) == other
        return isinstance(other, struct_time) and self._values() == other._values()

    def __lt__(self, other: struct_time | _TimeTuple) -> bool:
        return self._values() < list(other)

    def __le__(self, other: struct_time | _TimeTuple) -> bool:
        return self._values() <= list(other)

    def __gt__(self, other: struct_time | _TimeTuple) -> bool:
        return self._values() > list(other)

    def __ge__(self, other: struct_time | _TimeTuple) -> bool:
        return self._values() >= list(other)

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
    """Seconds of processor time; in a virtual machine the program has all of it."""
    return _float(_machine.process_ns()) / 1e9


def process_time_ns() -> int:
    return int(_machine.process_ns())


def thread_time() -> float:
    return process_time()


def thread_time_ns() -> int:
    return process_time_ns()


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
    since = days + _EPOCH_DAYS
    year = since // 146097 * 400 + 1 + since % 146097 // 366  # never too late; the loop corrects
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


def gmtime(seconds: int | float | None = None, /) -> struct_time:
    return _at(seconds, "GMT")


def localtime(seconds: int | float | None = None, /) -> struct_time:
    return _at(seconds, "UTC")


def _at(seconds: int | float | None, zone: str) -> struct_time:
    whole = int(_machine.wall_ns()) // _NANOSECONDS if seconds is None else _floor(seconds)
    fields = _calendar(whole)
    if not -(1 << 31) <= fields.tm_year - 1900 < 1 << 31:
        raise OSError(75, "Value too large for defined data type")
    fields._zone = zone
    return fields


def _floor(seconds: int | float) -> int:
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9223372036854775808.0 <= seconds < 9223372036854775808.0:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(seconds)
        return whole - 1 if whole > seconds else whole
    if not -(1 << 63) <= seconds < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return seconds


def mktime(time_tuple: _TimeTuple | struct_time, /) -> float:
    t = _taken(time_tuple, "mktime")
    year = t.tm_year + (t.tm_mon - 1) // 12
    days = _days_before_year(year) - _EPOCH_DAYS
    for month in range(1, (t.tm_mon - 1) % 12 + 1):
        days += _month_length(year, month)
    days += t.tm_mday - 1
    return float(days * _DAY + t.tm_hour * 3600 + t.tm_min * 60 + t.tm_sec)


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


def _numeric(code: str, t: struct_time) -> tuple[int, int, str]:
    """(value, width, padding) of a directive that is a number; width -1 for every other one."""
    if code == "Y":
        return t.tm_year, 1, "0"
    if code == "m":
        return t.tm_mon, 2, "0"
    if code == "d":
        return t.tm_mday, 2, "0"
    if code == "H":
        return t.tm_hour, 2, "0"
    if code == "M":
        return t.tm_min, 2, "0"
    if code == "S":
        return t.tm_sec, 2, "0"
    if code == "I" or code == "l":
        return (t.tm_hour + 11) % 12 + 1, 2, "0" if code == "I" else " "
    if code == "y":
        return t.tm_year % 100, 2, "0"
    if code == "j":
        return t.tm_yday, 3, "0"
    if code == "w":
        return (t.tm_wday + 1) % 7, 1, "0"
    if code == "u":
        return t.tm_wday + 1, 1, "0"
    if code == "e" or code == "k":
        return (t.tm_mday if code == "e" else t.tm_hour), 2, " "
    if code == "C":
        return t.tm_year // 100, 1, "0"
    if code == "U" or code == "W":
        return _week(t, 6 if code == "U" else 0), 2, "0"
    if code == "G":
        return _iso_week(t)[0], 1, "0"
    if code == "g":
        return _iso_week(t)[0] % 100, 2, "0"
    if code == "V":
        return _iso_week(t)[1], 2, "0"
    if code == "s":
        return int(mktime(t)), 1, "0"
    return 0, -1, ""


def _words(code: str, t: struct_time) -> str | None:
    """The text of a directive that is no number; None when there is no such directive."""
    if code == "p":
        return "AM" if t.tm_hour < 12 else "PM"
    if code == "P":
        return "am" if t.tm_hour < 12 else "pm"
    if code == "a":
        return _WEEKDAYS[t.tm_wday][:3]
    if code == "A":
        return _WEEKDAYS[t.tm_wday]
    if code == "b" or code == "h":
        return _MONTHS[t.tm_mon - 1][:3]
    if code == "B":
        return _MONTHS[t.tm_mon - 1]
    if code == "Z":
        return "UTC" if t._zone is None else t._zone
    if code == "z":
        return "+0000"
    if code == "n":
        return "\n"
    if code == "t":
        return "\t"
    if code == "%":
        return "%"
    if code == "c":
        return _strftime("%a %b %e %H:%M:%S %Y", t)
    if code == "x" or code == "D":
        return _strftime("%m/%d/%y", t)
    if code == "X" or code == "T":
        return _strftime("%H:%M:%S", t)
    if code == "R":
        return _strftime("%H:%M", t)
    if code == "r":
        return _strftime("%I:%M:%S %p", t)
    if code == "F":
        return _strftime("%Y-%m-%d", t)
    return None


def _directive(code: str, flag: str, width: int, t: struct_time) -> str | None:
    """One directive with its flag (`-` no padding, `_` spaces, `0` zeros, `^` upper case, `#` other case)."""
    value, least, padding = _numeric(code, t)
    if least >= 0:
        if flag == "_":
            padding = " "
        elif flag == "0":
            padding = "0"
        elif flag == "-":
            least = 0
        text = str(abs(value)).rjust(max(least, width) - (1 if value < 0 else 0), padding[0])
        return "-" + text if value < 0 else text
    words = _words(code, t)
    if words is None:
        return None
    if flag == "^":
        words = words.upper()
    elif flag == "#":
        words = words.lower() if code in "pZ" else words.upper()
    return words.rjust(width, "0" if flag == "0" else " ")


def _strftime(format: str, t: struct_time) -> str:
    parts: list[str] = []
    size = len(format)
    position = 0
    while True:
        at = format.find("%", position)
        if at < 0:
            parts.append(format[position:])
            return "".join(parts)
        parts.append(format[position:at])
        position = at + 1
        flag = ""
        while position < size and format[position] in "-_0^#":
            flag = format[position]
            position += 1
        width = 0
        while position < size and "0" <= format[position] <= "9":
            width = width * 10 + ord(format[position]) - 48
            position += 1
        if position < size and format[position] in "EO":
            position += 1
        text = _directive(format[position], flag, width, t) if position < size else None
        position += 1
        parts.append(format[at:position] if text is None else text)


def _checked(t: struct_time) -> struct_time:
    """The fields in the ranges that strftime takes; month, day and day of the year 0 count as 1."""
    if not 0 <= t.tm_mon <= 12:
        raise ValueError("month out of range")
    if not 0 <= t.tm_mday <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= t.tm_hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= t.tm_min <= 59:
        raise ValueError("minute out of range")
    if not 0 <= t.tm_sec <= 61:
        raise ValueError("seconds out of range")
    if t.tm_wday < -1:
        raise ValueError("day of week out of range")
    if not 0 <= t.tm_yday <= 366:
        raise ValueError("day of year out of range")
    fields = struct_time(
        (
            t.tm_year, t.tm_mon or 1, t.tm_mday or 1, t.tm_hour, t.tm_min, t.tm_sec,
            t.tm_wday % 7, t.tm_yday or 1, t.tm_isdst,
        )
    )  # fmt: skip
    fields._zone = t._zone
    return fields


def _taken(time_tuple: _TimeTuple | struct_time | None, function: str) -> struct_time:
    if time_tuple is None:
        return gmtime()
    if isinstance(time_tuple, struct_time):
        return time_tuple
    fields: tuple[int, ...] = time_tuple
    if len(fields) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    return struct_time(time_tuple)


def strftime(format: str, time_tuple: _TimeTuple | struct_time | None = None, /) -> str:
    """Text by `%` directives, in the C locale and UTC."""
    if "\0" in format:
        raise ValueError("embedded null character")
    return _strftime(format, _checked(_taken(time_tuple, "strftime")))


def strptime(data_string: str, format: str = "%a %b %d %H:%M:%S %Y", /) -> struct_time:
    import _strptime

    return _strptime.parsed(data_string, format)[0]


def asctime(time_tuple: _TimeTuple | struct_time | None = None, /) -> str:
    t = _checked(_taken(time_tuple, "asctime"))
    return (
        f"{_WEEKDAYS[t.tm_wday][:3]} {_MONTHS[t.tm_mon - 1][:3]} {t.tm_mday:2d} "
        f"{t.tm_hour:02d}:{t.tm_min:02d}:{t.tm_sec:02d} {t.tm_year}"
    )


def ctime(seconds: int | float | None = None, /) -> str:
    return asctime(gmtime(seconds))


def tzset() -> None:
    """The zone is UTC, whatever TZ says."""


# --- clocks by number --------------------------------------------------------------------------


def clock_gettime_ns(clk_id: int, /) -> int:
    if clk_id == CLOCK_REALTIME or clk_id == CLOCK_TAI:
        return int(_machine.wall_ns())
    if 0 <= clk_id <= 11:
        return int(_machine.monotonic_ns())
    raise OSError(22, "Invalid argument")


def clock_gettime(clk_id: int, /) -> float:
    return clock_gettime_ns(clk_id) / 1000000000


def clock_getres(clk_id: int, /) -> float:
    clock_gettime_ns(clk_id)
    return 1e-09


class _ClockInfo:
    adjustable: bool
    implementation: str
    monotonic: bool
    resolution: float

    def __init__(self, implementation: str, monotonic: bool, adjustable: bool) -> None:
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = 1e-09

    def __repr__(self) -> str:
        return (
            f"namespace(implementation={self.implementation!r}, monotonic={self.monotonic}, "
            f"adjustable={self.adjustable}, resolution={self.resolution})"
        )


def get_clock_info(
    name: Literal["monotonic", "perf_counter", "process_time", "time", "thread_time"], /
) -> _ClockInfo:
    if name == "time":
        return _ClockInfo("clock_gettime(CLOCK_REALTIME)", False, True)
    if name == "monotonic" or name == "perf_counter":
        return _ClockInfo("clock_gettime(CLOCK_MONOTONIC)", True, False)
    if name == "process_time":
        return _ClockInfo("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", True, False)
    if name == "thread_time":
        return _ClockInfo("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", True, False)
    raise ValueError("unknown clock")
