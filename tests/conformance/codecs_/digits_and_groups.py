"""base64, CRC-32, hexadecimal digits, ints in other bases, common divisors and binomials: all short lengths and edges."""

from __future__ import annotations

import base64
import binascii
import math

state = 7


def rnd(n: int) -> int:
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % n


class I(int):
    pass


def main() -> None:
    for size in range(0, 60):
        data = bytes([rnd(256) for _ in range(size)])
        e = base64.b64encode(data)
        print(
            e,
            binascii.crc32(data),
            binascii.crc32(data, 12345),
            binascii.crc32(data, -1),
            binascii.crc32(data, 1 << 70),
        )
        assert base64.b64decode(e) == data and base64.b64decode(e[:5] + b"\n" + e[5:]) == data
        assert base64.b64decode(base64.encodebytes(data)) == data
        assert binascii.unhexlify(data.hex()) == data == binascii.unhexlify(data.hex().upper())
        for bad in (
            e[:-1],
            e + e,
            b"=" + e,
            e[:4] + b"=" + e[4:],
            e[:3] + b"!" + e[3:],
            e + b"\n",
            e[1:],
            e[2:],
            e[:1],
            e[:6] + b"==" + e[6:],
        ):
            for strict in (False, True):
                try:
                    print(bad, strict, binascii.a2b_base64(bad, strict_mode=strict))
                except binascii.Error as error:
                    print(bad, strict, error)
        for odd in (data.hex() + "g", data.hex() + "zz", "0" + data.hex(), data.hex()[:-1] + "@"):
            try:
                print(binascii.unhexlify(odd))
            except binascii.Error as error:
                print(error)
        print(
            binascii.crc32(bytearray(data)),
            binascii.b2a_base64(memoryview(data)[1:]),
            base64.b64decode("QUJD\r\nREVG=="),
        )
    for n in (0, 1, -1, 255, -256, 2**61, -(2**62), 2**62, 3**50, True, False):
        print(
            f"{n:x} {n:X} {n:#x} {n:b} {n:#o} {n:08b} {n:#010x} {n:>12x} {n:<12X}| {n:^+14x} {n:*=12o} {n:_b}",
            hex(n),
            bin(n),
            oct(n),
        )
        print("{:x} {:08b}".format(n, n), "%x" % n)
    print(hex(I(77)), f"{I(77):x} {I(-5):#b}")
    for i in range(0, 130, 3):
        print(math.factorial(i) % 1000003, [math.comb(i, k) for k in range(0, i, 7)], math.perm(i, i // 3))
    print(
        math.gcd(),
        math.gcd(0, 0),
        math.gcd(-12, 18),
        math.gcd(3**200 * 5, 5**90 * 9),
        math.lcm(2**70, 6),
        math.gcd(True, 4),
    )
    try:
        print(f"{5:.3x}")
    except ValueError as error:
        print(error)


main()
