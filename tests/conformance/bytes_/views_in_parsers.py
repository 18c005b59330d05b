"""memoryviews in use: parsing without copies, casts, writing through, slices of slices, comparisons, released views."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator


def checksum(view: memoryview) -> int:
    total = 0
    for byte in view:
        total = (total * 257 + byte) & 0xFFFFFFFF
    return total


def chunks(view: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """PNG-like chunks: length, four letters, data, checksum."""
    while view:
        (size,) = struct.unpack_from(">I", view)
        kind = bytes(view[4:8])
        data = view[8 : 8 + size]
        (expected,) = struct.unpack_from(">I", view, 8 + size)
        if checksum(view[4 : 8 + size]) != expected:
            raise ValueError(f"chunk {kind!r}: checksum {expected:#x} is wrong")
        yield kind, data
        view = view[12 + size :]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum(memoryview(kind + data)))


image = chunk(b"IHDR", struct.pack(">IIB", 640, 480, 8)) + chunk(b"IDAT", bytes(range(40))) + chunk(b"IEND", b"")
for kind, data in chunks(memoryview(image)):
    print(kind, len(data), data[:4].tobytes(), data.nbytes, data.readonly, data[:8].hex())
buffer = bytearray(b"0123456789abcdef")
view = memoryview(buffer)
view[2:5] = b"XYZ"
view[-1] = ord("!")
middle = view[4:12]
middle[::2] = b"----"
print(buffer, middle.tobytes(), middle[1:3].tolist(), len(middle), bytes(middle[::-1]), view[5] == buffer[5], view == buffer, middle == memoryview(b"-5-7-9-b"))
words = memoryview(bytearray(16)).cast("I")
words[0] = 0xDEADBEEF
words[3] = 1
print(words.tolist(), words.format, words.itemsize, words.shape, words.nbytes, len(words), words.cast("B")[:4].hex(), words[1:3].tolist())
signed = memoryview(bytearray(b"\xff\xfe\x00\x80")).cast("b")
print(signed.tolist(), signed.cast("B").cast("h").tolist(), [*memoryview(b"\x01\x02\x03")][::-1], memoryview(b"abc").hex("-"), b"b" in [bytes([b]) for b in memoryview(b"abc")], 98 in memoryview(b"abc"))
print(memoryview(b"xyz") == memoryview(bytearray(b"xyz")), hash(memoryview(b"ab")) == hash(b"ab"), {memoryview(b"k"): 1}[memoryview(b"k")], bytes(memoryview(b"abc")[1:]) + b"!", b"".join([memoryview(b"a"), b"b"]), int.from_bytes(memoryview(b"\x01\x00"), "little"))
target = bytearray(6)
struct.pack_into("<HI", target, 0, 513, 7)
print(target, struct.unpack("<HI", memoryview(target)), memoryview(target).tobytes().find(b"\x07"), memoryview(target).contiguous, memoryview(b"abc").obj)
tries: list[Callable[[], object]] = [
    lambda: memoryview(b"ro").__setitem__(0, 1), lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: view[99], lambda: view.__setitem__(0, 300), lambda: memoryview(bytearray(5)).cast("I"),
    lambda: hash(memoryview(bytearray(1))), lambda: list(chunks(memoryview(image[:20] + b"?" + image[21:]))),
]  # fmt: skip
for attempt in tries:
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError, BufferError) as error:
        print(type(error).__name__, error)
with memoryview(b"scoped") as scoped:
    print(scoped[0], scoped.tobytes())
try:
    print(len(scoped))
except ValueError as error:
    print(error)
view.release()
print(bytes(middle[:2]))
words[0] = -1
