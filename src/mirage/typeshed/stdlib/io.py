"""Text and bytes in memory with the interface of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, BinaryIO, Final, TextIO
from typing_extensions import Self

ReadableBuffer = bytes | bytearray | memoryview
_WriteableBuffer = bytearray | memoryview

__all__ = [
    "IOBase",
    "RawIOBase",
    "BufferedIOBase",
    "TextIOBase",
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


class UnsupportedOperation(OSError, ValueError):
    """The file cannot do this."""


class IOBase:
    """What all streams have; a class of one's own derives from one of the three below."""

    _shut: bool = False

    def __iter__(self) -> Iterator[bytes]:
        self._checkClosed()
        return self

    def __next__(self) -> bytes:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> Self:
        self._checkClosed()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def closed(self) -> bool:
        return self._shut

    def _checkClosed(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self) -> None:
        if not self._shut:
            try:
                self.flush()
            finally:
                self._shut = True

    def flush(self) -> None:
        if self._shut:
            raise ValueError("I/O operation on closed file.")

    def fileno(self) -> int:
        raise UnsupportedOperation("fileno")

    def isatty(self) -> bool:
        self._checkClosed()
        return False

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise UnsupportedOperation("seek")

    def tell(self) -> int:
        return self.seek(0, 1)

    def truncate(self, size: int | None = None, /) -> int:
        raise UnsupportedOperation("truncate")

    def read(self, *args: Any, **kwargs: Any) -> Any:
        raise AttributeError(f"'{type(self).__name__}' object has no attribute 'read'")

    def write(self, *args: Any, **kwargs: Any) -> Any:
        raise AttributeError(f"'{type(self).__name__}' object has no attribute 'write'")

    def readline(self, size: int | None = -1, /) -> bytes:
        most = -1 if size is None else size
        line = bytearray()
        while most < 0 or len(line) < most:
            byte = self.read(1)
            if not byte:
                break
            if not isinstance(byte, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(byte).__name__}'")
            line += byte
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint: int = -1, /) -> list[bytes]:
        lines: list[bytes] = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines

    def writelines(self, lines: Iterable[ReadableBuffer], /) -> None:
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Bytes without a buffer: `readinto` and `write` are the class's own."""

    def read(self, size: int = -1, /) -> bytes | Any:
        if size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self) -> bytes:
        parts = bytearray()
        while True:
            part = self.read(DEFAULT_BUFFER_SIZE)
            if not part:
                nothing: Any = part  # None: there is nothing yet
                return bytes(parts) if parts or part is not None else nothing
            parts += part

    def readinto(self, buffer: _WriteableBuffer, /) -> int | Any:
        raise AttributeError(f"'{type(self).__name__}' object has no attribute 'readinto'")

    def write(self, b: ReadableBuffer, /) -> int | Any:
        raise AttributeError(f"'{type(self).__name__}' object has no attribute 'write'")


class BufferedIOBase(IOBase):
    """Bytes of which a call reads or writes as many as it is told."""

    def detach(self) -> RawIOBase:
        raise UnsupportedOperation("detach")

    def read(self, size: int | None = -1, /) -> bytes:
        raise UnsupportedOperation("read")

    def read1(self, size: int = -1, /) -> bytes:
        raise UnsupportedOperation("read1")

    def readinto(self, buffer: _WriteableBuffer, /) -> int:
        return _put(buffer, self.read(len(buffer)))

    def readinto1(self, buffer: _WriteableBuffer, /) -> int:
        return _put(buffer, self.read1(len(buffer)))

    def write(self, buffer: ReadableBuffer, /) -> int:
        raise UnsupportedOperation("write")


def _put(buffer: _WriteableBuffer, data: bytes) -> int:
    buffer[: len(data)] = data
    return len(data)


class TextIOBase(IOBase):
    """Text."""

    newlines: str | tuple[str, ...] | None = None

    @property
    def encoding(self) -> str | None:
        return None

    @property
    def errors(self) -> str | None:
        return None

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        self._checkClosed()
        return self

    def __next__(self) -> str:  # type: ignore[override]
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def detach(self) -> BinaryIO:
        raise UnsupportedOperation("detach")

    def write(self, s: str, /) -> int:
        raise UnsupportedOperation("write")

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]
        self._checkClosed()
        for line in lines:
            self.write(line)

    def read(self, size: int | None = -1, /) -> str:
        raise UnsupportedOperation("read")

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        raise UnsupportedOperation("readline")

    def readlines(self, hint: int = -1, /) -> list[str]:  # type: ignore[override]
        lines: list[str] = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines


class StringIO(TextIOBase, TextIO):  # type: ignore[misc]
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

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]
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

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
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

    def readlines(self, hint: int = -1, /) -> list[str]:  # type: ignore[override]
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

    def __next__(self) -> str:  # type: ignore[override]
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        self._check()
        return self


class BytesIO(BufferedIOBase, BinaryIO):  # type: ignore[misc]
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

    def writelines(self, lines: Iterable[bytes], /) -> None:  # type: ignore[override]
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

    def readinto(self, buffer: bytearray, /) -> int:  # type: ignore[override]
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
