"""Clocks go forward."""

import time
from collections.abc import Callable
from typing import Any

first = time.monotonic()
second = time.monotonic()
print(second >= first, time.perf_counter() >= 0.0, isinstance(time.time(), float), time.time() > 1_600_000_000.0)
started = time.monotonic()
time.sleep(0.02)
spent = time.monotonic() - started
print(0.019 < spent < 1.0, time.monotonic_ns() > 0, time.time_ns() > 10**18)


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except (ValueError, OverflowError, OSError, TypeError) as error:
        print(type(error).__name__, error, error.__suppress_context__)


# the ends of the calendar
for seconds in (-1e200, 1e20, -(2**70), 2**63, float("nan"), float("inf"), 67768036191676800, -(2**56)):
    attempt(lambda: time.gmtime(seconds))
    attempt(lambda: time.ctime(seconds))
for seconds in (67768036191676799 - 86400 * 400, -62135596800, -62167219200 - 1, 253402300800, 951782400, -2203891200):
    attempt(lambda: tuple(time.gmtime(seconds)))
attempt(lambda: time.strftime("%S\x00", time.gmtime(0)))
attempt(lambda: time.strptime("19", "%Y %"))
attempt(lambda: time.strptime("2000", "%Y %Q"))
short: Any = (1, 2)
attempt(lambda: time.asctime(short))
attempt(lambda: time.mktime(()))  # type: ignore[arg-type]
attempt(lambda: time.asctime((12345, 1, 0, 0, 0, 0, 0, 0, 0)))
attempt(lambda: time.asctime((2000, 13, 0, 0, 0, 0, 0, 0, 0)))
