"""What the network asks of a network card, whoever makes it."""

from __future__ import annotations


class Card:
    """Frames in, frames out.

    mac       the card's address, b"" when it has none
    verified  the frame last received has a good TCP or UDP checksum, or needs none
    cuts      bytes of TCP data in the longest packet that the card cuts into segments now; 0: it cuts none
    rejoined  it is in another place since this was last set to False: the neighbours are to be told
    trouble   a line that people have to know since this was last set to ""
    told      the address of which `tell_address` was last told, 0: none
    next_card the machine's next card

    Whoever sends leaves the checksums of TCP and UDP to the card: their field holds the folded sum of the
    pseudo-header (`Stack.offload_checksums`).
    """

    mac: bytes
    verified: bool
    cuts: int
    rejoined: bool
    trouble: str
    told: int
    next_card: Card | None

    def receive(self) -> bytes | None:
        """The next frame, None when there is none.  Raises OSError when the device breaks the rules."""
        raise NotImplementedError

    def send(self, frame: bytes) -> bool:
        """Queue one frame; `flush` sends.  False, and dropped, without room or when it is too long."""
        raise NotImplementedError

    def flush(self) -> None:
        """Let the device look at what was queued."""
        raise NotImplementedError

    def prepare_to_sleep(self) -> bool:
        """Ask for an interrupt with the next frame; False when one is there already."""
        raise NotImplementedError

    def wake(self) -> None:
        """No interrupts while we look by ourselves."""
        raise NotImplementedError

    def tell_address(self, address: str) -> None:
        """DHCP gave the interface this IPv4 address, which whoever runs the machine may want to know."""
        raise NotImplementedError
