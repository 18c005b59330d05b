"""Dates, times of day and durations; the local time zone is UTC."""

from __future__ import annotations

import time as _clock
from abc import abstractmethod
from math import modf as _modf
from typing import Any, ClassVar, Final, NamedTuple, SupportsIndex, TypeAlias, TypeVar, final, overload
from typing_extensions import Never, Self

import _dates

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR: Final = 1
MAXYEAR: Final = 9999

_DAY_US: Final = 86400_000_000
_MAX_DAYS: Final = 999_999_999
_EPOCH: Final = 719163  # the ordinal of 1970-01-01
_OFFSET_RANGE: Final = (
    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"
)

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _label(instance: object, plain: bool, name: str) -> str:
    """The class's name as repr shows it: qualified for the classes of this module only."""
    return name if plain else type(instance).__name__


# --- durations ---------------------------------------------------------------------------------


def _whole(value: int | float, factor: int, leftover: list[float]) -> int:
    """`value` units of `factor` microseconds; what is below one microsecond is added to leftover[0]."""
    if isinstance(value, float):
        fraction, whole = _modf(value)
        total = int(whole) * factor
        if fraction == 0.0:
            return total
        fraction, whole = _modf(float(factor) * fraction)
        leftover[0] += fraction
        return total + int(whole)
    return value * factor


def _rounded(number: float) -> float:
    """To the nearest whole number, halves away from zero."""
    fraction, whole = _modf(number)
    if fraction >= 0.5:
        return whole + 1.0
    return whole - 1.0 if fraction <= -0.5 else whole


def _divide_nearest(a: int, b: int) -> int:
    """a / b to the nearest int, halves to even."""
    quotient, rest = divmod(a, b)
    twice = rest * 2
    if b > 0:
        up = twice > b or (twice == b and quotient & 1 == 1)
    else:
        up = twice < b or (twice == b and quotient & 1 == 1)
    return quotient + 1 if up else quotient


