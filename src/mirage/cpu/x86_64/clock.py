"""Monotonic time from the time-stamp counter, wall-clock time from the CMOS clock.

The counter's rate comes from the hypervisor where it says it (KVM's clock page, CPUID 0x40000010 or 0x15),
else it is measured against the 8254 timer.  The measurement begins at boot and is read when time is first
asked for, so it usually costs no waiting.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64 import apic
from mirage.cpu.x86_64.instructions import cpuid, in8, out8, pause, read_tsc, write_msr
from mirage.lowlevel import load8, load32, mul_high, noinline, nostack, symbol_address, u64

_PIT_HZ: Final = 1193182
_PIT_TICKS: Final = 5966  # 5 ms
_STUCK: Final = 2000000
_KVM_CLOCK_MSR: Final = 0x4B564D01

_base: u64 = u64(0)  # counter at boot
_scale: u64 = u64(0)  # nanoseconds per tick, 32.32 fixed point; 0 until calibrated
_timer_scale: u64 = u64(0)  # local APIC timer ticks per nanosecond, 32.32 fixed point
_wall_offset: u64 = u64(0)  # wall-clock minus monotonic nanoseconds; 0 until read


@noinline
@nostack
def _start_pit() -> None:
    """Channel 2 counts down once from 65535, gate on, speaker off."""
    out8(u64(0x61), u64(in8(u64(0x61)) & 0xFC | 1))
    out8(u64(0x43), u64(0xB0))
    out8(u64(0x42), u64(0xFF))
    out8(u64(0x42), u64(0xFF))


@noinline
@nostack
def _pit_count() -> u64:
    """Ticks since `_start_pit`, at most 65535."""
    out8(u64(0x43), u64(0x80))
    low = u64(in8(u64(0x42)))
    high = u64(in8(u64(0x42)))
    return u64(0xFFFF) - (high << 8 | low)


@nostack
def begin() -> None:
    """Note the start of time and begin the measurement; the local APIC must be enabled."""
    global _base
    _start_pit()
    apic.start_timer(u64(0xFFFFFFFF))
    _base = read_tsc()


@noinline
@nostack
def _rate_from_hypervisor() -> u64:
    """The counter's rate in Hz as CPUID gives it, else 0."""
    maximum = cpuid(u64(0), u64(0), u64(0))
    if (cpuid(u64(1), u64(0), u64(8)) >> 31) == 1 and cpuid(u64(0x40000000), u64(0), u64(0)) >= 0x40000010:
        kilohertz = u64(cpuid(u64(0x40000010), u64(0), u64(0)))
        if kilohertz != 0:
            return kilohertz * 1000
    if maximum >= 0x15:
        denominator = u64(cpuid(u64(0x15), u64(0), u64(0)))
        numerator = u64(cpuid(u64(0x15), u64(0), u64(4)))
        crystal = u64(cpuid(u64(0x15), u64(0), u64(8)))
        if denominator != 0 and numerator != 0 and crystal != 0:
            return crystal * numerator // denominator
    return u64(0)


@noinline
@nostack
def _scale_from_kvm() -> u64:
    """Nanoseconds per tick (32.32) from KVM's clock page, else 0 (Linux, virt/kvm/x86/msr.rst)."""
    if (cpuid(u64(1), u64(0), u64(8)) >> 31) == 0 or cpuid(u64(0x40000000), u64(0), u64(4)) != 0x4B4D564B:
        return u64(0)
    if (cpuid(u64(0x40000001), u64(0), u64(0)) >> 3) & 1 == 0:
        return u64(0)
    page = symbol_address("mirage_clock_page")
    write_msr(u64(_KVM_CLOCK_MSR), page | 1)
    scale = u64(load32(page + 24))
    shift = u64(load8(page + 28))
    write_msr(u64(_KVM_CLOCK_MSR), u64(0))
    if shift < 128:
        return scale << shift
    return scale >> (u64(256) - shift)


