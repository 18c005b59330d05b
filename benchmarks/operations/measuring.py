"""What the programs of this directory measure with and on; the same under CPython and compiled.

python texts.py            all of them: name and microseconds, the best of several rounds
python texts.py split      some
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

WORDS = [f"word{i * 7919 % 1000}" for i in range(1000)]
TEXT = " ".join(WORDS)
NUMS = [(i * 7919) % 1009 for i in range(1000)]
FLOATS = [n / 7 for n in NUMS]
REC = [
    {"id": i, "name": f"n{i}", "tags": ["a", "b", str(i)], "score": i / 3, "ok": i % 2 == 0, "none": None}
    for i in range(50)
]


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
