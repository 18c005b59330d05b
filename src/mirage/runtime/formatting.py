"""The format mini-language for int, float and str ("Format Specification Mini-Language" in the manual)."""

from __future__ import annotations

from mirage.lowlevel import (
    copy_memory,
    fill_memory,
    i64,
    inline,
    is_small,
    make_small,
    small_value,
    store8,
    tail_address,
    u8,
    u64,
)
from mirage.runtime import bigint, bigint_text, floats_decimal
from mirage.runtime.formatting_text import AsciiBuilder, code_at, decimal_count, length_of, put_decimal
from mirage.runtime.text import new_text, repeat

# Codes that appear below: 0x25 % 0x2B + 0x2C , 0x2D - 0x2E . 0x30 0 0x3C < 0x3D = 0x3E > 0x5E ^ 0x5F _


class Spec:
    """One parsed format specifier; codes are code points, 0 for an absent option."""

    def __init__(self, align: i64) -> None:
        self.fill: i64 = i64(32)
        self.align: i64 = align
        self.sign: i64 = i64(0)
        self.no_negative_zero: bool = False
        self.alternate: bool = False
        self.width: i64 = i64(-1)
        self.grouping: i64 = i64(0)
        self.precision: i64 = i64(-1)
        self.code: i64 = i64(0)


def _is_align(code: i64) -> bool:
    return code == 60 or code == 62 or code == 61 or code == 94


def _is_digit(code: i64) -> bool:
    return 48 <= code <= 57


class _Reader:
    """A place in a specifier."""

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.stop: i64 = length_of(text)
        self.at: i64 = i64(0)

    def peek(self) -> i64:
        """The next code point, -1 at the end."""
        return code_at(self.text, self.at) if self.at < self.stop else i64(-1)

    def take(self, code: i64) -> bool:
        if self.peek() != code:
            return False
        self.at += 1
        return True

    def number(self) -> i64:
        """Digits, -1 when there are none."""
        if not _is_digit(self.peek()):
            return i64(-1)
        value = i64(0)
        while _is_digit(self.peek()):
            if value > (9223372036854775807 - (self.peek() - 48)) // 10:
                raise ValueError("Too many decimal digits in format string")
            value = value * 10 + (self.peek() - 48)
            self.at += 1
        return value


def parse_spec(text: str, type_name: str, align: i64) -> Spec:
    """`align` is the default alignment, `<` or `>` as a code."""
    spec = Spec(align)
    reader = _Reader(text)
    fill_given = False
    align_given = False
    if reader.stop >= 2 and _is_align(code_at(text, i64(1))):
        spec.fill = code_at(text, i64(0))
        spec.align = code_at(text, i64(1))
        fill_given = True
        align_given = True
        reader.at = i64(2)
    elif reader.stop >= 1 and _is_align(code_at(text, i64(0))):
        spec.align = code_at(text, i64(0))
        align_given = True
        reader.at = i64(1)
    sign = reader.peek()
    if sign == 43 or sign == 45 or sign == 32:
        spec.sign = sign
        reader.at += 1
    spec.no_negative_zero = reader.take(i64(122))
    spec.alternate = reader.take(i64(35))
    if not fill_given and reader.peek() == 48:
        spec.fill = i64(48)
        if not align_given and align == 62:
            spec.align = i64(61)
        reader.at += 1
    spec.width = reader.number()
    if reader.take(i64(44)):
        spec.grouping = i64(44)
    if reader.take(i64(95)):
        if spec.grouping != 0:
            raise ValueError("Cannot specify both ',' and '_'.")
        spec.grouping = i64(95)
    if spec.grouping == 95 and reader.peek() == 44:
        raise ValueError("Cannot specify both ',' and '_'.")
    if reader.take(i64(46)):
        spec.precision = reader.number()
        if spec.precision < 0:
            raise ValueError("Format specifier missing precision")
    if reader.stop - reader.at > 1:
        raise ValueError("Invalid format specifier '" + text + "' for object of type '" + type_name + "'")
    if reader.at < reader.stop:
        spec.code = reader.peek()
    if align == 60 and spec.code == 0:
        spec.code = i64(115)
    if spec.grouping != 0:
        _check_grouping(spec)
    return spec


