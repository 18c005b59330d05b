# expect-refusal: unsupported
"""No frames are kept that `stacklevel` could choose from."""

import logging

logging.basicConfig()
log = logging.getLogger("app")
log.warning("where am I?", stacklevel=2)
