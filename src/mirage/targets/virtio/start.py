"""From the PVH entry (start.S) to the program and back: memory, page tables, traps, devices, power off."""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64 import apic, clock, paging, traps
from mirage.drivers import dma
from mirage.lowlevel import export, i64, noinline, nostack, run_main, store64, symbol_address, u64
from mirage.runtime import console as streams
from mirage.runtime import errors, memory
from mirage.targets.virtio import bootinfo, console, devices, entropy, program
from mirage.targets.virtio.crash import mirage_trap as mirage_trap

_STACK_HEADROOM: Final = 262144  # what functions without a stack check may use
_LARGEST_DMA: Final = 4194304


@noinline
@nostack
def _fail(text: str) -> None:
    """End before the program has begun."""
    console.put(text)
    console.power_off(u64(127))


@nostack
def _page_after(address: u64) -> u64:
    return (address + 4095) & ~u64(4095)


@nostack
def _map_image() -> bool:
    """Each part of the image with its own rights; page 0 and the guard pages stay absent."""
    text = symbol_address("__text_start") & ~u64(4095)
    rodata = symbol_address("__rodata_start") & ~u64(4095)
    data = symbol_address("__data_start") & ~u64(4095)
    idt = symbol_address("mirage_idt")
    return (
        paging.map_range(u64(4096), text, u64(paging.WRITE))
        and paging.map_range(text, _page_after(symbol_address("__text_end")), u64(paging.EXECUTE))
        and paging.map_range(rodata, _page_after(symbol_address("__rodata_end")), u64(paging.READ))
        and paging.map_range(data, idt, u64(paging.WRITE))
        and paging.map_range(idt, idt + 4096, u64(paging.WRITE))
        and paging.map_range(idt + 4096, symbol_address("__trap_guard"), u64(paging.WRITE))
        and _map_stack(symbol_address("__trap_guard"), symbol_address("__interrupt_guard"))
        and _map_stack(symbol_address("__interrupt_guard"), symbol_address("__stack_guard"))
        and _map_stack(symbol_address("__stack_guard"), symbol_address("__image_end"))
    )


@nostack
def _map_stack(guard: u64, end: u64) -> bool:
    """A stack above its guard page."""
    return paging.map_range(guard + 4096, end, u64(paging.WRITE))


@nostack
def _table_pages() -> u64:
    """Enough for the tables of all memory (one for every GiB and edge of a region) and of devices."""
    highest = u64(0)
    index = u64(0)
    while index < bootinfo.region_count():
        if bootinfo.region_end(index) > highest:
            highest = bootinfo.region_end(index)
        index += 1
    return u64(32) + (highest >> 30) + (symbol_address("__image_end") >> 21) + bootinfo.region_count() * 2


@noinline
@nostack
def _prepare_memory() -> None:
    """Page tables right behind the image; the largest rest of memory is heap, its end device buffers."""
    pool = symbol_address("__image_end")
    pool_end = pool + _table_pages() * 4096
    start = u64(0)
    end = u64(0)
    index = u64(0)
    while index < bootinfo.region_count():
        first = bootinfo.region_start(index)
        last = bootinfo.region_end(index)
        if first < pool_end:
            first = pool_end
        if first < last and last - first > end - start:
            start = first
            end = last
        index += 1
    if end - start < 2097152:
        _fail("mirage: the machine has too little memory\n")
    paging.begin(pool, pool_end - pool)
    mapped = _map_image() and paging.map_range(pool, pool_end, u64(paging.WRITE)) and apic.map_registers()
    index = u64(0)
    while mapped and index < bootinfo.region_count():
        first = bootinfo.region_start(index)
        if first < pool_end:
            first = pool_end
        if first < bootinfo.region_end(index):
            mapped = paging.map_range(first, bootinfo.region_end(index), u64(paging.WRITE))
        index += 1
    if not mapped:
        _fail("mirage: the page tables do not fit\n")
    paging.activate()
    buffers = (end - start) >> 3 & ~u64(4095)
    if buffers > _LARGEST_DMA:
        buffers = u64(_LARGEST_DMA)
    dma.set_pool(end - buffers, end)
    if not memory.initialise(start, end - buffers):
        _fail("mirage: the machine has too little memory\n")
    store64(symbol_address("mirage_stack_top"), symbol_address("__stack_end"))
    store64(symbol_address("mirage_stack_limit"), symbol_address("__stack_start") + u64(_STACK_HEADROOM))


def _run() -> i64:
    """Find the devices, seal the page tables and run the application; its exit code."""
    code = i64(0)
    try:
        memory.prepare_memory_error()
        devices.discover()
        if not entropy.has_entropy():
            console.put("mirage: refusing to start without a source of entropy (RDRAND or virtio-rng)\n")
            return i64(127)
        _seal()
        run_main()
    except BaseException as error:
        code = errors.handle_uncaught(error)
    streams.flush_out()
    try:
        program.run_at_exit()
    except Exception as error:
        code = errors.handle_uncaught(error)
    return code


def _seal() -> None:
    idt = symbol_address("mirage_idt")
    if paging.map_range(idt, idt + 4096, u64(paging.READ)) and paging.seal():
        console.status("sealed\n")


@nostack
@export("mirage_start")
def mirage_start(start_info: u64) -> None:
    """Called by `_start` in long mode on the image's own stack; does not return."""
    console.open_console()
    if not bootinfo.read(start_info):
        _fail("mirage: not started by PVH\n")
    _prepare_memory()
    traps.install()
    apic.enable()
    clock.begin()
    console.power_off(u64(_run()) & 255)
