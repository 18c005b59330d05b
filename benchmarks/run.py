"""Measure Mirage beside CPython and print one table (Markdown).

    python benchmarks/run.py                 everything
    python benchmarks/run.py compute web     some parts: compute, images, web, boot
    python benchmarks/run.py --rounds 5      best of five (default three)

A compute program is measured in processor seconds from exec to exit, the best of the rounds, so that a
busy machine disturbs it little; both must print the same.
`web` needs `wrk` and compares in one run, each on its own processor: CPython's asyncio, uvloop when it is
installed (pip install 'mirage[bench]'), ours, and with a C compiler the least a server can do.
`boot` needs QEMU and measures from the start of QEMU to the first byte of a served page.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "benchmarks" / "web"))

import measure  # noqa: E402

PARTS = ("compute", "images", "web", "boot")


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


def tool_seconds(folder: Path, target: str, output: Path) -> float:
    """`mirage build` in a process of its own, from start to end."""
    environment = {name: value for name, value in os.environ.items() if name != "MIRAGE_UNITS"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    command = [sys.executable, "-m", "mirage.cli", "build", "-q", str(folder), "-t", target]
    started = time.perf_counter()
    subprocess.run([*command, "-o", str(output)], check=True, env=environment)
    return time.perf_counter() - started


def images(rounds: int) -> None:
    """Sizes of the images, and times of `mirage build`: nothing kept, one line changed, nothing changed."""
    row("image", "size", "from nothing", "a line changed", "unchanged")
    row("---", "--:", "--:", "--:", "--:")
    for name in ("hello", "hello_web"):
        for target in ("linux", "virtio"):
            with tempfile.TemporaryDirectory() as directory:
                folder, output = Path(directory) / name, Path(directory) / "image"
                try:
                    kept = shutil.ignore_patterns(".mirage", "__pycache__")
                    shutil.copytree(ROOT / "examples" / name, folder, ignore=kept)
                    clean = tool_seconds(folder, target, output)
                    app = folder / "app.py"
                    app.write_text(app.read_text().replace("Hello", "Hallo", 1))
                    changed = tool_seconds(folder, target, output)
                    unchanged = tool_seconds(folder, target, output)
                except Exception as error:
                    reason = str(error).splitlines()[0] if str(error) else ""
                    row(f"{name}, {target}", "failed", reason, "", "")
                    continue
                size = f"{output.stat().st_size / 1024:.0f} KB"
                row(f"{name}, {target}", size, *(f"{t:.1f} s" for t in (clean, changed, unchanged)))


def web(rounds: int) -> None:
    """Requests per second of hello_web, by wrk, with 50 connections on one thread."""
    if shutil.which("wrk") is None:
        print("web: wrk is not installed (apt-get install wrk)")
        return
    app = ROOT / "examples" / "hello_web" / "app.py"
    image, _ = build(app, "linux")
    measure.table(rounds, measure.contenders(app, image, image.parent), row)


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
            with measure.serving([sys.executable, "-c", code], 18080) as (_, seconds):
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
