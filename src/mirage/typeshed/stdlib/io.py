"""Text and bytes in memory with the interface of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import BinaryIO, Final, TextIO

__all__ = [
    "StringIO",
    "BytesIO",
    "UnsupportedOperation",
    "SEEK_SET",
    "SEEK_CUR",
    "SEEK_END",
    "DEFAULT_BUFFER_SIZE",
]

SEEK_SET: Final = 0
SEEK_CUR: Final = 1
SEEK_END: Final = 2
DEFAULT_BUFFER_SIZE: Final = 8192


class UnsupportedOperation(OSError):
    """The file cannot do this."""


class StringIO(TextIO):
    """A text file in memory.

    What is written at the end gathers in `_parts`, joined to `_text` when it is read.
    """

    _text: str
    _parts: list[str]
    _end: int  # characters in `_text` and `_parts` together
    _position: int
    _closed: bool
    _newline: str | None

    def __init__(self, initial_value: str | None = "", newline: str | None = "\n") -> None:
        self._text = ""
        self._parts = []
        self._end = 0
        self._position = 0
        self._closed = False
        self._newline = newline
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value:
            self.write(initial_value)
            self._position = 0

    def __enter__(self) -> StringIO:
        self._check()
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()

    def _check(self) -> None:
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _joined(self) -> str:
        if self._parts:
            self._text = self._text + "".join(self._parts)
            self._parts.clear()
        return self._text

    @property
    def name(self) -> str:
        raise AttributeError("'_io.StringIO' object has no attribute 'name'")

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def encoding(self) -> str | None:  # type: ignore[override]
        return None  # text is kept as text

    @property
    def errors(self) -> str | None:
        return None

    @property
    def line_buffering(self) -> bool:
        return False

    def getvalue(self) -> str:
        self._check()
        return self._joined()

    def close(self) -> None:
        self._closed = True
        self._parts.clear()
        self._text = ""

    def fileno(self) -> int:
        raise UnsupportedOperation("fileno")

    def flush(self) -> None:
        self._check()

    def isatty(self) -> bool:
        self._check()
        return False

    def readable(self) -> bool:
        self._check()
        return True

    def writable(self) -> bool:
        self._check()
        return True

    def seekable(self) -> bool:
        self._check()
        return True

    def write(self, s: str, /) -> int:
        self._check()
        length = len(s)
        if length == 0:
            return 0
        newline = self._newline
        if newline is None:
            if "\r" in s:
                s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif "\r" in newline and "\n" in s:
            s = s.replace("\n", newline)
        if self._position == self._end:
            self._parts.append(s)
            self._end += len(s)
            self._position = self._end
            return length
        text = self._joined()
        if self._position > self._end:
            text += "\0" * (self._position - self._end)
        self._text = text[: self._position] + s + text[self._position + len(s) :]
        self._end = len(self._text)
        self._position += len(s)
        return length

    def writelines(self, lines: Iterable[str], /) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        for line in lines:
            self.write(line)

    def read(self, size: int | None = -1, /) -> str:
        self._check()
        text = self._joined()
        start = self._position
        if start >= self._end:
            return ""
        stop = self._end if size is None or size < 0 else min(self._end, start + size)
        self._position = stop
        return text[start:stop]

    def readline(self, size: int = -1, /) -> str:
        self._check()
        text = self._joined()
        start = self._position
        if start >= self._end:
            return ""
        newline = self._newline
        if newline is None or newline == "\n":
            found = text.find("\n", start)
            stop = self._end if found < 0 else found + 1
        else:
            stop = self._line_end(text, start, newline)
        if size >= 0 and stop > start + size:
            stop = start + size
        self._position = stop
        return text[start:stop]

    def _line_end(self, text: str, start: int, newline: str) -> int:
        """Where the line ends, when lines end otherwise than by \\n alone."""
        if newline:
            found = text.find(newline, start)
            return self._end if found < 0 else found + len(newline)
        feed = text.find("\n", start)
        back = text.find("\r", start, feed) if feed >= 0 else text.find("\r", start)
        if back < 0:
            return self._end if feed < 0 else feed + 1
        return back + 2 if feed == back + 1 else back + 1

    def readlines(self, hint: int = -1, /) -> list[str]:
        if self._closed:
            raise ValueError("I/O operation on closed file.")
        lines: list[str] = []
        total = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                return lines

    def tell(self) -> int:
        self._check()
        return self._position

    def seek(self, pos: int, whence: int = 0, /) -> int:
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._position = pos
        elif whence == 1 or whence == 2:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._position = self._end
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position

    def truncate(self, pos: int | None = None, /) -> int:
        self._check()
        size = self._position if pos is None else pos
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        if size < self._end:
            self._text = self._joined()[:size]
            self._end = size
        return size

    def __next__(self) -> str:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self) -> Iterator[str]:
        self._check()
        return self


class BytesIO(BinaryIO):
    """A binary file in memory."""

    _data: bytearray
    _position: int
    _closed: bool

    def __init__(self, initial_bytes: bytes | bytearray | memoryview = b"") -> None:
        self._data = bytearray(initial_bytes)
        self._position = 0
        self._closed = False

    def __enter__(self) -> BytesIO:
        self._check()
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()

    def _check(self) -> None:
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def name(self) -> str:
        raise AttributeError("'_io.BytesIO' object has no attribute 'name'")

    @property
    def closed(self) -> bool:
        return self._closed

    def getvalue(self) -> bytes:
        self._check()
        return bytes(self._data)

    def getbuffer(self) -> memoryview:
        self._check()
        return memoryview(self._data)

    def close(self) -> None:
        self._closed = True
        self._data = bytearray()

    def fileno(self) -> int:
        raise UnsupportedOperation("fileno")

    def flush(self) -> None:
        self._check()

    def isatty(self) -> bool:
        self._check()
        return False

    def readable(self) -> bool:
        self._check()
        return True

    def writable(self) -> bool:
        self._check()
        return True

    def seekable(self) -> bool:
        self._check()
        return True

    def write(self, s: bytes | bytearray | memoryview, /) -> int:
        self._check()
        if isinstance(s, memoryview):
            s = bytes(s)
        size = len(s)
        if size == 0:
            return 0
        missing = self._position - len(self._data)
        if missing > 0:
            self._data.extend(bytes(missing))
        if self._position == len(self._data):
            self._data.extend(s)
        else:
            self._data[self._position : self._position + size] = s
        self._position += size
        return size

    def writelines(self, lines: Iterable[bytes], /) -> None:
        self._check()
        for line in lines:
            self.write(line)

    def read(self, size: int | None = -1, /) -> bytes:
        self._check()
        start = self._position
        end = len(self._data)
        if start >= end:
            return b""
        stop = end if size is None or size < 0 else min(end, start + size)
        self._position = stop
        return bytes(self._data[start:stop])

    def read1(self, size: int | None = -1, /) -> bytes:
        return self.read(size)

    def readinto(self, buffer: bytearray, /) -> int:
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readline(self, size: int | None = -1, /) -> bytes:
        self._check()
        start = self._position
        end = len(self._data)
        if start >= end:
            return b""
        found = self._data.find(b"\n", start)
        stop = end if found < 0 else found + 1
        if size is not None and 0 <= size < stop - start:
            stop = start + size
        self._position = stop
        return bytes(self._data[start:stop])

    def readlines(self, size: int | None = None, /) -> list[bytes]:
        lines: list[bytes] = []
        total = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            total += len(line)
            if size is not None and 0 < size <= total:
                return lines

    def tell(self) -> int:
        self._check()
        return self._position

    def seek(self, pos: int, whence: int = 0, /) -> int:
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._position = pos
        elif whence == 1:
            self._position = max(0, self._position + pos)
        elif whence == 2:
            self._position = max(0, len(self._data) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position

    def truncate(self, size: int | None = None, /) -> int:
        self._check()
        count = self._position if size is None else size
        if count < 0:
            raise ValueError(f"negative size value {count}")
        if count < len(self._data):
            del self._data[count:]
        return count

    def __next__(self) -> bytes:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self) -> Iterator[bytes]:
        self._check()
        return self
