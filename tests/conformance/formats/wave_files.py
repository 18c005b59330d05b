"""RIFF/WAVE in memory: nested chunks, PCM of 8, 16 and 24 bits, tones, mixing with clipping, statistics, bad headers."""

from __future__ import annotations

import hashlib
import io
import math
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice


class RiffWriter:
    """Chunks whose sizes are filled in when they end."""

    def __init__(self) -> None:
        self.stream = io.BytesIO()

    @contextmanager
    def chunk(self, name: bytes, kind: bytes = b"") -> Iterator[io.BytesIO]:
        self.stream.write(name + b"\0\0\0\0")
        start = self.stream.tell()
        self.stream.write(kind)
        try:
            yield self.stream
        finally:
            end = self.stream.tell()
            self.stream.seek(start - 4)
            self.stream.write(struct.pack("<I", end - start))
            self.stream.seek(end)
            if (end - start) % 2:
                self.stream.write(b"\0")


@dataclass(frozen=True)
class Format:
    channels: int
    rate: int
    bits: int

    @property
    def frame(self) -> int:
        return self.channels * (self.bits // 8)

    def pack(self) -> bytes:
        return struct.pack(
            "<HHIIHH", 1, self.channels, self.rate, self.rate * self.frame, self.frame, self.bits
        )

    @classmethod
    def unpack(cls, data: bytes) -> Format:
        tag, channels, rate, per_second, frame, bits = struct.unpack("<HHIIHH", data)
        if tag != 1:
            raise ValueError(f"format tag {tag:#06x} is not PCM")
        made = cls(channels, rate, bits)
        if (frame, per_second) != (made.frame, rate * made.frame):
            raise ValueError(f"sizes do not fit {made}")
        return made

    def encode(self, samples: Iterable[float]) -> bytes:
        out = bytearray()
        top = (1 << (self.bits - 1)) - 1
        for sample in samples:
            value = max(-top - 1, min(top, round(sample * top)))
            if self.bits == 8:
                out.append(value + 128)
            else:
                out += value.to_bytes(self.bits // 8, "little", signed=True)
        return bytes(out)

    def decode(self, data: bytes) -> list[int]:
        if self.bits == 8:
            return [b - 128 for b in data]
        if self.bits == 16:
            return [v for (v,) in struct.iter_unpack("<h", data)]
        size = self.bits // 8
        return [int.from_bytes(data[i : i + size], "little", signed=True) for i in range(0, len(data), size)]


def tone(frequency: float, rate: int, level: float = 1.0) -> Iterator[float]:
    step = 2 * math.pi * frequency / rate
    n = 0
    while True:
        yield level * math.sin(step * n)
        n += 1


def mix(*tracks: Iterable[float]) -> Iterator[float]:
    return (sum(parts) for parts in zip(*tracks))


def save(format: Format, samples: Iterable[float], **info: str) -> bytes:
    writer = RiffWriter()
    with writer.chunk(b"RIFF", b"WAVE"):
        with writer.chunk(b"fmt ") as out:
            out.write(format.pack())
        if info:
            with writer.chunk(b"LIST", b"INFO"):
                for name, value in sorted(info.items()):
                    with writer.chunk(name.upper().encode()) as out:
                        out.write(value.encode() + b"\0")
        with writer.chunk(b"data") as out:
            out.write(format.encode(samples))
    return writer.stream.getvalue()


def walk(view: memoryview, depth: int = 0) -> Iterator[tuple[int, bytes, memoryview]]:
    at = 0
    while at + 8 <= len(view):
        name, size = struct.unpack_from("<4sI", view, at)
        body = view[at + 8 : at + 8 + size]
        if len(body) < size:
            raise ValueError(f"chunk {name!r} wants {size} bytes, has {len(body)}")
        yield depth, name, body
        if name in (b"RIFF", b"LIST"):
            yield from walk(body[4:], depth + 1)
        at += 8 + size + size % 2


def load(data: bytes) -> tuple[Format, list[int], dict[str, str]]:
    format: Format | None = None
    info: dict[str, str] = {}
    samples: list[int] = []
    for depth, name, body in walk(memoryview(data)):
        match depth, name:
            case 0, b"RIFF":
                if bytes(body[:4]) != b"WAVE":
                    raise ValueError(f"not a wave file: {bytes(body[:4])!r}")
            case 0, _:
                raise ValueError(f"not RIFF: {name!r}")
            case 1, b"fmt ":
                format = Format.unpack(bytes(body))
            case 1, b"data":
                if format is None:
                    raise ValueError("data before its format")
                samples = format.decode(bytes(body))
            case 2, _:
                info[name.decode()] = bytes(body).rstrip(b"\0").decode()
    if format is None:
        raise ValueError("no format")
    return format, samples, info


def crossings(samples: Sequence[int]) -> int:
    return sum((a < 0) != (b < 0) for a, b in zip(samples, samples[1:]))


def main() -> None:
    for format in (Format(1, 8000, 8), Format(2, 8000, 16), Format(1, 4000, 24)):
        count = 201 * format.channels
        wave = islice(mix(tone(440, format.rate, 0.75), tone(55.5, format.rate, 0.5)), count)
        data = save(format, wave, inam="Déjà vu", iart="x")
        print(len(data), hashlib.md5(data).hexdigest(), data[:20])
        for depth, name, body in walk(memoryview(data)):
            print("  " * depth, name, len(body), bytes(body[:8]).hex())
        back, samples, info = load(data)
        print(back == format, info, samples[:6], max(samples), min(samples), crossings(samples))
        rms = math.sqrt(math.fsum(s * s for s in samples) / len(samples))
        print(f"{rms:.3f} {20 * math.log10(rms / (1 << format.bits - 1)):.2f} dB")
    print(
        Format(1, 1, 16).encode([0, 1, -1, 2.5, -9, 0.5]).hex(" ", 2), Format(1, 1, 8).encode([-1.0, 0.004])
    )
    good = save(Format(1, 8000, 8), [0.0, 0.5])
    bad = [
        good[:-1], good.replace(b"WAVE", b"WAVY"), b"RIFX" + good[4:], good[:12] + good[36:], good[:20] + b"\x03" + good[21:],
        good[:32] + b"\x04" + good[33:], b"", b"RIFF\4\0\0\0WAVE",
    ]  # fmt: skip
    for data in bad:
        try:
            print(load(data)[1])
        except ValueError as error:
            print(error)


main()
