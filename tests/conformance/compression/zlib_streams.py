"""zlib as a message store and a protocol use it: whole buffers, streams in pieces, gzip members, damage."""

from __future__ import annotations

import zlib
from collections.abc import Iterator


def journal(lines: int) -> bytes:
    """Text that compresses as logs do, and some bytes that do not."""
    seed = 4711
    out: list[bytes] = []
    for number in range(lines):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        host = ("alpha", "beta", "gamma")[seed >> 7 & 1]
        out.append(b"%06d %s GET /items/%d?page=%d\n" % (number, host.encode(), seed % 97, seed >> 20))
        if seed % 11 == 0:
            out.append(bytes(seed >> shift & 255 for shift in range(0, 24, 2)))
    return b"".join(out)


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


class Store:
    """Records kept compressed, with a checksum of each."""

    def __init__(self) -> None:
        self.records: dict[str, tuple[bytes, int]] = {}

    def put(self, name: str, data: bytes, level: int = zlib.Z_DEFAULT_COMPRESSION) -> int:
        packed = zlib.compress(data, level)
        self.records[name] = packed, zlib.crc32(data)
        return len(packed)

    def get(self, name: str) -> bytes:
        packed, check = self.records[name]
        data = zlib.decompress(packed)
        if zlib.crc32(data) != check:
            raise ValueError(name)
        return data


def levels(data: bytes) -> None:
    store = Store()
    for level in range(10):
        size = store.put(f"level {level}", data, level)
        if level:
            print(level, size, zlib.adler32(store.records[f"level {level}"][0]))
        assert store.get(f"level {level}") == data
    for name, strategy in (("filtered", zlib.Z_FILTERED), ("huffman", zlib.Z_HUFFMAN_ONLY), ("rle", zlib.Z_RLE)):
        for wbits in (9, 15, -12, 31):
            stream = zlib.compressobj(7, zlib.DEFLATED, wbits, 5, strategy)
            packed = b"".join(stream.compress(part) for part in pieces(data, 1999)) + stream.flush()
            print(name, wbits, len(packed), zlib.crc32(packed), zlib.decompress(packed, wbits) == data)


def conversation(messages: list[bytes]) -> None:
    """One stream, flushed behind each message, as in WebSocket's permessage-deflate."""
    out = zlib.compressobj(wbits=-15)
    into = zlib.decompressobj(wbits=-15)
    for message in messages:
        sent = out.compress(message) + out.flush(zlib.Z_SYNC_FLUSH)
        print(sent[-4:].hex(), len(message), len(sent), into.decompress(sent) == message)
    saved = out.copy()
    for tail in (b"one ending", b"another"):
        fork, reader = saved.copy(), into.copy()
        got = reader.decompress(fork.compress(tail) + fork.flush()) + reader.flush()
        print(got, reader.eof, reader.unused_data, into.eof)


def bounded(data: bytes) -> None:
    """No more than so much at once: what guards against bombs."""
    packed = zlib.compress(data) + b"next member"
    for limit in (100, 5000, 1 << 20):
        stream = zlib.decompressobj()
        rest, total, rounds, tails = packed, 0, 0, 0
        while not stream.eof:
            part = stream.decompress(rest, limit)
            rest = stream.unconsumed_tail
            total, rounds, tails = total + len(part), rounds + 1, tails * 31 + len(rest) & 0xFFFFFFFF
        print(limit, total, rounds, tails, stream.unused_data, stream.flush())


def dictionaries() -> None:
    known = b"GET /items/ HTTP/1.1\r\nHost: example\r\nAccept: text/html\r\n"
    request = b"GET /items/7 HTTP/1.1\r\nHost: example\r\nAccept: text/html\r\n\r\n"
    for wbits in (15, -15):
        stream = zlib.compressobj(9, wbits=wbits, zdict=known)
        packed = stream.compress(request) + stream.flush()
        print(wbits, len(packed), packed[:6].hex(), zlib.decompressobj(wbits, zdict=known).decompress(packed) == request)
        for wrong in (b"", b"other"):
            try:
                print(zlib.decompressobj(wbits, zdict=wrong).decompress(packed))
            except zlib.error as problem:
                print(type(problem).__name__, problem)


def damage(data: bytes) -> None:
    counts: dict[str, int] = {}
    for wbits in (15, -15, 31):
        stream = zlib.compressobj(wbits=wbits)
        packed = stream.compress(data) + stream.flush()
        for place in range(len(packed)):
            broken = bytearray(packed)
            broken[place] ^= 0x81 >> place % 7
            try:
                result = "read" if zlib.decompress(broken, wbits) == data else "other data"
            except zlib.error as problem:
                result = str(problem)
            counts[result] = counts.get(result, 0) + 1
        try:
            zlib.decompress(packed[:-1], wbits)
        except zlib.error as problem:
            print(wbits, problem)
    for text, count in sorted(counts.items()):
        print(count, text)
    for level, wbits in ((10, 15), (6, 7), (6, -8)):
        try:
            print(zlib.compress(data, level, wbits))
        except zlib.error as problem:
            print(problem)
        try:
            zlib.compressobj(level, wbits=wbits)
        except ValueError as error:
            print(error)
    done = zlib.compressobj()
    print(done.compress(b""), done.flush())
    for use in (lambda: done.compress(b"more"), lambda: done.flush(), lambda: bytes(done.copy().flush())):
        try:
            print(use())
        except (ValueError, zlib.error) as failure:
            print(type(failure).__name__, failure)


text = journal(1500)
print(len(text), zlib.crc32(text), zlib.adler32(text), zlib.crc32(text[10:], zlib.crc32(text[:10])))
levels(text)
conversation([b"hello", b"", b"hello hello hello", text[:3000], text[:3000]])
bounded(text)
dictionaries()
damage(text[:600])
