"""Bytes waiting on a connection: a queue, the pieces that came out of order, and the memory budget."""

from __future__ import annotations

from typing import Final

PIECES: Final = 256
"""Out-of-order pieces kept for one connection."""
PIECE_COST: Final = 64
"""What a piece costs beside its bytes: a peer may send them one by one."""
LEAST: Final = 2048
"""Bytes that a connection may hold in each direction however short memory is, so that none stands still."""
COMPACT: Final = 4096
"""A queue keeps no more bytes that were taken from it than this, or than it holds."""


class Budget:
    """Bytes held by all connections of a stack together."""

    def __init__(self, limit: int) -> None:
        self.limit: int = limit
        self.used: int = 0

    def left(self) -> int:
        """Bytes below the limit; negative when connections hold their `LEAST` beyond it."""
        return self.limit - self.used

    def scarce(self) -> bool:
        """Three quarters are used: windows stop growing, and what can be sent again is not kept."""
        return self.used * 4 >= self.limit * 3


class ByteQueue:
    """A first-in first-out queue of bytes; what is taken from the front is moved away only now and then."""

    def __init__(self, budget: Budget) -> None:
        self.budget: Budget = budget
        self.data: bytearray = bytearray()
        self.head: int = 0

    def size(self) -> int:
        return len(self.data) - self.head

    def append(self, data: bytes) -> None:
        self.data += data
        self.budget.used += len(data)

    def peek(self, offset: int, count: int) -> bytes:
        """A copy of `count` bytes from `offset` on; both must lie within the queue."""
        start = self.head + offset
        return bytes(self.data[start : start + count])

    def discard(self, count: int) -> None:
        """Remove `count` bytes, at most `size()`, from the front."""
        self.head += count
        self.budget.used -= count
        if self.head == len(self.data):
            self.data = bytearray()
            self.head = 0
        elif self.head >= COMPACT and self.head * 2 >= len(self.data):
            del self.data[: self.head]
            self.head = 0

    def take(self, limit: int) -> bytes:
        """Remove and return up to `limit` bytes."""
        count = min(limit, self.size())
        if self.head == 0 and count == len(self.data):
            data = bytes(self.data)
        else:
            data = self.peek(0, count)
        self.discard(count)
        return data

    def clear(self) -> None:
        self.discard(self.size())


class Reassembly:
    """Pieces of the stream ahead of what was received, ordered and without overlap."""

    def __init__(self, budget: Budget) -> None:
        self.budget: Budget = budget
        self.starts: list[int] = []
        self.pieces: list[bytes] = []
        self.newest: int = 0
        """The start of the piece that came last: its block leads the SACK option."""

    def insert(self, start: int, data: bytes) -> bool:
        """Keep the parts of `data` that are new.  False when there is no room for more pieces."""
        self.newest = start
        index = len(self.starts)
        while index > 0 and self.starts[index - 1] > start:
            index -= 1
        if index > 0:
            covered = self.starts[index - 1] + len(self.pieces[index - 1])
            if covered >= start + len(data):
                return True
            if covered > start:
                data = data[covered - start :]
                start = covered
        end = start + len(data)
        while index < len(self.starts) and self.starts[index] < end:
            following = self.starts[index]
            if following + len(self.pieces[index]) <= end:
                self._remove(index)
                continue
            data = data[: following - start]
            break
        if not data:
            return True
        if len(self.starts) >= PIECES:
            return False
        self._put(index, start, data)
        return True

    def _put(self, index: int, start: int, piece: bytes) -> None:
        self.starts.insert(index, start)
        self.pieces.insert(index, piece)
        self.budget.used += len(piece) + PIECE_COST

    def _remove(self, index: int) -> bytes:
        piece = self.pieces.pop(index)
        self.starts.pop(index)
        self.budget.used -= len(piece) + PIECE_COST
        return piece

    def take(self, at: int) -> bytes:
        """The bytes of the first piece that continue the stream at `at`; b"" when there is a gap."""
        while self.starts and self.starts[0] <= at:
            start = self.starts[0]
            piece = self._remove(0)
            if start + len(piece) > at:
                return piece[at - start :] if start < at else piece
        return b""

    def empty(self) -> bool:
        return not self.starts

    def clear(self) -> None:
        while self.starts:
            self._remove(len(self.starts) - 1)

    def truncate(self, end: int) -> None:
        """Drop what lies at or past `end` (the sequence number of the FIN)."""
        index = len(self.starts) - 1
        while index >= 0 and self.starts[index] + len(self.pieces[index]) > end:
            start = self.starts[index]
            piece = self._remove(index)
            if start < end:
                self._put(index, start, piece[: end - start])
            index -= 1

    def blocks(self) -> list[int]:
        """The edges of up to 4 contiguous blocks, the newest first (RFC 2018, 4)."""
        lefts: list[int] = []
        rights: list[int] = []
        index = 0
        while index < len(self.starts):
            left = self.starts[index]
            right = left + len(self.pieces[index])
            while index + 1 < len(self.starts) and self.starts[index + 1] == right:
                index += 1
                right += len(self.pieces[index])
            if left <= self.newest and self.newest < right:
                lefts.insert(0, left)
                rights.insert(0, right)
            else:
                lefts.append(left)
                rights.append(right)
            index += 1
        edges: list[int] = []
        index = 0
        while index < len(lefts) and index < 4:
            edges.append(lefts[index])
            edges.append(rights[index])
            index += 1
        return edges
