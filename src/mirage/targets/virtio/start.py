"""From the PVH entry (pvh/start.S) to the program and back: memory, traps, devices, power off."""

from __future__ import annotations

from mirage.cpu.x86_64 import apic, clock, traps
from mirage.lowlevel import export, i64, nostack, u64
from mirage.runtime import errors, memory
from mirage.targets.pvh import bootinfo, layout, life, report
from mirage.targets.pvh.crash import mirage_trap as mirage_trap
from mirage.targets.virtio import console, devices, entropy


def _run() -> i64:
    """Find the devices, seal the page tables and run the application; its exit code."""
    try:
        memory.prepare_memory_error()
        devices.discover()
        if not entropy.has_entropy():
            report.put("mirage: refusing to start without a source of entropy (RDRAND or virtio-rng)\n")
            return i64(127)
    except BaseException as error:
        return errors.handle_uncaught(error)
    layout.seal()
    return life.run_to_end()


@nostack
@export("mirage_start")
def mirage_start(start_info: u64) -> None:
    """Called by `_start` in long mode on the image's own stack; does not return."""
    console.open_console()
    if not bootinfo.read(start_info):
        layout.fail("mirage: not started by PVH\n")
    layout.build_tables()
    layout.require(apic.map_registers())
    layout.use_memory()
    traps.install()
    apic.enable()
    clock.begin()
    console.power_off(u64(_run()) & 255)
