"""What storage asks of a disk device, whoever makes it."""

from __future__ import annotations

READ = 0
WRITE = 1
FLUSH = 2
DISCARD = 3


class Disk:
    """Requests given to a device by number; each number is the caller's until `finish`.

    sector_size  bytes
    sectors      of that size
    piece        sectors of the longest READ or WRITE, 1 at least
    discard      sectors of the longest DISCARD; 0: the device knows none
    can_flush    the device takes FLUSH; otherwise what is written is durable when its WRITE ends
    """

    sector_size: int
    sectors: int
    read_only: bool
    piece: int
    discard: int
    can_flush: bool

    def begin(self, kind: int, sector: int, count: int, data: bytes, start: int) -> int:
        """Queue a request, to write data[start:]; its number, -1: no room until another has ended.

        The caller has checked that the sectors are there and that data reaches so far.
        """
        raise NotImplementedError

    def kick(self) -> None:
        """Let the device look at what was queued."""
        raise NotImplementedError

    def take_done(self) -> int:
        """The number of a request that has ended, -1: none.  Raises OSError: the device breaks the rules."""
        raise NotImplementedError

    def has_ended(self) -> bool:
        """`take_done` has something to say."""
        raise NotImplementedError

    def status(self, number: int) -> int:
        """0, or the errno of a request that has ended."""
        raise NotImplementedError

    def finish(self, number: int) -> bytes:
        """What a READ that went well has read, else b""; the number is free again."""
        raise NotImplementedError

    def prepare_to_sleep(self) -> bool:
        """Ask for an interrupt when a request ends; False when one has ended already."""
        raise NotImplementedError

    def wake(self) -> None:
        """No interrupts while we look by ourselves."""
        raise NotImplementedError
