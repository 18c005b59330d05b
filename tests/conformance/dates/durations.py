"""timedelta: making, normalising, arithmetic, comparing, text, hashing, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

spans = [
    timedelta(),
    timedelta(1),
    timedelta(days=-1),
    timedelta(hours=25, minutes=61, seconds=61),
    timedelta(weeks=2, days=3, milliseconds=5, microseconds=7),
    timedelta(seconds=-1),
    timedelta(microseconds=-1),
    timedelta(days=1.5),
    timedelta(hours=0.1),
    timedelta(seconds=0.1 + 0.2),
    timedelta(milliseconds=0.0005),
    timedelta(microseconds=0.5),
    timedelta(microseconds=1.5),
    timedelta(microseconds=2.5),
    timedelta(days=0.1, hours=0.1, minutes=0.1, seconds=0.1, milliseconds=0.1, microseconds=0.1),
    timedelta(microseconds=10**15 + 1),
]
for span in spans:
    print(repr(span), str(span), span.days, span.seconds, span.microseconds, span.total_seconds(), bool(span))
    print("  ", -span, abs(span), +span, hash(span))

a = timedelta(days=2, hours=3, minutes=4, seconds=5, microseconds=6)
b = timedelta(hours=7, microseconds=13)
print(a + b, a - b, b - a, a * 3, 3 * a, a * -2, a * 1.5, 0.1 * b)
print(a / b, a // b, a % b, divmod(a, b), a / 2, a / 7, a / 2.5, a // 7, -a // 7, a % -b)
print(a < b, a <= a, a > b, a >= b, a == timedelta(days=2, seconds=11045, microseconds=6), a != b)
print(sorted(spans))
print(max(spans), min(spans), sum([a, b, a], timedelta()))
print(timedelta.min, timedelta.max, timedelta.resolution)
print(a in {a: 1}, {timedelta(1): "day", timedelta(7): "week"}[timedelta(hours=24)], len(set(spans)))
print(timedelta(1) == 1, timedelta(1) != "x")
print(timedelta(microseconds=3) / 2, timedelta(microseconds=5) / 2, timedelta(microseconds=-3) / 2)
print(timedelta(seconds=1) * 0.3333333, timedelta(days=999999999) * 0.5)


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, work())
    except Exception as error:
        print(name, type(error).__name__, error)


attempt("big", lambda: timedelta(10**9))
attempt("overflow", lambda: timedelta.max + timedelta.resolution)
attempt("negate", lambda: -timedelta.max)
attempt("zero", lambda: a / 0)
attempt("zero floor", lambda: a // 0)
attempt("zero float", lambda: a / 0.0)
attempt("zero delta", lambda: a / timedelta())
attempt("zero delta floor", lambda: a // timedelta())
attempt("nan", lambda: a * float("nan"))
attempt("inf", lambda: timedelta(float("inf")))


def human(span: timedelta) -> str:
    """3d 4h 5m, as people write."""
    minutes = int(span.total_seconds()) // 60
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    parts = [f"{n}{unit}" for n, unit in ((days, "d"), (hours, "h"), (minutes, "m")) if n]
    return " ".join(parts) or "0m"


for span in spans[:6]:
    print(human(abs(span)), f"[{span}]", f"{span!s:>20}")
