"""A compiled image on a bad cable: frames between QEMU and Linux pass through this process, some do not."""

from __future__ import annotations

import os
import random
import select
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytestmark = [pytest.mark.interop, pytest.mark.boot, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
GUEST = "10.77.0.2"


class Relay:
    """Carries frames between a tap and QEMU's `dgram` network, and loses some both ways."""

    def __init__(self, tap, folder: Path, loss: float) -> None:
        self.tap = tap
        self.loss = loss
        self.random = random.Random(11)
        self.guest_path = str(folder / "guest")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(folder / "relay"))
        self.netdev = (
            f"dgram,id=net,local.type=unix,local.path={self.guest_path},"
            f"remote.type=unix,remote.path={folder / 'relay'}"
        )
        self.stop_read, self.stop_write = os.pipe()
        self.carried = self.lost = 0
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _passes(self) -> bool:
        lost = self.random.random() < self.loss
        self.lost += lost
        self.carried += not lost
        return not lost

    def _run(self) -> None:
        while True:
            ready, _, _ = select.select([self.tap, self.socket, self.stop_read], [], [])
            if self.stop_read in ready:
                return
            if self.socket in ready:
                frame = self.socket.recv(65536)
                if self._passes():
                    self.tap.write(frame)
            frame = self.tap.read() if self.tap in ready else None
            if frame is not None and self._passes():
                try:
                    self.socket.sendto(frame, self.guest_path)
                except OSError:  # QEMU is not there yet, or no longer
                    pass

    def close(self) -> None:
        os.write(self.stop_write, b"x")
        self.thread.join()
        self.socket.close()
        os.close(self.stop_read)
        os.close(self.stop_write)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("image") / "web.elf"
    source = ROOT / "examples" / "hello_web" / "app.py"
    command = [sys.executable, "-m", "mirage.compiler", source, "-t", "virtio", "-o", target]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.mark.parametrize("loss", [0.0, 0.01, 0.05])
def test_hello_web_echoes_a_large_body_whatever_is_lost(namespace, image, tmp_path, loss):
    qemu = shutil.which("qemu-system-x86_64")
    if qemu is None or shutil.which("curl") is None:
        pytest.skip("needs qemu-system-x86_64 and curl")
    relay = Relay(namespace.tap, tmp_path, loss)
    command = [qemu, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"]
    command += ["-M", "microvm,acpi=off,pic=off,pit=on,rtc=on,isa-serial=off,x-option-roms=off"]
    command += ["-global", "virtio-mmio.force-legacy=false", "-accel", "tcg", "-cpu", "max", "-m", "64"]
    command += ["-kernel", str(image), "-append", f"--ipv4={GUEST}/24 --"]
    command += ["-chardev", "stdio,id=console,signal=off"]
    command += ["-device", "isa-serial,iobase=0x3f8,irq=4,chardev=console"]
    command += ["-device", "virtio-rng-device", "-netdev", relay.netdev]
    command += ["-device", "virtio-net-device,netdev=net"]
    body = tmp_path / "body"
    body.write_bytes(bytes(i * i >> 7 & 255 for i in range(200_000)))
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None and process.stdout.readline()
            url = f"http://{GUEST}:8080/echo"
            for _ in range(3):
                done = namespace.run(
                    "curl", "-sS", "-m", "50", "-H", "Expect:", "--data-binary", f"@{body}", url
                )
                assert done.stdout == body.read_bytes()
        finally:
            process.kill()
            relay.close()
    assert relay.carried > 500 and (relay.lost > 0) == (loss > 0)
