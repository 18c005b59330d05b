"""Buffers of bytes at work: a framing reader over memoryviews, escapes with translate, partition parsing, casts, hex, XOR."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Final

END, ESC, ESC_END, ESC_ESC = 0xC0, 0xDB, 0xDC, 0xDD
PRINTABLE: Final = bytes(b if 32 <= b < 127 else ord(".") for b in range(256))


def slip(packet: bytes) -> bytes:
    out = packet.replace(bytes([ESC]), bytes([ESC, ESC_ESC])).replace(bytes([END]), bytes([ESC, ESC_END]))
    return b"".join((bytes([END]), out, bytes([END])))


class SlipReader:
    def __init__(self) -> None:
        self.buffer = bytearray()
        self.escaped = False
        self.dropped = 0

    def feed(self, data: bytes | bytearray | memoryview) -> Iterator[bytes]:
        for byte in data:
            if self.escaped:
                self.escaped = False
                match byte:
                    case 0xDC:
                        self.buffer.append(END)
                    case 0xDD:
                        self.buffer.append(ESC)
                    case _:
                        self.dropped += len(self.buffer)
                        self.buffer.clear()
            elif byte == END:
                if self.buffer:
                    yield bytes(self.buffer)
                    del self.buffer[:]
            elif byte == ESC:
                self.escaped = True
            else:
                self.buffer.append(byte)


def cobs(data: bytes) -> bytes:
    out = bytearray()
    for block in data.split(b"\0"):
        while len(block) > 253:
            out += b"\xff" + block[:254]
            block = block[254:]
        out.append(len(block) + 1)
        out += block
    return bytes(out)


def uncobs(data: bytes) -> bytes:
    out = bytearray()
    at = 0
    while at < len(data):
        code = data[at]
        if not code or at + code > len(data):
            raise ValueError(f"code {code} at {at}")
        out += data[at + 1 : at + code]
        at += code
        if code < 255 and at < len(data):
            out.append(0)
    return bytes(out)


class Gap:
    """A gap buffer over one bytearray."""

    def __init__(self, text: bytes = b"", room: int = 4) -> None:
        self.data = bytearray(room) + text
        self.start, self.end = 0, room

    def move(self, to: int) -> None:
        if not 0 <= to <= len(self.data) - (self.end - self.start):
            raise IndexError(f"no place {to}")
        if to < self.start:
            n = self.start - to
            self.data[self.end - n : self.end] = self.data[to : self.start]
        else:
            n = to - self.start
            self.data[self.start : self.start + n] = self.data[self.end : self.end + n]
        self.end += to - self.start
        self.start = to

    def insert(self, text: bytes) -> None:
        lack = len(text) - (self.end - self.start)
        if lack > 0:
            self.data[self.end : self.end] = bytes(lack * 2)
            self.end += lack * 2
        self.data[self.start : self.start + len(text)] = text
        self.start += len(text)

    def delete(self, n: int) -> bytes:
        gone = bytes(self.data[self.end : self.end + n])
        self.end += len(gone)
        return gone

    def __bytes__(self) -> bytes:
        return bytes(self.data[: self.start] + self.data[self.end :])


def headers(raw: bytes) -> dict[bytes, list[bytes]]:
    out: dict[bytes, list[bytes]] = {}
    for line in raw.split(b"\r\n"):
        name, colon, value = line.partition(b":")
        if not colon or name != name.strip():
            raise ValueError(f"malformed line {line!r}")
        out.setdefault(name.lower(), []).append(value.strip(b" \t"))
    return out


def mask(data: bytes, key: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(data, cycle(key)))


def main() -> None:
    packets = [b"hello", bytes([END, ESC, 1]), b"", b"\xdb\xdc\xc0" * 3]
    stream = b"".join(map(slip, packets))
    reader = SlipReader()
    whole = memoryview(stream)
    got = [p for i in range(0, len(stream), 3) for p in reader.feed(whole[i : i + 3])]
    print(
        stream.hex(" "),
        got,
        got == [p for p in packets if p],
        list(reader.feed(b"ab\xdb!cd\xc0")),
        reader.dropped,
    )
    for data in (b"", b"\0", b"\0\0", b"11\0", b"a\0b\0\0c", bytes(range(256)), b"x" * 254, b"x" * 255):
        packed = cobs(data)
        print(len(packed), packed[:6].hex(), 0 in packed, uncobs(packed) == data, end="; ")
    print()
    gap = Gap(b"world")
    gap.insert(b"hello ")
    gap.move(11)
    gap.insert(b"!!!!!!!")
    gap.move(5)
    print(bytes(gap), gap.delete(6), gap.start, bytes(gap))
    gap.insert(b"-")
    gap.move(0)
    gap.insert(b">")
    gap.move(3)
    print(bytes(gap), gap.delete(100), bytes(gap), gap.delete(1))
    print(
        headers(b"Host: a.b\r\nX-A:1\r\nx-a:\t2 \r\nEmpty:"),
        bytes(range(20, 140, 7)).translate(PRINTABLE),
        b"hello".translate(None, b"l"),
        b"abc".translate(bytes.maketrans(b"ab", b"xy"), b"c"),
    )
    print(
        mask(mask(b"secret text", b"k3y"), b"k3y"),
        mask(b"abc", b"\x20").swapcase(),
        b"a,b,,c".rsplit(b",", 2),
        b"a-b-c".rpartition(b"-"),
        b" \t\x0bx\n".split(),
        b"ab\ncd\r\nef\r".splitlines(True),
    )
    array = bytearray(range(24))
    view = memoryview(array)
    words = view.cast("I")
    shorts = view[4:12].cast("h")
    row = view[6:12]
    print(
        words.tolist()[:2],
        len(words),
        words.itemsize,
        shorts.tolist(),
        row.shape,
        row[-1],
        row.tolist(),
        view[::5].tolist(),
        view[-3:].hex("-"),
    )
    words[0] = 0xDEADBEEF
    shorts[1] = -2
    view[20:24] = b"wxyz"
    view[1::8] = b"ABC"
    print(
        array,
        view.nbytes,
        view.readonly,
        memoryview(b"x").readonly,
        view[0:4].tobytes() == b"\xefA\xad\xde",
        view.format,
        shorts.format,
        bytes(view[::-1][:4]),
    )
    array2 = bytearray(b"abcdef")
    array2[1:3] = b"XYZ"
    array2[::2] = b"...." if len(array2) == 7 else b"???"
    array2.insert(0, 33)
    array2.extend([1, 2])
    array2 *= 2
    del array2[5:]
    array2.reverse()
    print(
        array2,
        array2.pop(),
        array2.find(b"."),
        array2.count(b"."),
        array2.upper(),
        bytearray(3),
        array2.removeprefix(b"Y"),
        bytearray.fromhex("0A fF"),
        array2 + b"!" == b"!" or array2[0],
    )
    print(
        b"%s-%04d-%x-%c-%r-%.2f" % (b"s", 42, 255, 65, "é", 1.5),
        b"Ab9".isalnum(),
        b"x" < b"xa",
        b"a" in b"cab",
        97 in b"cab",
        b"".join([bytearray(b"a"), b"b"]),
        b"zfill".zfill(8),
        b"t\tx".expandtabs(4),
        b"title case".title(),
        max(b"abc"),
        sorted(b"cab"),
    )
    tries: list[Callable[[], object]] = [
        lambda: uncobs(b"\x05ab"), lambda: headers(b"no colon"), lambda: gap.move(99), lambda: bytes([256]), lambda: bytearray(b"a").index(b"z"), lambda: view.cast("I")[9], lambda: memoryview(b"abc").cast("H"),
        lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(b"x").__setitem__(0, 1), lambda: bytes.fromhex("0g"), lambda: b"a".decode("utf-16"), lambda: array2.remove(200), lambda: bytes(-1), lambda: bytearray().pop(),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (ValueError, IndexError, TypeError) as error:
            print(type(error).__name__, error)


main()
