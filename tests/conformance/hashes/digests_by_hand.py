"""MD5, SHA-1, SHA-256, SipHash and HMAC written out over words that wrap; streams in parts; compared with hashlib."""

from __future__ import annotations

import hashlib
import hmac
import math
import struct
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

M32 = 0xFFFFFFFF
M64 = 0xFFFFFFFFFFFFFFFF


def rol(x: int, n: int, bits: int = 32) -> int:
    mask = (1 << bits) - 1
    return (x << n | x >> bits - n) & mask


def primes(count: int) -> list[int]:
    found: list[int] = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def root_bits(n: int, cubic: bool) -> int:
    """The first 32 bits of the fraction of the square or cube root."""
    if not cubic:
        return math.isqrt(n << 64) & M32
    low, high = 0, n << 32
    while low < high:
        middle = (low + high + 1) // 2
        if middle**3 <= n << 96:
            low = middle
        else:
            high = middle - 1
    return low & M32


class Digest(ABC):
    name: ClassVar[str]
    order: ClassVar[str] = ">"
    start: ClassVar[Sequence[int]]
    known: ClassVar[dict[str, type[Digest]]] = {}

    def __init_subclass__(cls) -> None:
        Digest.known[cls.name] = cls

    def __init__(self, data: bytes = b"") -> None:
        self.state = list(self.start)
        self.pending = b""
        self.length = 0
        self.update(data)

    def update(self, data: bytes) -> Digest:
        self.length += len(data)
        data = self.pending + data
        whole = len(data) - len(data) % 64
        for at in range(0, whole, 64):
            self.block(struct.unpack_from(f"{self.order}16I", data, at))
        self.pending = data[whole:]
        return self

    @abstractmethod
    def block(self, words: tuple[int, ...]) -> None: ...

    def copy(self) -> Digest:
        other = type(self)()
        other.state, other.pending, other.length = self.state[:], self.pending, self.length
        return other

    def digest(self) -> bytes:
        last = self.copy()
        bits = struct.pack(f"{self.order}Q", self.length * 8)
        last.update(b"\x80" + bytes((55 - self.length) % 64) + bits)
        assert not last.pending
        return struct.pack(f"{self.order}{len(last.state)}I", *last.state)

    def add(self, *values: int) -> None:
        self.state = [(a + b) & M32 for a, b in zip(self.state, values)]


