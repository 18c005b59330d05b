from __future__ import annotations

import gc
import sys


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: Node | None = None


def ring(size: int) -> int:
    first = Node(0)
    last = first
    for value in range(1, size):
        node = Node(value)
        last.next = node
        last = node
    last.next = first
    gc.collect()
    total = 0
    at = first.next
    while at is not first and at is not None:
        total += at.value
        at = at.next
    return total


def churn(megabytes: int) -> int:
    kept: list[Node] = []
    for number in range(megabytes * 32768):
        node = Node(number)
        if number % 100003 == 0:
            kept.append(node)
    buffers = [bytes(1000) for _ in range(10)]
    for number in range(megabytes):
        buffers[number % 10] = bytes(1000000)
    return sum(node.value for node in kept) + sum(len(buffer) for buffer in buffers)


def fill(size: int) -> int:
    held: list[bytes] = []
    try:
        while True:
            held.append(bytes(size))
    except MemoryError:
        return len(held)


def fill_lists() -> int:
    held: list[list[int]] = []
    try:
        while True:
            held.append([len(held), 1])
    except MemoryError as error:
        print(repr(error), len(held[1000]))
    return len(held)


def depth(n: int) -> int:
    try:
        return depth(n + 1)
    except RecursionError as error:
        assert str(error) == "maximum recursion depth exceeded"
        return n


what = sys.argv[1]
if what == "ring":
    for _ in range(4):
        print(ring(300000))
elif what == "churn":
    print(churn(1000))
elif what == "full":
    size = int(sys.argv[2])
    print(fill(size) > 8000000 // size if size > 0 else fill_lists() > 50000)
    print(sum([number * 2 for number in range(1000)]))
elif what == "large":
    try:
        bytes(10**12)
    except MemoryError:
        print("too large")
elif what == "deep":
    print(depth(0) > 1000, depth(0) > 1000)
