"""logging.basicConfig without a stream writes to standard error; exceptions are logged with their traceback."""

import logging
import sys
from typing import Any, Optional, TextIO


class StepFailed(RuntimeError):
    pass


def chosen(verbose: bool) -> Optional[TextIO]:
    return sys.stdout if verbose else None


logging.basicConfig(format="%(levelname)s %(name)s %(message)s", level=logging.INFO)
log = logging.getLogger("app")
try:
    raise StepFailed("x")
except StepFailed as e:
    log.error("failed: %s", e, exc_info=e)
    log.info("plain")
log.debug("hidden")
stream: Any = chosen(verbose=False)
logging.basicConfig(format="[%(message)s]", stream=stream, force=True)
logging.warning("again")
stream = chosen(verbose=True)
logging.basicConfig(format="<%(message)s>", stream=stream, force=True)
logging.warning("to standard output")
