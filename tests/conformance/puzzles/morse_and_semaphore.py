"""Morse by a binary tree, with timing, prosigns and a decoder that is fed dots and dashes."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from itertools import groupby

TABLE = "ETIANMSURWDKGOHVF?L?PJBXCYZQ"


@dataclass
class Node:
    letter: str | None = None
    dot: Node | None = None
    dash: Node | None = None

    def child(self, mark: str) -> Node:
        if mark == ".":
            self.dot = self.dot or Node()
            return self.dot
        self.dash = self.dash or Node()
        return self.dash

    def depth(self) -> int:
        return 1 + max((n.depth() for n in (self.dot, self.dash) if n), default=0)


def code(index: int) -> str:
    """The place in a heap, read as marks."""
    return bin(index + 2)[3:].translate({48: ".", 49: "-"})


CODES = {letter: code(i) for i, letter in enumerate(TABLE) if letter != "?"}
CODES |= {str(d): "." * d + "-" * (5 - d) if d < 6 else "-" * (d - 5) + "." * (10 - d) for d in range(1, 10)}
CODES["0"] = "-" * 5


def tree() -> Node:
    root = Node()
    for letter, marks in CODES.items():
        node = root
        for mark in marks:
            node = node.child(mark)
        node.letter = letter
    return root


def encode(text: str) -> str:
    return " / ".join(" ".join(CODES[c] for c in word if c in CODES) for word in text.upper().split())


def on_air(morse: str) -> str:
    """One sign a unit of time: = while the key is down."""
    words = (
        ["...".join("_".join("=" if m == "." else "===" for m in c) for c in w.split())]
        for w in morse.split(" / ")
    )
    return ".......".join(word for (word,) in words).replace("_", ".")


def decoder(root: Node) -> Generator[str | None, str, str]:
    """Takes marks, spaces and slashes; gives letters; returns all it heard."""
    heard: list[str] = []
    node = root
    out: str | None = None
    while True:
        mark = yield out
        out = None
        match mark:
            case "." | "-":
                following = node.dot if mark == "." else node.dash
                if following is None:
                    raise ValueError(f"no such code after {''.join(heard)!r}")
                node = following
            case " " | "/" | "":
                if node is not root:
                    out = node.letter or "?"
                    heard.append(out)
                    node = root
                if mark == "/":
                    heard.append(" ")
                if not mark:
                    return "".join(heard)
            case other:
                raise ValueError(f"what is {other!r}?")


def listen(marks: Iterable[str]) -> str:
    ear = decoder(tree())
    next(ear)
    try:
        for mark in marks:
            ear.send(mark)
        ear.send("")
    except StopIteration as stop:
        return str(stop.value)
    raise AssertionError("the decoder goes on")


def from_air(signal: str) -> str:
    marks: list[str] = []
    for sign, run in groupby(signal):
        length = sum(1 for _ in run)
        marks.append({("=", 1): ".", ("=", 3): "-", (".", 3): " ", (".", 7): "/"}.get((sign, length), ""))
    return listen(m for m in marks if m)


message = "Sos we sink 7 miles off 30"
morse = encode(message)
print(morse)
print(on_air(encode("sos we")))
print(listen(morse) == message.upper(), from_air(on_air(morse)))
root = tree()
print(
    root.depth(),
    sorted(CODES, key=lambda c: (len(on_air(CODES[c])), c))[:8],
    len(CODES),
    len(set(CODES.values())),
)
for bad in (".-.-.-", "...x", "---. -.. ..--"):
    try:
        print(listen(bad))
    except ValueError as error:
        print("error:", error)
ear = decoder(root)
print(next(ear), [ear.send(m) for m in ".- -... "])
ear.close()
print({k: v for k, v in CODES.items() if len(v) < 3})
