"""Allocation: `allocate`, statistics, and when to collect.

Sizes up to 512 bytes have a size class for every 16 bytes, larger ones up to 32 KiB about four for every
doubling; anything larger takes whole blocks.  Each class has a run of free cells, zeroed, at most a page
or one cell long, and hands them out by moving a cursor; when the run ends, the next clear bits of the
map of allocated cells are the next run (see collector.py).  The slots with the cursors are in
`mirage_size_classes`, a table in cpu/x86_64/memory.S, so that the fast path addresses them directly.

A collection runs when as much was allocated since the last one as that one left alive (at least 4 MiB,
or a quarter of a small heap, or a 64th of a large one up to 16 MiB), and when there is no block left.
When that does not help either, `allocate` raises a MemoryError made beforehand, and from then on the last
blocks, kept back until now, are given out too: the handler can print.  When enough is free again they are
kept back again.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    asm_void,
    call_symbol,
    copy_memory,
    fill_memory,
    i64,
    inline,
    load32,
    load64,
    noinline,
    nostack,
    store64,
    symbol_address,
    u8,
    u64,
)
from mirage.runtime import collector
from mirage.runtime.collector import (
    BLOCK,
    BLOCK_SHIFT,
    CELLS,
    CLASS_COUNT,
    CLASS_SIZES,
    CURSOR,
    LIMIT,
    LINK,
    PARTIAL,
    POSITION,
    claim_cells,
    clear_allocated,
    entry_of,
    first_block,
    format_block,
    is_allocated,
    slot_of,
    take_block,
    take_run,
)

_FINE_LIMIT: Final = u64(512)  # the largest size with a class of its own for every 16 bytes
_FINE_CLASSES: Final = u64(33)  # class n < 33: cells of 16 * n bytes
_SMALL_LIMIT: Final = u64(32768)  # the largest size that shares a block
_RUN_BYTES: Final = u64(4096)  # at most so much is zeroed ahead, unless one cell is larger
_LONE_CELL: Final = u64(1024)  # cells of this size and larger have runs of one cell
_LEAST_TRIGGER: Final = u64(4194304)
_LEAST_TRIGGER_OF_LARGE: Final = u64(16777216)

_since: u64 = u64(0)  # bytes handed to runs and large objects since the last collection
_trigger: u64 = u64(0)  # collect when `_since` reaches this
_emergency: u64 = u64(0)  # 1: a MemoryError was raised, the reserve may be used
_stress: u64 = u64(0)  # 1: collect at every allocation
_fresh_is_zero: u64 = u64(0)  # 1: memory never used before needs no zeroing
_memory_error: MemoryError | None = None


# --- set-up --------------------------------------------------------------------------------------


@nostack
def _define_class(size_class: u64, cell: u64) -> None:
    slot = slot_of(size_class)
    store64(slot + CURSOR, u64(1))  # a run that is empty for every size, 0 too
    store64(slot + LIMIT, u64(0))
    store64(slot + POSITION, u64(0))
    store64(slot + PARTIAL, u64(0))
    store64(symbol_address("mirage_size_classes") + CLASS_SIZES + size_class * 8, cell)


@nostack
def initialise(start: u64, end: u64) -> bool:
    """Make the heap in [start, end), whose contents do not matter; False when it is too small (512 KiB)."""
    global _since, _trigger
    if not collector.set_up(start, end):
        return False
    size_class = u64(0)
    while size_class < _FINE_CLASSES:
        _define_class(size_class, size_class * 16)
        size_class = size_class + 1
    step = u64(128)
    cell = u64(640)
    while cell <= 8192:  # 640 768 896 1024, 1280 1536 1792 2048, ...
        _define_class(size_class, cell)
        size_class = size_class + 1
        if cell == step * 8:
            step = step * 2
        cell = cell + step
    _define_class(u64(49), u64(10240))
    _define_class(u64(50), u64(13104))
    _define_class(u64(51), u64(16384))
    _define_class(u64(52), u64(21840))
    _define_class(u64(53), u64(32768))
    _since = u64(0)
    _set_trigger()
    return True


def prepare_memory_error() -> None:
    """Make the MemoryError that is raised when nothing can be allocated any more."""
    global _memory_error
    _memory_error = MemoryError()


@nostack
def fresh_memory_is_zero() -> None:
    """The target promises that the heap's memory was all zero at `initialise`."""
    global _fresh_is_zero
    _fresh_is_zero = u64(1)