@noinline
@nostack
def _calibrate() -> None:
    """Settle the rates of the counter and of the local APIC timer.  Waits at most about 5 ms."""
    global _scale, _timer_scale
    scale = _scale_from_kvm()
    if scale == 0:
        rate = _rate_from_hypervisor()
        if rate != 0:
            scale = (u64(1000000000) << 32) // rate
    first = _base
    if (in8(u64(0x61)) & 0x20) != 0:  # the one-shot ran out before we looked
        _start_pit()
        apic.start_timer(u64(0xFFFFFFFF))
        first = read_tsc()
    ticks = _pit_count()
    tries = u64(0)
    while ticks < _PIT_TICKS and tries < _STUCK:
        pause()
        before = ticks
        ticks = _pit_count()
        if ticks == before:
            tries += 1
    last = read_tsc()
    timer = u64(0xFFFFFFFF) - apic.timer_ticks_left()
    apic.start_timer(u64(0))
    if ticks < _PIT_TICKS or (in8(u64(0x61)) & 0x20) != 0:
        # No 8254: every VMM that lacks one runs the local APIC timer at 1 GHz.
        elapsed = timer
    else:
        elapsed = ticks * 1000000000 // _PIT_HZ
    if scale == 0:
        scale = (elapsed << 32) // (last - first)
    _timer_scale = (timer << 32) // elapsed
    _scale = scale


@nostack
def monotonic() -> u64:
    """Nanoseconds since boot."""
    if _scale == 0:
        _calibrate()
    ticks = read_tsc() - _base
    return mul_high(ticks, _scale) << 32 | (ticks * _scale) >> 32


@nostack
def arm_timer(nanoseconds: u64) -> None:
    """Interrupt once after this time, or somewhat earlier when it is long."""
    if _scale == 0:
        _calibrate()
    if nanoseconds > 1000000000:
        nanoseconds = u64(1000000000)
    ticks = (nanoseconds * _timer_scale) >> 32
    if ticks > 0xFFFFFFFF:
        ticks = u64(0xFFFFFFFF)
    apic.start_timer(ticks + 1)


# --- the CMOS clock (Motorola MC146818), UTC as every VMM keeps it ------------------------------


def _cmos(register: u64) -> u64:
    out8(u64(0x70), register | 0x80)
    return u64(in8(u64(0x71)))


def _cmos_number(register: u64, binary: bool) -> u64:
    value = _cmos(register)
    if binary:
        return value
    return (value >> 4) * 10 + (value & 15)


def _days_from_civil(year: u64, month: u64, day: u64) -> u64:
    """Days since 1970-01-01 of a date in the Gregorian calendar, for years from 1970."""
    if month <= 2:
        year -= 1
        month += 9
    else:
        month -= 3
    return year * 365 + year // 4 - year // 100 + year // 400 + (month * 153 + 2) // 5 + day - 1 - 719468


def _read_cmos_seconds() -> u64:
    """Seconds since 1970-01-01 UTC; 0 when there is no clock."""
    tries = u64(0)
    while (_cmos(u64(0x0A)) & 0x80) != 0:  # an update is in progress (2 ms at most)
        tries += 1
        if tries == 100000:
            return u64(0)
    binary = (_cmos(u64(0x0B)) & 4) != 0
    second = _cmos_number(u64(0), binary)
    minute = _cmos_number(u64(2), binary)
    hour = _cmos_number(u64(4), binary)
    day = _cmos_number(u64(7), binary)
    month = _cmos_number(u64(8), binary)
    year = _cmos_number(u64(9), binary) + 2000
    if month < 1 or month > 12:
        return u64(0)
    return ((_days_from_civil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second


def wall() -> u64:
    """Nanoseconds since 1970-01-01 UTC, right to one second (what the CMOS clock keeps)."""
    global _wall_offset
    now = monotonic()
    if _wall_offset == 0:
        seconds = _read_cmos_seconds()
        again = _read_cmos_seconds()
        while again != seconds:  # read across the turn of a second
            seconds = again
            again = _read_cmos_seconds()
        _wall_offset = seconds * 1000000000 - now
    return now + _wall_offset
