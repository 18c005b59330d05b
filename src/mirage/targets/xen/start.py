"""From the PVH entry (pvh/start.S) to the program and back: Xen found, memory, traps, power off."""

from __future__ import annotations

from mirage.cpu.x86_64 import paging, rdrand, traps
from mirage.drivers.xen import clock, events, hypercall, store_ring
from mirage.drivers.xen import console as ring
from mirage.lowlevel import call_symbol, export, i64, noinline, nostack, symbol_address, u64
from mirage.runtime import memory
from mirage.targets.pvh import bootinfo, layout, life, report
from mirage.targets.pvh.crash import mirage_trap as mirage_trap
from mirage.targets.xen import console


def _run() -> i64:
    """Seal the page tables and run the application; its exit code."""
    memory.prepare_memory_error()
    if not rdrand.has_rdrand():
        report.put("mirage: refusing to start without a source of entropy (RDRAND)\n")
        return i64(127)
    layout.seal()
    code = life.run_to_end()
    if life.failed():
        console.set_reason(u64(hypercall.SHUTDOWN_CRASH))
    return code


@nostack
def _map_page(address: u64) -> bool:
    """A page shared with a daemon, which is outside what the memory map calls memory."""
    return address == 0 or paging.map_range(address, address + 4096, u64(paging.WRITE))


@noinline
@nostack
def _meet_xen() -> None:
    report.open_status(True)
    if not hypercall.find_xen():
        report.put("mirage: this image runs on Xen, and the hypervisor here is not Xen\n")
        call_symbol("mirage_triple_fault")
    if not events.begin() or not clock.begin():
        layout.fail("mirage: Xen refuses its shared page or the timer\n")


@nostack
@export("mirage_start")
def mirage_start(start_info: u64) -> None:
    """Called by `_start` in long mode on the image's own stack; does not return."""
    _meet_xen()
    if not bootinfo.read(start_info):
        layout.fail("mirage: not started by PVH\n")
    code = symbol_address("mirage_hypercall_page")
    layout.build_tables()
    layout.require(
        paging.map_range(code, code + 4096, u64(paging.EXECUTE))
        and _map_page(ring.begin())
        and _map_page(store_ring.begin())
    )
    layout.use_memory()
    traps.install()
    console.power_off(u64(_run()) & 255)
