"""Arithmetic coding with adaptive counts, a bit stream, and comparisons with entropy; huge ints as intervals."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

END = 256


class BitWriter:
    def __init__(self) -> None:
        self.bits: list[int] = []
        self.pending = 0

    def put(self, bit: int) -> None:
        self.bits.append(bit)
        self.bits.extend([1 - bit] * self.pending)
        self.pending = 0

    def bytes(self) -> bytes:
        padded = self.bits + [0] * (-len(self.bits) % 8)
        return bytes(int("".join(map(str, padded[i : i + 8])), 2) for i in range(0, len(padded), 8))


def bits_of(data: bytes) -> Iterator[int]:
    for byte in data:
        for shift in range(7, -1, -1):
            yield byte >> shift & 1
    while True:
        yield 0


class Model:
    """Counts of symbols; every symbol has at least one."""

    def __init__(self, symbols: int = 257) -> None:
        self.counts = [1] * symbols
        self.total = symbols

    def span(self, symbol: int) -> tuple[int, int]:
        low = sum(self.counts[:symbol])
        return low, low + self.counts[symbol]

    def find(self, value: int) -> int:
        for symbol, count in enumerate(self.counts):
            if value < count:
                return symbol
            value -= count
        raise AssertionError(value)

    def update(self, symbol: int) -> None:
        self.counts[symbol] += 24
        self.total += 24
        if self.total > 1 << 14:
            self.counts = [(c + 1) // 2 for c in self.counts]
            self.total = sum(self.counts)


TOP = (1 << 32) - 1
HALF, QUARTER = 1 << 31, 1 << 30


def encode(data: bytes) -> bytes:
    model, out = Model(), BitWriter()
    low, high = 0, TOP
    for symbol in [*data, END]:
        start, stop = model.span(symbol)
        size = high - low + 1
        low, high = low + size * start // model.total, low + size * stop // model.total - 1
        model.update(symbol)
        while True:
            if high < HALF:
                out.put(0)
            elif low >= HALF:
                out.put(1)
                low, high = low - HALF, high - HALF
            elif low >= QUARTER and high < HALF + QUARTER:
                out.pending += 1
                low, high = low - QUARTER, high - QUARTER
            else:
                break
            low, high = 2 * low, 2 * high + 1
    out.pending += 1
    out.put(0 if low < QUARTER else 1)
    return out.bytes()


def decode(data: bytes) -> bytes:
    model, source = Model(), bits_of(data)
    value = 0
    for _ in range(32):
        value = value << 1 | next(source)
    low, high = 0, TOP
    result = bytearray()
    while True:
        size = high - low + 1
        symbol = model.find(((value - low + 1) * model.total - 1) // size)
        if symbol == END:
            return bytes(result)
        result.append(symbol)
        start, stop = model.span(symbol)
        low, high = low + size * start // model.total, low + size * stop // model.total - 1
        model.update(symbol)
        while high < HALF or low >= HALF or (low >= QUARTER and high < HALF + QUARTER):
            shift = 0 if high < HALF else HALF if low >= HALF else QUARTER
            low, high, value = low - shift, high - shift, value - shift
            low, high, value = 2 * low, 2 * high + 1, 2 * value | next(source)
        if len(result) > 5000:
            raise ValueError("endless data")


def exact(text: str) -> tuple[Fraction, int]:
    """The interval of a text under fixed frequencies, and the bits it needs."""
    order = sorted(set(text))
    share = {c: Fraction(text.count(c), len(text)) for c in order}
    low, width = Fraction(0), Fraction(1)
    for char in text:
        low += width * sum((share[c] for c in order if c < char), Fraction(0))
        width *= share[char]
    bits = (1 / width).__ceil__().bit_length()
    return Fraction((low * 2**bits).__ceil__(), 2**bits), bits


def entropy(data: Iterable[int]) -> float:
    items = list(data)
    counts = {x: items.count(x) for x in set(items)}
    return math.fsum(-n / len(items) * math.log2(n / len(items)) for n in counts.values()) if items else 0.0


SAMPLES = {
    "empty": b"",
    "one": b"x",
    "runs": b"a" * 500,
    "text": "the rain in Spain stays mainly in the plain; ".encode() * 6,
    "binary": bytes(range(256)),
    "umlauts": "äöüß".encode() * 20,
    "alternating": b"\x00\xff" * 100,
}
for name, data in SAMPLES.items():
    packed = encode(data)
    assert decode(packed) == data, name
    bound = entropy(data) * len(data) / 8
    print(
        f"{name:<12}{len(data):>4} -> {len(packed):>4} bytes, order-0 bound {bound:8.2f}  {packed[:6].hex()}"
    )
for text in ["abracadabra", "aaaa", "mississippi", "a", "hello world"]:
    value, bits = exact(text)
    print(
        f"{text:<12} {bits:>3} bits, value {value.numerator}/2^{value.denominator.bit_length() - 1} ~ {float(value):.6f}"
    )
try:
    decode(b"\x80\x00\x01")
except (ValueError, AssertionError) as error:
    print(type(error).__name__, error)
