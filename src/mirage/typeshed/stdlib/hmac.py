"""Keyed hashes (RFC 2104)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, overload

import hashlib as _hashlib
from _hashlib import _HashObject
from secrets import compare_digest as compare_digest

ReadableBuffer = bytes | bytearray | memoryview

_DigestMod: TypeAlias = str | Callable[[], _HashObject]

trans_5C: bytes = bytes([x ^ 0x5C for x in range(256)])
trans_36: bytes = bytes([x ^ 0x36 for x in range(256)])

digest_size: None = None


def _started(digestmod: _DigestMod) -> _HashObject:
    if not isinstance(digestmod, str):
        return digestmod()
    if not digestmod:
        raise TypeError("Missing required parameter 'digestmod'.")
    found = _hashlib._find(digestmod, b"")
    if found is None:
        if digestmod.lower() in ("shake_128", "shake_256", "shake128", "shake256"):
            raise ValueError("no reason supplied")
        raise ValueError("unsupported hash type " + digestmod)
    return found


class HMAC:
    """A message authentication code."""

    digest_size: int
    block_size: int
    _inner: _HashObject
    _outer: _HashObject

    def __init__(
        self, key: bytes | bytearray, msg: ReadableBuffer | None = None, digestmod: _DigestMod = ""
    ) -> None:
        start = _started(digestmod)
        self.digest_size = start.digest_size
        self.block_size = start.block_size
        padded = bytes(key)
        if len(padded) > start.block_size:
            shortened = start.copy()
            shortened.update(padded)
            padded = shortened.digest()
        padded += bytes(start.block_size - len(padded))
        self._inner = start.copy()
        self._inner.update(padded.translate(trans_36))
        self._outer = start
        self._outer.update(padded.translate(trans_5C))
        if msg is not None:
            self._inner.update(msg)

    @property
    def name(self) -> str:
        return "hmac-" + self._inner.name

    def update(self, msg: ReadableBuffer) -> None:
        self._inner.update(msg)

    def copy(self) -> HMAC:
        made = HMAC(b"", None, _Same(self._outer))
        made._inner = self._inner.copy()
        made._outer = self._outer.copy()
        return made

    def digest(self) -> bytes:
        result = self._outer.copy()
        result.update(self._inner.digest())
        return result.digest()

    def hexdigest(self) -> str:
        return self.digest().hex()


class _Same:
    """A maker that gives copies of one hash."""

    _model: _HashObject

    def __init__(self, model: _HashObject) -> None:
        self._model = model

    def __call__(self) -> _HashObject:
        return self._model.copy()


@overload
def new(key: bytes | bytearray, msg: ReadableBuffer | None, digestmod: _DigestMod) -> HMAC: ...
@overload
def new(key: bytes | bytearray, *, digestmod: _DigestMod) -> HMAC: ...
def new(key: bytes | bytearray, msg: ReadableBuffer | None = None, digestmod: _DigestMod = "") -> HMAC:
    return HMAC(key, msg, digestmod)


def digest(key: bytes | bytearray, msg: ReadableBuffer, digest: _DigestMod) -> bytes:
    """The code of one message."""
    return HMAC(key, msg, digest).digest()
