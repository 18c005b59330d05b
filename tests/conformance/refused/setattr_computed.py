# expect-refusal: dynamic-attribute
"""setattr with a name known only at run time, on a class."""

import sys


class Box:
    value = 1


setattr(Box, sys.argv[0], 3)
