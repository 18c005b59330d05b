"""Where a record comes from: file, module, line and function in the lines of a log."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from logging import getLogger, warning as shout
from typing import Any, Protocol

FORMAT = "%(levelname)s %(filename)s:%(lineno)d %(module)s.%(funcName)s %(name)s: %(message)s"
logging.basicConfig(format=FORMAT, level=logging.INFO, stream=sys.stdout)
log = logging.getLogger("shop")
log.info("at the top of the module")
shout("by another name of the function")


class Sink(Protocol):
    def info(self, msg: object, *args: object) -> None: ...


class Quiet:
    def __init__(self) -> None:
        self.kept: list[str] = []

    def info(self, msg: object, *args: object) -> None:
        self.kept.append(str(msg) % args)


class Tagged(logging.LoggerAdapter[logging.Logger]):
    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        return f"[{self.extra['tag'] if self.extra else '-'}] {msg}", kwargs


class Audit(logging.Logger):
    def audit(self, what: str) -> None:
        self.log(logging.ERROR, "audit of %s", what)

    def warning(self, msg: object, *args: object, **more: Any) -> None:
        super().warning(f"!{msg}", *args)


@dataclass
class Order:
    number: int
    price: float

    def check(self) -> bool:
        if self.price < 0:
            log.error(
                "order %d has the price %.2f",
                self.number,
                self.price,
            )
            return False
        log.debug("not shown")
        return True

    @staticmethod
    def parse(text: str) -> Order:
        number, _, price = text.partition("@")
        return Order(int(number), float(price))


def counted(items: list[Order]) -> int:
    log.info("counting %d", len(items))
    return len(items)


def shown(n: int) -> bool:
    return n > 0


def tell(sink: Sink, anything: Any) -> None:
    sink.info("through a protocol: %s", 1)
    anything.info("through Any: %s", 2)


def main() -> None:
    orders = [Order.parse(text) for text in ("1@2.50", "2@-1", "3@0")]
    good = [order for order in orders if order.check()]
    log.warning("%d of %d, %d in all", len(good), counted(good), counted(orders))
    try:
        Order.parse("x@1")
    except ValueError:
        log.exception("cannot parse")
    quiet = Quiet()
    tell(log, log)
    tell(quiet, quiet)
    tell(log, quiet)
    print(quiet.kept)
    Tagged(log, {"tag": "web"}).info("adapted %s", "once")
    audit = Audit("books")
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("{levelname:>8} {module}:{lineno:04d} {funcName} {message}", style="{"))
    audit.addHandler(handler)
    audit.audit("till")
    audit.warning("careful %s", "now")
    (lambda: log.info("in a lambda"))()
    print([n for n in range(2) if not shown(n) or counted([Order(n, 1.0)])])
    print([counted([Order(n, 1.0)]) for n in range(2)], [log.getChild(str(n)).isEnabledFor(10) for n in range(2)])

    def inner(depth: int) -> int:
        if depth:
            return inner(depth - 1)
        getLogger("deep").critical("from the inside")
        return 0

    inner(3)
    logging.error("root %s", "logger", extra={"more": 1})
    print(log.isEnabledFor(logging.DEBUG))
    level = logging.INFO
    logging.log(level, "with a level")


class Late:
    log.info("in a class body")


main()
