"""hello_web beside a small Linux guest with nginx, both PVH domains of the same Xen lab.

    python benchmarks/xen/run.py             one table (Markdown)
    python benchmarks/xen/run.py --rounds 5  best of five (default three)
    python benchmarks/xen/run.py --urgent    QEMU before all else: see below; needs root

The two take turns on one lab.  Measured are: bytes of what `xl create` loads; the least memory with which
the server answers; seconds from `xl create` to its return and to the first whole answer, asked for every
50 ms from then on, once with Debian's hotplug script for network cards and once with a short one, since in
the lab that script takes half of xl's time; requests a second by wrk over kept connections.  Whoever asks is
dom0, over the bridge: QEMU's network would add its own limits (docs/design/xen-lab.md, "What it can
measure").

On a machine that does other work as well, what is measured without --urgent is that machine's scheduler:
QEMU's threads wait some 10 ms whenever they were idle, so each answer takes 40 ms.  --urgent gives QEMU
real-time priority, and the rest of the machine next to nothing while a guest works.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import linux_guest  # noqa: E402

from mirage.launch.xen import Domain  # noqa: E402
from mirage.launch.xenlab.machine import GATEWAY, PROGRAM, Dom0, Dom0Error, Machine  # noqa: E402
from mirage.launch.xenlab.packages import Apt  # noqa: E402
from mirage.launch.xenlab.store import cache_folder, ensure_lab  # noqa: E402

ADDRESS = "10.0.2.15"
MAC = "00:16:3e:00:00:01"
LADDER = (5, 6, 7, 8, 10, 12, 16, 24, 32, 48, 64, 80, 96, 112, 128)  # MiB
CONNECTIONS = (1, 8, 32)
WAIT = 90  # seconds
WRK = f"/lib64/ld-linux-x86-64.so.2 --library-path /job /job/wrk -t1 http://{ADDRESS}:8080/"

# Asks by what bash has built in: each program that dom0 starts takes it 10 ms or more, which the guest's
# network would lack.  A question that gets no answer is given up after a second.
START = """
    busybox arp -s @ADDRESS @MAC
    rm -f answered
    exec 8<> <(exec sleep 1000) 2> /dev/null
    sleeper=$!
    ask() {
        exec 7<> /dev/tcp/@ADDRESS/8080 || return
        printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&7
        read -r -N 9999 answer <&7
        [[ $answer == *'</h1>'* ]] && echo $EPOCHREALTIME >> answered
    }
    begin=$EPOCHREALTIME
    xl create -q web.cfg || exit 1
    created=$EPOCHREALTIME
    count=0
    until [ -s answered ]; do
        ask &
        asked[count]=$!
        [ $count -lt 20 ] || kill ${asked[count - 20]}
        count=$((count + 1))
        [ $count -lt $((@WAIT * 20)) ] || break
        [ $((count % 100)) != 0 ] || xl domid web > /dev/null || break
        read -r -t 0.05 -u 8
    done 2> /dev/null
    kill $sleeper $(jobs -p) 2> /dev/null
    [ -s answered ] || exit 2
    read -r end < answered
    echo "times $begin $created $end"
