"""Ctrl-C while LLVM works: Python runs its handler only when the call has returned, up to a minute later."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mirage.cli.output import EXIT_INTERRUPTED

_PATIENCE = 0.5  # seconds for the ordinary way, KeyboardInterrupt


@contextmanager
def ending_at_once(clean_up: Callable[[], None]) -> Iterator[None]:
    """Inside, Ctrl-C ends the process soon even if it is not in Python code; `clean_up` is called before."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    read, write = os.pipe()
    os.set_blocking(write, False)
    is_over = threading.Event()

    def watch() -> None:
        while number := os.read(read, 1):
            if number[0] == signal.SIGINT and not is_over.wait(_PATIENCE):
                clean_up()
                os._exit(EXIT_INTERRUPTED)

    watcher = threading.Thread(target=watch, daemon=True)
    previous = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        signal.set_wakeup_fd(previous)
        os.close(write)
        watcher.join()
        os.close(read)
