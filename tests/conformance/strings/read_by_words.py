"""What reads strings eight bytes at a time: each special character at each place of texts of all short lengths."""

from __future__ import annotations

import json

SPECIAL = [
    "\t", "\n", "\x0b", "\x0c", "\r", "\x1b", "\x1c", "\x1d", "\x1e", "\x1f", " ", "!", '"', "#", "\\", "~", "\x7f",
    "\x80", "\x84", "\x85", "\x86", "\x9f", "\xa0", "\xa1", "é", "\xff", "\u0100", "\u2028", "\u3000", "\ud7ff", "😀",
]  # fmt: skip


def digest(texts: list[str]) -> int:
    total = 0
    for text in texts:
        total = (total * 31 + len(text)) % 1000000007
        for character in text:
            total = (total * 31 + ord(character)) % 1000000007
    return total


def around(special: str, size: int, place: int, more: str) -> str:
    text = "abcdefgh.ABCDEFGH-01234567"[:size]
    return text[:place] + special + text[place:] + more


def lines_and_words() -> None:
    for special in SPECIAL:
        found: list[str] = []
        counts = [0, 0, 0]
        for size in range(20):
            for place in range(0, size + 1):
                for more in ("", special, "x" + special, "\r\n", " y"):
                    text = around(special, size, place, more)
                    found += text.splitlines()
                    found += text.splitlines(True)
                    found += text.split()
                    found += text.split(None, 1)
                    counts[0] += len(text.splitlines())
                    counts[1] += len(text.split())
                    counts[2] += len(text.split(special))
        print(ascii(special), counts, digest(found))


def documents() -> None:
    for special in SPECIAL:
        written: list[str] = []
        for size in range(20):
            for place in range(0, size + 1, 3):
                for more in ("", special, "\\", '"'):
                    text = around(special, size, place, more)
                    for ensure_ascii in (True, False):
                        document = json.dumps([text, {text: text}], ensure_ascii=ensure_ascii)
                        written.append(document)
                        again = json.loads(document)
                        assert again == [text, {text: text}], ascii(text)
        print(ascii(special), len(written), digest(written))
    for document in ('"abcdefg', '"abcdefgh', '"abcdefgh\\', '"abcdefg\x1f"', '"abcdefgh\n"', '"\x7f\xff"', '"a\x80\x9f\xa0"'):
        try:
            print(ascii(json.loads(document)))
        except json.JSONDecodeError as error:
            print(error)
    print(ascii(json.JSONDecoder(strict=False).decode('"tab\tand\nline"')))


def numbers() -> None:
    for exponent in range(63):
        for near in (-1, 0, 1):
            for value in (2**exponent + near, 10 ** (exponent % 21) + near, -(2**exponent) + near):
                text = str(value)
                assert int(text) == value and int(f"  {text}\n") == value and int("0" * 9 + str(abs(value))) == abs(value)
    print([str(value) for value in (0, 9, 10, 99, 100, 101, 999, 1000, 9999, 10000, 65535, 99999, 100000)])
    print([str(10**n) for n in range(22)], [str(10**n - 1) for n in range(22)], [str(-(10**n)) for n in range(20)])
    print(str(2**62 - 1), str(2**62), str(-(2**62)), str(-(2**62) - 1), str(2**63), str(2**64 - 1), str(2**64))
    print([f"{value:5d}|{value:<5}|{value:05}|{value:,}" for value in (0, 7, -7, 42, 100, -99999, 1234567)])
    checksum = 0
    for value in range(12000):
        for character in str(value):
            checksum = (checksum * 31 + ord(character)) % 1000000007
    print(checksum)
    for text in ("", " ", "1_0", "1__0", "_1", "1_", "+5", "-5", "- 5", "０５", "1a", "a1", "5.0", "0x10", "９" * 19):
        try:
            print(repr(text), int(text), end=" ")
        except ValueError as error:
            print(error, end=" ")
        try:
            print(float(text))
        except ValueError as error:
            print(error)
    for raw in (b"12", b"1\xff", b"", bytearray(b"71")):
        try:
            print(int(raw), end=" ")
        except ValueError as error:
            print(error, end=" ")
        try:
            print(float(raw))
        except ValueError as error:
            print(error)
    for text in ("12", "1" * 18, "9" * 18, "9" * 19, "0" * 30, "1" * 250 + "z"):
        try:
            print(int(text), int(text, 16) if len(text) < 30 else "")
        except ValueError as error:
            print(error)
    try:
        int("zebra", 30)
    except ValueError as error:
        print(error)


lines_and_words()
documents()
numbers()
