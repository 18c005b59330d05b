"""Compression compatible with gzip and zip (RFC 1950 to 1952)."""

from __future__ import annotations

from typing import Any, Final, final
from typing_extensions import Self

from mirage.lowlevel import i64 as _i64
from mirage.runtime import binary_text as _binary, checksums as _checksums
from mirage.runtime import deflate as _deflate, inflate as _inflate

DEFLATED: Final = 8
DEF_MEM_LEVEL: Final[int] = 8
DEF_BUF_SIZE: Final = 16384
MAX_WBITS: Final[int] = 15
ZLIB_VERSION: Final[str] = "1.2.13"
ZLIB_RUNTIME_VERSION: Final[str] = "1.2.13"
Z_NO_COMPRESSION: Final = 0
Z_PARTIAL_FLUSH: Final = 1
Z_BEST_COMPRESSION: Final = 9
Z_BEST_SPEED: Final = 1
Z_BLOCK: Final = 5
Z_DEFAULT_COMPRESSION: Final = -1
Z_DEFAULT_STRATEGY: Final = 0
Z_FILTERED: Final = 1
Z_FINISH: Final = 4
Z_FIXED: Final = 4
Z_FULL_FLUSH: Final = 3
Z_HUFFMAN_ONLY: Final = 2
Z_NO_FLUSH: Final = 0
Z_RLE: Final = 3
Z_SYNC_FLUSH: Final = 2
Z_TREES: Final = 6

ReadableBuffer = bytes | bytearray | memoryview

_NOT_GIVEN = bytes(bytearray(1))  # a dictionary: another object than any of the caller's


class error(Exception):
    """The data is not in the format, or what was asked for is not possible."""


def _bytes(data: object) -> bytes:
    if isinstance(data, bytes):
        return data
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def adler32(data: ReadableBuffer, value: int = 1, /) -> int:
    return _checksums.adler32(_bytes(data), value)


def crc32(data: ReadableBuffer, value: int = 0, /) -> int:
    return _binary.crc32(_bytes(data), value)


# --- compression -------------------------------------------------------------------------------


def _rank(mode: int) -> int:
    """Flushes by how much they do; one that does no more than the last, without new data, does nothing."""
    return mode * 2 - (9 if mode > 4 else 0)


@final
class _Compress:
    """A stream that is compressed piece by piece; on CPython its class is called zlib.Compress."""

    def __init__(self, level: int, method: int, wbits: int, memory: int, strategy: int) -> None:
        """raises  ValueError: no such stream is possible"""
        self._wrap = 1
        self._first = True
        self._ended = False
        self._check = 1
        self._size = 0
        self._last_flush = -2
        self._dictionary = b""
        bits = wbits
        if wbits < 0:
            self._wrap = 0
            bits = -wbits
        elif wbits > 15:
            self._wrap = 2
            self._check = 0
            bits = wbits - 16
        if level == -1:
            level = 6
        if (
            not 1 <= memory <= 9
            or method != 8
            or not 8 <= bits <= 15
            or not 0 <= level <= 9
            or not 0 <= strategy <= 4
            or (bits == 8 and self._wrap != 1)
        ):
            raise ValueError("Invalid initialization option")
        self._level = level
        self._strategy = strategy
        self._bits = max(bits, 9)
        self._stream = _deflate.Deflater(_i64(level), _i64(self._bits), _i64(memory), _i64(strategy))

    def _set_dictionary(self, dictionary: bytes) -> None:
        self._dictionary = dictionary
        self._stream.set_dictionary(dictionary, self._wrap == 1)

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: Any, /) -> Self:
        return self.copy()

    def compress(self, data: ReadableBuffer, /) -> bytes:
        source = _bytes(data)
        if self._ended:
            raise error("Error -2 while compressing data: inconsistent stream state")
        return self._run(source, Z_NO_FLUSH)

    def flush(self, mode: int = 4, /) -> bytes:
        if mode == Z_NO_FLUSH:
            return b""
        if self._ended or not 0 <= mode <= 5:
            raise error("Error -2 while flushing: inconsistent stream state")
        result = self._run(b"", mode)
        self._ended = mode == Z_FINISH
        return result

    def copy(self) -> Self:
        if self._ended:
            raise ValueError("Inconsistent stream state")
        other = type(self)(self._level, 8, 15 if self._wrap else -15, 8, self._strategy)
        other._wrap = self._wrap
        other._first = self._first
        other._check = self._check
        other._size = self._size
        other._last_flush = self._last_flush
        other._dictionary = self._dictionary
        other._bits = self._bits
        other._stream = self._stream.copy()
        return other

    def _run(self, source: bytes, mode: int) -> bytes:
        head = b""
        if self._first:
            self._first = False
            head = self._head()
        before = self._last_flush
        self._last_flush = mode
        if not source and mode != Z_FINISH and _rank(mode) <= _rank(before):
            return head
        if self._wrap == 1:
            self._check = _checksums.adler32(source, self._check)
        elif self._wrap == 2:
            self._check = _binary.crc32(source, self._check)
        self._size += len(source)
        body = self._stream.run(source, _i64(mode))
        if mode != Z_FINISH:
            return head + body
        if self._wrap == 1:
            return head + body + self._check.to_bytes(4, "big")
        if self._wrap == 2:
            size = (self._size & 0xFFFFFFFF).to_bytes(4, "little")
            return head + body + self._check.to_bytes(4, "little") + size
        return head + body

    def _head(self) -> bytes:
        fast = self._strategy >= Z_HUFFMAN_ONLY or self._level < 2
        if self._wrap == 2:
            extra = 2 if self._level == 9 else 4 if fast else 0
            return b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + bytes((extra, 3))
        if self._wrap == 0:
            return b""
        word = 8 + (self._bits - 8 << 4) << 8
        word |= (0 if fast else 1 if self._level < 6 else 2 if self._level == 6 else 3) << 6
        known = b""
        if self._dictionary:
            word |= 0x20
            known = adler32(self._dictionary).to_bytes(4, "big")
        return (word + 31 - word % 31).to_bytes(2, "big") + known


