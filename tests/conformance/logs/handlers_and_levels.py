"""Loggers in a tree: levels, propagation, filters, formatters of three styles, handlers of one's own, exceptions."""

from __future__ import annotations

import io
import logging
import sys
from collections import Counter
from collections.abc import Callable


class Memory(logging.Handler):
    def __init__(self, level: int = logging.NOTSET) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Redact(logging.Filter):
    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self.secrets = secrets
        self.seen = 0

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        for secret in self.secrets:
            if secret in text:
                self.seen += 1
                record.msg = text.replace(secret, "***")
                record.args = ()
        return "drop me" not in text


class Brief(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        letter = record.levelname[0]
        first = super().format(record)
        return f"{letter}|{first}".replace("\n", f"\n{letter}|")

    def formatException(self, ei: object) -> str:
        return "(exception left out)"


class Adapter:
    def __init__(self, logger: logging.Logger, **context: object) -> None:
        self.logger, self.context = logger, context

    def info(self, message: str, *args: object) -> None:
        self.logger.info(message + " %s", *args, self.context)


root = logging.getLogger()
root.setLevel(logging.WARNING)
plain = Memory()
plain.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
root.addHandler(plain)
app = logging.getLogger("app")
database = logging.getLogger("app.db")
web = logging.getLogger("app.web")
app.setLevel(logging.INFO)
database.setLevel(logging.DEBUG)
stream = io.StringIO()
braces = logging.StreamHandler(stream)
braces.setFormatter(logging.Formatter("{levelno:03d} <{name:>8}> {message}", style="{"))
braces.setLevel(logging.ERROR)
app.addHandler(braces)
dollars = logging.StreamHandler(sys.stdout)
dollars.setFormatter(logging.Formatter("$levelname $name ${message}!", style="$"))
web.addHandler(dollars)
web.propagate = False
redact = Redact("hunter2", "tok_123")
plain.addFilter(redact)

logging.info("not shown")
logging.warning("root %s", "warning")
app.debug("too low")
app.info("started %d of %(total)s" if False else "started %d", 3)
database.debug("query %r took %.2f ms, %s", "select", 1.2345, None)
database.error("password is %s", "hunter2")
database.critical("drop me please")
web.warning("only here %5.1f%%", 99.5)
web.info("inherited level lets this through")
logging.getLogger("other.deep").warning("root's handler: tok_123 and hunter2")
logging.getLogger("other.deep").info("nor this")
print(*plain.lines, sep="\n")
print(stream.getvalue(), end="")
print(redact.seen, database.isEnabledFor(10), web.getEffectiveLevel(), logging.getLevelName(25), logging.getLevelName("ERROR"), database.parent is app, web.name, app.hasHandlers())

brief = Memory()
brief.setFormatter(Brief("%(message)s"))
jobs = logging.getLogger("jobs")
jobs.propagate = False
jobs.addHandler(brief)
tasks: list[Callable[[], float]] = [lambda: 1 / 0, lambda: float("x"), lambda: 2.5]
counts: Counter[str] = Counter()
for number, task in enumerate(tasks):
    try:
        counts[f"{task():.1f}"] += 1
    except ArithmeticError:
        jobs.exception("task %d failed", number)
    except ValueError as error:
        jobs.error("task %d: %s", number, error, exc_info=True)
Adapter(jobs, user="ada", n=1).info("with %s", "context")
jobs.setLevel("INFO")
Adapter(jobs, user="ada", n=1).info("with %s", "context")
jobs.log(35, "odd level %s", [1])
logging.addLevelName(35, "NOTICE")
jobs.log(35, "named level\nsecond line")
print(*brief.lines, counts, sep="\n")
logging.disable(logging.ERROR)
jobs.error("hidden")
jobs.critical("shown")
logging.disable(logging.NOTSET)
jobs.removeHandler(brief)
print(brief.lines[-1], len(brief.lines), jobs.handlers, jobs.disabled)
database.warning("bad format %d", "x") if False else None
logging.getLogger("app").setLevel("LOUD")
