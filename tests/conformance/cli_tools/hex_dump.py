# args: --width 12 --skip 3
# stdin: Hello, \xff\x00\x01 world!\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\ntail
"""A hex dump of standard input with repeated rows left out, read back, and compared with the input."""

import argparse
import sys
from collections.abc import Iterator


def rows(data: bytes, width: int) -> Iterator[tuple[int, bytes]]:
    for offset in range(0, len(data), width):
        yield offset, data[offset : offset + width]


def printable(row: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)


def dump(data: bytes, width: int, base: int = 0) -> Iterator[str]:
    previous: bytes | None = None
    starred = False
    for offset, row in rows(data, width):
        if row == previous and offset + width < len(data):
            if not starred:
                yield "*"
                starred = True
            continue
        previous, starred = row, False
        left = row.hex(" ", 1)
        half = width // 2 * 3
        left = left[: half - 1] + " " + left[half - 1 :] if len(row) > width // 2 else left
        yield f"{base + offset:08x}  {left:<{width * 3}}  |{printable(row)}|"
    yield f"{base + len(data):08x}"


def undump(lines: list[str], width: int) -> bytes:
    """The bytes a dump stands for."""
    result = bytearray()
    fill = b""
    base = int(lines[0].split()[0], 16)
    starred = False
    for line in lines:
        if line == "*":
            starred = True
            continue
        offset = int(line[:8], 16) - base
        if starred:
            while len(result) < offset:
                result += fill
            starred = False
        if len(result) != offset:
            raise ValueError(f"gap before {line[:8]}: have {len(result)}, want {offset}")
        fill = bytes.fromhex(line[10 : 10 + width * 3 + 1].partition("|")[0]) if len(line) > 8 else b""
        result += fill
    return bytes(result)


def statistics(data: bytes) -> str:
    counts = [0] * 256
    for byte in data:
        counts[byte] += 1
    top = sorted(((n, b) for b, n in enumerate(counts) if n), key=lambda pair: (-pair[0], pair[1]))[:4]
    kinds = sum(1 for n in counts if n)
    return f"{len(data)} bytes, {kinds} kinds, most: " + ", ".join(f"{b:#04x}x{n}" for n, b in top)


parser = argparse.ArgumentParser(prog="hd")
parser.add_argument("--width", type=int, default=16, choices=(8, 12, 16))
parser.add_argument("--skip", type=int, default=0)
parser.add_argument("--length", type=int)
options = parser.parse_args()

data = sys.stdin.buffer.read()
end = None if options.length is None else options.skip + options.length
view = memoryview(data)[options.skip : end]
lines = list(dump(bytes(view), options.width, options.skip))
print("\n".join(lines))
print(statistics(bytes(view)))
print(undump(lines, options.width) == bytes(view))
for sample in [b"", b"x", bytes(range(20)), b"\0" * 50, "naïve €".encode()]:
    text = list(dump(sample, 8))
    print(len(text), text[0], undump(text, 8) == sample)
try:
    undump([lines[0], lines[-1]], options.width)
except ValueError as error:
    print("refused:", error)
sys.stdout.flush()
sys.stdout.buffer.write(data[:9] + b"\n")
