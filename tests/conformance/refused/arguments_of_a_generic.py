# expect-refusal: unsupported
"""Types are not kept at run time; of an alias of literals or of a union, the compiler knows the parts."""

from typing import get_args

Row = list[int]

print(get_args(Row))
