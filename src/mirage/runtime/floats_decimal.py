"""float to decimal text, exactly: the shortest digits that read back, and any number of digits.

The shortest digits come from R. Giulietti, "The Schubfach way to render doubles"; the 126-bit powers
of ten it needs are computed exactly when first used.  Fixed numbers of digits are rounded half to
even on the exact binary value, with big ints when a word is not enough.
"""

from __future__ import annotations

from mirage.lowlevel import Array, float_bits, i64, inline, make_small, mul_high, small_value, u64
from mirage.runtime import bigint, bigint_text
from mirage.runtime.formatting_text import AsciiBuilder, code_at, length_of


class Digits:
    """A positive decimal number: `value` * 10**`exponent`."""

    def __init__(self, value: u64, exponent: i64) -> None:
        self.value: u64 = value
        self.exponent: i64 = exponent


@inline
def floor_log10_of_power_of_two(e: i64) -> i64:
    """floor(log10(2**e)) for |e| < 6,000,000."""
    return (e * 661971961083) >> 41


@inline
def _floor_log10_of_three_quarters(e: i64) -> i64:
    """floor(log10(3/4 * 2**e))."""
    return (e * 661971961083 - 274743187321) >> 41


@inline
def _floor_log2_of_power_of_ten(e: i64) -> i64:
    """floor(log2(10**e))."""
    return (e * 913124641741) >> 38


class _Powers:
    """floor(10**-k * 2**r) + 1 with 126 bits, as two words of 63, for -324 <= k <= 292."""

    def __init__(self) -> None:
        self._high: Array[u64] = Array[u64](i64(617))
        self._low: Array[u64] = Array[u64](i64(617))
        i = i64(0)
        while i < 617:
            self._high[i] = u64(0)
            i += 1

    def find(self, k: i64) -> i64:
        """The index of k's words, computed when they are asked for first."""
        index = k + 324
        if self._high[index] == 0:
            self._compute(k, index)
        return index

    def _compute(self, k: i64, index: i64) -> None:
        ten = make_small(i64(10))
        power = bigint.int_pow(ten, make_small(k if k > 0 else -k))
        length = small_value(bigint.int_bit_length(power))
        if k > 0:
            scaled = bigint.int_floordiv(bigint.int_shl(make_small(i64(1)), make_small(125 + length)), power)
        elif length <= 126:
            scaled = bigint.int_shl(power, make_small(126 - length))
        else:
            scaled = bigint.int_shr(power, make_small(length - 126))
        scaled = bigint.int_add(scaled, make_small(i64(1)))
        self._high[index] = bigint.int_to_u64_wrapping(bigint.int_shr(scaled, make_small(i64(63))))
        self._low[index] = bigint.int_to_u64_wrapping(scaled) & 0x7FFFFFFFFFFFFFFF

    @inline
    def high(self, index: i64) -> u64:
        return self._high[index]

    @inline
    def low(self, index: i64) -> u64:
        return self._low[index]


_powers: _Powers | None = None


def _all_powers() -> _Powers:
    global _powers
    known = _powers
    if known is None:
        known = _Powers()
        _powers = known
    return known


@inline
def _round_to_odd(g1: u64, g0: u64, c: u64) -> u64:
    """c * (g1*2**63 + g0) / 2**127, its low bit set when inexact."""
    x1 = mul_high(g0, c)
    y0 = g1 * c
    y1 = mul_high(g1, c)
    z = (y0 >> 1) + x1
    w = y1 + (z >> 63)
    return w | (((z & 0x7FFFFFFFFFFFFFFF) + 0x7FFFFFFFFFFFFFFF) >> 63)


def shortest_digits(value: float) -> Digits:
    """The shortest decimal that rounds to `value` (> 0, finite); of several, the closest one.

    The digits have no trailing zeros.
    """
    bits = float_bits(value)
    fraction = bits & 0xFFFFFFFFFFFFF
    biased = i64((bits >> 52) & 0x7FF)
    if biased != 0:
        c = fraction | 0x10000000000000
        q = biased - 1075
        if -52 <= q <= 0 and (c & ((u64(1) << u64(-q)) - 1)) == 0:
            return _without_zeros(c >> u64(-q), i64(0))
    else:
        c = fraction
        q = i64(-1074)
    out = c & 1
    cb = c << 2
    cbr = cb + 2
    if fraction != 0 or biased <= 1:
        cbl = cb - 2
        k = floor_log10_of_power_of_two(q)
    else:
        cbl = cb - 1
        k = _floor_log10_of_three_quarters(q)
    h = u64(q + _floor_log2_of_power_of_ten(-k) + 2)
    powers = _all_powers()
    index = powers.find(k)
    g1 = powers.high(index)
    g0 = powers.low(index)
    vb = _round_to_odd(g1, g0, cb << h)
    lower = _round_to_odd(g1, g0, cbl << h) + out
    upper = _round_to_odd(g1, g0, cbr << h) - out
    s = vb >> 2
    if s >= 10:
        tenth = s // 10
        below = lower <= tenth * 40
        above = tenth * 40 + 40 <= upper
        if below != above:
            return _without_zeros(tenth if below else tenth + 1, k + 1)
    below = lower <= s << 2
    above = (s + 1) << 2 <= upper
    if below != above:
        return _without_zeros(s if below else s + 1, k)
    middle = (s << 2) + 2
    if vb < middle or (vb == middle and (s & 1) == 0):
        return _without_zeros(s, k)
    return _without_zeros(s + 1, k)


