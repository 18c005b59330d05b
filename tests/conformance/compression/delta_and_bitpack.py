"""Columns of ints packed by delta, zigzag, frame of reference, dictionary and bitmap; the smallest is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


def zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def unzigzag(value: int) -> int:
    return -(value + 1 >> 1) if value & 1 else value >> 1


def varint(value: int) -> bytes:
    if value < 0:
        raise ValueError(f"varint of {value}")
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


class Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def byte(self) -> int:
        if self.at >= len(self.data):
            raise EOFError(f"end of data after {self.at} bytes")
        self.at += 1
        return self.data[self.at - 1]

    def varint(self) -> int:
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 127) << shift
            if byte < 128:
                return result
            shift += 7

    def take(self, size: int) -> bytes:
        part = self.data[self.at : self.at + size]
        self.at += size
        return part


def pack(values: Iterable[int], width: int) -> bytes:
    total = 0
    for place, value in enumerate(values):
        if value >> width:
            raise OverflowError(f"{value} does not fit into {width} bits")
        total |= value << (place * width)
    return total.to_bytes((total.bit_length() + 7) // 8, "little")


def unpack(data: bytes, width: int, length: int) -> Iterator[int]:
    total = int.from_bytes(data, "little")
    mask = (1 << width) - 1
    return (total >> (place * width) & mask for place in range(length))


class Codec(NamedTuple):
    name: str
    encode: Callable[[Sequence[int]], bytes]
    decode: Callable[[Reader], list[int]]


def encode_delta(values: Sequence[int]) -> bytes:
    steps = [b - a for a, b in zip([0, *values], values)]
    return varint(len(values)) + b"".join(varint(zigzag(step)) for step in steps)


def decode_delta(reader: Reader) -> list[int]:
    result: list[int] = []
    total = 0
    for _ in range(reader.varint()):
        total += unzigzag(reader.varint())
        result.append(total)
    return result


def encode_frame(values: Sequence[int]) -> bytes:
    low = min(values, default=0)
    width = max((v - low for v in values), default=0).bit_length()
    body = pack((v - low for v in values), width)
    return varint(len(values)) + varint(zigzag(low)) + varint(width) + varint(len(body)) + body


def decode_frame(reader: Reader) -> list[int]:
    length, low, width, size = reader.varint(), unzigzag(reader.varint()), reader.varint(), reader.varint()
    return [low + v for v in unpack(reader.take(size), width, length)]


def encode_words(values: Sequence[int]) -> bytes:
    words = sorted(set(values))
    if len(words) > 256:
        raise OverflowError(f"{len(words)} different values")
    index = {word: n for n, word in enumerate(words)}
    return encode_delta(words) + encode_frame([index[v] for v in values])


def decode_words(reader: Reader) -> list[int]:
    words = decode_delta(reader)
    return [words[n] for n in decode_frame(reader)]


def encode_bitmap(values: Sequence[int]) -> bytes:
    if list(values) != sorted(set(values)) or (values and values[0] < 0):
        raise ValueError("not an increasing set")
    top = max(values, default=0)
    if top > 4096:
        raise OverflowError(f"a bitmap up to {top}")
    return varint(len(bits := sum(1 << v for v in values).to_bytes((top + 8) // 8, "big"))) + bits


def decode_bitmap(reader: Reader) -> list[int]:
    bits = int.from_bytes(reader.take(reader.varint()), "big")
    return [n for n in range(bits.bit_length()) if bits >> n & 1]


CODECS = [
    Codec("delta", encode_delta, decode_delta),
    Codec("frame", encode_frame, decode_frame),
    Codec("words", encode_words, decode_words),
    Codec("bitmap", encode_bitmap, decode_bitmap),
]


class Column(Generic[T]):
    def __init__(self, name: str, values: Sequence[T], key: Callable[[T], int]) -> None:
        self.name = name
        self.numbers = [key(value) for value in values]

    def best(self) -> tuple[str, bytes, dict[str, int | str]]:
        sizes: dict[str, int | str] = {}
        found: list[tuple[int, str, bytes]] = []
        for codec in CODECS:
            try:
                data = codec.encode(self.numbers)
            except (ValueError, OverflowError) as error:
                sizes[codec.name] = type(error).__name__
                continue
            assert codec.decode(Reader(data)) == self.numbers, codec.name
            sizes[codec.name] = len(data)
            found.append((len(data), codec.name, data))
        size, name, data = min(found)
        return name, data, sizes


columns: list[Column[int] | Column[str] | Column[bool]] = [
    Column("times", range(1_700_000_000, 1_700_000_400, 7), int),
    Column("small", [3, 1, 4, 1, 5, 9, 2, 6] * 10, int),
    Column("far", [10**30, -(10**30), 0, 10**30] * 8, lambda v: v),
    Column("flags", [i % 3 == 0 for i in range(64)], int),
    Column("words", "to be or not to be that is the question".split() * 3, len),
    Column("primes", [n for n in range(2, 200) if all(n % d for d in range(2, n))], int),
    Column("dense", list(range(100)), int),
    Column("none", list[int](), int),
    Column("wild", [(n * 7919) ** 3 % 10007 for n in range(300)], int),
]
for column in columns:
    name, data, sizes = column.best()
    print(f"{column.name:<7}{len(column.numbers):>4} values: {name} {len(data)}  {sizes}  {data[:8].hex()}")
print(
    [zigzag(v) for v in (0, -1, 1, -2, 2, -(2**70))], all(unzigzag(zigzag(v)) == v for v in range(-300, 300))
)
print(
    varint(0),
    varint(300).hex(),
    Reader(varint(2**80)).varint() == 2**80,
    pack([], 5),
    pack([1, 2, 3], 4).hex(),
)
wrong: list[Callable[[], bytes]] = [lambda: varint(-1), lambda: pack([16], 4)]
for act in wrong:
    try:
        print(act())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
Reader(b"\xff\xff").varint()
