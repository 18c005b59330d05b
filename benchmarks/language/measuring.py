"""How a program of this directory measures itself; the same under every implementation.

python sieve.py 2.0        repeat for 2 seconds of processor time, at least six times
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def measure(run: Callable[[], bool]) -> None:
    """Print the mean processor time of a repetition in the second half of the time, in seconds.

    The first half is for just-in-time compilers to warm up; the mean has the collectors' work in it.
    `run` checks its own result: False ends the program with exit code 1.
    """
    budget = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
    begin = time.process_time()
    count = 0
    while count < 3 or time.process_time() - begin < budget / 2.0:
        if not run():
            print("wrong result")
            sys.exit(1)
        count += 1
    start = time.process_time()
    for _ in range(count):
        run()
    print(f"{(time.process_time() - start) / count:.9f}")
