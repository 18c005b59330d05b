"""Classical ciphers behind one interface, chained, and one of them broken by counting."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from itertools import cycle
from string import ascii_uppercase as LETTERS


class Cipher(ABC):
    registry: dict[str, type[Cipher]] = {}

    def __init_subclass__(cls) -> None:
        Cipher.registry[cls.__name__.lower()] = cls

    @abstractmethod
    def encode(self, text: str) -> str: ...

    @abstractmethod
    def decode(self, text: str) -> str: ...

    def __rshift__(self, other: Cipher) -> Chain:
        return Chain(self, other)


class Chain(Cipher):
    def __init__(self, *parts: Cipher) -> None:
        self.parts = parts

    def __rshift__(self, other: Cipher) -> Chain:
        return Chain(*self.parts, other)

    def encode(self, text: str) -> str:
        for part in self.parts:
            text = part.encode(text)
        return text

    def decode(self, text: str) -> str:
        for part in reversed(self.parts):
            text = part.decode(text)
        return text


class Shift(Cipher):
    def __init__(self, by: int) -> None:
        turned = LETTERS[by % 26 :] + LETTERS[: by % 26]
        self.forth, self.back = str.maketrans(LETTERS, turned), str.maketrans(turned, LETTERS)

    def encode(self, text: str) -> str:
        return text.translate(self.forth)

    def decode(self, text: str) -> str:
        return text.translate(self.back)


class Vigenere(Cipher):
    def __init__(self, key: str) -> None:
        if not key.isalpha():
            raise ValueError(f"bad key {key!r}")
        self.key = [LETTERS.index(c) for c in key.upper()]

    def _run(self, text: str, sign: int) -> str:
        keys = cycle(self.key)
        return "".join(
            LETTERS[(LETTERS.index(c) + sign * next(keys)) % 26] if c in LETTERS else c for c in text
        )

    def encode(self, text: str) -> str:
        return self._run(text, 1)

    def decode(self, text: str) -> str:
        return self._run(text, -1)


class RailFence(Cipher):
    def __init__(self, rails: int) -> None:
        self.rails = rails

    def order(self, length: int) -> list[int]:
        round_trip = [*range(self.rails), *range(self.rails - 2, 0, -1)]
        return [i for _, i in sorted(zip(cycle(round_trip), range(length)))]

    def encode(self, text: str) -> str:
        return "".join(map(text.__getitem__, self.order(len(text))))

    def decode(self, text: str) -> str:
        plain = [""] * len(text)
        for place, letter in zip(self.order(len(text)), text, strict=True):
            plain[place] = letter
        return "".join(plain)


class Polybius(Cipher):
    square = [c for c in LETTERS if c != "J"]

    def encode(self, text: str) -> str:
        spots = (divmod(self.square.index("I" if c == "J" else c), 5) for c in text if c in LETTERS)
        return " ".join(f"{row + 1}{column + 1}" for row, column in spots)

    def decode(self, text: str) -> str:
        return "".join(self.square[(int(pair[0]) - 1) * 5 + int(pair[1]) - 1] for pair in text.split())


def crack_shift(text: str) -> tuple[int, str]:
    usual = dict(zip("ETAOINSHRDLU", range(12, 0, -1), strict=True))

    def score(by: int) -> int:
        counts = Counter(Shift(by).decode(text))
        return sum(usual.get(letter, 0) * n for letter, n in counts.items())

    best = max(range(26), key=score)
    return best, Shift(best).decode(text)


message = "MEET ME AT THE OLD HARBOUR, JUST BEFORE NINE"
for cipher in (
    Shift(3),
    Shift(-5),
    Vigenere("lemon"),
    RailFence(4),
    Shift(7) >> RailFence(3) >> Vigenere("key"),
):
    secret = cipher.encode(message)
    print(f"{type(cipher).__name__:<9} {secret!r} {cipher.decode(secret) == message}")
spots = Polybius().encode(message)
print(spots[:35], Polybius().decode(spots))
print(crack_shift(Shift(11).encode(message)))
print(
    sorted(Cipher.registry), len((Shift(1) >> Shift(2) >> Shift(3)).parts), Cipher.registry["shift"] is Shift
)
for key in ("", "k3y"):
    try:
        Vigenere(key)
    except ValueError as error:
        print(error)
