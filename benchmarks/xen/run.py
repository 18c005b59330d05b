"""hello_web beside a small Linux guest with nginx, both PVH domains of the same Xen lab.

    python benchmarks/xen/run.py             one table (Markdown)
    python benchmarks/xen/run.py --rounds 5  best of five (default three)

Everything is measured with both on the same lab, one after the other: bytes of what `xl create` loads; the
least memory with which the server answers; seconds from `xl create` to the first whole answer, seen from
dom0, which asks every 50 ms; requests a second over one kept connection and over eight, by wrk on this
machine through QEMU's network, which both share.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import linux_guest  # noqa: E402

from mirage.launch.xen import Domain  # noqa: E402
from mirage.launch.xenlab.machine import GATEWAY, Dom0, Dom0Error, Machine  # noqa: E402
from mirage.launch.xenlab.store import cache_folder, ensure_lab  # noqa: E402

PORT = 18199
MAC = "00:16:3e:00:00:01"
LADDER = (8, 10, 12, 16, 24, 32, 48, 64, 80, 96, 112, 128)  # MiB
WAIT = 90  # seconds


@dataclass
class Server:
    """A domain to be measured; `config` lacks the line `memory`."""

    name: str
    config: str
    size: int
    ample: int  # MiB for the other measurements
    least: int = 0
    start: float = 0.0
    one: float = 0.0
    eight: float = 0.0


def ours(dom0: Dom0) -> Server:
    """hello_web."""
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "web"
        command = [
            sys.executable,
            "-m",
            "mirage.compiler",
            "examples/hello_web/app.py",
            "-t",
            "xen",
            "-o",
            image,
        ]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        contents = image.read_bytes()
    dom0.put("web", contents)
    domain = Domain(
        "web",
        "/job/web",
        32,
        options=["--ipv4=10.0.2.15/24", f"--ipv4-gateway={GATEWAY}"],
        bridge="xenbr0",
        mac=MAC,
    )
    return Server("hello_web", re.sub(r"(?m)^memory.*\n", "", domain.config()), len(contents), 32)


def theirs(dom0: Dom0, folder: Path) -> Server:
    """nginx on Linux."""
    kernel, initrd = linux_guest.build(folder)
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


def start(dom0: Dom0, server: Server, memory: int) -> float:
    """Seconds from `xl create` to the first answer; raises Dom0Error when there is none."""
    dom0.put("web.cfg", f"{server.config}memory = {memory}\n".encode())
    script = f"""
        busybox arp -s 10.0.2.15 {MAC}
        rm -f answered
        begin=$(cut -d' ' -f1 /proc/uptime)
        xl create -q web.cfg || exit 1
        until [ -s answered ]; do
            xl domid web > /dev/null 2>&1 || exit 2
            now=$(cut -d' ' -f1 /proc/uptime)
            [ ${{now%.*}} -lt $((${{begin%.*}} + {WAIT})) ] || exit 3
            for i in 1 2 3 4; do
                (printf 'GET / HTTP/1.0\\r\\n\\r\\n' | busybox nc -w 1 10.0.2.15 8080 2> /dev/null |
                    grep -q '</h1>' && cut -d' ' -f1 /proc/uptime >> answered) &
                usleep 50000
            done
        done
        echo $begin $(head -n 1 answered)
    """
    begin, end = dom0.check(script, timeout=WAIT + 60).split()
    return float(end) - float(begin)


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
            tell(f"{server.name}: with {memory} MiB {start(dom0, server, memory):.2f} s")
        except (Dom0Error, TimeoutError):
            tell(f"{server.name}: not with {memory} MiB")
            break
        finally:
            stop(dom0)
        least = memory
    return least


def requests(connections: int, seconds: int = 8) -> float:
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", f"http://127.0.0.1:{PORT}/"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    return float(found[1]) if found else 0.0


def measure(dom0: Dom0, server: Server, rounds: int) -> None:
    starts, ones, eights = [], [], []
    for _ in range(rounds):
        starts.append(start(dom0, server, server.ample))
        ones.append(requests(1))
        eights.append(requests(8))
        stop(dom0)
        tell(f"{server.name}: {starts[-1]:.2f} s, {ones[-1]:.1f} and {eights[-1]:.1f} requests/s")
    server.start, server.one, server.eight = min(starts), max(ones), max(eights)
    server.least = least_memory(dom0, server)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed")
    with Dom0(Machine(ensure_lab(), ports=[(PORT, 8080)])) as dom0:
        linux = theirs(dom0, cache_folder() / "benchmark-apt")
        mirage = ours(dom0)
        for server in (mirage, linux):
            measure(dom0, server, rounds)
    rows = [
        ("loaded by xl create, KB", mirage.size >> 10, linux.size >> 10, linux.size / mirage.size),
        ("least memory, MiB", mirage.least, linux.least, linux.least / mirage.least),
        ("xl create to the first answer, s", mirage.start, linux.start, linux.start / mirage.start),
        ("requests/s, 1 connection", mirage.one, linux.one, mirage.one / linux.one),
        ("requests/s, 8 connections", mirage.eight, linux.eight, mirage.eight / linux.eight),
    ]
    print(f"| | {mirage.name} | {linux.name} | ratio |\n|---|--:|--:|--:|")
    for name, a, b, ratio in rows:
        print(f"| {name} | {a:.4g} | {b:.4g} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
