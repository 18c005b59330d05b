"""Our stack on a tap device, Linux on the other side, in a network namespace of their own."""

from __future__ import annotations

import ctypes
import os
import random
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from mirage.net.addresses import parse_ipv4
from mirage.net.stack import Stack, StaticAddress
from mirage.targets.cpython.tap import Tap

OURS = "10.77.0.2"
LINUX = "10.77.0.1"
CLONE_NEWNET = 0x40000000


class Namespace:
    """A network namespace with a tap device; commands run inside it."""

    def __init__(self, name: str) -> None:
        self.name = name
        subprocess.run(["ip", "netns", "add", name], check=True, capture_output=True)
        self.tap = self._open_tap()
        self.run("ip", "link", "set", "lo", "up")
        self.run("ip", "address", "add", f"{LINUX}/24", "dev", self.tap.name)
        self.run("ip", "link", "set", self.tap.name, "up")

    def _open_tap(self) -> Tap:
        """Only the opening happens inside: the descriptor works from anywhere.

        A thread of its own enters the namespace, and ends there.
        """
        taps: list[Tap | BaseException] = []

        def enter() -> None:
            try:
                libc = ctypes.CDLL(None, use_errno=True)
                descriptor = os.open(f"/var/run/netns/{self.name}", os.O_RDONLY)
                try:
                    if libc.setns(descriptor, CLONE_NEWNET) != 0:
                        raise OSError(ctypes.get_errno(), "setns")
                finally:
                    os.close(descriptor)
                taps.append(Tap("tap0"))
            except BaseException as error:
                taps.append(error)

        thread = threading.Thread(target=enter)
        thread.start()
        thread.join()
        [tap] = taps
        if isinstance(tap, BaseException):
            raise tap
        return tap

    def run(self, *command: str, check: bool = True, timeout: float = 60) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["ip", "netns", "exec", self.name, *command],
            check=check,
            capture_output=True,
            timeout=timeout,
        )

    def python(self, program: str, timeout: float = 60) -> subprocess.CompletedProcess:
        return self.run(sys.executable, "-c", program, timeout=timeout)

    def start(self, *command: str) -> subprocess.Popen:
        return subprocess.Popen(
            ["ip", "netns", "exec", self.name, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def close(self) -> None:
        self.tap.close()
        subprocess.run(["ip", "netns", "delete", self.name], check=False, capture_output=True)


class Runner:
    """Runs a stack on the tap in a thread; `application` is called whenever something happened."""

    def __init__(self, tap: Tap, stack: Stack, application: Callable[[Stack], None]) -> None:
        self.tap = tap
        self.stack = stack
        self.application = application
        self.loss_sent = 0.0
        self.loss_received = 0.0
        self.random = random.Random(7)
        self.failure: BaseException | None = None
        self.wake_read, self.wake_write = os.pipe()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            while True:
                now = time.monotonic_ns()
                deadline = self.stack.deadline()
                pause = 1.0 if deadline < 0 else min(max(deadline - now, 0) / 1e9, 1.0)
                readable, _, _ = select.select([self.tap, self.wake_read], [], [], pause)
                if self.wake_read in readable:
                    return
                now = time.monotonic_ns()
                for _ in range(64):
                    frame = self.tap.read()
                    if frame is None:
                        break
                    if self.random.random() >= self.loss_received:
                        self.stack.receive(frame, now)
                self.stack.poll(time.monotonic_ns())
                self.application(self.stack)
                for frame in self.stack.transmit():
                    if self.random.random() >= self.loss_sent:
                        self.tap.write(frame)
        except BaseException as error:
            self.failure = error

    def stop(self) -> None:
        os.write(self.wake_write, b"x")
        self.thread.join()
        os.close(self.wake_read)
        os.close(self.wake_write)
        if self.failure is not None:
            raise self.failure


@pytest.fixture
def namespace() -> Iterator[Namespace]:
    if os.geteuid() != 0:
        pytest.skip("needs root: makes a network namespace and a tap device")
    if not os.path.exists("/dev/net/tun"):
        pytest.skip("needs /dev/net/tun")
    if shutil.which("ip") is None:
        pytest.skip("needs the ip command (iproute2)")
    try:
        made = Namespace(f"mirage-{os.getpid()}")
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"cannot make a network namespace with a tap device: {error}")
    yield made
    made.close()


@pytest.fixture
def run_stack(namespace: Namespace) -> Iterator[Callable[..., Runner]]:
    runners: list[Runner] = []

    def run(application: Callable[[Stack], None], dhcp: bool = False) -> Runner:
        static = None if dhcp else StaticAddress(parse_ipv4(OURS), 24, parse_ipv4(LINUX))
        stack = Stack(0x020000770002, os.urandom, static, host_name="interop")
        runner = Runner(namespace.tap, stack, application)
        runners.append(runner)
        return runner

    yield run
    for runner in runners:
        runner.stop()
