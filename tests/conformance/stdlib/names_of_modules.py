"""Names of modules, asked for by literals."""
import collections
import math
import string
import sys
import time
from typing import Any

print(hasattr(math, "tau"), hasattr(math, "nope"), getattr(math, "nope", 5), getattr(math, "pi"))
root = getattr(math, "sqrt")
print(root(4.0))
cube = getattr(math, "cbrt", None)
print(cube is not None and round(cube(27.0)))
print(hasattr(sys, "getwindowsversion"), hasattr(sys, "maxsize"), hasattr(time, "perf_counter_ns"))
if hasattr(math, "sumprod"):
    print("3.12")
else:
    print("older")
now = getattr(time, "monotonic", time.time)
print(now() > 0)
Counter: Any = getattr(collections, "Counter")
print(Counter("aab").most_common(1))
print(getattr(string, "digits", ""), len(getattr(string, "ascii_letters")))
print(hasattr(string, "uppercase"), getattr(string, "uppercase", "none"))
isclose = getattr(math, "isclose", lambda a, b: a == b)
print(isclose(0.1 + 0.2, 0.3), isclose(1.0, 1.1))
