"""Our datetime does what CPython's does: arithmetic, text both ways, order, errors."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from hosted import load

ours = load("datetime")

PARTS = st.tuples(
    st.integers(-10, 10) | st.floats(-1e3, 1e3) | st.integers(-(10**9), 10**9),
    st.integers(-(10**6), 10**6) | st.floats(-1e5, 1e5),
    st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6),
)
MOMENTS = st.datetimes()
OFFSETS = st.none() | st.integers(-86399, 86399)


def outcome(work: Callable[[], object]) -> str:
    try:
        return str(work())
    except (ArithmeticError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"



def moment(module: Any, m: datetime.datetime, offset: int | None) -> Any:
    zone = None if offset is None else module.timezone(module.timedelta(seconds=offset))
    return module.datetime(m.year, m.month, m.day, m.hour, m.minute, m.second, m.microsecond, zone)


@given(PARTS, PARTS, st.integers(-100, 100) | st.floats(-100, 100))
def test_durations(a: tuple[Any, Any, Any], b: tuple[Any, Any, Any], factor: int | float) -> None:
    def facts(module: Any) -> list[str]:
        x = outcome(lambda: repr(module.timedelta(*a)))
        if "Error" in x:
            return [x]
        try:
            p, q = module.timedelta(*a), module.timedelta(*b)
        except OverflowError:
            return [x]
        works: list[Callable[[], object]] = [
            lambda: repr(p + q), lambda: repr(p - q), lambda: repr(p * factor), lambda: repr(p / factor),
            lambda: p / q, lambda: p // q, lambda: repr(p % q), lambda: str(p), lambda: p.total_seconds(),
            lambda: repr(-p), lambda: repr(abs(p)), lambda: (p < q, p == q, p >= q), lambda: hash(p),
        ]  # fmt: skip
        return [x, *(outcome(work) for work in works)]

    assert facts(ours) == facts(datetime)


@given(MOMENTS, OFFSETS, MOMENTS, OFFSETS, PARTS)
def test_moments(
    m: datetime.datetime, o: int | None, n: datetime.datetime, p: int | None, span: tuple[Any, Any, Any]
) -> None:
    def facts(module: Any) -> list[str]:
        x, y = moment(module, m, o), moment(module, n, p)
        works: list[Callable[[], object]] = [
            lambda: repr(x), lambda: str(x), lambda: x.isoformat("_", "milliseconds"), lambda: repr(x - y),
            lambda: x < y, lambda: x == y, lambda: repr(x + module.timedelta(*span)), lambda: x.timestamp(),
            lambda: tuple(x.isocalendar()), lambda: x.toordinal(), lambda: x.weekday(), lambda: x.ctime(),
            lambda: repr(x.astimezone(module.timezone.utc)), lambda: tuple(x.utctimetuple()),
            lambda: repr(module.datetime.fromisoformat(x.isoformat())), lambda: repr(x.date()),
            lambda: repr(x.timetz()), lambda: tuple(x.timetuple()),
        ]  # fmt: skip
        return [outcome(work) for work in works]

    assert facts(ours) == facts(datetime)


@given(
    st.text("0123456789-:.,TWZ+ ", max_size=32)
    | st.builds(
        lambda m, o, cut: moment(datetime, m, o).isoformat()[:cut], MOMENTS, OFFSETS, st.integers(0, 35)
    )
)
def test_iso_text(text: str) -> None:
    def facts(module: Any) -> list[str]:
        makers = [module.date, module.time, module.datetime]
        return [outcome(partial(read, maker)) for maker in makers]

    def read(maker: Any) -> str:
        return repr(maker.fromisoformat(text))

    assert facts(ours) == facts(datetime)
