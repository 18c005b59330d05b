"""RSA from seeded primes: keys, encryption by CRT, signatures over SHA-256, padding errors, and attacks on weak keys."""

from __future__ import annotations

import hashlib
import math
import random
from dataclasses import dataclass, field


class CryptoError(Exception):
    """Something about a key or a message is wrong."""


class MessageTooLong(CryptoError):
    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} bytes do not fit in {limit}")
        self.size, self.limit = size, limit


def extended_gcd(a: int, b: int) -> tuple[int, int, int]:
    x0, x1, y0, y1 = 1, 0, 0, 1
    while b:
        q, a, b = a // b, b, a % b
        x0, x1 = x1, x0 - q * x1
        y0, y1 = y1, y0 - q * y1
    return a, x0, y0


def inverse(a: int, m: int) -> int:
    g, x, _ = extended_gcd(a % m, m)
    if g != 1:
        raise CryptoError(f"{a} has no inverse modulo {m}")
    return x % m


def crt(residues: list[int], moduli: list[int]) -> int:
    if len(residues) != len(moduli):
        raise ValueError("lengths differ")
    total, product = 0, 1
    for r, m in zip(residues, moduli):
        g = math.gcd(product, m)
        if (r - total) % g:
            raise CryptoError(f"x = {total} (mod {product}) contradicts x = {r} (mod {m})")
        step = (r - total) // g * inverse(product // g, m // g) % (m // g)
        total += product * step
        product = product // g * m
        total %= product
    return total


def probably_prime(n: int, source: random.Random, rounds: int = 12) -> bool:
    if n < 4:
        return n in (2, 3)
    if not n & 1:
        return False
    d, s = n - 1, 0
    while not d & 1:
        d >>= 1
        s += 1
    for _ in range(rounds):
        x = pow(source.randrange(2, n - 1), d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(s - 1):
            x = pow(x, 2, n)
            if x == n - 1:
                break
        else:
            return False
    return True


def make_prime(bits: int, e: int, source: random.Random) -> int:
    while True:
        p = source.getrandbits(bits) | 1 << (bits - 1) | 1 << (bits - 2) | 1
        if p % e != 1 and probably_prime(p, source):
            return p


@dataclass(frozen=True)
class PublicKey:
    n: int
    e: int

    @property
    def size(self) -> int:
        return (self.n.bit_length() + 7) // 8

    def encrypt(self, message: bytes, source: random.Random) -> bytes:
        limit = self.size - 11
        if len(message) > limit:
            raise MessageTooLong(len(message), limit)
        padding = bytes(source.randrange(1, 256) for _ in range(self.size - 3 - len(message)))
        block = b"\x00\x02" + padding + b"\x00" + message
        return pow(int.from_bytes(block, "big"), self.e, self.n).to_bytes(self.size, "big")

    def verify(self, message: bytes, signature: bytes) -> bool:
        value = pow(int.from_bytes(signature, "big"), self.e, self.n)
        return value == int.from_bytes(hashlib.sha256(message).digest(), "big") % self.n


@dataclass(frozen=True)
class PrivateKey:
    p: int
    q: int
    e: int = 65537
    d: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "d", inverse(self.e, math.lcm(self.p - 1, self.q - 1)))

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.p * self.q, self.e)

    def power(self, value: int) -> int:
        return crt(
            [pow(value, self.d % (self.p - 1), self.p), pow(value, self.d % (self.q - 1), self.q)],
            [self.p, self.q],
        )

    def decrypt(self, cipher: bytes) -> bytes:
        size = self.public.size
        block = self.power(int.from_bytes(cipher, "big")).to_bytes(size, "big")
        if block[:2] != b"\x00\x02":
            raise CryptoError(f"bad header {block[:2].hex()!r}" if block[0] else "bad header")
        _, found, message = block[2:].partition(b"\x00")
        if not found:
            raise CryptoError("no separator")
        return message

    def sign(self, message: bytes) -> bytes:
        digest = int.from_bytes(hashlib.sha256(message).digest(), "big") % self.public.n
        return self.power(digest).to_bytes(self.public.size, "big")


def integer_root(n: int, k: int) -> int:
    low, high = 0, 1 << (n.bit_length() // k + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**k <= n:
            low = middle
        else:
            high = middle - 1
    return low


def fermat(n: int) -> tuple[int, int]:
    a = math.isqrt(n - 1) + 1
    while True:
        b2 = a * a - n
        b = math.isqrt(b2)
        if b * b == b2:
            return a - b, a + b
        a += 1


def main() -> None:
    source = random.Random(1977)
    key = PrivateKey(make_prime(192, 65537, source), make_prime(192, 65537, source))
    print(key)
    print("n has", key.public.n.bit_length(), "bits, d", key.d)
    cipher = key.public.encrypt("naïve café".encode(), source)
    print(cipher.hex(), key.decrypt(cipher).decode())
    signature = key.sign(b"pay 10")
    print(key.public.verify(b"pay 10", signature), key.public.verify(b"pay 11", signature))
    for attempt in (b"x" * 37, b"x" * 38):
        try:
            print(len(key.decrypt(key.public.encrypt(attempt, source))))
        except MessageTooLong as error:
            print(type(error).__name__, error, error.size - error.limit)
    broken = bytes([cipher[0], cipher[1] ^ 1]) + cipher[2:]
    try:
        print(key.decrypt(broken))
    except CryptoError as error:
        print("refused:", str(error).split(" ")[0:2])
    # the same message to three people with e = 3
    keys = [PublicKey(make_prime(128, 3, source) * make_prime(128, 3, source), 3) for _ in range(3)]
    secret = int.from_bytes(b"attack at dawn", "big")
    cubes = crt([pow(secret, 3, k.n) for k in keys], [k.n for k in keys])
    root = integer_root(cubes, 3)
    print(root.to_bytes((root.bit_length() + 7) // 8, "big"))
    close = 10**20 + 39
    print(fermat(close * (close + 168)))
    for wrong in ([2, 3], [4, 6]), ([1, 2], [4, 6]), ([1, 3], [4, 6]):
        try:
            print(crt(*wrong))
        except CryptoError as error:
            print(error)
    try:
        pow(6, -1, 9)
    except ValueError as error:
        print(error)
    print(pow(3, -1, 10**30 + 57), pow(7, -3, 100), pow(-2, 5, 7), pow(2, 10, -1000))


main()
