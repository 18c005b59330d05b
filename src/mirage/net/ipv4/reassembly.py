"""Putting fragments together again, within bounds (RFC 791 3.2, RFC 1122 3.3.2, RFC 5722 in spirit)."""

from __future__ import annotations

from typing import Final

from mirage.net.clock import NEVER, SECOND, earlier
from mirage.net.ipv4.packet import Ipv4Header
from mirage.net.statistics import Statistics

LIFETIME: Final = 30 * SECOND
LARGEST_PAYLOAD: Final = 65515
DATAGRAMS: Final = 32
FRAGMENTS: Final = 64
"""At most so many fragments of one datagram: 64 KB in Ethernet frames are 45."""
MEMORY: Final = 512 * 1024


class PartialDatagram:
    """The fragments of one datagram, ordered and without overlap."""

    def __init__(self, header: Ipv4Header, until: int) -> None:
        self.source: int = header.source
        self.destination: int = header.destination
        self.protocol: int = header.protocol
        self.identification: int = header.identification
        self.until: int = until
        self.starts: list[int] = []
        self.parts: list[bytes] = []
        self.size: int = 0
        self.length: int = -1

    def matches(self, header: Ipv4Header) -> bool:
        return (
            self.identification == header.identification
            and self.source == header.source
            and self.destination == header.destination
            and self.protocol == header.protocol
        )

    def add(self, start: int, part: bytes, last: bool) -> bool:
        """Insert one fragment.  False when it contradicts the others: the datagram is then given up."""
        end = start + len(part)
        if last:
            if self.length >= 0 and self.length != end:
                return False
            self.length = end
        if self.length >= 0 and end > self.length:
            return False
        index = len(self.starts)
        while index > 0 and self.starts[index - 1] >= start:
            index -= 1
        if index < len(self.starts):
            if self.starts[index] == start and len(self.parts[index]) == len(part):
                return self.parts[index] == part  # a duplicate of the network's making
            if self.starts[index] < end:
                return False
        if index > 0 and self.starts[index - 1] + len(self.parts[index - 1]) > start:
            return False
        if self.length >= 0 and self.starts and index < len(self.starts) and last:
            return False
        self.starts.insert(index, start)
        self.parts.insert(index, part)
        self.size += len(part)
        return True

    def complete(self) -> bool:
        """No overlap is ever stored, so the sizes tell."""
        return self.length >= 0 and self.size == self.length


class Reassembly:
    """All datagrams that wait for fragments."""

    def __init__(self, statistics: Statistics) -> None:
        self.statistics: Statistics = statistics
        self.partial: list[PartialDatagram] = []
        self.memory: int = 0

    def receive(self, header: Ipv4Header, part: bytes, now: int) -> bytes | None:
        """Take one fragment; the whole payload when it was the missing one."""
        self.poll(now)
        last = not header.more_fragments
        if header.fragment_offset + len(part) > LARGEST_PAYLOAD or (not last and len(part) % 8 != 0):
            self.statistics.drop("ipv4-fragment-length")
            return None
        if len(part) == 0:
            self.statistics.drop("ipv4-fragment-length")
            return None
        datagram = self.find(header)
        if datagram is None:
            if len(self.partial) >= DATAGRAMS:
                self.give_up(self.partial[0], "ipv4-reassembly-full")
            datagram = PartialDatagram(header, now + LIFETIME)
            self.partial.append(datagram)
        before = datagram.size
        if len(datagram.parts) >= FRAGMENTS or not datagram.add(header.fragment_offset, part, last):
            self.give_up(datagram, "ipv4-fragment-overlap")
            return None
        self.memory += datagram.size - before
        if datagram.complete():
            self.forget(datagram)
            return b"".join(datagram.parts)
        while self.memory > MEMORY:
            self.give_up(self.partial[0], "ipv4-reassembly-full")
        return None

    def find(self, header: Ipv4Header) -> PartialDatagram | None:
        for datagram in self.partial:
            if datagram.matches(header):
                return datagram
        return None

    def forget(self, datagram: PartialDatagram) -> None:
        self.partial.remove(datagram)
        self.memory -= datagram.size

    def give_up(self, datagram: PartialDatagram, reason: str) -> None:
        self.forget(datagram)
        self.statistics.drop(reason)

    def poll(self, now: int) -> None:
        """Forget what has waited too long; the list is ordered by age."""
        while self.partial and self.partial[0].until <= now:
            self.give_up(self.partial[0], "ipv4-reassembly-timeout")

    def deadline(self) -> int:
        return earlier(NEVER, self.partial[0].until) if self.partial else NEVER
