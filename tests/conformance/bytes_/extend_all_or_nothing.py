"""bytearray.extend takes all items or none; and what happens while the items are being made."""

from __future__ import annotations

from collections.abc import Iterator


def numbers(limit: int, buffer: bytearray) -> Iterator[int]:
    """Looks at the buffer that is being extended."""
    for n in range(limit):
        print("making", n, bytes(buffer))
        yield n


def attempt(buffer: bytearray, items: list[int]) -> None:
    try:
        buffer.extend(items)
        print("extended", bytes(buffer))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error, bytes(buffer))


held = bytearray(b"ab")
attempt(held, [99, 100])
attempt(held, [101, 256])
attempt(held, [102, -1, 103])
attempt(held, [])
attempt(held, list(range(5)))
held.extend(numbers(3, held))
print(held, len(held))
held.extend(held)
print(held)
held.extend(b"xyz"[1:])
held.extend(bytearray(b"!"))
held.extend(memoryview(b"??"))
print(held)
held += bytes(3)
print(held[-6:], held.count(0))
