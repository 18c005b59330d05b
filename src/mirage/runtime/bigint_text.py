"""int to text and back: decimal, powers of two, and every base int() reads."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    i64,
    inline,
    is_small,
    keep_alive,
    make_small,
    new_with_tail,
    noinline,
    small_value,
    store8,
    store64,
    tail_address,
    u8,
    u64,
)
from mirage.runtime import bigint, formatting_text
from mirage.runtime import bigint_digits as digits
from mirage.runtime.formatting_text import AsciiBuilder

TEXT_FROM: Final = 300  # digits of 60 bits from which `Large.put_decimal` is worth it

_max_digits: i64 = i64(4300)


def max_str_digits() -> int:
    """sys.get_int_max_str_digits()."""
    return make_small(_max_digits)


def set_max_str_digits(limit: i64) -> None:
    """0 removes the limit; other values are at least 640."""
    global _max_digits
    if limit != 0 and limit < 640:
        raise ValueError("maxdigits must be 0 or larger than 640")
    _max_digits = limit


# --- to text -----------------------------------------------------------------------------------


def int_to_str(a: int) -> str:
    """Decimal digits with a minus sign; ValueError beyond sys.get_int_max_str_digits()."""
    a = bigint.plain(a)
    if is_small(a):
        return small_to_str(small_value(a))
    builder = AsciiBuilder(_decimal_capacity(a))
    if a._negative:
        builder.put(i64(45))
    _put_decimal(builder, a, _max_digits)
    return builder.text()


def small_to_str(v: i64) -> str:
    """Decimal digits of any word."""
    if v >= 0:
        return formatting_text.decimal_text(u64(v), False)
    return formatting_text.decimal_text(-u64(v), True)


def magnitude_to_str(a: int, limited: bool) -> str:
    """Decimal digits of the absolute value; with `limited` the length limit is checked."""
    a = bigint.plain(a)
    if is_small(a):
        v = small_value(a)
        return small_to_str(v if v >= 0 else -v)
    builder = AsciiBuilder(_decimal_capacity(a))
    _put_decimal(builder, a, _max_digits if limited else i64(0))
    return builder.text()


def _put_word(builder: AsciiBuilder, v: u64) -> None:
    scale = u64(1)
    if v >= 10000000000:
        scale = u64(10000000000)
    while v // scale >= 10:
        scale = scale * 10
    while scale != 0:
        q = v // scale
        builder.put(48 + i64(q))
        v = v - q * scale
        scale = scale // 10


@inline
def _decimal_capacity(a: int) -> i64:
    """A little more than the characters a heap int needs."""
    return a._tail.count * 56 // 3 + 2


def _put_decimal(builder: AsciiBuilder, a: int, limit: i64) -> None:
    """Digits of a heap int: limbs of eighteen decimal digits, else as CPython's long_to_decimal_string."""
    n = a._tail.count
    if limit != 0 and n >= 640 * 10 // 180 + 2 and (n - 1) * 18 > limit:
        raise _too_long()
    large = bigint.large
    if n >= TEXT_FROM and large is not None:
        before = builder.count
        large.put_decimal(builder, bigint.int_abs(a))
        if limit != 0 and builder.count - before > limit:
            raise _too_long()
        return
    source = tail_address(a)
    size = n * 60 // 59 + 2  # a limb of 10**18 holds 59.8 bits
    scratch = new_with_tail(int, size)
    limbs = tail_address(scratch)
    used = i64(0)
    i = n - 1
    while i >= 0:
        carry = digits.digit(source, i)
        j = i64(0)
        while j < used:
            limb = digits.digit(limbs, j)
            low = limb << 60 | carry
            carry = digits.divide_wide(limb >> 4, low, u64(1000000000000000000))
            digits.set_digit(limbs, j, low - carry * 1000000000000000000)
            j += 1
        while carry != 0:
            digits.set_digit(limbs, used, carry % 1000000000000000000)
            carry = carry // 1000000000000000000
            used += 1
        i -= 1
    keep_alive(a)
    top = digits.digit(limbs, used - 1)
    if limit != 0:
        length = (used - 1) * 18
        probe = top
        while probe != 0:
            length += 1
            probe = probe // 10
        if length > limit:
            raise _too_long()
    _put_word(builder, top)
    i = used - 2
    while i >= 0:
        builder.put_padded(digits.digit(limbs, i), i64(18))
        i -= 1
    keep_alive(scratch)


