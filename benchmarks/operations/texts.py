"""Small operations on texts and words: searching, formatting, counting, regular expressions."""

from __future__ import annotations

import bisect
import collections
import heapq
import io
import re
import shlex
import textwrap
from collections.abc import Callable

from measuring import FLOATS, NUMS, REC, TEXT, WORDS, measure

RX = re.compile(r"(?P<k>[a-z]+)(?P<v>\d+)")


def dictword_() -> int:
    d: dict[str, int] = {}
    for w in WORDS:
        d[w] = d.get(w, 0) + 1
    return len(d)


def defaultdict_() -> int:
    d: dict[int, list[str]] = collections.defaultdict(list)
    for w in WORDS:
        d[len(w)].append(w)
    return len(d)


def deque_() -> int:
    q: collections.deque[int] = collections.deque()
    for n in NUMS:
        q.append(n)
    s = 0
    while q:
        s += q.popleft()
    return s


def heap_() -> int:
    h: list[tuple[int, str]] = []
    for n, w in zip(NUMS, WORDS):
        heapq.heappush(h, (n, w))
    s = 0
    while h:
        s += heapq.heappop(h)[0]
    return s


def bisect_() -> int:
    items: list[int] = []
    for n in NUMS:
        bisect.insort(items, n)
    return items[5]


def relog_() -> int:
    line = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /index.html HTTP/1.0" 200 2326'
    m = None
    for _ in range(50):
        m = re.match(
            r'(\S+) (\S+) (\S+) \[([^\]]+)\] "([A-Z]+) ([^ "]+) HTTP/[0-9.]+" ([0-9]{3}) ([0-9]+|-)', line
        )
    return 0 if m is None else len(m.groups())


def stringio_() -> int:
    s = io.StringIO()
    for w in WORDS:
        s.write(w)
        s.write("\n")
    return len(s.getvalue())


def chars_() -> int:
    n = 0
    for c in TEXT:
        if c.isdigit():
            n += ord(c) - 48
        elif c.isspace():
            n += 1
    return n


def concat_() -> int:
    s = ""
    for w in WORDS:
        s += w + ","
    return len(s)


OPERATIONS: list[tuple[str, Callable[[], object]]] = [
    ("split", lambda: len(TEXT.split())),
    ("replace", lambda: len(TEXT.replace("word", "w"))),
    ("upper", lambda: len(TEXT.upper()) + len(TEXT.title())),
    ("find", lambda: TEXT.find("word9999") + TEXT.count("word1") + TEXT.rfind("zzz")),
    ("join", lambda: len(",".join(WORDS))),
    ("strip", lambda: sum(len(w.strip("w1")) for w in WORDS)),
    ("startswith", lambda: sum(w.startswith(("word1", "word2")) for w in WORDS)),
    ("fstr", lambda: sum(len(f"{w:>10}|{n:05d}|{f:.3f}") for w, n, f in zip(WORDS[:200], NUMS, FLOATS))),
    ("percent", lambda: sum(len("%s-%d-%5.2f" % (w, n, f)) for w, n, f in zip(WORDS[:200], NUMS, FLOATS))),
    ("format", lambda: sum(len("{} {:x} {:,}".format(w, n, n * 1000)) for w, n in zip(WORDS[:200], NUMS))),
    ("dictword", dictword_),
    ("counter", lambda: collections.Counter(WORDS).most_common(3)[0][1]),
    ("counterch", lambda: collections.Counter(TEXT).most_common(3)[0][1]),
    ("defaultdict", defaultdict_),
    ("sortstr", lambda: len(sorted(WORDS)[5])),
    ("deque", deque_),
    ("heap", heap_),
    ("bisect", bisect_),
    ("reword", lambda: len(re.findall(r"\w+", TEXT))),
    ("resub", lambda: len(re.sub(r"word(\d)", r"w\1", TEXT))),
    ("resplit", lambda: len(re.split(r"[ ,;]+", TEXT))),
    ("rematch", lambda: sum(int(m.group("v")) for w in WORDS if (m := RX.match(w)))),
    ("refinditer", lambda: sum(m.start() for m in RX.finditer(TEXT))),
    ("relog", relog_),
    ("reemail", lambda: len(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+", TEXT + " a.b@c.org " + TEXT))),
    ("intstr", lambda: sum(len(str(n)) for n in NUMS) + sum(int(w[4:]) for w in WORDS)),
    ("hexbin", lambda: sum(len(hex(n)) + len(bin(n)) for n in NUMS)),
    ("floatstr", lambda: sum(len(str(f)) for f in FLOATS[:200])),
    ("floatparse", lambda: sum(float(s) for s in ["3.14159", "1e10", "2.5", "-0.001"] * 50)),
    ("textwrap", lambda: len(textwrap.fill(TEXT[:1500], 60))),
    ("shlex", lambda: len(shlex.split("a 'b c' \"d e\" f --g=h " * 10))),
    ("stringio", stringio_),
    ("lines", lambda: len(("\n".join(WORDS)).splitlines()) + sum(1 for _ in io.StringIO("\n".join(WORDS)))),
    ("chars", chars_),
    ("concat", concat_),
    ("revstr", lambda: len(TEXT[::-1]) + sum(w == w[::-1] for w in WORDS)),
    ("translate", lambda: len(TEXT.translate(str.maketrans("wod", "xyz")))),
    ("repr", lambda: len(repr(REC[:10])) + len(repr(NUMS)) + len(repr(WORDS[:100]))),
    ("strcmp", lambda: sum(a < b for a, b in zip(WORDS, WORDS[1:]))),
    (
        "case",
        lambda: (
            sum(w.lower() == w.casefold() and w.islower() for w in WORDS) + sum(w.isalnum() for w in WORDS)
        ),
    ),
    (
        "partition",
        lambda: sum(len(w.partition("d")[2]) for w in WORDS) + sum(len(w.rsplit("o", 1)[0]) for w in WORDS),
    ),
    ("zfill", lambda: sum(len(w.zfill(12) + w.ljust(12) + w.center(12, "*")) for w in WORDS[:300])),
]

if __name__ == "__main__":
    measure(OPERATIONS)
