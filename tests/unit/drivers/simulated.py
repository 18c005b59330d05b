"""Flat memory with device registers in it, put in place of the intrinsics of the modules under test."""

from __future__ import annotations

import types
from typing import Any

import pytest

from mirage.lowlevel import u8, u16, u32, u64

RAM = 0x10000
RAM_END = 0x400000
REGISTERS = 0xFEB00000


class Device:
    """A virtio device as the driver sees it: registers by offset, queues in memory."""

    def __init__(self, memory: Memory, kind: int, version: int, features: int, config: bytes = b"") -> None:
        self.memory = memory
        self.kind = kind
        self.version = version
        self.offered = features
        self.config = config
        self.accepted = 0
        self.status = 0
        self.refuses_features = False
        self.select = {"device": 0, "driver": 0, "queue": 0}
        self.maximum = 256
        self.queues: dict[int, dict[str, int]] = {}
        self.notified: list[int] = []
        self.acknowledged: list[int] = []
        self.interrupt = 0

    def queue(self, number: int) -> dict[str, int]:
        return self.queues.setdefault(number, {"seen": 0})

    def read(self, offset: int, size: int) -> int:
        queue = self.queue(self.select["queue"])
        if offset >= 0x100:
            return int.from_bytes(self.config[offset - 0x100 : offset - 0x100 + size], "little")
        match offset:
            case 0x000:
                return 0x74726976
            case 0x004:
                return self.version
            case 0x008:
                return self.kind
            case 0x010:
                return self.offered >> (32 * self.select["device"]) & 0xFFFFFFFF
            case 0x034:
                return self.maximum
            case 0x044:
                return queue.get("ready", 0)
            case 0x060:
                return self.interrupt
            case 0x070:
                return self.status
        raise AssertionError(f"read of register {offset:#x}")

    def write(self, offset: int, value: int) -> None:
        queue = self.queue(self.select["queue"])
        modern_only = offset in (0x044, 0x080, 0x084, 0x090, 0x094, 0x0A0, 0x0A4)
        legacy_only = offset in (0x028, 0x03C, 0x040)
        assert not (modern_only and self.version == 1) and not (legacy_only and self.version == 2)
        match offset:
            case 0x014:
                self.select["device"] = value
            case 0x020:
                shift = 32 * self.select["driver"]
                self.accepted = self.accepted & ~(0xFFFFFFFF << shift) | value << shift
            case 0x024:
                self.select["driver"] = value
            case 0x028:
                assert value == 4096
            case 0x030:
                self.select["queue"] = value
            case 0x038:
                queue["size"] = value
            case 0x03C:
                queue["align"] = value
            case 0x040:
                base = value * 4096
                used = base + queue["size"] * 18 + 6 + queue["align"] - 1 & -queue["align"]
                queue.update(desc=base, avail=base + queue["size"] * 16, used=used)
            case 0x044:
                queue["ready"] = value
            case 0x050:
                assert self.status & 4, "notified before DRIVER_OK"
                self.notified.append(value)
            case 0x064:
                self.acknowledged.append(value)
                self.interrupt &= ~value
            case 0x070:
                self.status = value
                if value == 0:
                    self.queues.clear()
                if self.refuses_features:
                    self.status &= ~8
            case 0x080 | 0x090 | 0x0A0:
                queue[{0x080: "desc", 0x090: "avail", 0x0A0: "used"}[offset]] = value
            case 0x084 | 0x094 | 0x0A4:
                queue[{0x084: "desc", 0x094: "avail", 0x0A4: "used"}[offset]] |= value << 32
            case _:
                raise AssertionError(f"write of register {offset:#x}")

    # --- what the device does with its queues ---

    def take(self, number: int) -> list[tuple[int, int, int, int]]:
        """New chains: (descriptor, address, length, flags)."""
        queue, memory = self.queues[number], self.memory
        chains = []
        while queue["seen"] != memory.load(queue["avail"] + 2, 2):
            slot = queue["avail"] + 4 + queue["seen"] % queue["size"] * 2
            head = memory.load(slot, 2)
            entry = queue["desc"] + head * 16
            chains.append(
                (head, memory.load(entry, 8), memory.load(entry + 8, 4), memory.load(entry + 12, 2))
            )
            queue["seen"] = (queue["seen"] + 1) & 0xFFFF
        return chains

    def give_back(self, number: int, head: int, length: int, *, advance: int = 1) -> None:
        queue, memory = self.queues[number], self.memory
        index = memory.load(queue["used"] + 2, 2)
        entry = queue["used"] + 4 + index % queue["size"] * 8
        memory.store(entry, head, 4)
        memory.store(entry + 4, length, 4)
        memory.store(queue["used"] + 2, index + advance & 0xFFFF, 2)


class Memory:
    """RAM in [RAM, RAM_END) and at most one device at REGISTERS."""

    def __init__(self) -> None:
        self.bytes = bytearray(RAM_END)
        self.device: Device | None = None

    def load(self, address: int, size: int) -> int:
        if address >= REGISTERS:
            assert self.device is not None
            return self.device.read(address - REGISTERS, size)
        assert RAM <= address and address + size <= RAM_END, f"read at {address:#x}"
        return int.from_bytes(self.bytes[address : address + size], "little")

    def store(self, address: int, value: int, size: int) -> None:
        if address >= REGISTERS:
            assert self.device is not None and size == 4
            self.device.write(address - REGISTERS, value)
            return
        assert RAM <= address and address + size <= RAM_END, f"write at {address:#x}"
        self.bytes[address : address + size] = value.to_bytes(size, "little")

    def install(self, patch: pytest.MonkeyPatch, *modules: types.ModuleType) -> None:
        names: dict[str, Any] = {}
        kinds: list[tuple[int, type]] = [(8, u8), (16, u16), (32, u32), (64, u64)]
        for bits, kind in kinds:
            for prefix in ("", "volatile_"):
                names[f"{prefix}load{bits}"] = lambda a, k=kind, n=bits // 8: k(self.load(int(a), n))
                names[f"{prefix}store{bits}"] = lambda a, v, n=bits // 8: self.store(int(a), int(v), n)

        def fill(address: u64, value: u8, size: u64) -> None:
            self.bytes[int(address) : int(address) + int(size)] = bytes([int(value)]) * int(size)

        def copy(target: u64, source: u64, size: u64) -> None:
            data = self.bytes[int(source) : int(source) + int(size)]
            self.bytes[int(target) : int(target) + int(size)] = data

        def read_bytes(address: u64, size: u64) -> bytes:
            return bytes(self.bytes[int(address) : int(address) + int(size)])

        def write_bytes(address: u64, data: bytes) -> None:
            self.bytes[int(address) : int(address) + len(data)] = data

        names["fill_memory"] = fill
        names["copy_memory"] = copy
        names["pause"] = lambda: None
        names["read_bytes"] = read_bytes
        names["write_bytes"] = write_bytes
        for module in modules:
            for name, function in names.items():
                if hasattr(module, name):
                    patch.setattr(module, name, function)