class timedelta:
    """A duration in days, seconds and microseconds; only the days may be negative."""

    min: ClassVar[timedelta]
    max: ClassVar[timedelta]
    resolution: ClassVar[timedelta]

    _days: int
    _seconds: int
    _micros: int

    def __new__(
        cls,
        days: int | float = 0,
        seconds: int | float = 0,
        microseconds: int | float = 0,
        milliseconds: int | float = 0,
        minutes: int | float = 0,
        hours: int | float = 0,
        weeks: int | float = 0,
    ) -> Self:
        rest = [0.0]
        total = (
            _whole(microseconds, 1, rest)
            + _whole(milliseconds, 1000, rest)
            + _whole(seconds, 1000_000, rest)
            + _whole(minutes, 60_000_000, rest)
            + _whole(hours, 3600_000_000, rest)
            + _whole(days, _DAY_US, rest)
            + _whole(weeks, 7 * _DAY_US, rest)
        )
        if rest[0] != 0.0:
            nearest = _rounded(rest[0])
            if abs(nearest - rest[0]) == 0.5:
                odd = float(total & 1)
                nearest = 2.0 * _rounded((rest[0] + odd) * 0.5) - odd
            total += int(nearest)
        day, below = divmod(total, _DAY_US)
        if day < -_MAX_DAYS or day > _MAX_DAYS:
            if not -(1 << 31) <= day < 1 << 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={day}; must have magnitude <= 999999999")
        self = super().__new__(cls)
        self._days = day
        self._seconds = below // 1000000
        self._micros = below % 1000000
        return self

    @property
    def days(self) -> int:
        return self._days

    @property
    def seconds(self) -> int:
        return self._seconds

    @property
    def microseconds(self) -> int:
        return self._micros

    def _total(self) -> int:
        return (self._days * 86400 + self._seconds) * 1000000 + self._micros

    def total_seconds(self) -> float:
        return self._total() / 1000000

    def __add__(self, value: timedelta, /) -> timedelta:
        if isinstance(value, timedelta):
            return _delta(self._total() + value._total())
        return NotImplemented

    def __radd__(self, value: timedelta, /) -> timedelta:
        if isinstance(value, timedelta):
            return _delta(self._total() + value._total())
        return NotImplemented

    def __sub__(self, value: timedelta, /) -> timedelta:
        if isinstance(value, timedelta):
            return _delta(self._total() - value._total())
        return NotImplemented

    def __rsub__(self, value: timedelta, /) -> timedelta:
        if isinstance(value, timedelta):
            return _delta(value._total() - self._total())
        return NotImplemented

    def __neg__(self) -> timedelta:
        return _delta(-self._total())

    def __pos__(self) -> timedelta:
        return _delta(self._total())

    def __abs__(self) -> timedelta:
        return _delta(abs(self._total()))

    def __mul__(self, value: int | float, /) -> timedelta:
        if isinstance(value, float):
            numerator, denominator = value.as_integer_ratio()
            return _delta(_divide_nearest(self._total() * numerator, denominator))
        if isinstance(value, int):
            return _delta(self._total() * value)
        return NotImplemented

    def __rmul__(self, value: int | float, /) -> timedelta:
        return self.__mul__(value)

    @overload
    def __floordiv__(self, value: timedelta, /) -> int:
        return self._total() // value._total()

    @overload
    def __floordiv__(self, value: int, /) -> timedelta:
        return _delta(self._total() // value)

    def __floordiv__(self, value: object, /) -> object:
        if isinstance(value, timedelta):
            return self._total() // value._total()
        if isinstance(value, int):
            return _delta(self._total() // value)
        return NotImplemented

    @overload
    def __truediv__(self, value: timedelta, /) -> float:
        return self._total() / value._total()

    @overload
    def __truediv__(self, value: int | float, /) -> timedelta:
        if isinstance(value, float):
            numerator, denominator = value.as_integer_ratio()
            return _delta(_divide_nearest(self._total() * denominator, numerator))
        return _delta(_divide_nearest(self._total(), value))

    def __truediv__(self, value: object, /) -> object:
        if isinstance(value, timedelta):
            return self._total() / value._total()
        if isinstance(value, float):
            numerator, denominator = value.as_integer_ratio()
            return _delta(_divide_nearest(self._total() * denominator, numerator))
        if isinstance(value, int):
            return _delta(_divide_nearest(self._total(), value))
        return NotImplemented

    def __mod__(self, value: timedelta, /) -> timedelta:
        if isinstance(value, timedelta):
            return _delta(self._total() % value._total())
        return NotImplemented

    def __divmod__(self, value: timedelta, /) -> tuple[int, timedelta]:
        quotient, rest = divmod(self._total(), value._total())
        return quotient, _delta(rest)

    def __le__(self, value: timedelta, /) -> bool:
        if isinstance(value, timedelta):
            return self._total() <= value._total()
        return NotImplemented

    def __lt__(self, value: timedelta, /) -> bool:
        if isinstance(value, timedelta):
            return self._total() < value._total()
        return NotImplemented

    def __ge__(self, value: timedelta, /) -> bool:
        if isinstance(value, timedelta):
            return self._total() >= value._total()
        return NotImplemented

    def __gt__(self, value: timedelta, /) -> bool:
        if isinstance(value, timedelta):
            return self._total() > value._total()
        return NotImplemented

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, timedelta):
            if self._days != value._days or self._seconds != value._seconds:
                return False
            return self._micros == value._micros
        return NotImplemented

    def __bool__(self) -> bool:
        return self._days != 0 or self._seconds != 0 or self._micros != 0

    def __hash__(self) -> int:
        return hash((self._days, self._seconds, self._micros))

    def __repr__(self) -> str:
        parts: list[str] = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._micros:
            parts.append(f"microseconds={self._micros}")
        name = _label(self, type(self) is timedelta, "datetime.timedelta")
        return f"{name}({', '.join(parts) if parts else '0'})"

    def __str__(self) -> str:
        minutes = self._seconds // 60
        text = f"{minutes // 60}:{minutes % 60:02d}:{self._seconds % 60:02d}"
        if self._days:
            plural = "" if self._days == 1 or self._days == -1 else "s"
            text = f"{self._days} day{plural}, {text}"
        return f"{text}.{self._micros:06d}" if self._micros else text


def _delta(microseconds: int) -> timedelta:
    return timedelta(0, 0, microseconds)


timedelta.min = timedelta(-_MAX_DAYS)
timedelta.max = timedelta(_MAX_DAYS, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


# --- time zones --------------------------------------------------------------------------------


class tzinfo:
    """A time zone; subclasses say what it is."""

    @abstractmethod
    def tzname(self, dt: datetime | None, /) -> str | None:
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    @abstractmethod
    def utcoffset(self, dt: datetime | None, /) -> timedelta | None:
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    @abstractmethod
    def dst(self, dt: datetime | None, /) -> timedelta | None:
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt: datetime, /) -> datetime:
        """`dt` holds UTC and this zone; the same moment in this zone's time."""
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt = dt + standard
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving


_TzInfo: TypeAlias = tzinfo


_NO_NAME: Final = "\0"  # none was given: None is no name


@final
class timezone(tzinfo):
    """A fixed offset from UTC."""

    utc: ClassVar[timezone]
    min: ClassVar[timezone]
    max: ClassVar[timezone]

    _offset: timedelta
    _name: str | None

    def __new__(cls, offset: timedelta, name: str = _NO_NAME) -> Self:
        total = offset._total()
        if not -_DAY_US < total < _DAY_US:
            raise ValueError(f"{_OFFSET_RANGE}, not {offset!r}.")
        self = super().__new__(cls)
        self._offset = offset
        self._name = None if name is _NO_NAME else name
        return self

    def __copy__(self) -> timezone:
        if self is timezone.utc:
            return self
        return timezone(self._offset) if self._name is None else timezone(self._offset, self._name)

    def __deepcopy__(self, memo: Any, /) -> timezone:
        return self.__copy__()

    def tzname(self, dt: datetime | None, /) -> str:
        if self._name is not None:
            return self._name
        total = self._offset._total()
        return "UTC" if total == 0 else "UTC" + _dates.offset_text(total, ":")

    def utcoffset(self, dt: datetime | None, /) -> timedelta:
        return self._offset

    def dst(self, dt: datetime | None, /) -> None:
        return None

    def fromutc(self, dt: datetime, /) -> datetime:
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __hash__(self) -> int:
        return hash(self._offset)

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, timezone):
            return self._offset == value._offset
        return NotImplemented

    def __repr__(self) -> str:
        if self._name is not None:
            return f"datetime.timezone({self._offset!r}, {self._name!r})"
        return f"datetime.timezone({self._offset!r})" if self._offset else "datetime.timezone.utc"

    def __str__(self) -> str:
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(0, -86340))
timezone.max = timezone(timedelta(0, 86340))
UTC: timezone = timezone.utc


