"""Encodings by name: at once, piece by piece, and what they are called."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Final, Literal, TypeAlias, overload

from mirage.runtime.text_codecs import normalised as _normalised

__all__ = [
    "lookup",
    "BOM",
    "BOM_BE",
    "BOM_LE",
    "BOM32_BE",
    "BOM32_LE",
    "BOM64_BE",
    "BOM64_LE",
    "BOM_UTF8",
    "BOM_UTF16",
    "BOM_UTF16_LE",
    "BOM_UTF16_BE",
    "BOM_UTF32",
    "BOM_UTF32_LE",
    "BOM_UTF32_BE",
    "CodecInfo",
    "IncrementalEncoder",
    "IncrementalDecoder",
    "getencoder",
    "getdecoder",
    "getincrementalencoder",
    "getincrementaldecoder",
    "encode",
    "decode",
    "iterencode",
    "iterdecode",
]

ReadableBuffer = bytes | bytearray | memoryview

BOM_UTF8: Final = b"\xef\xbb\xbf"
BOM_UTF16_LE: Final = b"\xff\xfe"
BOM_UTF16_BE: Final = b"\xfe\xff"
BOM_UTF32_LE: Final = b"\xff\xfe\x00\x00"
BOM_UTF32_BE: Final = b"\x00\x00\xfe\xff"
BOM_LE: Final = b"\xff\xfe"
BOM_BE: Final = b"\xfe\xff"
BOM: Final = b"\xff\xfe"
BOM_UTF16: Final = b"\xff\xfe"
BOM_UTF32: Final = b"\xff\xfe\x00\x00"
BOM32_LE: Final = b"\xff\xfe"
BOM32_BE: Final = b"\xfe\xff"
BOM64_LE: Final = b"\xff\xfe\x00\x00"
BOM64_BE: Final = b"\x00\x00\xfe\xff"

_BytesToBytesEncoding: TypeAlias = Literal["base64", "base_64", "base64_codec", "hex", "hex_codec"]
_StrToStrEncoding: TypeAlias = Literal["rot13", "rot_13"]
_BufferedEncoding: TypeAlias = Literal[
    "idna",
    "raw-unicode-escape",
    "unicode-escape",
    "utf-16",
    "utf-16-be",
    "utf-16-le",
    "utf-32",
    "utf-32-be",
    "utf-32-le",
    "utf-7",
    "utf-8",
    "utf-8-sig",
]
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TURNED: Final = "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm"

# CPython's names; of the others, the name as the functions below compare it is also what they are called
_NAMES: Final = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf8sig": "utf-8-sig",
    "ascii": "ascii", "usascii": "ascii", "646": "ascii",
    "latin1": "iso8859-1", "l1": "iso8859-1", "latin": "iso8859-1", "88591": "iso8859-1",
    "utf16": "utf-16", "u16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "utf32": "utf-32", "u32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be",
    "utf7": "utf-7", "u7": "utf-7",
    "unicodeescape": "unicode-escape", "rawunicodeescape": "raw-unicode-escape",
    "latin2": "iso8859-2", "l2": "iso8859-2", "cyrillic": "iso8859-5",
    "greek": "iso8859-7", "greek8": "iso8859-7", "latin5": "iso8859-9", "l5": "iso8859-9",
    "latin7": "iso8859-13", "l7": "iso8859-13", "latin9": "iso8859-15", "l9": "iso8859-15",
    "koi8r": "koi8-r", "cskoi8r": "koi8-r", "koi8u": "koi8-u",
    "macroman": "mac-roman", "macintosh": "mac-roman",
}  # fmt: skip

_WITHOUT_MARK: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def _name(encoding: str) -> str:
    """What CPython calls an encoding.

    raises  LookupError: there is none of this name
    """
    "".encode(encoding)
    short = _normalised(encoding)
    known = _NAMES.get(short)
    if known is not None:
        return known
    for before in ("windows", "ibm", "cp"):
        if short.startswith(before):
            return "cp" + short[len(before) :]
    if short.startswith("iso8859"):
        part = short[7:]
        return "iso8859-" + (part[:-4] if len(part) > 4 else part)  # without the year
    return "cp" + short if short.isdigit() else short


def _bytes(data: object) -> bytes:
    if isinstance(data, bytes):
        return data
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


# --- at once -----------------------------------------------------------------------------------


@overload
def encode(obj: ReadableBuffer, encoding: _BytesToBytesEncoding, errors: str = "strict") -> bytes: ...
@overload
def encode(obj: str, encoding: _StrToStrEncoding, errors: str = "strict") -> str: ...
@overload
def encode(obj: str, encoding: str = "utf-8", errors: str = "strict") -> bytes: ...
def encode(obj: object, encoding: str = "utf-8", errors: str = "strict") -> object:
    kind = _kind(encoding)
    if kind == "hex":
        return _bytes(obj).hex().encode()
    if kind == "base64":
        return _base64(_bytes(obj))
    if not isinstance(obj, str):
        raise TypeError(f"encoding with '{encoding}' codec failed (TypeError: str expected)")
    if kind == "rot13":
        return obj.translate(str.maketrans(_LETTERS, _TURNED))
    return obj.encode(encoding, errors)


@overload
def decode(obj: ReadableBuffer, encoding: _BytesToBytesEncoding, errors: str = "strict") -> bytes: ...
@overload
def decode(obj: str, encoding: _StrToStrEncoding, errors: str = "strict") -> str: ...
@overload
def decode(
    obj: str,
    encoding: Literal["unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape"],
    errors: str = "strict",
) -> str: ...
@overload
def decode(obj: str, encoding: Literal["hex", "hex_codec"], errors: str = "strict") -> bytes: ...
@overload
def decode(obj: ReadableBuffer, encoding: str = "utf-8", errors: str = "strict") -> str: ...
def decode(obj: object, encoding: str = "utf-8", errors: str = "strict") -> object:
    kind = _kind(encoding)
    if kind == "rot13" and isinstance(obj, str):
        return obj.translate(str.maketrans(_LETTERS, _TURNED))
    if kind:
        import binascii

        try:
            data = obj.encode("ascii") if isinstance(obj, str) else _bytes(obj)
            return binascii.unhexlify(data) if kind == "hex" else binascii.a2b_base64(data)
        except binascii.Error as error:
            what = f"decoding with '{encoding}' codec failed (Error: {error})"
            raise binascii.Error(what) from error
    if isinstance(obj, str) and _name(encoding) in ("unicode-escape", "raw-unicode-escape"):
        return obj.encode().decode(encoding, errors)
    return _bytes(obj).decode(encoding, errors)


def _kind(encoding: str) -> str:
    """Of the codecs that are not between text and bytes."""
    short = _normalised(encoding)
    if short == "hex" or short == "hexcodec":
        return "hex"
    if short == "base64" or short == "base64codec":
        return "base64"
    return "rot13" if short == "rot13" else ""


def _base64(data: bytes) -> bytes:
    import binascii

    return b"".join([binascii.b2a_base64(data[start : start + 57]) for start in range(0, len(data), 57)])


# --- piece by piece ----------------------------------------------------------------------------


class IncrementalEncoder:
    """Text that comes in pieces, to bytes."""

    errors: str

    def __init__(self, errors: str = "strict") -> None:
        self.errors = errors

    def encode(self, input: str, final: bool = False) -> bytes:
        raise NotImplementedError

    def reset(self) -> None: ...

    def getstate(self) -> int | str:
        return 0

    def setstate(self, state: int | str) -> None: ...


class IncrementalDecoder:
    """Bytes that come in pieces, to text."""

    errors: str

    def __init__(self, errors: str = "strict") -> None:
        self.errors = errors

    def decode(self, input: ReadableBuffer, final: bool = False) -> str:
        raise NotImplementedError

    def reset(self) -> None: ...

    def getstate(self) -> tuple[bytes, int]:
        return (b"", 0)

    def setstate(self, state: tuple[bytes, int]) -> None: ...


class BufferedIncrementalDecoder(IncrementalDecoder):
    """One that keeps bytes of which a character may still become something."""

    buffer: bytes

    def __init__(self, errors: str = "strict") -> None:
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input: ReadableBuffer, errors: str, final: bool) -> tuple[str, int]:
        raise NotImplementedError

    def decode(self, input: ReadableBuffer, final: bool = False) -> str:
        data = self.buffer + _bytes(input)
        text, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return text

    def reset(self) -> None:
        self.buffer = b""

    def getstate(self) -> tuple[bytes, int]:
        return (self.buffer, 0)

    def setstate(self, state: tuple[bytes, int]) -> None:
        self.buffer = state[0]


class _PieceEncoder(IncrementalEncoder):
    """Of one encoding; a mark of the order of bytes comes once, before the first piece."""

    def __init__(self, encoding: str, errors: str) -> None:
        super().__init__(errors)
        self._encoding = encoding
        self._first = True

    def encode(self, input: str, final: bool = False) -> bytes:
        encoding = self._encoding
        if not self._first:
            encoding = _WITHOUT_MARK.get(encoding, encoding)
        self._first = False
        return input.encode(encoding, self.errors)

    def reset(self) -> None:
        self._first = True

    def getstate(self) -> int | str:
        if self._encoding == "utf-8-sig":
            return int(self._first)
        return 2 if self._first and self._encoding in ("utf-16", "utf-32") else 0

    def setstate(self, state: int | str) -> None:
        self._first = bool(state)


class _PieceDecoder(BufferedIncrementalDecoder):
    """Of one encoding.

    order   of UTF-16 and UTF-32 with a mark: "" before it has come, then "-le" or "-be"
    """

    def __init__(self, encoding: str, errors: str) -> None:
        super().__init__(errors)
        self._encoding = encoding
        self._order = ""
        self._first = True  # of utf-8-sig: the mark may still come

    def reset(self) -> None:
        self.buffer = b""
        self._order = ""
        self._first = True

    def getstate(self) -> tuple[bytes, int]:
        if self._encoding == "utf-8-sig":
            return (self.buffer, int(self._first))
        if self._encoding in ("utf-16", "utf-32"):
            return (self.buffer, 2 if not self._order else int(self._order == "-be"))
        return (self.buffer, 0)

    def setstate(self, state: tuple[bytes, int]) -> None:
        self.buffer, number = state
        self._first = number != 0
        self._order = "" if number == 2 else "-be" if number == 1 else "-le"

    def _buffer_decode(self, input: ReadableBuffer, errors: str, final: bool) -> tuple[str, int]:
        data = _bytes(input)
        encoding, start = self._encoding, 0
        if encoding == "utf-8-sig":
            encoding = "utf-8"
            if self._first:
                if len(data) < 3 and not final and BOM_UTF8.startswith(data):
                    return ("", 0)
                self._first = False
                start = 3 if data.startswith(BOM_UTF8) else 0
        elif encoding in ("utf-16", "utf-32"):
            if not self._order:
                size = 2 if encoding == "utf-16" else 4
                if len(data) < size and not final:
                    return ("", 0)
                start = self._mark(data, size)
            encoding += self._order
        stop = len(data) if final else start + _complete(data[start:], encoding)
        try:
            return (data[start:stop].decode(encoding, errors), stop)
        except UnicodeDecodeError as error:
            whole = data[start:]
            raise UnicodeDecodeError(error.encoding, whole, error.start, error.end, error.reason) from None

    def _mark(self, data: bytes, size: int) -> int:
        """Read the mark of the order of bytes; how many bytes it has."""
        mark = data[:size]
        self._order = "-be" if mark in (BOM_UTF16_BE, BOM_UTF32_BE) else "-le"
        return size if mark in (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE) else 0


def _complete(data: bytes, encoding: str) -> int:
    """How many of the bytes are whole characters, or wrong already."""
    size = len(data)
    if encoding == "utf-8":
        for back in range(1, min(size, 3) + 1):
            byte = data[size - back]
            if byte < 0x80:
                return size
            if byte >= 0xC0:
                need = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                return size - back if need > back and _may_begin(data[size - back :]) else size
        return size
    if encoding.startswith("utf-32"):
        return size & ~3
    if encoding.startswith("utf-16"):
        size &= ~1
        if size >= 2:
            high = data[size - 1] if encoding == "utf-16-le" else data[size - 2]
            if 0xD8 <= high < 0xDC:
                return size - 2
        return size
    return size


def _may_begin(data: bytes) -> bool:
    """The bytes can be the beginning of a character of UTF-8: the second must fit the first."""
    first = data[0]
    if first < 0xC2 or first > 0xF4:
        return False
    if len(data) == 1:
        return True
    second = data[1]
    low = 0xA0 if first == 0xE0 else 0x90 if first == 0xF0 else 0x80
    high = 0x8F if first == 0xF4 else 0xBF  # behind 0xED too: an error handler may take surrogates
    return low <= second <= high


class _IncrementalEncoder:
    """Makes encoders, as the classes do that CPython gives."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def __call__(self, errors: str = "strict") -> IncrementalEncoder:
        return _PieceEncoder(self._encoding, errors)


