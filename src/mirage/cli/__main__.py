"""`python -m mirage.cli`, as the root script calls it."""

from mirage.cli.main import entry

entry()