def _zone(microseconds: int) -> timezone:
    return timezone(_delta(microseconds)) if microseconds else timezone.utc


def _checked(offset: timedelta | None) -> timedelta | None:
    """What a zone said; it must be below a day."""
    if offset is not None and not -_DAY_US < offset._total() < _DAY_US:
        raise ValueError(_OFFSET_RANGE + ".")
    return offset


# --- dates -------------------------------------------------------------------------------------


class IsoCalendarDate(NamedTuple):
    """ISO 8601 year, week (1 to 53) and weekday (1 is Monday)."""

    year: int
    week: int
    weekday: int

    def __repr__(self) -> str:
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


_IsoCalendarDate: TypeAlias = IsoCalendarDate  # typeshed's name


def _index(value: SupportsIndex) -> int:
    return value if isinstance(value, int) else value.__index__()


def _check_date(year: int, month: int, day: int) -> None:
    if year < 1 or year > 9999:
        raise ValueError(f"year {year} is out of range")
    if month < 1 or month > 12:
        raise ValueError("month must be in 1..12")
    if day < 1 or (day > 28 and day > _dates.days_in_month(year, month)):
        raise ValueError("day is out of range for month")


def _check_time(hour: int, minute: int, second: int, microsecond: int, fold: int) -> None:
    if hour < 0 or hour > 23:
        raise ValueError("hour must be in 0..23")
    if minute < 0 or minute > 59:
        raise ValueError("minute must be in 0..59")
    if second < 0 or second > 59:
        raise ValueError("second must be in 0..59")
    if microsecond < 0 or microsecond > 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


