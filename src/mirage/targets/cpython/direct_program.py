"""Run a program with asyncio's sockets from our own TCP/IP, as `python ENTRY ARGUMENTS` would run it.

    python -m mirage.targets.cpython.direct_program TAP MTU MAC ADDRESS GATEWAY TELL ENTRY ARGUMENTS...

TAP is the file descriptor of a tap device; ADDRESS `10.0.0.2/24` or `dhcp`; GATEWAY an address or
`none`; TELL how an address that came by DHCP is told on standard error: `people`, `json` or `no`.
"""

from __future__ import annotations

import builtins
import json
import os
import sys
from pathlib import Path
from types import ModuleType, TracebackType

from mirage.net.addresses import format_ipv4, parse_interface, parse_ipv4
from mirage.net.stack import Stack, StaticAddress
from mirage.targets.cpython import direct
from mirage.targets.cpython.tap import Tap


def main() -> None:
    descriptor, mtu, mac, address, gateway, tell, entry = sys.argv[1:8]
    static = None
    if address != "dhcp":
        ip, prefix = parse_interface(address)
        static = StaticAddress(ip, prefix, 0 if gateway == "none" else parse_ipv4(gateway))
    stack = Stack(int(mac), os.urandom, static, mtu=min(int(mtu), 9000))
    direct.install(Tap(descriptor=int(descriptor)), stack, lambda: _tell_address(stack, tell))
    sys.argv = sys.argv[7:]
    _run_as_main(entry)


def _tell_address(stack: Stack, tell: str) -> None:
    text = format_ipv4(stack.address())
    if tell == "people":
        print(f"mirage: the program has the address {text} (DHCP)", file=sys.stderr, flush=True)
    elif tell == "json":
        print(json.dumps({"event": "address", "ipv4": text}), file=sys.stderr, flush=True)


def _run_as_main(entry: str) -> None:
    """What the interpreter does with a script: its folder is searched first, its module is __main__."""
    path = os.path.abspath(entry)
    sys.path.insert(0, str(Path(entry).resolve().parent))
    with open(entry, "rb") as file:
        source = file.read()
    module = ModuleType("__main__")
    module.__dict__.update(__file__=path, __builtins__=builtins)
    sys.modules["__main__"] = module
    show = sys.excepthook

    def show_without_us(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        while traceback is not None and traceback.tb_frame.f_code.co_filename in (__file__, "<frozen runpy>"):
            traceback = traceback.tb_next
        show(kind, error.with_traceback(traceback), traceback)

    sys.excepthook = show_without_us
    exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)


if __name__ == "__main__":
    main()
