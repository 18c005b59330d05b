"""blkfront's ring against a simulated backend, which may be slow, disordered and hostile."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirage.drivers.disk import DISCARD, FLUSH, READ, WRITE
from mirage.drivers.xen import blkfront
from mirage.drivers.xen.blk import device_name
from mirage.lowlevel import i64, u64

for _name in ("simulated", "simulated_xen"):
    if _name not in sys.modules:
        _spec = importlib.util.spec_from_file_location(_name, Path(__file__).with_name(f"{_name}.py"))
        assert _spec is not None and _spec.loader is not None
        sys.modules[_name] = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(sys.modules[_name])
simulated, simulated_xen = sys.modules["simulated"], sys.modules["simulated_xen"]

DOMAIN, PORT, HANDLE, SECTORS, REQUESTS = 2, 9, 0xCA00, 1000, 4
MEMORY = REQUESTS * 17 * 4096  # of four large requests
MUCH = 200 * 4096  # of eight large requests and 56 small ones


class Backend:
    """blkback: it holds the disk, and ends requests in any order."""

    def __init__(
        self, guest: simulated_xen.Guest, disk: blkfront.BlockRing, contents: bytearray, pages: int = 1
    ) -> None:
        self.guest = guest
        self.memory = guest.memory
        granted = [guest.page(int(disk.ring_grants[i64(i)]), DOMAIN, True) for i in range(pages)]
        assert granted == [granted[0] + 4096 * i for i in range(pages)]  # what a backend maps in a row
        self.ring = simulated_xen.BackRing(guest, granted[0], 112, pages)
        self.contents = contents
        self.pending: list[tuple[int, int, int, list[tuple[int, int]], int]] = []
        self.flushed = 0

    def look(self) -> None:
        """Take the new requests: operation, id, sector, segments as (address, bytes), length of a discard."""
        load = self.memory.load
        for number in self.ring.requests():
            slot = self.ring.slot(number)
            operation, name, sector = load(slot, 1), load(slot + 8, 8), load(slot + 16, 8)
            count, handle, at = load(slot + 1, 1), load(slot + 2, 2), slot + 24
            length = 0
            if operation == 6:
                operation, count, handle = count, load(slot + 2, 2), load(slot + 24, 2)
                at = self.guest.page(load(slot + 28, 4), DOMAIN, False)
                assert count > 11
            elif operation == 5:
                count, length = 0, load(slot + 24, 8)
            assert handle == HANDLE and (operation in (0, 1)) == (count > 0)
            segments = []
            for i in range(count):
                first, last = load(at + i * 8 + 4, 1), load(at + i * 8 + 5, 1)
                assert first <= last < 8
                page = self.guest.page(load(at + i * 8, 4), DOMAIN, operation == 0)
                segments.append((page + first * 512, (last - first + 1) * 512))
            self.pending.append((operation, name, sector, segments, length))

    def end(self, which: int, status: int = 0) -> bool:
        operation, name, sector, segments, length = self.pending.pop(which)
        if status == 0:
            at = sector * 512
            for address, size in segments:
                if operation == 0:
                    self.memory.bytes[address : address + size] = self.contents[at : at + size]
                else:
                    self.contents[at : at + size] = self.memory.bytes[address : address + size]
                at += size
            if operation == 5:
                self.contents[at : at + length * 512] = bytes(length * 512)
            self.flushed += operation == 3
        return self.answer(name, operation, status)

    def answer(self, name: int, operation: int, status: int) -> bool:
        slot = self.ring.slot(self.ring.answered)
        self.memory.store(slot, name, 8)
        self.memory.store(slot + 8, operation, 1)
        self.memory.store(slot + 10, status & 0xFFFF, 2)
        return bool(self.ring.publish())


def properties(**changed: int) -> blkfront.Properties:
    values = {"sectors": SECTORS, "sector_size": 512, "info": 0, "indirect": 256}
    values.update({name: value for name, value in changed.items() if name in values})
    yes = {name: bool(changed.get(name, 1)) for name in ("writable", "flush", "discard")}
    return blkfront.Properties(
        values["sectors"],
        values["sector_size"],
        values["info"],
        yes["writable"],
        yes["flush"],
        yes["discard"],
        values["indirect"],
    )


@contextmanager
def disk(
    memory: int = MEMORY, offered: int = 1, **changed: int
) -> Iterator[tuple[blkfront.BlockRing, Backend]]:
    """A disk with so much memory for data, at a backend that takes rings of so many pages."""
    with pytest.MonkeyPatch.context() as patch:
        guest = simulated_xen.Guest(simulated.Memory(), patch, blkfront)
        front = blkfront.BlockRing(u64(memory))
        front.grant_all(u64(DOMAIN))
        pages = front.reset(offered)
        backend = Backend(guest, front, bytearray(SECTORS * 512), pages)
        front.start(u64(PORT), u64(HANDLE), properties(**changed))
        yield front, backend


def test_data_goes_both_ways() -> None:
    with disk() as (front, backend):
        assert (front.sector_size, front.sectors, front.piece) == (512, SECTORS, 128)
        assert (front.read_only, front.can_flush, front.discard > 0) == (False, True, True)
        for count in (1, 7, 8, 9, 88, 89, 127, 128):
            text = random.Random(count).randbytes(count * 512 + 100)
            number = front.begin(WRITE, 3, count, text, 100)
            front.kick()
            backend.look()
            backend.end(0)
            assert (front.take_done(), front.status(number), front.finish(number)) == (number, 0, b"")
            assert backend.contents[3 * 512 : (3 + count) * 512] == text[100:]
            number = front.begin(READ, 3, count, b"", 0)
            front.kick()
            backend.look()
            backend.end(0)
            assert (front.take_done(), front.finish(number)) == (number, text[100:])
        assert backend.guest.notified and front.bad == 0


def test_requests_end_in_any_order_and_room_is_told() -> None:
    with disk() as (front, backend):
        backend.contents[:] = random.Random(1).randbytes(len(backend.contents))
        numbers = [front.begin(READ, 10 * i, 2, b"", 0) for i in range(REQUESTS)]
        assert sorted(numbers) == list(range(REQUESTS)) and front.begin(READ, 0, 1, b"", 0) == -1
        front.kick()
        backend.look()
        assert front.prepare_to_sleep() and not front.has_ended()
        for i in (2, 0, 1, 0):
            backend.end(i)
        assert not front.prepare_to_sleep() and front.has_ended()
        ended = [front.take_done() for _ in range(REQUESTS)]
        assert ended == [numbers[2], numbers[0], numbers[3], numbers[1]] and front.take_done() == -1
        for i, number in enumerate(numbers):
            assert front.finish(number) == backend.contents[10 * i * 512 : (10 * i + 2) * 512]


@pytest.mark.parametrize("offered", [1, 2, 16])
def test_many_small_requests_are_under_way_at_once(offered: int) -> None:
    with disk(MUCH, offered) as (front, backend):
        backend.contents[:] = random.Random(3).randbytes(len(backend.contents))
        slots = 64 if offered > 1 else 32
        assert int(front.ring.size) == backend.ring.size == slots
        numbers = [front.begin(READ, 9 * i, 8, b"", 0) for i in range(64)]
        assert sorted(numbers) == list(range(64)) and front.begin(FLUSH, 0, 0, b"", 0) == -1
        front.kick()
        backend.look()
        assert len(backend.pending) == slots  # the others wait for a slot
        order = random.Random(4)
        ended = []
        while len(ended) < 64:
            for _ in range(order.randrange(1, 9)):
                if backend.pending:
                    backend.end(order.randrange(len(backend.pending)))
            while (number := front.take_done()) >= 0:
                ended.append(number)
            backend.look()
        assert sorted(ended) == list(range(64)) and front.bad == 0
        for i, number in enumerate(numbers):
            assert front.finish(number) == backend.contents[9 * i * 512 : (9 * i + 8) * 512]


def test_large_requests_have_buffers_of_their_own() -> None:
    with disk(MUCH, 2) as (front, backend):
        large = [front.begin(READ, i, 128, b"", 0) for i in range(9)]
        assert large[:8] == list(range(7, -1, -1)) and large[8] == -1
        assert front.begin(READ, 0, 9, b"", 0) == -1 and front.begin(READ, 0, 8, b"", 0) >= 8


def test_a_backend_with_a_smaller_ring_gets_what_was_under_way_bit_by_bit() -> None:
    with disk(MUCH, 2) as (front, backend):
        backend.contents[:] = random.Random(5).randbytes(len(backend.contents))
        numbers = [front.begin(READ, i, 1, b"", 0) for i in range(64)]
        front.kick()
        backend.look()
        assert len(backend.pending) == 64
        front.stop()
        assert front.reset(1) == 1
        again = Backend(backend.guest, front, backend.contents)
        front.start(u64(PORT), u64(HANDLE), properties())
        ended = []
        while len(ended) < 64:
            again.look()
            assert again.pending
            again.end(0)
            while (number := front.take_done()) >= 0:
                ended.append(number)
        assert sorted(ended) == sorted(numbers) and front.bad == 0
        assert all(front.finish(n) == again.contents[i * 512 : i * 512 + 512] for i, n in enumerate(numbers))


@pytest.mark.parametrize("count", [65, 1 << 16, (1 << 32) - 1])
def test_counts_beyond_the_larger_ring_end_the_disk(count: int) -> None:
    with disk(MUCH, 2) as (front, backend):
        for i in range(64):
            front.begin(READ, i, 1, b"", 0)
        front.kick()
        backend.memory.store(backend.ring.page + 8, count, 4)
        with pytest.raises(OSError, match="more than was asked"):
            front.take_done()


def test_flush_discard_and_errors() -> None:
    with disk() as (front, backend):
        backend.contents[:] = b"x" * len(backend.contents)
        for kind, sector, count, status, errno in (
            (FLUSH, 0, 0, 0, 0),
            (DISCARD, 8, 16, 0, 0),
            (DISCARD, 8, 16, -2, 95),
            (READ, 0, 1, -1, 5),
            (READ, 0, 1, 77, 5),
        ):
            number = front.begin(kind, sector, count, b"", 0)
            front.kick()
            backend.look()
            backend.end(0, status)
            assert (front.take_done(), front.status(number)) == (number, errno)
            assert front.finish(number) == b""
        assert backend.flushed == 1
        assert backend.contents[8 * 512 : 24 * 512] == bytes(16 * 512) and backend.contents[24 * 512] == 120


def test_what_the_backend_offers() -> None:
    with disk(indirect=0) as (front, _):
        assert front.piece == 88
    with disk(sector_size=4096) as (front, backend):
        assert (front.sector_size, front.sectors, front.piece) == (4096, SECTORS // 8, 16)
        number = front.begin(WRITE, 2, 1, b"y" * 4096, 0)
        front.kick()
        backend.look()
        backend.end(0)
        assert front.take_done() == number and backend.contents[16 * 512 : 24 * 512] == b"y" * 4096
    for changed in ({"writable": 0}, {"info": 4}):
        with disk(**changed) as (front, _):
            assert (front.read_only, front.can_flush, front.discard) == (True, False, 0)
    for broken in ({"sector_size": 0}, {"sector_size": 513}, {"sector_size": 8192}, {"sectors": 1 << 60}):
        with pytest.raises(OSError), disk(**broken):
            pass


def test_what_was_under_way_is_asked_of_the_next_backend() -> None:
    with disk() as (front, backend):
        backend.contents[:] = random.Random(2).randbytes(len(backend.contents))
        read = front.begin(READ, 5, 3, b"", 0)
        written = front.begin(WRITE, 100, 100, b"z" * 51200, 0)
        front.kick()
        front.stop()
        later = front.begin(READ, 7, 1, b"", 0)
        assert front.take_done() == -1 and front.prepare_to_sleep()
        front.grant_all(u64(DOMAIN))
        front.reset(1)
        again = Backend(backend.guest, front, backend.contents)
        front.start(u64(PORT), u64(HANDLE), properties())
        again.look()
        while again.pending:
            again.end(0)
        assert sorted(front.take_done() for _ in range(3)) == sorted([read, written, later])
        assert front.finish(read) == again.contents[5 * 512 : 8 * 512]
        assert front.finish(later) == again.contents[7 * 512 : 8 * 512]
        assert again.contents[100 * 512 : 200 * 512] == b"z" * 51200
        front.stop()
        with pytest.raises(OSError, match="another one"):
            front.start(u64(PORT), u64(HANDLE), properties(sectors=10))


def test_a_detached_disk_ends_what_waits() -> None:
    with disk() as (front, backend):
        read = front.begin(READ, 5, 3, b"", 0)
        front.begin(READ, 6, 3, b"", 0)
        front.kick()
        backend.look()
        backend.end(0)
        assert front.has_ended() and front.take_done() == read
        front.detach()
        assert front.has_ended() and not front.prepare_to_sleep()
        for _ in range(2):
            with pytest.raises(OSError, match="was detached"):
                front.take_done()


def test_answers_to_what_was_not_asked_are_counted() -> None:
    with disk() as (front, backend):
        for _ in range(3):
            front.begin(READ, 0, 1, b"", 0)
        front.kick()
        backend.look()
        name = backend.pending[0][1]
        for other in (REQUESTS, (1 << 64) - 1, name):
            backend.answer(other, 0, 0)
        assert front.take_done() == name and front.take_done() == -1 and front.bad == 2
        backend.memory.store(backend.ring.page + 8, 1000, 4)
        with pytest.raises(OSError, match="more than was asked"):
            front.take_done()


@pytest.mark.more_in_long_mode(10)
@given(st.integers(0, 1 << 32))
def test_a_disk_is_a_disk(seed: int) -> None:
    """Random requests against what a bytearray would do; now and then the backend goes."""
    chance = random.Random(seed)
    with disk(chance.choice((MEMORY, MUCH)), chance.choice((1, 2))) as (front, backend):
        expected = bytearray(len(backend.contents))
        under_way: dict[int, tuple[int, int, int]] = {}
        for _ in range(40):
            act = chance.random()
            if act < 0.5:
                count = chance.choice((1, 2, 8, 9, 100, 128))
                sector = chance.randrange(SECTORS - count)
                busy = any(s < sector + count and sector < s + c for _, s, c in under_way.values())
                if not busy:
                    kind = chance.choice((READ, WRITE))
                    text = chance.randbytes(count * 512) if kind == WRITE else b""
                    number = front.begin(kind, sector, count, text, 0)
                    if number >= 0:
                        under_way[number] = (kind, sector, count)
                        if kind == WRITE:
                            expected[sector * 512 : (sector + count) * 512] = text
            elif act < 0.95:
                front.kick()
                backend.look()
                if backend.pending:
                    backend.end(chance.randrange(len(backend.pending)))
                while (number := front.take_done()) >= 0:
                    kind, sector, count = under_way.pop(number)
                    assert front.status(number) == 0
                    right = expected[sector * 512 : (sector + count) * 512] if kind == READ else b""
                    assert front.finish(number) == right
            else:
                front.stop()
                pages = front.reset(chance.choice((1, 2, 4)))
                backend = Backend(backend.guest, front, backend.contents, pages)
                front.start(u64(PORT), u64(HANDLE), properties())
        assert front.bad == 0


@pytest.mark.more_in_long_mode(10)
@given(st.integers(0, 1 << 32))
def test_a_backend_that_writes_anything_anywhere(seed: int) -> None:
    chance = random.Random(seed)
    pages = chance.choice((1, 2))
    with disk(MUCH, pages) as (front, backend):
        memory, page = backend.memory, backend.ring.page
        for _ in range(20):
            at = chance.choice((8, chance.randrange(64, 4096 * pages - 1)))
            end = min(page + at + chance.choice((1, 2, 8, 300)), page + 4096 * pages)
            memory.bytes[page + at : end] = chance.randbytes(end - page - at)
            if chance.random() < 0.8:
                memory.store(page + 8, memory.load(page, 4) - chance.randrange(0, 5) & 0xFFFFFFFF, 4)
            front.begin(READ, 0, chance.randrange(1, 129), b"", 0)
            front.kick()
            try:
                while (number := front.take_done()) >= 0:
                    front.status(number)
                    front.finish(number)
            except OSError:
                break  # the disk is given up


def test_names() -> None:
    numbers = (51712, 51713, 51728, 202 << 8 | 15 << 4, 1 << 28 | 16 << 8, 1 << 28 | 26 << 8 | 3, 768)
    assert [device_name(number) for number in numbers] == [
        "xvda",
        "xvda1",
        "xvdb",
        "xvdp",
        "xvdq",
        "xvdaa3",
        "device768",
    ]
