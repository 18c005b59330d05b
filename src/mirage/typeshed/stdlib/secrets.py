"""Random values fit for passwords and tokens."""

from __future__ import annotations

import base64 as _base64
import random as _random
from collections.abc import Sequence
from typing import Final, TypeVar

from mirage.runtime.entropy import random_bytes as _random_bytes

__all__ = [
    "choice",
    "randbelow",
    "randbits",
    "SystemRandom",
    "token_bytes",
    "token_hex",
    "token_urlsafe",
    "compare_digest",
]

_T = TypeVar("_T")

DEFAULT_ENTROPY: Final = 32  # bytes

SystemRandom = _random.SystemRandom


def randbits(k: int) -> int:
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    count = (k + 7) // 8
    return int.from_bytes(_random_bytes(count), "big") >> (count * 8 - k)


def randbelow(exclusive_upper_bound: int) -> int:
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = exclusive_upper_bound.bit_length()
    value = randbits(bits)
    while value >= exclusive_upper_bound:
        value = randbits(bits)
    return value


def choice(seq: Sequence[_T]) -> _T:
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]


def token_bytes(nbytes: int | None = None) -> bytes:
    return _random_bytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes: int | None = None) -> str:
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes: int | None = None) -> str:
    return _base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a: str | bytes, b: str | bytes, /) -> bool:
    """Equality in a time that does not depend on where the difference is."""
    if isinstance(a, str):
        if not isinstance(b, str):
            raise TypeError("unsupported operand types(s) or combination of types: 'str' and 'bytes'")
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return _equal(a.encode(), b.encode())
    if isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _equal(a, b)


def _equal(a: bytes, b: bytes) -> bool:
    difference = len(a) ^ len(b)
    other = b if difference == 0 else a
    for index in range(len(a)):
        difference |= a[index] ^ other[index]
    return difference == 0
