"""logging: levels, handlers, formatters in three styles, filters, hierarchy, exceptions, basicConfig."""

import io
import logging
import sys
from collections.abc import Callable

stream = io.StringIO()
root = logging.getLogger()
print(root, root.level, root.name, logging.getLogger("a.b"), logging.getLogger("a.b") is logging.getLogger("a.b"), logging.getLogger("a.b").parent)
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
root.addHandler(handler)
root.setLevel(logging.DEBUG)
log = logging.getLogger("app.db")
log.debug("debug %d of %s", 1, "two")
log.info("plain")
log.warning("map %(x)s", {"x": 5})
log.error("percent 100%")
log.critical("tuple %s", (1, 2))
log.log(25, "between")
logging.addLevelName(25, "NOTICE")
log.log(25, "named")
print(logging.getLevelName(25), logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(99), logging.getLevelNamesMapping()["NOTICE"])
log.setLevel(logging.ERROR)
log.warning("dropped")
print(log.isEnabledFor(logging.WARNING), log.getEffectiveLevel(), logging.getLogger("app.db.sub").getEffectiveLevel(), logging.getLogger("app").getEffectiveLevel(), log.hasHandlers())
child = log.getChild("pool")
print(child.name, child.parent, child.parent is log, child.propagate)
log.propagate = False
log.error("nobody hears")
log.propagate = True
log.setLevel(logging.NOTSET)


class Redact(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = str(record.msg).replace("secret", "***")
        return "drop" not in record.getMessage()


log.addFilter(Redact())
log.info("a secret")
log.info("drop me")
only = logging.Filter("app.web")
handler.addFilter(only)
log.info("filtered by name")
logging.getLogger("app.web.views").info("passes")
logging.getLogger("app.website").info("does not pass")
handler.removeFilter(only)
print(stream.getvalue())

for style, text in (("%", "%(levelname)s %(message)s %(levelno)03d"), ("{", "{levelname:>10} {message!r} {levelno}"), ("$", "$levelname ${message} $$5")):
    buffer = io.StringIO()
    h = logging.StreamHandler(buffer)
    h.setFormatter(logging.Formatter(text, style="%" if style == "%" else "{" if style == "{" else "$"))
    other = logging.getLogger("style" + style)
    other.propagate = False
    other.addHandler(h)
    other.warning("styled %s", style)
    print(buffer.getvalue(), end="")

record = logging.LogRecord("n", logging.INFO, "path/file.py", 12, "m %s", ("x",), None, "func")
print(record, record.getMessage(), record.filename, record.module, record.lineno, record.funcName, record.levelname)
record.created = 0.0
record.msecs = 250.0
print(logging.Formatter("%(asctime)s %(name)s").format(record), logging.Formatter("%(asctime)s", "%Y/%m/%d").format(record), logging.Formatter("%(asctime)s", "%H:%M").formatTime(record))
print(logging.Formatter("{filename}:{lineno} {funcName} {message}", style="{").format(record), logging.Formatter("$asctime $module", style="$").format(record))

errors = io.StringIO()
eh = logging.StreamHandler(errors)
eh.setLevel(logging.ERROR)
eh.setFormatter(logging.Formatter("%(message)s"))
work = logging.getLogger("work")
work.propagate = False
work.addHandler(eh)
try:
    {}["missing"]  # type: ignore[index]
except KeyError as error:
    work.exception("failed with %r", error)
    work.error("again", exc_info=True)
    work.error("given", exc_info=error)
    work.warning("too low")
lines = errors.getvalue().splitlines()
print([line for line in lines if not line.startswith("  ")])

adapter = logging.LoggerAdapter(log, {"user": "ada"})
stream.truncate(0)
stream.seek(0)
handler.setFormatter(logging.Formatter("%(user)s %(message)s"))
adapter.info("through an adapter")
log.info("with extra", extra={"user": "bob"})
handler.setFormatter(logging.Formatter())
log.info("default format")
logging.disable(logging.WARNING)
log.warning("disabled")
log.error("enabled")
logging.disable(logging.NOTSET)
print(stream.getvalue())


class Listing(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(self.format(record))


listing = Listing()
root.addHandler(listing)
log.debug("no")
log.info("yes %s", 1)
root.removeHandler(listing)
log.info("gone")
print(listing.seen, listing.level, listing, root.handlers)


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: log.setLevel("NOPE"))
attempt(lambda: logging.Formatter("%(x", style="%"))
attempt(lambda: logging.Formatter("{x", style="{"))
attempt(lambda: log.setLevel("WARNING"))
root.removeHandler(handler)
logging.basicConfig(stream=sys.stdout, level="INFO", format="%(levelname)s:%(name)s:%(message)s")
logging.info("configured")
logging.debug("hidden")
logging.basicConfig(level=logging.DEBUG, force=True, format="{message}", style="{", stream=sys.stdout)
logging.debug("forced")
logging.getLogger("z").addHandler(logging.NullHandler())
logging.warning("%s and %s", "one", "two")

# what cannot be written is told of, and the program goes on
told = io.StringIO()
before = sys.stderr
sys.stderr = told
logging.warning("%d things", "x")
logging.warning("%s and %s", "one")
logging.warning("%(a)d of %(b)d", {"a": 1})
logging.warning("still here")


class Full(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            raise OSError("no room")
        except OSError:
            self.handleError(record)


logging.getLogger("full").addHandler(Full())
logging.getLogger("full").error("lost %s", "words")
logging.raiseExceptions = False
logging.warning("%d things", "y")
logging.raiseExceptions = True
sys.stderr = before
told_lines = told.getvalue().splitlines()
print([line for line in told_lines if line.startswith(("---", "Message", "Arguments", "TypeError", "OSError", "Call"))])
made = logging.makeLogRecord({"msg": "made %s", "args": ("here",), "levelno": 30, "levelname": "WARNING", "shop": 7, "name": "x.y"})
print(made.getMessage(), made.name, made.levelname, getattr(made, "shop"), logging.getLoggerClass() is logging.Logger)
print(logging.BufferingFormatter(logging.Formatter("<%(message)s>")).format([made, made]))
logging.disable("ERROR")
logging.error("not shown")
print(logging.getLogger("any").isEnabledFor(logging.CRITICAL), logging.getLogger("any").isEnabledFor(40))
for level in ("doesnotexist", 83, logging.NOTSET):
    try:
        logging.disable(level)
        print(level, logging.getLogger("any").isEnabledFor(90))
    except ValueError as error:
        print(error)
