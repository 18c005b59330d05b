"""printf-style formatting: `template % values` (library reference, "printf-style String Formatting")."""

from __future__ import annotations

from typing import SupportsBytes, SupportsFloat, SupportsIndex, SupportsInt

from mirage.lowlevel import i64, make_small
from mirage.runtime import bigint, bigint_text, floats_decimal
from mirage.runtime.class_names import class_name
from mirage.runtime.formatting_text import code_at, length_of
from mirage.runtime.text import repeat


class _Arguments:
    """What follows `%`: a tuple is many values, anything else one; a mapping serves `%(key)s`."""

    def __init__(self, values: object, of_bytes: bool) -> None:
        self.values: object = values
        self.of_bytes: bool = of_bytes  # for a template of bytes, which is read as Latin-1
        self._many: bool = isinstance(values, tuple)
        self._count: int = len(values) if isinstance(values, tuple) else 1
        self._next: int = 0

    def take(self) -> object:
        if self._next >= self._count:
            raise TypeError("not enough arguments for format string")
        self._next += 1
        values = self.values
        if self._many and isinstance(values, tuple):
            item: object = values[self._next - 1]
            return item
        return values

    def take_int(self, precision: bool) -> i64:
        value = self.take()
        if not isinstance(value, int):
            raise TypeError("* wants int")
        if precision and (value > 2147483647 or value < -2147483648):
            raise OverflowError("Python int too large to convert to C int")
        if value > 9223372036854775807 or value < -9223372036854775808:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return bigint.clamp_i64(value)

    def by_key(self, key: str) -> object:
        values = self.values
        if not isinstance(values, dict):
            raise TypeError("format requires a mapping")
        self._next = self._count
        item: object = values[key.encode("latin-1")] if self.of_bytes else values[key]
        return item

    def check_used(self) -> None:
        if self._next >= self._count or (
            not self._many and isinstance(self.values, (dict, list, bytes, bytearray))
        ):
            return
        kind = "bytes" if self.of_bytes else "string"
        raise TypeError("not all arguments converted during " + kind + " formatting")


class _Conversion:
    """One `%...` of a template."""

    def __init__(self) -> None:
        self.left: bool = False
        self.sign: bool = False
        self.blank: bool = False
        self.alternate: bool = False
        self.zero: bool = False
        self.width: i64 = i64(-1)
        self.precision: i64 = i64(-1)


def percent_format(template: str, values: object) -> str:
    """template % values."""
    return _formatted_all(template, _Arguments(values, False))


def percent_format_bytes(template: bytes, values: object) -> bytes:
    """template % values of bytes."""
    return _formatted_all(template.decode("latin-1"), _Arguments(values, True)).encode("latin-1")


def _formatted_all(template: str, arguments: _Arguments) -> str:
    parts: list[str] = []
    stop = length_of(template)
    done = i64(0)
    i = i64(0)
    while i < stop:
        if code_at(template, i) != 37:
            i += 1
            continue
        if i > done:
            parts.append(template[make_small(done) : make_small(i)])
        if i + 1 < stop and code_at(template, i + 1) == 37:
            parts.append("%")
            i += 2
        else:
            i = _convert(template, i + 1, stop, arguments, parts)
        done = i
    if stop > done:
        parts.append(template[make_small(done) :])
    arguments.check_used()
    return "".join(parts)


