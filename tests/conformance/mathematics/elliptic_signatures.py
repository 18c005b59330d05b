"""Elliptic curves: the group law, orders counted, scalar multiples, ECDSA on secp256k1, Diffie-Hellman, malformed points."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final


class CurveError(ValueError):
    pass


@dataclass(frozen=True)
class Curve:
    p: int
    a: int
    b: int
    name: str = "toy"

    def __contains__(self, xy: tuple[int, int]) -> bool:
        x, y = xy
        return (y * y - x * x * x - self.a * x - self.b) % self.p == 0

    def point(self, x: int, y: int) -> Point:
        if (x, y) not in self:
            raise CurveError(f"({x:#x}, {y:#x}) is not on {self.name}")
        return Point(self, x, y)

    @cached_property
    def zero(self) -> Point:
        return Point(self, 0, 0, True)

    def lift(self, x: int, odd: bool) -> Point:
        square = (x**3 + self.a * x + self.b) % self.p
        y = pow(square, (self.p + 1) // 4, self.p)
        if y * y % self.p != square:
            raise CurveError(f"no point with x = {x:#x}")
        return self.point(x, y if y % 2 == odd else self.p - y)

    def points(self) -> Iterator[Point]:
        yield self.zero
        for x in range(self.p):
            for y in range(self.p):
                if (x, y) in self:
                    yield Point(self, x, y)


@dataclass(frozen=True)
class Point:
    curve: Curve
    x: int
    y: int
    infinite: bool = False

    def __neg__(self) -> Point:
        return self if self.infinite else Point(self.curve, self.x, -self.y % self.curve.p)

    def __add__(self, other: Point) -> Point:
        if not isinstance(other, Point):
            return NotImplemented
        if self.infinite or other.infinite:
            return other if self.infinite else self
        p = self.curve.p
        if self.x == other.x:
            if (self.y + other.y) % p == 0:
                return self.curve.zero
            slope = (3 * self.x * self.x + self.curve.a) * pow(2 * self.y, -1, p)
        else:
            slope = (other.y - self.y) * pow(other.x - self.x, -1, p)
        x = (slope * slope - self.x - other.x) % p
        return Point(self.curve, x, (slope * (self.x - x) - self.y) % p)

    def __sub__(self, other: Point) -> Point:
        return self + -other

    def __mul__(self, k: int) -> Point:
        if k < 0:
            return -self * -k
        total, power = self.curve.zero, self
        while k:
            if k & 1:
                total += power
            power += power
            k >>= 1
        return total

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return not self.infinite

    def order(self) -> int:
        n, q = 1, self
        while q:
            n, q = n + 1, q + self
        return n

    def pack(self) -> bytes:
        size = (self.curve.p.bit_length() + 7) // 8
        return bytes([2 + self.y % 2]) + self.x.to_bytes(size, "big") if self else b"\0"

    @classmethod
    def unpack(cls, curve: Curve, data: bytes) -> Point:
        match data:
            case b"\0":
                return curve.zero
            case bytes() if data[:1] in (b"\2", b"\3") and len(data) == 1 + (curve.p.bit_length() + 7) // 8:
                return curve.lift(int.from_bytes(data[1:], "big"), data[0] == 3)
        raise CurveError(f"malformed point {data[:4].hex()}.. of {len(data)} bytes")

    def __str__(self) -> str:
        return f"({self.x}, {self.y})" if self else "O"


SECP: Final = Curve(2**256 - 2**32 - 977, 0, 7, "secp256k1")
ORDER: Final = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
G: Final = SECP.point(
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
)


def nonce(secret: int, digest: bytes) -> Iterator[int]:
    """RFC 6979: nonces that depend on the key and the message alone."""
    v, k = b"\1" * 32, b"\0" * 32
    seed = secret.to_bytes(32, "big") + (int.from_bytes(digest, "big") % ORDER).to_bytes(32, "big")
    for mark in (b"\0", b"\1"):
        k = hmac.new(k, v + mark + seed, "sha256").digest()
        v = hmac.digest(k, v, "sha256")
    while True:
        v = hmac.digest(k, v, "sha256")
        yield int.from_bytes(v, "big")
        k = hmac.digest(k, v + b"\0", "sha256")
        v = hmac.digest(k, v, "sha256")


def sign(secret: int, message: bytes) -> tuple[int, int]:
    digest = hashlib.sha256(message).digest()
    for k in nonce(secret, digest):
        if not 1 <= k < ORDER:
            continue
        r = (k * G).x % ORDER
        s = pow(k, -1, ORDER) * (int.from_bytes(digest, "big") + r * secret) % ORDER
        if r and s:
            return r, min(s, ORDER - s)
    raise AssertionError


def verify(key: Point, message: bytes, signature: tuple[int, int]) -> bool:
    r, s = signature
    if not (0 < r < ORDER and 0 < s < ORDER):
        return False
    w = pow(s, -1, ORDER)
    z = int.from_bytes(hashlib.sha256(message).digest(), "big")
    found = z * w % ORDER * G + r * w % ORDER * key
    return bool(found) and found.x % ORDER == r


def main() -> None:
    toy = Curve(97, 2, 3)
    points = list(toy.points())
    p, q = toy.point(3, 6), toy.point(80, 10)
    print(len(points), p + q, p + p, p - p, 5 * p, -2 * p == p * -2, p.order(), len(points) % p.order())
    print(all(a + b == b + a and (a + b) in points for a in points[:12] for b in points[40:52]))
    print(
        sorted({a.order() for a in points if a}),
        [str(k * p) for k in range(7)],
        (p + q) + points[9] == p + (q + points[9]),
    )
    print(
        {p: 1, 6 * p: 2}[p * (1 + p.order())], bool(toy.zero), str(-toy.zero), hash(toy.zero) == hash(p - p)
    )
    print(ORDER * G, (ORDER - 1) * G == -G, hex((2 * G).x))
    alice, bob = 0xC9AFA9D845BA75166B5C215767B1D693, 2**255 + 12345
    print((alice * (bob * G)).pack().hex() == (bob * (alice * G)).pack().hex(), (alice * G).pack().hex())
    signature = sign(alice, b"sample")
    print(*map(hex, signature))
    key = Point.unpack(SECP, (alice * G).pack())
    r, s = signature
    print(
        verify(key, b"sample", signature),
        verify(key, b"Sample", signature),
        verify(-key, b"sample", signature),
        verify(key, b"sample", (r, ORDER - s)),
        verify(key, b"sample", (0, s)),
    )
    r1, s1 = sign(1, b"All those moments will be lost in time, like tears in rain. Time to die...")
    print(f"{r1:064x} {s1:064x}")
    for bad in (
        b"",
        b"\x04ab",
        b"\2" + bytes(32),
        b"\2" + (5).to_bytes(32, "big"),
        b"\3" + (1).to_bytes(32, "big"),
    ):
        try:
            print(Point.unpack(SECP, bad).y % 2)
        except CurveError as error:
            print(error)
    try:
        toy.point(1, 1)
    except ValueError as error:
        print(type(error).__name__, error)


main()
