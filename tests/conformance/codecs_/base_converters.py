"""Numbers and bytes in many bases: base 36, 58 with checksum, 62, roman, morse, hex dumps, uuencoded text, big ints."""

from __future__ import annotations

import base64
import binascii
import hashlib
import string
from collections.abc import Iterator

ALPHABET_58 = "".join(c for c in string.digits + string.ascii_uppercase + string.ascii_lowercase if c not in "0OIl")
ALPHABET_62 = string.digits + string.ascii_letters


def to_base(value: int, alphabet: str) -> str:
    base = len(alphabet)
    if value < 0:
        return "-" + to_base(-value, alphabet)
    digits: list[str] = []
    while value:
        value, digit = divmod(value, base)
        digits.append(alphabet[digit])
    return "".join(reversed(digits)) or alphabet[0]


def from_base(text: str, alphabet: str) -> int:
    value = 0
    for place, char in enumerate(text):
        index = alphabet.find(char)
        if index < 0:
            raise ValueError(f"{char!r} in place {place} is no digit of base {len(alphabet)}")
        value = value * len(alphabet) + index
    return value


def base58check(payload: bytes) -> str:
    full = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    zeros = len(full) - len(full.lstrip(b"\0"))
    return "1" * zeros + to_base(int.from_bytes(full, "big"), ALPHABET_58) if any(full) else "1" * zeros


def unbase58check(text: str) -> bytes:
    zeros = len(text) - len(text.lstrip("1"))
    value = from_base(text, ALPHABET_58)
    full = bytes(zeros) + value.to_bytes((value.bit_length() + 7) // 8, "big")
    payload, check = full[:-4], full[-4:]
    if hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4] != check:
        raise ValueError("checksum does not match")
    return payload


ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(value: int) -> str:
    out = ""
    for number, letters in ROMAN:
        count, value = divmod(value, number)
        out += letters * count
    return out


def from_roman(text: str) -> int:
    values = [dict((l, n) for n, l in ROMAN)[c] for c in text.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0]))


MORSE = dict(zip("etianmsurwdkgohvf lpjbxcyzq", (bin(n)[3:].replace("0", ".").replace("1", "-") for n in range(2, 29))))
MORSE.pop(" ")


def hexdump(data: bytes, width: int = 16) -> Iterator[str]:
    for at in range(0, len(data), width):
        row = data[at : at + width]
        shown = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
        left, right = row[: width // 2].hex(" "), row[width // 2 :].hex(" ")
        yield f"{at:08x}  {left:<{width // 2 * 3 - 1}}  {right:<{width // 2 * 3 - 1}}  |{shown}|"


for value in (0, 1, 61, 62, 12345678901234567890, -255, 2**128):
    print(value, to_base(value, ALPHABET_62), to_base(value, string.digits + string.ascii_uppercase), f"{value:b}"[:20], f"{value:_x}", oct(value)[:12])
print(int("zz", 36), int("-0b101", 0), int("0o17", 8), int(" 1_000 "), int("٣٤"), from_base("hello", ALPHABET_62))
for payload in (b"\0" + bytes(range(20)), b"", b"\0\0\1", hashlib.sha1(b"x").digest()):
    text = base58check(payload)
    print(text, unbase58check(text) == payload)
for bad in ("1O", "3MNQE1X", ""):
    try:
        print(unbase58check(bad))
    except ValueError as error:
        print(repr(bad), error)
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], [from_roman(roman(n)) == n for n in (1, 49, 999, 3888)].count(True))
print(" ".join(MORSE[c] for c in "sosparis"), len(MORSE))
print("\n".join(hexdump(b"The quick brown fox\n\x00\xff jumps" + bytes(range(28, 40)))))
print(base64.b32encode(b"hex"), base64.b85encode(b"hello world"), binascii.b2a_uu(b"uu data"), binascii.hexlify(b"\x01\xab", ":"))
print((10**50).to_bytes(21, "little").hex(), int.from_bytes(b"\xff\xfe", "big", signed=True), (-2).to_bytes(3, "big", signed=True))
(300).to_bytes(1, "big")
