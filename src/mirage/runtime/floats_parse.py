"""Text to float, correctly rounded, and hexadecimal text both ways."""

from __future__ import annotations

from mirage.lowlevel import bits_float, float_bits, i64, i64_to_float, inline, make_small, small_value, u64
from mirage.runtime import bigint, bigint_text
from mirage.runtime.floats_decimal import power_of_ten
from mirage.runtime.formatting_text import (
    AsciiBuilder,
    ascii_of,
    code_at,
    digit_value,
    is_ascii_space,
    length_of,
)


@inline
def _code(text: str, index: i64) -> i64:
    code = code_at(text, index)
    return code if code < 127 else ascii_of(code)


def _matches(text: str, start: i64, stop: i64, word: str) -> bool:
    """text[start:stop] is `word` (lower case) in any case."""
    if stop - start != length_of(word):
        return False
    i = i64(0)
    while start + i < stop:
        if (_code(text, start + i) | 32) != code_at(word, i):
            return False
        i += 1
    return True


@inline
def _is_digit(code: i64) -> bool:
    return 48 <= code <= 57


def parse_float(text: str, shown: object) -> float:
    """float(text); an error message shows the repr of `shown`."""
    stop = length_of(text)
    start = i64(0)
    while start < stop and is_ascii_space(_code(text, start)):
        start += 1
    while stop > start and is_ascii_space(_code(text, stop - 1)):
        stop -= 1
    negative = False
    if start < stop:
        sign = _code(text, start)
        if sign == 43 or sign == 45:
            negative = sign == 45
            start += 1
    if start < stop and (_code(text, start) | 32) > 96:
        if _matches(text, start, stop, "nan"):
            return _nan(negative)
        if not _matches(text, start, stop, "inf") and not _matches(text, start, stop, "infinity"):
            raise _invalid(shown)
        return _infinity(negative)
    result = _parse_decimal(text, start, stop, shown)
    return -result if negative else result


def _invalid(shown: object) -> ValueError:
    return ValueError("could not convert string to float: " + bigint_text.shown_text(shown))


def _parse_decimal(text: str, start: i64, stop: i64, shown: object) -> float:
    mantissa = u64(0)
    significant = i64(0)  # digits after leading zeros
    seen = i64(0)
    exponent = i64(0)
    fraction = False
    previous = i64(0)
    i = start
    while i < stop:
        code = _code(text, i)
        if _is_digit(code):
            seen += 1
            if significant > 0 or code != 48:
                if significant < 19:
                    mantissa = mantissa * 10 + u64(code - 48)
                significant += 1
            if fraction:
                exponent -= 1
        elif code == 95:
            if not _is_digit(previous) or i + 1 >= stop or not _is_digit(_code(text, i + 1)):
                raise _invalid(shown)
        elif code == 46 and not fraction:
            fraction = True
        else:
            break
        previous = code
        i += 1
    if seen == 0:
        raise _invalid(shown)
    mantissa_end = i
    if i < stop:
        exponent += _parse_exponent(text, i, stop, shown)
    if significant == 0:
        return 0.0
    if significant <= 19 and mantissa <= 9007199254740992 and -22 <= exponent <= 22:
        value = i64_to_float(i64(mantissa))
        return value / _exact_power(-exponent) if exponent < 0 else value * _exact_power(exponent)
    if significant + exponent > 310:
        return _infinity(False)
    if significant + exponent < -324:
        return 0.0
    if significant <= 19:
        whole = bigint.int_from_u64(mantissa)
    else:
        digits = _significant_digits(text, start, mantissa_end, significant)
        whole = bigint_text.digits_to_int(digits, i64(0), significant, significant, i64(10))
    try:
        if exponent >= 0:
            return bigint.int_to_float(bigint.int_mul(whole, power_of_ten(exponent)))
        return bigint.int_truediv(whole, power_of_ten(-exponent))
    except OverflowError:
        return _infinity(False)


def _exact_power(exponent: i64) -> float:
    """10.0**exponent for 0 to 22, exact."""
    value = 1.0
    while exponent > 0:
        value = value * 10.0
        exponent -= 1
    return value


def _infinity(negative: bool) -> float:
    return bits_float((u64(0xFFF) if negative else u64(0x7FF)) << 52)


def _nan(negative: bool) -> float:
    return bits_float((u64(0xFFF8) if negative else u64(0x7FF8)) << 48)


def _significant_digits(text: str, start: i64, stop: i64, count: i64) -> str:
    """The digits from the first that is not zero on, without point and underscores."""
    builder = AsciiBuilder(count)
    i = start
    while i < stop:
        code = _code(text, i)
        if _is_digit(code) and (code != 48 or builder.count > 0):
            builder.put(code)
        i += 1
    return builder.text()