def _too_long() -> ValueError:
    return ValueError(
        "Exceeds the limit (" + small_to_str(_max_digits) + " digits) for integer string conversion;"
        " use sys.set_int_max_str_digits() to increase the limit"
    )


def magnitude_in_base(a: int, bits: i64, upper: bool) -> str:
    """Digits of |a| in base 2**bits (1, 3, 4 or 5), without prefix."""
    x = bigint.heap(a)
    address = tail_address(x)
    n = x._tail.count
    total = digits.bit_length(address, n)
    if total == 0:
        return "0"
    count = (total + bits - 1) // bits
    letter = i64(55) if upper else i64(87)
    mask = (u64(1) << u64(bits)) - 1
    builder = AsciiBuilder(count)
    i = count - 1
    while i >= 0:
        position = i * bits
        word = position // 60
        value = digits.digit(address, word) >> u64(position - word * 60)
        if word + 1 < n:
            value = value | (digits.digit(address, word + 1) << u64(60 - (position - word * 60)))
        d = i64(value & mask)
        builder.put(d + 48 if d < 10 else d + letter)
        i -= 1
    keep_alive(x)
    return builder.text()


def put_based(end: u64, magnitude: u64, count: i64, bits: i64, upper: bool) -> None:
    """Store so many digits in base 2**bits before the address `end`."""
    while bits == 1 and count >= 8:  # bit k of the byte goes to byte 7 - k of the word
        end = end - 8
        spread = (magnitude & 255) * 0x8040201008040201 >> 7
        store64(end, spread & 0x0101010101010101 | 0x3030303030303030)
        magnitude = magnitude >> 8
        count -= 8
    letter = u64(55) if upper else u64(87)
    mask = (u64(1) << u64(bits)) - 1
    while count > 0:
        end = end - 1
        d = magnitude & mask
        store8(end, u8(d + 48 if d < 10 else d + letter))
        magnitude = magnitude >> u64(bits)
        count -= 1


# --- from text ---------------------------------------------------------------------------------


def parse_int(text: str, base: i64, shown: str | bytes) -> int:
    """int(text, base); an error message shows the repr of `shown`."""
    if base == 10:
        negative = formatting_text.length_of(text) > 0 and _code(text, i64(0)) == 45
        first = i64(1) if negative else i64(0)
        if formatting_text.is_decimal(text, first, i64(600)):
            result = _short_decimal(text, first)
            return bigint.int_neg(result) if negative else result
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    wanted = base
    end = formatting_text.length_of(text)
    start = i64(0)
    while start < end and formatting_text.is_ascii_space(_code(text, start)):
        start += 1
    while end > start and formatting_text.is_ascii_space(_code(text, end - 1)):
        end -= 1
    negative = False
    if start < end:
        sign = _code(text, start)
        if sign == 43 or sign == 45:
            negative = sign == 45
            start += 1
    zeros_only = False
    prefix = i64(0)
    if start + 1 < end and _code(text, start) == 48:
        prefix = _prefix_base(_code(text, start + 1))
    if base == 0:
        base = i64(10)
        if prefix != 0:
            base = prefix
        elif start < end and _code(text, start) == 48:
            zeros_only = True  # "0", "00" and "0_0" are fine, "010" is not
    if prefix != 0 and prefix == base:
        start += 2
        if start < end and _code(text, start) == 95:
            start += 1
    count = i64(0)
    valid = True
    nonzero = False
    previous = i64(95)
    i = start
    while i < end:
        code = _code(text, i)
        if code == 95:
            if previous == 95:
                break
        else:
            d = formatting_text.digit_value(code)
            if d >= base:
                valid = False
                break
            if d != 0:
                nonzero = True
            count += 1
        previous = code
        i += 1
    if previous != 95 and (base & (base - 1)) != 0 and count > _max_digits and _max_digits != 0:
        raise ValueError(
            "Exceeds the limit ("
            + small_to_str(_max_digits)
            + " digits) for integer string conversion: value has "
            + small_to_str(count)
            + " digits; use sys.set_int_max_str_digits() to increase the limit"
        )
    if not valid or previous == 95 or (zeros_only and nonzero):
        start_of_message = "invalid literal for int() with base " + small_to_str(wanted)
        raise ValueError(start_of_message + ": " + shown_text(shown)[:200])
    result = digits_to_int(text, start, end, count, base)
    return bigint.int_neg(result) if negative else result


