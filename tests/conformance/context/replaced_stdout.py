"""sys.stdout replaced and put back."""

import io
import sys


class Upper(io.StringIO):
    def write(self, s: str, /) -> int:
        return super().write(s.upper())


def main() -> None:
    old = sys.stdout
    sys.stdout = buffer = io.StringIO()
    print("to the buffer", 1, 2, sep="-")
    sys.stdout.write("direct\n")
    sys.stdout = Upper()
    try:
        print("loud", end="!\n", flush=True)
        text = sys.stdout.getvalue() if isinstance(sys.stdout, io.StringIO) else ""
    finally:
        sys.stdout = old
    print(repr(buffer.getvalue()), repr(text))
    sys.stderr = sys.stdout
    print("error text", file=sys.stderr)
    assert sys.__stdout__ is not None
    sys.stdout = sys.__stdout__
    print("end")


main()