def _without_zeros(value: u64, exponent: i64) -> Digits:
    while value % 10 == 0:
        value = value // 10
        exponent += 1
    return Digits(value, exponent)


# --- a given number of digits ------------------------------------------------------------------


def _round_ratio(numerator: int, denominator: int) -> int:
    """The nearest int, ties to even, of positive ints."""
    quotient = bigint.int_floordiv(numerator, denominator)
    rest = bigint.int_sub(numerator, bigint.int_mul(quotient, denominator))
    order = bigint.int_compare(bigint.int_shl(rest, make_small(i64(1))), denominator)
    if order > 0 or (order == 0 and (bigint.int_to_u64_wrapping(quotient) & 1) != 0):
        quotient = bigint.int_add(quotient, make_small(i64(1)))
    return quotient


def power_of_ten(n: i64) -> int:
    """10**n, n >= 0."""
    if n <= 18:
        value = i64(1)
        while n > 0:
            value = value * 10
            n -= 1
        return make_small(value)
    return bigint.int_pow(make_small(i64(10)), make_small(n))


def scaled_to_int(value: float, places: i64) -> int:
    """round(|value| * 10**places) on the exact value, ties to even; `value` is finite."""
    bits = float_bits(value)
    mantissa = i64(bits & 0xFFFFFFFFFFFFF)
    exponent = i64((bits >> 52) & 0x7FF) - 1075
    if exponent == -1075:
        exponent += 1
    else:
        mantissa = mantissa | 0x10000000000000
    if mantissa == 0:
        return make_small(i64(0))
    if 0 <= places <= 18 and exponent < 0:
        scale = u64(1)
        left = places
        while left > 0:
            scale = scale * 10
            left -= 1
        rounded = _shift_half_even(mul_high(u64(mantissa), scale), u64(mantissa) * scale, -exponent)
        if rounded >> 61 == 0:
            return make_small(i64(rounded))
    while (mantissa & 1) == 0:
        mantissa = mantissa >> 1
        exponent += 1
    numerator = make_small(mantissa)
    if places > 0:
        numerator = bigint.int_mul(numerator, power_of_ten(places))
    if exponent >= 0:
        numerator = bigint.int_shl(numerator, make_small(exponent))
        if places >= 0:
            return numerator
        return _round_ratio(numerator, power_of_ten(-places))
    denominator = make_small(i64(1))
    if places < 0:
        denominator = power_of_ten(-places)
    return _round_ratio(numerator, bigint.int_shl(denominator, make_small(-exponent)))


def _shift_half_even(high: u64, low: u64, bits: i64) -> u64:
    """(high * 2**64 + low) / 2**bits, ties to even, for high < 2**63, bits > 0; 2**63 if it has more bits."""
    if bits > 128:
        return u64(0)
    if bits > 64:
        part = u64(bits - 65)  # low's are below the half of what is left out
        half = (high >> part) & 1
        below = high & ((u64(1) << part) - 1) | low
        quotient = high >> part >> 1
    else:
        part = u64(bits - 1)
        if high >> part != 0:
            return u64(1) << 63
        half = (low >> part) & 1
        below = low & ((u64(1) << part) - 1)
        quotient = low >> part >> 1 | high << (63 - part)
    if half != 0 and (below != 0 or quotient & 1 != 0):
        quotient += 1
    return quotient


class Rounded:
    """`digits` of a positive number d.ddd * 10**`exponent`, as text."""

    def __init__(self, digits: str, exponent: i64) -> None:
        self.digits: str = digits
        self.exponent: i64 = exponent


def significant_digits(value: float, count: i64) -> Rounded:
    """|value| rounded to `count` (>= 1) digits on the exact value, ties to even."""
    if value == 0.0:
        builder = AsciiBuilder(count)
        builder.put_repeated(i64(48), count)
        return Rounded(builder.text(), i64(0))
    bits = float_bits(value)
    biased = i64((bits >> 52) & 0x7FF)
    power = biased - 1023
    if biased == 0:
        fraction = bits & 0xFFFFFFFFFFFFF
        power = i64(-1075)
        while fraction != 0:
            fraction = fraction >> 1
            power += 1
    estimate = floor_log10_of_power_of_two(power)  # the exponent or one less
    text = bigint_text.magnitude_to_str(scaled_to_int(value, count - 1 - estimate), False)
    if length_of(text) > count:
        estimate += 1
        text = bigint_text.magnitude_to_str(scaled_to_int(value, count - 1 - estimate), False)
    return Rounded(text, estimate)


# --- layout ------------------------------------------------------------------------------------


