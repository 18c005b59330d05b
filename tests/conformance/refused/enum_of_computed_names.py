# expect-refusal: unsupported
"""The names of an enumeration's members are known at run time only."""

import enum

fields = ["x", "y"]
Axis = enum.Enum("Axis", [name.upper() for name in fields])  # type: ignore[misc]
print(list(Axis))
