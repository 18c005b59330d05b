"""The standard streams as files: lines without a last newline, counts of characters and bytes, binary output."""
# stdin: first line\nsecond e line\n\nfourth,with,commas\nrest 0123456789 of the input\nseven\neight\nno newline at the end

from __future__ import annotations

import io
import sys
from typing import BinaryIO, TextIO


def numbered(source: TextIO, sink: TextIO) -> int:
    """Copies lines with numbers, and says how many."""
    count = 0
    for count, line in enumerate(source, 1):
        sink.write(f"{count:>3} {line!r}\n")
    sink.flush()
    return count


def frame(sink: BinaryIO, data: bytes) -> None:
    sink.write(b"%d:" % len(data))
    sink.writelines([data, b",\n"])


print(repr(input("prompt> ")))
print(repr(sys.stdin.readline()), repr(sys.stdin.readline()))
print(repr(sys.stdin.readline(6)), repr(sys.stdin.readline()))
print(repr(sys.stdin.read(5)), repr(sys.stdin.read(0)), repr(sys.stdin.read(11)))
print(repr(next(sys.stdin)))
print(numbered(sys.stdin, sys.stdout))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
try:
    input()
except EOFError as error:
    print("EOFError:", error)
sys.stdout.writelines(f"{n}\n" for n in range(3))
sys.stdout.flush()
frame(sys.stdout.buffer, "héllo".encode())
sys.stdout.buffer.flush()
copy = io.StringIO()
print(numbered(io.StringIO("a\nb"), copy), repr(copy.getvalue()))
raw = io.BytesIO()
frame(raw, b"abc")
with raw.getbuffer() as view:
    view[0:1] = b"9"
print(raw.getvalue(), raw.seekable(), sys.stdout.writable(), sys.stdin.readable(), sys.stdin.writable())
print(sys.stdin.encoding, sys.stdout.encoding, sys.stderr.errors, sys.stdin.name, sys.stdout.fileno())
with io.StringIO("with") as text:
    print(text.readlines(), text.tell())
sys.stderr.writelines(["to ", "stderr\n"])
sys.exit(sys.stdout.write("") + 5)