@inline
def is_negative(value: float) -> bool:
    """The sign bit of anything but nan."""
    return value == value and float_bits(value) >> 63 != 0


def float_repr(value: float) -> str:
    """repr(value)."""
    text = repr_text(value, False)
    return "-" + text if is_negative(value) else text


def repr_text(value: float, alternate: bool) -> str:
    """repr(|value|); `alternate` keeps the point before an exponent."""
    if value != value:
        return "nan"
    if value < 0.0:
        value = -value
    if value > 1.7976931348623157e308:
        return "inf"
    if value == 0.0:
        return "0.0"
    builder = AsciiBuilder(i64(26))
    shortest = shortest_digits(value)
    digits = bigint_text.magnitude_to_str(bigint.int_from_u64(shortest.value), False)
    count = length_of(digits)
    point = count + shortest.exponent
    if -4 < point <= 16:
        put_fixed(builder, digits, count, point, i64(1))
    else:
        put_exponential(builder, digits, count, point - 1, alternate, False)
    return builder.text()


def general_text(value: float, precision: i64, alternate: bool) -> str:
    """|value| as format(value, ".{precision}") has it: like `g`, but never looking like an int."""
    if value != value:
        return "nan"
    if value < 0.0:
        value = -value
    if value > 1.7976931348623157e308:
        return "inf"
    if precision == 0:
        precision = i64(1)
    builder = AsciiBuilder(precision + 28 if precision < 400 else i64(400))
    rounded = significant_digits(value, precision)
    count = precision
    if not alternate:
        while count > 1 and code_at(rounded.digits, count - 1) == 48:
            count -= 1
    point = rounded.exponent + 1
    if -4 < point < precision:
        put_fixed(builder, rounded.digits, count, point, i64(1))
    else:
        put_exponential(builder, rounded.digits, count, rounded.exponent, alternate, False)
    return builder.text()


def put_fixed(builder: AsciiBuilder, digits: str, count: i64, point: i64, decimals: i64) -> None:
    """digits[:count] with the decimal point after `point` digits, and at least `decimals` decimals."""
    if point <= 0:
        builder.put(i64(48))
    else:
        builder.put_text(digits, i64(0), point if point < count else count)
        if point > count:
            builder.put_repeated(i64(48), point - count)
    have = count - point
    if have > 0 or decimals > 0:
        builder.put(i64(46))
        if have > 0:
            if point < 0:
                builder.put_repeated(i64(48), -point)
            builder.put_text(digits, point if point > 0 else i64(0), count)
        if decimals > have:
            builder.put_repeated(i64(48), decimals - (have if have > 0 else i64(0)))


def put_exponential(
    builder: AsciiBuilder, digits: str, count: i64, exponent: i64, alternate: bool, upper: bool
) -> None:
    """d.ddde+XX; the point is left out after a single digit unless `alternate`."""
    builder.put(code_at(digits, i64(0)))
    if count > 1 or alternate:
        builder.put(i64(46))
    builder.put_text(digits, i64(1), count)
    builder.put(i64(69) if upper else i64(101))
    if exponent < 0:
        builder.put(i64(45))
        exponent = -exponent
    else:
        builder.put(i64(43))
    if exponent < 10:
        builder.put(i64(48))
    builder.put_number(exponent)


def magnitude_text(value: float, code: i64, precision: i64, alternate: bool) -> str:
    """|value| by a printf code (`eEfFgG` as a code point); the sign is the caller's business.

    `alternate` keeps the decimal point, and for `g` the trailing zeros.
    """
    upper = code < 97
    if upper:
        code += 32
    if value != value:
        return "NAN" if upper else "nan"
    if value < 0.0:
        value = -value
    if value > 1.7976931348623157e308:
        return "INF" if upper else "inf"
    builder = AsciiBuilder(precision + 28 if precision < 400 else i64(400))
    if code == 102:
        digits = bigint_text.magnitude_to_str(scaled_to_int(value, precision), False)
        count = length_of(digits)
        if count <= precision:
            padded = AsciiBuilder(precision + 1)
            padded.put_repeated(i64(48), precision + 1 - count)
            padded.put_text(digits, i64(0), count)
            digits = padded.text()
            count = precision + 1
        builder.put_text(digits, i64(0), count - precision)
        if precision > 0 or alternate:
            builder.put(i64(46))
        builder.put_text(digits, count - precision, count)
        return builder.text()
    if code == 101:
        rounded = significant_digits(value, precision + 1)
        put_exponential(builder, rounded.digits, precision + 1, rounded.exponent, alternate, upper)
        return builder.text()
    if precision == 0:
        precision = i64(1)
    rounded = significant_digits(value, precision)
    count = precision
    if not alternate:
        while count > 1 and code_at(rounded.digits, count - 1) == 48:
            count -= 1
    if -4 <= rounded.exponent < precision:
        point = rounded.exponent + 1
        put_fixed(builder, rounded.digits, count, point, i64(0))
        if alternate and count <= point:
            builder.put(i64(46))
    else:
        put_exponential(builder, rounded.digits, count, rounded.exponent, alternate, upper)
    return builder.text()
