"""Magnitudes: little-endian arrays of 30-bit digits in memory, named by address and count.

Every function takes addresses of u32 digits (`u64`) and counts (`i64`) and never uses `int`
arithmetic for digits, because that arithmetic ends here.  A magnitude may carry leading zero
digits; `significant` drops them.  Unless said otherwise a result must not overlap an operand.
Algorithms: Knuth, TAOCP 2, 4.3.1 (A, S, M, D); Karatsuba as in CPython's longobject.c.
"""

from __future__ import annotations

from mirage.lowlevel import (
    copy_memory,
    fill_memory,
    i64,
    inline,
    keep_alive,
    load32,
    load64,
    new_with_tail,
    store32,
    store64,
    tail_address,
    u8,
    u32,
    u64,
)


@inline
def digit(a: u64, index: i64) -> u64:
    return u64(load32(a + u64(index) * 4))


@inline
def set_digit(a: u64, index: i64, value: u64) -> None:
    """Store the low 32 bits; the caller has masked to 30."""
    store32(a + u64(index) * 4, u32(value))


@inline
def set_pair(a: u64, index: i64, value: u64) -> None:
    """Store the low 60 bits as two digits."""
    store64(a + u64(index) * 4, (value & 0x3FFFFFFF) | (value << 2 & 0x3FFFFFFF00000000))


@inline
def at(a: u64, index: i64) -> u64:
    """The address of digit `index`."""
    return a + u64(index) * 4


def clear(a: u64, n: i64) -> None:
    if n > 0:
        fill_memory(a, u8(0), u64(n) * 4)


def copy(target: u64, source: u64, n: i64) -> None:
    if n > 0:
        copy_memory(target, source, u64(n) * 4)


def significant(a: u64, n: i64) -> i64:
    """The count without leading zero digits."""
    while n > 0:
        if digit(a, n - 1) != 0:
            return n
        n -= 1
    return n


def word_bits(value: u64) -> i64:
    """Position of the highest one bit, from 1; 0 for 0."""
    bits = i64(0)
    if value >> 32 != 0:
        bits += 32
        value = value >> 32
    if value >> 16 != 0:
        bits += 16
        value = value >> 16
    if value >> 8 != 0:
        bits += 8
        value = value >> 8
    if value >> 4 != 0:
        bits += 4
        value = value >> 4
    if value >> 2 != 0:
        bits += 2
        value = value >> 2
    if value >> 1 != 0:
        return bits + 2
    return bits + i64(value)


def bit_length(a: u64, n: i64) -> i64:
    """Of a magnitude whose top digit is not zero."""
    if n == 0:
        return i64(0)
    return (n - 1) * 30 + word_bits(digit(a, n - 1))


def compare(a: u64, na: i64, b: u64, nb: i64) -> i64:
    """-1, 0 or 1; neither has leading zeros."""
    if na != nb:
        return i64(-1) if na < nb else i64(1)
    i = na - 1
    while i >= 0:
        x = digit(a, i)
        y = digit(b, i)
        if x != y:
            return i64(-1) if x < y else i64(1)
        i -= 1
    return i64(0)


