# expect-refusal: unsupported
"""No frames are kept that `stack_info` could show."""

import logging

logging.basicConfig()
log = logging.getLogger("app")
log.warning("where am I?", stack_info=True)
