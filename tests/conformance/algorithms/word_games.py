"""Word games: anagram groups, ladders by BFS, a hangman solver, Caesar breaking, a crossword placer, Soundex."""

from __future__ import annotations

import string
from collections import Counter, defaultdict, deque
from collections.abc import Iterable

WORDS = "cat cot dog cog dot bat bad bag big dig bid act tac god listen silent enlist tinsel stone notes onset tones seton".split()


def anagrams(words: Iterable[str]) -> list[list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        groups["".join(sorted(word))].append(word)
    return sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g))


def ladder(start: str, goal: str, words: Iterable[str]) -> list[str]:
    known = set(words) | {goal}
    paths = {start: [start]}
    queue = deque([start])
    while queue:
        word = queue.popleft()
        if word == goal:
            return paths[word]
        for i in range(len(word)):
            for ch in string.ascii_lowercase:
                other = word[:i] + ch + word[i + 1 :]
                if other in known and other not in paths:
                    paths[other] = [*paths[word], other]
                    queue.append(other)
    raise LookupError(f"no ladder from {start} to {goal}; reached {len(paths)}")


def hangman(secret: str, words: list[str]) -> tuple[str, int]:
    candidates = [w for w in words if len(w) == len(secret)]
    guessed, wrong = "", 0
    while set(secret) - set(guessed):
        counts = Counter(ch for w in candidates for ch in set(w) if ch not in guessed)
        ch = min(counts, key=lambda c: (-counts[c], c))
        guessed += ch
        wrong += ch not in secret
        candidates = [w for w in candidates if all((a == ch) == (b == ch) for a, b in zip(w, secret))]
    return guessed, wrong


def shift(text: str, by: int) -> str:
    upper, lower = string.ascii_uppercase, string.ascii_lowercase
    table = str.maketrans(upper + lower, upper[by:] + upper[:by] + lower[by:] + lower[:by])
    return text.translate(table)


def crack(text: str) -> tuple[int, str]:
    frequent = "etaoinshr"
    return max(((sum(shift(text, k).lower().count(c) * (9 - i) for i, c in enumerate(frequent)), shift(text, k)) for k in range(26)))


def soundex(name: str) -> str:
    codes = {c: str(d) for d, group in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for c in group}
    out, last = name[0].upper(), codes.get(name[0].lower(), "")
    for ch in name[1:].lower():
        code = codes.get(ch, "")
        if code and code != last:
            out += code
        if ch not in "hw":
            last = code
    return f"{out:0<4}"[:4]


def crossword(words: list[str]) -> list[str]:
    grid: dict[tuple[int, int], str] = {(0, i): ch for i, ch in enumerate(words[0])}
    for word in words[1:]:
        for (r, c), ch in sorted(grid.items()):
            spots = [i for i, letter in enumerate(word) if letter == ch]
            placed = False
            for i in spots:
                down = {(r - i + k, c): letter for k, letter in enumerate(word)}
                if all(grid.get(p, l) == l for p, l in down.items()) and sum(p in grid for p in down) == 1:
                    grid |= down
                    placed = True
                    break
            if placed:
                break
        else:
            raise ValueError(f"{word} does not fit")
    rows, columns = [r for r, _ in grid], [c for _, c in grid]
    return ["".join(grid.get((r, c), ".") for c in range(min(columns), max(columns) + 1)) for r in range(min(rows), max(rows) + 1)]


def pig(sentence: str) -> str:
    def one(word: str) -> str:
        first = next((i for i, ch in enumerate(word) if ch.lower() in "aeiou"), len(word))
        moved = word[first:] + word[:first].lower() + ("way" if first == 0 else "ay")
        return moved.capitalize() if word.istitle() else moved

    return " ".join(map(one, sentence.split()))


print(anagrams(WORDS))
print(ladder("cat", "dog", WORDS), ladder("bad", "dig", WORDS), ladder("bat", "bat", WORDS))
print(hangman("stone", WORDS), hangman("dig", WORDS), hangman("enlist", WORDS))
secret = shift("The rain in Spain stays mainly in the plain, they say!", 11)
print(secret, crack(secret), shift(shift("aZ é", 5), 21))
print([soundex(n) for n in ("Robert", "Rupert", "Ashcraft", "Tymczak", "Honeyman", "Lee")])
print(*crossword(["planet", "listen", "stone", "tap"]), sep="\n")
print(pig("The quick Apple my string Rhythm"), Counter("mississippi").most_common(2), "".join(dict.fromkeys("mississippi")))
print([w for w in "level rotor python deed".split() if w == w[::-1]], max(WORDS, key=lambda w: len(set(w))), sorted(WORDS, key=lambda w: w[::-1])[:4])
ladder("cat", "stone", WORDS)
