"""StringIO and BytesIO as files: readers that push back, CSV and INI by hand, seeking, newlines, truncation, closed streams."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from typing import Protocol, TextIO


class Lines(Protocol):
    def readline(self) -> str: ...


class PushBack:
    """Counts lines and lets one be given back."""

    def __init__(self, stream: Lines) -> None:
        self.stream, self.number = stream, 0
        self.kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.kept.pop() if self.kept else self.stream.readline()
        if not line:
            raise StopIteration
        self.number += 1
        return line

    def back(self, line: str) -> None:
        self.kept.append(line)
        self.number -= 1


def logical(stream: Lines) -> Iterator[tuple[int, str]]:
    """Lines joined where they end with a backslash or go on indented; comments left out."""
    source = PushBack(stream)
    for line in source:
        start = source.number
        text = line.rstrip("\n")
        while text.endswith("\\"):
            text = text[:-1] + next(source, "").rstrip("\n")
        for following in source:
            if following[:1] not in (" ", "\t") or not following.strip():
                source.back(following)
                break
            text += " " + following.strip()
        if text.strip() and not text.startswith("#"):
            yield start, text


def ini(stream: Lines) -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    section = out.setdefault("", {})
    for number, text in logical(stream):
        if text.startswith("["):
            if not text.endswith("]"):
                raise SyntaxError(f"line {number}: {text!r}")
            section = out.setdefault(text[1:-1], {})
            continue
        key, equals, value = text.partition("=")
        if not equals:
            raise SyntaxError(f"line {number}: no '=' in {text!r}")
        section[key.strip().lower()] = value.strip()
    return out


def csv_rows(stream: Iterable[str]) -> Iterator[list[str]]:
    row: list[str] = []
    cell, quoted = "", False
    for line in stream:
        for i, c in enumerate(line):
            match c, quoted:
                case '"', True if line[i + 1 : i + 2] == '"':
                    cell += "\x00"
                case '"', _:
                    if cell.endswith("\x00"):
                        cell = cell[:-1] + '"'
                    else:
                        quoted = not quoted
                case ",", False:
                    row.append(cell)
                    cell = ""
                case "\n", False:
                    yield [*row, cell]
                    row, cell = [], ""
                case _:
                    cell += c
    if row or cell:
        yield [*row, cell]


def write_csv(rows: Iterable[Iterable[object]], out: TextIO) -> int:
    total = 0
    for row in rows:
        cells = (f'"{t.replace(chr(34), chr(34) * 2)}"' if set(t) & set(',"\n') else t for t in map(str, row))
        total += out.write(",".join(cells) + "\n")
    return total


def blocks(stream: io.BytesIO, size: int) -> Iterator[bytes]:
    buffer = bytearray(size)
    while n := stream.readinto(buffer):
        yield bytes(buffer[:n])


def main() -> None:
    text = "top = 1\n# no\n[a]\nkey = one \\\ntwo\n  three\n\n[b]\nX=y=z\nlast ="
    print(list(logical(io.StringIO(text))), ini(io.StringIO(text)))
    for bad in ("[a", "a = 1\nno equals\n"):
        try:
            print(ini(io.StringIO(bad)))
        except SyntaxError as error:
            print(error)
    rows: list[list[object]] = [["a", 1, 2.5], ['say "hi"', "x,y", "two\nlines"], ["", None, "é"]]
    stream = io.StringIO()
    print(write_csv(rows, stream), repr(stream.getvalue()), stream.tell())
    stream.seek(0)
    print(list(csv_rows(stream)) == [[str(c) for c in row] for row in rows], stream.read(), stream.tell())
    stream.seek(2)
    print(
        repr(stream.read(3)),
        repr(stream.readline()),
        stream.readlines(3),
        stream.seek(0, io.SEEK_END),
        stream.write("!"),
        stream.truncate(5),
        repr(stream.getvalue()),
        stream.tell(),
    )
    stream.write("after")
    print(ascii(stream.getvalue()), len(stream.getvalue()))
    for newline in (None, "", "\n", "\r\n", "\r"):
        variant = io.StringIO("a\r\nb\rc\n", newline)
        print(repr(newline), variant.readlines(), ascii(variant.getvalue()))
    data = io.BytesIO(bytes(range(10)))
    print(
        list(blocks(data, 4)),
        data.seek(-3, 2),
        data.read1(2),
        data.seek(1, 1),
        data.read(),
        data.seek(3),
        data.write(b"XYZ"),
        data.getvalue(),
        data.truncate(8),
        data.read(),
        data.tell(),
    )
    with data.getbuffer() as view:
        view[0] = 255
        print(len(view), bytes(view[:2]))
    data.seek(12)
    data.write(b"far")
    print(
        data.getvalue(),
        data.readable(),
        data.seekable(),
        data.isatty(),
        list(io.BytesIO(b"l1\nl2\n\nend")),
        io.BytesIO(b"ab\ncd").readline(1),
        io.BytesIO(b"x\ny").readlines(),
    )
    caught = io.StringIO()
    with redirect_stdout(caught):
        print("inside", 1, sep="-", end="|")
        print(*"abc", sep="\n", file=caught)
    print(repr(caught.getvalue()), caught.closed)
    with io.StringIO("gone") as closing:
        print(closing.read(2), closing.closed)
    tries: list[Callable[[], object]] = [
        lambda: closing.read(), lambda: closing.write("x"), lambda: io.StringIO("a").seek(-1), lambda: io.StringIO("a").seek(1, 1), lambda: io.BytesIO(b"a").seek(-2, 0), lambda: io.BytesIO(b"a").seek(0, 7),
        lambda: io.StringIO().fileno(), lambda: io.BytesIO().truncate(-1), lambda: next(io.StringIO("")),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (ValueError, OSError, StopIteration) as error:
            print(type(error).__name__, error)


main()
