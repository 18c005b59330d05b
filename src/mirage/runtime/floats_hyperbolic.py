"""expm1, log1p, log10 and the hyperbolic functions, step by step as in fdlibm (Sun Microsystems, 1993).

C libraries still compute these by fdlibm, with errors of up to an ulp; taking the same steps gives
the same digits.  Arguments are finite; domain errors are the callers' business.
"""

from __future__ import annotations

from mirage.lowlevel import bits_float, float_bits, float_sqrt, float_to_i64, i64, i64_to_float, inline, u64
from mirage.runtime import floats_elementary
from mirage.runtime.floats_elementary import infinity


@inline
def _absolute(x: float) -> float:
    return bits_float(float_bits(x) & 0x7FFFFFFFFFFFFFFF)


@inline
def _add_exponent(x: float, k: i64) -> float:
    """x * 2**k by its bits."""
    return bits_float(float_bits(x) + (u64(k) << 52))


def expm1(x: float) -> float:
    size = _absolute(x)
    if size >= 38.816242111356935:  # 56 * ln 2
        if x > 709.782712893384:
            return infinity()
        if x < 0.0:
            return -1.0
    k = i64(0)
    c = 0.0
    if size > 0.3465735902799727:
        if size < 1.0397207708399179:
            if x > 0.0:
                hi = x - 6.93147180369123816490e-01
                lo = 1.90821492927058770002e-10
                k = i64(1)
            else:
                hi = x + 6.93147180369123816490e-01
                lo = -1.90821492927058770002e-10
                k = i64(-1)
        else:
            k = float_to_i64(1.44269504088896338700e00 * x + (0.5 if x > 0.0 else -0.5))
            t = i64_to_float(k)
            hi = x - t * 6.93147180369123816490e-01
            lo = t * 1.90821492927058770002e-10
        x = hi - lo
        c = (hi - x) - lo
    elif size < 5.551115123125783e-17:
        return x
    hfx = 0.5 * x
    hxs = x * hfx
    h2 = hxs * hxs
    r1 = 1.0 + hxs * -3.33333333333331316428e-02
    r2 = 1.58730158725481460165e-03 + hxs * -7.93650757867487942473e-05
    r3 = 4.00821782732936239552e-06 + hxs * -2.01099218183624371326e-07
    r = r1 + h2 * r2 + h2 * h2 * r3
    t = 3.0 - r * hfx
    e = hxs * ((r - t) / (6.0 - x * t))
    if k == 0:
        return x - (x * e - hxs)
    e = x * (e - c) - c
    e -= hxs
    if k == -1:
        return 0.5 * (x - e) - 0.5
    if k == 1:
        return -2.0 * (e - (x + 0.5)) if x < -0.25 else 1.0 + 2.0 * (x - e)
    if k <= -2 or k > 56:
        y = 1.0 - (e - x)
        if k == 1024:
            return y * 2.0 * 8.98846567431158e307 - 1.0
        return _add_exponent(y, k) - 1.0
    small = bits_float(u64(1023 - k) << 52)
    if k < 20:
        return _add_exponent((1.0 - small) - (e - x), k)
    return _add_exponent((x - (e + small)) + 1.0, k)


def log1p(x: float) -> float:
    """x > -1."""
    k = i64(1)
    f = 0.0
    c = 0.0
    high = i64(1)
    if x < 0.41421356:
        size = _absolute(x)
        if size < 1.862645149230957e-09:
            return x if size < 5.551115123125783e-17 else x - x * x * 0.5
        if x > -0.2928932:
            k = i64(0)
            f = x
    if k != 0:
        if x < 9007199254740992.0:
            u = 1.0 + x
            k = i64(float_bits(u) >> 52) - 1023
            c = 1.0 - (u - x) if k > 0 else x - (u - 1.0)
            c = c / u
        else:
            u = x
            k = i64(float_bits(u) >> 52) - 1023
        fraction = float_bits(u) & 0xFFFFFFFFFFFFF
        high = i64(fraction >> 32)
        if high < 0x6A09E:
            u = bits_float(fraction | 0x3FF0000000000000)
        else:
            k += 1
            u = bits_float(fraction | 0x3FE0000000000000)
            high = (0x100000 - high) >> 2
        f = u - 1.0
    hfsq = 0.5 * f * f
    scale = i64_to_float(k)
    if high == 0:
        if f == 0.0:
            if k == 0:
                return 0.0
            c += scale * 1.90821492927058770002e-10
            return scale * 6.93147180369123816490e-01 + c
        r = hfsq * (1.0 - 0.66666666666666666 * f)
        if k == 0:
            return f - r
        return scale * 6.93147180369123816490e-01 - ((r - (scale * 1.90821492927058770002e-10 + c)) - f)
    s = f / (2.0 + f)
    z = s * s
    z2 = z * z
    z4 = z2 * z2
    r = z * 6.666666666666735130e-01
    r = r + z2 * (3.999999999940941908e-01 + z * 2.857142874366239149e-01)
    r = r + z4 * (2.222219843214978396e-01 + z * 1.818357216161805012e-01)
    r = r + z4 * z2 * (1.531383769920937332e-01 + z * 1.479819860511658591e-01)
    if k == 0:
        return f - (hfsq - s * (hfsq + r))
    rest = hfsq - (s * (hfsq + r) + (scale * 1.90821492927058770002e-10 + c))
    return scale * 6.93147180369123816490e-01 - (rest - f)


