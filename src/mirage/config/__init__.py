"""What the user configures: `[tool.mirage]`, found, read, validated; no other room is imported here."""

from mirage.config.manifest import (
    ConfigError,
    Disk,
    Manifest,
    Network,
    Port,
    check_disks,
    load_manifest,
    parse_gateway,
    parse_ipv4,
    parse_memory,
)

__all__ = [
    "ConfigError",
    "Disk",
    "Manifest",
    "Network",
    "Port",
    "check_disks",
    "load_manifest",
    "parse_gateway",
    "parse_ipv4",
    "parse_memory",
]