""".replace("@ADDRESS", ADDRESS).replace("@MAC", MAC).replace("@WAIT", str(WAIT))

# Does what Debian's vif-bridge does for a card that has nothing but a bridge.
SHORT_SCRIPT = b"""#!/bin/sh
[ "$1" = online ] || exit 0
ip link set "$vif" up
brctl addif xenbr0 "$vif"
xenstore-write "$XENBUS_PATH/hotplug-status" connected
"""


@dataclass
class Server:
    """A domain to be measured; `config` lacks the line `memory`."""

    name: str
    config: str
    size: int
    ample: int  # MiB for the other measurements
    least: int = 0
    starts: list[tuple[float, float]] = field(default_factory=list)  # what `start` said in each round
    short_starts: list[tuple[float, float]] = field(default_factory=list)  # with SHORT_SCRIPT
    rates: dict[int, list[float]] = field(default_factory=lambda: {count: [] for count in CONNECTIONS})

    def with_short_script(self) -> str:
        """Its configuration."""
        return self.config.replace("bridge=xenbr0", "bridge=xenbr0,script=/job/short")


def ours(dom0: Dom0) -> Server:
    """hello_web, built as a user builds it."""
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "web"
        command = [sys.executable, "-P", "-m", "mirage.cli", "build", "-q", ROOT / "examples/hello_web"]
        subprocess.run([*command, "-t", "xen", "-o", image], check=True, cwd=ROOT)
        contents = image.read_bytes()
    dom0.put("web", contents)
    options = [f"--ipv4={ADDRESS}/24", f"--ipv4-gateway={GATEWAY}"]
    domain = Domain("web", "/job/web", 32, options=options, bridges=["xenbr0"], mac=MAC)
    return Server("hello_web", re.sub(r"(?m)^memory.*\n", "", domain.config()), len(contents), 16)


def theirs(dom0: Dom0, apt: Apt) -> Server:
    """nginx on Linux."""
    kernel, initrd = linux_guest.build(apt)
    packed = gzip.compress(initrd, 6)
    dom0.put("vmlinuz", kernel)
    dom0.put("initrd", packed)
    config = (
        'name = "web"\ntype = "pvh"\nkernel = "/job/vmlinuz"\nramdisk = "/job/initrd"\nvcpus = 1\n'
        'cmdline = "console=hvc0 quiet mitigations=off"\n'
        f'vif = [ "mac={MAC},bridge=xenbr0" ]\n'
        'on_poweroff = "destroy"\non_crash = "destroy"\n'
    )
    return Server("Linux, nginx", config, len(kernel) + len(packed), 160)


def start(dom0: Dom0, config: str, memory: int) -> tuple[float, float]:
    """Seconds from `xl create` to its return, and to the first answer; Dom0Error when there is none."""
    dom0.put("web.cfg", f"{config}memory = {memory}\n".encode())
    said = dom0.check(START, timeout=3 * WAIT)
    found = re.search(r"times (\S+) (\S+) (\S+)", said)
    if found is None:
        raise Dom0Error(f"dom0 says no times: {said}")
    begin, created, end = (float(word) for word in found.groups())
    return created - begin, end - begin


def tell(text: str) -> None:
    """Progress: a run takes minutes."""
    print(text, file=sys.stderr, flush=True)


def stop(dom0: Dom0) -> None:
    dom0.run("xl destroy web; while xl domid web 2> /dev/null; do usleep 50000; done")


def least_memory(dom0: Dom0, server: Server) -> int:
    """MiB of the smallest domain that answers; sizes are tried downwards from what is known to do."""
    least = server.ample
    for memory in sorted((size for size in LADDER if size < server.ample), reverse=True):
        try:
            tell(f"{server.name}: with {memory} MiB {start(dom0, server.config, memory)[1]:.2f} s")
        except (Dom0Error, TimeoutError):
            tell(f"{server.name}: not with {memory} MiB")
            break
        finally:
            stop(dom0)
        least = memory
    return least


def requests(dom0: Dom0, connections: int, seconds: int = 5) -> float:
    """A second, by wrk in dom0."""
    said = dom0.check(f"{WRK} -c{connections} -d{seconds} --timeout 10", timeout=seconds + 60)
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if found is None or "Socket errors" in said or "Non-2xx" in said:
        raise Dom0Error(f"wrk is not content:\n{said}")
    return float(found[1])


def measure(dom0: Dom0, server: Server) -> None:
    """One round."""
    server.short_starts.append(start(dom0, server.with_short_script(), server.ample))
    stop(dom0)
    server.starts.append(start(dom0, server.config, server.ample))
    for count in CONNECTIONS:
        server.rates[count].append(requests(dom0, count))
    stop(dom0)
    rates = ", ".join(f"{server.rates[count][-1]:.0f}" for count in CONNECTIONS)
    short, stock = server.short_starts[-1], server.starts[-1]
    tell(
        f"{server.name}: created {stock[0]:.2f} s, answered {stock[1]:.2f} s; with the short script "
        f"{short[0]:.2f} s, {short[1]:.2f} s; {rates} requests/s"
    )


def run(machine: Machine, apt: Apt, rounds: int) -> tuple[Server, Server]:
    with Dom0(machine) as dom0:
        dom0.put("short", SHORT_SCRIPT)
        dom0.check("chmod +x short")
        servers = ours(dom0), theirs(dom0, apt)
        for _ in range(rounds):
            for server in servers:
                measure(dom0, server)
        for server in servers:
            server.least = least_memory(dom0, server)
    return servers


def urgent_qemu(folder: str) -> str:
    """A program that is QEMU with real-time priority."""
    program = Path(folder) / "qemu"
    program.write_text(f'#!/bin/sh\nexec chrt -r 1 {PROGRAM} "$@"\n')
    program.chmod(0o755)
    return str(program)


def table(mirage: Server, linux: Server) -> str:
    """In Markdown; the ratio says how many times better hello_web is."""
    rows: list[tuple[str, float, float, bool]] = [
        ("loaded by xl create, KB", mirage.size >> 10, linux.size >> 10, False),
        ("least memory, MiB", mirage.least, linux.least, False),
    ]
    scripts = [("", mirage.starts, linux.starts), (", short script", mirage.short_starts, linux.short_starts)]
    for words, mine, other in scripts:
        a, b = (min(starts, key=lambda start: start[1]) for starts in (mine, other))
        rows.append((f"xl create to its return{words}, s", a[0], b[0], False))
        rows.append((f"from then to the first answer{words}, s", a[1] - a[0], b[1] - b[0], False))
        rows.append((f"xl create to the first answer{words}, s", a[1], b[1], False))
    for count in CONNECTIONS:
        word = "connection" if count == 1 else "connections"
        rows.append((f"requests/s, {count} {word}", max(mirage.rates[count]), max(linux.rates[count]), True))
    lines = [f"| | {mirage.name} | {linux.name} | ratio |", "|---|--:|--:|--:|"]
    for name, a, b, is_rate in rows:
        lines.append(f"| {name} | {a:.4g} | {b:.4g} | {a / b if is_rate else b / a:.1f} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--urgent", action="store_true")
    asked = parser.parse_args()
    if asked.urgent and os.geteuid() != 0:
        sys.exit("--urgent needs root")
    apt = linux_guest.packages(cache_folder() / "benchmark-apt")
    client: Mapping[str, bytes] = linux_guest.client(apt)
    with tempfile.TemporaryDirectory() as folder:
        qemu = urgent_qemu(folder) if asked.urgent else PROGRAM
        mirage, linux = run(Machine(ensure_lab(), files=client, qemu=qemu), apt, asked.rounds)
    print(table(mirage, linux))


if __name__ == "__main__":
    main()
