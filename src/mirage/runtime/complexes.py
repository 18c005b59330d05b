"""Complex numbers: arithmetic, powers, text both ways.

Formulas and special cases are those of C99's annex G as CPython applies them, so that the last bit agrees.
"""

from __future__ import annotations

from typing import Any, NoReturn, SupportsComplex, SupportsFloat, SupportsIndex

from mirage.lowlevel import float_sqrt, i64, inline, make_small, noinline, small_value
from mirage.runtime import (
    bigint,
    floats,
    floats_decimal,
    floats_elementary,
    floats_parse,
    formatting,
)
from mirage.runtime.class_names import class_name
from mirage.runtime.formatting_text import code_at, length_of


@inline
def new(real: float, imag: float) -> complex:
    """The number itself; `complex(...)` converts first."""
    made = object.__new__(complex)
    made._real = real
    made._imag = imag
    return made


def promoted(x: object) -> complex:
    """An int or float as the complex number of its value."""
    if isinstance(x, complex):
        return x
    if isinstance(x, float):
        return new(x, 0.0)
    if isinstance(x, int):
        return new(bigint.int_to_float(x), 0.0)
    raise TypeError("must be complex, not " + class_name(x))


def make(real: object, imag: object) -> complex:
    """complex(real, imag); None for an `imag` that is not given."""
    if isinstance(real, str):
        if imag is not None:
            raise TypeError("complex() can't take second arg if first is a string")
        return parse(real)
    if isinstance(imag, str):
        raise TypeError("complex() second arg can't be a string")
    first = _number(real, True)
    if imag is None:
        return first
    second = _number(imag, False)
    x = first._real
    y = second._real
    if isinstance(imag, complex):
        x -= second._imag
    if first._imag != 0.0 or isinstance(real, complex):
        y += first._imag
    return new(x, y)


def _complex_from(x: Any) -> complex:
    """What `__complex__` returns, which may be declared to give anything."""
    made: object = x.__complex__()
    if not isinstance(made, complex):
        raise TypeError("__complex__ returned non-complex (type " + class_name(made) + ")")
    return made


def _number(x: object, first: bool) -> complex:
    if isinstance(x, complex):
        return x
    if isinstance(x, float):
        return new(x, 0.0)
    if isinstance(x, int):
        return new(bigint.int_to_float(x), 0.0)
    if first and isinstance(x, SupportsComplex):
        return _complex_from(x)
    if isinstance(x, SupportsFloat):
        return new(x.__float__(), 0.0)
    if isinstance(x, SupportsIndex):
        return new(bigint.int_to_float(x.__index__()), 0.0)
    if first:
        raise TypeError(
            "complex() first argument must be a string or a number, not '" + class_name(x) + "'"
        )
    raise TypeError("complex() second argument must be a number, not '" + class_name(x) + "'")


# --- arithmetic --------------------------------------------------------------------------------


@inline
def add(a: complex, b: complex) -> complex:
    return new(a._real + b._real, a._imag + b._imag)


@inline
def sub(a: complex, b: complex) -> complex:
    return new(a._real - b._real, a._imag - b._imag)


def mul(a: complex, b: complex) -> complex:
    return product(a, b)


def truediv(a: complex, b: complex) -> complex:
    return quotient(a, b)


def pow(a: complex, b: complex) -> complex:
    return power(a, b)


def product(a: complex, b: complex) -> complex:
    return new(a._real * b._real - a._imag * b._imag, a._real * b._imag + a._imag * b._real)


@noinline
def _zero_division(message: str) -> ZeroDivisionError:
    return ZeroDivisionError(message)


def quotient(a: complex, b: complex) -> complex:
    """a / b; the larger part of `b` divides first, so that nothing overflows on the way."""
    size_real = floats.absolute(b._real)
    size_imag = floats.absolute(b._imag)
    if size_real >= size_imag:
        if size_real == 0.0:
            raise _zero_division("complex division by zero")
        ratio = divided(b._imag, b._real)
        denominator = b._real + b._imag * ratio
        return new(
            divided(a._real + a._imag * ratio, denominator), divided(a._imag - a._real * ratio, denominator)
        )
    if size_imag >= size_real:
        ratio = divided(b._real, b._imag)
        denominator = b._real * ratio + b._imag
        return new(
            divided(a._real * ratio + a._imag, denominator), divided(a._imag * ratio - a._real, denominator)
        )
    nan = floats_elementary.not_a_number()
    return new(nan, nan)


def divided(a: float, b: float) -> float:
    """a / b as the processor divides: by zero it gives an infinity or nan."""
    if b == 0.0:
        if a == 0.0 or a != a:
            return floats_elementary.not_a_number()
        return floats.copysign(
            floats_elementary.infinity(), floats.copysign(1.0, a) * floats.copysign(1.0, b)
        )
    return a / b


