"""The allocator and the collector on a simulated flat memory, against a model of which objects are alive."""

from __future__ import annotations

import random
import types
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirage.lowlevel import u8, u16, u32, u64
from mirage.runtime import collector, memory

BASE = 0x100000
SYMBOLS = {
    "mirage_size_classes": 0x1000,
    "__gc_roots_start": 0x4000,
    "__gc_roots_end": 0x4000 + 8 * 64,
    "mirage_stack_top": 0x5000,
    "mirage_collect_from": 0xC0DE,
}
STACK_TOP = 0x8000
CLASS_TABLE = 0x9000
OFFSETS = 0xA000
PAIR, LEAF, ROW = 1, 2, 3  # two references; a tail of bytes; a tail of references


class Machine:
    """Memory [0, size) and the intrinsics that reach it."""

    def __init__(self, heap: int) -> None:
        self.memory = bytearray(BASE + heap)
        self.stack_pointer = STACK_TOP
        self.write(SYMBOLS["mirage_stack_top"], STACK_TOP)
        self.describe(PAIR, size=24, tail=0, flags=0, offsets=[8, 16])
        self.describe(LEAF, size=16, tail=1, flags=0, offsets=[])
        self.describe(ROW, size=16, tail=8, flags=1, offsets=[])

    def describe(self, number: int, size: int, tail: int, flags: int, offsets: list[int]) -> None:
        entry, table = CLASS_TABLE + number * 32, OFFSETS + number * 64
        for index, value in enumerate([size, tail, flags, len(offsets)]):
            self.memory[entry + 4 * index : entry + 4 * index + 4] = value.to_bytes(4, "little")
        self.memory[entry + 16 : entry + 20] = table.to_bytes(4, "little")
        for index, value in enumerate(offsets):
            self.memory[table + 4 * index : table + 4 * index + 4] = value.to_bytes(4, "little")

    def read(self, address: int) -> int:
        return int.from_bytes(self.memory[address : address + 8], "little")

    def write(self, address: int, value: int) -> None:
        assert len(self.memory) >= address + 8
        self.memory[address : address + 8] = value.to_bytes(8, "little")

    def install(self, patch: pytest.MonkeyPatch) -> None:
        def load(kind: type, size: int) -> object:
            return lambda a: kind(int.from_bytes(self.memory[int(a) : int(a) + size], "little"))

        def store(size: int) -> object:
            def do(address: u64, value: object) -> None:
                place = int(address)
                assert place + size <= len(self.memory)
                self.memory[place : place + size] = int(value).to_bytes(size, "little")  # type: ignore[call-overload]

            return do

        def fill(address: u64, value: u8, size: u64) -> None:
            assert int(address) + int(size) <= len(self.memory)
            self.memory[int(address) : int(address) + int(size)] = bytes([int(value)]) * int(size)

        def call(symbol: str, *operands: u64) -> u64:
            assert symbol == "mirage_call_with_registers"
            collector.collect_from(u64(self.stack_pointer))
            return u64(0)

        names = {
            "load8": load(u8, 1),
            "load16": load(u16, 2),
            "load32": load(u32, 4),
            "load64": load(u64, 8),
            "store8": store(1),
            "store32": store(4),
            "store64": store(8),
            "fill_memory": fill,
            "call_symbol": call,
            "symbol_address": lambda name: u64(SYMBOLS[name]),
            "class_table": lambda: u64(CLASS_TABLE),
        }
        for module in (collector, memory):
            for name, function in names.items():
                if hasattr(module, name):
                    patch.setattr(module, name, function)
        saved: list[types.ModuleType] = [collector, memory]
        for module in saved:
            for name, value in list(vars(module).items()):
                if name.startswith("_") and isinstance(value, u64):
                    patch.setattr(module, name, u64(value))
        memory._memory_error = MemoryError()


