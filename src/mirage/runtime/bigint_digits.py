"""Magnitudes: little-endian arrays of 60-bit digits in memory, named by address and count.

Every function takes addresses of u64 digits (`u64`) and counts (`i64`) and never uses `int`
arithmetic for digits, because that arithmetic ends here.  A magnitude may carry leading zero
digits; `significant` drops them.  Unless said otherwise a result must not overlap an operand.
Algorithms: Knuth, TAOCP 2, 4.3.1 (A, S, M, D); Karatsuba as in CPython's longobject.c.

A product of two digits has its lower 60 bits in `(a << 4) * b >> 4` and its upper ones in
`mul_high(a << 4, b)`: the upper ones are added to the next digit at once, and what waits for the
digit before is a carry of one or two bits alone.
"""

from __future__ import annotations

from mirage.lowlevel import (
    asm,
    copy_memory,
    fill_memory,
    i64,
    inline,
    keep_alive,
    load64,
    mul_high,
    new_with_tail,
    store64,
    tail_address,
    u8,
    u64,
)


@inline
def digit(a: u64, index: i64) -> u64:
    return load64(a + u64(index) * 8)


@inline
def set_digit(a: u64, index: i64, value: u64) -> None:
    """Store a digit; the caller has masked to 60 bits."""
    store64(a + u64(index) * 8, value)


@inline
def at(a: u64, index: i64) -> u64:
    """The address of digit `index`."""
    return a + u64(index) * 8


@inline
def divide_wide(high: u64, low: u64, divisor: u64) -> u64:
    """(high * 2**64 + low) // divisor, for high < divisor."""
    return asm("movq $2, %rdx; divq $3", "={ax},{ax},r,r,~{dx},~{flags}", low, high, divisor)


def clear(a: u64, n: i64) -> None:
    if n > 0:
        fill_memory(a, u8(0), u64(n) * 8)


def copy(target: u64, source: u64, n: i64) -> None:
    if n > 0:
        copy_memory(target, source, u64(n) * 8)


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
    return (n - 1) * 60 + word_bits(digit(a, n - 1))


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
    while i < nb:
        carry = carry + digit(a, i) + digit(b, i)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1
    while i < na:
        carry = carry + digit(a, i)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1
    set_digit(r, i, carry)


def subtract(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na] = a - b, a >= b; r may be a or b."""
    borrow = u64(0)
    i = i64(0)
    while i < nb:
        borrow = digit(a, i) - digit(b, i) - borrow
        set_digit(r, i, borrow & 0xFFFFFFFFFFFFFFF)
        borrow = borrow >> 63
        i += 1
    while i < na:
        borrow = digit(a, i) - borrow
        set_digit(r, i, borrow & 0xFFFFFFFFFFFFFFF)
        borrow = borrow >> 63
        i += 1


def add_into(r: u64, nr: i64, a: u64, na: i64) -> None:
    """r += a modulo 2**(60*nr); a may have leading zeros beyond nr."""
    carry = u64(0)
    n = na if na < nr else nr
    i = i64(0)
    while i < n:
        carry = carry + digit(r, i) + digit(a, i)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1
    while carry != 0 and i < nr:
        carry = carry + digit(r, i)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1


def subtract_from(r: u64, nr: i64, a: u64, na: i64) -> None:
    """r -= a; r >= a."""
    borrow = u64(0)
    n = na if na < nr else nr
    i = i64(0)
    while i < n:
        borrow = digit(r, i) - digit(a, i) - borrow
        set_digit(r, i, borrow & 0xFFFFFFFFFFFFFFF)
        borrow = borrow >> 63
        i += 1
    while borrow != 0 and i < nr:
        borrow = digit(r, i) - borrow
        set_digit(r, i, borrow & 0xFFFFFFFFFFFFFFF)
        borrow = borrow >> 63
        i += 1


def multiply_add_word(r: u64, a: u64, n: i64, factor: u64, carry: u64) -> u64:
    """r[0:n] = a * factor + carry; the carry out is returned.  factor and carry < 2**60, r may be a."""
    scaled = factor << 4
    upper = carry
    carry = u64(0)
    i = i64(0)
    while i + 2 <= n:
        word = digit(a, i)
        following = digit(a, i + 1)
        carry = carry + ((scaled * word >> 4) + upper)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = (carry >> 60) + ((scaled * following >> 4) + mul_high(scaled, word))
        set_digit(r, i + 1, carry & 0xFFFFFFFFFFFFFFF)
        upper = mul_high(scaled, following)
        carry = carry >> 60
        i += 2
    if i < n:
        word = digit(a, i)
        carry = (scaled * word >> 4) + upper + carry
        upper = mul_high(scaled, word)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
    return upper + carry


def divide_word(q: u64, a: u64, n: i64, divisor: u64) -> u64:
    """q[0:n] = a // divisor (q may be a); the remainder is returned.  0 < divisor < 2**60."""
    remainder = u64(0)
    i = n - 1
    while i >= 0:
        low = remainder << 60 | digit(a, i)
        quotient = divide_wide(remainder >> 4, low, divisor)
        set_digit(q, i, quotient)
        remainder = low - quotient * divisor
        i -= 1
    return remainder


