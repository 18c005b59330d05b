"""`sys.version_info`, by place and by name."""

import sys
from typing import Any

print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version_info < (4,))
print(repr(sys.version_info)[:42], type(sys.version_info))
print(f"{sys.version_info.major}.{sys.version_info.minor}", "%d.%d" % sys.version_info[:2])
if sys.version_info >= (3, 11):
    print("new")
else:
    print("old")
major, minor, *rest = sys.version_info
print(major, minor, len(rest), sys.version_info.releaselevel)
v: Any = sys.version_info
print(v.minor, v > (3, 1), isinstance(v, tuple), ".".join(map(str, v[:2])))
print(sys.implementation.version[:2] == sys.version_info[:2], sys.hexversion >> 24)
