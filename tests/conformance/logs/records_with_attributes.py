"""Attributes that filters, adapters and `extra` give to log records, read by formats and by getattr."""

from __future__ import annotations

import json
import logging
import sys
from contextvars import ContextVar
from typing import Any

request: ContextVar[str] = ContextVar("request", default="-")


class Context(logging.Filter):
    def __init__(self, service: str) -> None:
        super().__init__()
        self.service = service
        self.count = 0

    def filter(self, record: logging.LogRecord) -> bool:
        self.count += 1
        record.service = self.service
        record.request = request.get()
        record.number = self.count
        record.levelname = record.levelname.lower()
        return not getattr(record, "quiet", False)


def no_secrets(record: logging.LogRecord) -> bool:
    if isinstance(record.msg, str) and "secret" in record.msg:
        record.msg = record.msg.replace("secret", "***")
        record.masked = True
    return True


class Json(logging.Formatter):
    FIELDS = ("levelname", "name", "service", "request", "user", "masked")

    def format(self, record: logging.LogRecord) -> str:
        found: dict[str, Any] = {"message": record.getMessage()}
        for name in self.FIELDS:
            value = getattr(record, name, None)
            if value is not None:
                found[name] = value
        if hasattr(record, "elapsed"):
            found["ms"] = round(getattr(record, "elapsed") * 1000, 1)
        return json.dumps(found)


log = logging.getLogger("shop.orders")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addFilter(Context("orders"))
log.addFilter(no_secrets)
for formatter in (
    logging.Formatter("%(number)d %(levelname)s [%(service)s/%(request)s] %(message)s"),
    Json(),
):
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    log.addHandler(handler)

log.info("started")
token = request.set("r-17")
log.warning("user %s has a secret", "ann", extra={"user": "ann", "elapsed": 0.0123})
log.debug("not shown", extra={"quiet": True})
request.reset(token)
log.error("100%")
adapter = logging.LoggerAdapter(log, {"user": "system"})
adapter.info("nightly %d", 3)
for bad in ({"message": 1}, {"asctime": 1}, {"name": "x"}, {"args": ()}):
    try:
        log.info("never", extra=bad)
    except KeyError as error:
        print(error)
log.removeFilter(no_secrets)
log.info("secret again")
print(len(log.filters))
