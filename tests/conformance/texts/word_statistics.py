"""Text statistics: frequencies, n-grams, readability, anagrams, longest words, a concordance and edit distances."""

from __future__ import annotations

import string
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby, islice

TEXT = """
Call me Ishmael. Some years ago -- never mind how long precisely -- having little or no money in my purse,
and nothing particular to interest me on shore, I thought I would sail about a little and see the watery part
of the world. It is a way I have of driving off the spleen and regulating the circulation. Whenever I find
myself growing grim about the mouth; whenever it is a damp, drizzly November in my soul... I account it high
time to get to sea as soon as I can! Is this my substitute for pistol and ball?
"""


def words(text: str) -> list[str]:
    table = str.maketrans("", "", string.punctuation.replace("'", ""))
    return [word for raw in text.lower().split() if (word := raw.translate(table))]


def syllables(word: str) -> int:
    groups = sum(1 for vowel, _ in groupby(word, key=lambda c: c in "aeiouy") if vowel)
    return max(1, groups - (word.endswith("e") and not word.endswith("le") and groups > 1))


def sentences(text: str) -> list[str]:
    out, current = [], ""
    for char in text:
        current += char
        if char in ".!?" and len(current.strip(" \n.")) > 1:
            out.append(" ".join(current.split()))
            current = ""
    return out


@lru_cache(maxsize=None)
def distance(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return distance(a[1:], b[1:])
    return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))


def soundex(word: str) -> str:
    codes = {c: str(n) for n, group in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for c in group}
    last = codes.get(word[0], "")
    out = word[0].upper()
    for char in word[1:]:
        code = codes.get(char, "")
        if code and code != last:
            out += code
        if char not in "hw":
            last = code
    return out[:4].ljust(4, "0")


def concordance(text: str, target: str, width: int = 18) -> list[str]:
    flat = " ".join(text.split())
    lines = []
    start = 0
    while (at := flat.lower().find(target, start)) >= 0:
        before, after = flat[max(0, at - width) : at], flat[at + len(target) : at + len(target) + width]
        lines.append(f"{before:>{width}}[{flat[at : at + len(target)]}]{after:<{width}}|")
        start = at + 1
    return lines


found = words(TEXT)
counts = Counter(found)
print(len(found), len(counts), counts.most_common(6))
by_length: defaultdict[int, set[str]] = defaultdict(set)
for word in found:
    by_length[len(word)].add(word)
for length in sorted(by_length, reverse=True)[:4]:
    print(length, sorted(by_length[length]))
bigrams = Counter(zip(found, found[1:]))
print([pair for pair, count in bigrams.most_common(4) if count > 1], sum(bigrams.values()), Counter(map(len, found)).most_common(3))
letters = Counter(c for c in TEXT.lower() if c.isalpha())
print("".join(letter for letter, _ in letters.most_common()), f"{letters['e'] / letters.total():.4f}", [c for c in string.ascii_lowercase if c not in letters])
split = sentences(TEXT)
print(len(split), [len(words(s)) for s in split], split[-1])
total = sum(map(syllables, found))
flesch = 206.835 - 1.015 * len(found) / len(split) - 84.6 * total / len(found)
print(total, round(flesch, 3), {w: syllables(w) for w in ("little", "circulation", "the", "november", "soul")})
anagrams: dict[str, list[str]] = {}
for word in "listen silent enlist google elbow below state taste tates".split():
    anagrams.setdefault("".join(sorted(word)), []).append(word)
print([group for group in anagrams.values() if len(group) > 1])
print(*concordance(TEXT, "whenever"), *concordance(TEXT, "i have"), sep="\n")
print(distance("kitten", "sitting"), distance("", "abc"), distance("saturday", "sunday"), distance.cache_info().currsize > 10, sorted(["sole", "soul", "seal", "sail"], key=lambda w: (distance(w, "soil"), w)))
print({w: soundex(w) for w in ("robert", "rupert", "ashcraft", "tymczak", "pfister", "honeyman")})
caesar = str.maketrans(string.ascii_letters, string.ascii_lowercase[13:] + string.ascii_lowercase[:13] + string.ascii_uppercase[13:] + string.ascii_uppercase[:13])
print(split[0].translate(caesar), split[0].translate(caesar).translate(caesar) == split[0], list(islice(map(str.title, found), 3)))
print(found[len(found)])
