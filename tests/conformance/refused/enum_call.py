# expect-refusal: unsupported
"""An enumeration made by a call."""

from enum import Enum

Color = Enum("Color", "RED BLUE")
print(list(Color), Color.RED.value)
