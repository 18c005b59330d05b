"""Checksums written out and compared with the library's: CRC-32, Adler, Fletcher, Luhn, ISBN, IBAN, FNV, Internet."""

from __future__ import annotations

import binascii
import hashlib
import string
from collections.abc import Callable, Sequence
from functools import reduce
from itertools import cycle


def crc_table(polynomial: int) -> tuple[int, ...]:
    table: list[int] = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ (polynomial if value & 1 else 0)
        table.append(value)
    return tuple(table)


CRC32 = crc_table(0xEDB88320)


def crc32(data: bytes, start: int = 0) -> int:
    return reduce(lambda crc, byte: CRC32[(crc ^ byte) & 0xFF] ^ (crc >> 8), data, start ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def crc16_ccitt(data: bytes) -> int:
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def adler32(data: bytes) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def fletcher16(data: bytes) -> int:
    low = high = 0
    for byte in data:
        low = (low + byte) % 255
        high = (high + low) % 255
    return high * 256 + low


def fnv1a_64(data: bytes) -> int:
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def internet(data: bytes) -> int:
    if len(data) % 2:
        data += b"\0"
    total = sum(int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def luhn(number: str) -> bool:
    digits = [int(d) for d in reversed(number) if d.isdigit()]
    return (sum(digits[::2]) + sum(sum(divmod(2 * d, 10)) for d in digits[1::2])) % 10 == 0


def isbn13_digit(prefix: str) -> str:
    weights = cycle((1, 3))
    return str(-sum(int(d) * w for d, w in zip(prefix.replace("-", ""), weights)) % 10)


def iban(text: str) -> bool:
    compact = text.replace(" ", "").upper()
    moved = compact[4:] + compact[:4]
    letters = {letter: str(10 + i) for i, letter in enumerate(string.ascii_uppercase)}
    return int("".join(letters.get(c, c) for c in moved)) % 97 == 1


def murmur3_32(data: bytes, seed: int = 0) -> int:
    def rotate(value: int, by: int) -> int:
        return (value << by | value >> (32 - by)) & 0xFFFFFFFF

    h = seed
    whole = len(data) // 4 * 4
    for at in range(0, whole, 4):
        k = int.from_bytes(data[at : at + 4], "little") * 0xCC9E2D51 & 0xFFFFFFFF
        h ^= rotate(k, 15) * 0x1B873593 & 0xFFFFFFFF
        h = (rotate(h, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
    if tail := data[whole:]:
        k = int.from_bytes(tail, "little") * 0xCC9E2D51 & 0xFFFFFFFF
        h ^= rotate(k, 15) * 0x1B873593 & 0xFFFFFFFF
    h ^= len(data)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        h = (h ^ h >> shift) * factor & 0xFFFFFFFF
    return h


SAMPLES: Sequence[bytes] = [b"", b"a", b"123456789", bytes(range(256)), "größe €".encode(), b"x" * 1000]
SUMS: dict[str, Callable[[bytes], int]] = {
    f.__name__: f for f in (crc16_ccitt, adler32, fletcher16, fnv1a_64, internet)
}
for sample in SAMPLES:
    assert crc32(sample) == binascii.crc32(sample), sample
    print(len(sample), f"{crc32(sample):08x}", {name: hex(function(sample)) for name, function in SUMS.items()}, f"{murmur3_32(sample, 42):#010x}")
print(crc32(b"world", crc32(b"hello ")) == crc32(b"hello world"), hashlib.sha256(bytes(CRC32[i] & 255 for i in range(256))).hexdigest()[:16])
print([luhn(n) for n in ("4539 1488 0343 6467", "8273 1232 7352 0569", "0", "79927398713")])
print(isbn13_digit("978-0-306-40615"), isbn13_digit("978316148410"), iban("GB82 WEST 1234 5698 7654 32"), iban("DE89 3704 0044 0532 0130 01"))
packet = bytes.fromhex("4500 0073 0000 4000 4011 0000 c0a8 0001 c0a8 00c7")
checksum = internet(packet)
print(hex(checksum), internet(packet[:10] + checksum.to_bytes(2, "big") + packet[12:]))
raise SystemExit(crc16_ccitt(b"123456789") & 0x7F)
