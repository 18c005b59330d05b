"""Transports register themselves when their modules are imported, which is here, at the end."""

from __future__ import annotations

from .base import REGISTRY, Transport


def available() -> list[str]:
    return sorted(REGISTRY)


def create(name: str) -> Transport:
    return REGISTRY[name]()


from . import loud, memory  # noqa: E402
