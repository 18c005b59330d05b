"""LLVM in processes of its own: llvmlite holds a lock, so that threads would wait for each other.

    python -m mirage.compiler.llvm.worker      LLVM texts on standard input, objects on standard output

Each message is its length in eight bytes, little-endian, and the bytes.  An answer begins with one byte:
0 and an object, 1 and the text of an error.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import IO

WORTHWHILE = 400_000  # characters of LLVM text; below, a process takes longer to start


def processors() -> int:
    """How many this process may use; MIRAGE_JOBS overrides it."""
    wanted = os.environ.get("MIRAGE_JOBS", "")
    if wanted.isdigit() and int(wanted) > 0:
        return int(wanted)
    return len(os.sched_getaffinity(0))


def compile_all(
    texts: Sequence[Callable[[], str]], sizes: Sequence[int], opt: int, jobs: int | None = None
) -> list[bytes]:
    """The objects of many modules, whose texts are made when their turn comes.

    sizes    of the texts, roughly: the largest come first
    raises   RuntimeError with LLVM's message
    """
    from mirage.compiler.llvm.codegen import emit_object

    jobs = min(jobs or processors(), len(texts))
    if jobs <= 1 or sum(sizes) < WORTHWHILE:
        return [emit_object(text(), opt=opt) for text in texts]
    objects: list[bytes | None] = [None] * len(texts)
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for index in sorted(range(len(texts)), key=lambda index: -sizes[index]):
        waiting.put(index)
    failures: list[Exception] = []

    def serve() -> None:
        try:
            with _Worker(opt) as worker:
                while not failures:
                    try:
                        index = waiting.get_nowait()
                    except queue.Empty:
                        return
                    objects[index] = worker.compile(texts[index]())
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=serve, daemon=True) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return [data for data in objects if data is not None]


class _Worker:
    """One process that compiles."""

    def __init__(self, opt: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "mirage.compiler.llvm.worker", str(opt)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *exception: object) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        self._process.stdout.close()
        self._process.wait()

    def compile(self, text: str) -> bytes:
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            write_message(self._process.stdin, text.encode("utf-8", "surrogatepass"))
            answer = read_message(self._process.stdout)
        except BrokenPipeError:
            answer = None
        if answer is None:
            status = self._process.wait()
            raise RuntimeError(f"LLVM's process ended with {status} (out of memory?)")
        if answer[0] == 1:
            raise RuntimeError(answer[1:].decode())
        return answer[1:]


def write_message(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "little") + data)
    stream.flush()


def read_message(stream: IO[bytes]) -> bytes | None:
    """The next message; None at the end."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    data = stream.read(int.from_bytes(head, "little"))
    return data or None


def main() -> None:
    from mirage.compiler.llvm.codegen import emit_object

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word
    opt = int(sys.argv[1])
    while (message := read_message(sys.stdin.buffer)) is not None:
        try:
            answer = b"\0" + emit_object(message.decode("utf-8", "surrogatepass"), opt=opt)
        except RuntimeError as error:
            answer = b"\1" + str(error).encode()
        write_message(sys.stdout.buffer, answer)


if __name__ == "__main__":
    main()
