"""Compressors: run lengths, LZW with growing codes, LZ77 windows, move-to-front and Burrows-Wheeler; all invertible."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby


def rle(data: bytes) -> bytes:
    out = bytearray()
    for byte, group in groupby(data):
        count = sum(1 for _ in group)
        while count > 255:
            out += bytes((255, byte))
            count -= 255
        out += bytes((count, byte))
    return bytes(out)


def unrle(data: bytes) -> bytes:
    return b"".join(data[i + 1 : i + 2] * data[i] for i in range(0, len(data), 2))


class BitWriter:
    def __init__(self) -> None:
        self.value = self.count = 0
        self.out = bytearray()

    def write(self, bits: int, width: int) -> None:
        self.value = self.value << width | bits
        self.count += width
        while self.count >= 8:
            self.count -= 8
            self.out.append(self.value >> self.count)
            self.value &= (1 << self.count) - 1

    def finish(self) -> bytes:
        if self.count:
            self.out.append(self.value << (8 - self.count))
        return bytes(self.out)


def bits(data: bytes) -> Iterator[int]:
    for byte in data:
        yield from ((byte >> shift) & 1 for shift in range(7, -1, -1))


def lzw(data: bytes) -> bytes:
    codes = {bytes([i]): i for i in range(256)}
    writer = BitWriter()
    writer.write(len(data), 32)
    current = b""
    for byte in data:
        longer = current + bytes([byte])
        if longer in codes:
            current = longer
            continue
        writer.write(codes[current], len(codes).bit_length())
        codes[longer] = len(codes)
        current = bytes([byte])
    if current:
        writer.write(codes[current], len(codes).bit_length())
    return writer.finish()


def unlzw(data: bytes) -> bytes:
    size = int.from_bytes(data[:4], "big")
    stream = bits(data[4:])
    words = [bytes([i]) for i in range(256)]
    out = bytearray()
    previous = b""
    while len(out) < size:
        width = (len(words) + bool(previous)).bit_length()
        code = 0
        for _ in range(width):
            code = code << 1 | next(stream)
        if code < len(words):
            entry = words[code]
        elif code == len(words) and previous:
            entry = previous + previous[:1]
        else:
            raise ValueError(f"code {code} of {len(words)}")
        if previous:
            words.append(previous + entry[:1])
        out += entry
        previous = entry
    return bytes(out)


def lz77(data: bytes, window: int = 255) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at < len(data):
        best, distance = 0, 0
        for start in range(max(0, at - window), at):
            length = 0
            while length < 20 and at + length < len(data) - 1 and data[start + length] == data[at + length]:
                length += 1
            if length >= best and length:
                best, distance = length, at - start
        yield distance, best, data[at + best]
        at += best + 1


def unlz77(triples: Iterable[tuple[int, int, int]]) -> bytes:
    out = bytearray()
    for distance, length, byte in triples:
        for _ in range(length):
            out.append(out[-distance])
        out.append(byte)
    return bytes(out)


def bwt(data: bytes) -> tuple[bytes, int]:
    order = sorted(range(len(data)), key=lambda i: data[i:] + data[:i])
    return bytes(data[i - 1] for i in order), order.index(0) if data else 0


def unbwt(last: bytes, start: int) -> bytes:
    links = sorted(range(len(last)), key=lambda i: (last[i], i))
    out = bytearray()
    for _ in last:
        start = links[start]
        out.append(last[start])
    return bytes(out)


def move_to_front(data: bytes) -> list[int]:
    table = bytearray(range(256))
    out: list[int] = []
    for byte in data:
        place = table.index(byte)
        out.append(place)
        table.insert(0, table.pop(place))
    return out


samples = {
    "empty": b"", "one": b"a", "runs": b"a" * 300 + b"b" * 3 + b"c", "text": b"TOBEORNOTTOBEORTOBEORNOT" * 4,
    "banana": b"banana_bandana", "binary": bytes(i * i % 251 for i in range(500)),
}
pairs: list[tuple[str, Callable[[bytes], bytes], Callable[[bytes], bytes]]] = [("rle", rle, unrle), ("lzw", lzw, unlzw)]
for name, data in samples.items():
    line = [f"{name} {len(data)}"]
    for label, forward, backward in pairs:
        packed = forward(data)
        assert backward(packed) == data, (label, name)
        line.append(f"{label} {len(packed)} {hashlib.md5(packed).hexdigest()[:8]}")
    triples = list(lz77(data))
    assert unlz77(triples) == data
    last, start = bwt(data)
    assert unbwt(last, start) == data
    line.append(f"lz77 {len(triples)} bwt {start} {last[:14]!r} mtf {sum(move_to_front(last))}")
    print("; ".join(line))
print(list(lz77(samples["banana"])))
try:
    unlzw(bytes.fromhex("00000005 ffffffff ffffffff"))
except ValueError as error:
    print(error)
unlzw(bytes.fromhex("00000009 4100"))
