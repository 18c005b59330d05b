"""`python -m mirage.cli`, as the root script calls it."""

from mirage.cli.main import main

main(prog_name="mirage")
