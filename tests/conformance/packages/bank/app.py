"""A small application: model, storage, commands."""

import sys

from bank.commands import run
from bank.errors import BankError

COMMANDS = ["open ann 100", "open bob 50", "move ann bob 30", "show", "move bob zed 5", "move ann bob 1000", "show", "open ann 1", "fly"]

failures = 0
for command in COMMANDS:
    try:
        print(">", command)
        for line in run(command):
            print("  ", line)
    except BankError as error:
        failures += 1
        print("   error:", error)
sys.exit(failures)
