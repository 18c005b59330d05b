"""BER in short: tags, lengths, nested sequences, object identifiers, integers, times; a pretty printer and its errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import IntEnum
from typing import Any, Union

Value = Union[bool, int, bytes, str, None, "Oid", datetime, "Tagged", list["Value"]]


class Tag(IntEnum):
    BOOLEAN = 1
    INTEGER = 2
    BITS = 3
    OCTETS = 4
    NULL = 5
    OID = 6
    UTF8 = 12
    SEQUENCE = 0x30
    TIME = 0x18

    @classmethod
    def _missing_(cls, value: object) -> Tag | None:
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None


NAMES: list[Any] = ["integer", "real"]


class DecodeError(ValueError):
    def __init__(self, reason: str, at: int, path: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.at, self.path = at, path

    def __str__(self) -> str:
        return f"{'/'.join(self.path) or 'top'}: {self.args[0]} at {self.at}"


@dataclass(frozen=True, order=True)
class Oid:
    parts: tuple[int, ...]

    @classmethod
    def parse(cls, text: str) -> Oid:
        return cls(tuple(map(int, text.split("."))))

    def __str__(self) -> str:
        return ".".join(map(str, self.parts))


@dataclass(frozen=True)
class Tagged:
    number: int
    value: Value


def base128(value: int) -> bytes:
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(value & 0x7F | 0x80)
    return bytes(reversed(out))


def wrap(tag: int, body: bytes) -> bytes:
    if len(body) < 128:
        return bytes((tag, len(body))) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(size))) + size + body


def encode(value: Value) -> bytes:
    match value:
        case None:
            return wrap(Tag.NULL, b"")
        case bool():
            return wrap(Tag.BOOLEAN, b"\xff" if value else b"\0")
        case int():
            return wrap(Tag.INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))
        case bytes():
            return wrap(Tag.OCTETS, value)
        case str():
            return wrap(Tag.UTF8, value.encode())
        case Oid(parts=(first, second, *rest)):
            return wrap(Tag.OID, base128(first * 40 + second) + b"".join(map(base128, rest)))
        case datetime():
            return wrap(Tag.TIME, value.astimezone(timezone.utc).strftime("%Y%m%d%H%M%SZ").encode())
        case Tagged(number, inner):
            return wrap(0xA0 | number, encode(inner))
        case list():
            return wrap(Tag.SEQUENCE, b"".join(map(encode, value)))
    raise TypeError(f"cannot encode {value!r}")


class Decoder:
    def __init__(self, data: bytes) -> None:
        self.data = data

    def header(self, at: int, end: int, path: tuple[str, ...]) -> tuple[int, int, int]:
        if at + 2 > end:
            raise DecodeError("no header", at, path)
        tag, size = self.data[at], self.data[at + 1]
        at += 2
        if size & 0x80:
            count = size & 0x7F
            if not count:
                raise DecodeError("indefinite length", at - 1, path)
            size = int.from_bytes(self.data[at : at + count], "big")
            at += count
        if at + size > end:
            raise DecodeError(f"{size} bytes announced, {end - at} left", at, path)
        return tag, at, at + size

    def value(self, at: int, end: int, path: tuple[str, ...] = ()) -> tuple[Value, int]:
        tag, start, stop = self.header(at, end, path)
        body = self.data[start:stop]
        if tag & 0xE0 == 0xA0:
            inner, after = self.value(start, stop, (*path, f"[{tag & 31}]"))
            if after != stop:
                raise DecodeError(f"{stop - after} bytes too many", after, path)
            return Tagged(tag & 31, inner), stop
        try:
            return self.plain(Tag(tag), body, start, stop, path), stop
        except DecodeError:
            raise
        except ValueError as error:
            raise DecodeError(str(error), at, path) from error

    def plain(self, tag: Tag, body: bytes, start: int, stop: int, path: tuple[str, ...]) -> Value:
        match tag:
            case Tag.NULL:
                return None
            case Tag.BOOLEAN:
                return body != b"\0"
            case Tag.INTEGER:
                return int.from_bytes(body, "big", signed=True)
            case Tag.OCTETS | Tag.BITS:
                return body
            case Tag.UTF8:
                return body.decode()
            case Tag.TIME:
                return datetime.strptime(body.decode(), "%Y%m%d%H%M%SZ").replace(tzinfo=timezone.utc)
            case Tag.OID:
                return Oid(tuple(self.identifier(body)))
            case Tag.SEQUENCE:
                items: list[Value] = []
                while start < stop:
                    item, start = self.value(start, stop, (*path, f"{len(items)}"))
                    items.append(item)
                return items

    @staticmethod
    def identifier(body: bytes) -> Iterator[int]:
        part, first = 0, True
        for byte in body:
            part = part << 7 | byte & 0x7F
            if byte & 0x80:
                continue
            if first:
                top = min(part // 40, 2)
                yield top
                part -= top * 40
            yield part
            part, first = 0, False


def show(value: Value, depth: int = 0) -> Iterator[str]:
    margin = "  " * depth
    if isinstance(value, list):
        yield f"{margin}SEQUENCE of {len(value)}"
        for item in value:
            yield from show(item, depth + 1)
    elif isinstance(value, Tagged):
        yield f"{margin}[{value.number}]"
        yield from show(value.value, depth + 1)
    else:
        yield f"{margin}{type(value).__name__} {value!r:.60}"


def main() -> None:
    certificate: Value = [
        [Tagged(0, 2), 2**127 + 9, Oid.parse("1.2.840.113549.1.1.11"), None],
        ["Zoë", [datetime(2024, 2, 29, 12, tzinfo=timezone.utc), datetime(2030, 1, 1, tzinfo=timezone(timedelta(hours=5)))]],
        Tagged(3, [True, b"\x00\xff" * 70, Oid((2, 999, 3)), False]),
        -129, [], 0, -1, 128,
    ]  # fmt: skip
    data = encode(certificate)
    print(len(data), data[:60].hex())
    back, end = Decoder(data).value(0, len(data))
    print(end == len(data), back == certificate, encode(back) == data)
    print(*show(back), sep="\n")
    for n in (0, 127, 128, 255, 256, -128, -129, -(2**64), 2**63):
        print(n, encode(n).hex(), Decoder(encode(n)).value(0, 40 if n == -1 else len(encode(n)))[0] == n)
    print(
        sorted([Oid.parse("1.3"), Oid.parse("1.2.9"), Oid.parse("1.2")])[0],
        Oid((1, 2)) < Oid((1, 2, 0)),
        Tag(NAMES[0]),
        Tag(5).name,
    )
    wrong: Sequence[bytes] = [
        b"", b"\x02", b"\x02\x05\x01", b"\x30\x80\x00\x00", b"\x30\x04\x02\x01\x05\x07", b"\x0c\x02\xff\xfe",
        b"\x18\x03abc", b"\xa1\x05\x02\x01\x01\x05\x00", b"\x30\x07\xa2\x05\x30\x03\x1f\x01\x00", b"\x04\x82\x01\x00x",
    ]  # fmt: skip
    for raw in wrong:
        try:
            print(Decoder(raw).value(0, len(raw)))
        except DecodeError as error:
            print(error, "|", type(error.__cause__).__name__)
    tries: list[Callable[[], object]] = [
        lambda: encode(Oid((1,))),
        lambda: Tag(NAMES[1]),
    ]
    for attempt in tries:
        try:
            print(attempt())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


main()
