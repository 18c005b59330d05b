"""The servers among the examples: CPython, a process and a machine answer with the same bytes."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import harness  # noqa: E402

EXAMPLES = harness.ROOT / "examples"
COMPILED = ["linux", pytest.param("virtio", marks=pytest.mark.boot)]
_MACHINE = """
import json, sys
from pathlib import Path
from mirage.launch.qemu import run_virtio
image, port = json.loads(sys.argv[1])
sys.exit(run_virtio(Path(image), [str(port)], [(port, port)], argv0="app.py", acceleration="tcg"))
"""

EXCHANGES = {
    "page": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "json": b"GET /json HTTP/1.1\r\nHost: x\r\n\r\n",
    "echo": b"POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello",
    "echo of nothing": b"POST /echo HTTP/1.1\r\n\r\n",
    "echo of binary": b"POST /echo HTTP/1.1\r\nContent-Length: 100000\r\n\r\n" + bytes(range(250)) * 400,
    "pipelined": b"GET /json HTTP/1.1\r\n\r\n" * 3 + b"POST /echo HTTP/1.1\r\ncontent-length: 2\r\n\r\nab",
    "not found": b"GET /nothing HTTP/1.1\r\n\r\n",
    "other method": b"DELETE / HTTP/1.1\r\n\r\n",
    "query": b"GET /?a=b HTTP/1.1\r\n\r\n",
    "old version": b"GET / HTTP/1.0\r\n\r\nGET / HTTP/1.0\r\n\r\n",
    "close": b"GET /json HTTP/1.1\r\nConnection: Close\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    "no request line": b"nonsense\r\n\r\n",
    "unknown version": b"GET / HTTP/9.9\r\n\r\n",
    "no path": b"GET x HTTP/1.1\r\n\r\n",
    "no colon": b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
    "space before colon": b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
    "negative length": b"POST /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "length that is no number": b"POST /echo HTTP/1.1\r\nContent-Length: 1x\r\n\r\n",
    "length as Python would read it": b"POST /echo HTTP/1.1\r\nContent-Length: +1_0 \r\n\r\n0123456789",
    "huge length": b"POST /echo HTTP/1.1\r\nContent-Length: 9999999999999999999999\r\n\r\n",
    "bytes that are no text": b"\xff\xfe\x00\r\n\r\n",
    "latin-1 in a header": b"GET /json HTTP/1.1\r\nX: \xe9\r\n\r\n",
    "ends in the header": b"GET / HTTP/1.1\r\nHo",
    "ends in the body": b"POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345",
    "header too long": b"GET / HTTP/1.1\r\nX: " + b"x" * 66_000 + b"\r\n\r\n",
    "nothing": b"",
}


class Server:
    """An example that listens, ended with the `with`."""

    def __init__(self, name: str, target: str) -> None:
        entry = EXAMPLES / name / "app.py"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        if target == "cpython":
            command = [sys.executable, str(entry), str(self.port)]
        else:
            image = harness.compiled(harness.load(entry), target)
            command = [str(image), str(self.port)]
            if target == "virtio":
                command = [sys.executable, "-c", _MACHINE, json.dumps([str(image), self.port])]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline().endswith(b"on port %d\n" % self.port)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)

    def exchange(self, data: bytes) -> bytes:
        """Send it, end our side, and read until the other side has ended."""
        answer = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as client:
            try:
                client.sendall(data)
                client.shutdown(socket.SHUT_WR)
                while part := client.recv(65536):
                    answer += part
            except ConnectionError:
                pass  # it answered and ended before it had read everything
        return answer


@pytest.fixture(scope="module")
def expected() -> Iterator[dict[str, bytes]]:
    """CPython's answers, in the order of EXCHANGES: a counter runs through them."""
    with Server("hello_web", "cpython") as server:
        yield {name: without_uptime(server.exchange(data)) for name, data in EXCHANGES.items()}


def without_uptime(answer: bytes) -> bytes:
    return re.sub(rb'(Up for |"uptime": )\d+', rb"\1N", answer)


@pytest.mark.parametrize("target", COMPILED)
def test_every_route_answers_byte_for_byte_as_under_cpython(target: str, expected: dict[str, bytes]) -> None:
    with Server("hello_web", target) as server:
        answers = {name: without_uptime(server.exchange(data)) for name, data in EXCHANGES.items()}
    assert answers == expected
    codes = {name: re.findall(rb"HTTP/1\.1 (\d+) ", answer) for name, answer in expected.items()}
    assert codes["page"] == [b"200"] and codes["pipelined"] == [b"200"] * 4 and codes["not found"] == [b"404"]
    assert codes["header too long"] == codes["no request line"] == [b"400"]
    assert expected["ends in the header"] == expected["nothing"] == b""


@pytest.mark.parametrize("target", ["cpython", *COMPILED])
def test_the_echo_server_sends_back_what_it_gets(target: str) -> None:
    data = bytes(i * i >> 7 & 255 for i in range(300_000))
    with Server("echo", target) as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
            for start in range(0, len(data), 50_000):
                client.sendall(data[start : start + 50_000])
                answer = b""
                while len(answer) < 50_000:
                    answer += client.recv(50_000)
                assert answer == data[start : start + 50_000]
        assert server.exchange(data[:1000]) == data[:1000]
