"""Classes of the library whose class methods alone construct them."""

from datetime import date, datetime, time, timezone
from fractions import Fraction
from typing import Any


def parse(word: str) -> Any:
    if ":" not in word:
        result: Any = date.fromisoformat(word)
    elif "T" not in word:
        result = time.fromisoformat(word)
    else:
        result = datetime.fromisoformat(word)
    return result


for word in ("2024-02-29", "12:30:05.25", "2024-02-29T23:59:59+00:00"):
    value = parse(word)
    print(type(value).__name__, value, repr(value))
print(date.fromordinal(738000), datetime.fromtimestamp(86400.5, timezone.utc), date.fromisocalendar(2024, 9, 4))
print(Fraction.from_float(0.375), Fraction.from_float(-2.5).numerator)
print(parse("2024-02-30"))