def hypotenuse(x: float, y: float) -> float:
    """The distance of (x, y) from zero; infinite when it is too large."""
    x = floats.absolute(x)
    y = floats.absolute(y)
    if floats.is_infinite(x) or floats.is_infinite(y):
        return floats_elementary.infinity()
    if x != x or y != y:
        return floats_elementary.not_a_number()
    large = y if x < y else x
    small = x if x < y else y
    if small <= large * 5.551115123125783e-17:
        return large + small
    if large > 6.703903964971299e153:
        return (
            _hypotenuse(large * 2.409919865102884e-181, small * 2.409919865102884e-181)
            * 4.149515568880993e180
        )
    if small < 1.679583545394943e-138:
        return (
            _hypotenuse(large * 4.149515568880993e180, small * 4.149515568880993e180) * 2.409919865102884e-181
        )
    return _hypotenuse(large, small)


def _hypotenuse(large: float, small: float) -> float:
    """The square root of the sum, and one step that takes back its rounding error."""
    h = float_sqrt(large * large + small * small)
    if h <= 2.0 * small:
        delta = h - small
        a = large * (2.0 * delta - large)
        b = (delta - 2.0 * (large - small)) * delta
    else:
        delta = h - large
        a = 2.0 * delta * (large - 2.0 * small)
        b = (4.0 * delta - small) * small + delta * delta
    return h - (a + b) / (2.0 * h)


def absolute(z: complex) -> float:
    result = hypotenuse(z._real, z._imag)
    if not floats.is_finite(result) and floats.is_finite(z._real) and floats.is_finite(z._imag):
        raise OverflowError("absolute value too large")
    return result


@noinline
def _too_large() -> OverflowError:
    return OverflowError("complex exponentiation")


def _checked(z: complex) -> complex:
    if floats.is_infinite(z._real) or floats.is_infinite(z._imag):
        raise _too_large()
    return z


def power(a: complex, b: complex) -> complex:
    """a ** b: repeated products for small whole exponents, else by logarithm and angle."""
    exponent = b._real
    if b._imag == 0.0 and floats.floor(exponent) == exponent and floats.absolute(exponent) <= 100.0:
        count = small_value(floats.float_to_int(exponent))
        if count > 0:
            return _checked(_whole_power(a, count))
        below = _whole_power(a, -count)
        if below._real == 0.0 and below._imag == 0.0:
            raise _zero_division("0.0 to a negative or complex power")
        return _checked(quotient(new(1.0, 0.0), below))
    return _checked(general_power(a, b))


def _whole_power(a: complex, count: i64) -> complex:
    result = new(1.0, 0.0)
    square = a
    bit = i64(1)
    while count >= bit:
        if (count & bit) != 0:
            result = product(result, square)
        bit = bit << 1
        square = product(square, square)
    return result


def general_power(a: complex, b: complex) -> complex:
    if b._real == 0.0 and b._imag == 0.0:
        return new(1.0, 0.0)
    if a._real == 0.0 and a._imag == 0.0:
        if b._imag != 0.0 or b._real < 0.0:
            raise _zero_division("0.0 to a negative or complex power")
        return new(0.0, 0.0)
    size = hypotenuse(a._real, a._imag)
    length = floats_elementary.pow(size, b._real)
    angle = floats_elementary.atan2(a._imag, a._real)
    phase = angle * b._real
    if b._imag != 0.0:
        length = divided(length, floats_elementary.exp(angle * b._imag))
        phase += b._imag * floats_elementary.log(size)
    return new(length * floats_elementary.cos(phase), length * floats_elementary.sin(phase))


def power_of_floats(a: float, b: float) -> object:
    """a ** b of floats: complex when a negative number is raised to a fraction."""
    if a < 0.0 and floats.is_finite(a) and floats.is_finite(b) and floats.trunc(b) != b:
        return power(new(a, 0.0), new(b, 0.0))
    return floats.float_pow(a, b)


def hash_of(z: complex) -> int:
    """Equal to the hash of the float when there is no imaginary part."""
    real = small_value(_part_hash(z._real))
    imag = small_value(_part_hash(z._imag))
    result = real + i64(1000003) * imag
    return bigint.int_from_i64(i64(-2) if result == -1 else result)


def _part_hash(x: float) -> int:
    return floats.float_hash(x)


# --- text --------------------------------------------------------------------------------------


def _plain(x: float, signed: bool) -> str:
    """repr of a part: without `.0`, with its sign."""
    text = floats_decimal.repr_text(x, False)
    if text.endswith(".0"):
        text = text[:-2]
    if floats_decimal.is_negative(x):
        return "-" + text
    return "+" + text if signed else text


