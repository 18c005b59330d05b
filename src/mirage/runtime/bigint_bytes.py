"""int to bytes and back."""

from __future__ import annotations

from mirage.lowlevel import i64, keep_alive, load8, new_with_tail, store8, tail_address, u8, u64
from mirage.runtime import bigint, formatting_text
from mirage.runtime import bigint_digits as digits


def _is_little(byteorder: str) -> bool:
    if byteorder == "little":
        return True
    if byteorder == "big":
        return False
    raise ValueError("byteorder must be either 'little' or 'big'")


def int_to_bytes(a: int, length: i64, byteorder: str, signed: bool) -> bytes:
    """int.to_bytes; OverflowError when `length` bytes are not enough."""
    little = _is_little(byteorder)
    if length < 0:
        raise ValueError("length argument must be non-negative")
    negative = bigint.is_negative(a)
    if negative and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    x = bigint.heap(a)
    source = tail_address(x)
    n = x._tail.count
    size = length * 8 // 60 + 1
    bits = digits.bit_length(source, n)
    room = length * 8
    if signed:
        room -= 1
    fits = bits <= room or (negative and bits == room + 1 and _is_power_of_two(source, n))
    if not fits and bits > 0 and not (length == 0 and negative and bits == 1):  # CPython lets -1 be b""
        raise OverflowError("int too big to convert")
    if size < n:
        size = n
    scratch = new_with_tail(int, size)
    address = tail_address(scratch)
    digits.copy(address, source, n)
    keep_alive(x)
    if negative:
        digits.complement(address, address, size)
    storage = new_with_tail(bytes, length)
    target = tail_address(storage)
    word = i64(0)
    place = i64(0)  # of the byte's lowest bit in its digit
    i = i64(0)
    while i < length:
        value = digits.digit(address, word) >> u64(place)
        place += 8
        if place >= 60:
            place -= 60
            word += 1
            if place > 0:
                value = value | digits.digit(address, word) << u64(8 - place)
        store8(target + u64(i if little else length - 1 - i), u8(value & 0xFF))
        i += 1
    keep_alive(scratch)
    result = formatting_text.make_bytes(target, length)
    keep_alive(storage)
    return result


def _is_power_of_two(a: u64, n: i64) -> bool:
    """Of a magnitude without leading zeros, not zero."""
    top = digits.digit(a, n - 1)
    return (top & (top - 1)) == 0 and digits.significant(a, n - 1) == 0


def int_from_bytes(data: bytes, byteorder: str, signed: bool) -> int:
    """int.from_bytes of a bytes object."""
    little = _is_little(byteorder)
    length = i64(len(data))
    source = tail_address(data)
    size = length * 8 // 60 + 1
    result = new_with_tail(int, size)
    address = tail_address(result)
    accumulator = u64(0)
    held = i64(0)
    word = i64(0)
    i = i64(0)
    top = u64(0)
    while i < length:
        top = u64(load8(source + u64(i if little else length - 1 - i)))
        accumulator = accumulator | (top << u64(held))
        held += 8
        if held >= 60:
            digits.set_digit(address, word, accumulator & 0xFFFFFFFFFFFFFFF)
            word += 1
            held -= 60
            accumulator = top >> u64(8 - held)
        i += 1
    keep_alive(data)
    if signed and top >> 7 != 0:
        bits = length * 8
        last = size - 1
        fill = u64(bits - last * 60)  # value bits of the last digit
        digits.set_digit(address, word, accumulator)
        above = ~((u64(1) << fill) - 1) & 0xFFFFFFFFFFFFFFF
        digits.set_digit(address, last, digits.digit(address, last) | above)
        digits.complement(address, address, size)
        result._negative = True
    else:
        digits.set_digit(address, word, accumulator)
    return bigint.finish(result, size)
