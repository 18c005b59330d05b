"""Clocks go forward."""

import time

first = time.monotonic()
second = time.monotonic()
print(second >= first, time.perf_counter() >= 0.0, isinstance(time.time(), float), time.time() > 1_600_000_000.0)
started = time.monotonic()
time.sleep(0.02)
spent = time.monotonic() - started
print(0.019 < spent < 1.0, time.monotonic_ns() > 0, time.time_ns() > 10**18)
