"""Measure Mirage beside CPython and print one table (Markdown).

    python benchmarks/run.py                 everything
    python benchmarks/run.py compute web     some parts: compute, images, web, boot
    python benchmarks/run.py --rounds 5      best of five (default three)

A compute program is measured in processor seconds from exec to exit, the best of the rounds, so that a
busy machine disturbs it little; both must print the same.
`web` needs `wrk`; uvloop joins when it is installed (pip install 'mirage[bench]').
`boot` needs QEMU and measures from the start of QEMU to the first byte of a served page.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

PARTS = ("compute", "images", "web", "boot")
REQUEST = b"GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n"


def build(source: Path, target: str) -> tuple[Path, float]:
    """Compile; returns the image and the seconds it took."""
    from mirage.compiler.driver import BuildRequest, build_image

    directory = ROOT / ".mirage" / "benchmarks"
    directory.mkdir(parents=True, exist_ok=True)
    output = directory / f"{source.parent.name}-{source.stem}.{target}"
    started = time.perf_counter()
    build_image(
        BuildRequest(
            entry=source,
            target=target,
            output=output,
            emit=None,
            cache=None,
            progress=lambda stage, seconds: None,
        )
    )
    return output, time.perf_counter() - started


def best(command: list[str], rounds: int) -> tuple[float, bytes]:
    """The least processor time (user and system) of a process in seconds, and what it printed."""
    shortest = math.inf
    printed = b""
    for _ in range(rounds):
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(command, stdout=output)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                raise RuntimeError(f"{Path(command[0]).name} ended with {process.returncode}")
            output.seek(0)
            printed = output.read()
        shortest = min(shortest, usage.ru_utime + usage.ru_stime)
    return shortest, printed


def row(*cells: str) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)


def compute(rounds: int) -> None:
    """Compute programs: seconds and ratios."""
    row("program", "CPython", "Mirage, linux", "ratio")
    row("---", "--:", "--:", "--:")
    ratios: list[float] = []
    for source in sorted((ROOT / "benchmarks" / "compute").glob("*.py")):
        try:
            image, _ = build(source, "linux")
            theirs, expected = best([sys.executable, str(source)], rounds)
            ours, actual = best([str(image)], rounds)
        except Exception as error:
            row(
                source.stem,
                "",
                "",
                f"failed: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            )
            continue
        if expected != actual:
            row(source.stem, "", "", "failed: prints something else")
            continue
        ratios.append(theirs / ours)
        row(source.stem, f"{theirs:.3f} s", f"{ours:.3f} s", f"{theirs / ours:.1f} ×")
    if ratios:
        mean = math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))
        row(f"geometric mean of {len(ratios)}", "", "", f"{mean:.1f} ×")


def images(rounds: int) -> None:
    """Sizes of the images and times of their builds."""
    row("image", "size", "build")
    row("---", "--:", "--:")
    for name in ("hello", "hello_web"):
        for target in ("linux", "virtio"):
            try:
                image, seconds = build(ROOT / "examples" / name / "app.py", target)
            except Exception as error:
                row(f"{name}, {target}", "failed", str(error).splitlines()[0] if str(error) else "")
                continue
            row(f"{name}, {target}", f"{image.stat().st_size / 1024:.0f} KB", f"{seconds:.1f} s")


@contextmanager
def serving(command: list[str], port: int) -> Iterator[float]:
    """Run a server; gives the seconds until the first byte of a page came back."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    started = time.perf_counter()
    try:
        while True:
            if process.poll() is not None:
                raise RuntimeError(f"the server ended with {process.returncode}")
            if time.perf_counter() - started > 30:
                raise RuntimeError("no answer within 30 s")
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                    connection.settimeout(5)
                    connection.sendall(REQUEST)
                    if connection.recv(1):
                        break
            except OSError:
                time.sleep(0.002)
        yield time.perf_counter() - started
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def web(rounds: int) -> None:
    """Requests per second of hello_web, by wrk, with 50 connections on one thread."""
    if shutil.which("wrk") is None:
        print("web: wrk is not installed (apt-get install wrk)")
        return
    app = str(ROOT / "examples" / "hello_web" / "app.py")
    contenders: list[tuple[str, Callable[[], list[str]]]] = [
        ("CPython asyncio", lambda: [sys.executable, app]),
    ]
    if importlib.util.find_spec("uvloop") is not None:
        code = f"import runpy, uvloop; uvloop.install(); runpy.run_path({app!r}, run_name='__main__')"
        contenders.append(("CPython uvloop", lambda: [sys.executable, "-c", code]))
    contenders.append(("Mirage, linux", lambda: [str(build(Path(app), "linux")[0])]))
    row("hello_web", "requests/s", "ratio")
    row("---", "--:", "--:")
    base = 0.0
    for name, command in contenders:
        try:
            with serving(command(), 8080):
                done = subprocess.run(
                    ["wrk", "-t1", "-c50", "-d5s", "http://127.0.0.1:8080/"],
                    capture_output=True,
                    text=True,
                    check=True,
                )
        except Exception as error:
            row(name, "failed", str(error).splitlines()[0] if str(error) else type(error).__name__)
            continue
        found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
        rate = float(found[1]) if found else 0.0
        base = base or rate
        row(name, f"{rate:,.0f}", f"{rate / base:.1f} ×")


def boot(rounds: int) -> None:
    """From the start of QEMU to the first byte of the page."""
    if shutil.which("qemu-system-x86_64") is None:
        print("boot: QEMU is not installed (apt-get install qemu-system-x86)")
        return
    row("hello_web", "start to first served byte")
    row("---", "--:")
    try:
        image, _ = build(ROOT / "examples" / "hello_web" / "app.py", "virtio")
        code = (
            "import sys; from pathlib import Path; from mirage.launch.qemu import run_virtio; "
            f"sys.exit(run_virtio(Path({str(image)!r}), [], [(18080, 8080)]))"
        )
        os.environ["PYTHONPATH"] = str(ROOT / "src")
        times: list[float] = []
        for _ in range(rounds):
            with serving([sys.executable, "-c", code], 18080) as seconds:
                times.append(seconds)
        row("virtio, QEMU microvm", f"{min(times) * 1000:.0f} ms")
    except Exception as error:
        row("virtio, QEMU microvm", f"failed: {error}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"unknown part {unknown[0]}: choose from {', '.join(PARTS)}")
    runners = {"compute": compute, "images": images, "web": web, "boot": boot}
    for part in options.parts or PARTS:
        runners[part](options.rounds)
        print()


if __name__ == "__main__":
    main()
