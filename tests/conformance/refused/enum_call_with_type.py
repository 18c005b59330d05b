# expect-refusal: unsupported
"""An enumeration made by a call, with a class mixed in."""

from enum import Enum

Color = Enum("Color", "RED BLUE", type=int)
print(list(Color), Color.RED.value)
