"""Flyweights: glyphs made once each and shared, with weak and strong tables, and what identity tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple


class Glyph:
    """One per letter and style; made by `of` alone."""

    __slots__ = ("letter", "style")
    _made: ClassVar[dict[tuple[str, str], Glyph]] = {}
    asked: ClassVar[int] = 0

    def __init__(self, letter: str, style: str) -> None:
        self.letter = letter
        self.style = style

    @classmethod
    def of(cls, letter: str, style: str = "plain") -> Glyph:
        cls.asked += 1
        key = letter, style
        try:
            return cls._made[key]
        except KeyError:
            return cls._made.setdefault(key, cls(letter, style))

    @classmethod
    def count(cls) -> int:
        return len(cls._made)

    @property
    def width(self) -> int:
        return {"i": 1, "l": 1, "m": 3, "w": 3, " ": 1}.get(self.letter, 2) + (self.style == "bold")

    def __repr__(self) -> str:
        return f"{self.letter!r}/{self.style[0]}"


class Placed(NamedTuple):
    glyph: Glyph
    x: int
    line: int


@dataclass
class Page:
    wide: int

    def lay_out(self, text: Iterable[Glyph]) -> Iterator[Placed]:
        x = line = 0
        for glyph in text:
            if x + glyph.width > self.wide:
                x, line = 0, line + 1
                if glyph.letter == " ":
                    continue
            yield Placed(glyph, x, line)
            x += glyph.width


def styled(text: str) -> Iterator[Glyph]:
    """Stars switch to bold and back."""
    style = "plain"
    for letter in text:
        if letter == "*":
            style = "bold" if style == "plain" else "plain"
        else:
            yield Glyph.of(letter, style)


@lru_cache(maxsize=None)
def colour(red: int, green: int, blue: int) -> tuple[int, int, int]:
    return red, green, blue


text = "will *will* swim in the *mill* pond"
placed = list(Page(14).lay_out(styled(text)))
print(len(placed), "placed,", Glyph.count(), "made,", Glyph.asked, "asked")
for line in range(placed[-1].line + 1):
    here = [p for p in placed if p.line == line]
    print(
        f"{line}: {''.join(p.glyph.letter for p in here)!r:<14} ends at {here[-1].x + here[-1].glyph.width}"
    )
ls = [p.glyph for p in placed if p.glyph.letter == "l"]
print(Counter(map(repr, ls)), len({id(glyph) for glyph in ls}), ls[0] is Glyph.of("l"), ls[0] is ls[2])
print(Glyph("l", "plain") is ls[0], Glyph("l", "plain") == ls[0], placed[3]._replace(x=99))
print(colour(1, 2, 3) is colour(1, 2, 3), colour.cache_info().hits, colour(1, 2, 3) == (1, 2, 3))
