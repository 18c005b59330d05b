"""What asyncio reports goes to the logger `asyncio`: where handlers, filters and formats are set, they see it."""

import asyncio
import logging
import sys
from typing import Any


class Redacted(logging.Filter):
    """Hides a word, and counts what passes."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[str] = []

    def filter(self, record: logging.LogRecord) -> bool:
        self.levels.append(record.levelname)
        record.msg = str(record.msg).replace("secret", "***")
        return True


async def trouble() -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "the secret is out", "where": "here", "count": 3})
    try:
        raise ValueError("of its own")
    except ValueError as error:
        loop.call_exception_handler({"message": "caught", "exception": error})
    loop.call_exception_handler({})

    def handler(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        print("handled:", context["message"], repr(context.get("exception")))

    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "not logged"})
    loop.set_exception_handler(None)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    loop.call_exception_handler({"message": "too low"})
    logging.getLogger("asyncio").setLevel(logging.NOTSET)
    await asyncio.sleep(0)


redacted = Redacted()
console = logging.StreamHandler(sys.stdout)
console.setFormatter(logging.Formatter("%(levelname)-8s %(name)s | %(message)s"))
console.addFilter(redacted)
logging.basicConfig(level=logging.DEBUG, handlers=[console])
asyncio.run(trouble())
logging.getLogger().setLevel(logging.INFO)
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "slept")))
print(redacted.levels)
