"""Small operations on data and numbers: json, bytes, dates, ints, floats."""

from __future__ import annotations

import base64
import binascii
import copy
import dataclasses
import datetime
import hashlib
import ipaddress
import json
import math
import random
import statistics
import struct
import urllib.parse
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from measuring import FLOATS, NUMS, REC, TEXT, measure

JS = json.dumps(REC)

BIG = 3**2000

BIG2 = 7**1500

DATA = bytes(range(256)) * 40


@dataclass
class Node:
    val: int
    kids: list[Node] = field(default_factory=list)


def fib_() -> int:
    a, b = 0, 1
    for _ in range(1000):
        a, b = b, a + b
    return a.bit_length()


def floatloop_() -> float:
    s = 0.0
    for f in FLOATS:
        s += f * f - f / 3
    return s


def struct_() -> int:
    s = 0
    for i in range(200):
        s += struct.unpack("<IHB", struct.pack("<IHB", i, i, i & 255))[0]
    return s


def bytes_() -> int:
    return len(DATA.replace(b"\x01", b"..")) + DATA.count(b"\x05") + DATA.find(b"\xff\x00") + len(DATA.hex())


def bytearray_() -> int:
    b = bytearray()
    for i in range(1000):
        b.append(i & 255)
        b += b"ab"
    return len(b)


def match_() -> int:
    n = 0
    for r in REC:
        match r:
            case {"id": int(i), "ok": True}:
                n += i
            case {"name": str(s)}:
                n += len(s)
    return n


def datetime_() -> int:
    d = datetime.datetime(2024, 1, 1)
    n = 0
    for i in range(100):
        e = d + datetime.timedelta(days=i, seconds=i)
        n += len(e.isoformat()) + e.weekday() + (e - d).days
    return n


def strftime_() -> int:
    return sum(len(datetime.datetime(2024, 1, 1 + i % 28).strftime("%Y-%m-%d %H:%M:%S")) for i in range(100))


def strptime_() -> int:
    return sum(datetime.datetime.strptime("2024-03-04 05:06:07", "%Y-%m-%d %H:%M:%S").year for i in range(30))


def random_() -> float:
    r = random.Random(5)
    return (
        sum(r.random() for _ in range(500))
        + sum(r.randint(1, 100) for _ in range(200))
        + len(r.sample(NUMS, 20))
        + r.gauss(0, 1)
    )


def shuffle_() -> int:
    r = random.Random(5)
    items = NUMS[:]
    r.shuffle(items)
    return items[0]


def url_() -> int:
    return sum(len(urllib.parse.urlsplit(f"http://h{i}.org:80/p/{i}?q={i}#f").path) for i in range(50)) + len(
        urllib.parse.quote("a b/c?é" * 20)
    )


def matrix_() -> int:
    n = 20
    a = [[i * j for j in range(n)] for i in range(n)]
    c = [[sum(a[i][k] * a[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
    return c[3][4]


def sieve_() -> int:
    n = 2000
    s = [True] * n
    for i in range(2, n):
        if s[i]:
            for j in range(i * i, n, i):
                s[j] = False
    return sum(s)


def any_() -> int:
    data: Any = json.loads(JS)
    return sum(len(r["name"]) + r["id"] for r in data)


def two_dimensions_() -> int:
    g = [[0] * 30 for _ in range(30)]
    for y in range(30):
        for x in range(30):
            g[y][x] = g[y - 1][x] + x
    return g[29][29]


def bits_() -> int:
    h = 0
    for n in NUMS:
        h = (h * 31 + n) & 0xFFFFFFFF
        h ^= h >> 13
    return h


def bits64_() -> int:
    h = 14695981039346656037
    for n in NUMS[:300]:
        h = ((h ^ n) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


OPERATIONS: list[tuple[str, Callable[[], object]]] = [
    ("jsonload", lambda: len(json.loads(JS))),
    ("jsondump", lambda: len(json.dumps(REC))),
    ("jsonindent", lambda: len(json.dumps(REC, indent=2, sort_keys=True))),
    ("bigmul", lambda: (BIG * BIG2).bit_length()),
    ("bigdiv", lambda: (BIG // BIG2).bit_length() + (BIG % 1000007)),
    ("bigstr", lambda: len(str(BIG))),
    ("bigparse", lambda: int("123456789" * 50).bit_length()),
    ("bigpow", lambda: pow(3, BIG2 % (1 << 200), (1 << 255) - 19).bit_length()),
    (
        "fact",
        lambda: math.factorial(300).bit_length() + math.comb(200, 80).bit_length() + math.gcd(BIG, BIG2),
    ),
    ("fib", fib_),
    ("math", lambda: sum(math.sin(f) + math.sqrt(f) + math.log(f + 1) + math.exp(-f) for f in FLOATS)),
    ("angles", lambda: sum(math.atan2(f, 2.0) + math.tan(f) + math.acos(1 / (f + 2)) for f in FLOATS)),
    ("floatloop", floatloop_),
    ("round", lambda: sum(round(f, 2) for f in FLOATS)),
    ("pow", lambda: sum(f**1.5 + f**2 for f in FLOATS)),
    ("stat", lambda: statistics.mean(FLOATS) + statistics.stdev(FLOATS) + statistics.median(NUMS)),
    ("struct", struct_),
    ("bytes", bytes_),
    ("bytearray", bytearray_),
    ("bytesiter", lambda: sum(b for b in DATA)),
    ("b64", lambda: len(base64.b64decode(base64.b64encode(DATA)))),
    ("sha", lambda: len(hashlib.sha256(DATA).hexdigest())),
    ("md5", lambda: len(hashlib.md5(DATA).hexdigest())),
    ("encode", lambda: len((TEXT + "é").encode()) + len((TEXT + "é").encode("utf-16").decode("utf-16"))),
    ("crc", lambda: binascii.crc32(DATA)),
    ("asdict", lambda: sum(len(dataclasses.asdict(Node(i, [Node(1)]))) for i in range(100))),
    ("match", match_),
    ("deepcopy", lambda: len(copy.deepcopy(REC[:10]))),
    ("datetime", datetime_),
    ("strftime", strftime_),
    ("fromiso", lambda: sum(datetime.datetime.fromisoformat("2024-03-04T05:06:07").year for i in range(100))),
    ("strptime", strptime_),
    ("random", random_),
    ("shuffle", shuffle_),
    ("url", url_),
    ("ip", lambda: sum(int(ipaddress.ip_address(f"10.0.{i}.1")) & 255 for i in range(50))),
    ("uuid", lambda: len(str(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")))),
    ("matrix", matrix_),
    ("matrixzip", lambda: sum(map(sum, zip(*[[i * j for j in range(30)] for i in range(30)])))),
    ("sieve", sieve_),
    ("any", any_),
    ("2d", two_dimensions_),
    ("bits", bits_),
    ("bits64", bits64_),
]

if __name__ == "__main__":
    measure(OPERATIONS)