def remainder_word(a: u64, n: i64, divisor: u64) -> u64:
    """a % divisor, 0 < divisor < 2**60."""
    remainder = u64(0)
    i = n - 1
    while i >= 0:
        low = remainder << 60 | digit(a, i)
        remainder = low - divide_wide(remainder >> 4, low, divisor) * divisor
        i -= 1
    return remainder


def shift_left(r: u64, a: u64, n: i64, bits: i64) -> None:
    """r[0 : n + bits//60 + 1] = a << bits."""
    whole = bits // 60
    part = u64(bits - whole * 60)
    clear(r, whole)
    carry = u64(0)
    i = i64(0)
    while i < n:
        word = digit(a, i)
        set_digit(r, i + whole, word << part & 0xFFFFFFFFFFFFFFF | carry)
        carry = word >> (60 - part)
        i += 1
    set_digit(r, n + whole, carry)


def shift_right(r: u64, a: u64, n: i64, bits: i64) -> bool:
    """r[0 : n - bits//60] = a >> bits; True when a one bit was lost.  bits//60 < n; r may be a."""
    whole = bits // 60
    part = u64(bits - whole * 60)
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
        set_digit(r, i - whole, (low >> part | high << (60 - part)) & 0xFFFFFFFFFFFFFFF)
        low = high
        i += 1
    set_digit(r, i - whole, low >> part)
    return lost


# --- multiplication ----------------------------------------------------------------------------


def multiply_school(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na+nb] = a * b."""
    if na == 0:
        clear(r, nb)
        return
    set_digit(r, nb, multiply_add_word(r, b, nb, digit(a, i64(0)), u64(0)))
    i = i64(1)
    while i < na:
        row = at(r, i)
        scaled = digit(a, i) << 4
        upper = u64(0)
        carry = u64(0)
        j = i64(0)
        while j < nb:
            word = digit(b, j)
            carry = (scaled * word >> 4) + upper + digit(row, j) + carry
            upper = mul_high(scaled, word)
            set_digit(row, j, carry & 0xFFFFFFFFFFFFFFF)
            carry = carry >> 60
            j += 1
        set_digit(row, nb, upper + carry)
        i += 1


def multiply(r: u64, a: u64, na: i64, b: u64, nb: i64) -> None:
    """r[0:na+nb] = a * b; allocates scratch memory for long operands."""
    if na > nb:
        multiply(r, b, nb, a, na)
        return
    if na < 32:  # below, Karatsuba costs more than it saves
        multiply_school(r, a, na, b, nb)
        return
    if 2 * na <= nb:
        _multiply_lopsided(r, a, na, b, nb)
        return
    # a*b = ah*bh*X*X + ((ah+al)*(bh+bl) - ah*bh - al*bl)*X + al*bl, with X = 2**(60*half)
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
    up = u64(60 - word_bits(digit(b, nb - 1)))
    down = 60 - up
    scratch = new_with_tail(int, na + 1)
    u = tail_address(scratch)
    copy(u, a, na)
    low = digit(b, nb - 2)
    top = digit(b, nb - 1) << up | low >> down
    second = low << up & 0xFFFFFFFFFFFFFFF
    if nb > 2:
        second = second | digit(b, nb - 3) >> down
    j = na - nb
    while j >= 0:
        w = at(u, j)
        middle = digit(w, nb - 1)
        low = digit(w, nb - 2)
        first = digit(w, nb) << up | middle >> down
        high = middle << up & 0xFFFFFFFFFFFFFFF | low >> down
        third = low << up & 0xFFFFFFFFFFFFFFF
        if j + nb > 2:
            third = third | digit(w, nb - 3) >> down
        if first >= top:
            guess = u64(0xFFFFFFFFFFFFFFF)
            rest = high + top
        else:
            high = first << 60 | high
            guess = divide_wide(first >> 4, high, top)
            rest = high - guess * top
        while rest >> 60 == 0:
            upper = mul_high(guess << 4, second)
            if upper < rest or upper == rest and (guess << 4) * second >> 4 <= third:
                break
            guess -= 1
            rest = rest + top
        if guess != 0 and _subtract_multiple(w, b, nb, guess):
            guess -= 1
            add_back = _add_back(w, b, nb)
            set_digit(w, nb, (digit(w, nb) + add_back) & 0xFFFFFFFFFFFFFFF)
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
    scaled = factor << 4
    upper = u64(0)
    carry = i64(0)
    i = i64(0)
    while i < n:
        word = digit(v, i)
        carry = carry + i64(digit(w, i) - (scaled * word >> 4) - upper)
        upper = mul_high(scaled, word)
        set_digit(w, i, u64(carry) & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1
    carry = carry + i64(digit(w, n) - upper)
    set_digit(w, n, u64(carry) & 0xFFFFFFFFFFFFFFF)
    return carry < 0


def _add_back(w: u64, v: u64, n: i64) -> u64:
    carry = u64(0)
    i = i64(0)
    while i < n:
        carry = carry + digit(w, i) + digit(v, i)
        set_digit(w, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1
    return carry


# --- two's complement --------------------------------------------------------------------------


def complement(r: u64, a: u64, n: i64) -> None:
    """r[0:n] = 2**(60*n) - a; r may be a."""
    carry = u64(1)
    i = i64(0)
    while i < n:
        carry = carry + (digit(a, i) ^ 0xFFFFFFFFFFFFFFF)
        set_digit(r, i, carry & 0xFFFFFFFFFFFFFFF)
        carry = carry >> 60
        i += 1
