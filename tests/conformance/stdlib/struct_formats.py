"""struct: every format and byte order, alignment, buffers, iteration, errors; a small file format."""

import struct
from collections.abc import Callable


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


values = {"b": -5, "B": 250, "h": -300, "H": 60000, "i": -70000, "I": 4000000000, "l": -5, "L": 5, "q": -(2**60), "Q": 2**63, "n": -9, "N": 9, "P": 255, "?": True, "f": 1.5, "d": -2.25, "e": 0.5}
for code, value in values.items():
    for order in ("", "@", "=", "<", ">", "!"):
        if code in "nNP" and order not in ("", "@"):
            continue
        packed = struct.pack(order + code, value)
        print(order + code, packed.hex(), struct.unpack(order + code, packed), struct.calcsize(order + code), end="; ")
    print()
print(struct.pack("<bhiq", 1, 2, 3, 4).hex(), struct.pack("bhiq", 1, 2, 3, 4).hex(), struct.calcsize("bhiqb"), struct.calcsize("<bhiqb"), struct.calcsize("bhiqb0q"), struct.calcsize("2x3h"), struct.calcsize(""))
print(struct.pack("5s", b"abc"), struct.pack("5s", b"abcdefgh"), struct.pack("0s", b"x"), struct.pack("5p", b"abc"), struct.pack("3p", b"abcdef"), struct.pack("c", b"x"), struct.pack("3c", b"a", b"b", b"c"), struct.pack(">4x2H", 1, 2))
print(struct.unpack("5s", b"abc\0\0"), struct.unpack("5p", b"\x03abc\0"), struct.unpack("3c", b"abc"), struct.unpack("<2h3B", b"\1\0\2\0\3\4\5"), struct.unpack("? ?", b"\0\7"))
print([struct.unpack("<e", struct.pack("<e", x))[0] for x in (0.0, -0.0, 1.0, 65504.0, 6e-8, 0.1, float("inf"))], struct.pack(">f", 0.1).hex(), struct.unpack(">f", struct.pack(">f", 3.4e38)), struct.unpack("<d", bytes(8)))
s = struct.Struct("<IH4s")
print(s.size, s.format, s.pack(1, 2, b"abcd"), s.unpack(s.pack(7, 8, b"wxyz")), list(s.iter_unpack(s.pack(1, 2, b"aaaa") + s.pack(3, 4, b"bbbb"))))
buffer = bytearray(20)
s.pack_into(buffer, 3, 0xDEADBEEF, 0xCAFE, b"zz")
print(buffer.hex(), s.unpack_from(buffer, 3), s.unpack_from(buffer, -17), struct.unpack_from("<H", buffer, offset=7), struct.unpack(">I", memoryview(buffer)[3:7]))
print(list(struct.iter_unpack(">H", bytes(range(8)))), struct.unpack_from("B", b"\1\2\3", 2))
for name, work in (
    ("items", lambda: struct.pack("<2h", 1)), ("range", lambda: struct.pack("<B", 256)), ("range h", lambda: struct.pack("<h", 40000)), ("native", lambda: struct.pack("h", 40000)), ("byte", lambda: struct.pack("b", 200)),
    ("type", lambda: struct.pack("<i", "x")), ("float", lambda: struct.pack("<d", "x")), ("char", lambda: struct.pack("c", b"xy")), ("bytes", lambda: struct.pack("3s", "abc")), ("code", lambda: struct.pack("y", 1)),
    ("size", lambda: struct.unpack("<I", b"123")), ("count", lambda: struct.pack("3")), ("from", lambda: struct.unpack_from("<I", b"12345", 2)), ("iter", lambda: list(struct.iter_unpack("<H", b"123"))), ("big float", lambda: struct.pack("<f", 1e300)),
    ("half", lambda: struct.pack("<e", 1e6)), ("into", lambda: s.pack_into(bytearray(5), 0, 1, 2, b"")), ("offset", lambda: struct.unpack_from("<I", b"1234", -9)), ("huge", lambda: struct.pack("<Q", 2**64)), ("negative", lambda: struct.pack("<Q", -1)), ("zero", lambda: list(struct.iter_unpack("", b""))),
):  # fmt: skip
    attempt(name, work)


def write_table(rows: list[tuple[int, str, float]]) -> bytes:
    """magic, count, then rows with length-prefixed names."""
    out = bytearray(struct.pack(">4sI", b"TBL1", len(rows)))
    for number, name, value in rows:
        data = name.encode()
        out += struct.pack(f">IB{len(data)}sd", number, len(data), data, value)
    return bytes(out)


def read_table(data: bytes) -> list[tuple[int, str, float]]:
    magic, count = struct.unpack_from(">4sI", data)
    assert magic == b"TBL1"
    at, rows = 8, []
    for _ in range(count):
        number, length = struct.unpack_from(">IB", data, at)
        name, value = struct.unpack_from(f">{length}sd", data, at + 5)
        rows.append((number, name.decode(), value))
        at += 13 + length
    return rows


table = [(1, "ada", 1.5), (2, "", -0.25), (70000, "naïve", 1e300)]
print(write_table(table).hex(), read_table(write_table(table)) == table)