def _parse_exponent(text: str, i: i64, stop: i64, shown: object) -> i64:
    """The value of `e[+-]digits` that must fill text[i:stop]; huge ones saturate."""
    if (_code(text, i) | 32) != 101:
        raise _invalid(shown)
    i += 1
    negative = False
    if i < stop:
        sign = _code(text, i)
        if sign == 43 or sign == 45:
            negative = sign == 45
            i += 1
    if i >= stop:
        raise _invalid(shown)
    value = i64(0)
    previous = i64(0)
    while i < stop:
        code = _code(text, i)
        if code == 95:
            if not _is_digit(previous) or i + 1 >= stop or not _is_digit(_code(text, i + 1)):
                raise _invalid(shown)
        elif not _is_digit(code):
            raise _invalid(shown)
        elif value < 1000000000000:
            value = value * 10 + (code - 48)
        previous = code
        i += 1
    return -value if negative else value


# --- hexadecimal -------------------------------------------------------------------------------


def float_to_hex(value: float) -> str:
    """float.hex()."""
    if value != value:
        return "nan"
    bits = float_bits(value)
    builder = AsciiBuilder(i64(28))
    if bits >> 63 != 0:
        builder.put(i64(45))
        value = -value
    if value > 1.7976931348623157e308:
        builder.put_text("inf", i64(0), i64(3))
        return builder.text()
    biased = i64((bits >> 52) & 0x7FF)
    if value == 0.0:
        builder.put_text("0x0.0p+0", i64(0), i64(8))
        return builder.text()
    builder.put_text("0x1." if biased != 0 else "0x0.", i64(0), i64(4))
    shift = i64(48)
    while shift >= 0:
        d = i64((bits >> u64(shift)) & 15)
        builder.put(d + 48 if d < 10 else d + 87)
        shift -= 4
    exponent = biased - 1023 if biased != 0 else i64(-1022)
    builder.put(i64(112))
    builder.put(i64(45) if exponent < 0 else i64(43))
    builder.put_number(-exponent if exponent < 0 else exponent)
    return builder.text()


def _invalid_hex() -> ValueError:
    return ValueError("invalid hexadecimal floating-point string")


def float_from_hex(text: str) -> float:
    """float.fromhex(), rounded half to even."""
    stop = length_of(text)
    start = i64(0)
    while start < stop and is_ascii_space(code_at(text, start)):
        start += 1
    while stop > start and is_ascii_space(code_at(text, stop - 1)):
        stop -= 1
    negative = False
    if start < stop:
        sign = code_at(text, start)
        if sign == 43 or sign == 45:
            negative = sign == 45
            start += 1
    if _matches(text, start, stop, "nan"):
        return _nan(negative)
    if _matches(text, start, stop, "inf") or _matches(text, start, stop, "infinity"):
        return _infinity(negative)
    if start + 1 < stop and code_at(text, start) == 48 and (code_at(text, start + 1) | 32) == 120:
        start += 2
    builder = AsciiBuilder(i64(32))
    exponent = i64(0)
    fraction = False
    i = start
    while i < stop:
        code = code_at(text, i)
        if code == 46 and not fraction:
            fraction = True
        elif digit_value(code) < 16:
            builder.put(code)
            if fraction:
                exponent -= 4
        else:
            break
        i += 1
    if builder.count == 0:
        raise _invalid_hex()
    if i < stop:
        exponent += _hex_exponent(text, i, stop)
    digits = builder.text()
    count = length_of(digits)
    whole = bigint_text.digits_to_int(digits, i64(0), count, count, i64(16))
    if bigint.is_zero(whole):
        return -0.0 if negative else 0.0
    top = small_value(bigint.int_bit_length(whole)) + exponent
    if top > 1024:
        raise OverflowError("hexadecimal value too large to represent as a float")
    if top < -1080:
        return -0.0 if negative else 0.0
    try:
        if exponent >= 0:
            result = bigint.int_to_float(bigint.int_shl(whole, make_small(exponent)))
        else:
            result = bigint.int_truediv(whole, bigint.int_shl(make_small(i64(1)), make_small(-exponent)))
    except OverflowError:
        raise OverflowError("hexadecimal value too large to represent as a float") from None
    return -result if negative else result


def _hex_exponent(text: str, i: i64, stop: i64) -> i64:
    """The value of `p[+-]digits` that must fill text[i:stop]; huge ones saturate."""
    if (code_at(text, i) | 32) != 112:
        raise _invalid_hex()
    i += 1
    negative = False
    if i < stop and (code_at(text, i) == 43 or code_at(text, i) == 45):
        negative = code_at(text, i) == 45
        i += 1
    if i >= stop:
        raise _invalid_hex()
    value = i64(0)
    while i < stop:
        code = code_at(text, i)
        if not _is_digit(code):
            raise _invalid_hex()
        if value < 1000000000000:
            value = value * 10 + (code - 48)
        i += 1
    return -value if negative else value
