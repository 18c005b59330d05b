"""How a program of this directory measures its operations; the same under CPython and compiled.

python texts.py            all of them: name and microseconds, the best of several rounds
python texts.py split      some
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def measure(operations: list[tuple[str, Callable[[], object]]]) -> None:
    wanted = sys.argv[1:]
    for name, operation in operations:
        if not wanted or name in wanted:
            print(name, f"{_microseconds(operation):.3f}", flush=True)


def _microseconds(operation: Callable[[], object]) -> float:
    operation()
    count = 1
    while _seconds(operation, count) < 0.004:  # so long that the clock is exact
        count *= 2
    return min([_seconds(operation, count) for _ in range(8)]) / count * 1e6


def _seconds(operation: Callable[[], object], count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        operation()
    return time.perf_counter() - start
