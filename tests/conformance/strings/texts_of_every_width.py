"""Texts of every width through what reads and makes them: UTF-8 both ways, cases, searches, splits, tables."""

from __future__ import annotations

ALPHABETS = [
    "abc XYZ.,",
    "aé ßÿµ\xa0x\x85\t",
    "日本 語a，é",
    "ΑΣσς Ωа я",
    "😀a 𝒳é日\u2003",
    "\x1c\x1f\n ab",
    "ǆǅǄ ŉ İiı ﬁ ԱՁ",
]


class Numbers:
    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % limit

    def text(self, limit: int) -> str:
        alphabet = ALPHABETS[self.below(len(ALPHABETS))]
        other = ALPHABETS[self.below(len(ALPHABETS))]
        made = ""
        for _ in range(self.below(limit)):
            chosen = other if self.below(9) == 0 else alphabet
            made += chosen[self.below(len(chosen))]
        return made

    def data(self, limit: int) -> bytes:
        data = bytearray(self.text(limit).encode())
        for _ in range(self.below(3)):
            if data:
                data[self.below(len(data))] = [0x80, 0xC0, 0xE0, 0xED, 0xF0, 0xF4, 0xF5, 0xFF, 0xA0, 0x41][self.below(10)]
        return bytes(data[: len(data) - self.below(2)])


def mixed(total: int, text: str) -> int:
    for character in text:
        total = (total * 131 + ord(character)) % 1000000007
    return (total * 131 + len(text)) % 1000000007


def one(numbers: Numbers, total: int) -> int:
    text = numbers.text(60)
    data = text.encode()
    assert data.decode() == text and len(data) == sum(len(c.encode()) for c in text)
    for made in (text.upper(), text.lower(), text.title(), text.casefold(), text.swapcase(), text.capitalize()):
        total = mixed(total, made)
    low = numbers.below(len(text) + 1)
    high = numbers.below(len(text) + 1)
    piece = text[low:high]
    assert piece == "".join([text[i] for i in range(low, max(low, high))])
    total = mixed(total, piece) + text.find(piece) + text.rfind(piece) + text.count(piece)
    letter = text[low] if low < len(text) else "q"
    other = numbers.text(3)
    assert text.find(letter) == ([*text].index(letter) if letter in [*text] else -1)
    assert text.replace(letter, other) == "".join([other if c == letter else c for c in text])
    total = mixed(total, text.replace(letter, other, 2) + text.replace(piece, other) + text.replace(letter, "-"))
    for words in (text.split(), text.split(letter), text.split(None, 2), text.split(letter, 1), text.rsplit(), text.splitlines()):
        total = mixed(total, "|".join(words)) + len(words)
    assert letter.join(text.split(letter)) == text
    table: dict[int, int | str | None] = {**str.maketrans("aéaXβ日", "x日éY😀b", "c😀")}
    table[ord(" ")] = "__"
    total = mixed(total, text.translate(table) + (text * 3).translate({ord("a"): None, ord("b"): 0x65E5, 233: "", 32: "\u00a0"}))
    wide = text + other + "!"
    total = mixed(total, wide + (wide * 2)[:-1])
    for errors in ("strict", "replace", "ignore", "surrogateescape", "backslashreplace"):
        raw = numbers.data(24)
        try:
            total = mixed(total, raw.decode("utf-8", errors))
        except UnicodeDecodeError as error:
            total = mixed(total, str(error))
    odd = text + chr(0xD800 + numbers.below(0x800)) + other
    try:
        odd.encode()
    except UnicodeEncodeError as error:
        total = mixed(total, error.reason) + error.start
    assert odd.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == odd
    return mixed(total, odd.encode("utf-8", "replace").decode())


def tables(numbers: Numbers) -> None:
    source: dict[str, int] = {}
    for i in range(200):
        source[numbers.text(6)] = i
        if numbers.below(4) == 0 and source:
            del source[next(iter(source))]
        if numbers.below(9) == 0 and source:
            source.popitem()
        copied, again = source.copy(), dict(source)
        assert list(copied.items()) == list(source.items()) == list(again.items())
        copied["new"] = i
        for first in list(again)[:1]:
            del again[first]
        if i % 40 == 0:
            print(len(source), len(copied), len(again), "new" in source, "new" in copied, len({**copied, **again}))


def main(seed: int, count: int) -> None:
    numbers = Numbers(seed)
    total = 0
    for i in range(count):
        total = one(numbers, total)
        if i % 50 == 0:
            print(i, total)
    print(total)
    tables(numbers)


if __name__ == "__main__":
    main(27, 400)
