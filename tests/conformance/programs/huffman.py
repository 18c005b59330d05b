"""Huffman codes: trees, heaps, bits."""

from __future__ import annotations

import heapq
from dataclasses import dataclass


@dataclass
class Node:
    weight: int
    order: int
    symbol: str | None = None
    left: Node | None = None
    right: Node | None = None

    def __lt__(self, other: Node) -> bool:
        return (self.weight, self.order) < (other.weight, other.order)


def build(text: str) -> Node:
    counts: dict[str, int] = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    heap = [Node(n, i, c) for i, (c, n) in enumerate(sorted(counts.items()))]
    heapq.heapify(heap)
    order = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.weight + b.weight, order, None, a, b))
        order += 1
    return heap[0]


def codes(node: Node, prefix: str = "") -> dict[str, str]:
    if node.symbol is not None:
        return {node.symbol: prefix or "0"}
    assert node.left is not None and node.right is not None
    return {**codes(node.left, prefix + "0"), **codes(node.right, prefix + "1")}


text = "she sells sea shells by the sea shore"
table = codes(build(text))
bits = "".join(table[c] for c in text)
print(dict(sorted(table.items())), len(bits), len(text) * 8)
reverse = {code: c for c, code in table.items()}
out, code = "", ""
for bit in bits:
    code += bit
    if code in reverse:
        out += reverse[code]
        code = ""
print(out == text, out)