def _short_decimal(text: str, start: i64) -> int:
    """The value of text[start:], one to some hundred ASCII digits: eighteen of them at a time."""
    end = formatting_text.length_of(text)
    count = end - start
    result = new_with_tail(int, count // 18 + 1)
    address = tail_address(result)
    used = i64(0)
    chunk = count % 18
    if chunk == 0:
        chunk = i64(18)
    while start < end:
        word = formatting_text.decimal_value(text, start, chunk)
        carry = digits.multiply_add_word(address, address, used, u64(1000000000000000000), word)
        if carry != 0:
            digits.set_digit(address, used, carry)
            used += 1
        start += chunk
        chunk = i64(18)
    return bigint.finish(result, used)


@noinline
def shown_text(value: object) -> str:
    """What could not be read, as an error message shows it."""
    return repr(value)


@inline
def _code(text: str, index: i64) -> i64:
    code = formatting_text.code_at(text, index)
    return code if code < 127 else formatting_text.ascii_of(code)


def _prefix_base(code: i64) -> i64:
    """The base of 0x, 0o, 0b by the letter, else 0."""
    if code == 120 or code == 88:
        return i64(16)
    if code == 111 or code == 79:
        return i64(8)
    if code == 98 or code == 66:
        return i64(2)
    return i64(0)


def digits_to_int(text: str, start: i64, end: i64, count: i64, base: i64) -> int:
    """The value of `count` digits in text[start:end], which holds only digits and underscores."""
    if count <= 12 or (base <= 10 and count <= 18):
        value = i64(0)
        i = start
        while i < end:
            code = _code(text, i)
            if code != 95:
                value = value * base + formatting_text.digit_value(code)
            i += 1
        return make_small(value)
    if count > 1500 and (base & (base - 1)) != 0:
        return _split_digits(text, start, end, count, base)
    chunk = i64(1)  # digits a factor below 2**60 takes in
    power = u64(base)
    while power < u64(1152921504606846976) // u64(base):
        power = power * u64(base)
        chunk += 1
    bits = i64(1)
    while (i64(1) << bits) < base:
        bits += 1
    result = new_with_tail(int, count * bits // 60 + 2)
    address = tail_address(result)
    used = i64(0)
    word = u64(0)
    pending = i64(0)
    factor = u64(1)
    i = start
    while i < end:
        code = _code(text, i)
        i += 1
        if code != 95:
            word = word * u64(base) + u64(formatting_text.digit_value(code))
            factor = factor * u64(base)
            pending += 1
        if pending == chunk or (i == end and pending != 0):
            carry = digits.multiply_add_word(address, address, used, factor, word)
            if carry != 0:
                digits.set_digit(address, used, carry)
                used += 1
            word = u64(0)
            factor = u64(1)
            pending = i64(0)
    return bigint.finish(result, used)


def _split_digits(text: str, start: i64, end: i64, count: i64, base: i64) -> int:
    """The upper and the lower half apart, then one long multiplication."""
    low_count = count // 2
    middle = end
    seen = i64(0)
    while seen < low_count:
        middle -= 1
        if _code(text, middle) != 95:
            seen += 1
    high = digits_to_int(text, start, middle, count - low_count, base)
    low = digits_to_int(text, middle, end, low_count, base)
    scale = bigint.int_pow(make_small(base), make_small(low_count))
    return bigint.int_add(bigint.int_mul(high, scale), low)