def _convert(template: str, i: i64, stop: i64, arguments: _Arguments, parts: list[str]) -> i64:
    """Format the conversion whose `%` is before index i; the index after it is returned."""
    conversion = _Conversion()
    has_key = False
    key = ""
    if i < stop and code_at(template, i) == 40:
        if not isinstance(arguments.values, dict):
            raise TypeError("format requires a mapping")
        depth = i64(1)
        start = i + 1
        i += 1
        while i < stop and depth > 0:
            code = code_at(template, i)
            if code == 41:
                depth -= 1
            elif code == 40:
                depth += 1
            i += 1
        if depth > 0:
            raise ValueError("incomplete format key")
        key = template[make_small(start) : make_small(i - 1)]
        has_key = True
    value: object = None
    if has_key:
        value = arguments.by_key(key)
    i = _read_flags(template, i, stop, conversion)
    if i < stop and code_at(template, i) == 42:
        conversion.width = arguments.take_int(False)
        if conversion.width < 0:
            conversion.left = True
            conversion.width = -conversion.width
        i += 1
    else:
        start = i
        i = _skip_digits(template, i, stop)
        if i > start:
            conversion.width = _number(template, start, i, "width too big")
    if i < stop and code_at(template, i) == 46:
        i += 1
        conversion.precision = i64(0)
        if i < stop and code_at(template, i) == 42:
            conversion.precision = arguments.take_int(True)
            if conversion.precision < 0:
                conversion.precision = i64(0)
            i += 1
        else:
            start = i
            i = _skip_digits(template, i, stop)
            conversion.precision = _number(template, start, i, "precision too big")
    if i < stop and (
        code_at(template, i) == 104 or code_at(template, i) == 108 or code_at(template, i) == 76
    ):
        i += 1
    if i >= stop:
        raise ValueError("incomplete format")
    if not has_key:
        value = arguments.take()
    code = code_at(template, i)
    if arguments.of_bytes and (code == 98 or code == 99 or code == 114 or code == 115):  # b c r s
        parts.append(_formatted_bytes(conversion, code, value))
    elif arguments.of_bytes and (101 <= code <= 103 or 69 <= code <= 71):
        _check_float(value)
        parts.append(_formatted(conversion, code, value, i))
    else:
        parts.append(_formatted(conversion, code, value, i))
    return i + 1


def _check_float(value: object) -> None:
    if not isinstance(value, (SupportsFloat, SupportsIndex)):
        raise TypeError("float argument required, not " + class_name(value))


def _formatted_bytes(conversion: _Conversion, code: i64, value: object) -> str:
    """What a template of bytes treats in its own way, as Latin-1."""
    if code == 114:
        text = ascii(value)
    elif code == 99:
        return _padded(conversion, "", _byte(value), False)
    elif isinstance(value, (bytes, bytearray, memoryview)):
        text = bytes(value).decode("latin-1")
    elif isinstance(value, SupportsBytes):
        text = value.__bytes__().decode("latin-1")
    else:
        raise TypeError(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '"
            + class_name(value)
            + "'"
        )
    if 0 <= conversion.precision < length_of(text):
        text = text[: make_small(conversion.precision)]
    return _padded(conversion, "", text, False)


def _byte(value: object) -> str:
    if isinstance(value, (bytes, bytearray)):
        if len(value) == 1:
            return chr(value[0])
    elif isinstance(value, SupportsIndex):
        code = value.__index__()
        if code < 0 or code > 255:
            raise OverflowError("%c arg not in range(256)")
        return chr(code)
    raise TypeError("%c requires an integer in range(256) or a single byte")


def _read_flags(template: str, i: i64, stop: i64, conversion: _Conversion) -> i64:
    while i < stop:
        code = code_at(template, i)
        if code == 45:
            conversion.left = True
        elif code == 43:
            conversion.sign = True
        elif code == 32:
            conversion.blank = True
        elif code == 35:
            conversion.alternate = True
        elif code == 48:
            conversion.zero = True
        else:
            break
        i += 1
    return i


def _skip_digits(template: str, i: i64, stop: i64) -> i64:
    while i < stop and 48 <= code_at(template, i) <= 57:
        i += 1
    return i


def _number(template: str, start: i64, stop: i64, message: str) -> i64:
    value = i64(0)
    while start < stop:
        if value > 922337203685477579 or (message == "precision too big" and value > 214748363):
            raise ValueError(message)
        value = value * 10 + (code_at(template, start) - 48)
        start += 1
    return value


