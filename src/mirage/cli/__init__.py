"""The command line, one file per command; the tool's own words go to standard error."""

from mirage.cli.main import entry, main

__all__ = ["entry", "main"]
