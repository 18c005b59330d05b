"""What an application implements to be called back by a transport."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .transports import BaseTransport, DatagramTransport

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol")


class BaseProtocol:
    def connection_made(self, transport: BaseTransport) -> None:
        """The connection is there."""

    def connection_lost(self, exc: Exception | None) -> None:
        """It is closed: by an error, or None for an ordinary end."""

    def pause_writing(self) -> None:
        """More waits to be sent than the high-water mark."""

    def resume_writing(self) -> None:
        """Less than the low-water mark waits."""


class Protocol(BaseProtocol):
    """For a stream of bytes."""

    def data_received(self, data: bytes) -> None:
        """Some bytes have come."""

    def eof_received(self) -> bool | None:
        """The peer sends no more; True keeps the connection open for writing."""


class DatagramProtocol(BaseProtocol):
    """For datagrams."""

    def connection_made(self, transport: DatagramTransport) -> None:  # type: ignore[override]
        """The socket is there."""

    def datagram_received(self, data: bytes, addr: tuple[Any, ...]) -> None:
        """One datagram, and where it came from."""

    def error_received(self, exc: Exception) -> None:
        """A send or a receive failed; the transport goes on."""
