"""Searching, splitting and ordering look at eight bytes at a time: texts of every width and short length against loops."""

from __future__ import annotations

state = 12345


def random(below: int) -> int:
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % below


def text_of(letters: str, size: int) -> str:
    return "".join([letters[random(len(letters))] for _ in range(size)])


def places(text: str, part: str, start: int, end: int) -> list[int]:
    """Where the part begins, as a loop over all places finds it."""
    return [i for i in range(start, end - len(part) + 1) if all(text[i + k] == part[k] for k in range(len(part)))]


def apart(found: list[int], size: int) -> int:
    """How many of the places do not overlap."""
    count = 0
    free = 0
    for at in found:
        if at >= free:
            count += 1
            free = at + size
    return count


def sought(letters: str) -> None:
    hits = 0
    for size in range(0, 71):
        text = text_of(letters, size)
        for _ in range(4):
            start = random(size + 1) if random(2) else 0
            end = start + random(size - start + 1) if random(2) else size
            at = random(size + 1)
            part = text[at : at + random(12)] + ("" if random(2) else text_of(letters, 1))
            if part == "":
                continue
            found = places(text, part, start, end)
            hits += len(found)
            assert text.find(part, start, end) == (found[0] if found else -1), (text, part, start, end)
            assert text.rfind(part, start, end) == (found[-1] if found else -1), (text, part, start, end)
            assert text.count(part, start, end) == apart(found, len(part)), (text, part, start, end)
            raw, few = text.encode(), part.encode()
            assert (few in raw) == (part in text)
            assert raw.count(few) == text.count(part) == len(text.split(part)) - 1
            assert raw.rfind(few) == len(text[: text.rfind(part)].encode()) if part in text else raw.rfind(few) == -1
            assert text.replace(part, "") == "".join(text.split(part))
            assert bytearray(raw).find(few) == raw.find(few) == memoryview(raw).tobytes().find(few)
    print(ascii(letters), hits)


def words(text: str) -> list[str]:
    result: list[str] = []
    word = ""
    for character in text + " ":
        if not character.isspace():
            word += character
        elif word:
            result.append(word)
            word = ""
    return result


def divided(letters: str) -> None:
    count = 0
    for size in range(0, 140):
        text = text_of(letters, size)
        found = text.split()
        assert found == words(text), ascii(text)
        assert [hash(word) for word in found] == [hash(word) for word in words(text)]
        count += len(found)
    print(ascii(letters), count)


def before(a: str, b: str) -> bool:
    for i in range(min(len(a), len(b))):
        if a[i] != b[i]:
            return ord(a[i]) < ord(b[i])
    return len(a) < len(b)


def ordered(letters: str) -> None:
    texts = sorted([text_of(letters, random(20)) for _ in range(150)])
    for a, b in zip(texts, texts[1:]):
        assert a == b or before(a, b), (a, b)
    for a in texts[:40]:
        for b in (texts[random(150)], a + "\0", a[:-1], a[:7] + "\xff"):
            assert ((a < b), (a <= b), (a > b), (a >= b)) == (before(a, b), not before(b, a), before(b, a), not before(a, b))
    print(ascii(letters), sum(len(text) for text in texts), ascii(texts[75]))


def written(letters: str) -> None:
    total = 0
    for size in range(0, 40):
        text = text_of(letters, size)
        for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16-le"):
            data = text.encode(encoding)
            assert data.decode(encoding) == text and hash(data.decode(encoding)) == hash(text), ascii(text)
            total = (total * 31 + int.from_bytes(data, "little")) % 1000000007
        raw = text.encode()
        assert bytes.fromhex(raw.hex()) == raw and raw.hex() == "".join([f"{byte:02x}" for byte in raw])
        assert raw.hex(":", 2).replace(":", "") == raw.hex() and raw.hex("-", 0) == raw.hex()
        for damaged in (raw + b"\xff", raw[:-1], b"\x80" + raw, raw[1:]):
            try:
                total += len(damaged.decode())
            except UnicodeDecodeError as error:
                total += error.start * 7 + error.end + len(damaged.decode(errors="replace"))
    print(ascii(letters), total)


for letters in ("ab", "aab", "abcdefghijklmnop", "a\xff", "\0\x01\x80", "ab\u0101\u0161", "a\U0001f600b\U00010061"):
    sought(letters)
    ordered(letters)
    written(letters)
for letters in ("ab ", "abcdefghijkl ", "a\x85\xa0\xad b", "\x1b\x1c\x1f\x21ab\t", "abc\u3000 ", "  \n  \r\x0b\x0cx"):
    divided(letters)

TABLES: list[dict[int, int | str | None]] = [
    {97: 98}, {98: None}, {97: "zz"}, {99: "\u0100"}, {97: 0x1F600, 98: "q"}, {255: 0, 0: 255}, {228: "ae", 246: "o", 32: 8364},
]  # fmt: skip


def translated() -> None:
    for text in ("a" * 30 + "bcde" * 9, "héllo wörld " * 5, "x\u0101y" * 20, "ab\U0001f600" * 12, "short", "\xff\x00" * 20):
        for table in TABLES:
            made = text.translate(table)
            print(ascii(made), hash(made) == hash("".join(list(made))))
        print(text.translate(str.maketrans("abc", "xyz", "h")).encode())


translated()