@nostack
def set_stress(on: bool) -> None:
    """Collect at every allocation and poison what is freed: finds references the collector cannot see."""
    global _stress
    if on:
        _stress = u64(1)
        _retire_runs()
        collector.set_poisoning(u64(1))
    else:
        _stress = u64(0)
        collector.set_poisoning(u64(0))


@nostack
def add_root_range(start: u64, end: u64) -> None:
    """Words of [start, end) that point into objects keep them alive (conservatively); at most 256 ranges."""
    collector.add_root_range(start, end)


# --- allocation ----------------------------------------------------------------------------------


@inline
@nostack
def allocate(size: u64) -> u64:
    """The address of `size` bytes (not 0), zeroed, on a multiple of 16.

    raises MemoryError: nothing is left after a collection.
    """
    if size <= _FINE_LIMIT:
        slot = slot_of((size + 15) >> 4)
        address = load64(slot)
        following = address + ((size + 15) & ~u64(15))
        if following <= load64(slot + LIMIT):
            store64(slot, following)
            return address
    return _allocate_slowly(size)


@noinline
@nostack
def allocate_apart(size: u64) -> u64:
    """The same out of line: what code that is compiled for size calls."""
    return allocate(size)


@noinline
@nostack
def _allocate_slowly(size: u64) -> u64:
    before = collector.collection_count()
    address = _try_allocate(size)
    if address == 0:
        if before == collector.collection_count():
            collect()
        usable = collector.block_limit() << BLOCK_SHIFT
        if _emergency != 0 or collector.live_bytes() <= usable - (usable >> 6):
            address = _try_allocate(size)
        if address == 0:
            _raise_memory_error()
    return address


@nostack
def _capacity() -> u64:
    return collector.block_total() << BLOCK_SHIFT


@noinline
@nostack
def _raise_memory_error() -> None:
    global _emergency
    _emergency = u64(1)
    collector.set_reserve(u64(0))
    error = _memory_error
    if error is None:
        asm_void("ud2", "")  # before prepare_memory_error: a machine too small to start in
    else:
        error._traceback = None
        error._traceback_count = i64(0)
        error.__context__ = None
        error.__cause__ = None
        raise error


@nostack
def _class_of(size: u64) -> u64:
    """The class with the smallest cells that hold `size` bytes, size <= 32768."""
    if size <= _FINE_LIMIT:
        return (size + 15) >> 4
    size_class = _FINE_CLASSES
    sizes = symbol_address("mirage_size_classes") + CLASS_SIZES
    while load64(sizes + size_class * 8) < size:
        size_class = size_class + 1
    return size_class


@nostack
def _try_allocate(size: u64) -> u64:
    """As allocate; 0 when there is no room without a collection."""
    if _stress != 0 or _since >= _trigger:
        collect()
    if size > _SMALL_LIMIT:
        return _allocate_large(size)
    size_class = _class_of(size)
    slot = slot_of(size_class)
    cell = load64(symbol_address("mirage_size_classes") + CLASS_SIZES + size_class * 8)
    address = load64(slot + CURSOR)
    if address + cell > load64(slot + LIMIT):
        if not _find_run(slot, size_class, cell):
            return u64(0)
        address = load64(slot + CURSOR)
    store64(slot + CURSOR, address + cell)
    return address


@nostack
def _find_run(slot: u64, size_class: u64, cell: u64) -> bool:
    """Give the class a new run: the next free cells of its block, of a partly free or of a free block."""
    position = load64(slot + POSITION)
    while True:
        if position != 0 and _run_from(slot, position, cell):
            return True
        partial = load64(slot + PARTIAL)
        if partial != 0:
            block = partial - 1
            store64(slot + PARTIAL, load64(entry_of(block) + LINK))
        else:
            block = take_block()
            if block == collector.block_total():
                store64(slot + POSITION, u64(0))
                return False
            format_block(block, size_class, cell)
        position = first_block() + (block << BLOCK_SHIFT)


