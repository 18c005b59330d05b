"""Exit codes of unknown kind, texts that are interned, and what modules of the library have."""

import math
import sys
import time
from typing import Any

print(hasattr(math, "pi"), hasattr(time, "monotonic"), hasattr(sys, "maxsize"))
if hasattr(time, "perf_counter"):
    print("clock")
word = "inter" + str(len(sys.argv))
again = "inter" + str(len(sys.argv))
print(word is again, sys.intern(word) is sys.intern(again), sys.intern("a" * 3) == "aaa")


class Text(str):
    pass


try:
    sys.intern(Text("x"))
except TypeError as error:
    print(error)
print(sys.implementation.version[:2], sys.implementation.name.islower())
codes: list[Any] = ["text", 3, None, True]
for code in codes:
    try:
        sys.exit(code)
    except SystemExit as error:
        print(error.code, error.args)
sys.exit(codes[0])
