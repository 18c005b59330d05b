"""Memory of a virtual machine at boot: page tables, heap, device buffers, and what is sealed."""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64 import paging
from mirage.drivers import dma
from mirage.lowlevel import noinline, nostack, store64, symbol_address, u64
from mirage.runtime import memory
from mirage.targets.current_console import power_off
from mirage.targets.pvh import bootinfo, report

_STACK_HEADROOM: Final = 262144  # what functions without a stack check may use
_LARGEST_DMA: Final = 4194304

_start: u64 = u64(0)  # the largest part of memory that nothing has yet
_end: u64 = u64(0)


@noinline
@nostack
def fail(text: str) -> None:
    """End before the program has begun."""
    report.put(text)
    power_off(u64(127))


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
        and _map_stack(symbol_address("__trap_guard"), symbol_address("__stack_guard"))
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
def build_tables() -> None:
    """Page tables right behind the image, for the image and all memory; the target maps its devices next."""
    global _start, _end
    pool = symbol_address("__image_end")
    pool_end = pool + _table_pages() * 4096
    index = u64(0)
    while index < bootinfo.region_count():
        first = bootinfo.region_start(index)
        last = bootinfo.region_end(index)
        if first < pool_end:
            first = pool_end
        if first < last and last - first > _end - _start:
            _start = first
            _end = last
        index += 1
    if _end - _start < 2097152:
        fail("mirage: the machine has too little memory\n")
    paging.begin(pool, pool_end - pool)
    mapped = _map_image() and paging.map_range(pool, pool_end, u64(paging.WRITE))
    index = u64(0)
    while mapped and index < bootinfo.region_count():
        first = bootinfo.region_start(index)
        if first < pool_end:
            first = pool_end
        if first < bootinfo.region_end(index):
            mapped = paging.map_range(first, bootinfo.region_end(index), u64(paging.WRITE))
        index += 1
    require(mapped)


@nostack
def require(mapped: bool) -> None:
    """End when something could not be mapped."""
    if not mapped:
        fail("mirage: the page tables do not fit\n")


@noinline
@nostack
def use_memory() -> None:
    """Switch to the tables; the largest part of memory becomes the heap, its end device buffers."""
    paging.activate()
    buffers = (_end - _start) >> 3 & ~u64(4095)
    if buffers > _LARGEST_DMA:
        buffers = u64(_LARGEST_DMA)
    dma.set_pool(_end - buffers, _end)
    if not memory.initialise(_start, _end - buffers):
        fail("mirage: the machine has too little memory\n")
    store64(symbol_address("mirage_stack_top"), symbol_address("__stack_end"))
    store64(symbol_address("mirage_stack_limit"), symbol_address("__stack_start") + u64(_STACK_HEADROOM))


def seal() -> None:
    """Page tables and IDT are read-only from here on."""
    idt = symbol_address("mirage_idt")
    if paging.map_range(idt, idt + 4096, u64(paging.READ)) and paging.seal():
        report.status("sealed\n")
