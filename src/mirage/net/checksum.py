"""The Internet checksum: the ones' complement of the ones' complement sum of 16-bit words (RFC 1071).

Sums are carried unfolded through several calls (a pseudo-header, a header, data) and folded once.
Only the last part may have an odd length.
"""

from __future__ import annotations


def sum_words(data: bytes, start: int, end: int, total: int) -> int:
    """Add the 16-bit words of data[start:end] to an unfolded sum; an odd last byte is the high half."""
    position = start
    unrolled = end - 7
    while position < unrolled:
        total += (
            (data[position] + data[position + 2] + data[position + 4] + data[position + 6] << 8)
            + data[position + 1]
            + data[position + 3]
            + data[position + 5]
            + data[position + 7]
        )
        position += 8
    while position + 1 < end:
        total += data[position] << 8 | data[position + 1]
        position += 2
    if position < end:
        total += data[position] << 8
    return total


def sum_words_built(data: bytearray, start: int, end: int, total: int) -> int:
    """`sum_words` over a packet that is being built."""
    position = start
    unrolled = end - 7
    while position < unrolled:
        total += (
            (data[position] + data[position + 2] + data[position + 4] + data[position + 6] << 8)
            + data[position + 1]
            + data[position + 3]
            + data[position + 5]
            + data[position + 7]
        )
        position += 8
    while position + 1 < end:
        total += data[position] << 8 | data[position + 1]
        position += 2
    if position < end:
        total += data[position] << 8
    return total


def fold(total: int) -> int:
    """The 16-bit ones' complement sum: carries are added back until none is left."""
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def finish(total: int) -> int:
    """The checksum to put into the packet; over a packet that holds a right checksum it is 0."""
    return 0xFFFF - fold(total)


def pseudo_header_sum(source: int, destination: int, protocol: int, length: int) -> int:
    """The sum over the pseudo-header of UDP and TCP on IPv4 (RFC 768, RFC 9293 3.1); length in bytes."""
    return (
        (source >> 16) + (source & 0xFFFF) + (destination >> 16) + (destination & 0xFFFF) + protocol + length
    )