class date:
    """A day of the Gregorian calendar, years 1 to 9999."""

    min: ClassVar[date]
    max: ClassVar[date]
    resolution: ClassVar[timedelta]

    _year: int
    _month: int
    _day: int

    def __new__(cls, year: SupportsIndex, month: SupportsIndex, day: SupportsIndex) -> Self:
        self = super().__new__(cls)
        self._year = _index(year)
        self._month = _index(month)
        self._day = _index(day)
        _check_date(self._year, self._month, self._day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> Self:
        year, month, day = _dates.date_of(_seconds_and_micros(timestamp)[0] // 86400 + _EPOCH)
        return cls(year, month, day)

    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def fromordinal(cls, n: int, /) -> Self:
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _dates.date_of(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string: str, /) -> Self:
        year, month, day = _dates.parse_date(date_string)
        if month == 0:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year: int, week: int, day: int) -> Self:
        y, m, d = _dates.date_of(_dates.iso_ordinal(year, week, day))
        return cls(y, m, d)

    @property
    def year(self) -> int:
        return self._year

    @property
    def month(self) -> int:
        return self._month

    @property
    def day(self) -> int:
        return self._day

    def ctime(self) -> str:
        return self._ctime("00:00:00")

    def _ctime(self, clock: str) -> str:
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} {clock} {self._year:04d}"

    def strftime(self, format: str, /) -> str:
        return _formatted(format, self.timetuple(), 0, None, None)

    def __format__(self, fmt: str, /) -> str:
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self) -> str:
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def timetuple(self) -> _clock.struct_time:
        return self._tuple(0, 0, 0, -1)

    def _tuple(self, hour: int, minute: int, second: int, saving: int) -> _clock.struct_time:
        before = _dates.days_before_month(self._year, self._month)
        return _clock.struct_time(
            (
                self._year, self._month, self._day, hour, minute, second,
                self.weekday(), before + self._day, saving,
            )
        )  # fmt: skip

    def toordinal(self) -> int:
        return _dates.ordinal_of(self._year, self._month, self._day)

    def replace(
        self,
        year: SupportsIndex | None = None,
        month: SupportsIndex | None = None,
        day: SupportsIndex | None = None,
    ) -> Self:
        y = self._year if year is None else _index(year)
        m = self._month if month is None else _index(month)
        return type(self)(y, m, self._day if day is None else _index(day))

    def _order(self, other: date) -> int:
        """Negative, 0 or positive: this day before, the same or after."""
        if isinstance(self, datetime) or isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self._date_number() - other._date_number()

    def _date_number(self) -> int:
        return (self._year * 16 + self._month) * 32 + self._day

    def __le__(self, value: date, /) -> bool:
        if isinstance(value, date):
            return self._order(value) <= 0
        return NotImplemented

    def __lt__(self, value: date, /) -> bool:
        if isinstance(value, date):
            return self._order(value) < 0
        return NotImplemented

    def __ge__(self, value: date, /) -> bool:
        if isinstance(value, date):
            return self._order(value) >= 0
        return NotImplemented

    def __gt__(self, value: date, /) -> bool:
        if isinstance(value, date):
            return self._order(value) > 0
        return NotImplemented

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, date):
            return not isinstance(value, datetime) and self._date_number() == value._date_number()
        return NotImplemented

    def __add__(self, value: timedelta, /) -> Self:
        if isinstance(value, timedelta):
            return self._shifted(value._days)
        return NotImplemented

    def __radd__(self, value: timedelta, /) -> Self:
        if isinstance(value, timedelta):
            return self._shifted(value._days)
        return NotImplemented

    def _shifted(self, days: int) -> Self:
        ordinal = self.toordinal() + days
        if ordinal < 1 or ordinal > _dates.MAX_ORDINAL:
            raise OverflowError("date value out of range")
        year, month, day = _dates.date_of(ordinal)
        return type(self)(year, month, day)

    @overload
    def __sub__(self, value: datetime, /) -> Never: ...
    @overload
    def __sub__(self, value: Self, /) -> timedelta: ...
    @overload
    def __sub__(self, value: timedelta, /) -> Self: ...
    def __sub__(self, value: object, /) -> object:
        if isinstance(value, timedelta):
            return self._shifted(-value._days)
        if isinstance(value, date):
            return timedelta(self.toordinal() - value.toordinal())
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._year, self._month, self._day))

    def weekday(self) -> int:
        return (self.toordinal() + 6) % 7

    def isoweekday(self) -> int:
        return self.weekday() + 1

    def isocalendar(self) -> _IsoCalendarDate:
        year, week, day = _dates.iso_calendar(self._year, self.toordinal())
        return IsoCalendarDate(year, week, day)

    def __repr__(self) -> str:
        name = _label(self, type(self) is date, "datetime.date")
        return f"{name}({self._year}, {self._month}, {self._day})"

    def __str__(self) -> str:
        return self.isoformat()


_Date: TypeAlias = date


def _seconds_and_micros(timestamp: float) -> tuple[int, int]:
    """Whole seconds (floor) and the rest in microseconds, rounded half to even."""
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if not -9223372036854775808.0 <= timestamp < 9223372036854775808.0:
        raise OverflowError("timestamp out of range for platform time_t")
    fraction, whole = _modf(timestamp)
    seconds = int(whole)
    micros = round(fraction * 1e6)
    if micros >= 1000000:
        return seconds + 1, micros - 1000000
    return (seconds - 1, micros + 1000000) if micros < 0 else (seconds, micros)


