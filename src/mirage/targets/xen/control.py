"""What the toolstack asks of the domain through `control/shutdown` in the store.

`poweroff` and `reboot` end the program as SystemExit(0) does: what is open is closed, then the domain ends.
`suspend` lets it be saved or moved; `crash` ends it at once.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import clock, events, grants, hypercall, store_ring
from mirage.drivers.xen import console as ring
from mirage.drivers.xen.store import StoreError
from mirage.drivers.xen.xenstore import XenStore, the_store
from mirage.lowlevel import u64
from mirage.targets.pvh import report
from mirage.targets.xen import console

_PATH: Final = "control/shutdown"
_TOKEN: Final = "control"
_CRASH_CODE: Final = u64(134)

_watching: bool = False
_deaf: bool = False  # there is no store, or it does not let us watch


def look() -> bool:
    """Do what was asked; True: something came from xenstored.  Raises SystemExit: the domain is to end.

    The first call begins to watch; a program that never waits for anything is never asked.
    """
    global _watching, _deaf
    if _deaf:
        return False
    came = False
    try:
        if not store_ring.is_there():
            _deaf = True
            return False
        bus = the_store()
        if not _watching:
            _watching = True
            _begin(bus)
        if events.is_pending(store_ring.port()):
            bus.pump()
            came = True
        asked = False
        while bus.take_event(_TOKEN) is not None:
            asked = True
        if asked:
            wish = bus.read(_PATH)
            if wish is not None and wish != "":
                bus.put(_PATH, "")
                _obey(bus, wish)
    except StoreError:
        _deaf = True
    return came


def _obey(bus: XenStore, wish: str) -> None:
    global _deaf
    if wish == "suspend":
        suspend(bus)
    elif wish == "crash":
        report.put("mirage: told to crash\n")
        console.crash(_CRASH_CODE)
    elif wish == "poweroff" or wish == "halt" or wish == "reboot":
        if wish == "reboot":
            console.set_reason(u64(hypercall.SHUTDOWN_REBOOT))
        _deaf = True  # it is not interrupted while it ends
        raise SystemExit(0)


def _begin(bus: XenStore) -> None:
    bus.watch(_PATH, _TOKEN)
    bus.write_all(
        [
            ("control/feature-poweroff", "1"),
            ("control/feature-reboot", "1"),
            ("control/feature-suspend", "1"),
        ]
    )


def suspend(bus: XenStore) -> None:
    """Stop until the domain is restored, perhaps on another host; then meet Xen and the backends anew."""
    clock.monotonic()
    cancelled = hypercall.suspend()
    if not cancelled:
        if not (hypercall.find_xen() and events.begin() and grants.resumed()):
            report.put("mirage: Xen does not take the domain back\n")
            console.crash(_CRASH_CODE)
        clock.resumed()
        ring.begin()
        store_ring.begin()
        bus.resumed()
        _begin(bus)
        for device in bus.devices:
            device.resumed()
