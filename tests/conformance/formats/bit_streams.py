"""Streams of bits: fields of any width, Exp-Golomb and Elias codes, Rice coding of residuals, packed records, underruns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import accumulate, pairwise


class Underrun(EOFError):
    def __init__(self, wanted: int, left: int) -> None:
        super().__init__(f"{wanted} bits wanted, {left} left")
        self.wanted, self.left = wanted, left


class BitWriter:
    def __init__(self) -> None:
        self.buffer = 0
        self.count = 0

    def put(self, value: int, width: int) -> BitWriter:
        if not 0 <= value < 1 << width:
            raise OverflowError(f"{value} does not fit in {width} bits")
        self.buffer = self.buffer << width | value
        self.count += width
        return self

    def unary(self, n: int) -> BitWriter:
        return self.put((1 << n) - 1 << 1, n + 1)

    def gamma(self, n: int) -> BitWriter:
        width = n.bit_length()
        return self.put(n, 2 * width - 1)

    def delta(self, n: int) -> BitWriter:
        width = n.bit_length()
        return self.gamma(width).put(n & ~(1 << width - 1), width - 1)

    def golomb(self, n: int) -> BitWriter:
        """Signed Exp-Golomb, as video streams have it."""
        return self.gamma((2 * n if n > 0 else -2 * n + 1) or 1)

    def rice(self, n: int, k: int) -> BitWriter:
        folded = n << 1 ^ n >> 63
        self.unary(folded >> k)
        return self.put(folded & (1 << k) - 1, k) if k else self

    def __bytes__(self) -> bytes:
        padding = -self.count % 8
        return (self.buffer << padding).to_bytes((self.count + padding) // 8, "big")

    def __str__(self) -> str:
        return f"{self.buffer:0{self.count}b}" if self.count else ""


class BitReader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    @cached_property
    def whole(self) -> int:
        return int.from_bytes(self.data, "big")

    def __len__(self) -> int:
        return 8 * len(self.data) - self.at

    def take(self, width: int) -> int:
        if width > len(self):
            raise Underrun(width, len(self))
        self.at += width
        return self.whole >> len(self) & (1 << width) - 1

    def unary(self) -> int:
        n = 0
        while self.take(1):
            n += 1
        return n

    def gamma(self) -> int:
        zeros = 0
        while not self.take(1):
            zeros += 1
        return 1 << zeros | self.take(zeros)

    def delta(self) -> int:
        width = self.gamma()
        return 1 << width - 1 | self.take(width - 1)

    def golomb(self) -> int:
        n = self.gamma()
        return -(n // 2) if n & 1 else n // 2

    def rice(self, k: int) -> int:
        folded = self.unary() << k | self.take(k)
        return folded >> 1 ^ -(folded & 1)

    def __iter__(self) -> Iterator[int]:
        while self:
            yield self.take(1)


@dataclass
class Packet:
    """A header whose fields know their width by position."""

    version: int
    flags: int
    length: int
    sequence: int
    urgent: bool

    @staticmethod
    def widths() -> tuple[int, ...]:
        return 4, 6, 13, 20, 1

    def pack(self) -> bytes:
        writer = BitWriter()
        values = (self.version, self.flags, self.length, self.sequence, self.urgent)
        for value, width in zip(values, self.widths(), strict=True):
            writer.put(value, width)
        return bytes(writer)

    @classmethod
    def unpack(cls, data: bytes) -> Packet:
        reader = BitReader(data)
        version, flags, length, sequence, urgent = map(reader.take, cls.widths())
        return cls(version, flags, length, sequence, bool(urgent))


def compress(samples: Iterable[int]) -> tuple[int, bytes]:
    """Differences of neighbours by the best Rice parameter."""
    residuals = [b - a for a, b in pairwise([0, *samples])]
    best: tuple[int, BitWriter] | None = None
    for k in range(9):
        writer = BitWriter()
        for residual in residuals:
            writer.rice(residual, k)
        if best is None or writer.count < best[1].count:
            best = k, writer
    assert best is not None
    return best[0], bytes(best[1])


def expand(k: int, data: bytes, count: int) -> list[int]:
    reader = BitReader(data)
    return list(accumulate(reader.rice(k) for _ in range(count)))


def main() -> None:
    for n in (1, 2, 3, 8, 17, 1000):
        print(
            n,
            BitWriter().gamma(n),
            BitWriter().delta(n),
            BitWriter().unary(min(n, 9)),
            BitWriter().rice(n, 3),
        )
    for n in range(-3, 4):
        print(
            n,
            BitWriter().golomb(n),
            BitWriter().rice(n, 0),
            BitWriter().rice(n, 2),
            BitReader(bytes(BitWriter().golomb(n))).golomb(),
        )
    writer = BitWriter()
    numbers = [1, 5, 100, 2**40, 7, 2**63 - 1, 3]
    for n in numbers:
        writer.delta(n).gamma(n)
    data = bytes(writer)
    reader = BitReader(data)
    print(
        writer.count,
        data.hex(),
        [(reader.delta(), reader.gamma()) for _ in numbers],
        len(reader),
        list(reader),
    )
    packet = Packet(6, 0b101010, 8191, 0xABCDE, True)
    raw = packet.pack()
    print(
        raw.hex(),
        Packet.unpack(raw) == packet,
        Packet.unpack(bytes(6)),
        [f.name for f in fields(Packet)],
        sum(Packet.widths()),
    )
    samples = [round(1000 * (i % 17 - 8) ** 3 / 512) for i in range(60)]
    k, packed = compress(samples)
    print(k, len(packed), packed[:12].hex(), expand(k, packed, 60) == samples, samples[:6])
    print(compress([]), compress([0] * 20), compress([2**12, -(2**12)])[0])
    tries: list[Callable[[], object]] = [
        lambda: BitWriter().put(8, 3),
        lambda: BitWriter().put(-1, 8),
        lambda: BitReader(b"\xff").unary(),
        lambda: BitReader(b"\x00\x00").gamma(),
        lambda: Packet.unpack(raw[:4]),
        lambda: Packet(16, 0, 0, 0, False).pack(),
        lambda: expand(2, packed[:3], 60),
        lambda: BitWriter().gamma(0),
        lambda: list(zip("ab", "abc", strict=True)),
    ]
    for attempt in tries:
        try:
            print(attempt())
        except Underrun as error:
            print("underrun", error, error.wanted - error.left)
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)


main()
