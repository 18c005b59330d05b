"""Number theory from the math module and by hand."""

import math


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


print(gcd(1071, 462), gcd(2**80, 6**30), math.gcd(12, 18), math.gcd(2**70, 2**65 * 3))
print([math.isqrt(n) for n in (0, 1, 15, 16, 17, 10**20, 2**101)])
print(math.factorial(20), math.factorial(30), math.comb(10, 3), math.comb(60, 30))


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


print([n for n in range(60) if is_prime(n)])
