"""Numbers written and read in words in two languages, ordinals, durations, lists with commas, and plural rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache


class NotANumber(ValueError):
    pass


class Speaker(ABC):
    small: Sequence[str]
    tens: Sequence[str]

    @abstractmethod
    def below_thousand(self, number: int) -> str: ...

    @abstractmethod
    def groups(self, number: int) -> Iterator[str]: ...

    minus = "minus"
    zero = "zero"
    glue = " "

    def say(self, number: int) -> str:
        if number < 0:
            return f"{self.minus} {self.say(-number)}"
        return self.glue.join(self.groups(number)) or self.zero

    @lru_cache(maxsize=8)
    def cached(self, number: int) -> str:
        return self.say(number)


class English(Speaker):
    small = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
        " "
    )
    tens = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
    scale = ["", "thousand", "million", "billion", "trillion", "quadrillion"]

    def below_thousand(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        parts = [f"{self.small[hundreds]} hundred"] if hundreds else []
        if rest:
            tail = (
                self.small[rest]
                if rest < 20
                else self.tens[rest // 10] + (f"-{self.small[rest % 10]}" if rest % 10 else "")
            )
            parts.append(("and " if hundreds else "") + tail)
        return " ".join(parts)

    def groups(self, number: int) -> Iterator[str]:
        for power in range(len(self.scale) - 1, -1, -1):
            group, number = divmod(number, 1000**power)
            if group >= 1000:
                raise OverflowError(f"{group} {self.scale[power]}s have no name")
            if group:
                lonely = power == 0 and group < 100 and self.started
                yield (
                    "and " if lonely else ""
                ) + f"{self.below_thousand(group)} {self.scale[power]}".rstrip()
                self.started = True
        self.started = False

    started = False

    def ordinal(self, number: int) -> str:
        text = self.say(number)
        head, space, last = text.rpartition("-" if "-" in text.split()[-1] else " ")
        odd = {
            "one": "first",
            "two": "second",
            "three": "third",
            "five": "fifth",
            "eight": "eighth",
            "nine": "ninth",
            "twelve": "twelfth",
        }
        return head + space + odd.get(last, last[:-1] + "ieth" if last.endswith("y") else last + "th")

    def read(self, text: str) -> int:
        total = current = 0
        words = text.lower().replace("-", " ").replace(" and ", " ").split()
        sign = 1
        if words[:1] == ["minus"]:
            sign, words = -1, words[1:]
        if not words:
            raise NotANumber(f"nothing in {text!r}")
        for word in words:
            if word in self.small[1:]:
                current += self.small.index(word)
            elif word in self.tens[2:]:
                current += self.tens.index(word) * 10
            elif word == "hundred":
                current *= 100
            elif word in self.scale[1:]:
                total += current * 1000 ** self.scale.index(word)
                current = 0
            elif word != "zero":
                raise NotANumber(f"{word!r} in {text!r}")
        return sign * (total + current)


class German(Speaker):
    small = " ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
        " "
    )
    tens = "  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ")
    zero = "null"
    big = [(10**9, "Milliarde", "Milliarden"), (10**6, "Million", "Millionen")]

    def below_thousand(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        text = f"{self.small[hundreds]}hundert" if hundreds else ""
        if rest < 20:
            return text + self.small[rest]
        unit = self.small[rest % 10]
        return text + (f"{unit}und" if unit else "") + self.tens[rest // 10]

    def groups(self, number: int) -> Iterator[str]:
        for size, one, many in self.big:
            group, number = divmod(number, size)
            if group:
                yield f"eine {one}" if group == 1 else f"{self.say(group)} {many}"
        thousands, rest = divmod(number, 1000)
        text = f"{self.below_thousand(thousands)}tausend" if thousands else ""
        text += self.below_thousand(rest)
        if text:
            yield text + ("s" if text.endswith("ein") else "")


def listing(items: Sequence[str], word: str = "and") -> str:
    match items:
        case []:
            return "nothing"
        case [one]:
            return one
        case [one, two]:
            return f"{one} {word} {two}"
        case [*most, last]:
            return f"{', '.join(most)}, {word} {last}"
    raise AssertionError(items)


def duration(span: timedelta, say: Callable[[int], str] = str) -> str:
    seconds = int(abs(span).total_seconds())
    parts = []
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{say(count)} {name}{'' if count == 1 else 's'}")
    return listing(parts) + (" ago" if span < timedelta(0) else "")


english, german = English(), German()
NUMBERS = [
    0,
    1,
    7,
    13,
    20,
    21,
    99,
    100,
    101,
    342,
    1000,
    1001,
    1100,
    21_021,
    100_000,
    999_999,
    1_000_000,
    2_000_001,
    1_234_567_890,
    -17,
]
for number in NUMBERS:
    spoken = english.say(number)
    assert english.read(spoken) == number, spoken
    print(f"{number:>14,} {spoken} / {german.say(number)}")
print([english.ordinal(n) for n in (1, 2, 3, 5, 8, 12, 20, 21, 30, 100, 113, 1000)])
wrong = [n for n in range(0, 120_000, 7) if english.read(english.say(n)) != n]
print(
    wrong,
    len({german.say(n) for n in range(5000)}),
    max(range(1000), key=lambda n: len(english.say(n))),
    min("8 5 4 9 1".split(), key=lambda d: english.say(int(d))),
)
print([listing(list("abcd"[:n])) for n in range(5)], listing(("x", "y"), "or"))
print(
    duration(timedelta(days=1, seconds=3661)),
    "|",
    duration(timedelta(minutes=-90), english.say),
    "|",
    duration(timedelta(0)),
    "|",
    duration(timedelta(weeks=1)),
)
print(english.cached(3), english.cached(3), English.cached.cache_info().hits, english.say(10**17 + 1))
for text in ["", "minus", "twenty blah", "hundred", "two hundred thousand and six"]:
    try:
        print(repr(text), english.read(text))
    except NotANumber as error:
        print("not a number:", error)
english.say(10**18)
