"""Very large ints: products, quotients and decimal text beyond the quadratic algorithms."""

import sys

sys.set_int_max_str_digits(0)


def checksum(n: int) -> int:
    """A small number that depends on every bit."""
    return n % (2**61 - 1) ^ (n % 1000003)


def fib(n: int) -> int:
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


big = fib(200_000)
text = str(big)
print(len(text), text[:40], text[-40:], int(text) == big, checksum(big))
for exponent in (1999, 2000, 2001, 4000, 6000, 20000, 40001):
    for offset in (-1, 0, 1):
        number = 10**exponent + offset
        shown = str(number)
        print(exponent, offset, len(shown), shown[:3], shown[-3:], int(shown) == number, str(-number) == "-" + shown)
a, b = 7**40000, 3**30011
for x, y in ((a, b), (a, -b), (-a, b), (-a, -b), (a * b, b), (a * b + 1, b), (a * b - 1, a), (2**100000, 2**50000), (2**100000 - 1, 2**50000 - 1), (b, a), (a, 12345), (a, b >> 30000)):
    q, r = divmod(x, y)
    print(checksum(abs(q)), checksum(abs(r)), q * y + r == x, abs(r) < abs(y), q == x // y, r == x % y, (r >= 0) == (y > 0) or r == 0)
print(checksum(pow(3, a, b)), checksum((a << 777) // (b << 333)), a * b // a == b, (a * a - b * b) // (a + b) == a - b)
digits = 4000


def pi(places: int) -> str:
    """Machin's formula in integers."""
    unit = 10 ** (places + 10)

    def arctan(x: int) -> int:
        total = term = unit // x
        n, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // n)
            sign, n = -sign, n + 2
        return total

    return str((16 * arctan(5) - 4 * arctan(239)) // 10**10)


shown = pi(digits)
print(shown[:50], shown[-50:], len(shown))
print(f"{big:,}"[:40], f"{10**5000:>5010}"[:12], "%d" % (10**4500) == "1" + "0" * 4500, len(f"{big:x}"))
