"""Requests per second of hello_web under several servers, by wrk, in one run.

The server has one processor and wrk another (when there are two); the contenders take turns, round after
round, and the best round of each counts.  The processor time of the server is what the kernel accounts to
its process, for the same requests.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DIRECTORY = Path(__file__).resolve().parent
PORT = 8080
SECONDS = 4
REQUEST = b"GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n"
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Contender:
    name: str
    command: list[str]


@dataclass
class Measurement:
    """One run of wrk; times in microseconds of the server's processor for each request."""

    rate: float
    user: float
    system: float


def processors() -> tuple[int, int]:
    """For the server and for wrk; the same where there is only one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


def pin(processor: int) -> Callable[[], None]:
    return lambda: os.sched_setaffinity(0, {processor})


@contextmanager
def serving(command: Sequence[str], port: int, processor: int | None = None) -> Iterator[tuple[int, float]]:
    """Run a server; gives its process and the seconds until the first byte of a page came back."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        preexec_fn=None if processor is None else pin(processor),
    )
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
        yield process.pid, time.perf_counter() - started
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def times_of(pid: int) -> tuple[float, float]:
    """Seconds in user and in system mode so far, of all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) / TICK, int(fields[12]) / TICK


def run_wrk(arguments: list[str], processor: int) -> tuple[float, int]:
    """Requests per second, and how many there were.  Raises RuntimeError when answers were wrong."""
    done = subprocess.run(
        ["wrk", "-t1", "-c50", f"-d{SECONDS}s", *arguments, f"http://127.0.0.1:{PORT}/"],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=pin(processor),
    ).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done)
    count = re.search(r"(\d+) requests in", done)
    if rate is None or count is None or "Non-2xx" in done or "Socket errors" in done:
        raise RuntimeError("wrk: " + " ".join(done.split("\n")[-4:]))
    return float(rate[1]), int(count[1])


def measure(contender: Contender, arguments: list[str]) -> Measurement:
    for_server, for_wrk = processors()
    with serving(contender.command, PORT, for_server) as (pid, _):
        user, system = times_of(pid)
        rate, count = run_wrk(arguments, for_wrk)
        user_after, system_after = times_of(pid)
    scale = 1e6 / max(count, 1)
    return Measurement(rate, (user_after - user) * scale, (system_after - system) * scale)


def floor_command(directory: Path) -> list[str] | None:
    """The reference server, compiled; None without a C compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        return None
    directory.mkdir(parents=True, exist_ok=True)
    program = directory / "floor"
    subprocess.run([compiler, "-O2", "-o", str(program), str(DIRECTORY / "floor.c")], check=True)
    return [str(program), str(PORT)]


def contenders(app: Path, image: Path, directory: Path) -> list[Contender]:
    """CPython's asyncio, to which the others are compared, uvloop when installed, ours, and the floor."""
    found = [Contender("CPython asyncio", [sys.executable, str(app)])]
    if importlib.util.find_spec("uvloop") is not None:
        code = f"import runpy, uvloop; uvloop.install(); runpy.run_path({str(app)!r}, run_name='__main__')"
        found.append(Contender("CPython uvloop", [sys.executable, "-c", code]))
    found.append(Contender("Mirage, linux", [str(image)]))
    floor = floor_command(directory)
    if floor is not None:
        found.append(Contender("C, epoll, fixed answer", floor))
    return found


SETTINGS: list[tuple[str, list[str]]] = [
    ("kept connections", []),
    ("one connection a request", ["-H", "Connection: close"]),
    ("kept connections, 16 requests pipelined", ["-s", str(DIRECTORY / "pipeline.lua")]),
]


def table(rounds: int, everyone: list[Contender], row: Callable[..., None]) -> None:
    """Measure everyone in every setting, and print."""
    for setting, arguments in SETTINGS:
        row(f"hello_web, {setting}", "requests/s", "ratio", "server, µs a request", "of it user")
        row("---", "--:", "--:", "--:", "--:")
        best: dict[str, Measurement] = {}
        failed: dict[str, str] = {}
        for _ in range(rounds):
            for contender in everyone:
                try:
                    new = measure(contender, arguments)
                except Exception as error:
                    failed[contender.name] = str(error).splitlines()[0] if str(error) else repr(error)
                    continue
                old = best.get(contender.name)
                if old is None or new.rate > old.rate:
                    best[contender.name] = new
        base = best.get(everyone[0].name)
        for contender in everyone:
            result = best.get(contender.name)
            if result is None:
                row(contender.name, "failed", failed.get(contender.name, ""), "", "")
                continue
            row(
                contender.name,
                f"{result.rate:,.0f}",
                f"{result.rate / base.rate:.1f} ×" if base is not None else "",
                f"{result.user + result.system:.1f}",
                f"{result.user:.1f}",
            )
        print(flush=True)