def text_of(z: complex) -> str:
    """repr(z)."""
    if z._real == 0.0 and not floats.sign_bit(z._real):
        return _plain(z._imag, False) + "j"
    return "(" + _plain(z._real, False) + _plain(z._imag, True) + "j)"


def format_complex(z: complex, spec: str) -> str:
    """format(z, spec)."""
    if length_of(spec) == 0:
        return text_of(z)
    parsed = formatting.parse_spec(spec, "complex", i64(62))
    if parsed.fill == 48:
        raise ValueError("Zero padding is not allowed in complex format specifier")
    if parsed.align == 61:
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    code = parsed.code
    if code != 0 and code != 110 and not 101 <= code <= 103 and not 69 <= code <= 71:
        raise formatting.unknown_code(parsed, "complex")
    only_imaginary = code == 0 and z._real == 0.0 and not floats.sign_bit(z._real)
    if code == 0 and parsed.precision >= 0 or code == 110:
        parsed.code = i64(103)
    width = parsed.width
    parsed.width = i64(-1)
    body = ""
    if not only_imaginary:
        body = formatting.part_of_complex(z._real, parsed)
        parsed.sign = i64(43)
    body = body + formatting.part_of_complex(z._imag, parsed) + "j"
    if code == 0 and not only_imaginary:
        body = "(" + body + ")"
    parsed.width = width
    return formatting.padded(parsed, body)


@noinline
def _malformed() -> NoReturn:
    raise ValueError("complex() arg is a malformed string")


def _is_digit(code: i64) -> bool:
    return 48 <= code <= 57


def _digits_end(text: str, at: i64) -> i64:
    while at < length_of(text) and (_is_digit(code_at(text, at)) or code_at(text, at) == 95):
        at += 1
    return at


def _word_at(text: str, at: i64, word: str) -> bool:
    return text[make_small(at) : make_small(at + length_of(word))].lower() == word


def _float_end(text: str, start: i64) -> i64:
    """Where the float at `start` ends; `start` itself when there is none."""
    at = start
    if at < length_of(text) and (code_at(text, at) == 43 or code_at(text, at) == 45):
        at += 1
    if _word_at(text, at, "infinity"):
        return at + 8
    if _word_at(text, at, "inf") or _word_at(text, at, "nan"):
        return at + 3
    before = at
    at = _digits_end(text, at)
    digits = at - before
    if at < length_of(text) and code_at(text, at) == 46:
        after = _digits_end(text, at + 1)
        digits += after - at - 1
        at = after
    if digits == 0:
        return start
    if at < length_of(text) and (code_at(text, at) | 32) == 101:
        exponent = at + 1
        if exponent < length_of(text) and (code_at(text, exponent) == 43 or code_at(text, exponent) == 45):
            exponent += 1
        if exponent < length_of(text) and _is_digit(code_at(text, exponent)):
            return _digits_end(text, exponent)
    return at


def _part(text: str, start: i64, stop: i64) -> float:
    part = text[make_small(start) : make_small(stop)]
    try:
        return floats_parse.parse_float(part, part)
    except ValueError:
        _malformed()


def _unit(text: str, at: i64) -> float:
    """The sign of an imaginary part that has no digits."""
    return -1.0 if at < length_of(text) and code_at(text, at) == 45 else 1.0


def _is_sign(text: str, at: i64) -> bool:
    return at < length_of(text) and (code_at(text, at) == 43 or code_at(text, at) == 45)


def _is_unit(text: str, at: i64) -> bool:
    return at < length_of(text) and (code_at(text, at) | 32) == 106


def _check_underscores(text: str, given: str) -> None:
    """They stand between digits only."""
    at = i64(0)
    while at < length_of(text):
        if code_at(text, at) == 95:
            between = 0 < at < length_of(text) - 1 and _is_digit(code_at(text, at - 1))
            if not between or not _is_digit(code_at(text, at + 1)):
                raise ValueError("could not convert string to complex: " + repr(given))
        at += 1


def parse(given: str) -> complex:
    """complex(text)."""
    text = given.strip()
    _check_underscores(text, given)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    real = 0.0
    imag = 0.0
    at = i64(0)
    end = _float_end(text, at)
    if end > at:
        first = _part(text, at, end)
        if _is_sign(text, end):
            real = first
            at = end
            end = _float_end(text, at)
            if end > at:
                imag = _part(text, at, end)
            else:
                imag = _unit(text, at)
                end = at + 1
            if not _is_unit(text, end):
                _malformed()
            end += 1
        elif _is_unit(text, end):
            imag = first
            end += 1
        else:
            real = first
    else:
        imag = _unit(text, at)
        if _is_sign(text, at):
            end += 1
        if not _is_unit(text, end):
            _malformed()
        end += 1
    if end != length_of(text):
        _malformed()
    return new(real, imag)
