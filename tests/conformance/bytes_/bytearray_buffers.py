"""bytearray as a growing buffer: a ring of frames, in-place edits, every mutating method, searching, and its errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator


class FrameBuffer:
    """Frames end with a delimiter; what is not complete stays."""

    def __init__(self, delimiter: bytes = b"\r\n", limit: int = 64) -> None:
        self.buffer = bytearray()
        self.delimiter = delimiter
        self.limit = limit

    def feed(self, data: bytes) -> Iterator[bytes]:
        self.buffer += data
        while (end := self.buffer.find(self.delimiter)) >= 0:
            frame = bytes(self.buffer[:end])
            del self.buffer[: end + len(self.delimiter)]
            yield frame
        if len(self.buffer) > self.limit:
            raise OverflowError(f"{len(self.buffer)} bytes without {self.delimiter!r}")


def xor(data: bytearray, key: bytes) -> None:
    for index in range(len(data)):
        data[index] ^= key[index % len(key)]


def escape(data: bytes) -> bytearray:
    """SLIP framing."""
    out = bytearray([0xC0])
    for byte in data:
        match byte:
            case 0xC0:
                out.extend((0xDB, 0xDC))
            case 0xDB:
                out.extend(b"\xdb\xdd")
            case _:
                out.append(byte)
    out.append(0xC0)
    return out


frames = FrameBuffer()
received = [frame for part in (b"GET /", b" HTTP\r\nHost: x\r", b"\n\r\nrest", b"") for frame in frames.feed(part)]
print(received, frames.buffer)
try:
    list(frames.feed(b"z" * 70))
except OverflowError as error:
    print(error)
secret = bytearray("Grüße".encode())
xor(secret, b"key")
print(secret.hex(), end=" ")
xor(secret, b"key")
print(secret.decode(), escape(b"a\xc0\xdbz"))
b = bytearray(b"hello")
b[0] = 72
b[1:3] = b"EY"
b.insert(0, 33)
b.extend(range(48, 52))
b += b"\x00\xff"
print(b, b.pop(), b.pop(0), b.count(b"l"), b.index(b"o"), b.rfind(48), b.upper(), b.title(), b.swapcase(), bytes(b.zfill(14)))
b.remove(ord("Y"))
b.reverse()
del b[::3]
print(b, len(b), b * 2, b + b"!", b"!" + b, type(b"!" + b).__name__, type(b + b"!").__name__, 48 in b, b"3" in b, b == bytes(b), b < b"z", bytearray(b"a") < bytearray(b"b"))
b.clear()
b[:] = b"new content here"
b[4:11] = bytearray(b"X")
b[::2] = b"-" * len(b[::2])
print(b, b.split(b"-"), b.replace(b"-", b""), b.partition(b"X"), b.startswith((b"-e", b"x")), b.removeprefix(b"-"), b.lstrip(b"-e"), b.center(12, b"."), b.copy() is b)
b.pop(0)
b *= 2
print(b, b.translate(None, b"-"), b.isalnum(), bytearray(b"aB1").isalnum(), bytearray(b"A b").istitle(), b.decode("latin-1"), list(b[:3]), sorted(set(b)), max(b), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"%x" % 255))
print(bytearray.fromhex("de ad BE ef"), bytes.fromhex("0a"), bytearray(b"\n'\"\\\x80"), str(bytearray(b"q")), bytearray(range(3)).hex(), b"\xde\xad".hex(":"), bytes(5), bytes((1, 2)), bytes(bytearray(b"x")), b"abc".ljust(5, b"."), b"Hello"[1], b"Hello"[1:2], [*b"AB"])
tries: list[Callable[[], object]] = [
    lambda: b.append(256), lambda: b.remove(200), lambda: bytearray([1, -1]), lambda: bytearray.fromhex("abc"), lambda: bytes([300]), lambda: bytearray(-1), lambda: b.index(b"zz"),
    lambda: bytearray().pop(), lambda: b.insert(0, 999), lambda: b.__setitem__(slice(None, None, 2), b"toolittle"), lambda: b[100], lambda: bytes.fromhex("0g"), lambda: b.extend([1, 2, 1000]),
]  # fmt: skip
for attempt in tries:
    try:
        print(attempt())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
bytearray(b"k").decode("ascii").encode("utf-16")[9]
