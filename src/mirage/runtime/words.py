"""Words of 64 bits as eight bytes."""

from __future__ import annotations

from mirage.lowlevel import inline, u64


@inline
def byte_swapped(word: u64) -> u64:
    """The bytes in the other order; one instruction in an optimised image."""
    word = (word & 0x00FF00FF00FF00FF) << 8 | word >> 8 & 0x00FF00FF00FF00FF
    word = (word & 0x0000FFFF0000FFFF) << 16 | word >> 16 & 0x0000FFFF0000FFFF
    return word << 32 | word >> 32
