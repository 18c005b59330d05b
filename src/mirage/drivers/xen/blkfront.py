"""Xen block device (Xen, public/io/blkif.h): reads and writes of many sectors, flush, discard, read-only.

Data stands in buffers of the driver, granted once.  A few requests have room for much data, and name their
pages in a page of their own (indirect segments); the many others have a page.  The protocol counts in sectors
of 512 bytes whatever the disk's own are.  The backend is not trusted: an answer to what was not asked is
counted in `bad`.  What was under way when a backend went is asked of the next.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.disk import DISCARD, FLUSH, WRITE, Disk
from mirage.drivers.xen import grants, hypercall
from mirage.drivers.xen.ring import FrontRing, entries
from mirage.lowlevel import (
    Array,
    copy_memory,
    fill_memory,
    i64,
    keep_alive,
    load8,
    store8,
    store16,
    store32,
    store64,
    tail_address,
    u8,
    u16,
    u32,
    u64,
    volatile_load8,
    volatile_load16,
    volatile_load64,
)

_PAGE: Final = u64(4096)
_ENTRY: Final = u64(112)
_WIRE: Final = 512
_SECTORS_OF_PAGE: Final = 8
_LARGEST_SECTOR: Final = 4096
_LARGEST_CAPACITY: Final = 1 << 54  # sectors: byte offsets stay below 2**63
_DIRECT_SEGMENTS: Final = 11
_PAGES: Final = 16
"""Pages of data of a large request; a small one has one."""
MOST_RING_PAGES: Final = 2
"""They have slots for all requests; one page has slots for half of them."""
_LARGE: Final = u64(8)
_MOST: Final = u64(64)
_LARGE_BYTES: Final = u64((_PAGES + 1) * 4096)

_OP_READ: Final = 0
_OP_WRITE: Final = 1
_OP_FLUSH: Final = 3
_OP_DISCARD: Final = 5
_OP_INDIRECT: Final = 6
_UNSUPPORTED: Final = 0xFFFE  # -2

_INFO_READ_ONLY: Final = 4
_FREE: Final = 0
_WAITING: Final = 1  # for a slot of the ring
_UNDER_WAY: Final = 2
_ENDED: Final = 3

_EIO: Final = 5
_EOPNOTSUPP: Final = 95



def _grant(references: Array[u64], domain: u64, address: u64) -> None:
    """Let the domain use consecutive pages, one for each reference to be had.  Raises MemoryError."""
    index = i64(0)
    while index < references.count:
        references[index] = grants.grant(domain, address + u64(index) * _PAGE, False)
        index += 1


def _revoke(references: Array[u64]) -> None:
    index = i64(0)
    while index < references.count:
        grants.revoke(references[index])
        index += 1


class Properties:
    """What the backend says of the disk, in the words of the store.

    sectors    of 512 bytes
    info       flags of blkif.h
    indirect   the most segments of a request that names them in pages; 0: it knows none
    """

    def __init__(
        self,
        sectors: int,
        sector_size: int,
        info: int,
        writable: bool,
        flush: bool,
        discard: bool,
        indirect: int,
    ) -> None:
        self.sectors = sectors
        self.sector_size = sector_size
        self.info = info
        self.writable = writable
        self.flush = flush
        self.discard = discard
        self.indirect = indirect


class BlockRing(Disk):
    """The ring of one disk, with the buffers of its requests: the first `large` are large, the rest small.

    ring_grants  of the pages of the ring, which the backend may use all or only the first of
    """

    def __init__(self, memory: u64) -> None:
        """With at most about so many bytes for data; at least one request is there.  Raises MemoryError."""
        self.sector_size = _WIRE
        self.sectors = 0
        self.read_only = True
        self.piece = 1
        self.discard = 0
        self.can_flush = False
        self.bad = 0  # answers of the backend that break the protocol
        self.connected = False
        self.detached = False  # there will be no other backend
        ring_bytes = u64(MOST_RING_PAGES) * _PAGE
        self.ring = FrontRing(dma.allocate(ring_bytes, _PAGE), ring_bytes, _ENTRY)
        large = memory // _LARGE_BYTES
        if large > _LARGE:
            large = _LARGE
        if large == 0:
            large = u64(1)
        small = u64(0)
        if memory > large * _LARGE_BYTES:
            small = (memory - large * _LARGE_BYTES) >> 12
        if small > _MOST - large:
            small = _MOST - large
        self.large = large
        self.count = large + small
        self._pages = large * u64(_PAGES) + small
        self._data = dma.allocate(self._pages * _PAGE, _PAGE)
        self._segments = dma.allocate(large * _PAGE, _PAGE)  # the page of indirect segments of each
        self._data_grants: Array[u64] = Array(i64(self._pages))
        self._segment_grants: Array[u64] = Array(i64(large))
        self.ring_grants: Array[u64] = Array(i64(MOST_RING_PAGES))
        self._domain = u64(0)
        self._granted = False
        self._port = u64(0)
        self._handle = u64(0)
        self._indirect = False
        self._wire = 1  # sectors of the protocol in one of the disk
        self._states = dma.allocate(self.count, u64(8))  # a byte for each request
        self._operations: Array[u64] = Array(i64(self.count))
        self._firsts: Array[u64] = Array(i64(self.count))  # sectors of the protocol
        self._lengths: Array[u64] = Array(i64(self.count))  # likewise
        self._answers: Array[u64] = Array(i64(self.count))
        self._waiting = 0  # requests without a slot
        self._free_large: Array[i64] = Array(i64(large))
        self._free_large_count = i64(0)
        self._free_small: Array[i64] = Array(i64(self.count))
        self._free_small_count = i64(0)
        self._ended: Array[i64] = Array(i64(self.count))  # in the order they ended, a ring of `count`
        self._first_ended = i64(0)
        self._ended_count = i64(0)
        index = i64(0)
        while index < i64(self.count):
            self._release(index)
            index += 1

    # --- life ------------------------------------------------------------------------------------

    def grant_all(self, domain: u64) -> None:
        """Let this domain's backend use the ring and the buffers.  Raises MemoryError."""
        if self._granted and self._domain == domain:
            return
        if self._granted:
            _revoke(self.ring_grants)
            _revoke(self._data_grants)
            _revoke(self._segment_grants)
        self._domain = domain
        _grant(self.ring_grants, domain, self.ring.page)
        _grant(self._data_grants, domain, self._data)
        _grant(self._segment_grants, domain, self._segments)  # who keeps them mapped maps them so (note 8)
        self._granted = True

    def forget_grants(self) -> None:
        """The grant table is a new one: the domain was restored."""
        self._granted = False

    def reset(self, most_pages: int) -> int:
        """An empty ring for a backend that takes rings of so many pages; how many it has."""
        pages = 1
        while pages < MOST_RING_PAGES and pages * 2 <= most_pages:
            if entries(u64(pages) * _PAGE, _ENTRY) >= self.count:
                break
            pages *= 2
        self.ring.resize(u64(pages) * _PAGE)
        self.ring.reset()
        return pages

    def start(self, port: u64, handle: u64, properties: Properties) -> None:
        """The backend is connected; what was under way is asked again.

        raises     OSError: it is no disk that we could use, or another one than before
        """
        size = properties.sector_size
        if size < _WIRE or size > _LARGEST_SECTOR or size & (size - 1) != 0:
            raise OSError(_EIO, f"Xen disk with sectors of {size} bytes")
        if properties.sectors > _LARGEST_CAPACITY:
            raise OSError(_EIO, "Xen disk of impossible size")
        known = self.sectors != 0
        if known and (size != self.sector_size or properties.sectors // self._wire < self.sectors):
            raise OSError(_EIO, "Xen disk is another one than before")
        self._port = port
        self._handle = handle
        self._wire = size // _WIRE
        self._indirect = properties.indirect >= _PAGES
        self.sector_size = size
        self.sectors = properties.sectors // self._wire
        self.read_only = not properties.writable or properties.info & _INFO_READ_ONLY != 0
        self.can_flush = properties.flush and not self.read_only
        self.discard = 0x7FFFFFFF // self._wire if properties.discard and not self.read_only else 0
        pages = _PAGES if self._indirect else _DIRECT_SEGMENTS
        self.piece = pages * _SECTORS_OF_PAGE // self._wire
        self.connected = True
        index = i64(0)
        while index < i64(self.count):
            if load8(self._states + u64(index)) == _UNDER_WAY:
                store8(self._states + u64(index), u8(_WAITING))
                self._waiting += 1
            index += 1
        self._ask_waiting()
        self.kick()

    def stop(self) -> None:
        """The backend is gone."""
        self.connected = False

    def detach(self) -> None:
        """The disk itself is gone: whoever waits for it is told."""
        self.stop()
        self.detached = True

    # --- requests --------------------------------------------------------------------------------

    def _release(self, index: i64) -> None:
        if u64(index) < self.large:
            self._free_large[self._free_large_count] = index
            self._free_large_count = self._free_large_count + 1
        else:
            self._free_small[self._free_small_count] = index
            self._free_small_count = self._free_small_count + 1

    def _take_free(self, is_small: bool) -> i64:
        """A free request, a small one where that will do; -1: none."""
        if is_small and self._free_small_count != 0:
            self._free_small_count = self._free_small_count - 1
            return self._free_small[self._free_small_count]
        if self._free_large_count == 0:
            return i64(-1)
        self._free_large_count = self._free_large_count - 1
        return self._free_large[self._free_large_count]

    def _first_page(self, number: i64) -> i64:
        """Of the data of a request."""
        if u64(number) < self.large:
            return number * i64(_PAGES)
        return i64(self.large) * i64(_PAGES) + number - i64(self.large)

    def _buffer(self, number: i64) -> u64:
        return self._data + u64(self._first_page(number)) * _PAGE

    def begin(self, kind: int, sector: int, count: int, data: bytes, start: int) -> int:
        """Queue a request (Disk.begin)."""
        is_small = kind == FLUSH or kind == DISCARD or count * self._wire <= _SECTORS_OF_PAGE
        number = self._take_free(is_small)
        if number < 0:
            return -1
        operation = _OP_READ
        if kind == WRITE:
            operation = _OP_WRITE
            source = tail_address(data) + u64(start)
            copy_memory(self._buffer(number), source, u64(count * self.sector_size))
            keep_alive(data)
        elif kind == FLUSH:
            operation = _OP_FLUSH
        elif kind == DISCARD:
            operation = _OP_DISCARD
        self._operations[number] = u64(operation)
        self._firsts[number] = u64(sector * self._wire)
        self._lengths[number] = u64(count * self._wire)
        store8(self._states + u64(number), u8(_WAITING))
        self._waiting += 1
        self._ask_waiting()
        return int(number)

    def _ask_waiting(self) -> None:
        """Put requests into the ring while it has room."""
        index = i64(0)
        while self._waiting != 0 and self.connected and self.ring.room() != 0 and index < i64(self.count):
            if load8(self._states + u64(index)) == _WAITING:
                self._ask(index)
            index += 1

    def _ask(self, number: i64) -> None:
        """Put the request into the ring, which has room for it."""
        self._waiting -= 1
        store8(self._states + u64(number), u8(_UNDER_WAY))
        ring = self.ring
        slot = ring.slot(ring.produced)
        operation = self._operations[number]
        length = self._lengths[number]
        fill_memory(slot, u8(0), _ENTRY)
        store8(slot, u8(operation))
        store16(slot + 2, u16(self._handle))
        store64(slot + 8, u64(number))
        store64(slot + 16, self._firsts[number])
        if operation == _OP_DISCARD:
            store64(slot + 24, length)
        elif operation != _OP_FLUSH:
            pages = (length + u64(_SECTORS_OF_PAGE - 1)) // _SECTORS_OF_PAGE
            if pages > _DIRECT_SEGMENTS:
                segments = self._segments + u64(number) * _PAGE
                store8(slot, u8(_OP_INDIRECT))
                store8(slot + 1, u8(operation))
                store16(slot + 2, u16(pages))
                store16(slot + 24, u16(self._handle))
                store32(slot + 28, u32(self._segment_grants[number]))
                self._name_pages(segments, number, length)
            else:
                store8(slot + 1, u8(pages))
                self._name_pages(slot + 24, number, length)
        ring.produced = ring.produced + 1

    def _name_pages(self, segment: u64, number: i64, length: u64) -> None:
        """Write the segments of a request of `length` sectors: each a page, or its beginning."""
        page = self._first_page(number)
        while length != 0:
            here = u64(_SECTORS_OF_PAGE)
            if length < here:
                here = length
            store32(segment, u32(self._data_grants[page]))
            store8(segment + 4, u8(0))
            store8(segment + 5, u8(here - 1))
            segment += 8
            page += 1
            length -= here

    def kick(self) -> None:
        if self.connected and self.ring.publish():
            hypercall.notify(self._port)

    # --- answers ---------------------------------------------------------------------------------

    def _collect(self) -> None:
        """Take the answers that are there."""
        ring = self.ring
        count = ring.responses()
        while count != 0:
            slot = ring.slot(ring.consumed)
            number = volatile_load64(slot)
            operation = u64(volatile_load8(slot + 8))
            answer = u64(volatile_load16(slot + 10))
            ring.consumed = ring.consumed + 1
            count -= 1
            if number >= self.count or load8(self._states + number) != _UNDER_WAY:
                self.bad += 1
                continue
            asked = self._operations[i64(number)]
            if operation != asked and operation != _OP_INDIRECT:
                self.bad += 1  # and yet it is the answer: what the request was stands with us
            store8(self._states + number, u8(_ENDED))
            self._answers[i64(number)] = answer
            self._ended[(self._first_ended + self._ended_count) % i64(self.count)] = i64(number)
            self._ended_count = self._ended_count + 1
        if self._waiting != 0:
            self._ask_waiting()
            self.kick()

    def take_done(self) -> int:
        """A request that has ended (Disk.take_done)."""
        if self.connected:
            self._collect()
            if self.ring.broken:
                raise OSError(_EIO, "Xen disk's backend answers more than was asked")
        if self._ended_count == 0:
            if self.detached:
                raise OSError(_EIO, "Xen disk was detached")
            return -1
        number = self._ended[self._first_ended]
        self._first_ended = (self._first_ended + 1) % i64(self.count)
        self._ended_count = self._ended_count - 1
        return int(number)

    def has_ended(self) -> bool:
        if self._ended_count != 0 or self.detached:
            return True
        return self.connected and (self.ring.responses() != 0 or self.ring.broken)

    def status(self, number: int) -> int:
        """0, or the errno."""
        answer = self._answers[i64(number)]
        if answer == 0:
            return 0
        return _EOPNOTSUPP if answer == _UNSUPPORTED else _EIO

    def finish(self, number: int) -> bytes:
        """What was read; the number is free again."""
        index = i64(number)
        data = b""
        if self._operations[index] == _OP_READ and self._answers[index] == 0:
            data = dma.read_bytes(self._buffer(index), self._lengths[index] * u64(_WIRE))
        store8(self._states + u64(number), u8(_FREE))
        self._release(index)
        return data

    def prepare_to_sleep(self) -> bool:
        if not self.connected:
            return not self.has_ended()
        self.ring.tell_after(u64(1))
        return not self.has_ended()

    def wake(self) -> None:
        """The backend tells of the next answer only when it is asked to."""
