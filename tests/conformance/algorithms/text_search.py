"""Text search: naive, KMP, Boyer-Moore-Horspool, Rabin-Karp, Aho-Corasick, suffix arrays; all must agree."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import Callable, Iterator

Search = Callable[[str, str], list[int]]


def naive(text: str, word: str) -> list[int]:
    return [i for i in range(len(text) - len(word) + 1) if text.startswith(word, i)]


def by_find(text: str, word: str) -> list[int]:
    found, at = [], -1
    while (at := text.find(word, at + 1)) >= 0:
        found.append(at)
    return found


def failures(word: str) -> list[int]:
    table = [0] * len(word)
    k = 0
    for i in range(1, len(word)):
        while k and word[i] != word[k]:
            k = table[k - 1]
        k += word[i] == word[k]
        table[i] = k
    return table


def kmp(text: str, word: str) -> list[int]:
    table, k, found = failures(word), 0, []
    for i, ch in enumerate(text):
        while k and (k == len(word) or word[k] != ch):
            k = table[k - 1]
        if word[k] == ch:
            k += 1
        if k == len(word):
            found.append(i - k + 1)
    return found


def horspool(text: str, word: str) -> list[int]:
    n = len(word)
    skip = defaultdict(lambda: n, {ch: n - 1 - i for i, ch in enumerate(word[:-1])})
    at, found = 0, []
    while at <= len(text) - n:
        if text[at : at + n] == word:
            found.append(at)
        at += skip[text[at + n - 1]]
    return found


def rabin_karp(text: str, word: str) -> list[int]:
    base, mod, n = 257, (1 << 61) - 1, len(word)
    if n > len(text):
        return []
    wanted = here = 0
    for a, b in zip(word, text):
        wanted = (wanted * base + ord(a)) % mod
        here = (here * base + ord(b)) % mod
    top = pow(base, n - 1, mod)
    found = []
    for i in range(len(text) - n + 1):
        if here == wanted and text[i : i + n] == word:
            found.append(i)
        if i + n < len(text):
            here = ((here - ord(text[i]) * top) * base + ord(text[i + n])) % mod
    return found


class SuffixArray:
    def __init__(self, text: str) -> None:
        self.text = text
        self.order = sorted(range(len(text)), key=lambda i: text[i:])

    def __call__(self, word: str) -> list[int]:
        low, high = 0, len(self.order)
        while low < high:
            mid = (low + high) // 2
            if self.text[self.order[mid] :] < word:
                low = mid + 1
            else:
                high = mid
        found = []
        while low < len(self.order) and self.text.startswith(word, self.order[low]):
            found.append(self.order[low])
            low += 1
        return sorted(found)

    def longest_repeat(self) -> str:
        best = ""
        for a, b in zip(self.order, self.order[1:]):
            n = 0
            while max(a, b) + n < len(self.text) and self.text[a + n] == self.text[b + n]:
                n += 1
            if n > len(best):
                best = self.text[a : a + n]
        return best


class Aho:
    def __init__(self, words: list[str]) -> None:
        self.go: list[dict[str, int]] = [{}]
        self.fail = [0]
        self.out: list[list[str]] = [[]]
        for word in words:
            state = 0
            for ch in word:
                if ch not in self.go[state]:
                    self.go[state][ch] = len(self.go)
                    self.go.append({})
                    self.fail.append(0)
                    self.out.append([])
                state = self.go[state][ch]
            self.out[state].append(word)
        queue = deque(self.go[0].values())
        while queue:
            state = queue.popleft()
            for ch, to in self.go[state].items():
                back = self.fail[state]
                while back and ch not in self.go[back]:
                    back = self.fail[back]
                self.fail[to] = self.go[back].get(ch, 0)
                self.out[to] = self.out[to] + self.out[self.fail[to]]
                queue.append(to)

    def scan(self, text: str) -> Iterator[tuple[int, str]]:
        state = 0
        for i, ch in enumerate(text):
            while state and ch not in self.go[state]:
                state = self.fail[state]
            state = self.go[state].get(ch, 0)
            for word in self.out[state]:
                yield i - len(word) + 1, word


SEARCHES: tuple[Search, ...] = (by_find, kmp, horspool, rabin_karp, lambda text, word: SuffixArray(text)(word))
TEXTS = ["abababababa", "she sells sea shells by the sea shore", "aaaaaaa", "gcatcgcagagagtatacagtacg", "ñandú ñandú 𝄞𝄞𝄞"]
for text in TEXTS:
    for word in ("aba", "sea", "aa", "gag", "ñan", "𝄞𝄞", "zzz"):
        expected = naive(text, word)
        results = [search(text, word) for search in SEARCHES]
        assert results == [expected] * len(SEARCHES), (text, word, results)
        if expected:
            print(word, expected)
    print(repr(SuffixArray(text).longest_repeat()))
print(failures("abacabab"), failures("aaaa"))
machine = Aho(["he", "she", "his", "hers", "sea", "s"])
print(len(machine.go), machine.fail, list(machine.scan(TEXTS[1])))
print(list(machine.scan("ushers")), list(Aho([]).scan("x")))
print(kmp("text", ""))
