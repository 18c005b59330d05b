"""Hardware registers by IntFlag and IntEnum: fields with masks, a decoder, set and clear in place, dumps, illegal values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum, auto
from typing import Generic, TypeVar


class Status(IntFlag):
    READY = 1
    ERROR = 2
    OVERRUN = 4
    BUSY = 0x80
    FAULT = ERROR | OVERRUN


class Parity(IntEnum):
    NONE = 0
    EVEN = 2
    ODD = 3


class Rate(IntEnum):
    B9600 = 12
    B19200 = 6
    B115200 = 1

    @property
    def baud(self) -> int:
        return 115200 // self

    @classmethod
    def nearest(cls, baud: int) -> Rate:
        return min(cls, key=lambda r: (abs(r.baud - baud), r))


class Access(StrEnum):
    READ = auto()
    WRITE = auto()


E = TypeVar("E", bound=IntEnum)


@dataclass(frozen=True)
class Field(Generic[E]):
    kind: type[E]
    shift: int
    width: int

    @property
    def mask(self) -> int:
        return (1 << self.width) - 1 << self.shift

    def get(self, word: int) -> E:
        return self.kind((word & self.mask) >> self.shift)

    def put(self, word: int, value: E) -> int:
        if value >> self.width:
            raise OverflowError(f"{value!r} needs more than {self.width} bits")
        return word & ~self.mask | value << self.shift


PARITY = Field(Parity, 3, 2)
RATE = Field(Rate, 8, 4)


class Bus(MutableMapping[int, int]):
    def __init__(self) -> None:
        self.cells: dict[int, int] = {}
        self.log: list[tuple[Access, int, int]] = []

    def __getitem__(self, address: int) -> int:
        value = self.cells.get(address, 0)
        self.log.append((Access.READ, address, value))
        return value

    def __setitem__(self, address: int, value: int) -> None:
        self.log.append((Access.WRITE, address, value))
        self.cells[address] = value & 0xFFFF

    def __delitem__(self, address: int) -> None:
        del self.cells[address]

    def __iter__(self) -> Iterator[int]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


class Uart:
    STATUS, CONTROL = 0x10, 0x12

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    @property
    def status(self) -> Status:
        return Status(self.bus[self.STATUS])

    @status.setter
    def status(self, value: Status) -> None:
        self.bus[self.STATUS] = value

    @property
    def parity(self) -> Parity:
        return PARITY.get(self.bus[self.CONTROL])

    def setup(self, rate: Rate, parity: Parity) -> str:
        word = RATE.put(PARITY.put(self.bus[self.CONTROL], parity), rate)
        self.bus[self.CONTROL] = word
        return f"{word:#06x} {word:016b} {RATE.get(word).baud} {PARITY.get(word).name.lower()}"


def main() -> None:
    bus = Bus()
    uart = Uart(bus)
    print(
        [
            uart.setup(r, p)
            for r, p in (
                (Rate.B9600, Parity.ODD),
                (Rate.B115200, Parity.NONE),
                (Rate.nearest(20000), Parity.EVEN),
            )
        ],
        uart.parity,
    )
    uart.status |= Status.READY | Status.BUSY
    uart.status |= Status.ERROR
    print(
        repr(uart.status),
        uart.status & Status.FAULT,
        Status.FAULT in uart.status,
        Status.ERROR in uart.status,
        list(uart.status),
    )
    uart.status &= ~Status.BUSY
    uart.status ^= Status.FAULT
    print(
        uart.status,
        uart.status.name,
        int(uart.status),
        bool(uart.status & Status.OVERRUN),
        f"{uart.status:#04x}",
        Status(0x40 | 1),
        repr(Status(0)),
    )
    bus[Uart.STATUS] += 0x20
    print(
        repr(uart.status),
        uart.status == 0x25,
        uart.status > Status.READY,
        len(bus),
        0x12 in bus,
        0x99 in bus,
        dict(bus.items()),
    )
    print(
        [(a.upper(), f"{where:x}", value) for a, where, value in bus.log[:5]],
        len(bus.log),
        {a: sum(x is a for x, *_ in bus.log) for a in Access},
    )
    print(
        [Rate.nearest(b).name for b in (0, 9600, 14400, 60000, 10**6)],
        sorted(Rate),
        Rate(6) is Rate.B19200,
        Rate.B9600 * 2,
        Parity.ODD | 4,
        Parity.EVEN < Rate.B9600,
        hex(RATE.mask),
        hex(PARITY.mask),
    )
    print(bus.pop(0x12) >> 8, bus.setdefault(0x14, 7), bus.get(0x77, -1), [*bus], bus.popitem())
    tries: list[Callable[[], object]] = [
        lambda: PARITY.get(8), lambda: RATE.get(0), lambda: Field(Rate, 0, 3).put(0, Rate.B9600), lambda: Rate["B300"], lambda: bus.pop(1), lambda: Access("exec"), lambda: Access("read"), lambda: ~Status.FAULT & 0xFF,
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(repr(attempt()))
        except (ValueError, KeyError, OverflowError) as error:
            print(type(error).__name__, error)


main()
