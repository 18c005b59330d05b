"""What the program was started with, and what must happen before the machine may end."""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.runtime.ending import Action
from mirage.targets.pvh import bootinfo
from mirage.targets.pvh.commandline import CommandLine, parse_command_line

FIRST_HANDLE: Final = 1 << 20  # of what is not a socket

_command_line: CommandLine | None = None
_at_exit: Action | None = None
_source: Source | None = None


def command_line() -> CommandLine:
    """The parsed command line."""
    global _command_line
    parsed = _command_line
    if parsed is None:
        text = dma.read_bytes(bootinfo.command_line_address(), bootinfo.command_line_size())
        parsed = parse_command_line(text)
        _command_line = parsed
    return parsed


def arguments() -> list[str]:
    words = command_line()
    name = words.option("argv0")
    result = ["program" if name is None else name]
    result.extend(words.arguments)
    return result


class Source:
    """What may end a sleep of the run loop besides the network card: disks.  A class for the same reason."""

    def ready(self) -> list[int]:
        """Handles with something to do, as `net.wait` reports them."""
        raise NotImplementedError

    def prepare_to_sleep(self) -> bool:
        """Ask for interrupts; False when there is something to do already."""
        raise NotImplementedError

    def wake(self) -> None:
        """No interrupts while we look by ourselves."""
        raise NotImplementedError


def set_source(added: Source) -> None:
    global _source
    _source = added


def source() -> Source | None:
    return _source


def set_at_exit(action: Action) -> None:
    """Run this after the program has ended: the network lets its last data go out."""
    global _at_exit
    _at_exit = action


def run_at_exit() -> None:
    action = _at_exit
    if action is not None:
        action.run()
