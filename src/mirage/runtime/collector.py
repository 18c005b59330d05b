"""The heap's blocks, and the mark-sweep collector over them.

The heap is cut into blocks of 64 KiB.  A block is free, holds cells of one size (small objects), or
belongs to the run of blocks of one large object.  Objects never move.  Two bitmaps beside the heap
have one bit for every 16 bytes:

    allocated   the bit of a cell's first 16 bytes is set while the cell belongs to the program
    marked      the same bit, set while a collection finds the cell reachable

A collection clears `marked`, marks, and then swaps the two maps: what was not marked is free without
having been touched.  `memory.py` finds free cells later, when it needs them, by looking for clear bits.
The exact map of allocated cells is what makes conservative roots safe: a stale word on the stack that
points at a freed cell does not bring back its old contents.

Roots: the stack and the registers (any word that points into an allocated cell, at its start or inside),
the section `.gcroots` (exact), and ranges given by `add_root_range`.  Heap objects are traced exactly, by
the class table of docs/design/abi.md.

Nothing here allocates, raises or uses `int`: words, loads and stores only.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    class_table,
    export,
    fill_memory,
    inline,
    load8,
    load32,
    load64,
    noinline,
    nostack,
    store8,
    store32,
    store64,
    symbol_address,
    u8,
    u32,
    u64,
)

BLOCK: Final = u64(65536)
BLOCK_SHIFT: Final = u64(16)
MAP_BYTES: Final = u64(512)  # of each bitmap, for one block
ENTRY: Final = u64(32)  # bytes of a block's entry in the block table

# The kinds of blocks, one byte each.
FREE: Final = u8(0)
SMALL: Final = u8(1)
LARGE: Final = u8(2)  # the first block of a large object
LARGE_REST: Final = u8(3)

# A block's entry: offsets of its fields.
GRANULES: Final = u64(0)  # u32: cell size in units of 16 bytes
RECIPROCAL: Final = u64(4)  # u32: ceil(2**24 / granules), to divide by it
CELLS: Final = u64(8)  # u32: cells in the block
LIVE: Final = u64(12)  # u32: cells marked by the running or last collection
LINK: Final = u64(16)  # u64: SMALL: next partly free block of the class, as index + 1; LARGE: blocks
OWNER: Final = u64(24)  # u64: SMALL: size class; LARGE_REST: index of the first block

# A size class's slot in the table `mirage_size_classes` (in cpu/x86_64/memory.S), and its fields.
SLOT: Final = u64(32)
CURSOR: Final = u64(0)  # the next free cell of the current run
LIMIT: Final = u64(8)  # the end of that run
POSITION: Final = u64(16)  # where to look for the next run, 0: no block
PARTIAL: Final = u64(24)  # partly free blocks, as index + 1 of the first, 0: none
CLASS_COUNT: Final = u64(54)
CLASS_SIZES: Final = u64(2048)  # offset in the table of the cell sizes in bytes, u64 each

_MARK_ENTRY: Final = u64(16)  # mark stack: address of the object, index of the next tail element
_TAIL_STEP: Final = u64(128)  # tail elements scanned before the rest is put back on the mark stack
_MAX_RANGES: Final = u64(256)
_POISON: Final = u8(0xDE)  # 0xDEDE... is neither an address nor a small int

_blocks: u64 = u64(0)  # address of block 0
_total: u64 = u64(0)  # blocks in the heap
_limit: u64 = u64(0)  # blocks that may be taken: all but the reserve, or all
_frontier: u64 = u64(0)  # blocks from here on were never used
_used_bytes: u64 = u64(0)  # _frontier * BLOCK
_kinds: u64 = u64(0)  # address of the byte table of kinds
_entries: u64 = u64(0)  # address of the block table
_allocated: u64 = u64(0)  # address of the map of allocated cells
_marked: u64 = u64(0)  # address of the map of marked cells
_search: u64 = u64(0)  # no block below this index is free
_next_large: u64 = u64(0)  # where the search for a run of blocks goes on

_stack: u64 = u64(0)  # the mark stack
_stack_top: u64 = u64(0)
_stack_end: u64 = u64(0)
_overflowed: u64 = u64(0)  # something marked was not put on the mark stack

_ranges: u64 = u64(0)  # address of pairs (start, end)
_range_count: u64 = u64(0)
_live_bytes: u64 = u64(0)  # found by the last collection
_collections: u64 = u64(0)
_poisoning: u64 = u64(0)
_weak: u64 = u64(0)  # address of the first weak cell (runtime/weak.py)


# --- geometry ----------------------------------------------------------------------------------


@nostack
def set_up(start: u64, end: u64) -> bool:
    """Lay out the heap in the memory [start, end); False when it is too small for anything.

    The tables come first and are touched only as far as blocks are used.
    """
    global _blocks, _total, _frontier, _used_bytes, _kinds, _entries, _allocated, _marked
    global _stack, _stack_top, _stack_end, _ranges, _range_count, _search, _next_large, _limit
    start = (start + 4095) & ~u64(4095)
    if end < start + BLOCK * 4:
        return False
    size = end - start
    blocks = size >> BLOCK_SHIFT
    _stack = start
    _stack_end = start + (((size >> 8) + 16384) & ~u64(4095))
    _stack_top = _stack
    _ranges = _stack_end
    _kinds = _ranges + _MAX_RANGES * 16
    _entries = (_kinds + blocks + 63) & ~u64(63)
    _allocated = _entries + blocks * ENTRY
    _marked = _allocated + blocks * MAP_BYTES
    _blocks = (_marked + blocks * MAP_BYTES + BLOCK - 1) & ~(BLOCK - 1)
    if end < _blocks + BLOCK:
        return False
    _total = (end - _blocks) >> BLOCK_SHIFT
    set_reserve(u64(1))
    _frontier = u64(0)
    _used_bytes = u64(0)
    _search = u64(0)
    _next_large = u64(0)
    _range_count = u64(0)
    return True


@inline
@nostack
def first_block() -> u64:
    """The address of block 0."""
    return _blocks


@inline
@nostack
def block_total() -> u64:
    return _total


@inline
@nostack
def frontier() -> u64:
    """How many blocks, from the first, have been used so far."""
    return _frontier


@inline
@nostack
def entry_of(block: u64) -> u64:
    """The address of the block's entry in the block table."""
    return _entries + block * ENTRY