def add(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na+1] = a + b, na >= nb; r may be a."""
    carry = u64(0)
    i = i64(0)
    while i + 2 <= nb:  # two digits at a time, first beside each other, then as one of 60 bits
        pair = load64(at(a, i)) + load64(at(b, i))
        carry = carry + (pair & 0xFFFFFFFF) + (pair >> 32 << 30)
        set_pair(r, i, carry)
        carry = carry >> 60
        i += 2
    while i < nb:
        carry = carry + digit(a, i) + digit(b, i)
        set_digit(r, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    while i < na:
        carry = carry + digit(a, i)
        set_digit(r, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    set_digit(r, i, carry)


def subtract(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na] = a - b, a >= b; r may be a or b."""
    borrow = u64(0)
    i = i64(0)
    while i + 2 <= nb:  # as in `add`; each digit is lent a bit beforehand
        pair = (load64(at(a, i)) | 0x4000000040000000) - load64(at(b, i))
        borrow = (pair & 0xFFFFFFFF) + (pair >> 32 << 30) - 0x1000000040000000 - borrow
        set_pair(r, i, borrow)
        borrow = borrow >> 63
        i += 2
    while i < nb:
        borrow = digit(a, i) - digit(b, i) - borrow
        set_digit(r, i, borrow & 0x3FFFFFFF)
        borrow = borrow >> 63
        i += 1
    while i < na:
        borrow = digit(a, i) - borrow
        set_digit(r, i, borrow & 0x3FFFFFFF)
        borrow = borrow >> 63
        i += 1


