"""Encoders and decoders with hooks: tagged types both ways, numbers kept exact, key conversions, order, error positions."""

from __future__ import annotations

import json
import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from fractions import Fraction
from ipaddress import IPv4Address, ip_address
from typing import Any
from uuid import UUID


class Level(Enum):
    LOW = 1
    HIGH = 2


@dataclass
class Host:
    name: str
    address: IPv4Address
    level: Level = Level.LOW
    tags: set[str] = field(default_factory=set)
    seen: datetime | None = None
    parent: Host | None = None


class Encoder(json.JSONEncoder):
    """Writes what JSON does not know as {"$": type, ...}."""

    def default(self, o: Any) -> Any:
        match o:
            case datetime() | date():
                return {"$": type(o).__name__, "iso": o.isoformat()}
            case timedelta():
                return {"$": "span", "s": o.total_seconds()}
            case set() | frozenset():
                return {"$": "set", "items": sorted(o)}
            case Fraction():
                return {"$": "ratio", "of": o.as_integer_ratio()}
            case complex():
                return [o.real, o.imag]
            case UUID() | IPv4Address():
                return str(o)
            case Level():
                return {"$": "Level", "name": o.name}
            case bytes():
                return {"$": "bytes", "hex": o.hex()}
            case Host():
                return {"$": "Host", "name": o.name, "address": o.address, "level": o.level, "tags": o.tags, "seen": o.seen,
                        "parent": o.parent}  # fmt: skip
        return super().default(o)


def revive(found: dict[str, Any]) -> Any:
    match found:
        case {"$": "datetime", "iso": str(text)}:
            return datetime.fromisoformat(text)
        case {"$": "date", "iso": str(text)}:
            return date.fromisoformat(text)
        case {"$": "span", "s": seconds}:
            return timedelta(seconds=seconds)
        case {"$": "set", "items": [*items]}:
            return set(items)
        case {"$": "ratio", "of": [int(top), int(bottom)]}:
            return Fraction(top, bottom)
        case {"$": "bytes", "hex": text}:
            return bytes.fromhex(text)
        case {"$": "Level", "name": name}:
            return Level[name]
        case {"$": "Host", **rest}:
            address = ip_address(rest.pop("address"))
            assert isinstance(address, IPv4Address)
            return Host(address=address, **rest)
        case {"$": kind}:
            raise ValueError(f"unknown kind {kind!r}")
    return found


def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in items:
        if key in out:
            raise ValueError(f"duplicate key {key!r}: {out[key]!r} and {value!r}")
        out[key] = value
    return out


class Exact(str):
    """A number as it was written."""


def main() -> None:
    root = Host(
        "root",
        IPv4Address("10.0.0.1"),
        Level.HIGH,
        {"b", "a"},
        datetime(2024, 2, 29, 12, tzinfo=timezone.utc),
    )
    leaf = Host("bl\u00e4tt\u2028\U0001f343", IPv4Address(2**32 - 1), parent=root)
    document: dict[str, Any] = {
        "hosts": [root, leaf], "when": date(2024, 1, 1), "took": timedelta(minutes=1.5), "share": Fraction(6, -8), "z": 1 - 2j,
        "id": UUID(int=255), "raw": b"\x00\xff", "empty": [{}, [], (), set(), ""],
    }  # fmt: skip
    text = json.dumps(document, cls=Encoder, indent=1, ensure_ascii=False)
    print(text)
    back = json.loads(text, object_hook=revive)
    print(
        back["hosts"] == [root, leaf],
        back["share"],
        back["took"],
        back["raw"],
        back["empty"],
        back["when"],
        back["z"],
    )
    print(
        json.dumps(leaf.name),
        len(json.dumps(document, cls=Encoder, separators=(",", ":"))),
        is_dataclass(root),
    )
    print(json.dumps(asdict(leaf)["parent"], cls=Encoder, sort_keys=True))
    # numbers
    numbers = "[0, -0, 1.10, 1e2, 1E-2, -0.0, 12345678901234567890123, 1e400, NaN, -Infinity]"
    print(
        json.loads(numbers),
        json.loads(numbers, parse_float=Exact, parse_int=float, parse_constant=lambda c: f"<{c}>"),
    )
    print(
        json.loads("[1.1, 2.25]", parse_float=Fraction),
        json.dumps([1e16, 1e-7, 0.1 + 0.2, 10**20, math.inf, True]),
    )
    keys: dict[Any, int] = {1: 1, 2.5: 2, None: 3, True: 4, "x": 5, False: 6}
    print(
        json.dumps(keys),
        json.dumps({(1, 2): 1, "a": 2}, skipkeys=True),
        json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True),
    )
    print(
        json.loads('{"a": 1, "b": {"c": 2}}', object_pairs_hook=OrderedDict),
        json.loads(b'\xef\xbb\xbf{"a":"\xc3\xa9"}'),
        json.loads(' "\\ud83c\\udf43\\u00e9\\/" '),
    )
    print("".join(Encoder(separators=(" , ", " : ")).iterencode({"a": [1, {"b": None}]})))
    decoder = json.JSONDecoder()
    stream, at, values = '{"a": 1} [2]3 "four"', 0, []
    while at < len(stream):
        value, at = decoder.raw_decode(stream, at)
        values.append(value)
        at += stream[at : at + 1] == " "
    print(values)
    loop: list[Any] = [1]
    loop.append(loop)
    bad: list[Callable[[], object]] = [
        lambda: json.loads('{"a": 1, "b": 2, "a": 3}', object_pairs_hook=pairs), lambda: json.loads('{"$": "what"}', object_hook=revive),
        lambda: json.dumps(object), lambda: json.dumps({"a": [1, object()]}, cls=Encoder), lambda: json.dumps(loop), lambda: json.dumps({b"k": 1}),
        lambda: json.dumps([math.nan], allow_nan=False),
    ]  # fmt: skip
    for action in bad:
        try:
            print(action())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
    for broken in (
        '{"a" 1}',
        "[1, 2",
        '["a\nb"]',
        '{"a": 1,}',
        "nul",
        '"\\x"',
        '"\\u12g4"',
        "",
        "[1] x",
        "{'a': 1}",
        "[01]",
        "[1.]",
        "\n\n  [tru]",
        '"abc',
    ):
        try:
            print(json.loads(broken))
        except json.JSONDecodeError as error:
            print(
                f"{broken!r}: {error} / {error.msg} {error.pos} {error.lineno}:{error.colno} {error.doc == broken}"
            )


main()
