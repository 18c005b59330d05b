"""Secure hashes by name; the primitives are Zig's (`mirage.crypto`), BLAKE2 is ours."""

from __future__ import annotations

from collections.abc import Callable, Set as AbstractSet
from typing import Protocol

from _blake2 import blake2b as blake2b, blake2s as blake2s
from _hashlib import (
    HASH as HASH,
    HASHXOF as HASHXOF,
    UnsupportedDigestmodError as _UnsupportedDigestmodError,
    _HashObject,
    openssl_md5 as md5,
    openssl_sha1 as sha1,
    openssl_sha224 as sha224,
    openssl_sha256 as sha256,
    openssl_sha384 as sha384,
    openssl_sha512 as sha512,
    openssl_sha3_224 as sha3_224,
    openssl_sha3_256 as sha3_256,
    openssl_sha3_384 as sha3_384,
    openssl_sha3_512 as sha3_512,
    openssl_shake_128 as shake_128,
    openssl_shake_256 as shake_256,
)

import _scrypt
from mirage.crypto import hashes as _hashes

ReadableBuffer = bytes | bytearray | memoryview

__all__ = (
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "blake2b",
    "blake2s",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512",
    "shake_128",
    "shake_256",
    "new",
    "algorithms_guaranteed",
    "algorithms_available",
    "file_digest",
    "pbkdf2_hmac",
    "scrypt",
)

_NAMES = (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
    "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256",
)  # fmt: skip

algorithms_guaranteed: AbstractSet[str] = set(_NAMES)
algorithms_available: AbstractSet[str] = set(_NAMES)

_Hash = HASH


def _find(name: str, data: ReadableBuffer) -> _HashObject | None:
    """The hash of that name, in any case, with `-` as openssl writes it; None when there is none."""
    key = name.lower()
    if key == "md5":
        return md5(data)
    if key == "sha1" or key == "sha-1":
        return sha1(data)
    if key == "sha224" or key == "sha-224":
        return sha224(data)
    if key == "sha256" or key == "sha-256":
        return sha256(data)
    if key == "sha384" or key == "sha-384":
        return sha384(data)
    if key == "sha512" or key == "sha-512":
        return sha512(data)
    if key == "blake2b" or key == "blake2b512":
        return blake2b(data)
    if key == "blake2s" or key == "blake2s256":
        return blake2s(data)
    if key == "sha3_224" or key == "sha3-224":
        return sha3_224(data)
    if key == "sha3_256" or key == "sha3-256":
        return sha3_256(data)
    if key == "sha3_384" or key == "sha3-384":
        return sha3_384(data)
    if key == "sha3_512" or key == "sha3-512":
        return sha3_512(data)
    return None


class _Blake(HASH):
    """BLAKE2 made by name."""

    _blake: blake2b | blake2s

    def __init__(self, blake: blake2b | blake2s) -> None:
        function = _hashes.Function(blake.name, blake.digest_size, blake.block_size)
        super().__init__(function, _hashes.new_state())
        self._blake = blake

    def copy(self) -> _Blake:  # type: ignore[override]
        return _Blake(self._blake.copy())

    def digest(self) -> bytes:
        return self._blake.digest()

    def hexdigest(self) -> str:
        return self._blake.hexdigest()

    def update(self, obj: ReadableBuffer, /) -> None:
        self._blake.update(obj)


def new(name: str, data: ReadableBuffer = b"", *, usedforsecurity: bool = True) -> HASH:
    """A hash by name."""
    found = _find(name, data)
    if isinstance(found, HASH):
        return found
    if isinstance(found, (blake2b, blake2s)):
        return _Blake(found)
    key = name.lower()
    if key == "shake_128" or key == "shake128":
        return shake_128(data)
    if key == "shake_256" or key == "shake256":
        return shake_256(data)
    raise ValueError("unsupported hash type " + name)


class _Readable(Protocol):
    def readinto(self, buf: bytearray, /) -> int: ...


def file_digest(
    fileobj: _Readable, digest: str | Callable[[], _HashObject], /, *, _bufsize: int = 262144
) -> HASH:
    """The hash of all that can be read from `fileobj`."""
    made: _HashObject = new(digest) if isinstance(digest, str) else digest()
    buffer = bytearray(_bufsize)
    while True:
        size = fileobj.readinto(buffer)
        if size == 0:
            return made if isinstance(made, HASH) else _Blake(made)  # type: ignore[arg-type]
        made.update(bytes(buffer[:size]))


def pbkdf2_hmac(
    hash_name: str,
    password: ReadableBuffer,
    salt: ReadableBuffer,
    iterations: int,
    dklen: int | None = None,
) -> bytes:
    """A key from a password (RFC 8018, 5.2)."""
    start = _find(hash_name, b"")
    if start is None:
        raise _UnsupportedDigestmodError("[digital envelope routines] unsupported")
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size = start.digest_size if dklen is None else dklen
    if size < 1:
        raise ValueError("key length must be greater than 0.")
    key = bytes(password)
    if len(key) > start.block_size:
        shortened = start.copy()
        shortened.update(key)
        key = shortened.digest()
    key += bytes(start.block_size - len(key))
    inner = start.copy()
    inner.update(key.translate(_TRANS_36))
    outer = start.copy()
    outer.update(key.translate(_TRANS_5C))
    salted = bytes(salt)
    derived = bytearray()
    number = 1
    while len(derived) < size:
        block = _keyed(inner, outer, salted + number.to_bytes(4, "big"))
        total = int.from_bytes(block, "big")
        for _ in range(iterations - 1):
            block = _keyed(inner, outer, block)
            total ^= int.from_bytes(block, "big")
        derived += total.to_bytes(start.digest_size, "big")
        number += 1
    return bytes(derived[:size])


def scrypt(
    password: ReadableBuffer,
    *,
    salt: ReadableBuffer,
    n: int,
    r: int,
    p: int,
    maxmem: int = 0,
    dklen: int = 64,
) -> bytes:
    """A key from a password that takes memory to find (RFC 7914)."""
    if n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2.")
    if r < 1 or p < 1 or r * p >= 1 << 30:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    if 128 * r * (n + p + 2) > (maxmem if maxmem > 0 else 32 * 1024 * 1024):
        raise _UnsupportedDigestmodError("[digital envelope routines] memory limit exceeded")
    if dklen < 1:
        raise ValueError("dklen must be greater than 0 and smaller than 2147483647")
    size = 128 * r
    blocks = pbkdf2_hmac("sha256", password, salt, 1, p * size)
    mixed = bytearray()
    for place in range(p):
        mixed += _scrypt.mix(blocks[place * size : (place + 1) * size], n, r)
    return pbkdf2_hmac("sha256", password, mixed, 1, dklen)


def _keyed(inner: _HashObject, outer: _HashObject, message: bytes) -> bytes:
    first = inner.copy()
    first.update(message)
    second = outer.copy()
    second.update(first.digest())
    return second.digest()


_TRANS_36 = bytes([x ^ 0x36 for x in range(256)])
_TRANS_5C = bytes([x ^ 0x5C for x in range(256)])
