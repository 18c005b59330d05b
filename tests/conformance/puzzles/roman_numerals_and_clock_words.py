"""Numbers written as Roman numerals, in words and as times of the day, there and back."""

from __future__ import annotations

from collections.abc import Iterator

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = dict(enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2))
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


class NotRoman(ValueError):
    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text!r} is no Roman numeral: {reason}")
        self.reason = reason


def to_roman(number: int) -> str:
    if not 0 < number < 4000:
        raise ValueError(f"{number} cannot be written")
    out = []
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        out.append(letters * times)
    return "".join(out)


def from_roman(text: str) -> int:
    total, rest = 0, text
    for value, letters in ROMAN:
        while rest.startswith(letters):
            total += value
            rest = rest[len(letters) :]
    if rest:
        raise NotRoman(text, f"{rest[0]!r} at {len(text) - len(rest)}")
    if to_roman(total) != text:
        raise NotRoman(text, f"{total} is {to_roman(total)}")
    return total


def words(number: int) -> Iterator[str]:
    if number < 0:
        yield "minus"
        yield from words(-number)
        return
    for scale, name in SCALES:
        if number >= scale:
            yield from words(number // scale)
            yield name
            number %= scale
            if number == 0:
                return
            if scale == 100 or number < 100:
                yield "and"
    if number >= 20:
        ten, one = divmod(number, 10)
        yield TENS[ten] + ("-" + SMALL[one] if one else "")
    else:
        yield SMALL[number]


def clock(hour: int, minute: int) -> str:
    ahead = SMALL[hour % 12 + 1]
    match minute:
        case 0:
            return f"{SMALL[(hour - 1) % 12 + 1]} o'clock"
        case 15 | 30:
            return f"{'quarter' if minute == 15 else 'half'} past {SMALL[(hour - 1) % 12 + 1]}"
        case 45:
            return f"quarter to {ahead}"
        case _ if minute < 30:
            return f"{' '.join(words(minute))} past {SMALL[(hour - 1) % 12 + 1]}"
        case _:
            return f"{' '.join(words(60 - minute))} to {ahead}"


for number in (1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999):
    roman = to_roman(number)
    assert from_roman(roman) == number
    print(f"{number:>5} {roman:<12} {' '.join(words(number))}")
assert all(from_roman(to_roman(n)) == n for n in range(1, 4000))
for text in ("IIII", "VX", "MCMXCIVA", "", "IC"):
    try:
        print(text, from_roman(text))
    except NotRoman as error:
        print(error, "|", error.reason)
    except ValueError as error:
        print("empty:", error)
for number in (0, -17, 100, 101, 1_000, 1_001, 12_345, 1_000_000, 7_000_000_019, 999_999_999_999):
    print(number, "=", " ".join(words(number)))
print([clock(h, m) for h, m in ((12, 0), (0, 5), (11, 45), (12, 59), (6, 30), (18, 15), (23, 31))])
