"""Readability scores of paragraphs: sentences, syllables and grades, tabled and ranked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


def syllables(word: str) -> int:
    lowered = word.lower()
    count = len(VOWELS.findall(lowered))
    if lowered.endswith("e") and not lowered.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(count, 1)


@dataclass
class Text:
    title: str
    body: str

    @cached_property
    def sentences(self) -> list[str]:
        return [part.strip() for part in re.split(r"(?<=[.!?])\s+", self.body) if part.strip()]

    @cached_property
    def words(self) -> list[str]:
        return WORD.findall(self.body)

    @property
    def per_sentence(self) -> float:
        return len(self.words) / len(self.sentences)

    @property
    def per_word(self) -> float:
        return sum(map(syllables, self.words)) / len(self.words)


SCORES: dict[str, Callable[[Text], float]] = {
    "ease": lambda t: 206.835 - 1.015 * t.per_sentence - 84.6 * t.per_word,
    "grade": lambda t: 0.39 * t.per_sentence + 11.8 * t.per_word - 15.59,
}


def score(name: str) -> Callable[[Callable[[Text], float]], Callable[[Text], float]]:
    def register(function: Callable[[Text], float]) -> Callable[[Text], float]:
        SCORES[name] = function
        return function

    return register


@score("fog")
def fog(text: Text) -> float:
    hard = sum(syllables(word) >= 3 for word in text.words)
    return 0.4 * (text.per_sentence + 100 * hard / len(text.words))


@score("ari")
def automated(text: Text) -> float:
    letters = sum(len(w) for w in text.words)
    return 4.71 * letters / len(text.words) + 0.5 * text.per_sentence - 21.43


texts = [
    Text("nursery", "The cat sat on the mat. The dog ran! Did it see a cat? It did not."),
    Text(
        "official",
        "Notwithstanding the aforementioned considerations, applicants must demonstrate "
        "eligibility; documentation is indispensable. Incomplete submissions are categorically rejected.",
    ),
    Text("manual", "Turn the little handle slowly. It's easy, isn't it?\nThen close the valve and wait."),
    Text("empty", "... "),
]
print(f"{'title':<10}" + "".join(f"{name:>9}" for name in SCORES))
ranked: list[tuple[float, str]] = []
for text in texts:
    try:
        values = {name: function(text) for name, function in SCORES.items()}
    except ZeroDivisionError as error:
        print(f"{text.title:<10} no words: {error}")
        continue
    print(f"{text.title:<10}" + "".join(f"{value:9.2f}" for value in values.values()))
    ranked.append((round(values["ease"], 3), text.title))
print(sorted(ranked, reverse=True))
print(Counter(syllables(w) for t in texts for w in t.words).most_common())
print([(w, syllables(w)) for w in "table cheese rhythm queue agree the I isn't".split()])
print(max((w for t in texts for w in t.words), key=lambda w: (syllables(w), w)), texts[2].sentences)
