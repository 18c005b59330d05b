"""Notes, scales and chords: spelling, transposing, naming chords, frequencies and durations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from functools import total_ordering
from itertools import accumulate, cycle, islice

LETTERS = "CDEFGAB"
STEPS = (0, 2, 4, 5, 7, 9, 11)


@total_ordering
@dataclass(frozen=True)
class Note:
    letter: str
    accidental: int = 0
    octave: int = 4

    @classmethod
    def parse(cls, text: str) -> "Note":
        found = re.fullmatch(r"([A-G])(#{0,2}|b{0,2})(-?\d)?", text)
        if found is None:
            raise ValueError(f"{text!r} is no note")
        letter, signs, octave = found.groups()
        accidental = len(signs) * (-1 if signs.startswith("b") else 1)
        return cls(letter, accidental, 4 if octave is None else int(octave))

    @property
    def pitch(self) -> int:
        """Semitones above C-1, as MIDI counts."""
        return (self.octave + 1) * 12 + STEPS[LETTERS.index(self.letter)] + self.accidental

    @property
    def hertz(self) -> float:
        return float(440 * 2.0 ** ((self.pitch - 69) / 12))

    def __lt__(self, other: "Note") -> bool:
        return self.pitch < other.pitch

    def __str__(self) -> str:
        return self.letter + ("#" * self.accidental or "b" * -self.accidental)

    def __add__(self, interval: "Interval") -> "Note":
        place = LETTERS.index(self.letter) + interval.degree - 1
        octave, index = divmod(place, 7)
        plain = Note(LETTERS[index], 0, self.octave + octave)
        return Note(plain.letter, self.pitch + interval.semitones - plain.pitch, plain.octave)

    def __sub__(self, other: "Note") -> "Interval":
        degree = (
            LETTERS.index(self.letter) - LETTERS.index(other.letter) + 7 * (self.octave - other.octave) + 1
        )
        return Interval(degree, self.pitch - other.pitch)


@dataclass(frozen=True)
class Interval:
    degree: int
    semitones: int

    def __str__(self) -> str:
        simple = (self.degree - 1) % 7
        usual = STEPS[simple] + (self.degree - 1) // 7 * 12
        perfect = simple in (0, 3, 4)
        names = {-2: "dd", -1: "d", 0: "P", 1: "A"} if perfect else {-2: "d", -1: "m", 0: "M", 1: "A"}
        return f"{names.get(self.semitones - usual, '?')}{self.degree}"


class Mode(IntEnum):
    IONIAN = 0
    DORIAN = 1
    PHRYGIAN = 2
    LYDIAN = 3
    MIXOLYDIAN = 4
    AEOLIAN = 5
    LOCRIAN = 6

    def intervals(self) -> Iterator[Interval]:
        gaps = [b - a for a, b in zip(STEPS, (*STEPS[1:], 12), strict=True)]
        turned = islice(cycle(gaps), self.value, self.value + 6)
        for degree, semitones in enumerate(accumulate(turned, initial=0), 1):
            yield Interval(degree, semitones)


CHORDS = {"": (0, 4, 7), "m": (0, 3, 7), "dim": (0, 3, 6), "aug": (0, 4, 8), "7": (0, 4, 7, 10), "m7": (0, 3, 7, 10),
          "maj7": (0, 4, 7, 11), "m7b5": (0, 3, 6, 10)}  # fmt: skip


def scale(root: Note, mode: Mode) -> list[Note]:
    return [root + interval for interval in mode.intervals()]


def chord_name(notes: Iterable[Note]) -> str:
    heard = list(notes)
    for turn in range(len(heard)):
        root, *rest = heard[turn:] + heard[:turn]
        shape = tuple(sorted({(note.pitch - root.pitch) % 12 for note in (root, *rest)}))
        for name, wanted in CHORDS.items():
            if shape == wanted:
                return f"{root}{name}" + (f"/{heard[0]}" if turn else "")
    return "?"


def thirds(notes: list[Note], size: int) -> Iterator[list[Note]]:
    for start in range(len(notes)):
        yield [notes[(start + 2 * n) % len(notes)] for n in range(size)]


for text in ("C", "A", "Eb", "F#", "Cb"):
    notes = scale(Note.parse(text), Mode.IONIAN)
    print(f"{text:<3}", *notes, "|", *(chord_name(chord) for chord in thirds(notes, 3)))
for mode in Mode:
    print(f"{mode.name:<11}", *scale(Note("D"), mode), "|", *map(str, mode.intervals()))
print([chord_name(c) for c in thirds(scale(Note("A", 0, 3), Mode.AEOLIAN), 4)])
print(chord_name(map(Note.parse, ("E4", "G4", "C5"))), chord_name(map(Note.parse, ("C", "D", "E"))))
print(
    [f"{Note.parse(t).hertz:.2f}" for t in ("A4", "C4", "A-1", "E#5", "Fb5")],
    Note.parse("B#3") < Note.parse("Db4"),
)
print(
    [str(Note.parse(b) - Note.parse(a)) for a, b in (("C4", "G4"), ("C4", "Eb5"), ("F4", "B4"), ("B3", "F4"))]
)
lengths = [Fraction(1, 4), Fraction(3, 8), Fraction(1, 8), Fraction(1, 12), Fraction(1, 12), Fraction(1, 12)]
print(sum(lengths), [str(x) for x in accumulate(lengths)], [float(x * 4 * 60 / 90) for x in lengths[:2]])
print(max(scale(Note("G"), Mode.LYDIAN)), Note("E") == Note.parse("E4"), Note("E") == Note("F", -1))
for wrong in ("H", "C#b", "Dbbb", ""):
    try:
        Note.parse(wrong)
    except ValueError as error:
        print(error)
