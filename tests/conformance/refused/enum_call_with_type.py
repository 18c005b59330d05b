# expect-refusal: unsupported
"""An enumeration made by a call, with a class mixed in that members cannot be of."""

from datetime import date
from enum import Enum

Color = Enum("Color", "RED BLUE", type=date)
print(list(Color), Color.RED.value)