class _IncrementalDecoder:
    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def __call__(self, errors: str = "strict") -> IncrementalDecoder:
        return _PieceDecoder(self._encoding, errors)


class _BufferedIncrementalDecoder(_IncrementalDecoder):
    def __call__(self, errors: str = "strict") -> BufferedIncrementalDecoder:
        return _PieceDecoder(self._encoding, errors)


def getincrementalencoder(encoding: str) -> _IncrementalEncoder:
    return _IncrementalEncoder(_in_pieces(encoding))


@overload
def getincrementaldecoder(encoding: _BufferedEncoding) -> _BufferedIncrementalDecoder: ...
@overload
def getincrementaldecoder(encoding: str) -> _IncrementalDecoder: ...
def getincrementaldecoder(encoding: str) -> _IncrementalDecoder:
    return _BufferedIncrementalDecoder(_in_pieces(encoding))


def _in_pieces(encoding: str) -> str:
    name = _name(encoding)
    if name in ("utf-7", "unicode-escape", "raw-unicode-escape"):
        raise SystemError(f"{name} in pieces cannot be compiled: decode the whole data")
    return name


def iterencode(iterator: Iterable[str], encoding: str, errors: str = "strict") -> Generator[bytes]:
    encoder = getincrementalencoder(encoding)(errors)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator: Iterable[bytes], encoding: str, errors: str = "strict") -> Generator[str]:
    decoder = getincrementaldecoder(encoding)(errors)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


