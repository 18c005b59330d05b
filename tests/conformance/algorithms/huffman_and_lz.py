"""Compression round trips: Huffman with canonical codes, LZ77 triples, LZW, run lengths; one is damaged."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass


class Corrupt(Exception):
    pass


@dataclass(frozen=True)
class Leaf:
    symbol: int


@dataclass(frozen=True)
class Fork:
    zero: Leaf | Fork
    one: Leaf | Fork


def lengths(data: bytes) -> dict[int, int]:
    order = itertools.count()
    heap: list[tuple[int, int, Leaf | Fork]] = [(n, next(order), Leaf(s)) for s, n in sorted(Counter(data).items())]
    if len(heap) == 1:
        return {data[0]: 1}
    heapq.heapify(heap)
    while len(heap) > 1:
        n1, _, a = heapq.heappop(heap)
        n2, _, b = heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, next(order), Fork(a, b)))
    found: dict[int, int] = {}

    def walk(tree: Leaf | Fork, depth: int) -> None:
        match tree:
            case Leaf(symbol):
                found[symbol] = depth
            case Fork(zero, one):
                walk(zero, depth + 1)
                walk(one, depth + 1)

    walk(heap[0][2], 0)
    return found


def canonical(sizes: dict[int, int]) -> dict[int, str]:
    code, last = 0, 0
    codes: dict[int, str] = {}
    for symbol, size in sorted(sizes.items(), key=lambda item: (item[1], item[0])):
        code <<= size - last
        codes[symbol] = format(code, f"0{size}b")
        code, last = code + 1, size
    return codes


def pack(bits: str) -> bytes:
    padding = -len(bits) % 8
    return bytes([padding]) + int("1" + bits + "0" * padding, 2).to_bytes((len(bits) + padding) // 8 + 1, "big")


def unpack(data: bytes) -> str:
    whole = int.from_bytes(data[1:], "big")
    bits = bin(whole)[3:]
    return bits[: len(bits) - data[0]]


def huffman(data: bytes) -> tuple[dict[int, int], bytes]:
    sizes = lengths(data)
    codes = canonical(sizes)
    return sizes, pack("".join(codes[b] for b in data))


def unhuffman(sizes: dict[int, int], packed: bytes) -> bytes:
    symbols = {code: s for s, code in canonical(sizes).items()}
    out, code = bytearray(), ""
    for bit in unpack(packed):
        code += bit
        if code in symbols:
            out.append(symbols[code])
            code = ""
    if code:
        raise Corrupt(f"{code!r} is left over")
    return bytes(out)


def lz77(data: bytes, window: int = 32) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at < len(data):
        best = (0, 0)
        for back in range(1, min(at, window) + 1):
            n = 0
            while at + n < len(data) - 1 and n < 15 and data[at + n - back] == data[at + n]:
                n += 1
            if n > best[1]:
                best = (back, n)
        yield *best, data[at + best[1]]
        at += best[1] + 1


def unlz77(triples: list[tuple[int, int, int]]) -> bytes:
    out = bytearray()
    for back, n, literal in triples:
        if back > len(out):
            raise Corrupt(f"{back} back of {len(out)}")
        for _ in range(n):
            out.append(out[-back])
        out.append(literal)
    return bytes(out)


def lzw(text: str) -> list[int]:
    table = {chr(i): i for i in range(256)}
    word, out = "", []
    for ch in text:
        if word + ch in table:
            word += ch
        else:
            out.append(table[word])
            table[word + ch] = len(table)
            word = ch
    return out + [table[word]] if word else out


def unlzw(codes: list[int]) -> str:
    table = {i: chr(i) for i in range(256)}
    parts: list[str] = []
    previous: str | None = None
    for code in codes:
        if code in table:
            entry = table[code]
        elif previous is not None and code == len(table):
            entry = previous + previous[0]
        else:
            raise Corrupt(f"code {code} of {len(table)}")
        parts.append(entry)
        if previous is not None:
            table[len(table)] = previous + entry[0]
        previous = entry
    return "".join(parts)


def run_lengths(text: str) -> str:
    return "".join(f"{len(group)}{ch}" if (group := list(run)) and len(group) > 1 else ch for ch, run in itertools.groupby(text))


SAMPLES = [b"abracadabra abracadabra", b"aaaaaaaaaaaaaaaaaaaaaaaa", bytes(range(20)) * 2, "naïve café naïve".encode(), b"x"]
for sample in SAMPLES:
    sizes, packed = huffman(sample)
    triples = list(lz77(sample))
    codes = lzw(sample.decode("latin-1"))
    print(len(sample), len(packed), packed.hex()[:24], len(triples), triples[-1], len(codes), max(codes))
    assert unhuffman(sizes, packed) == sample, "huffman"
    assert unlz77(triples) == sample, "lz77"
    assert unlzw(codes).encode("latin-1") == sample, "lzw"
print(canonical(lengths(b"abracadabra")), run_lengths("wwwwbbcddd"), run_lengths(""))
for action in (lambda: unlz77([(0, 0, 65), (9, 1, 66)]), lambda: unlzw([65, 300]), lambda: unhuffman({65: 2, 66: 2}, pack("001"))):
    try:
        print(action())
    except Corrupt as error:
        print("corrupt:", error)
sizes, packed = huffman(SAMPLES[0])
broken = bytearray(packed)
broken[3] ^= 0xFF
broken[0] = 9
print(unhuffman(sizes, bytes(broken)))