def _formatted(
    format: str, fields: _clock.struct_time, micros: int, offset: timedelta | None, name: str | None
) -> str:
    """strftime with the directives that time.strftime cannot know filled in: %f, %z, %Z."""
    parts: list[str] = []
    at = 0
    while True:
        percent = format.find("%", at)
        if percent < 0 or percent + 1 >= len(format):
            parts.append(format[at:])
            return _clock.strftime("".join(parts), fields)
        parts.append(format[at:percent])
        code = format[percent + 1]
        if code == "f":
            parts.append(f"{micros:06d}")
        elif code == "z":
            if offset is not None:
                parts.append(_dates.offset_text(offset._total(), ""))
        elif code == "Z":
            if name is not None:
                parts.append(name.replace("%", "%%"))
        else:
            parts.append(format[percent : percent + 2])
        at = percent + 2


# --- times of day ------------------------------------------------------------------------------


def _repr_clock(hour: int, minute: int, second: int, microsecond: int) -> str:
    if microsecond:
        return f"{hour}, {minute}, {second}, {microsecond}"
    return f"{hour}, {minute}, {second}" if second else f"{hour}, {minute}"


def _repr_zone(zone: _TzInfo | None, fold: int) -> str:
    text = "" if zone is None else f", tzinfo={zone!r}"
    return f"{text}, fold=1" if fold else text


class time:
    """A time of day, perhaps with a zone."""

    min: ClassVar[time]
    max: ClassVar[time]
    resolution: ClassVar[timedelta]

    _hour: int
    _minute: int
    _second: int
    _micro: int
    _zone: _TzInfo | None
    _fold: int

    def __new__(
        cls,
        hour: SupportsIndex = 0,
        minute: SupportsIndex = 0,
        second: SupportsIndex = 0,
        microsecond: SupportsIndex = 0,
        tzinfo: _TzInfo | None = None,
        *,
        fold: int = 0,
    ) -> Self:
        self = super().__new__(cls)
        self._hour = _index(hour)
        self._minute = _index(minute)
        self._second = _index(second)
        self._micro = _index(microsecond)
        self._zone = tzinfo
        self._fold = fold
        _check_time(self._hour, self._minute, self._second, self._micro, fold)
        return self

    @property
    def hour(self) -> int:
        return self._hour

    @property
    def minute(self) -> int:
        return self._minute

    @property
    def second(self) -> int:
        return self._second

    @property
    def microsecond(self) -> int:
        return self._micro

    @property
    def tzinfo(self) -> _TzInfo | None:
        return self._zone

    @property
    def fold(self) -> int:
        return self._fold

    def _micros(self) -> int:
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._micro

    def _order(self, other: time, equality: bool) -> int:
        """Negative, 0 or positive; for equality 2 when one has a zone and the other none."""
        if self._zone is other._zone:
            return self._micros() - other._micros()
        mine = self.utcoffset()
        theirs = other.utcoffset()
        if mine is None or theirs is None:
            if mine is None and theirs is None:
                return self._micros() - other._micros()
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._micros() - mine._total() - other._micros() + theirs._total()

    def __le__(self, value: time, /) -> bool:
        if isinstance(value, time):
            return self._order(value, False) <= 0
        return NotImplemented

    def __lt__(self, value: time, /) -> bool:
        if isinstance(value, time):
            return self._order(value, False) < 0
        return NotImplemented

    def __ge__(self, value: time, /) -> bool:
        if isinstance(value, time):
            return self._order(value, False) >= 0
        return NotImplemented

    def __gt__(self, value: time, /) -> bool:
        if isinstance(value, time):
            return self._order(value, False) > 0
        return NotImplemented

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, time):
            return self._order(value, True) == 0
        return NotImplemented

    def __hash__(self) -> int:
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash((self._hour, self._minute, self._second, self._micro))
        return hash(_delta(self._micros() - offset._total()))

    def isoformat(self, timespec: str = "auto") -> str:
        text = _dates.clock_text(self._hour, self._minute, self._second, self._micro, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _dates.offset_text(offset._total(), ":")

    @classmethod
    def fromisoformat(cls, time_string: str, /) -> Self:
        found = _dates.parse_time(time_string[1:] if time_string.startswith("T") else time_string)
        if found is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        clock, aware, offset = found
        return cls(clock[0], clock[1], clock[2], clock[3], _zone(offset) if aware else None)

    def strftime(self, format: str, /) -> str:
        fields = _clock.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return _formatted(format, fields, self._micro, self.utcoffset(), self.tzname())

    def __format__(self, fmt: str, /) -> str:
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self) -> timedelta | None:
        return None if self._zone is None else _checked(self._zone.utcoffset(None))

    def tzname(self) -> str | None:
        return None if self._zone is None else self._zone.tzname(None)

    def dst(self) -> timedelta | None:
        return None if self._zone is None else _checked(self._zone.dst(None))

    def replace(
        self,
        hour: SupportsIndex | None = None,
        minute: SupportsIndex | None = None,
        second: SupportsIndex | None = None,
        microsecond: SupportsIndex | None = None,
        tzinfo: _TzInfo | bool | None = True,
        *,
        fold: int | None = None,
    ) -> Self:
        made = type(self)(
            self._hour if hour is None else _index(hour),
            self._minute if minute is None else _index(minute),
            self._second if second is None else _index(second),
            self._micro if microsecond is None else _index(microsecond),
            self._zone if isinstance(tzinfo, bool) else tzinfo,
        )
        wanted = self._fold if fold is None else fold
        _check_time(0, 0, 0, 0, wanted)
        made._fold = wanted
        return made

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        name = _label(self, type(self) is time, "datetime.time")
        clock = _repr_clock(self._hour, self._minute, self._second, self._micro)
        return f"{name}({clock}{_repr_zone(self._zone, self._fold)})"

    def __str__(self) -> str:
        return self.isoformat()