# --- by name -----------------------------------------------------------------------------------


class _Encoder:
    """Encodes, and tells how many characters it has taken."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def __call__(self, input: str, errors: str = "strict", /) -> tuple[bytes, int]:
        return (input.encode(self._encoding, errors), len(input))


class _Decoder:
    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def __call__(self, input: ReadableBuffer, errors: str = "strict", /) -> tuple[str, int]:
        return (_bytes(input).decode(self._encoding, errors), len(input))


class CodecInfo:
    """What there is of an encoding."""

    name: str

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def encode(self) -> _Encoder:
        return _Encoder(self.name)

    @property
    def decode(self) -> _Decoder:
        return _Decoder(self.name)

    @property
    def incrementalencoder(self) -> _IncrementalEncoder:
        return getincrementalencoder(self.name)

    @property
    def incrementaldecoder(self) -> _IncrementalDecoder:
        return getincrementaldecoder(self.name)

    def __repr__(self) -> str:
        return f"<codecs.CodecInfo object for encoding {self.name} at {hex(id(self))}>"


def getencoder(encoding: str) -> _Encoder:
    return lookup(encoding).encode


def getdecoder(encoding: str) -> _Decoder:
    return lookup(encoding).decode


def lookup(encoding: str, /) -> CodecInfo:
    return CodecInfo(_name(encoding))
