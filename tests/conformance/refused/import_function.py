# expect-refusal: dynamic-import
"""A module chosen at run time."""

import sys

module = __import__("json" if len(sys.argv) < 5 else "math")
print(module)
