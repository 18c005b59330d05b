"""A report whose lines are printed and whose table goes to the bytes below."""
import sys
import io
import struct


def record(code: int, value: float) -> bytes:
    return struct.pack("<Hd", code, value).hex().encode() + b"\n"


def main() -> None:
    print("header: printed first, read last")
    out = sys.stdout.buffer
    out.write(b"bytes before the header\n")
    sys.stdout.flush()
    print("after a flush")
    out.write(b"bytes two\n")
    out.flush()
    print("still behind")
    print("an error in between", file=sys.stderr)
    out.write(record(7, 2.5))
    for i in range(1500):
        print("line", i, "of many")
        if i % 400 == 0:
            out.write(f"<mark {i}>\n".encode())
    sys.stdout.write("x" * 9000 + "\n")
    out.write(b"after the long text\n")
    sys.stdout.write("y" * 8191)
    out.write(b"before y\n")
    sys.stdout.write("z")
    out.write(b"after y and z\n")
    sys.stdout.write("é" * 4000 + "\n")
    out.write(b"b" * 8500 + b"\n")
    out.write(b"tail bytes\n")
    sys.stdout.writelines(["one\n", "two\n"])
    out.writelines([b"uno\n", b"dos\n"])
    print("flushed at once", flush=True)
    out.write(b"end\n")
    kept = io.StringIO()
    print("into memory", file=kept)


main()
