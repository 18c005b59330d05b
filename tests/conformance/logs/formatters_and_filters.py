"""Logging as applications set it up: own formatters, filters, adapters, memory handlers, levels by name, exceptions in text."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

AUDIT = 25


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        out: dict[str, object] = {
            "level": record.levelname,
            "logger": record.name,
            "text": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            out["error"] = f"{type(error).__name__}: {error}"
        return json.dumps(out, sort_keys=True)


class Ring(logging.Handler):
    """Keeps the last lines; gives them up to a target when something bad comes."""

    def __init__(self, size: int, target: logging.Handler, trigger: int = logging.ERROR) -> None:
        super().__init__()
        self.kept: deque[logging.LogRecord] = deque(maxlen=size)
        self.target, self.trigger = target, trigger

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(record)
        if record.levelno >= self.trigger:
            self.flush()

    def flush(self) -> None:
        while self.kept:
            self.target.handle(self.kept.popleft())


class Redact(logging.Filter):
    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words
        self.hits = 0

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        for word in self.words:
            if word in text:
                self.hits += 1
                text = text.replace(word, "*" * len(word))
        record.msg, record.args = text, ()
        return True


class Limit(logging.Filter):
    """No more than so many of the same message."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.seen: Counter[str] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        self.seen[str(record.msg)] += 1
        return self.seen[str(record.msg)] <= self.most


class Request(logging.LoggerAdapter[logging.Logger]):
    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        extra = self.extra or {}
        return f"[{extra.get('id', '?')}] {msg}", kwargs


class Lazy:
    def __init__(self, compute: Callable[[], object]) -> None:
        self.compute = compute

    def __str__(self) -> str:
        return str(self.compute())


@contextmanager
def level_of(logger: logging.Logger, level: int) -> Iterator[None]:
    before = logger.level
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.setLevel(before)


def stream_handler(
    fmt: str, style: str = "%", level: int = logging.NOTSET
) -> tuple[io.StringIO, logging.Handler]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    match style:
        case "{":
            handler.setFormatter(logging.Formatter(fmt, style="{"))
        case "$":
            handler.setFormatter(logging.Formatter(fmt, style="$"))
        case _:
            handler.setFormatter(logging.Formatter(fmt))
    handler.setLevel(level)
    return stream, handler


def main() -> None:
    logging.addLevelName(AUDIT, "AUDIT")
    root = logging.getLogger()
    app, db = logging.getLogger("app"), logging.getLogger("app.db")
    root.setLevel(logging.DEBUG)
    plain, plain_handler = stream_handler("%(levelname)-8s|%(name)s|%(message)s")
    braces, braces_handler = stream_handler("{levelno:03d} {name!r:>10} {message}", "{", logging.WARNING)
    dollars, dollars_handler = stream_handler("$levelname ${name}: $message", "$", AUDIT)
    for handler in (plain_handler, braces_handler, dollars_handler):
        root.addHandler(handler)
    app.debug("started with %d workers in %.2fs", 3, 0.5)
    app.log(AUDIT, "user %(user)s did %(what)r", {"user": "ann", "what": "x"})
    db.warning("slow: %s", [1, 2])
    db.info("100% sure")
    calls: list[int] = []
    app.setLevel(logging.INFO)
    app.debug("%s", Lazy(lambda: calls.append(1)))
    app.info("lazy %s", Lazy(lambda: len(calls)))
    print(
        app.isEnabledFor(logging.DEBUG),
        db.isEnabledFor(10),
        db.getEffectiveLevel(),
        db.level,
        logging.getLevelName(AUDIT),
        logging.getLevelName("ERROR"),
        logging.getLevelName(33),
    )
    try:
        {"a": 1}["missing"]
    except KeyError:
        db.exception("lookup of %s failed", "missing")
    db.error("after", exc_info=False)
    for name, stream in (("plain", plain), ("braces", braces), ("dollars", dollars)):
        text = [line for line in stream.getvalue().splitlines() if not line.startswith("  ")]
        print(name, len(text), *text, sep="\n  ")
    # filters
    out, handler = stream_handler("%(message)s")
    redact = Redact("hunter2", "4111")
    handler.addFilter(redact)
    secret = logging.getLogger("secret")
    secret.propagate = False
    secret.addHandler(handler)
    secret.addFilter(Limit(2))
    for attempt in range(4):
        secret.warning("login %d with %s", attempt, "hunter2")
    secret.error("card 4111-%s", 4111)
    request = Request(secret, {"id": "r7"})
    request.info("hidden")
    with level_of(secret, logging.INFO):
        request.info("shown %s", "once")
    request.critical("end")
    print(
        out.getvalue().splitlines(),
        redact.hits,
        secret.level,
        secret.hasHandlers(),
        len(plain.getvalue().splitlines()) > 5,
    )
    # a ring that flushes
    lines, target = stream_handler("%(message)s")
    target.setFormatter(JsonFormatter())
    ring = Ring(3, target)
    noisy = logging.getLogger("noisy")
    noisy.propagate = False
    noisy.addHandler(ring)
    for n in range(6):
        noisy.debug("step %d", n)
    print(repr(lines.getvalue()), len(ring.kept))
    try:
        int("x1")
    except ValueError as error:
        noisy.error("bad input", exc_info=error)
    noisy.info("quiet again")
    print(lines.getvalue(), len(ring.kept), end="\n")
    record = logging.LogRecord("n", logging.INFO, "f.py", 7, "%s-%s", ("a", 1), None)
    print(
        record.getMessage(),
        record.levelname,
        JsonFormatter().format(record),
        logging.Formatter("%(name)s %(lineno)d %(filename)s").format(record),
    )
    print(
        logging.getLogger("app.db") is db,
        db.parent is app,
        logging.getLogger("app").getChild("db") is db,
        db.name,
    )
    root.removeHandler(plain_handler)
    logging.disable(logging.ERROR)
    db.error("not seen")
    db.critical("seen")
    logging.disable(logging.NOTSET)
    print(braces.getvalue().splitlines()[-1], len(root.handlers), file=sys.stdout)


main()
