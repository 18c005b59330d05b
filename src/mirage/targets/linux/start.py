"""From `_start` (start.S) to the program and back: memory, signals, seccomp, run, exit code."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import call_symbol, export, i64, load8, nostack, run_endings, run_main, tail_address, u64
from mirage.runtime import console, errors, memory
from mirage.targets.linux import hosts, seccomp, signals
from mirage.targets.linux.machine import (
    console_write,
    environment_value,
    exit_machine,
    set_process_start,
)
from mirage.targets.linux.system import MMAP, system_call_6

_DEFAULT_MEMORY: Final = u64(1073741824)
_LEAST_MEMORY: Final = u64(1048576)


@nostack
def _fail(text: str) -> None:
    """End before the program has begun."""
    console_write(i64(2), tail_address(text), u64(len(text)))
    exit_machine(i64(127))


@nostack
def _memory_limit() -> u64:
    """Bytes of the heap: MIRAGE_MEMORY as a number with an optional K, M or G, else 1 GiB."""
    address = environment_value("MIRAGE_MEMORY=")
    if address == 0:
        return _DEFAULT_MEMORY
    value = u64(0)
    while load8(address) >= 48 and load8(address) <= 57:
        value = value * 10 + (u64(load8(address)) - 48)
        address = address + 1
    unit = load8(address) & 0xDF  # upper case
    if unit == 75:
        value = value << 10
    elif unit == 77:
        value = value << 20
    elif unit == 71:
        value = value << 30
    if value < _LEAST_MEMORY:
        return _LEAST_MEMORY
    return value


@nostack
def _prepare_memory() -> None:
    """Reserve the heap (committed by the kernel page by page as it is used) and set up the allocator."""
    size = _memory_limit()
    # READ | WRITE; PRIVATE | ANONYMOUS | NORESERVE
    start = system_call_6(MMAP, u64(0), size, u64(3), u64(0x4022), u64(0xFFFFFFFFFFFFFFFF), u64(0))
    while start < 0 and size > _LEAST_MEMORY:  # a limit on the address space
        size = size >> 1
        start = system_call_6(MMAP, u64(0), size, u64(3), u64(0x4022), u64(0xFFFFFFFFFFFFFFFF), u64(0))
    if start < 0 or not memory.initialise(u64(start), u64(start) + size):
        _fail("fatal: no memory for the heap\n")
    memory.fresh_memory_is_zero()


@nostack
@export("linux_flush")
def linux_flush() -> None:
    """Called by the handler of SIGINT before it ends the process; nothing here allocates."""
    console.flush_out()


def _run() -> i64:
    """Run the application; its exit code."""
    code = i64(0)
    try:
        memory.prepare_memory_error()
        run_main()
    except BaseException as error:
        code = errors.handle_uncaught(error)
    run_endings()
    console.flush_out()
    return code


@nostack
@export("mirage_start")
def mirage_start(process_start: u64) -> None:
    """Called by `_start` on the process's own stack, with the address of argc; does not return."""
    set_process_start(process_start)
    _prepare_memory()
    if environment_value("MIRAGE_GC_STRESS=1") != 0:
        memory.set_stress(True)
    signals.install()
    if seccomp.network_is_linked():
        hosts.open_hosts()
    if seccomp.disks_are_linked():
        call_symbol("linux_open_disks")
    if seccomp.install() != 0:
        _fail("fatal: the kernel refuses the seccomp filter\n")
    exit_machine(_run())
