"""datetime.time, time.struct_time, time.strftime and friends."""

from __future__ import annotations

import time as clock
from datetime import UTC, time, timedelta, timezone

for t in (time(), time(1, 2), time(13, 14, 15), time(23, 59, 59, 999999), time(8, tzinfo=UTC), time(9, 30, fold=1)):
    print(repr(t), t, t.isoformat(), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.utcoffset(), t.fold)
    print("  ", t.strftime("%H:%M:%S.%f %I %p %z|%Z|%Y-%m-%d"), f"{t:%H}", [t.isoformat(x) for x in ("hours", "minutes", "seconds", "milliseconds")])
east = timezone(timedelta(hours=2))
print(time(10, tzinfo=east) == time(8, tzinfo=UTC), time(10) == time(10, tzinfo=UTC), time(1) < time(2), time(1, 0, 0, 1) > time(1))
print(hash(time(10, tzinfo=east)) == hash(time(8, tzinfo=UTC)), time(9).replace(minute=5, tzinfo=east), time.min, time.max, time.resolution)
for text in ("T12:30", "12", "1230", "12:30:15.999999999", "12:30Z", "12:30+01:00", "x", "", "24:00", "12:30:61", "12:3"):
    try:
        print(text, repr(time.fromisoformat(text)))
    except ValueError as error:
        print(text, "ValueError", error)
try:
    print(time(1) < time(2, tzinfo=UTC))
except TypeError as error:
    print(error)

for seconds in (0, 951782400, 1700000000, -1, -86401, 253402300799, 1e9, 1.9, -0.5):
    g = clock.gmtime(seconds)
    print(g, clock.asctime(g), clock.mktime(g), clock.ctime(seconds))
g = clock.gmtime(1709211909)
print(clock.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %w %u %y %C %G %g %V %e %k %l %p %I %D %F %T %R %n%t%%", g))
print(clock.strftime("%-d %-m %-H %-I %_d %_H %05d %^a %^B %#p %#Z %10Y %-j %Ey %Od %q %", g))
print(clock.strftime("%c | %x | %X | %r | %h", g), clock.strftime("%Y", (5, 1, 1, 0, 0, 0, 0, 1, 0)), clock.strftime("%H", (2024, 0, 0, 5, 0, 0, 0, 0, -1)))
print(len(g), g[0], g[-1], g[1:3], list(g), tuple(g), g.tm_yday, g == clock.gmtime(1709211909), g == tuple(g), g.tm_zone, g.tm_gmtoff)
year, month, *rest = g
print(year, month, rest, g < clock.gmtime(1809211909), hash(g) == hash(tuple(g)), 29 in g)
for bad in ((2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 24, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 60, 0, 0, 1, 0),
            (2024, 1, 1, 0, 0, 62, 0, 1, 0), (2024, 1, 1, 0, 0, 0, -2, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 367, 0)):
    try:
        print(clock.strftime("%Y", bad))
    except ValueError as error:
        print(error)
print(clock.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M"), clock.strptime("Thu Feb 29 13:05:09 2024"))
before = clock.perf_counter_ns()
print(clock.monotonic() <= clock.monotonic(), clock.perf_counter_ns() >= before, clock.process_time() >= 0.0, clock.thread_time_ns() >= 0)
print(abs(clock.time() - clock.time_ns() / 1e9) < 5, clock.clock_gettime(clock.CLOCK_REALTIME) > 1e9, clock.get_clock_info("monotonic").monotonic)
print(clock.timezone, clock.altzone, clock.daylight, clock.tzname)