@nostack
def _run_from(slot: u64, position: u64, cell: u64) -> bool:
    """The same from `position` to the end of its block only."""
    global _since
    block = (position - first_block()) >> BLOCK_SHIFT
    end = first_block() + (block << BLOCK_SHIFT) + u64(load32(entry_of(block) + CELLS)) * cell
    while position < end and is_allocated(position):
        position = position + cell
    if position >= end:
        store64(slot + POSITION, u64(0))
        return False
    most = end
    if _stress != 0 or cell >= _LONE_CELL:
        most = position + cell
    elif end - position > _RUN_BYTES:
        most = position + _RUN_BYTES
    limit = claim_cells(position, most, cell)
    fill_memory(position, u8(0), limit - position)
    _since = _since + (limit - position)
    store64(slot + CURSOR, position)
    store64(slot + LIMIT, limit)
    # Cells may fill their block to its end: the address there belongs to the next block.
    store64(slot + POSITION, limit if limit < end else u64(0))
    return True


@nostack
def _allocate_large(size: u64) -> u64:
    global _since
    if size > _capacity():
        return u64(0)
    count = (size + BLOCK - 1) >> BLOCK_SHIFT
    frontier = collector.frontier()
    block = take_run(count)
    if block == collector.block_total():
        return u64(0)
    address = first_block() + (block << BLOCK_SHIFT)
    if block < frontier or _fresh_is_zero == 0:
        fill_memory(address, u8(0), size)
    _since = _since + (count << BLOCK_SHIFT)
    return address


# --- collection ----------------------------------------------------------------------------------


@nostack
def _set_trigger() -> None:
    global _trigger
    least = _capacity() >> 2
    if least > _LEAST_TRIGGER:
        least = _capacity() >> 6
        if least < _LEAST_TRIGGER:
            least = _LEAST_TRIGGER
        if least > _LEAST_TRIGGER_OF_LARGE:
            least = _LEAST_TRIGGER_OF_LARGE
    _trigger = collector.live_bytes()
    if _trigger < least:
        _trigger = least


@nostack
def _retire_runs() -> None:
    """Give back the cells of the runs that were not handed out, and forget all runs."""
    size_class = u64(1)
    while size_class < CLASS_COUNT:
        slot = slot_of(size_class)
        cell = load64(symbol_address("mirage_size_classes") + CLASS_SIZES + size_class * 8)
        address = load64(slot + CURSOR)
        limit = load64(slot + LIMIT)
        while address < limit:
            clear_allocated(address)
            address = address + cell
        store64(slot + CURSOR, u64(1))
        store64(slot + LIMIT, u64(0))
        store64(slot + POSITION, u64(0))
        size_class = size_class + 1


@noinline
@nostack
def collect() -> None:
    """Free every object that cannot be reached."""
    global _since, _emergency
    _retire_runs()
    call_symbol("mirage_call_with_registers", symbol_address("mirage_collect_from"))
    if _emergency != 0 and collector.live_bytes() < _capacity() - (_capacity() >> 3):
        _emergency = u64(0)
        collector.set_reserve(u64(1))
    _since = u64(0)
    _set_trigger()


def collect_when_idle() -> None:
    """Collect if half of the time until the next collection has passed; for idle moments."""
    if _since >= _trigger >> 1:
        collect()


# --- statistics ----------------------------------------------------------------------------------


def heap_used() -> int:
    """Bytes alive after the last collection and handed out since."""
    return int(collector.live_bytes() + _since)


def heap_committed() -> int:
    """Bytes of all blocks that were ever used."""
    return int(collector.frontier() << BLOCK_SHIFT)


def heap_limit() -> int:
    """Bytes of all blocks there are."""
    return int(_capacity())


def collections() -> int:
    """How many collections have run."""
    return int(collector.collection_count())


def copy_items(target: u64, source: u64, size: u64) -> None:
    """The items of an object as those of another; `size` in bytes."""
    copy_memory(target, source, size)
