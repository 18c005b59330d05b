from __future__ import annotations

__all__ = ("DeliveryError", "UnknownTransport", "BadMessage")


class DeliveryError(Exception):
    """Anything that keeps a message from its target."""


class UnknownTransport(DeliveryError):
    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no transport {name!r} among {', '.join(known)}")
        self.name = name


class BadMessage(DeliveryError, ValueError):
    pass


class Secret(DeliveryError):
    pass