def add_into(r: u64, nr: i64, a: u64, na: i64) -> None:
    """r += a modulo 2**(30*nr); a may have leading zeros beyond nr."""
    carry = u64(0)
    n = na if na < nr else nr
    i = i64(0)
    while i < n:
        carry = carry + digit(r, i) + digit(a, i)
        set_digit(r, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    while carry != 0 and i < nr:
        carry = carry + digit(r, i)
        set_digit(r, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1


def subtract_from(r: u64, nr: i64, a: u64, na: i64) -> None:
    """r -= a; r >= a."""
    borrow = u64(0)
    n = na if na < nr else nr
    i = i64(0)
    while i < n:
        borrow = digit(r, i) - digit(a, i) - borrow
        set_digit(r, i, borrow & 0x3FFFFFFF)
        borrow = borrow >> 63
        i += 1
    while borrow != 0 and i < nr:
        borrow = digit(r, i) - borrow
        set_digit(r, i, borrow & 0x3FFFFFFF)
        borrow = borrow >> 63
        i += 1


def multiply_add_word(r: u64, a: u64, n: i64, factor: u64, carry: u64) -> u64:
    """r[0:n] = a * factor + carry; the carry out is returned.  factor < 2**32, r may be a."""
    i = i64(0)
    while i + 2 <= n:
        pair = load64(at(a, i))
        low = carry + (pair & 0x3FFFFFFF) * factor
        high = (low >> 30) + (pair >> 32) * factor
        store64(at(r, i), (low & 0x3FFFFFFF) | (high & 0x3FFFFFFF) << 32)
        carry = high >> 30
        i += 2
    while i < n:
        carry = carry + digit(a, i) * factor
        set_digit(r, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    return carry


def divide_word(q: u64, a: u64, n: i64, divisor: u64) -> u64:
    """q[0:n] = a // divisor (q may be a); the remainder is returned.  0 < divisor < 2**32."""
    remainder = u64(0)
    i = n - 1
    while i >= 0:
        remainder = (remainder << 30) | digit(a, i)
        quotient = remainder // divisor
        set_digit(q, i, quotient)
        remainder = remainder - quotient * divisor
        i -= 1
    return remainder


def remainder_word(a: u64, n: i64, divisor: u64) -> u64:
    """a % divisor, 0 < divisor < 2**32."""
    remainder = u64(0)
    i = n - 1
    while i >= 0:
        remainder = ((remainder << 30) | digit(a, i)) % divisor
        i -= 1
    return remainder


def shift_left(r: u64, a: u64, n: i64, bits: i64) -> None:
    """r[0 : n + bits//30 + 1] = a << bits."""
    whole = bits // 30
    part = u64(bits - whole * 30)
    clear(r, whole)
    carry = u64(0)
    i = i64(0)
    while i < n:
        carry = carry | (digit(a, i) << part)
        set_digit(r, i + whole, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    set_digit(r, n + whole, carry)


def shift_right(r: u64, a: u64, n: i64, bits: i64) -> bool:
    """r[0 : n - bits//30] = a >> bits; True when a one bit was lost.  bits//30 < n; r may be a."""
    whole = bits // 30
    part = u64(bits - whole * 30)
    lost = False
    i = i64(0)
    while i < whole:
        if digit(a, i) != 0:
            lost = True
            break
        i += 1
    low = digit(a, whole)
    if (low & ((u64(1) << part) - 1)) != 0:
        lost = True
    i = whole
    while i < n - 1:
        high = digit(a, i + 1)
        set_digit(r, i - whole, ((low | (high << 30)) >> part) & 0x3FFFFFFF)
        low = high
        i += 1
    set_digit(r, i - whole, low >> part)
    return lost


# --- multiplication ----------------------------------------------------------------------------


def multiply_school(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na+nb] = a * b, four digits of a at a time, nb >= 4 or na < 4."""
    i = i64(0)
    if na < 4:
        clear(r, na + nb)
    else:
        clear(r, nb)
    while i + 4 <= na:
        _multiply_four(at(r, i), at(a, i), b, nb)
        i += 4
    while i < na:
        factor = digit(a, i)
        row = at(r, i)
        carry = u64(0)
        j = i64(0)
        while j < nb:
            carry = carry + digit(row, j) + factor * digit(b, j)
            set_digit(row, j, carry & 0x3FFFFFFF)
            carry = carry >> 30
            j += 1
        set_digit(row, nb, carry)
        i += 1


def _multiply_four(row: u64, a: u64, b: u64, nb: i64) -> None:
    """row[0:nb+4] = row[0:nb] + a[0:4] * b, nb >= 4: four products of a column fit a word."""
    f0 = digit(a, i64(0))
    f1 = digit(a, i64(1))
    f2 = digit(a, i64(2))
    f3 = digit(a, i64(3))
    b0 = u64(0)
    b1 = u64(0)
    b2 = u64(0)
    carry = u64(0)
    j = i64(0)
    while j < nb:
        following = digit(b, j)
        carry = carry + digit(row, j) + f0 * following + f1 * b0 + f2 * b1 + f3 * b2
        set_digit(row, j, carry & 0x3FFFFFFF)
        carry = carry >> 30
        b2 = b1
        b1 = b0
        b0 = following
        j += 1
    carry = carry + f1 * b0 + f2 * b1 + f3 * b2
    set_digit(row, nb, carry & 0x3FFFFFFF)
    carry = (carry >> 30) + f2 * b0 + f3 * b1
    set_digit(row, nb + 1, carry & 0x3FFFFFFF)
    carry = (carry >> 30) + f3 * b0
    set_digit(row, nb + 2, carry & 0x3FFFFFFF)
    set_digit(row, nb + 3, carry >> 30)


def multiply(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na+nb] = a * b; allocates scratch memory for long operands."""
    if na > nb:
        multiply(r, b, nb, a, na)
        return
    if na < 48:  # below, Karatsuba costs more than it saves
        multiply_school(r, a, na, b, nb)
        return
    if 2 * na <= nb:
        _multiply_lopsided(r, a, na, b, nb)
        return
    # a*b = ah*bh*X*X + ((ah+al)*(bh+bl) - ah*bh - al*bl)*X + al*bl, with X = 2**(30*half)
    half = nb // 2
    ah = at(a, half)
    bh = at(b, half)
    nah = na - half
    nbh = nb - half
    multiply(r, a, half, b, half)
    multiply(at(r, 2 * half), ah, nah, bh, nbh)
    size = nbh + 1  # nbh >= half and nbh >= nah
    scratch = new_with_tail(int, 4 * size)
    sum_a = tail_address(scratch)
    sum_b = at(sum_a, size)
    middle = at(sum_b, size)
    nsum_a = half if half > nah else nah
    if half > nah:
        add(sum_a, a, half, ah, nah)
    else:
        add(sum_a, ah, nah, a, half)
    add(sum_b, bh, nbh, b, half)
    nsum_a += 1
    multiply(middle, sum_a, nsum_a, sum_b, size)
    nmiddle = nsum_a + size
    subtract_from(middle, nmiddle, r, 2 * half)
    subtract_from(middle, nmiddle, at(r, 2 * half), nah + nbh)
    add_into(at(r, half), na + nb - half, middle, significant(middle, nmiddle))
    keep_alive(scratch)


def _multiply_lopsided(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """na is at most half of nb: cut b into pieces as long as a."""
    clear(r, na + nb)
    scratch = new_with_tail(int, 2 * na)
    product = tail_address(scratch)
    done = i64(0)
    while done < nb:
        n = nb - done
        if n > na:
            n = na
        multiply(product, a, na, at(b, done), n)
        add_into(at(r, done), na + nb - done, product, na + n)
        done += n
    keep_alive(scratch)


# --- division ----------------------------------------------------------------------------------


def divide(q: u64, r: u64, a: u64, na: i64, b: u64, nb: i64) -> bool:
    """q[0:na-nb+1] = a // b and r[0:nb] = a % b, for na >= nb >= 2, without leading zeros; is a % b not 0?

    Algorithm D, but nothing is shifted: the digits that guess are taken from where they would be.  q and r
    may be 0 when they are not wanted.
    """
    up = u64(30 - word_bits(digit(b, nb - 1)))
    down = 30 - up
    scratch = new_with_tail(int, na + 1)
    u = tail_address(scratch)
    copy(u, a, na)
    low = digit(b, nb - 2)
    top = digit(b, nb - 1) << up | low >> down
    second = low << up & 0x3FFFFFFF
    if nb > 2:
        second = second | digit(b, nb - 3) >> down
    j = na - nb
    while j >= 0:
        w = at(u, j)
        middle = digit(w, nb - 1)
        low = digit(w, nb - 2)
        high = (digit(w, nb) << 30 | middle) << up | low >> down
        third = low << up & 0x3FFFFFFF
        if j + nb > 2:
            third = third | digit(w, nb - 3) >> down
        guess = high // top
        rest = high - guess * top
        while guess >> 30 != 0 or guess * second > (rest << 30 | third):
            guess -= 1
            rest = rest + top
            if rest >> 30 != 0:
                break
        if guess != 0 and _subtract_multiple(w, b, nb, guess):
            guess -= 1
            add_back = _add_back(w, b, nb)
            set_digit(w, nb, (digit(w, nb) + add_back) & 0x3FFFFFFF)
        if q != 0:
            set_digit(q, j, guess)
        j -= 1
    if r != 0:
        copy(r, u, nb)
    inexact = significant(u, nb) != 0
    keep_alive(scratch)
    return inexact


def _subtract_multiple(w: u64, v: u64, n: i64, factor: u64) -> bool:
    """w[0:n+1] -= v * factor; True when the result would be negative (it has wrapped)."""
    carry = i64(0)
    i = i64(0)
    while i < n:
        carry = carry + i64(digit(w, i)) - i64(digit(v, i) * factor)
        set_digit(w, i, u64(carry) & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    carry = carry + i64(digit(w, n))
    set_digit(w, n, u64(carry) & 0x3FFFFFFF)
    return carry < 0


def _add_back(w: u64, v: u64, n: i64) -> u64:
    carry = u64(0)
    i = i64(0)
    while i < n:
        carry = carry + digit(w, i) + digit(v, i)
        set_digit(w, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
    return carry


# --- two's complement --------------------------------------------------------------------------


def complement(r: u64, a: u64, n: i64) -> None:
    """r[0:n] = 2**(30*n) - a; r may be a."""
    carry = u64(1)
    i = i64(0)
    while i < n:
        carry = carry + (digit(a, i) ^ 0x3FFFFFFF)
        set_digit(r, i, carry & 0x3FFFFFFF)
        carry = carry >> 30
        i += 1
