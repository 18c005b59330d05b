"""Hash objects over the primitives of `mirage.crypto`; `hashlib` shows them."""

from __future__ import annotations

from typing import Final, Protocol
from typing_extensions import Self

from mirage.crypto import hashes
from mirage.lowlevel import i64 as _i64, new_with_tail as _new_with_tail
from mirage.lowlevel import tail_address as _tail_address, u64 as _u64

ReadableBuffer = bytes | bytearray | memoryview

_LONGEST: Final = 1 << 29  # bytes of an extendable digest


class UnsupportedDigestmodError(ValueError):
    """The digest cannot be used there."""


class _HashObject(Protocol):
    @property
    def digest_size(self) -> int: ...
    @property
    def block_size(self) -> int: ...
    @property
    def name(self) -> str: ...
    def copy(self) -> Self: ...
    def digest(self) -> bytes: ...
    def hexdigest(self) -> str: ...
    def update(self, obj: ReadableBuffer, /) -> None: ...


class HASH:
    """A hash of fixed size."""

    _function: hashes.Function
    _state: hashes.State

    def __init__(self, function: hashes.Function, state: hashes.State) -> None:
        self._function = function
        self._state = state

    @property
    def digest_size(self) -> int:
        return self._function.size

    @property
    def block_size(self) -> int:
        return self._function.block

    @property
    def name(self) -> str:
        return self._function.name

    def copy(self) -> Self:
        return type(self)(self._function, hashes.copied(self._state))

    def _finished(self, size: int) -> bytes:
        if size == 0:
            return b""
        out = _new_with_tail(bytes, _i64(size))
        self._function.finish(_tail_address(self._state), _tail_address(out), _u64(size))
        return out

    def digest(self) -> bytes:
        return self._finished(self._function.size)

    def hexdigest(self) -> str:
        return self._finished(self._function.size).hex()

    def update(self, obj: ReadableBuffer, /) -> None:
        data = obj if isinstance(obj, bytes) else bytes(obj)
        self._function.update(_tail_address(self._state), _tail_address(data), _u64(len(data)))

    def __repr__(self) -> str:
        kind = "HASHXOF" if isinstance(self, HASHXOF) else "HASH"
        return f"<{self.name} _hashlib.{kind} object @ {hex(id(self))}>"


class HASHXOF(HASH):
    """A hash whose digest is as long as the caller says."""

    def digest(self, length: int) -> bytes:  # type: ignore[override]
        return self._finished(_checked(length))

    def hexdigest(self, length: int) -> str:  # type: ignore[override]
        return self._finished(_checked(length)).hex()


def _checked(length: int) -> int:
    if length < 0 or length >= _LONGEST:
        raise ValueError("value must be positive" if length < 0 else "length is too large")
    return length


def _begun(function: hashes.Function) -> hashes.State:
    state = hashes.new_state()
    function.start(_tail_address(state))
    return state


def _hash(function: hashes.Function, string: ReadableBuffer) -> HASH:
    made = HASH(function, _begun(function))
    if len(string):
        made.update(string)
    return made


def _extendable(function: hashes.Function, string: ReadableBuffer) -> HASHXOF:
    made = HASHXOF(function, _begun(function))
    if len(string):
        made.update(string)
    return made


# --- one function an algorithm -----------------------------------------------------------------


def openssl_md5(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Md5("md5", 16, 64), string)


def openssl_sha1(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha1("sha1", 20, 64), string)


def openssl_sha224(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha224("sha224", 28, 64), string)


def openssl_sha256(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha256("sha256", 32, 64), string)


def openssl_sha384(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha384("sha384", 48, 128), string)


def openssl_sha512(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha512("sha512", 64, 128), string)


def openssl_sha3_224(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha3_224("sha3_224", 28, 144), string)


def openssl_sha3_256(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha3_256("sha3_256", 32, 136), string)


def openssl_sha3_384(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha3_384("sha3_384", 48, 104), string)


def openssl_sha3_512(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    return _hash(hashes.Sha3_512("sha3_512", 64, 72), string)


def openssl_shake_128(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASHXOF:
    return _extendable(hashes.Shake128("shake_128", 0, 168), string)


def openssl_shake_256(string: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASHXOF:
    return _extendable(hashes.Shake256("shake_256", 0, 136), string)
