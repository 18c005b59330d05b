"""Runs a command on a terminal of its own, as a user would: waits until it has written a line with a text,
runs a shell script, then presses Ctrl-C.

    python terminal.py TEXT SCRIPT COMMAND...

Prints what the terminal shows and what the script writes; the exit code is the command's.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys

CTRL_C = b"\x03"


def main(text: str, script: str, command: list[str]) -> int:
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    shown = b""
    is_pressed = False
    while data := read(terminal):
        shown += data
        if not is_pressed and b"\n" in shown.partition(text.encode())[2]:  # its end may come by itself
            is_pressed = True
            shown += subprocess.run(script, shell=True, stdout=subprocess.PIPE).stdout
            os.write(terminal, CTRL_C)
    sys.stdout.buffer.write(shown)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def read(terminal: int) -> bytes:
    """What it shows next; b"" when the command has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
