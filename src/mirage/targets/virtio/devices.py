"""Find the virtio devices at boot, map their registers and route their interrupts; drivers come later.

Everything is mapped before the page tables are sealed, whether the program will use it or not.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64 import apic, paging
from mirage.cpu.x86_64.instructions import in32, out32
from mirage.cpu.x86_64.traps import DEVICE_VECTOR
from mirage.drivers import pci
from mirage.drivers.virtio.mmio import mmio_transport
from mirage.drivers.virtio.pci import device_kind, pci_transport, structure_address, structure_size
from mirage.drivers.virtio.transport import Transport
from mirage.lowlevel import noinline, u64
from mirage.targets.pvh import bootinfo
from mirage.targets.virtio import mmio

_IO_APIC_LINES: Final = 24

_found: Transport | None = None


@noinline
def discover() -> None:
    """Find the devices of the command line, then those on PCI bus 0; `find_device` knows them.

    raises     MemoryError: the pool of page tables is used up
    """
    mmio.begin(bootinfo.command_line_address())
    end = bootinfo.command_line_address() + bootinfo.command_line_size()
    while mmio.next_device(end):
        _map(mmio.address(), mmio.size())
        transport = mmio_transport(mmio.address())
        if transport is not None:
            if mmio.line() < _IO_APIC_LINES:
                apic.route_line(mmio.line(), u64(DEVICE_VECTOR))
            _add(transport)
    if _has_pci():
        function = u64(0)
        while function < 256:
            if pci.is_present(function) and device_kind(function) != 0:
                pci_device = _prepare_pci(function)
                if pci_device is not None:
                    _add(pci_device)
            function += 8


def _add(transport: Transport) -> None:
    global _found
    transport.next_found = _found
    _found = transport


def _has_pci() -> bool:
    """Configuration mechanism 1 is there when its address register keeps what is written."""
    out32(u64(0xCF8), u64(0x80000000))
    return in32(u64(0xCF8)) == 0x80000000


@noinline
def _map(address: u64, size: u64) -> None:
    if not paging.map_device(address, size):
        raise MemoryError("no page tables left for device registers")


@noinline
def _prepare_pci(function: u64) -> Transport | None:
    """Enable one virtio function, map its structures and send its interrupts here."""
    pci.enable(function)
    kind = u64(1)
    while kind <= 4:
        address = structure_address(function, kind)
        if address != 0:
            size = structure_size(function, kind)
            _map(address, size if size <= 0x10000 else u64(0x10000))
        kind += 1
    capability = pci.msix_capability(function)
    if capability != 0:
        table = pci.msix_table(function, capability)
        _map(table, u64(16))
        pci.enable_msix(function, capability, table, apic.local_id(), u64(DEVICE_VECTOR))
    return pci_transport(function, capability != 0)


def find_device(kind: u64) -> Transport | None:
    """A device of a kind (transport.KIND_...), None when the machine has none."""
    transport = _found
    while transport is not None and transport.kind != kind:
        transport = transport.next_found
    return transport