@inline
@nostack
def live_bytes() -> u64:
    """The bytes of the cells that the last collection kept."""
    return _live_bytes


@inline
@nostack
def collection_count() -> u64:
    return _collections


@nostack
def set_reserve(kept: u64) -> None:
    """Keep the last blocks, 8 or a 32nd of all, for the handlers of MemoryError (1), or give them out (0)."""
    global _limit
    _limit = _total
    if kept != 0:
        reserve = _total >> 5
        if reserve < 8:
            reserve = u64(8)
        if reserve > _total >> 2:
            reserve = _total >> 2
        _limit = _total - reserve


@inline
@nostack
def block_limit() -> u64:
    """How many blocks may be used, without the reserve as long as it is kept."""
    return _limit


@nostack
def set_poisoning(on: u64) -> None:
    """Fill what a collection frees with a pattern that faults when it is used (1), or not (0)."""
    global _poisoning
    _poisoning = on


@nostack
def add_root_range(start: u64, end: u64) -> None:
    """Scan the words of [start, end) conservatively in every collection; at most 256 ranges."""
    global _range_count
    if _range_count < _MAX_RANGES:
        store64(_ranges + _range_count * 16, start)
        store64(_ranges + _range_count * 16 + 8, end)
        _range_count = _range_count + 1