class Md5(Digest):
    name = "md5"
    order = "<"
    start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
    K = [int(abs(math.sin(i + 1)) * 2**32) for i in range(64)]
    S = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]

    def block(self, words: tuple[int, ...]) -> None:
        a, b, c, d = self.state
        for i in range(64):
            match i // 16:
                case 0:
                    f, g = b & c | ~b & d, i
                case 1:
                    f, g = d & b | ~d & c, 5 * i + 1
                case 2:
                    f, g = b ^ c ^ d, 3 * i + 5
                case _:
                    f, g = c ^ (b | ~d), 7 * i
            turned = rol(a + f + self.K[i] + words[g % 16] & M32, self.S[i // 16][i % 4])
            a, d, c, b = d, c, b, (b + turned) & M32
        self.add(a, b, c, d)


class Sha1(Digest):
    name = "sha1"
    start = (*Md5.start, 0xC3D2E1F0)

    def block(self, words: tuple[int, ...]) -> None:
        w = list(words)
        for i in range(16, 80):
            w.append(rol(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1))
        a, b, c, d, e = self.state
        for i, word in enumerate(w):
            f, k = (
                (d ^ b & (c ^ d), 0x5A827999),
                (b ^ c ^ d, 0x6ED9EBA1),
                (b & c | d & (b | c), 0x8F1BBCDC),
                (b ^ c ^ d, 0xCA62C1D6),
            )[i // 20]
            a, b, c, d, e = (rol(a, 5) + f + e + k + word) & M32, a, rol(b, 30), c, d
        self.add(a, b, c, d, e)


class Sha256(Digest):
    name = "sha256"
    start = tuple(root_bits(p, False) for p in primes(8))
    K = [root_bits(p, True) for p in primes(64)]

    def block(self, words: tuple[int, ...]) -> None:
        w = list(words)
        for i in range(16, 64):
            x, y = w[i - 15], w[i - 2]
            s0 = rol(x, 25) ^ rol(x, 14) ^ x >> 3
            s1 = rol(y, 15) ^ rol(y, 13) ^ y >> 10
            w.append((w[i - 16] + s0 + w[i - 7] + s1) & M32)
        a, b, c, d, e, f, g, h = self.state
        for k, word in zip(self.K, w, strict=True):
            t1 = h + (rol(e, 26) ^ rol(e, 21) ^ rol(e, 7)) + (e & f ^ ~e & g) + k + word
            t2 = (rol(a, 30) ^ rol(a, 19) ^ rol(a, 10)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (t1 + t2) & M32, a, b, c, (d + t1) & M32, e, f, g
        self.add(a, b, c, d, e, f, g, h)


def keyed(make: Callable[[bytes], Digest], key: bytes, message: bytes) -> bytes:
    if len(key) > 64:
        key = make(key).digest()
    key = key.ljust(64, b"\0")
    inner = make(bytes(k ^ 0x36 for k in key) + message).digest()
    return make(bytes(k ^ 0x5C for k in key) + inner).digest()


def siphash(key: bytes, data: bytes) -> int:
    k0: int
    k1: int
    k0, k1 = struct.unpack("<QQ", key)
    v = [k0 ^ 0x736F6D6570736575, k1 ^ 0x646F72616E646F6D, k0 ^ 0x6C7967656E657261, k1 ^ 0x7465646279746573]

    def rounds(n: int) -> None:
        for _ in range(n):
            v[0] = v[0] + v[1] & M64
            v[2] = v[2] + v[3] & M64
            v[1], v[3] = rol(v[1], 13, 64) ^ v[0], rol(v[3], 16, 64) ^ v[2]
            v[0] = rol(v[0], 32, 64)
            v[2] = v[2] + v[1] & M64
            v[0] = v[0] + v[3] & M64
            v[1], v[3] = rol(v[1], 17, 64) ^ v[2], rol(v[3], 21, 64) ^ v[0]
            v[2] = rol(v[2], 32, 64)

    padded = data + bytes(-(len(data) + 1) % 8) + bytes([len(data) & 255])
    for (word,) in struct.iter_unpack("<Q", padded):
        v[3] ^= word
        rounds(2)
        v[0] ^= word
    v[2] ^= 0xFF
    rounds(4)
    folded: int = v[0] ^ v[1] ^ v[2] ^ v[3]
    return folded


def main() -> None:
    texts = [b"", b"abc", b"a" * 55, b"a" * 56, b"a" * 64, bytes(range(256)) * 3]
    for name, kind in Digest.known.items():
        for text in texts:
            ours, theirs = kind(text).digest(), hashlib.new(name, text).digest()
            print(name, len(text), ours.hex()[:20], ours == theirs)
        stream = kind()
        for i in range(0, 300, 7):
            stream.update(texts[-1][i : i + 7])
        middle = stream.digest()
        print(
            middle == hashlib.new(name, texts[-1][:301]).digest(),
            stream.update(b"!").digest() != middle,
            stream.length,
        )
        for key in (b"", b"key", b"k" * 100):
            assert keyed(kind, key, b"message") == hmac.digest(key, b"message", name)
    print(
        f"{siphash(bytes(range(16)), bytes(range(15))):016x}",
        f"{siphash(bytes(16), b''):x}",
        Sha256.K[:2],
        [f"{s:08x}" for s in Sha256.start[:3]],
    )
    collide = [kind(b"x").digest()[0] for kind in Digest.known.values()]
    print(
        collide, list(Digest.known), Md5(b"hello").update(b" world").digest() == Md5(b"hello world").digest()
    )
    print(
        min(range(2000), key=lambda n: hashlib.sha256(str(n).encode()).digest()),
        next(n for n in range(10**5) if hashlib.md5(b"%d" % n).hexdigest().startswith("000")),
    )


main()
