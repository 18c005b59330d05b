"""Readings of weather stations packed with struct, read back through a table of offsets, and bisected."""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Reading(NamedTuple):
    minute: int
    station: bytes
    tenths: int
    wet: bool

    @property
    def degrees(self) -> float:
        return self.tenths / 10


HEADER = struct.Struct(">4sHI")
RECORD = struct.Struct(">I3shx?")


def pack(readings: list[Reading]) -> bytes:
    body = b"".join(RECORD.pack(*reading) for reading in readings)
    return HEADER.pack(b"WTHR", len(readings), sum(body) & 0xFFFF) + body


def unpack(data: bytes) -> Iterator[Reading]:
    magic, count, check = HEADER.unpack_from(data)
    if magic != b"WTHR":
        raise ValueError(f"not readings: {magic!r}")
    body = memoryview(data)[HEADER.size :]
    if len(body) != count * RECORD.size:
        raise ValueError(f"{len(body)} bytes for {count} records of {RECORD.size}")
    if sum(body) & 0xFFFF != check:
        raise ValueError("damaged")
    for fields in RECORD.iter_unpack(body):
        yield Reading(*fields)


class Series:
    def __init__(self, readings: Iterator[Reading]) -> None:
        self._readings = sorted(readings)
        self._minutes = [reading.minute for reading in self._readings]

    def between(self, start: int, stop: int) -> list[Reading]:
        return self._readings[bisect_left(self._minutes, start) : bisect_right(self._minutes, stop)]

    def at(self, minute: int) -> float:
        """The temperature then, on a straight line between neighbours."""
        place = bisect_right(self._minutes, minute)
        if place == 0:
            raise LookupError(f"nothing before minute {self._minutes[0]}")
        before = self._readings[place - 1]
        if place == len(self._readings):
            return before.degrees
        after = self._readings[place]
        share = (minute - before.minute) / (after.minute - before.minute)
        return before.degrees + share * (after.degrees - before.degrees)


readings = [
    Reading(60, b"OSL", -35, True),
    Reading(0, b"OSL", -50, False),
    Reading(180, b"BGO", 42, True),
    Reading(120, b"TRD", 7, False),
]
data = pack(readings)
print(HEADER.size, RECORD.size, len(data), data[:24].hex(" ", 2))
series = Series(unpack(data))
for reading in series.between(60, 120):
    print(
        f"{reading.minute:>4} {reading.station.decode():<4}{reading.degrees:+.1f} {'wet' if reading.wet else 'dry'}"
    )
print([round(series.at(minute), 3) for minute in (0, 30, 60, 90, 150, 180, 999)], series.between(61, 119))
for name, broken in {
    "magic": b"X" + data[1:],
    "short": data[:-1],
    "flipped": data[:-1] + bytes([data[-1] ^ 1]),
    "tiny": data[:5],
}.items():
    try:
        print(len(list(unpack(broken))))
    except (ValueError, struct.error) as error:
        print(name, type(error).__name__, error)
for attempt in ((-1, b"ABC", 0, False), (1, b"ABC", 40000, False), (1, b"TOOLONG", 1, True)):
    try:
        print(RECORD.pack(*attempt).hex())
    except struct.error as error:
        print("cannot pack:", error)
try:
    series.at(-1)
except LookupError as error:
    print(error)