class Heap:
    """The allocator under test, beside a model: objects by number, with what they refer to."""

    def __init__(self, patch: pytest.MonkeyPatch, size: int = 4 << 20) -> None:
        self.machine = Machine(size)
        self.machine.install(patch)
        memory._stress = u64(0)
        collector._poisoning = u64(0)
        collector._live_bytes = u64(0)
        assert memory.initialise(u64(BASE), u64(BASE + size))
        self.sizes: dict[int, int] = {}  # address -> bytes, of objects the model thinks alive

    def new(self, cls: int, count: int = 0) -> int:
        size = {PAIR: 24, LEAF: 16 + count, ROW: 16 + 8 * count}[cls]
        address = int(memory.allocate(u64(size)))
        assert address % 16 == 0
        assert not any(self.machine.memory[address : address + size]), "memory is zeroed"
        self.machine.write(address, cls | 0x7 << 32)
        if cls != PAIR:
            self.machine.write(address + 8, count)
        for other, length in self.sizes.items():
            assert address + size <= other or other + length <= address, "objects do not overlap"
        self.sizes[address] = size
        return address

    def root(self, index: int, address: int) -> None:
        self.machine.write(SYMBOLS["__gc_roots_start"] + 8 * index, address)

    def reachable(self, roots: list[int]) -> set[int]:
        seen: set[int] = set()
        pending = [r for r in roots if r in self.sizes]
        while pending:
            address = pending.pop()
            if address in seen:
                continue
            seen.add(address)
            cls = self.machine.read(address) & 0xFFFFFFFF
            if cls == PAIR:
                words = [address + 8, address + 16]
            elif cls == ROW:
                words = [address + 16 + 8 * i for i in range(self.machine.read(address + 8))]
            else:
                words = []
            pending += [w for w in (self.machine.read(word) for word in words) if w in self.sizes]
        return seen

    def collect(self, roots: list[int]) -> None:
        """Collect, and hold the survivors against the model."""
        alive = self.reachable(roots)
        memory.collect()
        for address in self.sizes:
            assert collector.is_allocated(u64(address)) == (address in alive)
        self.sizes = {a: n for a, n in self.sizes.items() if a in alive}


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as context:
        yield context


def test_size_classes_hold_every_small_size(patch: pytest.MonkeyPatch) -> None:
    Heap(patch)
    previous = 0
    for size_class in range(54):
        cell = int(collector.load64(u64(0x1000 + 2048 + 8 * size_class)))
        assert size_class == 0 or cell > previous and cell % 16 == 0
        previous = cell
    assert previous == 32768
    for size in [1, 16, 17, 512, 513, 640, 641, 1024, 1025, 8192, 8193, 21841, 32768]:
        cell = int(collector.load64(u64(0x1000 + 2048) + memory._class_of(u64(size)) * 8))
        assert size <= cell <= max(size * 1.7, 32)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), tiny_stack=st.booleans())
def test_random_graphs_lose_what_is_unreachable_and_nothing_else(seed: int, tiny_stack: bool) -> None:
    generator = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        heap = Heap(patch)
        if tiny_stack:
            collector._stack_end = collector._stack + 32
        roots = [0] * 8
        for _ in range(4):
            for _ in range(60):
                cls = generator.choice([PAIR, PAIR, LEAF, ROW])
                lengths = [0, 1, 5, 40, 300, 3000, 20000] if cls == LEAF else range(9)
                count = generator.choice(lengths)
                address = heap.new(cls, count)
                others = list(heap.sizes)
                fields = {PAIR: [8, 16], LEAF: [], ROW: [16 + 8 * i for i in range(count)]}[cls]
                for offset in fields:
                    word = generator.choice([0, 2, 41, generator.choice(others), generator.choice(others)])
                    heap.machine.write(address + offset, word)
                if generator.random() < 0.3:
                    roots[generator.randrange(8)] = address
                # The collector runs only when told to, so that the model stays simple.
                assert memory._since < memory._trigger
            for index, root in enumerate(roots):
                heap.root(index, root)
            heap.collect(roots)


def test_a_long_ring_needs_no_deep_mark_stack(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch)
    collector._stack_end = collector._stack + 64
    ring: list[int] = []
    for _ in range(3000):
        address = int(memory.allocate(u64(24)))
        heap.machine.write(address, PAIR)
        heap.machine.write(address + 8, ring[-1] if ring else 0)
        ring.append(address)
    heap.machine.write(ring[0] + 8, ring[-1])
    heap.root(0, ring[1500])
    memory.collect()
    assert all(collector.is_allocated(u64(a)) for a in ring)
    assert int(collector.live_bytes()) == 3000 * 32
    heap.root(0, 0)
    memory.collect()
    assert int(collector.live_bytes()) == 0