_Time: TypeAlias = time


# --- dates with a time of day ------------------------------------------------------------------


class datetime(date):
    """A day and a time of day, perhaps with a zone."""

    min: ClassVar[datetime]
    max: ClassVar[datetime]
    resolution: ClassVar[timedelta]

    _hour: int
    _minute: int
    _second: int
    _micro: int
    _zone: _TzInfo | None
    _fold: int

    def __new__(
        cls,
        year: SupportsIndex,
        month: SupportsIndex,
        day: SupportsIndex,
        hour: SupportsIndex = 0,
        minute: SupportsIndex = 0,
        second: SupportsIndex = 0,
        microsecond: SupportsIndex = 0,
        tzinfo: _TzInfo | None = None,
        *,
        fold: int = 0,
    ) -> Self:
        self = super().__new__(cls, year, month, day)
        self._hour = _index(hour)
        self._minute = _index(minute)
        self._second = _index(second)
        self._micro = _index(microsecond)
        self._zone = tzinfo
        self._fold = fold
        _check_time(self._hour, self._minute, self._second, self._micro, fold)
        return self

    @property
    def hour(self) -> int:
        return self._hour

    @property
    def minute(self) -> int:
        return self._minute

    @property
    def second(self) -> int:
        return self._second

    @property
    def microsecond(self) -> int:
        return self._micro

    @property
    def tzinfo(self) -> _TzInfo | None:
        return self._zone

    @property
    def fold(self) -> int:
        return self._fold

    @classmethod
    def _from_seconds(cls, seconds: int, micro: int, tz: _TzInfo | None) -> Self:
        """Seconds since the epoch in the time of `tz` as it would be without its offset."""
        days, rest = divmod(seconds, 86400)
        year, month, day = _dates.date_of(days + _EPOCH)
        return cls(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, micro, tz)

    @classmethod
    def fromtimestamp(cls, timestamp: float, /, tz: _TzInfo | None = None) -> Self:
        seconds, micro = _seconds_and_micros(timestamp)
        made = cls._from_seconds(seconds, micro, tz)
        return made if tz is None else tz.fromutc(made)  # type: ignore[return-value]

    @classmethod
    def utcfromtimestamp(cls, t: float, /) -> Self:
        seconds, micro = _seconds_and_micros(t)
        return cls._from_seconds(seconds, micro, None)

    @classmethod
    def now(cls, tz: _TzInfo | None = None) -> Self:
        nanoseconds = _clock.time_ns()
        seconds = nanoseconds // 1000000000
        made = cls._from_seconds(seconds, nanoseconds % 1000000000 // 1000, tz)
        return made if tz is None else tz.fromutc(made)  # type: ignore[return-value]

    @classmethod
    def utcnow(cls) -> Self:
        return cls.now()

    @classmethod
    def today(cls) -> Self:
        return cls.now()

    @classmethod
    def fromordinal(cls, n: int, /) -> Self:
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _dates.date_of(n)
        return cls(year, month, day)

    @classmethod
    def combine(cls, date: _Date, time: _Time, tzinfo: _TzInfo | bool | None = True) -> Self:
        made = cls(
            date._year,
            date._month,
            date._day,
            time._hour,
            time._minute,
            time._second,
            time._micro,
            time._zone if isinstance(tzinfo, bool) else tzinfo,
        )
        made._fold = time._fold
        return made

    @classmethod
    def fromisoformat(cls, date_string: str, /) -> Self:
        end = _dates.date_length(date_string)
        found: tuple[list[int], bool, int] | None = ([0, 0, 0, 0], False, 0)
        year, month, day = 0, 0, 0
        if end > 0:
            year, month, day = _dates.parse_date(date_string[:end])
            if end < len(date_string):
                found = _dates.parse_time(date_string[end + 1 :])
        if month == 0 or found is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        clock, aware, offset = found
        zone = _zone(offset) if aware else None
        return cls(year, month, day, clock[0], clock[1], clock[2], clock[3], zone)

    @classmethod
    def strptime(cls, date_string: str, format: str, /) -> Self:
        import _strptime

        t, micro, offset, name = _strptime.parsed(date_string, format)
        zone: _TzInfo | None = None
        if offset is not None:
            zone = timezone(_delta(offset), name) if name is not None else _zone(offset)
        return cls(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, micro, zone)

    # --- in other forms ------------------------------------------------------------------------

    def _seconds(self) -> int:
        """Seconds since the epoch, read as UTC."""
        days = self.toordinal() - _EPOCH
        return days * 86400 + (self._hour * 60 + self._minute) * 60 + self._second

    def timestamp(self) -> float:
        if self._zone is None:
            seconds = self._seconds()
            if seconds < (2 - _EPOCH) * 86400:
                raise ValueError("year 0 is out of range")
            return float(seconds) + self._micro / 1e6
        return (self - _datetime_epoch()).total_seconds()

    def timetuple(self) -> _clock.struct_time:
        saving = self.dst()
        flag = -1 if saving is None else 1 if saving else 0
        return self._tuple(self._hour, self._minute, self._second, flag)

    def utctimetuple(self) -> _clock.struct_time:
        offset = self.utcoffset()
        t = self if offset is None else self - offset
        return t._tuple(t._hour, t._minute, t._second, 0)

    def date(self) -> _Date:
        return _Date(self._year, self._month, self._day)

    def time(self) -> _Time:
        return _Time(self._hour, self._minute, self._second, self._micro, fold=self._fold)

    def timetz(self) -> _Time:
        return _Time(self._hour, self._minute, self._second, self._micro, self._zone, fold=self._fold)

    def replace(
        self,
        year: SupportsIndex | None = None,
        month: SupportsIndex | None = None,
        day: SupportsIndex | None = None,
        hour: SupportsIndex | None = None,
        minute: SupportsIndex | None = None,
        second: SupportsIndex | None = None,
        microsecond: SupportsIndex | None = None,
        tzinfo: _TzInfo | bool | None = True,
        *,
        fold: int | None = None,
    ) -> Self:
        made = type(self)(
            self._year if year is None else _index(year),
            self._month if month is None else _index(month),
            self._day if day is None else _index(day),
            self._hour if hour is None else _index(hour),
            self._minute if minute is None else _index(minute),
            self._second if second is None else _index(second),
            self._micro if microsecond is None else _index(microsecond),
            self._zone if isinstance(tzinfo, bool) else tzinfo,
        )
        wanted = self._fold if fold is None else fold
        _check_time(0, 0, 0, 0, wanted)
        made._fold = wanted
        return made

    def astimezone(self, tz: _TzInfo | None = None) -> Self:
        zone = timezone(timedelta(0), "UTC") if tz is None else tz
        mine = self._zone
        if mine is zone:
            return self
        offset = self.utcoffset()
        utc = self if offset is None else self - offset
        return zone.fromutc(utc.replace(tzinfo=zone))  # type: ignore[return-value]

    def ctime(self) -> str:
        return self._ctime(f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}")

    def strftime(self, format: str, /) -> str:
        return _formatted(format, self.timetuple(), self._micro, self.utcoffset(), self.tzname())

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        if len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str")
        clock = _dates.clock_text(self._hour, self._minute, self._second, self._micro, timespec)
        text = f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}"
        offset = self.utcoffset()
        return text if offset is None else text + _dates.offset_text(offset._total(), ":")

    def utcoffset(self) -> timedelta | None:
        return None if self._zone is None else _checked(self._zone.utcoffset(self))

    def tzname(self) -> str | None:
        return None if self._zone is None else self._zone.tzname(self)

    def dst(self) -> timedelta | None:
        return None if self._zone is None else _checked(self._zone.dst(self))

    # --- order and arithmetic ------------------------------------------------------------------

    def _micros(self) -> int:
        return self._seconds() * 1000000 + self._micro

    def _compare(self, other: _Date, equality: bool) -> int:
        """Negative, 0 or positive; for equality anything but 0 when they cannot be compared."""
        if not isinstance(other, datetime):
            if equality:
                return 2
            raise TypeError("can't compare datetime.datetime to datetime.date")
        if self._zone is other._zone:
            return self._micros() - other._micros()
        mine = self.utcoffset()
        theirs = other.utcoffset()
        if equality and (self._ambiguous(mine) or other._ambiguous(theirs)):
            return 2
        if mine is None or theirs is None:
            if mine is None and theirs is None:
                return self._micros() - other._micros()
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._micros() - mine._total() - other._micros() + theirs._total()

    def _ambiguous(self, offset: timedelta | None) -> bool:
        """The offset depends on the fold: never equal to a time of another zone (PEP 495)."""
        if self._zone is None or isinstance(self._zone, timezone):
            return False
        return self.replace(fold=1 - self._fold).utcoffset() != offset

    def __le__(self, value: _Date, /) -> bool:
        if isinstance(value, _Date):
            return self._compare(value, False) <= 0
        return NotImplemented

    def __lt__(self, value: _Date, /) -> bool:
        if isinstance(value, _Date):
            return self._compare(value, False) < 0
        return NotImplemented

    def __ge__(self, value: _Date, /) -> bool:
        if isinstance(value, _Date):
            return self._compare(value, False) >= 0
        return NotImplemented

    def __gt__(self, value: _Date, /) -> bool:
        if isinstance(value, _Date):
            return self._compare(value, False) > 0
        return NotImplemented

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, datetime):
            return self._compare(value, True) == 0
        if isinstance(value, _Date):
            return False
        return NotImplemented

    def __hash__(self) -> int:
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash((self._year, self._month, self._day, self._seconds(), self._micro))
        return hash(_delta(self._micros() + _EPOCH * _DAY_US - offset._total()))

    def _moved(self, microseconds: int) -> Self:
        total = self._micros() + microseconds
        seconds, micro = divmod(total, 1000000)
        if seconds < (1 - _EPOCH) * 86400 or seconds >= (_dates.MAX_ORDINAL + 1 - _EPOCH) * 86400:
            raise OverflowError("date value out of range")
        days, rest = divmod(seconds, 86400)
        year, month, day = _dates.date_of(days + _EPOCH)
        return type(self)(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, micro, self._zone)

    def __add__(self, value: timedelta, /) -> Self:
        if isinstance(value, timedelta):
            return self._moved(value._total())
        return NotImplemented

    def __radd__(self, value: timedelta, /) -> Self:
        if isinstance(value, timedelta):
            return self._moved(value._total())
        return NotImplemented

    @overload  # type: ignore[override]
    def __sub__(self, value: Self, /) -> timedelta: ...
    @overload
    def __sub__(self, value: timedelta, /) -> Self: ...
    def __sub__(self, value: object, /) -> object:
        if isinstance(value, timedelta):
            return self._moved(-value._total())
        if isinstance(value, datetime):
            return self._since(value)
        return NotImplemented

    def _since(self, other: datetime) -> timedelta:
        if self._zone is other._zone:
            return _delta(self._micros() - other._micros())
        mine = self.utcoffset()
        theirs = other.utcoffset()
        if mine is None and theirs is None:
            return _delta(self._micros() - other._micros())
        if mine is None or theirs is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._micros() - mine._total() - other._micros() + theirs._total())

    def __repr__(self) -> str:
        name = _label(self, type(self) is datetime, "datetime.datetime")
        clock = _repr_clock(self._hour, self._minute, self._second, self._micro)
        rest = (", fold=1" if self._fold else "") + _repr_zone(self._zone, 0)
        return f"{name}({self._year}, {self._month}, {self._day}, {clock}{rest})"

    def __str__(self) -> str:
        return self.isoformat(" ")


def _datetime_epoch() -> datetime:
    return datetime(1970, 1, 1, 0, 0, 0, 0, timezone.utc)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(0, 0, 1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(0, 0, 1)