def _check_grouping(spec: Spec) -> None:
    code = spec.code
    if code == 0 or code == 37 or 100 <= code <= 103 or 69 <= code <= 71:  # % defg EFG
        return
    if spec.grouping == 95 and (code == 98 or code == 111 or code == 120 or code == 88):
        return
    what = "," if spec.grouping == 44 else "_"
    if 32 < code < 128:
        raise ValueError("Cannot specify '" + what + "' with '" + chr(make_small(code)) + "'.")
    raise ValueError("Cannot specify '" + what + "' with '\\x" + _hex(code) + "'.")


def _hex(code: i64) -> str:
    return bigint_text.magnitude_in_base(make_small(code), i64(4), False)


def unknown_code(spec: Spec, type_name: str) -> ValueError:
    if 32 < spec.code < 128:
        shown = chr(make_small(spec.code))
    else:
        shown = "\\x" + _hex(spec.code)
    return ValueError("Unknown format code '" + shown + "' for object of type '" + type_name + "'")


# --- padding -----------------------------------------------------------------------------------


def _fill(code: i64, count: i64) -> str:
    return repeat(chr(make_small(code)), count)


def _pad(spec: Spec, sign: str, body: str) -> str:
    """sign + body in the field; the fill of `=` goes between them."""
    missing = spec.width - length_of(sign) - length_of(body)
    if missing <= 0:
        return sign + body if length_of(sign) > 0 else body
    if spec.align == 60:
        return sign + body + _fill(spec.fill, missing)
    if spec.align == 94:
        left = missing // 2
        return _fill(spec.fill, left) + sign + body + _fill(spec.fill, missing - left)
    if spec.align == 61:
        return sign + _fill(spec.fill, missing) + body
    return _fill(spec.fill, missing) + sign + body