def log10(x: float) -> float:
    """x > 0."""
    offset = i64(0)
    if x < 2.2250738585072014e-308:
        x = x * 18014398509481984.0
        offset = i64(-54)
    bits = float_bits(x)
    k = i64(bits >> 52) - 1023 + offset
    below = i64(1) if k < 0 else i64(0)
    x = bits_float((bits & 0xFFFFFFFFFFFFF) | (u64(1023 - below) << 52))
    y = i64_to_float(k + below)
    z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * floats_elementary.log(x)
    return z + y * 3.01029995663611771306e-01


def sinh(x: float) -> float:
    half = -0.5 if x < 0.0 else 0.5
    size = _absolute(x)
    if size < 22.0:
        if size < 3.725290298461914e-09:
            return x
        t = expm1(size)
        if size < 1.0:
            return half * (2.0 * t - t * t / (t + 1.0))
        return half * (t + t / (t + 1.0))
    if size < 709.782712893384:
        return half * floats_elementary.exp(size)
    if size <= 710.4758600739439:
        w = floats_elementary.exp(0.5 * size)
        return half * w * w
    return infinity() if x > 0.0 else -infinity()


def cosh(x: float) -> float:
    size = _absolute(x)
    if size < 22.0:
        if size < 0.34657287597656250:
            t = expm1(size)
            w = 1.0 + t
            return w if size < 2.7755575615628914e-17 else 1.0 + (t * t) / (w + w)
        t = floats_elementary.exp(size)
        return 0.5 * t + 0.5 / t
    if size < 709.782712893384:
        return 0.5 * floats_elementary.exp(size)
    if size <= 710.4758600739439:
        w = floats_elementary.exp(0.5 * size)
        return 0.5 * w * w
    return infinity()


def tanh(x: float) -> float:
    size = _absolute(x)
    if size >= 22.0:
        z = 1.0
    elif size < 2.7755575615628914e-17:
        return x
    elif size >= 1.0:
        z = 1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    else:
        t = expm1(-2.0 * size)
        z = -t / (t + 2.0)
    return -z if x < 0.0 else z


def asinh(x: float) -> float:
    size = _absolute(x)
    if size < 3.725290298461914e-09:
        return x
    if size > 268435456.0:
        w = floats_elementary.log(size) + 6.93147180559945286227e-01
    elif size > 2.0:
        w = floats_elementary.log(2.0 * size + 1.0 / (float_sqrt(x * x + 1.0) + size))
    else:
        t = x * x
        w = log1p(size + t / (1.0 + float_sqrt(1.0 + t)))
    return -w if x < 0.0 else w


def acosh(x: float) -> float:
    """x >= 1."""
    if x >= 268435456.0:
        return floats_elementary.log(x) + 6.93147180559945286227e-01
    if x == 1.0:
        return 0.0
    if x > 2.0:
        return floats_elementary.log(2.0 * x - 1.0 / (x + float_sqrt(x * x - 1.0)))
    t = x - 1.0
    return log1p(t + float_sqrt(2.0 * t + t * t))


def atanh(x: float) -> float:
    """-1 < x < 1."""
    size = _absolute(x)
    if size < 0.5:
        if size < 3.725290298461914e-09:
            return x
        t = size + size
        t = 0.5 * log1p(t + t * size / (1.0 - size))
    else:
        t = 0.5 * log1p((size + size) / (1.0 - size))
    return -t if x < 0.0 else t
