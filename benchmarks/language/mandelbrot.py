"""Floats and bits: a picture of the Mandelbrot set, one bit a pixel (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


def checksum(size: int) -> int:
    """All bytes of the picture, eight pixels each, combined by xor."""
    total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        byte = 0
        for x in range(size):
            cr = 2.0 * x / size - 1.5
            zr = zi = zr2 = zi2 = 0.0
            escaped = 0
            for _ in range(50):
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    escaped = 1
                    break
            byte = (byte << 1) | escaped
            if x % 8 == 7:
                total ^= byte
                byte = 0
            elif x == size - 1:
                total ^= byte << (7 - x % 8)
    return total


def run() -> bool:
    return checksum(1) == 128 and checksum(150) == 240


if __name__ == "__main__":
    measure(run)