def _formatted(conversion: _Conversion, code: i64, value: object, index: i64) -> str:
    if code == 115 or code == 114 or code == 97:  # s r a
        if code == 115:
            text = str(value)
        elif code == 114:
            text = repr(value)
        else:
            text = ascii(value)
        if 0 <= conversion.precision < length_of(text):
            text = text[: make_small(conversion.precision)]
        return _padded(conversion, "", text, False)
    if code == 100 or code == 105 or code == 117:  # d i u
        number = _decimal_argument(value, code)
        digits = bigint_text.magnitude_to_str(number, True)
        return _integer(conversion, bigint.is_negative(number), "", digits)
    if code == 120 or code == 88 or code == 111:  # x X o
        return _in_base(conversion, code, value)
    if 101 <= code <= 103 or 69 <= code <= 71:  # e f g
        real = _float_argument(value)
        precision = conversion.precision if conversion.precision >= 0 else i64(6)
        text = floats_decimal.magnitude_text(real, code, precision, conversion.alternate)
        return _padded(conversion, _sign(conversion, floats_decimal.is_negative(real)), text, conversion.zero)
    if code == 99:
        return _padded(conversion, "", _character(value), False)
    shown = chr(make_small(code)) if 32 <= code < 127 else "?"
    hexadecimal = bigint_text.magnitude_in_base(make_small(code), i64(4), False)
    raise ValueError(
        "unsupported format character '"
        + shown
        + "' (0x"
        + hexadecimal
        + ") at index "
        + bigint_text.small_to_str(index)
    )


def _sign(conversion: _Conversion, negative: bool) -> str:
    if negative:
        return "-"
    if conversion.sign:
        return "+"
    return " " if conversion.blank else ""


def _padded(conversion: _Conversion, sign: str, body: str, zero: bool) -> str:
    missing = conversion.width - length_of(sign) - length_of(body)
    if missing <= 0:
        return sign + body if length_of(sign) > 0 else body
    if conversion.left:
        return sign + body + repeat(" ", missing)
    if zero:
        return sign + repeat("0", missing) + body
    return repeat(" ", missing) + sign + body


def _integer(conversion: _Conversion, negative: bool, prefix: str, digits: str) -> str:
    missing = conversion.precision - length_of(digits)
    if missing > 0:
        digits = repeat("0", missing) + digits
    return _padded(conversion, _sign(conversion, negative) + prefix, digits, conversion.zero)


def _in_base(conversion: _Conversion, code: i64, value: object) -> str:
    if isinstance(value, int):
        number = value
    elif isinstance(value, SupportsIndex):
        number = value.__index__()
    else:
        raise TypeError(
            "%" + chr(make_small(code)) + " format: an integer is required, not " + class_name(value)
        )
    bits = i64(3) if code == 111 else i64(4)
    digits = bigint_text.magnitude_in_base(number, bits, code == 88)
    prefix = "0" + chr(make_small(code)) if conversion.alternate else ""
    return _integer(conversion, bigint.is_negative(number), prefix, digits)


def _decimal_argument(value: object, code: i64) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return bigint.float_to_int(value)
    if isinstance(value, SupportsInt):
        return value.__int__()
    if isinstance(value, SupportsIndex):
        return value.__index__()
    raise TypeError(
        "%" + chr(make_small(code)) + " format: a real number is required, not " + class_name(value)
    )


def _float_argument(value: object) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, int):
        return bigint.int_to_float(value)
    if isinstance(value, SupportsFloat):
        return value.__float__()
    if isinstance(value, SupportsIndex):
        return bigint.int_to_float(value.__index__())
    raise TypeError("must be real number, not " + class_name(value))


def _character(value: object) -> str:
    if isinstance(value, str):
        if length_of(value) == 1:
            return value
    elif isinstance(value, int):
        code = bigint.clamp_i64(value)
        if code < 0 or code > 0x10FFFF:
            raise OverflowError("%c arg not in range(0x110000)")
        return chr(value)
    raise TypeError("%c requires int or char")
