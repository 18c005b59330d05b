"""Reading code points of `str` and writing ASCII `str` and `bytes`, on the layout of docs/design/abi.md."""

from __future__ import annotations

from mirage.lowlevel import (
    copy_memory,
    i64,
    inline,
    keep_alive,
    load8,
    load16,
    load32,
    new_with_tail,
    noinline,
    store8,
    store16,
    tail_address,
    u8,
    u16,
    u64,
)


@inline
def length_of(text: str) -> i64:
    """len(text)."""
    return text._length


def code_at(text: str, index: i64) -> i64:
    """The code point at an index that is in range."""
    address = tail_address(text)
    kind = text._kind
    if kind == 1:
        result = i64(load8(address + u64(index)))
    elif kind == 2:
        result = i64(load16(address + u64(index) * 2))
    else:
        result = i64(load32(address + u64(index) * 4))
    keep_alive(text)
    return result


def is_decimal(text: str, start: i64, most: i64) -> bool:
    """text[start:] is ASCII digits, at least one and not more than `most`."""
    count = text._length
    if text._kind != 1 or count <= start or count - start > most:
        return False
    address = tail_address(text)
    i = start
    while i < count:
        if load8(address + u64(i)) - 48 > 9:
            return False
        i = i + 1
    keep_alive(text)
    return True


def decimal_value(text: str, start: i64, count: i64) -> u64:
    """The number that so many (at most 19) ASCII digits from text[start] on are."""
    address = tail_address(text) + u64(start)
    end = address + u64(count)
    value = u64(0)
    while address != end:
        value = value * 10 + u64(load8(address) - 48)
        address = address + 1
    keep_alive(text)
    return value


def ascii_text(address: u64, count: i64) -> str:
    """A str of `count` ASCII bytes copied from memory."""
    text = new_with_tail(str, count)
    text._length = count
    text._kind = i64(1)
    if count > 0:
        copy_memory(tail_address(text), address, u64(count))
    return text


def make_bytes(address: u64, count: i64) -> bytes:
    """A bytes object copied from memory."""
    result = new_with_tail(bytes, count)
    if count > 0:
        copy_memory(tail_address(result), address, u64(count))
    return result


def decimal_text(value: u64, negative: bool) -> str:
    """The decimal digits of `value`, behind a minus sign if `negative`."""
    count = decimal_count(value)
    if negative:
        count = count + 1
    text = new_with_tail(str, count)
    text._length = count
    text._kind = i64(1)
    address = tail_address(text)
    put_decimal(address + u64(count), value)
    if negative:
        store8(address, u8(45))
    return complete_text(text)


@inline
def decimal_count(value: u64) -> i64:
    """How many decimal digits the value has."""
    count = i64(1)
    while value >= 10000:
        value = value // 10000
        count = count + 4
    if value >= 100:
        return count + 3 if value >= 1000 else count + 2
    return count + 1 if value >= 10 else count


@inline
def put_decimal(end: u64, value: u64) -> None:
    """Store the decimal digits before the address `end`, two at a time."""
    while value >= 100:
        following = value // 100
        end = end - 2
        store16(end, _two_digits(value - following * 100))
        value = following
    if value >= 10:
        store16(end - 2, _two_digits(value))
    else:
        store8(end - 1, u8(value + 48))


@inline
def _two_digits(value: u64) -> u16:
    """The characters of a number below 100, for a store."""
    tens = value * 103 >> 10
    return u16((value - tens * 10 << 8) + tens + 0x3030)


@inline
def complete_text(text: str) -> str:
    """Nothing more is written to the text."""
    return text


class AsciiBuilder:
    """ASCII bytes that are written one after the other and become a `str`."""

    def __init__(self, capacity: i64) -> None:
        self._storage: bytes = new_with_tail(bytes, capacity)
        self._address: u64 = tail_address(self._storage)
        self._capacity: i64 = capacity
        self.count: i64 = i64(0)

    @inline
    def put(self, code: i64) -> None:
        if self.count == self._capacity:
            self._grow(self.count + 1)
        store8(self._address + u64(self.count), u8(code))
        self.count += 1

    @noinline
    def _grow(self, needed: i64) -> None:
        capacity = self._capacity * 2
        if capacity < needed:
            capacity = needed
        storage = new_with_tail(bytes, capacity)
        address = tail_address(storage)
        if self.count > 0:
            copy_memory(address, self._address, u64(self.count))
        self._storage = storage
        self._address = address
        self._capacity = capacity

    def put_text(self, text: str, start: i64, stop: i64) -> None:
        """Append the ASCII characters text[start:stop]."""
        i = start
        while i < stop:
            self.put(code_at(text, i))
            i += 1

    def put_repeated(self, code: i64, times: i64) -> None:
        while times > 0:
            self.put(code)
            times -= 1

    def put_padded(self, value: u64, count: i64) -> None:
        """Append so many decimal digits of a value that has no more."""
        if self.count + count > self._capacity:
            self._grow(self.count + count)
        self.count += count
        end = self._address + u64(self.count)
        while count >= 2:
            following = value // 100
            end = end - 2
            store16(end, _two_digits(value - following * 100))
            value = following
            count -= 2
        if count == 1:
            store8(end - 1, u8(value + 48))

    def put_number(self, value: i64) -> None:
        """Append decimal digits of a value >= 0."""
        scale = i64(1)
        while value // scale >= 10:
            scale = scale * 10
        while scale > 0:
            self.put(48 + value // scale % 10)
            scale = scale // 10

    def text(self) -> str:
        return ascii_text(self._address, self.count)

    def reversed_text(self) -> str:
        """The characters last to first; the builder is spent."""
        low = self._address
        high = self._address + u64(self.count) - 1
        while low < high and self.count > 0:
            byte = load8(low)
            store8(low, load8(high))
            store8(high, byte)
            low = low + 1
            high = high - 1
        return self.text()


# --- code points -------------------------------------------------------------------------------

_DECIMAL_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20"
    "\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0"
    "\ua9f0\uaa50\uabf0\uff10\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0\U000112f0"
    "\U00011450\U000114d0\U00011650\U000116c0\U00011730\U000118e0\U00011950\U00011c50\U00011d50"
    "\U00011da0\U00016a60\U00016ac0\U00016b50\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6"
    "\U0001e140\U0001e2f0\U0001e950\U0001fbf0"
)  # the zero of every set of decimal digits in Unicode 14 (category Nd), in order


def ascii_of(code: i64) -> i64:
    """As int() and float() read it: digits of any script as ASCII, any space as 32, else 63 (`?`)."""
    if code < 127:
        return code
    if (
        code == 0x85
        or code == 0xA0
        or code == 0x1680
        or 0x2000 <= code <= 0x200A
        or 0x2028 <= code <= 0x2029
        or code == 0x202F
        or code == 0x205F
        or code == 0x3000
    ):
        return i64(32)
    low = i64(0)
    high = length_of(_DECIMAL_ZEROS)
    while low < high:
        middle = (low + high) // 2
        zero = code_at(_DECIMAL_ZEROS, middle)
        if code < zero:
            high = middle
        elif code > zero + 9:
            low = middle + 1
        else:
            return code - zero + 48
    return i64(63)


@inline
def is_ascii_space(code: i64) -> bool:
    return code == 32 or 9 <= code <= 13


def digit_value(code: i64) -> i64:
    """0 to 35 for an ASCII digit or letter, 99 for anything else."""
    if 48 <= code <= 57:
        return code - 48
    if 97 <= code <= 122:
        return code - 87
    if 65 <= code <= 90:
        return code - 55
    return i64(99)
