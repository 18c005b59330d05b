"""What the application is set to."""

from __future__ import annotations

HOST = "localhost"
PORT: int = 8080
TIMEOUT: float


def connect(host: str = HOST) -> str:
    return f"to {host}"


class Pool:
    size = 3

    def __init__(self, size: int = 5) -> None:
        self.size = size
