"""Structured logging: events as records with context variables, sinks as text and JSON, sampling, rotation by count."""

from __future__ import annotations

import io
import json
import logging
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TextIO

scope: ContextVar[dict[str, Any]] = ContextVar("scope")


@contextmanager
def bound(**values: Any) -> Iterator[dict[str, Any]]:
    token = scope.set({**scope.get({}), **values})
    try:
        yield scope.get()
    finally:
        scope.reset(token)


@dataclass
class Event:
    name: str
    level: int
    data: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        pairs = " ".join(f"{key}={value!r}" for key, value in sorted(self.data.items()))
        return f"{logging.getLevelName(self.level):<8}{self.name:<12}{pairs}".rstrip()


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        payload: dict[str, Any] = {"level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            kind, value, _ = record.exc_info
            payload["error"] = {"type": kind.__name__ if kind else None, "text": str(value)}
        payload.update(scope.get({}))
        return json.dumps(payload, default=repr, ensure_ascii=False)


class Rotating(logging.StreamHandler[TextIO]):
    """Starts a new buffer after so many lines and keeps the last few."""

    def __init__(self, lines: int, keep: int) -> None:
        super().__init__(io.StringIO())
        self.limit = lines
        self.count = 0
        self.old: deque[str] = deque(maxlen=keep)

    def emit(self, record: logging.LogRecord) -> None:
        if self.count >= self.limit:
            buffer = self.stream
            assert isinstance(buffer, io.StringIO)
            self.old.append(buffer.getvalue())
            self.stream = io.StringIO()
            self.count = 0
        self.count += 1
        super().emit(record)


class Sampler(logging.Filter):
    def __init__(self, every: int) -> None:
        super().__init__()
        self.every = every
        self.counts: dict[str, int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno >= logging.WARNING:
            return True
        number = self.counts[str(record.msg)] = self.counts.get(str(record.msg), 0) + 1
        return number % self.every == 1


log = logging.getLogger("service")
log.setLevel(logging.DEBUG)
log.propagate = False
rotating = Rotating(4, 2)
rotating.setFormatter(JsonFormatter())
log.addHandler(rotating)
rotating.addFilter(Sampler(3))

with bound(request="r-1", user="zoë"):
    for step in range(7):
        log.debug("step %d", step)
    with bound(user=None, depth=2) as inner:
        log.warning("inner", stacklevel=1)
        print(inner, scope.get())
    try:
        dict[str, int]()["missing"]
    except KeyError:
        log.exception("lookup of %s", "key")
log.info("no context: %s", scope.get({}))
for number in range(5):
    with bound(n=number, obj={1, number}):
        log.error("e%d", number)
for index, chunk in enumerate([*rotating.old, rotating.stream.getvalue()]):  # type: ignore[attr-defined]
    print(f"-- {index}")
    print(chunk, end="")
events = [Event("start", logging.INFO, {"port": 80}), Event("slow", logging.WARNING, {"ms": 12.5, "path": "/x y"}), Event("stop", logging.CRITICAL)]
for event in sorted(events, key=lambda e: -e.level):
    print(event.text())
record = logging.LogRecord("n", logging.INFO, "file.py", 7, "%s-%s", ("a", 1), None)
print(record.getMessage(), record.levelname, record.name, record.lineno, JsonFormatter().format(record))
try:
    scope.get()
except LookupError as error:
    print(type(error).__name__, "scope" in str(error))
token = scope.set({"last": 1})
scope.reset(token)
try:
    scope.reset(token)
except RuntimeError as error:
    print("used once" in str(error))
raise SystemExit(len(rotating.old))
