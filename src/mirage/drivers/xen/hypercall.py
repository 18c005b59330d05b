"""Calls into the hypervisor (Xen, public/xen.h and the header of each call).

The hypercall page is found through CPUID and an MSR (public/arch-x86/cpuid.h).  Arguments stand in one static
buffer, so the calls work without a heap and in trap handlers.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import CPUID_EAX, CPUID_EBX, CPUID_ECX, CPUID_EDX, cpuid, write_msr
from mirage.lowlevel import (
    call_symbol,
    i64,
    load64,
    noinline,
    nostack,
    store16,
    store32,
    store64,
    symbol_address,
    u16,
    u32,
    u64,
)

DOMID_SELF: Final = 0x7FF0

_MEMORY: Final = 12
_VCPU: Final = 24
_SCHEDULE: Final = 29
_EVENT_CHANNEL: Final = 32
_HVM: Final = 34
_GRANT_TABLE: Final = 20

SHUTDOWN_POWER_OFF: Final = 0
SHUTDOWN_REBOOT: Final = 1
SHUTDOWN_SUSPEND: Final = 2
SHUTDOWN_CRASH: Final = 3

PARAMETER_CALLBACK: Final = 0
PARAMETER_STORE_PAGE: Final = 1
PARAMETER_STORE_EVENT: Final = 2
PARAMETER_CONSOLE_PAGE: Final = 17
PARAMETER_CONSOLE_EVENT: Final = 18

MAP_SHARED_INFO: Final = 0
MAP_GRANT_TABLE: Final = 1
GRANT_STATUS: Final = 0x80000000
"""Added to the index: pages of the status of grants, which version 2 of the table has."""


@nostack
def find_xen() -> bool:
    """Find the hypervisor and have it write the hypercall page; False when it is not Xen."""
    leaf = u64(0x40000000)
    while leaf < 0x40010000:  # others that Xen pretends to be come first
        if (
            cpuid(leaf, u64(0), u64(CPUID_EBX)) == 0x566E6558
            and cpuid(leaf, u64(0), u64(CPUID_ECX)) == 0x65584D4D
            and cpuid(leaf, u64(0), u64(CPUID_EDX)) == 0x4D4D566E
            and cpuid(leaf, u64(0), u64(CPUID_EAX)) >= u32(leaf) + 2
        ):
            register = u64(cpuid(leaf + 2, u64(0), u64(CPUID_EBX)))
            write_msr(register, symbol_address("mirage_hypercall_page"))
            return True
        leaf += 0x100
    return False


@nostack
def _arguments() -> u64:
    return symbol_address("mirage_xen_arguments")


@nostack
def _call(number: int, first: u64, second: u64) -> i64:
    """The result; negative: an errno."""
    return i64(call_symbol("mirage_hypercall", u64(number), first, second, u64(0)))


@nostack
def hvm_parameter(index: u64) -> u64:
    """A parameter of the domain; 0 when it has none."""
    arguments = _arguments()
    store32(arguments, u32(DOMID_SELF))
    store32(arguments + 4, u32(index))
    store64(arguments + 8, u64(0))
    if _call(_HVM, u64(1), arguments) != 0:
        return u64(0)
    return load64(arguments + 8)


@nostack
def set_hvm_parameter(index: u64, value: u64) -> bool:
    arguments = _arguments()
    store32(arguments, u32(DOMID_SELF))
    store32(arguments + 4, u32(index))
    store64(arguments + 8, value)
    return _call(_HVM, u64(0), arguments) == 0


@nostack
def map_page(space: u64, index: u64, address: u64) -> bool:
    """Have Xen put page `index` of a space (MAP_...) at a page of ours (XENMEM_add_to_physmap)."""
    arguments = _arguments()
    store32(arguments, u32(DOMID_SELF))
    store32(arguments + 4, u32(space))
    store64(arguments + 8, index)
    store64(arguments + 16, address >> 12)
    return _call(_MEMORY, u64(7), arguments) == 0


@nostack
def shut_down(reason: u64) -> None:
    """End the domain (SHUTDOWN_...)."""
    store32(_arguments(), u32(reason))
    _call(_SCHEDULE, u64(2), _arguments())


@nostack
def suspend() -> bool:
    """Stop the domain to be saved; True: it goes on as it was, nothing has changed (sched.h)."""
    store32(_arguments(), u32(SHUTDOWN_SUSPEND))
    return _call(_SCHEDULE, u64(2), _arguments()) == 1


@nostack
def poll(port: u64, other: u64, until: u64) -> None:
    """Sleep until `port` or `other` (0: none) is pending, masked or not; at most until system time `until`.

    until   0: for ever
    """
    arguments = _arguments()
    store64(arguments, arguments + 32)
    store64(arguments + 8, u64(1 if other == 0 else 2))
    store64(arguments + 16, until)
    store32(arguments + 32, u32(port))
    store32(arguments + 36, u32(other))
    _call(_SCHEDULE, u64(3), arguments)


@nostack
def stop_periodic_timer() -> None:
    _call3(u64(7), u64(0))


@nostack
def set_timer(at: u64) -> None:
    """VIRQ_TIMER at this system time, or at once when it has passed (VCPUOP_set_singleshot_timer)."""
    store64(_arguments(), at)
    store32(_arguments() + 8, u32(0))
    _call3(u64(8), _arguments())


@nostack
def _call3(operation: u64, arguments: u64) -> i64:
    """An operation on processor 0."""
    return i64(call_symbol("mirage_hypercall", u64(_VCPU), operation, u64(0), arguments))


@nostack
def bind_virq(virq: u64) -> u64:
    """A new port for a virtual interrupt of processor 0; 0: refused."""
    arguments = _arguments()
    store32(arguments, u32(virq))
    store32(arguments + 4, u32(0))
    if _call(_EVENT_CHANNEL, u64(1), arguments) != 0:
        return u64(0)
    return load64(arguments + 8) & 0xFFFFFFFF


@nostack
def allocate_port(domain: u64) -> u64:
    """A new port that `domain` may bind to; 0: refused."""
    arguments = _arguments()
    store16(arguments, u16(DOMID_SELF))
    store16(arguments + 2, u16(domain))
    if _call(_EVENT_CHANNEL, u64(6), arguments) != 0:
        return u64(0)
    return load64(arguments) >> 32


@nostack
def close_port(port: u64) -> None:
    store32(_arguments(), u32(port))
    _call(_EVENT_CHANNEL, u64(3), _arguments())


@noinline
@nostack
def notify(port: u64) -> None:
    """Raise the event at the other end."""
    store32(_arguments(), u32(port))
    _call(_EVENT_CHANNEL, u64(4), _arguments())


@nostack
def set_grant_frames(frames: u64) -> bool:
    """Let the grant table grow to this many pages; False: the domain may not have so many."""
    arguments = _arguments()
    store32(arguments, u32(DOMID_SELF))
    store32(arguments + 4, u32(frames))
    store64(arguments + 8, u64(0))
    store64(arguments + 16, arguments + 32)
    result = i64(call_symbol("mirage_hypercall", u64(_GRANT_TABLE), u64(2), arguments, u64(1)))
    return result == 0 and load64(arguments + 8) & 0xFFFF == 0


@nostack
def set_grant_version(version: u64) -> bool:
    """Begin a grant table of this version, in which nothing is granted; False: Xen does not offer it."""
    arguments = _arguments()
    store32(arguments, u32(version))
    result = i64(call_symbol("mirage_hypercall", u64(_GRANT_TABLE), u64(8), arguments, u64(1)))
    return result == 0 and load64(arguments) & 0xFFFFFFFF == version
