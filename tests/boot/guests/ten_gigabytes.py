"""Allocates 10 GB in all: small objects in chains, and blocks of bytes of several sizes; most are dropped."""


class Node:
    def __init__(self, number: int, before: "Node | None") -> None:
        self.number = number
        self.before = before


def chains(count: int) -> int:
    """Bytes of the nodes, at 32 each."""
    total = 0
    last: Node | None = None
    for number in range(count):
        last = Node(number, None if number % 1000 == 0 else last)
        total += 32 if last.number == number else 0
    return total


def blocks(size: int, all_bytes: int) -> int:
    kept = [bytes(size) for _ in range(8)]
    total = 0
    while total < all_bytes:
        kept[total // size % 8] = bytes(size)
        total += size
    return total


allocated = chains(32_000_000)
for size in (200, 5_000, 200_000, 4_000_000):
    allocated += blocks(size, 2_300_000_000)
print(allocated > 10_000_000_000)
