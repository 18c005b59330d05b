"""Infinities and nans."""

import math

inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, inf + 1.0, inf - inf, inf * 0.0, -inf < inf)
print(nan == nan, nan != nan, nan < 1.0, inf == inf, math.isnan(nan), math.isinf(-inf), math.isfinite(1.0))
print(1.0 / inf, -1.0 / inf, max(1.0, inf), min(1.0, -inf))
for text in ("inf", "-Infinity", "nan", " 1.5 ", "1e3", "-.5", "1_0.5"):
    print(text, float(text))
for text in ("", "abc", "1e", "1.2.3"):
    try:
        print(float(text))
    except ValueError as error:
        print(error)
try:
    print(int(inf))
except OverflowError as error:
    print(error)
try:
    print(int(nan))
except ValueError as error:
    print(error)