@inline
@nostack
def slot_of(size_class: u64) -> u64:
    """The address of the size class's slot."""
    return symbol_address("mirage_size_classes") + size_class * SLOT


# --- the map of allocated cells ------------------------------------------------------------------


@inline
@nostack
def is_allocated(address: u64) -> bool:
    offset = address - _blocks
    return load64(_allocated + ((offset >> 10) << 3)) >> ((offset >> 4) & 63) & 1 != 0


@inline
@nostack
def set_allocated(address: u64) -> None:
    offset = address - _blocks
    word = _allocated + ((offset >> 10) << 3)
    store64(word, load64(word) | (u64(1) << ((offset >> 4) & 63)))


@inline
@nostack
def clear_allocated(address: u64) -> None:
    offset = address - _blocks
    word = _allocated + ((offset >> 10) << 3)
    store64(word, load64(word) & ~(u64(1) << ((offset >> 4) & 63)))


@inline
@nostack
def _count_bits(word: u64) -> u64:
    """How many bits of the word are set."""
    pairs = word - (word >> 1 & 0x5555555555555555)
    fours = (pairs & 0x3333333333333333) + (pairs >> 2 & 0x3333333333333333)
    return ((fours + (fours >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101 >> 56


@nostack
def claim_cells(position: u64, end: u64, cell: u64) -> u64:
    """Set the bits of the free cell at `position` and of those right after it; returns where they end.

    end     no cell reaches over it
    cell    bytes of a cell; less than 1024, or `position + cell == end`
    """
    granules = cell >> 4
    pattern = u64(1)  # the bits of cells that follow each other
    step = granules
    while step < 64:
        pattern = pattern | pattern << step
        step = step << 1
    granule = (position - _blocks) >> 4
    last = (end - _blocks) >> 4  # no cell begins at it or after it
    last = last - granules + 1
    phase = granule & 63
    base = granule - phase
    while True:
        word = _allocated + (base >> 3)
        bits = load64(word)
        mask = pattern << phase
        if last - base < 64:
            mask = mask & ((u64(1) << (last - base)) - 1)
        taken = bits & mask
        if taken != 0:
            mask = mask & ((taken & (~taken + 1)) - 1)
        store64(word, bits | mask)
        granule = granule + _count_bits(mask) * granules
        base = base + 64
        if taken != 0 or granule >= last:
            return _blocks + (granule << 4)
        phase = granule - base


# --- blocks --------------------------------------------------------------------------------------


@nostack
def _advance_frontier(blocks: u64) -> None:
    """Bring the next `blocks` blocks into use: their table entries may hold anything so far."""
    global _frontier, _used_bytes
    fill_memory(_kinds + _frontier, FREE, blocks)
    fill_memory(_allocated + _frontier * MAP_BYTES, u8(0), blocks * MAP_BYTES)
    fill_memory(_marked + _frontier * MAP_BYTES, u8(0), blocks * MAP_BYTES)
    _frontier = _frontier + blocks
    _used_bytes = _frontier << BLOCK_SHIFT


@nostack
def take_block() -> u64:
    """The index of a free block, to be formatted by the caller; the number of blocks when none is left."""
    global _search
    block = _search
    end = _frontier
    if end > _limit:
        end = _limit
    while block < end:
        if load8(_kinds + block) == FREE:
            _search = block + 1
            return block
        block = block + 1
    _search = end
    if _frontier < _limit:
        block = _frontier
        _advance_frontier(u64(1))
        _search = _frontier
        return block
    return _total


@nostack
def format_block(block: u64, size_class: u64, cell: u64) -> None:
    """Make a free block hold cells of `cell` bytes."""
    granules = cell >> 4
    entry = _entries + block * ENTRY
    store32(entry + GRANULES, u32(granules))
    store32(entry + RECIPROCAL, u32((u64(16777216) + granules - 1) // granules))
    store32(entry + CELLS, u32(BLOCK // cell))
    store32(entry + LIVE, u32(0))
    store64(entry + LINK, u64(0))
    store64(entry + OWNER, size_class)
    store8(_kinds + block, SMALL)


@nostack
def _find_run(start: u64, end: u64, count: u64) -> u64:
    """The first of `count` free blocks in a row, all within [start, end); _total when there are none."""
    length = u64(0)
    block = start
    while block < end:
        if load8(_kinds + block) == FREE:
            length = length + 1
            if length == count:
                return block + 1 - count
        else:
            length = u64(0)
        block = block + 1
    return _total


@nostack
def take_run(count: u64) -> u64:
    """The index of the first of `count` blocks, now a large object; the number of blocks when none fits."""
    global _next_large
    end = _frontier
    if end > _limit:
        end = _limit
    block = _find_run(_next_large, end, count)
    if block == _total:
        block = _find_run(u64(0), end, count)
    if block == _total:
        block = _frontier
        while block > 0 and load8(_kinds + block - 1) == FREE:
            block = block - 1
        if block >= _limit or count > _limit - block:
            return _total
        _advance_frontier(block + count - _frontier)
    entry = _entries + block * ENTRY
    store32(entry + LIVE, u32(0))
    store64(entry + LINK, count)
    store8(_kinds + block, LARGE)
    rest = u64(1)
    while rest < count:
        store8(_kinds + block + rest, LARGE_REST)
        store64(_entries + (block + rest) * ENTRY + OWNER, block)
        rest = rest + 1
    _next_large = block + count
    set_allocated(_blocks + (block << BLOCK_SHIFT))
    return block


# --- marking -------------------------------------------------------------------------------------


@inline
@nostack
def _push(address: u64, index: u64) -> None:
    global _stack_top, _overflowed
    if _stack_top == _stack_end:
        _overflowed = u64(1)
    else:
        store64(_stack_top, address)
        store64(_stack_top + 8, index)
        _stack_top = _stack_top + _MARK_ENTRY


@nostack
def _mark(address: u64) -> None:
    """Mark the cell that starts at `address`, which is in the heap and allocated."""
    offset = address - _blocks
    word = _marked + ((offset >> 10) << 3)
    bits = load64(word)
    bit = u64(1) << ((offset >> 4) & 63)
    if bits & bit != 0:
        return
    store64(word, bits | bit)
    live = _entries + (offset >> BLOCK_SHIFT) * ENTRY + LIVE
    store32(live, load32(live) + 1)
    description = class_table() + (load64(address) & u64(0xFFFFFFFF)) * 32
    if load32(description + 12) != 0 or load32(description + 8) & 1 != 0:
        _push(address, u64(0))


@inline
@nostack
def _mark_word(word: u64) -> None:
    """Mark what a traced field holds: an int word, null, unset, a static object or a heap object."""
    if word & 1 == 0 and word - _blocks < _used_bytes:
        _mark(word)


@nostack
def _mark_conservatively(word: u64) -> None:
    """Mark the allocated cell that the word points into, if there is one."""
    offset = word - _blocks
    if offset >= _used_bytes:
        return
    block = offset >> BLOCK_SHIFT
    kind = load8(_kinds + block)
    if kind == FREE:
        return
    if kind == SMALL:
        entry = _entries + block * ENTRY
        granule = (offset & (BLOCK - 1)) >> 4
        cell = granule * u64(load32(entry + RECIPROCAL)) >> 24
        if cell >= u64(load32(entry + CELLS)):
            return
        start = _blocks + (block << BLOCK_SHIFT) + (cell * u64(load32(entry + GRANULES)) << 4)
    elif kind == LARGE:
        start = _blocks + (block << BLOCK_SHIFT)
    else:
        start = _blocks + (load64(_entries + block * ENTRY + OWNER) << BLOCK_SHIFT)
    if is_allocated(start):
        _mark(start)


@nostack
def _scan_range(start: u64, end: u64) -> None:
    """Mark conservatively from every word of [start, end); both multiples of 8."""
    address = start
    while address < end:
        word = load64(address)
        if word - _blocks < _used_bytes:
            _mark_conservatively(word)
        address = address + 8


@nostack
def _scan_object(address: u64, first: u64) -> None:
    """Mark what the object refers to: its fields (first = 0), and the tail from element `first` on."""
    description = class_table() + (load64(address) & u64(0xFFFFFFFF)) * 32
    if first == 0:
        count = u64(load32(description + 12))
        offsets = u64(load32(description + 16))
        index = u64(0)
        while index < count:
            _mark_word(load64(address + u64(load32(offsets + index * 4))))
            index = index + 1
    if load32(description + 8) & 1 != 0:
        count = load64(address + 8)
        stop = count
        if count - first > _TAIL_STEP:
            stop = first + _TAIL_STEP
            _push(address, stop)
        tail = address + ((u64(load32(description)) + 7) & ~u64(7))
        index = first
        while index < stop:
            _mark_word(load64(tail + index * 8))
            index = index + 1


@nostack
def _drain() -> None:
    """Scan what is on the mark stack until it is empty."""
    global _stack_top
    while _stack_top != _stack:
        _stack_top = _stack_top - _MARK_ENTRY
        _scan_object(load64(_stack_top), load64(_stack_top + 8))


@nostack
def _rescan_object(address: u64) -> None:
    """Scan a marked object again, in steps, so that nothing of it depends on room on the mark stack."""
    description = class_table() + (load64(address) & u64(0xFFFFFFFF)) * 32
    count = u64(load32(description + 12))
    offsets = u64(load32(description + 16))
    index = u64(0)
    while index < count:
        _mark_word(load64(address + u64(load32(offsets + index * 4))))
        _drain()
        index = index + 1
    if load32(description + 8) & 1 != 0:
        count = load64(address + 8)
        tail = address + ((u64(load32(description)) + 7) & ~u64(7))
        index = u64(0)
        while index < count:
            _mark_word(load64(tail + index * 8))
            _drain()
            index = index + 1


@noinline
@nostack
def _rescan_marked() -> None:
    """The mark stack was full: look again at all marked objects for referents that are not marked."""
    block = u64(0)
    while block < _frontier:
        kind = load8(_kinds + block)
        base = _blocks + (block << BLOCK_SHIFT)
        if kind == SMALL or kind == LARGE:
            words = u64(0)
            while words < 64:  # 64 words of the map for the block, 64 cells of 16 bytes for a word
                bits = load64(_marked + block * MAP_BYTES + words * 8)
                bit = u64(0)
                while bits != 0:
                    if bits & 1 != 0:
                        _rescan_object(base + (words << 10) + (bit << 4))
                    bits = bits >> 1
                    bit = bit + 1
                words = words + 1
        block = block + 1


# --- sweeping ------------------------------------------------------------------------------------


@noinline
@nostack
def _poison_dead() -> None:
    """Fill every cell that is allocated and not marked with the poison pattern (stress mode)."""
    block = u64(0)
    while block < _frontier:
        kind = load8(_kinds + block)
        entry = _entries + block * ENTRY
        base = _blocks + (block << BLOCK_SHIFT)
        if kind == SMALL:
            granules = u64(load32(entry + GRANULES))
            cells = u64(load32(entry + CELLS))
            cell = u64(0)
            while cell < cells:
                offset = cell * granules
                bit = u64(1) << (offset & 63)
                word = block * MAP_BYTES + ((offset >> 6) << 3)
                if load64(_allocated + word) & bit != 0 and load64(_marked + word) & bit == 0:
                    fill_memory(base + (offset << 4), _POISON, granules << 4)
                cell = cell + 1
        elif kind == LARGE and load32(entry + LIVE) == 0:
            fill_memory(base, _POISON, load64(entry + LINK) << BLOCK_SHIFT)
        block = block + 1


@nostack
def add_weak_cell(cell: u64) -> None:
    """The object at `cell` has a raw target at offset 8, cleared when that dies, and a raw link at 16."""
    global _weak
    store64(cell + 16, _weak)
    _weak = cell


def first_weak_cell() -> u64:
    return _weak


@nostack
def _is_dead(address: u64) -> bool:
    """The object is in the heap and was not marked."""
    offset = address - _blocks
    if offset >= _used_bytes:
        return False
    return load64(_marked + ((offset >> 10) << 3)) & (u64(1) << ((offset >> 4) & 63)) == 0


@nostack
def _clear_weak_cells() -> None:
    """Forget dead targets, and take dead cells out of their list."""
    global _weak
    before = u64(0)
    cell = _weak
    while cell != 0:
        after = load64(cell + 16)
        if _is_dead(cell):
            if before == 0:
                _weak = after
            else:
                store64(before + 16, after)
        else:
            target = load64(cell + 8)
            if target != 0 and _is_dead(target):
                store64(cell + 8, u64(0))
            before = cell
        cell = after


@nostack
def _sweep() -> None:
    """Free blocks without marked cells; list the partly free ones in their size class."""
    global _live_bytes, _search, _next_large
    live_bytes = u64(0)
    size_class = u64(0)
    while size_class < CLASS_COUNT:
        store64(slot_of(size_class) + PARTIAL, u64(0))
        size_class = size_class + 1
    block = _frontier
    while block > 0:  # downwards, so that the lists begin with the lowest addresses
        block = block - 1
        kind = load8(_kinds + block)
        entry = _entries + block * ENTRY
        if kind == SMALL:
            live = load32(entry + LIVE)
            if live == 0:
                store8(_kinds + block, FREE)
            else:
                live_bytes = live_bytes + (u64(live) * u64(load32(entry + GRANULES)) << 4)
                if live < load32(entry + CELLS):
                    slot = slot_of(load64(entry + OWNER))
                    store64(entry + LINK, load64(slot + PARTIAL))
                    store64(slot + PARTIAL, block + 1)
        elif kind == LARGE:
            count = load64(entry + LINK)
            if load32(entry + LIVE) == 0:
                fill_memory(_kinds + block, FREE, count)
            else:
                live_bytes = live_bytes + (count << BLOCK_SHIFT)
    _live_bytes = live_bytes
    _search = u64(0)
    _next_large = u64(0)


@nostack
def _clear_marks() -> None:
    fill_memory(_marked, u8(0), _frontier * MAP_BYTES)
    block = u64(0)
    while block < _frontier:
        store32(_entries + block * ENTRY + LIVE, u32(0))
        block = block + 1


@nostack
@export("mirage_collect_from")
def collect_from(stack_pointer: u64) -> None:
    """Collect, with the stack in use reaching from `stack_pointer` to `mirage_stack_top`.

    The size classes' runs are retired by the caller (memory.py): cells in them that were not handed
    out have no `allocated` bit.
    """
    global _overflowed, _collections, _allocated, _marked
    _clear_marks()
    _overflowed = u64(0)
    address = symbol_address("__gc_roots_start")
    end = symbol_address("__gc_roots_end")
    while address < end:
        _mark_word(load64(address))
        address = address + 8
    _drain()
    _scan_range(stack_pointer & ~u64(7), load64(symbol_address("mirage_stack_top")))
    _drain()
    index = u64(0)
    while index < _range_count:
        _scan_range(load64(_ranges + index * 16), load64(_ranges + index * 16 + 8))
        _drain()
        index = index + 1
    while _overflowed != 0:
        _overflowed = u64(0)
        _rescan_marked()
    if _weak != 0:
        _clear_weak_cells()
    if _poisoning != 0:
        _poison_dead()
    marked = _marked
    _marked = _allocated
    _allocated = marked
    _sweep()
    _collections = _collections + 1
