"""Networks in memory with a clock that tests move: deterministic, replayable from a seed."""

from __future__ import annotations

from mirage.testing.clock import FakeClock
from mirage.testing.links import Disturbance, LossyLink, MemoryLink
from mirage.testing.pcap import PcapRecorder
from mirage.testing.randomness import SeededRandom
from mirage.testing.simulation import Simulation

__all__ = [
    "Disturbance",
    "FakeClock",
    "LossyLink",
    "MemoryLink",
    "PcapRecorder",
    "SeededRandom",
    "Simulation",
]