def compress(data: ReadableBuffer, /, level: int = -1, wbits: int = 15) -> bytes:
    source = _bytes(data)
    try:
        stream = _Compress(level, DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY)
    except ValueError:
        raise error("Bad compression level") from None
    return stream._run(source, Z_FINISH)


def compressobj(
    level: int = -1,
    method: int = 8,
    wbits: int = 15,
    memLevel: int = 8,
    strategy: int = 0,
    zdict: ReadableBuffer | None = None,
) -> _Compress:
    dictionary = b"" if zdict is None else _bytes(zdict)
    stream = _Compress(level, method, wbits, memLevel, strategy)
    if zdict is not None:
        if stream._wrap == 2:
            raise ValueError("Invalid dictionary")
        stream._set_dictionary(dictionary)
    return stream


# --- decompression -----------------------------------------------------------------------------


def _inflater(wbits: int) -> _inflate.Inflater | None:
    """None: there are no such windows."""
    wrap, bits = 0, wbits
    if wbits < 0:
        if wbits < -15:
            return None
        bits = -wbits
    else:
        wrap = (wbits >> 4) + 1
        if wbits < 48:
            bits = wbits & 15
    if wrap > 3 or (bits != 0 and not 8 <= bits <= 15):
        return None
    return _inflate.Inflater(_i64(wrap), _i64(bits))


def _problem(status: int, stream: _inflate.Inflater, doing: str) -> error:
    text = f"Error {status} while {doing}"
    return error(f"{text}: {stream.message}" if stream.message else text)


@final
class _Decompress:
    """A stream that is decompressed piece by piece; on CPython its class is called zlib.Decompress."""

    def __init__(self, stream: _inflate.Inflater, dictionary: bytes | None) -> None:
        self._stream = stream
        self._dictionary = dictionary
        self._unused = b""
        self._tail = b""
        self._eof = False
        self._ended = False

    @property
    def unused_data(self) -> bytes:
        return self._unused

    @property
    def unconsumed_tail(self) -> bytes:
        return self._tail

    @property
    def eof(self) -> bool:
        return self._eof

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: Any, /) -> Self:
        return self.copy()

    def decompress(self, data: ReadableBuffer, /, max_length: int = 0) -> bytes:
        source = _bytes(data)
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        if self._ended:
            raise error("Error -2 while decompressing data: inconsistent stream state")
        stream = self._stream
        status = int(stream.run(source, _i64(max_length)))
        if status == _inflate.NEEDS_DICTIONARY and self._dictionary is not None:
            if not stream.set_dictionary(self._dictionary):
                raise error("Error -3 while setting zdict: invalid input data")
            status = int(stream.run(stream.rest(), _i64(max_length)))
        result = stream.taken()
        self._keep(status)
        if status == _inflate.BAD_DATA or status == _inflate.NEEDS_DICTIONARY:
            raise _problem(status, stream, "decompressing data")
        return result

    def _keep(self, status: int) -> None:
        """What the stream has left of its input."""
        rest = self._stream.rest()
        if status == _inflate.END:
            self._eof = True
            self._unused += rest
            if self._tail:  # as CPython has it: what was left before is replaced
                self._tail = rest
        else:
            self._tail = rest

    def flush(self, length: int = 16384, /) -> bytes:
        if length <= 0:
            raise ValueError("length must be greater than zero")
        if self._ended:
            return b""
        stream = self._stream
        status = int(stream.run(self._tail, _i64(0)))
        if status == _inflate.NEEDS_DICTIONARY and self._dictionary is not None:
            if not stream.set_dictionary(self._dictionary):
                raise error("Error -3 while setting zdict: invalid input data")
            status = int(stream.run(stream.rest(), _i64(0)))
        result = stream.taken()
        self._keep(status)
        self._ended = status == _inflate.END
        return result

    def copy(self) -> Self:
        if self._ended:
            raise ValueError("Inconsistent stream state")
        other = type(self)(self._stream.copy(), self._dictionary)
        other._unused, other._tail, other._eof = self._unused, self._tail, self._eof
        return other


def decompress(data: ReadableBuffer, /, wbits: int = 15, bufsize: int = 16384) -> bytes:
    source = _bytes(data)
    if bufsize < 0:
        raise ValueError("bufsize must be non-negative")
    stream = _inflater(wbits)
    if stream is None:
        raise error("Error -2 while preparing to decompress data: inconsistent stream state")
    status = int(stream.run(source, _i64(0)))
    if status == _inflate.MORE:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    if status != _inflate.END:
        raise _problem(status, stream, "decompressing data")
    return stream.taken()


def decompressobj(wbits: int = 15, zdict: ReadableBuffer = _NOT_GIVEN) -> _Decompress:
    dictionary = None if zdict is _NOT_GIVEN else _bytes(zdict)
    stream = _inflater(wbits)
    if stream is None:
        raise ValueError("Invalid initialization option")
    if dictionary is not None and wbits < 0:
        stream.set_dictionary(dictionary)
    return _Decompress(stream, dictionary)