def group_digits(digits: str, separator: i64, size: i64, minimum: i64) -> str:
    """Digits with a separator between groups, filled with zeros to at least `minimum` characters."""
    remaining = length_of(digits)
    backwards = AsciiBuilder(remaining + remaining // size + 8)
    first = True
    while True:
        count = remaining if remaining > minimum else minimum
        if count < 1:
            count = i64(1)
        if count > size:
            count = size
        if not first:
            backwards.put(separator)
        first = False
        i = i64(0)
        while i < count:
            if remaining > 0:
                remaining -= 1
                backwards.put(code_at(digits, remaining))
            else:
                backwards.put(i64(48))
            i += 1
        minimum -= count
        if remaining <= 0 and minimum <= 0:
            break
        minimum -= 1
    return backwards.reversed_text()


def _number(spec: Spec, negative: bool, prefix: str, digits: str, rest: str, group_size: i64) -> str:
    """Put a number together: sign and prefix, grouped digits, and what follows them."""
    sign = ""
    if negative:
        sign = "-"
    elif spec.sign == 43:
        sign = "+"
    elif spec.sign == 32:
        sign = " "
    if length_of(prefix) > 0:
        sign = sign + prefix
    if spec.grouping != 0 and length_of(digits) > 0:
        minimum = i64(0)
        if spec.fill == 48 and spec.align == 61:
            minimum = spec.width - length_of(sign) - length_of(rest)
        digits = group_digits(digits, spec.grouping, group_size, minimum)
    return _pad(spec, sign, digits + rest if length_of(rest) > 0 else digits)


# --- str ---------------------------------------------------------------------------------------


def format_str(value: str, spec: str) -> str:
    """format(value, spec) of a str."""
    if length_of(spec) == 0:
        return value
    parsed = parse_spec(spec, "str", i64(60))
    if parsed.code != 115:
        raise unknown_code(parsed, "str")
    if parsed.sign == 32:
        raise ValueError("Space not allowed in string format specifier")
    if parsed.sign != 0:
        raise ValueError("Sign not allowed in string format specifier")
    if parsed.no_negative_zero:
        raise ValueError("Negative zero coercion (z) not allowed in string format specifier")
    if parsed.alternate:
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if parsed.align == 61:
        raise ValueError("'=' alignment not allowed in string format specifier")
    if 0 <= parsed.precision < length_of(value):
        value = value[: make_small(parsed.precision)]
    return _pad(parsed, "", value)


# --- int ---------------------------------------------------------------------------------------


def format_int(value: int, spec: str) -> str:
    """format(value, spec) of an int."""
    if length_of(spec) == 0:
        return bigint_text.int_to_str(value)
    return _format_int(value, parse_spec(spec, "int", i64(62)), "int")


def format_bool(value: bool, spec: str) -> str:
    """format(value, spec) of a bool: by name without a specifier, else as 0 or 1."""
    if length_of(spec) == 0:
        return "True" if value else "False"
    number = make_small(i64(1)) if value else make_small(i64(0))
    return _format_int(number, parse_spec(spec, "bool", i64(62)), "bool")


def _format_int(value: int, spec: Spec, type_name: str) -> str:
    code = spec.code
    if code == 37 or 101 <= code <= 103 or 69 <= code <= 71:
        return _format_float(bigint.int_to_float(value), spec)
    base_bits = i64(0)
    prefix = ""
    if code == 98:
        base_bits = i64(1)
        prefix = "0b"
    elif code == 111:
        base_bits = i64(3)
        prefix = "0o"
    elif code == 120:
        base_bits = i64(4)
        prefix = "0x"
    elif code == 88:
        base_bits = i64(4)
        prefix = "0X"
    elif code != 0 and code != 100 and code != 110 and code != 99:
        raise unknown_code(spec, type_name)
    if spec.precision >= 0:
        raise ValueError("Precision not allowed in integer format specifier")
    if spec.no_negative_zero:
        raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
    if code == 99:
        return _format_character(value, spec)
    if base_bits == 0:
        digits = bigint_text.magnitude_to_str(value, True)
    else:
        digits = bigint_text.magnitude_in_base(value, base_bits, code == 88)
    if not spec.alternate:
        prefix = ""
    return _number(spec, bigint.is_negative(value), prefix, digits, "", i64(3) if base_bits == 0 else i64(4))


def _format_character(value: int, spec: Spec) -> str:
    if spec.sign != 0:
        raise ValueError("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
    if value < -9223372036854775808 or value > 9223372036854775807:
        raise OverflowError("Python int too large to convert to C long")
    code = bigint.clamp_i64(value)
    if code < 0 or code > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return _pad(spec, "", chr(value))


# --- specifiers the compiler has read -----------------------------------------------------------


def padded_int(value: int, fill: i64, align: i64, width: i64) -> str:
    """An int in decimal in a field; the fill is ASCII."""
    if not is_small(value):
        spec = _field(fill, align, width)
        return _number(
            spec, bigint.is_negative(value), "", bigint_text.magnitude_to_str(value, True), "", i64(3)
        )
    word = small_value(value)
    magnitude = u64(word if word >= 0 else -word)
    size = decimal_count(magnitude) + i64(word < 0)
    total = width if width > size else size
    text = new_text(total, i64(1))
    start = tail_address(text)
    before = _before(align, total - size)
    end = start + u64(before + size)  # of the digits
    fill_memory(start, u8(fill), u64(before))
    fill_memory(end, u8(fill), u64(total - size - before))
    if word < 0:
        sign = start
        if align != 61:
            sign = start + u64(before)
        else:  # the fill goes between the sign and the digits
            store8(start + u64(before), u8(fill))
        store8(sign, u8(45))
    put_decimal(end, magnitude)
    return text


def based_int(value: int, fill: i64, align: i64, width: i64, code: i64, prefixed: i64) -> str:
    """An int by the code `b`, `o`, `x` or `X` in a field, behind `0b` and the like if `prefixed` is 1."""
    value = bigint.plain(value)
    bits = i64(1) if code == 98 else i64(3) if code == 111 else i64(4)
    if not is_small(value):
        spec = _field(fill, align, width)
        digits = bigint_text.magnitude_in_base(value, bits, code == 88)
        prefix = (
            ("0b" if bits == 1 else "0o" if bits == 3 else "0x" if code == 120 else "0X") if prefixed else ""
        )
        return _number(spec, bigint.is_negative(value), prefix, digits, "", i64(4))
    word = small_value(value)
    magnitude = u64(word if word >= 0 else -word)
    count = i64(1)
    rest = magnitude >> u64(bits)
    while rest != 0:
        count += 1
        rest = rest >> u64(bits)
    size = count + prefixed * 2 + i64(word < 0)
    text = new_text(width if width > size else size, i64(1))
    head = tail_address(text)
    end = head + u64(size)  # of the digits
    if width > size:
        fill_memory(head, u8(fill), u64(width))
        before = _before(align, width - size)
        end = end + u64(before)
        if align != 61:  # else the fill goes between the prefix and the digits
            head = head + u64(before)
    if word < 0:
        store8(head, u8(45))
        head = head + 1
    if prefixed != 0:
        store8(head, u8(48))
        store8(head + 1, u8(code))
    bigint_text.put_based(end, magnitude, count, bits, code == 88)
    return text


def padded_text(value: str, fill: i64, align: i64, width: i64) -> str:
    """A str in a field; the fill is ASCII."""
    missing = width - value._length
    if missing <= 0:
        return value
    if value._kind != 1:
        return _pad(_field(fill, align, width), "", value)
    text = new_text(width, i64(1))
    address = tail_address(text)
    before = _before(align, missing)
    fill_memory(address, u8(fill), u64(before))
    copy_memory(address + u64(before), tail_address(value), u64(value._length))
    fill_memory(address + u64(before + value._length), u8(fill), u64(missing - before))
    return text


def fixed_float(value: float, fill: i64, align: i64, width: i64, precision: i64) -> str:
    """A float by the code `f`."""
    spec = _field(fill, align, width)
    spec.precision = precision
    spec.code = i64(102)
    return _format_float(value, spec)


@inline
def _before(align: i64, missing: i64) -> i64:
    """How many of the missing characters go in front."""
    if align == 60:
        return i64(0)
    return missing // 2 if align == 94 else missing


def _field(fill: i64, align: i64, width: i64) -> Spec:
    spec = Spec(align)
    spec.fill = fill
    spec.width = width
    return spec


# --- float -------------------------------------------------------------------------------------


def format_float(value: float, spec: str) -> str:
    """format(value, spec) of a float."""
    if length_of(spec) == 0:
        return floats_decimal.float_repr(value)
    return _format_float(value, parse_spec(spec, "float", i64(62)))


def _format_float(value: float, spec: Spec) -> str:
    code = spec.code
    precision = spec.precision
    if precision > 2147483647:
        raise ValueError("precision too big")
    percent = code == 37
    if percent:
        value = value * 100.0
        code = i64(102)
    elif code == 110:
        code = i64(103)
    elif code != 0 and not 101 <= code <= 103 and not 69 <= code <= 71:
        raise unknown_code(spec, "float")
    negative = floats_decimal.is_negative(value)
    if code == 0:
        if precision < 0:
            text = floats_decimal.repr_text(value, spec.alternate)
        else:
            text = floats_decimal.general_text(value, precision, spec.alternate)
    else:
        text = floats_decimal.magnitude_text(
            value, code, precision if precision >= 0 else i64(6), spec.alternate
        )
    if spec.no_negative_zero and negative and _is_zero(text):
        negative = False
    count = i64(0)
    stop = length_of(text)
    while count < stop and _is_digit(code_at(text, count)):
        count += 1
    rest = text[make_small(count) :]
    if percent:
        rest = rest + "%"
    if spec.grouping == 0 and count > 0:  # the zeros of `010` go before the digits like any fill
        return _number(spec, negative, "", text if not percent else text + "%", "", i64(3))
    return _number(spec, negative, "", text[: make_small(count)], rest, i64(3))


def _is_zero(text: str) -> bool:
    """No digit but 0 before an exponent."""
    i = i64(0)
    while i < length_of(text):
        code = code_at(text, i)
        if code == 101 or code == 69:
            return True
        if code != 48 and code != 46:
            return False
        i += 1
    return True


# --- complex -----------------------------------------------------------------------------------


def part_of_complex(value: float, spec: Spec) -> str:
    """One part under the options that concern its digits; code 0 gives the shortest text, without `.0`."""
    if spec.code != 0:
        return _format_float(value, spec)
    text = floats_decimal.repr_text(value, spec.alternate)
    if text.endswith(".0"):
        text = text[:-1] if spec.alternate else text[:-2]
    count = i64(0)
    while count < length_of(text) and _is_digit(code_at(text, count)):
        count += 1
    negative = floats_decimal.is_negative(value)
    return _number(spec, negative, "", text[: make_small(count)], text[make_small(count) :], i64(3))


def padded(spec: Spec, body: str) -> str:
    """A finished text in its field."""
    return _pad(spec, "", body)
