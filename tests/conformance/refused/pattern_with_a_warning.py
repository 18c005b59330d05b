# expect-refusal: unsupported
"""A set in a pattern that begins with a bracket: CPython warns that it may get another meaning."""

import re

BRACKETS = re.compile(r"[[\]]+")

print(BRACKETS.findall("a[0][1]"))
