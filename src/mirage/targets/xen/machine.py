"""The machine interface of docs/design/abi.md in a Xen domain."""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64 import rdrand
from mirage.drivers.xen import clock, store_ring
from mirage.drivers.xen import console as ring
from mirage.lowlevel import i64, nostack, u64
from mirage.targets.pvh import program, report
from mirage.targets.xen import console, control

NAME: Final = "xen"


@nostack
def console_write(stream: i64, address: u64, size: u64) -> None:
    """Write all of it to standard output (1) or error (2)."""
    if stream == 2:
        console.write_errors(address, size)
    else:
        console.write_output(address, size)


def console_read(address: u64, size: u64) -> i64:
    """Read up to `size` bytes of standard input, at least one; 0 at its end.

    Raises SystemExit: the domain is to end.
    """
    while True:
        count = console.read_input(address, size)
        if count >= 0:
            return count
        control.look()
        ring.wait_for_input(store_ring.port())


@nostack
def exit_machine(code: i64) -> None:
    """End the domain; the low eight bits of `code` are its exit code."""
    console.power_off(u64(code) & 255)


@nostack
def process_ns() -> i64:
    """The same clock as `monotonic_ns`: the program has the machine for itself."""
    return monotonic_ns()


@nostack
def monotonic_ns() -> i64:
    """Nanoseconds since boot."""
    return i64(clock.monotonic())


def wall_ns() -> i64:
    """Nanoseconds since 1970, UTC."""
    return i64(clock.wall())


def idle_until(deadline_ns: i64) -> None:
    """Sleep until `monotonic_ns()` has reached the deadline.  Raises SystemExit: the domain is to end."""
    control.look()
    while deadline_ns > monotonic_ns():
        clock.wait_until(u64(deadline_ns))
        control.look()


def random_fill(address: u64, size: u64) -> None:
    """Fill the memory with random bytes; a machine whose source fails ends here."""
    if not rdrand.fill(address, size):
        report.put("mirage: RDRAND gives nothing\n")
        console.power_off(u64(1))


def arguments() -> list[str]:
    """`sys.argv`: `--argv0` and the words after `--` of the command line."""
    return program.arguments()


def platform_name() -> str:
    """What `sys.platform` is: programs written for Linux run here."""
    return "linux"