def test_a_wide_row_with_a_tiny_mark_stack_keeps_everything(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch)
    collector._stack_end = collector._stack + 48
    row = heap.new(ROW, 700)
    for index in range(700):
        pair = int(memory.allocate(u64(24)))
        leaf = int(memory.allocate(u64(24)))
        heap.machine.write(pair, PAIR)
        heap.machine.write(leaf, PAIR)
        heap.machine.write(pair + 8, leaf)
        heap.machine.write(row + 16 + 8 * index, pair)
    heap.root(0, row)
    memory.collect()
    assert int(collector.live_bytes()) == 1400 * 32 + 6144


def test_words_on_the_stack_keep_objects_also_from_inside(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch)
    kept = [heap.new(PAIR), heap.new(LEAF, 100), heap.new(LEAF, 200000)]
    dead = heap.new(PAIR)
    heap.machine.stack_pointer = STACK_TOP - 64
    for index, word in enumerate([kept[0], kept[1] + 77, kept[2] + 150000]):
        heap.machine.write(STACK_TOP - 64 + 8 * index, word)
    memory.collect()
    assert [bool(collector.is_allocated(u64(a))) for a in [*kept, dead]] == [True, True, True, False]
    # A stale word that points at a free cell brings nothing back.
    heap.machine.write(STACK_TOP - 64, dead)
    memory.collect()
    assert not collector.is_allocated(u64(dead))
    assert not collector.is_allocated(u64(kept[0]))


def test_ranges_of_roots_are_scanned(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch)
    memory.add_root_range(u64(0x6000), u64(0x6010))
    pair = heap.new(PAIR)
    heap.machine.write(0x6008, pair + 8)
    memory.collect()
    assert collector.is_allocated(u64(pair))


def test_memory_is_reused_and_the_limit_is_a_memory_error(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch, size=1 << 20)
    for _ in range(300):  # 30 MB in all
        memory.allocate(u64(100_000))
    assert memory.heap_committed() <= 1 << 20
    held = 0
    with pytest.raises(MemoryError):
        while True:
            address = int(memory.allocate(u64(8000)))
            heap.machine.write(address, LEAF)
            heap.machine.write(0x4000 + 8 * held % (8 * 60), address)
            row = int(memory.allocate(u64(16 + 8)))
            heap.machine.write(row, ROW)
            heap.machine.write(row + 8, 1)
            heap.machine.write(row + 16, address)
            heap.machine.stack_pointer = STACK_TOP - 8 * (held + 1)
            heap.machine.write(heap.machine.stack_pointer, row)
            held += 1
    assert held > 80
    heap.machine.stack_pointer = STACK_TOP
    for index in range(60):
        heap.root(index, 0)
    assert int(memory.allocate(u64(300_000))) != 0, "the program goes on"


def test_stress_mode_poisons_what_is_freed(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch)
    memory.set_stress(True)
    first = heap.new(PAIR)
    heap.root(0, first)
    second = heap.new(PAIR)
    heap.sizes.pop(second)
    heap.new(LEAF, 40)
    assert collector.is_allocated(u64(first))
    assert heap.machine.read(second) == 0xDEDEDEDEDEDEDEDE or collector.is_allocated(u64(second))


def test_blocks_filled_to_their_end_do_not_run_into_each_other(patch: pytest.MonkeyPatch) -> None:
    Heap(patch)
    ranges = []
    for number in range(9000):
        size = [24, 32, 64][number % 3]
        address = int(memory.allocate(u64(size)))
        ranges.append((address, address + size))
    ranges.sort()
    assert all(end <= start for (_, end), (start, _) in zip(ranges, ranges[1:], strict=False))


def test_the_handler_of_a_memory_error_may_still_allocate(patch: pytest.MonkeyPatch) -> None:
    heap = Heap(patch, size=2 << 20)
    row = heap.new(ROW, 2000)
    heap.root(0, row)
    held = 0
    with pytest.raises(MemoryError):
        while True:
            address = int(memory.allocate(u64(16000)))
            heap.machine.write(address, LEAF)
            heap.machine.write(row + 16 + 8 * held, address)
            held += 1
    for size in (24, 100, 9000, 40000):  # everything is still referred to
        assert int(memory.allocate(u64(size))) != 0
    for index in range(held):
        heap.machine.write(row + 16 + 8 * index, 0)
    memory.collect()
    assert int(collector.block_limit()) < int(collector.block_total()), "the reserve is kept again"
