"""The engine."""

from .world import World as World

__version__ = "0.3"
