"""Time from Xen's page: system time and wall clock (public/xen.h: vcpu_time_info, shared_info).

Time is the nanoseconds since boot of this domain, kept going when it was suspended or moved to another host.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import pause, read_tsc
from mirage.drivers.xen import events, hypercall
from mirage.lowlevel import (
    compiler_barrier,
    mul_high,
    noinline,
    nostack,
    symbol_address,
    u64,
    volatile_load8,
    volatile_load32,
    volatile_load64,
)

_TIME: Final = 32  # vcpu_time_info of processor 0
_WALL: Final = 3072
_VIRQ_TIMER: Final = 0

_base: u64 = u64(0)  # system time at boot
_last: u64 = u64(0)  # what `monotonic` said last
_timer_port: u64 = u64(0)
_armed: u64 = u64(0)  # when the timer will go off; 0: not known to be set


@nostack
def begin() -> bool:
    """Note the start of time and bind the timer; False when Xen refuses."""
    global _base, _timer_port
    hypercall.stop_periodic_timer()
    _timer_port = hypercall.bind_virq(u64(_VIRQ_TIMER))
    _base = system_time()
    events.unmask(_timer_port)
    return _timer_port != 0


@noinline
@nostack
def system_time() -> u64:
    """Nanoseconds since the host's boot."""
    page = symbol_address("mirage_shared_info") + u64(_TIME)
    while True:
        version = volatile_load32(page)
        if (version & 1) == 0:
            compiler_barrier()
            stamp = volatile_load64(page + 8)
            time = volatile_load64(page + 16)
            scale = u64(volatile_load32(page + 24))
            shift = u64(volatile_load8(page + 28))
            compiler_barrier()
            if volatile_load32(page) == version:
                ticks = read_tsc() - stamp
                if shift < 128:
                    ticks = ticks << shift
                else:
                    ticks = ticks >> (u64(256) - shift)
                return time + (mul_high(ticks, scale) << 32 | (ticks * scale) >> 32)
        pause()


@nostack
def monotonic() -> u64:
    """Nanoseconds since boot; never less than before."""
    global _last
    now = system_time() - _base
    if now > _last and (now >> 63) == 0:
        _last = now
    return _last


@nostack
def resumed() -> None:
    """System time may be another host's: go on from where we were."""
    global _base, _timer_port, _armed
    _base = system_time() - _last
    _armed = u64(0)
    _timer_port = hypercall.bind_virq(u64(_VIRQ_TIMER))
    events.unmask(_timer_port)


@nostack
def wait_until(time: u64) -> None:
    """Sleep until an event comes, or `monotonic()` has reached this time, or somewhat earlier.

    A timer that is set for an earlier time stays: a server that is woken by packets seldom sets it.
    """
    global _armed
    if _armed == 0 or time < _armed:
        _armed = time
        hypercall.set_timer(_base + time)
    events.wait()
    if events.is_pending(_timer_port):
        events.clear(_timer_port)
        _armed = u64(0)


@noinline
@nostack
def wall() -> u64:
    """Nanoseconds since 1970-01-01 UTC."""
    page = symbol_address("mirage_shared_info") + u64(_WALL)
    while True:
        version = volatile_load32(page)
        if (version & 1) == 0:
            compiler_barrier()
            seconds = u64(volatile_load32(page + 4)) | u64(volatile_load32(page + 12)) << 32
            nanoseconds = u64(volatile_load32(page + 8))
            compiler_barrier()
            if volatile_load32(page) == version:
                return seconds * 1000000000 + nanoseconds + system_time()
        pause()
